//! The foot of the page: edition, licences, privacy, the data files.

use crate::model::dataset::parse::FILES;
use crate::model::text;
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

/// The whole set in other forms; every table lies in the archive too.
const TAKEN_AWAY: [&str; 12] = [
    "atlas.zip",
    "atlas.json",
    "records.csv",
    "ledger.csv",
    "steps.csv",
    "places.geojson",
    "routes.geojson",
    "milestones.ics",
    "changes.atom",
    "atlas.bib",
    "atlas.ris",
    "atlas.csl.json",
];

/// Region: what the reader may do with it, and what it does not do to the reader.
pub fn footer(store: Store) -> Element {
    let edition = &store.atlas.data.edition;
    let about = format!(
        "Edition {}, as of {}. Data under {}; code under MIT or Apache-2.0.",
        edition.number,
        text::date(edition.date),
        edition.licence
    );
    let root = &store.addresses.root;
    // Made beside the pages; a build without pages has only the files of the dataset.
    let taken = if store.addresses.has_pages { &TAKEN_AWAY[..] } else { &[] };
    let names = FILES
        .iter()
        .map(|(file, _)| *file)
        .chain(["geometry.json", "schema.json"])
        .chain(taken.iter().copied());
    let files =
        names.map(|file| el("li").child(el("a").attr("href", format!("{root}data/{file}")).child(file)));
    let data = match store.addresses.is_alone {
        true => el("p").child("This copy is one file; app and data are in it."),
        false => el("details").child(el("summary").child("Data files")).child(el("ul").children(files)),
    };
    let link = |file: &str, words: &'static str| el("a").attr("href", format!("{root}{file}")).child(words);
    let beside = store.addresses.has_pages.then(|| {
        el("p")
            .child(link("editions.html", "Editions and what changed"))
            .child(" · ")
            .child(link("notices.html", "Licences of what it is built of"))
    });
    el("footer")
        .class("footer")
        .child(el("p").child(about))
        .child(beside)
        .child(el("p").child("No cookies, no counting, no request to any place but this site."))
        .child(data)
        .child(store.addresses.has_pages.then(offline))
}

/// Whether the browser keeps a copy for reading without a network; `boot.js` knows, and answers the
/// buttons, and the stylesheet shows what is so.
fn offline() -> Element {
    let part = |state: &'static str, words: &'static str, wish: &'static str, label: &'static str| {
        let button = el("button").attr("type", "button").attr("data-offline-wish", wish).child(label);
        el("p")
            .class("footer__offline")
            .attr("data-when", state)
            .child(el("span").child(words))
            .child(" ")
            .child(button)
    };
    el("div")
        .child(part(
            "kept",
            "This browser keeps a copy for reading without a network.",
            "off",
            "Remove the copy",
        ))
        .child(part(
            "off",
            "This browser keeps no copy.",
            "keep",
            "Keep a copy for reading without a network",
        ))
}

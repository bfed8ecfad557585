//! The foot of the page: edition, licences, privacy, the data files.

use crate::model::dataset::parse::FILES;
use crate::model::words::{Key, Locale, Words};
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
    let words = store.words();
    let number = edition.number.to_string();
    let about = words.fill(Key::FooterEdition, &[&number, &words.date(edition.date), edition.licence]);
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
        true => el("p").child(words.say(Key::OneFile)),
        false => el("details")
            .child(el("summary").child(words.say(Key::DataFiles)))
            .child(el("ul").children(files)),
    };
    let link = |file: &str, key: Key| el("a").attr("href", format!("{root}{file}")).child(words.say(key));
    let beside = store.addresses.has_pages.then(|| {
        el("p")
            .child(link("editions.html", Key::EditionsLink))
            .child(" · ")
            .child(link("notices.html", Key::NoticesLink))
            .child(" · ")
            .child(
                el("a")
                    .attr("href", format!("{root}{}briefs.html", words.locale().folder()))
                    .child(words.say(Key::OnPaper)),
            )
    });
    el("footer")
        .class("footer")
        .child(el("p").child(about))
        .child(beside)
        .child(el("p").child(words.say(Key::Privacy)))
        .child((words.locale() != Locale::En).then(|| el("p").child(words.say(Key::OwnTranslation))))
        .child(data)
        .child(store.addresses.has_pages.then(|| offline(words)))
}

/// Whether the browser keeps a copy for reading without a network; `boot.js` knows, and answers the
/// buttons, and the stylesheet shows what is so.
fn offline(words: Words) -> Element {
    let part = |state: &'static str, said: Key, wish: &'static str, label: Key| {
        let button =
            el("button").attr("type", "button").attr("data-offline-wish", wish).child(words.say(label));
        el("p")
            .class("footer__offline")
            .attr("data-when", state)
            .child(el("span").child(words.say(said)))
            .child(" ")
            .child(button)
    };
    el("div").child(part("kept", Key::OfflineKept, "off", Key::OfflineRemove)).child(part(
        "off",
        Key::OfflineOff,
        "keep",
        Key::OfflineKeep,
    ))
}

//! Native only: the static page that stands in `index.html` before the app, and without it.
//!
//! Made from the same data and parts as the app; `cargo xtask generate` writes it.

use crate::model::dataset::codes::{Code, CountryId, Sector};
use crate::model::dataset::index::Atlas;
use crate::model::text;
use crate::ui::element::{Element, el};
use crate::ui::header;

/// The static page: what the atlas is, the six countries, and every record's title.
pub fn static_page(atlas: &'static Atlas) -> String {
    let edition = &atlas.data.edition;
    let countries = CountryId::ALL.iter().map(|country| {
        let n_records = atlas.index.country.get(country.index()).map_or(0, |bits| bits.count());
        el("li").child(format!("{}: {}", country.label(), text::records(n_records)))
    });
    let n_records = atlas.data.agreements.len();
    let about = format!(
        "This edition holds {}, {} and {}, as of {}.",
        text::records(n_records),
        text::counted(atlas.data.events.len(), "event", "events"),
        text::counted(atlas.data.sources.len(), "source", "sources"),
        text::date(edition.date),
    );
    let main = el("main")
        .class("static")
        .child(el("h2").child(edition.summit.name))
        .child(el("p").child(edition.summit.summary))
        .child(
            el("p")
                .child(about)
                .child(" All of it, with the sources, is in the ")
                .child(data_link())
                .child("."),
        )
        .child(el("h3").child("Countries"))
        .child(el("ul").class("static__countries").children(countries))
        .children(Sector::ALL.iter().filter_map(|sector| records_of(atlas, *sector)));
    let header = el("header").class("header").child(header::title());
    let mut page = el("div").attr("id", "static").child(header).child(main).markup();
    page.push('\n');
    page
}

fn data_link() -> Element {
    el("a").attr("href", "data/agreements.json").child("data files")
}

fn records_of(atlas: &'static Atlas, sector: Sector) -> Option<Element> {
    let records = atlas.data.agreements.iter().enumerate();
    let records = records.filter(|(_, record)| record.sectors.first() == Some(&sector));
    let items: Vec<Element> = records
        .map(|(place, record)| {
            let stage = atlas.index.stage(place).label();
            el("li").child(record.title).child(format!(" ({stage}, {})", text::span(record)))
        })
        .collect();
    (!items.is_empty())
        .then(|| el("section").child(el("h3").child(sector.label())).child(el("ul").children(items)))
}

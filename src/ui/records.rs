//! The records shown, by main sector: the list beside every view.

use leptos::prelude::*;

use crate::model::dataset::Agreement;
use crate::model::dataset::codes::{Code, Sector};
use crate::model::text;
use crate::model::view::filter::Selection;
use crate::ui::element::{Element, el};
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::stage_mark;
use crate::ui::store::{Store, number};

/// Region: every record that passes. Lines stay in the page and are only hidden, so that a change
/// of a filter touches no more than it has to.
pub fn records(store: Store) -> Element {
    let groups = Sector::ALL.iter().filter_map(|sector| {
        let records = store.atlas.data.agreements.iter().enumerate();
        let of_sector = records.filter(|(_, record)| record.sectors.first() == Some(sector));
        let of_sector: Vec<(usize, &'static Agreement)> = of_sector.collect();
        (!of_sector.is_empty()).then(|| group(store, *sector, of_sector))
    });
    let n_shown = number(move || store.selection().with(Selection::n_shown));
    let title = el("h2").attr("id", "records-title").live_text(move || text::records(n_shown.get() as usize));
    el("section").class("records").attr("aria-labelledby", "records-title").child(title).children(groups)
}

fn group(store: Store, sector: Sector, records: Vec<(usize, &'static Agreement)>) -> Element {
    let places: Vec<usize> = records.iter().map(|(place, _)| *place).collect();
    let is_empty = move || {
        store.selection().with(|selection| !places.iter().any(|place| selection.shown.contains(*place)))
    };
    let items = records.into_iter().map(|(place, record)| item(store, place, record));
    el("div")
        .class("records__group")
        .hidden(is_empty)
        .child(el("h3").child(sector.label()))
        .child(el("ul").children(items))
}

fn item(store: Store, place: usize, record: &'static Agreement) -> Element {
    let selection = store.selection();
    let about = el("p")
        .class("records__about")
        .child(stage_mark::stage(store.atlas.index.stage(place)))
        .child(format!(" · {} · {}", text::parties(record), text::span(record)));
    el("li")
        .class("records__item")
        .attr("data-agreement", record.id.as_str())
        .hidden(move || !selection.with(|selection| selection.shown.contains(place)))
        .child(record_link(record).class("records__title"))
        .child(about)
}

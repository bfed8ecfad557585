//! The records shown, by main sector: the list beside every view.

use leptos::prelude::*;

use crate::model::dataset::Agreement;
use crate::model::dataset::codes::{Code, Sector};
use crate::model::dataset::index::Bits;
use crate::model::view::filter::Selection;
use crate::ui::element::{Element, el, listed, together, toggled};
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::stage_mark;
use crate::ui::store::Store;

/// Region: every record that passes. Lines stay in the page and are only hidden, so that a change
/// of a filter touches no more than it has to.
pub fn records(store: Store) -> Element {
    let mut groups: Vec<(usize, Element)> = Vec::new();
    let mut members: Vec<(usize, Bits)> = Vec::new();
    for sector in Sector::ALL {
        let mut places = Bits::default();
        let mut items: Vec<(usize, Element)> = Vec::new();
        for (place, record) in store.atlas.data.agreements.iter().enumerate() {
            if record.sectors.first() == Some(sector) {
                places.insert(place);
                items.push((place, item(store, place, record)));
            }
        }
        if !items.is_empty() {
            members.push((sector.index(), places));
            groups.push((sector.index(), group(store, *sector, items)));
        }
    }
    let shown_groups = move || {
        let mut shown = Bits::default();
        store.selection().with(|selection| {
            for (number, places) in &members {
                if !selection.shown.and(places).is_empty() {
                    shown.insert(*number);
                }
            }
        });
        shown
    };
    let n_shown = move || store.selection().with(Selection::n_shown);
    let title = el("h2").attr("id", "records-title").live_text(move || store.words().records(n_shown()));
    let section = el("section")
        .class("records")
        .attr("aria-labelledby", "records-title")
        .child(title)
        .child(el("div").class("records__groups").child(toggled(groups, shown_groups)));
    together(section)
}

fn group(store: Store, sector: Sector, items: Vec<(usize, Element)>) -> Element {
    let shown = move || store.selection().with(|selection| selection.shown);
    let current = store.current_record();
    el("div")
        .class("records__group")
        .child(el("h3").child(store.words().label(sector)))
        .child(el("ul").child(listed(items, shown, current)))
}

/// A line of the list.
pub fn item(store: Store, place: usize, record: &'static Agreement) -> Element {
    let about = el("p")
        .class("records__about")
        .child(stage_mark::stage(store.words(), store.atlas.index.stage(place)))
        .child(format!(" · {} · {}", store.words().parties(record), store.words().span(record)));
    el("li")
        .class("records__item")
        .attr("data-agreement", record.id.as_str())
        .child(record_link(store, record).class("records__title"))
        .child(about)
}

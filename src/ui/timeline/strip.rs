//! The timeline under the map: a row a lane, near steps gathered into one mark.

use leptos::prelude::*;

use super::{axis, fraction, scale};
use crate::model::dataset::codes::Code;
use crate::model::text;
use crate::model::timeline::scale::TimeScale;
use crate::model::timeline::steps::is_event_shown;
use crate::model::timeline::strip::{Cluster, strip};
use crate::model::view::action::Action;
use crate::model::view::{Facets, View, ViewState};
use crate::ui::element::{Element, el};
use crate::ui::parts::view_link::view_link;
use crate::ui::store::Store;

/// Region: the strip, with a link to the timeline in full.
pub fn strip_region(store: Store) -> Element {
    let scale = scale(store);
    let lane_by = store.part(|view| view.lanes);
    let lanes = move || -> Vec<Element> {
        let scale = scale.get();
        let lanes = store.selection().with(|one| strip(store.atlas, &one.shown, lane_by.get(), &scale));
        let mut rows = Vec::new();
        let events = store.facets().with(|facets| events(store, facets, &scale));
        if !events.is_empty() {
            rows.push(row("The mechanism".to_owned(), events));
        }
        for lane in lanes {
            let marks = lane.clusters.into_iter().map(|cluster| mark(store, cluster)).collect();
            rows.push(row(lane.title, marks));
        }
        rows
    };
    let more = view_link(store, Action::Show(View::Timeline)).child("Timeline in full");
    el("section")
        .class("strip")
        .attr("data-timeline", "strip")
        .attr("aria-label", "Timeline of steps")
        .child(axis(store, scale))
        .child(el("ul").class("strip__lanes").live(lanes))
        .child(el("p").class("strip__more").child(more))
}

fn row(title: String, marks: Vec<Element>) -> Element {
    el("li")
        .class("strip__lane")
        .child(el("span").class("strip__title").child(title))
        .child(el("ul").class("strip__marks").children(marks))
}

/// A mark that can be pressed.
fn button(store: Store, at: f64, words: String, inside: Element, action: Action) -> Element {
    let button = el("button")
        .attr("type", "button")
        .class("strip__button")
        .attr("title", words.clone())
        .attr("aria-label", words)
        .on_click(move || store.dispatch(action.clone()))
        .child(inside);
    el("li").class("strip__mark").style("--at", fraction(at)).child(button)
}

/// The mechanism's history.
fn events(store: Store, facets: &Facets, scale: &TimeScale) -> Vec<Element> {
    let mut marks = Vec::new();
    for event in store.atlas.data.events.iter().filter(|event| is_event_shown(event, facets)) {
        let Some(at) = event.date.decimal_year().map(|year| scale.position(year)) else { continue };
        if !(0.0..=1.0).contains(&at) {
            continue;
        }
        let is_due = event.date.first > store.atlas.data.edition.date.last;
        let dot = el("span").class("mark").attr("data-stage", if is_due { "due" } else { "event" });
        let words = format!("{}: {}", text::date(event.date), event.title);
        marks.push(button(store, at, words, dot, Action::OpenEvent(event.id)));
    }
    marks
}

/// One record opens; several narrow the years to theirs, in full.
fn mark(store: Store, cluster: Cluster) -> Element {
    let code = if cluster.due { "due" } else { cluster.rung.code() };
    let first = cluster.records.first().and_then(|place| store.atlas.data.agreements.get(*place));
    let title = first.map_or("", |record| record.title);
    let n_records = cluster.records.len();
    let (from, to) = cluster.years;
    let years = if from == to { from.to_string() } else { format!("{from}–{to}") };
    if let (Some(record), 1) = (first, n_records) {
        let dot = el("span").class("mark").attr("data-stage", code);
        return button(store, cluster.at, format!("{years}: {title}"), dot, Action::OpenRecord(record.id));
    }
    let number = el("span").class("strip__number").attr("data-stage", code).child(n_records);
    let words = format!("{years}: {}, among them {title}", text::records(n_records));
    let view = store.view().get_untracked();
    let facets = Facets { from: Some(from), to: Some(to), ..view.facets.clone() };
    let narrowed = ViewState { view: View::Timeline, facets, ..view };
    button(store, cluster.at, words, number, Action::Replace(Box::new(narrowed)))
}

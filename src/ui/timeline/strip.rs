//! The timeline under the map: a row a lane, near steps gathered into one mark.

use leptos::prelude::*;

use super::{axis, fraction, scale};
use crate::model::dataset::codes::Code;
use crate::model::timeline::strip::{Cluster, events, strip};
use crate::model::view::View;
use crate::model::view::action::Action;
use crate::model::words::Key;
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
        let today = store.atlas.data.edition.date.last;
        let events = store.facets().with(|facets| events(store.atlas, facets, &scale, today));
        if !events.is_empty() {
            let marks = events.into_iter().map(|cluster| event_mark(store, cluster)).collect();
            rows.push(row(store.say(Key::TheMechanism).to_owned(), marks));
        }
        for lane in lanes {
            let marks = lane.clusters.into_iter().map(|cluster| mark(store, cluster)).collect();
            rows.push(row(lane.title, marks));
        }
        rows
    };
    let more = view_link(store, Action::Show(View::Timeline)).child(store.say(Key::TimelineInFull));
    el("section")
        .class("strip")
        .attr("data-timeline", "strip")
        .attr("aria-label", store.say(Key::TimelineOfSteps))
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

/// One event opens; several narrow the years to theirs, in full.
fn event_mark(store: Store, cluster: Cluster) -> Element {
    let first = cluster.records.first().and_then(|place| store.atlas.data.events.get(*place));
    let title = first.map_or("", |event| event.title);
    if let (Some(event), 1) = (first, cluster.records.len()) {
        let dot = el("span").class("mark").attr("data-stage", if cluster.due { "due" } else { "event" });
        let words = format!("{}: {title}", store.words().date(event.date));
        return button(store, cluster.at, words, dot, Action::OpenEvent(event.id));
    }
    let n_events = store.words().count(Key::Events, cluster.records.len(), &[]);
    several(store, &cluster, "event", &n_events, title)
}

/// One record opens; several narrow the years to theirs, in full.
fn mark(store: Store, cluster: Cluster) -> Element {
    let code = if cluster.due { "due" } else { cluster.rung.code() };
    let first = cluster.records.first().and_then(|place| store.atlas.data.agreements.get(*place));
    let title = first.map_or("", |record| record.title);
    if let (Some(record), 1) = (first, cluster.records.len()) {
        let dot = el("span").class("mark").attr("data-stage", code);
        let words = format!("{}: {title}", years(store, &cluster));
        return button(store, cluster.at, words, dot, Action::OpenRecord(record.id));
    }
    let n_records = store.words().records(cluster.records.len());
    several(store, &cluster, code, &n_records, title)
}

fn several(store: Store, cluster: &Cluster, code: &'static str, count: &str, title: &str) -> Element {
    let words = store.words().fill(Key::AmongThem, &[count, title]);
    let words = format!("{}: {words}", years(store, cluster));
    let number = el("span").class("strip__number").attr("data-stage", code).child(cluster.records.len());
    let (from, to) = cluster.years;
    button(store, cluster.at, words, number, Action::ShowYears(from, to))
}

fn years(store: Store, cluster: &Cluster) -> String {
    let (from, to) = cluster.years;
    store.words().years(from, to)
}

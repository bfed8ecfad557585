//! Lanes and rows: one record a row piece, its dated steps joined, its name beside.

use leptos::prelude::*;

use super::{axis, fraction, scale};
use crate::model::dataset::codes::Code;
use crate::model::timeline::history::{Placed, history};
use crate::model::timeline::lanes::{Item, Lane, Mark, lanes};
use crate::model::words::Key;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::record_link::{event_link, record_link};
use crate::ui::store::Store;

/// The chart. The stylesheet shows it where it has room.
pub fn chart(store: Store) -> Element {
    let scale = scale(store);
    let lane_by = store.part(|view| view.lanes);
    let body = move || -> Vec<Element> {
        let scale = scale.get();
        let lanes = store.selection().with(|one| lanes(store.atlas, &one.shown, lane_by.get(), &scale));
        let (placed, n_rows) = store.facets().with(|facets| history(store.atlas, facets, &scale));
        let mut parts = Vec::new();
        if !placed.is_empty() {
            let items = placed.into_iter().map(|one| event_item(store, one)).collect();
            parts.push(frame(store.say(Key::TheMechanism).to_owned(), None, n_rows, items));
        }
        parts.extend(lanes.into_iter().map(|one| lane(store, one)));
        parts
    };
    el("div").class("timeline__chart").child(axis(store, scale)).live(body)
}

fn frame(title: String, count: Option<usize>, n_rows: usize, items: Vec<Element>) -> Element {
    let count = count.map(|count| el("span").class("timeline__count").child(format!(" {count}")));
    let rows = el("ul").class("timeline__rows").style("--rows", n_rows.to_string()).children(items);
    el("section").class("timeline__lane").child(el("h2").child(title).child(count)).child(rows)
}

/// An event of the mechanism's own lane.
fn event_item(store: Store, placed: Placed) -> Element {
    let Placed { event, at, label_at, row, is_label_before } = placed;
    let words = format!("{}: {}", store.words().date(event.date), event.title);
    let mark =
        el("span").class("mark timeline__mark").attr("data-stage", "event").style("--at", fraction(at));
    el("li")
        .class("timeline__item")
        .style("--row", row.to_string())
        .child(mark.attr("title", words))
        .child(label(label_at, is_label_before, event_link(store, event)))
}

fn label(at: f64, is_before: bool, link: Element) -> Element {
    el("span")
        .class("timeline__label")
        .attr("data-before", if is_before { "true" } else { "false" })
        .style("--at", fraction(at))
        .child(link)
}

fn lane(store: Store, lane: Lane) -> Element {
    let n_items = lane.items.len();
    let mut items = Vec::with_capacity(n_items);
    for item in lane.items {
        let Some(record) = store.atlas.data.agreements.get(item.record) else { continue };
        let mut label = label(item.label_at, item.is_label_before, record_link(store, record))
            .attr("title", record.title);
        if let Some(room) = item.label_room {
            label = label.style("max-inline-size", format!("calc({} * 100%)", fraction(room)));
        }
        if item.is_undated {
            label = label.child(" ").child(store.say(Key::NoDateOnAxis));
        }
        let line = el("li")
            .class("timeline__item")
            .style("--row", item.row.to_string())
            .child(bar(&item))
            .children(item.marks.iter().map(mark))
            .child(label);
        items.push(line);
    }
    frame(lane.title, Some(n_items), lane.n_rows, items)
}

/// The line that joins the first step to the last; dotted when the last is a target.
fn bar(item: &Item) -> Option<Element> {
    let (first, last) = (item.marks.first()?, item.marks.last()?);
    let line = el("span")
        .class("timeline__bar")
        .attr("data-due", if last.due { "true" } else { "false" })
        .style("--from", fraction(first.at))
        .style("--to", fraction(last.at));
    (last.at - first.at > 0.001).then_some(line)
}

fn mark(mark: &Mark) -> Element {
    let code = if mark.due { "due" } else { mark.rung.code() };
    let spread = mark.spread.map(|(from, to)| {
        el("span").class("timeline__spread").style("--from", fraction(from)).style("--to", fraction(to))
    });
    let dot = el("span")
        .class("mark timeline__mark")
        .attr("data-stage", code)
        .style("--at", fraction(mark.at))
        .attr("title", mark.words.clone());
    many([spread.into(), dot])
}

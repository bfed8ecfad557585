//! The timeline in lanes, as it stands in the view.

use super::{Brush, MARGIN, WIDTH, cut, number, stage_token};
use crate::model::dataset::codes::Code;
use crate::model::timeline::history::history;
use crate::model::timeline::lanes::lanes;
use crate::model::words::Key;
use crate::ui::element::{Element, many, svg};
use crate::ui::store::Store;
use crate::ui::timeline::scale_now;
use leptos::prelude::{GetUntracked, WithUntracked};

const ROW: f64 = 20.0;

/// The drawing and its height.
pub fn timeline(store: Store, brush: Brush) -> (Element, f64) {
    let scale = scale_now(store);
    let shown = store.shown_now();
    let view = store.view().get_untracked();
    let at = |fraction: f64| MARGIN + fraction * (WIDTH - 2.0 * MARGIN);
    let mut parts: Vec<Element> = Vec::new();
    for year in scale.ticks() {
        let x = at(scale.position(f64::from(year)));
        parts.push(brush.text(x, 12.0, 12.0, "muted", year.to_string()).attr("text-anchor", "middle"));
    }
    let mut top = 22.0;
    let mut lane = |parts: &mut Vec<Element>, title: String, n_rows: usize| {
        parts.push(brush.line((MARGIN, top), (WIDTH - MARGIN, top), "hairline"));
        parts.push(brush.text(MARGIN, top + 16.0, 14.0, "ink", title).attr("font-weight", "700"));
        let first = top + 24.0;
        top = first + n_rows as f64 * ROW + 6.0;
        first
    };
    let label = |at_px: f64, y: f64, is_before: bool, room: f64, text: &str| {
        let text = cut(text, room, 12.0);
        let (x, anchor) = if is_before { (at_px - 7.0, "end") } else { (at_px + 7.0, "start") };
        brush.text(x, y + 4.0, 12.0, "ink", text).attr("text-anchor", anchor)
    };
    let (placed, n_rows) = store.facets().with_untracked(|facets| history(store.atlas, facets, &scale));
    if !placed.is_empty() {
        let first = lane(&mut parts, store.say(Key::TheMechanism).to_owned(), n_rows);
        for one in placed {
            let y = first + (one.row as f64 + 0.5) * ROW;
            parts.push(brush.dot((at(one.at), y), 4.0, "ink", false));
            parts.push(label(at(one.label_at), y, one.is_label_before, 230.0, one.event.title));
        }
    }
    for one in lanes(store.atlas, &shown, view.lanes, &scale) {
        let first = lane(&mut parts, format!("{} ({})", one.title, one.items.len()), one.n_rows);
        for item in one.items {
            let Some(record) = store.atlas.data.agreements.get(item.record) else { continue };
            let y = first + (item.row as f64 + 0.5) * ROW;
            if let (Some(from), Some(to)) = (item.marks.first(), item.marks.last()) {
                parts.push(brush.line((at(from.at), y), (at(to.at), y), "control"));
            }
            for mark in &item.marks {
                let token = stage_token(mark.rung.code());
                parts.push(brush.dot((at(mark.at), y), 4.0, if mark.due { "ink" } else { &token }, mark.due));
            }
            let room = item.label_room.map_or(230.0, |room| room * (WIDTH - 2.0 * MARGIN) - 14.0);
            parts.push(label(at(item.label_at), y, item.is_label_before, room, record.title));
        }
    }
    let height = top;
    let axis = svg("g").attr("data-rows", number(height / ROW)).child(many(parts));
    (axis, height)
}

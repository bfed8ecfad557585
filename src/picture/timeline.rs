//! The timeline in lanes, as it stands in the view.

use leptos::prelude::{GetUntracked, WithUntracked};

use super::brush::{Brush, painted};
use super::key::{Entry, key};
use super::mark::{MARK, code, mark};
use super::text::{cut, width_of};
use super::{MARGIN, WIDTH};
use crate::model::dataset::codes::{Code, Rung};
use crate::model::timeline::history::history;
use crate::model::timeline::lanes::{Item, Mark, lanes};
use crate::model::timeline::{AXIS_PX, LABEL_LETTERS, LETTER_PX};
use crate::model::words::Key;
use crate::ui::element::{Element, many, svg};
use crate::ui::store::Store;
use crate::ui::timeline::{scale_now, summit};

const ROW: f64 = 20.0;
/// Letters of labels.
const SIZE: f64 = 12.0;
/// Most width of a label: rows are packed for an axis of half the width, with this share of it for each.
const LABEL: f64 = LABEL_LETTERS as f64 * LETTER_PX / AXIS_PX * ROOM;
/// Between a mark and its label.
const BESIDE: f64 = 4.0;
const ROOM: f64 = WIDTH - 2.0 * MARGIN;

/// A label: where it starts or ends, its row's middle, whether it stands before its mark, its room.
struct Label {
    at: f64,
    y: f64,
    is_before: bool,
    room: f64,
}

/// The drawing and its height.
pub fn timeline(store: Store, brush: Brush) -> (Element, f64) {
    let scale = scale_now(store);
    let shown = store.shown_now();
    let view = store.view().get_untracked();
    let (placed, n_rows) = store.facets().with_untracked(|facets| history(store.atlas, facets, &scale));
    let all = lanes(store.atlas, &shown, view.lanes, &scale);
    let marks: Vec<&Mark> = all.iter().flat_map(|lane| &lane.items).flat_map(|item| &item.marks).collect();
    let (signs, height) = key(brush, entries(store, brush, &marks, !placed.is_empty()), (MARGIN, 0.0), ROOM);
    let mut parts = vec![svg("g").attr("data-part", "key").child(signs)];
    let mut top = height + 6.0;

    let (day, said) = summit(store);
    if scale.holds(day) {
        let half = width_of(&said, 11.0) / 2.0;
        let x = at(scale.position(day)).clamp(MARGIN + half, WIDTH - MARGIN - half);
        let text = brush.text(x, top + 10.0, 11.0, "accent", said);
        parts.push(text.attr("text-anchor", "middle").attr("font-weight", "600"));
    }
    top += 26.0;
    if scale.earlier().is_some() {
        let words = brush.text(MARGIN, top, SIZE, "muted", store.say(Key::Earlier).to_owned());
        parts.push(words.attr("font-style", "italic"));
    }
    for year in scale.ticks() {
        let x = at(scale.position(f64::from(year)));
        let anchor = if x > WIDTH - MARGIN - 16.0 { "end" } else { "middle" };
        parts.push(brush.text(x, top, SIZE, "muted", year.to_string()).attr("text-anchor", anchor));
    }
    top += 10.0;

    let mut n_lanes = 0;
    let mut lane = |parts: &mut Vec<Element>, title: String, count: Option<usize>, n_rows: usize| {
        n_lanes += 1;
        let ground = if n_lanes % 2 == 0 { "band" } else { "paper" };
        let height = 24.0 + n_rows as f64 * ROW + 6.0;
        parts.push(brush.rect((MARGIN, top), (ROOM, height), ground));
        parts.push(brush.line((MARGIN, top), (WIDTH - MARGIN, top), "hairline"));
        let title = cut(&title, ROOM - 60.0, 15.0);
        let after = MARGIN + 4.0 + width_of(&title, 15.0) + 8.0;
        parts.push(brush.text(MARGIN + 4.0, top + 17.0, 14.0, "ink", title).attr("font-weight", "700"));
        parts.extend(count.map(|count| brush.text(after, top + 17.0, 14.0, "muted", count.to_string())));
        let first = top + 24.0;
        top += height;
        (first, ground)
    };
    if !placed.is_empty() {
        let (first, ground) = lane(&mut parts, store.say(Key::TheMechanism).to_owned(), None, n_rows);
        for one in placed {
            let y = first + (one.row as f64 + 0.5) * ROW;
            parts.push(mark(brush, "event", (at(one.at), y)));
            let label = Label { at: at(one.label_at), y, is_before: one.is_label_before, room: LABEL };
            parts.push(label.drawn(brush, ground, one.event.title, ""));
        }
    }
    for one in all {
        let (first, ground) = lane(&mut parts, one.title, Some(one.items.len()), one.n_rows);
        let rows: Vec<usize> = one.items.iter().map(|item| item.row).collect();
        for item in one.items {
            let Some(record) = store.atlas.data.agreements.get(item.record) else { continue };
            let y = first + (item.row as f64 + 0.5) * ROW;
            parts.extend(bar(brush, &item, y));
            for one in item.marks.iter().filter_map(|mark| mark.spread) {
                let spread = painted(
                    (at(one.0), y - 3.5),
                    (at(one.1) - at(one.0), 7.0),
                    brush.scheme.colour("hairline"),
                );
                parts.push(spread.attr("rx", "3.5"));
            }
            let is_alone = rows.iter().filter(|row| **row == item.row).count() == 1;
            let label = match item.label_room.map(|room| room * ROOM - 8.0) {
                // Rows are packed for an axis of half the width: after the last mark there may be room here.
                Some(room) if is_alone && room < WIDTH - MARGIN - last(&item) => {
                    Label { at: last(&item), y, is_before: false, room: LABEL }
                }
                room => Label {
                    at: at(item.label_at),
                    y,
                    is_before: item.is_label_before,
                    room: room.unwrap_or(LABEL),
                },
            };
            let after = if item.is_undated { store.say(Key::NoDateOnAxis) } else { "" };
            parts.push(label.drawn(brush, ground, record.title, after));
            let marks = item.marks.iter();
            parts.extend(marks.map(|one| mark(brush, code(one.rung, one.due), (at(one.at), y))));
        }
    }
    (many(parts), top)
}

/// A fraction of the axis, in pixels.
fn at(fraction: f64) -> f64 {
    MARGIN + fraction * ROOM
}

/// Where a label may stand after the last mark of an item and what its date may mean, in pixels.
fn last(item: &Item) -> f64 {
    let ends = item.marks.iter().map(|mark| mark.spread.map_or(mark.at, |(_, to)| to));
    at(ends.fold(0.0, f64::max)) + MARK / 2.0
}

/// What the marks that are drawn mean.
fn entries(store: Store, brush: Brush, marks: &[&Mark], has_events: bool) -> Vec<Entry> {
    let words = store.words();
    let entry = |code: &str, said: &'static str| Entry::new(mark(brush, code, (MARK / 2.0, 0.0)), MARK, said);
    let is_used = |rung: &&Rung| marks.iter().any(|mark| mark.rung == **rung && !mark.due);
    let used = Rung::ALL.iter().filter(is_used).map(|rung| entry(rung.code(), words.label(*rung)));
    // Elsewhere the word stands before a date, in some languages with a colon.
    let due = words.say(Key::Due).trim_end_matches(':');
    let due = marks.iter().any(|mark| mark.due).then(|| entry("due", due));
    let events = has_events.then(|| entry("event", words.say(Key::TheMechanism)));
    used.chain(due).chain(events).collect()
}

/// The line that joins the first step to the last; dotted when the last is a target.
fn bar(brush: Brush, item: &Item, y: f64) -> Option<Element> {
    let (first, last) = (item.marks.first()?, item.marks.last()?);
    let line = brush.stroke((at(first.at), y), (at(last.at), y), "control", 1.5);
    let line = if last.due { line.attr("stroke-dasharray", "1.5 2.5") } else { line };
    (last.at - first.at > 0.001).then_some(line)
}

impl Label {
    /// The label of a title, cut to its room and to the picture, on the ground of its lane.
    fn drawn(self, brush: Brush, ground: &str, title: &str, after: &str) -> Element {
        let x = if self.is_before { self.at - BESIDE } else { self.at + BESIDE };
        let within = if self.is_before { x - MARGIN } else { WIDTH - MARGIN - x };
        let after = if after.is_empty() { String::new() } else { format!(" {after}") };
        let beside = width_of(&after, SIZE);
        let room = if beside > 0.0 { self.room.min(within - beside) } else { self.room.min(within) };
        if room < 2.0 * SIZE {
            return many([]);
        }
        let text = cut(title, room, SIZE) + &after;
        let wide = width_of(&text, SIZE);
        let (left, anchor) = if self.is_before { (x - wide, "end") } else { (x, "start") };
        let behind = brush.rect((left, self.y - 8.0), (wide, 16.0), ground);
        let text = brush.text(x, self.y + 4.2, SIZE, "ink", text).attr("text-anchor", anchor);
        many([behind, text])
    }
}

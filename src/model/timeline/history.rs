//! The mechanism's own lane: its events with their labels, packed into rows.

use crate::model::dataset::Event;
use crate::model::dataset::index::Atlas;
use crate::model::timeline::lanes::pack;
use crate::model::timeline::scale::TimeScale;
use crate::model::timeline::steps::is_event_shown;
use crate::model::timeline::{AXIS_PX, MARK_PX, label_width};
use crate::model::view::Facets;

/// An event with its place in the lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The event.
    pub event: &'static Event,
    /// Where, as a fraction of the axis.
    pub at: f64,
    /// Where its label starts, or ends when it stands before the mark.
    pub label_at: f64,
    /// Row, from 0.
    pub row: usize,
    /// Whether its label stands before the mark, for want of room after it.
    pub is_label_before: bool,
}

/// Events that pass and lie on the axis, and how many rows they take.
pub fn history(atlas: &'static Atlas, facets: &Facets, scale: &TimeScale) -> (Vec<Placed>, usize) {
    let half = MARK_PX / 2.0 / AXIS_PX;
    let mut placed = Vec::new();
    let mut extents = Vec::new();
    for event in atlas.data.events.iter().filter(|event| is_event_shown(event, facets)) {
        let Some(at) = event.date.decimal_year().map(|year| scale.position(year)) else { continue };
        if !(0.0..=1.0).contains(&at) {
            continue;
        }
        let width = label_width(event.title);
        let is_label_before = at + half + width > 1.0 && at - half - width >= 0.0;
        let (before, after) = if is_label_before { (half + width, half) } else { (half, half + width) };
        extents.push((at - before, at + after));
        let label_at = if is_label_before { at - half } else { at + half };
        placed.push(Placed { event, at, label_at, row: 0, is_label_before });
    }
    let (rows, n_rows) = pack(&extents);
    for (one, row) in placed.iter_mut().zip(rows) {
        one.row = row;
    }
    (placed, n_rows)
}

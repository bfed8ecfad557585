//! The timeline under the map: one row a lane, near dates gathered into one mark with its number.

use crate::model::dataset::index::{Atlas, Bits};
use crate::model::dataset::{Day, Rung};
use crate::model::order::ordered;
use crate::model::timeline::lanes::lane_of;
use crate::model::timeline::scale::TimeScale;
use crate::model::timeline::steps::is_event_shown;
use crate::model::view::{Facets, LaneBy};

/// Least width of the strip's track, in pixels, at which the stylesheet shows it.
const TRACK_PX: f64 = 436.0;
/// Width of a mark as a target for fingers and pointers, in pixels.
const TARGET_PX: f64 = 24.6;

/// A mark that stands for one step or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Where, as a fraction of the axis.
    pub at: f64,
    /// Records with a step here, in the dataset's order, each once.
    pub records: Vec<usize>,
    /// The highest rung among them.
    pub rung: Rung,
    /// Whether every one of them is a target.
    pub due: bool,
    /// First and last year of the steps.
    pub years: (i16, i16),
}

/// A lane of the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct StripLane {
    /// Order among the lanes.
    pub order: usize,
    /// What its records share.
    pub title: String,
    /// Its marks, from left to right, no two touching.
    pub clusters: Vec<Cluster>,
}

/// The lanes of the shown records.
pub fn strip(atlas: &Atlas, shown: &Bits, lane_by: LaneBy, scale: &TimeScale) -> Vec<StripLane> {
    let mut lanes: Vec<StripLane> = Vec::new();
    for place in shown.iter() {
        let Some(record) = atlas.data.agreements.get(place) else { continue };
        let (order, title) = lane_of(record, atlas.index.stage(place), lane_by, atlas.words);
        let found = lanes.iter().position(|lane| lane.order == order);
        let at = found.unwrap_or_else(|| {
            lanes.push(StripLane { order, title, clusters: Vec::new() });
            lanes.len() - 1
        });
        let Some(lane) = lanes.get_mut(at) else { continue };
        for step in &record.steps {
            let Some(at) = step.date.decimal_year().map(|year| scale.position(year)) else { continue };
            if (0.0..=1.0).contains(&at) {
                lane.clusters.push(Cluster {
                    at,
                    records: vec![place],
                    rung: step.rung,
                    due: step.due,
                    years: (step.date.first.year, step.date.last.year),
                });
            }
        }
    }
    for lane in &mut lanes {
        lane.clusters = gathered(std::mem::take(&mut lane.clusters));
    }
    ordered(lanes, |a, b| a.order.cmp(&b.order))
}

/// Events of the mechanism on the axis, gathered in the same way: members are places of events.
pub fn events(atlas: &'static Atlas, facets: &Facets, scale: &TimeScale, today: Day) -> Vec<Cluster> {
    let mut marks = Vec::new();
    for (place, event) in atlas.data.events.iter().enumerate() {
        let Some(at) = event.date.decimal_year().map(|year| scale.position(year)) else { continue };
        if is_event_shown(event, facets) && (0.0..=1.0).contains(&at) {
            let due = event.date.first > today;
            let years = (event.date.first.year, event.date.last.year);
            marks.push(Cluster { at, records: vec![place], rung: Rung::Milestone, due, years });
        }
    }
    gathered(marks)
}

/// Joins marks until no two touch. A joined mark stands at the middle of its members.
fn gathered(clusters: Vec<Cluster>) -> Vec<Cluster> {
    let clusters = ordered(clusters, |a, b| a.at.total_cmp(&b.at));
    let least = TARGET_PX / TRACK_PX;
    let mut joined: Vec<(Cluster, f64, f64)> = Vec::new();
    for next in clusters {
        let at = next.at;
        match joined.last_mut() {
            // Held against the start of the group, so that a chain of near dates does not swallow a decade.
            Some((group, start, end)) if at - *start < least => {
                *end = at;
                group.records.extend(next.records);
                group.due &= next.due;
                group.rung = best(group.rung, next.rung);
                group.years = (group.years.0.min(next.years.0), group.years.1.max(next.years.1));
            }
            _ => joined.push((next, at, at)),
        }
    }
    let mut out: Vec<Cluster> = Vec::new();
    for (mut group, start, end) in joined {
        group.at = (start + end) / 2.0;
        if let Some(before) = out.last() {
            group.at = group.at.max(before.at + least);
        }
        let mut records = ordered(std::mem::take(&mut group.records), usize::cmp);
        records.dedup();
        group.records = records;
        out.push(group);
    }
    out
}

/// The rung a joined mark shows: a stop outranks the ladder, the ladder outranks milestones.
fn best(a: Rung, b: Rung) -> Rung {
    let weight = |rung: Rung| if rung == Rung::Milestone { 0 } else { 1 + rung as u8 };
    if weight(a) >= weight(b) { a } else { b }
}

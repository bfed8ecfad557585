//! Records into lanes, and each lane packed into the fewest rows, in a stable order.

use crate::model::dataset::codes::{Code, CountryId, Sector, Stage};
use crate::model::dataset::date::Precision;
use crate::model::dataset::index::{Atlas, Bits};
use crate::model::dataset::{Agreement, PartialDate, Rung, Step, Text};
use crate::model::order::ordered;
use crate::model::timeline::scale::TimeScale;
use crate::model::timeline::{AXIS_PX, MARK_PX, label_width};
use crate::model::view::LaneBy;
use crate::model::words::{Key, Words};

/// A dot of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Middle of what the date may mean, as a fraction of the axis.
    pub at: f64,
    /// First and last position the date may mean, when it is not known to the day.
    pub spread: Option<(f64, f64)>,
    /// Which rung.
    pub rung: Rung,
    /// Whether it is a target.
    pub due: bool,
    /// Read aloud: date and step.
    pub words: String,
}

/// A record in a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Place of the record in the dataset.
    pub record: usize,
    /// Row of the lane, from 0.
    pub row: usize,
    /// Its dated steps on the axis, in order.
    pub marks: Vec<Mark>,
    /// Where its label starts, or ends when it stands before the first mark.
    pub label_at: f64,
    /// Width the label has when it stands between two marks; the stylesheet cuts it there.
    pub label_room: Option<f64>,
    /// Whether the label stands before the first mark.
    pub is_label_before: bool,
    /// Whether it has no dated step on this axis.
    pub is_undated: bool,
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// What its records share.
    pub title: String,
    /// How many rows it takes.
    pub n_rows: usize,
    /// Its records, in the dataset's order.
    pub items: Vec<Item>,
}

/// The shown records in lanes. Lanes without a record are left out.
pub fn lanes(atlas: &Atlas, shown: &Bits, lane_by: LaneBy, scale: &TimeScale) -> Vec<Lane> {
    let mut lanes: Vec<(usize, Lane)> = Vec::new();
    for place in shown.iter() {
        let Some(record) = atlas.data.agreements.get(place) else { continue };
        let (order, title) = lane_of(record, atlas.index.stage(place), lane_by, atlas.words);
        let item = item(place, record, scale, atlas.words);
        match lanes.iter_mut().find(|(other, _)| *other == order) {
            Some((_, lane)) => lane.items.push(item),
            None => lanes.push((order, Lane { title, n_rows: 0, items: vec![item] })),
        }
    }
    let lanes = ordered(lanes, |a, b| a.0.cmp(&b.0));
    lanes.into_iter().map(|(_, lane)| packed(lane)).collect()
}

/// Place of a record's lane among the lanes, and the lane's title.
pub fn lane_of(record: &Agreement, stage: Stage, lane_by: LaneBy, words: Words) -> (usize, String) {
    let label = |text: Text| text.to_owned();
    match lane_by {
        LaneBy::Country => {
            let states: Vec<CountryId> = central_asian(record).collect();
            match states.as_slice() {
                [only] => (1 + only.index(), label(words.label(*only))),
                [] => (9, label(words.label(CountryId::CN))),
                _ => (0, label(words.say(Key::SeveralStates))),
            }
        }
        LaneBy::Sector => {
            let sector = record.sectors.first().copied().unwrap_or(Sector::Politics);
            (sector.index(), label(words.label(sector)))
        }
        LaneBy::Stage => (stage.index(), label(words.label(stage))),
        LaneBy::Partner => {
            let states: Vec<&str> = central_asian(record).map(|state| words.label(state)).collect();
            match (record.parties.len(), states.as_slice()) {
                (6, _) => (0, label(words.say(Key::AllSix))),
                (_, [only]) if record.parties.contains(&CountryId::CN) => {
                    let order = central_asian(record).next().map_or(1, |state| 1 + state.index());
                    (order, words.fill(Key::LanePair, &[only]))
                }
                (_, [only]) => (8, words.fill(Key::LaneAlone, &[only])),
                _ => (7, label(words.say(Key::LaneSome))),
            }
        }
    }
}

/// The row of each extent, and how many rows: first fit, in the order given, so that the same
/// records always stand the same way.
pub fn pack(extents: &[(f64, f64)]) -> (Vec<usize>, usize) {
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    let places = extents.iter().map(|extent| {
        let is_free =
            |row: &Vec<(f64, f64)>| row.iter().all(|other| extent.1 <= other.0 || other.1 <= extent.0);
        let row = rows.iter().position(is_free).unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(row) => row.push(*extent),
            None => rows.push(vec![*extent]),
        }
        row
    });
    let places = places.collect();
    (places, rows.len())
}

/// What an item takes of its row, marks, bar and label.
pub fn extent(item: &Item, label: &str) -> (f64, f64) {
    let half = MARK_PX / 2.0 / AXIS_PX;
    let ends = item.marks.iter().flat_map(|mark| {
        let (from, to) = mark.spread.unwrap_or((mark.at, mark.at));
        [from, to]
    });
    let (mut from, mut to) =
        ends.fold((f64::MAX, f64::MIN), |(a, b), at| (a.min(at - half), b.max(at + half)));
    if item.label_room.is_some() {
        return (from, to);
    }
    if item.is_label_before {
        from = from.min(item.label_at - label_width(label));
        to = to.max(item.label_at);
    } else {
        from = from.min(item.label_at);
        to = to.max(item.label_at + label_width(label));
    }
    (from, to)
}

fn item(place: usize, record: &Agreement, scale: &TimeScale, words: Words) -> Item {
    let marks: Vec<Mark> = record.steps.iter().filter_map(|step| mark(step, scale, words)).collect();
    let marks = ordered(marks, |a, b| a.at.total_cmp(&b.at));
    let half = MARK_PX / 2.0 / AXIS_PX;
    let width = label_width(record.title);
    let edge =
        |mark: &Mark, last: bool| mark.spread.map_or(mark.at, |(from, to)| if last { to } else { from });
    let first = marks.iter().map(|mark| edge(mark, false)).fold(f64::MAX, f64::min);
    let last = marks.iter().map(|mark| edge(mark, true)).fold(f64::MIN, f64::max);
    let is_undated = marks.is_empty();
    // A label that would run off the axis stands before its first mark.
    let is_label_before = !is_undated && last + half + width > 1.0 && first - half - width >= 0.0;
    let has_room_after = last + half + width <= 1.0;
    let needs_gap = !is_undated && !has_room_after && !is_label_before;
    let gap = if needs_gap { widest_gap(&marks, half) } else { None };
    let label_at = match (is_undated, is_label_before) {
        (true, _) => 0.0,
        (false, true) => first - half,
        // With no room on either side, between two marks, over the line that joins them.
        (false, false) => gap.map_or(last + half, |(from, _)| from),
    };
    let label_room = gap.map(|(_, width)| width);
    Item { record: place, row: 0, marks, label_at, label_room, is_label_before, is_undated }
}

/// Start and width of the widest gap between marks.
fn widest_gap(marks: &[Mark], half: f64) -> Option<(f64, f64)> {
    let gaps = marks.windows(2).filter_map(|pair| {
        let [before, after] = pair else { return None };
        let from = before.spread.map_or(before.at, |(_, to)| to) + half;
        let to = after.spread.map_or(after.at, |(from, _)| from) - half;
        Some((from, to - from))
    });
    gaps.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|gap| gap.1 > 0.0)
}

fn mark(step: &Step, scale: &TimeScale, words: Words) -> Option<Mark> {
    let at = scale.position(step.date.decimal_year()?);
    if !(0.0..=1.0).contains(&at) {
        return None;
    }
    Some(Mark {
        at,
        spread: spread(step.date, scale),
        rung: step.rung,
        due: step.due,
        words: format!("{}: {}", words.date(step.date), step.text),
    })
}

/// What a half-known date may mean, cut to the axis; `None` for a day and for "by".
fn spread(date: PartialDate, scale: &TimeScale) -> Option<(f64, f64)> {
    let is_half_known = !matches!(date.precision, Precision::Day | Precision::By | Precision::Undated);
    let (from, to) = (scale.position(date.first.decimal_year()), scale.position(date.last.decimal_year()));
    is_half_known.then_some((from.clamp(0.0, 1.0), to.clamp(0.0, 1.0)))
}

fn packed(mut lane: Lane) -> Lane {
    // Earliest first reads as time does; ties keep the dataset's order.
    lane.items = ordered(lane.items, |a, b| start(a).total_cmp(&start(b)));
    let extents: Vec<(f64, f64)> =
        lane.items.iter().map(|item| extent(item, &"m".repeat(label_letters(item)))).collect();
    let (rows, n_rows) = pack(&extents);
    for (item, row) in lane.items.iter_mut().zip(rows) {
        item.row = row;
    }
    lane.n_rows = n_rows;
    lane
}

/// Labels of one lane are packed at full length, so that a longer translation moves nothing.
fn label_letters(_: &Item) -> usize {
    super::LABEL_LETTERS
}

fn start(item: &Item) -> f64 {
    item.marks.first().map_or(f64::MIN, |mark| mark.at)
}

fn central_asian(record: &Agreement) -> impl Iterator<Item = CountryId> {
    record.parties.iter().copied().filter(|party| *party != CountryId::CN)
}

//! The promise clock: what was promised for when, and whether evidence came. Everything is worked
//! out as of a day that the caller gives.

use crate::model::dataset::codes::{Code, Promise, Rung, Stage};
use crate::model::dataset::index::{Bits, stage_of};
use crate::model::dataset::{Agreement, Day, Step};
use crate::model::order::ordered;

/// Days ahead that count as soon.
pub const SOON_DAYS: i32 = 183;

/// Where a target of a record stands on a day; `None` for a step that is no target.
pub fn target(record: &Agreement, step: &Step, today: Day) -> Option<Promise> {
    if !step.due {
        return None;
    }
    let is_evidence = |other: &&Step| {
        let is_known = !other.due && other.date.is_dated() && other.date.first <= today;
        is_known
            && match step.rung {
                // A visit or a meeting is shown by what is reported from that day on.
                Rung::Milestone => other.date.first >= step.date.first,
                rung => other.rung.is_on_ladder() && other.rung >= rung,
            }
    };
    let is_met = record.steps.iter().any(|other| is_evidence(&other));
    Some(match () {
        () if is_met => Promise::Met,
        () if !step.date.is_dated() => Promise::NoDate,
        () if step.date.last < today => Promise::Overdue,
        () if step.date.last.number() - today.number() <= SOON_DAYS => Promise::Soon,
        () => Promise::Ahead,
    })
}

/// Where a record stands: the most pressing of its targets; delivered without any when it is.
pub fn promise(record: &Agreement, today: Day) -> Promise {
    let targets = record.steps.iter().filter_map(|step| target(record, step, today));
    let unless = match stage_of(record, today) {
        Stage::Delivered => Promise::Met,
        _ => Promise::NoDate,
    };
    targets.min().unwrap_or(unless)
}

/// The latest dated evidence of a record as of a day.
pub fn last_evidence(record: &Agreement, today: Day) -> Option<&Step> {
    let known = |step: &&Step| !step.due && step.date.is_dated() && step.date.first <= today;
    record.steps.iter().filter(known).max_by(|a, b| a.date.first.cmp(&b.date.first))
}

/// How many of a group of records stand in each state, in the order of [`Promise::ALL`].
pub fn counts(records: &[Agreement], group: Bits, today: Day) -> [usize; 5] {
    let mut counts = [0; 5];
    for (_, record) in records.iter().enumerate().filter(|(place, _)| group.contains(*place)) {
        if let Some(count) = counts.get_mut(promise(record, today).index()) {
            *count += 1;
        }
    }
    counts
}

/// Targets of records in one state, soonest first, as places of records and steps.
pub fn targets(records: &[Agreement], state: Promise, today: Day) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (place, record) in records.iter().enumerate() {
        for (at, step) in record.steps.iter().enumerate() {
            if target(record, step, today) == Some(state) {
                found.push((step.date, (place, at)));
            }
        }
    }
    ordered(found, |a, b| a.0.chronological(&b.0)).into_iter().map(|(_, found)| found).collect()
}

/// Targets still to come of a group of records, soonest first.
pub fn upcoming(records: &[Agreement], group: Bits, today: Day) -> Vec<(&Agreement, &Step)> {
    let places = [Promise::Soon, Promise::Ahead].into_iter().flat_map(|state| targets(records, state, today));
    let inside = places.filter(|(place, _)| group.contains(*place));
    inside
        .filter_map(|(place, at)| records.get(place).and_then(|record| Some((record, record.steps.get(at)?))))
        .collect()
}

/// How old the edition is on the day it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    /// Less than a year.
    Current,
    /// A year or more.
    OverYear,
    /// Three years or more.
    Unmaintained,
}

impl Age {
    /// The age of an edition. A clock that stands before the edition is not believed.
    pub fn of(edition: Day, today: Day) -> Self {
        let is_past = |years: i16| {
            (edition.year + years, edition.month, edition.day) <= (today.year, today.month, today.day)
        };
        match () {
            () if is_past(3) => Self::Unmaintained,
            () if is_past(1) => Self::OverYear,
            () => Self::Current,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dataset::PartialDate;

    fn day(text: &str) -> Day {
        PartialDate::parse(text).unwrap().last
    }

    #[test]
    fn the_edition_says_by_itself_when_it_has_grown_old() {
        let edition = day("2026-11-23");
        for (today, age) in [
            ("2020-01-01", Age::Current),
            ("2026-11-23", Age::Current),
            ("2027-11-22", Age::Current),
            ("2027-11-23", Age::OverYear),
            ("2029-11-22", Age::OverYear),
            ("2029-11-23", Age::Unmaintained),
            ("2040-01-01", Age::Unmaintained),
        ] {
            assert_eq!(Age::of(edition, day(today)), age, "{today}");
        }
    }
}

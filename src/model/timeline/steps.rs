//! Every dated step and event in one order: the timeline as a list.

use crate::model::dataset::index::{Atlas, Bits};
use crate::model::dataset::{Day, Event, PartialDate, Step};
use crate::model::order::ordered;
use crate::model::view::Facets;

/// One line of the list.
#[derive(Clone, Copy, Debug)]
pub enum Entry {
    /// A step of the record at a place.
    Step {
        /// Place of the record.
        record: usize,
        /// The step.
        step: &'static Step,
    },
    /// An event of the mechanism.
    Event(&'static Event),
}

impl Entry {
    /// When.
    pub fn date(&self) -> PartialDate {
        match self {
            Self::Step { step, .. } => step.date,
            Self::Event(event) => event.date,
        }
    }

    /// Whether it is a target.
    pub fn is_due(&self) -> bool {
        matches!(self, Self::Step { step, .. } if step.due)
    }

    /// Whether it passes: a step with its record, an event while no words or facets but
    /// countries and years narrow the records.
    pub fn is_shown(&self, shown: &Bits, facets: &Facets) -> bool {
        let years = |date: PartialDate| {
            let is_in = date.is_dated()
                && facets.from.is_none_or(|from| date.last.year >= from)
                && facets.to.is_none_or(|to| date.first.year <= to);
            is_in || (facets.from.is_none() && facets.to.is_none())
        };
        match self {
            Self::Step { record, step } => shown.contains(*record) && years(step.date),
            Self::Event(event) => is_event_shown(event, facets) && years(event.date),
        }
    }
}

/// Whether an event passes the facets: it has countries, but no sector, instrument or stage.
pub fn is_event_shown(event: &Event, facets: &Facets) -> bool {
    let is_of_country = facets.countries.is_empty()
        || event.countries.iter().any(|country| facets.countries.contains(*country));
    let is_free = facets.sectors.is_empty()
        && facets.instruments.is_empty()
        && facets.stages.is_empty()
        && facets.money.is_empty()
        && facets.tiers.is_empty()
        && facets.languages.is_empty()
        && facets.words.trim().is_empty();
    is_of_country && is_free
}

/// Every step and event, earliest first, undated last.
pub fn entries(atlas: &'static Atlas) -> Vec<Entry> {
    let records = atlas.data.agreements.iter().enumerate();
    let steps =
        records.flat_map(|(record, one)| one.steps.iter().map(move |step| Entry::Step { record, step }));
    let entries: Vec<Entry> = steps.chain(atlas.data.events.iter().map(Entry::Event)).collect();
    ordered(entries, |a, b| a.date().chronological(&b.date()))
}

/// The shown entries nearest to a day: the latest that happened and the next that are due.
pub fn around(entries: &[Entry], is_shown: impl Fn(&Entry) -> bool, day: Day, n_each: usize) -> Vec<usize> {
    let dated = || {
        let entries = entries.iter().enumerate();
        entries.filter(|(_, entry)| entry.date().is_dated() && is_shown(entry))
    };
    let mut places: Vec<usize> = dated()
        .filter(|(_, entry)| entry.date().first <= day && !entry.is_due())
        .map(|(place, _)| place)
        .collect();
    places.drain(..places.len().saturating_sub(n_each));
    places.extend(dated().filter(|(_, entry)| entry.date().last > day).map(|(place, _)| place).take(n_each));
    places.dedup();
    places
}

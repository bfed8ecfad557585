//! Look-ups built once: records by facet value as bit sets, entries by id, stages as of a day.

use std::sync::OnceLock;

use crate::model::order::ordered;
use crate::model::words::{Locale, PackedError, Words};

use super::codes::{Code, CountryId, Instrument, Language, MoneyKind, Rung, Sector, Stage, Tier};
use super::{
    Agreement, AgreementId, Behind, Claim, ClaimId, Country, Dataset, Day, Definition, Event, EventId, Link,
    PartialDate, Source, SourceId, Statement, Text,
};

/// Most records a dataset may hold.
pub const CAPACITY: usize = WORDS * 64;
const WORDS: usize = 8;

/// A set of records, by their place in [`Dataset::agreements`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bits([u64; WORDS]);

impl Bits {
    /// The first `count` records.
    pub fn first(count: usize) -> Self {
        let mut bits = Self::default();
        (0..count).for_each(|place| bits.insert(place));
        bits
    }

    /// Adds a record. Places beyond [`CAPACITY`] are left out; the checker refuses them.
    pub fn insert(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= 1 << (place % 64);
        }
    }

    /// Whether the record is in the set.
    pub fn contains(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word & (1 << (place % 64)) != 0)
    }

    /// How many records.
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Records in both.
    pub fn and(self, other: &Self) -> Self {
        self.zip(other, |a, b| a & b)
    }

    /// Records in either.
    pub fn or(self, other: &Self) -> Self {
        self.zip(other, |a, b| a | b)
    }

    /// Records in this and not in the other.
    pub fn and_not(self, other: &Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }

    /// Places in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..CAPACITY).filter(|place| self.contains(*place))
    }

    fn zip(mut self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        for (word, theirs) in self.0.iter_mut().zip(other.0) {
            *word = join(*word, theirs);
        }
        self
    }
}

/// Ids with their places, in the order of the ids.
type Ids = Vec<(&'static str, usize)>;

/// What is looked up again and again.
#[derive(Debug)]
pub struct Index {
    /// Every record.
    pub all: Bits,
    /// Records by party, in the order of [`CountryId::ALL`].
    pub country: Vec<Bits>,
    /// Records by sector.
    pub sector: Vec<Bits>,
    /// Records by instrument.
    pub instrument: Vec<Bits>,
    /// Records by stage.
    pub stage: Vec<Bits>,
    /// Records by kind of money that is shown.
    pub money: Vec<Bits>,
    /// Records by tier of any of their sources.
    pub tier: Vec<Bits>,
    /// Records by language of any of their sources.
    pub language: Vec<Bits>,
    /// First and last year of each dated step of each record.
    pub step_years: Vec<Vec<(i16, i16)>>,
    /// First and last year of any dated step.
    pub span: (i16, i16),
    /// Stage of each record.
    pub stages: Vec<Stage>,
    agreements: Ids,
    sources: Ids,
}

impl Index {
    /// Builds every look-up; stages are worked out as of `as_of`.
    pub fn new(dataset: &Dataset, as_of: Day) -> Self {
        let agreements = &dataset.agreements;
        let stages: Vec<Stage> = agreements.iter().map(|one| stage_of(one, as_of)).collect();
        let step_years: Vec<_> = agreements.iter().map(years_of).collect();
        let known = || step_years.iter().flatten();
        let sources = sorted(dataset.sources.iter().map(|source| source.id.as_str()).collect());
        let source_of =
            |id: &SourceId| find(&sources, id.as_str()).and_then(|place| dataset.sources.get(place));
        let any_source = |one: &Agreement, fits: &dyn Fn(&Source) -> bool| {
            one.sources.iter().filter_map(source_of).any(fits)
        };
        Self {
            all: Bits::first(agreements.len()),
            country: by(agreements, |one, country: CountryId| one.parties.contains(&country)),
            sector: by(agreements, |one, sector: Sector| one.sectors.contains(&sector)),
            instrument: by(agreements, |one, instrument: Instrument| one.instrument == instrument),
            stage: Stage::ALL.iter().map(|stage| places(&stages, |one| one == stage)).collect(),
            money: by(agreements, |one, kind: MoneyKind| {
                one.money().any(|(.., money)| money.kind == Some(kind))
            }),
            tier: by(agreements, |one, tier: Tier| any_source(one, &|source| source.tier == tier)),
            language: by(agreements, |one, language: Language| {
                any_source(one, &|source| source.language == language)
            }),
            span: (
                known().map(|(first, _)| *first).min().unwrap_or_default(),
                known().map(|(_, last)| *last).max().unwrap_or_default(),
            ),
            agreements: sorted(agreements.iter().map(|one| one.id.as_str()).collect()),
            sources,
            step_years,
            stages,
        }
    }

    /// Place of a record.
    pub fn agreement(&self, id: AgreementId) -> Option<usize> {
        find(&self.agreements, id.as_str())
    }

    /// Stage of the record at a place.
    pub fn stage(&self, place: usize) -> Stage {
        self.stages.get(place).copied().unwrap_or(Stage::Proposed)
    }

    /// Records with one facet value.
    pub fn with<T: Code>(facet: &[Bits], value: T) -> Bits {
        facet.get(value.index()).copied().unwrap_or_default()
    }
}

/// The dataset with its look-ups: everything the views read.
#[derive(Debug)]
pub struct Atlas {
    /// What is known.
    pub data: Dataset,
    /// Look-ups.
    pub index: Index,
    /// The language of its texts.
    pub words: Words,
    /// What the first view does without, once it is here.
    behind: OnceLock<Behind>,
    /// English titles of the records, to be found by in every language.
    pub originals: Vec<Text>,
}

impl Atlas {
    /// Builds the look-ups as of the edition's day.
    pub fn new(data: Dataset) -> Self {
        let index = Index::new(&data, data.edition.date.last);
        let atlas =
            Self { data, index, words: Words::default(), behind: OnceLock::new(), originals: Vec::new() };
        if !cfg!(target_arch = "wasm32") {
            let Dataset { claims, briefing, definitions, method, tours, .. } = atlas.data.clone();
            let links = Vec::new(); // Sources have them themselves.
            let behind = Behind { claims, briefing, definitions, method, tours, links };
            let _ = atlas.behind.set(behind); // A new one: nothing is there.
        }
        atlas
    }

    /// Claims of the source article, briefing, definitions, method and tours; `None` until they are here.
    pub fn behind(&self) -> Option<&Behind> {
        self.behind.get()
    }

    /// Takes in what came later, in the language of the atlas.
    ///
    /// # Errors
    /// The message, when it is not what the build wrote.
    pub fn take_in(&self, text: &'static str) -> Result<(), String> {
        let mut behind = Behind::parse(text).map_err(|error| error.to_string())?;
        self.words.unpack_behind(&mut behind);
        let _ = self.behind.set(behind); // If it was here already, it stays.
        Ok(())
    }

    /// The same in another language, with its packed texts.
    ///
    /// # Errors
    /// [`PackedError`] when the texts do not fit this dataset.
    pub fn translated(mut data: Dataset, locale: Locale, packed: &'static str) -> Result<Self, PackedError> {
        let originals = data.agreements.iter().map(|record| record.title).collect();
        let words = Words::unpack(&mut data, locale, packed)?;
        let mut atlas = Self { words, originals, ..Self::new(data) };
        if let Some(behind) = atlas.behind.get_mut() {
            words.unpack_behind(behind);
        }
        Ok(atlas)
    }

    /// First and last year of anything that has a date: steps of records, and events.
    pub fn years(&self) -> (i16, i16) {
        let dates = self.data.events.iter().map(|event| event.date).filter(|date| date.is_dated());
        dates.fold(self.index.span, |(first, last), date| {
            (first.min(date.first.year), last.max(date.last.year))
        })
    }

    /// A record by its id.
    pub fn agreement(&self, id: AgreementId) -> Option<&Agreement> {
        self.index.agreement(id).and_then(|place| self.data.agreements.get(place))
    }

    /// A source by its id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        find(&self.index.sources, id.as_str()).and_then(|place| self.data.sources.get(place))
    }

    /// What a source is called and where it is; `None` until that is here.
    pub fn link(&self, id: SourceId) -> Option<Link> {
        let place = find(&self.index.sources, id.as_str())?;
        let source = self.data.sources.get(place)?;
        if source.title.is_empty() {
            return self.behind()?.links.get(place).cloned();
        }
        Some(Link { title: source.title, url: source.url, note: source.note })
    }

    /// A claim of the source article by its id, once claims are here.
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.behind()?.claims.iter().find(|claim| claim.id == id)
    }

    /// An event by its id.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.data.events.iter().find(|event| event.id == id)
    }

    /// When something was said: the day given, else that of the page.
    pub fn said_on(&self, claim: &Statement) -> Option<PartialDate> {
        claim.date.or_else(|| self.source(claim.source)?.date)
    }

    /// What a value of a list means, once definitions are here.
    pub fn definition(&self, list: &str, code: &str) -> Option<&Definition> {
        self.behind()?.definitions.iter().find(|one| one.list == list && one.code == code)
    }

    /// A country by its code.
    pub fn country(&self, id: CountryId) -> Option<&Country> {
        self.data.countries.iter().find(|country| country.id == id)
    }
}

/// How far a record has come as of a day: the latest stop, else the highest rung of the ladder
/// that a step says was reached. Targets and milestones count for nothing.
pub fn stage_of(agreement: &Agreement, as_of: Day) -> Stage {
    let reached = || {
        agreement.steps.iter().filter(move |step| {
            !step.due && step.rung != Rung::Milestone && (!step.date.is_dated() || step.date.first <= as_of)
        })
    };
    let latest = reached().max_by(|a, b| latest_first(a, b));
    if let Some(step) = latest.filter(|step| !step.rung.is_on_ladder()) {
        return step.rung.stage().unwrap_or(Stage::Stalled);
    }
    let highest = reached().filter(|step| step.rung.is_on_ladder()).map(|step| step.rung).max();
    highest.and_then(Rung::stage).unwrap_or(Stage::Proposed)
}

/// Undated steps come before dated ones here: they never outrank a dated stop.
fn latest_first(a: &super::Step, b: &super::Step) -> std::cmp::Ordering {
    let key = |step: &super::Step| (step.date.is_dated(), step.date.first);
    key(a).cmp(&key(b))
}

fn years_of(agreement: &Agreement) -> Vec<(i16, i16)> {
    let dated = agreement.steps.iter().map(|step| step.date).filter(|date| date.is_dated());
    dated.map(|date| (date.first.year, date.last.year)).collect()
}

fn by<T: Code>(agreements: &[Agreement], holds: impl Fn(&Agreement, T) -> bool) -> Vec<Bits> {
    T::ALL.iter().map(|value| places(agreements, |one| holds(one, *value))).collect()
}

fn places<T>(items: &[T], holds: impl Fn(&T) -> bool) -> Bits {
    let mut bits = Bits::default();
    for (place, item) in items.iter().enumerate() {
        if holds(item) {
            bits.insert(place);
        }
    }
    bits
}

fn sorted(ids: Vec<&'static str>) -> Ids {
    let ids = ids.into_iter().enumerate().map(|(place, id)| (id, place)).collect();
    ordered(ids, |a: &(&str, usize), b| a.0.cmp(b.0))
}

fn find(ids: &Ids, id: &str) -> Option<usize> {
    let at = ids.binary_search_by(|(other, _)| (*other).cmp(id)).ok()?;
    ids.get(at).map(|(_, place)| *place)
}

//! Which records pass, and the count beside each choice.
//!
//! The count beside a value is what would be shown if that value alone were chosen in its facet
//! while every other facet stays as it is.

use super::{Facets, PartyRule, Set};
use crate::model::dataset::codes::{Code, CountryId, Instrument, Language, MoneyKind, Sector, Stage, Tier};
use crate::model::dataset::index::{Bits, Index};

/// What passes, in whole and without each facet.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// Records that pass everything.
    pub shown: Bits,
    countries: Bits,
    sectors: Bits,
    instruments: Bits,
    stages: Bits,
    money: Bits,
    tiers: Bits,
    languages: Bits,
}

/// One thing that narrows the records, to be offered for dropping when nothing is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrowing {
    /// The chosen countries.
    Countries,
    /// The chosen sectors.
    Sectors,
    /// The chosen instruments.
    Instruments,
    /// The chosen stages.
    Stages,
    /// The chosen kinds of money.
    Money,
    /// The chosen tiers.
    Tiers,
    /// The chosen languages.
    Languages,
    /// The years.
    Years,
    /// The words.
    Words,
}

impl Narrowing {
    /// Every facet, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Words,
        Self::Countries,
        Self::Sectors,
        Self::Stages,
        Self::Instruments,
        Self::Money,
        Self::Tiers,
        Self::Languages,
        Self::Years,
    ];

    /// The facets without this one.
    pub fn without(self, facets: &Facets) -> Facets {
        let mut facets = facets.clone();
        match self {
            Self::Countries => facets.countries = Set::default(),
            Self::Sectors => facets.sectors = Set::default(),
            Self::Instruments => facets.instruments = Set::default(),
            Self::Stages => facets.stages = Set::default(),
            Self::Money => facets.money = Set::default(),
            Self::Tiers => facets.tiers = Set::default(),
            Self::Languages => facets.languages = Set::default(),
            Self::Years => (facets.from, facets.to) = (None, None),
            Self::Words => facets.words.clear(),
        }
        facets
    }
}

impl Selection {
    /// Records of `index` that pass `facets`; `found` are those that hold the words.
    pub fn new(index: &Index, facets: &Facets, found: &Bits) -> Self {
        let base = index.all.and(found).and(&years(index, facets.from, facets.to));
        let countries = parties(index, facets.countries, facets.party_rule);
        let sectors = any(&index.sector, facets.sectors, &index.all);
        let instruments = any(&index.instrument, facets.instruments, &index.all);
        let stages = any(&index.stage, facets.stages, &index.all);
        let tiers = any(&index.tier, facets.tiers, &index.all);
        let money = any(&index.money, facets.money, &index.all);
        let languages = any(&index.language, facets.languages, &index.all);
        let join = |parts: [&Bits; 6]| parts.into_iter().fold(base, |bits, part| bits.and(part));
        Self {
            shown: join([&sectors, &instruments, &stages, &money, &tiers, &languages]).and(&countries),
            countries: join([&sectors, &instruments, &stages, &money, &tiers, &languages]),
            sectors: join([&countries, &instruments, &stages, &money, &tiers, &languages]),
            instruments: join([&countries, &sectors, &stages, &money, &tiers, &languages]),
            stages: join([&countries, &sectors, &instruments, &money, &tiers, &languages]),
            money: join([&countries, &sectors, &instruments, &stages, &tiers, &languages]),
            tiers: join([&countries, &sectors, &instruments, &stages, &money, &languages]),
            languages: join([&countries, &sectors, &instruments, &stages, &money, &tiers]),
        }
    }

    /// How many records pass.
    pub fn n_shown(&self) -> usize {
        self.shown.count()
    }

    /// The count beside a country, under the rule in force.
    pub fn country(&self, index: &Index, country: CountryId, rule: PartyRule) -> usize {
        self.countries.and(&parties(index, Set::only(country), rule)).count()
    }

    /// The count beside a sector.
    pub fn sector(&self, index: &Index, sector: Sector) -> usize {
        self.sectors.and(&Index::with(&index.sector, sector)).count()
    }

    /// The count beside an instrument.
    pub fn instrument(&self, index: &Index, instrument: Instrument) -> usize {
        self.instruments.and(&Index::with(&index.instrument, instrument)).count()
    }

    /// The count beside a stage.
    pub fn stage(&self, index: &Index, stage: Stage) -> usize {
        self.stages.and(&Index::with(&index.stage, stage)).count()
    }

    /// The count beside a kind of money.
    pub fn money(&self, index: &Index, kind: MoneyKind) -> usize {
        self.money.and(&Index::with(&index.money, kind)).count()
    }

    /// The count beside a tier.
    pub fn tier(&self, index: &Index, tier: Tier) -> usize {
        self.tiers.and(&Index::with(&index.tier, tier)).count()
    }

    /// The count beside a language.
    pub fn language(&self, index: &Index, language: Language) -> usize {
        self.languages.and(&Index::with(&index.language, language)).count()
    }

    /// Records shown to which a country is a party.
    pub fn of_country(&self, index: &Index, country: CountryId) -> Bits {
        self.shown.and(&Index::with(&index.country, country))
    }

    /// Records a country would have if no country were chosen: what its shape on the map says.
    pub fn on_map(&self, index: &Index, country: CountryId) -> Bits {
        self.countries.and(&Index::with(&index.country, country))
    }

    /// Records shown of a country and a sector: a cell of the grid.
    pub fn cell(&self, index: &Index, country: Option<CountryId>, sector: Option<Sector>) -> Bits {
        let country = country.map_or(index.all, |country| Index::with(&index.country, country));
        let sector = sector.map_or(index.all, |sector| Index::with(&index.sector, sector));
        self.shown.and(&country).and(&sector)
    }
}

fn any<T: Code>(facet: &[Bits], chosen: Set<T>, all: &Bits) -> Bits {
    if chosen.is_empty() {
        return *all;
    }
    chosen.iter().fold(Bits::default(), |bits, value| bits.or(&Index::with(facet, value)))
}

fn parties(index: &Index, chosen: Set<CountryId>, rule: PartyRule) -> Bits {
    if chosen.is_empty() {
        return index.all;
    }
    let of = |country| Index::with(&index.country, country);
    match rule {
        PartyRule::Any => any(&index.country, chosen, &index.all),
        PartyRule::All => chosen.iter().fold(index.all, |bits, country| bits.and(&of(country))),
        PartyRule::Only => CountryId::ALL
            .iter()
            .filter(|country| !chosen.contains(**country))
            .fold(index.all, |bits, country| bits.and_not(&of(*country))),
    }
}

/// Records with a dated step from the first to the last year.
fn years(index: &Index, from: Option<i16>, to: Option<i16>) -> Bits {
    if from.is_none() && to.is_none() {
        return index.all;
    }
    let (from, to) = (from.unwrap_or(i16::MIN), to.unwrap_or(i16::MAX));
    let mut bits = Bits::default();
    for (place, years) in index.step_years.iter().enumerate() {
        if years.iter().any(|(first, last)| *first <= to && *last >= from) {
            bits.insert(place);
        }
    }
    bits
}

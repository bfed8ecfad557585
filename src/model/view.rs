//! What a reader is looking at: everything a link can say, and its defaults.

pub mod action;
pub mod embed;
pub mod filter;
pub mod page;
pub mod query;
pub mod title;
pub mod tour;

use std::marker::PhantomData;

use embed::{Font, Part, Piece, Theme};

use crate::model::dataset::codes::{Code, CountryId, Instrument, Language, MoneyKind, Sector, Stage, Tier};
use crate::model::dataset::{AgreementId, EventId};

/// Which of the equal pictures of the same selection is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Map over timeline.
    #[default]
    Map,
    /// Timeline in full.
    Timeline,
    /// Table of records.
    Table,
    /// Countries by sectors.
    Grid,
    /// Countries side by side.
    Compare,
    /// What was promised for when.
    Promises,
    /// The summit in order, and what the source article says.
    Briefing,
    /// How the dataset is made.
    Method,
}

/// How chosen countries are held against the parties of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PartyRule {
    /// At least one is a party.
    #[default]
    Any,
    /// Every one is a party.
    All,
    /// Every party is one of them.
    Only,
}

/// What the colours of the map say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColourBy {
    /// Number of records shown.
    #[default]
    Records,
    /// The furthest stage of a record shown.
    Stage,
    /// Records shown of one sector.
    Sector(Sector),
    /// Records shown with one kind of money. Counted, not summed: several states may share an amount.
    Money(MoneyKind),
}

impl ColourBy {
    /// Its code in links. Those of sectors and of kinds of money are all different.
    pub fn code(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Stage => "stage",
            Self::Sector(sector) => sector.code(),
            Self::Money(kind) => kind.code(),
        }
    }

    /// What a code says.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "records" => Some(Self::Records),
            "stage" => Some(Self::Stage),
            _ => {
                let sector = Sector::from_code(code).map(Self::Sector);
                sector.or_else(|| MoneyKind::from_code(code).map(Self::Money))
            }
        }
    }
}

/// What the lanes of the timeline are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LaneBy {
    /// The Central Asian party; several together in one lane.
    #[default]
    Country,
    /// The main sector.
    Sector,
    /// The stage.
    Stage,
    /// Which parties there are beside China.
    Partner,
}

/// How the table is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// As in the dataset, by weight.
    #[default]
    Edition,
    /// By title.
    Title,
    /// By stage.
    Stage,
    /// By instrument.
    Instrument,
    /// By main sector.
    Sector,
    /// By first date.
    Date,
}

/// What part of the map is in the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Frame {
    /// A chosen country, or the region when none is.
    #[default]
    Auto,
    /// Central Asia.
    Region,
    /// As far as the Chinese coast.
    Corridor,
    /// The enclaves.
    Fergana,
    /// A place the reader moved to: centre on the plane in whole kilometres, scale in 1/100.
    At {
        /// Kilometres east of 80° E.
        x_km: i16,
        /// Kilometres north of 43° N.
        y_km: i16,
        /// 100 is the region; 400 is four times nearer.
        zoom: u16,
    },
}

/// A set of codes, in the order of their list.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Set<T>(u32, PhantomData<T>);

impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(0, PhantomData)
    }
}

impl<T: Code> Set<T> {
    /// The set of one.
    pub fn only(value: T) -> Self {
        Self(1 << value.index(), PhantomData)
    }

    /// Whether the value is in it.
    pub fn contains(self, value: T) -> bool {
        self.0 & (1 << value.index()) != 0
    }

    /// Adds or removes the value.
    pub fn toggle(&mut self, value: T) {
        self.0 ^= 1 << value.index();
    }

    /// Adds the value.
    pub fn insert(&mut self, value: T) {
        self.0 |= 1 << value.index();
    }

    /// Whether nothing is chosen, which means everything passes.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are chosen.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The chosen, in the order of their list.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::ALL.iter().copied().filter(move |value| self.contains(*value))
    }

    /// The one chosen value, if it is alone.
    pub fn single(self) -> Option<T> {
        if self.len() == 1 { self.iter().next() } else { None }
    }
}

/// What narrows the records: the facets, the years and the words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    /// Parties.
    pub countries: Set<CountryId>,
    /// How parties are held against the choice.
    pub party_rule: PartyRule,
    /// Sectors.
    pub sectors: Set<Sector>,
    /// Instruments.
    pub instruments: Set<Instrument>,
    /// Stages.
    pub stages: Set<Stage>,
    /// Kinds of money.
    pub money: Set<MoneyKind>,
    /// Tiers of sources.
    pub tiers: Set<Tier>,
    /// Languages of sources.
    pub languages: Set<Language>,
    /// First year of interest.
    pub from: Option<i16>,
    /// Last year of interest.
    pub to: Option<i16>,
    /// Words searched for.
    pub words: String,
}

/// Everything a link can say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// The open picture.
    pub view: View,
    /// What narrows the records.
    pub facets: Facets,
    /// The record whose card is open.
    pub record: Option<AgreementId>,
    /// The event whose card is open; never together with a record.
    pub event: Option<EventId>,
    /// What colours say.
    pub colour: ColourBy,
    /// What lanes are.
    pub lanes: LaneBy,
    /// What cells of the grid hold: money of a kind, or the number of records.
    pub cells: Option<MoneyKind>,
    /// How the table is ordered.
    pub sort: SortBy,
    /// Whether the order is turned round.
    pub descending: bool,
    /// Whether places and corridors are drawn.
    pub sites: Sites,
    /// What part of the map is shown.
    pub frame: Frame,
    /// Where in a tour the reader is.
    pub tour: Option<Touring>,
}

/// A step of a tour.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Touring {
    /// Which tour; the first one when empty.
    pub id: String,
    /// Counted from 1.
    pub step: u16,
}

/// Whether the layer of places and corridors is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sites {
    /// Drawn.
    #[default]
    Shown,
    /// Left out.
    Hidden,
}

impl ViewState {
    /// The country whose card is open: the one chosen country, while no record or event is open.
    pub fn open_country(&self) -> Option<CountryId> {
        let is_free = self.record.is_none() && self.event.is_none();
        self.facets.countries.single().filter(|_| is_free)
    }
}

impl Facets {
    /// How many choices narrow the records, as counted on the filter button.
    pub fn n_choices(&self) -> usize {
        self.countries.len()
            + self.sectors.len()
            + self.instruments.len()
            + self.stages.len()
            + self.money.len()
            + self.tiers.len()
            + self.languages.len()
            + usize::from(self.from.is_some() || self.to.is_some())
            + usize::from(!self.words.trim().is_empty())
    }
}

/// Gives a small list of view options its codes for links and words for readers.
macro_rules! options {
    ($($list:literal $name:ident { $($variant:ident = $code:literal, $label:literal;)* })*) => {$(
        impl Code for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];
            const LIST: &'static str = $list;

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            fn english(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }

            fn index(self) -> usize {
                self as usize
            }
        }
    )*};
}

options! {
    "embed" Part {
        Map = "map", "Map";
        Timeline = "timeline", "Timeline";
        Table = "table", "Table";
        Grid = "grid", "Grid";
        Card = "card", "One card";
        Compare = "compare", "Comparison";
        Promises = "promises", "Promises";
    }
    "piece" Piece {
        Title = "title", "Title";
        Filters = "filters", "Filters";
        Countries = "countries", "Country buttons";
        Legend = "legend", "Legend";
        Source = "source", "Sources and boundaries";
    }
    "theme" Theme {
        Auto = "auto", "As the reader has it";
        Light = "light", "Light";
        Dark = "dark", "Dark";
    }
    "font" Font {
        Own = "own", "As in the atlas";
        Sans = "sans", "Sans serif";
        Serif = "serif", "Serif";
    }
    "view" View {
        Map = "map", "Map";
        Timeline = "timeline", "Timeline";
        Table = "table", "Table";
        Grid = "grid", "Grid";
        Compare = "compare", "Compare";
        Promises = "promises", "Promises";
        Briefing = "briefing", "Briefing";
        Method = "method", "Method";
    }
    "party rule" PartyRule {
        Any = "any", "any of these";
        All = "all", "all of these";
        Only = "only", "only these";
    }
    "lanes" LaneBy {
        Country = "country", "Country";
        Sector = "sector", "Sector";
        Stage = "stage", "Stage";
        Partner = "partner", "Partners";
    }
    "order" SortBy {
        Edition = "edition", "Edition order";
        Title = "title", "Title";
        Stage = "stage", "Stage";
        Instrument = "instrument", "Instrument";
        Sector = "sector", "Sector";
        Date = "date", "First date";
    }
    "places" Sites {
        Shown = "on", "Shown";
        Hidden = "off", "Hidden";
    }
}

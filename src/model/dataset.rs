//! The dataset: what is known, who says so, when, and where it was read.
//!
//! Texts are borrowed from the JSON they were read from, which lives as long as the program.
//! The format is told in `docs/data.md` and in the JSON Schema made from these types.

pub mod check;
pub mod codes;
pub mod date;
pub mod index;
pub mod parse;
pub mod read;

pub use codes::{
    Bound, Confidence, CountryId, EntryKind, EventKind, Instrument, Language, LineKind, LineStatus,
    MoneyKind, Rung, Sector, Stage, Standing, Tier,
};
pub use date::{Day, PartialDate};

/// A text of the dataset. It is never empty.
pub type Text = &'static str;

/// Ids are types, so that the id of a source cannot stand where one of a record is asked for.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), serde(transparent, bound(deserialize = "'de: 'static")))]
        pub struct $name(pub Text);

        impl $name {
            /// The id as it stands in files and links.
            pub fn as_str(self) -> Text {
                self.0
            }
        }

        impl read::Read for $name {
            fn read(reader: &mut read::Reader) -> Result<Self, read::ReadError> {
                read::Read::read(reader).map(Self)
            }
        }
    )*};
}

ids! {
    /// A record: lower-case words joined by hyphens.
    AgreementId,
    /// An event of the mechanism.
    EventId,
    /// A source.
    SourceId,
    /// One claim of the source article, `S001` to `S190`.
    ClaimId,
    /// A line of the map.
    RouteId,
}

/// Derives what every part of the format needs.
macro_rules! format_struct {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$fdoc:meta])* pub $field:ident : $ty:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(serde::Deserialize, schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields, bound(deserialize = "'de: 'static")))]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty),* }

        read::read_struct!($name { $($field: $ty),* });
    )*};
}

format_struct! {
    /// The whole dataset, as compiled in: the files of `public/data/` under their names.
    pub struct Dataset {
        /// `edition.json`.
        pub edition: Edition,
        /// `countries.json`: six, in the order they are listed to readers.
        pub countries: Vec<Country>,
        /// `agreements.json`: the records.
        pub agreements: Vec<Agreement>,
        /// `events.json`: the history of the mechanism, oldest first.
        pub events: Vec<Event>,
        /// `sources.json`.
        pub sources: Vec<Source>,
        /// `claims.json`: the source article, claim by claim.
        pub claims: Vec<Claim>,
        /// `briefing.json`.
        pub briefing: Briefing,
        /// `definitions.json`: every value of every facet.
        pub definitions: Vec<Definition>,
        /// `method.json`.
        pub method: Method,
        /// `tours.json`.
        pub tours: Vec<Tour>,
        /// `places.json`: towns drawn on the map for orientation.
        pub places: Vec<Place>,
        /// `routes.json`: corridors and pipelines.
        pub routes: Vec<Route>,
    }

    /// Parts that the first view does without.
    pub struct Behind {
        /// `claims.json`.
        pub claims: Vec<Claim>,
        /// `briefing.json`.
        pub briefing: Briefing,
        /// `definitions.json`.
        pub definitions: Vec<Definition>,
        /// `method.json`.
        pub method: Method,
        /// `tours.json`.
        pub tours: Vec<Tour>,
        /// What sources are called and where they are, in the order of `sources.json`.
        pub links: Vec<Link>,
    }

    /// What a source is called and where it is.
    pub struct Link {
        /// Its own title.
        pub title: Text,
        /// Address; null for the source article.
        pub url: Option<Text>,
        /// What was seen of it.
        pub note: Option<Text>,
    }

    /// Which dataset this is, and what it is about.
    pub struct Edition {
        /// Counts up from 1.
        pub number: u32,
        /// The day the data was closed. Stages are worked out as of this day.
        pub date: PartialDate,
        /// The licence of the data, as its short name.
        pub licence: Text,
        /// Where corrections are sent, as an address of mail; null when the publisher gave none.
        pub contact: Option<Text>,
        /// The summit itself.
        pub summit: Summit,
        /// Which things are records of this edition.
        pub inclusion: Text,
        /// Totals that speakers gave, none of which is the sum of the records.
        pub headlines: Vec<Headline>,
        /// What was in an earlier edition and is no more. Its ids are never used again.
        pub retired: Vec<Retired>,
    }

    /// A record, event or source of an earlier edition.
    pub struct Retired {
        /// The id it had.
        pub id: Text,
        /// What it was.
        pub kind: EntryKind,
        /// The title it had.
        pub title: Text,
        /// The edition it was left out of first.
        pub edition: u32,
        /// Why, in a sentence.
        pub reason: Text,
        /// The record or event that tells what it told, if one does.
        pub now: Option<Text>,
    }

    /// The meeting the atlas is about.
    pub struct Summit {
        /// Official name.
        pub name: Text,
        /// The day it met.
        pub date: PartialDate,
        /// Where it met.
        pub city: Text,
        /// What it was, in a few sentences.
        pub summary: Text,
        /// Where the summary was read.
        pub sources: Vec<SourceId>,
    }

    /// A total that was announced, beside the records that belong to it.
    pub struct Headline {
        /// Short id, unique within the edition.
        pub id: Text,
        /// What was counted or added up.
        pub about: Text,
        /// Who said how much.
        pub claims: Vec<Statement>,
        /// Which of the claims is shown.
        pub shown: Option<usize>,
        /// The editor's ground, where there are several.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub reason: Option<Text>,
        /// Which records are held against it.
        pub rule: Text,
        /// The record of what was announced.
        pub record: AgreementId,
        /// The records held against it.
        pub items: Vec<AgreementId>,
    }

    /// One of the six states.
    pub struct Country {
        /// ISO 3166-1 alpha-2.
        pub id: CountryId,
        /// Short name.
        pub name: Text,
        /// Full name of the state.
        pub official_name: Text,
        /// Names in other languages and scripts, for the search.
        pub aliases: Vec<Text>,
        /// Seat of government.
        pub capital: Point,
        /// Who stood for it at the summit.
        pub leader: Person,
        /// The source article's positioning line, word for word; only ever shown as a quotation.
        pub epithet: Option<Text>,
        /// The claim that carries the epithet.
        pub epithet_claim: Option<ClaimId>,
        /// Steps of its relations with China, earliest first; none for China itself.
        pub ties: Vec<Tie>,
        /// Figures and what sources disagree on.
        pub matters: Vec<Matter>,
        /// Words of speakers.
        pub quotes: Vec<Quote>,
        /// What the source article says of the country.
        pub positions: Vec<Position>,
        /// Claims of the source article shown on this country's card.
        pub claims: Vec<ClaimId>,
    }

    /// A dated step of the relations between two states.
    pub struct Tie {
        /// What began: diplomatic relations, or a partnership by its official name.
        pub text: Text,
        /// When.
        pub date: PartialDate,
        /// Who says so.
        pub source: SourceId,
        /// How well it is attested, where that was judged.
        pub confidence: Option<Confidence>,
    }

    /// A named point.
    pub struct Point {
        /// Name.
        pub name: Text,
        /// Degrees north.
        pub lat: f64,
        /// Degrees east.
        pub lon: f64,
    }

    /// Somebody in an office.
    pub struct Person {
        /// Full name.
        pub name: Text,
        /// Office held at the summit.
        pub title: Text,
    }

    /// A figure or a fact: what is said of it, claim beside claim.
    pub struct Matter {
        /// Short id, unique within the entry, for links that correct it.
        pub id: Text,
        /// The matter.
        pub about: Text,
        /// What each speaker says. More than one: they are rivals, and never averaged.
        pub claims: Vec<Statement>,
        /// Which of them is shown elsewhere; null when none is.
        pub shown: Option<usize>,
        /// The editor's ground, wherever there is a choice to be made.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub reason: Option<Text>,
        /// False when its money stands inside another record's, or beside it for comparison: totals
        /// leave it out.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub counts: Option<bool>,
    }

    /// What somebody says of a matter.
    pub struct Statement {
        /// As shown.
        pub says: Text,
        /// The figure in it.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub quantity: Option<Quantity>,
        /// Speaker or body, when not the publisher.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub by: Option<Text>,
        /// When it was said, when not the day of the page.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub date: Option<PartialDate>,
        /// Where it was read; its language is the source's.
        pub source: SourceId,
        /// How it was counted, what it covers.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub note: Option<Text>,
    }

    /// A figure in whole units.
    pub struct Quantity {
        /// Units, never thousands or millions of them.
        pub value: f64,
        /// ISO 4217 for money, else the unit in words.
        pub unit: Text,
        /// What kind of money; null for what is no money, or none that is ever counted.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub kind: Option<MoneyKind>,
        /// Whether it is exact; null when it is.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub bound: Option<Bound>,
    }

    /// Words of a speaker.
    pub struct Quote {
        /// The words.
        pub text: Text,
        /// Who.
        pub by: Text,
        /// When.
        pub date: Option<PartialDate>,
        /// Where it was read.
        pub source: SourceId,
        /// False when only the source article has it.
        pub verified: bool,
        /// Claims of the source article that carry it.
        pub claims: Vec<ClaimId>,
    }

    /// What the source article says of a country.
    pub struct Position {
        /// In our words.
        pub text: Text,
        /// The claims.
        pub claims: Vec<ClaimId>,
    }

    /// A record: one agreement, project, body, fund, proposal.
    pub struct Agreement {
        /// Lasting id.
        pub id: AgreementId,
        /// Name shown.
        pub title: Text,
        /// Other names of the same thing.
        pub aliases: Vec<Text>,
        /// What sort of instrument it is.
        pub instrument: Instrument,
        /// Sectors, the main one first.
        pub sectors: Vec<Sector>,
        /// Parties, China first where it is one.
        pub parties: Vec<CountryId>,
        /// Organisations named by sources.
        pub organisations: Vec<Text>,
        /// What it is; at most 45 words.
        pub summary: Text,
        /// What is known of its state, and what was not found.
        pub standing: Option<Text>,
        /// Money, figures, and whatever sources disagree on.
        pub matters: Vec<Matter>,
        /// Dated evidence, in the order of the file.
        pub steps: Vec<Step>,
        /// Places.
        pub places: Vec<Site>,
        /// Claims of the source article on it.
        pub claims: Vec<ClaimId>,
        /// Every source used.
        pub sources: Vec<SourceId>,
        /// How well the main facts stand.
        pub confidence: Confidence,
        /// Remark, mainly what the source article leaves out.
        pub note: Option<Text>,
        /// Records that may be the same thing.
        pub possibly_same_as: Vec<AgreementId>,
    }

    /// Dated evidence on a record.
    pub struct Step {
        /// When.
        pub date: PartialDate,
        /// Which rung it reached or aims at.
        pub rung: Rung,
        /// True for a target, which counts as reached only when another step says so.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub due: bool,
        /// What happened; at most 20 words.
        pub text: Text,
        /// Where it was read.
        pub source: SourceId,
        /// Why a lower rung comes after a higher one.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub note: Option<Text>,
    }

    /// A point of a record.
    pub struct Site {
        /// Name.
        pub name: Text,
        /// Degrees north.
        pub lat: f64,
        /// Degrees east.
        pub lon: f64,
        /// What it is to the record.
        pub role: Text,
        /// True for a schematic point, a region marker or a stand-in.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub approximate: bool,
    }

    /// An event in the history of the six-country mechanism.
    pub struct Event {
        /// Lasting id.
        pub id: EventId,
        /// When.
        pub date: PartialDate,
        /// What sort.
        pub kind: EventKind,
        /// Name shown.
        pub title: Text,
        /// What happened.
        pub text: Text,
        /// Where.
        pub place: Option<Point>,
        /// Remark on the form of the meeting.
        pub mode: Option<Text>,
        /// Who took part.
        pub countries: Vec<CountryId>,
        /// Where it was read.
        pub sources: Vec<SourceId>,
        /// How well it stands.
        pub confidence: Confidence,
        /// Claims of the source article on it.
        pub claims: Vec<ClaimId>,
        /// Records it concerns.
        pub agreements: Vec<AgreementId>,
    }

    /// A page, file or dataset that was read.
    pub struct Source {
        /// Lasting id.
        pub id: SourceId,
        /// Its own title.
        pub title: Text,
        /// Who published it.
        pub publisher: Text,
        /// Address; null for the source article.
        pub url: Option<Text>,
        /// When it was published; null when not seen.
        pub date: Option<PartialDate>,
        /// ISO 639-1.
        pub language: Language,
        /// How near it stands to the facts.
        pub tier: Tier,
        /// What was seen of it.
        pub note: Option<Text>,
    }

    /// One claim of the source article, in our words.
    pub struct Claim {
        /// `S001` to `S190`, in the order of the article.
        pub id: ClaimId,
        /// The article's section.
        pub section: Text,
        /// Countries it is about.
        pub countries: Vec<CountryId>,
        /// Sector it is about.
        pub sector: Option<Sector>,
        /// Nature of the claim.
        pub kind: Text,
        /// What is claimed.
        pub text: Text,
        /// The figure it gives.
        pub figure: Option<Text>,
        /// The date it gives.
        pub date: Option<PartialDate>,
        /// What other sources say of it.
        pub standing: Standing,
    }

    /// The summit in order, and what the source article says of it.
    pub struct Briefing {
        /// The summit, in reading order.
        pub summit: Vec<BriefingPart>,
        /// What the source article says, by subject.
        pub article: Vec<BriefingSection>,
    }

    /// One part of the briefing.
    pub struct BriefingPart {
        /// Short id.
        pub id: Text,
        /// Heading.
        pub title: Text,
        /// Paragraphs.
        pub paragraphs: Vec<Paragraph>,
    }

    /// Sentences that belong together.
    pub struct Paragraph {
        /// Heading inside the part, if any.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub title: Option<Text>,
        /// Sentences, each with what it rests on.
        pub sentences: Vec<Sentence>,
    }

    /// A sentence and what it rests on; at least one of the lists is not empty.
    pub struct Sentence {
        /// In our words.
        pub text: Text,
        /// Records.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub agreements: Vec<AgreementId>,
        /// Events.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub events: Vec<EventId>,
        /// Claims of the source article.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub claims: Vec<ClaimId>,
        /// Sources, where no record carries the sentence.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub sources: Vec<SourceId>,
    }

    /// One subject of what the source article says.
    pub struct BriefingSection {
        /// Short id.
        pub id: Text,
        /// Heading.
        pub title: Text,
        /// One sentence.
        pub intro: Text,
        /// Paragraphs.
        pub items: Vec<BriefingItem>,
    }

    /// One paragraph of what the source article says.
    pub struct BriefingItem {
        /// In our words, as the article's claim.
        pub text: Text,
        /// The claims it rests on.
        pub claims: Vec<ClaimId>,
        /// The records it concerns.
        pub agreements: Vec<AgreementId>,
    }

    /// What a value of a facet means and how it is counted.
    pub struct Definition {
        /// The list the value is of: `stage`, `kind of money` …
        pub list: Text,
        /// The value.
        pub code: Text,
        /// One sentence.
        pub text: Text,
        /// Where the definition comes from.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub from: Option<Text>,
    }

    /// Views of the atlas in an order that tells something.
    pub struct Tour {
        /// Lasting id, as it stands in links.
        pub id: Text,
        /// What it is called.
        pub title: Text,
        /// The views.
        pub steps: Vec<TourStep>,
    }

    /// One view of a tour.
    pub struct TourStep {
        /// The view, as a query without its question mark.
        pub view: Text,
        /// What is shown.
        pub title: Text,
        /// What to look at; one to three sentences.
        pub caption: Text,
        /// What the caption rests on, where the view does not show it.
        pub sources: Vec<SourceId>,
    }

    /// How the dataset is made.
    pub struct Method {
        /// In reading order.
        pub sections: Vec<MethodSection>,
        /// What was looked for and could not be verified.
        pub not_verified: Vec<Text>,
        /// Corrections made since the first edition, newest first.
        pub corrections: Vec<Correction>,
    }

    /// One part of the method.
    pub struct MethodSection {
        /// Short id.
        pub id: Text,
        /// Heading.
        pub title: Text,
        /// Paragraphs.
        pub paragraphs: Vec<Text>,
    }

    /// A correction of something that was published.
    pub struct Correction {
        /// When it was made.
        pub date: PartialDate,
        /// The edition that carries it.
        pub edition: u32,
        /// The entry.
        pub entry: Text,
        /// The field.
        pub field: Text,
        /// What was wrong, and what stands now.
        pub text: Text,
    }

    /// A town drawn for orientation.
    pub struct Place {
        /// Name.
        pub name: Text,
        /// Which of the six it is in; null for a place beyond them.
        pub country: Option<CountryId>,
        /// Degrees north.
        pub lat: f64,
        /// Degrees east.
        pub lon: f64,
        /// 1 a capital, 2 a city shown when there is room, 3 when zoomed in.
        pub rank: u8,
        /// Where the point comes from.
        pub source: Text,
        /// How exact it is.
        pub precision: Text,
    }

    /// A line of the map.
    pub struct Route {
        /// Lasting id.
        pub id: RouteId,
        /// The record it belongs to.
        pub agreement: Option<AgreementId>,
        /// Railway, gas line …
        pub kind: LineKind,
        /// Built, being built, planned.
        pub status: LineStatus,
        /// Name.
        pub name: Text,
        /// Points in order.
        pub points: Vec<RoutePoint>,
        /// What is schematic about it; null when its points are surveyed places.
        pub schematic: Option<Text>,
        /// What is known of the line.
        pub facts: Text,
        /// Where it was read.
        pub sources: Vec<Text>,
    }

    /// A point of a line.
    pub struct RoutePoint {
        /// Name.
        pub name: Text,
        /// Degrees north.
        pub lat: f64,
        /// Degrees east.
        pub lon: f64,
        /// True when the point only guides the line.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub schematic: bool,
    }
}

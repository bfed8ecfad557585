//! One table for every kind of thing, as CSV, and what each column means.

use super::File;
use crate::model::dataset::PartialDate;
use crate::model::dataset::codes::Code;
use crate::model::dataset::index::Atlas;
use crate::model::export::csv::{self, Table};
use crate::model::words::Words;

/// Every table, with its columns.
pub const TABLES: [(&str, &str, &[&str]); 11] = [
    ("records", "Records, one a line", &csv::RECORD_COLUMNS),
    ("ledger", "Every claim on figures and disputed facts", &csv::CLAIM_COLUMNS),
    ("steps", "Dated steps of records", &STEPS),
    ("sites", "Places of records", &SITES),
    ("sources", "Sources", &SOURCES),
    ("events", "Events of the mechanism", &EVENTS),
    ("countries", "The six states", &COUNTRIES),
    ("article-claims", "Claims of the source article", &ARTICLE),
    ("headlines", "Announced totals with the records held against them", &HEADLINES),
    ("routes", "Points of the lines of the map", &ROUTES),
    ("definitions", "What values of lists mean", &DEFINITIONS),
];

const STEPS: [&str; 9] = ["record", "step", "date", "first_day", "last_day", "rung", "due", "text", "source"];
const SITES: [&str; 6] = ["record", "name", "latitude", "longitude", "role", "approximate"];
const SOURCES: [&str; 8] = ["id", "title", "publisher", "url", "date", "language", "tier", "note"];
const EVENTS: [&str; 9] =
    ["id", "date", "kind", "title", "text", "place", "countries", "confidence", "sources"];
const COUNTRIES: [&str; 7] =
    ["code", "name", "official_name", "other_names", "capital", "leader_at_summit", "ties_with_china"];
const ARTICLE: [&str; 9] =
    ["id", "section", "countries", "sector", "kind", "text", "figure", "date", "standing"];
const HEADLINES: [&str; 5] = ["id", "says", "about", "record", "records_held_against_it"];
const ROUTES: [&str; 9] =
    ["route", "name", "kind", "status", "record", "point", "latitude", "longitude", "schematic"];
const DEFINITIONS: [&str; 4] = ["list", "code", "text", "comes_from"];

/// What each column means; columns of one name mean the same in every table.
pub const MEANINGS: [(&str, &str); 65] = [
    ("about", "What the claims or the total are about"),
    ("approximate", "yes for a schematic point, a region marker or a stand-in"),
    ("bound", "exact when empty; about, over, nearly, up-to"),
    ("by", "Speaker or body, when not the publisher"),
    ("capital", "Seat of government"),
    ("claim", "Number of the claim within its matter, from 1"),
    ("code", "ISO 3166-1 code of a country, or the code of a value"),
    ("comes_from", "Where a definition comes from"),
    ("confidence", "How well the main facts stand"),
    ("countries", "ISO codes, parted by semicolons"),
    ("date", "As well as it is known; empty when not known"),
    ("dates", "The only date, or the first and last year"),
    ("due", "yes for a target, which counts as reached only when another step says so"),
    ("entry", "Id of the record, or code of the country, that the claim is about"),
    ("figure", "Figure that the article gives"),
    ("first_day", "First day the date may mean, ISO 8601"),
    ("id", "Lasting id"),
    ("instrument", "What sort of thing was agreed"),
    ("kind", "What sort: of event, line or claim"),
    ("kind_of_money", "Kinds are never to be added together; empty for what is no money"),
    ("language", "ISO 639-1 code of the source"),
    ("last_day", "Last day the date may mean, ISO 8601"),
    ("latitude", "Degrees north"),
    ("leader_at_summit", "Who stood for the country"),
    ("list", "The list that a value belongs to"),
    ("longitude", "Degrees east"),
    ("matter", "Short id of the matter within its entry"),
    ("money_shown", "Amounts that are shown, with kind and matter"),
    ("name", "Name"),
    ("note", "How it was counted, what it covers, what was seen"),
    ("official_name", "Full name of the state"),
    ("organisations", "Named by sources, parted by semicolons"),
    ("other_names", "Other names of the same thing, in several languages"),
    ("parties", "ISO codes, parted by semicolons"),
    ("place", "Where it happened"),
    ("point", "Name of the point, in the order of the line"),
    ("publisher", "Who published the source"),
    ("reason", "The editor's ground for the claim that is shown"),
    ("record", "Id of the record"),
    ("records_held_against_it", "Ids of records, parted by semicolons"),
    ("role", "What the place is to the record"),
    ("route", "Id of the line"),
    ("rung", "Rung of the ladder that the step reached or aims at"),
    ("says", "What is said, as shown"),
    ("schematic", "yes when the point only guides the line"),
    ("section", "Section of the article"),
    ("sector", "Sector"),
    ("sectors", "The main one first, parted by semicolons"),
    ("shown", "yes for the claim that is shown elsewhere"),
    ("source", "Id of the source"),
    ("sources", "Ids of sources, parted by semicolons"),
    ("sources_differ", "yes when there are rival claims in the ledger"),
    ("stage", "How far it came, worked out as of the day of the edition"),
    ("standing", "What other sources say of the claim"),
    ("state_of_things", "What is known of its state, and what was not found"),
    ("status", "Built, being built, planned"),
    ("step", "Number of the step within its record, from 1"),
    ("summary", "What it is"),
    ("text", "In our words"),
    ("tier", "How near the source stands to the facts"),
    ("ties_with_china", "Dated steps of relations"),
    ("title", "Name shown"),
    ("unit", "ISO 4217 for money, else the unit in words"),
    ("url", "Address of the source"),
    ("value", "In whole units"),
];

/// What a column means, by its name.
pub fn meaning(column: &str) -> Option<&'static str> {
    MEANINGS.iter().find(|(name, _)| *name == column).map(|(_, meaning)| *meaning)
}

/// The tables as files.
pub fn files(atlas: &Atlas) -> Vec<File> {
    let made = |name: &str| match name {
        "records" => csv::records(atlas, atlas.index.all),
        "ledger" => csv::claims(atlas, atlas.index.all),
        "steps" => steps(atlas),
        "sites" => sites(atlas),
        "sources" => sources(atlas),
        "events" => events(atlas),
        "countries" => countries(atlas),
        "article-claims" => article_claims(atlas),
        "headlines" => headlines(atlas),
        "routes" => routes(atlas),
        _ => definitions(atlas),
    };
    TABLES.iter().map(|(name, about, _)| File::new(format!("data/{name}.csv"), about, made(name))).collect()
}

fn steps(atlas: &Atlas) -> String {
    let mut table = Table::new(&STEPS);
    for record in &atlas.data.agreements {
        for (place, step) in record.steps.iter().enumerate() {
            let (first, last) = ends(step.date);
            table.line(&[
                record.id.as_str(),
                &(place + 1).to_string(),
                &Words::default().date(step.date),
                &first,
                &last,
                step.rung.code(),
                yes(step.due),
                step.text,
                step.source.as_str(),
            ]);
        }
    }
    table.text
}

fn sites(atlas: &Atlas) -> String {
    let mut table = Table::new(&SITES);
    for record in &atlas.data.agreements {
        for site in &record.places {
            let (lat, lon) = (site.lat.to_string(), site.lon.to_string());
            table.line(&[record.id.as_str(), site.name, &lat, &lon, site.role, yes(site.approximate)]);
        }
    }
    table.text
}

fn sources(atlas: &Atlas) -> String {
    let mut table = Table::new(&SOURCES);
    for source in &atlas.data.sources {
        table.line(&[
            source.id.as_str(),
            source.title,
            source.publisher,
            source.url.unwrap_or_default(),
            &source.date.map(|date| Words::default().date(date)).unwrap_or_default(),
            source.language.code(),
            source.tier.code(),
            source.note.unwrap_or_default(),
        ]);
    }
    table.text
}

fn events(atlas: &Atlas) -> String {
    let mut table = Table::new(&EVENTS);
    for event in &atlas.data.events {
        let countries: Vec<&str> = event.countries.iter().map(|one| one.code()).collect();
        let sources: Vec<&str> = event.sources.iter().map(|one| one.as_str()).collect();
        table.line(&[
            event.id.as_str(),
            &Words::default().date(event.date),
            event.kind.code(),
            event.title,
            event.text,
            event.place.as_ref().map_or("", |place| place.name),
            &countries.join("; "),
            event.confidence.code(),
            &sources.join("; "),
        ]);
    }
    table.text
}

fn countries(atlas: &Atlas) -> String {
    let mut table = Table::new(&COUNTRIES);
    for country in &atlas.data.countries {
        let ties: Vec<String> = country
            .ties
            .iter()
            .map(|tie| format!("{}: {}", Words::default().date(tie.date), tie.text))
            .collect();
        table.line(&[
            country.id.code(),
            country.name,
            country.official_name,
            &country.aliases.join("; "),
            country.capital.name,
            &format!("{} {}", country.leader.title, country.leader.name),
            &ties.join("; "),
        ]);
    }
    table.text
}

fn article_claims(atlas: &Atlas) -> String {
    let mut table = Table::new(&ARTICLE);
    for claim in &atlas.data.claims {
        let countries: Vec<&str> = claim.countries.iter().map(|one| one.code()).collect();
        table.line(&[
            claim.id.as_str(),
            claim.section,
            &countries.join("; "),
            claim.sector.map_or("", Code::code),
            claim.kind,
            claim.text,
            claim.figure.unwrap_or_default(),
            &claim.date.map(|date| Words::default().date(date)).unwrap_or_default(),
            claim.standing.code(),
        ]);
    }
    table.text
}

fn headlines(atlas: &Atlas) -> String {
    let mut table = Table::new(&HEADLINES);
    for headline in &atlas.data.edition.headlines {
        let says: Vec<&str> = headline.claims.iter().map(|claim| claim.says).collect();
        let items: Vec<&str> = headline.items.iter().map(|one| one.as_str()).collect();
        table.line(&[
            headline.id,
            &says.join("; "),
            headline.about,
            headline.record.as_str(),
            &items.join("; "),
        ]);
    }
    table.text
}

fn routes(atlas: &Atlas) -> String {
    let mut table = Table::new(&ROUTES);
    for route in &atlas.data.routes {
        for point in &route.points {
            table.line(&[
                route.id.as_str(),
                route.name,
                route.kind.code(),
                route.status.code(),
                route.agreement.map_or("", |one| one.as_str()),
                point.name,
                &point.lat.to_string(),
                &point.lon.to_string(),
                yes(point.schematic),
            ]);
        }
    }
    table.text
}

fn definitions(atlas: &Atlas) -> String {
    let mut table = Table::new(&DEFINITIONS);
    for one in &atlas.data.definitions {
        table.line(&[one.list, one.code, one.text, one.from.unwrap_or_default()]);
    }
    table.text
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

/// First and last day of a date, as ISO 8601; nothing when it is not known.
fn ends(date: PartialDate) -> (String, String) {
    if !date.is_dated() {
        return Default::default();
    }
    let iso = |day: crate::model::dataset::Day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    (iso(date.first), iso(date.last))
}

//! The checker finds planted mistakes and says where each is.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use summit_atlas::model::dataset::check::{Problem, check};
use summit_atlas::model::dataset::parse::FILES;

/// The fixture's files, parsed.
fn mini() -> Vec<(&'static str, Value)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    // The definitions are of the format, not of a dataset.
    let folder = |file: &str| {
        root.join(if file == "definitions.json" { "public/data" } else { "tests/fixtures/mini" })
    };
    let read = |file: &str| fs::read_to_string(folder(file).join(file)).unwrap();
    FILES.iter().map(|(file, _)| (*file, serde_json::from_str(&read(file)).unwrap())).collect()
}

fn problems(files: &[(&'static str, Value)]) -> Vec<Problem> {
    let texts: Vec<(&str, String)> = files.iter().map(|(file, value)| (*file, value.to_string())).collect();
    let borrowed: Vec<(&str, &str)> = texts.iter().map(|(file, text)| (*file, text.as_str())).collect();
    check(&borrowed)
}

/// Plants one value at a JSON pointer of a file and expects one problem at that entry and field.
#[track_caller]
fn plant(file: &str, pointer: &str, value: Value, entry: &str, field: &str, expected: &str) {
    let mut files = mini();
    let (_, content) = files.iter_mut().find(|(name, _)| *name == file).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match content.pointer_mut(parent).unwrap() {
        Value::Object(fields) if value == json!("(gone)") => drop(fields.remove(key)),
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value)),
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        _ => panic!("{pointer} has no parent"),
    }
    let found = problems(&files);
    let fits = |one: &Problem| {
        one.file == file && one.entry == entry && one.field == field && one.expected.contains(expected)
    };
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.iter().any(fits), "{file} {entry} {field}, expecting {expected}:\n{}", lines.join("\n"));
}

#[test]
fn the_fixture_is_sound() {
    assert_eq!(problems(&mini()), []);
}

#[test]
fn planted_mistakes_are_found_and_located() {
    let records = "agreements.json";
    // Ids.
    plant(records, "/1/id", json!("treaty"), "treaty", "id", "an id no other entry has");
    plant(records, "/1/id", json!("an-old-id"), "an-old-id", "id", "never retired");
    plant(records, "/1/id", json!("A Loan"), "A Loan", "id", "small letters");
    plant("sources.json", "/1/id", json!("agency"), "agency", "id", "an id no other entry has");
    plant("claims.json", "/0/id", json!("X1"), "X1", "id", "S and three digits");
    let countries = "countries.json";
    plant(countries, "/0/ties/0/source", json!("nobody"), "KZ", "ties[0].source", "the id of a source");
    plant(
        countries,
        "/0/ties/0/date",
        json!("1992-02-30"),
        "KZ",
        "ties[0].date",
        "a day that the calendar has",
    );
    plant(countries, "/0/ties/0/confidence", json!("sure"), "KZ", "ties[0].confidence", "confidence");
    // References.
    plant(records, "/0/sources/1", json!("nobody"), "treaty", "sources[1]", "the id of a source");
    plant(records, "/0/claims/0", json!("S999"), "treaty", "claims[0]", "the id of a claim");
    plant(
        records,
        "/1/possibly_same_as/0",
        json!("nothing"),
        "loan",
        "possibly_same_as[0]",
        "the id of a record",
    );
    plant(records, "/1/possibly_same_as/0", json!("loan"), "loan", "possibly_same_as", "another record");
    plant(
        records,
        "/0/matters/0/claims/0/source",
        json!("nobody"),
        "treaty",
        "matters[0].claims[0].source",
        "the id of a source",
    );
    plant(
        "events.json",
        "/0/agreements/0",
        json!("nothing"),
        "summit",
        "agreements[0]",
        "the id of a record",
    );
    plant("routes.json", "/0/agreement", json!("nothing"), "line", "agreement", "the id of a record");
    plant(
        "edition.json",
        "/headlines/0/claims/0/source",
        json!("nobody"),
        "(edition)",
        "headlines[0].claims[0].source",
        "the id of a source",
    );
    plant("countries.json", "/0/epithet_claim", json!("S998"), "KZ", "epithet_claim", "the id of a claim");
    // Dates.
    plant(
        records,
        "/0/steps/1/date",
        json!("2025-02-30"),
        "treaty",
        "steps[1].date",
        "a day that the calendar has",
    );
    plant(records, "/0/steps/1/date", json!("June 2025"), "treaty", "steps[1].date", "a date such as");
    plant(
        records,
        "/0/steps/1/date",
        json!("2030..2024"),
        "treaty",
        "steps[1].date",
        "begins before it ends",
    );
    plant(records, "/0/steps/0/date", json!("2026-01-05"), "treaty", "steps[0].rung", "a note");
    // The ladder.
    plant(records, "/0/steps/1/source", json!("(gone)"), "treaty", "steps[1].source", "a text");
    plant(records, "/0/steps/1/rung", json!("inked"), "treaty", "steps[1].rung", "a rung");
    plant(
        records,
        "/1/steps/0/rung",
        json!("milestone"),
        "loan",
        "steps",
        "at least one step that reached a rung",
    );
    // Codes.
    plant(records, "/0/parties/1", json!("XX"), "treaty", "parties[1]", "a country");
    plant(records, "/0/parties/1", json!("CN"), "treaty", "parties[1]", "each code once");
    plant(records, "/0/sectors/0", json!("oil"), "treaty", "sectors[0]", "a sector");
    plant(records, "/0/instrument", json!("pact"), "treaty", "instrument", "a instrument");
    plant("sources.json", "/0/tier", json!("gossip"), "agency", "tier", "a tier");
    plant("sources.json", "/0/language", json!("English"), "agency", "language", "a language");
    // Points.
    plant(records, "/0/places/0/lat", json!(-12.0), "treaty", "places[0].lat", "a point on the map");
    plant(records, "/0/places/0/lon", json!(200.0), "treaty", "places[0].lon", "degrees");
    plant(
        "routes.json",
        "/0/points/0",
        json!({ "name": "Lima", "lat": -12.0, "lon": -77.0 }),
        "line",
        "points[0].lat",
        "a point on the map",
    );
    // Links.
    plant("sources.json", "/0/url", json!("javascript:alert(1)"), "agency", "url", "https://");
    plant("sources.json", "/0/url", json!("ftp://example.org"), "agency", "url", "https://");
    // Texts.
    plant(records, "/0/summary", json!("word ".repeat(46).trim()), "treaty", "summary", "at most 45 words");
    plant(
        records,
        "/0/steps/0/text",
        json!("word ".repeat(21).trim()),
        "treaty",
        "steps[0].text",
        "at most 20 words",
    );
    plant(records, "/0/title", json!(""), "treaty", "title", "not empty");
    plant(records, "/0/title", json!("The \"treaty\""), "treaty", "title", "straight quotes");
    plant(records, "/0/title", json!(7), "treaty", "title", "a text");
    // Money.
    let (sum, field) = ("/1/matters/0/claims/0/quantity", "matters[0].claims[0].quantity");
    plant(
        records,
        &format!("{sum}/kind"),
        json!("gift"),
        "loan",
        &format!("{field}.kind"),
        "a kind of money",
    );
    plant(records, &format!("{sum}/unit"), json!("(gone)"), "loan", &format!("{field}.unit"), "a text");
    plant(
        records,
        &format!("{sum}/unit"),
        json!("dollars"),
        "loan",
        &format!("{field}.unit"),
        "three-letter",
    );
    plant(records, &format!("{sum}/value"), json!("two"), "loan", &format!("{field}.value"), "a number");
    plant(
        "edition.json",
        "/headlines/0/items/0",
        json!("x"),
        "(edition)",
        "headlines[0].items[0]",
        "a record",
    );
    // The claim ledger.
    plant(records, "/0/matters/0/shown", json!(2), "treaty", "matters[0].shown", "below 2");
    plant(records, "/0/matters/0/reason", json!(null), "treaty", "matters[0].reason", "there is a choice");
    plant("claims.json", "/0/standing", json!("true"), "S001", "standing", "a standing");
    // Words: praise and verdicts, in three languages, but not inside quotation marks.
    plant(records, "/0/summary", json!("A historic treaty of six."), "treaty", "summary", "neutral words");
    plant(
        records,
        "/0/matters/0/reason",
        json!("A landmark."),
        "treaty",
        "matters[0].reason",
        "neutral words",
    );
    plant(records, "/0/steps/0/text", json!("Исторический день"), "treaty", "steps[0].text", "neutral words");
    plant("events.json", "/0/text", json!("这是历史性的。"), "summit", "text", "neutral words");
    // Definitions, method, briefing.
    plant("definitions.json", "/0/code", json!("XX"), "#1", "code", "one of its codes");
    plant("definitions.json", "/0/code", json!("KG"), "country", "KZ", "exactly one definition");
    plant("method.json", "/corrections/0/date", json!("soon"), "(method)", "corrections[0].date", "a date");
    let (sentence, field) = ("/summit/0/paragraphs/0/sentences/0", "summit[0].paragraphs[0].sentences[0]");
    plant(
        "briefing.json",
        &format!("{sentence}/agreements"),
        json!([]),
        "(briefing)",
        &format!("{field}.text"),
        "rests on",
    );
    plant(records, "/0/matters/0/claims", json!([]), "treaty", "matters[0].claims", "at least one claim");
    // Shape.
    plant(records, "/0/colour", json!("red"), "treaty", "colour", "no such field");
    plant(records, "/0/sources", json!([]), "treaty", "sources", "at least one source");
    plant("countries.json", "/1/id", json!("XX"), "XX", "id", "a country");
}

/// The claim nobody refers to is a problem of the claims, though the cause is elsewhere.
#[test]
fn an_orphaned_claim_is_named() {
    let mut files = mini();
    files[6].1["article"][0]["items"][0]["claims"] = json!([]);
    let lines: Vec<String> = problems(&files).iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "claims.json: S005: id: expected a record, country, event or briefing item that refers to it, found none"
        ]
    );
}

#[test]
fn every_problem_is_told_at_once() {
    let mut files = mini();
    files[2].1[0]["instrument"] = json!("pact");
    files[2].1[1]["summary"] = json!("");
    files[4].1[0]["url"] = json!("nowhere");
    assert_eq!(problems(&files).len(), 3);
}

#[test]
fn broken_json_is_told_with_its_line() {
    let texts: Vec<(&str, String)> = mini().iter().map(|(file, value)| (*file, value.to_string())).collect();
    let borrowed = texts.iter().map(|(file, text)| match *file {
        "claims.json" => (*file, "[\n  {\n"),
        _ => (*file, text.as_str()),
    });
    let found = check(&borrowed.collect::<Vec<_>>());
    assert!(
        found.iter().any(|one| one.file == "claims.json" && one.field.starts_with("line 3")),
        "{found:?}"
    );
}

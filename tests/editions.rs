//! Two editions: the difference is what was planted, old ids answer, every file names its edition.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use summit_atlas::model::dataset::Dataset;
use summit_atlas::model::dataset::check::check;
use summit_atlas::model::dataset::index::Atlas;
use summit_atlas::model::dataset::parse::FILES;
use summit_atlas::model::editions::{Change, Field, Kind, difference};
use summit_atlas::model::view::ViewState;
use summit_atlas::model::view::page::Addresses;
use summit_atlas::site::editions::{self, Edition};

/// The fixture of the first edition, with the files of a folder in the place of its own.
fn edition(folder: &str) -> Map<String, Value> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| {
        let places = [
            format!("tests/fixtures/{folder}/{file}"),
            format!("tests/fixtures/mini/{file}"),
            format!("public/data/{file}"),
        ];
        let text = places.iter().find_map(|place| fs::read_to_string(root.join(place)).ok()).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    FILES.iter().map(|(file, key)| ((*key).to_owned(), read(file))).collect()
}

fn bundle(folder: &str) -> Value {
    Value::Object(edition(folder))
}

/// Both fixtures as editions, newest first.
fn both() -> Vec<Edition> {
    ["edition-2", "mini"].iter().map(|folder| Edition::parse(&bundle(folder).to_string()).unwrap()).collect()
}

fn second() -> &'static Atlas {
    let text: &'static str = Box::leak(bundle("edition-2").to_string().into_boxed_str());
    Box::leak(Box::new(Atlas::new(Dataset::parse(text).unwrap())))
}

#[test]
fn the_second_edition_is_sound() {
    let files = edition("edition-2");
    let texts: Vec<(&str, String)> =
        FILES.iter().map(|(file, key)| (*file, files[*key].to_string())).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(file, text)| (*file, text.as_str())).collect();
    assert_eq!(check(&texts), []);
}

#[test]
fn the_difference_is_what_was_planted() {
    let field = |path: &str, was: Option<Value>, is: Option<Value>| Field { path: path.to_owned(), was, is };
    let change = |list: &str, id: &str, title: &str, kind: Kind| Change {
        list: list.to_owned(),
        id: id.to_owned(),
        title: title.to_owned(),
        kind,
    };
    let (old, new) = (bundle("mini"), bundle("edition-2"));
    let step = json!({ "date": "2026-03-02", "rung": "milestone", "text": "One state ratified", "source": "ministry" });
    let expected = [
        change(
            "agreements",
            "treaty",
            "A treaty",
            Kind::Changed(vec![
                field("sources[2]", None, Some(json!("ministry"))),
                field("steps[2]", None, Some(step)),
            ]),
        ),
        change(
            "agreements",
            "loan",
            "A loan",
            Kind::Changed(vec![
                field(
                    "matters[sum].reason",
                    Some(json!("The minister of the borrower.")),
                    Some(json!("The text of the contract.")),
                ),
                field("matters[sum].shown", Some(json!(0)), Some(json!(1))),
            ]),
        ),
        change("agreements", "contract", "A contract", Kind::Added),
        change(
            "edition",
            "",
            "edition",
            Kind::Changed(vec![
                field("date", Some(json!("2026-01-01")), Some(json!("2026-06-01"))),
                field("number", Some(json!(1)), Some(json!(2))),
                field("retired[summit]", None, Some(new["edition"]["retired"][1].clone())),
            ]),
        ),
        change("events", "summit", "The summit", Kind::Gone),
        change("sources", "ministry", "A notice", Kind::Added),
    ];
    let found = difference(&old, &new);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for one in expected {
        assert!(found.contains(&one), "{one:#?} is not in {found:#?}");
    }
    assert_eq!(difference(&new, &new), []);
}

#[test]
fn turned_round_what_was_added_is_gone() {
    let (old, new) = (bundle("mini"), bundle("edition-2"));
    let count =
        |changes: &[Change], kind: &Kind| changes.iter().filter(|change| change.kind == *kind).count();
    let (forth, back) = (difference(&old, &new), difference(&new, &old));
    assert_eq!(count(&forth, &Kind::Added), count(&back, &Kind::Gone));
    assert_eq!(count(&forth, &Kind::Gone), count(&back, &Kind::Added));
}

#[test]
fn the_page_of_editions_tells_every_change_and_why_things_are_gone() {
    let body = editions::body(second(), &both());
    for words in [
        "Edition 2, as of 1 June 2026",
        "Edition 1, as of 1 January 2026",
        "2 entries added, 3 changed, 1 left out.",
        "Added: A contract <code>agreements/contract</code>",
        "Left out: The summit <code>events/summit</code>. Told by the record of the treaty.",
        "<del>The minister of the borrower.</del> → <ins>The text of the contract.</ins>",
        "The first edition.",
        "Record <code>an-old-id</code>, “A plan”, since edition 1: The source took it back.",
    ] {
        assert!(body.contains(words), "{words} is not in {body}");
    }
}

#[test]
fn a_link_to_something_retired_says_so() {
    let atlas = second();
    let addresses = Addresses { root: "/".to_owned(), has_pages: true, ..Addresses::default() };
    let reading = addresses.read("/", "?event=summit", atlas);
    assert_eq!(reading.view, ViewState::default());
    assert_eq!(reading.left.retired.map(|one| (one.title, one.now)), Some(("The summit", Some("treaty"))));
    assert!(reading.left.ignored.is_empty());
    let unknown = addresses.read("/", "?event=never-was", atlas);
    assert_eq!((unknown.left.retired, unknown.left.ignored.len()), (None, 1));
}

#[test]
fn editions_are_read_in_order_and_a_wrong_file_is_named() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("editions");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let (new, old) = (bundle("edition-2").to_string(), bundle("mini").to_string());
    let missing = editions::all(&new, &folder).unwrap_err().to_string();
    assert!(missing.contains("1.json"), "{missing}");
    fs::write(folder.join("1.json"), &new).unwrap();
    let wrong = editions::all(&new, &folder).unwrap_err().to_string();
    assert!(wrong.contains("expected edition 1, found 2"), "{wrong}");
    fs::write(folder.join("1.json"), old).unwrap();
    let all = editions::all(&new, &folder).unwrap();
    assert_eq!(all.iter().map(|one| one.number).collect::<Vec<_>>(), [2, 1]);
    let index: Value = serde_json::from_str(&editions::index(&all)).unwrap();
    assert_eq!(index["editions"][0]["number"], 2);
    assert_eq!(
        editions::all(&old_bundle(), Path::new("none")).unwrap().len(),
        1,
        "the first needs no folder"
    );
}

fn old_bundle() -> String {
    bundle("mini").to_string()
}

//! Editions: which there were, what changed between them, and what became of things that are no more.

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::takeaway::sha256;
use crate::model::dataset::codes::Code;
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{PartialDate, Retired};
use crate::model::editions::{Change, Kind, difference, in_words};
use crate::model::text::escape;
use crate::model::words::Words;

/// An edition as it was published.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// Counts up from 1.
    pub number: u64,
    /// The day the data was closed.
    pub date: PartialDate,
    /// The bundle, byte for byte.
    pub text: String,
    bundle: Value,
}

impl Edition {
    /// Reads a bundle such as `data/atlas.json`.
    ///
    /// # Errors
    /// When it is no JSON, or names neither number nor date.
    pub fn parse(text: &str) -> Result<Self, Box<dyn Error>> {
        let bundle: Value = serde_json::from_str(text)?;
        let number = bundle.pointer("/edition/number").and_then(Value::as_u64);
        let date = bundle.pointer("/edition/date").and_then(Value::as_str);
        let date = date.and_then(|date| PartialDate::parse(date).ok());
        Ok(Self {
            number: number.ok_or("edition.number: expected a number")?,
            date: date.ok_or("edition.date: expected a date")?,
            text: text.to_owned(),
            bundle,
        })
    }

    /// What differs from an earlier one.
    pub fn since(&self, earlier: &Self) -> Vec<Change> {
        difference(&earlier.bundle, &self.bundle)
    }
}

/// Every edition, newest first: the current bundle and the files `1.json`, `2.json` … of a folder,
/// which may be absent.
///
/// # Errors
/// When a file is not what its name says, or as new as the current edition.
pub fn all(current: &str, folder: &Path) -> Result<Vec<Edition>, Box<dyn Error>> {
    let current = Edition::parse(current)?;
    let mut editions = Vec::new();
    for number in (1..current.number).rev() {
        let file = folder.join(format!("{number}.json"));
        let read =
            fs::read_to_string(&file).map_err(Box::<dyn Error>::from).and_then(|text| Edition::parse(&text));
        let edition = read.map_err(|error| format!("{}: {error}", file.display()))?;
        if edition.number != number {
            return Err(
                format!("{}: expected edition {number}, found {}", file.display(), edition.number).into()
            );
        }
        editions.push(edition);
    }
    editions.insert(0, current);
    Ok(editions)
}

/// `data/editions.json`: what there is, newest first. Frozen copies look here for a newer one.
pub fn index(editions: &[Edition]) -> String {
    let list: Vec<Value> = editions
        .iter()
        .map(|one| {
            json!({
                "number": one.number, "date": one.date.machine(), "sha256": sha256(one.text.as_bytes()),
                "file": format!("editions/{}.json", one.number),
            })
        })
        .collect();
    format!("{}\n", json!({ "editions": list }))
}

/// How many entries were added, changed and left out, in a line.
pub fn in_short(changes: &[Change]) -> String {
    let count = |is: fn(&Kind) -> bool| changes.iter().filter(|change| is(&change.kind)).count();
    let added = count(|kind| *kind == Kind::Added);
    let changed = count(|kind| matches!(kind, Kind::Changed(_)));
    let gone = count(|kind| *kind == Kind::Gone);
    format!(
        "{}, {changed} changed, {gone} left out.",
        if added == 1 { "1 entry added".to_owned() } else { format!("{added} entries added") }
    )
}

/// The body of `editions.html`.
pub fn body(atlas: &Atlas, editions: &[Edition]) -> String {
    let mut out = String::new();
    for (place, edition) in editions.iter().enumerate() {
        let heading = format!("Edition {}, as of {}", edition.number, Words::default().date(edition.date));
        let hash = sha256(edition.text.as_bytes());
        let file = format!("data/editions/{}.json", edition.number);
        // Writing to a text cannot fail.
        let _ = write!(
            out,
            "<section>\n<h2>{}</h2>\n<p><a href=\"{file}\">The data</a>, SHA-256 <code>{hash}</code></p>\n",
            escape(&heading)
        );
        out.push_str(&match editions.get(place + 1) {
            None => "<p>The first edition.</p>\n".to_owned(),
            Some(earlier) => {
                let changes = edition.since(earlier);
                let list: String = changes.iter().map(|change| line(atlas, change)).collect();
                format!("<p>{}</p>\n<ul>\n{list}</ul>\n", in_short(&changes))
            }
        });
        out.push_str("</section>\n");
    }
    let retired: String =
        atlas.data.edition.retired.iter().map(|one| format!("<li>{}</li>\n", reason(one))).collect();
    if !retired.is_empty() {
        let _ = write!(out, "<section>\n<h2>No longer in the atlas</h2>\n<ul>\n{retired}</ul>\n</section>\n");
    }
    out
}

fn reason(one: &Retired) -> String {
    format!(
        "{} <code>{}</code>, “{}”, since edition {}: {}",
        escape(one.kind.english()),
        escape(one.id),
        escape(one.title),
        one.edition,
        escape(one.reason)
    )
}

fn line(atlas: &Atlas, change: &Change) -> String {
    let name = format!(
        "{} <code>{}</code>",
        escape(&change.title),
        escape(&format!("{}/{}", change.list, change.id))
    );
    match &change.kind {
        Kind::Added => format!("<li>Added: {name}</li>\n"),
        Kind::Gone => {
            let why = atlas.data.edition.retired.iter().find(|one| one.id == change.id);
            let why = why.map_or_else(String::new, |one| format!(". {}", escape(one.reason)));
            format!("<li>Left out: {name}{why}</li>\n")
        }
        Kind::Changed(fields) => {
            let fields: String = fields
                .iter()
                .map(|field| {
                    let shown = |value: &Option<Value>| value.as_ref().map(|value| escape(&in_words(value)));
                    let path = escape(&field.path);
                    match (shown(&field.was), shown(&field.is)) {
                        (None, Some(is)) => format!("<li><code>{path}</code> added: {is}</li>\n"),
                        (Some(was), None) => {
                            format!("<li><code>{path}</code> left out: <del>{was}</del></li>\n")
                        }
                        (was, is) => format!(
                            "<li><code>{path}</code>: <del>{}</del> → <ins>{}</ins></li>\n",
                            was.unwrap_or_default(),
                            is.unwrap_or_default()
                        ),
                    }
                })
                .collect();
            format!("<li>Changed: {name}\n<ul>\n{fields}</ul></li>\n")
        }
    }
}

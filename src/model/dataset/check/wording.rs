//! The wording check: praise and verdicts are for speakers, inside quotation marks, not for records.
//!
//! The list of words is data: `wording.json`, by language. A word matches as the beginning of one.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Problem, problem};
use crate::model::search::folded;

/// Words of praise and verdicts, by language.
const LIST: &str = include_str!("wording.json");

/// Fields that hold other people's words or official names.
const QUOTED: [(&str, &str); 8] = [
    ("sources.json", "title"),
    ("sources.json", "publisher"),
    ("sources.json", "url"),
    ("claims.json", "section"),
    ("countries.json", "epithet"),
    ("countries.json", "quotes.text"),
    ("countries.json", "aliases"),
    ("agreements.json", "aliases"),
];

/// Flags every text of a dataset that praises or judges outside quotation marks.
pub fn check(values: &BTreeMap<&str, Value>) -> Vec<Problem> {
    let lists: BTreeMap<String, Vec<String>> = serde_json::from_str(LIST).unwrap_or_default();
    let mut words: Vec<String> = Vec::new();
    for (language, list) in &lists {
        // Chinese words stand anywhere, others at the beginning of a word.
        let begins = |word: &String| if language == "zh" { word.clone() } else { folded(word) };
        words.extend(list.iter().map(begins));
    }
    let mut problems = Vec::new();
    for (file, value) in values {
        let entries: Vec<(String, &Value)> = match value {
            Value::Array(list) => {
                list.iter().enumerate().map(|(place, entry)| (name(entry, place), entry)).collect()
            }
            whole => vec![(format!("({})", file.trim_end_matches(".json")), whole)],
        };
        for (name, entry) in entries {
            let mut flag = |path: &str, text: &str| {
                let plain: String =
                    path.split(|c: char| c == '[' || c == ']' || c.is_ascii_digit()).collect();
                if QUOTED.contains(&(*file, plain.as_str())) {
                    return;
                }
                let text = folded(&outside_quotes(text));
                if let Some(word) = words.iter().find(|word| text.contains(word.as_str())) {
                    problems.push(problem(file, &name, path, "neutral words", &format!("“{}”", word.trim())));
                }
            };
            walk("", entry, &mut flag);
        }
    }
    problems
}

fn name(entry: &Value, place: usize) -> String {
    let id = entry.get("id").or_else(|| entry.get("name")).and_then(Value::as_str);
    id.map_or_else(|| format!("#{}", place + 1), str::to_owned)
}

fn walk(path: &str, value: &Value, flag: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::String(text) => flag(path, text),
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                walk(&format!("{path}[{place}]"), item, flag);
            }
        }
        Value::Object(fields) => {
            for (key, item) in fields {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                walk(&path, item, flag);
            }
        }
        _ => {}
    }
}

/// A text without what stands in quotation marks.
fn outside_quotes(text: &str) -> String {
    let mut depth = 0_i32;
    let keep = |letter: &char| {
        match letter {
            '“' => depth += 1,
            '”' => depth -= 1,
            _ => {}
        }
        depth <= 0
    };
    text.chars().filter(keep).collect()
}

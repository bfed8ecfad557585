//! The difference between two editions, record by record. Native only: readers get it as a page.
//!
//! Editions are compared as the JSON they were published as, so that an edition of an older format
//! can still be compared. Entries are found again by their ids; what has none by its place, after the
//! equal ends of the list are put aside.

use serde_json::{Map, Value};

/// What became of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The list it stands in, as in the bundle: `agreements`, `sources`.
    pub list: String,
    /// Its id; for entries without one, its name or code; empty for a file that is one entry.
    pub id: String,
    /// What readers know it by.
    pub title: String,
    /// What happened.
    pub kind: Kind,
}

/// What happened to an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone; the new edition's `retired` says why.
    Gone,
    /// It stayed, and these fields did not.
    Changed(Vec<Field>),
}

/// A field that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Where: `steps[2].text`, `matters[length].shown`.
    pub path: String,
    /// What it was; `None` where it was not.
    pub was: Option<Value>,
    /// What it is; `None` where it is no more.
    pub is: Option<Value>,
}

/// What differs between the bundles of two editions, in the order of the new one, what is gone last.
pub fn difference(old: &Value, new: &Value) -> Vec<Change> {
    let empty = Map::new();
    let (old, new) = (old.as_object().unwrap_or(&empty), new.as_object().unwrap_or(&empty));
    let mut changes = Vec::new();
    let lists: Vec<&String> = new.keys().chain(old.keys().filter(|list| !new.contains_key(*list))).collect();
    for list in lists {
        match (old.get(list), new.get(list)) {
            (Some(Value::Array(old)), Some(Value::Array(new))) => entries(list, old, new, &mut changes),
            (None, Some(Value::Array(new))) => entries(list, &[], new, &mut changes),
            (Some(Value::Array(old)), None) => entries(list, old, &[], &mut changes),
            (old, new) => {
                let mut fields = Vec::new();
                compare("", old, new, &mut fields);
                if !fields.is_empty() {
                    let (list, id, title) = (list.clone(), String::new(), list.clone());
                    changes.push(Change { list, id, title, kind: Kind::Changed(fields) });
                }
            }
        }
    }
    changes
}

fn entries(list: &str, old: &[Value], new: &[Value], changes: &mut Vec<Change>) {
    let change = |entry: &Value, kind: Kind| {
        let id = key(entry).unwrap_or_default();
        Change { list: list.to_owned(), title: title(entry).unwrap_or(&id).to_owned(), id, kind }
    };
    for entry in new {
        let Some(before) = old.iter().find(|one| key(one).is_some() && key(one) == key(entry)) else {
            changes.push(change(entry, Kind::Added));
            continue;
        };
        let mut fields = Vec::new();
        compare("", Some(before), Some(entry), &mut fields);
        if !fields.is_empty() {
            changes.push(change(entry, Kind::Changed(fields)));
        }
    }
    let is_gone = |entry: &&Value| !new.iter().any(|one| key(one) == key(entry));
    changes.extend(old.iter().filter(is_gone).map(|entry| change(entry, Kind::Gone)));
}

/// What an entry is found again by.
fn key(entry: &Value) -> Option<String> {
    let text = |field: &str| entry.get(field).and_then(Value::as_str);
    match (text("id"), text("list"), text("code"), text("name"), text("country")) {
        (Some(id), ..) => Some(id.to_owned()),
        (_, Some(list), Some(code), ..) => Some(format!("{list}/{code}")),
        (.., Some(name), country) => {
            Some(format!("{name}{}", country.map(|one| format!(", {one}")).unwrap_or_default()))
        }
        _ => None,
    }
}

fn title(entry: &Value) -> Option<&str> {
    ["title", "name", "text"].iter().find_map(|field| entry.get(field)?.as_str())
}

fn compare(path: &str, old: Option<&Value>, new: Option<&Value>, fields: &mut Vec<Field>) {
    match (old, new) {
        (old, new) if old == new => {}
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let names = new.keys().chain(old.keys().filter(|name| !new.contains_key(*name)));
            for name in names {
                let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                compare(&inner, old.get(name), new.get(name), fields);
            }
        }
        (Some(Value::Array(old)), Some(Value::Array(new))) => items(path, old, new, fields),
        (old, new) => {
            fields.push(Field { path: path.to_owned(), was: old.cloned(), is: new.cloned() });
        }
    }
}

fn items(path: &str, old: &[Value], new: &[Value], fields: &mut Vec<Field>) {
    let has_keys = |items: &[Value]| items.iter().all(|item| item.get("id").is_some_and(Value::is_string));
    if has_keys(old) && has_keys(new) {
        for item in new {
            let before = old.iter().find(|one| key(one) == key(item));
            compare(&format!("{path}[{}]", key(item).unwrap_or_default()), before, Some(item), fields);
        }
        for item in old.iter().filter(|item| !new.iter().any(|one| key(one) == key(item))) {
            compare(&format!("{path}[{}]", key(item).unwrap_or_default()), Some(item), None, fields);
        }
        return;
    }
    let n_first = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let rest = |items: &[Value]| items.len() - n_first;
    let n_most = rest(old).min(rest(new));
    let n_last =
        old.iter().rev().zip(new.iter().rev()).take(n_most).take_while(|(old, new)| old == new).count();
    let middle = |items: &[Value]| items.get(n_first..items.len() - n_last).unwrap_or_default().to_vec();
    let (old, new) = (middle(old), middle(new));
    for place in 0..old.len().max(new.len()) {
        compare(&format!("{path}[{}]", n_first + place), old.get(place), new.get(place), fields);
    }
}

/// A value in a line.
pub fn in_words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let parts: Vec<String> =
                fields.iter().map(|(name, value)| format!("{name}: {}", in_words(value))).collect();
            parts.join("; ")
        }
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        Value::Null => "nothing".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_step_put_in_between_is_one_change() {
        let old = json!({ "agreements": [{ "id": "a", "title": "A", "steps": [1, 2, 3] }] });
        let new = json!({ "agreements": [{ "id": "a", "title": "A", "steps": [1, 9, 2, 3] }] });
        let field = Field { path: "steps[1]".into(), was: None, is: Some(json!(9)) };
        let changes = difference(&old, &new);
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].kind, Kind::Changed(vec![field]));
        assert_eq!(difference(&new, &new), []);
    }
}

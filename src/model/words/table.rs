//! Native only: translators' tables, what is wrong with them, and the packed texts made of them.
//!
//! A table is a CSV file, `languages/ru.csv`, with the columns `key`, `english`, `translation` and
//! `note`. The English beside each translation is what it was made from: when it is no longer what
//! the atlas says, the row is stale.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorPreferences};

use super::key::{DeskKey, Key, PageKey};
use super::{LISTS, Locale, texts};
use crate::model::dataset::codes::Code;
use crate::model::dataset::{Dataset, Text};

/// The columns of a table.
pub const COLUMNS: [&str; 4] = ["key", "english", "translation", "note"];

/// A text that is translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// As it stands in the tables.
    pub key: String,
    /// The English.
    pub english: Text,
    /// What translators should know.
    pub note: String,
}

/// Every text that is translated, each once, in the order of the tables: the interface, pages,
/// labels of codes, texts of the dataset.
pub fn wanted(data: &Dataset) -> Vec<Wanted> {
    let mut all: Vec<Wanted> = Vec::new();
    let interface = Key::ALL.iter().map(|key| Wanted {
        key: format!("ui/{}", key.name()),
        english: key.english(),
        note: key.note(),
    });
    all.extend(interface);
    let pages = PageKey::ALL.iter().map(|key| Wanted {
        key: format!("page/{}", key.name()),
        english: key.english(),
        note: key.note(),
    });
    all.extend(pages);
    let dialogs = DeskKey::ALL.iter().map(|key| Wanted {
        key: format!("desk/{}", key.name()),
        english: key.english(),
        note: key.note(),
    });
    all.extend(dialogs);
    for (list, values) in LISTS {
        for (code, label) in values() {
            // What is exact has no word for it.
            if !label.is_empty() {
                all.push(Wanted { key: format!("code/{list}/{code}"), english: label, note: String::new() });
            }
        }
    }
    let mut seen = BTreeSet::new();
    texts::walk_all(data, &mut |spot, text| {
        let key = spot.name();
        if seen.insert(key.clone()) {
            all.push(Wanted { key, english: text, note: String::new() });
        }
    });
    all
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where the row begins in its file.
    pub line: u64,
    /// Which text.
    pub key: String,
    /// The English that was translated.
    pub english: String,
    /// The translation; empty when there is none yet.
    pub translation: String,
    /// `official: …`, `unsure: …` or nothing.
    pub note: String,
}

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file; 0 for a row that is not there.
    pub line: u64,
    /// Which text.
    pub key: String,
    /// What is wrong.
    pub fault: Fault,
}

/// How a row can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such row, or its translation is empty.
    Missing,
    /// The English is another one now; it was this.
    Stale(String),
    /// Nothing of the atlas has this key.
    Unknown,
    /// A row before has the same key.
    Twice,
    /// The row cannot be used; the reason.
    Malformed(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, key, fault } = self;
        if *line > 0 {
            write!(f, "line {line}: ")?;
        }
        match fault {
            Fault::Missing => write!(f, "{key}: not translated"),
            Fault::Stale(was) => write!(f, "{key}: the English has changed; translated was “{was}”"),
            Fault::Unknown => write!(f, "{key}: the atlas has no such text"),
            Fault::Twice => write!(f, "{key}: stands twice"),
            Fault::Malformed(why) => write!(f, "{key}: {why}"),
        }
    }
}

/// Reads a table. Rows that are no rows become problems, and the others are read.
pub fn read(text: &str) -> (Vec<Row>, Vec<Problem>) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let malformed =
        |line: u64, why: String| Problem { line, key: "row".to_owned(), fault: Fault::Malformed(why) };
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    match reader.headers() {
        Ok(head) if head.iter().eq(COLUMNS) => {}
        _ => problems.push(malformed(1, format!("the columns are {}", COLUMNS.join(", ")))),
    }
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let cells: Vec<String> = record.iter().map(str::to_owned).collect();
                match <[String; 4]>::try_from(cells) {
                    Ok([key, english, translation, note]) => {
                        rows.push(Row { line, key, english, translation, note });
                    }
                    Err(cells) => {
                        problems.push(malformed(line, format!("{} cells, {} expected", cells.len(), 4)));
                    }
                }
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                problems.push(malformed(line, error.to_string()));
            }
        }
    }
    (rows, problems)
}

/// What is wrong with the rows of a language, in the order of the file, missing ones at the end.
pub fn check(rows: &[Row], wanted: &[Wanted], locale: Locale) -> Vec<Problem> {
    let by_key: BTreeMap<&str, &Wanted> = wanted.iter().map(|one| (one.key.as_str(), one)).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut problems = Vec::new();
    for row in rows {
        let mut add = |fault: Fault| problems.push(Problem { line: row.line, key: row.key.clone(), fault });
        if !seen.insert(&row.key) {
            add(Fault::Twice);
            continue;
        }
        let Some(one) = by_key.get(row.key.as_str()) else {
            add(Fault::Unknown);
            continue;
        };
        if row.english != one.english {
            add(Fault::Stale(row.english.clone()));
        }
        if row.translation.is_empty() {
            add(Fault::Missing);
        } else if let Some(why) = malformed(one, &row.translation, locale) {
            add(Fault::Malformed(why));
        }
    }
    let missing = wanted.iter().filter(|one| !seen.contains(one.key.as_str()));
    problems.extend(missing.map(|one| Problem { line: 0, key: one.key.clone(), fault: Fault::Missing }));
    problems
}

/// Why a translation cannot be used.
fn malformed(wanted: &Wanted, translation: &str, locale: Locale) -> Option<String> {
    if let Some(letter) = translation.chars().find(|letter| matches!(letter, '"' | '\\' | '\n' | '\r' | '\t'))
    {
        return Some(format!("{letter:?} may not stand in a text"));
    }
    if translation.trim_matches(' ') != translation && wanted.english.trim() == wanted.english {
        return Some("begins or ends with a space".to_owned());
    }
    let is_interface = part_of(&wanted.key) == "interface";
    if !is_interface {
        return None;
    }
    let forms: Vec<&str> = translation.split('|').collect();
    let n_forms = if wanted.english.contains('|') { locale.n_forms() } else { 1 };
    if forms.len() != n_forms {
        return Some(format!("{} forms, {n_forms} expected", forms.len()));
    }
    let first = wanted.english.split('|').next().unwrap_or_default();
    let expected = places(first);
    forms
        .iter()
        .find(|form| places(form) != expected)
        .map(|form| format!("“{form}” has the places {:?}, {expected:?} expected", places(form)))
}

/// The places of a text that are filled in.
fn places(text: &str) -> BTreeSet<&str> {
    let starts = text.match_indices('{').map(|(at, _)| at);
    starts.filter_map(|at| text.get(at..at + 3)).filter(|place| place.ends_with('}')).collect()
}

/// The packed texts of a language: what the app loads when it is chosen.
pub fn pack(rows: &[Row], data: &Dataset, locale: Locale) -> String {
    let by_key: BTreeMap<&str, &str> =
        rows.iter().map(|row| (row.key.as_str(), row.translation.as_str())).collect();
    let of = |key: &str| by_key.get(key).copied().unwrap_or_default().to_owned();
    let mut lines: Vec<String> = Key::ALL.iter().map(|key| of(&format!("ui/{}", key.name()))).collect();
    for (list, values) in LISTS {
        lines.extend(values().into_iter().map(|(code, _)| of(&format!("code/{list}/{code}"))));
    }
    let mut titles = Vec::new();
    texts::walk_all(data, &mut |spot, text| {
        let translation = of(&spot.name());
        if (spot.kind, spot.field) == ("record", "title") {
            titles.push(if translation.is_empty() { text.to_owned() } else { translation.clone() });
        }
        lines.push(translation);
    });
    lines.extend(PageKey::ALL.iter().map(|key| of(&format!("page/{}", key.name()))));
    lines.extend(DeskKey::ALL.iter().map(|key| of(&format!("desk/{}", key.name()))));
    // First, since it is looked for without counting.
    lines.insert(0, by_title(&titles, locale));
    lines.join("\n")
}

/// Places of titles in the order of the language, with spaces between; nothing where the Unicode
/// CLDR cannot be asked.
fn by_title(titles: &[String], locale: Locale) -> String {
    let Ok(language) = locale.code().parse::<icu_locale_core::Locale>() else { return String::new() };
    let collator = Collator::try_new(CollatorPreferences::from(&language), CollatorOptions::default());
    let Ok(collator) = collator else { return String::new() };
    let mut places: Vec<usize> = (0..titles.len()).collect();
    let title = |place: &usize| titles.get(*place).map_or("", String::as_str);
    places.sort_by(|a, b| collator.compare(title(a), title(b)));
    places.iter().map(usize::to_string).collect::<Vec<String>>().join(" ")
}

/// How much of a language is translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which part: `interface`, `titles` …
    pub part: &'static str,
    /// Texts with a translation.
    pub translated: usize,
    /// Texts in all.
    pub all: usize,
}

/// What every offered language has in full; the checker does not pass without it.
pub const IN_FULL: [&str; 4] = ["interface", "labels and definitions", "titles", "names"];

/// The share of each part of the atlas that is translated.
pub fn shares(rows: &[Row], wanted: &[Wanted]) -> Vec<Share> {
    let translated: BTreeSet<&str> =
        rows.iter().filter(|row| !row.translation.is_empty()).map(|row| row.key.as_str()).collect();
    let parts = ["interface", "labels and definitions", "titles", "names", "summaries", "longer texts"];
    let share = |part: &'static str| {
        let of_part: Vec<&Wanted> = wanted.iter().filter(|one| part_of(&one.key) == part).collect();
        let translated = of_part.iter().filter(|one| translated.contains(one.key.as_str())).count();
        Share { part, translated, all: of_part.len() }
    };
    parts.into_iter().map(share).collect()
}

/// The part of the atlas that a key belongs to.
pub fn part_of(key: &str) -> &'static str {
    match key.split('/').next().unwrap_or_default() {
        "ui" | "page" | "desk" => "interface",
        "code" | "definition" => "labels and definitions",
        "record" | "event" if key.ends_with("/title") => "titles",
        "country" | "place" | "route" | "unit" => "names",
        "edition" if key.ends_with("/name") => "names",
        "record" if key.ends_with("/summary") => "summaries",
        _ => "longer texts",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(table: &str) -> Vec<String> {
        let wanted = [
            Wanted { key: "ui/Close".into(), english: "Close", note: String::new() },
            Wanted { key: "ui/Records".into(), english: "{0} record|{0} records", note: String::new() },
        ];
        let (rows, mut problems) = read(table);
        problems.extend(check(&rows, &wanted, Locale::Ru));
        problems.iter().map(Problem::to_string).collect()
    }

    #[test]
    fn a_sound_table_has_no_problems() {
        let forms = "{0} запись|{0} записи|{0} записей";
        let table = format!(
            "key,english,translation,note\nui/Close,Close,Закрыть,\nui/Records,{{0}} record|{{0}} records,{forms},\n"
        );
        assert_eq!(problems(&table), [""; 0]);
    }

    #[test]
    fn every_fault_is_told_by_line() {
        let head = "key,english,translation,note\n";
        for (rows, told) in [
            ("ui/Close,Shut,Закрыть,\n", "line 2: ui/Close: the English has changed; translated was “Shut”"),
            ("ui/Close,Close,,\n", "line 2: ui/Close: not translated"),
            ("", "ui/Close: not translated"),
            ("ui/Open,Open,Открыть,\n", "line 2: ui/Open: the atlas has no such text"),
            ("ui/Close,Close,Закрыть,\nui/Close,Close,Закрыть,\n", "line 3: ui/Close: stands twice"),
            ("ui/Close,Close\n", "line 2: row: 2 cells, 4 expected"),
            ("ui/Close,Close,\"Закрыть\nэто\",\n", "line 2: ui/Close: '\\n' may not stand in a text"),
            (
                "ui/Records,{0} record|{0} records,{0} запись|{0} записей,\n",
                "line 2: ui/Records: 2 forms, 3 expected",
            ),
            (
                "ui/Records,{0} record|{0} records,{0} запись|записи|{0} записей,\n",
                "line 2: ui/Records: “записи” has the places {}, {\"{0}\"} expected",
            ),
        ] {
            let problems = problems(&format!("{head}{rows}"));
            assert!(problems.iter().any(|one| one == told), "{told}: {problems:?}");
        }
    }

    #[test]
    fn titles_stand_in_the_order_of_their_language() {
        let order = |locale: Locale, titles: &[&str]| {
            by_title(&titles.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>(), locale)
        };
        // Kazakh has ә after а, and ң after н.
        assert_eq!(order(Locale::Kk, &["Бала", "Әке", "Ана"]), "2 1 0");
        // Turkmen has ç after c, ý after y and ž after z.
        assert_eq!(order(Locale::Tk, &["Çin", "Daşary", "Can"]), "2 0 1");
        // Uzbek has sh and ch after z.
        assert_eq!(order(Locale::Uz, &["Shartnoma", "Zavod", "Suv"]), "2 1 0");
        // Chinese by the sounds of its signs.
        assert_eq!(order(Locale::Zh, &["中国", "阿斯塔纳", "比什凯克"]), "1 2 0");
    }
}

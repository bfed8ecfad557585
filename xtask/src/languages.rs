//! Translators' tables: what is wrong with them, how much is translated, and new rows for new texts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use summit_atlas::model::dataset::Dataset;
use summit_atlas::model::dataset::codes::Code;
use summit_atlas::model::dataset::parse::BUNDLED;
use summit_atlas::model::words::Locale;
use summit_atlas::model::words::table::{self, Fault, IN_FULL, Problem, Row, Wanted};

use crate::paths;

/// The folder of the tables.
pub fn folder() -> PathBuf {
    paths::root().join("languages")
}

/// The texts of the test locale on a site that is probed.
pub const TEST_FILE: &str = "words/fa-test.txt";

/// The packed texts of the test locale: some Persian, the rest stays English.
///
/// # Errors
/// When its table cannot be read.
pub fn test_words() -> Result<String> {
    let data = Dataset::parse(BUNDLED).map_err(|error| anyhow!(error.to_string()))?;
    let (rows, problems) = read(&paths::root().join("tests/languages/fa.csv"))?;
    if let Some(problem) = problems.first() {
        bail!("tests/languages/fa.csv: {problem}");
    }
    Ok(table::pack(&rows, &data, Locale::Fa))
}

/// Every text that is translated.
///
/// # Errors
/// When the bundled dataset cannot be read.
pub fn wanted() -> Result<Vec<Wanted>> {
    let data = Dataset::parse(BUNDLED).map_err(|error| anyhow!(error.to_string()))?;
    Ok(table::wanted(&data))
}

/// Whether a path is one of tables: a table, or the folder of them.
pub fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "csv") || path.join("ru.csv").exists()
}

/// Checks a table or a folder of them, prints every problem with its line, and how much of each
/// language is translated; true when there is no problem. A missing row of a longer text is no
/// problem: the text stands in English.
///
/// # Errors
/// When a table cannot be read.
pub fn check(path: &Path) -> Result<bool> {
    let wanted = wanted()?;
    let files: Vec<PathBuf> = if path.is_dir() {
        let others = Locale::offered().iter().filter(|locale| **locale != Locale::En);
        others.map(|locale| path.join(format!("{}.csv", locale.code()))).collect()
    } else {
        vec![path.to_owned()]
    };
    let mut n_problems = 0;
    for file in files {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let code = name.trim_end_matches(".csv");
        let locale = Locale::from_code(code)
            .with_context(|| format!("{name}: expected the code of a language, such as ru.csv"))?;
        let (rows, mut problems) = read(&file)?;
        problems.extend(table::check(&rows, &wanted, locale));
        let counts = |problem: &&Problem| {
            problem.fault != Fault::Missing || IN_FULL.contains(&table::part_of(&problem.key))
        };
        for problem in problems.iter().filter(counts) {
            println!("languages/{name}: {problem}");
            n_problems += 1;
        }
        let shares = table::shares(&rows, &wanted).into_iter();
        let shares: Vec<String> =
            shares.map(|share| format!("{} {}/{}", share.part, share.translated, share.all)).collect();
        let marked = |mark: &str| rows.iter().filter(|row| row.note.starts_with(mark)).count();
        println!(
            "{} ({code}): {}; official wording {}, unsure {}",
            locale.english(),
            shares.join(", "),
            marked("official"),
            marked("unsure")
        );
    }
    if n_problems > 0 {
        println!("{n_problems} problems in translators’ tables");
    }
    Ok(n_problems == 0)
}

/// Writes each table anew: every text of the atlas in order, with the translations there are. A row
/// whose English has changed keeps the English it was made from, so that it stays stale until a
/// translator has seen it; rows of texts that are gone are left out.
///
/// # Errors
/// When a table cannot be read or written, or a row of it is broken or stands twice: what it says would
/// be lost, so the table is left as it is.
pub fn update() -> Result<()> {
    let wanted = wanted()?;
    for locale in Locale::offered().iter().filter(|locale| **locale != Locale::En) {
        update_table(&folder().join(format!("{}.csv", locale.code())), &wanted)?;
    }
    Ok(())
}

fn update_table(path: &Path, wanted: &[Wanted]) -> Result<()> {
    let (rows, problems) = if path.exists() { read(path)? } else { Default::default() };
    if let Some(problem) = problems.first() {
        bail!("{}: {problem}", path.display());
    }
    let n_before = rows.len();
    let mut by_key: BTreeMap<String, Row> = BTreeMap::new();
    for row in rows {
        let line = row.line;
        if let Some(first) = by_key.insert(row.key.clone(), row) {
            bail!("{}: line {line}: {} stands on line {} already", path.display(), first.key, first.line);
        }
    }
    // Under another name first: a table that is cut off would lose what translators wrote.
    let part = path.with_extension("csv.part");
    let mut out = csv::WriterBuilder::new().from_path(&part)?;
    out.write_record(table::COLUMNS)?;
    let mut n_new = 0;
    for one in wanted {
        match by_key.remove(&one.key) {
            Some(row) if !row.translation.is_empty() => {
                out.write_record([&row.key, &row.english, &row.translation, &row.note])?;
            }
            kept => {
                n_new += usize::from(kept.is_none());
                out.write_record([one.key.as_str(), one.english, "", &one.note])?;
            }
        }
    }
    out.flush()?;
    drop(out);
    fs::rename(&part, path).with_context(|| path.display().to_string())?;
    println!("{}: {n_before} rows before, {n_new} new, {} left out", path.display(), by_key.len());
    Ok(())
}

fn read(path: &Path) -> Result<(Vec<Row>, Vec<Problem>)> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Ok(table::read(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row with a comma too many was written back empty, and of two rows of one text one was lost.
    #[test]
    fn a_broken_table_is_left_as_it_is_and_its_line_named() {
        let wanted = [Wanted { key: "ui/A".to_owned(), english: "A", note: String::new() }];
        let path = std::env::temp_dir().join(format!("atlas-table-{}.csv", std::process::id()));
        let head = "key,english,translation,note\n";
        for (rows, expected) in [
            ("ui/A,A,a,,one too many\n", Some("line 2")),
            ("ui/A,A,a,\nui/A,A,b,\n", Some("line 3")),
            ("ui/A,A,a,\nui/B,B,b,\n", None),
        ] {
            let before = format!("{head}{rows}");
            fs::write(&path, &before).unwrap();
            let done = update_table(&path, &wanted);
            let after = fs::read_to_string(&path).unwrap();
            match expected {
                Some(line) => {
                    let said = done.unwrap_err().to_string();
                    assert!(said.contains(line) && said.contains("atlas-table"), "{said}");
                    assert_eq!(after, before);
                }
                None => assert_eq!((done.is_ok(), after), (true, format!("{head}ui/A,A,a,\n"))),
            }
        }
        fs::remove_file(&path).unwrap();
    }
}

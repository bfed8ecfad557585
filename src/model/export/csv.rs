//! Tables as CSV: UTF-8 with a byte order mark, so that spreadsheets keep every script; lines end as
//! RFC 4180 wants; no cell can begin a formula.

use crate::model::dataset::codes::{Code, Stage};
use crate::model::dataset::index::{Atlas, Bits};
use crate::model::dataset::{Agreement, Matter};
use crate::model::words::decimal;

/// Columns of [`records`].
pub const RECORD_COLUMNS: [&str; 15] = [
    "id",
    "title",
    "other_names",
    "instrument",
    "sectors",
    "parties",
    "organisations",
    "stage",
    "dates",
    "money_shown",
    "sources_differ",
    "summary",
    "state_of_things",
    "confidence",
    "sources",
];

/// Columns of [`claims`].
pub const CLAIM_COLUMNS: [&str; 17] = [
    "entry",
    "matter",
    "about",
    "claim",
    "shown",
    "says",
    "value",
    "unit",
    "kind_of_money",
    "bound",
    "by",
    "date",
    "language",
    "source",
    "publisher",
    "note",
    "reason",
];

/// Records, one line each, in the order of the edition.
pub fn records(atlas: &Atlas, shown: Bits) -> String {
    let (mut table, words) = (Table::new(&RECORD_COLUMNS), atlas.words);
    for (place, record) in chosen(atlas, shown) {
        let labels = |codes: &mut dyn Iterator<Item = &'static str>| codes.collect::<Vec<_>>().join("; ");
        let money: Vec<String> = record
            .money()
            .map(|(matter, _, amount)| {
                let kind = amount.kind.map_or("", |kind| words.label(kind));
                format!("{} ({kind}: {})", words.quantity(amount), matter.about)
            })
            .collect();
        let stage = atlas.index.stages.get(place).copied().unwrap_or(Stage::Proposed);
        table.line(&[
            record.id.as_str(),
            record.title,
            &record.aliases.join("; "),
            words.label(record.instrument),
            &labels(&mut record.sectors.iter().map(|one| words.label(*one))),
            &labels(&mut record.parties.iter().map(|one| one.code())),
            &record.organisations.join("; "),
            words.label(stage),
            &words.span(record),
            &money.join("; "),
            if record.is_disputed() { "yes" } else { "no" },
            record.summary,
            record.standing.unwrap_or_default(),
            words.label(record.confidence),
            &labels(&mut record.sources.iter().map(|one| one.as_str())),
        ]);
    }
    table.text
}

/// The claim ledger: every claim of every matter of the records, and of the countries when all
/// records are chosen.
pub fn claims(atlas: &Atlas, shown: Bits) -> String {
    let mut table = Table::new(&CLAIM_COLUMNS);
    for (_, record) in chosen(atlas, shown) {
        record.matters.iter().for_each(|matter| claims_of(atlas, &mut table, record.id.as_str(), matter));
    }
    if shown == atlas.index.all {
        for country in &atlas.data.countries {
            country.matters.iter().for_each(|matter| claims_of(atlas, &mut table, country.id.code(), matter));
        }
    }
    table.text
}

fn chosen(atlas: &Atlas, shown: Bits) -> impl Iterator<Item = (usize, &Agreement)> {
    atlas.data.agreements.iter().enumerate().filter(move |(place, _)| shown.contains(*place))
}

fn claims_of(atlas: &Atlas, table: &mut Table, entry: &str, matter: &Matter) {
    for (place, claim) in matter.claims.iter().enumerate() {
        let source = atlas.source(claim.source);
        let amount = claim.quantity.as_ref();
        let date = atlas.said_on(claim);
        table.line(&[
            entry,
            matter.id,
            matter.about,
            &(place + 1).to_string(),
            if matter.shown == Some(place) { "yes" } else { "no" },
            claim.says,
            &amount.map(|amount| decimal(amount.value)).unwrap_or_default(),
            amount.map_or("", |amount| amount.unit),
            amount.and_then(|amount| amount.kind).map_or("", Code::code),
            amount.and_then(|amount| amount.bound).map_or("", Code::code),
            claim.by.unwrap_or_default(),
            &date.map(|date| atlas.words.date(date)).unwrap_or_default(),
            source.map_or("", |source| source.language.code()),
            claim.source.as_str(),
            source.map_or("", |source| source.publisher),
            claim.note.unwrap_or_default(),
            matter.reason.unwrap_or_default(),
        ]);
    }
}

/// A table that grows line by line.
pub struct Table {
    /// What is written so far.
    pub text: String,
}

impl Table {
    /// A table with its head.
    pub fn new(columns: &[&str]) -> Self {
        let mut table = Self { text: "\u{feff}".to_owned() };
        table.line(columns);
        table
    }

    /// Adds a line.
    pub fn line(&mut self, cells: &[&str]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            write_cell(cell, &mut self.text);
        }
        self.text.push_str("\r\n");
    }
}

/// A cell in quotes where it must be; what a spreadsheet would take for a formula gets an
/// apostrophe before it.
fn write_cell(cell: &str, out: &mut String) {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_quoted = cell.contains([',', '"', '\n', '\r']);
    if is_quoted {
        out.push('"');
    }
    if is_formula {
        out.push('\'');
    }
    for letter in cell.chars() {
        if letter == '"' {
            out.push('"');
        }
        out.push(letter);
    }
    if is_quoted {
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_survive_and_begin_no_formula() {
        for (cell, written) in [
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("“quoted”", "“quoted”"),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2, +3", "\"'-2, +3\""),
            ("Қазақстан 哈萨克斯坦", "Қазақстан 哈萨克斯坦"),
            ("two\nlines", "\"two\nlines\""),
        ] {
            let mut out = String::new();
            write_cell(cell, &mut out);
            assert_eq!(out, written, "{cell}");
        }
    }
}

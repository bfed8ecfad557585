//! Citations of the set and of every record: BibTeX, RIS and CSL-JSON, each with edition and checksum.

use serde_json::json;

use super::{File, edition_hash};
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{Agreement, Day};
use crate::model::view::page::Page;
use crate::site::NAME;

/// What is cited.
struct Cited<'a> {
    key: &'a str,
    title: String,
    url: Option<String>,
    edition: u32,
    date: Day,
    licence: &'a str,
    note: String,
}

/// The whole set.
pub fn of_the_set(atlas: &Atlas, site_url: Option<&str>) -> Vec<File> {
    let cited = cited(atlas, "china-central-asia-summit-atlas", NAME.to_owned(), site_url.map(str::to_owned));
    files(&cited, "data/atlas")
}

/// Every record, beside its page.
pub fn of_every_record(atlas: &Atlas, site_url: Option<&str>) -> Vec<File> {
    atlas.data.agreements.iter().flat_map(|record| of_a_record(atlas, record, site_url)).collect()
}

fn of_a_record(atlas: &Atlas, record: &Agreement, site_url: Option<&str>) -> Vec<File> {
    let page = Page::Record(record.id).path();
    let url = site_url.map(|site| format!("{site}{page}"));
    let cited = cited(atlas, record.id.as_str(), format!("{}. In: {NAME}", record.title), url);
    files(&cited, page.trim_end_matches(".html"))
}

fn cited<'a>(atlas: &'a Atlas, key: &'a str, title: String, url: Option<String>) -> Cited<'a> {
    let edition = &atlas.data.edition;
    let note = format!("Edition {}; SHA-256 of the dataset {}", edition.number, edition_hash());
    Cited {
        key,
        title,
        url,
        edition: edition.number,
        date: edition.date.last,
        licence: edition.licence,
        note,
    }
}

fn files(cited: &Cited, path: &str) -> Vec<File> {
    vec![
        File::new(format!("{path}.bib"), "Citation as BibTeX", bibtex(cited)),
        File::new(format!("{path}.ris"), "Citation as RIS", ris(cited)),
        File::new(format!("{path}.csl.json"), "Citation as CSL-JSON", csl(cited)),
    ]
}

fn bibtex(cited: &Cited) -> String {
    let Cited { key, title, url, edition, date, licence, note } = cited;
    let url = url.as_ref().map(|url| format!("  url = {{{}}},\n", tex(url))).unwrap_or_default();
    format!(
        "@misc{{{key},\n  author = {{{{{NAME}}}}},\n  title = {{{{{}}}}},\n  year = {{{}}},\n  month = {},\n  edition = \
         {{{edition}}},\n  howpublished = {{Dataset, {}}},\n{url}  note = {{{}}}\n}}\n",
        tex(title),
        date.year,
        date.month,
        tex(licence),
        tex(note)
    )
}

/// Characters that TeX would take for commands.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if matches!(letter, '&' | '%' | '$' | '#' | '_') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn ris(cited: &Cited) -> String {
    let Cited { key, title, url, edition, date, note, .. } = cited;
    let mut lines = vec![
        "TY  - DATA".to_owned(),
        format!("ID  - {key}"),
        format!("AU  - {NAME}"),
        format!("TI  - {title}"),
        format!("PY  - {}", date.year),
        format!("DA  - {:04}/{:02}/{:02}", date.year, date.month, date.day),
        format!("ET  - {edition}"),
        format!("N1  - {note}"),
    ];
    lines.extend(url.iter().map(|url| format!("UR  - {url}")));
    lines.push("ER  - ".to_owned());
    lines.join("\r\n") + "\r\n"
}

fn csl(cited: &Cited) -> String {
    let Cited { key, title, url, edition, date, note, .. } = cited;
    let mut item = json!({
        "id": key, "type": "dataset", "title": title, "author": [{ "literal": NAME }],
        "issued": { "date-parts": [[date.year, date.month, date.day]] }, "edition": edition.to_string(), "note": note,
    });
    if let (Some(url), Some(fields)) = (url, item.as_object_mut()) {
        fields.insert("URL".to_owned(), url.clone().into());
    }
    json!([item]).to_string() + "\n"
}

//! Citations of the set and of every record, as files.

use super::{File, edition_hash};
use crate::model::citation::{Cited, NAME};
use crate::model::dataset::Agreement;
use crate::model::dataset::index::Atlas;
use crate::model::view::page::Page;

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

fn cited(atlas: &Atlas, key: &str, title: String, url: Option<String>) -> Cited {
    let edition = &atlas.data.edition;
    Cited {
        key: key.to_owned(),
        title,
        url,
        edition: edition.number,
        date: edition.date.last,
        licence: edition.licence,
        checksum: edition_hash().to_string(),
    }
}

fn files(cited: &Cited, path: &str) -> Vec<File> {
    vec![
        File::new(format!("{path}.bib"), "Citation as BibTeX", cited.bibtex()),
        File::new(format!("{path}.ris"), "Citation as RIS", cited.ris()),
        File::new(format!("{path}.csl.json"), "Citation as CSL-JSON", cited.csl()),
    ]
}

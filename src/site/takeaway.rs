//! The data as files with lasting names, under `data/`, and citations of every record beside its page.
//!
//! One hash, of the bundle that is compiled in, stands in every file that has a place for it, so that
//! files of one edition can be told together.

mod archive;
mod calendar;
mod citation;
mod feed;
mod package;
mod places;
pub mod tables;

use std::error::Error;

use sha2::{Digest, Sha256};

use super::editions::Edition;
use crate::model::dataset::index::Atlas;
use crate::model::dataset::parse::BUNDLED;
use crate::model::words::{Key, PageKey, Words};

/// A file to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Below the root of the site.
    pub path: String,
    /// What it holds, in a line.
    pub about: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    fn new(path: impl Into<String>, about: &'static str, text: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), about, bytes: text.into() }
    }

    /// The name without its folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash of the dataset as it is compiled in.
pub fn edition_hash() -> String {
    sha256(BUNDLED.as_bytes())
}

/// Which edition this is and how much is in it, in a line.
fn edition_line(atlas: &Atlas) -> String {
    let (edition, words) = (&atlas.data.edition, Words::default());
    format!(
        "Edition {}, as of {}: {}, {}, {}. SHA-256 of the dataset: {}.",
        edition.number,
        words.date(edition.date),
        words.records(atlas.data.agreements.len()),
        words.count(Key::Events, atlas.data.events.len(), &[]),
        words.count_page(PageKey::SourcesCount, atlas.data.sources.len(), &[]),
        edition_hash()
    )
}

/// Every file to take away. `site_url`, where it is known, is where links in them lead; `editions`
/// are all there were, newest first.
///
/// # Errors
/// When a file cannot be made.
pub fn files(
    atlas: &Atlas,
    site_url: Option<&str>,
    editions: &[Edition],
) -> Result<Vec<File>, Box<dyn Error>> {
    let mut files = tables::files(atlas);
    files.push(File::new("data/atlas.json", "The whole dataset in one file", BUNDLED));
    files.push(File::new("data/places.geojson", "Places of records and towns", places::places(atlas)));
    files.push(File::new("data/routes.geojson", "Lines of the map", places::routes(atlas)));
    files.push(File::new(
        "data/milestones.ics",
        "Targets and events as a calendar",
        calendar::milestones(atlas),
    ));
    files.push(File::new(
        "data/changes.atom",
        "Editions and corrections as a feed",
        feed::changes(atlas, site_url, editions),
    ));
    files.extend(citation::of_the_set(atlas, site_url));
    // The package describes the tables, the archive holds everything before it.
    let package = package::describe(atlas, &files);
    files.push(File::new("data/datapackage.json", "What each table holds, with hashes", package));
    files.push(File::new("data/atlas.zip", "All of these in one archive", archive::pack(atlas, &files)?));
    files.extend(citation::of_every_record(atlas, site_url));
    Ok(files)
}

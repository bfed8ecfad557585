//! The other languages of the site: translators' tables, read and packed, and the dataset in each.

use std::error::Error;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::model::dataset::Dataset;
use crate::model::dataset::codes::Code;
use crate::model::dataset::index::Atlas;
use crate::model::dataset::parse::BUNDLED;
use crate::model::words::{Locale, table};

/// The atlas in a language that is not English.
pub struct Translation {
    /// The dataset with its words.
    pub atlas: &'static Atlas,
    /// What the app loads.
    pub packed: &'static str,
}

impl Translation {
    /// The file of the packed texts below the root of the site, named by what is in it.
    pub fn file(&self) -> String {
        format!("words/{}-{}.txt", self.atlas.words.locale().code(), hash(self.packed))
    }
}

/// A name for what is in a file.
pub fn hash(text: &str) -> String {
    hash_of(text.as_bytes())
}

/// The same for bytes.
pub fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Every language that readers are offered beside English.
///
/// # Errors
/// When a table is missing or cannot be read.
pub fn all(tables: &Path) -> Result<Vec<Translation>, Box<dyn Error>> {
    let others = Locale::offered().iter().filter(|one| **one != Locale::En);
    others.map(|locale| read(tables, *locale)).collect()
}

/// One language, from its table in a folder.
///
/// # Errors
/// When the table is missing or cannot be read; the line is named.
pub fn read(tables: &Path, locale: Locale) -> Result<Translation, Box<dyn Error>> {
    let path = tables.join(format!("{}.csv", locale.code()));
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (rows, problems) = table::read(&text);
    if let Some(problem) = problems.first() {
        return Err(format!("{}: {problem}", path.display()).into());
    }
    let data = Dataset::parse(BUNDLED).map_err(|error| error.to_string())?;
    let packed: &'static str = table::pack(&rows, &data, locale).leak();
    let atlas = Atlas::translated(data, locale, packed).map_err(|error| error.to_string())?;
    Ok(Translation { atlas: Box::leak(Box::new(atlas)), packed })
}

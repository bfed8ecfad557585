//! JSON text to [`Dataset`].
//!
//! The bundled dataset was checked when it was built; this only reads. What is wrong with a
//! dataset, and where, is told by [`check`](super::check).

use super::read::{self, ReadError};
use super::{Behind, Dataset};

/// The files of a dataset, in the order they are read: name and the key in the bundle.
pub const FILES: [(&str, &str); 12] = [
    ("edition.json", "edition"),
    ("countries.json", "countries"),
    ("agreements.json", "agreements"),
    ("events.json", "events"),
    ("sources.json", "sources"),
    ("claims.json", "claims"),
    ("briefing.json", "briefing"),
    ("definitions.json", "definitions"),
    ("method.json", "method"),
    ("tours.json", "tours"),
    ("places.json", "places"),
    ("routes.json", "routes"),
];

/// The bundle: the files of `public/data/`, minified, as one object. It stands in one place, so that its
/// texts can be told from others.
pub static BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.json"));

/// What stands behind folds and in two views; nothing where it lies beside the app as a file.
pub static BEHIND: &str = include_str!(concat!(env!("OUT_DIR"), "/behind.json"));

impl Behind {
    /// Reads what the build wrote.
    ///
    /// # Errors
    /// [`ReadError`] at the first place that does not fit the format.
    pub fn parse(text: &'static str) -> Result<Self, ReadError> {
        read::read(text)
    }
}

impl Dataset {
    /// Reads a bundle: minified, as the build writes it, and passed by the checker.
    ///
    /// # Errors
    /// [`ReadError`] at the first place that does not fit the format.
    pub fn parse(bundle: &'static str) -> Result<Self, ReadError> {
        read::read(bundle)
    }
}

//! JSON text to [`Dataset`].
//!
//! The bundled dataset was checked when it was built; this only reads. What is wrong with a
//! dataset, and where, is told by [`check`](super::check).

use std::fmt;

use super::Dataset;

/// The files of a dataset, in the order they are read: name and the key in the bundle.
pub const FILES: [(&str, &str); 9] = [
    ("edition.json", "edition"),
    ("countries.json", "countries"),
    ("agreements.json", "agreements"),
    ("events.json", "events"),
    ("sources.json", "sources"),
    ("claims.json", "claims"),
    ("briefing.json", "briefing"),
    ("places.json", "places"),
    ("routes.json", "routes"),
];

/// The bundle: the files of `public/data/`, minified, as one object.
pub const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.json"));

/// Why a dataset could not be read.
#[derive(Debug)]
pub struct ParseError {
    /// What was expected and found.
    pub message: String,
    /// Line of the text, from 1.
    pub line: usize,
    /// Column of the line, from 1.
    pub column: usize,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "dataset, line {}, column {}: {}", self.line, self.column, self.message)
    }
}

impl Dataset {
    /// Reads a bundle. Texts are borrowed, so they may hold no escapes; the checker sees to it.
    ///
    /// # Errors
    /// [`ParseError`] at the first place that does not fit the format.
    pub fn parse(bundle: &'static str) -> Result<Self, ParseError> {
        serde_json::from_str(bundle).map_err(|error| ParseError {
            message: error.to_string(),
            line: error.line(),
            column: error.column(),
        })
    }
}

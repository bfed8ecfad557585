//! `datapackage.json` (Frictionless Data Package): every table with its columns, size and hash.

use serde_json::{Value, json};

use super::tables::{TABLES, meaning};
use super::{File, edition_hash, sha256};
use crate::model::dataset::index::Atlas;
use crate::site::NAME;

/// The description of the tables among `files`.
pub fn describe(atlas: &Atlas, files: &[File]) -> String {
    let edition = &atlas.data.edition;
    let resources: Vec<Value> = TABLES
        .iter()
        .filter_map(|(name, about, columns)| {
            let file = files.iter().find(|file| file.name() == format!("{name}.csv"))?;
            let fields: Vec<Value> = columns
                .iter()
                .map(|column| json!({ "name": column, "type": "string", "description": meaning(column) }))
                .collect();
            Some(json!({
                "name": name, "title": about, "path": file.name(), "format": "csv", "mediatype": "text/csv",
                "encoding": "utf-8", "bytes": file.bytes.len(), "hash": format!("sha256:{}", sha256(&file.bytes)),
                "profile": "tabular-data-resource", "schema": { "fields": fields },
            }))
        })
        .collect();
    let package = json!({
        "name": "china-central-asia-summit-atlas",
        "title": NAME,
        "version": edition.number.to_string(),
        "profile": "tabular-data-package",
        "created": edition.date.machine().map(|date| format!("{date}T00:00:00Z")),
        "licenses": [{ "name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/" }],
        "edition_sha256": edition_hash(),
        "counts": {
            "records": atlas.data.agreements.len(), "events": atlas.data.events.len(),
            "sources": atlas.data.sources.len(), "article_claims": atlas.data.claims.len(),
        },
        "resources": resources,
    });
    serde_json::to_string_pretty(&package).unwrap_or_default() + "\n"
}

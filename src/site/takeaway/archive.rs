//! Everything in one ZIP, with a read-me and a dictionary. No time of making is in it, so that two
//! builds are the same.

use std::error::Error;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::tables::{TABLES, meaning};
use super::{File, edition_line};
use crate::model::dataset::index::Atlas;
use crate::model::export::csv::Table;
use crate::site::NAME;

/// The archive of `files`.
///
/// # Errors
/// When it cannot be written.
pub fn pack(atlas: &Atlas, files: &[File]) -> Result<Vec<u8>, Box<dyn Error>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), Box<dyn Error>> {
        archive.start_file(name, options)?;
        Ok(archive.write_all(bytes)?)
    };
    put("README.txt", read_me(atlas, files).as_bytes())?;
    put("LICENCE.txt", licence(atlas).as_bytes())?;
    put("dictionary.csv", dictionary().as_bytes())?;
    put("schema.json", include_bytes!("../../../public/data/schema.json"))?;
    put("SOURCES.md", include_bytes!("../../../public/data/SOURCES.md"))?;
    for file in files {
        put(file.name(), &file.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn read_me(atlas: &Atlas, files: &[File]) -> String {
    let mut text = format!(
        "{NAME}\r\n{}\r\n\r\nSources differ on many figures: ledger.csv holds every claim with speaker, date and source. \
         Kinds of money are never to be added together.\r\n\r\n",
        edition_line(atlas)
    );
    for file in files {
        text.push_str(&format!("{}: {}\r\n", file.name(), file.about));
    }
    text.push_str("dictionary.csv: what each column means\r\nschema.json: the JSON Schema of atlas.json\r\n");
    text
}

fn licence(atlas: &Atlas) -> String {
    format!(
        "The data is under {} (https://creativecommons.org/licenses/by/4.0/). Name the {NAME} and the edition.\r\n\
         Borders: Natural Earth, public domain. Places: GeoNames, CC BY 4.0.\r\n",
        atlas.data.edition.licence
    )
}

/// Every column of every table with its meaning.
pub fn dictionary() -> String {
    let mut table = Table::new(&["table", "column", "meaning"]);
    for (name, _, columns) in &TABLES {
        for column in *columns {
            table.line(&[name, column, meaning(column).unwrap_or_default()]);
        }
    }
    table.text
}

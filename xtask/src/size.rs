//! The size gate: what a reader loads before the first view.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::build::{brotli, files};
use crate::paths;

/// Bytes over the wire that the first view may take, brotli.
const FIRST_VIEW: usize = 280_000;
/// Of these, borders.
const GEOMETRY: usize = 32_000;
/// Requests of the first view.
const REQUESTS: usize = 12;

/// Prints what the first view loads and holds it against the budgets.
///
/// # Errors
/// When a budget is broken.
pub fn gate(dist: &Path) -> Result<()> {
    let mut total = 0;
    let mut n_requests = 0;
    println!("{:>9} {:>9}  first view, bytes raw and brotli", "raw", "brotli");
    let first_page = fs::read_to_string(dist.join("index.html"))?;
    for file in files(dist)? {
        let inside = file.strip_prefix(dist).unwrap_or(&file).display().to_string();
        // What the first page names and the browser fetches by itself: no other page, no download;
        // of the still maps, the one of the reader's scheme; no language and nothing that is
        // only loaded when it is asked for.
        let is_later =
            ["data/", "words/", "desk-", "frame-", "embed-"].iter().any(|start| inside.starts_with(start));
        let is_fetched = !inside.ends_with(".html") && !is_later && !inside.ends_with("-dark.svg");
        let is_first =
            inside == "index.html" || (is_fetched && first_page.contains(&format!("\"./{inside}\"")));
        if !is_first {
            continue;
        }
        let bytes = fs::read(&file)?;
        let packed = brotli(&bytes)?.len();
        println!("{:>9} {packed:>9}  {inside}", bytes.len());
        total += packed;
        n_requests += 1;
    }
    let geometry = brotli(&fs::read(paths::data().join("geometry.json"))?)?.len();
    println!("          {total:>9}  all, {n_requests} requests; geometry alone {geometry}");
    ensure!(total <= FIRST_VIEW, "the first view takes {total} bytes, over {FIRST_VIEW}");
    ensure!(geometry <= GEOMETRY, "the geometry takes {geometry} bytes, over {GEOMETRY}");
    ensure!(n_requests <= REQUESTS, "the first view takes {n_requests} requests, over {REQUESTS}");
    Ok(())
}

//! The service worker: what it keeps from the start, and which build it belongs to.

use sha2::{Digest, Sha256};

use super::takeaway::edition_hash;
use crate::model::dataset::codes::Code;
use crate::model::words::Locale;

const WORKER: &str = include_str!("../platform/sw.js");
/// Beside what the first page names.
const ALSO: [&str; 4] = ["./", "favicon.svg", "map/overview.svg", "map/overview-dark.svg"];

/// The worker for a site whose first page is `index`.
///
/// # Errors
/// When the worker has no place for one of the lists.
pub fn worker(index: &str) -> Result<String, &'static str> {
    let mut files: Vec<&str> = ALSO.to_vec();
    for start in ["href=\"./", "src=\"./", "\"js\":\"./", "\"wasm\":\"./", "\"behind\":\"./"] {
        let names = index.split(start).skip(1).filter_map(|rest| rest.split('"').next());
        files.extend(
            // The dialogs are larger than all the rest: whoever opens them has them from the host.
            names
                .filter(|name| !name.starts_with("desk-"))
                .filter(|name| [".css", ".js", ".wasm", ".json"].iter().any(|kind| name.ends_with(kind))),
        );
    }
    files.sort_unstable();
    files.dedup();
    let build = Sha256::digest(format!("{index}{}", edition_hash()));
    let build: String = build.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let folders = Locale::offered().iter().filter(|one| **one != Locale::En).map(|one| one.code());
    let languages: Vec<&str> = folders.collect();
    let mut worker = WORKER.to_owned();
    for (place, filled) in [
        ("const FILES = [];", format!("const FILES = {};", serde_json::json!(files))),
        ("const BUILD = \"\";", format!("const BUILD = \"{build}\";")),
        ("const LANGUAGES = [];", format!("const LANGUAGES = {};", serde_json::json!(languages))),
    ] {
        if !worker.contains(place) {
            return Err(place);
        }
        worker = worker.replacen(place, &filled, 1);
    }
    Ok(worker)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_knows_the_files_and_the_languages() {
        let index = "<link href=\"./base-1.css\"><a href=\"./table.html\">{\"js\":\"./desk-1.js\",\"wasm\":\"./a_bg.wasm\"}";
        let worker = worker(index).unwrap();
        let line = |start: &str| worker.lines().find(|line| line.starts_with(start)).unwrap().to_owned();
        let files = line("const FILES");
        assert!(files.contains("\"base-1.css\"") && files.contains("\"a_bg.wasm\""), "{files}");
        assert!(!files.contains("table.html") && !files.contains("desk-"), "{files}");
        let languages = line("const LANGUAGES");
        for locale in Locale::offered() {
            let is_folder = languages.contains(&format!("\"{}\"", locale.code()));
            assert_eq!(is_folder, *locale != Locale::En, "{languages}");
        }
        assert_ne!(line("const BUILD"), "const BUILD = \"\";");
    }
}

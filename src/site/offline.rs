//! The service worker: what it keeps from the start, and which build it belongs to.

use sha2::{Digest, Sha256};

use super::takeaway::edition_hash;

const WORKER: &str = include_str!("../platform/sw.js");
/// Beside what the first page names.
const ALSO: [&str; 4] = ["./", "favicon.svg", "map/overview.svg", "map/overview-dark.svg"];

/// The worker for a site whose first page is `index`.
///
/// # Errors
/// When the worker has no place for the list.
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
    let list = serde_json::json!(files).to_string();
    for place in ["const FILES = [];", "const BUILD = \"\";"] {
        if !WORKER.contains(place) {
            return Err(place);
        }
    }
    Ok(WORKER.replacen("const FILES = [];", &format!("const FILES = {list};"), 1).replacen(
        "const BUILD = \"\";",
        &format!("const BUILD = \"{build}\";"),
        1,
    ))
}

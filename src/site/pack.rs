//! Build script: packs the files of `public/data/` into one minified object, to be compiled in.
//!
//! For the web, what stands behind folds and in two views ([`BEHIND`]) is an object of its own. It is
//! compiled in too, unless `ATLAS_BEHIND=apart` says that it will lie beside the app as a file.
//!
//! It only strips white space. Whether the data is right is the checker's business, in the tests.

use std::{env, error::Error, fs, path::Path};

use serde_json::{Map, Value, json};

const FILES: [&str; 12] = [
    "edition",
    "countries",
    "agreements",
    "events",
    "sources",
    "claims",
    "briefing",
    "definitions",
    "method",
    "tours",
    "places",
    "routes",
];

/// Files that the first view does without.
const BEHIND: [&str; 5] = ["claims", "briefing", "definitions", "method", "tours"];

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("public/data");
    let out = env::var("OUT_DIR")?;
    println!("cargo::rerun-if-changed=public/data");
    let mut bundle = Map::new();
    for name in FILES {
        let file = data.join(format!("{name}.json"));
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let value: Value =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        bundle.insert(name.to_owned(), value);
    }
    println!("cargo::rerun-if-env-changed=ATLAS_BEHIND");
    let is_apart = env::var("ATLAS_BEHIND").is_ok_and(|value| value == "apart");
    let mut behind = Map::new();
    for name in BEHIND {
        behind.extend(bundle.get(name).map(|value| (name.to_owned(), value.clone())));
    }
    let sources = bundle.get("sources").and_then(Value::as_array).cloned().unwrap_or_default();
    let link =
        |source: &Value| json!({ "title": source["title"], "url": source["url"], "note": source["note"] });
    behind.insert("links".to_owned(), sources.iter().map(link).collect());
    // The dialogs have everything; the app, which readers wait for, only what the first view shows.
    let is_app = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32")
        && env::var("CARGO_FEATURE_WHOLE").is_err();
    if is_app {
        BEHIND.iter().for_each(|name| drop(bundle.remove(*name)));
        if let Some(sources) = bundle.get_mut("sources").and_then(Value::as_array_mut) {
            sources.iter_mut().for_each(shorten);
        }
    }
    let out = Path::new(&out);
    fs::write(out.join("dataset.json"), Value::Object(bundle).to_string())?;
    let is_file = is_apart && is_app;
    let behind = if is_file { String::new() } else { Value::Object(behind).to_string() };
    fs::write(out.join("behind.json"), behind)?;
    let geometry: Value = serde_json::from_str(&fs::read_to_string(data.join("geometry.json"))?)?;
    fs::write(out.join("geometry.json"), geometry.to_string())?;
    Ok(())
}

/// Leaves a source what filters and facts need. An empty address says that there is one.
fn shorten(source: &mut Value) {
    if let Some(source) = source.as_object_mut() {
        source.insert("title".to_owned(), "".into());
        source.remove("note");
        if source.get("url").is_some_and(Value::is_string) {
            source.insert("url".to_owned(), "".into());
        }
    }
}

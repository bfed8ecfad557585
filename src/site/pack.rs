//! Build script: packs the files of `public/data/` into one minified object, to be compiled in.
//!
//! It only strips white space. Whether the data is right is the checker's business, in the tests.

use std::{env, error::Error, fs, path::Path};

use serde_json::{Map, Value};

const FILES: [&str; 11] = [
    "edition",
    "countries",
    "agreements",
    "events",
    "sources",
    "claims",
    "briefing",
    "definitions",
    "method",
    "places",
    "routes",
];

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
    fs::write(Path::new(&out).join("dataset.json"), Value::Object(bundle).to_string())?;
    let geometry: Value = serde_json::from_str(&fs::read_to_string(data.join("geometry.json"))?)?;
    fs::write(Path::new(&out).join("geometry.json"), geometry.to_string())?;
    Ok(())
}

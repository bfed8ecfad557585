//! What is made from code and data stays as it would be made anew. `cargo xtask generate` makes it.

use std::{env, fs, path::PathBuf};

use summit_atlas::model::dataset::Dataset;
use summit_atlas::{site, start};

fn hold(path: &str, made: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("ATLAS_GENERATE").is_some() {
        fs::write(&file, made).unwrap();
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == made, "{path} is out of date: run `cargo xtask generate` and commit it");
}

/// The JSON Schema of the bundle, 2020-12.
fn schema() -> String {
    let schema = schemars::schema_for!(Dataset);
    serde_json::to_string_pretty(&schema).unwrap() + "\n"
}

#[test]
fn the_schema_follows_the_types() {
    hold("public/data/schema.json", &schema());
}

#[test]
fn the_static_page_follows_the_data() {
    let (atlas, geometry) = start::load().unwrap();
    hold("src/site/overview.html", &site::static_page(atlas, geometry));
}

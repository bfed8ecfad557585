//! Where things are in the checkout.

use std::path::{Path, PathBuf};

/// Root of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Build folder; everything in it can be thrown away.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The atlas's own tools: Trunk, wasm-bindgen, drivers.
pub fn tools() -> PathBuf {
    target().join("tools")
}

/// The dataset.
pub fn data() -> PathBuf {
    root().join("public/data")
}

//! Writes the site around what Trunk built: `atlas-site FOLDER [SITE-URL]`. Called by
//! `cargo xtask build`.

#[cfg(not(target_arch = "wasm32"))]
use std::path::{Path, PathBuf};

#[cfg(not(target_arch = "wasm32"))]
use summit_atlas::site::{self, Places};

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let site_url = arguments.next();
    let (atlas, geometry) = summit_atlas::start::load()?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let places = Places {
        past: &root.join("public/editions"),
        tables: &root.join("languages"),
        kept: Some(&target.join("pictures")),
    };
    let n_pages = site::write(Path::new(&folder), site_url.as_deref(), atlas, geometry, places)?;
    println!("{n_pages} pages");
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}

//! Writes the site around what Trunk built: `atlas-site FOLDER [SITE-URL]`. Called by
//! `cargo xtask build`.

#[cfg(not(target_arch = "wasm32"))]
use std::path::Path;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let site_url = arguments.next();
    let (atlas, geometry) = summit_atlas::start::load()?;
    let past = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/editions");
    let n_pages = summit_atlas::site::write(Path::new(&folder), site_url.as_deref(), atlas, geometry, &past)?;
    println!("{n_pages} pages");
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}

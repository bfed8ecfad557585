//! What the journeys stand on: three engines behind one page, which owns every selector.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xtask::build::files;
use xtask::serve::{Site, start};

pub mod engine;
pub mod page;
pub mod transcript;

pub use engine::{Engine, run};
pub use page::Page;

/// Makes a test of each journey in each engine: `firefox::NAME`.
#[macro_export]
macro_rules! in_three_engines {
    ($($journey:ident),* $(,)?) => {
        $crate::in_three_engines!(@ chromium Chromium [$($journey)*]);
        $crate::in_three_engines!(@ firefox Firefox [$($journey)*]);
        $crate::in_three_engines!(@ webkit WebKit [$($journey)*]);
    };
    (@ $module:ident $engine:ident [$($journey:ident)*]) => {
        mod $module {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $journey() {
                $crate::run($crate::Engine::$engine, super::$journey).await;
            })*
        }
    };
}

/// The built site.
///
/// # Errors
/// When nobody said where it is.
pub fn dist() -> Result<PathBuf> {
    let dist =
        std::env::var_os("ATLAS_DIST").context("ATLAS_DIST names the built site; use `cargo xtask test`")?;
    Ok(PathBuf::from(dist))
}

/// Serves the built site until the process ends, with a probe in every page; its address.
///
/// # Errors
/// When there is none, or no port.
pub fn site() -> Result<String> {
    Ok(start(Site { has_probe: true, ..Site::new(&dist()?) }, 0)?.url)
}

/// Copies the built site into a folder, to be changed there: the app with its texts, and the first page
/// with its maps; no other page, no data and nothing that is packed.
///
/// # Errors
/// When there is no built site, or a file cannot be copied.
pub fn copy_app(to: &Path) -> Result<()> {
    let dist = dist()?;
    for file in files(&dist)? {
        let name = file.strip_prefix(&dist)?;
        let is_needed =
            name.components().count() == 1 || name.starts_with("map") || name.starts_with("words");
        let is_packed = name.extension().is_some_and(|one| one == "br" || one == "gz");
        if is_needed && !is_packed {
            let to = to.join(name);
            fs::create_dir_all(to.parent().context("a folder")?)?;
            fs::copy(&file, &to).with_context(|| to.display().to_string())?;
        }
    }
    Ok(())
}

//! From the bundled files to a mounted app, or to a message that says what is wrong.

use leptos::mount::mount_to_body;

use crate::model::dataset::Dataset;
use crate::model::dataset::index::Atlas;
use crate::model::dataset::parse::{BEHIND, BUNDLED};
use crate::model::geo::geometry::{self, Geometry};
use crate::model::view::View;
use crate::model::view::page::Addresses;
use crate::model::words::Locale;
use crate::platform::{self, clock, history, marks, panic, place};
use crate::ui::app::app;
use crate::ui::element::{hear, speak};
use crate::ui::store::Store;

/// Mounts the app beside the static page and takes that away; on a fault leaves it in place.
pub fn start() {
    panic::install();
    marks::set("atlas:start");
    let wanted = place::words();
    let loaded = load_in(wanted);
    marks::set("atlas:data");
    match loaded {
        // In a task of its own, so that the browser may paint or answer in between.
        Ok((atlas, geometry, failed)) => platform::later(move || mount(atlas, geometry, failed)),
        Err(message) => panic::show(&format!("The interactive atlas could not read its data. {message}")),
    }
}

/// Mounts the app; `failed` is the language that could not be had.
fn mount(atlas: &'static Atlas, geometry: &'static Geometry, failed: Option<Locale>) {
    let locale = atlas.words.locale();
    place::set_language(locale);
    speak(locale);
    let addresses: &'static Addresses = Box::leak(Box::new(Addresses { locale, ..place::addresses() }));
    let mut reading = addresses.read(&history::path(), &history::query(), atlas);
    reading.left.language = failed;
    let has_map = reading.view.view == View::Map;
    mount_to_body(move || {
        let today = clock::today().unwrap_or(atlas.data.edition.date.last);
        let store = Store::new(atlas, geometry, addresses, reading, today);
        store.follow_address();
        app(store)
    });
    if has_map {
        marks::set("atlas:map");
    }
    panic::remove_static_page();
    marks::set("atlas:ready");
}

/// Reads the bundled dataset and borders, and leaks them: they live as long as the page.
///
/// # Errors
/// The message of whichever could not be read.
pub fn load() -> Result<(&'static Atlas, &'static Geometry), String> {
    load_in(None).map(|(atlas, geometry, _)| (atlas, geometry))
}

/// The same in a language, or in English and the language that could not be had.
///
/// # Errors
/// The message of whichever could not be read.
pub fn load_in(
    wanted: Option<(Locale, Option<String>)>,
) -> Result<(&'static Atlas, &'static Geometry, Option<Locale>), String> {
    // A frame may stay with an old edition; when that cannot be read, it shows this one and says so.
    let old = place::old_edition().and_then(|text| {
        let text: &'static str = text.leak();
        hear(text);
        let atlas = Atlas::new(Dataset::parse(text).ok()?);
        let _ = atlas.take_in(text); // What is missing is asked for when it is read.
        Some(atlas)
    });
    if let Some(old) = old {
        return borders().map(|geometry| (leaked(old), geometry, None));
    }
    let parse = || Dataset::parse(BUNDLED).map_err(|error| error.to_string());
    let (atlas, failed) = match wanted {
        Some((Locale::En, _)) | None => (Atlas::new(parse()?), None),
        Some((locale, texts)) => {
            let translated = texts
                .map(|texts| Ok::<_, String>(Atlas::translated(parse()?, locale, texts.leak())))
                .transpose()?;
            match translated {
                Some(Ok(atlas)) => (atlas, None),
                _ => (Atlas::new(parse()?), Some(locale)),
            }
        }
    };
    if let Some(text) = platform::behind::here() {
        let text: &'static str = text.leak();
        hear(text);
        atlas.take_in(text)?;
    }
    // Compiled in by a build that writes no files beside the app.
    if cfg!(target_arch = "wasm32") && !BEHIND.is_empty() {
        hear(BEHIND);
        atlas.take_in(BEHIND)?;
    }
    Ok((leaked(atlas), borders()?, failed))
}

fn borders() -> Result<&'static Geometry, String> {
    Geometry::parse(geometry::BUNDLED).map(leaked).map_err(|error| error.to_string())
}

/// Lives as long as the page.
fn leaked<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

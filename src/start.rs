//! From the bundled files to a mounted app, or to a message that says what is wrong.

use leptos::mount::mount_to_body;

use crate::model::dataset::Dataset;
use crate::model::dataset::index::Atlas;
use crate::model::dataset::parse::BUNDLED;
use crate::model::geo::geometry::{self, Geometry};
use crate::model::view::View;
use crate::model::view::page::Addresses;
use crate::platform::{self, clock, history, marks, panic, place};
use crate::ui::app::app;
use crate::ui::store::Store;

/// Mounts the app beside the static page and takes that away; on a fault leaves it in place.
pub fn start() {
    panic::install();
    marks::set("atlas:start");
    let loaded = load();
    marks::set("atlas:data");
    match loaded {
        // In a task of its own, so that the browser may paint or answer in between.
        Ok((atlas, geometry)) => platform::later(move || mount(atlas, geometry)),
        Err(message) => panic::show(&format!("The interactive atlas could not read its data. {message}")),
    }
}

fn mount(atlas: &'static Atlas, geometry: &'static Geometry) {
    let addresses: &'static Addresses = Box::leak(Box::new(place::addresses()));
    let reading = addresses.read(&history::path(), &history::query(), atlas);
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
    let data = Dataset::parse(BUNDLED).map_err(|error| error.to_string())?;
    let geometry = Geometry::parse(geometry::BUNDLED).map_err(|error| error.to_string())?;
    Ok((Box::leak(Box::new(Atlas::new(data))), Box::leak(Box::new(geometry))))
}

//! The browser: what the app asks of it and tells it. Takes and returns plain or model types. Elsewhere
//! `web_sys` is named only by listeners, for events and their targets, and by `ui/element`, for nodes.
//!
//! Outside a browser every call answers as a browser that refuses would, so that the same views
//! render to text natively.

pub mod behind;
pub mod clock;
pub mod desk;
pub mod dialog;
pub mod download;
pub mod focus;
pub mod history;
pub mod marks;
pub mod panic;
pub mod place;
pub mod pointer;
pub mod screen;

/// The window, in a browser.
fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The page, in a browser.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Sets the title of the page.
pub fn set_title(title: String) {
    later(move || {
        if let Some(document) = document() {
            document.set_title(&title);
        }
    });
}

/// Calls back in a task of its own, after what is going on now.
pub fn later(callback: impl FnOnce() + 'static) {
    if cfg!(target_arch = "wasm32") {
        leptos::prelude::set_timeout(callback, std::time::Duration::ZERO);
    }
}

/// Writes a line to the console.
fn log(line: &str) {
    if cfg!(target_arch = "wasm32") {
        web_sys::console::warn_1(&line.into());
    }
}

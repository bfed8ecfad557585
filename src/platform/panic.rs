//! When the app stops: the error panel of `index.html` says so, and the last picture stays.

use super::{document, log};

/// Fills the panel when something fails beyond repair.
pub fn install() {
    if cfg!(target_arch = "wasm32") {
        std::panic::set_hook(Box::new(|info| {
            log(&info.to_string());
            show(
                "The interactive atlas stopped because of a fault of its own. What you see is its last state; reload the page to go on.",
            );
        }));
    }
}

/// Shows a message in the panel, which stands in the page from the start.
pub fn show(message: &str) {
    let Some(document) = document() else { return };
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-state", "failed");
    }
    if let Some(panel) = document.get_element_by_id("failure") {
        let text = panel.query_selector("p").ok().flatten().unwrap_or_else(|| panel.clone());
        text.set_text_content(Some(message));
        let _ = panel.remove_attribute("hidden");
    }
}

/// Takes away the static page once the app stands in its place.
pub fn remove_static_page() {
    let Some(document) = document() else { return };
    if let Some(page) = document.get_element_by_id("static") {
        page.remove();
    }
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-state", "ready");
    }
}

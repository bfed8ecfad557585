//! Where the keyboard is: moving it into what opens, and back to where it came from.

use std::cell::RefCell;

use wasm_bindgen::JsCast;

use super::document;

thread_local! {
    static CAME_FROM: RefCell<Option<web_sys::HtmlElement>> = const { RefCell::new(None) };
}

/// Remembers what has the focus, to come back to.
pub fn remember() {
    let active = document().and_then(|document| document.active_element());
    let element = active.and_then(|element| element.dyn_into().ok());
    CAME_FROM.set(element.filter(|element: &web_sys::HtmlElement| element.tag_name() != "BODY"));
}

/// Goes back to what was remembered, if it is still in the page.
pub fn restore() {
    if let Some(element) = CAME_FROM.take().filter(|element| element.is_connected()) {
        let _ = element.focus(); // A refused focus leaves the reader where they are.
    }
}

/// Moves the focus to the first element that fits.
pub fn move_to(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        // SVG shapes have `focus` too, though their type does not say so.
        let element: web_sys::HtmlElement = element.unchecked_into();
        let _ = element.focus();
    }
}

/// Scrolls the first element that fits into the picture.
pub fn scroll_to(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        element.scroll_into_view();
    }
}

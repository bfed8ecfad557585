//! Where the keyboard is: moving it into what opens, and back to where it came from.

use std::cell::RefCell;

use wasm_bindgen::JsCast;

use super::document;

thread_local! {
    static CAME_FROM: RefCell<Option<web_sys::HtmlElement>> = const { RefCell::new(None) };
}

/// Remembers what has the focus, to come back to.
pub fn remember() {
    CAME_FROM.set(active());
}

/// Goes back to what was remembered; where that has left the page or is hidden, and nothing else has the focus, to
/// the first element that fits, or to the content.
pub fn restore(selector: &str) {
    if let Some(element) = CAME_FROM.take() {
        let _ = element.focus(); // Refused without an error where it is not to be seen.
    }
    for selector in [selector, "#content"] {
        if active().is_none() {
            move_to(selector);
        }
    }
}

/// What has the focus, if anything in the page has.
fn active() -> Option<web_sys::HtmlElement> {
    let element = document()?.active_element().filter(|element| element.tag_name() != "BODY")?;
    // SVG shapes have `focus` too, though their type does not say so.
    Some(element.unchecked_into())
}

/// Moves the focus to the first element that fits.
pub fn move_to(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        let element: web_sys::HtmlElement = element.unchecked_into(); // As above.
        let _ = element.focus();
    }
}

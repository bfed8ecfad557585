//! The address bar: read the query, push or replace it, follow the back button.
//!
//! History calls may be refused: sandboxed frames refuse them, and WebKit refuses more than a
//! hundred in half a minute for all frames of a page together. The app goes on without.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;

use super::{later, log, window};
use crate::model::view::action::History;

thread_local! {
    static IS_REFUSED: Cell<bool> = const { Cell::new(false) };
    /// What is still to be written, oldest first.
    static WAITING: RefCell<Vec<(String, History)>> = const { RefCell::new(Vec::new()) };
}

/// The query string of the address, with its question mark, or nothing.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The path of the address.
pub fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// Writes an address, once what the reader waits for is done. One that is only a query leaves the
/// path as it is; the fragment stays in any case.
pub fn write(address: String, history: History) {
    if history == History::Leave {
        return;
    }
    let n_before = WAITING.with_borrow_mut(|waiting| {
        let n_before = waiting.len();
        // Letters typed faster than addresses are written leave one address.
        match waiting.last_mut() {
            Some((last, _)) if history == History::Replace => *last = address,
            _ => waiting.push((address, history)),
        }
        n_before
    });
    if n_before == 0 {
        later(|| WAITING.take().into_iter().for_each(|(address, history)| write_now(&address, history)));
    }
}

fn write_now(address: &str, history: History) {
    let Some(window) = window() else { return };
    let location = window.location();
    let path = if address.starts_with('?') { path() } else { String::new() };
    let fragment = location.hash().unwrap_or_default();
    // A question mark alone asks nothing.
    let address = format!("{path}{}{fragment}", address.strip_suffix('?').unwrap_or(address));
    let written = window.history().and_then(|bar| match history {
        History::Push => bar.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        _ => bar.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    });
    if written.is_err() && !IS_REFUSED.replace(true) {
        log("The browser refused to change the address; the atlas goes on without.");
    }
}

/// Says in the page where the reader is now, for whoever passes it on to the host page.
pub fn tell(address: &str) {
    let Some(document) = super::document() else { return };
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&JsValue::from_str(address));
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("atlas:moved", &options) {
        let _ = document.dispatch_event(&event);
    }
}

/// Calls back with a query whenever the host page asks for another view.
pub fn on_order(mut callback: impl FnMut(String) + 'static) {
    let Some(document) = super::document() else { return };
    let listener = Closure::<dyn FnMut(web_sys::CustomEvent)>::new(move |event: web_sys::CustomEvent| {
        callback(event.detail().as_string().unwrap_or_default());
    });
    if document.add_event_listener_with_callback("atlas:go", listener.as_ref().unchecked_ref()).is_ok() {
        listener.forget(); // Lives as long as the page.
    }
}

/// Calls back with path and query whenever the reader goes back or forward.
pub fn on_move(mut callback: impl FnMut(String, String) + 'static) {
    let Some(window) = window() else { return };
    let listener = Closure::<dyn FnMut()>::new(move || {
        WAITING.take(); // The reader is elsewhere already.
        callback(path(), query());
    });
    if window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref()).is_ok() {
        listener.forget(); // Lives as long as the page.
    }
}

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

/// Writes a query string to the address, once what the reader waits for is done; path and
/// fragment stay as they are.
pub fn write(query: String, history: History) {
    if history == History::Leave {
        return;
    }
    let n_before = WAITING.with_borrow_mut(|waiting| {
        let n_before = waiting.len();
        // Letters typed faster than addresses are written leave one address.
        match waiting.last_mut() {
            Some((last, _)) if history == History::Replace => *last = query,
            _ => waiting.push((query, history)),
        }
        n_before
    });
    if n_before == 0 {
        later(|| WAITING.take().into_iter().for_each(|(query, history)| write_now(&query, history)));
    }
}

fn write_now(query: &str, history: History) {
    let Some(window) = window() else { return };
    let location = window.location();
    let path = location.pathname().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let mark = if query.is_empty() { "" } else { "?" };
    let address = format!("{path}{mark}{query}{fragment}");
    let written = window.history().and_then(|bar| match history {
        History::Push => bar.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        _ => bar.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    });
    if written.is_err() && !IS_REFUSED.replace(true) {
        log("The browser refused to change the address; the atlas goes on without.");
    }
}

/// Calls back with the query string whenever the reader goes back or forward.
pub fn on_move(mut callback: impl FnMut(String) + 'static) {
    let Some(window) = window() else { return };
    let listener = Closure::<dyn FnMut()>::new(move || {
        WAITING.take(); // The reader is elsewhere already.
        callback(query());
    });
    if window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref()).is_ok() {
        listener.forget(); // Lives as long as the page.
    }
}

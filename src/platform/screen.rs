//! How wide the page is, as far as it decides which of two regions is built at all.

use wasm_bindgen::prelude::*;

use super::window;

/// A text for an address of data.
pub fn encoded(text: &str) -> String {
    if cfg!(target_arch = "wasm32") { js_sys::encode_uri_component(text).into() } else { String::new() }
}

/// Whether a media query fits now, and calls back when that changes.
pub fn follow(query: &str, mut callback: impl FnMut(bool) + 'static) -> Option<bool> {
    let list = window()?.match_media(query).ok().flatten()?;
    let fits = list.matches();
    let watched = list.clone();
    let listener = Closure::<dyn FnMut()>::new(move || callback(watched.matches()));
    if list.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref()).is_ok() {
        listener.forget(); // Lives as long as the page.
    }
    Some(fits)
}

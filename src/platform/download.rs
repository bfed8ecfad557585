//! Offering a text as a file.

use std::time::Duration;

use wasm_bindgen::{JsCast, JsValue};

use super::{document, place};

/// Offers a text under a name; false when the browser refuses, or where a sandboxed frame would do so without a
/// word: callers keep another way open.
pub fn offer(name: &str, media_type: &str, text: &str) -> bool {
    cfg!(target_arch = "wasm32") && !place::is_confined() && try_offer(name, media_type, text).is_ok()
}

fn try_offer(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link = document().ok_or(JsValue::NULL)?.create_element("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    let clicked = link.dyn_ref::<web_sys::HtmlElement>().map(web_sys::HtmlElement::click);
    // Some browsers read the address only after this task.
    let forget = move || drop(web_sys::Url::revoke_object_url(&address));
    leptos::prelude::set_timeout(forget, Duration::from_secs(10));
    clicked.ok_or(JsValue::NULL)
}

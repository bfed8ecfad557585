//! What lies beside the app as a file, and is loaded when it is first asked for: `boot.js` does the
//! loading and answers with an event.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::document;

/// The text, where the page has it already.
pub fn here() -> Option<String> {
    document()?.get_element_by_id("behind")?.text_content()
}

/// Asks for it. `answer` is called with the text, or with nothing when it could not be had.
pub fn ask(answer: impl FnOnce(Option<String>) + 'static) {
    let Some(document) = document() else { return answer(None) };
    let page = document.clone();
    let listener = Closure::once_into_js(move || {
        let block = page.get_element_by_id("behind");
        answer(block.and_then(|block| block.text_content()));
    });
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    let _ = document.add_event_listener_with_callback_and_add_event_listener_options(
        "atlas:came",
        listener.unchecked_ref(),
        &options,
    );
    if let Ok(event) = web_sys::Event::new("atlas:behind") {
        let _ = document.dispatch_event(&event);
    }
}

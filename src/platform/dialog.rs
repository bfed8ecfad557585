//! Native dialogs: the browser keeps the focus inside, closes them on Escape and puts the focus back.

use wasm_bindgen::JsCast;

use super::document;

/// Opens a dialog over the page.
pub fn open(selector: &str) {
    if let Some(dialog) = find(selector).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal(); // Refused only while it is open already.
    }
}

/// Closes it.
pub fn close(selector: &str) {
    if let Some(dialog) = find(selector) {
        dialog.close();
    }
}

/// Closes a dialog when the click was on the page behind it, which counts as the dialog itself.
pub fn close_outside(event: &web_sys::Event) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = target {
        dialog.close();
    }
}

fn find(selector: &str) -> Option<web_sys::HtmlDialogElement> {
    let found = document()?.query_selector(selector).ok().flatten()?;
    found.dyn_into().ok()
}

//! What stands behind one line, made when it is first opened. Where nothing can be opened later, on
//! a static page, it is made at once.

use leptos::prelude::*;

use crate::ui::app::IS_STILL;
use crate::ui::element::{Element, el};

/// A line that opens what `content` makes.
pub fn fold<T: Into<Element>>(
    class: &'static str,
    line: impl Into<Element>,
    content: impl Fn() -> T + Send + 'static,
) -> Element {
    let is_made = RwSignal::new(IS_STILL);
    // Once: a signal also tells when it is set to what it was, and what was opened inside would close.
    let on_toggle = move |_: web_sys::Event| {
        if !is_made.get_untracked() {
            is_made.set(true);
        }
    };
    el("details")
        .class(class)
        .on("toggle", on_toggle)
        .child(el("summary").child(line))
        .live(move || is_made.get().then(|| content().into()))
}

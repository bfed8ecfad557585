//! One choice of a facet: a native box, its word, and the live count.

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::ui::element::{Element, el};

/// A box with its count. It stays in reach at zero, only paler.
pub fn facet_box<T: Code>(
    name: &'static str,
    value: T,
    count: Signal<usize>,
    is_chosen: Signal<bool>,
    on_toggle: impl Fn() + Send + 'static,
) -> Element {
    let field = el("input")
        .attr("type", "checkbox")
        .attr("name", name)
        .attr("value", value.code())
        .flag("checked", move || is_chosen.get())
        .on("change", move |_: web_sys::Event| on_toggle());
    let number = el("span").class("facet__count").live_text(move || count.get().to_string());
    let label = el("label").class("facet__label").child(field);
    let label = label.child(el("span").class("facet__word").child(value.label())).child(" ").child(number);
    el("li").class("facet__item").child(label)
}

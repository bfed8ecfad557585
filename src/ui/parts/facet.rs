//! One choice of a facet: a native box, its word, and the live count.

use crate::model::dataset::codes::Code;
use crate::model::words::Words;
use crate::ui::element::{Element, el};

/// A box with its count. It stays in reach at zero, only paler.
pub fn facet_box<T: Code>(
    words: Words,
    value: T,
    count: impl Fn() -> usize + Send + 'static,
    is_chosen: impl Fn() -> bool + Send + 'static,
    on_toggle: impl Fn() + Send + 'static,
) -> Element {
    // "kind of money" goes by its last word, as in links.
    let name = T::LIST.rsplit(' ').next().unwrap_or_default();
    let field = el("input")
        .attr("type", "checkbox")
        .attr("name", name)
        .attr("value", value.code())
        .flag("checked", is_chosen)
        .on("change", move |_: web_sys::Event| on_toggle());
    let number = el("span").class("facet__count").live_number(count);
    let label = el("label").class("facet__label").child(field);
    let label =
        label.child(el("span").class("facet__word").child(words.label(value))).child(" ").child(number);
    el("li").class("facet__item").child(label)
}

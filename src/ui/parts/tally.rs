//! A number with its name and a bar: how many records of a stage or sector.

use leptos::prelude::*;

use crate::ui::element::{Element, el};

/// One line of a tally: a button that narrows the records to what it counts.
pub struct TallyRow {
    /// What is counted.
    pub label: &'static str,
    /// Mark before the label, if any.
    pub mark: Element,
    /// How many.
    pub count: Signal<usize>,
    /// What the longest bar stands for.
    pub most: Signal<usize>,
    /// Whether it narrows the records now.
    pub is_chosen: Signal<bool>,
}

impl TallyRow {
    /// The line; `on_choose` is called on click, Enter or Space.
    pub fn view(self, on_choose: impl Fn() + Send + 'static) -> Element {
        let Self { label, mark, count, most, is_chosen } = self;
        let share = move || {
            let thousandths = count.get() * 1000 / most.get().max(1);
            format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
        };
        let button = el("button")
            .attr("type", "button")
            .class("tally__button")
            .live_bool("aria-pressed", move || is_chosen.get())
            .on_click(on_choose)
            .child(el("span").class("tally__label").child(mark).child(label))
            .child(" ")
            .child(el("span").class("tally__bar").attr("aria-hidden", "true").live_style("--share", share))
            .child(" ")
            .child(el("span").class("tally__count").live_text(move || count.get().to_string()));
        el("li").class("tally__row").child(button)
    }
}

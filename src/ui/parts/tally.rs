//! A number with its name and a bar: how many records of a stage or sector.

use crate::ui::element::{Element, el};

/// One line of a tally: a button that narrows the records to what it counts.
pub struct TallyRow {
    /// What is counted.
    pub label: &'static str,
    /// Mark before the label, if any.
    pub mark: Element,
}

impl TallyRow {
    /// The line. `count` says how many, and what the longest bar stands for; `is_chosen` whether
    /// the line narrows the records now; `on_choose` is called on click, Enter or Space.
    pub fn view(
        self,
        count: impl Fn() -> (usize, usize) + Copy + Send + 'static,
        is_chosen: impl Fn() -> bool + Send + 'static,
        on_choose: impl Fn() + Send + 'static,
    ) -> Element {
        let Self { label, mark } = self;
        let share = move || {
            let (count, most) = count();
            let thousandths = count * 1000 / most.max(1);
            format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
        };
        let button = el("button")
            .attr("type", "button")
            .class("tally__button")
            .live_bool("aria-pressed", is_chosen)
            .on_click(on_choose)
            .child(el("span").class("tally__label").child(mark).child(label))
            .child(" ")
            .child(el("span").class("tally__bar").attr("aria-hidden", "true").live_style("--share", share))
            .child(" ")
            .child(el("span").class("tally__count").live_number(move || count().0));
        el("li").class("tally__row").child(button)
    }
}

//! A number with its name and a bar: how many records of a stage or sector.

use leptos::prelude::*;

/// Part: one line of a tally, a button that narrows the records to it.
#[component]
pub fn TallyRow(
    /// What is counted.
    label: &'static str,
    /// Mark before the label; an empty view for none.
    mark: AnyView,
    /// How many.
    #[prop(into)]
    count: Signal<usize>,
    /// What the longest bar stands for.
    #[prop(into)]
    most: Signal<usize>,
    /// Whether it narrows the records now.
    #[prop(into)]
    is_chosen: Signal<bool>,
    /// Called on click, Enter or Space.
    on_choose: impl Fn() + 'static,
) -> impl IntoView {
    let share = move || {
        let most = most.get().max(1);
        format!("{}", (count.get() * 1000 / most) as f64 / 1000.0)
    };
    view! {
        <li class="tally__row">
            <button
                type="button"
                class="tally__button"
                aria-pressed=move || is_chosen.get().to_string()
                on:click=move |_| on_choose()
            >
                <span class="tally__label">{mark}{label}</span>
                " "
                <span class="tally__bar" aria-hidden="true" style:--share=share></span>
                " "
                <span class="tally__count">{count}</span>
            </button>
        </li>
    }
    .into_any()
}

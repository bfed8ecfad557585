//! One choice of a facet: a native box, its word, and the live count.

use leptos::prelude::*;

/// Part: a box with its count. It stays in reach at zero, only paler.
#[component]
pub fn FacetBox(
    /// Name of the facet in forms and links.
    name: &'static str,
    /// Code of the choice.
    value: &'static str,
    /// The choice in words.
    label: &'static str,
    /// How many records it would show.
    #[prop(into)]
    count: Signal<usize>,
    /// Whether it is chosen.
    #[prop(into)]
    is_chosen: Signal<bool>,
    /// Called when it is ticked or unticked.
    on_toggle: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <li class="facet__item">
            <label class="facet__label">
                <input
                    type="checkbox"
                    name=name
                    value=value
                    prop:checked=is_chosen
                    on:change=move |_| on_toggle()
                />
                <span class="facet__word">{label}</span>
                " "
                <span class="facet__count" data-empty=move || (count.get() == 0).then_some("")>{count}</span>
            </label>
        </li>
    }
    .into_any()
}

//! The six countries as buttons: the twin of the map, in every view.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::text;
use crate::model::view::action::Action;
use crate::ui::store::Store;

/// Region: six buttons that mirror the shapes of the map, both ways.
#[component]
pub fn CountryButtons() -> impl IntoView {
    let store = Store::expect();
    let chosen = store.part(|view| view.facets.countries);
    let buttons = CountryId::ALL.iter().map(|country| {
        let country = *country;
        let count = country_count(store, country);
        let on_click = move |event: leptos::ev::MouseEvent| choose(store, country, &event);
        view! {
            <li>
                <button
                    type="button"
                    class="country-button"
                    data-country=country.code()
                    aria-pressed=move || chosen.get().contains(country).to_string()
                    on:click=on_click
                >
                    <span class="country-button__name">{country.label()}</span>
                    " "
                    <span class="country-button__count" aria-hidden="true">{count}</span>
                    <span class="visually-hidden">{move || text::records(count.get())}</span>
                </button>
            </li>
        }
    });
    view! { <ul class="country-buttons" aria-label="Countries">{buttons.collect_view()}</ul> }.into_any()
}

/// How many records a country has while every facet but the countries stays as it is.
pub fn country_count(store: Store, country: CountryId) -> Memo<usize> {
    let index = &store.atlas.index;
    Memo::new(move |_| store.selection().with(|selection| selection.on_map(index, country).count()))
}

/// Chooses a country; with Ctrl, Command or Shift held adds it to the chosen ones.
pub fn choose(store: Store, country: CountryId, event: &leptos::ev::MouseEvent) {
    let is_added = event.ctrl_key() || event.meta_key() || event.shift_key();
    store.dispatch(if is_added { Action::ToggleCountry(country) } else { Action::ChooseCountry(country) });
}

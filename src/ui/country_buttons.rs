//! The six countries as buttons: the twin of the map, in every view.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::view::action::Action;
use crate::model::words::Key;
use crate::ui::element::{Element, el, together};
use crate::ui::store::Store;

/// Region: six buttons that mirror the shapes of the map, both ways.
pub fn country_buttons(store: Store) -> Element {
    let index = &store.atlas.index;
    let buttons = CountryId::ALL.iter().map(|country| {
        let country = *country;
        let count = move || store.selection().with(|one| one.on_map(index, country).count());
        let is_chosen = move || store.facets().with(|facets| facets.countries.contains(country));
        let number = el("span").class("country-button__count").attr("aria-hidden", "true");
        let button = el("button")
            .attr("type", "button")
            .class("country-button")
            .attr("data-country", country.code())
            .live_bool("aria-pressed", is_chosen)
            .on("click", move |event: web_sys::MouseEvent| choose(store, country, &event))
            .child(el("span").class("country-button__name").child(store.words().label(country)))
            .child(" ")
            .child(number.live_number(count))
            .child(el("span").class("visually-hidden").live_text(move || store.words().records(count())));
        el("li").child(button)
    });
    together(
        el("ul").class("country-buttons").attr("aria-label", store.say(Key::Countries)).children(buttons),
    )
}

/// Chooses a country; with Ctrl, Command or Shift held adds it to the chosen ones.
pub fn choose(store: Store, country: CountryId, event: &web_sys::MouseEvent) {
    let is_added = event.ctrl_key() || event.meta_key() || event.shift_key();
    store.dispatch(if is_added { Action::ToggleCountry(country) } else { Action::ChooseCountry(country) });
}

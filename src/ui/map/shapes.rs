//! What is drawn: land, the six countries, lakes, rivers, borders, the outline of the chosen.

use leptos::prelude::*;
use leptos::svg;

use crate::model::dataset::codes::{Code, CountryId, Stage};
use crate::model::dataset::index::Bits;
use crate::model::geo::choropleth::Classes;
use crate::model::geo::geometry::{BorderClass, drawing_order};
use crate::model::text;
use crate::model::view::ColourBy;
use crate::model::view::action::Action;
use crate::ui::store::Store;

/// Land beyond the six.
pub fn ground(store: Store) -> AnyView {
    view! {
        <defs>
            <pattern id="hatch-china" class="map__hatch" width="110" height="110" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="110" height="110"></rect>
                <line x1="0" y1="0" x2="0" y2="110"></line>
            </pattern>
            <pattern id="hatch-none" class="map__hatch map__hatch--none" width="110" height="110" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="110" height="110"></rect>
                <line x1="0" y1="0" x2="0" y2="110"></line>
            </pattern>
        </defs>
        <path class="map__land" d=store.geometry.neighbours_path()></path>
    }
    .into_any()
}

/// How a country is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// A step of the ramp.
    Step(usize),
    /// The colour of a stage.
    Stage(Stage),
    /// Nothing to show.
    None,
    /// China, a party to nearly every record: left out of the ramp.
    China,
}

/// The fill of a country under the colours chosen.
pub fn fill(store: Store, country: CountryId) -> Memo<Fill> {
    let index = &store.atlas.index;
    let colour = store.part(|view| view.colour);
    Memo::new(move |_| {
        let colour = colour.get();
        store.selection().with(|selection| {
            let of = |country| coloured(selection.on_map(index, country), colour, store);
            match colour {
                ColourBy::Stage => {
                    let stages = of(country);
                    let furthest = stages.iter().map(|place| index.stage(place)).filter(|stage| stage.is_on_ladder()).max();
                    furthest.map_or(Fill::None, Fill::Stage)
                }
                _ if country == CountryId::CN => Fill::China,
                _ => {
                    let classes = classes(&of);
                    classes.step(of(country).count()).map_or(Fill::None, Fill::Step)
                }
            }
        })
    })
}

/// Classes of the ramp for the five states.
pub fn classes(of: &impl Fn(CountryId) -> Bits) -> Classes {
    let states = CountryId::ALL.iter().filter(|country| **country != CountryId::CN);
    Classes::up_to(states.map(|country| of(*country).count()).max().unwrap_or_default())
}

/// The records that colours count.
pub fn coloured(records: Bits, colour: ColourBy, store: Store) -> Bits {
    match colour {
        ColourBy::Sector(sector) => {
            records.and(&crate::model::dataset::index::Index::with(&store.atlas.index.sector, sector))
        }
        _ => records,
    }
}

/// The number a shape shows.
pub fn shown_count(store: Store, country: CountryId) -> Memo<usize> {
    let index = &store.atlas.index;
    let colour = store.part(|view| view.colour);
    Memo::new(move |_| {
        let colour = colour.get();
        store.selection().with(|selection| coloured(selection.on_map(index, country), colour, store).count())
    })
}

/// The six, each a button. One of them is in the tab order; arrows move among them.
pub fn countries(store: Store) -> AnyView {
    let chosen = store.part(|view| view.facets.countries);
    let shapes = drawing_order().map(|country| {
        let count = shown_count(store, country);
        let fill = fill(store, country);
        let label = move || format!("{}, {}", country.label(), text::records(count.get()));
        let step = move || match fill.get() {
            Fill::Step(step) => Some(step.to_string()),
            _ => None,
        };
        let kind = move || match fill.get() {
            Fill::Step(_) => "step",
            Fill::Stage(stage) => stage.code(),
            Fill::None => "none",
            Fill::China => "china",
        };
        // The chosen country is the stop of the tab key; with none chosen, the first.
        let tab_stop = move || {
            let stop = chosen.get().iter().next().unwrap_or(CountryId::KZ);
            if stop == country { "0" } else { "-1" }
        };
        let on_click = move |event: leptos::ev::MouseEvent| crate::ui::country_buttons::choose(store, country, &event);
        let on_key = move |event: leptos::ev::KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                let is_added = event.ctrl_key() || event.shift_key() || event.meta_key();
                store.dispatch(if is_added { Action::ToggleCountry(country) } else { Action::ChooseCountry(country) });
            }
        };
        view! {
            <path
                id=format!("shape-{}", country.code())
                class="map__country"
                d=store.geometry.country_path(country)
                role="button"
                tabindex=tab_stop
                data-country=country.code()
                data-fill=kind
                data-step=step
                aria-label=label
                aria-pressed=move || chosen.get().contains(country).to_string()
                on:click=on_click
                on:keydown=on_key
            >
                {svg::title().child(label)}
            </path>
        }
    });
    view! { <g>{shapes.collect_view()}</g> }.into_any()
}

/// Lakes, rivers and each border once.
pub fn lines(store: Store) -> AnyView {
    let border = |class: BorderClass, name: &'static str| {
        view! { <path class=name d=store.geometry.borders_path(class)></path> }
    };
    view! {
        <g class="map__lines">
            <path class="map__rivers" d=store.geometry.rivers_path()></path>
            <path class="map__lakes" d=store.geometry.lakes_path()></path>
            {border(BorderClass::Other, "map__border map__border--other")}
            {border(BorderClass::Coast, "map__border map__border--coast")}
            {border(BorderClass::Outer, "map__border map__border--outer")}
            {border(BorderClass::Undetermined, "map__border map__border--undetermined")}
            {border(BorderClass::Inner, "map__border map__border--inner")}
        </g>
    }
    .into_any()
}

/// A strong line round the chosen countries, above everything.
pub fn outlines(store: Store) -> AnyView {
    let chosen = store.part(|view| view.facets.countries);
    let outlines = CountryId::ALL.iter().map(|country| {
        let country = *country;
        view! {
            <use
                class="map__outline"
                href=format!("#shape-{}", country.code())
                aria-hidden="true"
                data-chosen=move || chosen.get().contains(country).to_string()
            ></use>
        }
    });
    view! { <g class="map__outlines">{outlines.collect_view()}</g> }.into_any()
}

//! What is drawn: land, the six countries, lakes, rivers, borders, the outline of the chosen.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId, Stage};
use crate::model::dataset::index::{Bits, Index};
use crate::model::geo::choropleth::Classes;
use crate::model::geo::geometry::{BorderClass, drawing_order};
use crate::model::view::ColourBy;
use crate::model::view::action::Action;
use crate::model::words::Key;
use crate::ui::country_buttons::choose;
use crate::ui::element::{Element, many, svg, together};
use crate::ui::store::Store;

/// Land beyond the six.
pub fn ground(store: Store) -> Element {
    let hatch = |id: &'static str, class: &'static str| {
        svg("pattern")
            .attr("id", id)
            .attr("class", class)
            .attr("width", "110")
            .attr("height", "110")
            .attr("patternUnits", "userSpaceOnUse")
            .attr("patternTransform", "rotate(45)")
            .child(svg("rect").attr("width", "110").attr("height", "110"))
            .child(svg("line").attr("x1", "0").attr("y1", "0").attr("x2", "0").attr("y2", "110"))
    };
    let patterns = svg("defs")
        .child(hatch("hatch-china", "map__hatch"))
        .child(hatch("hatch-none", "map__hatch map__hatch--none"));
    many([patterns, svg("path").class("map__land").attr("d", store.geometry.neighbours_path())])
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

impl Fill {
    /// For the stylesheet.
    pub fn code(self) -> &'static str {
        match self {
            Self::Step(_) => "step",
            Self::Stage(stage) => stage.code(),
            Self::None => "none",
            Self::China => "china",
        }
    }

    /// The step of the ramp, for the stylesheet.
    pub fn step(self) -> Option<String> {
        match self {
            Self::Step(step) => Some(step.to_string()),
            _ => None,
        }
    }

    /// Which hatch it is, if one.
    pub fn hatch(self) -> Option<&'static str> {
        matches!(self, Self::None | Self::China).then(|| self.code())
    }

    /// Whether letters over it are light.
    pub fn is_dark(self) -> bool {
        match self {
            Self::Step(step) => step >= 3,
            Self::Stage(stage) => stage != Stage::Announced,
            Self::None | Self::China => false,
        }
    }
}

/// The fill of a country under the colours chosen.
pub fn fill(store: Store, country: CountryId, colour: ColourBy) -> Fill {
    let index = &store.atlas.index;
    store.selection().with(|selection| {
        let of = |country| coloured(selection.on_map(index, country), colour, store);
        match colour {
            ColourBy::Stage => {
                let stages = of(country);
                let furthest =
                    stages.iter().map(|place| index.stage(place)).filter(|stage| stage.is_on_ladder()).max();
                furthest.map_or(Fill::None, Fill::Stage)
            }
            _ if country == CountryId::CN => Fill::China,
            _ => {
                let classes = Classes::up_to(most_records(&of));
                classes.step(of(country).count()).map_or(Fill::None, Fill::Step)
            }
        }
    })
}

/// The most records that one of the five states has: the end of the ramp.
pub fn most_records(of: &impl Fn(CountryId) -> Bits) -> usize {
    let states = CountryId::ALL.iter().filter(|country| **country != CountryId::CN);
    states.map(|country| of(*country).count()).max().unwrap_or_default()
}

/// The records that colours count.
pub fn coloured(records: Bits, colour: ColourBy, store: Store) -> Bits {
    let index = &store.atlas.index;
    match colour {
        ColourBy::Sector(sector) => records.and(&Index::with(&index.sector, sector)),
        ColourBy::Money(kind) => records.and(&Index::with(&index.money, kind)),
        ColourBy::Records | ColourBy::Stage => records,
    }
}

/// The number a shape shows.
pub fn shown_count(store: Store, country: CountryId, colour: ColourBy) -> usize {
    let index = &store.atlas.index;
    store.selection().with(|selection| coloured(selection.on_map(index, country), colour, store).count())
}

/// The six, each a button. One of them is in the tab order; arrows move among them.
pub fn countries(store: Store) -> Element {
    let colour = store.part(|view| view.colour);
    let chosen = move || store.facets().with(|facets| facets.countries);
    let shapes = drawing_order().map(|country| {
        let fill = move || fill(store, country, colour.get());
        let label = move || {
            let words = store.words();
            let n_records = words.records(shown_count(store, country, colour.get()));
            format!("{}{}{n_records}", words.label(country), words.say(Key::Comma))
        };
        // The chosen country is the stop of the tab key; with none chosen, the first.
        let tab_stop = move || {
            let stop = chosen().iter().next().unwrap_or(CountryId::KZ);
            if stop == country { "0".to_owned() } else { "-1".to_owned() }
        };
        let on_key = move |event: web_sys::KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                let is_added = event.ctrl_key() || event.shift_key() || event.meta_key();
                store.dispatch(if is_added {
                    Action::ToggleCountry(country)
                } else {
                    Action::ChooseCountry(country)
                });
            }
        };
        svg("path")
            .attr("id", format!("shape-{}", country.code()))
            .class("map__country")
            .attr("d", store.geometry.country_path(country))
            .attr("role", "button")
            .live_attr("tabindex", tab_stop)
            .attr("data-country", country.code())
            .live_attr("data-fill", move || fill().code().to_owned())
            .live_option("data-step", move || fill().step())
            .live_attr("aria-label", label)
            .live_bool("aria-pressed", move || chosen().contains(country))
            .on("click", move |event: web_sys::MouseEvent| choose(store, country, &event))
            .on("keydown", on_key)
            .child(svg("title").live_text(label))
    });
    together(svg("g").children(shapes))
}

/// Lakes, rivers and each border once.
pub fn lines(store: Store) -> Element {
    let geometry = store.geometry;
    let line = |class: &'static str, path: String| svg("path").class(class).attr("d", path);
    svg("g")
        .class("map__lines")
        .child(line("map__rivers", geometry.rivers_path()))
        .child(line("map__lakes", geometry.lakes_path()))
        .child(line("map__border map__border--other", geometry.borders_path(BorderClass::Other)))
        .child(line("map__border map__border--outer", geometry.borders_path(BorderClass::Outer)))
        .child(line(
            "map__border map__border--undetermined",
            geometry.borders_path(BorderClass::Undetermined),
        ))
        .child(line("map__border map__border--inner", geometry.borders_path(BorderClass::Inner)))
}

/// A strong line round the chosen countries, above everything.
pub fn outlines(store: Store) -> Element {
    let chosen = store.part(|view| view.facets.countries);
    let outlines = move || -> Vec<Element> {
        let outline =
            |country| svg("path").class("map__outline").attr("d", store.geometry.country_path(country));
        chosen.get().iter().map(outline).collect()
    };
    svg("g").class("map__outlines").live(outlines)
}

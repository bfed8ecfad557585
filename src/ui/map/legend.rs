//! What the colours and lines say, and the choice of colours and layers.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, Sector, Stage};
use crate::model::geo::choropleth::Classes;
use crate::model::view::action::Action;
use crate::model::view::{ColourBy, Sites};
use crate::model::words::{Key, Words};
use crate::ui::element::{Element, el};
use crate::ui::map::shapes::{coloured, most_records};
use crate::ui::store::{Store, number};

/// The choice of what colours say, and whether places and corridors are drawn.
pub fn controls(store: Store) -> Element {
    let words = store.words();
    let colour = store.part(|view| view.colour);
    let sites = store.part(|view| view.sites);
    let option = move |one: ColourBy, code: &'static str, words: &'static str| {
        el("option").attr("value", code).flag("selected", move || colour.get() == one).child(words)
    };
    let sectors = Sector::ALL
        .iter()
        .map(|sector| option(ColourBy::Sector(*sector), sector.code(), words.label(*sector)));
    let on_colour = move |event: web_sys::Event| {
        let value = event_target_value(&event);
        let colour = match value.as_str() {
            "stage" => ColourBy::Stage,
            value => Sector::from_code(value).map_or(ColourBy::Records, ColourBy::Sector),
        };
        store.dispatch(Action::ColourBy(colour));
    };
    let on_sites = move |_: web_sys::Event| {
        let is_shown = sites.get_untracked() == Sites::Shown;
        store.dispatch(Action::SetSites(if is_shown { Sites::Hidden } else { Sites::Shown }));
    };
    let list = el("select")
        .attr("name", "colour")
        .on("change", on_colour)
        .child(option(ColourBy::Records, "records", words.say(Key::ByRecords)))
        .child(option(ColourBy::Stage, "stage", words.say(Key::ByFurthestStage)))
        .child(el("optgroup").attr("label", words.say(Key::BySectorRecords)).children(sectors));
    let layer = el("input")
        .attr("type", "checkbox")
        .attr("name", "places")
        .flag("checked", move || sites.get() == Sites::Shown)
        .on("change", on_sites);
    el("div")
        .class("map__controls")
        .child(el("label").child(words.say(Key::ColourBy)).child(" ").child(list))
        .child(el("label").child(layer).child(" ").child(words.say(Key::PlacesAndCorridors)))
}

/// Swatches in words.
pub fn legend(store: Store) -> Element {
    let colour = store.part(|view| view.colour);
    let sites = store.part(|view| view.sites);
    let most = number(move || {
        let colour = colour.get();
        store.selection().with(|selection| {
            most_records(&|country| coloured(selection.on_map(&store.atlas.index, country), colour, store))
        })
    });
    let swatches = move || match colour.get() {
        ColourBy::Stage => stages(store.words()),
        colour => ramp(store.words(), Classes::up_to(most.get() as usize).labels(), colour),
    };
    let lines = move || {
        let lines = [
            ("rail", Key::LegendRail),
            ("gas", Key::LegendGas),
            ("fibre", Key::LegendFibre),
            ("road", Key::LegendRoad),
            ("link", Key::LegendLink),
        ];
        (sites.get() == Sites::Shown).then(|| {
            let lines = lines.into_iter().map(|(code, words)| {
                el("li")
                    .child(el("span").class("legend__line").attr("data-line", code))
                    .child(store.say(words))
            });
            let mut items: Vec<Element> = lines.collect();
            items.push(el("li").child(el("span").class("legend__dot")).child(store.say(Key::LegendPlace)));
            items.push(el("li").class("legend__title").child(store.say(Key::LegendLines)));
            items
        })
    };
    el("ul").class("legend").live(swatches).live(lines)
}

fn swatch(fill: &'static str, words: impl Into<Element>) -> Element {
    el("li").child(el("span").class("legend__swatch").attr("data-fill", fill)).child(words)
}

fn ramp(words: Words, labels: Vec<String>, colour: ColourBy) -> Vec<Element> {
    let title = match colour {
        ColourBy::Sector(sector) => words.fill(Key::LegendSector, &[words.label(sector)]),
        _ => words.say(Key::LegendRecords).to_owned(),
    };
    let mut items = vec![el("li").class("legend__title").child(title)];
    for (step, label) in labels.into_iter().enumerate() {
        let swatch =
            el("span").class("legend__swatch").attr("data-fill", "step").attr("data-step", step.to_string());
        items.push(el("li").child(swatch).child(label));
    }
    items.push(swatch("china", words.say(Key::LegendChina)));
    items.push(swatch("none", words.say(Key::None)));
    items
}

fn stages(words: Words) -> Vec<Element> {
    let mut items = vec![el("li").class("legend__title").child(words.say(Key::LegendStage))];
    items.extend(Stage::ladder().iter().map(|stage| swatch(stage.code(), words.label(*stage))));
    items.push(swatch("none", words.say(Key::None)));
    items
}

//! What the colours and lines say, and the choice of colours and layers.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, MoneyKind, Sector, Stage};
use crate::model::geo::choropleth::Classes;
use crate::model::view::action::Action;
use crate::model::view::{ColourBy, Sites};
use crate::model::words::{Key, Words};
use crate::ui::element::{Element, el};
use crate::ui::map::shapes::{Fill, coloured, most_records};
use crate::ui::store::{Store, number};

/// The choice of what colours say, and whether places and corridors are drawn.
pub fn controls(store: Store) -> Element {
    let words = store.words();
    let colour = store.part(|view| view.colour);
    let sites = store.part(|view| view.sites);
    let option = move |one: ColourBy, words: &'static str| {
        el("option").attr("value", one.code()).flag("selected", move || colour.get() == one).child(words)
    };
    let sectors = Sector::ALL.iter().map(|sector| option(ColourBy::Sector(*sector), words.label(*sector)));
    let kinds = MoneyKind::ALL.iter().map(|kind| option(ColourBy::Money(*kind), words.label(*kind)));
    let on_colour = move |event: web_sys::Event| {
        if let Some(colour) = ColourBy::from_code(&event_target_value(&event)) {
            store.dispatch(Action::ColourBy(colour));
        }
    };
    let on_sites = move |_: web_sys::Event| {
        let is_shown = sites.get_untracked() == Sites::Shown;
        store.dispatch(Action::SetSites(if is_shown { Sites::Hidden } else { Sites::Shown }));
    };
    let list = el("select")
        .attr("name", "colour")
        .on("change", on_colour)
        .child(option(ColourBy::Records, words.say(Key::ByRecords)))
        .child(option(ColourBy::Stage, words.say(Key::ByFurthestStage)))
        .child(el("optgroup").attr("label", words.say(Key::BySectorRecords)).children(sectors))
        .child(el("optgroup").attr("label", words.say(Key::KindOfMoney)).children(kinds));
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

/// What stands before the words of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Nothing: the words are about the entries beside them.
    Title,
    /// How a country is filled.
    Fill(Fill),
    /// How a line is drawn, as [`line_code`](super::sites::line_code) says.
    Line(&'static str),
    /// A place of a record.
    Dot,
}

/// Swatches in words.
pub fn legend(store: Store) -> Element {
    let colour = store.part(|view| view.colour);
    let sites = store.part(|view| view.sites);
    let most = number(move || most(store, colour.get()));
    let swatches = move || items(fills(store.words(), colour.get(), most.get() as usize));
    let lines = move || (sites.get() == Sites::Shown).then(|| items(lines(store.words())));
    el("ul").class("legend").live(swatches).live(lines)
}

/// The most records that a state has under colours: the end of their ramp.
pub fn most(store: Store, colour: ColourBy) -> usize {
    store.selection().with(|selection| {
        most_records(&|country| coloured(selection.on_map(&store.atlas.index, country), colour, store))
    })
}

/// What the colours say.
pub fn fills(words: Words, colour: ColourBy, most: usize) -> Vec<(Sign, String)> {
    let mut entries = Vec::new();
    let title = match colour {
        ColourBy::Sector(sector) => words.fill(Key::LegendSector, &[words.label(sector)]),
        ColourBy::Money(kind) => words.fill(Key::LegendSector, &[words.label(kind)]),
        ColourBy::Stage => words.say(Key::LegendStage).to_owned(),
        ColourBy::Records => words.say(Key::LegendRecords).to_owned(),
    };
    entries.push((Sign::Title, title));
    if colour == ColourBy::Stage {
        for stage in Stage::ladder() {
            entries.push((Sign::Fill(Fill::Stage(*stage)), words.label(*stage).to_owned()));
        }
    } else {
        for (step, label) in Classes::up_to(most).labels().into_iter().enumerate() {
            entries.push((Sign::Fill(Fill::Step(step)), label));
        }
        entries.push((Sign::Fill(Fill::China), words.say(Key::LegendChina).to_owned()));
    }
    entries.push((Sign::Fill(Fill::None), words.say(Key::None).to_owned()));
    entries
}

/// What lines and dots say.
pub fn lines(words: Words) -> Vec<(Sign, String)> {
    let entries = [
        (Sign::Line("rail"), Key::LegendRail),
        (Sign::Line("gas"), Key::LegendGas),
        (Sign::Line("fibre"), Key::LegendFibre),
        (Sign::Line("road"), Key::LegendRoad),
        (Sign::Line("link"), Key::LegendLink),
        (Sign::Dot, Key::LegendPlace),
        (Sign::Title, Key::LegendLines),
    ];
    entries.into_iter().map(|(sign, key)| (sign, words.say(key).to_owned())).collect()
}

fn items(entries: Vec<(Sign, String)>) -> Vec<Element> {
    let mut items = Vec::with_capacity(entries.len());
    for (sign, words) in entries {
        let item = el("li");
        let item = match sign {
            Sign::Title => item.class("legend__title"),
            Sign::Fill(fill) => {
                let swatch = el("span").class("legend__swatch").attr("data-fill", fill.code());
                item.child(match fill.step() {
                    Some(step) => swatch.attr("data-step", step),
                    None => swatch,
                })
            }
            Sign::Line(code) => {
                item.class("legend__mark").child(el("span").class("legend__line").attr("data-line", code))
            }
            Sign::Dot => item.class("legend__mark").child(el("span").class("legend__dot")),
        };
        items.push(item.child(words));
    }
    items
}

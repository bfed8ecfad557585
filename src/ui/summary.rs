//! How many records are shown, what narrows them, and what the link said that was not understood.

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::model::text;
use crate::model::view::action::Action;
use crate::model::view::filter::{Narrowing, Selection};
use crate::model::view::{Facets, PartyRule, ViewState};
use crate::ui::element::{Element, el, live};
use crate::ui::store::{Store, number};

/// Region: the count, one chip for every choice, and one reset.
pub fn summary(store: Store) -> Element {
    let n_all = store.atlas.data.agreements.len();
    let count = number(move || store.selection().with(Selection::n_shown));
    let output = el("output")
        .attr("name", "count")
        .live_number(move || count.get() as usize)
        .child(format!(" of {n_all} records"));
    let chips = move || {
        let chips = store.facets().with(chips);
        let mut items: Vec<Element> = Vec::with_capacity(chips.len() + 1);
        for (label, action) in chips {
            items.push(chip(store, label, action));
        }
        if !items.is_empty() {
            let reset = el("button").attr("type", "button").class("chip chip--reset");
            let reset = reset.on_click(move || store.dispatch(Action::ClearFacets)).child("Clear all");
            items.push(el("li").child(reset));
        }
        items
    };
    el("section")
        .class("summary")
        .attr("aria-label", "What is shown")
        .child(el("p").class("summary__count").child(output))
        .child(el("ul").class("summary__chips").attr("aria-label", "Filters in force").live(chips))
        .live(move || (count.get() == 0).then(|| no_match(store)))
}

fn chip(store: Store, label: String, action: Action) -> Element {
    let button = el("button")
        .attr("type", "button")
        .class("chip")
        .attr("aria-label", format!("Remove {label}"))
        .on_click(move || store.dispatch(action.clone()))
        .child(label)
        .child(" ")
        .child(el("span").attr("aria-hidden", "true").child("×"));
    el("li").child(button)
}

/// When nothing is left: what to drop, and what that would bring back.
fn no_match(store: Store) -> Element {
    let facets = store.facets().get();
    let offers = Narrowing::ALL.into_iter().filter_map(|narrowing| {
        let without = narrowing.without(&facets);
        let n_back = if without == facets { 0 } else { store.count_with(&without) };
        (n_back > 0).then(|| {
            let label = format!("Drop {} ({})", narrowing_words(narrowing), text::records(n_back));
            let button = el("button").attr("type", "button").class("chip");
            el("li").child(button.on_click(move || drop_narrowing(store, narrowing)).child(label))
        })
    });
    let offers: Vec<Element> = offers.collect();
    let advice = if offers.is_empty() {
        "No record matches, and no single filter is the cause. Clear all to start again."
    } else {
        "No record matches. One of these filters can go:"
    };
    el("div")
        .class("summary__none")
        .child(el("p").child(advice))
        .child(el("ul").class("summary__chips").children(offers))
}

fn drop_narrowing(store: Store, narrowing: Narrowing) {
    let facets = narrowing.without(&store.facets().get_untracked());
    store.dispatch(Action::Replace(Box::new(ViewState { facets, ..store.view().get_untracked() })));
}

fn narrowing_words(narrowing: Narrowing) -> &'static str {
    match narrowing {
        Narrowing::Countries => "the countries",
        Narrowing::Sectors => "the sectors",
        Narrowing::Instruments => "the instruments",
        Narrowing::Stages => "the stages",
        Narrowing::Tiers => "the source tiers",
        Narrowing::Years => "the years",
        Narrowing::Words => "the search words",
    }
}

/// Every choice in words, and the action that undoes it.
fn chips(facets: &Facets) -> Vec<(String, Action)> {
    let mut chips = Vec::new();
    let owned = str::to_owned;
    if !facets.words.trim().is_empty() {
        chips.push((format!("“{}”", facets.words.trim()), Action::Search(String::new())));
    }
    for one in facets.countries.iter() {
        chips.push((owned(one.label()), Action::ToggleCountry(one)));
    }
    if facets.party_rule != PartyRule::Any && !facets.countries.is_empty() {
        chips.push((owned(facets.party_rule.label()), Action::SetPartyRule(PartyRule::Any)));
    }
    for one in facets.sectors.iter() {
        chips.push((owned(one.label()), Action::ToggleSector(one)));
    }
    for one in facets.stages.iter() {
        chips.push((owned(one.label()), Action::ToggleStage(one)));
    }
    for one in facets.instruments.iter() {
        chips.push((owned(one.label()), Action::ToggleInstrument(one)));
    }
    for one in facets.tiers.iter() {
        chips.push((owned(one.label()), Action::ToggleTier(one)));
    }
    if let Some(year) = facets.from {
        chips.push((format!("from {year}"), Action::SetYears(None, facets.to)));
    }
    if let Some(year) = facets.to {
        chips.push((format!("to {year}"), Action::SetYears(facets.from, None)));
    }
    chips
}

/// Region: parts of the link that were ignored, until the reader closes the line.
pub fn notice(store: Store) -> Element {
    let ignored = store.ignored();
    let line = move || {
        let parts = ignored.get();
        (!parts.is_empty()).then(|| {
            let words = format!(
                "The link holds something this edition does not know, which was left out: {}.",
                parts.join(", ")
            );
            let close =
                el("button").attr("type", "button").on_click(move || ignored.set(Vec::new())).child("Close");
            el("div").class("notice").child(el("p").child(words)).child(close)
        })
    };
    el("div").attr("role", "status").child(live(line))
}

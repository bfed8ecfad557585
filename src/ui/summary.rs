//! How many records are shown, what narrows them, and what the link said that was not understood.

use leptos::prelude::*;

use crate::model::clock::Age;
use crate::model::dataset::Retired;
use crate::model::dataset::codes::Code;
use crate::model::view::action::Action;
use crate::model::view::filter::{Narrowing, Selection};
use crate::model::view::query::Left;
use crate::model::view::{self, Facets, PartyRule, View, ViewState};
use crate::model::words::{Key, Words};
use crate::ui::element::{Element, el, live, many};
use crate::ui::parts::definition;
use crate::ui::parts::record_link::{event_link, record_link};
use crate::ui::parts::view_link::view_link;
use crate::ui::store::{Store, number};

/// Most definitions beside the result.
const N_DEFINITIONS: usize = 3;

/// Region: the count, one chip for every choice, and one reset; then what these mean.
pub fn summary(store: Store) -> Element {
    let n_shown = store.selection();
    brief_summary(store)
        .live(move || definitions(store))
        .live(move || cards(store))
        .live(move || (n_shown.with(Selection::n_shown) == 0).then(|| no_match(store)))
}

/// The same without what these mean.
pub fn brief_summary(store: Store) -> Element {
    let n_all = store.atlas.data.agreements.len();
    let count = number(move || store.selection().with(Selection::n_shown));
    let all = n_all.to_string();
    let output = el("output")
        .attr("name", "count")
        .live_text(move || store.words().fill(Key::CountOf, &[&count.get().to_string(), &all]));
    let chips = move || {
        let chips = store.facets().with(|facets| chips(facets, store.words()));
        let mut items: Vec<Element> = Vec::with_capacity(chips.len() + 1);
        for (label, action) in chips {
            items.push(chip(store, label, action));
        }
        if !items.is_empty() {
            let reset = el("button").attr("type", "button").class("chip chip--reset");
            let reset =
                reset.on_click(move || store.dispatch(Action::ClearFacets)).child(store.say(Key::ClearAll));
            items.push(el("li").child(reset));
        }
        items
    };
    el("section")
        .class("summary")
        .attr("aria-label", store.say(Key::WhatIsShown))
        .child(el("p").class("summary__count").child(output))
        .child(
            el("ul").class("summary__chips").attr("aria-label", store.say(Key::FiltersInForce)).live(chips),
        )
}

/// Where the words stand on cards of countries, which are no records.
fn cards(store: Store) -> Option<Element> {
    let links = store.found_cards().into_iter().map(|country| {
        let facets = Facets { countries: view::Set::only(country), ..Facets::default() };
        let view = ViewState { facets, record: None, event: None, ..store.view().get_untracked() };
        el("li").child(view_link(store, Action::Replace(Box::new(view))).child(store.words().label(country)))
    });
    let links: Vec<Element> = links.collect();
    (!links.is_empty()).then(|| {
        el("ul").class("summary__cards").child(el("li").child(store.say(Key::FoundOnCards))).children(links)
    })
}

/// What the chosen values mean, beside the result; the first few of them.
fn definitions(store: Store) -> Option<Element> {
    let facets = store.facets().get();
    let rule =
        (!facets.countries.is_empty() && facets.party_rule != PartyRule::Any).then_some(facets.party_rule);
    let rule = rule.and_then(|rule| definition::one(store, rule));
    let sectors = facets.sectors.iter().filter_map(|one| definition::one(store, one));
    let stages = facets.stages.iter().filter_map(|one| definition::one(store, one));
    let instruments = facets.instruments.iter().filter_map(|one| definition::one(store, one));
    let money = facets.money.iter().filter_map(|one| definition::one(store, one));
    let tiers = facets.tiers.iter().filter_map(|one| definition::one(store, one));
    let languages = facets.languages.iter().filter_map(|one| definition::one(store, one));
    let all: Vec<Element> = rule
        .into_iter()
        .chain(sectors)
        .chain(stages)
        .chain(instruments)
        .chain(money)
        .chain(tiers)
        .chain(languages)
        .collect();
    let n_more = all.len().saturating_sub(N_DEFINITIONS);
    let more = (n_more > 0).then(|| {
        let words = store.words().fill(Key::MoreInMethod, &[&n_more.to_string()]);
        el("li").child(view_link(store, Action::Show(View::Method)).child(words))
    });
    let items = all.into_iter().take(N_DEFINITIONS).map(|one| el("li").child(one));
    let items: Vec<Element> = items.chain(more).collect();
    (!items.is_empty()).then(|| el("ul").class("summary__definitions").children(items))
}

fn chip(store: Store, label: String, action: Action) -> Element {
    let button = el("button")
        .attr("type", "button")
        .class("chip")
        .attr("aria-label", store.words().fill(Key::Remove, &[&label]))
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
            let (what, n_back) = (store.say(narrowing_key(narrowing)), store.words().records(n_back));
            let label = store.words().fill(Key::Drop, &[what, &n_back]);
            let button = el("button").attr("type", "button").class("chip");
            el("li").child(button.on_click(move || drop_narrowing(store, narrowing)).child(label))
        })
    });
    let offers: Vec<Element> = offers.collect();
    let advice = if offers.is_empty() { store.say(Key::NoMatchNoCause) } else { store.say(Key::NoMatch) };
    el("div")
        .class("summary__none")
        .child(el("p").child(advice))
        .child(el("ul").class("summary__chips").children(offers))
}

fn drop_narrowing(store: Store, narrowing: Narrowing) {
    let facets = narrowing.without(&store.facets().get_untracked());
    store.dispatch(Action::Replace(Box::new(ViewState { facets, ..store.view().get_untracked() })));
}

fn narrowing_key(narrowing: Narrowing) -> Key {
    match narrowing {
        Narrowing::Countries => Key::DropCountries,
        Narrowing::Sectors => Key::DropSectors,
        Narrowing::Instruments => Key::DropInstruments,
        Narrowing::Stages => Key::DropStages,
        Narrowing::Money => Key::DropMoney,
        Narrowing::Tiers => Key::DropTiers,
        Narrowing::Languages => Key::DropLanguages,
        Narrowing::Years => Key::DropYears,
        Narrowing::Words => Key::DropWords,
    }
}

/// Every choice in words.
pub fn filters_in_words(facets: &Facets, words: Words) -> Vec<String> {
    chips(facets, words).into_iter().map(|(label, _)| label).collect()
}

/// Every choice in words, and the action that undoes it.
fn chips(facets: &Facets, words: Words) -> Vec<(String, Action)> {
    let mut chips = Vec::new();
    let owned = str::to_owned;
    if !facets.words.trim().is_empty() {
        chips.push((words.fill(Key::Quoted, &[facets.words.trim()]), Action::Search(String::new())));
    }
    for one in facets.countries.iter() {
        chips.push((owned(words.label(one)), Action::ToggleCountry(one)));
    }
    if facets.party_rule != PartyRule::Any && !facets.countries.is_empty() {
        chips.push((owned(words.label(facets.party_rule)), Action::SetPartyRule(PartyRule::Any)));
    }
    for one in facets.sectors.iter() {
        chips.push((owned(words.label(one)), Action::ToggleSector(one)));
    }
    for one in facets.stages.iter() {
        chips.push((owned(words.label(one)), Action::ToggleStage(one)));
    }
    for one in facets.instruments.iter() {
        chips.push((owned(words.label(one)), Action::ToggleInstrument(one)));
    }
    for one in facets.money.iter() {
        chips.push((owned(words.label(one)), Action::ToggleMoney(one)));
    }
    for one in facets.tiers.iter() {
        chips.push((owned(words.label(one)), Action::ToggleTier(one)));
    }
    for one in facets.languages.iter() {
        chips.push((words.fill(Key::ChipSourceIn, &[words.label(one)]), Action::ToggleLanguage(one)));
    }
    if let Some(year) = facets.from {
        chips.push((words.fill(Key::ChipFrom, &[&year.to_string()]), Action::SetYears(None, facets.to)));
    }
    if let Some(year) = facets.to {
        chips.push((words.fill(Key::ChipTo, &[&year.to_string()]), Action::SetYears(facets.from, None)));
    }
    chips
}

/// Region: how old the edition is, when it is; parts of the link that were ignored, until the reader
/// closes the line.
pub fn notice(store: Store) -> Element {
    let date = store.words().date(store.atlas.data.edition.date);
    let age = match Age::of(store.atlas.data.edition.date.last, store.today) {
        Age::Current => None,
        Age::OverYear => Some(store.words().fill(Key::OverYear, &[&date])),
        Age::Unmaintained => Some(store.words().fill(Key::Unmaintained, &[&date])),
    };
    let age = age.map(|words| el("div").class("notice").child(el("p").child(words)));
    let left = store.left();
    let line = move || {
        let Left { ignored, retired, language } = left.get();
        let ignored = (!ignored.is_empty()).then(|| {
            let parts = ignored.join(", ");
            el("p").child(store.words().fill(Key::LinkIgnored, &[&parts]))
        });
        let retired = retired.map(|one| gone(store, &one));
        let language =
            language.map(|one| el("p").child(store.words().fill(Key::LanguageFailed, &[one.english()])));
        (ignored.is_some() || retired.is_some() || language.is_some()).then(|| {
            let close = el("button").attr("type", "button").on_click(move || left.set(Left::default()));
            el("div")
                .class("notice")
                .child(language)
                .child(ignored)
                .child(retired)
                .child(close.child(store.say(Key::Close)))
        })
    };
    many([age.into(), el("div").attr("role", "status").child(live(line))])
}

/// What a record or an event of an earlier edition was, why it is no more, and what tells it now.
pub fn gone(store: Store, one: &Retired) -> Element {
    let words = store.words().fill(Key::Retired, &[one.title, &one.edition.to_string(), one.reason]);
    let (agreements, events) = (&store.atlas.data.agreements, &store.atlas.data.events);
    let now = one.now.and_then(|now| {
        let record = agreements.iter().find(|record| record.id.as_str() == now);
        let event = events.iter().find(|event| event.id.as_str() == now);
        let record = record.map(|record| record_link(store, record));
        record.or_else(|| event.map(|event| event_link(store, event)))
    });
    let link = now.map(|link| many([" ".into(), store.say(Key::SeeInstead).into(), " ".into(), link]));
    el("p").child(words).child(link)
}

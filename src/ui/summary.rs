//! How many records are shown, what narrows them, and what the link said that was not understood.

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::model::text;
use crate::model::view::action::Action;
use crate::model::view::filter::Narrowing;
use crate::model::view::{Facets, PartyRule};
use crate::ui::store::Store;

/// Region: the count, one chip for every choice, and one reset.
#[component]
pub fn Summary() -> impl IntoView {
    let store = Store::expect();
    let n_all = store.atlas.data.agreements.len();
    let count = Memo::new(move |_| store.selection().with(|selection| selection.n_shown()));
    let chips = move || {
        let chips = store.facets().with(chips);
        let any = !chips.is_empty();
        let chips = chips.into_iter().map(|(label, action)| {
            let words = format!("Remove {label}");
            view! {
                <li>
                    <button type="button" class="chip" aria-label=words on:click=move |_| store.dispatch(action.clone())>
                        {label} " " <span aria-hidden="true">"×"</span>
                    </button>
                </li>
            }
        });
        let reset = any.then(|| view! {
            <li>
                <button type="button" class="chip chip--reset" on:click=move |_| store.dispatch(Action::ClearFacets)>
                    "Clear all"
                </button>
            </li>
        });
        view! { {chips.collect_view()} {reset} }.into_any()
    };
    view! {
        <section class="summary" aria-label="What is shown">
            <p class="summary__count">
                <output name="count">{count} " of " {n_all} " records"</output>
            </p>
            <ul class="summary__chips" aria-label="Filters in force">{chips}</ul>
            {move || (count.get() == 0).then(|| no_match(store))}
        </section>
    }
    .into_any()
}

/// When nothing is left: what to drop, and what that would bring back.
fn no_match(store: Store) -> AnyView {
    let facets = store.facets().get();
    let offers = Narrowing::ALL.into_iter().filter_map(|narrowing| {
        let without = narrowing.without(&facets);
        let n_back = if without == facets { 0 } else { store.count_with(&without) };
        (n_back > 0).then(|| {
            let label = format!("Drop {} ({})", narrowing_words(narrowing), text::records(n_back));
            view! {
                <li>
                    <button type="button" class="chip" on:click=move |_| drop(store, narrowing)>{label}</button>
                </li>
            }
        })
    });
    let offers: Vec<_> = offers.collect();
    let advice = if offers.is_empty() {
        "No record matches, and no single filter is the cause. Clear all to start again."
    } else {
        "No record matches. One of these filters can go:"
    };
    view! { <div class="summary__none"><p>{advice}</p><ul class="summary__chips">{offers}</ul></div> }.into_any()
}

fn drop(store: Store, narrowing: Narrowing) {
    let facets = store.facets().get_untracked();
    let view = crate::model::view::ViewState {
        facets: narrowing.without(&facets),
        ..store.view().get_untracked()
    };
    store.dispatch(Action::Replace(Box::new(view)));
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
    chips.extend(facets.countries.iter().map(|one| (owned(one.label()), Action::ToggleCountry(one))));
    if facets.party_rule != PartyRule::Any && !facets.countries.is_empty() {
        chips.push((owned(facets.party_rule.label()), Action::SetPartyRule(PartyRule::Any)));
    }
    chips.extend(facets.sectors.iter().map(|one| (owned(one.label()), Action::ToggleSector(one))));
    chips.extend(facets.stages.iter().map(|one| (owned(one.label()), Action::ToggleStage(one))));
    chips.extend(facets.instruments.iter().map(|one| (owned(one.label()), Action::ToggleInstrument(one))));
    chips.extend(facets.tiers.iter().map(|one| (owned(one.label()), Action::ToggleTier(one))));
    chips.extend(facets.from.map(|year| (format!("from {year}"), Action::SetFrom(None))));
    chips.extend(facets.to.map(|year| (format!("to {year}"), Action::SetTo(None))));
    chips
}

/// Region: parts of the link that were ignored, until the reader closes the line.
#[component]
pub fn Notice() -> impl IntoView {
    let store = Store::expect();
    let ignored = store.ignored();
    let line = move || {
        let parts = ignored.get();
        (!parts.is_empty()).then(|| {
            let words = format!("The link holds something this edition does not know, which was left out: {}.", parts.join(", "));
            view! {
                <div class="notice">
                    <p>{words}</p>
                    <button type="button" on:click=move |_| ignored.set(Vec::new())>"Close"</button>
                </div>
            }
        })
    };
    view! { <div role="status">{line}</div> }.into_any()
}

//! The facets: search, country, sector, stage, instrument, source tier, years.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId, Instrument, Sector, Stage, Tier};
use crate::model::view::action::Action;
use crate::model::view::PartyRule;
use crate::ui::parts::facet::FacetBox;
use crate::ui::store::Store;

/// Region: every facet. On narrow screens it stands behind a button with the number of choices.
#[component]
pub fn Filters(
    /// Whether it is open where it does not always stand open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::expect();
    let n_choices = Memo::new(move |_| store.facets().with(|facets| facets.n_choices()));
    view! {
        <section class="filters" aria-label="Filters">
            <button
                type="button"
                class="filters__toggle"
                aria-expanded=move || is_open.get().to_string()
                aria-controls="filters"
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {move || format!("Filters ({})", n_choices.get())}
            </button>
            <form
                id="filters"
                class="filters__form"
                data-open=move || is_open.get().then_some("")
                on:submit=|event| event.prevent_default()
            >
                <Search />
                <CountryFacet />
                <SectorFacet />
                <StageFacet />
                <InstrumentFacet />
                <TierFacet />
                <Years />
            </form>
        </section>
    }
    .into_any()
}

#[component]
fn Search() -> impl IntoView {
    let store = Store::expect();
    let words = Memo::new(move |_| store.facets().with(|facets| facets.words.clone()));
    view! {
        <label class="search">
            <span class="search__label">"Search"</span>
            <input
                type="search"
                name="q"
                autocomplete="off"
                spellcheck="false"
                placeholder="Names, parties, places"
                maxlength="100"
                prop:value=words
                on:input=move |event| store.dispatch(Action::Search(event_target_value(&event)))
            />
        </label>
    }
    .into_any()
}

/// The frame of one facet.
fn facet(title: &'static str, choices: Vec<AnyView>, after: AnyView) -> AnyView {
    view! {
        <fieldset class="facet">
            <legend>{title}</legend>
            <ul>{choices}</ul>
            {after}
        </fieldset>
    }
    .into_any()
}

#[component]
fn CountryFacet() -> impl IntoView {
    let store = Store::expect();
    let index = &store.atlas.index;
    let rule = store.part(|view| view.facets.party_rule);
    let chosen = store.part(|view| view.facets.countries);
    let choices = CountryId::ALL.iter().map(|country| {
        let country = *country;
        let count = Memo::new(move |_| store.selection().with(|one| one.country(index, country, rule.get())));
        let is_chosen = Signal::derive(move || chosen.get().contains(country));
        let on_toggle = move || store.dispatch(Action::ToggleCountry(country));
        view! { <FacetBox name="country" value=country.code() label=country.label() count is_chosen on_toggle /> }
            .into_any()
    });
    let rules = PartyRule::ALL.iter().map(|one| {
        let one = *one;
        view! { <option value=one.code() prop:selected=move || rule.get() == one>{one.label()}</option> }
    });
    let on_change = move |event| {
        if let Some(rule) = PartyRule::from_code(&event_target_value(&event)) {
            store.dispatch(Action::SetPartyRule(rule));
        }
    };
    let after = view! {
        <label class="facet__rule">
            "Parties: "
            <select name="party" on:change=on_change>{rules.collect_view()}</select>
        </label>
    };
    facet("Country", choices.collect(), after.into_any())
}

#[component]
fn SectorFacet() -> impl IntoView {
    let store = Store::expect();
    let index = &store.atlas.index;
    let chosen = store.part(|view| view.facets.sectors);
    let choices = Sector::ALL.iter().map(|sector| {
        let sector = *sector;
        let count = Memo::new(move |_| store.selection().with(|one| one.sector(index, sector)));
        let is_chosen = Signal::derive(move || chosen.get().contains(sector));
        let on_toggle = move || store.dispatch(Action::ToggleSector(sector));
        view! { <FacetBox name="sector" value=sector.code() label=sector.label() count is_chosen on_toggle /> }
            .into_any()
    });
    facet("Sector", choices.collect(), ().into_any())
}

#[component]
fn StageFacet() -> impl IntoView {
    let store = Store::expect();
    let index = &store.atlas.index;
    let chosen = store.part(|view| view.facets.stages);
    let choices = Stage::ALL.iter().map(|stage| {
        let stage = *stage;
        let count = Memo::new(move |_| store.selection().with(|one| one.stage(index, stage)));
        let is_chosen = Signal::derive(move || chosen.get().contains(stage));
        let on_toggle = move || store.dispatch(Action::ToggleStage(stage));
        view! { <FacetBox name="stage" value=stage.code() label=stage.label() count is_chosen on_toggle /> }
            .into_any()
    });
    facet("Stage", choices.collect(), ().into_any())
}

#[component]
fn InstrumentFacet() -> impl IntoView {
    let store = Store::expect();
    let index = &store.atlas.index;
    let chosen = store.part(|view| view.facets.instruments);
    let choices = Instrument::ALL.iter().map(|instrument| {
        let instrument = *instrument;
        let count = Memo::new(move |_| store.selection().with(|one| one.instrument(index, instrument)));
        let is_chosen = Signal::derive(move || chosen.get().contains(instrument));
        let on_toggle = move || store.dispatch(Action::ToggleInstrument(instrument));
        view! {
            <FacetBox name="instrument" value=instrument.code() label=instrument.label() count is_chosen on_toggle />
        }
        .into_any()
    });
    facet("Instrument", choices.collect(), ().into_any())
}

#[component]
fn TierFacet() -> impl IntoView {
    let store = Store::expect();
    let index = &store.atlas.index;
    let chosen = store.part(|view| view.facets.tiers);
    let choices = Tier::ALL.iter().map(|tier| {
        let tier = *tier;
        let count = Memo::new(move |_| store.selection().with(|one| one.tier(index, tier)));
        let is_chosen = Signal::derive(move || chosen.get().contains(tier));
        let on_toggle = move || store.dispatch(Action::ToggleTier(tier));
        view! { <FacetBox name="tier" value=tier.code() label=tier.label() count is_chosen on_toggle /> }.into_any()
    });
    facet("Source tier", choices.collect(), ().into_any())
}

#[component]
fn Years() -> impl IntoView {
    let store = Store::expect();
    let (first, last) = store.atlas.index.span;
    let from = store.part(|view| view.facets.from);
    let to = store.part(|view| view.facets.to);
    let years = move |chosen: Memo<Option<i16>>| {
        let years = (first..=last).map(move |year| {
            view! { <option value=year.to_string() prop:selected=move || chosen.get() == Some(year)>{year}</option> }
        });
        view! {
            <option value="" prop:selected=move || chosen.get().is_none()>"any year"</option>
            {years.collect_view()}
        }
        .into_any()
    };
    let year_of = |event| event_target_value(&event).parse().ok();
    let set_from = move |event| {
        let year: Option<i16> = year_of(event);
        store.dispatch(Action::SetFrom(year));
        // A span that ends before it begins holds nothing: the other end gives way.
        if year.zip(to.get_untracked()).is_some_and(|(from, to)| from > to) {
            store.dispatch(Action::SetTo(None));
        }
    };
    let set_to = move |event| {
        let year: Option<i16> = year_of(event);
        store.dispatch(Action::SetTo(year));
        if from.get_untracked().zip(year).is_some_and(|(from, to)| from > to) {
            store.dispatch(Action::SetFrom(None));
        }
    };
    view! {
        <fieldset class="facet">
            <legend>"Years with a dated step"</legend>
            <div class="facet__years">
                <label>"from " <select name="from" on:change=set_from>{years(from)}</select></label>
                <label>"to " <select name="to" on:change=set_to>{years(to)}</select></label>
            </div>
        </fieldset>
    }
    .into_any()
}

//! The facets: search, country, sector, stage, instrument, kind of money, source tier, language of sources,
//! years.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId, Instrument, Language, MoneyKind, Sector, Stage, Tier};
use crate::model::dataset::index::Index;
use crate::model::view::PartyRule;
use crate::model::view::action::Action;
use crate::model::view::filter::Selection;
use crate::model::view::{Facets, Set};
use crate::model::words::Key;
use crate::platform::dialog;
use crate::ui::app::fits;
use crate::ui::element::{Element, el, together};
use crate::ui::parts::definition;
use crate::ui::parts::facet::facet_box;
use crate::ui::store::{Store, number};

/// Region: every facet. Where there is no room for them beside the picture they stand in a sheet, a
/// native dialog, behind a button with the number of choices. The form follows when it `is_due`.
pub fn filters(store: Store, is_due: RwSignal<bool>) -> Element {
    let is_beside = fits("(min-width: 68.75em)");
    let content = move || match (is_due.get(), is_beside.get()) {
        (false, _) => ().into(),
        (true, true) => form(store),
        (true, false) => sheet(store),
    };
    el("section")
        .class("filters")
        .attr("aria-label", store.say(Key::Filters))
        .child(opener(store).class("filters__toggle"))
        .live(content)
}

/// The button that opens the sheet.
pub fn opener(store: Store) -> Element {
    let n_choices = store.n_choices();
    el("button")
        .attr("type", "button")
        .attr("aria-haspopup", "dialog")
        .on_click(|| dialog::open("#sheet"))
        .live_text(move || store.words().fill(Key::FiltersCount, &[&n_choices.get().to_string()]))
}

/// The filters in a native dialog.
pub fn sheet(store: Store) -> Element {
    let n_shown = number(move || store.selection().with(Selection::n_shown));
    let close = || el("button").attr("type", "button").on_click(|| dialog::close("#sheet"));
    let show = move || store.words().count(Key::ShowRecords, n_shown.get() as usize, &[]);
    let head = el("div")
        .class("sheet__head")
        .child(el("h2").attr("id", "sheet-title").child(store.say(Key::Filters)))
        .child(close().child(store.say(Key::Close)));
    let on_keydown = |event: web_sys::KeyboardEvent| {
        // It closes the sheet, and not the card below.
        if event.key() == "Escape" {
            event.stop_propagation();
        }
    };
    el("dialog")
        .attr("id", "sheet")
        .class("sheet")
        .attr("aria-labelledby", "sheet-title")
        .on("keydown", on_keydown)
        .on("click", |event: web_sys::Event| dialog::close_outside(&event))
        .child(head)
        .child(el("div").class("sheet__body").child(form(store)))
        .child(el("div").class("sheet__foot").child(close().class("sheet__show").live_text(show)))
}

fn form(store: Store) -> Element {
    let form = el("form")
        .class("filters__form")
        .on("submit", |event: web_sys::Event| event.prevent_default())
        .child(search(store))
        .child(countries(store))
        .child(choices::<Sector>(
            store,
            Key::Sector,
            Action::ToggleSector,
            |facets| facets.sectors,
            Selection::sector,
        ))
        .child(choices::<Stage>(
            store,
            Key::Stage,
            Action::ToggleStage,
            |facets| facets.stages,
            Selection::stage,
        ))
        .child(choices::<Instrument>(
            store,
            Key::Instrument,
            Action::ToggleInstrument,
            |facets| facets.instruments,
            Selection::instrument,
        ))
        .child(choices::<MoneyKind>(
            store,
            Key::KindOfMoney,
            Action::ToggleMoney,
            |facets| facets.money,
            Selection::money,
        ))
        .child(choices::<Tier>(
            store,
            Key::SourceTier,
            Action::ToggleTier,
            |facets| facets.tiers,
            Selection::tier,
        ))
        .child(choices::<Language>(
            store,
            Key::LanguageOfSources,
            Action::ToggleLanguage,
            |facets| facets.languages,
            Selection::language,
        ))
        .child(years(store));
    together(form)
}

fn search(store: Store) -> Element {
    let field = el("input")
        .attr("type", "search")
        .attr("name", "q")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", store.say(Key::SearchHint))
        .attr("maxlength", "100")
        .value(move || store.facets().with(|facets| facets.words.clone()))
        .on("input", move |event: web_sys::Event| store.dispatch(Action::Search(event_target_value(&event))));
    el("label")
        .class("search")
        .child(el("span").class("search__label").child(store.say(Key::Search)))
        .child(field)
}

/// The frame of one facet.
fn facet(title: &'static str, choices: Vec<Element>) -> Element {
    el("fieldset").class("facet").child(el("legend").child(title)).child(el("ul").children(choices))
}

/// A facet whose counts need nothing but the value, with what its values mean.
fn choices<T: Code + Send + Sync>(
    store: Store,
    title: Key,
    toggle: fn(T) -> Action,
    chosen: fn(&Facets) -> Set<T>,
    count: fn(&Selection, &Index, T) -> usize,
) -> Element {
    let index = &store.atlas.index;
    let one = |value: &T| {
        let value = *value;
        let count = move || store.selection().with(|selection| count(selection, index, value));
        let is_chosen = move || store.facets().with(chosen).contains(value);
        facet_box(store.words(), value, count, is_chosen, move || store.dispatch(toggle(value)))
    };
    facet(store.say(title), T::ALL.iter().map(one).collect()).child(definition::list::<T>(store))
}

fn countries(store: Store) -> Element {
    let index = &store.atlas.index;
    let one = |country: &CountryId| {
        let country = *country;
        let rule = move || store.facets().with(|facets| facets.party_rule);
        let count = move || store.selection().with(|selection| selection.country(index, country, rule()));
        let is_chosen = move || store.facets().with(|facets| facets.countries.contains(country));
        facet_box(store.words(), country, count, is_chosen, move || {
            store.dispatch(Action::ToggleCountry(country))
        })
    };
    facet(store.say(Key::Country), CountryId::ALL.iter().map(one).collect())
        .child(party_rule(store))
        .child(definition::list::<CountryId>(store))
}

fn party_rule(store: Store) -> Element {
    let rule = move || store.facets().with(|facets| facets.party_rule);
    let options = PartyRule::ALL.iter().map(|one| {
        let one = *one;
        el("option")
            .attr("value", one.code())
            .flag("selected", move || rule() == one)
            .child(store.words().label(one))
    });
    let on_change = move |event: web_sys::Event| {
        if let Some(rule) = PartyRule::from_code(&event_target_value(&event)) {
            store.dispatch(Action::SetPartyRule(rule));
        }
    };
    let list = el("select").attr("name", "party").on("change", on_change).children(options);
    el("label").class("facet__rule").child(store.say(Key::PartyRule)).child(" ").child(list)
}

fn years(store: Store) -> Element {
    let years = move || store.facets().with_untracked(|facets| (facets.from, facets.to));
    // A span that ends before it begins holds nothing: the other end gives way.
    let set_from = move |event: web_sys::Event| {
        let year: Option<i16> = event_target_value(&event).parse().ok();
        let to = years().1.filter(|to| year.is_none_or(|from| from <= *to));
        store.dispatch(Action::SetYears(year, to));
    };
    let set_to = move |event: web_sys::Event| {
        let year: Option<i16> = event_target_value(&event).parse().ok();
        let from = years().0.filter(|from| year.is_none_or(|to| *from <= to));
        store.dispatch(Action::SetYears(from, year));
    };
    let from_list = el("select")
        .attr("name", "from")
        .on("change", set_from)
        .children(year_options(store, |facets| facets.from));
    let to_list = el("select")
        .attr("name", "to")
        .on("change", set_to)
        .children(year_options(store, |facets| facets.to));
    el("fieldset").class("facet").child(el("legend").child(store.say(Key::YearsWithStep))).child(
        el("div")
            .class("facet__years")
            .child(el("label").child(store.say(Key::YearFrom)).child(" ").child(from_list))
            .child(el("label").child(store.say(Key::YearTo)).child(" ").child(to_list)),
    )
}

fn year_options(store: Store, chosen: fn(&Facets) -> Option<i16>) -> Vec<Element> {
    let (first, last) = store.atlas.index.span;
    let option = |year: Option<i16>| {
        let words = year.map_or_else(|| store.say(Key::AnyYear).to_owned(), |year| year.to_string());
        let value = year.map(|year| year.to_string()).unwrap_or_default();
        el("option")
            .attr("value", value)
            .flag("selected", move || store.facets().with(chosen) == year)
            .child(words)
    };
    std::iter::once(None).chain((first..=last).map(Some)).map(option).collect()
}

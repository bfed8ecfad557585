//! The whole page: regions in reading order.

use leptos::prelude::*;

use crate::model::view::View;
use crate::model::view::action::Action;
use crate::model::words::Key;
use crate::platform;
use crate::ui::briefing::briefing;
use crate::ui::cards::card_panel;
use crate::ui::compare::compare;
use crate::ui::country_buttons::country_buttons;
use crate::ui::element::{Element, el, live, many};
use crate::ui::filters::filters;
use crate::ui::footer::footer;
use crate::ui::grid::grid;
use crate::ui::header::header;
use crate::ui::map::map;
use crate::ui::method::method;
use crate::ui::parts::record_link;
use crate::ui::promises::promises;
use crate::ui::records::records;
use crate::ui::store::Store;
use crate::ui::summary::{notice, summary};
use crate::ui::table::table;
use crate::ui::timeline::{near_steps, strip_region, timeline};

/// Whether the page is made to stand, as text, and nothing can follow later.
pub const IS_STILL: bool = cfg!(not(target_arch = "wasm32"));

/// The app over one store.
pub fn app(store: Store) -> Element {
    let view = store.part(|view| view.view);
    // The stylesheet shows each where there is room; what it would hide is not built either.
    let is_wide = fits("(min-width: 560px)");
    let is_narrow = fits("(max-width: 699.98px)");
    let is_roomy = fits("(min-width: 640px)");
    let are_filters_open = RwSignal::new(false);
    // The filters and lists, more than half of the page, follow in tasks of their own: the map
    // answers before.
    let (has_filters, has_lists) = (RwSignal::new(IS_STILL), RwSignal::new(IS_STILL));
    platform::later(move || {
        has_filters.set(true);
        platform::later(move || has_lists.set(true));
    });
    Effect::new(move |_| platform::set_title(title(&store)));
    let picture = move || {
        let buttons = country_buttons(store);
        match view.get() {
            View::Map => many([
                map(store, is_roomy),
                buttons,
                live(move || is_wide.get().then(|| strip_region(store))),
            ]),
            View::Timeline => many([buttons, timeline(store)]),
            View::Table => many([buttons, table(store)]),
            View::Grid => many([buttons, grid(store)]),
            View::Compare => many([buttons, compare(store)]),
            View::Promises => many([buttons, promises(store)]),
            View::Briefing => briefing(store),
            View::Method => method(store),
        }
    };
    let on_keydown = move |event: web_sys::KeyboardEvent| {
        // A list or a field closes or clears itself first.
        if event.key() == "Escape" && !event.default_prevented() {
            store.dispatch(Action::Close);
        }
    };
    let main = el("main").class("layout__main").child(summary(store)).live(picture);
    let panel = el("aside")
        .class("layout__panel")
        .attr("aria-label", store.say(Key::CardAndRecords))
        .child(card_panel(store))
        .live(move || has_lists.get().then(|| records(store)))
        .live(move || (has_lists.get() && is_narrow.get()).then(|| near_steps(store)));
    el("div")
        .class("atlas")
        .on("keydown", on_keydown)
        .on("click", move |event: web_sys::MouseEvent| record_link::follow(store, &event))
        .child(header(store))
        .child(notice(store))
        .child(
            el("div")
                .class("layout")
                .child(filters(store, are_filters_open, has_filters))
                .child(main)
                .child(panel),
        )
        .child(footer(store))
        .child(bottom_bar(store, are_filters_open))
}

/// Whether a media query fits; where there is no screen, it does.
fn fits(query: &str) -> RwSignal<bool> {
    let signal = RwSignal::new(true);
    if let Some(fits) = platform::screen::follow(query, move |fits| signal.set(fits)) {
        signal.set(fits);
    }
    signal
}

/// On narrow screens: the way back to the filters from the end of the page. It does not float:
/// what floats covers what has the focus.
fn bottom_bar(store: Store, is_open: RwSignal<bool>) -> Element {
    let n_choices = store.n_choices();
    let on_click = move || {
        is_open.update(|is_open| *is_open = !*is_open);
        if is_open.get_untracked() && cfg!(target_arch = "wasm32") {
            request_animation_frame(|| {
                platform::focus::scroll_to("#filters");
                platform::focus::move_to("#filters input");
            });
        }
    };
    let label = move || match is_open.get() {
        true => store.say(Key::Close).to_owned(),
        false => store.words().fill(Key::FiltersCount, &[&n_choices.get().to_string()]),
    };
    let button = el("button")
        .attr("type", "button")
        .live_bool("aria-expanded", move || is_open.get())
        .attr("aria-controls", "filters")
        .on_click(on_click)
        .live_text(label);
    el("div").class("bottom-bar").child(button)
}

/// The open card before the name of the site, so that tabs and bookmarks can be told apart.
fn title(store: &Store) -> String {
    let subject = store.view().with(|view| {
        let record = view.record.and_then(|id| store.atlas.agreement(id)).map(|record| record.title);
        let event = view.event.and_then(|id| store.atlas.event(id)).map(|event| event.title);
        let country = view.open_country().and_then(|id| store.atlas.country(id)).map(|country| country.name);
        record.or(event).or(country)
    });
    let name = store.say(Key::SiteName);
    subject.map_or_else(|| name.to_owned(), |subject| format!("{subject} – {name}"))
}

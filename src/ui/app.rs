//! The whole page: regions in reading order.

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::model::view::View;
use crate::model::view::action::Action;
use crate::model::view::title::title;
use crate::model::words::Key;
use crate::platform::{self, pointer};
use crate::ui::actions::actions;
use crate::ui::briefing::briefing;
use crate::ui::cards::card_panel;
use crate::ui::compare::compare;
use crate::ui::country_buttons::country_buttons;
use crate::ui::element::{Element, el, live, many};
use crate::ui::embed::frame;
use crate::ui::filters::{filters, opener};
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
use crate::ui::tour::tour;

/// Whether the page is made to stand, as text, and nothing can follow later.
pub const IS_STILL: bool = cfg!(not(target_arch = "wasm32"));

/// The app over one store.
pub fn app(store: Store) -> Element {
    let view = store.part(|view| view.view);
    // The stylesheet shows each where there is room; what it would hide is not built either.
    let is_wide = fits("(min-width: 35em)");
    let is_narrow = fits("(max-width: 43.74em)");
    let is_roomy = fits("(min-width: 40em)");
    if let Some(embed) = store.embed() {
        return page(store).attr("data-embed", embed.part.code()).child(frame(store, embed, is_roomy));
    }
    // The filters and lists, more than half of the page, follow in tasks of their own: the map
    // answers before.
    let (has_filters, has_lists) = (RwSignal::new(IS_STILL), RwSignal::new(IS_STILL));
    platform::later(move || {
        has_filters.set(true);
        platform::later(move || has_lists.set(true));
    });
    Effect::new(move |_| platform::set_title(store.view().with(|view| title(store.atlas, view))));
    let picture = move || {
        let buttons = || country_buttons(store);
        match view.get() {
            View::Map => many([
                map(store, is_roomy),
                buttons(),
                live(move || is_wide.get().then(|| strip_region(store))),
            ]),
            View::Timeline => many([buttons(), timeline(store)]),
            view => view_region(store, view, buttons),
        }
    };
    let main = el("main")
        .attr("id", "content")
        .attr("tabindex", "-1")
        .class("layout__main")
        .child(summary(store))
        .child(tour(store))
        .live(picture)
        .child(actions(store));
    let panel = el("aside")
        .class("layout__panel")
        .attr("aria-label", store.say(Key::CardAndRecords))
        .child(card_panel(store))
        .live(move || has_lists.get().then(|| records(store)))
        .live(move || (has_lists.get() && is_narrow.get()).then(|| near_steps(store)));
    page(store)
        .child(skip_link(store))
        .child(header(store))
        .child(notice(store))
        .child(el("div").class("layout").child(filters(store, has_filters)).child(main).child(panel))
        .child(footer(store))
        .child(bottom_bar(store))
}

/// A view that is the same in the app and on a page that stands, under the buttons of countries where they narrow
/// it. Map and timeline are not: they have no more than their buttons here.
pub fn view_region(store: Store, view: View, buttons: impl FnOnce() -> Element) -> Element {
    let region = match view {
        View::Briefing => return briefing(store),
        View::Method => return method(store),
        View::Table => table(store),
        View::Grid => grid(store),
        View::Compare => compare(store),
        View::Promises => promises(store),
        View::Map | View::Timeline => ().into(),
    };
    many([buttons(), region])
}

/// The page around everything: what it does on keys and clicks.
fn page(store: Store) -> Element {
    let on_keydown = move |event: web_sys::KeyboardEvent| {
        if event.key() != "Escape" || event.default_prevented() || event.is_composing() {
            return;
        }
        // A list closes and a field clears itself, and not the card below.
        if pointer::closest(&event, "input, select, textarea").is_none() {
            store.dispatch(Action::Close);
        }
    };
    el("div")
        .class("atlas")
        .on("keydown", on_keydown)
        .on("click", move |event: web_sys::MouseEvent| record_link::follow(store, &event))
}

/// Whether a media query fits; where there is no screen, it does.
pub fn fits(query: &str) -> RwSignal<bool> {
    let signal = RwSignal::new(true);
    if let Some(fits) = platform::screen::follow(query, move |fits| signal.set(fits)) {
        signal.set(fits);
    }
    signal
}

/// The first stop of the tab key: past the head of the page. It does not write into the address, whose
/// fragment belongs to the host page.
pub fn skip_link(store: Store) -> Element {
    el("a")
        .class("skip")
        .attr("href", "#content")
        .on("click", |event: web_sys::Event| {
            event.prevent_default();
            platform::focus::move_to("#content");
        })
        .child(store.say(Key::SkipToContent))
}

/// On narrow screens: the filters from the end of the page. It does not float: what floats covers
/// what has the focus.
fn bottom_bar(store: Store) -> Element {
    el("div").class("bottom-bar").child(opener(store))
}

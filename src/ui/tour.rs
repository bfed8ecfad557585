//! A tour: views with captions, walked by buttons or arrow keys.

use leptos::prelude::WithUntracked;

use crate::model::dataset::Behind;
use crate::model::view::Touring;
use crate::model::view::action::Action;
use crate::model::view::tour::{meant, step};
use crate::model::words::Key;
use crate::platform;
use crate::ui::element::{Element, el, live, many};
use crate::ui::parts::behind::behind;
use crate::ui::store::{Part, Store};

/// Region: the caption of the step the reader is at; nothing when no tour is on.
pub fn tour(store: Store) -> Element {
    let is_on = store.part(|view| view.tour.is_some());
    let at = store.part(|view| view.tour.clone());
    live(move || is_on.get().then(|| section(store, at)))
}

/// The button that begins the first tour.
pub fn begin(store: Store) -> Element {
    let label = store.words().fill(Key::TourBegin, &[store.atlas.data.edition.summit.name]);
    let first = || Action::Tour(Some(Touring { id: String::new(), step: 1 }));
    el("button").attr("type", "button").on_click(move || store.dispatch(first())).child(label)
}

/// It holds the focus while its steps are on their way, and when a button has no more to do.
fn section(store: Store, at: Part<Option<Touring>>) -> Element {
    let on_keydown = move |event: web_sys::KeyboardEvent| {
        // With another key they are the browser's own: back and forward.
        let has_key = event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key();
        let by = match event.key().as_str() {
            _ if has_key => return,
            "ArrowRight" => 1,
            "ArrowLeft" => -1,
            _ => return,
        };
        event.prevent_default();
        let by = if store.words().locale().direction() == "rtl" { -by } else { by };
        if let Some(behind) = store.atlas.behind() {
            go(store, behind, at, by);
        }
    };
    el("section")
        .class("tour")
        .attr("data-tour", "")
        .attr("tabindex", "-1")
        .attr("aria-label", store.say(Key::Tour))
        .on("keydown", on_keydown)
        .child(behind(store, move |behind| steps(store, behind, at)))
}

/// Goes some steps on or back, within the tour.
fn go(store: Store, behind: &'static Behind, at: Part<Option<Touring>>, by: isize) {
    let Some(touring) = at.get_untracked() else { return };
    let Some(found) = touring.tour(behind) else { return };
    let number = touring.number(found).checked_add_signed(by);
    if let Some(view) = number.and_then(|number| step(found, number, store.atlas)) {
        store.dispatch(Action::Replace(Box::new(view)));
    }
}

fn steps(store: Store, behind: &'static Behind, at: Part<Option<Touring>>) -> Element {
    // Tours came after the link, or the button, that asks for a step: now it can be shown.
    platform::later(move || {
        if let Some(view) = store.view().with_untracked(|view| meant(view, store.atlas)) {
            store.dispatch(Action::Follow(Box::new(view)));
        }
    });
    let found = move || {
        let touring = at.get()?;
        let tour = touring.tour(behind)?;
        Some((tour, touring.number(tour)))
    };
    let go = move |by: isize| go(store, behind, at, by);
    // Not disabled: the focus would fall out of the tour, and with it the arrow keys.
    let button = |key: Key| el("button").attr("type", "button").child(store.say(key));
    let is_at = move |is_end: bool| {
        move || {
            let is_there =
                found().is_none_or(|(tour, step)| step == if is_end { tour.steps.len() } else { 1 });
            is_there.then(|| "true".to_owned())
        }
    };
    let caption = move || {
        found().map(|(tour, step)| {
            let words =
                store.words().fill(Key::TourStep, &[&step.to_string(), &tour.steps.len().to_string()]);
            let shown = tour.steps.get(step - 1);
            many([
                el("p").class("card__kind").child(tour.title).child(" · ").child(words),
                shown.map(|shown| el("h2").child(shown.title)).into(),
                shown.map(|shown| el("p").child(shown.caption)).into(),
            ])
        })
    };
    let buttons = el("p")
        .class("tour__buttons")
        .child(button(Key::TourBack).live_option("aria-disabled", is_at(false)).on_click(move || go(-1)))
        .child(button(Key::TourNext).live_option("aria-disabled", is_at(true)).on_click(move || go(1)))
        .child(button(Key::TourEnd).on_click(move || store.dispatch(Action::Tour(None))));
    // It stays while what it says changes: a new one would not be read out.
    many([el("div").attr("aria-live", "polite").live(caption), buttons])
}

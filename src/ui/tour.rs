//! A tour: views with captions, walked by buttons or arrow keys.

use crate::model::dataset::{Behind, Tour};
use crate::model::view::action::Action;
use crate::model::view::query::read;
use crate::model::view::{Touring, ViewState};
use crate::model::words::Key;
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
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => -1,
            _ => return,
        };
        event.prevent_default();
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
    let Some(tour) = find(behind, &touring) else { return };
    let step = step_of(tour, &touring).checked_add_signed(by);
    if let Some(view) = step.and_then(|step| view_of(store, tour, step)) {
        store.dispatch(Action::Replace(Box::new(view)));
    }
}

fn steps(store: Store, behind: &'static Behind, at: Part<Option<Touring>>) -> Element {
    let found = move || {
        let touring = at.get()?;
        let tour = find(behind, &touring)?;
        Some((tour, step_of(tour, &touring)))
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
            el("div")
                .attr("aria-live", "polite")
                .child(el("p").class("card__kind").child(tour.title).child(" · ").child(words))
                .child(shown.map(|shown| el("h2").child(shown.title)))
                .child(shown.map(|shown| el("p").child(shown.caption)))
        })
    };
    let buttons = el("p")
        .class("tour__buttons")
        .child(button(Key::TourBack).live_option("aria-disabled", is_at(false)).on_click(move || go(-1)))
        .child(button(Key::TourNext).live_option("aria-disabled", is_at(true)).on_click(move || go(1)))
        .child(button(Key::TourEnd).on_click(move || store.dispatch(Action::Tour(None))));
    many([live(caption), buttons])
}

/// The tour of a link; the first one without an id.
fn find(behind: &'static Behind, touring: &Touring) -> Option<&'static Tour> {
    behind.tours.iter().find(|tour| touring.id.is_empty() || tour.id == touring.id)
}

/// The view of a step, counted from 1.
fn view_of(store: Store, tour: &Tour, step: usize) -> Option<ViewState> {
    let shown = tour.steps.get(step.checked_sub(1)?)?;
    let touring = Touring { id: tour.id.to_owned(), step: u16::try_from(step).ok()? };
    Some(ViewState { tour: Some(touring), ..read(shown.view, store.atlas).view })
}

/// The step of a link, kept within the tour.
fn step_of(tour: &Tour, touring: &Touring) -> usize {
    usize::from(touring.step).min(tour.steps.len()).max(1)
}

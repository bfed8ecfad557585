//! The timeline as an ordered list: vertical, every step and event with its date.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::dataset::codes::Rung;
use crate::model::timeline::steps::{Entry, around, entries};
use crate::model::view::View;
use crate::model::view::action::Action;
use crate::model::words::Key;
use crate::ui::element::{Element, el, keyed, many};
use crate::ui::parts::date::dated;
use crate::ui::parts::record_link::{event_link, record_link};
use crate::ui::parts::stage_mark;
use crate::ui::parts::view_link::view_link;
use crate::ui::store::Store;

/// Steps before and after the day of the edition in the short list.
const N_NEAR: usize = 6;

/// Every step and event; those that do not pass are hidden.
pub fn list(store: Store) -> Element {
    let items = entries(store.atlas).into_iter().map(|entry| {
        let is_hidden = move || {
            store.selection().with(|one| store.facets().with(|facets| !entry.is_shown(&one.shown, facets)))
        };
        line(store, entry).hidden(is_hidden)
    });
    many([
        el("h2").class("timeline__list-title").child(store.say(Key::InOrderOfTime)),
        el("ol").class("steps timeline__list").children(items),
    ])
}

/// Region: on narrow pages, the latest steps and the next ones, under the list of records.
pub fn near_steps(store: Store) -> Element {
    let all: Arc<[Entry]> = entries(store.atlas).into();
    let today = store.atlas.data.edition.date.last;
    let entry = all.clone();
    let near = move || {
        store.selection().with(|one| {
            store
                .facets()
                .with(|facets| around(&all, |entry| entry.is_shown(&one.shown, facets), today, N_NEAR))
        })
    };
    let item = move |place: usize| entry.get(place).map(|entry| line(store, *entry)).into();
    let more = view_link(store, Action::Show(View::Timeline)).child(store.say(Key::TimelineInFull));
    el("section")
        .class("near-steps")
        .attr("data-timeline", "near")
        .attr("aria-labelledby", "near-steps-title")
        .child(el("h2").attr("id", "near-steps-title").child(store.say(Key::NearSteps)))
        .child(el("ol").class("steps").child(keyed(near, item)))
        .child(el("p").child(more))
}

fn line(store: Store, entry: Entry) -> Element {
    let text = el("span").class("steps__text");
    let (text, mark) = match entry {
        Entry::Step { record, step } => {
            let link = store.atlas.data.agreements.get(record).map(|one| record_link(store, one));
            (
                text.child(link).child(": ").child(el("span").child(step.text)),
                stage_mark::rung(store.words(), step.rung, step.due),
            )
        }
        Entry::Event(event) => {
            (text.child(event_link(store, event)), stage_mark::rung(store.words(), Rung::Milestone, false))
        }
    };
    el("li")
        .class("steps__item")
        .attr("data-due", if entry.is_due() { "true" } else { "false" })
        .child(el("span").class("steps__date").child(dated(store.words(), entry.date())))
        .child(text)
        .child(el("span").class("card__small").child(mark))
}

//! The timeline as an ordered list: vertical, every step and event with its date.

use leptos::prelude::*;

use crate::model::dataset::codes::Rung;
use crate::model::timeline::steps::{Entry, around, entries};
use crate::model::view::action::Action;
use crate::model::view::View;
use crate::ui::parts::date::dated;
use crate::ui::parts::stage_mark;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// Steps before and after the day of the edition in the short list.
const N_NEAR: usize = 6;

/// Every step and event; those that do not pass are hidden.
pub fn list(store: Store) -> AnyView {
    let items = entries(store.atlas).into_iter().map(|entry| {
        let is_hidden = move || {
            store.selection().with(|one| store.facets().with(|facets| !entry.is_shown(&one.shown, facets)))
        };
        view! { <li class="steps__item" data-due=entry.is_due().to_string() hidden=is_hidden>{line(store, entry)}</li> }
    });
    view! {
        <h2 class="timeline__list-title">"In order of time"</h2>
        <ol class="steps timeline__list">{items.collect_view()}</ol>
    }
    .into_any()
}

/// Region: on narrow pages, the latest steps and the next ones, under the list of records.
#[component]
pub fn NearSteps() -> impl IntoView {
    let store = Store::expect();
    let all: &'static [Entry] = Box::leak(entries(store.atlas).into_boxed_slice());
    let today = store.atlas.data.edition.date.last;
    let near = Memo::new(move |_| {
        store.selection().with(|one| {
            store.facets().with(|facets| around(all, |entry| entry.is_shown(&one.shown, facets), today, N_NEAR))
        })
    });
    let item = move |place: usize| {
        all.get(place).map(|entry| {
            view! { <li class="steps__item" data-due=entry.is_due().to_string()>{line(store, *entry)}</li> }
        })
    };
    view! {
        <section class="near-steps" data-timeline="near" aria-labelledby="near-steps-title">
            <h2 id="near-steps-title">"Latest and next steps"</h2>
            <ol class="steps"><For each=move || near.get() key=|place| *place children=item /></ol>
            <p><ViewLink action=Action::Show(View::Timeline)>"Timeline in full"</ViewLink></p>
        </section>
    }
    .into_any()
}

fn line(store: Store, entry: Entry) -> AnyView {
    let date = view! { <span class="steps__date">{dated(entry.date())}</span> };
    match entry {
        Entry::Step { record, step } => {
            let Some(of) = store.atlas.data.agreements.get(record) else { return ().into_any() };
            view! {
                {date}
                <span class="steps__text">
                    <ViewLink action=Action::OpenRecord(of.id)>{of.title}</ViewLink> ": " {step.text}
                </span>
                <span class="card__small">{stage_mark::rung(step.rung, step.due)}</span>
            }
            .into_any()
        }
        Entry::Event(event) => view! {
            {date}
            <span class="steps__text"><ViewLink action=Action::OpenEvent(event.id)>{event.title}</ViewLink></span>
            <span class="card__small">{stage_mark::rung(Rung::Milestone, false)}</span>
        }
        .into_any(),
    }
}

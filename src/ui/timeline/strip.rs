//! The timeline under the map: a row a lane, near steps gathered into one mark.

use leptos::prelude::*;

use super::{axis, fraction, scale};
use crate::model::dataset::codes::Code;
use crate::model::text;
use crate::model::timeline::steps::is_event_shown;
use crate::model::timeline::strip::{Cluster, strip};
use crate::model::view::action::Action;
use crate::model::view::{View, ViewState};
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// Region: the strip, with a link to the timeline in full.
#[component]
pub fn Strip() -> impl IntoView {
    let store = Store::expect();
    let scale = scale(store);
    let lane_by = store.part(|view| view.lanes);
    let lanes = move || {
        let scale = scale.get();
        let lanes = store.selection().with(|one| strip(store.atlas, &one.shown, lane_by.get(), &scale));
        let lanes = lanes.into_iter().map(|lane| {
            let clusters = lane.clusters.into_iter().map(|cluster| mark(store, cluster));
            view! {
                <li class="strip__lane">
                    <span class="strip__title">{lane.title}</span>
                    <ul class="strip__marks">{clusters.collect_view()}</ul>
                </li>
            }
        });
        view! { {history(store, scale)} {lanes.collect_view()} }.into_any()
    };
    view! {
        <section class="strip" data-timeline="strip" aria-label="Timeline of steps">
            {axis(store, scale)}
            <ul class="strip__lanes">{lanes}</ul>
            <p class="strip__more"><ViewLink action=Action::Show(View::Timeline)>"Timeline in full"</ViewLink></p>
        </section>
    }
    .into_any()
}

fn history(store: Store, scale: crate::model::timeline::scale::TimeScale) -> Option<AnyView> {
    let facets = store.facets().get();
    let events = store.atlas.data.events.iter().filter(|event| is_event_shown(event, &facets));
    let marks: Vec<_> = events
        .filter_map(|event| {
            let at = scale.position(event.date.decimal_year()?);
            let is_due = event.date.first > store.atlas.data.edition.date.last;
            let words = format!("{}: {}", text::date(event.date), event.title);
            (0.0..=1.0).contains(&at).then(|| {
                view! {
                    <li class="strip__mark" style:--at=fraction(at) data-small="true">
                        <button
                            type="button"
                            class="strip__button"
                            title=words.clone()
                            aria-label=words.clone()
                            on:click=move |_| store.dispatch(Action::OpenEvent(event.id))
                        >
                            <span class="mark" data-stage=if is_due { "due" } else { "event" }></span>
                        </button>
                    </li>
                }
            })
        })
        .collect();
    (!marks.is_empty()).then(|| {
        view! {
            <li class="strip__lane">
                <span class="strip__title">"The mechanism"</span>
                <ul class="strip__marks">{marks}</ul>
            </li>
        }
        .into_any()
    })
}

/// One record opens; several narrow the years to theirs, in full.
fn mark(store: Store, cluster: Cluster) -> AnyView {
    let code = if cluster.due { "due" } else { cluster.rung.code() };
    let first = cluster.records.first().and_then(|place| store.atlas.data.agreements.get(*place));
    let title = first.map_or("", |record| record.title);
    let n_records = cluster.records.len();
    let years = match cluster.years {
        (from, to) if from == to => from.to_string(),
        (from, to) => format!("{from}–{to}"),
    };
    let words = match n_records {
        1 => format!("{years}: {title}"),
        n => format!("{years}: {}, among them {title}", text::records(n)),
    };
    let opened = first.map(|record| record.id);
    let (from, to) = cluster.years;
    let on_click = move |_| match opened.filter(|_| n_records == 1) {
        Some(id) => store.dispatch(Action::OpenRecord(id)),
        None => {
            let view = store.view().get_untracked();
            let facets = crate::model::view::Facets { from: Some(from), to: Some(to), ..view.facets.clone() };
            store.dispatch(Action::Replace(Box::new(ViewState { view: View::Timeline, facets, ..view })));
        }
    };
    view! {
        <li class="strip__mark" style:--at=fraction(cluster.at)>
            <button type="button" class="strip__button" title=words.clone() aria-label=words.clone() on:click=on_click>
                {if n_records > 1 {
                    view! { <span class="strip__number" data-stage=code>{n_records}</span> }.into_any()
                } else {
                    view! { <span class="mark" data-stage=code></span> }.into_any()
                }}
            </button>
        </li>
    }
    .into_any()
}

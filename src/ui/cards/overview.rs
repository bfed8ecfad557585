//! Nothing chosen: what the summit was, and what this edition holds.

use leptos::prelude::*;

use super::{sector_tally, stage_tally};
use crate::model::dataset::HeadlineKind;
use crate::model::text;
use crate::ui::parts::date::dated;
use crate::ui::parts::source_link;
use crate::ui::store::Store;

/// The overview card.
pub fn card(store: Store) -> AnyView {
    let edition = &store.atlas.data.edition;
    let summit = &edition.summit;
    let shown = Memo::new(move |_| store.selection().with(|selection| selection.shown));
    let n_records = store.atlas.data.agreements.len();
    let headlines = |kind: HeadlineKind| {
        let lines = edition.headlines.iter().filter(move |headline| headline.kind == kind);
        lines.map(|headline| {
            view! {
                <li>
                    <b class="figure">{headline.figure}</b> " " {headline.about}
                    <span class="card__small">
                        {headline.by} ", " {dated(headline.date)} " · " {source_link::short(store.atlas, headline.source)}
                    </span>
                </li>
            }
        })
        .collect_view()
    };
    let sources = summit.sources.iter().map(|id| view! { " · " {source_link::short(store.atlas, *id)} });
    view! {
        <article class="card" data-card="overview">
            <p class="card__kind">{format!("Edition {} · {}", edition.number, text::date(edition.date))}</p>
            <h2 tabindex="-1">{summit.name}</h2>
            <p>{summit.summary} <span class="card__small">"Sources" {sources.collect_view()}</span></p>
            <h3>"What was counted"</h3>
            <p>{format!("This edition holds {}. Speakers counted other things:", text::records(n_records))}</p>
            <ul class="headlines">{headlines(HeadlineKind::Count)}</ul>
            <h3>"Sums announced"</h3>
            <p>"Two meetings, two announcements. They are no commitments of the six states and are not added together."</p>
            <ul class="headlines">{headlines(HeadlineKind::Money)}</ul>
            <h3>"Records by stage"</h3>
            {stage_tally(store, shown)}
            <h3>"Records by sector"</h3>
            {sector_tally(store, shown)}
            <h3>"What is a record"</h3>
            <p>{edition.inclusion}</p>
        </article>
    }
    .into_any()
}

//! An event in the history of the mechanism.

use leptos::prelude::*;

use super::{article_claims, close_button};
use crate::model::dataset::EventId;
use crate::model::dataset::codes::Code;
use crate::model::text;
use crate::model::view::action::Action;
use crate::ui::parts::date::dated;
use crate::ui::parts::source_link;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// The card of an event.
pub fn card(store: Store, id: EventId) -> AnyView {
    let Some(event) = store.atlas.event(id) else { return ().into_any() };
    let countries: Vec<&str> = event.countries.iter().map(|country| country.label()).collect();
    let place = event.place.as_ref().map_or("place not found", |place| place.name);
    let sources = event.sources.iter().filter_map(|id| store.atlas.source(*id)).map(source_link::full);
    let records = event.agreements.iter().filter_map(|id| store.atlas.agreement(*id)).map(|record| {
        view! { <li><ViewLink action=Action::OpenRecord(record.id)>{record.title}</ViewLink></li> }
    });
    let records: Vec<_> = records.collect();
    view! {
        <article class="card" data-card=id.as_str()>
            {close_button(store)}
            <p class="card__kind">"Event · " {event.kind.label()}</p>
            <h2 tabindex="-1">{event.title}</h2>
            <p class="card__names">{dated(event.date)} " · " {place} " · " {text::list(&countries)}</p>
            <p>{event.text}</p>
            {event.mode.map(|mode| view! { <p class="card__small">{mode}</p> })}
            {(!records.is_empty()).then(|| view! { <h3>"Records"</h3> <ul class="card__list">{records}</ul> })}
            {article_claims(store, &event.claims)}
            <h3>"Sources"</h3>
            <ol class="sources">{sources.collect_view()}</ol>
        </article>
    }
    .into_any()
}

//! What the source article says, by subject, in our words, each paragraph marked as its claim.

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::model::dataset::BriefingItem;
use crate::model::view::action::Action;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// Region: the briefing. Every claim of the article is reached from here.
#[component]
pub fn Briefing() -> impl IntoView {
    let store = Store::expect();
    let sections = store.atlas.data.briefing.sections.iter().map(|section| {
        let items = section.items.iter().map(|item| paragraph(store, item));
        view! {
            <section class="briefing__section">
                <h3>{section.title}</h3>
                <p>{section.intro}</p>
                <ul>{items.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <section class="briefing" aria-label="Briefing">
            <h2>"What the source article claims"</h2>
            <p>
                "The atlas started from a promotional article on the summit, a source of the lowest tier. Below is all "
                "that it claims, in our words, with what other sources say of it and the records that hold the evidence."
            </p>
            {sections.collect_view()}
        </section>
    }
    .into_any()
}

fn paragraph(store: Store, item: &'static BriefingItem) -> AnyView {
    let records = item.agreements.iter().filter_map(|id| store.atlas.agreement(*id)).map(|record| {
        view! { <li><ViewLink action=Action::OpenRecord(record.id)>{record.title}</ViewLink></li> }
    });
    let claims = item.claims.iter().filter_map(|id| store.atlas.claim(*id)).map(|claim| {
        view! {
            <li>
                <span class="claim__id">{claim.id.as_str()}</span> " " {claim.text}
                {claim.figure.map(|figure| view! { <span class="card__small">"Figure given: " {figure}</span> })}
            </li>
        }
    });
    view! {
        <li class="briefing__item" data-standing=item.standing.code()>
            <p>{item.text} " " <span class="briefing__standing">{item.standing.label()}</span></p>
            <ul class="briefing__records">{records.collect_view()}</ul>
            <details class="claims">
                <summary>{crate::model::text::counted(item.claims.len(), "claim", "claims")}</summary>
                <ul>{claims.collect_view()}</ul>
            </details>
        </li>
    }
    .into_any()
}

//! A record in full: what it is, how far it came, who says so, and where they differ.

use leptos::prelude::*;

use super::{article_claims, close_button, country::step_stage};
use crate::model::dataset::codes::{Code, Stage};
use crate::model::dataset::{Agreement, AgreementId, Difference, Step};
use crate::model::text;
use crate::model::view::action::{Action, reduce};
use crate::model::view::{ViewState, query};
use crate::ui::parts::date::dated;
use crate::ui::parts::source_link;
use crate::ui::parts::stage_mark;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// The card of a record.
pub fn card(store: Store, id: AgreementId) -> AnyView {
    let Some(record) = store.atlas.agreement(id) else { return ().into_any() };
    let place = store.atlas.index.agreement(id).unwrap_or_default();
    let stage = store.atlas.index.stage(place);
    let sectors: Vec<&str> = record.sectors.iter().map(|sector| sector.label()).collect();
    let sources = record.sources.iter().filter_map(|id| store.atlas.source(*id)).map(source_link::full);
    let link = format!("?{}", query::write(&reduce(&ViewState::default(), Action::OpenRecord(id))));
    view! {
        <article class="card" data-card=id.as_str()>
            {close_button(store)}
            <p class="card__kind">{record.instrument.label()} " · " {sectors.join(" · ")}</p>
            <h2 tabindex="-1">{record.title}</h2>
            {aliases(record)}
            <p class="card__stage">{stage_mark::stage(stage)} ", as of " {text::date(store.atlas.data.edition.date)}</p>
            <p>{record.summary}</p>
            {record.standing.map(|standing| view! { <p>{standing}</p> })}
            <h3>"How far it came"</h3>
            {ladder(store, record)}
            {record.differences.iter().map(|difference| differ(store, difference)).collect_view()}
            {facts(store, record)}
            <h3>"Its timeline"</h3>
            {timeline(store, record)}
            {record.note.map(|note| view! { <h3>"Remark"</h3> <p>{note}</p> })}
            {related(store, record)}
            {article_claims(store, &record.claims)}
            <h3>"Sources"</h3>
            <ol class="sources">{sources.collect_view()}</ol>
            <p class="card__small">
                "Permanent link: " <a href=link.clone()>{link.clone()}</a>
            </p>
        </article>
    }
    .into_any()
}

fn aliases(record: &Agreement) -> Option<AnyView> {
    (!record.aliases.is_empty())
        .then(|| view! { <p class="card__names">"Also: " {record.aliases.join(" · ")}</p> }.into_any())
}

/// Seven rungs, each with date and source, or that no evidence was found; then a stop, if any.
fn ladder(store: Store, record: &'static Agreement) -> AnyView {
    let as_of = text::date(store.atlas.data.edition.date);
    let rungs = Stage::ALL.iter().filter_map(|stage| {
        let of_stage = |step: &&Step| step.rung.stage() == Some(*stage);
        let reached = record.steps.iter().filter(of_stage).find(|step| !step.due);
        let due = record.steps.iter().filter(of_stage).find(|step| step.due);
        if !stage.is_on_ladder() && reached.is_none() {
            return None; // A stop is shown only where there is one.
        }
        let (state, words) = match (reached, due) {
            (Some(step), _) => ("reached", view! {
                {dated(step.date)} " · " {source_link::short(store.atlas, step.source)}
            }.into_any()),
            (None, Some(step)) => ("due", view! {
                "due " {dated(step.date)} " · " {source_link::short(store.atlas, step.source)}
            }.into_any()),
            (None, None) => ("none", view! { {format!("no evidence found as of {as_of}")} }.into_any()),
        };
        let code = if state == "reached" { stage.code() } else { state };
        Some(view! {
            <li class="ladder__rung" data-state=state>
                {stage_mark::mark(code)}
                <b>{stage.label()}</b> " "
                <span class="card__small">{words}</span>
            </li>
        })
    });
    view! { <ol class="ladder">{rungs.collect_view()}</ol> }.into_any()
}

/// A box with every side of a difference.
fn differ(store: Store, difference: &'static Difference) -> AnyView {
    let is_alone = difference.claims.len() < 2;
    let claims = difference.claims.iter().enumerate().map(|(place, claim)| {
        let is_shown = difference.shown == Some(place);
        view! {
            <li>
                <b>{claim.says}</b>
                <span class="card__small">
                    {claim.by.map(|by| format!("{by} · "))}
                    {source_link::short(store.atlas, claim.source)}
                    {(is_shown && !is_alone).then_some(" · shown above")}
                </span>
            </li>
        }
    });
    view! {
        <section class="differ">
            <h3>{if is_alone { "One source only: " } else { "Sources differ: " }} {difference.about}</h3>
            <ul>{claims.collect_view()}</ul>
            <p>{difference.reason}</p>
        </section>
    }
    .into_any()
}

/// Parties, organisations, money, places, confidence. What is unknown is said.
fn facts(store: Store, record: &'static Agreement) -> AnyView {
    let organisations = if record.organisations.is_empty() {
        "Not named in the sources found".to_owned()
    } else {
        record.organisations.join(" · ")
    };
    let money = if record.amounts.is_empty() {
        view! { <dd>"Not published, or not found"</dd> }.into_any()
    } else {
        let amounts = record.amounts.iter().map(|amount| {
            view! {
                <dd>
                    <b class="figure">{text::amount(amount)}</b> " " {amount.kind.label()}
                    <span class="card__small">
                        {amount.by.map(|by| format!("{by} · "))}
                        {amount.date.map(|date| view! { {dated(date)} " · " })}
                        {amount.note.map(|note| format!("{note} · "))}
                        {source_link::short(store.atlas, amount.source)}
                    </span>
                </dd>
            }
        });
        amounts.collect_view().into_any()
    };
    let places = if record.places.is_empty() {
        view! { <dd>"No place named"</dd> }.into_any()
    } else {
        let places = record.places.iter().map(|site| {
            let grade = if site.approximate { " (approximate point)" } else { "" };
            view! { <dd>{site.name} <span class="card__small">{site.role} {grade}</span></dd> }
        });
        places.collect_view().into_any()
    };
    view! {
        <dl class="facts">
            <div><dt>"Parties"</dt> <dd>{text::parties(record)}</dd></div>
            <div><dt>"Organisations"</dt> <dd>{organisations}</dd></div>
            <div><dt>"Money"</dt> {money}</div>
            <div><dt>"Places"</dt> {places}</div>
            <div><dt>"Confidence"</dt> <dd>{confidence(record)}</dd></div>
        </dl>
    }
    .into_any()
}

fn confidence(record: &Agreement) -> &'static str {
    use crate::model::dataset::Confidence::{High, Low, Medium};
    match record.confidence {
        High => "High: the main facts stand on an official page, an agency, or two independent pages",
        Medium => "Medium: one page, or thin details",
        Low => "Low: the source article alone, or only indirect support",
    }
}

/// Every step of the record, in order.
fn timeline(store: Store, record: &'static Agreement) -> AnyView {
    let mut steps: Vec<&'static Step> = record.steps.iter().collect();
    steps.sort_by(|a, b| a.date.chronological(&b.date));
    let items = steps.into_iter().map(|step| {
        view! {
            <li class="steps__item" data-due=step.due.to_string()>
                <span class="steps__date">{dated(step.date)}</span>
                <span class="steps__text">{step.text}</span>
                <span class="card__small">
                    {step_stage(step)} " · " {source_link::short(store.atlas, step.source)}
                    {step.note.map(|note| format!(" · {note}"))}
                </span>
            </li>
        }
    });
    view! { <ol class="steps">{items.collect_view()}</ol> }.into_any()
}

/// Records that may be the same thing, both ways round.
fn related(store: Store, record: &'static Agreement) -> Option<AnyView> {
    let back = store.atlas.data.agreements.iter().filter(|other| other.possibly_same_as.contains(&record.id));
    let mut ids: Vec<AgreementId> = record.possibly_same_as.iter().copied().chain(back.map(|other| other.id)).collect();
    ids.sort();
    ids.dedup();
    let items = ids.into_iter().filter_map(|id| store.atlas.agreement(id)).map(|other| {
        view! { <li><ViewLink action=Action::OpenRecord(other.id)>{other.title}</ViewLink></li> }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| {
        view! {
            <h3>"Possibly the same as"</h3>
            <p class="card__small">"Sources leave it open; both stay records of their own."</p>
            <ul class="card__list">{items}</ul>
        }
        .into_any()
    })
}

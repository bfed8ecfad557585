//! A country: figures with their speakers, what was said, its records by stage and sector.

use leptos::prelude::*;

use super::{article_claims, close_button, sector_tally, stage_tally};
use crate::model::dataset::codes::{Code, CountryId, FigureKind};
use crate::model::dataset::{Agreement, Country, Figure, Step};
use crate::model::text;
use crate::model::view::action::Action;
use crate::ui::parts::date::dated;
use crate::ui::parts::source_link;
use crate::ui::parts::stage_mark;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// Most milestones on a card.
const N_MILESTONES: usize = 5;

/// The card of a country.
pub fn card(store: Store, id: CountryId) -> AnyView {
    let Some(country) = store.atlas.country(id) else { return ().into_any() };
    let index = &store.atlas.index;
    let shown = Memo::new(move |_| store.selection().with(|selection| selection.of_country(index, id)));
    let n_all = index.country.get(id.index()).map_or(0, |bits| bits.count());
    let kind = move || format!("Country · {} of {} shown", shown.with(|bits| bits.count()), text::records(n_all));
    let epithet = country.epithet.map(|epithet| {
        view! {
            <p class="card__epithet">
                <q>{epithet}</q> " " <span class="card__small">"the source article’s words"</span>
            </p>
        }
    });
    view! {
        <article class="card" data-card=id.code()>
            {close_button(store)}
            <p class="card__kind">{kind}</p>
            <h2 tabindex="-1">{country.name}</h2>
            <p class="card__names">
                {country.official_name} " · capital " {country.capital.name} " · " {country.leader.title} " "
                {country.leader.name} " at the summit"
            </p>
            {epithet}
            <h3>"Figures"</h3>
            {figures(store, country)}
            <h3>"Records by stage"</h3>
            {stage_tally(store, shown)}
            <h3>"Records by sector"</h3>
            {sector_tally(store, shown)}
            <h3>"Next milestones"</h3>
            {milestones(store, id)}
            <h3>"Words of speakers"</h3>
            {quotes(store, country)}
            {positions(country)}
            {article_claims(store, &country.claims)}
        </article>
    }
    .into_any()
}

/// Figures under their labels, rival ones below each other, each with year, speaker and source.
fn figures(store: Store, country: &'static Country) -> AnyView {
    let mut groups: Vec<(&str, Vec<&'static Figure>)> = Vec::new();
    for figure in &country.figures {
        match groups.last_mut() {
            Some((label, group)) if *label == figure.label => group.push(figure),
            _ => groups.push((figure.label, vec![figure])),
        }
    }
    let groups = groups.into_iter().map(|(label, group)| {
        let is_disputed = group.len() > 1;
        let kind = group.first().map(|figure| figure.kind);
        let values = group.into_iter().map(|figure| {
            view! {
                <dd>
                    <b class="figure">{figure.value}</b> " " {unit(figure)}
                    <span class="card__small">
                        {figure.year.unwrap_or("year not given")}
                        {figure.by.map(|by| format!(" · {by}"))}
                        {figure.note.map(|note| format!(" · {note}"))}
                        " · " {source_link::short(store.atlas, figure.source)}
                    </span>
                </dd>
            }
        });
        view! {
            <div class="figures__group" data-disputed=is_disputed.to_string() data-kind=kind.map(FigureKind::code)>
                <dt>{label} {is_disputed.then_some(" – sources differ")}</dt>
                {values.collect_view()}
            </div>
        }
    });
    view! { <dl class="figures">{groups.collect_view()}</dl> }.into_any()
}

/// The unit in words, unless the figure as shown already carries it.
fn unit(figure: &Figure) -> String {
    let unit = match figure.unit {
        "USD" => "US dollars",
        unit => unit,
    };
    let is_carried = figure.value.contains(figure.unit) || figure.value.contains('$') || figure.value.contains(unit);
    if is_carried { String::new() } else { unit.to_owned() }
}

/// The next dated targets of the country's records, and what was due and has no evidence.
fn milestones(store: Store, id: CountryId) -> AnyView {
    let today = store.atlas.data.edition.date.last;
    let records = store.atlas.data.agreements.iter().filter(|record| record.parties.contains(&id));
    let mut due: Vec<(&'static Agreement, &'static Step)> = records
        .flat_map(|record| record.steps.iter().map(move |step| (record, step)))
        .filter(|(_, step)| step.due && step.date.is_dated() && step.date.last >= today)
        .collect();
    due.sort_by(|a, b| a.1.date.chronological(&b.1.date));
    if due.is_empty() {
        return view! { <p>"No dated target found."</p> }.into_any();
    }
    let n_more = due.len().saturating_sub(N_MILESTONES);
    let items = due.into_iter().take(N_MILESTONES).map(|(record, step)| {
        view! {
            <li>
                <span class="card__small">{dated(step.date)}</span> " "
                <ViewLink action=Action::OpenRecord(record.id)>{record.title}</ViewLink> ": " {step.text}
            </li>
        }
    });
    view! {
        <ul class="card__list">{items.collect_view()}</ul>
        {(n_more > 0).then(|| format!("and {n_more} later ones, on the timeline"))}
    }
    .into_any()
}

fn quotes(store: Store, country: &'static Country) -> AnyView {
    if country.quotes.is_empty() {
        return view! { <p>"None found."</p> }.into_any();
    }
    let quotes = country.quotes.iter().map(|quote| {
        let standing = if quote.verified { "found in the source named" } else { "only in the source article; not verified" };
        view! {
            <blockquote class="quote" data-verified=quote.verified.to_string()>
                <p>"“" {quote.text} "”"</p>
                <footer class="card__small">
                    {quote.by} {quote.date.map(|date| view! { ", " {dated(date)} })} " · "
                    {source_link::short(store.atlas, quote.source)} " · " <b>{standing}</b>
                </footer>
            </blockquote>
        }
    });
    quotes.collect_view().into_any()
}

fn positions(country: &'static Country) -> Option<AnyView> {
    if country.positions.is_empty() {
        return None;
    }
    let positions = country.positions.iter().map(|position| {
        let claims: Vec<&str> = position.claims.iter().map(|claim| claim.as_str()).collect();
        view! { <li>{position.text} " " <span class="claim__id">{claims.join(", ")}</span></li> }
    });
    Some(
        view! {
            <h3>"The source article says"</h3>
            <ul class="card__list">{positions.collect_view()}</ul>
        }
        .into_any(),
    )
}

/// Mark and word of a step, for lists of steps.
pub fn step_stage(step: &Step) -> AnyView {
    stage_mark::rung(step.rung, step.due)
}

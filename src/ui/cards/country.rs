//! A country: figures with their speakers, what was said, its records by stage and sector.

use super::{article_claims, close_button, heading, shown, title_lines};
use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::{Agreement, Country, Figure, Quote, Step};
use crate::model::order::ordered;
use crate::model::text;
use crate::ui::element::{Element, el, live_text, many};
use crate::ui::parts::date::dated;
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::source_link;
use crate::ui::store::Store;

/// Most milestones on a card.
const N_MILESTONES: usize = 5;

/// Above the tallies: name, who leads it, figures.
pub fn head(store: Store, id: CountryId) -> Element {
    let Some(country) = store.atlas.country(id) else { return ().into() };
    let n_all = store.atlas.index.country.get(id.index()).map_or(0, |bits| bits.count());
    let kind = live_text(move || {
        format!("Country · {} of {} shown", shown(store, Some(id)).count(), text::records(n_all))
    });
    let names = format!(
        "{} · capital {} · {} {} at the summit",
        country.official_name, country.capital.name, country.leader.title, country.leader.name
    );
    let epithet = country.epithet.map(|epithet| {
        let whose = el("span").class("card__small").child("the source article’s words");
        el("p").class("card__epithet").child(el("q").child(epithet)).child(" ").child(whose)
    });
    many([
        title_lines(kind, country.name),
        el("p").class("card__names").child(names),
        epithet.into(),
        ties(store, country).into(),
        heading("Figures"),
        figures(store, country),
    ])
}

/// Below the tallies: what comes next, and what was said.
pub fn tail(store: Store, id: CountryId) -> Element {
    let Some(country) = store.atlas.country(id) else { return ().into() };
    many([
        heading("Next milestones"),
        milestones(store, id),
        heading("Words of speakers"),
        quotes(store, country),
        positions(country).into(),
        article_claims(store, &country.claims).into(),
        close_button(store),
    ])
}

/// When relations with China began, and what they are called.
fn ties(store: Store, country: &'static Country) -> Option<Element> {
    let lines = country.ties.iter().map(|tie| {
        let grade = tie.confidence.map(|grade| format!("{} confidence · ", grade.label()));
        el("li").child(dated(tie.date)).child(": ").child(tie.text).child(" ").child(
            el("span").class("card__small").child(grade).child(source_link::short(store.atlas, tie.source)),
        )
    });
    (!country.ties.is_empty())
        .then(|| many([heading("Ties with China"), el("ul").class("card__list").children(lines)]))
}

/// Figures under their labels, rival ones below each other, each with year, speaker and source.
fn figures(store: Store, country: &'static Country) -> Element {
    let mut groups: Vec<Vec<&'static Figure>> = Vec::new();
    for figure in &country.figures {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| last.label == figure.label) => group.push(figure),
            _ => groups.push(vec![figure]),
        }
    }
    let mut list = el("dl").class("figures");
    for group in groups {
        let is_disputed = group.len() > 1;
        let label = group.first().map_or("", |figure| figure.label);
        let term = if is_disputed { format!("{label} – sources differ") } else { label.to_owned() };
        let item = el("div")
            .class("figures__group")
            .attr("data-disputed", if is_disputed { "true" } else { "false" });
        list = list.child(
            item.child(el("dt").child(term)).children(group.into_iter().map(|one| figure(store, one))),
        );
    }
    list
}

fn figure(store: Store, figure: &'static Figure) -> Element {
    let mut about = figure.year.unwrap_or("year not given").to_owned();
    for part in [figure.by, figure.note].into_iter().flatten() {
        about.push_str(" · ");
        about.push_str(part);
    }
    about.push_str(" · ");
    let about =
        el("span").class("card__small").child(about).child(source_link::short(store.atlas, figure.source));
    el("dd")
        .child(el("b").class("figure").child(figure.value))
        .child(format!(" {} ", unit(figure)))
        .child(about)
}

/// The unit in words, unless the figure as shown already carries it.
fn unit(figure: &Figure) -> &'static str {
    let unit = match figure.unit {
        "USD" => "US dollars",
        unit => unit,
    };
    let is_carried = [figure.unit, "$", unit].iter().any(|carried| text::holds(figure.value, carried));
    if is_carried { "" } else { unit }
}

/// The next dated targets of the country's records.
fn milestones(store: Store, id: CountryId) -> Element {
    let today = store.atlas.data.edition.date.last;
    let mut due: Vec<(&'static Agreement, &'static Step)> = Vec::new();
    for record in store.atlas.data.agreements.iter().filter(|record| record.parties.contains(&id)) {
        let targets =
            record.steps.iter().filter(|step| step.due && step.date.is_dated() && step.date.last >= today);
        due.extend(targets.map(|step| (record, step)));
    }
    let due = ordered(due, |a, b| a.1.date.chronological(&b.1.date));
    if due.is_empty() {
        return el("p").child("No dated target found.");
    }
    let n_more = due.len().saturating_sub(N_MILESTONES);
    let items = due.into_iter().take(N_MILESTONES).map(|(record, step)| {
        el("li")
            .child(el("span").class("card__small").child(dated(step.date)))
            .child(" ")
            .child(record_link(record))
            .child(": ")
            .child(step.text)
    });
    let more = (n_more > 0)
        .then(|| el("p").class("card__small").child(format!("and {n_more} more on the timeline")));
    many([el("ul").class("card__list").children(items), more.into()])
}

fn quotes(store: Store, country: &'static Country) -> Element {
    if country.quotes.is_empty() {
        return el("p").child("None found.");
    }
    many(country.quotes.iter().map(|quote| quotation(store, quote)))
}

fn quotation(store: Store, quote: &'static Quote) -> Element {
    let standing =
        if quote.verified { "found in the source named" } else { "only in the source article; not verified" };
    let footer = el("footer")
        .class("card__small")
        .child(quote.by)
        .child(quote.date.map(|date| many([", ".into(), dated(date)])))
        .child(" · ")
        .child(source_link::short(store.atlas, quote.source))
        .child(" · ")
        .child(el("b").child(standing));
    el("blockquote")
        .class("quote")
        .attr("data-verified", if quote.verified { "true" } else { "false" })
        .child(el("p").child(format!("“{}”", quote.text)))
        .child(footer)
}

fn positions(country: &'static Country) -> Option<Element> {
    if country.positions.is_empty() {
        return None;
    }
    let positions = country.positions.iter().map(|position| {
        let claims: Vec<&str> = position.claims.iter().map(|claim| claim.as_str()).collect();
        el("li").child(position.text).child(" ").child(el("span").class("claim__id").child(claims.join(", ")))
    });
    Some(many([heading("The source article says"), el("ul").class("card__list").children(positions)]))
}

//! A country: figures with their speakers, what was said, its records by stage and sector.

use super::{article_claims, close_button, heading, shown, title_lines};
use crate::model::clock;
use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::index::Index;
use crate::model::dataset::{Country, Quote};
use crate::model::words::Key;
use crate::ui::element::{Element, el, live_text, many};
use crate::ui::parts::correction;
use crate::ui::parts::date::dated;
use crate::ui::parts::ledger;
use crate::ui::parts::promise;
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::source_link;
use crate::ui::store::Store;

/// Most milestones on a card.
const N_MILESTONES: usize = 5;

/// Above the tallies: name, who leads it, figures.
pub fn head(store: Store, id: CountryId) -> Element {
    let Some(country) = store.atlas.country(id) else { return ().into() };
    let n_all = Index::with(&store.atlas.index.country, id).count();
    let kind = live_text(move || {
        store.words().count(Key::CountryShown, n_all, &[&shown(store, Some(id)).count().to_string()])
    });
    let (leader, capital) = (&country.leader, country.capital.name);
    let names = [country.official_name, capital, leader.title, leader.name];
    let names = store.words().fill(Key::CountryNames, &names);
    let epithet = country.epithet.map(|epithet| {
        let whose = el("span").class("card__small").child(store.say(Key::ArticleWords));
        el("p").class("card__epithet").child(el("q").child(epithet)).child(" ").child(whose)
    });
    many([
        title_lines(kind, country.name),
        el("p").class("card__names").child(names),
        epithet.into(),
        ties(store, country).into(),
        heading(store.say(Key::Figures)),
        figures(store, country),
    ])
}

/// Below the tallies: what comes next, and what was said.
pub fn tail(store: Store, id: CountryId) -> Element {
    let Some(country) = store.atlas.country(id) else { return ().into() };
    let records = Index::with(&store.atlas.index.country, id);
    many([
        heading(store.say(Key::NextMilestones)),
        promise::of_records(store, records),
        milestones(store, id),
        heading(store.say(Key::WordsOfSpeakers)),
        quotes(store, country),
        positions(store, country).into(),
        article_claims(store, &country.claims).into(),
        correction::line(store, id.code(), "whole card").into(),
        close_button(store),
    ])
}

/// When relations with China began, and what they are called.
fn ties(store: Store, country: &'static Country) -> Option<Element> {
    let lines = country.ties.iter().map(|tie| {
        let grade = tie.confidence.map(|grade| {
            format!("{} · ", store.words().fill(Key::ConfidenceIs, &[store.words().label(grade)]))
        });
        el("li")
            .child(dated(store.words(), tie.date))
            .child(": ")
            .child(el("span").child(tie.text))
            .child(" ")
            .child(el("span").class("card__small").child(grade).child(source_link::short(store, tie.source)))
    });
    (!country.ties.is_empty())
        .then(|| many([heading(store.say(Key::TiesWithChina)), el("ul").class("card__list").children(lines)]))
}

/// Figures under their labels, each with speaker and source; rival ones in a box of claims.
fn figures(store: Store, country: &'static Country) -> Element {
    let mut list = el("dl").class("figures");
    for matter in country.matters.iter().filter(|matter| !matter.is_open()) {
        let Some(claim) = matter.shown_claim() else { continue };
        let figure = el("b").class("figure").child(claim.says);
        let item = el("div").class("figures__group").child(el("dt").child(matter.about));
        list = list.child(item.child(el("dd").child(figure).child(" ").child(ledger::about(store, claim))));
    }
    let open = country.matters.iter().filter(|matter| matter.is_open());
    many([many(open.map(|matter| ledger::differ(store, country.id.code(), matter))), list])
}

/// The next dated targets of the country's records.
fn milestones(store: Store, id: CountryId) -> Element {
    let records = Index::with(&store.atlas.index.country, id);
    let due = clock::upcoming(&store.atlas.data.agreements, records, store.today);
    if due.is_empty() {
        return el("p").child(store.say(Key::NoTarget));
    }
    let n_more = due.len().saturating_sub(N_MILESTONES);
    let items = due.into_iter().take(N_MILESTONES).map(|(record, step)| {
        el("li")
            .child(el("span").class("card__small").child(dated(store.words(), step.date)))
            .child(" ")
            .child(record_link(store, record))
            .child(": ")
            .child(step.text)
    });
    let more = (n_more > 0)
        .then(|| store.words().fill(Key::MoreOnTimeline, &[&n_more.to_string()]))
        .map(|words| el("p").class("card__small").child(words));
    many([el("ul").class("card__list").children(items), more.into()])
}

fn quotes(store: Store, country: &'static Country) -> Element {
    if country.quotes.is_empty() {
        return el("p").child(store.say(Key::NoneFound));
    }
    many(country.quotes.iter().map(|quote| quotation(store, quote)))
}

fn quotation(store: Store, quote: &'static Quote) -> Element {
    let standing = store.say(if quote.verified { Key::QuoteFound } else { Key::QuoteNotVerified });
    let footer = el("footer")
        .class("card__small")
        .child(quote.by)
        .child(quote.date.map(|date| many([store.say(Key::Comma).into(), dated(store.words(), date)])))
        .child(" · ")
        .child(source_link::short(store, quote.source))
        .child(" · ")
        .child(el("b").child(standing));
    el("blockquote")
        .class("quote")
        .attr("data-verified", if quote.verified { "true" } else { "false" })
        .child(el("p").child(el("q").child(quote.text)))
        .child(footer)
}

fn positions(store: Store, country: &'static Country) -> Option<Element> {
    if country.positions.is_empty() {
        return None;
    }
    let positions = country.positions.iter().map(|position| {
        let claims: Vec<&str> = position.claims.iter().map(|claim| claim.as_str()).collect();
        el("li").child(position.text).child(" ").child(el("span").class("claim__id").child(claims.join(", ")))
    });
    Some(many([heading(store.say(Key::ArticleSays)), el("ul").class("card__list").children(positions)]))
}

//! A record in full: what it is, how far it came, who says so, and where they differ.

use super::{article_claims, close_button, frame, heading};
use crate::model::dataset::codes::{Code, Confidence, Stage};
use crate::model::dataset::{Agreement, AgreementId, Matter, Quantity, SourceId, Statement, Step};
use crate::model::order::ordered;
use crate::model::text;
use crate::model::view::page::Page;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::correction;
use crate::ui::parts::date::dated;
use crate::ui::parts::ledger;
use crate::ui::parts::promise;
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::source_link;
use crate::ui::parts::stage_mark;
use crate::ui::store::Store;

/// The card of a record.
pub fn card(store: Store, id: AgreementId) -> Element {
    let Some(record) = store.atlas.agreement(id) else { return ().into() };
    let place = store.atlas.index.agreement(id).unwrap_or_default();
    let stage = store.atlas.index.stage(place);
    let mut kind = record.instrument.label().to_owned();
    for sector in &record.sectors {
        kind.push_str(" · ");
        kind.push_str(sector.label());
    }
    let as_of = format!(", as of {}", text::date(store.atlas.data.edition.date));
    let sources = record.sources.iter().filter_map(|id| store.atlas.source(*id)).map(source_link::full);
    let link = store.addresses.page(Page::Record(id));
    let link = el("a").attr("href", link.clone()).child(link);
    let open = record.matters.iter().filter(|matter| matter.is_open());
    let aliases = (!record.aliases.is_empty())
        .then(|| el("p").class("card__names").child(format!("Also: {}", record.aliases.join(" · "))));
    frame(id.as_str(), kind.into(), record.title)
        .child(aliases)
        .child(el("p").class("card__stage").child(stage_mark::stage(stage)).child(as_of))
        .child(el("p").child(record.summary))
        .child(record.standing.map(|standing| el("p").child(standing)))
        .child(heading("How far it came"))
        .child(ladder(store, record))
        .child(promise::of_record(store, record))
        .children(open.map(|matter| ledger::differ(store, id.as_str(), matter)))
        .child(facts(store, record))
        .child(heading("Its timeline"))
        .child(timeline(store, record))
        .child(record.note.map(|note| many([heading("Remark"), el("p").child(note)])))
        .child(related(store, record))
        .child(article_claims(store, &record.claims))
        .child(heading("Sources"))
        .child(el("ol").class("sources").children(sources))
        .child(el("p").class("card__small").child("Permanent link: ").child(link))
        .child(store.addresses.has_pages.then(|| citations(store, id)))
        .child(el("p").class("card__small").child(correction::link(store, id.as_str(), "whole record")))
        .child(close_button(store))
}

/// The record's citations, which lie beside its page.
fn citations(store: Store, id: AgreementId) -> Element {
    let page = store.addresses.page(Page::Record(id));
    let page = page.strip_suffix(".html").unwrap_or_default().to_owned();
    let mut line = el("p").class("card__small").child("Cite: ");
    for (place, (ending, name)) in
        [("bib", "BibTeX"), ("ris", "RIS"), ("csl.json", "CSL-JSON")].into_iter().enumerate()
    {
        let link = el("a").class("correction").attr("href", format!("{page}.{ending}")).child(name);
        line = line.child(if place > 0 { " · " } else { "" }).child(link);
    }
    line
}

/// Seven rungs, each with date and source, or that no evidence was found; then a stop, if any.
fn ladder(store: Store, record: &'static Agreement) -> Element {
    let as_of = text::date(store.atlas.data.edition.date);
    let mut rungs = Vec::new();
    for stage in Stage::ALL {
        let of_stage = |is_due: bool| {
            record.steps.iter().find(|step| step.rung.stage() == Some(*stage) && step.due == is_due)
        };
        let (reached, due) = (of_stage(false), of_stage(true));
        if !stage.is_on_ladder() && reached.is_none() {
            continue; // A stop is shown only where there is one.
        }
        let dated_source = |step: &Step| {
            many([dated(step.date), " · ".into(), source_link::short(store.atlas, step.source)])
        };
        let (state, code, words) = match (reached, due) {
            (Some(step), _) => ("reached", stage.code(), dated_source(step)),
            (None, Some(step)) => ("due", "due", many(["due ".into(), dated_source(step)])),
            (None, None) => ("none", "none", format!("no evidence found as of {as_of}").into()),
        };
        let rung = el("li")
            .class("ladder__rung")
            .attr("data-state", state)
            .child(stage_mark::mark(code))
            .child(el("b").child(stage.label()))
            .child(" ")
            .child(el("span").class("card__small").child(words));
        rungs.push(rung);
    }
    el("ol").class("ladder").children(rungs)
}

/// Parties, organisations, money, places, confidence. What is unknown is said.
fn facts(store: Store, record: &'static Agreement) -> Element {
    let organisations = match record.organisations.is_empty() {
        true => "Not named in the sources found".to_owned(),
        false => record.organisations.join(" · "),
    };
    let mut money: Vec<Element> =
        record.money().map(|(matter, claim, quantity)| amount(store, matter, claim, quantity)).collect();
    if money.is_empty() {
        money.push("Not published, or not found".into());
    }
    let places: Vec<Element> = match record.places.is_empty() {
        true => vec![line_on_map(store, record).unwrap_or_else(|| "No place named".to_owned()).into()],
        false => {
            let place = |site: &'static crate::model::dataset::Site| {
                let grade = if site.approximate { " (approximate point)" } else { "" };
                many([
                    site.name.into(),
                    el("span").class("card__small").child(format!(" {}{grade}", site.role)),
                ])
            };
            record.places.iter().map(place).collect()
        }
    };
    let confidence = match record.confidence {
        Confidence::High => {
            "High: the main facts stand on an official page, an agency, or two independent pages"
        }
        Confidence::Medium => "Medium: one page, or thin details",
        Confidence::Low => "Low: the source article alone, or only indirect support",
    };
    el("dl")
        .class("facts")
        .child(fact("Parties", vec![text::parties(record).into()]))
        .child(fact("Organisations", vec![organisations.into()]))
        .child(fact("Money", money))
        .child(fact("Places", places))
        .child(fact("Confidence", vec![confidence.into()]))
}

/// Where a record without places of its own runs, when the map draws it as a line.
fn line_on_map(store: Store, record: &Agreement) -> Option<String> {
    let route = store.atlas.data.routes.iter().find(|route| route.agreement == Some(record.id))?;
    let (first, last) = (route.points.first()?, route.points.last()?);
    Some(format!("A line on the map, from {} to {}", first.name, last.name))
}

fn fact(term: &'static str, values: Vec<Element>) -> Element {
    el("div").child(el("dt").child(term)).children(values.into_iter().map(|value| el("dd").child(value)))
}

/// A shown amount: figure, kind, what it covers, who says so.
fn amount(
    store: Store,
    matter: &'static Matter,
    claim: &'static Statement,
    quantity: &'static Quantity,
) -> Element {
    let kind = quantity.kind.map_or("", Code::label);
    let others = (matter.claims.len() > 1).then_some(", sources differ");
    let apart = (matter.counts == Some(false)).then_some(", in no total");
    let covers =
        format!(" {kind}: {}{}{}", matter.about, others.unwrap_or_default(), apart.unwrap_or_default());
    many([
        el("b").class("figure").child(text::quantity(quantity)),
        covers.into(),
        ledger::about(store, claim),
    ])
}

fn short(store: Store, id: SourceId) -> Element {
    source_link::short(store.atlas, id)
}

/// Every step of the record, in order.
fn timeline(store: Store, record: &'static Agreement) -> Element {
    let steps = ordered(record.steps.iter().collect(), |a: &&Step, b| a.date.chronological(&b.date));
    let items = steps.into_iter().map(|step| {
        let about = el("span")
            .class("card__small")
            .child(stage_mark::rung(step.rung, step.due))
            .child(" · ")
            .child(short(store, step.source))
            .child(step.note.map(|note| format!(" · {note}")));
        el("li")
            .class("steps__item")
            .attr("data-due", if step.due { "true" } else { "false" })
            .child(el("span").class("steps__date").child(dated(step.date)))
            .child(el("span").class("steps__text").child(step.text))
            .child(about)
    });
    el("ol").class("steps").children(items)
}

/// Records that may be the same thing, both ways round.
fn related(store: Store, record: &'static Agreement) -> Option<Element> {
    let is_related = |other: &&Agreement| {
        record.possibly_same_as.contains(&other.id) || other.possibly_same_as.contains(&record.id)
    };
    let others = store.atlas.data.agreements.iter().filter(is_related);
    let items: Vec<Element> = others.map(|other| el("li").child(record_link(store, other))).collect();
    let note = "Sources leave it open; both stay records of their own.";
    (!items.is_empty()).then(|| {
        many([
            heading("Possibly the same as"),
            el("p").class("card__small").child(note),
            el("ul").class("card__list").children(items),
        ])
    })
}

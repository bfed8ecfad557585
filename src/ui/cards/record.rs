//! A record in full: what it is, how far it came, who says so, and where they differ.

use super::{article_claims, close_button, frame, heading};
use crate::model::dataset::codes::{Code, Confidence, Stage};
use crate::model::dataset::{Agreement, AgreementId, Matter, Quantity, Statement, Step};
use crate::model::order::ordered;
use crate::model::view::page::Page;
use crate::model::words::Key;
use crate::platform::place;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::correction;
use crate::ui::parts::date::dated;
use crate::ui::parts::ledger;
use crate::ui::parts::promise;
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::source_link::{self, outside};
use crate::ui::parts::stage_mark;
use crate::ui::store::Store;

/// The card of a record.
pub fn card(store: Store, id: AgreementId) -> Element {
    let Some(record) = store.atlas.agreement(id) else { return ().into() };
    let stage = store.atlas.index.stage(store.atlas.index.agreement(id).unwrap_or_default());
    let words = store.words();
    let mut kind = words.label(record.instrument).to_owned();
    for sector in &record.sectors {
        kind.push_str(" · ");
        kind.push_str(words.label(*sector));
    }
    let as_of = words.fill(Key::StageAsOf, &[&words.date(store.atlas.data.edition.date)]);
    let as_of = format!("{}{as_of}", words.say(Key::Comma));
    let sources = record
        .sources
        .iter()
        .filter_map(|id| store.atlas.source(*id))
        .map(|one| source_link::full(store, one));
    let is_framed = store.embed().is_some();
    let open = record.matters.iter().filter(|matter| matter.is_open());
    let aliases = (!record.aliases.is_empty()).then(|| {
        el("p").class("card__names").child(words.fill(Key::AlsoNamed, &[&record.aliases.join(" · ")]))
    });
    frame(id.as_str(), kind.into(), record.title)
        .child(aliases)
        .child(el("p").class("card__stage").child(stage_mark::stage(words, stage)).child(as_of))
        .child(el("p").child(record.summary))
        .child(record.standing.map(|standing| el("p").child(standing)))
        .child(heading(words.say(Key::HowFar)))
        .child(ladder(store, record))
        .child(promise::of_record(store, record))
        .children(open.map(|matter| ledger::differ(store, id.as_str(), matter)))
        .child(facts(store, record))
        .child(heading(words.say(Key::ItsTimeline)))
        .child(timeline(store, record))
        .child(record.note.map(|note| many([heading(words.say(Key::Remark)), el("p").child(note)])))
        .child(related(store, record))
        .child(article_claims(store, &record.claims))
        .child(heading(words.say(Key::Sources)))
        .child(el("ol").class("sources").children(sources))
        .child(
            el("p")
                .class("card__small")
                .child(words.say(Key::PermanentLink))
                .child(" ")
                .child(permanent(store, id)),
        )
        .child((store.addresses.has_pages && !is_framed).then(|| citations(store, id)))
        .child(correction::line(store, id.as_str(), "whole record"))
        .child(close_button(store))
}

/// The address of the record's page, as a whole, so that it can be copied from a screen or from paper. It leaves
/// the page around a frame as it is.
fn permanent(store: Store, id: AgreementId) -> Element {
    let address = place::absolute(&store.addresses.full().page(Page::Record(id)));
    let link = match store.embed() {
        Some(_) => outside(address.clone()),
        None => el("a").attr("href", address.clone()),
    };
    link.child(address)
}

/// The record's citations, which lie beside its page.
fn citations(store: Store, id: AgreementId) -> Element {
    // One set of them, beside the English page.
    let page = format!("{}{}", store.addresses.root, Page::Record(id).path());
    let page = page.strip_suffix(".html").unwrap_or_default().to_owned();
    let mut line = el("p").class("card__small").child(store.say(Key::Cite)).child(" ");
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
    let words = store.words();
    let as_of = words.date(store.atlas.data.edition.date);
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
            many([dated(words, step.date), " · ".into(), source_link::short(store, step.source)])
        };
        let (state, code, about) = match (reached, due) {
            (Some(step), _) => ("reached", stage.code(), dated_source(step)),
            (None, Some(step)) => {
                ("due", "due", many([words.say(Key::Due).into(), " ".into(), dated_source(step)]))
            }
            (None, None) => ("none", "none", words.fill(Key::NoEvidence, &[&as_of]).into()),
        };
        let rung = el("li")
            .class("ladder__rung")
            .attr("data-state", state)
            .child(stage_mark::mark(code))
            .child(el("b").child(words.label(*stage)))
            .child(" ")
            .child(el("span").class("card__small").child(about));
        rungs.push(rung);
    }
    el("ol").class("ladder").children(rungs)
}

/// Parties, organisations, money, places, confidence. What is unknown is said.
fn facts(store: Store, record: &'static Agreement) -> Element {
    let words = store.words();
    let organisations = match record.organisations.is_empty() {
        true => words.say(Key::NotNamed).to_owned(),
        false => record.organisations.join(" · "),
    };
    let mut money: Vec<Element> =
        record.money().map(|(matter, claim, quantity)| amount(store, matter, claim, quantity)).collect();
    if money.is_empty() {
        money.push(words.say(Key::NotPublished).into());
    }
    let places: Vec<Element> = match record.places.is_empty() {
        true => {
            vec![line_on_map(store, record).unwrap_or_else(|| words.say(Key::NoPlaceNamed).to_owned()).into()]
        }
        false => {
            let place = |site: &'static crate::model::dataset::Site| {
                let grade = site.approximate.then(|| format!(" ({})", words.say(Key::ApproximatePoint)));
                let role = el("span").class("card__small").child(el("span").child(site.role)).child(grade);
                many([site.name.into(), " ".into(), role])
            };
            record.places.iter().map(place).collect()
        }
    };
    let confidence = words.say(match record.confidence {
        Confidence::High => Key::ConfidenceHigh,
        Confidence::Medium => Key::ConfidenceMedium,
        Confidence::Low => Key::ConfidenceLow,
    });
    el("dl")
        .class("facts")
        .child(fact(words.say(Key::Parties), vec![words.parties(record).into()]))
        .child(fact(words.say(Key::Organisations), vec![organisations.into()]))
        .child(fact(words.say(Key::Money), money))
        .child(fact(words.say(Key::Places), places))
        .child(fact(words.say(Key::Confidence), vec![confidence.into()]))
}

/// Where a record without places of its own runs, when the map draws it as a line.
fn line_on_map(store: Store, record: &Agreement) -> Option<String> {
    let route = store.atlas.data.routes.iter().find(|route| route.agreement == Some(record.id))?;
    let (first, last) = (route.points.first()?, route.points.last()?);
    Some(store.words().fill(Key::LineOnMap, &[first.name, last.name]))
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
    let words = store.words();
    let kind = quantity.kind.map_or("", |kind| words.label(kind));
    let beside =
        |is_so: bool, key: Key| is_so.then(|| format!("{}{}", words.say(Key::Comma), words.say(key)));
    many([
        el("b").class("figure").child(words.quantity(quantity)),
        format!(" {kind}: ").into(),
        el("span").child(matter.about),
        beside(matter.claims.len() > 1, Key::ButSourcesDiffer).into(),
        beside(matter.counts == Some(false), Key::InNoTotal).into(),
        " ".into(),
        ledger::about(store, claim),
    ])
}

/// Every step of the record, in order.
fn timeline(store: Store, record: &'static Agreement) -> Element {
    let steps = ordered(record.steps.iter().collect(), |a: &&Step, b| a.date.chronological(&b.date));
    let items = steps.into_iter().map(|step| {
        let about = el("span")
            .class("card__small")
            .child(stage_mark::rung(store.words(), step.rung, step.due))
            .child(" · ")
            .child(source_link::short(store, step.source))
            .child(step.note.map(|note| many([" · ".into(), note.into()])));
        el("li")
            .class("steps__item")
            .attr("data-due", if step.due { "true" } else { "false" })
            .child(el("span").class("steps__date").child(dated(store.words(), step.date)))
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
    let note = store.say(Key::PossiblySameNote);
    (!items.is_empty()).then(|| {
        many([
            heading(store.say(Key::PossiblySame)),
            el("p").class("card__small").child(note),
            el("ul").class("card__list").children(items),
        ])
    })
}

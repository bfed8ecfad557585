//! The summit in order, each sentence with what it rests on; then what the source article says.

use crate::model::dataset::codes::{Code, Standing};
use crate::model::dataset::{Behind, BriefingItem, BriefingPart, Claim, Paragraph, Sentence};
use crate::model::ledger::standing_of;
use crate::model::view::View;
use crate::model::words::Key;
use crate::ui::cards::claim_line;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::behind::behind;
use crate::ui::parts::fold::fold;
use crate::ui::parts::record_link::{event_link, record_link};
use crate::ui::parts::source_link;
use crate::ui::store::Store;

/// Region: the briefing. Every claim of the article is reached from here.
pub fn briefing(store: Store) -> Element {
    let whole = move |behind: &'static Behind| whole(store, behind);
    el("section")
        .class("briefing")
        .attr("aria-label", store.words().label(View::Briefing))
        .child(behind(store, whole))
}

fn whole(store: Store, behind: &'static Behind) -> Element {
    let briefing = &behind.briefing;
    let sections = briefing.article.iter().map(|section| {
        let items = section.items.iter().map(|item| article_item(store, item));
        el("section")
            .class("briefing__section")
            .child(el("h3").child(section.title))
            .child(el("p").child(section.intro))
            .child(el("ul").children(items))
    });
    many([
        el("h2").child(store.say(Key::SummitInOrder)),
        many(briefing.summit.iter().map(|part| summit_part(store, part))),
        el("h2").child(store.say(Key::SaidNotFound)),
        not_found(store, behind),
        el("h2").child(store.say(Key::WhatArticleClaims)),
        el("p").child(store.say(Key::ArticleAbout)),
        many(sections),
    ])
}

fn summit_part(store: Store, part: &'static BriefingPart) -> Element {
    el("section")
        .class("briefing__section")
        .attr("data-part", part.id)
        .child(el("h3").child(part.title))
        .children(part.paragraphs.iter().map(|one| paragraph(store, one)))
}

/// A paragraph; behind it, what each of its sentences rests on.
fn paragraph(store: Store, paragraph: &'static Paragraph) -> Element {
    let sentences = paragraph.sentences.iter().enumerate().map(|(place, sentence)| {
        let number = el("sup").class("briefing__number").child(place + 1);
        many([sentence.text.into(), number, " ".into()])
    });
    let rests = fold("claims", store.say(Key::RestsOn), move || {
        let grounds = paragraph.sentences.iter().map(|sentence| el("li").child(grounds(store, sentence)));
        el("ol").class("briefing__grounds").children(grounds)
    });
    let title = paragraph.title.map(|title| el("h4").child(title));
    el("div").class("briefing__paragraph").child(title).child(el("p").children(sentences)).child(rests)
}

/// Records, events, sources and claims of a sentence, after each other.
fn grounds(store: Store, sentence: &'static Sentence) -> Element {
    let atlas = store.atlas;
    let records =
        sentence.agreements.iter().filter_map(|id| atlas.agreement(*id)).map(|one| record_link(store, one));
    let events = sentence.events.iter().filter_map(|id| atlas.event(*id)).map(|one| event_link(store, one));
    let sources = sentence.sources.iter().map(|id| source_link::short(store, *id));
    let claims = sentence
        .claims
        .iter()
        .filter_map(|id| atlas.claim(*id))
        .map(|claim| el("span").child(store.words().fill(Key::ArticleClaim, &[claim.id.as_str()])));
    let all = records.chain(events).chain(sources).chain(claims);
    many(all.enumerate().map(|(place, ground)| many([if place > 0 { " · " } else { "" }.into(), ground])))
}

/// Every claim of the article that no other source supports.
fn not_found(store: Store, behind: &'static Behind) -> Element {
    let alone = |claim: &&'static Claim| claim.standing == Standing::ArticleOnly;
    let claims: Vec<Element> =
        behind.claims.iter().filter(alone).map(|claim| claim_line(store, claim)).collect();
    let words = store.words().count(Key::AloneClaims, claims.len(), &[]);
    let list = el("ul").class("briefing__alone").children(claims);
    many([el("p").child(words), list])
}

fn article_item(store: Store, item: &'static BriefingItem) -> Element {
    let records = item.agreements.iter().filter_map(|id| store.atlas.agreement(*id));
    let records: Vec<Element> = records.map(|record| el("li").child(record_link(store, record))).collect();
    let records = (!records.is_empty()).then(|| el("ul").class("briefing__records").children(records));
    let standing = standing_of(store.atlas, item);
    let mark = el("span").class("briefing__standing").child(store.words().label(standing));
    let details = fold("claims", store.words().count(Key::Claims, item.claims.len(), &[]), move || {
        let claims = item.claims.iter().filter_map(|id| store.atlas.claim(*id));
        el("ul").children(claims.map(|claim| {
            let standing = store.words().label(claim.standing);
            claim_line(store, claim).child(" ").child(el("span").class("card__small").child(standing))
        }))
    });
    el("li")
        .class("briefing__item")
        .attr("data-standing", standing.code())
        .child(el("p").child(item.text).child(" ").child(mark))
        .child(records)
        .child(details)
}

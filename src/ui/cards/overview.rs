//! Nothing chosen: what the summit was, and what this edition holds.

use super::{heading, title_lines};
use crate::model::dataset::Headline;
use crate::model::headline::Held;
use crate::model::view::View;
use crate::model::view::action::Action;
use crate::model::words::{Key, Locale};
use crate::ui::app::IS_STILL;
use crate::ui::element::{Element, el, many, svg};
use crate::ui::parts::fold::fold;
use crate::ui::parts::ledger;
use crate::ui::parts::promise;
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::source_link;
use crate::ui::parts::view_link::view_link;
use crate::ui::store::Store;
use crate::ui::tour::begin;

/// Above the tallies: what the summit was, and what was counted at it.
pub fn head(store: Store) -> Element {
    let edition = &store.atlas.data.edition;
    let summit = &edition.summit;
    let n_records = store.atlas.data.agreements.len();
    let words = store.words();
    let kind = words.fill(Key::EditionAsOf, &[&edition.number.to_string(), &words.date(edition.date)]);
    let mut sources = el("span").class("card__small").child(words.say(Key::Sources));
    for id in &summit.sources {
        sources = sources.child(" · ").child(source_link::short(store, *id));
    }
    let headlines = move |is_money: bool| {
        let is_asked = move |headline: &&'static Headline| {
            headline.announced().is_some_and(|announced| announced.kind.is_some() == is_money)
        };
        let lines = edition.headlines.iter().filter(is_asked);
        el("ul").class("headlines").children(lines.map(move |line| headline(store, line)))
    };
    let counted = words.count(Key::EditionHolds, n_records, &[]);
    many([
        title_lines(kind.into(), summit.name),
        el("p").child(summit.summary).child(" ").child(sources),
        promise::of_records(store, store.atlas.index.all),
        (!IS_STILL).then(|| el("p").child(begin(store))).into(),
        heading(words.say(Key::SumsAnnounced)),
        el("p").child(words.say(Key::TwoAnnouncements)),
        headlines(true),
        heading(words.say(Key::WhatWasCounted)),
        el("p").child(counted),
        headlines(false),
    ])
}

/// Below the tallies: the rule of inclusion.
pub fn tail(store: Store) -> Element {
    let method =
        view_link(store, Action::Show(View::Method)).class("correction").child(store.say(Key::HowMade));
    many([
        heading(store.say(Key::WhatIsARecord)),
        el("p").child(store.atlas.data.edition.inclusion),
        el("p").child(method),
    ])
}

/// An announced total, the bar of what is itemised, and who else says what.
fn headline(store: Store, headline: &'static Headline) -> Element {
    let Some(claim) = headline.shown.and_then(|shown| headline.claims.get(shown)) else { return ().into() };
    let held = Held::new(store.atlas, headline);
    let bar = held.map(|held| {
        let share = (held.share() * 1000.0).round() as u32;
        let part = svg("rect").attr("width", share.to_string()).attr("height", "10");
        svg("svg")
            .class("headlines__bar")
            .attr("viewBox", "0 0 1000 10")
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .child(part)
    });
    let words = headline.announced().and_then(|announced| Some(held?.words(announced, store.words())));
    let rivals = headline.claims.iter().enumerate().filter(|(place, _)| Some(*place) != headline.shown);
    let rivals: Vec<Element> = rivals
        .map(|(_, claim)| el("li").child(claim.says).child(" ").child(ledger::about(store, claim)))
        .collect();
    let behind = fold("claims", store.say(Key::HowCounted), move || {
        let items = headline.items.iter().filter_map(|id| store.atlas.agreement(*id));
        let items: Vec<Element> = items.map(|record| el("li").child(record_link(store, record))).collect();
        let record = store.atlas.agreement(headline.record).map(|one| record_link(store, one));
        let list = (!items.is_empty()).then(|| el("ul").class("card__list").children(items));
        many([el("p").child(headline.rule).child(" ").child(record), list.into()])
    });
    let differ = (!rivals.is_empty()).then(|| {
        let title = el("p").child(el("b").child(store.say(Key::SourcesDiffer)));
        el("div")
            .class("differ")
            .child(title)
            .child(el("ul").children(rivals))
            .child(headline.reason.map(|one| el("p").child(one)))
    });
    // What is claimed stands in English; its figure can be worded in any language.
    let figure: Element = match (store.words().locale(), &claim.quantity) {
        (Locale::En, _) | (_, None) => claim.says.into(),
        (_, Some(quantity)) => store.words().quantity(quantity).into(),
    };
    el("li")
        .attr("data-headline", headline.id)
        .child(el("b").class("figure").child(figure))
        .child(" ")
        .child(headline.about)
        .child(" ")
        .child(ledger::about(store, claim))
        .child(bar)
        .child(words.map(|words| el("p").class("headlines__words").child(words)))
        .child(differ)
        .child(behind)
}

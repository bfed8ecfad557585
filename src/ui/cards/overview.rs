//! Nothing chosen: what the summit was, and what this edition holds.

use super::{heading, title_lines};
use crate::model::dataset::{Headline, HeadlineKind};
use crate::model::text;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::date::dated;
use crate::ui::parts::source_link;
use crate::ui::store::Store;

/// Above the tallies: what the summit was, and what was counted at it.
pub fn head(store: Store) -> Element {
    let edition = &store.atlas.data.edition;
    let summit = &edition.summit;
    let n_records = store.atlas.data.agreements.len();
    let kind = format!("Edition {} · {}", edition.number, text::date(edition.date));
    let mut sources = el("span").class("card__small").child("Sources");
    for id in &summit.sources {
        sources = sources.child(" · ").child(source_link::short(store.atlas, *id));
    }
    let headlines = move |kind: HeadlineKind| {
        let lines = edition.headlines.iter().filter(move |headline| headline.kind == kind);
        el("ul").class("headlines").children(lines.map(move |line| headline(store, line)))
    };
    let counted = format!("This edition holds {}. Speakers counted other things:", text::records(n_records));
    let announced = "Two meetings, two announcements. They are no commitments of the six states and are not added together.";
    many([
        title_lines(kind.into(), summit.name),
        el("p").child(summit.summary).child(" ").child(sources),
        heading("What was counted"),
        el("p").child(counted),
        headlines(HeadlineKind::Count),
        heading("Sums announced"),
        el("p").child(announced),
        headlines(HeadlineKind::Money),
    ])
}

/// Below the tallies: the rule of inclusion.
pub fn tail(store: Store) -> Element {
    many([heading("What is a record"), el("p").child(store.atlas.data.edition.inclusion)])
}

fn headline(store: Store, headline: &'static Headline) -> Element {
    let about = el("span")
        .class("card__small")
        .child(headline.by)
        .child(", ")
        .child(dated(headline.date))
        .child(" · ")
        .child(source_link::short(store.atlas, headline.source));
    el("li")
        .child(el("b").class("figure").child(headline.figure))
        .child(" ")
        .child(headline.about)
        .child(" ")
        .child(about)
}

//! Nothing chosen: what the summit was, and what this edition holds.

use leptos::prelude::*;

use super::{frame, heading, sector_tally, stage_tally};
use crate::model::dataset::{Headline, HeadlineKind};
use crate::model::text;
use crate::ui::element::{Element, el};
use crate::ui::parts::date::dated;
use crate::ui::parts::source_link;
use crate::ui::store::Store;

/// The overview card.
pub fn card(store: Store) -> Element {
    let edition = &store.atlas.data.edition;
    let summit = &edition.summit;
    let shown = Memo::new(move |_| store.selection().with(|selection| selection.shown));
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
    frame("overview", kind.into(), summit.name)
        .child(el("p").child(summit.summary).child(" ").child(sources))
        .child(heading("What was counted"))
        .child(el("p").child(format!("This edition holds {}. Speakers counted other things:", text::records(n_records))))
        .child(headlines(HeadlineKind::Count))
        .child(heading("Sums announced"))
        .child(el("p").child(
            "Two meetings, two announcements. They are no commitments of the six states and are not added together.",
        ))
        .child(headlines(HeadlineKind::Money))
        .child(heading("Records by stage"))
        .child(stage_tally(store, shown))
        .child(heading("Records by sector"))
        .child(sector_tally(store, shown))
        .child(heading("What is a record"))
        .child(el("p").child(edition.inclusion))
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

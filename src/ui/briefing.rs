//! What the source article says, by subject, in our words, each paragraph marked as its claim.

use crate::model::dataset::BriefingItem;
use crate::model::dataset::codes::Code;
use crate::model::text;
use crate::ui::cards::claim_line;
use crate::ui::element::{Element, el};
use crate::ui::parts::record_link::record_link;
use crate::ui::store::Store;

/// Region: the briefing. Every claim of the article is reached from here.
pub fn briefing(store: Store) -> Element {
    let sections = store.atlas.data.briefing.sections.iter().map(|section| {
        let items = section.items.iter().map(|item| paragraph(store, item));
        el("section")
            .class("briefing__section")
            .child(el("h3").child(section.title))
            .child(el("p").child(section.intro))
            .child(el("ul").children(items))
    });
    let about = "The atlas started from a promotional article on the summit, a source of the lowest tier. Below is all \
        that it claims, in our words, with what other sources say of it and the records that hold the evidence.";
    el("section")
        .class("briefing")
        .attr("aria-label", "Briefing")
        .child(el("h2").child("What the source article claims"))
        .child(el("p").child(about))
        .children(sections)
}

fn paragraph(store: Store, item: &'static BriefingItem) -> Element {
    let records = item.agreements.iter().filter_map(|id| store.atlas.agreement(*id));
    let records: Vec<Element> = records.map(|record| el("li").child(record_link(record))).collect();
    let records = (!records.is_empty()).then(|| el("ul").class("briefing__records").children(records));
    let claims = item.claims.iter().filter_map(|id| store.atlas.claim(*id)).map(claim_line);
    let standing = el("span").class("briefing__standing").child(item.standing.label());
    let details = el("details")
        .class("claims")
        .child(el("summary").child(text::counted(item.claims.len(), "claim", "claims")))
        .child(el("ul").children(claims));
    el("li")
        .class("briefing__item")
        .attr("data-standing", item.standing.code())
        .child(el("p").child(item.text).child(" ").child(standing))
        .child(records)
        .child(details)
}

//! A matter of the claim ledger: every claim with speaker, date, source and language, side by side.

use crate::model::dataset::codes::Language;
use crate::model::dataset::{Matter, Statement};
use crate::model::words::Key;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::correction;
use crate::ui::parts::date::dated;
use crate::ui::parts::source_link;
use crate::ui::store::Store;

/// The box of a matter on which there is more to say than one figure. `entry` is the id of what it
/// belongs to, for the link that corrects it.
pub fn differ(store: Store, entry: &'static str, matter: &'static Matter) -> Element {
    let title = match matter.claims.len() {
        0 | 1 => Key::OneSourceOnly,
        _ => Key::SourcesDifferOn,
    };
    el("section")
        .class("differ")
        .child(el("h3").child(store.say(title)).child(" ").child(matter.about))
        .child(claims(store, matter))
        .child(el("p").child(matter.reason).child(" ").child(correction::link(store, entry, matter.id)))
}

/// Every claim of a matter, the shown one marked where there is a choice.
pub fn claims(store: Store, matter: &'static Matter) -> Element {
    let has_choice = matter.claims.len() > 1;
    let claims = matter.claims.iter().enumerate().map(|(place, claim)| {
        let is_shown = has_choice && matter.shown == Some(place);
        el("li")
            .attr("data-shown", if is_shown { "true" } else { "false" })
            .child(el("b").child(claim.says))
            .child(is_shown.then(|| format!(" {}", store.say(Key::Shown))))
            .child(" ")
            .child(about(store, claim))
    });
    el("ul").children(claims)
}

/// Who says it, when, where and in which language.
pub fn about(store: Store, claim: &'static Statement) -> Element {
    let words = store.words();
    let source = store.atlas.source(claim.source);
    let date = store.atlas.said_on(claim);
    let language = source.map(|source| source.language).filter(|one| *one != Language::En);
    el("span")
        .class("card__small")
        .child(claim.by.map(|by| many([by.into(), " · ".into()])))
        .child(date.map(|date| many([dated(words, date), " · ".into()])))
        .child(source_link::short(store, claim.source))
        .child(language.map(|one| format!(" · {}", words.fill(Key::InLanguage, &[words.label(one)]))))
        .child(claim.note.map(|note| many([" · ".into(), note.into()])))
}

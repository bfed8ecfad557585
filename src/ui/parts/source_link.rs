//! A source: short beside a fact, in full at the end of a card.

use crate::model::dataset::check::is_web_address;
use crate::model::dataset::codes::Code;
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{Source, SourceId};
use crate::model::words::{Key, Words};
use crate::ui::element::{Element, el, many};
use crate::ui::parts::date::dated;

/// The publisher, as a link to the page; the article has no address.
pub fn short(atlas: &'static Atlas, id: SourceId) -> Element {
    let Some(source) = atlas.source(id) else { return atlas.words.say(Key::SourceNotFound).into() };
    match address(source) {
        Some(_) => outward(source).class("source").attr("title", source.title).child(source.publisher),
        None => el("span").class("source").child(atlas.words.say(Key::TheArticle)),
    }
}

/// Publisher, title, date, language, tier, link, and where copies may be found.
pub fn full(words: Words, source: &'static Source) -> Element {
    let date = source.date.map_or_else(|| words.say(Key::DateNotSeen).into(), |date| dated(words, date));
    let about = el("span")
        .class("source-entry__about")
        .child(source.publisher)
        .child(", ")
        .child(date)
        .child(format!(". {}, {}.", words.label(source.language), words.label(source.tier)))
        .child(source.note.map(|note| many([" ".into(), note.into()])));
    let title = outward(source).attr("lang", source.language.code()).child(source.title.to_owned());
    el("li").class("source-entry").child(title).child(" ").child(about).child(archived(words, source))
}

/// Where a copy of the page may be found when it is gone.
fn archived(words: Words, source: &'static Source) -> Option<Element> {
    let link = el("a").attr("href", format!("https://web.archive.org/web/{}", address(source)?));
    Some(link.class("correction").attr("rel", "noopener").attr("target", "_blank").child(words.say(Key::ArchivedCopies)))
}

/// A link out of the atlas, or plain text when there is no address.
fn outward(source: &'static Source) -> Element {
    match address(source) {
        Some(url) => el("a").attr("href", url).attr("rel", "noopener").attr("target", "_blank"),
        None => el("span"),
    }
}

fn address(source: &Source) -> Option<&'static str> {
    source.url.filter(|url| is_web_address(url))
}

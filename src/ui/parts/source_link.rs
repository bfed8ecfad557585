//! A source: short beside a fact, in full at the end of a card. Its title and address come a moment
//! after the first view.

use crate::model::dataset::check::is_web_address;
use crate::model::dataset::codes::Code;
use crate::model::dataset::{Source, SourceId};
use crate::model::words::Key;
use crate::ui::element::{Element, el, live, many};
use crate::ui::parts::date::dated;
use crate::ui::store::Store;

/// The publisher, as a link to the page; the article has no address.
pub fn short(store: Store, id: SourceId) -> Element {
    let Some(source) = store.atlas.source(id) else { return store.say(Key::SourceNotFound).into() };
    match source.url {
        Some(_) => outward(store, id)
            .class("source")
            .live_option("title", move || store.link(id).map(|link| link.title.to_owned()))
            .child(source.publisher),
        None => el("span").class("source").child(store.say(Key::TheArticle)),
    }
}

/// Publisher, title, date, language, tier, link, and where copies may be found.
pub fn full(store: Store, source: &'static Source) -> Element {
    let (words, id) = (store.words(), source.id);
    let date = source.date.map_or_else(|| words.say(Key::DateNotSeen).into(), |date| dated(words, date));
    let note =
        live(move || store.link(id).and_then(|link| link.note).map(|note| many([" ".into(), note.into()])));
    let about = el("span")
        .class("source-entry__about")
        .child(source.publisher)
        .child(", ")
        .child(date)
        .child(format!(". {}, {}.", words.label(source.language), words.label(source.tier)))
        .child(note);
    let title = outward(store, id)
        .attr("lang", source.language.code())
        .live_text(move || store.link(id).map_or_else(String::new, |link| link.title.to_owned()));
    el("li").class("source-entry").child(title).child(" ").child(about).child(archived(store, source))
}

/// Where a copy of the page may be found when it is gone.
fn archived(store: Store, source: &'static Source) -> Option<Element> {
    source.url?;
    let copies = move || address(store, source.id).map(|url| format!("https://web.archive.org/web/{url}"));
    let link = el("a").live_option("href", copies).class("correction").attr("rel", "noopener");
    Some(link.attr("target", "_blank").child(store.say(Key::ArchivedCopies)))
}

/// A link out of the atlas, or plain text when there is no address.
fn outward(store: Store, id: SourceId) -> Element {
    let has_address = store.atlas.source(id).is_some_and(|source| source.url.is_some());
    match has_address {
        true => el("a")
            .live_option("href", move || address(store, id).map(str::to_owned))
            .attr("rel", "noopener")
            .attr("target", "_blank"),
        false => el("span"),
    }
}

fn address(store: Store, id: SourceId) -> Option<&'static str> {
    store.link(id)?.url.filter(|url| is_web_address(url))
}

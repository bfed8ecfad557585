//! A source: short beside a fact, in full at the end of a card. Its title and address come a moment
//! after the first view.

use crate::model::dataset::check::is_web_address;
use crate::model::dataset::codes::Code;
use crate::model::dataset::{Link, Source, SourceId};
use crate::model::words::Key;
use crate::ui::element::{Element, Words, el, live, many};
use crate::ui::parts::date::dated;
use crate::ui::store::Store;

/// The publisher, as a link to the page; the article has no address.
pub fn short(store: Store, id: SourceId) -> Element {
    let Some(source) = store.atlas.source(id) else { return store.say(Key::SourceNotFound).into() };
    match source.url {
        Some(_) => outward(store, id, move |link, about| {
            let link = link.class("source").child(source.publisher);
            match about {
                Some(about) => link.attr("title", about.title),
                None => link,
            }
        }),
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
    // The title is in the language of the source, which it says itself.
    let title = outward(store, id, move |link, about| {
        link.attr("lang", source.language.code()).child(about.map(|about| about.title.to_owned()))
    });
    el("li").class("source-entry").child(title).child(" ").child(about).child(archived(store, id))
}

/// Where a copy of the page may be found when it is gone.
fn archived(store: Store, id: SourceId) -> Element {
    live(move || {
        address(store.link(id)?).map(|url| {
            outside(format!("https://web.archive.org/web/{url}"))
                .class("correction")
                .child(store.say(Key::ArchivedCopies))
        })
    })
}

/// What `dress` makes of a link out of the atlas; of plain text where there is no address, or none yet.
fn outward(
    store: Store,
    id: SourceId,
    dress: impl Fn(Element, Option<Link>) -> Element + Send + 'static,
) -> Element {
    live(move || {
        let about = store.link(id);
        let url = about.clone().and_then(address);
        dress(url.map_or_else(|| el("span"), outside), about)
    })
}

/// A link that leaves the page as it is.
pub fn outside(url: impl Into<Words>) -> Element {
    el("a").attr("href", url).attr("rel", "noopener").attr("target", "_blank")
}

fn address(link: Link) -> Option<&'static str> {
    link.url.filter(|url| is_web_address(url))
}

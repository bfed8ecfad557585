//! A link that begins a correction: a letter with id, edition and field filled in.

use crate::model::view::query;
use crate::model::words::Key;
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

/// A link that corrects one field of an entry; none in a frame: that is what the full page is for.
pub fn link(store: Store, entry: &str, field: &str) -> Option<Element> {
    store.embed().is_none().then(|| {
        let link = el("a").class("correction").attr("href", address(store, entry, field));
        link.child(store.say(Key::CorrectThis))
    })
}

/// The same as the last line of a card.
pub fn line(store: Store, entry: &str, field: &str) -> Option<Element> {
    link(store, entry, field).map(|link| el("p").class("card__small").child(link))
}

/// The address of the letter. Without a contact of the publisher the reader fills in to whom.
fn address(store: Store, entry: &str, field: &str) -> String {
    let edition = store.atlas.data.edition.number;
    let contact = store.atlas.data.edition.contact.unwrap_or_default();
    let subject = query::percent(&format!("Correction: {entry}, edition {edition}, field {field}"));
    let body = query::percent("What should stand there, and the page that says so:\n");
    format!("mailto:{contact}?subject={subject}&body={body}")
}

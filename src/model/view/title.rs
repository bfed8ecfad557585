//! What a view is called: in the tab, in bookmarks and in previews of links.

use super::{View, ViewState};
use crate::model::dataset::index::Atlas;
use crate::model::words::Key;

/// The open card, or else the view, before the name of the site; the name alone for the first view.
pub fn title(atlas: &Atlas, view: &ViewState) -> String {
    let (words, site) = (atlas.words, atlas.words.say(Key::SiteName));
    let record = view.record.and_then(|id| atlas.agreement(id)).map(|record| record.title);
    let event = view.event.and_then(|id| atlas.event(id)).map(|event| event.title);
    let country = view.open_country().map(|country| words.label(country));
    let picture = (view.view != View::Map).then(|| words.label(view.view));
    let subject = record.or(event).or(country).or(picture);
    subject.map_or_else(|| site.to_owned(), |subject| format!("{subject} – {site}"))
}

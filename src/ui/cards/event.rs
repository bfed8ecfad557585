//! An event in the history of the mechanism.

use super::{article_claims, close_button, frame, heading};
use crate::model::dataset::EventId;
use crate::model::dataset::index::Bits;
use crate::model::words::Key;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::correction;
use crate::ui::parts::date::dated;
use crate::ui::parts::promise;
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::source_link;
use crate::ui::store::Store;

/// The card of an event.
pub fn card(store: Store, id: EventId) -> Element {
    let Some(event) = store.atlas.event(id) else { return ().into() };
    let countries: Vec<&str> = event.countries.iter().map(|country| store.words().label(*country)).collect();
    let place = event.place.as_ref().map_or(store.say(Key::PlaceNotFound), |place| place.name);
    let sources = event
        .sources
        .iter()
        .filter_map(|id| store.atlas.source(*id))
        .map(|source| source_link::full(store, source));
    let mut concerned = Bits::default();
    event
        .agreements
        .iter()
        .filter_map(|id| store.atlas.index.agreement(*id))
        .for_each(|at| concerned.insert(at));
    let promises = (!concerned.is_empty()).then(|| promise::of_records(store, concerned));
    let records = event.agreements.iter().filter_map(|id| store.atlas.agreement(*id));
    let records: Vec<Element> = records.map(|record| el("li").child(record_link(store, record))).collect();
    let records = (!records.is_empty()).then(|| {
        many([heading(store.say(Key::RecordsTitle)), el("ul").class("card__list").children(records)])
    });
    let names = el("p")
        .class("card__names")
        .child(dated(store.words(), event.date))
        .child(format!(" · {place} · {}", store.words().list(&countries)));
    frame(
        id.as_str(),
        store.words().fill(Key::EventKind, &[store.words().label(event.kind)]).into(),
        event.title,
    )
    .child(names)
    .child(el("p").child(event.text))
    .child(event.mode.map(|mode| el("p").class("card__small").child(mode)))
    .child(records)
    .child(promises)
    .child(article_claims(store, &event.claims))
    .child(heading(store.say(Key::Sources)))
    .child(el("ol").class("sources").children(sources))
    .child(correction::line(store, id.as_str(), "whole event"))
    .child(close_button(store))
}

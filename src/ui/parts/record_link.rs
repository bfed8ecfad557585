//! Links to records and events. There are hundreds in the page, so one listener, at the root of
//! the app, follows them all: see [`follow`].

use crate::model::dataset::{Agreement, Event};
use crate::model::view::action::Action;
use crate::model::view::page::Page;
use crate::platform::pointer::closest;
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

/// A link to a record, with its title. Its address is the record's permanent link.
pub fn record_link(store: Store, record: &'static Agreement) -> Element {
    let address = store.addresses.page(Page::Record(record.id));
    el("a").attr("href", address).attr("data-record", record.id.as_str()).child(record.title)
}

/// A link to an event, with its title.
pub fn event_link(store: Store, event: &'static Event) -> Element {
    let address = store.addresses.page(Page::Event(event.id));
    el("a").attr("href", address).attr("data-event", event.id.as_str()).child(event.title)
}

/// Follows a plain click on a link to a record or event without leaving the page. With a key held,
/// or by the middle button, the browser opens the address as it does any other.
pub fn follow(store: Store, event: &web_sys::MouseEvent) {
    let has_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() != 0 || has_key {
        return;
    }
    let Some(link) = closest(event, "a[data-record], a[data-event]") else { return };
    let atlas = store.atlas;
    let record = link.get_attribute("data-record");
    let record = record.and_then(|id| atlas.data.agreements.iter().find(|one| one.id.as_str() == id));
    let other = link.get_attribute("data-event");
    let other = other.and_then(|id| atlas.data.events.iter().find(|one| one.id.as_str() == id));
    let action = record.map(|one| Action::OpenRecord(one.id)).or(other.map(|one| Action::OpenEvent(one.id)));
    if let Some(action) = action {
        event.prevent_default();
        store.dispatch(action);
    }
}

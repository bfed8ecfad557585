//! Buttons for what can be done with a view: share, embed, save. The dialogs are loaded by then.

use leptos::prelude::*;

use crate::model::words::Key;
use crate::platform::desk;
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

/// Region: the buttons, and what is said while the dialogs are on their way.
pub fn actions(store: Store) -> Option<Element> {
    let has_desk = store.addresses.has_pages || store.addresses.is_alone;
    has_desk.then(|| {
        el("div")
            .class("actions")
            .child(ask(store, Key::Share, "share"))
            .child(ask(store, Key::EmbedThis, "embed"))
            .child(ask(store, Key::Pictures, "pictures"))
            .child(
                el("p").class("actions__state").attr("data-when", "loading").child(store.say(Key::Loading)),
            )
            .child(
                el("p").class("actions__state").attr("data-when", "failed").child(store.say(Key::LoadFailed)),
            )
    })
}

/// A button that opens a dialog, or saves a file, for the view as it is now.
pub fn ask(store: Store, label: Key, kind: &'static str) -> Element {
    el("button")
        .attr("type", "button")
        .attr("data-desk", kind)
        .on_click(move || desk::ask(kind, &store.view().with_untracked(|view| store.addresses.of(view))))
        .child(store.say(label))
}

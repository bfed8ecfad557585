//! A part that needs what the first view does without: a word while it is on its way, and a button
//! when it could not be had.

use leptos::prelude::*;

use crate::model::dataset::Behind;
use crate::model::words::Key;
use crate::ui::element::{Element, el, live, many};
use crate::ui::store::{Coming, Store};

/// What `view` makes, as soon as it can.
pub fn behind(store: Store, view: impl Fn(&'static Behind) -> Element + Send + 'static) -> Element {
    live(move || store.behind().map_or_else(|| waiting(store, String::new()), &view))
}

/// That it could not be had, for a card: its sources are without titles and addresses then.
pub fn failed(store: Store) -> Element {
    let is_so = move || store.coming().get() == Coming::Failed;
    live(move || is_so().then(|| waiting(store, format!("{}: ", store.say(Key::Sources)))))
}

fn waiting(store: Store, what: String) -> Element {
    let words = move || match store.coming().get() {
        Coming::Failed => {
            let button = el("button").attr("type", "button").on_click(move || store.fetch_behind());
            many([
                el("span").child(store.say(Key::LoadFailed)),
                " ".into(),
                button.child(store.say(Key::TryAgain)),
            ])
        }
        _ => store.say(Key::Loading).into(),
    };
    el("p").class("waiting").attr("role", "status").child(what).live(words)
}

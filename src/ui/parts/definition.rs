//! What a value means and how it is counted.

use crate::model::dataset::codes::Code;
use crate::model::words::Key;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::behind::behind;
use crate::ui::parts::fold::fold;
use crate::ui::store::Store;

/// The definitions of a whole list, made when the reader first opens them.
pub fn list<T: Code + Send + Sync>(store: Store) -> Element {
    fold("definitions", store.say(Key::WhatTheseMean), move || entries::<T>(store))
}

/// The definitions of a whole list.
pub fn entries<T: Code + Send + Sync>(store: Store) -> Element {
    behind(store, move |_| all::<T>(store))
}

fn all<T: Code>(store: Store) -> Element {
    let entries = T::ALL.iter().map(|value| {
        let value = *value;
        let text = store.definition(value);
        let from = text
            .and_then(|one| one.from)
            .map(|from| many([" ".into(), el("span").class("card__small").child(from), ".".into()]));
        el("div")
            .child(el("dt").child(store.words().label(value)))
            .child(el("dd").child(text.map_or("", |one| one.text)).child(from))
    });
    el("dl").class("definitions__list").children(entries)
}

/// One value with its definition, for beside the result.
pub fn one<T: Code>(store: Store, value: T) -> Option<Element> {
    let definition = store.definition(value)?;
    Some(many([el("b").child(store.words().label(value)), ": ".into(), definition.text.into()]))
}

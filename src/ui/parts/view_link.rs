//! A link that leads to a view: a real address, followed without leaving the page.

use leptos::prelude::*;

use crate::model::view::action::{Action, reduce};
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

/// A link to the view after an action, still without words. A plain click dispatches the action;
/// with a key held, or by the middle button, the browser opens the address as it does any other.
pub fn view_link(store: Store, action: Action) -> Element {
    // In a frame, another view is another page.
    if store.embed().is_some() && matches!(action, Action::Show(_) | Action::ShowYears(..)) {
        let full = store.addresses.full();
        let address = move || store.view().with(|view| full.of(&reduce(view, action.clone())));
        return el("a").live_attr("href", address).attr("target", "_blank").attr("rel", "noopener");
    }
    // The address is worked out anew when the link is about to be used, not at every change.
    let address =
        move |action: &Action| store.addresses.of(&reduce(&store.view().get_untracked(), action.clone()));
    let href = RwSignal::new(address(&action));
    let followed = action.clone();
    let pointed = action.clone();
    let on_click = move |event: web_sys::MouseEvent| {
        let has_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !has_key {
            event.prevent_default();
            store.dispatch(followed.clone());
        }
    };
    el("a")
        .live_attr("href", move || href.get())
        .on("click", on_click)
        .on("pointerover", move |_: web_sys::Event| href.set(address(&pointed)))
        .on("focus", move |_: web_sys::Event| href.set(address(&action)))
}

//! Title, what is shown in one sentence, and the five views.

use crate::model::dataset::codes::Code;
use crate::model::view::View;
use crate::model::view::action::Action;
use crate::ui::app::NAME;
use crate::ui::element::{Element, el};
use crate::ui::parts::view_link::view_link;
use crate::ui::store::Store;

/// Region: the head of the page. Dispatches [`Action::Show`].
pub fn header(store: Store) -> Element {
    let current = store.part(|view| view.view);
    let views = View::ALL.iter().map(|view| {
        let view = *view;
        let is_current = move || (current.get() == view).then(|| "page".to_owned());
        let link = view_link(store, Action::Show(view)).class("header__view");
        el("li").child(link.live_option("aria-current", is_current).child(view.label()))
    });
    let views = el("nav").class("header__views").attr("aria-label", "Views").child(el("ul").children(views));
    el("header").class("header").child(title()).child(views)
}

/// The title, as the static page has it too.
pub fn title() -> Element {
    el("div")
        .class("header__title")
        .child(el("h1").child(NAME))
        .child(el("p").child("What was agreed at Astana, 17 June 2025, by whom, and what has come of it"))
}

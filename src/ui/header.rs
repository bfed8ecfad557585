//! Title, the menu of languages, and the eight views.

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::model::view::View;
use crate::model::view::action::Action;
use crate::model::words::{Key, Locale};
use crate::ui::element::{Element, el, many};
use crate::ui::parts::fold::fold;
use crate::ui::parts::view_link::view_link;
use crate::ui::store::Store;

/// Region: the head of the page. Dispatches [`Action::Show`].
pub fn header(store: Store) -> Element {
    let has_languages = store.addresses.has_pages || store.addresses.is_alone;
    let current = store.part(|view| view.view);
    let views = View::ALL.iter().map(|view| {
        let view = *view;
        let is_current = move || (current.get() == view).then(|| "page".to_owned());
        let link = view_link(store, Action::Show(view)).class("header__view");
        el("li").child(link.live_option("aria-current", is_current).child(store.words().label(view)))
    });
    let views = el("nav")
        .class("header__views")
        .attr("aria-label", store.say(Key::Views))
        .child(el("ul").children(views));
    el("header")
        .class("header")
        .child(title(store))
        .child(has_languages.then(|| languages(store)))
        .child(views)
}

/// The same view in the other languages: real addresses, each a page of its own.
fn languages(store: Store) -> Element {
    let own = store.words().locale();
    let links = move || {
        let links = Locale::offered().iter().map(|locale| {
            let locale = *locale;
            let address = move || store.view().with(|view| store.addresses.in_language(locale, view));
            let link = el("a")
                .live_attr("href", address)
                .attr("lang", locale.tag())
                .attr("hreflang", locale.tag())
                .child(locale.english());
            el("li").child(if locale == own { link.attr("aria-current", "true") } else { link })
        });
        el("ul").children(links)
    };
    let name = el("span").class("visually-hidden").child(format!("{}: ", store.say(Key::LanguageChoice)));
    fold("header__language", many([name, own.english().into()]), links)
}

fn title(store: Store) -> Element {
    el("div")
        .class("header__title")
        .child(el("h1").child(store.say(Key::SiteName)))
        .child(el("p").child(store.say(Key::SiteLine)))
}

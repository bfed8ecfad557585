//! A page that stands: the same header, card and lists as the app's, as text and links, with a still
//! map. The app mounts beside it and takes its place.

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::index::Index;
use crate::model::view::View;
use crate::model::view::page::Page;
use crate::model::words::{Key, PageKey};
use crate::ui::app::{skip_link, view_region};
use crate::ui::cards::card_panel;
use crate::ui::element::{Element, el, many};
use crate::ui::footer::footer;
use crate::ui::header::header;
use crate::ui::records::records;
use crate::ui::store::Store;
use crate::ui::timeline;

/// The page over a store that shows its view.
pub fn still(store: Store, page: Page) -> Element {
    let view = page.view().view;
    let buttons = || countries(store);
    let picture = match view {
        View::Map => many([map(store, page), buttons()]),
        View::Timeline => many([buttons(), timeline::list::list(store)]),
        view => view_region(store, view, buttons),
    };
    let shown = store.shown_now();
    let words = store.words();
    let n_all = store.atlas.data.agreements.len().to_string();
    let count = words.fill(Key::CountOf, &[&shown.count().to_string(), &n_all]);
    let summary = el("section").class("summary").child(el("p").class("summary__count").child(count));
    // Pages of one record or event hold their card alone; the rest is one link away.
    let has_list = matches!(page, Page::View(View::Map) | Page::Country(_));
    let panel = el("aside")
        .class("layout__panel")
        .attr("aria-label", words.say(Key::CardAndRecords))
        .child(card_panel(store))
        .child(has_list.then(|| records(store)));
    let without = words.page(PageKey::WithoutScripts);
    let filters = el("div")
        .class("filters")
        .child(el("span").class("filters__toggle"))
        .child(el("noscript").child(el("p").class("card__small").child(without)));
    let main = el("main").attr("id", "content").class("layout__main").child(summary).child(picture);
    el("div")
        .attr("id", "static")
        .child(skip_link(store))
        .child(header(store))
        .child(el("div").class("layout").child(filters).child(main).child(panel))
        .child(footer(store))
}

/// The still map in the box of the other one.
fn map(store: Store, page: Page) -> Element {
    let words = store.words();
    let root = format!("{}{}", store.addresses.root, words.locale().folder());
    let here = if root.is_empty() { "./" } else { &root };
    let name = match page {
        Page::Country(country) => country.code().to_ascii_lowercase(),
        _ => "overview".to_owned(),
    };
    let numbers: Vec<String> = CountryId::ALL
        .iter()
        .map(|country| {
            let n_records = Index::with(&store.atlas.index.country, *country).count();
            format!("{} {n_records}", words.label(*country))
        })
        .collect();
    let picture = el("picture")
        .class("map__still")
        .child(
            el("source")
                .attr("srcset", format!("{here}map/{name}-dark.svg"))
                .attr("media", "screen and (prefers-color-scheme: dark)"),
        )
        .child(
            el("img")
                .attr("src", format!("{here}map/{name}.svg"))
                .attr("width", "4060")
                .attr("height", "2520")
                .attr("alt", words.fill_page(PageKey::MapIs, &[&numbers.join(words.say(Key::Comma))])),
        );
    let note = words.fill_page(PageKey::Boundaries, &[store.geometry.source]);
    el("figure")
        .class("map")
        .attr("data-frame", "region")
        .child(el("div").class("map__frame").child(store.addresses.has_pages.then_some(picture)))
        .child(el("figcaption").class("map__caption").child(el("p").class("map__note").child(note)))
}

/// The six countries as links, in the boxes of the buttons.
fn countries(store: Store) -> Element {
    let links = CountryId::ALL.iter().map(|country| {
        let n_records = Index::with(&store.atlas.index.country, *country).count();
        let link = el("a")
            .class("country-button")
            .attr("href", store.addresses.page(Page::Country(*country)))
            .child(el("span").class("country-button__name").child(store.words().label(*country)))
            .child(" ")
            .child(el("span").class("country-button__count").attr("aria-hidden", "true").child(n_records))
            .child(el("span").class("visually-hidden").child(store.words().records(n_records)));
        el("li").child(link)
    });
    let list = el("ul").class("country-buttons").children(links);
    el("nav").attr("aria-label", store.say(Key::Countries)).child(list)
}

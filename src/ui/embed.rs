//! The atlas inside another page: a title, one part, country buttons, the first records, and one line
//! with the edition and the way to the full page. Whatever is chosen, it fits within 1000 pixels of
//! height in a column of 320: what is longer scrolls inside.

use leptos::prelude::*;

use crate::model::colour;
use crate::model::dataset::codes::Code;
use crate::model::view::View;
use crate::model::view::embed::{Embed, Part, Piece};
use crate::model::words::Key;
use crate::platform::place;
use crate::ui::app::view_region;
use crate::ui::cards::card_panel;
use crate::ui::country_buttons::country_buttons;
use crate::ui::element::{Element, el, keyed, live, many};
use crate::ui::filters::{opener, sheet};
use crate::ui::map::map;
use crate::ui::records::item;
use crate::ui::store::{self, Store};
use crate::ui::summary::{brief_summary, notice};
use crate::ui::timeline::timeline;
use crate::ui::tour::tour;

/// How many records stand under the map at most: narrow frames show two or three of them.
const N_RECORDS: usize = 4;
/// How many of them every frame shows.
const N_ALWAYS: usize = 2;

/// The page of a frame.
pub fn frame(store: Store, embed: Embed, is_roomy: RwSignal<bool>) -> Element {
    place::set_colours(embed.accent);
    place::set_frame(embed.part.code(), &embed.height().css("vw"));
    let has = move |piece: Piece| embed.has(piece);
    // Tours and host pages go from view to view.
    let view = store.part(|view| view.view);
    let shown = move || match view.get() {
        view if view == embed.view() => embed.part,
        view => Part::of(view).unwrap_or(embed.part),
    };
    let is_open = store.part(|view| view.record.is_some() || view.event.is_some());
    let main = el("main")
        .attr("id", "content")
        .attr("tabindex", "-1")
        .class("layout__main")
        .live_attr("data-part", move || shown().code().to_owned())
        .live_option("data-open", move || is_open.get().then(String::new))
        .child(tour(store))
        .live(move || part(store, shown(), is_open, is_roomy))
        .child((has(Piece::Countries) && embed.part != Part::Card).then(|| country_buttons(store)))
        .live(move || match (shown(), is_open.get()) {
            (Part::Card, _) => ().into(),
            (_, true) => scroll(store.words().label(Part::Card), card_panel(store)),
            (Part::Map, false) => first_records(store),
            _ => ().into(),
        });
    let filters = has(Piece::Filters).then(|| {
        let due = RwSignal::new(false);
        crate::platform::later(move || due.set(true));
        let sheet = live(move || due.get().then(|| sheet(store)));
        el("section")
            .class("filters")
            .attr("aria-label", store.say(Key::Filters))
            .child(opener(store))
            .child(sheet)
    });
    let head = el("header")
        .class("embed__head")
        .child(has(Piece::Title).then(|| el("h1").live_text(move || title(store))))
        .child(el("div").class("embed__line").child(brief_summary(store)).child(filters));
    many([notice(store), colours(store, embed), age(store, embed), head, main, foot(store, embed)])
}

/// What the frame is about.
fn title(store: Store) -> String {
    let country = store.facets().with(|facets| facets.countries.single());
    match country {
        Some(country) => store.words().fill(Key::FrameTitleOf, &[store.words().label(country)]),
        None => store.say(Key::FrameTitle).to_owned(),
    }
}

/// The part itself; what is longer than a frame gives way to an open card and comes back as it was left.
fn part(store: Store, part: Part, is_open: store::Part<bool>, is_roomy: RwSignal<bool>) -> Element {
    let view = Embed { part, ..Embed::default() }.view();
    let content = match part {
        Part::Map => return map(store, is_roomy),
        Part::Card => return scroll(store.words().label(part), card_panel(store)),
        Part::Timeline => timeline(store),
        _ => view_region(store, view, || ().into()),
    };
    scroll(store.words().label(view), content).hidden(move || is_open.get())
}

/// A part that may be longer than a frame should be.
fn scroll(name: &'static str, content: Element) -> Element {
    el("div")
        .class("embed__scroll")
        .attr("role", "group")
        .attr("tabindex", "0")
        .attr("aria-label", name)
        .child(content)
}

/// Under the map, while no card is open.
fn first_records(store: Store) -> Element {
    let shown = move || store.selection().with(|selection| selection.shown);
    let first = move || shown().iter().take(N_RECORDS).collect::<Vec<usize>>();
    let line = move |at: usize| {
        let record = store.atlas.data.agreements.get(at);
        record.map_or_else(|| ().into(), |record| item(store, at, record))
    };
    let more = live(move || {
        let n_shown = shown().count();
        let words = store.words().fill(Key::AllOnFullPage, &[&n_shown.to_string()]);
        (n_shown > N_ALWAYS).then(|| el("p").class("embed__more").child(full_link(store).child(words)))
    });
    el("section")
        .class("records")
        .attr("aria-label", store.say(Key::RecordsTitle))
        .child(el("ul").child(keyed(first, line)))
        .child(more)
}

/// A link to what is shown, on a page of its own.
fn full_link(store: Store) -> Element {
    let full = store.addresses.full();
    let address = move || place::absolute(&store.view().with(|view| full.of(view)));
    el("a").live_attr("href", address).attr("target", "_blank").attr("rel", "noopener")
}

/// Where it comes from, which edition and language it is, and the way out.
fn foot(store: Store, embed: Embed) -> Element {
    let (edition, words) = (&store.atlas.data.edition, store.words());
    let number = edition.number.to_string();
    let (date, language) = (words.date(edition.date), words.locale().english());
    let about = words.fill(Key::FrameFoot, &[words.say(Key::SiteName), &number, &date, language]);
    let is_map = store.part(|view| view.view == View::Map);
    let borders = move || {
        (is_map.get() && embed.part != Part::Card && embed.has(Piece::Source))
            .then(|| format!(" {}", words.fill(Key::FrameBoundaries, &[store.geometry.source])))
    };
    // Where links lead nowhere, the address can be copied.
    let copied = place::is_confined().then(|| {
        let full = store.addresses.full();
        let address = move || place::absolute(&store.view().with(|view| full.of(view)));
        let field = el("input").attr("readonly", "").attr("type", "text").class("embed__address");
        let field = field.attr("aria-label", words.say(Key::AddressToCopy)).value(address);
        el("p").child(words.say(Key::AddressToCopy)).child(" ").child(field)
    });
    el("footer")
        .class("embed__foot")
        .child(el("p").child(about).live(borders))
        .child(el("p").class("embed__out").child(full_link(store).child(words.say(Key::OpenFullPage))))
        .child(copied)
}

/// That a colour was refused, and why.
fn colours(store: Store, embed: Embed) -> Element {
    let line = embed.refused.map(|refused| {
        let contrast = store.words().short_number(colour::contrast_by_day(refused));
        store.words().fill(Key::AccentRefused, &[&refused.digits(), &contrast])
    });
    line.map(|words| el("div").class("notice").child(el("p").child(words))).into()
}

/// That the frame was made with another edition, or stays with an old one.
fn age(store: Store, embed: Embed) -> Element {
    let shown = store.atlas.data.edition.number;
    let newest = place::newest_edition().unwrap_or(shown);
    let asked = embed.edition.map_or(shown, u32::from);
    let key = match (asked == shown, newest > shown) {
        (true, false) => return ().into(),
        (_, true) => Key::OlderEdition,
        (false, false) => Key::NewerEdition,
    };
    let first = if key == Key::OlderEdition { shown } else { asked };
    let words = store.words().fill(key, &[&first.to_string(), &newest.to_string()]);
    el("div").class("notice").child(el("p").child(words))
}

//! The SVG map: six countries as controls, borders, water, corridors, names, legend.
//!
//! Shapes are drawn once in grid units; zooming changes the `viewBox` alone. Names stand in a
//! layer of HTML above it, so that their size does not follow the zoom.

mod gestures;
pub mod labels;
pub mod legend;
mod shapes;
pub mod sites;

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::geo::viewport::{CORRIDOR, REGION, Viewport};
use crate::model::view::action::Action;
use crate::model::view::embed::Piece;
use crate::model::view::{Frame, Sites, ViewState};
use crate::model::words::Key;
use crate::ui::element::{Element, el, many, svg};
use crate::ui::store::Store;
use gestures::Gestures;
pub use shapes::{Fill, fill, shown_count};

/// Region: the map with its tools, legend and boundary note. Towns are named while it `is_roomy`.
pub fn map(store: Store, is_roomy: RwSignal<bool>) -> Element {
    let picture = picture(store);
    let gestures = Gestures::new(store, picture);
    let unit_km = store.geometry.unit_km;
    let are_sites_shown = store.part(|view| view.sites == Sites::Shown);
    let drawing = svg("svg")
        .class("map__picture")
        .live_attr("viewBox", move || picture.get().view_box(unit_km))
        .attr("role", "group")
        .attr("aria-label", store.say(Key::MapHelp))
        .attr("aria-describedby", "map-says")
        .on("keydown", move |event| gestures.key(&event))
        .child(shapes::ground(store))
        .child(shapes::countries(store))
        .child(shapes::lines(store))
        .live(move || are_sites_shown.get().then(|| sites::layer(store, picture)))
        .child(shapes::outlines(store));
    let canvas = el("div")
        .class("map__canvas")
        .on("wheel", move |event| gestures.wheel(&event))
        .on("pointerdown", move |event| gestures.down(&event))
        .on("pointermove", move |event| gestures.moved(&event))
        .on("pointerup", move |event| gestures.up(&event))
        .on("pointercancel", move |event| gestures.up(&event))
        .on_capture("click", move |event| gestures.click(&event))
        .child(drawing)
        .child(labels::layer(store, picture, is_roomy));
    let frame = el("div").class("map__frame").child(canvas).child(tools(store, picture));
    let caption = el("figcaption").class("map__caption");
    // In a frame the note on borders stands at the foot.
    let caption = match store.embed() {
        Some(embed) => caption.child(embed.has(Piece::Legend).then(|| legend::legend(store))),
        None => {
            let note = store.words().fill(Key::BoundaryNote, &[store.geometry.source]);
            caption
                .child(legend::controls(store))
                .child(legend::legend(store))
                .child(el("p").class("map__note").child(note))
                .live(move || are_sites_shown.get().then(|| sites::list(store)))
        }
    };
    el("figure")
        .class("map")
        .live_attr("data-frame", move || frame_kind(&picture.get()).to_owned())
        .attr("aria-label", store.say(Key::MapName))
        .child(frame)
        .child(el("p").attr("id", "map-says").class("visually-hidden").live_text(move || says(store)))
        .child(caption)
}

/// The map in words: how many records are shown, and how many of each country.
fn says(store: Store) -> String {
    let (index, words) = (&store.atlas.index, store.words());
    let n_all = store.atlas.data.agreements.len().to_string();
    store.selection().with(|selection| {
        let of = |country: &CountryId| {
            format!("{} {}", words.label(*country), selection.on_map(index, *country).count())
        };
        let countries: Vec<String> = CountryId::ALL.iter().map(of).collect();
        let n_shown = selection.n_shown().to_string();
        words.fill(Key::MapSays, &[&n_shown, &n_all, &countries.join(words.say(Key::Comma))])
    })
}

/// What part of the plane is in the picture.
fn picture(store: Store) -> Memo<Viewport> {
    Memo::new(move |_| store.view().with(|view| framed(store, view)))
}

/// The same, as it is now.
pub fn picture_now(store: Store) -> Viewport {
    store.view().with_untracked(|view| framed(store, view))
}

fn framed(store: Store, view: &ViewState) -> Viewport {
    let unit_km = store.geometry.unit_km;
    let bounds_km = |country: CountryId| {
        let (west, north, east, south) = store.geometry.bounds(country);
        let km = |units: i32| f64::from(units) * unit_km;
        (km(west), -km(south), km(east), -km(north))
    };
    Viewport::of(view, bounds_km)
}

fn frame_kind(picture: &Viewport) -> &'static str {
    match picture {
        picture if *picture == REGION => "region",
        picture if *picture == CORRIDOR => "corridor",
        _ => "near",
    }
}

/// Zooming and moving without a pointer's finesse.
fn tools(store: Store, picture: Memo<Viewport>) -> Element {
    let is_near = move || picture.with(|picture| picture.zoom() > 1.01);
    let frame = store.part(|view| view.frame);
    let button = move |label: Key, sign: &'static str, to: fn(&Viewport) -> Frame| {
        el("button")
            .attr("type", "button")
            .attr("aria-label", store.say(label))
            .on_click(move || store.dispatch(Action::MoveMap(to(&picture.get_untracked()))))
            .child(sign)
    };
    let pan = el("div")
        .class("map__pan")
        .hidden(move || !is_near())
        .child(button(Key::MoveNorth, "↑", |picture| picture.panned((0.0, -0.25))))
        .child(button(Key::MoveWest, "←", |picture| picture.panned((-0.25, 0.0))))
        .child(button(Key::MoveEast, "→", |picture| picture.panned((0.25, 0.0))))
        .child(button(Key::MoveSouth, "↓", |picture| picture.panned((0.0, 0.25))));
    let zoom_out = button(Key::ZoomOut, "−", |picture| picture.zoomed(1.0 / 1.6, (0.5, 0.5)));
    let near = el("div")
        .class("map__tools")
        .attr("role", "group")
        .attr("aria-label", store.say(Key::ZoomAndMove))
        .child(button(Key::ZoomIn, "+", |picture| picture.zoomed(1.6, (0.5, 0.5))))
        .child(zoom_out.flag("disabled", move || !is_near()))
        .child(pan);
    let part = move |words: Key, to: Frame| {
        let is_shown = move || match to {
            Frame::Region => picture.with(frame_kind) == "region",
            Frame::Corridor => picture.with(frame_kind) == "corridor",
            to => frame.get() == to,
        };
        el("button")
            .attr("type", "button")
            .live_bool("aria-pressed", is_shown)
            .on_click(move || store.dispatch(Action::MoveMap(to)))
            .child(store.say(words))
    };
    let parts = el("div")
        .class("map__frames")
        .attr("role", "group")
        .attr("aria-label", store.say(Key::PartOfMap))
        .child(part(Key::FrameRegion, Frame::Region))
        .child(part(Key::FrameCorridor, Frame::Corridor))
        .child(part(Key::FrameFergana, Frame::Fergana));
    many([near, parts])
}

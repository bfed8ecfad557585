//! The SVG map: six countries as controls, borders, water, corridors, names, legend.
//!
//! Shapes are drawn once in grid units; zooming changes the `viewBox` alone. Names stand in a
//! layer of HTML above it, so that their size does not follow the zoom.

mod gestures;
mod labels;
mod legend;
mod shapes;
mod sites;

use leptos::prelude::*;

use crate::model::dataset::codes::CountryId;
use crate::model::geo::viewport::Viewport;
use crate::model::view::action::Action;
use crate::model::view::{Frame, Sites};
use crate::platform::marks;
use crate::ui::store::Store;
use gestures::Gestures;

/// Region: the map with its tools, legend and boundary note.
#[component]
pub fn Map() -> impl IntoView {
    let store = Store::expect();
    let picture = picture(store);
    let gestures = Gestures::new(store, picture);
    let unit_km = store.geometry.unit_km;
    let view_box = move || picture.get().view_box(unit_km);
    let are_sites_shown = store.part(|view| view.sites == Sites::Shown);
    let kind = move || frame_kind(picture.get());
    let map = view! {
        <figure class="map" aria-label="Map of Central Asia">
            <div class="map__frame" data-frame=kind>
                <div
                    class="map__canvas"
                    on:wheel=move |event| gestures.wheel(&event)
                    on:pointerdown=move |event| gestures.down(&event)
                    on:pointermove=move |event| gestures.moved(&event)
                    on:pointerup=move |event| gestures.up(&event)
                    on:pointercancel=move |event| gestures.up(&event)
                    on:click:capture=move |event| gestures.click(&event)
                >
                    <svg
                        class="map__picture"
                        viewBox=view_box
                        role="group"
                        aria-label="Six countries. Arrow keys move between them, Enter opens a card, plus and minus zoom."
                        on:keydown=move |event| gestures.key(&event)
                    >
                        {shapes::ground(store)}
                        {shapes::countries(store)}
                        {shapes::lines(store)}
                        {move || are_sites_shown.get().then(|| sites::layer(store, picture))}
                        {shapes::outlines(store)}
                    </svg>
                    {labels::layer(store, picture)}
                </div>
                <Tools picture />
            </div>
            <figcaption class="map__caption">
                {legend::legend(store)}
                <p class="map__note">
                    "Boundaries: " {store.geometry.source} ", simplified, as they stand on the ground; they express no "
                    "opinion on the status of any territory. Dashed: not agreed between the states concerned. "
                    "Routes are schematic unless noted. Places: GeoNames (CC BY 4.0)."
                </p>
                {move || are_sites_shown.get().then(|| sites::list(store))}
            </figcaption>
        </figure>
    };
    marks::set("atlas:map");
    map.into_any()
}

/// What part of the plane is in the picture.
fn picture(store: Store) -> Memo<Viewport> {
    let unit_km = store.geometry.unit_km;
    Memo::new(move |_| {
        let bounds_km = |country: CountryId| {
            let (west, north, east, south) = store.geometry.bounds(country);
            let km = |units: i32| f64::from(units) * unit_km;
            (km(west), -km(south), km(east), -km(north))
        };
        store.view().with(|view| Viewport::of(view, bounds_km))
    })
}

fn frame_kind(picture: Viewport) -> &'static str {
    use crate::model::geo::viewport::{CORRIDOR, REGION};
    match picture {
        picture if picture == REGION => "region",
        picture if picture == CORRIDOR => "corridor",
        _ => "near",
    }
}

/// Zooming and moving without a pointer's finesse.
#[component]
fn Tools(
    /// What is in the picture.
    picture: Memo<Viewport>,
) -> impl IntoView {
    let store = Store::expect();
    let to = move |frame: Frame| store.dispatch(Action::MoveMap(frame));
    let zoom = move |factor: f64| to(picture.get_untracked().zoomed(factor, (0.5, 0.5)));
    let pan = move |east: f64, south: f64| to(picture.get_untracked().panned((east, south)));
    let is_near = Memo::new(move |_| picture.get().zoom() > 1.01);
    let frame = store.part(|view| view.frame);
    let colour_and_layers = legend::controls(store);
    view! {
        <div class="map__tools" role="group" aria-label="Zoom and move">
            <button type="button" aria-label="Zoom in" on:click=move |_| zoom(1.6)>"+"</button>
            <button type="button" aria-label="Zoom out" disabled=move || !is_near.get() on:click=move |_| zoom(1.0 / 1.6)>"−"</button>
            <div class="map__pan" hidden=move || !is_near.get()>
                <button type="button" aria-label="Move north" on:click=move |_| pan(0.0, -0.25)>"↑"</button>
                <button type="button" aria-label="Move west" on:click=move |_| pan(-0.25, 0.0)>"←"</button>
                <button type="button" aria-label="Move east" on:click=move |_| pan(0.25, 0.0)>"→"</button>
                <button type="button" aria-label="Move south" on:click=move |_| pan(0.0, 0.25)>"↓"</button>
            </div>
        </div>
        <div class="map__frames" role="group" aria-label="Part of the map">
            <button type="button" aria-pressed=move || (frame_kind(picture.get()) == "region").to_string() on:click=move |_| to(Frame::Region)>"Region"</button>
            <button type="button" aria-pressed=move || (frame_kind(picture.get()) == "corridor").to_string() on:click=move |_| to(Frame::Corridor)>"To the coast"</button>
            <button type="button" aria-pressed=move || (frame.get() == Frame::Fergana).to_string() on:click=move |_| to(Frame::Fergana)>"Fergana valley"</button>
        </div>
        {colour_and_layers}
    }
    .into_any()
}

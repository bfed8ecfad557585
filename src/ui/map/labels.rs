//! Names on the map: the six countries with their numbers, and towns where there is room.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::geo::labels::{ROOMY_PX, Side, Wanted, country_anchor, place_names};
use crate::model::geo::projection::plane_from_lon_lat;
use crate::model::geo::viewport::{REGION, Viewport};
use crate::model::words::Key;
use crate::ui::element::{Element, el, many, together};
use crate::ui::map::shapes::{fill, shown_count};
use crate::ui::store::Store;

/// The layer above the drawing. Shapes carry the same words for those who hear the page.
pub fn layer(store: Store, picture: Memo<Viewport>, is_roomy: RwSignal<bool>) -> Element {
    let colour = store.part(|view| view.colour);
    let countries = CountryId::ALL.iter().map(|country| {
        let country = *country;
        let is_on_dark = move || fill(store, country, colour.get()).is_dark();
        let at = move || picture.with(|picture| picture.fraction_from_plane(country_anchor(country)));
        el("span")
            .class("map__name")
            .live_bool("data-dark", is_on_dark)
            .live_style("left", move || percent(at().0))
            .live_style("top", move || percent(at().1))
            .child(el("b").child(store.words().label(country)))
            .child(el("span").live_number(move || shown_count(store, country, colour.get())))
    });
    el("div")
        .class("map__labels")
        .attr("aria-hidden", "true")
        .live(move || is_roomy.get().then(|| many(towns(store, &picture.get()))))
        .child(together(many(countries)))
        .live(move || onward(store, &picture.get()))
}

/// Towns with their names on the side where there is room; a dot alone where there is none.
fn towns(store: Store, picture: &Viewport) -> Vec<Element> {
    let mut towns = Vec::new();
    for (town, side) in placed_towns(store, picture) {
        let side = side.unwrap_or(Side::East);
        let (across, down) = picture.fraction_from_plane(town.point);
        let name: &'static str = town.name;
        towns.push(
            el("span")
                .class("map__town")
                .attr("data-side", side_code(side))
                .style("left", percent(across))
                .style("top", percent(down))
                .child(el("span").child(name)),
        );
    }
    towns
}

/// The towns that are drawn, and the side on which the name of each has room.
pub fn placed_towns(store: Store, picture: &Viewport) -> Vec<(Wanted, Option<Side>)> {
    let most_rank = if picture.zoom() > 2.5 { 3 } else { 2 };
    let mut wanted: Vec<Wanted> = Vec::new();
    for place in store.atlas.data.places.iter().filter(|place| place.rank <= most_rank) {
        let point = plane_from_lon_lat(place.lon, place.lat);
        let (across, down) = picture.fraction_from_plane(point);
        if (0.0..1.0).contains(&across) && (0.0..1.0).contains(&down) {
            wanted.push(Wanted { name: place.name, point, rank: place.rank });
        }
    }
    let sides = place_names(&wanted, picture, ROOMY_PX, store.words());
    let mut towns = Vec::new();
    for (town, side) in wanted.into_iter().zip(sides) {
        // A lesser town without room for its name is left out; a capital keeps its dot.
        if side.is_some() || town.rank == 1 {
            towns.push((town, side));
        }
    }
    towns
}

/// Where China runs off the picture, what lies onward.
fn onward(store: Store, picture: &Viewport) -> Option<Element> {
    let arrow = el("span").class("map__arrow");
    let words = el("span").class("map__onward").child(store.say(Key::Onward)).child(" ").child(arrow);
    (*picture == REGION).then_some(words)
}

fn side_code(side: Side) -> &'static str {
    match side {
        Side::East => "east",
        Side::West => "west",
        Side::North => "north",
        Side::South => "south",
    }
}

/// A length for the stylesheet, in hundredths of a per cent.
fn percent(fraction: f64) -> String {
    let hundredths = (fraction * 10_000.0).round() as i32;
    format!(
        "{}{}.{:02}%",
        if hundredths < 0 { "-" } else { "" },
        hundredths.abs() / 100,
        hundredths.abs() % 100
    )
}

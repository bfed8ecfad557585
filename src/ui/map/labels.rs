//! Names on the map: the six countries with their numbers, and towns where there is room.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::geo::labels::{ROOMY_PX, Side, Wanted, country_anchor, place_names};
use crate::model::geo::projection::{Plane, plane_from_lon_lat};
use crate::model::geo::viewport::Viewport;
use crate::ui::map::shapes::{Fill, fill, shown_count};
use crate::ui::store::Store;

/// The layer above the drawing. Shapes carry the same words for those who hear the page.
pub fn layer(store: Store, picture: Memo<Viewport>) -> AnyView {
    let countries = CountryId::ALL.iter().map(|country| {
        let country = *country;
        let count = shown_count(store, country);
        let fill = fill(store, country);
        let is_on_dark = move || match fill.get() {
            Fill::Step(step) => step >= 3,
            Fill::Stage(_) => true,
            _ => false,
        };
        let at = move || shown_at(country_anchor(country), &picture.get());
        view! {
            <span
                class="map__name"
                data-dark=move || is_on_dark().to_string()
                style:left=move || percent(at().0)
                style:top=move || percent(at().1)
            >
                <b>{country.label()}</b>
                <span>{count}</span>
            </span>
        }
    });
    view! {
        <div class="map__labels" aria-hidden="true">
            {move || towns(store, &picture.get())}
            {countries.collect_view()}
            {move || onward(&picture.get())}
        </div>
    }
    .into_any()
}

/// Towns with their names on the side where there is room; a dot alone where there is none.
fn towns(store: Store, picture: &Viewport) -> AnyView {
    let most_rank = if picture.zoom() > 2.5 { 3 } else { 2 };
    let places: Vec<_> = store
        .atlas
        .data
        .places
        .iter()
        .filter(|place| place.rank <= most_rank)
        .map(|place| (place, plane_from_lon_lat(place.lon, place.lat)))
        .filter(|(_, point)| {
            let (across, down) = picture.fraction_from_plane(*point);
            (0.0..1.0).contains(&across) && (0.0..1.0).contains(&down)
        })
        .collect();
    let wanted: Vec<Wanted> =
        places.iter().map(|(place, point)| Wanted { name: place.name, point: *point, rank: place.rank }).collect();
    let sides = place_names(&wanted, picture, ROOMY_PX);
    let towns = places.iter().zip(sides).filter_map(|((place, point), side)| {
        let side = match side {
            Some(side) => side,
            // A lesser town without room for its name is left out; a capital keeps its dot.
            None if place.rank > 1 => return None,
            None => Side::East,
        };
        let (across, down) = picture.fraction_from_plane(*point);
        let name = place.name;
        Some(view! {
            <span
                class="map__town"
                data-side=side_code(side)
                data-rank=place.rank.to_string()
                style:left=percent(across)
                style:top=percent(down)
            >
                <span>{name}</span>
            </span>
        })
    });
    towns.collect_view().into_any()
}

/// Where China runs off the picture, what lies onward.
fn onward(picture: &Viewport) -> Option<AnyView> {
    let beijing = plane_from_lon_lat(116.3972, 39.9075);
    let is_beyond = picture.fraction_from_plane(beijing).0 > 1.0;
    let is_whole_region = (picture.zoom() - 1.0).abs() < 0.01;
    (is_beyond && is_whole_region).then(|| {
        view! { <span class="map__onward">"Ürümqi – Xi’an – Beijing " <span class="map__arrow"></span></span> }.into_any()
    })
}

fn shown_at(point: Plane, picture: &Viewport) -> (f64, f64) {
    picture.fraction_from_plane(point)
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
    format!("{}{}.{:02}%", if hundredths < 0 { "-" } else { "" }, hundredths.abs() / 100, hundredths.abs() % 100)
}

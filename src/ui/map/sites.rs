//! Places and corridors of the records shown: a layer of the map, and the same as a list.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::svg;

use crate::model::dataset::codes::{Code, LineKind};
use crate::model::dataset::index::Bits;
use crate::model::dataset::{Route, Site};
use crate::model::geo::projection::plane_from_lon_lat;
use crate::model::geo::viewport::Viewport;
use crate::model::text;
use crate::model::view::action::Action;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// A point of the map and the records that have it.
struct Spot {
    name: &'static str,
    lon: f64,
    lat: f64,
    is_approximate: bool,
    records: Vec<usize>,
}

/// Lines and points in the drawing; choosing one opens its record.
pub fn layer(store: Store, picture: Memo<Viewport>) -> AnyView {
    let unit_km = store.geometry.unit_km;
    let lines = store.atlas.data.routes.iter().map(|route| {
        let points = route.points.iter().map(|point| {
            let plane = plane_from_lon_lat(point.lon, point.lat);
            format!("{},{}", (plane.x_km / unit_km).round() as i32, (-plane.y_km / unit_km).round() as i32)
        });
        let points: Vec<String> = points.collect();
        let is_shown = move || store.selection().with(|selection| is_route_shown(store, route, &selection.shown));
        let open = move |_| {
            if let Some(id) = route.agreement {
                store.dispatch(Action::OpenRecord(id));
            }
        };
        view! {
            <polyline
                class="map__route"
                points=points.join(" ")
                data-line=line_code(route.kind)
                data-status=route.status.code()
                data-opens=route.agreement.is_some().to_string()
                visibility=move || if is_shown() { "visible" } else { "hidden" }
                on:click=open
            >
                {svg::title().child(route_words(route))}
            </polyline>
        }
    });
    let radius = Memo::new(move |_| (3.4 * picture.get().width_km / 720.0 / unit_km).round().max(1.0) as i32);
    let spots = spots(store).into_iter().map(|spot| {
        let plane = plane_from_lon_lat(spot.lon, spot.lat);
        let Spot { name, is_approximate, records, .. } = spot;
        let shown = {
            let records = records.clone();
            Memo::new(move |_| store.selection().with(|selection| {
                records.iter().filter(|place| selection.shown.contains(**place)).count()
            }))
        };
        let open = move |_| open_spot(store, name, &records);
        view! {
            <circle
                class="map__site"
                cx=((plane.x_km / unit_km).round() as i32).to_string()
                cy=((-plane.y_km / unit_km).round() as i32).to_string()
                r=move || radius.get().to_string()
                data-approximate=is_approximate.to_string()
                visibility=move || if shown.get() == 0 { "hidden" } else { "visible" }
                on:click=open
            >
                {svg::title().child(move || spot_words(name, is_approximate, shown.get()))}
            </circle>
        }
    });
    view! { <g class="map__sites" aria-hidden="true">{lines.collect_view()}{spots.collect_view()}</g> }.into_any()
}

/// The same as buttons, for those who do not point.
pub fn list(store: Store) -> AnyView {
    let lines = move || {
        let routes = store.atlas.data.routes.iter();
        let routes = routes.filter(|route| store.selection().with(|one| is_route_shown(store, route, &one.shown)));
        let items = routes.map(|route| {
            let words = route_words(route);
            match route.agreement {
                Some(id) => view! { <li><ViewLink action=Action::OpenRecord(id)>{words}</ViewLink></li> }.into_any(),
                None => view! { <li>{words}</li> }.into_any(),
            }
        });
        items.collect_view().into_any()
    };
    let places = move || {
        let items = spots(store).into_iter().filter_map(|spot| {
            let Spot { name, is_approximate, records, .. } = spot;
            let n_shown = store.selection().with(|one| records.iter().filter(|place| one.shown.contains(**place)).count());
            (n_shown > 0).then(|| view! {
                <li>
                    <button type="button" class="link" on:click=move |_| open_spot(store, name, &records)>
                        {spot_words(name, is_approximate, n_shown)}
                    </button>
                </li>
            })
        });
        items.collect_view().into_any()
    };
    let is_open = RwSignal::new(false);
    view! {
        <details class="map__list" on:toggle=move |_| is_open.set(true)>
            <summary>"Places and corridors as a list"</summary>
            {move || is_open.get().then(|| view! { <ul>{lines}</ul> <ul>{places}</ul> }.into_any())}
        </details>
    }
    .into_any()
}

fn is_route_shown(store: Store, route: &Route, shown: &Bits) -> bool {
    match route.agreement {
        Some(id) => store.atlas.index.agreement(id).is_some_and(|place| shown.contains(place)),
        // Lines of no record are ground for those of records: drawn while all records are.
        None => *shown == store.atlas.index.all,
    }
}

fn route_words(route: &Route) -> String {
    let status = match route.kind {
        LineKind::Link => String::new(),
        _ => format!(", {}", route.status.label()),
    };
    let grade = route.schematic.map_or_else(String::new, |schematic| format!(" Schematic: {schematic}"));
    format!("{} ({}{status}). {}{grade}", route.name, route.kind.label(), route.facts)
}

fn spot_words(name: &str, is_approximate: bool, n_shown: usize) -> String {
    let grade = if is_approximate { " (approximate)" } else { "" };
    format!("{name}{grade}: {}", text::records(n_shown))
}

/// A place of one record opens it; a place of several is searched for.
fn open_spot(store: Store, name: &'static str, records: &[usize]) {
    let shown = store.selection().with_untracked(|selection| selection.shown);
    let mut open = records.iter().filter(|place| shown.contains(**place));
    match (open.next(), open.next()) {
        (Some(only), None) => {
            if let Some(record) = store.atlas.data.agreements.get(*only) {
                store.dispatch(Action::OpenRecord(record.id));
            }
        }
        _ => store.dispatch(Action::Search(name.to_owned())),
    }
}

fn spots(store: Store) -> Vec<Spot> {
    let mut spots: BTreeMap<&str, Spot> = BTreeMap::new();
    for (place, record) in store.atlas.data.agreements.iter().enumerate() {
        for site in &record.places {
            let Site { name, lat, lon, approximate, .. } = site;
            let spot = spots.entry(name).or_insert_with(|| Spot {
                name,
                lat: *lat,
                lon: *lon,
                is_approximate: *approximate,
                records: Vec::new(),
            });
            if spot.records.last() != Some(&place) {
                spot.records.push(place);
            }
        }
    }
    spots.into_values().collect()
}

fn line_code(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Flight => "link",
        LineKind::Multimodal => "rail",
        other => other.code(),
    }
}

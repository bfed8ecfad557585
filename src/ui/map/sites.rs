//! Places and corridors of the records shown: a layer of the map, and the same as a list.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, LineKind};
use crate::model::dataset::index::Bits;
use crate::model::dataset::{Route, Site};
use crate::model::geo::projection::plane_from_lon_lat;
use crate::model::geo::viewport::Viewport;
use crate::model::view::action::Action;
use crate::model::words::Key;
use crate::ui::element::{Element, el, many, svg, toggled};
use crate::ui::parts::fold::fold;
use crate::ui::parts::record_link::record_link;
use crate::ui::store::Store;

/// A point of the map and the records that have it.
pub struct Spot {
    /// Its name.
    pub name: &'static str,
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
    /// Whether it only stands in for a place.
    pub is_approximate: bool,
    /// Places of the records in the dataset.
    pub records: Vec<usize>,
}

/// Lines and points in the drawing; choosing one opens its record.
pub fn layer(store: Store, picture: Memo<Viewport>) -> Element {
    let unit_km = store.geometry.unit_km;
    let grid = move |lon: f64, lat: f64| {
        let (x, y) = store.geometry.grid_from_plane(plane_from_lon_lat(lon, lat));
        (x.round() as i32, y.round() as i32)
    };
    let mut lines: Vec<(usize, Element)> = Vec::new();
    for (number, route) in store.atlas.data.routes.iter().enumerate() {
        let mut points = String::new();
        for point in &route.points {
            let (x, y) = grid(point.lon, point.lat);
            points.push_str(&format!("{x},{y} "));
        }
        let open = move || {
            if let Some(id) = route.agreement {
                store.dispatch(Action::OpenRecord(id));
            }
        };
        let line = svg("polyline")
            .class("map__route")
            .attr("points", points)
            .attr("data-line", line_code(route.kind))
            .attr("data-status", route.status.code())
            .attr("data-opens", if route.agreement.is_some() { "true" } else { "false" })
            .on_click(open)
            .child(svg("title").child(route_words(store, route)));
        lines.push((number, line));
    }
    let shown_lines = move || {
        let mut shown = Bits::default();
        store.selection().with(|one| {
            for (number, route) in store.atlas.data.routes.iter().enumerate() {
                if is_route_shown(store, route, &one.shown) {
                    shown.insert(number);
                }
            }
        });
        shown
    };
    let mut circles: Vec<(usize, Element)> = Vec::new();
    let mut members: Vec<Bits> = Vec::new();
    for (number, spot) in spots(store).into_iter().enumerate() {
        let Spot { name, is_approximate, records, lon, lat } = spot;
        let (x, y) = grid(lon, lat);
        let mut places = Bits::default();
        records.iter().for_each(|place| places.insert(*place));
        members.push(places);
        let words = spot_words(store, name, is_approximate, records.len());
        let circle = svg("circle")
            .class("map__site")
            .attr("cx", x.to_string())
            .attr("cy", y.to_string())
            .attr("data-approximate", if is_approximate { "true" } else { "false" })
            .on_click(move || open_spot(store, name, &records))
            .child(svg("title").child(words));
        circles.push((number, circle));
    }
    let shown_spots = move || {
        let mut shown = Bits::default();
        store.selection().with(|one| {
            for (number, places) in members.iter().enumerate() {
                if !one.shown.and(places).is_empty() {
                    shown.insert(number);
                }
            }
        });
        shown
    };
    let radius = move || {
        let units = (3.4 * picture.get().width_km / 720.0 / unit_km).round().max(1.0) as i32;
        format!("{units}px")
    };
    svg("g")
        .class("map__sites")
        .attr("aria-hidden", "true")
        .live_style("--radius", radius)
        .child(toggled(lines, shown_lines))
        .child(toggled(circles, shown_spots))
}

/// The same as buttons, for those who do not point. Made when it is first opened.
pub fn list(store: Store) -> Element {
    let lines = move || -> Vec<Element> {
        let routes = store.atlas.data.routes.iter();
        let routes =
            routes.filter(|route| store.selection().with(|one| is_route_shown(store, route, &one.shown)));
        let line = |route: &'static Route| match route.agreement.and_then(|id| store.atlas.agreement(id)) {
            Some(record) => {
                el("li").child(record_link(store, record)).child(": ").child(route_words(store, route))
            }
            None => el("li").child(route_words(store, route)),
        };
        routes.map(line).collect()
    };
    let places = move || -> Vec<Element> {
        let mut items = Vec::new();
        for Spot { name, is_approximate, records, .. } in spots(store) {
            let n_shown = n_shown(store, &records);
            if n_shown > 0 {
                let button = el("button").attr("type", "button").class("link");
                let button = button.on_click(move || open_spot(store, name, &records));
                items.push(el("li").child(button.child(spot_words(store, name, is_approximate, n_shown))));
            }
        }
        items
    };
    fold("map__list", store.say(Key::PlacesAsList), move || {
        many([el("ul").live(lines), el("ul").live(places)])
    })
}

fn n_shown(store: Store, records: &[usize]) -> usize {
    store.selection().with(|one| records.iter().filter(|place| one.shown.contains(**place)).count())
}

/// Whether a line is drawn while these records are shown.
pub fn is_route_shown(store: Store, route: &Route, shown: &Bits) -> bool {
    match route.agreement {
        Some(id) => store.atlas.index.agreement(id).is_some_and(|place| shown.contains(place)),
        // Lines of no record are ground for those of records: drawn while all records are.
        None => *shown == store.atlas.index.all,
    }
}

fn route_words(store: Store, route: &Route) -> String {
    let words = store.words();
    let status = match route.kind {
        LineKind::Link => String::new(),
        _ => format!("{}{}", words.say(Key::Comma), words.label(route.status)),
    };
    let grade = route.schematic.map(|schematic| format!(" {}", words.fill(Key::Schematic, &[schematic])));
    let (kind, grade) = (words.label(route.kind), grade.unwrap_or_default());
    format!("{} ({kind}{status}). {}{grade}", route.name, route.facts)
}

fn spot_words(store: Store, name: &str, is_approximate: bool, n_shown: usize) -> String {
    let grade = if is_approximate { format!(" {}", store.say(Key::Approximate)) } else { String::new() };
    format!("{name}{grade}: {}", store.words().records(n_shown))
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

/// Every point that a record has.
pub fn spots(store: Store) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for (place, record) in store.atlas.data.agreements.iter().enumerate() {
        for site in &record.places {
            let Site { name, lat, lon, approximate, .. } = site;
            match spots.iter_mut().find(|spot| spot.name == *name) {
                Some(spot) if spot.records.last() == Some(&place) => {}
                Some(spot) => spot.records.push(place),
                None => spots.push(Spot {
                    name,
                    lat: *lat,
                    lon: *lon,
                    is_approximate: *approximate,
                    records: vec![place],
                }),
            }
        }
    }
    spots
}

/// How a line is drawn, by its kind.
pub fn line_code(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Flight => "link",
        LineKind::Multimodal => "rail",
        other => other.code(),
    }
}

//! The still map as a file of its own: the six countries by number of records, simplified to what
//! its size can show. Colours stand in attributes; a picture has no stylesheet of the page.

use leptos::prelude::GetUntracked;

use super::brush::{Brush, number, painted};
use super::key::{Entry, key};
use super::mark::token;
use super::text::width_of;
use super::{MARGIN, WIDTH};
use crate::model::dataset::codes::{Code, CountryId, LineStatus};
use crate::model::dataset::index::{Atlas, Index};
use crate::model::dataset::{AgreementId, EventId};
use crate::model::geo::choropleth::Classes;
use crate::model::geo::geometry::{BorderClass, Geometry, drawing_order};
use crate::model::geo::labels::{Side, country_anchor};
use crate::model::geo::projection::{Plane, plane_from_lon_lat};
use crate::model::geo::viewport::{REGION, Viewport};
use crate::model::view::Sites;
use crate::model::words::Key;
use crate::ui::element::{Element, many, svg};
use crate::ui::map::labels::placed_towns;
use crate::ui::map::legend::{self, Sign};
use crate::ui::map::sites::{is_route_shown, line_code, spots};
use crate::ui::map::{Fill, fill, shown_count};
use crate::ui::store::Store;

/// A pixel of the widest picture, in kilometres.
const PIXEL_KM: f64 = 5.0;
/// Detail that is left out, in kilometres.
const TOLERANCE_KM: f64 = 6.0;
/// Height of the letters of countries in pictures of what is seen, in kilometres of the region.
const LETTERS_KM: f64 = 72.0;
/// Side of a hatch, and the widths of its stripes: of China, and of a country with nothing to show.
const HATCH: (f64, f64, f64) = (110.0, 90.0, 36.0);

const STYLES: &str = include_str!("../../style/base.css");
/// Families of the names of countries in pictures of what is seen.
const FAMILY: &str = super::SERIF;

/// Light or dark, with the colours of the stylesheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Ending of the file's name.
    pub ending: &'static str,
    /// Which of the two colours of a token.
    place: usize,
}

/// On paper.
pub const LIGHT: Scheme = Scheme { ending: "", place: 0 };
/// By night.
pub const DARK: Scheme = Scheme { ending: "-dark", place: 1 };

impl Scheme {
    /// The colour of a token such as `water`; a loud one where the stylesheet has none, which a test
    /// looks for.
    pub fn colour(self, token: &str) -> &'static str {
        // The light colours stand before the dark ones.
        let mut colours = STYLES.lines().filter_map(|line| {
            line.trim().strip_prefix("--")?.strip_prefix(token)?.strip_prefix(": ")?.strip_suffix(';')
        });
        colours.nth(self.place).unwrap_or("#FF00FF")
    }
}

/// What of the map is drawn, and how.
#[derive(Clone, Debug)]
pub struct Drawing<'a> {
    /// Colours.
    pub scheme: Scheme,
    /// The part of the plane.
    pub frame: Viewport,
    /// Countries with a strong line around them.
    pub outlined: &'a [CountryId],
    /// Dots.
    pub dots: &'a [Plane],
    /// Family of the names.
    pub family: &'static str,
    /// Height of the letters of names, in kilometres.
    pub letters_km: f64,
    /// Numbers and fills of the countries; of all records, by their number, when there are none.
    pub seen: Vec<(CountryId, usize, Fill)>,
    /// Lines, and how they are drawn.
    pub lines: Vec<(Vec<Plane>, Stroke)>,
    /// Places of records, and whether they only stand in for one.
    pub sites: Vec<(Plane, bool)>,
}

/// How a line is drawn, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Token of its colour.
    pub token: &'static str,
    /// Width.
    pub width_px: f64,
    /// Lengths of a dash and of what is left out after it; `None` for a whole line.
    pub dash_px: Option<(f64, f64)>,
}

impl Stroke {
    /// The line of a kind, as the stylesheet draws it.
    fn of(code: &str, status: LineStatus) -> Self {
        let (token, width_px, dash_px) = match code {
            "gas" => ("ochre", 1.6, Some((6.0, 3.0))),
            "fibre" => ("lapis", 1.6, Some((1.0, 3.0))),
            "road" => ("muted", 1.6, Some((6.0, 3.0))),
            "link" => ("muted", 0.7, None),
            _ => ("madder", 1.6, Some((6.0, 3.0))),
        };
        let dash_px = if status == LineStatus::Planned { Some((2.0, 3.0)) } else { dash_px };
        Self { token, width_px, dash_px }
    }
}

impl Drawing<'_> {
    /// The still map of the pages.
    pub fn of_page(scheme: Scheme, outlined: &[CountryId]) -> Drawing<'_> {
        let family = "Georgia, serif";
        let (seen, lines, sites) = (Vec::new(), Vec::new(), Vec::new());
        Drawing { scheme, frame: REGION, outlined, dots: &[], family, letters_km: 84.0, seen, lines, sites }
    }
}

/// Countries with a line around them and dots, for an open record or event.
pub fn marked(
    atlas: &Atlas,
    record: Option<AgreementId>,
    event: Option<EventId>,
) -> (Vec<CountryId>, Vec<Plane>) {
    let record = record.and_then(|id| atlas.agreement(id));
    let parties = record.map(|record| record.parties.clone()).unwrap_or_default();
    let places = record.into_iter().flat_map(|record| &record.places);
    let mut dots: Vec<Plane> = places.map(|place| plane_from_lon_lat(place.lon, place.lat)).collect();
    let event = event.and_then(|id| atlas.event(id)).and_then(|event| event.place.as_ref());
    dots.extend(event.map(|place| plane_from_lon_lat(place.lon, place.lat)));
    (parties, dots)
}

/// The map, as an `svg` element without a size.
pub fn still_map(atlas: &Atlas, geometry: &Geometry, drawing: &Drawing) -> Element {
    // What is nearer shows more.
    let pixel_km = PIXEL_KM * drawing.frame.width_km / REGION.width_km;
    let geometry = geometry.simplified(TOLERANCE_KM.min(1.2 * pixel_km));
    let seen = |country: CountryId| drawing.seen.iter().find(|(one, ..)| *one == country);
    let n_records = |country: CountryId| match seen(country) {
        Some((_, count, _)) => *count,
        None => Index::with(&atlas.index.country, country).count(),
    };
    let states = CountryId::ALL.iter().filter(|country| **country != CountryId::CN);
    let classes = Classes::up_to(states.map(|country| n_records(*country)).max().unwrap_or_default());
    let unit = geometry.unit_km;
    let colour = |token: &str| drawing.scheme.colour(token);
    let stroke = |path: Element, token: &str, width_px: f64| {
        path.attr("fill", "none")
            .attr("stroke", colour(token))
            .attr("stroke-width", fine(width_px * pixel_km / unit))
            .attr("stroke-linejoin", "round")
    };
    let path = |data: String| svg("path").attr("d", data);
    let filled = |country: CountryId| match (seen(country), country) {
        (Some((.., fill)), _) => *fill,
        (None, CountryId::CN) => Fill::China,
        (None, _) => classes.step(n_records(country)).map_or(Fill::None, Fill::Step),
    };
    let ground_colour = |country: CountryId| match filled(country) {
        Fill::China => colour("sand"),
        Fill::Step(step) => colour(&format!("ramp-{step}")),
        Fill::Stage(stage) => colour(&token(stage.code())),
        Fill::None => colour("none"),
    };
    // Several maps may stand in one page: each has its own.
    let codes: Vec<&str> = drawing.outlined.iter().map(|country| country.code()).collect();
    let name = |kind: &str| format!("{kind}-{}", codes.join("-"));
    let hatches = drawing_order().filter_map(|country| filled(country).hatch()).collect::<Vec<_>>();
    let hatches = ["china", "none"].into_iter().filter(|kind| hatches.contains(kind));
    let hatches = hatches.map(|kind| hatch(drawing.scheme, kind, name(kind), HATCH));
    let shapes = drawing_order().map(|country| {
        let shape = path(geometry.country_path(country));
        match filled(country).hatch() {
            Some(kind) => shape.attr("fill", format!("url(#{})", name(kind))),
            None => shape.attr("fill", ground_colour(country)),
        }
    });
    // On the page, name and number stand around the anchor; towns are placed with that in mind.
    let rise = if drawing.seen.is_empty() { 0.0 } else { 0.25 };
    // A name outside what is seen would only be cut.
    let is_seen = |country: &&CountryId| {
        let (across, down) = drawing.frame.fraction_from_plane(country_anchor(**country));
        drawing.seen.is_empty() || ((0.0..1.0).contains(&across) && (0.0..1.0).contains(&down))
    };
    let names = CountryId::ALL.iter().filter(is_seen).map(|country| {
        let (x, y) = geometry.grid_from_plane(country_anchor(*country));
        let is_dark = filled(*country).is_dark();
        let line = |down: f64, weight: &'static str, words: String| {
            svg("text")
                .attr("x", whole(x))
                .attr("y", whole(y + down * drawing.letters_km / unit))
                .attr("font-size", whole(drawing.letters_km / unit))
                .attr("font-weight", weight)
                .attr("font-family", drawing.family)
                .attr("text-anchor", "middle")
                .attr("fill", colour(if is_dark { "on-ramp-high" } else { "on-ramp-low" }))
                // A name that is longer than its country takes its ground along.
                .attr("stroke", ground_colour(*country))
                .attr("stroke-width", whole(drawing.letters_km / 4.0 / unit))
                .attr("stroke-linejoin", "round")
                .attr("paint-order", "stroke")
                .child(words)
        };
        let name = line(0.0 - rise, "700", atlas.words.label(*country).to_owned());
        svg("g").child(name).child(line(1.1 - rise, "400", n_records(*country).to_string()))
    });
    let (west, north) =
        geometry.grid_from_plane(Plane { x_km: drawing.frame.west_km, y_km: drawing.frame.north_km });
    let ground = svg("rect")
        .attr("x", whole(west))
        .attr("y", whole(north))
        .attr("width", whole(drawing.frame.width_km / unit))
        .attr("height", whole(drawing.frame.height_km / unit))
        .attr("fill", colour("water"));
    // A light line under the dark one: it is seen on every ground.
    let outlined = |token: &str, width_px: f64| -> Vec<Element> {
        let line = |country: &CountryId| stroke(path(geometry.country_path(*country)), token, width_px);
        drawing.outlined.iter().map(line).collect()
    };
    let outlines = outlined("paper", 5.0).into_iter().chain(outlined("ink", 2.4));
    let circle = |point: Plane, radius: f64, fill: &str, line: &str, width: f64| {
        let (x, y) = geometry.grid_from_plane(point);
        svg("circle")
            .attr("cx", whole(x))
            .attr("cy", whole(y))
            .attr("r", fine(radius / unit))
            .attr("fill", colour(fill))
            .attr("stroke", colour(line))
            .attr("stroke-width", fine(width / unit))
    };
    let dots = drawing
        .dots
        .iter()
        .map(|dot| circle(*dot, drawing.letters_km / 3.0, "lapis", "surface", drawing.letters_km / 12.0));
    let sites = drawing.sites.iter().map(|(site, is_approximate)| {
        let dot = circle(*site, 3.2 * pixel_km, "surface", "ink", 0.9 * pixel_km);
        let dash = |px: f64| fine(px * pixel_km / unit);
        let dashes = format!("{} {}", dash(1.8), dash(1.3));
        if *is_approximate { dot.attr("stroke-dasharray", dashes) } else { dot }
    });
    let lines = drawing.lines.iter().map(|(points, Stroke { token, width_px, dash_px })| {
        let points: Vec<String> = points
            .iter()
            .map(|point| {
                let (x, y) = geometry.grid_from_plane(*point);
                format!("{} {}", whole(x), whole(y))
            })
            .collect();
        let line = stroke(path(format!("M{}", points.join("L"))), token, *width_px);
        let length = |px: f64| fine(px * pixel_km / unit);
        match dash_px {
            Some((dash, gap)) => line.attr("stroke-dasharray", format!("{} {}", length(*dash), length(*gap))),
            None => line.attr("stroke-opacity", "0.7"),
        }
    });
    // What is seen has all that the page has; the still maps do with less.
    let is_whole = !drawing.seen.is_empty();
    let rivers = is_whole.then(|| stroke(path(geometry.rivers_path()), "water", 1.0));
    let others = is_whole.then(|| stroke(path(geometry.borders_path(BorderClass::Other)), "hairline", 0.8));
    let undetermined = path(geometry.borders_path(BorderClass::Undetermined));
    svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", drawing.frame.view_box(unit))
        .child(svg("defs").children(hatches))
        .child(ground)
        .child(path(geometry.neighbours_path()).attr("fill", colour("neighbours")))
        .children(shapes)
        .child(rivers)
        .child(path(geometry.lakes_path()).attr("fill", colour("water")))
        .child(others)
        .child(stroke(path(geometry.borders_path(BorderClass::Outer)), "control", 0.9))
        .child(stroke(undetermined, "control", 0.9).attr("stroke-dasharray", fine(3.0 * pixel_km / unit)))
        .child(stroke(path(geometry.borders_path(BorderClass::Inner)), "paper", 1.1))
        .children(part("lines", lines.collect()))
        .children(part("sites", sites.collect()))
        .children(part("outlines", outlines.collect()))
        .children(names)
        .children(dots)
}

/// The map as it is seen, for a picture of its own, with its key, and the height of both.
pub(super) fn seen(store: Store, brush: Brush, frame: &Viewport) -> (Element, f64) {
    let (width, words) = (WIDTH - 2.0 * MARGIN, store.words());
    let height = width * frame.height_km / frame.width_km;
    let view = store.view().get_untracked();
    let has_sites = view.sites == Sites::Shown;
    let (parties, dots) = marked(store.atlas, view.record, view.event);
    let mut outlined: Vec<CountryId> = view.facets.countries.iter().collect();
    outlined.extend(parties.into_iter().filter(|party| !view.facets.countries.contains(*party)));
    let seen = CountryId::ALL.iter().map(|country| {
        (*country, shown_count(store, *country, view.colour), fill(store, *country, view.colour))
    });
    let shown = store.shown_now();
    let routes = store.atlas.data.routes.iter();
    let routes = routes.filter(|route| has_sites && is_route_shown(store, route, &shown)).map(|route| {
        let points = route.points.iter().map(|point| plane_from_lon_lat(point.lon, point.lat)).collect();
        let mut stroke = Stroke::of(line_code(route.kind), route.status);
        // The line of the open record stands out.
        if route.agreement.is_some() && route.agreement == view.record {
            stroke.width_px *= 2.0;
        }
        (points, stroke)
    });
    let is_shown = |records: &[usize]| has_sites && records.iter().any(|place| shown.contains(*place));
    let sites = spots(store).into_iter().filter(|spot| is_shown(&spot.records));
    let sites = sites.map(|spot| (plane_from_lon_lat(spot.lon, spot.lat), spot.is_approximate));
    let drawing = Drawing {
        scheme: brush.scheme,
        frame: *frame,
        outlined: &outlined,
        dots: &[],
        family: FAMILY,
        letters_km: LETTERS_KM * frame.width_km / REGION.width_km,
        seen: seen.collect(),
        lines: routes.collect(),
        sites: sites.collect(),
    };
    let map = still_map(store.atlas, store.geometry, &drawing)
        .attr("x", number(MARGIN))
        .attr("y", "0")
        .attr("width", number(width))
        .attr("height", number(height));
    let mut parts = vec![map];
    parts.extend(towns(store, brush, frame, (width, height)));
    // Over the dots of towns.
    for dot in &dots {
        let (across, down) = frame.fraction_from_plane(*dot);
        if (0.0..1.0).contains(&across) && (0.0..1.0).contains(&down) {
            parts.push(brush.ringed((MARGIN + across * width, down * height), 6.0, "lapis", "surface"));
        }
    }
    parts.extend(onward(store, brush, frame, (width, height)));
    let mut entries = legend::fills(words, view.colour, legend::most(store, view.colour));
    if has_sites {
        entries.extend(legend::lines(words));
    }
    let mut entries: Vec<Entry> =
        entries.into_iter().map(|(sign, words)| entry(brush, sign, words)).collect();
    let open = view.record.and_then(|id| store.atlas.agreement(id)).map(|record| record.title);
    let open = open.or_else(|| view.event.and_then(|id| store.atlas.event(id)).map(|event| event.title));
    if let Some(title) = open {
        let frame = brush.rect((0.0, -6.5), (24.0, 13.0), "paper").attr("stroke", brush.scheme.colour("ink"));
        let frame = frame.attr("stroke-width", "2");
        let frame = view.record.map(|_| frame);
        let middle = if frame.is_some() { 12.0 } else { 5.0 };
        let dot = (!dots.is_empty()).then(|| brush.ringed((middle, 0.0), 4.6, "lapis", "surface"));
        entries.push(Entry::new(many(frame.into_iter().chain(dot)), 2.0 * middle, title));
    }
    let (signs, below) = key(brush, entries, (MARGIN, height + 8.0), width);
    // The stripes of the key, in pixels.
    let hatches =
        ["china", "none"].map(|kind| hatch(brush.scheme, kind, format!("key-{kind}"), (8.0, 8.0, 4.0)));
    parts.push(svg("defs").children(hatches));
    parts.push(svg("g").attr("data-part", "key").child(signs));
    (many(parts), height + 8.0 + below)
}

/// An entry of the legend, drawn.
fn entry(brush: Brush, sign: Sign, words: String) -> Entry {
    match sign {
        Sign::Title => Entry::title(words),
        Sign::Fill(fill) => {
            let paint = match fill {
                Fill::Step(step) => brush.scheme.colour(&format!("ramp-{step}")).to_owned(),
                Fill::Stage(stage) => brush.scheme.colour(&token(stage.code())).to_owned(),
                Fill::None => "url(#key-none)".to_owned(),
                Fill::China => "url(#key-china)".to_owned(),
            };
            let swatch = painted((0.0, -6.5), (24.0, 13.0), paint);
            Entry::new(swatch.attr("stroke", brush.scheme.colour("hairline")), 24.0, words)
        }
        Sign::Line(code) => {
            let Stroke { token, width_px, dash_px } = Stroke::of(code, LineStatus::Operating);
            let scale = REGION.width_km / PIXEL_KM / (WIDTH - 2.0 * MARGIN);
            let line = brush.stroke((0.0, 0.0), (26.0, 0.0), token, width_px / scale);
            let line = match dash_px {
                Some((dash, gap)) => {
                    line.attr("stroke-dasharray", format!("{} {}", number(dash / scale), number(gap / scale)))
                }
                None => line,
            };
            Entry::new(line, 26.0, words)
        }
        Sign::Dot => Entry::new(brush.dot((5.0, 0.0), 4.4, "ink", true), 10.0, words),
    }
}

/// Towns with their names, where the page has them.
fn towns(store: Store, brush: Brush, frame: &Viewport, (width, height): (f64, f64)) -> Vec<Element> {
    const SIZE: f64 = 14.0;
    let mut parts = Vec::new();
    for (town, side) in placed_towns(store, frame) {
        let (across, down) = frame.fraction_from_plane(town.point);
        let (x, y) = (across * width, down * height);
        let wide = width_of(town.name, SIZE) * 1.05;
        parts.push(brush.ringed((MARGIN + x, y), 3.6, "ink", "paper"));
        let side = match side {
            Some(Side::East) if x + 8.0 + wide > width => Side::West,
            Some(side) => side,
            None => continue,
        };
        let (dx, dy, anchor) = match side {
            Side::East => (8.0, 5.0, "start"),
            Side::West => (-8.0, 5.0, "end"),
            Side::North => (0.0, -8.0, "middle"),
            Side::South => (0.0, 19.0, "middle"),
        };
        let name = brush.text(MARGIN + x + dx, y + dy, SIZE, "ink", town.name.to_owned());
        parts.push(brush.haloed(name.attr("font-weight", "600").attr("text-anchor", anchor), "paper"));
    }
    parts
}

/// Where China runs off the picture, what lies onward.
fn onward(store: Store, brush: Brush, frame: &Viewport, (width, height): (f64, f64)) -> Option<Element> {
    let (x, y) = (MARGIN + width - 12.0, height * 0.76);
    let is_dark = fill(store, CountryId::CN, store.view().get_untracked().colour).is_dark();
    let token = if is_dark { "on-ramp-high" } else { "on-sand" };
    let words = brush.text(x - 36.0, y, 14.0, token, store.say(Key::Onward).to_owned());
    let arrow = svg("path")
        .attr("d", format!("M{0} {1}h26m-6 -5l6 5l-6 5", number(x - 28.0), number(y - 5.0)))
        .attr("fill", "none")
        .attr("stroke", brush.scheme.colour(token))
        .attr("stroke-width", "1.6");
    (*frame == REGION).then(|| many([words.attr("text-anchor", "end").attr("font-weight", "600"), arrow]))
}

/// A hatch of a kind: its ground and stripes.
fn hatch(scheme: Scheme, kind: &str, name: String, (side, china, none): (f64, f64, f64)) -> Element {
    let (ground, stripe, width) = match kind {
        "china" => ("sand", "sand-hatch", china),
        _ => ("none", "hairline", none),
    };
    svg("pattern")
        .attr("id", name)
        .attr("width", number(side))
        .attr("height", number(side))
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(painted_square(side, scheme.colour(ground)))
        .child(
            svg("path")
                .attr("d", format!("M0 0v{}", number(side)))
                .attr("stroke", scheme.colour(stripe))
                .attr("stroke-width", number(width)),
        )
}

/// Some of the drawing under a name, unless there is nothing of it.
fn part(name: &'static str, parts: Vec<Element>) -> Option<Element> {
    (!parts.is_empty()).then(|| svg("g").attr("data-part", name).children(parts))
}

fn painted_square(side: f64, colour: &'static str) -> Element {
    svg("rect").attr("width", number(side)).attr("height", number(side)).attr("fill", colour)
}

fn whole(value: f64) -> String {
    format!("{}", value.round())
}

/// A length that may be small: near the ground a line is narrower than the grid.
fn fine(value: f64) -> String {
    if value < 10.0 { number(value) } else { whole(value) }
}

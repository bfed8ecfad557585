//! The still map as a file of its own: the six countries by number of records, simplified to what
//! its size can show. Colours stand in attributes; a picture has no stylesheet of the page.

use leptos::prelude::GetUntracked;

use super::{Brush, MARGIN, WIDTH, number};
use crate::model::dataset::codes::{Code, CountryId, LineKind, Stage};
use crate::model::dataset::index::{Atlas, Index};
use crate::model::geo::choropleth::Classes;
use crate::model::geo::geometry::{BorderClass, Geometry, drawing_order};
use crate::model::geo::labels::country_anchor;
use crate::model::geo::projection::{Plane, plane_from_lon_lat};
use crate::model::geo::viewport::{REGION, Viewport};
use crate::model::view::{ColourBy, Sites};
use crate::model::words::Key;
use crate::ui::element::{Element, many, svg};
use crate::ui::map::{Fill, fill, shown_count};
use crate::ui::store::Store;

/// A pixel of the widest picture, in kilometres.
const PIXEL_KM: f64 = 5.0;
/// Detail that is left out, in kilometres.
const TOLERANCE_KM: f64 = 6.0;

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
    /// Lines, with the token of their colour.
    pub lines: Vec<(Vec<Plane>, &'static str)>,
}

impl Drawing<'_> {
    /// The still map of the pages.
    pub fn of_page(scheme: Scheme, outlined: &[CountryId]) -> Drawing<'_> {
        let family = "Georgia, serif";
        let (seen, lines) = (Vec::new(), Vec::new());
        Drawing { scheme, frame: REGION, outlined, dots: &[], family, letters_km: 84.0, seen, lines }
    }
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
            .attr("stroke-width", whole(width_px * pixel_km / unit))
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
        Fill::Stage(stage) => colour(&super::stage_token(stage.code())),
        Fill::None => colour("neighbours"),
    };
    // Several maps may stand in one page: each has its own.
    let codes: Vec<&str> = drawing.outlined.iter().map(|country| country.code()).collect();
    let name = format!("china-{}", codes.join("-"));
    let hatched = format!("url(#{name})");
    let hatch = svg("pattern")
        .attr("id", name)
        .attr("width", "110")
        .attr("height", "110")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(svg("rect").attr("width", "110").attr("height", "110").attr("fill", colour("sand")))
        .child(
            svg("path").attr("d", "M0 0v110").attr("stroke", colour("sand-hatch")).attr("stroke-width", "90"),
        );
    let shapes = drawing_order().map(|country| {
        let shape = path(geometry.country_path(country));
        match filled(country) {
            Fill::China => shape.attr("fill", hatched.clone()),
            _ => shape.attr("fill", ground_colour(country)),
        }
    });
    let names = CountryId::ALL.iter().map(|country| {
        let (x, y) = geometry.grid_from_plane(country_anchor(*country));
        let is_dark = match filled(*country) {
            Fill::Step(step) => step >= 3,
            Fill::Stage(_) => true,
            Fill::None | Fill::China => false,
        };
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
        svg("g").child(line(0.0, "700", atlas.words.label(*country).to_owned())).child(line(
            1.1,
            "400",
            n_records(*country).to_string(),
        ))
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
    let dots = drawing.dots.iter().map(|dot| {
        let (x, y) = geometry.grid_from_plane(*dot);
        svg("circle")
            .attr("cx", whole(x))
            .attr("cy", whole(y))
            .attr("r", whole(drawing.letters_km / 3.0 / unit))
            .attr("fill", colour("lapis"))
            .attr("stroke", colour("surface"))
            .attr("stroke-width", whole(drawing.letters_km / 12.0 / unit))
    });
    let lines = drawing.lines.iter().map(|(points, token)| {
        let points: Vec<String> = points
            .iter()
            .map(|point| {
                let (x, y) = geometry.grid_from_plane(*point);
                format!("{} {}", whole(x), whole(y))
            })
            .collect();
        stroke(path(format!("M{}", points.join("L"))), token, 1.6)
            .attr("stroke-dasharray", whole(6.0 * pixel_km / unit))
    });
    let undetermined = path(geometry.borders_path(BorderClass::Undetermined));
    svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", drawing.frame.view_box(unit))
        .child(svg("defs").child(hatch))
        .child(ground)
        .child(path(geometry.neighbours_path()).attr("fill", colour("neighbours")))
        .children(shapes)
        .child(path(geometry.lakes_path()).attr("fill", colour("water")))
        .child(stroke(path(geometry.borders_path(BorderClass::Outer)), "control", 0.9))
        .child(stroke(undetermined, "control", 0.9).attr("stroke-dasharray", whole(3.0 * pixel_km / unit)))
        .child(stroke(path(geometry.borders_path(BorderClass::Inner)), "paper", 1.1))
        .children(outlines)
        .children(lines)
        .children(names)
        .children(dots)
}

/// The map as it is seen, for a picture of its own, with its key, and the height of both.
pub(super) fn seen(store: Store, brush: Brush, frame: &Viewport) -> (Element, f64) {
    let (width, scheme, words) = (WIDTH - 2.0 * MARGIN, brush.scheme, store.words());
    let height = width * frame.height_km / frame.width_km;
    let view = store.view().get_untracked();
    let chosen: Vec<CountryId> = view.facets.countries.iter().collect();
    let seen = CountryId::ALL.iter().map(|country| {
        (*country, shown_count(store, *country, view.colour), fill(store, *country, view.colour))
    });
    let routes = store.atlas.data.routes.iter().filter(|_| view.sites == Sites::Shown).map(|route| {
        let points = route.points.iter().map(|point| plane_from_lon_lat(point.lon, point.lat)).collect();
        let token = match route.kind {
            LineKind::Gas => "ochre",
            LineKind::Fibre => "lapis",
            LineKind::Rail => "madder",
            _ => "muted",
        };
        (points, token)
    });
    let drawing = Drawing {
        scheme,
        frame: *frame,
        outlined: &chosen,
        dots: &[],
        family: FAMILY,
        letters_km: 84.0 * frame.width_km / REGION.width_km,
        seen: seen.collect(),
        lines: routes.collect(),
    };
    let map = still_map(store.atlas, store.geometry, &drawing)
        .attr("x", number(MARGIN))
        .attr("y", "0")
        .attr("width", number(width))
        .attr("height", number(height));
    let most =
        drawing.seen.iter().filter(|(one, ..)| *one != CountryId::CN).map(|(_, count, _)| *count).max();
    let mut key: Vec<(String, String)> = match view.colour {
        ColourBy::Stage => Stage::ALL
            .iter()
            .map(|stage| (super::stage_token(stage.code()), words.label(*stage).to_owned()))
            .collect(),
        _ => {
            let labels = Classes::up_to(most.unwrap_or_default()).labels();
            labels.into_iter().enumerate().map(|(step, label)| (format!("ramp-{step}"), label)).collect()
        }
    };
    if view.colour != ColourBy::Stage {
        key.push(("sand".to_owned(), words.say(Key::LegendChina).to_owned()));
    }
    let title = match view.colour {
        ColourBy::Records => words.say(Key::LegendRecords).to_owned(),
        ColourBy::Stage => words.say(Key::LegendStage).to_owned(),
        ColourBy::Sector(sector) => words.fill(Key::LegendSector, &[words.label(sector)]),
    };
    let y = height + 28.0;
    let mut parts = vec![map, brush.text(MARGIN, y, 14.0, "ink", title.clone())];
    let mut x = MARGIN + super::width_of(&title, 14.0) + 24.0;
    for (token, label) in key {
        parts.push(brush.rect((x, y - 11.0), (24.0, 13.0), &token));
        parts.push(brush.text(x + 30.0, y, 13.0, "ink", label.clone()));
        x += 48.0 + super::width_of(&label, 13.0);
    }
    (many(parts), y + 8.0)
}

fn whole(value: f64) -> String {
    format!("{}", value.round())
}

//! The still map as a file of its own: the six countries by number of records, simplified to what
//! its size can show. Colours stand in attributes; a picture has no stylesheet of the page.

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::index::{Atlas, Index};
use crate::model::geo::choropleth::Classes;
use crate::model::geo::geometry::{BorderClass, Geometry, drawing_order};
use crate::model::geo::labels::country_anchor;
use crate::model::geo::projection::Plane;
use crate::model::geo::viewport::{REGION, Viewport};
use crate::ui::element::{Element, svg};

/// A pixel of the widest picture, in kilometres.
const PIXEL_KM: f64 = 5.0;
/// Detail that is left out, in kilometres.
const TOLERANCE_KM: f64 = 6.0;

const STYLES: &str = include_str!("../../style/base.css");

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
}

impl Drawing<'_> {
    /// The still map of the pages.
    pub fn of_page(scheme: Scheme, outlined: &[CountryId]) -> Drawing<'_> {
        let family = "Georgia, serif";
        Drawing { scheme, frame: REGION, outlined, dots: &[], family, letters_km: 84.0 }
    }
}

/// The map, as an `svg` element without a size.
pub fn still_map(atlas: &Atlas, geometry: &Geometry, drawing: &Drawing) -> Element {
    let geometry = geometry.simplified(TOLERANCE_KM);
    let n_records = |country: CountryId| Index::with(&atlas.index.country, country).count();
    let states = CountryId::ALL.iter().filter(|country| **country != CountryId::CN);
    let classes = Classes::up_to(states.map(|country| n_records(*country)).max().unwrap_or_default());
    let unit = geometry.unit_km;
    let colour = |token: &str| drawing.scheme.colour(token);
    let stroke = |path: Element, token: &str, width_px: f64| {
        path.attr("fill", "none")
            .attr("stroke", colour(token))
            .attr("stroke-width", whole(width_px * PIXEL_KM / unit))
            .attr("stroke-linejoin", "round")
    };
    let path = |data: String| svg("path").attr("d", data);
    let step = |country: CountryId| classes.step(n_records(country));
    let ground_colour = |country: CountryId| match country {
        CountryId::CN => colour("sand"),
        _ => step(country).map_or(colour("neighbours"), |step| colour(&format!("ramp-{step}"))),
    };
    let hatch = svg("pattern")
        .attr("id", "china")
        .attr("width", "110")
        .attr("height", "110")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(svg("rect").attr("width", "110").attr("height", "110").attr("fill", colour("sand")))
        .child(
            svg("path").attr("d", "M0 0v110").attr("stroke", colour("sand-hatch")).attr("stroke-width", "90"),
        );
    let shapes = drawing_order().map(|country| {
        let fill = if country == CountryId::CN { "url(#china)" } else { ground_colour(country) };
        path(geometry.country_path(country)).attr("fill", fill)
    });
    let names = CountryId::ALL.iter().map(|country| {
        let (x, y) = geometry.grid_from_plane(country_anchor(*country));
        let is_dark = *country != CountryId::CN && step(*country).is_some_and(|step| step >= 3);
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
        .child(stroke(undetermined, "control", 0.9).attr("stroke-dasharray", whole(3.0 * PIXEL_KM / unit)))
        .child(stroke(path(geometry.borders_path(BorderClass::Inner)), "paper", 1.1))
        .children(outlines)
        .children(names)
        .children(dots)
}

fn whole(value: f64) -> String {
    format!("{}", value.round())
}

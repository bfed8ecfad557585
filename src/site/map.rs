//! The still map as a file of its own: the six countries by number of records, simplified to what
//! its size can show. Colours stand in attributes; a picture has no stylesheet of the page.

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::index::{Atlas, Index};
use crate::model::geo::choropleth::Classes;
use crate::model::geo::geometry::{BorderClass, Geometry, drawing_order};
use crate::model::geo::labels::country_anchor;
use crate::model::geo::viewport::REGION;
use crate::ui::element::{Element, svg};

/// Detail that is left out, in kilometres: a pixel of the widest picture is five.
const TOLERANCE_KM: f64 = 6.0;

/// Colours of one scheme, as in `style/base.css`.
pub struct Scheme {
    /// Ending of the file's name.
    pub ending: &'static str,
    water: &'static str,
    neighbours: &'static str,
    ramp: [&'static str; 5],
    sand: &'static str,
    sand_hatch: &'static str,
    border: &'static str,
    control: &'static str,
    ink: &'static str,
    on_low: &'static str,
    on_high: &'static str,
}

/// Light and dark.
pub const SCHEMES: [Scheme; 2] = [
    Scheme {
        ending: "",
        water: "#DCE8EE",
        neighbours: "#F1EEE6",
        ramp: ["#E4EEEA", "#BFDDD6", "#8CC4BC", "#2F8C88", "#186766"],
        sand: "#EFE6D3",
        sand_hatch: "#E2D4B8",
        border: "#FBFAF6",
        control: "#7A8087",
        ink: "#1A2026",
        on_low: "#1A2026",
        on_high: "#FFFFFF",
    },
    Scheme {
        ending: "-dark",
        water: "#1C2B35",
        neighbours: "#20262A",
        ramp: ["#233637", "#28494A", "#2C5F5E", "#4FA39D", "#8CC4BC"],
        sand: "#332F26",
        sand_hatch: "#423C30",
        border: "#15191D",
        control: "#7E8890",
        ink: "#E9E6DE",
        on_low: "#E9E6DE",
        on_high: "#0E1F1F",
    },
];

/// The map in one scheme, with a strong line round a country.
pub fn still_map(atlas: &Atlas, geometry: &Geometry, chosen: Option<CountryId>, scheme: &Scheme) -> String {
    let geometry = geometry.simplified(TOLERANCE_KM);
    let n_records = |country: CountryId| Index::with(&atlas.index.country, country).count();
    let states = CountryId::ALL.iter().filter(|country| **country != CountryId::CN);
    let classes = Classes::up_to(states.map(|country| n_records(*country)).max().unwrap_or_default());
    let unit = geometry.unit_km;
    let stroke = |path: Element, colour: &'static str, width_px: &'static str| {
        path.attr("fill", "none")
            .attr("stroke", colour)
            .attr("stroke-width", width_px)
            .attr("stroke-linejoin", "round")
            .attr("vector-effect", "non-scaling-stroke")
    };
    let path = |data: String| svg("path").attr("d", data);
    let step = |country: CountryId| classes.step(n_records(country));
    let fill = |country: CountryId| match country {
        CountryId::CN => "url(#china)",
        _ => step(country).and_then(|step| scheme.ramp.get(step)).copied().unwrap_or(scheme.neighbours),
    };
    let hatch = svg("pattern")
        .attr("id", "china")
        .attr("width", "110")
        .attr("height", "110")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(svg("rect").attr("width", "110").attr("height", "110").attr("fill", scheme.sand))
        .child(
            svg("path").attr("d", "M0 0v110").attr("stroke", scheme.sand_hatch).attr("stroke-width", "90"),
        );
    let shapes =
        drawing_order().map(|country| path(geometry.country_path(country)).attr("fill", fill(country)));
    let names = CountryId::ALL.iter().map(|country| {
        let (x, y) = geometry.grid_from_plane(country_anchor(*country));
        let is_dark = *country != CountryId::CN && step(*country).is_some_and(|step| step >= 3);
        let line = |down: f64, weight: &'static str, words: String| {
            svg("text")
                .attr("x", whole(x))
                .attr("y", whole(y + down * 84.0 / unit))
                .attr("font-size", whole(84.0 / unit))
                .attr("font-weight", weight)
                .attr("font-family", "Georgia, serif")
                .attr("text-anchor", "middle")
                .attr("fill", if is_dark { scheme.on_high } else { scheme.on_low })
                .child(words)
        };
        svg("g").child(line(0.0, "700", country.label().to_owned())).child(line(
            1.1,
            "400",
            n_records(*country).to_string(),
        ))
    });
    let view_box = REGION.view_box(unit);
    let (west, north) = geometry.grid_from_plane(crate::model::geo::projection::Plane {
        x_km: REGION.west_km,
        y_km: REGION.north_km,
    });
    let ground = svg("rect")
        .attr("x", whole(west))
        .attr("y", whole(north))
        .attr("width", "100%")
        .attr("height", "100%")
        .attr("fill", scheme.water);
    let outline = chosen.map(|country| stroke(path(geometry.country_path(country)), scheme.ink, "2.4"));
    let undetermined = path(geometry.borders_path(BorderClass::Undetermined));
    svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", view_box)
        .attr("width", "4060")
        .attr("height", "2520")
        .child(svg("defs").child(hatch))
        .child(ground)
        .child(path(geometry.neighbours_path()).attr("fill", scheme.neighbours))
        .children(shapes)
        .child(path(geometry.lakes_path()).attr("fill", scheme.water))
        .child(stroke(path(geometry.borders_path(BorderClass::Outer)), scheme.control, "0.9"))
        .child(stroke(undetermined, scheme.control, "0.9").attr("stroke-dasharray", "3 3"))
        .child(stroke(path(geometry.borders_path(BorderClass::Inner)), scheme.border, "1.1"))
        .child(outline)
        .children(names)
        .markup()
}

fn whole(value: f64) -> String {
    format!("{}", value.round())
}

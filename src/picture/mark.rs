//! The mark of a stage, with the shape that the stylesheet gives it, around a place.

use super::brush::{At, Brush, number, painted};
use crate::model::dataset::codes::{Code, Rung};
use crate::ui::element::{Element, many, svg};

/// Width and height of a mark, in pixels, as on the page.
pub(super) const MARK: f64 = 11.0;

/// Corners in per cent of the width and height, for those that are no circles; `style/parts.css` has the
/// same, which a test holds.
const SHAPES: [(&str, &[(f64, f64)]); 5] = [
    ("announced", &[(50.0, 0.0), (100.0, 100.0), (0.0, 100.0)]),
    ("financed", &[(50.0, 0.0), (100.0, 50.0), (50.0, 100.0), (0.0, 50.0)]),
    ("under-way", &[(0.0, 0.0), (100.0, 50.0), (0.0, 100.0)]),
    (
        "stalled",
        &[
            (0.0, 0.0),
            (36.0, 0.0),
            (36.0, 100.0),
            (0.0, 100.0),
            (0.0, 0.0),
            (64.0, 0.0),
            (100.0, 0.0),
            (100.0, 100.0),
            (64.0, 100.0),
            (64.0, 0.0),
        ],
    ),
    (
        "cancelled",
        &[
            (18.0, 0.0),
            (50.0, 32.0),
            (82.0, 0.0),
            (100.0, 18.0),
            (68.0, 50.0),
            (100.0, 82.0),
            (82.0, 100.0),
            (50.0, 68.0),
            (18.0, 100.0),
            (0.0, 82.0),
            (32.0, 50.0),
            (0.0, 18.0),
        ],
    ),
];

/// The token of the colour of a stage or rung.
pub(super) fn token(code: &str) -> String {
    match code {
        "stalled" | "cancelled" => "stage-stopped".to_owned(),
        "milestone" => "muted".to_owned(),
        "event" => "ink".to_owned(),
        code => format!("stage-{code}"),
    }
}

/// A mark by its code: a stage, `milestone`, `event`, or `due` for a target.
pub(super) fn mark(brush: Brush, code: &str, at: At) -> Element {
    let ((x, y), token) = (at, token(code));
    let half = MARK / 2.0;
    let ring = |radius: f64, token: &str, fill: &'static str, width: &'static str| {
        let disc = brush.disc(at, radius, fill);
        disc.attr("stroke", brush.scheme.colour(token)).attr("stroke-width", width)
    };
    let disc = |radius: f64| brush.disc(at, radius, &token);
    let drawn = match code {
        "due" => ring(half - 0.8, "ink", "surface", "1.5").attr("stroke-dasharray", "2.5 1.8"),
        "proposed" => ring(half - 1.0, &token, "surface", "2"),
        "in-force" => {
            let rim = ring(3.3, "surface", "surface", "1").attr("fill-opacity", "0");
            many([disc(half), rim])
        }
        "delivered" => {
            let square = painted((x - half, y - half), (MARK, MARK), brush.scheme.colour(&token));
            square.attr("rx", "1")
        }
        "milestone" => disc(half * 0.6),
        "event" => disc(half * 0.85),
        code => match SHAPES.iter().find(|(one, _)| *one == code) {
            Some((_, corners)) => {
                let at = |share: f64| (share / 100.0 - 0.5) * MARK;
                let points = corners
                    .iter()
                    .map(|(across, down)| format!("{},{}", number(x + at(*across)), number(y + at(*down))));
                svg("polygon")
                    .attr("points", points.collect::<Vec<_>>().join(" "))
                    .attr("fill", brush.scheme.colour(&token))
            }
            None => disc(half),
        },
    };
    svg("g").attr("data-mark", code.to_owned()).child(drawn)
}

/// The code of a step's mark.
pub(super) fn code(rung: Rung, is_due: bool) -> &'static str {
    if is_due { "due" } else { rung.code() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_those_of_the_page() {
        let styles = include_str!("../../style/parts.css");
        let drawn =
            styles.lines().filter(|line| line.contains(".mark[data-stage=") && line.contains("polygon("));
        assert_eq!(drawn.count(), SHAPES.len(), "all shapes of the page are drawn");
        for (code, corners) in SHAPES {
            let start = format!(".mark[data-stage=\"{code}\"] {{");
            let line = styles.lines().find(|line| line.trim().starts_with(&start)).unwrap();
            let polygon = line.split_once("polygon(").unwrap().1.split_once(')').unwrap().0;
            let number = |text: &str| text.trim_end_matches('%').parse::<f64>().unwrap();
            let page: Vec<(f64, f64)> = polygon
                .split(", ")
                .map(|corner| corner.split_once(' ').unwrap())
                .map(|(across, down)| (number(across), number(down)))
                .collect();
            assert_eq!(page, corners, "{code}");
        }
    }
}

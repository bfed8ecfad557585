//! Draws shapes and letters in the colours of a scheme.

use super::map::Scheme;
use super::{SANS, SERIF};
use crate::ui::element::{Element, svg};

/// A place in a picture, in pixels from its left and its top.
pub(super) type At = (f64, f64);

/// Draws in the colours of a scheme.
#[derive(Clone, Copy)]
pub(super) struct Brush {
    pub(super) scheme: Scheme,
}

impl Brush {
    pub(super) fn text(self, x: f64, y: f64, size: f64, token: &str, words: String) -> Element {
        svg("text")
            .attr("x", number(x))
            .attr("y", number(y))
            .attr("font-family", SANS)
            .attr("font-size", number(size))
            .attr("fill", self.scheme.colour(token))
            .child(words)
    }

    pub(super) fn heading(self, x: f64, y: f64, size: f64, words: String) -> Element {
        svg("text")
            .attr("x", number(x))
            .attr("y", number(y))
            .attr("font-family", SERIF)
            .attr("font-size", number(size))
            .attr("font-weight", "700")
            .attr("fill", self.scheme.colour("ink"))
            .child(words)
    }

    /// A text that stays readable over lines and borders.
    pub(super) fn haloed(self, text: Element, token: &str) -> Element {
        text.attr("stroke", self.scheme.colour(token))
            .attr("stroke-width", "4")
            .attr("stroke-linejoin", "round")
            .attr("paint-order", "stroke")
    }

    pub(super) fn rect(self, at: At, size: (f64, f64), token: &str) -> Element {
        painted(at, size, self.scheme.colour(token))
    }

    pub(super) fn line(self, from: At, to: At, token: &str) -> Element {
        self.stroke(from, to, token, 1.0)
    }

    /// A line of a width.
    pub(super) fn stroke(self, (x1, y1): At, (x2, y2): At, token: &str, width: f64) -> Element {
        svg("line")
            .attr("x1", number(x1))
            .attr("y1", number(y1))
            .attr("x2", number(x2))
            .attr("y2", number(y2))
            .attr("stroke", self.scheme.colour(token))
            .attr("stroke-width", number(width))
    }

    pub(super) fn dot(self, at: At, radius: f64, token: &str, is_hollow: bool) -> Element {
        self.ringed(at, radius, if is_hollow { "surface" } else { token }, token)
    }

    /// A dot with a ring of another colour.
    pub(super) fn ringed(self, at: At, radius: f64, fill: &str, ring: &str) -> Element {
        self.disc(at, radius, fill).attr("stroke", self.scheme.colour(ring)).attr("stroke-width", "1.5")
    }

    /// A dot without a ring.
    pub(super) fn disc(self, (x, y): At, radius: f64, token: &str) -> Element {
        svg("circle")
            .attr("cx", number(x))
            .attr("cy", number(y))
            .attr("r", number(radius))
            .attr("fill", self.scheme.colour(token))
    }
}

/// A rectangle of a paint: a colour, or a pattern of the picture.
pub(super) fn painted((x, y): At, (width, height): (f64, f64), paint: impl Into<String>) -> Element {
    svg("rect")
        .attr("x", number(x))
        .attr("y", number(y))
        .attr("width", number(width.max(0.0)))
        .attr("height", number(height.max(0.0)))
        .attr("fill", paint.into())
}

/// A number with one decimal at most.
pub(super) fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

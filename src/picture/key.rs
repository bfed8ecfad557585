//! The key of a picture: signs with their words, in as many rows as the width asks for.

use super::brush::{At, Brush, number};
use super::text::{width_of, wrapped};
use crate::ui::element::{Element, many, svg};

const SIZE: f64 = 13.0;
const ROW: f64 = 22.0;
/// Between a sign and its word.
const BESIDE: f64 = 7.0;
/// Between an entry and the next.
const BETWEEN: f64 = 20.0;

/// An entry: a sign, drawn around the middle of its left edge at 0, 0, and its words.
pub(super) struct Entry {
    sign: Option<(Element, f64)>,
    words: String,
}

impl Entry {
    /// Words alone: what the signs after them are about.
    pub(super) fn title(words: impl Into<String>) -> Self {
        Self { sign: None, words: words.into() }
    }

    /// A sign of a width, and what it stands for.
    pub(super) fn new(sign: Element, width: f64, words: impl Into<String>) -> Self {
        Self { sign: Some((sign, width)), words: words.into() }
    }
}

/// Entries in rows of a width, from a top left corner, and their height.
pub(super) fn key(brush: Brush, entries: Vec<Entry>, (left, top): At, width: f64) -> (Element, f64) {
    let mut parts: Vec<Element> = Vec::new();
    let (mut x, mut row) = (0.0, 0.0);
    for Entry { sign, words } in entries {
        let indent = sign.as_ref().map_or(0.0, |(_, wide)| wide + BESIDE);
        let whole = indent + width_of(&words, SIZE);
        if x > 0.0 && x + whole > width {
            (x, row) = (0.0, row + 1.0);
        }
        let middle = |row: f64| top + (row + 0.5) * ROW;
        if let Some((sign, _)) = sign {
            let at = format!("translate({} {})", number(left + x), number(middle(row)));
            parts.push(svg("g").attr("transform", at).child(sign));
        }
        // An entry that is wider than the picture stands in several lines.
        let lines = wrapped(&words, width - indent, SIZE);
        let n_more = lines.len().saturating_sub(1) as f64;
        for (place, line) in lines.into_iter().enumerate() {
            let y = middle(row + place as f64) + 4.7;
            parts.push(brush.text(left + x + indent, y, SIZE, "ink", line));
        }
        row += n_more;
        x = if n_more > 0.0 { width } else { x + whole + BETWEEN };
    }
    (many(parts), (row + 1.0) * ROW)
}

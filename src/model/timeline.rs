//! The timeline: where dates fall, which lane a record is in, and how lanes are packed so that
//! nothing lies over anything else.
//!
//! Positions across are fractions of the axis. Texts take pixels, so packing assumes the least
//! width at which the chart is shown, [`AXIS_PX`]; a wider axis only moves things apart.

pub mod history;
pub mod lanes;
pub mod scale;
pub mod steps;
pub mod strip;

use crate::model::text::n_letters;

/// Least width of the axis, in pixels, at which the stylesheet shows the chart.
pub const AXIS_PX: f64 = 560.0;
/// Width of a mark with its breathing space, in pixels.
pub const MARK_PX: f64 = 13.0;
/// Mean width of a letter of a label, in pixels, generously.
pub const LETTER_PX: f64 = 6.1;
/// Letters of a label that are shown; the stylesheet cuts longer ones.
pub const LABEL_LETTERS: usize = 38;

/// A text's share of the axis.
fn label_width(text: &str) -> f64 {
    let letters = n_letters(text).min(LABEL_LETTERS as f64);
    (letters * LETTER_PX + 10.0) / AXIS_PX
}

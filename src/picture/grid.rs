//! Countries by sectors, as it stands in the view.

use leptos::prelude::{GetUntracked, WithUntracked};

use super::brush::Brush;
use super::text::wrapped;
use super::{MARGIN, WIDTH};
use crate::model::compare;
use crate::model::dataset::codes::{Code, CountryId, Sector};
use crate::model::words::Key;
use crate::ui::element::{Element, many};
use crate::ui::store::Store;

/// Least height of a row.
const ROW: f64 = 34.0;
const NAMES: f64 = 250.0;
const NAME_SIZE: f64 = 14.0;
const HEAD_SIZE: f64 = 13.0;

/// The drawing and its height.
pub fn grid(store: Store, brush: Brush) -> (Element, f64) {
    let words = store.words();
    let cells = store.view().get_untracked().cells;
    let countries: Vec<Option<CountryId>> = CountryId::ALL.iter().copied().map(Some).chain([None]).collect();
    let column = (WIDTH - 2.0 * MARGIN - NAMES) / countries.len() as f64;
    let left = |place: usize| MARGIN + NAMES + place as f64 * column;
    let mut parts: Vec<Element> = Vec::new();
    let mut top = 0.0;
    let note = match cells {
        None => words.say(Key::GridNote).to_owned(),
        Some(kind) => words.fill(Key::GridMoneyNote, &[words.label(kind)]),
    };
    for line in wrapped(&note, WIDTH - 2.0 * MARGIN, 13.0) {
        top += 17.0;
        parts.push(brush.text(MARGIN, top, 13.0, "muted", line));
    }
    // Lines of a text around the middle of a cell.
    let middle = |place: usize, at: (f64, f64), lines: &[String], size: f64, token: &str| {
        let (top, height) = at;
        let step = size * 1.25;
        let first = top + (height - step * lines.len() as f64) / 2.0 + size;
        let lines = lines.iter().enumerate().map(|(row, line)| {
            let y = first + row as f64 * step;
            let text = brush.text(left(place) + column / 2.0, y, size, token, line.clone());
            text.attr("text-anchor", "middle")
        });
        many(lines)
    };
    let heads: Vec<Vec<String>> = countries
        .iter()
        .map(|country| country.map_or(words.say(Key::All), |country| words.label(country)))
        .map(|name| wrapped(name, column - 6.0, HEAD_SIZE))
        .collect();
    let n_lines = heads.iter().map(Vec::len).max().unwrap_or(1);
    let height = n_lines as f64 * HEAD_SIZE * 1.25 + 8.0;
    top += 8.0;
    for (place, lines) in heads.iter().enumerate() {
        parts.push(middle(place, (top, height), lines, HEAD_SIZE, "muted"));
    }
    top += height;
    let size = if cells.is_some() { 12.0 } else { 14.0 };
    for sector in Sector::ALL.iter().copied().map(Some).chain([None]) {
        let name = sector.map_or(words.say(Key::All), |sector| words.label(sector));
        let name = wrapped(name, NAMES - 10.0, NAME_SIZE);
        let contents: Vec<(usize, Vec<String>)> = countries
            .iter()
            .map(|country| {
                let records =
                    store.selection().with_untracked(|one| one.cell(&store.atlas.index, *country, sector));
                let count = records.count();
                let content = match cells {
                    None => count.to_string(),
                    Some(kind) => {
                        let all = compare::money(store.atlas, records);
                        let sums = all.iter().find(|(one, _)| *one == kind);
                        sums.map_or_else(|| "–".to_owned(), |(_, sums)| words.sums(sums))
                    }
                };
                (count, wrapped(&content, column - 10.0, size))
            })
            .collect();
        let n_lines = contents.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1);
        let height =
            ROW.max(n_lines as f64 * size * 1.25 + 12.0).max(name.len() as f64 * NAME_SIZE * 1.25 + 10.0);
        parts.push(brush.line((MARGIN, top), (WIDTH - MARGIN, top), "hairline"));
        let first = top + (height - NAME_SIZE * 1.25 * name.len() as f64) / 2.0 + NAME_SIZE;
        for (row, line) in name.into_iter().enumerate() {
            let y = first + row as f64 * NAME_SIZE * 1.25;
            parts.push(brush.text(MARGIN, y, NAME_SIZE, "ink", line));
        }
        for (place, (count, lines)) in contents.iter().enumerate() {
            let ground = match (cells, count) {
                (None, 3..6) => "ramp-0",
                (None, 6..9) => "ramp-1",
                (None, 9..) => "ramp-2",
                _ => "surface",
            };
            let is_empty = *count == 0 || (cells.is_some() && lines.iter().all(|line| line == "–"));
            if !is_empty {
                parts.push(brush.rect((left(place) + 2.0, top + 3.0), (column - 4.0, height - 6.0), ground));
            }
            let token = if is_empty {
                "muted"
            } else if ground == "surface" {
                "ink"
            } else {
                "on-ramp-low"
            };
            parts.push(middle(place, (top, height), lines, size, token));
        }
        top += height;
    }
    (many(parts), top + 4.0)
}

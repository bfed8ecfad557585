//! Countries by sectors, as it stands in the view.

use super::{Brush, MARGIN, WIDTH};
use crate::model::compare;
use crate::model::dataset::codes::{Code, CountryId, Sector};
use crate::model::words::Key;
use crate::ui::element::{Element, many};
use crate::ui::store::Store;
use leptos::prelude::{GetUntracked, WithUntracked};

const ROW: f64 = 34.0;
const NAMES: f64 = 260.0;

/// The drawing and its height.
pub fn grid(store: Store, brush: Brush) -> (Element, f64) {
    let words = store.words();
    let cells = store.view().get_untracked().cells;
    let countries: Vec<Option<CountryId>> = CountryId::ALL.iter().copied().map(Some).chain([None]).collect();
    let column = (WIDTH - 2.0 * MARGIN - NAMES) / countries.len() as f64;
    let left = |place: usize| MARGIN + NAMES + place as f64 * column;
    let mut parts: Vec<Element> = Vec::new();
    for (place, country) in countries.iter().enumerate() {
        let name = country.map_or(words.say(Key::All), |country| words.label(country));
        let text = brush.text(left(place) + column / 2.0, 14.0, 13.0, "muted", name.to_owned());
        parts.push(text.attr("text-anchor", "middle"));
    }
    let sectors = Sector::ALL.iter().copied().map(Some).chain([None]);
    let mut top = 24.0;
    for sector in sectors {
        let name = sector.map_or(words.say(Key::All), |sector| words.label(sector));
        parts.push(brush.line((MARGIN, top), (WIDTH - MARGIN, top), "hairline"));
        parts.push(brush.text(MARGIN, top + 22.0, 14.0, "ink", name.to_owned()));
        for (place, country) in countries.iter().enumerate() {
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
            let ground = match (cells, count) {
                (Some(_), _) | (_, 0..3) => "surface",
                (None, 3..6) => "ramp-0",
                (None, 6..9) => "ramp-1",
                _ => "ramp-2",
            };
            parts.push(brush.rect((left(place) + 2.0, top + 3.0), (column - 4.0, ROW - 6.0), ground));
            let size = if cells.is_some() { 11.0 } else { 14.0 };
            let token = if ground == "surface" { "ink" } else { "on-ramp-low" };
            let text = brush.text(left(place) + column / 2.0, top + 22.0, size, token, content);
            parts.push(text.attr("text-anchor", "middle"));
        }
        top += ROW;
    }
    (many(parts), top + 4.0)
}

//! Where names stand on the map, so that none lies over another.
//!
//! Names are set in pixels and positions in fractions of the picture. Sides are chosen for a
//! picture of the least width at which the names are shown; in a wider one everything is further
//! apart, so what does not overlap there overlaps nowhere.

use crate::model::dataset::codes::CountryId;
use crate::model::geo::projection::{Plane, plane_from_lon_lat};
use crate::model::geo::viewport::Viewport;
use crate::model::order::order;
use crate::model::text::n_letters;
use crate::model::words::Words;

/// Least width of the picture, in pixels, at which towns are named. The stylesheet hides them below.
pub const ROOMY_PX: f64 = 640.0;
/// Least width of the picture in which countries are named: a page of 320 pixels.
pub const NARROW_PX: f64 = 372.0;
const HEIGHT_PX: f64 = 15.0;

/// Middle of a country's name: on its broad part, clear of the others. Chosen by eye.
pub fn country_anchor(country: CountryId) -> Plane {
    let (lon, lat) = match country {
        CountryId::KZ => (67.2, 48.4),
        CountryId::KG => (75.1, 41.75),
        CountryId::UZ => (63.3, 42.8),
        CountryId::TJ => (72.3, 38.35),
        CountryId::TM => (59.0, 38.95),
        CountryId::CN => (86.2, 41.2),
    };
    plane_from_lon_lat(lon, lat)
}

/// On which side of its dot a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right.
    East,
    /// To the left.
    West,
    /// Above.
    North,
    /// Below.
    South,
}

/// A name that wants a place.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The name.
    pub name: &'static str,
    /// The dot.
    pub point: Plane,
    /// Lower gives way last.
    pub rank: u8,
}

/// A rectangle in pixels: left, top, right, bottom.
pub type Rect = (f64, f64, f64, f64);

/// The side for each name, in the order given; `None` for one that has to be left out.
/// Names of the six countries are placed before and never give way.
pub fn place_names(wanted: &[Wanted], picture: &Viewport, width_px: f64, words: Words) -> Vec<Option<Side>> {
    let height_px = width_px * picture.height_km / picture.width_km;
    let on_screen = |point: Plane| screen_from_plane(point, picture, width_px);
    let mut taken: Vec<Rect> = CountryId::ALL_SIX
        .iter()
        .map(|country| country_rect(words.label(*country), on_screen(country_anchor(*country))))
        .collect();
    let rank = |place: usize| wanted.get(place).map(|name| name.rank);
    let by_rank = order(wanted.len(), &mut |a, b| rank(a).cmp(&rank(b)));
    let mut sides = vec![None; wanted.len()];
    for place in by_rank {
        let Some(name) = wanted.get(place) else { continue };
        let (x, y) = on_screen(name.point);
        let dot = (x - 3.0, y - 3.0, x + 3.0, y + 3.0);
        // A dot under a name that stands already is left out with its own name.
        if taken.iter().any(|other| overlap(&dot, other)) && name.rank > 1 {
            continue;
        }
        let free = [Side::East, Side::West, Side::North, Side::South].into_iter().find_map(|side| {
            let rect = name_box(name, side, picture, width_px);
            let is_inside =
                rect.0 >= 2.0 && rect.1 >= 2.0 && rect.2 <= width_px - 2.0 && rect.3 <= height_px - 2.0;
            let is_free = taken.iter().all(|other| !overlap(&rect, other));
            (is_inside && is_free).then_some((side, rect))
        });
        if let Some((side, rect)) = free {
            taken.extend([rect, dot]);
            if let Some(slot) = sides.get_mut(place) {
                *slot = Some(side);
            }
        }
    }
    sides
}

fn screen_from_plane(point: Plane, picture: &Viewport, width_px: f64) -> (f64, f64) {
    let (across, down) = picture.fraction_from_plane(point);
    (across * width_px, down * width_px * picture.height_km / picture.width_km)
}

/// Where a name stands, in pixels of a picture of a width.
pub fn name_box(name: &Wanted, side: Side, picture: &Viewport, width_px: f64) -> Rect {
    let (x, y) = screen_from_plane(name.point, picture, width_px);
    let width = text_width_px(name.name, 6.4);
    let half = HEIGHT_PX / 2.0;
    match side {
        Side::East => (x + 5.0, y - half, x + 5.0 + width, y + half),
        Side::West => (x - 5.0 - width, y - half, x - 5.0, y + half),
        Side::North => (x - width / 2.0, y - 5.0 - HEIGHT_PX, x + width / 2.0, y - 5.0),
        Side::South => (x - width / 2.0, y + 5.0, x + width / 2.0, y + 5.0 + HEIGHT_PX),
    }
}

/// A country's name over its number.
fn country_rect(name: &str, (x, y): (f64, f64)) -> Rect {
    let half = text_width_px(name, 8.2) / 2.0;
    (x - half, y - 16.0, x + half, y + 16.0)
}

/// Width of a text, generously.
pub fn text_width_px(text: &str, per_letter_px: f64) -> f64 {
    n_letters(text) * per_letter_px
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

impl CountryId {
    /// The six, for arrays of known length.
    pub const ALL_SIX: [Self; 6] = [Self::KZ, Self::KG, Self::UZ, Self::TJ, Self::TM, Self::CN];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::geo::viewport::{CORRIDOR, REGION};

    #[test]
    fn names_of_countries_are_clear_of_each_other_on_the_narrowest_page() {
        for (picture, width) in [(REGION, NARROW_PX), (REGION, ROOMY_PX), (CORRIDOR, ROOMY_PX)] {
            let height = width * picture.height_km / picture.width_km;
            let rects = CountryId::ALL_SIX.map(|country| {
                let (across, down) = picture.fraction_from_plane(country_anchor(country));
                // Small print on narrow pages: a name of 12 letters at 5.6 pixels, two lines of 12.
                let (x, y, half) =
                    (across * width, down * height, if width < ROOMY_PX { 33.0 } else { 40.0 });
                (country, (x - half, y - 13.0, x + half, y + 13.0))
            });
            for (a, one) in &rects {
                for (b, other) in rects.iter().filter(|(b, _)| b != a) {
                    assert!(!overlap(one, other), "{a:?} over {b:?} at {width}: {one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn a_name_without_room_is_left_out_and_the_more_important_stays() {
        let point = plane_from_lon_lat(69.2949, 41.3117);
        let beside = Plane { x_km: point.x_km + 4.0, ..point };
        let crowd: Vec<Wanted> = (0..8)
            .map(|n| Wanted {
                name: "A town",
                point: if n == 5 { point } else { beside },
                rank: if n == 5 { 1 } else { 2 },
            })
            .collect();
        let sides = place_names(&crowd, &REGION, ROOMY_PX, Words::default());
        assert!(sides.get(5).is_some_and(Option::is_some));
        assert!(sides.iter().filter(|side| side.is_none()).count() >= 3);
    }
}

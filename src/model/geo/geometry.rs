//! Borders, lakes and rivers: shared arcs, and the paths and polygons made of them.
//!
//! `public/data/geometry.json` is made by `cargo xtask geometry`. A border between two states is
//! one arc that both shapes use, so nothing is drawn twice and nothing gapes.

use std::fmt;

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::read::{ReadError, read, read_struct};
use crate::model::geo::projection::Plane;

/// The file compiled in.
pub const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/geometry.json"));

/// A point of the grid: `x` east, `y` south, in units of [`Geometry::unit_km`].
pub type GridPoint = (i32, i32);

/// Arcs by number, as in TopoJSON: `!3` (that is, `-4`) is arc 3 walked backwards.
type ArcNumber = i32;
/// `rings[i]` is one closed ring, the first the outline and the others holes.
type Polygon = Vec<Vec<ArcNumber>>;

struct File {
    source: &'static str,
    unit_m: f64,
    arcs: Vec<&'static str>,
    land: Vec<(CountryId, Vec<Polygon>)>,
    neighbours: Vec<Polygon>,
    lakes: Vec<Polygon>,
    rivers: Vec<Vec<ArcNumber>>,
    lines: Lines,
}

read_struct!(File {
    source: &'static str,
    unit_m: f64,
    arcs: Vec<&'static str>,
    land: Vec<(CountryId, Vec<Polygon>)>,
    neighbours: Vec<Polygon>,
    lakes: Vec<Polygon>,
    rivers: Vec<Vec<ArcNumber>>,
    lines: Lines,
});

/// Border lines by class, each a list of arcs.
#[derive(Clone, Debug)]
struct Lines {
    inner: Vec<ArcNumber>,
    outer: Vec<ArcNumber>,
    undetermined: Vec<ArcNumber>,
    other: Vec<ArcNumber>,
    coast: Vec<ArcNumber>,
}

read_struct!(Lines {
    inner: Vec<ArcNumber>,
    outer: Vec<ArcNumber>,
    undetermined: Vec<ArcNumber>,
    other: Vec<ArcNumber>,
    coast: Vec<ArcNumber>,
});

/// Classes of border lines, each drawn in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BorderClass {
    /// Between two of the six.
    Inner,
    /// Between one of the six and a neighbour.
    Outer,
    /// Not agreed between the states concerned.
    Undetermined,
    /// Between neighbours.
    Other,
    /// Where land meets a sea.
    Coast,
}

/// The decoded map.
#[derive(Debug)]
pub struct Geometry {
    /// Where it comes from.
    pub source: &'static str,
    /// Kilometres a unit of the grid.
    pub unit_km: f64,
    arcs: Vec<Vec<GridPoint>>,
    land: Vec<(CountryId, Vec<Polygon>)>,
    neighbours: Vec<Polygon>,
    lakes: Vec<Polygon>,
    rivers: Vec<Vec<ArcNumber>>,
    lines: Lines,
}

/// Why the file could not be read.
#[derive(Debug)]
pub enum GeometryError {
    /// Not the JSON that was expected.
    Json(ReadError),
    /// An arc holds something that is no number, or an odd count of them.
    Arc(usize),
}

impl fmt::Display for GeometryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "geometry.json: {error}"),
            Self::Arc(place) => write!(f, "geometry.json, arc {place}: expected pairs of whole numbers"),
        }
    }
}

impl Geometry {
    /// Reads the file.
    ///
    /// # Errors
    /// [`GeometryError`] at the first thing that does not fit.
    pub fn parse(text: &'static str) -> Result<Self, GeometryError> {
        let file: File = read(text).map_err(GeometryError::Json)?;
        let arcs =
            file.arcs.iter().enumerate().map(|(place, arc)| decode_arc(arc).ok_or(GeometryError::Arc(place)));
        Ok(Self {
            source: file.source,
            unit_km: file.unit_m / 1000.0,
            arcs: arcs.collect::<Result<_, _>>()?,
            land: file.land,
            neighbours: file.neighbours,
            lakes: file.lakes,
            rivers: file.rivers,
            lines: file.lines,
        })
    }

    /// The same map with less detail: arcs lose points that lie within a tolerance of the line
    /// between their neighbours (Douglas and Peucker, 1973). Ends of arcs stay, so nothing gapes.
    pub fn simplified(&self, tolerance_km: f64) -> Self {
        let tolerance = tolerance_km / self.unit_km;
        Self {
            source: self.source,
            unit_km: self.unit_km,
            arcs: self.arcs.iter().map(|arc| simplify(arc, tolerance)).collect(),
            land: self.land.clone(),
            neighbours: self.neighbours.clone(),
            lakes: self.lakes.clone(),
            rivers: self.rivers.clone(),
            lines: self.lines.clone(),
        }
    }

    /// SVG path data of a country, in grid units.
    pub fn country_path(&self, country: CountryId) -> String {
        self.polygons_path(self.polygons(country))
    }

    /// SVG path data of all land that belongs to none of the six.
    pub fn neighbours_path(&self) -> String {
        self.polygons_path(&self.neighbours)
    }

    /// SVG path data of the lakes.
    pub fn lakes_path(&self) -> String {
        self.polygons_path(&self.lakes)
    }

    /// SVG path data of the rivers.
    pub fn rivers_path(&self) -> String {
        let mut path = Vec::new();
        for river in &self.rivers {
            write_line(&self.joined(river), false, &mut path);
        }
        text_from(path)
    }

    /// SVG path data of one class of borders.
    pub fn borders_path(&self, class: BorderClass) -> String {
        let lines = match class {
            BorderClass::Inner => &self.lines.inner,
            BorderClass::Outer => &self.lines.outer,
            BorderClass::Undetermined => &self.lines.undetermined,
            BorderClass::Other => &self.lines.other,
            BorderClass::Coast => &self.lines.coast,
        };
        let mut path = Vec::new();
        for arc in lines {
            write_line(&self.joined(&[*arc]), false, &mut path);
        }
        text_from(path)
    }

    /// Rings of a country as points: `[polygon][ring][point]`, first equals last.
    pub fn rings(&self, country: CountryId) -> Vec<Vec<Vec<GridPoint>>> {
        let ring = |arcs: &Vec<ArcNumber>| self.joined(arcs);
        self.polygons(country).iter().map(|polygon| polygon.iter().map(ring).collect()).collect()
    }

    /// Bounds of a country: west, north, east, south in grid units.
    pub fn bounds(&self, country: CountryId) -> (i32, i32, i32, i32) {
        let mut bounds = (i32::MAX, i32::MAX, i32::MIN, i32::MIN);
        for (x, y) in self.rings(country).into_iter().flatten().flatten() {
            bounds = (bounds.0.min(x), bounds.1.min(y), bounds.2.max(x), bounds.3.max(y));
        }
        bounds
    }

    /// Whether a point lies in a country, enclaves and all (even–odd rule).
    pub fn contains(&self, country: CountryId, point: Plane) -> bool {
        let (x, y) = self.grid_from_plane(point);
        let mut is_inside = false;
        for ring in self.rings(country).iter().flatten() {
            for edge in ring.windows(2) {
                let [(x1, y1), (x2, y2)] = *edge else { continue };
                let (x1, y1, x2, y2) = (f64::from(x1), f64::from(y1), f64::from(x2), f64::from(y2));
                if (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 {
                    is_inside = !is_inside;
                }
            }
        }
        is_inside
    }

    /// Area of a country in square kilometres, holes left out.
    pub fn area_km2(&self, country: CountryId) -> f64 {
        let ring_area = |ring: &Vec<GridPoint>| -> f64 {
            let twice: f64 = ring
                .windows(2)
                .map(|edge| match *edge {
                    [(x1, y1), (x2, y2)] => f64::from(x1) * f64::from(y2) - f64::from(x2) * f64::from(y1),
                    _ => 0.0,
                })
                .sum();
            twice.abs() / 2.0
        };
        let polygon_area = |rings: Vec<Vec<GridPoint>>| -> f64 {
            let areas: Vec<f64> = rings.iter().map(ring_area).collect();
            areas.first().copied().unwrap_or_default() - areas.iter().skip(1).sum::<f64>()
        };
        let units: f64 = self.rings(country).into_iter().map(polygon_area).sum();
        units * self.unit_km * self.unit_km
    }

    /// A point of the plane on the grid.
    pub fn grid_from_plane(&self, point: Plane) -> (f64, f64) {
        (point.x_km / self.unit_km, -point.y_km / self.unit_km)
    }

    fn polygons(&self, country: CountryId) -> &[Polygon] {
        let found = self.land.iter().find(|(id, _)| *id == country);
        found.map_or(&[], |(_, polygons)| polygons.as_slice())
    }

    fn polygons_path(&self, polygons: &[Polygon]) -> String {
        let mut path = Vec::with_capacity(16 * 1024);
        for ring in polygons.iter().flatten() {
            write_line(&self.joined(ring), true, &mut path);
        }
        text_from(path)
    }

    /// Arcs end to end; where two meet the shared point is written once.
    fn joined(&self, numbers: &[ArcNumber]) -> Vec<GridPoint> {
        let mut points: Vec<GridPoint> = Vec::new();
        for number in numbers {
            let is_backwards = *number < 0;
            let place = if is_backwards { !*number } else { *number };
            let arc = usize::try_from(place).ok().and_then(|place| self.arcs.get(place));
            let Some(arc) = arc else { continue };
            let skip = usize::from(!points.is_empty());
            if is_backwards {
                points.extend(arc.iter().rev().skip(skip));
            } else {
                points.extend(arc.iter().skip(skip));
            }
        }
        points
    }
}

/// The points of a line that stray from it by more than a tolerance, and its ends.
fn simplify(points: &[GridPoint], tolerance: f64) -> Vec<GridPoint> {
    let [first, .., last] = points else { return points.to_vec() };
    let distance = |point: &GridPoint| {
        let at = |point: &GridPoint| (f64::from(point.0), f64::from(point.1));
        let ((x1, y1), (x2, y2), (x, y)) = (at(first), at(last), at(point));
        let (dx, dy) = (x2 - x1, y2 - y1);
        let length = dx.hypot(dy);
        // A ring begins where it ends: how far it goes from there.
        if length == 0.0 { (x - x1).hypot(y - y1) } else { ((x - x1) * dy - (y - y1) * dx).abs() / length }
    };
    let inner = points.iter().enumerate().skip(1).take(points.len().saturating_sub(2));
    let farthest = inner.max_by(|a, b| distance(a.1).total_cmp(&distance(b.1)));
    match farthest.filter(|(_, point)| distance(point) > tolerance) {
        None => vec![*first, *last],
        Some((place, _)) => {
            let (before, after) =
                (points.get(..=place).unwrap_or_default(), points.get(place..).unwrap_or_default());
            let mut kept = simplify(before, tolerance);
            kept.pop();
            kept.extend(simplify(after, tolerance));
            kept
        }
    }
}

/// An arc is written as SVG writes relative points: `120-34 5 6-7 8`, the first point absolute.
fn decode_arc(text: &str) -> Option<Vec<GridPoint>> {
    let mut numbers = Numbers { rest: text.as_bytes() };
    let (mut x, mut y) = (0, 0);
    let mut points = Vec::with_capacity(text.len() / 4);
    while let Some(dx) = numbers.next() {
        x += dx?;
        y += numbers.next()??;
        points.push((x, y));
    }
    Some(points)
}

struct Numbers<'a> {
    rest: &'a [u8],
}

impl Iterator for Numbers<'_> {
    /// `None` inside stands for something that is no number.
    type Item = Option<i32>;

    fn next(&mut self) -> Option<Self::Item> {
        while let [b' ', tail @ ..] = self.rest {
            self.rest = tail;
        }
        let is_negative = matches!(self.rest, [b'-', ..]);
        if is_negative {
            self.rest = self.rest.get(1..)?;
        } else if self.rest.is_empty() {
            return None;
        }
        let (mut value, mut n_digits) = (0_i32, 0);
        while let [digit @ b'0'..=b'9', tail @ ..] = self.rest {
            value = value.wrapping_mul(10).wrapping_add(i32::from(digit - b'0'));
            n_digits += 1;
            self.rest = tail;
        }
        let is_number = (1..=6).contains(&n_digits);
        Some(is_number.then_some(if is_negative { -value } else { value }))
    }
}

/// A line as path data: the first point absolute, all others relative to the one before.
fn write_line(points: &[GridPoint], is_closed: bool, path: &mut Vec<u8>) {
    let mut from = (0, 0);
    let last = points.len().saturating_sub(usize::from(is_closed));
    for (place, (x, y)) in points.iter().take(last).enumerate() {
        // The letter `l` holds for all pairs after it.
        match place {
            0 => path.push(b'M'),
            1 => path.push(b'l'),
            _ => {}
        }
        push_number(x - from.0, place > 1, path);
        push_number(y - from.1, true, path);
        from = (*x, *y);
    }
    if is_closed && last > 0 {
        path.push(b'z');
    }
}

/// A whole number; a sign parts it from what stands before, or a space when it `follows` another.
fn push_number(value: i32, follows: bool, out: &mut Vec<u8>) {
    match (value < 0, follows) {
        (true, _) => out.push(b'-'),
        (false, true) => out.push(b' '),
        (false, false) => {}
    }
    let mut digits = [0_u8; 10];
    let mut value = value.unsigned_abs();
    let mut n_digits = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (value % 10) as u8;
        value /= 10;
        n_digits += 1;
        if value == 0 {
            break;
        }
    }
    out.extend_from_slice(digits.get(10 - n_digits..).unwrap_or_default());
}

/// Path data are of ASCII letters, digits and signs.
fn text_from(path: Vec<u8>) -> String {
    String::from_utf8(path).unwrap_or_default()
}

/// Every country the map draws, in drawing order: China first, so that others lie over it.
pub fn drawing_order() -> impl Iterator<Item = CountryId> {
    CountryId::ALL.iter().rev().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_are_read_as_svg_writes_them() {
        assert_eq!(decode_arc("120-34 5 6-7 8"), Some(vec![(120, -34), (125, -28), (118, -20)]));
        assert_eq!(decode_arc(""), Some(vec![]));
        for broken in ["1", "1 2 3", "1 x", "--1 2", "1 2-", "1234567 1"] {
            assert_eq!(decode_arc(broken), None, "{broken:?}");
        }
    }

    #[test]
    fn paths_are_relative_and_closed() {
        let mut path = Vec::new();
        write_line(&[(0, 0), (10, 0), (10, -10), (-2, -10), (0, 0)], true, &mut path);
        assert_eq!(text_from(path), "M0 0l10 0 0-10-12 0z");
    }

    #[test]
    fn whole_numbers_are_written_whole() {
        for value in [0, 7, 10, -1, -34_500, i32::MAX] {
            let mut text = Vec::new();
            push_number(value, false, &mut text);
            assert_eq!(text_from(text), value.to_string());
        }
    }
}

//! What part of the plane is in the picture: frames, fitting a country, zooming, panning.
//!
//! The picture keeps the proportions of its frame and is scaled by the stylesheet; nothing
//! measures the page. On narrow screens the stylesheet crops the region frame on the east, so
//! what is fitted stays inside the middle [`SAFE`] of the width.

use crate::model::dataset::codes::CountryId;
use crate::model::geo::projection::Plane;
use crate::model::view::{Frame, ViewState};

/// A rectangle of the plane, in kilometres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Western edge.
    pub west_km: f64,
    /// Northern edge.
    pub north_km: f64,
    /// Width.
    pub width_km: f64,
    /// Height.
    pub height_km: f64,
}

/// Central Asia fills it; China runs off the eastern edge.
pub const REGION: Viewport =
    Viewport { west_km: -2560.0, north_km: 1520.0, width_km: 4060.0, height_km: 2520.0 };
/// As far as the Chinese coast.
pub const CORRIDOR: Viewport =
    Viewport { west_km: -2560.0, north_km: 1520.0, width_km: 6460.0, height_km: 2670.0 };
/// The Fergana valley with its enclaves.
const FERGANA: (f64, f64, f64, f64) = (-890.0, -330.0, -610.0, -190.0);
/// Part of the width that is seen on every screen.
const SAFE: f64 = 0.78;
/// The plane beyond which nothing is drawn: west, south, east, north.
const LIMITS: (f64, f64, f64, f64) = (-2560.0, -1150.0, 3900.0, 1520.0);
/// Zoom against the region: a third again as wide, and close enough for the smallest enclave.
pub const ZOOM: (f64, f64) = (1.0, 24.0);

impl Viewport {
    /// The picture of a view; `bounds_km` gives a country's west, south, east and north.
    pub fn of(view: &ViewState, bounds_km: impl Fn(CountryId) -> (f64, f64, f64, f64)) -> Self {
        match view.frame {
            Frame::Region => REGION,
            Frame::Corridor => CORRIDOR,
            Frame::Fergana => Self::fit(FERGANA),
            Frame::At { x_km, y_km, zoom } => {
                Self::at(Plane { x_km: f64::from(x_km), y_km: f64::from(y_km) }, f64::from(zoom) / 100.0)
            }
            Frame::Auto => match view.facets.countries.single() {
                None => REGION,
                // China does not fit beside the others: the picture widens to the corridor.
                Some(CountryId::CN) => CORRIDOR,
                Some(country) => Self::fit(bounds_km(country)),
            },
        }
    }

    /// The picture around a centre, `zoom` times nearer than the region.
    pub fn at(centre: Plane, zoom: f64) -> Self {
        let zoom = zoom.clamp(ZOOM.0, ZOOM.1);
        let (width_km, height_km) = (REGION.width_km / zoom, REGION.height_km / zoom);
        let within = |low: f64, high: f64, size: f64, centre: f64| {
            // Not `clamp`: its panic brings the printing of floats along, six kilobytes.
            (centre - size / 2.0).min((high - size).max(low)).max(low)
        };
        Self {
            west_km: within(LIMITS.0, LIMITS.2, width_km, centre.x_km),
            north_km: within(LIMITS.1, LIMITS.3, height_km, centre.y_km) + height_km,
            width_km,
            height_km,
        }
    }

    /// The picture that holds a rectangle with a margin: west, south, east, north in kilometres.
    pub fn fit((west, south, east, north): (f64, f64, f64, f64)) -> Self {
        let margin = 1.12;
        let by_width = REGION.width_km * SAFE / ((east - west) * margin);
        let by_height = REGION.height_km / ((north - south) * margin);
        let centre = Plane { x_km: (west + east) / 2.0, y_km: (south + north) / 2.0 };
        Self::at(centre, by_width.min(by_height).min(ZOOM.1))
    }

    /// How many times nearer than the region.
    pub fn zoom(&self) -> f64 {
        REGION.width_km / self.width_km
    }

    /// Centre of the picture.
    pub fn centre(&self) -> Plane {
        Plane { x_km: self.west_km + self.width_km / 2.0, y_km: self.north_km - self.height_km / 2.0 }
    }

    /// The frame after zooming by a factor about a point of the picture, given in fractions from
    /// its top left corner; that point stays where it is as far as the limits allow.
    pub fn zoomed(&self, factor: f64, (across, down): (f64, f64)) -> Frame {
        let held = self.plane_from_fraction(across, down);
        let zoom = (self.zoom() * factor).clamp(ZOOM.0, ZOOM.1);
        let (width, height) = (REGION.width_km / zoom, REGION.height_km / zoom);
        Self::frame(
            Plane { x_km: held.x_km + width * (0.5 - across), y_km: held.y_km - height * (0.5 - down) },
            zoom,
        )
    }

    /// The frame after moving by fractions of the picture, east and south.
    pub fn panned(&self, (east, south): (f64, f64)) -> Frame {
        let centre = self.centre();
        Self::frame(
            Plane { x_km: centre.x_km + east * self.width_km, y_km: centre.y_km - south * self.height_km },
            self.zoom().max(ZOOM.0),
        )
    }

    /// Where a point stands in the picture, in fractions from its top left corner.
    pub fn fraction_from_plane(&self, point: Plane) -> (f64, f64) {
        ((point.x_km - self.west_km) / self.width_km, (self.north_km - point.y_km) / self.height_km)
    }

    /// The point at fractions of the picture.
    pub fn plane_from_fraction(&self, across: f64, down: f64) -> Plane {
        Plane { x_km: self.west_km + across * self.width_km, y_km: self.north_km - down * self.height_km }
    }

    /// The `viewBox` of the picture, in grid units of `unit_km`.
    pub fn view_box(&self, unit_km: f64) -> String {
        let unit = |km: f64| (km / unit_km).round() as i32;
        format!(
            "{} {} {} {}",
            unit(self.west_km),
            unit(-self.north_km),
            unit(self.width_km),
            unit(self.height_km)
        )
    }

    fn frame(centre: Plane, zoom: f64) -> Frame {
        let at = Self::at(centre, zoom).centre();
        Frame::At {
            x_km: at.x_km.round() as i16,
            y_km: at.y_km.round() as i16,
            zoom: (zoom.clamp(ZOOM.0, ZOOM.1) * 100.0).round() as u16,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(frame: Frame) -> Viewport {
        let view = ViewState { frame, ..ViewState::default() };
        Viewport::of(&view, |_| (0.0, 0.0, 1.0, 1.0))
    }

    #[test]
    fn the_region_is_the_picture_when_nothing_is_chosen() {
        assert_eq!(opened(Frame::Auto), REGION);
        assert_eq!(REGION.view_box(0.4), "-6400 -3800 10150 6300");
    }

    #[test]
    fn a_fitted_rectangle_lies_inside_the_part_seen_on_every_screen() {
        for bounds in [(-2400.0, -200.0, 560.0, 1450.0), (-1400.0, -700.0, -100.0, 200.0), FERGANA] {
            let picture = Viewport::fit(bounds);
            for (x_km, y_km) in [(bounds.0, bounds.3), (bounds.2, bounds.1)] {
                let (across, down) = picture.fraction_from_plane(Plane { x_km, y_km });
                assert!((0.0..=1.0).contains(&across) && (0.0..=1.0).contains(&down), "{bounds:?}");
            }
        }
    }

    #[test]
    fn zooming_holds_the_point_under_the_pointer() {
        let held = (0.4, 0.6);
        let before = Viewport::at(Plane { x_km: -700.0, y_km: 200.0 }, 3.0);
        let after = opened(before.zoomed(2.0, held));
        let (a, b) = (before.plane_from_fraction(held.0, held.1), after.plane_from_fraction(held.0, held.1));
        assert!((a.x_km - b.x_km).abs() < 2.0 && (a.y_km - b.y_km).abs() < 2.0, "{a:?} {b:?}");
        assert!((after.zoom() - 6.0).abs() < 0.01);
    }

    #[test]
    fn no_movement_leaves_the_drawn_plane() {
        let mut picture = REGION;
        for _ in 0..50 {
            picture = opened(picture.panned((0.5, 0.5)));
            assert!(
                picture.west_km >= LIMITS.0 - 1.0 && picture.west_km + picture.width_km <= LIMITS.2 + 1.0
            );
            assert!(
                picture.north_km <= LIMITS.3 + 1.0 && picture.north_km - picture.height_km >= LIMITS.1 - 1.0
            );
        }
        let out = opened(picture.zoomed(0.01, (0.5, 0.5)));
        assert!(out.zoom() >= 1.0);
    }
}

//! The map projection: longitude and latitude, in degrees, to the plane and back.
//!
//! Albers conic equal-area on the sphere, standard parallels 34° and 52° N, origin 80° E 43° N,
//! kilometres, `y` upwards. No clipping: the map never nears 100° W.
//! Source: Snyder, *Map Projections: A Working Manual* (USGS PP 1395, 1987), p. 98–103.

use std::f64::consts::FRAC_PI_2;

/// A point of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    /// Kilometres east of the origin.
    pub x_km: f64,
    /// Kilometres north of the origin.
    pub y_km: f64,
}

const RADIUS_KM: f64 = 6371.0088;
const ORIGIN_LON_DEG: f64 = 80.0;
const ORIGIN_LAT_DEG: f64 = 43.0;
const PARALLELS_DEG: (f64, f64) = (34.0, 52.0);

/// The cone: its constant `n`, and `C` of Snyder's formulas 14-5 and 14-6.
fn cone() -> (f64, f64) {
    let (south, north) = (PARALLELS_DEG.0.to_radians(), PARALLELS_DEG.1.to_radians());
    let n = (sine(south) + sine(north)) / 2.0;
    (n, cosine(south).powi(2) + 2.0 * n * sine(south))
}

/// The sine of an angle of at most half a turn, by its series, to 1e-9. The standard library's,
/// made for any angle, is three kilobytes of what a reader loads.
fn sine(angle: f64) -> f64 {
    let square = angle * angle;
    let (mut term, mut sum) = (angle, angle);
    for n in 1..14 {
        let n = f64::from(2 * n);
        term *= -square / (n * (n + 1.0));
        sum += term;
    }
    sum
}

fn cosine(angle: f64) -> f64 {
    sine(FRAC_PI_2 - angle.abs())
}

fn radius(lat_deg: f64) -> f64 {
    let (n, c) = cone();
    (c - 2.0 * n * sine(lat_deg.to_radians())).max(0.0).sqrt() / n
}

/// Where a place lies on the plane.
pub fn plane_from_lon_lat(lon_deg: f64, lat_deg: f64) -> Plane {
    let (n, _) = cone();
    let theta = n * (lon_deg - ORIGIN_LON_DEG).to_radians();
    let rho = radius(lat_deg);
    Plane {
        x_km: RADIUS_KM * rho * sine(theta),
        y_km: RADIUS_KM * (radius(ORIGIN_LAT_DEG) - rho * cosine(theta)),
    }
}

/// Longitude and latitude, in degrees, of a point of the plane.
pub fn lon_lat_from_plane(point: Plane) -> (f64, f64) {
    let (n, c) = cone();
    let (x, y) = (point.x_km / RADIUS_KM, radius(ORIGIN_LAT_DEG) - point.y_km / RADIUS_KM);
    let rho = x.hypot(y);
    let lat = ((c - (rho * n).powi(2)) / (2.0 * n)).clamp(-1.0, 1.0).asin();
    (ORIGIN_LON_DEG + (x.atan2(y) / n).to_degrees(), lat.to_degrees())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_agree_with_the_standard_library() {
        for step in -3141..=3141 {
            let angle = f64::from(step) / 1000.0;
            assert!((sine(angle) - angle.sin()).abs() < 1e-9, "{angle}");
            assert!((cosine(angle) - angle.cos()).abs() < 1e-9, "{angle}");
        }
    }

    /// Snyder's worked example, p. 291: the sphere, parallels 29.5° and 45.5°, origin 23° N 96° W,
    /// point 35° N 75° W gives x = 0.2952720, y = 0.2416774. The same formulas, other constants.
    #[test]
    fn the_cone_follows_the_published_formulas() {
        let (south, north, origin) = (29.5_f64.to_radians(), 45.5_f64.to_radians(), 23_f64.to_radians());
        let n = (south.sin() + north.sin()) / 2.0;
        let c = south.cos().powi(2) + 2.0 * n * south.sin();
        let rho = |lat: f64| (c - 2.0 * n * lat.sin()).sqrt() / n;
        let theta = n * (-75.0_f64 + 96.0).to_radians();
        let at = 35_f64.to_radians();
        assert!((rho(at) * theta.sin() - 0.295_272_0).abs() < 1e-7);
        assert!((rho(origin) - rho(at) * theta.cos() - 0.241_677_4).abs() < 1e-7);
        assert!((cone().0 - 0.673_601_828_538_734_4).abs() < 1e-12);
        assert!((cone().1 - 1.440_650_021_275_514).abs() < 1e-12);
    }

    /// Values of PROJ for `+proj=aea +lat_1=34 +lat_2=52 +lat_0=43 +lon_0=80 +R=6371008.8`.
    #[test]
    fn named_cities_fall_where_proj_puts_them() {
        for (city, lon, lat, x_km, y_km) in [
            ("Astana", 71.446, 51.1801, -593.772, 948.127),
            ("Beijing", 116.3972, 39.9075, 2979.627, 299.541),
            ("Dushanbe", 68.779, 38.5358, -964.752, -438.131),
        ] {
            let point = plane_from_lon_lat(lon, lat);
            assert!((point.x_km - x_km).abs() < 0.001, "{city} {point:?}");
            assert!((point.y_km - y_km).abs() < 0.001, "{city} {point:?}");
        }
    }

    #[test]
    fn the_way_back_returns_to_the_place() {
        for lon in [46.5, 63.0, 80.0, 97.0, 122.0] {
            for lat in [30.0, 43.0, 55.0] {
                let (back_lon, back_lat) = lon_lat_from_plane(plane_from_lon_lat(lon, lat));
                assert!((back_lon - lon).abs() < 1e-9 && (back_lat - lat).abs() < 1e-9, "{lon} {lat}");
            }
        }
    }
}

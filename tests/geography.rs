//! The bundled borders: whole, to scale, and with the places where they belong.

use summit_atlas::model::dataset::codes::CountryId::{self, CN, KG, KZ, TJ, TM, UZ};
use summit_atlas::model::geo::geometry::{self, BorderClass, Geometry};
use summit_atlas::model::geo::labels::{ROOMY_PX, Rect, Wanted, country_anchor, name_box, place_names};
use summit_atlas::model::geo::projection::plane_from_lon_lat;
use summit_atlas::model::geo::viewport::{CORRIDOR, REGION, Viewport};
use summit_atlas::model::words::Words;
use summit_atlas::start;

fn borders() -> Geometry {
    Geometry::parse(geometry::BUNDLED).unwrap()
}

/// Areas of the source, in km²; Turkmenistan without the Kara-Bogaz-Gol lagoon.
#[test]
fn areas_are_true_within_one_per_cent() {
    let map = borders();
    for (country, km2) in
        [(KZ, 2_712_400.0), (UZ, 447_200.0), (KG, 198_700.0), (TJ, 142_100.0), (TM, 470_400.0)]
    {
        let area = map.area_km2(country);
        assert!((area - km2).abs() / km2 < 0.01, "{country:?} has {area:.0} km²");
    }
}

#[test]
fn the_fergana_enclaves_are_alive() {
    let map = borders();
    let parts = |country| map.rings(country).len();
    let holes = |country| map.rings(country).iter().map(|rings| rings.len() - 1).sum::<usize>();
    assert_eq!((parts(UZ), holes(UZ)), (3, 1), "Sokh and Shohimardon; Sarvak is a hole");
    assert_eq!(holes(KG), 3);
    assert_eq!(parts(TJ), 3);
    assert_eq!(holes(KZ), 0, "Baikonur is no hole");
    for (name, lon, lat, country) in [
        ("Sokh", 71.13, 39.96, UZ),
        ("Vorukh", 70.58, 39.85, TJ),
        ("Baikonur", 63.31, 45.96, KZ),
        ("Astana", 71.446, 51.1801, KZ),
        ("Bishkek", 74.59, 42.87, KG),
        ("Dushanbe", 68.779, 38.5358, TJ),
        ("Ashgabat", 58.3833, 37.95, TM),
        ("Tashkent", 69.2949, 41.3117, UZ),
        ("Nukus", 59.61, 42.46, UZ),
        ("Ürümqi", 87.6005, 43.801, CN),
        ("Beijing", 116.3972, 39.9075, CN),
    ] {
        let point = plane_from_lon_lat(lon, lat);
        let inside: Vec<CountryId> =
            CountryId::ALL_SIX.into_iter().filter(|country| map.contains(*country, point)).collect();
        assert_eq!(inside, [country], "{name}");
    }
}

#[test]
fn every_border_is_drawn_once() {
    let map = borders();
    for class in [BorderClass::Inner, BorderClass::Outer, BorderClass::Undetermined, BorderClass::Other] {
        let path = map.borders_path(class);
        assert!(path.starts_with('M'), "{class:?}");
        let mut lines: Vec<&str> = path.split('M').filter(|line| !line.is_empty()).collect();
        let n_lines = lines.len();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), n_lines, "{class:?} draws a line twice");
    }
}

#[test]
fn paths_are_what_svg_reads() {
    let map = borders();
    for country in CountryId::ALL_SIX {
        let path = map.country_path(country);
        assert!(path.starts_with('M') && path.ends_with('z'), "{country:?}");
        assert!(path.bytes().all(|byte| b"Mlz -0123456789".contains(&byte)), "{country:?}");
    }
}

#[test]
fn names_of_countries_stand_inside_their_countries() {
    let map = borders();
    for country in CountryId::ALL_SIX {
        assert!(map.contains(country, country_anchor(country)), "{country:?}");
    }
}

/// Names are set where the page shows them: towns over the whole region, and nearer.
#[test]
fn names_of_towns_never_overlap() {
    let (atlas, map) = start::load().unwrap();
    let frames = CountryId::ALL_SIX.map(|country| {
        let (west, north, east, south) = map.bounds(country);
        let km = |units: i32| f64::from(units) * map.unit_km;
        Viewport::fit((km(west), -km(south), km(east), -km(north)))
    });
    for picture in [REGION, CORRIDOR].into_iter().chain(frames) {
        let wanted: Vec<Wanted> = atlas
            .data
            .places
            .iter()
            .filter(|place| place.rank <= 2)
            .map(|place| Wanted {
                name: place.name,
                point: plane_from_lon_lat(place.lon, place.lat),
                rank: place.rank,
            })
            .filter(|name| {
                let (across, down) = picture.fraction_from_plane(name.point);
                (0.0..1.0).contains(&across) && (0.0..1.0).contains(&down)
            })
            .collect();
        for width_px in [ROOMY_PX, 900.0, 1400.0] {
            // Sides are chosen once, for the least width, and kept for every other.
            let sides = place_names(&wanted, &picture, ROOMY_PX, Words::default());
            let placed: Vec<(&str, Rect)> = wanted
                .iter()
                .zip(sides)
                .filter_map(|(name, side)| Some((name.name, name_box(name, side?, &picture, width_px))))
                .collect();
            assert!(placed.len() >= 5 || wanted.len() < 5, "{} names at {picture:?}", placed.len());
            for (place, (name, a)) in placed.iter().enumerate() {
                for (other, b) in placed.iter().skip(place + 1) {
                    let is_apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                    assert!(is_apart, "{name} over {other} at {width_px}");
                }
            }
        }
    }
}

#[test]
fn every_capital_is_named_on_the_map_of_the_region() {
    let (atlas, _) = start::load().unwrap();
    let capitals = atlas.data.places.iter().filter(|place| place.rank == 1 && place.country != Some(CN));
    let wanted: Vec<Wanted> = capitals
        .map(|place| Wanted { name: place.name, point: plane_from_lon_lat(place.lon, place.lat), rank: 1 })
        .collect();
    let sides = place_names(&wanted, &REGION, ROOMY_PX, Words::default());
    assert_eq!(wanted.len(), 5);
    assert!(sides.iter().all(Option::is_some), "{sides:?}");
}

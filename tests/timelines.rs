//! The timeline's layout over the whole dataset: nothing lies over anything else.

use summit_atlas::model::dataset::codes::Code;
use summit_atlas::model::dataset::index::Atlas;
use summit_atlas::model::timeline::lanes::{extent, lanes, pack};
use summit_atlas::model::timeline::scale::TimeScale;
use summit_atlas::model::timeline::strip::strip;
use summit_atlas::model::view::LaneBy;
use summit_atlas::start;

fn scales(atlas: &Atlas) -> [TimeScale; 4] {
    let oldest = atlas.index.span.0;
    [
        TimeScale::of_years(None, None, oldest),
        TimeScale::of_years(Some(2023), Some(2026), oldest),
        TimeScale::of_years(Some(2025), Some(2025), oldest),
        TimeScale::of_years(Some(1992), None, oldest),
    ]
}

/// The axis and the description for searches used to hold years written by hand.
#[test]
fn years_follow_from_the_dataset() {
    let atlas = start::load().unwrap().0;
    assert_eq!(atlas.years(), (1992, 2035));
    for event in atlas.data.events.iter().filter(|event| event.date.is_dated()) {
        assert!(atlas.years().0 <= event.date.first.year && event.date.last.year <= atlas.years().1);
    }
    let scale = TimeScale::of_years(None, None, atlas.years().0);
    assert!(scale.holds(f64::from(TimeScale::LAST_YEAR) + 1.0));
    assert!(scale.ticks().contains(&TimeScale::FIRST_YEAR));
}

#[test]
fn no_two_records_of_a_row_overlap() {
    let (atlas, _) = start::load().unwrap();
    for scale in scales(atlas) {
        for lane_by in LaneBy::ALL {
            for lane in lanes(atlas, &atlas.index.all, *lane_by, &scale) {
                for (place, item) in lane.items.iter().enumerate() {
                    let title = atlas.data.agreements[item.record].title;
                    let own = extent(item, title);
                    assert!(item.row < lane.n_rows);
                    for other in lane.items.iter().skip(place + 1).filter(|other| other.row == item.row) {
                        let theirs = extent(other, atlas.data.agreements[other.record].title);
                        let is_apart = own.1 <= theirs.0 + 1e-9 || theirs.1 <= own.0 + 1e-9;
                        assert!(is_apart, "{lane_by:?} {}: {title} over {:?}", lane.title, theirs);
                    }
                }
            }
        }
    }
}

#[test]
fn every_shown_record_is_in_exactly_one_lane() {
    let (atlas, _) = start::load().unwrap();
    for lane_by in LaneBy::ALL {
        let lanes = lanes(atlas, &atlas.index.all, *lane_by, &scales(atlas)[0]);
        let mut records: Vec<usize> =
            lanes.iter().flat_map(|lane| lane.items.iter().map(|item| item.record)).collect();
        records.sort_unstable();
        assert_eq!(records, (0..atlas.data.agreements.len()).collect::<Vec<_>>(), "{lane_by:?}");
    }
}

#[test]
fn marks_of_the_strip_never_touch() {
    let (atlas, _) = start::load().unwrap();
    for scale in scales(atlas) {
        for lane_by in LaneBy::ALL {
            for lane in strip(atlas, &atlas.index.all, *lane_by, &scale) {
                for pair in lane.clusters.windows(2) {
                    let apart = pair[1].at - pair[0].at;
                    assert!(apart * 436.0 >= 24.0, "{lane_by:?} {}: {pair:?}", lane.title);
                }
            }
        }
    }
}

#[test]
fn packing_is_stable_and_tight() {
    let (rows, n_rows) = pack(&[(0.0, 0.4), (0.1, 0.2), (0.4, 0.6), (0.3, 0.5)]);
    assert_eq!((rows, n_rows), (vec![0, 1, 0, 1], 2));
}

#[test]
fn lists_have_their_codes() {
    assert_eq!(LaneBy::from_code("sector"), Some(LaneBy::Sector));
}

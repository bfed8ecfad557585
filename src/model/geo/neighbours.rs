//! Arrow keys on the map: the country that lies in a direction.

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::geo::labels::country_anchor;

/// Where an arrow key points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    North,
    /// Right.
    East,
    /// Down.
    South,
    /// Left.
    West,
}

/// The nearest country in a direction, as names stand on the map; `None` at the edge.
///
/// Nearness counts distance in the direction, and three times the distance aside. A country more
/// than 60° off the direction is not in it.
pub fn neighbour(from: CountryId, direction: Direction) -> Option<CountryId> {
    let start = country_anchor(from);
    let others = CountryId::ALL.iter().copied().filter(|country| *country != from);
    let scored = others.filter_map(|country| {
        let end = country_anchor(country);
        let (east, north) = (end.x_km - start.x_km, end.y_km - start.y_km);
        let (ahead, aside) = match direction {
            Direction::North => (north, east.abs()),
            Direction::South => (-north, east.abs()),
            Direction::East => (east, north.abs()),
            Direction::West => (-east, north.abs()),
        };
        (ahead > 0.0 && aside < ahead * 1.74).then_some((country, ahead + 3.0 * aside))
    });
    scored.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(country, _)| country)
}

#[cfg(test)]
mod tests {
    use super::*;
    use CountryId::{CN, KG, KZ, TJ, TM, UZ};

    #[test]
    fn arrows_walk_to_the_country_that_lies_there() {
        for (from, north, east, south, west) in [
            (KZ, None, Some(CN), Some(UZ), Some(UZ)),
            (UZ, Some(KZ), Some(KG), Some(TJ), Some(TM)),
            (TM, Some(UZ), Some(TJ), None, None),
            (KG, Some(KZ), Some(CN), Some(TJ), Some(UZ)),
            (TJ, Some(KG), Some(CN), None, Some(TM)),
            (CN, None, None, None, Some(KG)),
        ] {
            let moves = [Direction::North, Direction::East, Direction::South, Direction::West];
            let found = moves.map(|direction| neighbour(from, direction));
            assert_eq!(found, [north, east, south, west], "{from:?}");
        }
    }

    #[test]
    fn every_country_can_be_reached_from_every_other() {
        for start in CountryId::ALL {
            let mut reached = vec![*start];
            let mut next = 0;
            while let Some(from) = reached.get(next).copied() {
                next += 1;
                for direction in [Direction::North, Direction::East, Direction::South, Direction::West] {
                    if let Some(to) = neighbour(from, direction).filter(|to| !reached.contains(to)) {
                        reached.push(to);
                    }
                }
            }
            assert_eq!(reached.len(), 6, "{start:?} reaches {reached:?}");
        }
    }
}

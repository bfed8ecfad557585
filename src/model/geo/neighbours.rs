//! Arrow keys on the map: the country that lies in a direction.

use crate::model::dataset::codes::CountryId::{self, CN, KG, KZ, TJ, TM, UZ};

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

/// The country across the border in a direction; `None` where none of the six lies there.
///
/// Chosen by hand among the countries that border on each other: bearings between the middles of
/// shapes this uneven lead past the neighbour one sees.
pub fn neighbour(from: CountryId, direction: Direction) -> Option<CountryId> {
    let (north, east, south, west) = match from {
        KZ => (None, Some(CN), Some(UZ), None),
        KG => (Some(KZ), Some(CN), Some(TJ), Some(UZ)),
        UZ => (Some(KZ), Some(KG), Some(TJ), Some(TM)),
        TJ => (Some(KG), Some(CN), None, Some(UZ)),
        TM => (Some(KZ), Some(UZ), None, None),
        CN => (None, None, None, Some(KG)),
    };
    match direction {
        Direction::North => north,
        Direction::East => east,
        Direction::South => south,
        Direction::West => west,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dataset::codes::Code;
    use crate::model::geo::labels::country_anchor;

    const ALL: [Direction; 4] = [Direction::North, Direction::East, Direction::South, Direction::West];

    #[test]
    fn the_neighbour_lies_in_the_direction() {
        for from in CountryId::ALL {
            for direction in ALL {
                let Some(to) = neighbour(*from, direction) else { continue };
                let (start, end) = (country_anchor(*from), country_anchor(to));
                let (east, north) = (end.x_km - start.x_km, end.y_km - start.y_km);
                let ahead = match direction {
                    Direction::North => north,
                    Direction::East => east,
                    Direction::South => -north,
                    Direction::West => -east,
                };
                assert!(ahead > 0.0, "{to:?} is not {direction:?} of {from:?}");
            }
        }
    }

    #[test]
    fn every_country_can_be_reached_from_every_other() {
        for start in CountryId::ALL {
            let mut reached = vec![*start];
            let mut next = 0;
            while let Some(from) = reached.get(next).copied() {
                next += 1;
                for to in ALL.into_iter().filter_map(|direction| neighbour(from, direction)) {
                    if !reached.contains(&to) {
                        reached.push(to);
                    }
                }
            }
            assert_eq!(reached.len(), 6, "{start:?} reaches {reached:?}");
        }
    }
}

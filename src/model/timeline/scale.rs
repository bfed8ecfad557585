//! Where a date falls along a timeline.
//!
//! Years are decimal (1 July 2021 is about 2021.5). Positions are fractions of the axis,
//! 0 at its start and 1 at its end; the stylesheet turns them into lengths.

use std::fmt;

/// A scale from decimal years to positions. Years before `first` share a narrow strip at the
/// start, not to scale, when there is one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    first: f64, // Invariant: both finite, first < last.
    last: f64,
    earlier: Option<f64>, // Invariant: less than first.
}

/// Share of the axis that years before the first take.
const EARLIER_SHARE: f64 = 0.07;

/// Why there is no such scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TimeScaleError {
    /// The last year does not come after the first.
    EmptySpan {
        /// First year asked for.
        first: f64,
        /// Last year asked for.
        last: f64,
    },
}

impl fmt::Display for TimeScaleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::EmptySpan { first, last } = self;
        write!(f, "expected a first year before the last, found {first} and {last}")
    }
}

impl TimeScale {
    /// The first year to scale when none is chosen: that of the first meeting of the mechanism's ministers.
    pub const FIRST_YEAR: i16 = 2020;
    /// The last one: what is promised for later is drawn at the end.
    pub const LAST_YEAR: i16 = 2030;

    /// A scale over `first..=last`, in decimal years.
    ///
    /// # Errors
    /// [`TimeScaleError::EmptySpan`] unless `first < last`.
    pub fn new(first: f64, last: f64) -> Result<Self, TimeScaleError> {
        if first.is_finite() && last.is_finite() && first < last {
            return Ok(Self { first, last, earlier: None });
        }
        Err(TimeScaleError::EmptySpan { first, last })
    }

    /// The scale of a reader's years, and of the whole dataset when none are chosen: from
    /// [`Self::FIRST_YEAR`] to the end of [`Self::LAST_YEAR`], with everything since `oldest` in the strip before.
    pub fn of_years(from: Option<i16>, to: Option<i16>, oldest: i16) -> Self {
        let first = f64::from(from.unwrap_or(Self::FIRST_YEAR));
        let last = f64::from(to.unwrap_or(Self::LAST_YEAR).max(from.unwrap_or(i16::MIN))) + 1.0;
        let earlier = (from.is_none() && f64::from(oldest) < first).then_some(f64::from(oldest));
        let (first, last) = if first < last { (first, last) } else { (last - 1.0, last) };
        Self { first, last, earlier }
    }

    /// Position of `year`. Dates outside the span fall below 0 or above 1; nothing is clamped.
    pub fn position(&self, year: f64) -> f64 {
        let linear = (year - self.first) / (self.last - self.first);
        match self.earlier {
            None => linear,
            Some(oldest) if year < self.first => {
                EARLIER_SHARE * (0.2 + 0.7 * (year - oldest) / (self.first - oldest))
            }
            Some(_) => EARLIER_SHARE + linear * (1.0 - EARLIER_SHARE),
        }
    }

    /// Whether a year is on the axis.
    pub fn holds(&self, year: f64) -> bool {
        (-0.0005..=1.0005).contains(&self.position(year))
    }

    /// Oldest year of the strip that is not to scale.
    pub fn earlier(&self) -> Option<i16> {
        self.earlier.map(|year| year as i16)
    }

    /// Years that get a line and a number: at most 14, at even steps.
    pub fn ticks(&self) -> Vec<i16> {
        let (first, last) = (self.first.ceil() as i16, self.last.floor() as i16);
        let span = (last - first).max(1);
        let step = [1, 2, 5, 10, 20, 50].into_iter().find(|step| span / step <= 13).unwrap_or(100);
        (first..=last).filter(|year| year % step == 0 || step == 1).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_the_ends_the_middle_and_beyond() {
        let scale = TimeScale::new(2018.0, 2026.0).unwrap();
        for (year, position) in [(2018.0, 0.0), (2022.0, 0.5), (2026.0, 1.0), (2030.0, 1.5)] {
            assert_eq!(scale.position(year), position, "{year}");
        }
    }

    #[test]
    fn refuses_a_span_without_length() {
        for (first, last) in [(2020.0, 2020.0), (2021.0, 2020.0), (f64::NAN, 2020.0)] {
            assert!(TimeScale::new(first, last).is_err(), "{first} {last}");
        }
    }

    #[test]
    fn years_before_the_first_keep_their_order_in_a_narrow_strip() {
        let scale = TimeScale::of_years(None, None, 1992);
        let positions = [1992.0, 2009.0, 2019.9, 2020.0, 2025.5, 2031.0].map(|year| scale.position(year));
        assert!(positions.windows(2).all(|pair| pair[0] < pair[1]), "{positions:?}");
        assert!(positions[0] > 0.0 && positions[2] < 0.07 && positions[5] <= 1.0);
        assert_eq!(scale.earlier(), Some(1992));
    }

    #[test]
    fn chosen_years_fill_the_axis() {
        let scale = TimeScale::of_years(Some(2024), Some(2026), 1992);
        assert_eq!(scale.ticks(), [2024, 2025, 2026, 2027]);
        assert_eq!((scale.position(2024.0), scale.position(2027.0)), (0.0, 1.0));
        assert!(!scale.holds(2023.5));
    }
}

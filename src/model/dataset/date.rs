//! Dates as well as they are known: a day, a month, a quarter, a year, a range, "by", undated.
//!
//! Plain calendar dates without time or zone: 17 June is 17 June everywhere.

use std::cmp::Ordering;
use std::fmt;

/// A calendar day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Common era.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to the length of the month.
    pub day: u8,
}

/// How well a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the quarter of a year.
    Quarter,
    /// To the year.
    Year,
    /// Between two dates.
    Range,
    /// No later than a date.
    By,
    /// Not at all.
    Undated,
}

/// A date with its precision: the first and last day it may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// How well it is known.
    pub precision: Precision,
    /// First day it may mean. For "by" and undated it equals `last` and says nothing.
    pub first: Day,
    /// Last day it may mean. Invariant: `first <= last`.
    pub last: Day,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It follows none of the forms.
    Form,
    /// The calendar has no such day, month or quarter.
    Calendar,
    /// A range that ends before it begins.
    Backwards,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "a date such as 2025-06-17, 2025-06, 2025-Q3, 2025, 2024..2030, by 2030 or undated",
            Self::Calendar => "a day that the calendar has",
            Self::Backwards => "a range that begins before it ends",
        })
    }
}

impl Day {
    /// The day, if the calendar has it.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let is_real = (1..=12).contains(&month) && day >= 1 && day <= month_length(year, month);
        is_real.then_some(Self { year, month, day })
    }

    /// Days since 1 January of the year 0, for differences between days.
    pub fn number(self) -> i32 {
        let years = i32::from(self.year);
        // Whole years before this one: the year 0 is a leap year.
        let leaps = (years + 3) / 4 - (years + 99) / 100 + (years + 399) / 400;
        let before: i32 = (1..self.month).map(|month| i32::from(month_length(self.year, month))).sum();
        years * 365 + leaps + before + i32::from(self.day) - 1
    }

    /// Years since the year 0, counting days: 1 July 2021 is about 2021.5.
    pub fn decimal_year(self) -> f64 {
        let before: u16 = (1..self.month).map(|month| u16::from(month_length(self.year, month))).sum();
        let length = if is_leap(self.year) { 366.0 } else { 365.0 };
        f64::from(self.year) + (f64::from(before) + f64::from(self.day) - 1.0) / length
    }
}

impl PartialDate {
    /// Reads one of the forms of `docs/data.md`.
    ///
    /// # Errors
    /// [`DateError`] says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if text == "undated" {
            let never = Day { year: i16::MAX, month: 12, day: 31 };
            return Ok(Self { precision: Precision::Undated, first: never, last: never });
        }
        if let Some(limit) = text.strip_prefix("by ") {
            let limit = parse_single(limit)?;
            return Ok(Self { precision: Precision::By, first: limit.last, last: limit.last });
        }
        if let Some((from, to)) =
            text.split_once('.').and_then(|(from, to)| Some((from, to.strip_prefix('.')?)))
        {
            let (from, to) = (parse_single(from)?, parse_single(to)?);
            if from.first > to.last {
                return Err(DateError::Backwards);
            }
            return Ok(Self { precision: Precision::Range, first: from.first, last: to.last });
        }
        parse_single(text)
    }

    /// Whether anything is known of it.
    pub fn is_dated(self) -> bool {
        self.precision != Precision::Undated
    }

    /// Where it is drawn: the middle of what it may mean, in decimal years; `None` when undated.
    pub fn decimal_year(self) -> Option<f64> {
        let middle = (self.first.decimal_year() + self.last.decimal_year()) / 2.0;
        self.is_dated().then_some(middle)
    }

    /// Earliest first; the better known first among equals; undated last.
    pub fn chronological(&self, other: &Self) -> Ordering {
        (self.first, self.last).cmp(&(other.first, other.last))
    }

    /// The machine-readable form for `<time datetime>`: a year, month or day; `None` otherwise.
    pub fn machine(self) -> Option<String> {
        let Day { year, month, day } = self.first;
        match self.precision {
            Precision::Day => Some(format!("{year:04}-{month:02}-{day:02}")),
            Precision::Month => Some(format!("{year:04}-{month:02}")),
            Precision::Year => Some(format!("{year:04}")),
            _ => None,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<'de> serde::Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        Self::parse(text).map_err(serde::de::Error::custom)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let one = r"\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?";
        schemars::json_schema!({
            "type": "string",
            "pattern": format!(r"^(undated|(by )?{one}|{one}\.\.{one})$"),
        })
    }
}

fn parse_single(text: &str) -> Result<PartialDate, DateError> {
    let mut parts = text.split('-');
    let year: i16 = number(parts.next().unwrap_or_default(), 4)?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return Err(DateError::Form);
    }
    let span = |precision, first_month: u8, last_month: u8| {
        let first = Day::new(year, first_month, 1).ok_or(DateError::Calendar)?;
        let last = Day::new(year, last_month, month_length(year, last_month));
        Ok(PartialDate { precision, first, last: last.ok_or(DateError::Calendar)? })
    };
    match (month, day) {
        (None, _) => span(Precision::Year, 1, 12),
        (Some(quarter), None) if quarter.starts_with('Q') => {
            let quarter: u8 = number(quarter.trim_start_matches('Q'), 1)?;
            if !(1..=4).contains(&quarter) {
                return Err(DateError::Calendar);
            }
            span(Precision::Quarter, quarter * 3 - 2, quarter * 3)
        }
        (Some(month), None) => {
            let month = number(month, 2)?;
            span(Precision::Month, month, month)
        }
        (Some(month), Some(day)) => {
            let day = Day::new(year, number(month, 2)?, number(day, 2)?).ok_or(DateError::Calendar)?;
            Ok(PartialDate { precision: Precision::Day, first: day, last: day })
        }
    }
}

fn number<T: std::str::FromStr>(digits: &str, length: usize) -> Result<T, DateError> {
    let is_plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { digits.parse().map_err(|_| DateError::Form) } else { Err(DateError::Form) }
}

fn month_length(year: i16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i16) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        let day = |year, month, day| Day::new(year, month, day).unwrap().number();
        for (from, to, n_days) in [
            ((2025, 6, 17), (2025, 6, 18), 1),
            ((2024, 2, 28), (2024, 3, 1), 2),
            ((2025, 12, 31), (2026, 1, 1), 1),
            ((2000, 1, 1), (2001, 1, 1), 366),
            ((1900, 1, 1), (1901, 1, 1), 365),
            ((1970, 1, 1), (2026, 11, 24), 20_781),
        ] {
            let between = day(to.0, to.1, to.2) - day(from.0, from.1, from.2);
            assert_eq!(between, n_days, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn every_form_is_read_to_its_first_and_last_day() {
        for (text, precision, first, last) in [
            ("2025-06-17", Precision::Day, (2025, 6, 17), (2025, 6, 17)),
            ("2025-02", Precision::Month, (2025, 2, 1), (2025, 2, 28)),
            ("2024-02", Precision::Month, (2024, 2, 1), (2024, 2, 29)),
            ("2025-Q3", Precision::Quarter, (2025, 7, 1), (2025, 9, 30)),
            ("2025", Precision::Year, (2025, 1, 1), (2025, 12, 31)),
            ("2024..2030", Precision::Range, (2024, 1, 1), (2030, 12, 31)),
            ("2025-06-16..2025-06-18", Precision::Range, (2025, 6, 16), (2025, 6, 18)),
            ("by 2030", Precision::By, (2030, 12, 31), (2030, 12, 31)),
        ] {
            let date = PartialDate::parse(text).unwrap();
            assert_eq!(date.precision, precision, "{text}");
            assert_eq!(date.first, Day::new(first.0, first.1, first.2).unwrap(), "{text}");
            assert_eq!(date.last, Day::new(last.0, last.1, last.2).unwrap(), "{text}");
        }
        assert!(!PartialDate::parse("undated").unwrap().is_dated());
    }

    #[test]
    fn what_is_no_date_is_refused_with_its_reason() {
        for (text, error) in [
            ("", DateError::Form),
            ("25", DateError::Form),
            ("2025-6", DateError::Form),
            ("2025-06-17T00:00", DateError::Form),
            ("2025-06-17-01", DateError::Form),
            ("summer 2025", DateError::Form),
            ("2025-02-30", DateError::Calendar),
            ("2023-02-29", DateError::Calendar),
            ("2025-13", DateError::Calendar),
            ("2025-Q5", DateError::Calendar),
            ("2030..2024", DateError::Backwards),
        ] {
            assert_eq!(PartialDate::parse(text), Err(error), "{text:?}");
        }
    }

    #[test]
    fn the_calendar_counts_in_decimal_years() {
        let year = |text: &str| PartialDate::parse(text).unwrap().decimal_year();
        assert_eq!(year("2025-01-01"), Some(2025.0));
        assert!((year("2021-07-01").unwrap() - 2021.496).abs() < 0.001);
        assert!((year("2025").unwrap() - 2025.4986).abs() < 0.001);
        assert_eq!(year("undated"), None);
    }
}

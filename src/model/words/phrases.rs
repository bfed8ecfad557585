//! Words made by code: dates, ranges, numbers, money, lists.

use super::{Key, Locale, Words};
use crate::model::dataset::codes::Bound;
use crate::model::dataset::date::Precision;
use crate::model::dataset::{Agreement, Day, PartialDate, Quantity};
use crate::model::money::Sum;
use crate::model::order::ordered;

impl Words {
    /// A date as known: "17 June 2025", "June 2025", "third quarter of 2025", "2024–2030", "by 2030".
    pub fn date(self, date: PartialDate) -> String {
        let PartialDate { precision, first, last } = date;
        match precision {
            Precision::Day => self.day(first),
            Precision::Month => self.month_of_year(first),
            Precision::Quarter => {
                let quarter = match first.month {
                    1 => Key::Quarter1,
                    4 => Key::Quarter2,
                    7 => Key::Quarter3,
                    _ => Key::Quarter4,
                };
                self.fill(quarter, &[&first.year.to_string()])
            }
            Precision::Year => self.year(first.year),
            Precision::Range => self.range(first, last),
            Precision::By => self.by(last),
            Precision::Undated => self.say(Key::Undated).to_owned(),
        }
    }

    /// "17 June 2025".
    pub fn day(self, day: Day) -> String {
        let (number, year) = (day.day.to_string(), day.year.to_string());
        self.fill(Key::Day, &[&number, self.month(day), &year])
    }

    /// The dates of a record in a few characters: its only date, or first and last year.
    pub fn span(self, record: &Agreement) -> String {
        let dates = record.steps.iter().map(|step| step.date).filter(|date| date.is_dated()).collect();
        let dates = ordered(dates, PartialDate::chronological);
        match (dates.first(), dates.last()) {
            (Some(first), Some(last)) if first == last => self.date(*first),
            (Some(first), Some(last)) => self.years(first.first.year, last.last.year),
            _ => self.say(Key::Undated).to_owned(),
        }
    }

    /// A year, or two with a dash.
    pub fn years(self, first: i16, last: i16) -> String {
        if first == last {
            return self.year(first);
        }
        self.fill(Key::YearRange, &[&first.to_string(), &last.to_string()])
    }

    fn year(self, year: i16) -> String {
        self.fill(Key::Year, &[&year.to_string()])
    }

    /// The month as it stands in a day.
    fn month(self, day: Day) -> &'static str {
        self.say_nth(Key::Month1, day.month)
    }

    fn month_of_year(self, day: Day) -> String {
        self.fill(Key::MonthOfYear, &[self.say_nth(Key::MonthAlone1, day.month), &day.year.to_string()])
    }

    fn say_nth(self, first: Key, month: u8) -> &'static str {
        let place = first as usize + usize::from(month.saturating_sub(1));
        Key::ALL.get(place).map_or("", |key| self.say(*key))
    }

    fn range(self, first: Day, last: Day) -> String {
        let is_whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31);
        if is_whole_years {
            return self.years(first.year, last.year);
        }
        if (first.year, first.month) == (last.year, last.month) {
            let (from, to, year) = (first.day.to_string(), last.day.to_string(), last.year.to_string());
            return self.fill(Key::DaysOfMonth, &[&from, &to, self.month(last), &year]);
        }
        let is_whole_months = first.day == 1 && last.day >= 28;
        let show = |one: Day| if is_whole_months { self.month_of_year(one) } else { self.day(one) };
        self.fill(Key::DateRange, &[&show(first), &show(last)])
    }

    /// No later than a day: only the year, or the month, when that is all that is known.
    fn by(self, last: Day) -> String {
        let year = last.year.to_string();
        match (last.month, last.day) {
            (12, 31) => self.fill(Key::ByYear, &[&year]),
            (_, 28..) => self.fill(Key::ByMonth, &[self.month(last), &year]),
            _ => self.fill(Key::ByDay, &[&self.day(last)]),
        }
    }

    /// Money with its bound and currency: "over $17 bn", "about 321 bn tenge".
    pub fn money(self, value: f64, currency: &str, bound: Bound) -> String {
        let value = self.short_number(value);
        let money = match currency {
            "USD" => self.fill(Key::MoneyUsd, &[&value]),
            "CNY" => self.fill(Key::MoneyCny, &[&value]),
            "KZT" => self.fill(Key::MoneyKzt, &[&value]),
            "EUR" => self.fill(Key::MoneyEur, &[&value]),
            other => self.fill(Key::MoneyOther, &[&value, other]),
        };
        let key = match bound {
            Bound::Exact => return money,
            Bound::About => Key::About,
            Bound::Over => Key::Over,
            Bound::Nearly => Key::Nearly,
            Bound::UpTo => Key::UpTo,
        };
        self.fill(key, &[&money])
    }

    /// A figure with its bound and unit or currency: "over $17 bn", "532.53 km", "over 18,000 students".
    pub fn quantity(self, quantity: &Quantity) -> String {
        self.money(quantity.value, quantity.unit, quantity.bound.unwrap_or(Bound::Exact))
    }

    /// Sums of several currencies after each other, which is all that can be done with them.
    pub fn sums(self, sums: &[Sum]) -> String {
        let words: Vec<String> =
            sums.iter().map(|sum| self.money(sum.value, sum.currency, sum.bound)).collect();
        self.list(&words.iter().map(String::as_str).collect::<Vec<&str>>())
    }

    /// Three or four significant digits and a word for the size: "1.5 bn", "532.5 m", "4,070".
    /// Chinese counts by ten thousands and hundred millions.
    pub fn short_number(self, value: f64) -> String {
        let sizes = match self.locale() {
            Locale::Zh => [(1e12, Key::Trillion), (1e8, Key::Billion), (1e4, Key::Million)],
            _ => [(1e12, Key::Trillion), (1e9, Key::Billion), (1e6, Key::Million)],
        };
        for (size, key) in sizes {
            if value.abs() >= size {
                return self.fill(key, &[&self.grouped(value / size)]);
            }
        }
        self.grouped(value)
    }

    /// At most two decimals, no trailing zeros, marks between thousands.
    fn grouped(self, value: f64) -> String {
        grouped(value, self.say(Key::GroupMark), self.say(Key::DecimalMark))
    }

    /// "Kazakhstan", "Kazakhstan and China", "Kazakhstan, Kyrgyzstan and China".
    pub fn list(self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [first @ .., last] => self.fill(Key::And, &[&first.join(self.say(Key::Comma)), last]),
        }
    }

    /// Labels after each other, without an "and".
    pub fn commas(self, items: &[&str]) -> String {
        items.join(self.say(Key::Comma))
    }

    /// The parties of a record: "All six states", or their names.
    pub fn parties(self, record: &Agreement) -> String {
        if record.parties.len() == 6 {
            return self.say(Key::AllSix).to_owned();
        }
        let names: Vec<&str> = record.parties.iter().map(|party| self.label(*party)).collect();
        self.commas(&names)
    }
}

/// A number in full, as machines read it: "14000000000", "532.53".
pub fn decimal(value: f64) -> String {
    grouped(value, "", ".")
}

fn grouped(value: f64, group: &str, mark: &str) -> String {
    // Whole hundredths: formatting integers keeps the code for decimal fractions out of the app.
    let hundredths = (value.abs() * 100.0).round() as u64;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let mut digits = whole.to_string();
    let mut at = digits.len();
    while at > 3 {
        at -= 3;
        digits.insert_str(at, group);
    }
    let sign = if value < 0.0 { "−" } else { "" };
    match rest {
        0 => format!("{sign}{digits}"),
        rest if rest % 10 == 0 => format!("{sign}{digits}{mark}{}", rest / 10),
        rest => format!("{sign}{digits}{mark}{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_worded_as_well_as_they_are_known() {
        for (code, words) in [
            ("2025-06-17", "17 June 2025"),
            ("2025-06", "June 2025"),
            ("2025-Q3", "third quarter of 2025"),
            ("2025", "2025"),
            ("2024..2030", "2024–2030"),
            ("2025-06-16..2025-06-18", "16–18 June 2025"),
            ("2025-09..2025-11", "September 2025 – November 2025"),
            ("by 2030", "by 2030"),
            ("by 2026-06", "by June 2026"),
            ("undated", "no date found"),
        ] {
            assert_eq!(Words::default().date(PartialDate::parse(code).unwrap()), words, "{code}");
        }
    }

    #[test]
    fn numbers_are_short_and_exact() {
        for (value, words) in [
            (17e9, "17 bn"),
            (1.5e9, "1.5 bn"),
            (66.4e9, "66.4 bn"),
            (43.82e9, "43.82 bn"),
            (321e9, "321 bn"),
            (1_407_181_209.0, "1.41 bn"),
            (89e6, "89 m"),
            (2_724_900.0, "2.72 m"),
            (4070.0, "4,070"),
            (532.53, "532.53"),
            (0.0, "0"),
        ] {
            assert_eq!(Words::default().short_number(value), words, "{value}");
        }
        assert_eq!(decimal(14e9), "14000000000");
        assert_eq!(decimal(532.53), "532.53");
    }

    #[test]
    fn lists_end_with_and() {
        let list = |items: &[&str]| Words::default().list(items);
        assert_eq!(list(&["A"]), "A");
        assert_eq!(list(&["A", "B"]), "A and B");
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
    }
}

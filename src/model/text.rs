//! Words made by code: plurals, dates, ranges, money, summaries that are read aloud.

use crate::model::dataset::codes::{Bound, Code};
use crate::model::dataset::date::Precision;
use crate::model::dataset::{Agreement, Day, PartialDate, Quantity};
use crate::model::money::Sum;
use crate::model::order::ordered;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "1 record", "2 records".
pub fn records(count: usize) -> String {
    counted(count, "record", "records")
}

/// A number with the word that fits it.
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A date as known: "17 June 2025", "June 2025", "third quarter of 2025", "2024–2030", "by 2030".
pub fn date(date: PartialDate) -> String {
    let PartialDate { precision, first, last } = date;
    match precision {
        Precision::Day => day(first),
        Precision::Month => format!("{} {}", month(first.month), first.year),
        Precision::Quarter => {
            let quarter = match first.month {
                1 => "first",
                4 => "second",
                7 => "third",
                _ => "fourth",
            };
            format!("{quarter} quarter of {}", first.year)
        }
        Precision::Year => first.year.to_string(),
        Precision::Range => range(first, last),
        Precision::By => format!("by {}", end(last)),
        Precision::Undated => "no date found".to_owned(),
    }
}

/// "17 June 2025".
pub fn day(day: Day) -> String {
    format!("{} {} {}", day.day, month(day.month), day.year)
}

/// The dates of a record in a few characters: its only date, or first and last year.
pub fn span(record: &Agreement) -> String {
    let dates = record.steps.iter().map(|step| step.date).filter(|date| date.is_dated()).collect();
    let dates = ordered(dates, PartialDate::chronological);
    match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first == last => date(*first),
        (Some(first), Some(last)) if first.first.year == last.last.year => first.first.year.to_string(),
        (Some(first), Some(last)) => format!("{}–{}", first.first.year, last.last.year),
        _ => "no date found".to_owned(),
    }
}

/// Money with its bound and currency: "over $17 bn", "about 321 bn tenge".
pub fn money(value: f64, currency: &str, bound: Bound) -> String {
    let value = short_number(value);
    let money = match currency {
        "USD" => format!("${value}"),
        "CNY" => format!("{value} yuan"),
        "KZT" => format!("{value} tenge"),
        "EUR" => format!("€{value}"),
        other => format!("{value} {other}"),
    };
    match bound {
        Bound::Exact => money,
        bound => format!("{} {money}", bound.label()),
    }
}

/// A figure with its bound and unit or currency: "over $17 bn", "532.53 km", "over 18,000 students".
pub fn quantity(quantity: &Quantity) -> String {
    money(quantity.value, quantity.unit, quantity.bound.unwrap_or(Bound::Exact))
}

/// Sums of several currencies after each other, which is all that can be done with them.
pub fn sums(sums: &[Sum]) -> String {
    let words: Vec<String> = sums.iter().map(|sum| money(sum.value, sum.currency, sum.bound)).collect();
    words.join(" and ")
}

/// Three or four significant digits and a word for the size: "1.5 bn", "532.5 m", "4,070".
pub fn short_number(value: f64) -> String {
    let (scaled, unit) = match value.abs() {
        size if size >= 1e12 => (value / 1e12, " tn"),
        size if size >= 1e9 => (value / 1e9, " bn"),
        size if size >= 1e6 => (value / 1e6, " m"),
        _ => (value, ""),
    };
    format!("{}{unit}", grouped(scaled))
}

/// A number in full, as machines read it: "14000000000", "532.53".
pub fn decimal(value: f64) -> String {
    grouped(value).chars().filter(|letter| *letter != ',').collect()
}

/// At most two decimals, no trailing zeros, commas between thousands.
fn grouped(value: f64) -> String {
    // Whole hundredths: formatting integers keeps the code for decimal fractions out of the app.
    let hundredths = (value.abs() * 100.0).round() as u64;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let mut digits = whole.to_string();
    let mut at = digits.len();
    while at > 3 {
        at -= 3;
        digits.insert(at, ',');
    }
    let sign = if value < 0.0 { "−" } else { "" };
    match rest {
        0 => format!("{sign}{digits}"),
        rest if rest % 10 == 0 => format!("{sign}{digits}.{}", rest / 10),
        rest => format!("{sign}{digits}.{rest:02}"),
    }
}

/// "Kazakhstan", "Kazakhstan and China", "Kazakhstan, Kyrgyzstan and China".
pub fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The parties of a record: "All six states", or their names.
pub fn parties(record: &Agreement) -> String {
    if record.parties.len() == 6 {
        return "All six states".to_owned();
    }
    let names: Vec<&str> = record.parties.iter().map(|party| party.label()).collect();
    names.join(", ")
}

fn month(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default()
}

fn range(first: Day, last: Day) -> String {
    let is_whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31);
    if is_whole_years {
        return format!("{}–{}", first.year, last.year);
    }
    if (first.year, first.month) == (last.year, last.month) {
        return format!("{}–{}", first.day, day(last));
    }
    let is_whole_months = first.day == 1 && last.day >= 28;
    let show =
        |one: Day| if is_whole_months { format!("{} {}", month(one.month), one.year) } else { day(one) };
    format!("{} – {}", show(first), show(last))
}

/// The end of a "by" date: its year when that is all that is known.
fn end(last: Day) -> String {
    match (last.month, last.day) {
        (12, 31) => last.year.to_string(),
        (_, 28..) => format!("{} {}", month(last.month), last.year),
        _ => day(last),
    }
}

/// Whether a text holds another. The standard library's search brings tables of letters for its
/// messages along; this compares bytes, which is as good for UTF-8.
pub fn holds(text: &str, part: &str) -> bool {
    let Some(first) = part.as_bytes().first() else { return true };
    let mut rest = text.as_bytes();
    while let Some(place) = rest.iter().position(|byte| byte == first) {
        let Some(from) = rest.get(place..) else { return false };
        if from.starts_with(part.as_bytes()) {
            return true;
        }
        rest = from.get(1..).unwrap_or_default();
    }
    false
}

/// A text so that markup takes it for nothing else.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
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
            assert_eq!(date(PartialDate::parse(code).unwrap()), words, "{code}");
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
            assert_eq!(short_number(value), words, "{value}");
        }
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(list(&["A"]), "A");
        assert_eq!(list(&["A", "B"]), "A and B");
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
    }
}

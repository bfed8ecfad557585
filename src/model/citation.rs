//! Citations of the atlas, a record or a view: two prose styles, BibTeX, RIS and CSL-JSON, each with
//! edition and checksum. In English, as the reference lists they go into.

use super::dataset::Day;
use super::words::{Key, Words};

/// The name of the atlas, which is its author too.
pub const NAME: &str = Key::SiteName.english();

/// What is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// A short name for lists of references.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// Where it is; none for a site that does not know its address.
    pub url: Option<String>,
    /// Number of the edition.
    pub edition: u32,
    /// Its day.
    pub date: Day,
    /// Licence of the data.
    pub licence: &'static str,
    /// SHA-256 of the dataset, in hexadecimal digits.
    pub checksum: String,
}

impl Cited {
    fn note(&self) -> String {
        format!("Edition {}; SHA-256 of the dataset {}", self.edition, self.checksum)
    }

    /// For notes and bibliographies.
    pub fn in_notes(&self, read_on: Day) -> String {
        let words = Words::default();
        let title = if self.title == NAME { String::new() } else { format!("“{}.” ", self.title) };
        let place = self.url.as_ref().map(|url| format!(" {url}.")).unwrap_or_default();
        format!(
            "{NAME}. {title}Edition {}, {}. Dataset, SHA-256 {}.{place} Accessed {}.",
            self.edition,
            words.day(self.date),
            self.checksum,
            words.day(read_on)
        )
    }

    /// By author and date.
    pub fn by_author_and_date(&self, read_on: Day) -> String {
        let place = match &self.url {
            Some(url) => format!(" Retrieved {}, from {url}", Words::default().day(read_on)),
            None => String::new(),
        };
        format!(
            "{NAME}. ({}). {} (Edition {}) [Data set]. SHA-256 {}.{place}",
            self.date.year, self.title, self.edition, self.checksum
        )
    }

    /// For TeX.
    pub fn bibtex(&self) -> String {
        let Self { key, title, url, edition, date, licence, .. } = self;
        // An address is taken letter by letter: what is marked in other fields would be part of it.
        let url = url.as_ref().map(|url| format!("  url = {{{url}}},\n")).unwrap_or_default();
        format!(
            "@misc{{{key},\n  author = {{{{{NAME}}}}},\n  title = {{{{{}}}}},\n  year = {{{}}},\n  month = {},\n  edition = \
             {{{edition}}},\n  howpublished = {{Dataset, {}}},\n{url}  note = {{{}}}\n}}\n",
            tex(title),
            date.year,
            date.month,
            tex(licence),
            tex(&self.note())
        )
    }

    /// For reference managers.
    pub fn ris(&self) -> String {
        let Self { key, title, url, edition, date, .. } = self;
        let mut lines = vec![
            "TY  - DATA".to_owned(),
            format!("ID  - {key}"),
            format!("AU  - {NAME}"),
            format!("TI  - {title}"),
            format!("PY  - {}", date.year),
            format!("DA  - {}/{}/{}", date.year, two(date.month), two(date.day)),
            format!("ET  - {edition}"),
            format!("N1  - {}", self.note()),
        ];
        lines.extend(url.iter().map(|url| format!("UR  - {url}")));
        lines.push("ER  - ".to_owned());
        lines.join("\r\n") + "\r\n"
    }

    /// For citation processors.
    pub fn csl(&self) -> String {
        let Self { key, title, url, edition, date, .. } = self;
        let url = url.as_ref().map(|url| format!("\"URL\":{},", json(url))).unwrap_or_default();
        format!(
            "[{{{url}\"author\":[{{\"literal\":{}}}],\"edition\":\"{edition}\",\"id\":{},\"issued\":{{\"date-parts\":[[{},{},{}]]}},\
             \"note\":{},\"title\":{},\"type\":\"dataset\"}}]\n",
            json(NAME),
            json(key),
            date.year,
            date.month,
            date.day,
            json(&self.note()),
            json(title)
        )
    }
}

fn two(number: u8) -> String {
    if number < 10 { format!("0{number}") } else { number.to_string() }
}

/// Characters that TeX would take for commands.
fn tex(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if matches!(letter, '&' | '%' | '$' | '#' | '_') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// A text as JSON has it.
fn json(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited() -> Cited {
        Cited {
            key: "atlas-view".to_owned(),
            title: "Records & “sums”, 50 %\\".to_owned(),
            url: Some("https://example.org/?view=grid&q=a_b".to_owned()),
            edition: 1,
            date: Day { year: 2026, month: 11, day: 3 },
            licence: "CC BY 4.0",
            checksum: "ab12".to_owned(),
        }
    }

    #[test]
    fn prose_names_edition_checksum_and_day_of_reading() {
        let read_on = Day { year: 2026, month: 11, day: 25 };
        for text in [cited().in_notes(read_on), cited().by_author_and_date(read_on)] {
            for part in [
                "China–Central Asia Summit Atlas. ",
                "dition 1",
                "SHA-256 ab12",
                "25 November 2026",
                "https://example.org/",
            ] {
                assert!(text.contains(part), "{part}: {text}");
            }
        }
        let whole = Cited { title: NAME.to_owned(), url: None, ..cited() }.in_notes(read_on);
        assert_eq!(
            whole,
            "China–Central Asia Summit Atlas. Edition 1, 3 November 2026. Dataset, SHA-256 ab12. Accessed 25 November 2026."
        );
    }

    #[test]
    fn letters_that_mean_something_are_marked() {
        assert!(cited().bibtex().contains(r"Records \& “sums”, 50 \%"));
        let read: serde_json::Value = serde_json::from_str(&cited().csl()).unwrap();
        assert_eq!(read[0]["title"], cited().title);
        assert_eq!(read[0]["issued"]["date-parts"][0][1], 11);
        assert!(cited().ris().contains("DA  - 2026/11/03\r\n"));
    }
}

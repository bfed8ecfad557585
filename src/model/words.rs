//! The words of the language a page is in: the interface by key, labels of codes, dates, numbers.
//!
//! English stands in the program. Every other language is one file of packed texts, made from its
//! translators' table (`languages/`) and loaded when it is chosen. Its first line is the order of the
//! records by title; then comes a line for each text, in the order of [`Key::ALL`], of the labels of
//! codes, of [`texts::walk`] and [`texts::walk_behind`], of pages and of dialogs. An empty line is a text that
//! is not translated yet; it stays English, and the view says so with `lang`.

pub mod key;
pub mod locale;
mod phrases;
#[cfg(not(target_arch = "wasm32"))]
pub mod table;
pub mod texts;

use std::fmt;

pub use key::DeskKey;
pub use key::Key;
#[cfg(not(target_arch = "wasm32"))]
pub use key::PageKey;
pub use locale::Locale;
pub use phrases::decimal;

use super::dataset::codes::{
    Bound, Code, Confidence, CountryId, EntryKind, EventKind, Instrument, Language, LineKind, LineStatus,
    MoneyKind, Promise, Rung, Sector, Stage, Standing, Tier,
};
use super::dataset::{Behind, Dataset, Text};
use super::view::embed::{Font, Part, Piece, Theme};
use super::view::{LaneBy, PartyRule, Sites, SortBy, View};

/// Names of lists of codes with their codes and English labels.
#[cfg(not(target_arch = "wasm32"))]
type List = (&'static str, fn() -> Vec<(&'static str, &'static str)>);

/// Every list whose labels are translated, in the order of the packed texts.
macro_rules! lists {
    ($($list:ty),* $(,)?) => {
        const SIZES: &[(&str, usize)] = &[$((<$list>::LIST, <$list>::ALL.len())),*];

        /// Every list whose labels are translated.
        #[cfg(not(target_arch = "wasm32"))]
        pub const LISTS: &[List] = &[$((<$list>::LIST, || {
            <$list>::ALL.iter().map(|value| (value.code(), value.english())).collect()
        })),*];
    };
}

lists!(
    CountryId, Sector, Instrument, Rung, Stage, MoneyKind, Bound, Tier, Language, Confidence, EventKind,
    EntryKind, Standing, Promise, LineKind, LineStatus, View, PartyRule, LaneBy, SortBy, Sites, Part, Piece,
    Theme, Font,
);

/// A language with its texts.
#[derive(Debug)]
struct Lexicon {
    locale: Locale,
    /// Texts of [`Key::ALL`]; none for English.
    interface: Vec<Text>,
    /// Labels of the lists; none for English.
    labels: Vec<Text>,
    /// Places of the records in the order of their titles; none for English.
    by_title: Vec<usize>,
    /// Texts of what is behind, then those of pages; none for English.
    behind: Vec<Text>,
}

static ENGLISH: Lexicon = Lexicon {
    locale: Locale::En,
    interface: Vec::new(),
    labels: Vec::new(),
    by_title: Vec::new(),
    behind: Vec::new(),
};

/// The words of one language. Copied freely.
#[derive(Clone, Copy, Debug)]
pub struct Words(&'static Lexicon);

impl Default for Words {
    fn default() -> Self {
        Self(&ENGLISH)
    }
}

/// Why packed texts do not fit this program: they are of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedError {
    /// Lines that were expected.
    pub expected: usize,
    /// Lines that were found.
    pub found: usize,
}

impl fmt::Display for PackedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} texts, {} expected", self.found, self.expected)
    }
}

impl Words {
    /// Puts the packed texts of a language into a dataset, and keeps those of the interface.
    ///
    /// # Errors
    /// [`PackedError`] when they were packed for another dataset or interface; then nothing changed.
    pub fn unpack(data: &mut Dataset, locale: Locale, packed: &'static str) -> Result<Self, PackedError> {
        let lines: Vec<Text> = packed.split('\n').collect();
        let (n_keys, n_labels) = (Key::ALL.len(), SIZES.iter().map(|(_, size)| size).sum::<usize>());
        let mut n_texts = 0;
        texts::walk(data, &mut |_, _| n_texts += 1);
        let expected = 1 + n_keys + n_labels + n_texts;
        if lines.len() < expected {
            return Err(PackedError { expected, found: lines.len() });
        }
        let part = |from: usize, count: usize| lines.get(from..from + count).unwrap_or_default();
        let mut translated = part(1 + n_keys + n_labels, n_texts).iter();
        texts::walk(data, &mut |_, text| put(&mut translated, text));
        let order = lines.first().copied().unwrap_or_default();
        Ok(Self(Box::leak(Box::new(Lexicon {
            locale,
            interface: part(1, n_keys).to_vec(),
            labels: part(1 + n_keys, n_labels).to_vec(),
            by_title: order.split(' ').filter_map(|place| place.parse().ok()).collect(),
            behind: lines.get(expected..).unwrap_or_default().to_vec(),
        }))))
    }

    /// Puts the texts of the language into what came later.
    pub fn unpack_behind(self, behind: &mut Behind) {
        let mut translated = self.0.behind.iter();
        texts::walk_behind(behind, &mut |_, text| put(&mut translated, text));
    }

    /// The language.
    pub fn locale(self) -> Locale {
        self.0.locale
    }

    /// A text of the interface.
    pub fn say(self, key: Key) -> Text {
        translated(&self.0.interface, key as usize).unwrap_or_else(|| key.english())
    }

    /// A text with its places filled in.
    pub fn fill(self, key: Key, values: &[&str]) -> String {
        fill(self.say(key), values)
    }

    /// A text in the form that goes with a number, which is `{0}`; other values follow from `{1}`.
    pub fn count(self, key: Key, count: usize, others: &[&str]) -> String {
        self.fill_form(self.say(key), count, others)
    }

    fn fill_form(self, text: &str, count: usize, others: &[&str]) -> String {
        // English where a language has no text of its own: with the forms of English.
        let mut forms: Vec<&str> = text.split('|').collect();
        let last = forms.pop().unwrap_or_default();
        let form = forms.get(self.locale().form(count)).copied().unwrap_or(last);
        let number = count.to_string();
        let mut values: Vec<&str> = vec![&number];
        values.extend(others);
        fill(form, &values)
    }

    /// The label of a code.
    pub fn label<T: Code>(self, value: T) -> Text {
        let mut at = value.index();
        for (list, size) in SIZES {
            if *list == T::LIST {
                return translated(&self.0.labels, at).unwrap_or_else(|| value.english());
            }
            at += size;
        }
        value.english()
    }

    /// "1 record", "2 records".
    pub fn records(self, count: usize) -> String {
        self.count(Key::Records, count, &[])
    }

    /// Places of the records in the order of their titles, where the language has an order of its own.
    pub fn by_title(self) -> Option<&'static [usize]> {
        Some(self.0.by_title.as_slice()).filter(|order| !order.is_empty())
    }

    /// A text of a page.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn page(self, key: PageKey) -> Text {
        // After the texts of what is behind, and before those of the dialogs.
        let from = self.0.behind.len().saturating_sub(DeskKey::ALL.len() + PageKey::ALL.len());
        translated(&self.0.behind, from + key as usize).unwrap_or_else(|| key.english())
    }

    /// A text of the dialogs.
    pub fn desk(self, key: DeskKey) -> Text {
        // The last lines of all.
        let from = self.0.behind.len().saturating_sub(DeskKey::ALL.len());
        translated(&self.0.behind, from + key as usize).unwrap_or_else(|| key.english())
    }

    /// A text of the dialogs with its places filled in.
    pub fn fill_desk(self, key: DeskKey, values: &[&str]) -> String {
        fill(self.desk(key), values)
    }

    /// A text of a page with its places filled in.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn fill_page(self, key: PageKey, values: &[&str]) -> String {
        fill(self.page(key), values)
    }

    /// A text of a page in the form that goes with a number; as [`Self::count`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn count_page(self, key: PageKey, count: usize, others: &[&str]) -> String {
        self.fill_form(self.page(key), count, others)
    }
}

/// Puts the next line in the place of a text, unless it is empty.
fn put(lines: &mut std::slice::Iter<'_, Text>, text: &mut Text) {
    if let Some(line) = lines.next().filter(|line| !line.is_empty()) {
        *text = line;
    }
}

fn translated(texts: &[Text], place: usize) -> Option<Text> {
    texts.get(place).copied().filter(|text| !text.is_empty())
}

/// Puts values in the place of `{0}` to `{9}`.
fn fill(text: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte == b'{') {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let digit = after.as_bytes().get(1).map_or(10, |digit| usize::from(digit.wrapping_sub(b'0')));
        out.push_str(values.get(digit).copied().unwrap_or_default());
        rest = after.get(3..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_any_order() {
        assert_eq!(fill("{1}年{0}日", &["17", "2025"]), "2025年17日");
        assert_eq!(fill("none", &["x"]), "none");
        assert_eq!(fill("{0}{0}", &["x"]), "xx");
    }

    #[test]
    fn english_counts_in_two_forms() {
        let words = Words::default();
        assert_eq!(words.records(1), "1 record");
        assert_eq!(words.records(0), "0 records");
        assert_eq!(words.count(Key::CountryShown, 88, &["5"]), "Country · 5 of 88 records shown");
        assert_eq!(words.label(Stage::InForce), "In force");
    }
}

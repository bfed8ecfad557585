//! Search while typing: which records hold the words.
//!
//! Text is folded first: case, accents, ё/е, and letters that two spellings share. Every word of
//! the query must begin a word of the record; Chinese characters may stand anywhere. Names of
//! countries in any language stand for the country and find every record it is a party to.

use crate::model::dataset::Agreement;
use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::index::{Atlas, Bits};

/// The folded texts of a dataset.
#[derive(Debug)]
pub struct SearchIndex {
    records: Vec<String>,
    /// Folded names, and the country they stand for.
    countries: Vec<(String, CountryId)>,
}

impl SearchIndex {
    /// Folds names, aliases, organisations, places, summaries and what sources disagree on.
    pub fn new(atlas: &Atlas) -> Self {
        let records = atlas.data.agreements.iter().map(folded_record).collect();
        let countries = atlas.data.countries.iter().flat_map(|country| {
            let names = [country.name, country.official_name, country.id.code()].into_iter();
            names.chain(country.aliases.iter().copied()).map(|name| (folded(name), country.id))
        });
        Self { records, countries: countries.collect() }
    }

    /// Records that hold every word; all of them when there are no words.
    pub fn find(&self, words: &str, atlas: &Atlas) -> Bits {
        let query = folded(words);
        if query.trim().is_empty() {
            return atlas.index.all;
        }
        query.split_whitespace().fold(atlas.index.all, |bits, word| bits.and(&self.holding(word, atlas)))
    }

    fn holding(&self, word: &str, atlas: &Atlas) -> Bits {
        let mut bits = Bits::default();
        let begins = format!(" {word}");
        let needle = if word.chars().any(is_han) { word } else { begins.as_str() };
        for (place, text) in self.records.iter().enumerate() {
            if text.contains(needle) {
                bits.insert(place);
            }
        }
        for (name, country) in &self.countries {
            if name.contains(needle) {
                bits = bits.or(&crate::model::dataset::index::Index::with(&atlas.index.country, *country));
            }
        }
        bits
    }
}

fn folded_record(record: &Agreement) -> String {
    let texts = [record.id.as_str(), record.title, record.summary];
    let names = record.aliases.iter().chain(&record.organisations).copied();
    let places = record.places.iter().map(|place| place.name);
    let rivals = record.differences.iter().flat_map(|difference| {
        std::iter::once(difference.about).chain(difference.claims.iter().map(|claim| claim.says))
    });
    let labels = record.sectors.iter().map(|sector| sector.label());
    let mut folded_all = String::with_capacity(1024);
    for text in texts.into_iter().chain(names).chain(places).chain(rivals).chain(labels) {
        fold_into(text, &mut folded_all);
    }
    fold_into(record.instrument.label(), &mut folded_all);
    folded_all
}

/// A text as it is compared: small letters without marks, one space before every word.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    fold_into(text, &mut out);
    out
}

fn fold_into(text: &str, out: &mut String) {
    let mut is_inside = false;
    for letter in text.chars() {
        if is_mark(letter) {
            continue;
        }
        // An apostrophe does not part a word: oʻzbek, Xi'an.
        if matches!(letter, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`') {
            continue;
        }
        if !letter.is_alphanumeric() {
            is_inside = false;
            continue;
        }
        if !is_inside {
            out.push(' ');
            is_inside = true;
        }
        if letter.is_ascii() {
            out.push(letter.to_ascii_lowercase());
            continue;
        }
        for small in letter.to_lowercase().filter(|small| !is_mark(*small)) {
            out.push_str(plain(small).unwrap_or(small.encode_utf8(&mut [0; 4])));
        }
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Letters with marks, as they are typed without: those of the languages of the region.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ə' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ǵ' => "g",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ñ' | 'ň' | 'ń' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' => "o",
        'ř' => "r",
        'ş' | 'š' | 'ș' | 'ś' => "s",
        'ţ' | 'ť' => "t",
        'ù'..='ü' | 'ū' | 'ŭ' | 'ů' | 'ǔ' | 'ǚ' | 'ǜ' => "u",
        'ý' | 'ÿ' => "y",
        'ž' | 'ź' | 'ż' => "z",
        'ß' => "ss",
        'ё' => "е",
        'й' | 'ӣ' => "и",
        'ғ' => "г",
        'қ' | 'ҡ' => "к",
        'ң' | 'ҥ' => "н",
        'ө' => "о",
        'ұ' | 'ү' | 'ӯ' | 'ў' => "у",
        'һ' | 'ҳ' => "х",
        'ә' => "а",
        'ҷ' => "ч",
        'і' => "и",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_to_the_same() {
        for (a, b) in [
            ("Ürümqi", "urumqi"),
            ("ЁЛКА", "елка"),
            ("Қазақстан", "казакстан"),
            ("Türkmenistan", "TURKMENISTAN"),
            ("Xi’an", "Xi'an"),
            ("Oʻzbekiston", "o'zbekiston"),
            ("Тоҷикистон", "точикистон"),
            ("Cafe\u{301}", "café"),
        ] {
            assert_eq!(folded(a), folded(b), "{a} {b}");
        }
    }

    #[test]
    fn words_are_parted_by_anything_but_an_apostrophe() {
        assert_eq!(folded("China–Kyrgyzstan–Uzbekistan (CKU)"), " china kyrgyzstan uzbekistan cku");
        assert_eq!(folded("Xi'an-Almaty"), " xian almaty");
    }
}

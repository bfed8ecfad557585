//! Search while typing: which records hold the words.
//!
//! Text is folded first: case, accents, ё/е, and letters that two spellings share. Every word of
//! the query must begin a word of the record; Chinese characters may stand anywhere. Names of
//! countries in any language stand for the country and find every record it is a party to.

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::index::{Atlas, Bits};
use crate::model::dataset::{Agreement, Country};
use crate::model::text::holds;
use crate::model::words::Words;

/// The folded texts of a dataset.
#[derive(Debug)]
pub struct SearchIndex {
    records: Vec<String>,
    /// Folded names, and the country they stand for.
    countries: Vec<(String, CountryId)>,
    /// Folded figures and claims of the cards of countries.
    cards: Vec<(String, CountryId)>,
}

impl SearchIndex {
    /// Folds names, aliases, organisations, places, summaries and what sources disagree on.
    pub fn new(atlas: &Atlas) -> Self {
        let records = atlas.data.agreements.iter().enumerate();
        let records = records.map(|(place, record)| {
            folded_record(record, atlas.originals.get(place).copied().unwrap_or_default(), atlas.words)
        });
        let records = records.collect();
        let countries = atlas.data.countries.iter().flat_map(|country| {
            let names = [country.name, country.official_name, country.id.code()].into_iter();
            names.chain(country.aliases.iter().copied()).map(|name| (folded(name), country.id))
        });
        let cards = atlas.data.countries.iter().map(|country| (folded_card(country), country.id));
        Self { records, countries: countries.collect(), cards: cards.collect() }
    }

    /// Countries whose card holds every word among its figures and what is said of them; none when
    /// there are no words.
    pub fn find_cards(&self, words: &str) -> Vec<CountryId> {
        let query = folded(words);
        if query.trim().is_empty() {
            return Vec::new();
        }
        let holds_all = |text: &str| query.split_whitespace().all(|word| holds(text, &begins(word)));
        self.cards.iter().filter(|(text, _)| holds_all(text)).map(|(_, country)| *country).collect()
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
        let needle = begins(word);
        for (place, text) in self.records.iter().enumerate() {
            if holds(text, &needle) {
                bits.insert(place);
            }
        }
        for (name, country) in &self.countries {
            if holds(name, &needle) {
                bits = bits.or(&crate::model::dataset::index::Index::with(&atlas.index.country, *country));
            }
        }
        bits
    }
}

/// A word as it stands in folded text: at the beginning of one, but anywhere among Chinese letters.
fn begins(word: &str) -> String {
    if word.chars().any(is_han) { word.to_owned() } else { format!(" {word}") }
}

fn folded_card(country: &Country) -> String {
    let mut folded_all = String::new();
    for matter in &country.matters {
        fold_into(matter.about, &mut folded_all);
        for claim in &matter.claims {
            let texts = [Some(claim.says), claim.by, claim.note];
            texts.into_iter().flatten().for_each(|text| fold_into(text, &mut folded_all));
        }
    }
    folded_all
}

/// `original` is the English title, where the record stands in another language.
fn folded_record(record: &Agreement, original: &str, words: Words) -> String {
    let note = record.note.unwrap_or_default();
    let texts = [record.id.as_str(), record.title, original, record.summary, note];
    let names = record.aliases.iter().chain(&record.organisations).copied();
    let places = record.places.iter().map(|place| place.name);
    let rivals = record
        .matters
        .iter()
        .flat_map(|matter| std::iter::once(matter.about).chain(matter.claims.iter().map(|claim| claim.says)));
    let labels = record.sectors.iter().map(|sector| words.label(*sector));
    let mut folded_all = String::with_capacity(1024);
    for text in texts.into_iter().chain(names).chain(places).chain(rivals).chain(labels) {
        fold_into(text, &mut folded_all);
    }
    fold_into(words.label(record.instrument), &mut folded_all);
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
        if !is_of_word(letter) {
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
        let small = small(letter);
        out.push_str(plain(small).unwrap_or(small.encode_utf8(&mut [0; 4])));
    }
}

/// Whether a letter or digit. The standard library's table of all scripts is kilobytes; this
/// knows the punctuation that texts of the region use.
fn is_of_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        '\u{80}'..='\u{bf}' => matches!(letter, 'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾'),
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' => false,
        '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => false,
        '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '\u{e000}'..='\u{f8ff}' => false,
        _ => true,
    }
}

/// The small letter of a Latin or Cyrillic one. Their blocks are in order, so that no table is
/// needed, which would be ten kilobytes.
fn small(letter: char) -> char {
    let code = u32::from(letter);
    let is_even = code.is_multiple_of(2);
    let small = match code {
        0xc0..=0xde if code != 0xd7 => code + 32,
        0x178 => 0xff,
        0x18f => 0x259,
        0x400..=0x40f => code + 80,
        0x410..=0x42f => code + 32,
        0x4c0 => 0x4cf,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce if !is_even => code + 1,
        0x100..=0x137 | 0x14a..=0x177 | 0x1de..=0x1ef | 0x1f4 | 0x1f8..=0x21f if is_even => code + 1,
        0x222..=0x233 | 0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff
            if is_even =>
        {
            code + 1
        }
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
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
    fn letters_of_the_region_are_made_small_as_the_standard_library_does() {
        let texts = include_str!("../../public/data/agreements.json").chars();
        let blocks = ('\u{80}'..='\u{17f}').chain('\u{1cd}'..='\u{1dc}').chain('\u{400}'..='\u{52f}');
        for letter in blocks.chain(['Ə', 'Ǵ', 'Ẁ', 'Ạ']).chain(texts.filter(|letter| !letter.is_ascii()))
        {
            let expected = letter.to_lowercase().next().unwrap();
            // Turkish İ becomes i and a dot; both fold to a plain i.
            assert!(small(letter) == expected || letter == 'İ', "{letter}");
            assert!(
                is_of_word(letter) == letter.is_alphanumeric()
                    || is_mark(letter)
                    || ('\u{482}'..='\u{489}').contains(&letter),
                "{letter} {:x}",
                u32::from(letter)
            );
        }
        assert_eq!(folded("İstanbul"), folded("istanbul"));
    }

    #[test]
    fn words_are_parted_by_anything_but_an_apostrophe() {
        assert_eq!(folded("China–Kyrgyzstan–Uzbekistan (CKU)"), " china kyrgyzstan uzbekistan cku");
        assert_eq!(folded("Xi'an-Almaty"), " xian almaty");
    }
}

//! Every language of the atlas: whole where it must be, right where it speaks, marked where it does not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use leptos::prelude::Owner;
use summit_atlas::model::dataset::codes::{Bound, Code, CountryId, Stage};
use summit_atlas::model::dataset::date::PartialDate;
use summit_atlas::model::dataset::index::Atlas;
use summit_atlas::model::dataset::parse::BUNDLED;
use summit_atlas::model::dataset::{AgreementId, Dataset};
use summit_atlas::model::search::SearchIndex;
use summit_atlas::model::view::page::Addresses;
use summit_atlas::model::view::query::read;
use summit_atlas::model::words::table::{self, Fault, IN_FULL, Row, Wanted};
use summit_atlas::model::words::{Key, Locale};
use summit_atlas::site::languages;
use summit_atlas::start;
use summit_atlas::ui::app::app;
use summit_atlas::ui::element::speak;
use summit_atlas::ui::store::Store;

use Locale::{En, Kk, Ky, Ru, Tg, Tk, Uz, Zh};

const OTHERS: [Locale; 7] = [Ru, Zh, Kk, Ky, Tg, Tk, Uz];

fn rows(locale: Locale) -> Vec<Row> {
    let text = fs::read_to_string(format!("languages/{}.csv", locale.code())).unwrap();
    let (rows, problems) = table::read(&text);
    assert!(problems.is_empty(), "{locale:?}: {problems:?}");
    rows
}

fn wanted() -> Vec<Wanted> {
    table::wanted(&Dataset::parse(BUNDLED).unwrap())
}

/// The atlas in a language.
fn atlas(locale: Locale) -> &'static Atlas {
    static ALL: OnceLock<BTreeMap<Locale, &'static Atlas>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let others =
            OTHERS.iter().map(|one| (*one, languages::read(Path::new("languages"), *one).unwrap().atlas));
        others.chain([(En, start::load().unwrap().0)]).collect()
    });
    all[&locale]
}

/// The page of a link in a language, as markup.
fn page(locale: Locale, link: &str) -> String {
    let addresses = Box::leak(Box::new(Addresses { locale, ..Addresses::default() }));
    let geometry = start::load().unwrap().1;
    let atlas = atlas(locale);
    speak(locale);
    let store = || Store::new(atlas, geometry, addresses, read(link, atlas), atlas.data.edition.date.last);
    let markup = Owner::new().with(|| app(store()).markup());
    speak(En);
    markup
}

#[test]
fn every_offered_language_is_whole_and_sound() {
    let wanted = wanted();
    for locale in OTHERS {
        let problems = table::check(&rows(locale), &wanted, locale);
        let counted: Vec<String> = problems
            .iter()
            .filter(|one| one.fault != Fault::Missing || IN_FULL.contains(&table::part_of(&one.key)))
            .map(ToString::to_string)
            .collect();
        assert!(counted.is_empty(), "{locale:?}: {counted:#?}");
        let summaries =
            table::shares(&rows(locale), &wanted).into_iter().find(|one| one.part == "summaries").unwrap();
        let is_whole = summaries.translated == summaries.all;
        assert!(is_whole || ![Ru, Zh].contains(&locale), "{locale:?}: {summaries:?}");
    }
}

/// A translation in another script was taken over from another language, or was never made.
#[test]
fn every_language_is_in_its_own_script() {
    for locale in OTHERS {
        let has = |text: &str, from: char, to: char| text.chars().any(|letter| (from..=to).contains(&letter));
        for row in rows(locale).iter().filter(|row| table::part_of(&row.key) == "titles") {
            let text = &row.translation;
            let is_own = match locale {
                Zh => has(text, '一', '鿿'),
                Tk | Uz => !has(text, 'а', 'я') && !has(text, '一', '鿿'),
                _ => has(text, 'а', 'я') && !has(text, '一', '鿿'),
            };
            assert!(is_own, "{locale:?}: {}: {text}", row.key);
        }
        // Letters that the neighbour has and this language has not.
        let foreign = match locale {
            Ru => "ңғқүұһіәөҷҳӣӯў",
            Kk => "ҷҳӣӯў",
            Ky => "ғқұһіәҷҳӣӯў",
            Tg => "ңүұһіәөыщцў",
            Tk => "ğıəččx",
            Uz => "ğışçöüñž",
            _ => "",
        };
        for row in rows(locale).iter().filter(|row| row.key.starts_with("ui/")) {
            let found: Vec<char> =
                row.translation.chars().filter(|letter| foreign.contains(*letter)).collect();
            let is_code = row.translation.contains("GeoNames") || row.translation.contains("Apache");
            assert!(found.is_empty() || is_code, "{locale:?}: {}: {found:?} in {}", row.key, row.translation);
        }
    }
}

#[test]
fn dates_numbers_and_counts_are_as_each_language_has_them() {
    let date = |code: &str| PartialDate::parse(code).unwrap();
    for (locale, day, month, by, number, money, counts) in [
        (
            En,
            "17 June 2025",
            "June 2025",
            "by 2030",
            "18,000",
            "over $17 bn",
            ["1 record", "2 records", "5 records", "21 records"],
        ),
        (
            Ru,
            "17 июня 2025",
            "июнь 2025",
            "к 2030 году",
            "18\u{a0}000",
            "более $17 млрд",
            ["1 запись", "2 записи", "5 записей", "21 запись"],
        ),
        (
            Zh,
            "2025年6月17日",
            "2025年6月",
            "2030年前",
            "1.8万",
            "超过170亿美元",
            ["1个条目", "2个条目", "5个条目", "21个条目"],
        ),
        (
            Kk,
            "2025 ж. 17 маусым",
            "2025 ж. маусым",
            "2030 жылдан кешіктірмей",
            "18\u{a0}000",
            "17 млрд доллар мөлшерінен астам",
            ["1 жазба", "2 жазба", "5 жазба", "21 жазба"],
        ),
        (
            Ky,
            "2025-ж. 17-июнь",
            "2025-ж. июнь",
            "2030-жылга чейин",
            "18\u{a0}000",
            "17 млрд доллар чегинен ашык",
            ["1 жазуу", "2 жазуу", "5 жазуу", "21 жазуу"],
        ),
        (
            Tg,
            "17 июни соли 2025",
            "июни соли 2025",
            "то соли 2030",
            "18\u{a0}000",
            "беш аз 17 млрд доллар",
            ["1 сабт", "2 сабт", "5 сабт", "21 сабт"],
        ),
        (
            Tk,
            "17 iýun 2025",
            "iýun 2025",
            "iň giç 2030",
            "18\u{a0}000",
            "17 mlrd dollar we ondan gowrak",
            ["1 ýazgy", "2 ýazgy", "5 ýazgy", "21 ýazgy"],
        ),
        (
            Uz,
            "2025-yil 17-iyun",
            "2025-yil iyun",
            "2030-yildan kechikmay",
            "18\u{a0}000",
            "17 mlrd dollardan ortiq",
            ["1 ta yozuv", "2 ta yozuv", "5 ta yozuv", "21 ta yozuv"],
        ),
    ] {
        let words = atlas(locale).words;
        assert_eq!(words.date(date("2025-06-17")), day, "{locale:?}");
        assert_eq!(words.date(date("2025-06")), month, "{locale:?}");
        assert_eq!(words.date(date("by 2030")), by, "{locale:?}");
        assert_eq!(words.short_number(18_000.0), number, "{locale:?}");
        assert_eq!(words.money(17e9, "USD", Bound::Over), money, "{locale:?}");
        assert_eq!([1, 2, 5, 21].map(|count| words.records(count)), counts, "{locale:?}");
    }
}

/// Browsers and libraries have other names for some of them.
#[test]
fn countries_have_the_names_of_the_dataset() {
    for (locale, names) in [
        (Ru, ["Казахстан", "Кыргызстан", "Узбекистан", "Таджикистан", "Туркменистан", "Китай"]),
        (Zh, ["哈萨克斯坦", "吉尔吉斯斯坦", "乌兹别克斯坦", "塔吉克斯坦", "土库曼斯坦", "中国"]),
        (Kk, ["Қазақстан", "Қырғызстан", "Өзбекстан", "Тәжікстан", "Түрікменстан", "Қытай"]),
        (Ky, ["Казакстан", "Кыргызстан", "Өзбекстан", "Тажикстан", "Түркмөнстан", "Кытай"]),
        (Tg, ["Қазоқистон", "Қирғизистон", "Ӯзбекистон", "Тоҷикистон", "Туркманистон", "Чин"]),
        (Tk, ["Gazagystan", "Gyrgyzystan", "Özbegistan", "Täjigistan", "Türkmenistan", "Hytaý"]),
        (Uz, ["Qozogʻiston", "Qirgʻiziston", "Oʻzbekiston", "Tojikiston", "Turkmaniston", "Xitoy"]),
    ] {
        let (words, data) = (atlas(locale).words, &atlas(locale).data);
        let six = [CountryId::KZ, CountryId::KG, CountryId::UZ, CountryId::TJ, CountryId::TM, CountryId::CN];
        for (country, name) in six.into_iter().zip(names) {
            assert_eq!(words.label(country), name, "{locale:?}");
            let entry = data.countries.iter().find(|one| one.id == country).unwrap();
            assert_eq!(entry.name, name, "{locale:?}, the card");
        }
    }
    let old = rows(Ru).into_iter().find(|row| row.translation.contains("Киргиз"));
    assert_eq!(old, None, "Кыргызстан");
}

#[test]
fn titles_are_sorted_once_each_in_the_order_of_the_language() {
    for locale in OTHERS {
        let order = atlas(locale).words.by_title().unwrap();
        let places: BTreeSet<usize> = order.iter().copied().collect();
        assert_eq!((order.len(), places.len()), (140, 140), "{locale:?}");
        assert_eq!(places.last(), Some(&139), "{locale:?}");
    }
}

#[test]
fn every_record_is_found_by_a_word_of_its_title_in_every_language() {
    for locale in OTHERS {
        let atlas = atlas(locale);
        let search = SearchIndex::new(atlas);
        for (place, record) in atlas.data.agreements.iter().enumerate() {
            let word = record
                .title
                .split(|letter: char| !letter.is_alphanumeric() && letter != 'ʻ' && letter != 'ʼ');
            let word = word.max_by_key(|word| word.chars().count()).unwrap();
            assert!(search.find(word, atlas).contains(place), "{locale:?}: {word} of {}", record.title);
        }
        let english = search.find("railway", atlas);
        assert!(english.count() > 3, "{locale:?}: English is found in every language");
    }
}

#[test]
fn what_is_not_translated_is_english_and_says_so() {
    let record = |atlas: &'static Atlas| {
        let place = atlas.index.agreement(AgreementId("cku-railway")).unwrap();
        &atlas.data.agreements[place]
    };
    for locale in OTHERS {
        let page = page(locale, "?id=cku-railway");
        let english = record(atlas(En));
        let translated = record(atlas(locale));
        assert!(page.contains(translated.title) && translated.title != english.title, "{locale:?}");
        if translated.summary == english.summary {
            let tagged =
                format!("<span lang=\"en\">{}</span>", summit_atlas::model::text::escape(english.summary));
            assert!(page.contains(&tagged), "{locale:?}: the summary says that it is English");
        }
        let step = summit_atlas::model::text::escape(english.steps[0].text);
        assert!(page.contains(&format!("<span lang=\"en\">{step}</span>")), "{locale:?}: and so does a step");
        let stage = atlas(locale).words.label(Stage::UnderWay);
        assert!(page.contains(stage) && stage != "Under way", "{locale:?}: the stage is {stage}");
    }
    let english = summit_atlas::model::text::escape(record(atlas(En)).steps[0].text);
    let page = page(En, "?id=cku-railway");
    assert!(
        page.contains(&*english) && !page.contains(&format!("<span lang=\"en\">{english}")),
        "English alone says nothing"
    );
}

#[test]
fn texts_of_another_program_are_refused_and_change_nothing() {
    let packed: &'static str = table::pack(&rows(Ru), &Dataset::parse(BUNDLED).unwrap(), Ru).leak();
    let (short, _) = packed.split_at(packed.find("\n\n").unwrap_or(packed.len() / 2));
    for text in ["", "\n\n\n", short] {
        let refused = Atlas::translated(Dataset::parse(BUNDLED).unwrap(), Ru, text);
        assert!(refused.is_err(), "{} lines", text.split('\n').count());
    }
    let whole = Atlas::translated(Dataset::parse(BUNDLED).unwrap(), Ru, packed).unwrap();
    assert_eq!(whole.words.say(Key::Close), "Закрыть");
}

/// A table that was changed by hand tells its faults by line.
#[test]
fn the_checker_names_the_line_of_each_fault_of_a_table() {
    let path = Path::new("languages/kk.csv");
    let text = fs::read_to_string(path).unwrap();
    let broken = text.replacen("ui/Close,Close,", "ui/Close,Shut,", 1).replacen("ui/Drop,", "ui/Dropped,", 1);
    let (rows, problems) = table::read(&broken);
    assert!(problems.is_empty(), "{problems:?}");
    let line = |needle: &str| broken.lines().position(|line| line.starts_with(needle)).unwrap() + 1;
    let told: Vec<String> = table::check(&rows, &wanted(), Kk).iter().map(ToString::to_string).collect();
    for expected in [
        format!("line {}: ui/Close: the English has changed; translated was “Shut”", line("ui/Close,")),
        format!("line {}: ui/Dropped: the atlas has no such text", line("ui/Dropped,")),
        "ui/Drop: not translated".to_owned(),
    ] {
        assert!(told.contains(&expected), "{expected}: {told:#?}");
    }
}

//! Forty searches, each with a record it must find, and what must not be found.

use summit_atlas::model::dataset::codes::CountryId;
use summit_atlas::model::dataset::index::{Atlas, Index};
use summit_atlas::model::search::SearchIndex;
use summit_atlas::start;

fn ids(search: &SearchIndex, atlas: &Atlas, words: &str) -> Vec<&'static str> {
    search.find(words, atlas).iter().map(|place| atlas.data.agreements[place].id.as_str()).collect()
}

#[test]
fn forty_searches_find_what_they_should() {
    let (atlas, _) = start::load().unwrap();
    let search = SearchIndex::new(atlas);
    for (words, expected) in [
        ("CKU", "cku-railway"),
        ("cku railway", "cku-railway"),
        ("中吉乌铁路", "cku-railway"),
        ("железная дорога", "cku-railway"),
        ("kashgar andijan", "cku-railway"),
        ("Eternal", "treaty-permanent-good-neighbourliness"),
        ("Permanent Good-Neighborliness", "treaty-permanent-good-neighbourliness"),
        ("добрососедстве", "treaty-permanent-good-neighbourliness"),
        ("睦邻友好", "treaty-permanent-good-neighbourliness"),
        ("misprint", "treaty-permanent-good-neighbourliness"),
        ("Astana Declaration", "astana-declaration"),
        ("астанинская", "astana-declaration"),
        ("阿斯塔纳宣言", "astana-declaration"),
        ("110", "outcome-list-110"),
        ("55 agreements", "outcome-list-110"),
        ("seamless trade", "seamless-trade-mou"),
        ("SMOOTH TRADE", "seamless-trade-mou"),
        ("critical minerals", "green-minerals-mou"),
        ("减贫合作中心", "centre-poverty-reduction"),
        ("desertification", "centre-desertification-control"),
        ("three centres", "centre-poverty-reduction"),
        ("nanjing", "platform-trade-facilitation"),
        ("1.5 billion yuan", "grant-rmb-1-5bn"),
        ("training places", "training-3000-places"),
        ("$17 billion", "business-council-35-memoranda"),
        ("58 documents", "industrial-investment-forum-58"),
        ("$25 billion", "industrial-investment-forum-58"),
        ("Ulken", "kz-first-npp-ulken"),
        ("DBK", "cdb-dbk-loan"),
        ("QazaqGaz", "ccb-qazaqgaz-line"),
        ("BYD", "byd-uzbekistan"),
        ("WTO", "uz-wto-protocol"),
        ("galkynysh", "galkynysh-phase-4"),
        ("line D", "gas-pipeline-d"),
        ("Ürümqi Samarkand", "sister-urumqi-samarkand"),
        ("urumqi", "centre-education-exchange"),
        ("sughd", "sister-shaanxi-sughd"),
        ("Қазақстан", "kz-24-documents"),
        ("Qazaqstan", "kz-24-documents"),
        ("哈萨克斯坦", "kz-24-documents"),
        ("Кыргызстан", "kg-ai-centre-mou"),
        ("Тоҷикистон", "tj-ai-mou"),
        ("Türkmenistan", "tm-gas-supply"),
        ("oʻzbekiston", "byd-uzbekistan"),
    ] {
        let found = ids(&search, atlas, words);
        assert!(found.contains(&expected), "{words:?} finds {found:?}, not {expected}");
    }
}

#[test]
fn names_of_a_country_in_any_script_find_the_same_records() {
    let (atlas, _) = start::load().unwrap();
    let search = SearchIndex::new(atlas);
    let all = Index::with(&atlas.index.country, CountryId::KZ);
    for words in
        ["Қазақстан", "қазақстан", "Qazaqstan", "Kazakhstan", "哈萨克斯坦", "Казахстан", "KAZAKHSTAN"]
    {
        let found = search.find(words, atlas);
        assert_eq!(found.and(&all), all, "{words}");
    }
}

#[test]
fn nonsense_finds_nothing_and_nothing_finds_all() {
    let (atlas, _) = start::load().unwrap();
    let search = SearchIndex::new(atlas);
    for words in ["xyzzy", "<script>", "ъъъ", "railwayx"] {
        assert!(search.find(words, atlas).is_empty(), "{words}");
    }
    for words in ["", "   ", "—", "“”"] {
        assert_eq!(search.find(words, atlas), atlas.index.all, "{words:?}");
    }
}

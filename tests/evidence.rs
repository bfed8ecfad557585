//! Claims, money, headlines, promises: the figures by hand, and every discrepancy findable.

use leptos::prelude::*;
use summit_atlas::model::clock::{self, Age};
use summit_atlas::model::compare;
use summit_atlas::model::dataset::codes::{Bound, Code, CountryId, MoneyKind, Promise, Standing};
use summit_atlas::model::dataset::index::Atlas;
use summit_atlas::model::dataset::{AgreementId, Dataset, Day, PartialDate};
use summit_atlas::model::export::csv;
use summit_atlas::model::headline::Held;
use summit_atlas::model::search::SearchIndex;
use summit_atlas::model::view::page::Addresses;
use summit_atlas::model::view::query::read;
use summit_atlas::model::words::{Locale, Words};
use summit_atlas::start;
use summit_atlas::ui::app::app;
use summit_atlas::ui::store::Store;

/// A build without pages.
static AT_ROOT: Addresses =
    Addresses { root: String::new(), has_pages: false, is_alone: false, locale: Locale::En, embed: None };

fn atlas() -> &'static Atlas {
    start::load().unwrap().0
}

/// The fixture, with the definitions of the format.
fn mini() -> &'static Atlas {
    let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = |file: &str| {
        root.join(if file == "definitions.json" { "public/data" } else { "tests/fixtures/mini" })
    };
    let mut bundle = serde_json::Map::new();
    for (file, key) in summit_atlas::model::dataset::parse::FILES {
        let text = std::fs::read_to_string(folder(file).join(file)).unwrap();
        bundle.insert(key.to_owned(), serde_json::from_str(&text).unwrap());
    }
    let text: &'static str = Box::leak(serde_json::Value::Object(bundle).to_string().into_boxed_str());
    Box::leak(Box::new(Atlas::new(Dataset::parse(text).unwrap())))
}

/// The page of a link over a dataset, on a day.
fn page(atlas: &'static Atlas, link: &str, today: &str) -> String {
    let geometry = start::load().unwrap().1;
    Owner::new().with(|| app(Store::new(atlas, geometry, &AT_ROOT, read(link, atlas), day(today))).markup())
}

fn day(text: &str) -> Day {
    PartialDate::parse(text).unwrap().last
}

fn held(id: &str) -> Held {
    let headline = atlas().data.edition.headlines.iter().find(|one| one.id == id).unwrap();
    Held::new(atlas(), headline).unwrap()
}

#[test]
fn both_values_of_a_disputed_figure_stand_in_card_table_grid_and_csv() {
    let mini = mini();
    let card = page(mini, "?id=loan", "2026-01-01");
    for words in [
        "Sources differ: ",
        "2.3 bn US dollars",
        "over 4 bn yuan",
        "A minister",
        "The minister of the borrower.",
    ] {
        assert!(card.contains(words), "card: {words}");
    }
    assert!(card.contains("data-shown=\"true\"><b>2.3 bn US dollars"), "which one is shown");
    let table = page(mini, "?view=table", "2026-01-01");
    let row =
        table.split("<tbody data-agreement=\"loan\">").nth(1).unwrap().split("</tbody>").next().unwrap();
    assert!(row.contains("$2.3 bn") && row.contains("Sources differ"), "{row}");
    let grid = page(mini, "?view=grid&cells=loan", "2026-01-01");
    assert!(grid.contains("$2.3 bn") && grid.contains("Sources differ on amounts in these totals"));
    assert!(grid.split("grid__differ").nth(1).unwrap().contains("over 4 bn yuan"));
    let csv = csv::claims(mini, mini.index.all);
    for line in [
        "loan,sum,Sum of the loan,1,yes,2.3 bn US dollars,2300000000,USD,loan,,A minister,2025,",
        "loan,sum,Sum of the loan,2,no,over 4 bn yuan,4000000000,CNY,loan,over,,",
    ] {
        assert!(csv.contains(line), "{line}\n{csv}");
    }
}

/// By hand: 6 + 0.8 + 0.42 + 0.65 + 0.089 = 7.959 of over 24 billion; 24 − 7.959 = 16.041.
#[test]
fn the_headline_of_the_forum_stands_beside_its_items() {
    let forum = held("forum-sum");
    assert_eq!((forum.announced, forum.held, forum.n_records), (24e9, 7.959e9, 5));
    assert_eq!((forum.kind, forum.bound), (Some(MoneyKind::Contract), Bound::Over));
    assert!((forum.rest() - 16.041e9).abs() < 1.0);
    assert!((forum.share() - 0.3316).abs() < 0.0001);
}

#[test]
fn the_headline_of_the_council_has_no_itemised_part() {
    let council = held("council-sum");
    assert_eq!((council.announced, council.held, council.n_records), (17e9, 0.0, 0));
    assert_eq!(council.kind, Some(MoneyKind::Memorandum));
    assert_eq!(council.rest(), 17e9);
}

#[test]
fn counts_stand_beside_the_records_of_this_edition() {
    for (id, announced, n_records) in [
        ("results", 110.0, 41),
        ("agreements-in-list", 55.0, 11),
        ("initiatives-in-list", 31.0, 30),
        ("kazakh-documents", 24.0, 6),
        ("forum-documents", 58.0, 6),
    ] {
        let held = held(id);
        assert_eq!((held.announced, held.n_records, held.kind), (announced, n_records, None), "{id}");
    }
    let overview = page(atlas(), "", "2026-11-23");
    assert!(overview.contains("41 records of this edition stand beside 110 results."));
    assert!(overview.contains("Not itemised in any source read: about $16.04 bn."));
}

/// Kinds of money are only ever next to each other: no text of the page joins amounts of two kinds.
#[test]
fn no_mixed_total_exists() {
    let everything: Vec<f64> =
        atlas().data.agreements.iter().flat_map(|one| one.counted_money()).map(|one| one.value).collect();
    let mixed = Words::default().short_number(everything.iter().sum());
    for link in ["", "?view=grid", "?view=compare", "?view=table", "?country=KZ", "?view=grid&cells=contract"]
    {
        assert!(!page(atlas(), link, "2026-11-23").contains(&mixed), "{link} holds {mixed}");
    }
    for (kind, sums) in compare::money(atlas(), atlas().index.all) {
        for sum in sums {
            let alike = atlas().data.agreements.iter().flat_map(|one| one.counted_money());
            let alike = alike.filter(|one| one.kind == Some(kind) && one.unit == sum.currency);
            assert_eq!(
                alike.map(|one| one.value).sum::<f64>(),
                sum.value,
                "{} {}",
                kind.code(),
                sum.currency
            );
        }
    }
}

#[test]
fn the_clock_tells_promises_apart_on_four_days() {
    let state = |id: &'static str, today: &str| {
        clock::promise(atlas().agreement(AgreementId(id)).unwrap(), day(today))
    };
    for (id, states) in [
        // On 1 June 2025, at the edition, in January 2028 and in 2040.
        ("cku-railway", [Promise::Ahead, Promise::Ahead, Promise::Ahead, Promise::Overdue]),
        ("uz-wto-protocol", [Promise::Ahead, Promise::Overdue, Promise::Overdue, Promise::Overdue]),
        (
            "years-high-quality-development",
            [Promise::Ahead, Promise::Soon, Promise::Overdue, Promise::Overdue],
        ),
        ("uz-interregional-forum", [Promise::Soon, Promise::Met, Promise::Met, Promise::Met]),
        (
            "tm-global-security-strategy",
            [Promise::Ahead, Promise::Overdue, Promise::Overdue, Promise::Overdue],
        ),
        ("byd-uzbekistan", [Promise::Met; 4]),
        ("development-fund", [Promise::NoDate; 4]),
    ] {
        let found = ["2025-06-01", "2026-11-23", "2028-01-01", "2040-01-01"].map(|today| state(id, today));
        assert_eq!(found, states, "{id}");
    }
}

#[test]
fn the_page_says_when_the_edition_has_grown_old() {
    let edition = atlas().data.edition.date.last;
    assert_eq!(Age::of(edition, edition), Age::Current);
    let words = ["Not updated for a year", "No longer maintained"];
    for (today, expected) in [
        ("2026-11-23", [false, false]),
        ("2027-12-01", [true, false]),
        ("2029-11-23", [false, true]),
        ("2050-01-01", [false, true]),
    ] {
        let page = page(atlas(), "", today);
        assert_eq!(words.map(|words| page.contains(words)), expected, "{today}");
        assert!(page.contains("as of 23 November 2026"), "{today}");
    }
}

#[test]
fn the_view_of_promises_holds_every_target_and_both_days() {
    let page = page(atlas(), "?view=promises", "2027-01-15");
    assert!(page.contains("Today is 15 January 2027") && page.contains("closed on 23 November 2026"));
    for step in atlas().data.agreements.iter().flat_map(|one| &one.steps).filter(|step| step.due) {
        assert!(page.contains(step.text), "{}", step.text);
    }
}

#[test]
fn what_nobody_else_says_is_listed() {
    let page = page(atlas(), "?view=briefing", "2026-11-23");
    let list = page.split("briefing__alone").nth(1).unwrap().split("</ul>").next().unwrap();
    for claim in &atlas().data.claims {
        let is_listed = list.contains(&format!(">{}</span>", claim.id.as_str()));
        assert_eq!(is_listed, claim.standing == Standing::ArticleOnly, "{}", claim.id.as_str());
    }
    for part in [
        "what-it-was",
        "legal-architecture",
        "industry",
        "digital-and-green",
        "trade-and-money",
        "people",
        "countries",
        "left-out",
    ] {
        assert!(page.contains(&format!("data-part=\"{part}\"")), "{part}");
    }
}

#[test]
fn comparing_shows_chosen_countries_and_what_only_one_has() {
    let page = page(atlas(), "?view=compare&country=UZ~TJ", "2026-11-23");
    let table = page.split("compare__table").nth(1).unwrap();
    assert!(table.contains("data-columns=\"2\"") && !table.contains(">Turkmenistan</th>"));
    assert!(table.contains("3.86 bn US dollars") && table.contains("1.96 bn US dollars"), "trade, both ways");
    let index = &atlas().index;
    let alone = compare::only(index, index.all, CountryId::TJ, &[CountryId::TJ, CountryId::UZ]);
    let by_hand = atlas().data.agreements.iter();
    let by_hand =
        by_hand.filter(|one| one.parties.contains(&CountryId::TJ) && !one.parties.contains(&CountryId::UZ));
    assert_eq!(alone.count(), by_hand.count());
}

#[test]
fn a_correction_carries_id_edition_and_field() {
    let page = page(atlas(), "?id=cku-railway", "2026-11-23");
    assert!(page.contains("mailto:?subject=Correction%3A%20cku-railway%2C%20edition%201%2C%20field%20cost"));
    assert!(page.contains("field%20whole%20record"));
}

#[test]
fn chosen_values_are_defined_beside_the_result() {
    let page = page(atlas(), "?stage=signed&money=loan&party=all&country=KZ", "2026-11-23");
    for words in [
        "no source shows that it entered into force",
        "Money lent or a credit line",
        "Every one of the chosen countries",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let method = self::page(atlas(), "?view=method", "2026-11-23");
    for definition in &atlas().data.definitions {
        assert!(method.contains(definition.text), "{}: {}", definition.list, definition.code);
        let must_name = ["stage", "instrument", "kind of money"].contains(&definition.list);
        assert!(
            !must_name || definition.from.is_some_and(|from| method.contains(from)),
            "{}",
            definition.code
        );
    }
}

/// The 26 discrepancies of the fact base: words of a search, and the card that holds them.
#[test]
fn every_discrepancy_is_found_by_search() {
    let search = SearchIndex::new(atlas());
    for (words, id) in [
        ("58 documents nearly 25 bn", "industrial-investment-forum-58"),
        ("memoranda over 17 bn", "business-council-35-memoranda"),
        ("three centres platform", "centre-poverty-reduction"),
        ("eternal permanent", "treaty-permanent-good-neighbourliness"),
        ("four principles common modernisation", "china-central-asia-spirit"),
        ("WTO accession protocol", "uz-wto-protocol"),
        ("development bank lends DBK", "cdb-dbk-loan"),
        ("CNNC Rosatom", "kz-second-npp-cnnc"),
        ("electric vehicles joint plants discussed", "tj-joint-manufacturing"),
        ("portfolio stock 60", "uz-project-portfolio"),
        ("more than 18,000", "central-asian-students-china"),
        ("15,000", "central-asian-students-china"),
        ("put forward by Uzbekistan going to be built", "standardisation-centre-tashkent"),
        ("electronic silk road proposal", "electronic-silk-road"),
        ("green development programme 2030 proposal", "green-development-programme-2030"),
        ("partnership concept strategy", "long-term-partnership-concept"),
        ("AI centre memorandum launched", "kg-ai-centre-mou"),
        ("pledged to export more gas", "tm-gas-supply"),
        ("win-win", "tm-transport-diversification"),
        ("successfully institutionalized", "long-term-strategy-2026-2030"),
        ("532.53 km 486 km", "cku-railway"),
        ("8 bn 4.7 bn", "cku-railway"),
        ("2027 2028 works began in december 2023", "ayagoz-tacheng-railway"),
        ("110 outcomes 14 multilateral", "outcome-list-110"),
        ("direct flights 16 june 2025", "dushanbe-beijing-flight"),
        ("Xinhua China Media Group", "kg-kabar-media"),
        ("three pillars six", "kg-six-areas"),
        ("10 billion 30 billion cubic metres", "galkynysh-phase-4"),
        ("55 billion 60 billion capacity", "gas-pipeline-abc"),
        ("december 2011 september 2012", "gas-pipeline-abc"),
        ("development fund existence", "development-fund"),
        ("article leaves grant out", "grant-rmb-1-5bn"),
        ("article does not mention", "astana-declaration"),
        ("article leaves it out online training", "training-3000-places"),
    ] {
        let found: Vec<&str> = search
            .find(words, atlas())
            .iter()
            .map(|place| atlas().data.agreements[place].id.as_str())
            .collect();
        assert!(found.contains(&id), "{words:?} finds {found:?}, not {id}");
    }
    for (words, country) in [
        ("22.71 customs", CountryId::KG),
        ("5.1 bn", CountryId::KG),
        ("1.96", CountryId::TJ),
        ("66.2", CountryId::CN),
    ] {
        assert!(search.find_cards(words).contains(&country), "{words}");
    }
}

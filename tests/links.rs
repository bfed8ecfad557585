//! Links: every view round-trips, nothing a link can hold breaks anything, and links once
//! published open for ever.

use proptest::prelude::*;
use summit_atlas::model::dataset::codes::{Code, CountryId, Instrument, MoneyKind, Sector, Stage, Tier};
use summit_atlas::model::dataset::index::Atlas;
use summit_atlas::model::view::embed::{Embed, Part};
use summit_atlas::model::view::page::Addresses;
use summit_atlas::model::view::query::{MAX_WORDS, read, write};
use summit_atlas::model::view::tour;
use summit_atlas::model::view::{
    ColourBy, Facets, Frame, LaneBy, PartyRule, Set, Sites, SortBy, Touring, View, ViewState,
};
use summit_atlas::start;

fn atlas() -> &'static Atlas {
    use std::sync::OnceLock;
    static ATLAS: OnceLock<&'static Atlas> = OnceLock::new();
    ATLAS.get_or_init(|| start::load().unwrap().0)
}

fn any_of<T: Code + std::fmt::Debug>() -> impl Strategy<Value = T> {
    (0..T::ALL.len()).prop_map(|place| T::ALL[place])
}

fn set_of<T: Code + std::fmt::Debug>() -> impl Strategy<Value = Set<T>> {
    proptest::collection::vec(any_of::<T>(), 0..5).prop_map(|values| {
        let mut set = Set::default();
        values.into_iter().for_each(|value| set.insert(value));
        set
    })
}

fn years() -> impl Strategy<Value = (Option<i16>, Option<i16>)> {
    (proptest::option::of(1950..2050_i16), proptest::option::of(1950..2050_i16)).prop_map(|(a, b)| {
        match (a, b) {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            other => other,
        }
    })
}

fn facets() -> impl Strategy<Value = Facets> {
    let sets = (set_of(), set_of(), set_of(), set_of(), set_of(), set_of(), set_of());
    let words = proptest::string::string_regex("[^\\p{C}]{0,60}").unwrap();
    (sets, any_of::<PartyRule>(), years(), words).prop_map(|(sets, party_rule, (from, to), words)| Facets {
        countries: sets.0,
        party_rule,
        sectors: sets.1,
        instruments: sets.2,
        stages: sets.3,
        tiers: sets.4,
        money: sets.5,
        languages: sets.6,
        from,
        to,
        words,
    })
}

fn colours() -> impl Strategy<Value = ColourBy> {
    prop_oneof![
        Just(ColourBy::Records),
        Just(ColourBy::Stage),
        any_of::<Sector>().prop_map(ColourBy::Sector),
        any_of::<MoneyKind>().prop_map(ColourBy::Money)
    ]
}

fn frames() -> impl Strategy<Value = Frame> {
    let at = (-2600..4000_i16, -1300..1700_i16, 50..3200_u16);
    prop_oneof![
        Just(Frame::Auto),
        Just(Frame::Region),
        Just(Frame::Corridor),
        Just(Frame::Fergana),
        at.prop_map(|(x_km, y_km, zoom)| Frame::At { x_km, y_km, zoom }),
    ]
}

fn views() -> impl Strategy<Value = ViewState> {
    let n_records = atlas().data.agreements.len();
    let n_events = atlas().data.events.len();
    let open = prop_oneof![
        Just((None, None)),
        (0..n_records).prop_map(|place| (Some(atlas().data.agreements[place].id), None)),
        (0..n_events).prop_map(|place| (None, Some(atlas().data.events[place].id))),
    ];
    let cells = proptest::option::of(any_of::<MoneyKind>());
    let looks = (any_of::<LaneBy>(), any_of::<SortBy>(), any::<bool>(), any_of::<Sites>(), cells);
    let tour =
        proptest::option::of(("[a-z0-9-]{0,20}", 1..50_u16).prop_map(|(id, step)| Touring { id, step }));
    (any_of::<View>(), facets(), open, colours(), looks, frames(), tour).prop_map(
        |(view, facets, (record, event), colour, (lanes, sort, descending, sites, cells), frame, tour)| {
            ViewState {
                view,
                facets,
                record,
                event,
                colour,
                lanes,
                cells,
                sort,
                descending,
                sites,
                frame,
                tour,
            }
        },
    )
}

proptest! {
    #[test]
    fn every_view_comes_back_from_its_link(view in views()) {
        let link = write(&view);
        let reading = read(&link, atlas());
        prop_assert_eq!(&reading.view, &view, "{}", link);
        prop_assert!(reading.left.ignored.is_empty(), "{:?} of {}", reading.left.ignored, link);
        let survives = |c: char| c.is_ascii_alphanumeric() || "-_.~+%&=".contains(c);
        prop_assert!(link.chars().all(survives), "{}", link);
    }

    #[test]
    fn any_string_is_survived_and_its_reading_is_stable(text in ".{0,300}") {
        let view = read(&text, atlas()).view;
        prop_assert_eq!(read(&write(&view), atlas()).view, view);
    }

    #[test]
    fn links_made_of_our_own_keys_and_nonsense_are_survived(
        parts in proptest::collection::vec(("(view|id|event|country|party|sector|stage|from|to|q|colour|lanes|sort|places|frame|lang|tour|embed|hide|accent)", ".{0,20}"), 0..8)
    ) {
        let text: Vec<String> = parts.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let view = read(&text.join("&"), atlas()).view;
        prop_assert_eq!(read(&write(&view), atlas()).view, view);
    }
}

#[test]
fn hostile_links_are_survived_and_named() {
    let long = format!("?q={}", "a".repeat(100_000));
    for (link, named) in [
        ("?country=%", "country=%"),
        ("?country=%zz&sector=%E0%A4", "country=%zz"),
        ("?__proto__=1", "__proto__=1"),
        ("?constructor[prototype]=x", "constructor[prototype]=x"),
        ("?id=<script>alert(1)</script>", "id=<script>alert(1)</script>"),
        ("?id=../../etc/passwd", "id=../../etc/passwd"),
        ("?from=99999999999999999999", "from=99999999999999999999"),
        ("?from=-1", "from=-1"),
        ("?from=2030&to=2020", "from=2030&to=2020"),
        ("?frame=NaN~1~2", "frame=NaN~1~2"),
        ("?frame=1e9~1~2", "frame=1e9~1~2"),
        ("?frame=1~2~3~4", "frame=1~2~3~4"),
        ("?view=map&view=table", "view=table"),
        ("?sort=--title-", "sort=--title-"),
        ("?sector=energy~oil~trade", "sector=oil"),
        ("?stage=signed%00", "stage=signed"),
        ("?lang=xx", "lang=xx"),
        ("?id=cku-railway&event=summit-2-2025", "event"),
        ("?%F0%9F%98%80=1", "😀=1"),
        ("?a\u{202e}b=1", "ab=1"),
        ("?=", ""),
        (long.as_str(), "a"),
    ] {
        let reading = read(link, atlas());
        let is_named = reading.left.ignored.iter().any(|part| part.contains(named));
        let is_cut = link.len() > 4096 && reading.left.ignored == ["the whole link (too long)"];
        assert!(is_named || is_cut, "{link:.80}: {:?}", reading.left.ignored);
    }
}

#[test]
fn known_parts_beside_unknown_ones_are_kept() {
    let reading = read("?country=KZ~XX&utm_source=mail&sector=energy", atlas());
    assert!(reading.view.facets.countries.contains(CountryId::KZ));
    assert!(reading.view.facets.sectors.contains(Sector::Energy));
    assert_eq!(reading.left.ignored, ["country=XX", "utm_source=mail"]);
}

#[test]
fn words_are_cut_to_their_length() {
    let words = "ж".repeat(MAX_WORDS + 1);
    let reading = read(&format!("?q={words}"), atlas());
    assert_eq!(reading.view.facets.words.chars().count(), MAX_WORDS);
}

/// Links that stand in articles. They are never changed, only added to.
#[test]
fn links_once_published_open_for_ever() {
    let with = |edit: fn(&mut ViewState)| {
        let mut view = ViewState::default();
        edit(&mut view);
        view
    };
    for (link, view) in [
        ("", with(|_| {})),
        ("?country=KZ", with(|view| view.facets.countries = Set::only(CountryId::KZ))),
        (
            "?view=timeline&sector=energy",
            with(|view| {
                view.view = View::Timeline;
                view.facets.sectors = Set::only(Sector::Energy);
            }),
        ),
        (
            "?stage=under-way&instrument=project&tier=state",
            with(|view| {
                view.facets.stages = Set::only(Stage::UnderWay);
                view.facets.instruments = Set::only(Instrument::Project);
                view.facets.tiers = Set::only(Tier::State);
            }),
        ),
        (
            "?from=2024&to=2026&q=%D0%B3%D0%B0%D0%B7",
            with(|view| {
                view.facets.from = Some(2024);
                view.facets.to = Some(2026);
                view.facets.words = "газ".to_owned();
            }),
        ),
        (
            "?country=KG~UZ&party=all",
            with(|view| {
                view.facets.countries = Set::only(CountryId::KG);
                view.facets.countries.insert(CountryId::UZ);
                view.facets.party_rule = PartyRule::All;
            }),
        ),
        (
            "?frame=120~-80~400&places=off&lang=en",
            with(|view| {
                view.frame = Frame::At { x_km: 120, y_km: -80, zoom: 400 };
                view.sites = Sites::Hidden;
            }),
        ),
    ] {
        let reading = read(link, atlas());
        assert_eq!(reading.view, view, "{link}");
        assert!(reading.left.ignored.is_empty(), "{link}: {:?}", reading.left.ignored);
    }
    let railway = read("?id=cku-railway", atlas());
    assert_eq!(railway.view.record.map(|id| id.as_str()), Some("cku-railway"));
}

/// The caption of a step used to stand over the default view, unless the link said the view as well.
#[test]
fn a_link_to_a_step_of_a_tour_shows_the_view_of_the_step() {
    let behind = atlas().behind().unwrap();
    for embed in [None, Some(Part::Map), Some(Part::Grid), Some(Part::Card)] {
        let embed = embed.map(|part| Embed { part, ..Embed::default() });
        let addresses = Addresses { embed, ..Addresses::default() };
        for tour in &behind.tours {
            for number in 1..=tour.steps.len() {
                let shown = tour::step(tour, number, atlas()).unwrap();
                let prefix = embed.map(|embed| embed.write() + "&").unwrap_or_default();
                for link in [format!("?{prefix}tour={}~{number}", tour.id), addresses.of(&shown)] {
                    let reading = addresses.read("", &link, atlas());
                    assert_eq!(reading.view, shown, "{link}");
                    assert!(reading.left.ignored.is_empty(), "{link}");
                }
            }
        }
    }
    let reading = Addresses::default().read("", "?tour=nowhere~2", atlas());
    assert_eq!(reading.left.ignored, ["tour=nowhere"]);
    assert_eq!(reading.view.tour.unwrap().id, behind.tours[0].id, "the first one stands in for it");
    let kept = Addresses::default().read("", "?tour=2&sector=energy", atlas()).view;
    assert!(kept.facets.sectors.contains(Sector::Energy), "a link that says more shows what it says");
}

#[test]
fn a_frame_shows_its_part_unless_its_address_names_another_view() {
    for part in Part::ALL {
        let embed = Embed { part: *part, ..Embed::default() };
        let addresses = Addresses { embed: Some(embed), ..Addresses::default() };
        let own = addresses.read("", &format!("?{}&country=KZ&view=nowhere", embed.write()), atlas());
        assert_eq!(own.view.view, embed.view(), "{part:?}");
        for view in View::ALL {
            let shown = ViewState { view: *view, ..own.view.clone() };
            let link = addresses.of(&shown);
            assert_eq!(addresses.read("", &link, atlas()).view, shown, "{link}");
            assert_eq!(link.contains("view="), *view != embed.view(), "{link}");
        }
    }
}

#[test]
fn codes_of_colours_are_all_different() {
    let all = [ColourBy::Records, ColourBy::Stage].into_iter();
    let all = all.chain(Sector::ALL.iter().copied().map(ColourBy::Sector));
    for colour in all.chain(MoneyKind::ALL.iter().copied().map(ColourBy::Money)) {
        assert_eq!(ColourBy::from_code(colour.code()), Some(colour));
    }
}

//! Pictures to take away: whole, with everything they must say inside, nothing cut at their edges, and
//! readable by a program that others wrote. Tours: views that exist.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use leptos::prelude::Owner;
use resvg::usvg::{Group, Node, Options, Tree, fontdb, roxmltree};
use summit_atlas::model::dataset::codes::{Code, CountryId, MoneyKind, Sector, Stage};
use summit_atlas::model::dataset::index::Atlas;
use summit_atlas::model::view::page::Addresses;
use summit_atlas::model::view::query::{read, write};
use summit_atlas::model::words::{Key, Locale};
use summit_atlas::picture::map::{DARK, LIGHT, Scheme};
use summit_atlas::picture::text::width_of;
use summit_atlas::picture::{Picture, Subject, picture};
use summit_atlas::ui::store::Store;
use summit_atlas::{site, start};

/// Filters of every sort, so many that their words take several lines.
const MANY: &str = "country=KZ~KG~UZ~TJ~TM~CN&sector=energy~transport~trade~agriculture~education\
    &stage=signed~announced~under-way~delivered~proposed&instrument=treaty~memorandum~contract\
    &language=en~ru~zh&tier=state~state-media~press~reference&from=2021";

fn atlases() -> &'static [&'static Atlas] {
    static ATLASES: OnceLock<Vec<&'static Atlas>> = OnceLock::new();
    ATLASES.get_or_init(|| {
        let others = site::languages::all(Path::new("languages")).unwrap();
        let others = others.into_iter().map(|translation| translation.atlas);
        [start::load().unwrap().0].into_iter().chain(others).collect()
    })
}

fn drawn_in(atlas: &'static Atlas, link: &str, subject: Subject) -> Picture {
    drawn_by(atlas, link, subject, LIGHT)
}

fn drawn_by(atlas: &'static Atlas, link: &str, subject: Subject, scheme: Scheme) -> Picture {
    let geometry = start::load().unwrap().1;
    let addresses = Box::leak(Box::new(Addresses::default()));
    let reading = read(link, atlas);
    assert!(reading.left.ignored.is_empty(), "{link}: {:?}", reading.left.ignored);
    Owner::new().with(|| {
        let today = atlas.data.edition.date.last;
        let store = Store::new(atlas, geometry, addresses, reading, today);
        picture(store, subject, scheme)
    })
}

fn drawn(link: &str, subject: Subject) -> Picture {
    drawn_in(atlases()[0], link, subject)
}

/// The pictures whose edges are looked at: link and subject.
fn looked_at() -> Vec<(String, Subject)> {
    let mut all: Vec<(String, Subject)> = Vec::new();
    for link in ["", "colour=stage", "places=off", "frame=fergana", "frame=corridor", "id=cku-railway", MANY]
    {
        all.push((link.to_owned(), Subject::Map));
    }
    for link in ["", "lanes=partner", "from=2025", MANY] {
        all.push((link.to_owned(), Subject::Timeline));
    }
    for link in ["", MANY] {
        all.push((link.to_owned(), Subject::Grid));
        all.push((link.to_owned(), Subject::Charts));
    }
    all.extend(MoneyKind::ALL.iter().map(|kind| (format!("view=grid&cells={}", kind.code()), Subject::Grid)));
    all
}

/// What of a shape or text is furthest left, right and down, by the drawing's own guess of widths.
fn extent(node: &roxmltree::Node) -> Option<(f64, f64, f64)> {
    let get =
        |name: &str| node.attribute(name).and_then(|value| value.parse::<f64>().ok()).unwrap_or_default();
    match node.tag_name().name() {
        "text" => {
            let said: String = node.text().unwrap_or_default().to_owned();
            let wide = width_of(&said, get("font-size"));
            let left = match node.attribute("text-anchor") {
                Some("middle") => get("x") - wide / 2.0,
                Some("end") => get("x") - wide,
                _ => get("x"),
            };
            Some((left, left + wide, get("y")))
        }
        "rect" | "svg" => Some((get("x"), get("x") + get("width"), get("y") + get("height"))),
        "line" => Some((get("x1").min(get("x2")), get("x1").max(get("x2")), get("y1").max(get("y2")))),
        "circle" => Some((get("cx") - get("r"), get("cx") + get("r"), get("cy") + get("r"))),
        "polygon" => {
            let points = node.attribute("points")?.split(' ').filter_map(|point| point.split_once(','));
            let points: Vec<(f64, f64)> =
                points.map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap())).collect();
            let over = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).fold(f64::MIN, f64::max);
            Some((-over(|point| -point.0), over(|point| point.0), over(|point| point.1)))
        }
        _ => None,
    }
}

/// How far a group is moved.
fn moved(node: &roxmltree::Node) -> (f64, f64) {
    let moved = node.attribute("transform").unwrap_or("translate(0 0)");
    let inside = moved.strip_prefix("translate(").unwrap().strip_suffix(')').unwrap();
    let (x, y) = inside.split_once(' ').unwrap();
    (x.parse().unwrap(), y.parse().unwrap())
}

fn check_inside(node: roxmltree::Node, (x, y): (f64, f64), (width, height): (f64, f64), said: &str) {
    for child in node.children().filter(roxmltree::Node::is_element) {
        if let Some((left, right, low)) = extent(&child) {
            let what = child.text().unwrap_or(child.tag_name().name());
            assert!(left + x >= -0.5, "{said}: {what:?} begins at {}", left + x);
            assert!(right + x <= width + 0.5, "{said}: {what:?} ends at {} of {width}", right + x);
            assert!(low + y <= height + 0.5, "{said}: {what:?} lies at {} of {height}", low + y);
        }
        // The map clips what it holds; patterns are no part of the picture.
        if child.tag_name().name() == "g" {
            let by = moved(&child);
            check_inside(child, (x + by.0, y + by.1), (width, height), said);
        }
    }
}

#[test]
fn nothing_reaches_beyond_the_edges_of_a_picture_in_any_language() {
    assert_eq!(atlases().len(), Locale::offered().len());
    for atlas in atlases() {
        for (link, subject) in looked_at() {
            let Picture { svg, size_px: (width, height) } = drawn_in(atlas, &link, subject);
            let document = roxmltree::Document::parse(&svg).unwrap();
            let said = format!("{} {subject:?} {link:?}", atlas.words.locale().code());
            let size = (f64::from(width), f64::from(height));
            check_inside(document.root_element(), (0.0, 0.0), size, &said);
        }
    }
}

fn check_texts(group: &Group, (width, height): (f32, f32), said: &str) {
    for node in group.children() {
        match node {
            Node::Group(group) if group.clip_path().is_none() => check_texts(group, (width, height), said),
            Node::Text(text) => {
                let at = text.abs_bounding_box();
                let words: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
                assert!(at.left() >= 0.0 && at.right() <= width, "{said}: {words:?} {at:?}");
                assert!(at.bottom() <= height, "{said}: {words:?} {at:?}");
            }
            _ => {}
        }
    }
}

#[test]
fn the_guess_of_widths_holds_with_letters_that_are_drawn() {
    let mut letters = fontdb::Database::new();
    for file in ["NotoSans-Regular.ttf", "NotoSerif-Bold.ttf", "NotoSansSC-Bold.otf"] {
        letters.load_font_data(std::fs::read(Path::new("src/site/fonts").join(file)).unwrap());
    }
    let options = Options { fontdb: Arc::new(letters), ..Options::default() };
    for atlas in atlases() {
        for (link, subject) in [
            ("colour=stage", Subject::Map),
            (MANY, Subject::Map),
            ("", Subject::Timeline),
            ("view=grid&cells=loan", Subject::Grid),
            ("", Subject::Charts),
        ] {
            let Picture { svg, size_px: (width, height) } = drawn_in(atlas, link, subject);
            let tree = Tree::from_str(&svg, &options).unwrap();
            let said = format!("{} {subject:?} {link:?}", atlas.words.locale().code());
            check_texts(tree.root(), (width as f32, height as f32), &said);
        }
    }
}

#[test]
fn every_picture_says_what_it_shows_and_where_it_is_from() {
    for (subject, scheme) in Subject::ALL.iter().flat_map(|one| [(*one, LIGHT), (*one, DARK)]) {
        let link = "country=UZ&sector=energy&colour=stage&id=cku-railway";
        let Picture { svg, size_px } = drawn_by(atlases()[0], link, subject, scheme);
        for said in ["Uzbekistan", "Energy", "5 of 140 records", "edition 1", "Sources: ", "CC BY 4.0"] {
            assert!(svg.contains(said), "{subject:?}: {said}");
        }
        assert_eq!(svg.contains("Natural Earth"), subject == Subject::Map, "{subject:?}: borders");
        assert!(
            !svg.contains("href") && !svg.contains("http://127") && !svg.contains("#FF00FF"),
            "{subject:?}"
        );
        let tree = Tree::from_str(&svg, &Options::default()).unwrap();
        assert_eq!((tree.size().width().round() as u32, tree.size().height() as u32), size_px, "{subject:?}");
    }
}

#[test]
fn the_map_is_drawn_as_it_is_seen() {
    let (region, near) = (drawn("", Subject::Map), drawn("frame=fergana", Subject::Map));
    assert_ne!(region.svg, near.svg, "its part");
    assert_ne!(region.svg, drawn("colour=stage", Subject::Map).svg, "its colours");
    assert_ne!(region.svg, drawn("places=off", Subject::Map).svg, "its lines");
    assert!(drawn("", Subject::Map).svg.contains("All records"), "no filters are said too");
    assert!(region.svg.contains(">Astana</text>"), "its towns");
}

/// How many shapes stand in a part of a picture.
fn n_shapes(link: &str, part: &str) -> usize {
    let svg = drawn(link, Subject::Map).svg;
    let document = roxmltree::Document::parse(&svg).unwrap();
    let part = document.descendants().find(|node| node.attribute("data-part") == Some(part));
    part.map_or(0, |part| part.children().filter(roxmltree::Node::is_element).count())
}

#[test]
fn lines_and_places_of_the_map_follow_the_filters() {
    let data = &atlases()[0].data;
    assert_eq!(n_shapes("", "lines"), data.routes.len());
    assert_eq!(n_shapes("places=off", "lines"), 0);
    assert_eq!(n_shapes("places=off", "sites"), 0);
    // It used to draw every line whatever the filters were.
    let energy = |id| atlases()[0].agreement(id).is_some_and(|one| one.sectors.contains(&Sector::Energy));
    let n_energy = data.routes.iter().filter(|route| route.agreement.is_some_and(energy)).count();
    assert!(n_energy > 0 && n_energy < data.routes.len());
    assert_eq!(n_shapes("sector=energy", "lines"), n_energy);
    let mut places: Vec<&str> = data
        .agreements
        .iter()
        .filter(|one| one.sectors.contains(&Sector::Energy))
        .flat_map(|one| one.places.iter().map(|site| site.name))
        .collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(n_shapes("sector=energy", "sites"), places.len());
}

#[test]
fn an_open_record_is_outlined_and_named() {
    // Each outline is a light line under a dark one.
    assert_eq!(n_shapes("", "outlines"), 0);
    assert_eq!(n_shapes("country=UZ", "outlines"), 2);
    let record = atlases()[0].data.agreements.iter().find(|one| one.id.as_str() == "cku-railway").unwrap();
    assert_eq!(record.parties, [CountryId::CN, CountryId::KG, CountryId::UZ]);
    assert_eq!(n_shapes("id=cku-railway", "outlines"), 6);
    assert_eq!(n_shapes("id=cku-railway&country=UZ", "outlines"), 6, "each once");
    assert!(said_in_key("id=cku-railway", atlases()[0], Subject::Map).contains(&bare(record.title)));
}

/// A text without the places where its lines may break.
fn bare(text: &str) -> String {
    text.replace(' ', "")
}

/// All that the key of a picture says.
fn said_in_key(link: &str, atlas: &'static Atlas, subject: Subject) -> String {
    let svg = drawn_in(atlas, link, subject).svg;
    let document = roxmltree::Document::parse(&svg).unwrap();
    let key = document.descendants().filter(|node| node.attribute("data-part") == Some("key"));
    let texts = key.flat_map(|key| key.descendants()).filter(roxmltree::Node::is_text);
    texts.filter_map(|node| node.text().map(bare)).collect::<Vec<_>>().join("|").replace('|', "")
}

#[test]
fn keys_say_what_the_legends_of_the_page_say() {
    for atlas in atlases() {
        let words = atlas.words;
        let check = |link: &str, subject: Subject, wanted: &[&str], unwanted: &[&str]| {
            let key = said_in_key(link, atlas, subject);
            let locale = words.locale().code();
            for said in wanted {
                assert!(key.contains(&bare(said)), "{locale} {subject:?} {link:?}: {said:?} not in {key}");
            }
            for said in unwanted {
                assert!(!key.contains(&bare(said)), "{locale} {subject:?} {link:?}: {said:?} in {key}");
            }
        };
        let lines = [
            Key::LegendRail,
            Key::LegendGas,
            Key::LegendFibre,
            Key::LegendRoad,
            Key::LegendLink,
            Key::LegendPlace,
            Key::LegendLines,
        ]
        .map(|key| words.say(key));
        let plain = [Key::LegendRecords, Key::LegendChina, Key::None].map(|key| words.say(key));
        check("", Subject::Map, &[&plain[..], &lines].concat(), &[]);
        check("places=off", Subject::Map, &plain, &lines[4..]);
        let stages: Vec<&str> = Stage::ladder().iter().map(|stage| words.label(*stage)).collect();
        let off = [words.label(Stage::Stalled), words.label(Stage::Cancelled), words.say(Key::LegendChina)];
        check("colour=stage", Subject::Map, &stages, &off);
        let marks = [
            words.say(Key::Due).trim_end_matches(':'),
            words.label(Stage::Signed),
            words.label(Stage::Announced),
        ];
        check("", Subject::Timeline, &marks, &[]);
        check("", Subject::Charts, &[words.say(Key::ChineseCustoms), words.say(Key::OtherSide)], &[]);
    }
}

#[test]
fn stages_of_the_timeline_differ_by_shape_too() {
    let svg = drawn("", Subject::Timeline).svg;
    let document = roxmltree::Document::parse(&svg).unwrap();
    let marks = document.descendants().filter_map(|node| Some((node.attribute("data-mark")?, node)));
    let mut shapes: Vec<(&str, String)> = marks
        .map(|(code, node)| {
            let shape = node.first_element_child().unwrap();
            let points = shape.attribute("points").unwrap_or_default().split(' ');
            let across: Vec<f64> =
                points.filter_map(|point| point.split_once(',')).map(|(x, _)| x.parse().unwrap()).collect();
            // A triangle points up when its first corner is not its leftmost.
            let is_up = across.iter().any(|x| *x < across[0]);
            let form = [shape.tag_name().name(), shape.attribute("r").unwrap_or_default()].concat();
            let line = shape.attribute("stroke-dasharray").unwrap_or_default();
            (code, format!("{form} {} {is_up} {line} {}", across.len(), node.children().count()))
        })
        .collect();
    shapes.sort();
    shapes.dedup();
    let mut codes: Vec<&str> = shapes.iter().map(|(code, _)| *code).collect();
    codes.dedup();
    assert_eq!(codes.len(), shapes.len(), "a stage has one shape: {shapes:?}");
    let mut forms: Vec<&String> = shapes.iter().map(|(_, shape)| shape).collect();
    forms.sort();
    forms.dedup();
    assert_eq!(forms.len(), shapes.len(), "a shape has one stage: {shapes:?}");
    assert!(codes.contains(&"due") && codes.len() >= 8, "{codes:?}");
}

#[test]
fn the_picture_first_chosen_is_that_of_the_view() {
    for (link, subject) in [
        ("", Subject::Map),
        ("view=timeline", Subject::Timeline),
        ("view=grid", Subject::Grid),
        ("view=compare", Subject::Charts),
        ("view=method", Subject::Map),
    ] {
        assert_eq!(Subject::of(read(link, atlases()[0]).view.view), subject, "{link}");
    }
}

#[test]
fn every_step_of_a_tour_leads_to_the_view_it_says() {
    let atlas = start::load().unwrap().0;
    let tours = &atlas.behind().unwrap().tours;
    assert!(tours.iter().any(|tour| tour.steps.len() == 7));
    for step in tours.iter().flat_map(|tour| &tour.steps) {
        let reading = read(step.view, atlas);
        assert!(reading.left.ignored.is_empty(), "{}: {:?}", step.view, reading.left.ignored);
        let link = write(&reading.view);
        assert!(link == step.view || step.view == "view=map" || !link.is_empty(), "{} is {link}", step.view);
    }
}

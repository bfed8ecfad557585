//! Pictures to take away: whole, with everything they must say inside, and readable by a program that
//! others wrote. Tours: views that exist.

use leptos::prelude::Owner;
use summit_atlas::model::view::page::Addresses;
use summit_atlas::model::view::query::{read, write};
use summit_atlas::picture::map::{DARK, LIGHT};
use summit_atlas::picture::{Picture, Subject, picture};
use summit_atlas::start;
use summit_atlas::ui::store::Store;

fn drawn(link: &str, subject: Subject) -> Picture {
    let (atlas, geometry) = start::load().unwrap();
    let addresses = Box::leak(Box::new(Addresses::default()));
    Owner::new().with(|| {
        let today = atlas.data.edition.date.last;
        let store = Store::new(atlas, geometry, addresses, read(link, atlas), today);
        let scheme = if link.contains("dark") { DARK } else { LIGHT };
        picture(store, subject, scheme)
    })
}

#[test]
fn every_picture_says_what_it_shows_and_where_it_is_from() {
    for subject in [Subject::Map, Subject::Timeline, Subject::Grid, Subject::Charts] {
        let Picture { svg, size_px } = drawn("country=UZ&sector=energy", subject);
        for said in ["Uzbekistan", "Energy", "5 of 140 records", "edition 1", "Sources: ", "CC BY 4.0"] {
            assert!(svg.contains(said), "{subject:?}: {said}");
        }
        assert_eq!(svg.contains("Natural Earth"), subject == Subject::Map, "{subject:?}: borders");
        assert!(
            !svg.contains("href") && !svg.contains("http://127") && !svg.contains("#FF00FF"),
            "{subject:?}"
        );
        let tree = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default()).unwrap();
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

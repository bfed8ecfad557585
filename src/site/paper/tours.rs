//! Tours on paper: each step a numbered figure with its caption, what is open in it, and its sources
//! as numbered notes.

use leptos::prelude::Owner;

use super::{Notes, Sheet, foot, line_of};
use crate::model::chart::trade_gaps;
use crate::model::clock;
use crate::model::dataset::codes::{Code, CountryId, Promise};
use crate::model::dataset::index::{Atlas, Bits};
use crate::model::dataset::{Event, SourceId, Tour, TourStep};
use crate::model::geo::geometry::Geometry;
use crate::model::view::View;
use crate::model::view::page::Addresses;
use crate::model::view::query::read;
use crate::model::words::{DeskKey, Key};
use crate::picture::map::LIGHT;
use crate::picture::{Picture, Subject, picture};
use crate::ui::element::{Element, el, many};
use crate::ui::store::Store;

/// The page of a tour, and the pictures beside it.
pub fn figures(
    atlas: &'static Atlas,
    geometry: &'static Geometry,
    tour: &'static Tour,
) -> (Element, Vec<Sheet>) {
    let mut notes = Notes::default();
    let mut pictures = Vec::new();
    let mut figures = vec![el("h1").child(tour.title)];
    for (place, step) in tour.steps.iter().enumerate() {
        let number = (place + 1).to_string();
        let name = format!("{}-{number}.svg", tour.id);
        let (figure, drawn) = figure(atlas, geometry, step, (&number, &name), &mut notes);
        figures.push(figure);
        pictures.extend(drawn.map(|picture| Sheet { path: format!("tour/{name}"), text: picture.svg }));
    }
    figures.push(notes.list(atlas));
    figures.push(foot(atlas, geometry));
    (many(figures), pictures)
}

/// A step by its number and the name of its picture. The promises are words and have none.
fn figure(
    atlas: &'static Atlas,
    geometry: &'static Geometry,
    step: &'static TourStep,
    (number, name): (&str, &str),
    notes: &mut Notes,
) -> (Element, Option<Picture>) {
    let reading = read(step.view, atlas);
    let view = reading.view.clone();
    let addresses: &'static Addresses =
        Box::leak(Box::new(Addresses { locale: atlas.words.locale(), ..Addresses::default() }));
    let subject = (view.view != View::Promises).then(|| Subject::of(view.view));
    let owner = Owner::new();
    let (drawn, shown) = owner.with(|| {
        let store = Store::new(atlas, geometry, addresses, reading, atlas.data.edition.date.last);
        (subject.map(|subject| picture(store, subject, LIGHT)), store.shown_now())
    });
    owner.cleanup();
    let image = drawn.as_ref().map(|Picture { size_px: (width, height), .. }| {
        el("img")
            .attr("src", name.to_owned())
            .attr("alt", step.title)
            .attr("width", width.to_string())
            .attr("height", height.to_string())
    });
    // What is open; its sources are the step's where the step has none of its own.
    let record = view.record.and_then(|id| Some((atlas.index.agreement(id)?, atlas.agreement(id)?)));
    let event = view.event.filter(|_| record.is_none()).and_then(|id| atlas.event(id));
    let opened = record.map(|(_, record)| record.sources.as_slice());
    let opened = opened.or(event.map(|event| event.sources.as_slice())).unwrap_or_default();
    let trade: Vec<SourceId> = match view.view {
        View::Compare => trade_gaps(atlas, CountryId::ALL)
            .iter()
            .flat_map(|gap| gap.matter.claims.iter().map(|claim| claim.source))
            .collect(),
        _ => Vec::new(),
    };
    let own = [step.sources.as_slice(), opened, &trade].into_iter().find(|one| !one.is_empty());
    let own = notes.marks(own.unwrap_or_default());
    let beside = if step.sources.is_empty() { Vec::new() } else { notes.marks(opened) };
    let words = atlas.words;
    let caption = el("figcaption")
        .child(el("b").child(words.fill_desk(DeskKey::Figure, &[number])))
        .child(" ")
        .child(el("b").child(step.title))
        .child(". ")
        .child(step.caption)
        .children(own);
    let open = record
        .map(|(place, record)| (record.title, line_of(atlas, place, record)))
        .or(event.map(|event| (event.title, line_of_event(atlas, event))));
    let open = open.map(|(title, line)| {
        el("div")
            .class("paper__open")
            .child(el("h2").child(title).children(beside))
            .child(el("p").class("paper__line").child(line))
    });
    let list = subject.is_none().then(|| promises(atlas, shown, notes));
    let figure = el("figure").class("paper__figure").child(image).child(list).child(caption.child(open));
    (figure, drawn)
}

/// What an event is, when and where it was, and who took part.
fn line_of_event(atlas: &'static Atlas, event: &'static Event) -> String {
    let words = atlas.words;
    let countries: Vec<&str> = event.countries.iter().map(|country| words.label(*country)).collect();
    let place = event.place.as_ref().map_or(words.say(Key::PlaceNotFound), |place| place.name);
    format!("{} · {} · {place} · {}", words.label(event.kind), words.date(event.date), words.list(&countries))
}

/// Every target of the records shown, by where it stands on the day of the edition, soonest first.
fn promises(atlas: &'static Atlas, shown: Bits, notes: &mut Notes) -> Element {
    let (words, agreements) = (atlas.words, &atlas.data.agreements);
    let edition = &atlas.data.edition;
    let mut parts = vec![
        el("p")
            .child(words.fill(Key::EditionAsOf, &[&edition.number.to_string(), &words.date(edition.date)])),
    ];
    for state in Promise::ALL {
        let targets = clock::targets(agreements, *state, edition.date.last).into_iter();
        let targets = targets.filter(|(place, _)| shown.contains(*place)).filter_map(|(place, at)| {
            let record = agreements.get(place)?;
            Some((record, record.steps.get(at)?))
        });
        let items: Vec<Element> = targets
            .map(|(record, step)| {
                el("li")
                    .child(el("b").child(words.date(step.date)))
                    .child(": ")
                    .child(record.title)
                    .child(" – ")
                    .child(step.text)
                    .child(notes.mark(step.source))
            })
            .collect();
        if !items.is_empty() {
            parts.push(el("h3").child(format!("{} ({})", words.label(*state), items.len())));
            parts.push(el("ul").children(items));
        }
    }
    el("div").class("paper__promises").children(parts)
}

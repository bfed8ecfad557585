//! Editions and corrections as an Atom feed (RFC 4287), for those who follow changes.

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};

use super::super::editions::{Edition, in_short};
use super::edition_line;
use crate::model::dataset::PartialDate;
use crate::model::dataset::index::Atlas;
use crate::site::NAME;

/// The feed, newest first.
pub fn changes(atlas: &Atlas, site_url: Option<&str>, editions: &[Edition]) -> String {
    let edition = &atlas.data.edition;
    let link = |rel: &str, path: &str| {
        site_url.map(|site| Link { href: format!("{site}{path}"), rel: rel.to_owned(), ..Link::default() })
    };
    let corrections = atlas.data.method.corrections.iter().enumerate().map(|(place, one)| {
        let number = atlas.data.method.corrections.len() - place;
        let title = format!("Correction: {}, {}", one.entry, one.field);
        entry(&format!("correction:{number}"), title, one.text.to_owned(), one.date, None)
    });
    let editions = editions.iter().enumerate().map(|(place, one)| {
        let words = match editions.get(place + 1) {
            None => "The first edition.".to_owned(),
            Some(earlier) => in_short(&one.since(earlier)),
        };
        let words = if place == 0 { format!("{words} {}", edition_line(atlas)) } else { words };
        let id = format!("edition:{}", one.number);
        entry(&id, format!("Edition {}", one.number), words, one.date, link("alternate", "editions.html"))
    });
    let feed = Feed {
        title: Text::plain(format!("{NAME}: editions and corrections")),
        id: "urn:china-central-asia-summit-atlas:changes".to_owned(),
        updated: moment(edition.date),
        authors: vec![Person { name: NAME.to_owned(), ..Person::default() }],
        links: link("self", "data/changes.atom").into_iter().chain(link("alternate", "")).collect(),
        rights: Some(Text::plain(edition.licence)),
        entries: corrections.chain(editions).collect(),
        ..Feed::default()
    };
    feed.to_string()
}

fn entry(id: &str, title: String, words: String, date: PartialDate, link: Option<Link>) -> Entry {
    Entry {
        id: format!("urn:china-central-asia-summit-atlas:{id}"),
        title: Text::plain(title),
        updated: moment(date),
        links: link.into_iter().collect(),
        content: Some(Content {
            value: Some(words),
            content_type: Some("text".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

/// The last day a date may mean, at midnight, in no zone but that of Greenwich.
fn moment(date: PartialDate) -> FixedDateTime {
    let day = date.last;
    let text = format!("{:04}-{:02}-{:02}T00:00:00Z", day.year, day.month, day.day);
    text.parse().unwrap_or_default()
}

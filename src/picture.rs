//! Pictures to take away: map, timeline, grid and charts as SVG of their own, with title, filters,
//! sources, edition and the note on borders inside. Nothing in them refers to anything outside;
//! letters are named by families that every system has.

mod brush;
mod charts;
mod grid;
mod key;
pub mod map;
mod mark;
pub mod text;
mod timeline;

use leptos::prelude::GetUntracked;

use crate::model::dataset::Text;
use crate::model::dataset::index::Bits;
use crate::model::order::ordered;
use crate::model::view::View;
use crate::model::words::{DeskKey, Key, Words};
use crate::ui::element::svg;
use crate::ui::map::picture_now;
use crate::ui::store::Store;
use crate::ui::summary::filters_in_words;
use brush::{Brush, number};
use map::Scheme;
use text::wrapped;

/// What a picture is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The map as it is seen.
    Map,
    /// Lanes of records and events.
    Timeline,
    /// Countries by sectors.
    Grid,
    /// Records by stage, trade in both ways of counting.
    Charts,
}

impl Subject {
    /// Every subject.
    pub const ALL: [Self; 4] = [Self::Map, Self::Timeline, Self::Grid, Self::Charts];

    /// A name for choices and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Timeline => "timeline",
            Self::Grid => "grid",
            Self::Charts => "charts",
        }
    }

    /// What is drawn of a view: the same where it can be, else what comes nearest.
    pub fn of(view: View) -> Self {
        match view {
            View::Timeline | View::Promises => Self::Timeline,
            View::Grid | View::Table => Self::Grid,
            View::Compare => Self::Charts,
            View::Map | View::Briefing | View::Method => Self::Map,
        }
    }

    /// The name of the picture.
    pub fn title(self, words: Words) -> Text {
        match self {
            Self::Map => words.say(Key::MapName),
            Self::Timeline => words.label(View::Timeline),
            Self::Grid => words.say(Key::CountriesBySectors),
            Self::Charts => words.say(Key::RecordsByStage),
        }
    }
}

/// A picture with its size in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The SVG.
    pub svg: String,
    /// Width and height.
    pub size_px: (u32, u32),
}

/// Width of every picture, in pixels.
const WIDTH: f64 = 1200.0;
/// Room at the sides.
const MARGIN: f64 = 32.0;
const SERIF: &str = "Georgia, 'Noto Serif', 'Songti SC', 'Noto Serif CJK SC', serif";
const SANS: &str = "Arial, 'Noto Sans', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";
/// Most publishers named below a picture.
const N_SOURCES: usize = 12;

/// Draws what a store shows.
pub fn picture(store: Store, subject: Subject, scheme: Scheme) -> Picture {
    let words = store.words();
    let brush = Brush { scheme };
    let title = subject.title(words);
    let (body, height) = match subject {
        Subject::Map => map::seen(store, brush, &picture_now(store)),
        Subject::Timeline => timeline::timeline(store, brush),
        Subject::Grid => grid::grid(store, brush),
        Subject::Charts => charts::charts(store, brush),
    };
    let shown = store.shown_now();
    let n_all = store.atlas.data.agreements.len().to_string();
    let count = words.fill(Key::CountOf, &[&shown.count().to_string(), &n_all]);
    let filters = store.facets().get_untracked();
    let filters = filters_in_words(&filters, words);
    let filters = match filters.is_empty() {
        true => words.desk(DeskKey::PictureNoFilters).to_owned(),
        false => words.fill_desk(
            DeskKey::PictureFilters,
            &[&words.commas(&filters.iter().map(String::as_str).collect::<Vec<_>>())],
        ),
    };
    let room = WIDTH - 2.0 * MARGIN;
    // Bold letters are wider.
    let titles = wrapped(title, room / 1.12, 30.0);
    let said = wrapped(&format!("{count}. {filters}"), room, 17.0);
    let first = 46.0 + titles.len() as f64 * 36.0 - 6.0;
    let top = first + said.len() as f64 * 24.0 + 6.0;
    let titles = titles
        .into_iter()
        .enumerate()
        .map(|(row, line)| brush.heading(MARGIN, 46.0 + row as f64 * 36.0, 30.0, line));
    let said = said
        .into_iter()
        .enumerate()
        .map(|(row, line)| brush.text(MARGIN, first + row as f64 * 24.0, 17.0, "muted", line));
    let mut foot = vec![sources(store, shown)];
    if subject == Subject::Map {
        foot.push(words.fill(Key::BoundaryNote, &[store.geometry.source]));
    }
    let edition = &store.atlas.data.edition;
    foot.push(words.fill_desk(
        DeskKey::PictureFoot,
        &[words.say(Key::SiteName), &edition.number.to_string(), &words.date(edition.date)],
    ));
    let lines: Vec<String> = foot.iter().flat_map(|text| wrapped(text, room, 13.0)).collect();
    let base = top + height + 26.0;
    let below = lines
        .iter()
        .enumerate()
        .map(|(row, line)| brush.text(MARGIN, base + row as f64 * 18.0, 13.0, "muted", line.clone()));
    let whole = (base + lines.len() as f64 * 18.0 + 8.0).ceil();
    let drawing = svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", number(WIDTH))
        .attr("height", number(whole))
        .attr("viewBox", format!("0 0 {} {}", number(WIDTH), number(whole)))
        .attr("role", "img")
        .attr("lang", words.locale().tag())
        .child(svg("title").child(format!("{title} – {}", words.say(Key::SiteName))))
        .child(brush.rect((0.0, 0.0), (WIDTH, whole), "paper"))
        .children(titles)
        .children(said)
        .child(svg("g").attr("transform", format!("translate(0 {})", number(top))).child(body))
        .children(below);
    Picture { svg: drawing.markup(), size_px: (WIDTH as u32, whole as u32) }
}

/// Publishers of the sources of what is shown, those with most records first.
fn sources(store: Store, shown: Bits) -> String {
    let mut named: Vec<(&'static str, usize)> = Vec::new();
    for place in shown.iter() {
        let Some(record) = store.atlas.data.agreements.get(place) else { continue };
        for source in record.sources.iter().filter_map(|id| store.atlas.source(*id)) {
            match named.iter_mut().find(|(name, _)| *name == source.publisher) {
                Some((_, n_records)) => *n_records += 1,
                None => named.push((source.publisher, 1)),
            }
        }
    }
    let named = ordered(named, |one, other| other.1.cmp(&one.1));
    let words = store.words();
    let first: Vec<&str> = named.iter().take(N_SOURCES).map(|(name, _)| *name).collect();
    let mut text = words.fill_desk(DeskKey::PictureSources, &[&words.commas(&first)]);
    if named.len() > N_SOURCES {
        let more = words.fill_desk(DeskKey::PictureMoreSources, &[&(named.len() - N_SOURCES).to_string()]);
        text.push(' ');
        text.push_str(&more);
    }
    text + "."
}

//! Pictures to take away: map, timeline, grid and charts as SVG of their own, with title, filters,
//! sources, edition and the note on borders inside. Nothing in them refers to anything outside;
//! letters are named by families that every system has.

mod charts;
mod grid;
pub mod map;
mod timeline;

use leptos::prelude::GetUntracked;

use crate::model::dataset::codes::Code;
use crate::model::dataset::index::Bits;
use crate::model::order::ordered;
use crate::model::words::{DeskKey, Key};
use crate::ui::element::{Element, svg};
use crate::ui::map::picture_now;
use crate::ui::store::Store;
use crate::ui::summary::filters_in_words;
use map::Scheme;

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
    let (title, body, height) = match subject {
        Subject::Map => {
            let (body, height) = map::seen(store, brush, &picture_now(store));
            (words.say(Key::MapName), body, height)
        }
        Subject::Timeline => {
            let (body, height) = timeline::timeline(store, brush);
            (words.label(crate::model::view::View::Timeline), body, height)
        }
        Subject::Grid => {
            let (body, height) = grid::grid(store, brush);
            (words.say(Key::CountriesBySectors), body, height)
        }
        Subject::Charts => {
            let (body, height) = charts::charts(store, brush);
            (words.say(Key::RecordsByStage), body, height)
        }
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
    let top = 106.0;
    let mut foot = vec![sources(store, shown)];
    if subject == Subject::Map {
        foot.push(words.fill(Key::BoundaryNote, &[store.geometry.source]));
    }
    let edition = &store.atlas.data.edition;
    foot.push(words.fill_desk(
        DeskKey::PictureFoot,
        &[words.say(Key::SiteName), &edition.number.to_string(), &words.date(edition.date)],
    ));
    let lines: Vec<String> = foot.iter().flat_map(|text| wrapped(text, WIDTH - 2.0 * MARGIN, 13.0)).collect();
    let base = top + height + 26.0;
    let below = lines
        .iter()
        .enumerate()
        .map(|(row, line)| brush.text(MARGIN, base + row as f64 * 18.0, 13.0, "muted", line.clone()));
    let whole = base + lines.len() as f64 * 18.0 + 8.0;
    let drawing = svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", number(WIDTH))
        .attr("height", number(whole))
        .attr("viewBox", format!("0 0 {} {}", number(WIDTH), number(whole)))
        .attr("role", "img")
        .attr("lang", words.locale().tag())
        .child(svg("title").child(format!("{title} – {}", words.say(Key::SiteName))))
        .child(brush.rect((0.0, 0.0), (WIDTH, whole), "paper"))
        .child(brush.heading(MARGIN, 46.0, 30.0, title.to_owned()))
        .child(brush.text(MARGIN, 76.0, 17.0, "muted", format!("{count}. {filters}")))
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

/// Draws in the colours of a scheme.
#[derive(Clone, Copy)]
struct Brush {
    scheme: Scheme,
}

impl Brush {
    fn text(self, x: f64, y: f64, size: f64, token: &str, words: String) -> Element {
        svg("text")
            .attr("x", number(x))
            .attr("y", number(y))
            .attr("font-family", SANS)
            .attr("font-size", number(size))
            .attr("fill", self.scheme.colour(token))
            .child(words)
    }

    fn heading(self, x: f64, y: f64, size: f64, words: String) -> Element {
        svg("text")
            .attr("x", number(x))
            .attr("y", number(y))
            .attr("font-family", SERIF)
            .attr("font-size", number(size))
            .attr("font-weight", "700")
            .attr("fill", self.scheme.colour("ink"))
            .child(words)
    }

    fn rect(self, (x, y): (f64, f64), (width, height): (f64, f64), token: &str) -> Element {
        svg("rect")
            .attr("x", number(x))
            .attr("y", number(y))
            .attr("width", number(width.max(0.0)))
            .attr("height", number(height))
            .attr("fill", self.scheme.colour(token))
    }

    fn line(self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), token: &str) -> Element {
        svg("line")
            .attr("x1", number(x1))
            .attr("y1", number(y1))
            .attr("x2", number(x2))
            .attr("y2", number(y2))
            .attr("stroke", self.scheme.colour(token))
            .attr("stroke-width", "1")
    }

    fn dot(self, (x, y): (f64, f64), radius: f64, token: &str, is_hollow: bool) -> Element {
        let colour = self.scheme.colour(token);
        svg("circle")
            .attr("cx", number(x))
            .attr("cy", number(y))
            .attr("r", number(radius))
            .attr("fill", if is_hollow { self.scheme.colour("paper") } else { colour })
            .attr("stroke", colour)
            .attr("stroke-width", "1.5")
    }
}

/// The token of a stage's colour.
fn stage_token(code: &str) -> String {
    match code {
        "stalled" | "cancelled" => "stage-stopped".to_owned(),
        "milestone" => "muted".to_owned(),
        code => format!("stage-{code}"),
    }
}

/// A number with one decimal at most.
fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// About how wide a text is: Chinese signs are as wide as they are high.
fn width_of(text: &str, size: f64) -> f64 {
    let letters = text.chars().map(|letter| match letter {
        '\u{2e80}'..='\u{ffef}' => 1.0,
        'i' | 'l' | 'j' | 't' | 'f' | '.' | ',' | ':' | ' ' | '·' => 0.3,
        'm' | 'w' | 'M' | 'W' | 'ж' | 'ш' | 'щ' | 'ю' | 'Ж' | 'Ш' | 'Щ' | 'Ю' => 0.85,
        letter if letter.is_uppercase() => 0.68,
        _ => 0.56,
    });
    letters.sum::<f64>() * size
}

/// A text in lines of a width; signs without spaces break anywhere.
fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut room = width;
    let mut put = |piece: &str| {
        let wide = width_of(piece, size);
        if wide > room && lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
            room = width;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
        room -= wide;
    };
    for word in text.split_inclusive(' ') {
        if word.chars().any(|letter| ('\u{2e80}'..='\u{ffef}').contains(&letter)) {
            word.chars().for_each(|letter| put(&letter.to_string()));
        } else {
            put(word);
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// A text cut to a width.
fn cut(text: &str, width: f64, size: f64) -> String {
    if width_of(text, size) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for letter in text.chars() {
        if width_of(&out, size) + size > width {
            break;
        }
        out.push(letter);
    }
    out.trim_end().to_owned() + "…"
}

/// The code of a value, for tokens.
fn code_of<T: Code>(value: T) -> &'static str {
    value.code()
}

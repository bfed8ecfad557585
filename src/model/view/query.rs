//! The view as a query string, and back.
//!
//! Links are a promise. `write` leaves out defaults, keeps one order and uses only characters
//! that survive chat apps: `~` between list items. `read` never fails, whatever it is given, and
//! returns what it had to ignore beside the view. The fragment belongs to the host page.
//!
//! | key | value |
//! |---|---|
//! | `view` | `timeline` `table` `grid` `compare` `promises` `briefing` `method` |
//! | `id`, `event` | the open record or event |
//! | `country` `sector` `stage` `instrument` `money` `tier` `language` | codes |
//! | `party` | `all` `only` |
//! | `from`, `to` | years |
//! | `q` | words |
//! | `colour` | `stage`, a sector, or a kind of money |
//! | `lanes` | `sector` `stage` `partner` |
//! | `cells` | a kind of money |
//! | `sort` | `title` `stage` `instrument` `sector` `date`, `-` before it turns it round |
//! | `places` | `off` |
//! | `frame` | `region` `corridor` `fergana`, or kilometres east, kilometres north and scale: `120~-80~400` |
//! | `tour` | where in a tour: `3`, or `what-astana-agreed~3` |
//! | `embed` `hide` `theme` `font` `accent` `edition` | the frame: see [`super::embed`] |
//! | `lang` | a language: `en` `ru` `zh` `kk` `ky` `tg` `tk` `uz`; read before the app starts |

use super::embed;
use super::{ColourBy, Facets, Frame, Set, SortBy, Touring, ViewState};
use crate::model::dataset::codes::{Code, MoneyKind};
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{AgreementId, EventId, Retired};
use crate::model::words::{Key, Locale};

/// Longest query that is read; what is longer is ignored whole.
pub const MAX_LENGTH: usize = 4096;
/// Longest text searched for, in characters.
pub const MAX_WORDS: usize = 100;

/// Years that may stand in a link.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// A view read from a link, and what was not understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The view.
    pub view: ViewState,
    /// What of the link leads nowhere.
    pub left: Left,
}

/// What of a link leads nowhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Left {
    /// Parts that were ignored, as `key` or `key=value`, cut short, for display as plain text.
    pub ignored: Vec<String>,
    /// A record or an event of an earlier edition that the link leads to.
    pub retired: Option<Retired>,
    /// A language whose texts could not be had.
    pub language: Option<Locale>,
}

/// Reads a query string, with or without its question mark.
pub fn read(query: &str, atlas: &Atlas) -> Reading {
    let query = query.strip_prefix('?').unwrap_or(query);
    if query.len() > MAX_LENGTH {
        return Reading {
            left: Left { ignored: vec![atlas.words.say(Key::LinkTooLong).to_owned()], ..Left::default() },
            ..Reading::default()
        };
    }
    let mut reading = Reading::default();
    let mut seen: Vec<String> = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let (key, value) = (decode(key), decode(value));
        let is_new = !seen.contains(&key);
        if !is_new || !read_part(&mut reading, &key, &value, atlas) {
            reading.left.ignored.push(short(&key, &value));
        }
        if is_new {
            seen.push(key);
        }
    }
    let facets = &mut reading.view.facets;
    if let (Some(from), Some(to)) = (facets.from, facets.to)
        && from > to
    {
        (facets.from, facets.to) = (None, None);
        reading.left.ignored.push(format!("from={from}&to={to}"));
    }
    if reading.view.record.is_some() && reading.view.event.take().is_some() {
        reading.left.ignored.push("event".into());
    }
    reading
}

/// Whether a part of a query, as `key` or `key=value`, is about the view: not about the frame that
/// the atlas stands in, nor what the scripts of host pages add (pym.js).
pub fn is_of_view(part: &str) -> bool {
    let key = part.split('=').next().unwrap_or_default();
    let is_of_host = ["initialWidth", "childId", "parentTitle", "parentUrl", "parentUrlHash"].contains(&key);
    !(key.is_empty() || is_of_host || key == "lang" || embed::is_own(key))
}

/// Reads one part; false when it says nothing that is understood.
/// A list with some unknown members keeps the known ones and reports the others itself.
fn read_part(reading: &mut Reading, key: &str, value: &str, atlas: &Atlas) -> bool {
    let Reading { view, left: Left { ignored, retired, .. } } = reading;
    let mut is_retired = || {
        *retired = atlas.data.edition.retired.iter().find(|one| one.id == value).cloned();
        retired.is_some()
    };
    match key {
        "view" => read_code(value, &mut view.view),
        "id" => {
            let known = atlas.data.agreements.iter().find(|one| one.id.as_str() == value);
            view.record = known.map(|one| one.id);
            known.is_some() || is_retired()
        }
        "event" => {
            let known = atlas.data.events.iter().find(|one| one.id.as_str() == value);
            view.event = known.map(|one| one.id);
            known.is_some() || is_retired()
        }
        "country" => read_set(key, value, &mut view.facets.countries, ignored),
        "sector" => read_set(key, value, &mut view.facets.sectors, ignored),
        "stage" => read_set(key, value, &mut view.facets.stages, ignored),
        "instrument" => read_set(key, value, &mut view.facets.instruments, ignored),
        "money" => read_set(key, value, &mut view.facets.money, ignored),
        "tier" => read_set(key, value, &mut view.facets.tiers, ignored),
        "language" => read_set(key, value, &mut view.facets.languages, ignored),
        "party" => read_code(value, &mut view.facets.party_rule),
        "from" => read_year(value, &mut view.facets.from),
        "to" => read_year(value, &mut view.facets.to),
        "q" => {
            let words: String = value.chars().filter(|c| !c.is_control()).take(MAX_WORDS).collect();
            view.facets.words = words;
            value.chars().count() <= MAX_WORDS
        }
        "colour" => ColourBy::from_code(value).map(|colour| view.colour = colour).is_some(),
        "lanes" => read_code(value, &mut view.lanes),
        "cells" => {
            view.cells = MoneyKind::from_code(value);
            view.cells.is_some()
        }
        "sort" => {
            view.descending = value.starts_with('-');
            let is_read = read_code(value.trim_start_matches('-'), &mut view.sort);
            view.descending &= is_read;
            is_read
        }
        "places" => read_code(value, &mut view.sites),
        "frame" => read_frame(value).map(|frame| view.frame = frame).is_some(),
        "tour" => {
            view.tour = read_touring(value);
            view.tour.is_some()
        }
        "lang" => Locale::from_tag(value).is_some(),
        _ => !key.is_empty() && !is_of_view(key) && embed::is_known(key, value),
    }
}

/// The query string of a view, without a question mark; empty for the default view.
pub fn write(view: &ViewState) -> String {
    let mut query = Writer::default();
    let Facets {
        countries,
        party_rule,
        sectors,
        instruments,
        stages,
        money,
        tiers,
        languages,
        from,
        to,
        words,
    } = &view.facets;
    query.code("view", view.view);
    query.text("id", view.record.map(AgreementId::as_str).unwrap_or_default());
    query.text("event", view.event.map(EventId::as_str).unwrap_or_default());
    query.set("country", *countries);
    query.code("party", *party_rule);
    query.set("sector", *sectors);
    query.set("stage", *stages);
    query.set("instrument", *instruments);
    query.set("money", *money);
    query.set("tier", *tiers);
    query.set("language", *languages);
    query.text("from", &from.map(|year| year.to_string()).unwrap_or_default());
    query.text("to", &to.map(|year| year.to_string()).unwrap_or_default());
    query.text("q", words);
    query.text("colour", if view.colour == ColourBy::Records { "" } else { view.colour.code() });
    query.code("lanes", view.lanes);
    query.text("cells", view.cells.map(Code::code).unwrap_or_default());
    if view.sort != SortBy::Edition || view.descending {
        let sign = if view.descending { "-" } else { "" };
        query.text("sort", &format!("{sign}{}", view.sort.code()));
    }
    query.code("places", view.sites);
    query.text(
        "frame",
        &match view.frame {
            Frame::Auto => String::new(),
            Frame::Region => "region".to_owned(),
            Frame::Corridor => "corridor".to_owned(),
            Frame::Fergana => "fergana".to_owned(),
            Frame::At { x_km, y_km, zoom } => format!("{x_km}~{y_km}~{zoom}"),
        },
    );
    if let Some(Touring { id, step }) = &view.tour {
        let and = if id.is_empty() { "" } else { "~" };
        query.text("tour", &format!("{id}{and}{step}"));
    }
    query.0
}

#[derive(Default)]
struct Writer(String);

impl Writer {
    fn text(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        encode(value, &mut self.0);
    }

    /// Leaves out the first member of a list, which is the default.
    fn code<T: Code>(&mut self, key: &str, value: T) {
        if value.index() != 0 {
            self.text(key, value.code());
        }
    }

    fn set<T: Code>(&mut self, key: &str, set: Set<T>) {
        let codes: Vec<&str> = set.iter().map(Code::code).collect();
        self.text(key, &codes.join("~"));
    }
}

fn read_code<T: Code>(value: &str, place: &mut T) -> bool {
    T::from_code(value).map(|code| *place = code).is_some()
}

fn read_set<T: Code>(key: &str, value: &str, place: &mut Set<T>, ignored: &mut Vec<String>) -> bool {
    let mut is_any = false;
    for item in value.split('~') {
        match T::from_code(item) {
            Some(code) => {
                place.insert(code);
                is_any = true;
            }
            None if value.contains('~') => ignored.push(short(key, item)),
            None => {}
        }
    }
    is_any || value.contains('~')
}

fn read_year(value: &str, place: &mut Option<i16>) -> bool {
    *place = value.parse().ok().filter(|year| YEARS.contains(year));
    place.is_some()
}

/// `3`, or `what-astana-agreed~3`.
fn read_touring(value: &str) -> Option<Touring> {
    let (id, step) = value.split_once('~').unwrap_or(("", value));
    let is_id = id.len() <= 80 && id.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
    let step = step.parse().ok().filter(|step| *step > 0)?;
    is_id.then(|| Touring { id: id.to_owned(), step })
}

fn read_frame(value: &str) -> Option<Frame> {
    match value {
        "region" => return Some(Frame::Region),
        "corridor" => return Some(Frame::Corridor),
        "fergana" => return Some(Frame::Fergana),
        _ => {}
    }
    let mut parts = value.split('~');
    let x_km = parts.next()?.parse().ok().filter(|x| (-2600..=4000).contains(x))?;
    let y_km = parts.next()?.parse().ok().filter(|y| (-1300..=1700).contains(y))?;
    let zoom = parts.next()?.parse().ok().filter(|zoom| (50..=3200).contains(zoom))?;
    parts.next().is_none().then_some(Frame::At { x_km, y_km, zoom })
}

/// A text for an address that is no link of ours: spaces as `%20`.
pub fn percent(value: &str) -> String {
    let mut out = String::new();
    for (place, word) in value.split(' ').enumerate() {
        if place > 0 {
            out.push_str("%20");
        }
        encode(word, &mut out);
    }
    out
}

fn encode(value: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                let digit = |nibble: u8| HEX.get(usize::from(nibble)).map_or('0', |hex| char::from(*hex));
                out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
}

/// Percent signs that are not followed by two digits stay as they are; broken UTF-8 becomes `�`.
fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match (first, tail) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = tail.get(2..).unwrap_or_default();
                }
                _ => bytes.push(b'%'),
            },
            (byte, _) => bytes.push(*byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// What was ignored, short enough to be named, without characters that could turn the line round.
fn short(key: &str, value: &str) -> String {
    let text = if value.is_empty() { key.to_owned() } else { format!("{key}={value}") };
    let is_plain = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let mut cut: String = text.chars().filter(is_plain).take(40).collect();
    if text.chars().count() > 40 {
        cut.push('…');
    }
    cut
}

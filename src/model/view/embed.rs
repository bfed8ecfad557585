//! The atlas inside another page: which part of it, what is left out, in which colours, of which
//! edition. It stands in the link beside the view and never changes while a frame is open.
//!
//! | key | value |
//! |---|---|
//! | `embed` | the part: `map` `timeline` `table` `grid` `card` `compare` `promises` |
//! | `hide` | what is left out: `title` `filters` `countries` `legend` `source` |
//! | `theme` | `light` `dark`; as the reader's device has it when left out |
//! | `accent` | a colour for what is pressed and measured, six digits: `7a1f5c` |
//! | `edition` | the edition that was embedded: the frame says when there is a newer one |

use super::{Set, View};
use crate::model::colour::{self, Colour};
use crate::model::dataset::codes::Code;

/// What stands in the frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// The map, country buttons and the first records.
    #[default]
    Map,
    /// The timeline.
    Timeline,
    /// The table of records.
    Table,
    /// Countries by sectors.
    Grid,
    /// The open card.
    Card,
    /// Countries side by side.
    Compare,
    /// What was promised for when.
    Promises,
}

impl Part {
    /// The part that shows a view; none for texts.
    pub fn of(view: View) -> Option<Self> {
        match view {
            View::Map => Some(Self::Map),
            View::Timeline => Some(Self::Timeline),
            View::Table => Some(Self::Table),
            View::Grid => Some(Self::Grid),
            View::Compare => Some(Self::Compare),
            View::Promises => Some(Self::Promises),
            View::Briefing | View::Method => None,
        }
    }
}

/// What may be left out of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// What is shown: a heading and a line.
    Title,
    /// The button that opens the filters.
    Filters,
    /// The country buttons.
    Countries,
    /// What colours and lines mean.
    Legend,
    /// Where borders and records come from. The edition and the way to the full page stay.
    Source,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the reader's device has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What a frame shows beside the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// The part.
    pub part: Part,
    /// What is left out.
    pub hidden: Set<Piece>,
    /// Light or dark.
    pub theme: Theme,
    /// The host's colour, if it can be read on the page.
    pub accent: Option<Colour>,
    /// A colour that was refused.
    pub refused: Option<Colour>,
    /// The edition that was embedded, where it is to be told from a newer one.
    pub edition: Option<u16>,
}

/// The keys of a link that say how the atlas is embedded.
const KEYS: [&str; 5] = ["embed", "hide", "theme", "accent", "edition"];

/// Whether a part of a link is about the frame, and not about the view.
pub fn is_own(key: &str) -> bool {
    KEYS.contains(&key)
}

impl Embed {
    /// What a query says of the frame; `None` without a part that is known.
    pub fn read(query: &str) -> Option<Self> {
        let mut embed = Self::default();
        let mut part = None;
        for pair in query.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match key {
                "embed" => part = Part::from_code(value),
                "hide" => {
                    value.split('~').filter_map(Piece::from_code).for_each(|piece| embed.hidden.insert(piece))
                }
                "theme" => embed.theme = Theme::from_code(value).unwrap_or_default(),
                "accent" => {
                    let colour = Colour::parse(value);
                    embed.accent = colour.filter(|colour| colour::is_readable(*colour));
                    embed.refused = colour.filter(|colour| !colour::is_readable(*colour));
                }
                "edition" => embed.edition = value.parse().ok(),
                _ => {}
            }
        }
        part.map(|part| Self { part, ..embed })
    }

    /// The part of a query that says it.
    pub fn write(&self) -> String {
        let mut query = format!("embed={}", self.part.code());
        let hidden: Vec<&str> = self.hidden.iter().map(Code::code).collect();
        let mut add = |key: &str, value: &str| {
            if !value.is_empty() {
                query.push('&');
                query.push_str(key);
                query.push('=');
                query.push_str(value);
            }
        };
        add("hide", &hidden.join("~"));
        add("theme", if self.theme == Theme::Auto { "" } else { self.theme.code() });
        add("accent", &self.accent.or(self.refused).map(|colour| colour.digits()).unwrap_or_default());
        add("edition", &self.edition.map(|number| number.to_string()).unwrap_or_default());
        query
    }

    /// Whether a piece stands in the frame.
    pub fn has(&self, piece: Piece) -> bool {
        !self.hidden.contains(piece)
    }

    /// The view that holds the part.
    pub fn view(&self) -> View {
        match self.part {
            Part::Map | Part::Card => View::Map,
            Part::Timeline => View::Timeline,
            Part::Table => View::Table,
            Part::Grid => View::Grid,
            Part::Compare => View::Compare,
            Part::Promises => View::Promises,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for query in [
            "embed=map",
            "embed=card&theme=dark",
            "embed=table&hide=title~filters~countries~legend~source&theme=light&accent=7a1f5c&edition=1",
        ] {
            assert_eq!(Embed::read(query).map(|embed| embed.write()).as_deref(), Some(query));
        }
    }

    #[test]
    fn nonsense_is_left_out() {
        for query in ["", "embed", "embed=", "embed=everything", "view=map&accent=7a1f5c"] {
            assert_eq!(Embed::read(query), None, "{query}");
        }
        let embed =
            Embed::read("?country=KZ&embed=grid&hide=map~title&theme=pink&accent=red&edition=x").unwrap();
        assert_eq!(embed.write(), "embed=grid&hide=title");
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_refused_and_kept_in_the_link() {
        let embed = Embed::read("embed=map&accent=ffee88").unwrap();
        assert_eq!((embed.accent, embed.refused.map(|one| one.digits())), (None, Some("ffee88".to_owned())));
        assert_eq!(embed.write(), "embed=map&accent=ffee88");
    }
}

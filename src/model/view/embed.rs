//! The atlas inside another page: which part of it, what is left out, in which colours, of which
//! edition. It stands in the link beside the view and never changes while a frame is open.
//!
//! | key | value |
//! |---|---|
//! | `embed` | the part: `map` `timeline` `table` `grid` `card` `compare` `promises` |
//! | `hide` | what is left out: `title` `filters` `countries` `legend` `source` |
//! | `theme` | `light` `dark`; as the reader's device has it when left out |
//! | `font` | `sans` `serif` for everything; as in the atlas when left out |
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

/// Letters with serifs or without. Those of the device: a frame loads no fonts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Font {
    /// As in the atlas: titles with, the rest without.
    #[default]
    Own,
    /// All without.
    Sans,
    /// All with.
    Serif,
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
    /// With serifs or without.
    pub font: Font,
    /// The host's colour, if it can be read on the page.
    pub accent: Option<Colour>,
    /// A colour that was refused.
    pub refused: Option<Colour>,
    /// The edition that was embedded, where it is to be told from a newer one.
    pub edition: Option<u16>,
}

/// The height of a narrow frame with everything in it, in pixels.
const NARROW_PX: u32 = 945;

/// How high a frame of any width is. The frame sets it for itself, and the code for hosts repeats it: so
/// nothing moves in a host's page when the frame comes, or when something is chosen in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Height {
    /// Of a narrow frame, in pixels.
    narrow_px: u32,
    /// Of a wide one, in pixels.
    wide_px: u32,
    /// What is added to that, in hundredths of the width.
    wide_percent: u32,
    /// The width from which it is wide, in pixels.
    wide_from_px: u32,
}

impl Height {
    /// At a width, both in pixels.
    pub fn at(self, width_px: u32) -> u32 {
        match width_px < self.wide_from_px {
            true => self.narrow_px,
            false => self.wide_px + (width_px * self.wide_percent).div_ceil(100),
        }
    }

    /// As CSS, where a hundred of a unit make the width: `vw` in the frame, `cqi` in its host.
    pub fn css(self, unit: &str) -> String {
        let Self { narrow_px, wide_px, wide_percent, wide_from_px } = self;
        // The second is large below the limit, and negative above it.
        format!(
            "max({wide_px}px + {wide_percent}{unit}, min({narrow_px}px, ({wide_from_px}px - 100{unit}) * 999))"
        )
    }
}

/// The keys of a link that say how the atlas is embedded.
const KEYS: [&str; 6] = ["embed", "hide", "theme", "font", "accent", "edition"];

/// Whether a part of a link is about the frame, and not about the view.
pub fn is_own(key: &str) -> bool {
    KEYS.contains(&key)
}

/// Whether a part of a link about the frame says something; parts about anything else are not its matter.
pub fn is_known(key: &str, value: &str) -> bool {
    match key {
        "embed" => Part::from_code(value).is_some(),
        "hide" => value.split('~').all(|piece| Piece::from_code(piece).is_some()),
        "theme" => Theme::from_code(value).is_some(),
        "font" => Font::from_code(value).is_some(),
        "accent" => Colour::parse(value).is_some(),
        "edition" => value.parse::<u16>().is_ok(),
        _ => true,
    }
}

impl Embed {
    /// What a query says of the frame; `None` where there is none. A part that is not known is the map.
    pub fn read(query: &str) -> Option<Self> {
        let mut embed = Self::default();
        let mut part = None;
        for pair in query.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match key {
                "embed" => part = Some(Part::from_code(value).unwrap_or_default()),
                "hide" => {
                    value.split('~').filter_map(Piece::from_code).for_each(|piece| embed.hidden.insert(piece))
                }
                "theme" => embed.theme = Theme::from_code(value).unwrap_or_default(),
                "font" => embed.font = Font::from_code(value).unwrap_or_default(),
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
        add("font", if self.font == Font::Own { "" } else { self.font.code() });
        add("accent", &self.accent.or(self.refused).map(|colour| colour.digits()).unwrap_or_default());
        add("edition", &self.edition.map(|number| number.to_string()).unwrap_or_default());
        query
    }

    /// Whether a piece stands in the frame.
    pub fn has(&self, piece: Piece) -> bool {
        !self.hidden.contains(piece)
    }

    /// How high the frame is, whatever is chosen in it.
    pub fn height(&self) -> Height {
        if self.part != Part::Map {
            return Height { narrow_px: NARROW_PX, wide_px: 720, wide_percent: 0, wide_from_px: 560 };
        }
        let gone = |px: fn(Piece) -> u32| self.hidden.iter().map(px).sum::<u32>();
        let narrow = |piece| match piece {
            Piece::Title => 30,
            Piece::Filters => 15,
            Piece::Countries => 100,
            Piece::Legend => 60,
            Piece::Source => 20,
        };
        // Buttons stand beside the map there.
        let wide = |piece| match piece {
            Piece::Title => 25,
            Piece::Legend => 60,
            Piece::Filters | Piece::Countries | Piece::Source => 0,
        };
        Height {
            narrow_px: NARROW_PX - gone(narrow),
            wide_px: 400 - gone(wide),
            wide_percent: 27,
            wide_from_px: 864,
        }
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
            "embed=table&hide=title~filters~countries~legend~source&theme=light&font=serif&accent=7a1f5c&edition=1",
        ] {
            assert_eq!(Embed::read(query).map(|embed| embed.write()).as_deref(), Some(query));
        }
    }

    #[test]
    fn a_narrow_frame_is_high_and_never_above_a_thousand_pixels() {
        let whole = Embed::default();
        assert_eq!(
            [320, 640, 863, 864, 1000].map(|width| whole.height().at(width)),
            [945, 945, 945, 634, 670]
        );
        let mut bare = whole;
        Piece::ALL.iter().for_each(|piece| bare.hidden.insert(*piece));
        assert!(bare.height().at(640) > 600 && bare.height().at(640) < whole.height().at(640));
        for part in Part::ALL {
            let table = Embed { part: *part, ..whole }.height();
            assert!((320..1600).all(|width| (500..=1000).contains(&table.at(width))), "{part:?}");
        }
        assert_eq!(whole.height().css("cqi"), "max(400px + 27cqi, min(945px, (864px - 100cqi) * 999))");
    }

    #[test]
    fn nonsense_is_left_out() {
        for query in ["", "view=map&accent=7a1f5c"] {
            assert_eq!(Embed::read(query), None, "{query}");
        }
        for query in ["embed", "embed=", "embed=everything"] {
            assert_eq!(Embed::read(query), Some(Embed::default()), "{query}");
        }
        let parts = ["embed=everything", "hide=map", "theme=pink", "font=papyrus", "accent=red", "edition=x"];
        for (key, value) in parts.iter().filter_map(|part| part.split_once('=')) {
            assert!(is_own(key) && !is_known(key, value), "{key}={value}");
        }
        let embed =
            Embed::read("?country=KZ&embed=grid&hide=map~title&theme=pink&font=papyrus&accent=red&edition=x")
                .unwrap();
        assert_eq!(embed.write(), "embed=grid&hide=title");
    }

    /// One of them used to reach hosts as a part of the view.
    #[test]
    fn the_script_of_frames_knows_which_keys_are_their_own() {
        let script = include_str!("../../platform/frame.js");
        let own =
            script.split("const own = new Set([").nth(1).and_then(|rest| rest.split(']').next()).unwrap();
        let own: Vec<&str> = own.split(", ").map(|key| key.trim_matches('"')).collect();
        assert_eq!(own, KEYS);
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_refused_and_kept_in_the_link() {
        let embed = Embed::read("embed=map&accent=ffee88").unwrap();
        assert_eq!((embed.accent, embed.refused.map(|one| one.digits())), (None, Some("ffee88".to_owned())));
        assert_eq!(embed.write(), "embed=map&accent=ffee88");
    }
}

//! Preview pictures: what a chat or a search shows of a page, 1200 by 630 pixels, drawn from the same
//! map and the same figures, with the fonts of the project and no others.
//!
//! Whatever crops the picture to 2:1 takes 15 pixels off above and below; the margins are wider.

use std::error::Error;
use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use quantizr::{Image, Options, QuantizeResult};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};
use ttf_parser::Face;

use super::takeaway::sha256;
use crate::model::dataset::codes::{Code, Stage};
use crate::model::dataset::index::{Atlas, Index};
use crate::model::geo::geometry::Geometry;
use crate::model::geo::viewport::Viewport;
use crate::model::view::View;
use crate::model::view::page::Page;
use crate::model::words::{Key, PageKey};
use crate::picture::map::{Drawing, LIGHT, marked, still_map};
use crate::picture::text::pieces;
use crate::ui::element::{Element, svg};

/// Width and height in pixels.
pub const SIZE_PX: (u32, u32) = (1200, 630);
const MARGIN_PX: f64 = 50.0;
/// The map: left, top, width, height.
const MAP_PX: (f64, f64, f64, f64) = (500.0, MARGIN_PX, 650.0, 530.0);
const TEXT_WIDTH_PX: f64 = MAP_PX.0 - MARGIN_PX - 30.0;
/// The six countries with the north-west of China, in the proportions of the map.
const FRAME: Viewport = Viewport { west_km: -2560.0, north_km: 1520.0, width_km: 3274.0, height_km: 2669.6 };

const SERIF: &str = "Noto Serif";
const SANS: &str = "Noto Sans";
const SERIF_FILE: &[u8] = include_bytes!("fonts/NotoSerif-Bold.ttf");
const SANS_FILE: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
const HAN_FILE: &[u8] = include_bytes!("fonts/NotoSansSC-Bold.otf");

/// The fonts of the pictures.
pub struct Fonts {
    serif: Face<'static>,
    sans: Face<'static>,
    han: Face<'static>,
    database: Arc<fontdb::Database>,
}

impl Fonts {
    /// Reads the committed files.
    ///
    /// # Errors
    /// When one is not a font.
    pub fn read() -> Result<Self, ttf_parser::FaceParsingError> {
        let mut database = fontdb::Database::new();
        for file in [SERIF_FILE, SANS_FILE, HAN_FILE] {
            database.load_font_data(file.to_vec());
        }
        Ok(Self {
            serif: Face::parse(SERIF_FILE, 0)?,
            sans: Face::parse(SANS_FILE, 0)?,
            han: Face::parse(HAN_FILE, 0)?,
            database: Arc::new(database),
        })
    }

    /// Whether a letter can be drawn.
    pub fn has(&self, letter: char) -> bool {
        [&self.serif, &self.sans, &self.han].iter().any(|face| face.glyph_index(letter).is_some())
    }

    fn width_px(&self, text: &str, is_serif: bool, size_px: f64) -> f64 {
        let face = if is_serif { &self.serif } else { &self.sans };
        let letters = text.chars().map(|letter| {
            let own = [face, &self.han].into_iter().find_map(|face| Some((face, face.glyph_index(letter)?)));
            own.map_or(1.0, |(face, glyph)| {
                f64::from(face.glyph_hor_advance(glyph).unwrap_or_default()) / f64::from(face.units_per_em())
            })
        });
        letters.sum::<f64>() * size_px
    }

    /// A text in lines no wider than the column. Han may break after any sign but before none that closes.
    fn wrapped(&self, text: &str, is_serif: bool, size_px: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            let longer = format!("{line}{piece}");
            if !line.is_empty() && self.width_px(longer.trim_end(), is_serif, size_px) > TEXT_WIDTH_PX {
                lines.push(line.trim_end().to_owned());
                line = piece.to_owned();
            } else {
                line = longer;
            }
        }
        lines.push(line.trim_end().to_owned());
        lines
    }
}

/// What a picture says.
struct Said {
    kicker: String,
    title: String,
    lines: Vec<String>,
}

fn said(atlas: &Atlas, page: Page) -> Said {
    let (data, words) = (&atlas.data, atlas.words);
    let name = words.say(Key::SiteName).to_owned();
    let commas = |items: &[String]| items.join(words.say(Key::Comma));
    match page {
        Page::View(View::Map) => Said {
            kicker: commas(&[data.edition.summit.city.to_owned(), words.date(data.edition.summit.date)]),
            title: name,
            lines: vec![
                words.say(Key::SiteLine).to_owned(),
                commas(&[
                    words.records(data.agreements.len()),
                    words.count(Key::Events, data.events.len(), &[]),
                    words.count_page(PageKey::SourcesCount, data.sources.len(), &[]),
                ]),
            ],
        },
        Page::View(view) => Said {
            kicker: name,
            title: words.label(view).to_owned(),
            lines: vec![words.page(super::document::about(view)).to_owned()],
        },
        Page::Country(id) => {
            let own = Index::with(&atlas.index.country, id);
            let stages = Stage::ALL.iter().filter_map(|stage| {
                let n_records = own.and(&Index::with(&atlas.index.stage, *stage)).count();
                (n_records > 0).then(|| format!("{}\u{a0}{n_records}", words.label(*stage)))
            });
            Said {
                kicker: name,
                title: words.label(id).to_owned(),
                lines: vec![words.records(own.count()), commas(&stages.collect::<Vec<_>>())],
            }
        }
        Page::Record(id) => {
            let Some((place, record)) =
                atlas.index.agreement(id).and_then(|place| Some((place, data.agreements.get(place)?)))
            else {
                return Said { kicker: name, title: String::new(), lines: Vec::new() };
            };
            let stage = words.label(atlas.index.stage(place));
            let sources = words.count_page(PageKey::SourcesCount, record.sources.len(), &[]);
            let steps = words.count_page(PageKey::DatedSteps, record.steps.len(), &[]);
            Said {
                kicker: format!("{} · {stage}", words.label(record.instrument)),
                title: record.title.to_owned(),
                lines: vec![words.parties(record), words.span(record), commas(&[steps, sources])],
            }
        }
        Page::Event(id) => {
            let event = atlas.event(id);
            Said {
                kicker: event.map(|event| words.date(event.date)).unwrap_or_default(),
                title: event.map(|event| event.title.to_owned()).unwrap_or_default(),
                lines: event
                    .and_then(|event| Some(event.place.as_ref()?.name.to_owned()))
                    .into_iter()
                    .collect(),
            }
        }
    }
}

/// The picture of a page as an SVG.
pub fn drawn(atlas: &Atlas, geometry: &Geometry, fonts: &Fonts, page: Page) -> String {
    let (outlined, dots) = match page {
        Page::View(_) => Default::default(),
        Page::Country(id) => (vec![id], Vec::new()),
        Page::Record(id) => marked(atlas, Some(id), None),
        Page::Event(id) => marked(atlas, None, Some(id)),
    };
    let map = Drawing {
        frame: FRAME,
        dots: &dots,
        family: "Noto Serif, Noto Sans CJK SC",
        letters_km: 100.0,
        ..Drawing::of_page(LIGHT, &outlined)
    };
    let number = |value: f64| format!("{value:.1}");
    let (width, height) = (f64::from(SIZE_PX.0), f64::from(SIZE_PX.1));
    let map = still_map(atlas, geometry, &map)
        .attr("x", number(MAP_PX.0))
        .attr("y", number(MAP_PX.1))
        .attr("width", number(MAP_PX.2))
        .attr("height", number(MAP_PX.3));
    let border = svg("rect")
        .attr("x", number(MAP_PX.0))
        .attr("y", number(MAP_PX.1))
        .attr("width", number(MAP_PX.2))
        .attr("height", number(MAP_PX.3))
        .attr("fill", "none")
        .attr("stroke", LIGHT.colour("hairline"))
        .attr("stroke-width", "2");
    let line = |words: &str, family: &'static str, size: f64, down: f64, token: &str| {
        svg("text")
            .attr("x", number(MARGIN_PX))
            .attr("y", number(down))
            .attr("font-family", format!("{family}, Noto Sans CJK SC"))
            .attr("font-size", number(size))
            .attr("font-weight", if family == SERIF { "700" } else { "400" })
            .attr("fill", LIGHT.colour(token))
            .child(words.to_owned())
    };
    let said = said(atlas, page);
    let mut texts: Vec<Element> = Vec::new();
    let mut down = 76.0;
    for part in fonts.wrapped(&said.kicker, false, 22.0) {
        texts.push(line(&part, SANS, 22.0, down, "muted"));
        down += 30.0;
    }
    // The largest size at which the title takes no more than a third of the picture.
    let sizes = [56.0, 50.0, 46.0, 40.0, 35.0, 31.0, 27.0];
    let fits = |size: &f64| {
        let lines = fonts.wrapped(&said.title, true, *size);
        let is_narrow = lines.iter().all(|line| fonts.width_px(line, true, *size) <= TEXT_WIDTH_PX);
        is_narrow && lines.len() as f64 * size * 1.18 <= 250.0
    };
    let size = sizes.into_iter().find(fits).unwrap_or(27.0);
    down += size * 0.9;
    for part in fonts.wrapped(&said.title, true, size) {
        texts.push(line(&part, SERIF, size, down, "ink"));
        down += size * 1.18;
    }
    down += 12.0;
    let foot = height - MARGIN_PX - 4.0;
    for (place, text) in said.lines.iter().filter(|line| !line.is_empty()).enumerate() {
        for part in fonts.wrapped(text, false, 24.0) {
            if down < foot - 48.0 {
                texts.push(line(&part, SANS, 24.0, down, if place == 0 { "ink" } else { "muted" }));
            }
            down += 33.0;
        }
        down += 6.0;
    }
    let edition = &atlas.data.edition;
    let (words, of) = (atlas.words, edition.number.to_string());
    let edition = words.fill(Key::EditionAsOf, &[&of, &words.date(edition.date)]);
    let name = words.say(Key::SiteName);
    let is_first = page == Page::View(View::Map) || said.kicker == name;
    let owner = (!is_first).then(|| line(name, SANS, 20.0, foot - 28.0, "accent"));
    let rule = svg("path")
        .attr("d", format!("M{MARGIN_PX} {0}h{TEXT_WIDTH_PX}", foot - if is_first { 30.0 } else { 58.0 }))
        .attr("stroke", LIGHT.colour("hairline"))
        .attr("stroke-width", "2");
    svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", format!("0 0 {} {}", SIZE_PX.0, SIZE_PX.1))
        .attr("width", number(width))
        .attr("height", number(height))
        .child(
            svg("rect")
                .attr("width", number(width))
                .attr("height", number(height))
                .attr("fill", LIGHT.colour("paper")),
        )
        .child(map)
        .child(border)
        .children(texts)
        .child(rule)
        .child(owner)
        .child(line(&edition, SANS, 20.0, foot, "muted"))
        .markup()
}

/// The picture's file below the root of the site.
pub fn path(page: Page) -> String {
    page.beside("preview", "png")
}

/// A drawn picture as PNG.
///
/// # Errors
/// When the drawing cannot be read back or encoded.
pub fn png(drawing: &str, fonts: &Fonts) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
    let options = usvg::Options { fontdb: Arc::clone(&fonts.database), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(drawing, &options)?;
    let mut pixels = Pixmap::new(SIZE_PX.0, SIZE_PX.1).ok_or("no memory for a picture")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    in_palette(pixels.data())
}

/// Opaque pixels as a PNG of 256 colours: flat colours stay what they are, and of the many shades along the
/// edges of shapes and letters some stand for all. A third of the bytes.
fn in_palette(pixels: &[u8]) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
    let (width, height) = (SIZE_PX.0 as usize, SIZE_PX.1 as usize);
    let image = Image::new(pixels, width, height).map_err(|error| format!("{error:?}"))?;
    let mut found = QuantizeResult::quantize(&image, &Options::default());
    // Dots between two colours would be seen in the flat ones, and take more room.
    found.set_dithering_level(0.0).map_err(|error| format!("{error:?}"))?;
    let mut places = vec![0; width * height];
    found.remap_image(&image, &mut places).map_err(|error| format!("{error:?}"))?;
    let palette = found.get_palette();
    let colours = palette.entries.iter().take(palette.count as usize);
    let colours: Vec<u8> = colours.flat_map(|colour| [colour.r, colour.g, colour.b]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIZE_PX.0, SIZE_PX.1);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(colours);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&places)?;
    writer.finish()?;
    Ok(bytes)
}

/// A picture, from an earlier build if the drawing was the same there.
fn once_drawn(
    drawing: &str,
    fonts: &Fonts,
    kept: Option<&Path>,
) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
    let Some(kept) = kept else { return png(drawing, fonts) };
    // With how it is written: pictures of before were larger.
    let name = sha256(format!("palette {drawing}").as_bytes());
    let file = kept.join(format!("{name}.png"));
    if let Ok(picture) = fs::read(&file) {
        return Ok(picture);
    }
    let picture = png(drawing, fonts)?;
    fs::create_dir_all(kept)?;
    // Under another name first: a build that is cut off leaves no half picture to be taken for a whole.
    static PARTS: AtomicUsize = AtomicUsize::new(0);
    let number = PARTS.fetch_add(1, Ordering::Relaxed);
    let part = kept.join(format!("{name}.{}-{number}.part", std::process::id()));
    fs::write(&part, &picture)?;
    fs::rename(&part, &file)?;
    Ok(picture)
}

/// Draws and writes the pictures of pages, on every core, saying how far it is.
///
/// # Errors
/// When a font cannot be read, or a picture not be drawn or written.
pub fn write_all(
    folder: &Path,
    atlas: &Atlas,
    geometry: &Geometry,
    pages: &[Page],
    kept: Option<&Path>,
) -> Result<(), Box<dyn Error>> {
    let fonts = Fonts::read()?;
    let folder = folder.join(atlas.words.locale().folder());
    let (start, next, largest) = (Instant::now(), AtomicUsize::new(0), AtomicUsize::new(0));
    let draw = || -> Result<(), Box<dyn Error + Send + Sync>> {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(page) = pages.get(place) else { return Ok(()) };
            if place > 0 && place % 50 == 0 {
                println!("Pictures ({}): {place} of {} …", atlas.words.locale().code(), pages.len());
            }
            let picture = once_drawn(&drawn(atlas, geometry, &fonts, *page), &fonts, kept)?;
            largest.fetch_max(picture.len(), Ordering::Relaxed);
            let path = folder.join(path(*page));
            path.parent().map(fs::create_dir_all).transpose()?;
            fs::write(&path, picture).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    };
    let n_cores = thread::available_parallelism().map_or(1, NonZero::get);
    let done: Result<(), Box<dyn Error + Send + Sync>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..n_cores).map(|_| scope.spawn(draw)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| "a picture could not be drawn")?)
    });
    done.map_err(|error| error as Box<dyn Error>)?;
    let (seconds, kilobytes) = (start.elapsed().as_secs(), largest.into_inner() / 1000);
    println!(
        "Pictures ({}): {} in {seconds} s, the largest {kilobytes} kB",
        atlas.words.locale().code(),
        pages.len()
    );
    Ok(())
}

/// What the picture shows, for those who do not see it.
pub fn about(atlas: &Atlas, page: Page) -> String {
    let said = said(atlas, page);
    let all: Vec<&str> = std::iter::once(said.title.as_str())
        .chain(said.lines.iter().map(|line| line.trim_end_matches(['.', '。'])))
        .filter(|line| !line.is_empty())
        .collect();
    atlas.words.fill_page(PageKey::PictureSays, &[&all.join(". ")])
}

/// Letters that a picture asks for.
pub fn letters(atlas: &Atlas, page: Page) -> Vec<char> {
    let said = said(atlas, page);
    let all = [said.kicker, said.title].into_iter().chain(said.lines);
    all.flat_map(|text| text.chars().collect::<Vec<_>>()).collect()
}

//! Native only: the pages that stand in files of their own, and what lies beside them.
//!
//! Made from the same data and components as the app. `cargo xtask generate` writes the first page
//! into the sources, for builds by Trunk alone; `cargo xtask build` writes the whole site.

pub mod document;
pub mod editions;
pub mod languages;
pub mod oembed;
pub mod offline;
pub mod one_file;
pub mod paper;
pub mod plain;
pub mod preview;
pub mod still;
pub mod styles;
pub mod takeaway;

use std::error::Error;
use std::fs;
use std::path::Path;

use leptos::prelude::Owner;

use crate::model::dataset::codes::{Code, CountryId, EntryKind};
use crate::model::dataset::index::Atlas;
use crate::model::dataset::parse::{BEHIND, BUNDLED};
use crate::model::geo::geometry::Geometry;
use crate::model::text::escape;
use crate::model::view::View;
use crate::model::view::page::{Addresses, Page};
use crate::model::view::query::Reading;
use crate::model::words::{Key, Locale};
use crate::picture::map;
use crate::ui::element::speak;
use crate::ui::store::Store;
use crate::ui::summary::gone;
use document::{TemplateError, document};
use languages::Translation;

/// The name of the site, in files that are in English.
pub const NAME: &str = Key::SiteName.english();

/// The first page as it stands in `index.html` before the site is written: without files beside it.
pub fn static_page(atlas: &'static Atlas, geometry: &'static Geometry) -> String {
    let page = Page::View(View::Map);
    let markup = with_store(atlas, geometry, Addresses::default(), page, |store| {
        still::still(store, page).still_markup()
    });
    markup + "\n"
}

/// What speaks with the page around a frame.
const FRAME: &str = include_str!("platform/frame.js");

/// The styles of the dialogs.
const DESK_STYLE: &str = include_str!("../style/desk.css");

/// The dialogs, where a build has made them: their files named by what is in them, for `boot.js`.
fn desk(folder: &Path) -> Result<String, Box<dyn Error>> {
    let (js, wasm) = (folder.join("atlas-desk.js"), folder.join("atlas-desk_bg.wasm"));
    if !js.exists() || !wasm.exists() {
        return Ok(String::new());
    }
    let name = |file: &Path, ending: &str| -> Result<String, Box<dyn Error>> {
        let name = format!("desk-{}.{ending}", languages::hash_of(&fs::read(file)?));
        fs::rename(file, folder.join(&name))?;
        Ok(name)
    };
    let style = format!("desk-{}.css", languages::hash(DESK_STYLE));
    put(folder, &style, DESK_STYLE)?;
    let (js, wasm) = (name(&js, "js")?, name(&wasm, "wasm")?);
    Ok(format!("\"desk\":{{\"js\":\"./{js}\",\"wasm\":\"./{wasm}\",\"style\":\"./{style}\"}},"))
}

/// The styles of the atlas inside another page: its own, and the dark colours for a page that asks for
/// them, on screens: paper is white.
fn dress() -> String {
    let colours =
        include_str!("../style/base.css").split("@media screen and (prefers-color-scheme: dark) {").nth(1);
    let colours = colours.and_then(|rest| rest.split('{').nth(1)?.split('}').next()).unwrap_or_default();
    let style = include_str!("../style/embed.css");
    let dark = format!("@media screen {{ :root[data-theme=\"dark\"] {{{colours}}} }}");
    styles::shorten(&format!("{style}@layer base {{\n  {dark}\n}}\n"))
}

/// Where the parts of a site come from.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    /// The folder of earlier editions.
    pub past: &'a Path,
    /// The folder of translators' tables.
    pub tables: &'a Path,
    /// Where pictures are kept from build to build, by what is drawn.
    pub kept: Option<&'a Path>,
}

/// Writes every page in every language, the still maps, `404.html`, the sitemap and `robots.txt` into
/// the folder that Trunk built. `site_url` is where the site will stand, with a slash at its end.
///
/// # Errors
/// When a file cannot be read or written, or the built page is not what it was.
pub fn write(
    folder: &Path,
    site_url: Option<&str>,
    atlas: &'static Atlas,
    geometry: &'static Geometry,
    places: Places<'_>,
) -> Result<usize, Box<dyn Error>> {
    let built = fs::read_to_string(folder.join("index.html"))?;
    let built = styles::shorten_all(folder, &built)?;
    let translations = languages::all(places.tables)?;
    for translation in &translations {
        put(folder, &translation.file(), translation.packed)?;
    }
    let behind = format!("words/behind-{}.json", languages::hash(BEHIND));
    put(folder, &behind, BEHIND)?;
    let frame = format!("frame-{}.js", languages::hash(FRAME));
    put(folder, &frame, FRAME)?;
    let dress = dress();
    let style = format!("embed-{}.css", languages::hash(&dress));
    put(folder, &style, &dress)?;
    put(folder, "embed.js", include_str!("platform/embed.js"))?;
    put(folder, "paper.css", &styles::shorten(include_str!("../style/paper.css")))?;
    let number = atlas.data.edition.number;
    let desk = desk(folder)?;
    let checksum = takeaway::edition_hash();
    let beside = format!(
        "\"edition\":{number},\"checksum\":\"{checksum}\",{desk}\"frame\":\"./{frame}\",\"style\":\"./{style}\","
    );
    let template = with_words(&built, &behind, &translations, &beside)?;
    let pages = Page::all(atlas);
    for atlas in std::iter::once(atlas).chain(translations.iter().map(|one| one.atlas)) {
        write_pages(folder, &template, site_url, atlas, geometry, &pages, places.kept)?;
        for sheet in paper::sheets(&template, atlas, geometry, site_url) {
            put(folder, &format!("{}{}", atlas.words.locale().folder(), sheet.path), &sheet.text)?;
        }
    }
    let alone = Addresses { is_alone: true, ..Addresses::default() };
    let first = Page::View(View::Map);
    let body = with_store(atlas, geometry, alone, first, |store| still::still(store, first).still_markup());
    put(folder, "atlas.html", &one_file::one_file(folder, &template, &body, number, &translations)?)?;
    let editions = editions::all(BUNDLED, places.past)?;
    for file in takeaway::files(atlas, site_url, &editions)? {
        let path = folder.join(&file.path);
        path.parent().map(fs::create_dir_all).transpose()?;
        fs::write(&path, &file.bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let index = fs::read_to_string(folder.join("index.html"))?;
    put(folder, "sw.js", &offline::worker(&index)?)?;
    for edition in &editions {
        put(folder, &format!("data/editions/{}.json", edition.number), &edition.text)?;
    }
    put(folder, "data/editions.json", &editions::index(&editions))?;
    let about = "Every edition of the atlas with its date and checksum, and what changed, entry by entry.";
    let body = editions::body(atlas, &editions);
    put(folder, "editions.html", &plain::plain(&template, "", "Editions", about, &body))?;
    retired(folder, &template, atlas, geometry)?;
    // The list of licences, where a build has made one.
    if let Ok(body) = fs::read_to_string(folder.join("notices.html")) {
        let about =
            "Licences of the code, the data and the borders of the atlas, and of what it is built of.";
        put(folder, "notices.html", &plain::plain(&template, "", "Notices", about, &body))?;
    }
    put(folder, "404.html", &not_found(site_url))?;
    if let Some(site) = site_url {
        put(folder, "sitemap.xml", &sitemap(&pages, site, atlas))?;
        put(folder, "robots.txt", &format!("User-agent: *\nAllow: /\nSitemap: {site}sitemap.xml\n"))?;
    }
    Ok(pages.len() * (1 + translations.len()))
}

/// The pages of one language, with their maps, pictures and answers.
fn write_pages(
    folder: &Path,
    template: &str,
    site_url: Option<&str>,
    atlas: &'static Atlas,
    geometry: &'static Geometry,
    pages: &[Page],
    kept: Option<&Path>,
) -> Result<(), Box<dyn Error>> {
    let locale = atlas.words.locale();
    for page in pages {
        let path = format!("{}{}", locale.folder(), page.path());
        let root = "../".repeat(path.matches('/').count());
        let addresses = Addresses { root, has_pages: true, is_alone: false, locale, embed: None };
        let text = with_store(atlas, geometry, addresses, *page, |store| {
            document(template, store, *page, site_url)
        })?;
        let is_first = page.path().is_empty();
        put(folder, &if is_first { format!("{path}index.html") } else { path }, &text)?;
        if let Some(site) = site_url {
            let path = format!("{}{}", locale.folder(), oembed::path(*page));
            put(folder, &path, &oembed::answer(atlas, *page, site))?;
        }
    }
    for scheme in [map::LIGHT, map::DARK] {
        for chosen in std::iter::once(None).chain(CountryId::ALL.iter().copied().map(Some)) {
            let name = chosen.map_or_else(|| "overview".to_owned(), |one| one.code().to_ascii_lowercase());
            let drawing = map::Drawing::of_page(scheme, chosen.as_slice());
            let picture =
                map::still_map(atlas, geometry, &drawing).attr("width", "4060").attr("height", "2520");
            put(folder, &format!("{}map/{name}{}.svg", locale.folder(), scheme.ending), &picture.markup())?;
        }
    }
    // Nothing refers to them where the site does not know its address.
    if site_url.is_some() {
        preview::write_all(folder, atlas, geometry, pages, kept)?;
    }
    Ok(())
}

/// The built page with the files of the languages named beside those of the app.
fn with_words(
    template: &str,
    behind: &str,
    translations: &[Translation],
    beside: &str,
) -> Result<String, TemplateError> {
    let start = "\"js\":\"./";
    if !template.contains(start) {
        return Err(TemplateError { expected: start });
    }
    let names = translations
        .iter()
        .map(|one| format!("\"{}\":\"./{}\"", one.atlas.words.locale().code(), one.file()));
    let all: Vec<String> = std::iter::once(format!("\"behind\":\"./{behind}\"")).chain(names).collect();
    let words = format!("{beside}\"words\":{{{}}},{start}", all.join(","));
    Ok(template.replacen(start, &words, 1))
}

fn with_store<T>(
    atlas: &'static Atlas,
    geometry: &'static Geometry,
    addresses: Addresses,
    page: Page,
    made: impl FnOnce(Store) -> T,
) -> T {
    let addresses: &'static Addresses = Box::leak(Box::new(addresses));
    let reading = Reading { view: page.view(), ..Reading::default() };
    // Pages are as of the edition, so that they are the same whenever they are built.
    let today = atlas.data.edition.date.last;
    speak(atlas.words.locale());
    let owner = Owner::new();
    let made = owner.with(|| made(Store::new(atlas, geometry, addresses, reading, today)));
    owner.cleanup();
    made
}

/// Writes the pages of records and events of earlier editions: what they were and why they are no more.
fn retired(
    folder: &Path,
    template: &str,
    atlas: &'static Atlas,
    geometry: &'static Geometry,
) -> Result<(), Box<dyn Error>> {
    let addresses = Addresses { root: "../".to_owned(), has_pages: true, ..Addresses::default() };
    for one in atlas.data.edition.retired.iter().filter(|one| one.kind != EntryKind::Source) {
        let first = Page::View(View::Map);
        let body =
            with_store(atlas, geometry, addresses.clone(), first, |store| gone(store, one).still_markup());
        let page = plain::plain(template, "../", one.title, one.reason, &body);
        put(folder, &format!("{}/{}.html", one.kind.code(), one.id), &page)?;
    }
    Ok(())
}

fn put(folder: &Path, path: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let file = folder.join(path);
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()).into())
}

/// Shown at any depth, so it needs no other file; without an address of the site it knows no way back.
fn not_found(site_url: Option<&str>) -> String {
    let way = site_url.map_or_else(
        || "<p>Go back, or open the first page of the site.</p>".to_owned(),
        |site| format!("<p><a href=\"{}\">Open the atlas</a></p>", escape(site)),
    );
    let body = format!(
        "    <h1>{NAME}</h1>\n    <p>There is no page at this address. Records keep their addresses for ever; perhaps a \
         letter is missing.</p>\n    {way}\n"
    );
    plain::bare("Not found", "    <meta name=\"robots\" content=\"noindex\">\n", &body)
}

fn sitemap(pages: &[Page], site: &str, atlas: &Atlas) -> String {
    let date = atlas.data.edition.date.machine().unwrap_or_default();
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                    <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
        .to_owned();
    let all = Locale::offered().iter().flat_map(|locale| pages.iter().map(move |page| (*locale, *page)));
    for (locale, page) in all {
        let address = |locale: Locale| escape(&format!("{site}{}{}", locale.folder(), page.path()));
        let alternates: String = Locale::offered()
            .iter()
            .map(|one| {
                format!(
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    one.tag(),
                    address(*one)
                )
            })
            .collect();
        let own = address(locale);
        text.push_str(&format!("  <url><loc>{own}</loc><lastmod>{date}</lastmod>{alternates}</url>\n"));
    }
    text + "</urlset>\n"
}

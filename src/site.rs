//! Native only: the pages that stand in files of their own, and what lies beside them.
//!
//! Made from the same data and components as the app. `cargo xtask generate` writes the first page
//! into the sources, for builds by Trunk alone; `cargo xtask build` writes the whole site.

pub mod document;
pub mod editions;
pub mod map;
pub mod oembed;
pub mod offline;
pub mod one_file;
pub mod plain;
pub mod preview;
pub mod still;
pub mod takeaway;

use std::error::Error;
use std::fs;
use std::path::Path;

use leptos::prelude::Owner;

use crate::model::dataset::codes::{Code, CountryId, EntryKind};
use crate::model::dataset::index::Atlas;
use crate::model::dataset::parse::BUNDLED;
use crate::model::geo::geometry::Geometry;
use crate::model::text::escape;
use crate::model::view::View;
use crate::model::view::page::{Addresses, Page};
use crate::model::view::query::Reading;
use crate::ui::store::Store;
use crate::ui::summary::gone;
use document::document;

/// The first page as it stands in `index.html` before the site is written: without files beside it.
pub fn static_page(atlas: &'static Atlas, geometry: &'static Geometry) -> String {
    let page = Page::View(View::Map);
    let markup = with_store(atlas, geometry, Addresses::default(), page, |store| {
        still::still(store, page).still_markup()
    });
    markup + "\n"
}

/// Writes every page, the still maps, `404.html`, the sitemap and `robots.txt` into the folder that
/// Trunk built. `site_url` is where the site will stand, with a slash at its end; `past` is the folder
/// of earlier editions.
///
/// # Errors
/// When a file cannot be read or written, or the built page is not what it was.
pub fn write(
    folder: &Path,
    site_url: Option<&str>,
    atlas: &'static Atlas,
    geometry: &'static Geometry,
    past: &Path,
) -> Result<usize, Box<dyn Error>> {
    let template = fs::read_to_string(folder.join("index.html"))?;
    let pages = Page::all(atlas);
    for page in &pages {
        let path = page.path();
        let root = "../".repeat(path.matches('/').count());
        let addresses = Addresses { root, has_pages: true, is_alone: false };
        let text = with_store(atlas, geometry, addresses, *page, |store| {
            document(&template, store, *page, site_url)
        })?;
        put(folder, if path.is_empty() { "index.html" } else { &path }, &text)?;
    }
    let alone = Addresses { is_alone: true, ..Addresses::default() };
    let first = Page::View(View::Map);
    let body = with_store(atlas, geometry, alone, first, |store| still::still(store, first).still_markup());
    put(folder, "atlas.html", &one_file::one_file(folder, &template, &body)?)?;
    for scheme in [map::LIGHT, map::DARK] {
        for chosen in std::iter::once(None).chain(CountryId::ALL.iter().copied().map(Some)) {
            let name = chosen.map_or_else(|| "overview".to_owned(), |one| one.code().to_ascii_lowercase());
            let drawing = map::Drawing::of_page(scheme, chosen.as_slice());
            let picture =
                map::still_map(atlas, geometry, &drawing).attr("width", "4060").attr("height", "2520");
            put(folder, &format!("map/{name}{}.svg", scheme.ending), &picture.markup())?;
        }
    }
    preview::write_all(folder, atlas, geometry, &pages)?;
    let editions = editions::all(BUNDLED, past)?;
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
        for page in &pages {
            put(folder, &oembed::path(*page), &oembed::answer(atlas, *page, site))?;
        }
        put(folder, "sitemap.xml", &sitemap(&pages, site, atlas))?;
        put(folder, "robots.txt", &format!("User-agent: *\nAllow: /\nSitemap: {site}sitemap.xml\n"))?;
    }
    Ok(pages.len())
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
    let addresses = Addresses { root: "../".to_owned(), has_pages: true, is_alone: false };
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
    format!(
        "<!doctype html>\n<html lang=\"en\">\n  <head>\n    <meta charset=\"utf-8\">\n    <meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n    <meta name=\"color-scheme\" content=\"light dark\">\n    \
         <title>Not found – {name}</title>\n    <meta name=\"robots\" content=\"noindex\">\n  </head>\n  <body>\n    \
         <h1>{name}</h1>\n    <p>There is no page at this address. Records keep their addresses for ever; perhaps a \
         letter is missing.</p>\n    {way}\n  </body>\n</html>\n",
        name = crate::ui::app::NAME
    )
}

fn sitemap(pages: &[Page], site: &str, atlas: &Atlas) -> String {
    let date = atlas.data.edition.date.machine().unwrap_or_default();
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                    <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for page in pages {
        let address = escape(&format!("{site}{}", page.path()));
        text.push_str(&format!("  <url><loc>{address}</loc><lastmod>{date}</lastmod></url>\n"));
    }
    text + "</urlset>\n"
}

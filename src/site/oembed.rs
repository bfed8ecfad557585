//! What a page that a link was pasted into asks for (oEmbed 1.0): a frame, a title, a picture. A file
//! for each page; it names the site, so there is none without its address.

use serde_json::json;

use super::document::title;
use super::preview;
use crate::model::dataset::index::Atlas;
use crate::model::text::escape;
use crate::model::view::embed::{Embed, Part};
use crate::model::view::page::Page;
use crate::model::words::Key;

/// Width of the frame in pixels; a narrower column makes it narrower.
const WIDTH_PX: u32 = 800;

/// The file of a page below the root of the site.
pub fn path(page: Page) -> String {
    page.beside("oembed", "json")
}

/// The part of the atlas that shows a page.
fn part(page: Page) -> Embed {
    let part = match page {
        Page::Record(_) | Page::Event(_) => Part::Card,
        Page::View(view) => Part::of(view).unwrap_or_default(),
        Page::Country(_) => Part::Map,
    };
    Embed { part, ..Embed::default() }
}

/// The answer for a page of a site.
pub fn answer(atlas: &Atlas, page: Page, site: &str) -> String {
    let title = title(atlas, page);
    let frame = part(page);
    let (width, height) = (WIDTH_PX, frame.height().at(WIDTH_PX));
    let folder = atlas.words.locale().folder();
    let name = atlas.words.say(Key::SiteName);
    // Texts have no part of their own: their frame is the map, and is called what it is.
    let shown = match page {
        Page::View(view) if Part::of(view).is_none() => name,
        _ => &title,
    };
    // A blog shows the quotation until the frame has said its height.
    let own = format!("{site}{folder}{}", page.path());
    let code = format!(
        "<blockquote><a href=\"{}\">{}</a></blockquote><iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
         allow=\"clipboard-write; web-share\"></iframe>",
        escape(&own),
        escape(&title),
        escape(&format!("{own}?{}", frame.write())),
        escape(shown)
    );
    let answer = json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": name, "provider_url": site,
        "html": code, "width": width, "height": height, "cache_age": 86_400,
        "thumbnail_url": format!("{site}{folder}{}", preview::path(page)),
        "thumbnail_width": preview::SIZE_PX.0, "thumbnail_height": preview::SIZE_PX.1,
    });
    format!("{answer}\n")
}

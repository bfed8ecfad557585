//! Where the page says that the site stands.

use wasm_bindgen::JsCast;

use super::document;
use crate::model::colour::{self, Colour};
use crate::model::view::embed::Embed;
use crate::model::view::page::Addresses;
use crate::model::words::Locale;

/// What the page says of its site: the way up to the root, when pages have files of their own, or
/// that there is nothing beside it.
pub fn addresses() -> Addresses {
    let embed = Embed::read(&super::history::query());
    Addresses { embed, ..try_addresses().unwrap_or_default() }
}

/// The number of the newest edition of the site, as its pages say.
pub fn newest_edition() -> Option<u32> {
    document()?.document_element()?.get_attribute("data-newest")?.parse().ok()
}

/// Whether the page stands in a frame that may not open windows or save files: one without an origin.
pub fn is_confined() -> bool {
    let origin = super::window().and_then(|window| js_sys::Reflect::get(&window, &"origin".into()).ok());
    origin.and_then(|origin| origin.as_string()).is_some_and(|origin| origin == "null")
}

/// An address as a whole.
pub fn absolute(address: &str) -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let whole = base.and_then(|base| web_sys::Url::new_with_base(address, &base).ok());
    whole.map_or_else(|| address.to_owned(), |url| url.href())
}

/// Gives the page the host's colours.
pub fn set_colours(accent: Option<Colour>) {
    let Some(style) = page_style() else { return };
    if let Some(accent) = accent {
        let _ = style.set_property("--host-accent", &format!("#{}", accent.digits()));
        let _ =
            style.set_property("--host-accent-by-night", &format!("#{}", colour::by_night(accent).digits()));
    }
}

/// Gives the page of a frame its part, as code, and its height, as CSS.
pub fn set_frame(part: &str, height: &str) {
    if let Some(page) = document().and_then(|document| document.document_element()) {
        let _ = page.set_attribute("data-embed", part);
    }
    if let Some(style) = page_style() {
        let _ = style.set_property("--frame-height", height);
    }
}

/// The style of the whole page.
fn page_style() -> Option<web_sys::CssStyleDeclaration> {
    let page = document()?.document_element()?;
    Some(page.dyn_into::<web_sys::HtmlElement>().ok()?.style())
}

/// The language the page asks for, and its packed texts if they came; `None` for a language the atlas
/// has not. English needs no texts.
pub fn words() -> Option<(Locale, Option<String>)> {
    let document = document()?;
    let language = document.document_element()?.get_attribute("data-language")?;
    let texts = document.get_element_by_id("words").and_then(|block| block.text_content());
    Some((Locale::from_tag(&language)?, texts))
}

/// The bundle of an old edition, where a frame stays with one.
pub fn old_edition() -> Option<String> {
    document()?.get_element_by_id("edition").and_then(|block| block.text_content())
}

/// Says the language of the page, for whoever reads it aloud.
pub fn set_language(locale: Locale) {
    if let Some(page) = document().and_then(|document| document.document_element()) {
        let _ = page.set_attribute("lang", locale.tag());
        let _ = page.set_attribute("dir", locale.direction());
    }
}

fn try_addresses() -> Option<Addresses> {
    let document = document()?;
    let page = document.document_element()?;
    if page.has_attribute("data-alone") {
        return Some(Addresses { is_alone: true, ..Addresses::default() });
    }
    let up = page.get_attribute("data-root")?;
    let here = document.location()?.href().ok()?;
    let root = web_sys::Url::new_with_base(&up, &here).ok()?.pathname();
    Some(Addresses { root, has_pages: true, ..Addresses::default() })
}

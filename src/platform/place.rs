//! Where the page says that the site stands.

use super::document;
use crate::model::view::page::Addresses;
use crate::model::words::Locale;

/// What the page says of its site: the way up to the root, when pages have files of their own, or
/// that there is nothing beside it.
pub fn addresses() -> Addresses {
    try_addresses().unwrap_or_default()
}

/// The language the page asks for, and its packed texts if they came; `None` for a language the atlas
/// has not. English needs no texts.
pub fn words() -> Option<(Locale, Option<String>)> {
    let document = document()?;
    let language = document.document_element()?.get_attribute("data-language")?;
    let texts = document.get_element_by_id("words").and_then(|block| block.text_content());
    Some((Locale::from_tag(&language)?, texts))
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

//! Where the page says that the site stands.

use super::document;
use crate::model::view::page::Addresses;

/// What the page says of its site: the way up to the root, when pages have files of their own, or
/// that there is nothing beside it.
pub fn addresses() -> Addresses {
    try_addresses().unwrap_or_default()
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
    Some(Addresses { root, has_pages: true, is_alone: false })
}

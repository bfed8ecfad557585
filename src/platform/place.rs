//! Where the page says that the site stands.

use super::document;
use crate::model::view::page::Addresses;

/// What the page says of its site: the way up to the root, when pages have files of their own.
pub fn addresses() -> Addresses {
    try_addresses().unwrap_or_default()
}

fn try_addresses() -> Option<Addresses> {
    let document = document()?;
    let up = document.document_element()?.get_attribute("data-root")?;
    let here = document.location()?.href().ok()?;
    let root = web_sys::Url::new_with_base(&up, &here).ok()?.pathname();
    Some(Addresses { root, has_pages: true })
}

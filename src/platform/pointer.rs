//! On which element, and where on it, something happened.

use wasm_bindgen::JsCast;

/// Position of a pointer in fractions of the element that listens, from its top left corner.
pub fn fraction(event: &web_sys::MouseEvent) -> Option<(f64, f64)> {
    let element: web_sys::Element = event.current_target()?.dyn_into().ok()?;
    let rect = element.get_bounding_client_rect();
    let is_drawn = rect.width() > 0.0 && rect.height() > 0.0;
    is_drawn.then(|| {
        (
            (f64::from(event.client_x()) - rect.left()) / rect.width(),
            (f64::from(event.client_y()) - rect.top()) / rect.height(),
        )
    })
}

/// What an event is aimed at, or the nearest around it, that fits.
pub fn closest(event: &web_sys::Event, selector: &str) -> Option<web_sys::Element> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}

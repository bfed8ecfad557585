//! The dialogs for sharing, embedding and pictures are a program of their own, which `boot.js` loads
//! when the first of them is opened. The two speak by events of the page.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::document;

/// Asks for a dialog, or a file, for the view at an address.
pub fn ask(kind: &str, address: &str) {
    let Some(document) = document() else { return };
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&JsValue::from_str(&format!("{kind} {address}")));
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("atlas:desk", &options) {
        let _ = document.dispatch_event(&event);
    }
}

/// Calls back with what was asked for: the kind, and the address of the view.
pub fn on_ask(mut callback: impl FnMut(String, String) + 'static) {
    let Some(document) = document() else { return };
    let listener = Closure::<dyn FnMut(web_sys::CustomEvent)>::new(move |event: web_sys::CustomEvent| {
        let detail = event.detail().as_string().unwrap_or_default();
        if let Some((kind, address)) = detail.split_once(' ') {
            callback(kind.to_owned(), address.to_owned());
        }
    });
    let _ = document.add_event_listener_with_callback("atlas:asked", listener.as_ref().unchecked_ref());
    listener.forget(); // Lives as long as the page.
}

/// What the page says of itself: `newest`, `checksum`.
pub fn said(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(&format!("data-{name}"))
}

/// Selects the text of a field and copies it; the focus stays at the button. False when the browser refuses: then
/// the focus is in the field, with its text selected.
pub fn copy(selector: &str) -> bool {
    let Some(document) = document() else { return false };
    let field = document.query_selector(selector).ok().flatten();
    let select = |field: &web_sys::Element| -> Result<(), JsValue> {
        let select = js_sys::Reflect::get(field, &"select".into())?;
        select.unchecked_ref::<js_sys::Function>().call0(field)?;
        Ok(())
    };
    let Some(field) = field else { return false };
    let button = document.active_element();
    let focus = |element: &web_sys::Element| {
        let _ = element.dyn_ref::<web_sys::HtmlElement>().map(web_sys::HtmlElement::focus);
    };
    focus(&field);
    // The old command works in frames that are refused the new one, and needs no permission.
    let is_copied = select(&field).is_ok()
        && document.unchecked_into::<web_sys::HtmlDocument>().exec_command("copy").unwrap_or(false);
    if let (true, Some(button)) = (is_copied, button) {
        focus(&button);
    }
    is_copied
}

/// Whether the device has a list of apps to share with.
pub fn can_share() -> bool {
    sharing().is_some()
}

/// Hands a title and an address to the device.
pub fn share(title: &str, url: &str) {
    let Some((navigator, share)) = sharing() else { return };
    let data = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&data, &"title".into(), &title.into());
    let _ = js_sys::Reflect::set(&data, &"url".into(), &url.into());
    if let Ok(shared) = share.call1(&navigator, &data) {
        // That the reader went back is no fault.
        let ended = Closure::once(|_: JsValue| {});
        let _ = js_sys::Promise::resolve(&shared).catch(&ended);
        ended.forget(); // Once for each press of the button.
    }
}

fn sharing() -> Option<(JsValue, js_sys::Function)> {
    let navigator = js_sys::Reflect::get(&super::window()?.into(), &"navigator".into()).ok()?;
    let share = js_sys::Reflect::get(&navigator, &"share".into()).ok()?;
    let share = share.dyn_into::<js_sys::Function>().ok()?;
    Some((navigator, share))
}

/// Who hears of heights, in pixels.
type Hears = Box<dyn FnMut(u32)>;

thread_local! {
    /// The dialog that was opened last.
    static HEARS: RefCell<Option<Hears>> = const { RefCell::new(None) };
}

/// Calls back with the height that the frame of the atlas that fits `selector` says it needs, until another asks.
pub fn on_height(selector: &'static str, callback: impl FnMut(u32) + 'static) {
    let is_first = HEARS.with_borrow_mut(|hears| hears.replace(Box::new(callback)).is_none());
    let Some(window) = super::window().filter(|_| is_first) else { return };
    let listener = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
        let frame = document().and_then(|document| document.query_selector(selector).ok().flatten());
        let own = frame.and_then(|frame| js_sys::Reflect::get(&frame, &"contentWindow".into()).ok());
        let is_own = own.is_some_and(|own| event.source().is_some_and(|source| JsValue::from(source) == own));
        let get = |name: &str| js_sys::Reflect::get(&event.data(), &name.into()).ok();
        let is_height = event.data().is_object()
            && get("type").and_then(|one| one.as_string()).as_deref() == Some("atlas:height");
        let height = get("height")
            .and_then(|height| height.as_f64())
            .filter(|height| (1.0..10_000.0).contains(height));
        if let (true, true, Some(height)) = (is_own, is_height, height) {
            HEARS.with_borrow_mut(|hears| {
                if let Some(hears) = hears {
                    hears(height as u32);
                }
            });
        }
    });
    let _ = window.add_event_listener_with_callback("message", listener.as_ref().unchecked_ref());
    listener.forget(); // One for as long as the page lives.
}

/// Draws an SVG into a PNG of `width` × `height` pixels, or half of that and so on where the browser draws
/// no canvas so large, and offers it as a file; `failed` is called when the browser refuses.
pub fn offer_png(
    name: &str,
    svg: &str,
    (width, height): (u32, u32),
    failed: impl FnOnce() + Clone + 'static,
) {
    if try_offer_png(name, svg, (width, height), failed.clone()).is_none() {
        failed();
    }
}

fn try_offer_png(
    name: &str,
    svg: &str,
    size: (u32, u32),
    failed: impl FnOnce() + Clone + 'static,
) -> Option<()> {
    let image = document()?.create_element("img").ok()?.dyn_into::<web_sys::HtmlImageElement>().ok()?;
    let (drawn, refused, name) = (image.clone(), failed.clone(), name.to_owned());
    let on_load = Closure::once_into_js(move || {
        // A data address: it works where addresses of files are refused.
        match smaller(size).find_map(|size| png(&drawn, size)) {
            Some(address) => offer_address(&name, &address),
            None => refused(),
        }
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_onerror(Some(Closure::once_into_js(failed).unchecked_ref()));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", js_sys::encode_uri_component(svg)));
    Some(())
}

/// Most pixels of a side of a canvas in any browser.
const MOST_PX: u32 = 16_384;
/// A picture whose longer side is less than this can no longer be read.
const LEAST_PX: u32 = 500;

/// A size, then half of it, and so on, without those that no browser draws.
fn smaller(size: (u32, u32)) -> impl Iterator<Item = (u32, u32)> {
    let halves = std::iter::successors(Some(size), |(width, height)| Some((width / 2, height / 2)));
    halves
        .take_while(|(width, height)| *width.max(height) >= LEAST_PX && *width.min(height) > 0)
        .filter(|(width, height)| *width.max(height) <= MOST_PX)
}

/// The address of a PNG of an image; `None` when the browser draws nothing of the size. A canvas that is
/// too large answers with an address that holds nothing; the limit is the browser's own: 16.7 million
/// pixels on some phones.
fn png(image: &web_sys::HtmlImageElement, (width, height): (u32, u32)) -> Option<String> {
    // A new one for each size: what was refused once stays so.
    let canvas = document()?.create_element("canvas").ok()?.dyn_into::<web_sys::HtmlCanvasElement>().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??.dyn_into::<web_sys::CanvasRenderingContext2d>().ok()?;
    let (wide, high) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, wide, high).ok()?;
    canvas.to_data_url().ok().filter(|address| address.starts_with("data:image/png;base64,"))
}

fn offer_address(name: &str, address: &str) {
    let link = document().and_then(|document| document.create_element("a").ok());
    let link = link.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(link) = link {
        let _ = link.set_attribute("href", address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_halved_until_a_browser_may_draw_them() {
        assert_eq!(
            smaller((2400, 7616)).collect::<Vec<_>>(),
            [(2400, 7616), (1200, 3808), (600, 1904), (300, 952)]
        );
        assert_eq!(smaller((2400, 20_000)).next(), Some((1200, 10_000)), "a side no browser draws");
        assert_eq!(smaller((0, 9000)).next(), None);
    }
}

//! Pictures of what is shown, to look at and to save.

use leptos::prelude::*;

use super::{choice, copied};
use crate::model::words::DeskKey;
use crate::picture::map::{DARK, LIGHT};
use crate::picture::{Picture, Subject, picture};
use crate::platform::{desk, download, place, screen};
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

/// Pixels of a PNG for each of the picture's own.
const SCALE: u32 = 2;

/// Content of the dialog.
pub fn pictures(store: Store) -> Element {
    let words = store.words();
    let of = RwSignal::new("map".to_owned());
    let is_dark = screen::follow("(prefers-color-scheme: dark)", |_| {}).unwrap_or_default();
    let scheme = if is_dark { DARK } else { LIGHT };
    let drawn = Memo::new(move |_| {
        let subject = match of.get().as_str() {
            "timeline" => Subject::Timeline,
            "grid" => Subject::Grid,
            "charts" => Subject::Charts,
            _ => Subject::Map,
        };
        let Picture { svg, size_px } = picture(store, subject, scheme);
        (svg, size_px)
    });
    let options = [
        ("map", DeskKey::PictureMap),
        ("timeline", DeskKey::PictureTimeline),
        ("grid", DeskKey::PictureGrid),
        ("charts", DeskKey::PictureCharts),
    ];
    let options = options.map(|(code, key)| (code.to_owned(), words.desk(key).to_owned())).to_vec();
    let name = move |ending: &str| format!("china-central-asia-summit-{}.{ending}", of.get_untracked());
    let refused = RwSignal::new(place::is_confined());
    let save_svg = move || {
        let is_saved = download::offer(&name("svg"), "image/svg+xml;charset=utf-8", &drawn.get_untracked().0);
        refused.set(!is_saved);
    };
    let save_png = move || {
        let (svg, (width, height)) = drawn.get_untracked();
        desk::offer_png(&name("png"), &svg, (width * SCALE, height * SCALE), move || refused.set(true));
    };
    let button = |key: DeskKey| el("button").attr("type", "button").child(words.desk(key));
    let code = move || {
        refused.get().then(|| {
            el("div")
                .child(el("p").attr("role", "status").child(words.desk(DeskKey::SaveRefused)))
                .child(copied(store, "desk-svg", DeskKey::FileText, DeskKey::CopyText, move || drawn.get().0))
        })
    };
    let address = move || format!("data:image/svg+xml;charset=utf-8,{}", screen::encoded(&drawn.get().0));
    let look =
        el("img").class("desk__picture").attr("alt", words.desk(DeskKey::Preview)).live_attr("src", address);
    el("div")
        .child(
            el("p")
                .class("desk__line")
                .child(choice(words.desk(DeskKey::PictureOf), options, of))
                .child(button(DeskKey::SaveSvg).on_click(save_svg))
                .child(button(DeskKey::SavePng).on_click(save_png)),
        )
        .live(code)
        .child(look)
}

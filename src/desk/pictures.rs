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
    let first = Subject::of(store.view().get_untracked().view);
    let of = RwSignal::new(first.code().to_owned());
    let subject = move || Subject::ALL.into_iter().find(|one| one.code() == of.get()).unwrap_or(Subject::Map);
    let is_dark = screen::follow("(prefers-color-scheme: dark)", |_| {}).unwrap_or_default();
    let scheme = if is_dark { DARK } else { LIGHT };
    let drawn = Memo::new(move |_| {
        let Picture { svg, size_px } = picture(store, subject(), scheme);
        (svg, size_px)
    });
    let options = Subject::ALL.map(|one| {
        let key = match one {
            Subject::Map => DeskKey::PictureMap,
            Subject::Timeline => DeskKey::PictureTimeline,
            Subject::Grid => DeskKey::PictureGrid,
            Subject::Charts => DeskKey::PictureCharts,
        };
        (one.code().to_owned(), words.desk(key).to_owned())
    });
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
    let title = move || subject().title(words).to_owned();
    let look = el("img").class("desk__picture").live_attr("alt", title).live_attr("src", address);
    el("div")
        .child(
            el("p")
                .class("desk__line")
                .child(choice(words.desk(DeskKey::PictureOf), options.to_vec(), of))
                .child(button(DeskKey::SaveSvg).on_click(save_svg))
                .child(button(DeskKey::SavePng).on_click(save_png)),
        )
        .live(code)
        .child(look)
}

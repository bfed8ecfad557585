//! The dialogs for sharing, embedding and pictures: a program of its own beside the app, loaded when
//! the first of them is opened. It is asked by events of the page, and knows the view by its address.

mod embed;
mod files;
mod pictures;
mod share;

use files::File;
use leptos::mount::mount_to_body;
use leptos::prelude::*;

use crate::model::view::query::Reading;
use crate::model::words::DeskKey;
use crate::platform::{clock, desk, dialog, place};
use crate::start;
use crate::ui::element::{Element, el, live, speak};
use crate::ui::store::Store;

/// What was asked for: the kind of dialog, and the store of its view.
#[derive(Clone, Copy)]
struct Asked {
    kind: Kind,
    store: Store,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Share,
    Embed,
    Pictures,
    Text(File),
}

/// Listens for what is asked.
pub fn start() {
    let Ok((atlas, geometry, _)) = start::load_in(place::words()) else { return };
    speak(atlas.words.locale());
    let asked = RwSignal::new(None::<Asked>);
    mount_to_body(move || live(move || asked.get().map(dialog)));
    desk::on_ask(move |kind, address| {
        let locale = atlas.words.locale();
        let addresses =
            Box::leak(Box::new(crate::model::view::page::Addresses { locale, ..place::addresses().full() }));
        let whole = place::absolute(&address);
        let (path, query) = split(&whole);
        let Reading { view, left } = addresses.read(&path, &query, atlas);
        let today = clock::today().unwrap_or(atlas.data.edition.date.last);
        let store = Store::new(atlas, geometry, addresses, Reading { view, left }, today);
        let kind = match kind.as_str() {
            "share" => Kind::Share,
            "embed" => Kind::Embed,
            "pictures" => Kind::Pictures,
            name => match File::of(name) {
                Some(file) if !files::offer(store, file) => Kind::Text(file),
                _ => return,
            },
        };
        asked.set(Some(Asked { kind, store }));
        crate::platform::later(|| crate::platform::later(|| dialog::open("#desk")));
    });
}

/// Path and query of an address.
fn split(address: &str) -> (String, String) {
    let path = address.splitn(4, '/').nth(3).map_or_else(|| "/".to_owned(), |rest| format!("/{rest}"));
    match path.split_once('?') {
        Some((path, query)) => (path.to_owned(), format!("?{query}")),
        None => (path, String::new()),
    }
}

fn dialog(asked: Asked) -> Element {
    let Asked { kind, store } = asked;
    let words = store.words();
    let (title, content) = match kind {
        Kind::Share => (words.desk(DeskKey::ShareTitle), share::share(store)),
        Kind::Embed => (words.desk(DeskKey::EmbedTitle), embed::embed(store)),
        Kind::Pictures => (words.desk(DeskKey::PicturesTitle), pictures::pictures(store)),
        Kind::Text(file) => (words.say(file.label()), files::text(store, file)),
    };
    let close = el("button")
        .attr("type", "button")
        .on_click(|| dialog::close("#desk"))
        .child(words.desk(DeskKey::Close));
    let head =
        el("div").class("sheet__head").child(el("h2").attr("id", "desk-title").child(title)).child(close);
    let on_keydown = |event: web_sys::KeyboardEvent| {
        // It closes the dialog, and not the card below.
        if event.key() == "Escape" {
            event.stop_propagation();
        }
    };
    el("dialog")
        .attr("id", "desk")
        .class("sheet desk")
        .attr("aria-labelledby", "desk-title")
        .on("keydown", on_keydown)
        .on("click", |event: web_sys::Event| dialog::close_outside(&event))
        .child(head)
        .child(el("div").class("sheet__body").child(content))
}

/// A labelled choice.
fn choice(label: &'static str, options: Vec<(String, String)>, chosen: RwSignal<String>) -> Element {
    let options = options.into_iter().map(|(value, words)| {
        let own = value.clone();
        el("option").attr("value", value).flag("selected", move || chosen.get() == own).child(words)
    });
    let list = el("select")
        .on("change", move |event: web_sys::Event| chosen.set(event_target_value(&event)))
        .children(options);
    el("label").class("desk__field").child(el("span").child(label)).child(list)
}

/// A text to be copied: its field, a button, and what came of it.
fn copied(
    store: Store,
    id: &'static str,
    label: DeskKey,
    button: DeskKey,
    text: impl Fn() -> String + Send + 'static,
) -> Element {
    let words = store.words();
    let said = RwSignal::new(None::<DeskKey>);
    let copy = move || {
        let is_copied = desk::copy(&format!("#{id}"));
        // Emptied first: what says the same again is not read out.
        said.set(None);
        let done = if is_copied { DeskKey::Copied } else { DeskKey::CopyYourself };
        crate::platform::later(move || said.set(Some(done)));
    };
    let field =
        el("textarea").attr("id", id).attr("readonly", "").attr("rows", "4").attr("spellcheck", "false");
    el("div")
        .class("desk__copied")
        .child(el("label").attr("for", id).child(words.desk(label)))
        .child(field.attr("dir", "ltr").value(text))
        .child(el("button").attr("type", "button").on_click(copy).child(words.desk(button)))
        .child(
            el("p")
                .attr("role", "status")
                .live_text(move || said.get().map_or("", |said| words.desk(said)).to_owned()),
        )
}

/// A button that saves a file; where files cannot be saved it says so instead.
fn save_button(store: Store, save: impl FnMut() + Send + 'static) -> Element {
    let words = store.words();
    if place::is_confined() {
        return el("p").child(words.desk(DeskKey::SaveRefused));
    }
    el("button").attr("type", "button").on_click(save).child(words.desk(DeskKey::SaveFile))
}

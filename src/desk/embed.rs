//! Embedding: the choices, a preview that is the frame itself, and the code for a page.

use leptos::prelude::*;

use super::{choice, copied};
use crate::model::colour::{self, Colour};
use crate::model::dataset::codes::Code;
use crate::model::text::escape;
use crate::model::view::embed::{Embed, Font, Part, Piece, Theme};
use crate::model::view::page::Addresses;
use crate::model::view::title::title as title_of;
use crate::model::view::{View, ViewState};
use crate::model::words::{DeskKey, Locale};
use crate::platform::{desk, place};
use crate::ui::element::{Element, el, live};
use crate::ui::store::Store;

/// Widths to look at, in pixels; frames narrower than their column keep them.
const WIDTHS_PX: [&str; 3] = ["320", "640", "1000"];

/// Content of the dialog.
pub fn embed(store: Store) -> Element {
    let words = store.words();
    if !store.addresses.has_pages {
        return el("p").child(words.desk(DeskKey::NoPreview));
    }
    let view = store.view().get_untracked();
    let has_card = view.record.is_some() || view.event.is_some();
    let first =
        if has_card && view.view == View::Map { Part::Card } else { Part::of(view.view).unwrap_or_default() };
    let part = RwSignal::new(first.code().to_owned());
    let hidden = RwSignal::new(crate::model::view::Set::<Piece>::default());
    let theme = RwSignal::new(Theme::Auto.code().to_owned());
    let font = RwSignal::new(Font::Own.code().to_owned());
    let (has_accent, accent) = (RwSignal::new(false), RwSignal::new("1f7f7e".to_owned()));
    let language = RwSignal::new(words.locale().code().to_owned());
    let (width, kind) = (RwSignal::new("100%".to_owned()), RwSignal::new("plain".to_owned()));
    let edition = RwSignal::new("live".to_owned());
    let height = RwSignal::new(Embed { part: first, ..Embed::default() }.height().at(0));
    desk::on_height("#desk-preview", move |told| height.set(told));

    let number = store.atlas.data.edition.number;
    let frame = move || Embed {
        part: Part::from_code(&part.get()).unwrap_or_default(),
        hidden: hidden.get(),
        theme: Theme::from_code(&theme.get()).unwrap_or_default(),
        font: Font::from_code(&font.get()).unwrap_or_default(),
        // One that cannot be read would only make the frame say so.
        accent: Colour::parse(&accent.get()).filter(|one| has_accent.get() && colour::is_readable(*one)),
        refused: None,
        edition: (edition.get() == "frozen").then(|| u16::try_from(number).ok()).flatten(),
    };
    let framed = Memo::new(move |_| ViewState { view: frame().view(), ..view.clone() });
    let src = Memo::new(move |_| {
        let locale = Locale::from_code(&language.get()).unwrap_or_default();
        let addresses = Addresses { embed: Some(frame()), locale, ..store.addresses.clone() };
        place::absolute(&framed.with(|view| addresses.of(view)))
    });
    let title = move || {
        words.fill_desk(DeskKey::EmbedFrameTitle, &[&framed.with(|view| title_of(store.atlas, view))])
    };
    let code = move || {
        let hook = if kind.get() == "script" { " data-atlas" } else { "" };
        let (height, width) = (frame().height(), width.get());
        // Its column may be of any width: the height follows it, and where that is not understood, stands still.
        let (across, most) = match width.parse::<u32>() {
            Ok(px) => (px, format!(";max-width:{px}px")),
            Err(_) => (0, String::new()),
        };
        let frame = format!(
            "<div style=\"container-type:inline-size;width:100%{most}\"><iframe src=\"{}\" title=\"{}\" \
             width=\"100%\" height=\"{}\" loading=\"lazy\" allow=\"clipboard-write; web-share\" \
             style=\"border:0;height:{}\"{hook}></iframe></div>",
            escape(&src.get()),
            escape(&title()),
            height.at(across),
            height.css("cqi"),
        );
        let script = place::absolute(&format!("{}embed.js", store.addresses.root));
        match kind.get().as_str() {
            "script" => format!("{frame}\n<script src=\"{}\" async></script>", escape(&script)),
            _ => frame,
        }
    };
    let coded = |list: &[(String, String)]| list.to_vec();
    let options = |codes: Vec<(&'static str, &'static str)>| {
        codes.into_iter().map(|(code, label)| (code.to_owned(), label.to_owned())).collect::<Vec<_>>()
    };
    let parts = options(Part::ALL.iter().map(|part| (part.code(), words.label(*part))).collect());
    let themes = options(Theme::ALL.iter().map(|theme| (theme.code(), words.label(*theme))).collect());
    let fonts = options(Font::ALL.iter().map(|font| (font.code(), words.label(*font))).collect());
    let languages = options(Locale::offered().iter().map(|one| (one.code(), one.english())).collect());
    let mut widths = vec![("100%".to_owned(), words.desk(DeskKey::EmbedFullWidth).to_owned())];
    widths.extend(WIDTHS_PX.map(|px| (px.to_owned(), words.fill_desk(DeskKey::EmbedPixels, &[px]))));
    let editions = vec![
        ("live".to_owned(), words.desk(DeskKey::EmbedLive).to_owned()),
        ("frozen".to_owned(), words.fill_desk(DeskKey::EmbedFrozen, &[&number.to_string()])),
    ];
    let kinds = options(vec![
        ("plain", words.desk(DeskKey::EmbedPlain)),
        ("script", words.desk(DeskKey::EmbedScript)),
    ]);
    let pieces = Piece::ALL.iter().map(|piece| {
        let piece = *piece;
        let field = el("input")
            .attr("type", "checkbox")
            .attr("name", "piece")
            .attr("value", piece.code())
            .flag("checked", move || !hidden.get().contains(piece))
            .on("change", move |_: web_sys::Event| hidden.update(|hidden| hidden.toggle(piece)));
        el("label").class("facet__label").child(field).child(el("span").child(words.label(piece)))
    });
    let own = el("input")
        .attr("type", "checkbox")
        .flag("checked", move || has_accent.get())
        .on("change", move |_: web_sys::Event| has_accent.update(|has| *has = !*has));
    let colour = el("input")
        .attr("type", "color")
        .attr("aria-label", words.desk(DeskKey::EmbedAccent))
        .value(move || format!("#{}", accent.get()))
        .on("change", move |event: web_sys::Event| {
            accent.set(event_target_value(&event).trim_start_matches('#').to_owned());
            has_accent.set(true);
        });
    let poor = move || {
        let chosen =
            Colour::parse(&accent.get()).filter(|chosen| has_accent.get() && !colour::is_readable(*chosen));
        let contrast = chosen.map(|chosen| words.short_number(colour::contrast_by_day(chosen)));
        contrast.map_or_else(String::new, |contrast| words.fill_desk(DeskKey::EmbedPoorAccent, &[&contrast]))
    };
    let n_shown = store.shown_now().count();
    let begins = words.fill_desk(DeskKey::EmbedStart, &[&words.records(n_shown)]);
    let form = el("section")
        .child(el("p").child(begins))
        .child(choice(words.desk(DeskKey::EmbedPart), coded(&parts), part))
        .child(
            el("fieldset")
                .class("facet")
                .child(el("legend").child(words.desk(DeskKey::EmbedPieces)))
                .children(pieces),
        )
        .child(choice(words.desk(DeskKey::EmbedTheme), themes, theme))
        .child(
            el("p")
                .class("desk__accent")
                .child(
                    el("label")
                        .class("facet__label")
                        .child(own)
                        .child(el("span").child(words.desk(DeskKey::EmbedOwnAccent))),
                )
                .child(colour),
        )
        .child(el("p").attr("role", "status").live_text(poor))
        .child(choice(words.desk(DeskKey::EmbedFont), fonts, font))
        .child(choice(words.desk(DeskKey::EmbedLanguage), languages, language))
        .child(choice(words.desk(DeskKey::EmbedWidth), widths, width))
        .child(choice(words.desk(DeskKey::EmbedEdition), editions, edition))
        .child(el("p").attr("role", "status").live_text(move || {
            let is_told = edition.get() == "frozen" && language.get() != Locale::En.code();
            if is_told { words.desk(DeskKey::EmbedFrozenEnglish).to_owned() } else { String::new() }
        }))
        .child(choice(words.desk(DeskKey::EmbedKind), kinds, kind))
        .child(copied(store, "desk-code", DeskKey::EmbedCode, DeskKey::CopyCode, code));
    // A new frame for a new address: in the same one each would be a step of the Back button.
    let preview = live(move || {
        el("iframe")
            .attr("id", "desk-preview")
            .attr("src", src.get())
            .live_attr("title", title)
            .live_attr("width", move || width.get())
            .live_attr("height", move || height.get().to_string())
    });
    let preview = el("section")
        .class("desk__preview")
        .child(el("h3").child(words.desk(DeskKey::Preview)))
        .child(preview);
    el("div").class("desk__columns").child(form).child(preview)
}

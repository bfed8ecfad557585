//! Sharing a view: its link, and citations of the atlas, the open record or the view.

use std::sync::OnceLock;

use leptos::prelude::*;

use super::{choice, copied};
use crate::model::citation::{Cited, NAME};
use crate::model::dataset::index::Atlas;
use crate::model::view::ViewState;
use crate::model::view::title::title;
use crate::model::words::{DeskKey, Locale};
use crate::platform::{desk, download, place};
use crate::start;
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

/// Styles of citations, with the endings of their files.
const STYLES: [(&str, &str); 5] =
    [("notes", "txt"), ("author-date", "txt"), ("bib", "bib"), ("ris", "ris"), ("csl", "csl.json")];

/// Content of the dialog.
pub fn share(store: Store) -> Element {
    let words = store.words();
    let view = store.view().get_untracked();
    let link = place::absolute(&store.addresses.of(&view));
    let title = title(store.atlas, &view);
    let titled = format!("{title}\n{link}");
    let sharing = desk::can_share().then(|| {
        let (title, link) = (title.clone(), link.clone());
        let button = el("button").attr("type", "button").on_click(move || desk::share(&title, &link));
        button.child(words.desk(DeskKey::SystemShare))
    });
    el("div")
        .class("desk__columns")
        .child(
            el("section")
                .child(copied(store, "desk-link", DeskKey::LinkOfView, DeskKey::CopyLink, move || {
                    link.clone()
                }))
                .child(copied(
                    store,
                    "desk-titled",
                    DeskKey::CopyTitleAndLink,
                    DeskKey::CopyTitleAndLink,
                    move || titled.clone(),
                ))
                .child(sharing),
        )
        .child(citation(store, view))
}

/// The atlas in English, as the lists that citations go into; read once.
fn in_english(store: Store) -> &'static Atlas {
    static ENGLISH: OnceLock<&'static Atlas> = OnceLock::new();
    match store.words().locale() {
        Locale::En => store.atlas,
        _ => ENGLISH.get_or_init(|| start::load().map_or(store.atlas, |(atlas, _)| atlas)),
    }
}

fn citation(store: Store, view: ViewState) -> Element {
    let words = store.words();
    let record = view.record.and_then(|id| store.atlas.agreement(id));
    let mut what = vec![("view".to_owned(), words.desk(DeskKey::CiteView).to_owned())];
    if let Some(record) = record {
        what.push(("record".to_owned(), words.fill_desk(DeskKey::CiteRecord, &[record.title])));
    }
    what.push(("atlas".to_owned(), words.desk(DeskKey::CiteAtlas).to_owned()));
    let names =
        [words.desk(DeskKey::StyleNotes), words.desk(DeskKey::StyleAuthorDate), "BibTeX", "RIS", "CSL-JSON"];
    let styles =
        STYLES.iter().zip(names).map(|((code, _), name)| ((*code).to_owned(), name.to_owned())).collect();
    let (of, style) = (RwSignal::new("view".to_owned()), RwSignal::new("notes".to_owned()));
    let english = in_english(store);
    let cited = move || {
        let edition = &store.atlas.data.edition;
        let own = |view: &ViewState| {
            Some(place::absolute(&store.addresses.of(view))).filter(|url| url.starts_with("http"))
        };
        let (key, title, url) = match of.get().as_str() {
            "record" => {
                let only = ViewState { record: view.record, ..ViewState::default() };
                let name =
                    view.record.and_then(|id| english.agreement(id)).map_or(NAME, |record| record.title);
                (
                    view.record.map_or("record", |id| id.as_str()).to_owned(),
                    format!("{name}. In: {NAME}"),
                    own(&only),
                )
            }
            "view" => ("atlas-view".to_owned(), title(english, &view), own(&view)),
            _ => ("china-central-asia-summit-atlas".to_owned(), NAME.to_owned(), own(&ViewState::default())),
        };
        Cited {
            key,
            title,
            url,
            edition: edition.number,
            date: edition.date.last,
            licence: edition.licence,
            checksum: desk::said("checksum").unwrap_or_default(),
        }
    };
    let text = StoredValue::new(move || match style.get().as_str() {
        "author-date" => cited().by_author_and_date(store.today),
        "bib" => cited().bibtex(),
        "ris" => cited().ris(),
        "csl" => cited().csl(),
        _ => cited().in_notes(store.today),
    });
    let text = move || text.with_value(|text| text());
    let save = move || {
        let code = style.get_untracked();
        let ending = STYLES.iter().find(|(one, _)| *one == code).map_or("txt", |(_, ending)| ending);
        download::offer(&format!("citation.{ending}"), "text/plain;charset=utf-8", &untrack(text));
    };
    el("section")
        .child(el("h3").child(words.desk(DeskKey::Citation)))
        .child(choice(words.desk(DeskKey::CiteWhat), what, of))
        .child(choice(words.desk(DeskKey::Style), styles, style))
        .child(copied(store, "desk-citation", DeskKey::Citation, DeskKey::CopyCitation, text))
        .child(super::save_button(store, save))
}

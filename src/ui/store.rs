//! The one signal of the app, what is derived from it, and the one door to change it.

use std::sync::OnceLock;

use leptos::prelude::*;

use crate::model::dataset::index::{Atlas, Bits};
use crate::model::geo::geometry::Geometry;
use crate::model::search::SearchIndex;
use crate::model::view::action::{Action, reduce};
use crate::model::view::filter::Selection;
use crate::model::view::query::{self, Reading};
use crate::model::view::{Facets, ViewState};
use crate::platform::{focus, history};

/// What the app shows and how it changes. Copied freely; handed to every region.
#[derive(Clone, Copy)]
pub struct Store {
    /// The dataset with its look-ups.
    pub atlas: &'static Atlas,
    /// The borders.
    pub geometry: &'static Geometry,
    view: RwSignal<ViewState>,
    facets: Memo<Facets>,
    selection: Memo<Selection>,
    ignored: RwSignal<Vec<String>>,
}

impl Store {
    /// A store that shows what a link said.
    pub fn new(atlas: &'static Atlas, geometry: &'static Geometry, reading: Reading) -> Self {
        let view = RwSignal::new(reading.view);
        let facets = Memo::new(move |_| view.with(|view| view.facets.clone()));
        let search: &'static OnceLock<SearchIndex> = Box::leak(Box::new(OnceLock::new()));
        let words = Memo::new(move |_| facets.with(|facets| facets.words.clone()));
        let found = Memo::new(move |_| words.with(|words| found(atlas, search, words)));
        let selection = Memo::new(move |_| {
            facets.with(|facets| found.with(|found| Selection::new(&atlas.index, facets, found)))
        });
        Self { atlas, geometry, view, facets, selection, ignored: RwSignal::new(reading.ignored) }
    }

    /// The view.
    pub fn view(&self) -> ReadSignal<ViewState> {
        self.view.read_only()
    }

    /// A part of the view that only tells when it changes.
    pub fn part<T>(&self, read: fn(&ViewState) -> T) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let view = self.view;
        Memo::new(move |_| view.with(read))
    }

    /// What narrows the records.
    pub fn facets(&self) -> Memo<Facets> {
        self.facets
    }

    /// Which records pass, and the counts beside choices.
    pub fn selection(&self) -> Memo<Selection> {
        self.selection
    }

    /// Parts of the link that were not understood.
    pub fn ignored(&self) -> RwSignal<Vec<String>> {
        self.ignored
    }

    /// How many choices narrow the records.
    pub fn n_choices(&self) -> Memo<usize> {
        let facets = self.facets;
        Memo::new(move |_| facets.with(Facets::n_choices))
    }

    /// How many records would pass other facets.
    pub fn count_with(&self, facets: &Facets) -> usize {
        let words = SearchIndex::new(self.atlas).find(&facets.words, self.atlas);
        Selection::new(&self.atlas.index, facets, &words).n_shown()
    }

    /// The only way to change the view: reduce, write the address bar, set the signal.
    pub fn dispatch(&self, action: Action) {
        let before = self.view.get_untracked();
        let kept = action.history();
        let (opens, closes) = (
            matches!(action, Action::OpenRecord(_) | Action::OpenEvent(_)),
            matches!(action, Action::Close),
        );
        let after = reduce(&before, action);
        if before == after {
            return;
        }
        if opens {
            focus::remember();
        }
        history::write(&query::write(&after), kept);
        self.view.set(after);
        if opens {
            request_frame(|| focus::move_to("[data-card] h2"));
        } else if closes {
            request_frame(focus::restore);
        }
    }

    /// Shows what the address bar says after the reader went back or forward.
    pub fn follow_address(&self) {
        let store = *self;
        history::on_move(move |query| {
            let Reading { view, ignored } = query::read(&query, store.atlas);
            store.ignored.set(ignored);
            store.dispatch(Action::Follow(Box::new(view)));
        });
    }
}

/// Views follow signals on the next tick; the frame after it is a good time to move the focus.
fn request_frame(callback: impl FnOnce() + 'static) {
    if cfg!(target_arch = "wasm32") {
        request_animation_frame(callback);
    }
}

/// Texts are folded when words are first searched for, not on the way to the first picture.
fn found(atlas: &'static Atlas, search: &OnceLock<SearchIndex>, words: &str) -> Bits {
    if words.trim().is_empty() {
        return atlas.index.all;
    }
    search.get_or_init(|| SearchIndex::new(atlas)).find(words, atlas)
}

//! The one signal of the app, what is derived from it, and the one door to change it.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::index::{Atlas, Bits};
use crate::model::dataset::{Behind, Day, Definition, Link, SourceId, Text};
use crate::model::geo::geometry::Geometry;
use crate::model::search::SearchIndex;
use crate::model::view::action::{Action, History, reduce};
use crate::model::view::embed::{Embed, Piece};
use crate::model::view::filter::Selection;
use crate::model::view::page::Addresses;
use crate::model::view::query::{Left, Reading};
use crate::model::view::{Facets, ViewState};
use crate::model::words::{Key, Words};
use crate::platform::{self, focus, history};
use crate::ui::element::hear;

/// What the app shows and how it changes. Copied freely; handed to every region.
#[derive(Clone, Copy)]
pub struct Store {
    /// The dataset with its look-ups.
    pub atlas: &'static Atlas,
    /// The borders.
    pub geometry: &'static Geometry,
    /// Where the site stands, for links.
    pub addresses: &'static Addresses,
    /// The day on which the page is read, by the reader's clock.
    pub today: Day,
    view: RwSignal<ViewState>,
    facets: Memo<Facets>,
    selection: Memo<Selection>,
    search: &'static OnceLock<SearchIndex>,
    left: RwSignal<Left>,
    coming: RwSignal<Coming>,
}

/// Where that stands which the first view does without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coming {
    /// Nobody asked for it.
    Away,
    /// It was asked for.
    OnTheWay,
    /// It is here.
    Here,
    /// It could not be had.
    Failed,
}

impl Store {
    /// A store that shows what a link said, on a day.
    pub fn new(
        atlas: &'static Atlas,
        geometry: &'static Geometry,
        addresses: &'static Addresses,
        reading: Reading,
        today: Day,
    ) -> Self {
        let view = RwSignal::new(reading.view);
        let facets = Memo::new(move |_| view.with(|view| view.facets.clone()));
        let search: &'static OnceLock<SearchIndex> = Box::leak(Box::new(OnceLock::new()));
        let words = Memo::new(move |_| facets.with(|facets| facets.words.clone()));
        let found = Memo::new(move |_| words.with(|words| found(atlas, search, words)));
        let selection = Memo::new(move |_| {
            facets.with(|facets| found.with(|found| Selection::new(&atlas.index, facets, found)))
        });
        Self {
            atlas,
            geometry,
            addresses,
            today,
            view,
            facets,
            selection,
            search,
            left: RwSignal::new(reading.left),
            coming: RwSignal::new(Coming::Away),
        }
    }

    /// How the atlas stands inside another page; `None` on a page of its own.
    pub fn embed(&self) -> Option<Embed> {
        self.addresses.embed
    }

    /// Whether a piece stands in the page; on a page of its own all do.
    pub fn has(&self, piece: Piece) -> bool {
        self.embed().is_none_or(|embed| embed.has(piece))
    }

    /// The words of the page's language.
    pub fn words(&self) -> Words {
        self.atlas.words
    }

    /// A text of the interface.
    pub fn say(&self, key: Key) -> Text {
        self.atlas.words.say(key)
    }

    /// The view.
    pub fn view(&self) -> ReadSignal<ViewState> {
        self.view.read_only()
    }

    /// A part of the view that only tells when it changes.
    pub fn part<T: Hash + 'static>(&self, read: fn(&ViewState) -> T) -> Part<T> {
        let view = self.view;
        let key = memo(Box::new(move || {
            let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
            view.with(read).hash(&mut hasher);
            hasher.0
        }));
        Part { key, view, read }
    }

    /// What narrows the records.
    pub fn facets(&self) -> Memo<Facets> {
        self.facets
    }

    /// Claims of the source article, briefing, definitions and method. Asked for when they are first
    /// read; `None` until they are here.
    pub fn behind(&self) -> Option<&'static Behind> {
        let coming = self.coming.get();
        if coming == Coming::Away && self.atlas.behind().is_none() {
            let store = *self;
            platform::later(move || store.fetch_behind());
        }
        self.atlas.behind()
    }

    /// What a source is called and where it is; asked for when it is first read.
    pub fn link(&self, id: SourceId) -> Option<Link> {
        self.behind()?;
        self.atlas.link(id)
    }

    /// Where they stand.
    pub fn coming(&self) -> ReadSignal<Coming> {
        self.coming.read_only()
    }

    /// Asks for them, also once more after a failure.
    pub fn fetch_behind(&self) {
        let (atlas, coming) = (self.atlas, self.coming);
        if matches!(coming.get_untracked(), Coming::OnTheWay | Coming::Here) {
            return;
        }
        coming.set(Coming::OnTheWay);
        let take_in = move |text: String| {
            let text: &'static str = text.leak();
            hear(text);
            atlas.take_in(text).is_ok()
        };
        platform::behind::ask(move |text| {
            let is_here = text.is_some_and(take_in);
            coming.set(if is_here { Coming::Here } else { Coming::Failed });
        });
    }

    /// What a value means; `None` until definitions are here.
    pub fn definition<T: Code>(&self, value: T) -> Option<&'static Definition> {
        self.behind()?;
        self.atlas.definition(T::LIST, value.code())
    }

    /// Which records pass, and the counts beside choices.
    pub fn selection(&self) -> Memo<Selection> {
        self.selection
    }

    /// The records that pass now.
    pub fn shown_now(&self) -> Bits {
        self.selection.with_untracked(|selection| selection.shown)
    }

    /// Parts of the link that were not understood.
    pub fn left(&self) -> RwSignal<Left> {
        self.left
    }

    /// The record whose card is open, as a set, for lists that mark it.
    pub fn current_record(&self) -> impl Fn() -> Bits + Copy + Send + 'static {
        let (atlas, record) = (self.atlas, self.part(|view| view.record));
        move || {
            let mut current = Bits::default();
            let place = record.get().and_then(|id| atlas.index.agreement(id));
            place.into_iter().for_each(|place| current.insert(place));
            current
        }
    }

    /// Countries whose cards hold the words searched for among their figures.
    pub fn found_cards(&self) -> Vec<CountryId> {
        self.facets.with(|facets| match facets.words.trim().is_empty() {
            true => Vec::new(),
            false => self.search.get_or_init(|| SearchIndex::new(self.atlas)).find_cards(&facets.words),
        })
    }

    /// How many choices narrow the records.
    pub fn n_choices(&self) -> Memo<u64> {
        let facets = self.facets;
        number(move || facets.with(Facets::n_choices))
    }

    /// How many records would pass other facets.
    pub fn count_with(&self, facets: &Facets) -> usize {
        let words = found(self.atlas, self.search, &facets.words);
        Selection::new(&self.atlas.index, facets, &words).n_shown()
    }

    /// The only way to change the view: reduce, write the address bar, set the signal.
    pub fn dispatch(&self, action: Action) {
        let before = self.view.get_untracked();
        let kept = action.history();
        let (opens, begins) = (
            matches!(action, Action::OpenRecord(_) | Action::OpenEvent(_)),
            matches!(action, Action::Tour(Some(_))),
        );
        // Where the reader goes on when what opened it is gone: the card behind it, or what the tour came to.
        let closes = match action {
            Action::Close => Some("[data-card] h2"),
            Action::Tour(None) => Some("#content"),
            _ => None,
        };
        let after = reduce(&before, action);
        if before == after {
            return;
        }
        if opens || begins {
            focus::remember();
        }
        let address = self.addresses.of(&after);
        // The Back button of a host page is the host's.
        let kept = if self.embed().is_some() && kept == History::Push { History::Replace } else { kept };
        history::write(address.clone(), kept);
        self.view.set(after);
        if self.embed().is_some() {
            history::tell(&address);
        }
        // Views follow signals at the end of this task. A task and no frame: pages out of sight draw none, and a
        // key pressed before the next one would be lost.
        if opens {
            platform::later(|| focus::move_to("[data-card] h2"));
        } else if begins {
            platform::later(|| focus::move_to("[data-tour]"));
        } else if let Some(behind) = closes {
            platform::later(move || focus::restore(behind));
        }
    }

    /// Shows what the address bar says after the reader went back or forward.
    pub fn follow_address(&self) {
        let store = *self;
        let follow = move |path: String, query: String| {
            let Reading { view, left } = store.addresses.read(&path, &query, store.atlas);
            store.left.set(left);
            store.dispatch(Action::Follow(Box::new(view)));
        };
        history::on_move(follow);
        if self.embed().is_some() {
            history::on_order(move |query| follow(String::new(), query));
        }
    }
}

/// A part of the view. All parts share one sort of memo, of a key that changes when they do: a
/// memo for every type would be kilobytes each.
pub struct Part<T: 'static> {
    key: Memo<u64>,
    view: RwSignal<ViewState>,
    read: fn(&ViewState) -> T,
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Part<T> {}

impl<T> Part<T> {
    /// The part, followed.
    pub fn get(&self) -> T {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        let _ = self.key.get();
        self.view.with_untracked(self.read)
    }

    /// The part as it is now.
    pub fn get_untracked(&self) -> T {
        self.view.with_untracked(self.read)
    }
}

/// A number that only tells when it changes.
pub fn number(count: impl Fn() -> usize + Send + Sync + 'static) -> Memo<u64> {
    memo(Box::new(move || count() as u64))
}

fn memo(compute: Box<dyn Fn() -> u64 + Send + Sync>) -> Memo<u64> {
    Memo::new(move |_| compute())
}

/// Fowler, Noll and Vo's hash, 1a: short, and good enough to tell two values apart.
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Texts are folded when words are first searched for, not on the way to the first picture.
fn found(atlas: &'static Atlas, search: &OnceLock<SearchIndex>, words: &str) -> Bits {
    if words.trim().is_empty() {
        return atlas.index.all;
    }
    search.get_or_init(|| SearchIndex::new(atlas)).find(words, atlas)
}

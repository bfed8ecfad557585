//! The open card: a record, an event, a country, or the overview when nothing is chosen.

mod country;
mod event;
mod overview;
mod record;

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId, Sector, Stage};
use crate::model::dataset::index::Bits;
use crate::model::dataset::{AgreementId, Behind, Claim, ClaimId, EventId};
use crate::model::view::action::Action;
use crate::model::view::{Facets, Set, ViewState};
use crate::model::words::Key;
use crate::ui::element::{Element, el, many, together};
use crate::ui::parts::behind::{behind, failed};
use crate::ui::parts::fold::fold;
use crate::ui::parts::stage_mark::mark;
use crate::ui::parts::tally::TallyRow;
use crate::ui::store::{Part, Store};

/// What the card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Open {
    Record(AgreementId),
    Event(EventId),
    Country(CountryId),
    Overview,
}

/// Region: one card at a time; only the open one is in the page.
pub fn card_panel(store: Store) -> Element {
    let open = store.part(opened);
    let is_digest = store.part(|view| matches!(opened(view), Open::Country(_) | Open::Overview));
    let card = move || {
        if is_digest.get() {
            return digest(store, open);
        }
        match open.get() {
            Open::Record(id) => record::card(store, id),
            Open::Event(id) => event::card(store, id),
            Open::Country(_) | Open::Overview => ().into(),
        }
    };
    el("div").class("panel").child(failed(store)).live(card)
}

/// The card of a country or of all: what is its own comes and goes, the tallies stay and count
/// other records.
fn digest(store: Store, open: Part<Open>) -> Element {
    let country = move || match open.get() {
        Open::Country(id) => Some(id),
        _ => None,
    };
    let head = move || match open.get() {
        Open::Country(id) => country::head(store, id),
        Open::Overview => overview::head(store),
        _ => ().into(),
    };
    let tail = move || match open.get() {
        Open::Country(id) => country::tail(store, id),
        Open::Overview => overview::tail(store),
        _ => ().into(),
    };
    let tallies = many([
        heading(store.say(Key::RecordsByStage)),
        stage_tally(store, country),
        heading(store.say(Key::RecordsBySector)),
        sector_tally(store, country),
    ]);
    el("article")
        .class("card")
        .live_attr("data-card", move || country().map_or("overview", Code::code).to_owned())
        .live(head)
        .child(together(tallies))
        .live(tail)
}

fn opened(view: &ViewState) -> Open {
    match (view.record, view.event, view.open_country()) {
        (Some(id), _, _) => Open::Record(id),
        (None, Some(id), _) => Open::Event(id),
        (None, None, Some(id)) => Open::Country(id),
        (None, None, None) => Open::Overview,
    }
}

/// A card with its hook and heading, which takes the focus when the card opens.
fn frame(hook: &'static str, kind: Element, title: &'static str) -> Element {
    el("article").class("card").attr("data-card", hook).child(title_lines(kind, title))
}

/// What the card is about, and its heading.
fn title_lines(kind: Element, title: &'static str) -> Element {
    many([el("p").class("card__kind").child(kind), el("h2").attr("tabindex", "-1").child(title)])
}

/// Closes the card it stands in.
fn close_button(store: Store) -> Element {
    el("button")
        .attr("type", "button")
        .class("card__close")
        .on_click(move || store.dispatch(Action::Close))
        .child(store.say(Key::Close))
}

/// A heading inside a card.
fn heading(words: &'static str) -> Element {
    el("h3").child(words)
}

/// Records of a country, or of all, by stage, each line a filter.
fn stage_tally(store: Store, country: impl Fn() -> Option<CountryId> + Copy + Send + 'static) -> Element {
    tally::<Stage>(
        store,
        country,
        &store.atlas.index.stage,
        Action::ToggleStage,
        |facets| facets.stages,
        |stage| mark(stage.code()),
    )
}

/// Records of a country, or of all, by sector, each line a filter. A record may have several.
fn sector_tally(store: Store, country: impl Fn() -> Option<CountryId> + Copy + Send + 'static) -> Element {
    let bare = |_: Sector| ().into();
    tally::<Sector>(
        store,
        country,
        &store.atlas.index.sector,
        Action::ToggleSector,
        |facets| facets.sectors,
        bare,
    )
}

fn tally<T: Code + Send + Sync>(
    store: Store,
    country: impl Fn() -> Option<CountryId> + Copy + Send + 'static,
    facet: &'static [Bits],
    toggle: fn(T) -> Action,
    chosen: fn(&Facets) -> Set<T>,
    mark: fn(T) -> Element,
) -> Element {
    let rows = T::ALL.iter().map(|value| {
        let value = *value;
        let count = move || {
            let part = shown(store, country());
            let of = |bits: &Bits| part.and(bits).count();
            (facet.get(value.index()).map_or(0, of), facet.iter().map(of).max().unwrap_or_default())
        };
        let is_chosen = move || store.facets().with(chosen).contains(value);
        TallyRow { label: store.words().label(value), mark: mark(value) }.view(count, is_chosen, move || {
            store.dispatch(toggle(value));
        })
    });
    el("ul").class("tally").children(rows)
}

/// The records that pass: of a country, or all.
fn shown(store: Store, country: Option<CountryId>) -> Bits {
    store.selection().with(|selection| match country {
        Some(country) => selection.of_country(&store.atlas.index, country),
        None => selection.shown,
    })
}

/// Claims of the source article, each with its number, behind one line.
fn article_claims(store: Store, claims: &'static [ClaimId]) -> Option<Element> {
    if claims.is_empty() {
        return None;
    }
    let n_claims = store.words().count(Key::Claims, claims.len(), &[]);
    let lines = move |_: &'static Behind| {
        let lines =
            claims.iter().filter_map(|id| store.atlas.claim(*id)).map(|claim| claim_line(store, claim));
        let note = store.say(Key::ArticleNote);
        many([el("p").class("card__small").child(note), el("ul").children(lines)])
    };
    let line = store.words().fill(Key::ArticleOnThis, &[&n_claims]);
    Some(fold("claims", line, move || behind(store, lines)))
}

/// One claim with its number and figure.
pub fn claim_line(store: Store, claim: &'static Claim) -> Element {
    let figure = claim.figure.map(|figure| {
        let words = store.words().fill(Key::FigureGiven, &[figure]);
        many([" ".into(), el("span").class("card__small").child(words)])
    });
    el("li")
        .child(el("span").class("claim__id").child(claim.id.as_str().to_owned()))
        .child(" ")
        .child(claim.text)
        .child(figure)
}

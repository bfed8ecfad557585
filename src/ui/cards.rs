//! The open card: a record, an event, a country, or the overview when nothing is chosen.

mod country;
mod event;
mod overview;
mod record;

use std::hash::Hash;

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId, Sector, Stage};
use crate::model::dataset::index::Bits;
use crate::model::dataset::{AgreementId, Claim, ClaimId, EventId};
use crate::model::text;
use crate::model::view::action::Action;
use crate::model::view::{Set, ViewState};
use crate::ui::element::{Element, el};
use crate::ui::parts::stage_mark::mark;
use crate::ui::parts::tally::TallyRow;
use crate::ui::store::Store;

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
    let card = move || match open.get() {
        Open::Record(id) => record::card(store, id),
        Open::Event(id) => event::card(store, id),
        Open::Country(id) => country::card(store, id),
        Open::Overview => overview::card(store),
    };
    el("div").class("panel").live(card)
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
    el("article")
        .class("card")
        .attr("data-card", hook)
        .child(el("p").class("card__kind").child(kind))
        .child(el("h2").attr("tabindex", "-1").child(title))
}

/// Closes the card it stands in.
fn close_button(store: Store) -> Element {
    el("button")
        .attr("type", "button")
        .class("card__close")
        .on_click(move || store.dispatch(Action::Close))
        .child("Close")
}

/// A heading inside a card.
fn heading(words: &'static str) -> Element {
    el("h3").child(words)
}

/// Records of a part of the whole by stage, each line a filter.
fn stage_tally(store: Store, part: Memo<Bits>) -> Element {
    tally::<Stage>(
        store,
        part,
        &store.atlas.index.stage,
        Action::ToggleStage,
        |view| view.facets.stages,
        |stage| mark(stage.code()),
    )
}

/// Records of a part of the whole by sector, each line a filter. A record may have several.
fn sector_tally(store: Store, part: Memo<Bits>) -> Element {
    let bare = |_: Sector| ().into();
    tally::<Sector>(
        store,
        part,
        &store.atlas.index.sector,
        Action::ToggleSector,
        |view| view.facets.sectors,
        bare,
    )
}

fn tally<T: Code + Hash + Send + Sync>(
    store: Store,
    part: Memo<Bits>,
    facet: &'static [Bits],
    toggle: fn(T) -> Action,
    chosen: fn(&ViewState) -> Set<T>,
    mark: fn(T) -> Element,
) -> Element {
    let counts = Memo::new(move |_| -> Vec<usize> {
        part.with(|bits| facet.iter().map(|of_value| bits.and(of_value).count()).collect())
    });
    let part_chosen = store.part(chosen);
    let most = Signal::derive(move || counts.with(|counts| counts.iter().copied().max().unwrap_or_default()));
    let rows = T::ALL.iter().map(|value| {
        let value = *value;
        let count = Signal::derive(move || {
            counts.with(|counts| counts.get(value.index()).copied().unwrap_or_default())
        });
        let is_chosen = Signal::derive(move || part_chosen.get().contains(value));
        let row = TallyRow { label: value.label(), mark: mark(value), count, most, is_chosen };
        row.view(move || store.dispatch(toggle(value)))
    });
    el("ul").class("tally").children(rows)
}

/// Claims of the source article, each with its number, behind one line.
fn article_claims(store: Store, claims: &'static [ClaimId]) -> Option<Element> {
    if claims.is_empty() {
        return None;
    }
    let n_claims = text::counted(claims.len(), "claim", "claims");
    let details = el("details")
        .class("claims")
        .child(el("summary").child(format!("The source article on this: {n_claims}")))
        .child(
            el("p")
                .class("card__small")
                .child("A promotional piece, of the lowest tier; in our words, as its claims."),
        );
    Some(
        details
            .child(el("ul").children(claims.iter().filter_map(|id| store.atlas.claim(*id)).map(claim_line))),
    )
}

/// One claim with its number and figure.
pub fn claim_line(claim: &'static Claim) -> Element {
    let figure =
        claim.figure.map(|figure| el("span").class("card__small").child(format!(" Figure given: {figure}")));
    el("li")
        .child(el("span").class("claim__id").child(claim.id.as_str()))
        .child(" ")
        .child(claim.text)
        .child(figure)
}

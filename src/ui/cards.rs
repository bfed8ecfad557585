//! The open card: a record, an event, a country, or the overview when nothing is chosen.

mod country;
mod event;
mod overview;
mod record;

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId, Sector, Stage};
use crate::model::dataset::index::{Bits, Index};
use crate::model::dataset::{AgreementId, EventId};
use crate::model::view::ViewState;
use crate::model::view::action::Action;
use crate::ui::parts::stage_mark::mark;
use crate::ui::parts::tally::TallyRow;
use crate::ui::store::Store;

/// What the card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Record(AgreementId),
    Event(EventId),
    Country(CountryId),
    Overview,
}

/// Region: one card at a time; only the open one is in the page.
#[component]
pub fn CardPanel() -> impl IntoView {
    let store = Store::expect();
    let open = store.part(opened);
    let card = move || match open.get() {
        Open::Record(id) => record::card(store, id),
        Open::Event(id) => event::card(store, id),
        Open::Country(id) => country::card(store, id),
        Open::Overview => overview::card(store),
    };
    view! { <div class="panel">{card}</div> }.into_any()
}

fn opened(view: &ViewState) -> Open {
    match (view.record, view.event, view.open_country()) {
        (Some(id), _, _) => Open::Record(id),
        (None, Some(id), _) => Open::Event(id),
        (None, None, Some(id)) => Open::Country(id),
        (None, None, None) => Open::Overview,
    }
}

/// Closes the card it stands in.
fn close_button(store: Store) -> AnyView {
    view! {
        <button type="button" class="card__close" on:click=move |_| store.dispatch(Action::Close)>
            "Close"
        </button>
    }
    .into_any()
}

/// Records of a part of the whole by stage, each line a filter.
fn stage_tally(store: Store, part: Memo<Bits>) -> AnyView {
    let index = &store.atlas.index;
    let chosen = store.part(|view| view.facets.stages);
    let count = move |stage: Stage| part.with(|bits| bits.and(&Index::with(&index.stage, stage)).count());
    let most = Memo::new(move |_| Stage::ALL.iter().map(|stage| count(*stage)).max().unwrap_or_default());
    let rows = Stage::ALL.iter().map(|stage| {
        let stage = *stage;
        let row_count = Signal::derive(move || count(stage));
        let is_chosen = Signal::derive(move || chosen.get().contains(stage));
        let on_choose = move || store.dispatch(Action::ToggleStage(stage));
        view! { <TallyRow label=stage.label() mark=mark(stage.code()) count=row_count most is_chosen on_choose /> }
    });
    view! { <ul class="tally">{rows.collect_view()}</ul> }.into_any()
}

/// Records of a part of the whole by sector, each line a filter. A record may have several.
fn sector_tally(store: Store, part: Memo<Bits>) -> AnyView {
    let index = &store.atlas.index;
    let chosen = store.part(|view| view.facets.sectors);
    let count = move |sector: Sector| part.with(|bits| bits.and(&Index::with(&index.sector, sector)).count());
    let most = Memo::new(move |_| Sector::ALL.iter().map(|sector| count(*sector)).max().unwrap_or_default());
    let rows = Sector::ALL.iter().map(|sector| {
        let sector = *sector;
        let row_count = Signal::derive(move || count(sector));
        let is_chosen = Signal::derive(move || chosen.get().contains(sector));
        let on_choose = move || store.dispatch(Action::ToggleSector(sector));
        view! { <TallyRow label=sector.label() mark=().into_any() count=row_count most is_chosen on_choose /> }
    });
    view! { <ul class="tally">{rows.collect_view()}</ul> }.into_any()
}

/// Claims of the source article, each with its number, behind one line.
fn article_claims(store: Store, claims: &'static [crate::model::dataset::ClaimId]) -> Option<AnyView> {
    if claims.is_empty() {
        return None;
    }
    let items = claims.iter().filter_map(|id| store.atlas.claim(*id)).map(|claim| {
        view! { <li><span class="claim__id">{claim.id.as_str()}</span> " " {claim.text}</li> }
    });
    let n_claims = crate::model::text::counted(claims.len(), "claim", "claims");
    Some(
        view! {
            <details class="claims">
                <summary>{format!("The source article on this: {n_claims}")}</summary>
                <p class="card__small">"A promotional piece, of the lowest tier; in our words, as its claims."</p>
                <ul>{items.collect_view()}</ul>
            </details>
        }
        .into_any(),
    )
}

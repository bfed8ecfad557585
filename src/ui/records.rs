//! The records shown, by main sector: the list beside every view.

use leptos::prelude::*;

use crate::model::dataset::Agreement;
use crate::model::dataset::codes::{Code, Sector};
use crate::model::text;
use crate::model::view::action::Action;
use crate::ui::parts::stage_mark;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// Region: every record that passes. Lines stay in the page and are only hidden, so that a change
/// of a filter touches no more than it has to.
#[component]
pub fn Records() -> impl IntoView {
    let store = Store::expect();
    let groups = Sector::ALL.iter().filter_map(|sector| {
        let records = store.atlas.data.agreements.iter().enumerate();
        let of_sector = records.filter(|(_, record)| record.sectors.first() == Some(sector));
        let of_sector: Vec<(usize, &'static Agreement)> = of_sector.collect();
        (!of_sector.is_empty()).then(|| group(store, *sector, of_sector))
    });
    let n_shown = Memo::new(move |_| store.selection().with(|selection| selection.n_shown()));
    view! {
        <section class="records" aria-labelledby="records-title">
            <h2 id="records-title">{move || text::counted(n_shown.get(), "record", "records")}</h2>
            {groups.collect_view()}
        </section>
    }
    .into_any()
}

fn group(store: Store, sector: Sector, records: Vec<(usize, &'static Agreement)>) -> AnyView {
    let places: Vec<usize> = records.iter().map(|(place, _)| *place).collect();
    let is_empty = Memo::new(move |_| {
        store.selection().with(|selection| !places.iter().any(|place| selection.shown.contains(*place)))
    });
    let items = records.into_iter().map(|(place, record)| item(store, place, record));
    view! {
        <div class="records__group" hidden=is_empty>
            <h3>{sector.label()}</h3>
            <ul>{items.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn item(store: Store, place: usize, record: &'static Agreement) -> AnyView {
    let selection = store.selection();
    let open = store.part(|view| view.record);
    view! {
        <li
            class="records__item"
            data-agreement=record.id.as_str()
            hidden=move || !selection.with(|selection| selection.shown.contains(place))
        >
            <ViewLink
                action=Action::OpenRecord(record.id)
                class="records__title"
                is_current=Signal::derive(move || open.get() == Some(record.id))
            >
                {record.title}
            </ViewLink>
            <p class="records__about">
                {stage_mark::stage(store.atlas.index.stage(place))} " · " {text::parties(record)} " · " {text::span(record)}
            </p>
        </li>
    }
    .into_any()
}

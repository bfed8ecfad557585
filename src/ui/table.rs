//! Every record that passes as a table: the equal of the map, sortable, readable when narrow.

use leptos::prelude::*;

use crate::model::dataset::Agreement;
use crate::model::dataset::codes::Code;
use crate::model::dataset::index::Atlas;
use crate::model::text;
use crate::model::view::action::Action;
use crate::model::view::SortBy;
use crate::ui::parts::stage_mark;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// Columns, with what sorts them.
const COLUMNS: [(&str, Option<SortBy>); 6] = [
    ("Record", Some(SortBy::Title)),
    ("Stage", Some(SortBy::Stage)),
    ("Instrument", Some(SortBy::Instrument)),
    ("Sector", Some(SortBy::Sector)),
    ("Parties", None),
    ("Dates", Some(SortBy::Date)),
];

/// Region: the table.
#[component]
pub fn Table() -> impl IntoView {
    let store = Store::expect();
    let sort = store.part(|view| view.sort);
    let descending = store.part(|view| view.descending);
    let order = Memo::new(move |_| sorted(store.atlas, sort.get(), descending.get()));
    let heads = COLUMNS.iter().map(|(title, by)| {
        let state = move || by.filter(|by| *by == sort.get()).map(|_| {
            if descending.get() { "descending" } else { "ascending" }
        });
        match *by {
            Some(by) => view! {
                <th scope="col" aria-sort=state>
                    <button type="button" class="table__sort" on:click=move |_| store.dispatch(Action::Sort(by))>{*title}</button>
                </th>
            }
            .into_any(),
            None => view! { <th scope="col">{*title}</th> }.into_any(),
        }
    });
    let row = move |place: usize| {
        store.atlas.data.agreements.get(place).map(|record| row(store, place, record))
    };
    view! {
        <section class="table" aria-label="Table of records">
            <table>
                <caption class="visually-hidden">"Records that pass the filters"</caption>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>
                    <For each=move || order.get() key=|place| *place children=row />
                </tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(store: Store, place: usize, record: &'static Agreement) -> AnyView {
    let selection = store.selection();
    let sectors: Vec<&str> = record.sectors.iter().map(|sector| sector.label()).collect();
    let open = store.part(|view| view.record);
    // On narrow pages, what the hidden columns say.
    let about = format!("{} · {} · {}", record.instrument.label(), text::parties(record), text::span(record));
    view! {
        <tr data-agreement=record.id.as_str() hidden=move || !selection.with(|one| one.shown.contains(place))>
            <th scope="row">
                <ViewLink action=Action::OpenRecord(record.id) is_current=Signal::derive(move || open.get() == Some(record.id))>
                    {record.title}
                </ViewLink>
                <span class="table__about">{about}</span>
            </th>
            <td data-column="Stage">{stage_mark::stage(store.atlas.index.stage(place))}</td>
            <td data-column="Instrument">{record.instrument.label()}</td>
            <td data-column="Sector">{sectors.join(", ")}</td>
            <td data-column="Parties">{text::parties(record)}</td>
            <td data-column="Dates">{text::span(record)}</td>
        </tr>
    }
    .into_any()
}

/// Places of the records in the order of a column; ties keep the dataset's order.
fn sorted(atlas: &'static Atlas, by: SortBy, is_descending: bool) -> Vec<usize> {
    let records = &atlas.data.agreements;
    let mut places: Vec<usize> = (0..records.len()).collect();
    let record = |place: &usize| records.get(*place);
    let first_date = |place: &usize| {
        let dates = record(place).into_iter().flat_map(|record| record.steps.iter().map(|step| step.date));
        dates.filter(|date| date.is_dated()).map(|date| date.first).min()
    };
    match by {
        SortBy::Edition => {}
        SortBy::Title => places.sort_by_key(|place| record(place).map(|record| crate::model::search::folded(record.title))),
        SortBy::Stage => places.sort_by_key(|place| atlas.index.stage(*place)),
        SortBy::Instrument => places.sort_by_key(|place| record(place).map(|record| record.instrument)),
        SortBy::Sector => places.sort_by_key(|place| record(place).and_then(|record| record.sectors.first().copied())),
        SortBy::Date => places.sort_by_key(|place| (first_date(place).is_none(), first_date(place))),
    }
    if is_descending {
        places.reverse();
    }
    places
}

//! Countries by sectors, as a true table of counts; a cell narrows the records to it.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId, Sector};
use crate::model::text;
use crate::model::view::action::Action;
use crate::ui::store::Store;

/// Region: the grid, counting what passes the other facets.
#[component]
pub fn Grid() -> impl IntoView {
    let store = Store::expect();
    let heads = CountryId::ALL.iter().map(|country| {
        view! { <th scope="col"><abbr title=country.label()>{country.code()}</abbr></th> }
    });
    let rows = Sector::ALL.iter().map(|sector| {
        let cells = CountryId::ALL.iter().map(|country| cell(store, Some(*country), Some(*sector)));
        view! {
            <tr>
                <th scope="row">{sector.label()}</th>
                {cells.collect_view()}
                {cell(store, None, Some(*sector))}
            </tr>
        }
    });
    let totals = CountryId::ALL.iter().map(|country| cell(store, Some(*country), None));
    view! {
        <section class="grid" aria-label="Countries by sectors">
            <p class="grid__note">
                "Records that pass the filters. A record with several parties or sectors stands in several cells, so "
                "rows and columns do not add up to the totals, which count every record once."
            </p>
            <table>
                <caption class="visually-hidden">"Records by sector and country"</caption>
                <thead>
                    <tr><td></td>{heads.collect_view()}<th scope="col">"All"</th></tr>
                </thead>
                <tbody>
                    {rows.collect_view()}
                    <tr class="grid__totals"><th scope="row">"All"</th>{totals.collect_view()}{cell(store, None, None)}</tr>
                </tbody>
            </table>
        </section>
    }
    .into_any()
}

fn cell(store: Store, country: Option<CountryId>, sector: Option<Sector>) -> AnyView {
    let index = &store.atlas.index;
    let count = Memo::new(move |_| store.selection().with(|selection| selection.cell(index, country, sector)));
    let words = move || {
        let what = sector.map_or("all sectors", Code::label);
        let whose = country.map_or("all countries", Code::label);
        format!("{}: {whose}, {what}", text::records(count.get()))
    };
    let shade = move || count.get().min(12).to_string();
    view! {
        <td>
            <button
                type="button"
                class="grid__cell"
                aria-label=words
                data-count=shade
                on:click=move |_| store.dispatch(Action::ChooseCell(country, sector))
            >
                {count}
            </button>
        </td>
    }
    .into_any()
}

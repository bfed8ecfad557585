//! Countries by sectors, as a true table of counts; a cell narrows the records to it.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId, Sector};
use crate::model::text;
use crate::model::view::action::Action;
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

/// Region: the grid, counting what passes the filters.
pub fn grid(store: Store) -> Element {
    let heads = CountryId::ALL.iter().map(|country| {
        let name = el("abbr").attr("title", country.label()).child(country.code());
        el("th").attr("scope", "col").child(name)
    });
    let head = el("tr").child(el("td")).children(heads).child(el("th").attr("scope", "col").child("All"));
    let rows = Sector::ALL.iter().map(|sector| row(store, Some(*sector), sector.label()));
    let note = "Records that pass the filters. A record with several parties or sectors stands in several cells, so \
        rows and columns do not add up to the totals, which count every record once.";
    let caption = el("caption").class("visually-hidden").child("Records by sector and country");
    let body = el("tbody").children(rows).child(row(store, None, "All").class("grid__totals"));
    el("section")
        .class("grid")
        .attr("aria-label", "Countries by sectors")
        .child(el("p").class("grid__note").child(note))
        .child(el("table").child(caption).child(el("thead").child(head)).child(body))
}

fn row(store: Store, sector: Option<Sector>, title: &'static str) -> Element {
    let cells = CountryId::ALL.iter().map(|country| cell(store, Some(*country), sector));
    el("tr")
        .child(el("th").attr("scope", "row").child(title))
        .children(cells)
        .child(cell(store, None, sector))
}

fn cell(store: Store, country: Option<CountryId>, sector: Option<Sector>) -> Element {
    let index = &store.atlas.index;
    let count = move || store.selection().with(|selection| selection.cell(index, country, sector));
    let words = move || {
        let what = sector.map_or("all sectors", Code::label);
        let whose = country.map_or("all countries", Code::label);
        format!("{}: {whose}, {what}", text::records(count()))
    };
    let button = el("button")
        .attr("type", "button")
        .class("grid__cell")
        .live_attr("aria-label", words)
        .live_attr("data-count", move || count().min(12).to_string())
        .on_click(move || store.dispatch(Action::ChooseCell(country, sector)))
        .live_number(count);
    el("td").child(button)
}

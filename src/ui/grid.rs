//! Countries by sectors, as a true table of counts or of money of one kind; a cell narrows the
//! records to it.

use leptos::prelude::*;

use crate::model::chart;
use crate::model::compare;
use crate::model::dataset::codes::{Code, CountryId, MoneyKind, Sector};
use crate::model::dataset::index::Bits;
use crate::model::text;
use crate::model::view::action::Action;
use crate::ui::charts;
use crate::ui::element::{Element, el};
use crate::ui::parts::ledger;
use crate::ui::parts::record_link::record_link;
use crate::ui::store::{Part, Store};

/// Region: the grid, counting what passes the filters.
pub fn grid(store: Store) -> Element {
    let cells = store.part(|view| view.cells);
    let heads = CountryId::ALL.iter().map(|country| {
        let name = el("abbr").attr("title", country.label()).child(country.code());
        el("th").attr("scope", "col").child(name)
    });
    let head = el("tr").child(el("td")).children(heads).child(el("th").attr("scope", "col").child("All"));
    let rows = Sector::ALL.iter().map(|sector| row(store, cells, Some(*sector), sector.label()));
    let note = move || {
        match cells.get() {
        None => "Records that pass the filters. A record with several parties or sectors stands in several cells, so \
            rows and columns do not add up to the totals, which count every record once."
            .to_owned(),
        Some(kind) => format!(
            "{}: records that pass the filters, as shown on their cards; amounts inside another record’s are left \
             out. A record with several parties or sectors stands in several cells. Currencies are not converted.",
            kind.label()
        ),
    }
    };
    let caption = el("caption").class("visually-hidden").child("Records by sector and country");
    let body = el("tbody").children(rows).child(row(store, cells, None, "All").class("grid__totals"));
    let picture = move || {
        let (index, shown) = (&store.atlas.index, store.selection().with(|selection| selection.shown));
        let bars = chart::by_stage(index, &index.sector, Sector::ALL, shown);
        charts::stacked("Records by sector and stage", chart::bars_say(index, &bars, shown), &bars)
    };
    el("section")
        .class("grid")
        .attr("aria-label", "Countries by sectors")
        .child(el("h2").child("Countries by sectors"))
        .child(choice(store, cells))
        .child(el("p").class("grid__note").live_text(note))
        .child(
            el("table")
                .live_attr("data-cells", move || cells.get().map_or("records", Code::code).to_owned())
                .child(caption)
                .child(el("thead").child(head))
                .child(body),
        )
        .live(move || cells.get().and_then(|kind| differ(store, kind)))
        .live(picture)
}

/// Below totals of money: every amount in them on which sources differ, with all that is claimed.
fn differ(store: Store, kind: MoneyKind) -> Option<Element> {
    let shown = store.selection().with(|selection| selection.shown);
    let records = store.atlas.data.agreements.iter().enumerate().filter(|(place, _)| shown.contains(*place));
    let mut boxes = Vec::new();
    for (_, record) in records {
        let disputed = record.money().filter(|(matter, _, amount)| {
            amount.kind == Some(kind) && matter.claims.len() > 1 && matter.counts != Some(false)
        });
        for (matter, ..) in disputed {
            boxes.push(el("p").child(record_link(store, record)));
            boxes.push(ledger::differ(store, record.id.as_str(), matter));
        }
    }
    let title = el("h3").child("Sources differ on amounts in these totals");
    (!boxes.is_empty()).then(|| el("section").class("grid__differ").child(title).children(boxes))
}

/// What cells hold.
fn choice(store: Store, cells: Part<Option<MoneyKind>>) -> Element {
    let option = |kind: Option<MoneyKind>| {
        el("option")
            .attr("value", kind.map_or("", Code::code))
            .flag("selected", move || cells.get() == kind)
            .child(kind.map_or("Records", Code::label))
    };
    let kinds = std::iter::once(None).chain(MoneyKind::ALL.iter().copied().map(Some));
    let on_change = move |event: web_sys::Event| {
        store.dispatch(Action::FillCells(MoneyKind::from_code(&event_target_value(&event))));
    };
    let list = el("select").attr("name", "cells").on("change", on_change).children(kinds.map(option));
    el("label").class("grid__choice").child("Cells show: ").child(list)
}

fn row(store: Store, cells: Part<Option<MoneyKind>>, sector: Option<Sector>, title: &'static str) -> Element {
    let countries = CountryId::ALL.iter().map(|country| cell(store, cells, Some(*country), sector));
    el("tr")
        .child(el("th").attr("scope", "row").child(title))
        .children(countries)
        .child(cell(store, cells, None, sector))
}

fn cell(
    store: Store,
    cells: Part<Option<MoneyKind>>,
    country: Option<CountryId>,
    sector: Option<Sector>,
) -> Element {
    let index = &store.atlas.index;
    let records = move || store.selection().with(|selection| selection.cell(index, country, sector));
    let count = move || records().count();
    let content = move || match cells.get() {
        None => count().to_string(),
        Some(kind) => money(store, records(), kind),
    };
    let words = move || {
        let what = sector.map_or("all sectors", Code::label);
        let whose = country.map_or("all countries", Code::label);
        let records = text::records(count());
        match cells.get() {
            None => format!("{records}: {whose}, {what}"),
            Some(kind) => format!("{}: {}, {records}: {whose}, {what}", content(), kind.label()),
        }
    };
    let button = el("button")
        .attr("type", "button")
        .class("grid__cell")
        .live_attr("aria-label", words)
        .live_option("data-count", move || cells.get().is_none().then(|| count().min(12).to_string()))
        .on_click(move || store.dispatch(Action::ChooseCell(country, sector)))
        .live_text(content);
    el("td").child(button)
}

/// Money of one kind among records, each currency by itself.
fn money(store: Store, records: Bits, kind: MoneyKind) -> String {
    let all = compare::money(store.atlas, records);
    let sums = all.iter().find(|(one, _)| *one == kind);
    sums.map_or_else(|| "–".to_owned(), |(_, sums)| text::sums(sums))
}

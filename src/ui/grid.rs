//! Countries by sectors, as a true table of counts or of money of one kind; a cell narrows the
//! records to it.

use leptos::prelude::*;

use crate::model::chart;
use crate::model::compare;
use crate::model::dataset::codes::{Code, CountryId, MoneyKind, Sector};
use crate::model::dataset::index::Bits;
use crate::model::view::action::Action;
use crate::model::words::Key;
use crate::ui::charts;
use crate::ui::element::{Element, el};
use crate::ui::parts::ledger;
use crate::ui::parts::record_link::record_link;
use crate::ui::store::{Part, Store};

/// Region: the grid, counting what passes the filters.
pub fn grid(store: Store) -> Element {
    let cells = store.part(|view| view.cells);
    let heads = CountryId::ALL.iter().map(|country| {
        let name = el("abbr").attr("title", store.words().label(*country)).child(country.code());
        el("th").attr("scope", "col").child(name)
    });
    let head = el("tr")
        .child(el("td"))
        .children(heads)
        .child(el("th").attr("scope", "col").child(store.say(Key::All)));
    let rows =
        Sector::ALL.iter().map(|sector| row(store, cells, Some(*sector), store.words().label(*sector)));
    let note = move || match cells.get() {
        None => store.say(Key::GridNote).to_owned(),
        Some(kind) => store.words().fill(Key::GridMoneyNote, &[store.words().label(kind)]),
    };
    let caption = el("caption").class("visually-hidden").child(store.say(Key::RecordsBySectorCountry));
    let body =
        el("tbody").children(rows).child(row(store, cells, None, store.say(Key::All)).class("grid__totals"));
    let picture = move || {
        let (atlas, shown) = (store.atlas, store.selection().with(|selection| selection.shown));
        let bars = chart::by_stage(atlas, &atlas.index.sector, Sector::ALL, shown);
        let said = chart::bars_say(atlas, &bars, shown);
        charts::stacked(store.words(), store.say(Key::RecordsBySectorStage), said, &bars)
    };
    el("section")
        .class("grid")
        .attr("aria-label", store.say(Key::CountriesBySectors))
        .child(el("h2").child(store.say(Key::CountriesBySectors)))
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
    let title = el("h3").child(store.say(Key::DifferInTotals));
    (!boxes.is_empty()).then(|| el("section").class("grid__differ").child(title).children(boxes))
}

/// What cells hold.
fn choice(store: Store, cells: Part<Option<MoneyKind>>) -> Element {
    let option = |kind: Option<MoneyKind>| {
        el("option")
            .attr("value", kind.map_or("", Code::code))
            .flag("selected", move || cells.get() == kind)
            .child(kind.map_or(store.say(Key::RecordsTitle), |kind| store.words().label(kind)))
    };
    let kinds = std::iter::once(None).chain(MoneyKind::ALL.iter().copied().map(Some));
    let on_change = move |event: web_sys::Event| {
        store.dispatch(Action::FillCells(MoneyKind::from_code(&event_target_value(&event))));
    };
    let list = el("select").attr("name", "cells").on("change", on_change).children(kinds.map(option));
    el("label").class("grid__choice").child(store.say(Key::CellsShow)).child(" ").child(list)
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
        let words = store.words();
        let what = sector.map_or(words.say(Key::AllSectors), |sector| words.label(sector));
        let whose = country.map_or(words.say(Key::AllCountries), |country| words.label(country));
        let records = words.records(count());
        match cells.get() {
            None => format!("{records}: {whose}, {what}"),
            Some(kind) => format!("{}: {}, {records}: {whose}, {what}", content(), words.label(kind)),
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
    sums.map_or_else(|| "–".to_owned(), |(_, sums)| store.words().sums(sums))
}

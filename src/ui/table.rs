//! Every record that passes as a table: the equal of the map, sortable, readable when narrow.

use std::cmp::Ordering;

use leptos::prelude::*;

use crate::model::dataset::index::Atlas;
use crate::model::dataset::{Agreement, Day};
use crate::model::order::order;
use crate::model::search::folded;
use crate::model::view::SortBy;
use crate::model::view::action::Action;
use crate::model::words::{Key, Words};
use crate::ui::actions::ask;
use crate::ui::element::{Element, el, listed, many};
use crate::ui::parts::fold::fold;
use crate::ui::parts::ledger;
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::stage_mark;
use crate::ui::store::Store;

/// Columns, with what sorts them.
const COLUMNS: [(Key, Option<SortBy>); 7] = [
    (Key::Record, Some(SortBy::Title)),
    (Key::Stage, Some(SortBy::Stage)),
    (Key::Instrument, Some(SortBy::Instrument)),
    (Key::Sector, Some(SortBy::Sector)),
    (Key::Parties, None),
    (Key::Dates, Some(SortBy::Date)),
    (Key::Money, None),
];

/// Region: the table.
pub fn table(store: Store) -> Element {
    let order = store.part(|view| (view.sort, view.descending));
    let heads = COLUMNS.iter().map(|(title, by)| {
        let head = el("th").attr("scope", "col");
        let Some(by) = *by else { return head.child(store.say(*title)) };
        let state = move || {
            let (sort, is_descending) = order.get();
            (sort == by).then(|| if is_descending { "descending".to_owned() } else { "ascending".to_owned() })
        };
        let button = el("button")
            .attr("type", "button")
            .class("table__sort")
            .on_click(move || store.dispatch(Action::Sort(by)))
            .child(store.say(*title));
        head.live_option("aria-sort", state).child(button)
    });
    // Made anew when the order changes; filters only hide and show rows.
    let rows = move || {
        let (sort, is_descending) = order.get();
        let mut rows: Vec<(usize, Element)> = Vec::new();
        for place in sorted(store.atlas, sort, is_descending) {
            if let Some(record) = store.atlas.data.agreements.get(place) {
                rows.push((place, row(store, place, record)));
            }
        }
        let shown = move || store.selection().with(|selection| selection.shown);
        listed(rows, shown, store.current_record())
    };
    let caption = el("caption").class("visually-hidden").child(store.say(Key::RecordsThatPass));
    let table = el("table").child(caption).child(el("thead").child(el("tr").children(heads))).live(rows);
    el("section")
        .class("table")
        .attr("aria-label", store.say(Key::TableOfRecords))
        .child(el("h2").class("visually-hidden").child(store.say(Key::TableOfRecords)))
        .child(table)
        .child(downloads(store))
}

/// What is shown, as files: the records, and every claim on them.
fn downloads(store: Store) -> Element {
    el("p")
        .class("table__downloads")
        .child(ask(store, Key::SaveRecords, "records.csv"))
        .child(" ")
        .child(ask(store, Key::SaveClaims, "ledger.csv"))
}

fn row(store: Store, place: usize, record: &'static Agreement) -> Element {
    let words = store.words();
    let sectors: Vec<&str> = record.sectors.iter().map(|sector| words.label(*sector)).collect();
    let (parties, dates) = (words.parties(record), words.span(record));
    // On narrow pages, what the hidden columns say; the narrowest hide more of them.
    let about = el("span")
        .class("table__about")
        .child(el("span").child(words.label(record.instrument)).child(" · "))
        .child(parties.clone())
        .child(el("span").child(" · ").child(dates.clone()));
    let title = el("th").attr("scope", "row").child(record_link(store, record)).child(about);
    let cell = |content: Element| el("td").child(content);
    let line = el("tr")
        .child(title)
        .child(cell(stage_mark::stage(words, store.atlas.index.stage(place))))
        .child(cell(words.label(record.instrument).into()))
        .child(cell(words.commas(&sectors).into()))
        .child(cell(parties.into()))
        .child(cell(dates.into()))
        .child(cell(money(words, record)));
    // A second line for what sources disagree on: a head of a row may not hold it.
    let differ = record.is_disputed().then(|| {
        el("tr").child(el("td").attr("colspan", COLUMNS.len().to_string()).child(disputes(store, record)))
    });
    el("tbody").attr("data-agreement", record.id.as_str()).child(line).child(differ)
}

/// Amounts that are shown, each with its kind.
fn money(words: Words, record: &'static Agreement) -> Element {
    let lines = record.money().map(|(.., quantity)| {
        let kind = el("span").class("card__small").child(quantity.kind.map_or("", |kind| words.label(kind)));
        el("li").child(words.quantity(quantity)).child(" ").child(kind)
    });
    let lines: Vec<Element> = lines.collect();
    if lines.is_empty() { words.say(Key::NotFound).into() } else { el("ul").children(lines) }
}

/// Behind a line: every claim on what sources disagree on.
fn disputes(store: Store, record: &'static Agreement) -> Element {
    fold("table__differ", store.say(Key::SourcesDiffer), move || {
        let disputed = record.matters.iter().filter(|matter| matter.claims.len() > 1);
        many(disputed.map(|matter| ledger::differ(store, record.id.as_str(), matter)))
    })
}

/// Places of the records in the order of a column; ties keep the dataset's order.
fn sorted(atlas: &'static Atlas, by: SortBy, is_descending: bool) -> Vec<usize> {
    if let (SortBy::Title, Some(order)) = (by, atlas.words.by_title()) {
        let mut places = order.to_vec();
        if is_descending {
            places.reverse();
        }
        return places;
    }
    // Folded once: a sort asks for a title many times.
    let titles: Vec<String> = match by {
        SortBy::Title => atlas.data.agreements.iter().map(|record| folded(record.title)).collect(),
        _ => Vec::new(),
    };
    let mut places = order(atlas.data.agreements.len(), &mut |a, b| compare(atlas, &titles, by, a, b));
    if is_descending {
        places.reverse();
    }
    places
}

fn compare(atlas: &'static Atlas, titles: &[String], by: SortBy, a: usize, b: usize) -> Ordering {
    let (Some(one), Some(other)) = (atlas.data.agreements.get(a), atlas.data.agreements.get(b)) else {
        return Ordering::Equal;
    };
    match by {
        SortBy::Edition => a.cmp(&b),
        SortBy::Title => titles.get(a).cmp(&titles.get(b)),
        SortBy::Stage => atlas.index.stage(a).cmp(&atlas.index.stage(b)),
        SortBy::Instrument => one.instrument.cmp(&other.instrument),
        SortBy::Sector => one.sectors.first().cmp(&other.sectors.first()),
        SortBy::Date => first_date(one).cmp(&first_date(other)),
    }
}

/// First dated step; records without one come last.
fn first_date(record: &Agreement) -> (bool, Option<Day>) {
    let dates = record.steps.iter().map(|step| step.date).filter(|date| date.is_dated());
    let first = dates.map(|date| date.first).min();
    (first.is_none(), first)
}

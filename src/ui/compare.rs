//! Countries side by side on the same rows: records, money, trade, what comes next.

use leptos::prelude::*;

use crate::model::chart;
use crate::model::clock;
use crate::model::compare::{self, compared};
use crate::model::dataset::codes::{Code, CountryId, Instrument, MoneyKind, Sector, Stage};
use crate::model::dataset::index::{Bits, Index};
use crate::model::dataset::{Agreement, Step};
use crate::model::money::Sum;
use crate::model::words::{Key, Words};
use crate::ui::charts;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::date::dated;
use crate::ui::parts::ledger;
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::stage_mark;
use crate::ui::store::Store;

/// Most milestones of a country.
const N_MILESTONES: usize = 3;

/// Region: two to six countries, from those chosen in the filters.
pub fn compare(store: Store) -> Element {
    let part = move || {
        let chosen = store.facets().with(|facets| facets.countries);
        let shown = store.selection().with(|selection| selection.shown);
        sides(store, &compared(chosen), shown)
    };
    el("section")
        .class("compare")
        .attr("aria-label", store.say(Key::CountriesCompared))
        .child(el("h2").child(store.say(Key::SideBySide)))
        .child(el("p").class("grid__note").child(store.say(Key::CompareNote)))
        .live(part)
}

fn sides(store: Store, countries: &[CountryId], shown: Bits) -> Element {
    let (index, words) = (&store.atlas.index, store.words());
    let bars = chart::by_stage(store.atlas, &index.country, countries, shown);
    let gaps = chart::trade_gaps(store.atlas, countries);
    let heads = countries.iter().map(|country| el("th").attr("scope", "col").child(words.label(*country)));
    let of = |country: CountryId| shown.and(&Index::with(&index.country, country));
    let count = |records: Bits| Element::from(records.count());
    let mut rows = vec![row(words, words.say(Key::RecordsTitle), countries, |country| count(of(country)))];
    rows.push(group(words.say(Key::ByStage), countries.len()));
    for stage in Stage::ALL {
        let with = Index::with(&index.stage, *stage);
        let title = many([stage_mark::mark(stage.code()), " ".into(), words.label(*stage).into()]);
        rows.push(row(words, title, countries, |country| count(of(country).and(&with))));
    }
    rows.push(group(words.say(Key::BySector), countries.len()));
    for sector in Sector::ALL {
        let with = Index::with(&index.sector, *sector);
        rows.push(row(words, words.label(*sector), countries, |country| count(of(country).and(&with))));
    }
    rows.push(group(words.say(Key::MoneyByKind), countries.len()));
    let money: Vec<Vec<(MoneyKind, Vec<Sum>)>> =
        countries.iter().map(|country| compare::money(store.atlas, of(*country))).collect();
    for kind in MoneyKind::ALL {
        let sums = |of: &Vec<(MoneyKind, Vec<Sum>)>| {
            of.iter().find(|(one, _)| one == kind).map(|(_, sums)| words.sums(sums))
        };
        let cells: Vec<Option<String>> = money.iter().map(sums).collect();
        if cells.iter().any(Option::is_some) {
            let cells = cells
                .into_iter()
                .map(|cell| cell.unwrap_or_else(|| words.say(Key::NoneFoundShort).to_owned()).into());
            rows.push(long(line(words, words.label(*kind), countries, cells.collect())));
        }
    }
    rows.push(group(words.say(Key::Trade2024), countries.len()));
    rows.push(long(row(words, words.say(Key::EveryCount), countries, |country| trade(store, country))));
    rows.push(group(words.say(Key::WhatComesNext), countries.len()));
    rows.push(long(row(words, words.say(Key::NextMilestones), countries, |country| {
        milestones(store, of(country))
    })));
    rows.push(group(words.say(Key::OnlyHere), countries.len()));
    rows.push(row(words, words.say(Key::RecordsTitle), countries, |country| {
        count(compare::only(index, shown, country, countries))
    }));
    rows.push(long(row(words, words.say(Key::Sectors), countries, |country| {
        labels::<Sector>(words, &compare::only_values(index, &index.sector, shown, country, countries))
    })));
    rows.push(long(row(words, words.say(Key::Instruments), countries, |country| {
        labels::<Instrument>(
            words,
            &compare::only_values(index, &index.instrument, shown, country, countries),
        )
    })));
    let caption = el("caption").class("visually-hidden").child(words.say(Key::CountriesCompared));
    let table = el("table")
        .class("compare__table")
        .attr("data-columns", countries.len().to_string())
        .attr(if countries.len() > 3 { "data-many" } else { "data-few" }, "")
        .child(caption)
        .child(el("thead").child(el("tr").child(el("td")).children(heads)))
        .child(el("tbody").children(rows));
    let said = chart::bars_say(store.atlas, &bars, shown);
    let stages = charts::stacked(words, words.say(Key::RecordsByStage), said, &bars);
    let pictures = el("div").class("charts").child(stages).child(charts::paired(
        store,
        chart::gaps_say(&gaps, words),
        &gaps,
    ));
    many([pictures, table])
}

fn group(title: &'static str, n_countries: usize) -> Element {
    let head = el("th").attr("scope", "colgroup").attr("colspan", (n_countries + 1).to_string()).child(title);
    el("tr").class("compare__group").child(head)
}

/// A row of texts, which takes the whole width of a narrow page.
fn long(row: Element) -> Element {
    row.attr("data-long", "")
}

fn row(
    words: Words,
    title: impl Into<Element>,
    countries: &[CountryId],
    cell: impl Fn(CountryId) -> Element,
) -> Element {
    line(words, title, countries, countries.iter().map(|country| cell(*country)).collect())
}

/// A row; on narrow pages every cell names its country.
fn line(words: Words, title: impl Into<Element>, countries: &[CountryId], cells: Vec<Element>) -> Element {
    let cells = countries.iter().zip(cells);
    let cells = cells.map(|(country, cell)| {
        el("td").attr("data-column", words.label(*country)).child(el("div").child(cell))
    });
    el("tr").child(el("th").attr("scope", "row").child(title)).children(cells)
}

fn labels<T: Code>(words: Words, values: &[T]) -> Element {
    let labels: Vec<&str> = values.iter().map(|value| words.label(*value)).collect();
    if labels.is_empty() { words.say(Key::None).into() } else { words.commas(&labels).into() }
}

fn trade(store: Store, country: CountryId) -> Element {
    let matter = store.atlas.country(country).and_then(|country| country.matter("trade"));
    matter.map_or_else(|| store.say(Key::NotFound).into(), |matter| ledger::claims(store, matter))
}

/// The next targets of records, soonest first.
fn milestones(store: Store, records: Bits) -> Element {
    let due = clock::upcoming(&store.atlas.data.agreements, records, store.today);
    let item = |(record, step): (&'static Agreement, &'static Step)| {
        el("li").child(dated(store.words(), step.date)).child(": ").child(record_link(store, record))
    };
    let items: Vec<Element> = due.into_iter().take(N_MILESTONES).map(item).collect();
    if items.is_empty() {
        store.say(Key::NoTargetShort).into()
    } else {
        el("ul").class("card__list").children(items)
    }
}

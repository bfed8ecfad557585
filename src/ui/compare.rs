//! Countries side by side on the same rows: records, money, trade, what comes next.

use leptos::prelude::*;

use crate::model::chart;
use crate::model::clock;
use crate::model::compare::{self, compared};
use crate::model::dataset::codes::{Code, CountryId, Instrument, MoneyKind, Sector, Stage};
use crate::model::dataset::index::{Bits, Index};
use crate::model::dataset::{Agreement, Step};
use crate::model::money::Sum;
use crate::model::text;
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
    let note = "Choose two to six countries with the filters; without a choice all six are compared. Every row counts \
        records that pass the filters. A record of several countries stands under each of them, so columns are not to be \
        added up. Money is given kind by kind and in its own currency.";
    el("section")
        .class("compare")
        .attr("aria-label", "Countries compared")
        .child(el("h2").child("Countries side by side"))
        .child(el("p").class("grid__note").child(note))
        .live(part)
}

fn sides(store: Store, countries: &[CountryId], shown: Bits) -> Element {
    let index = &store.atlas.index;
    let bars = chart::by_stage(index, &index.country, countries, shown);
    let gaps = chart::trade_gaps(store.atlas, countries);
    let heads = countries.iter().map(|country| el("th").attr("scope", "col").child(country.label()));
    let of = |country: CountryId| shown.and(&Index::with(&index.country, country));
    let count = |records: Bits| Element::from(records.count());
    let mut rows = vec![row("Records", countries, |country| count(of(country)))];
    rows.push(group("By stage", countries.len()));
    for stage in Stage::ALL {
        let with = Index::with(&index.stage, *stage);
        let title = many([stage_mark::mark(stage.code()), " ".into(), stage.label().into()]);
        rows.push(row(title, countries, |country| count(of(country).and(&with))));
    }
    rows.push(group("By sector", countries.len()));
    for sector in Sector::ALL {
        let with = Index::with(&index.sector, *sector);
        rows.push(row(sector.label(), countries, |country| count(of(country).and(&with))));
    }
    rows.push(group("Money, kind by kind", countries.len()));
    let money: Vec<Vec<(MoneyKind, Vec<Sum>)>> =
        countries.iter().map(|country| compare::money(store.atlas, of(*country))).collect();
    for kind in MoneyKind::ALL {
        let sums = |of: &Vec<(MoneyKind, Vec<Sum>)>| {
            of.iter().find(|(one, _)| one == kind).map(|(_, sums)| text::sums(sums))
        };
        let cells: Vec<Option<String>> = money.iter().map(sums).collect();
        if cells.iter().any(Option::is_some) {
            let cells = cells.into_iter().map(|cell| cell.unwrap_or_else(|| "none found".to_owned()).into());
            rows.push(long(line(kind.label(), countries, cells.collect())));
        }
    }
    rows.push(group("Trade with China in 2024", countries.len()));
    rows.push(long(row("Every count", countries, |country| trade(store, country))));
    rows.push(group("What comes next", countries.len()));
    rows.push(long(row("Next milestones", countries, |country| milestones(store, of(country)))));
    rows.push(group("Only here, of the countries compared", countries.len()));
    rows.push(row("Records", countries, |country| count(compare::only(index, shown, country, countries))));
    rows.push(long(row("Sectors", countries, |country| {
        labels::<Sector>(&compare::only_values(index, &index.sector, shown, country, countries))
    })));
    rows.push(long(row("Instruments", countries, |country| {
        labels::<Instrument>(&compare::only_values(index, &index.instrument, shown, country, countries))
    })));
    let caption = el("caption").class("visually-hidden").child("Countries compared");
    let table = el("table")
        .class("compare__table")
        .attr("data-columns", countries.len().to_string())
        .attr(if countries.len() > 3 { "data-many" } else { "data-few" }, "")
        .child(caption)
        .child(el("thead").child(el("tr").child(el("td")).children(heads)))
        .child(el("tbody").children(rows));
    let pictures = el("div")
        .class("charts")
        .child(charts::stacked("Records by stage", chart::bars_say(index, &bars, shown), &bars))
        .child(charts::paired(store, chart::gaps_say(&gaps), &gaps));
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

fn row(title: impl Into<Element>, countries: &[CountryId], cell: impl Fn(CountryId) -> Element) -> Element {
    line(title, countries, countries.iter().map(|country| cell(*country)).collect())
}

/// A row; on narrow pages every cell names its country.
fn line(title: impl Into<Element>, countries: &[CountryId], cells: Vec<Element>) -> Element {
    let cells = countries.iter().zip(cells);
    let cells = cells
        .map(|(country, cell)| el("td").attr("data-column", country.label()).child(el("div").child(cell)));
    el("tr").child(el("th").attr("scope", "row").child(title)).children(cells)
}

fn labels<T: Code>(values: &[T]) -> Element {
    let labels: Vec<&str> = values.iter().map(|value| value.label()).collect();
    if labels.is_empty() { "none".into() } else { labels.join(", ").into() }
}

fn trade(store: Store, country: CountryId) -> Element {
    let matter = store.atlas.country(country).and_then(|country| country.matter("trade"));
    matter.map_or_else(|| "not found".into(), |matter| ledger::claims(store, matter))
}

/// The next targets of records, soonest first.
fn milestones(store: Store, records: Bits) -> Element {
    let due = clock::upcoming(&store.atlas.data.agreements, records, store.today);
    let item = |(record, step): (&'static Agreement, &'static Step)| {
        el("li").child(dated(step.date)).child(": ").child(record_link(store, record))
    };
    let items: Vec<Element> = due.into_iter().take(N_MILESTONES).map(item).collect();
    if items.is_empty() {
        "no dated target found".into()
    } else {
        el("ul").class("card__list").children(items)
    }
}

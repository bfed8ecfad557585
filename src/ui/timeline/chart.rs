//! Lanes and rows: one record a row piece, its dated steps joined, its name beside.

use leptos::prelude::*;

use super::{axis, fraction, scale};
use crate::model::dataset::Event;
use crate::model::text;
use crate::model::timeline::lanes::{Item, Lane, Mark, lanes, pack};
use crate::model::timeline::scale::TimeScale;
use crate::model::timeline::steps::is_event_shown;
use crate::model::timeline::{AXIS_PX, MARK_PX};
use crate::model::view::action::Action;
use crate::ui::parts::view_link::ViewLink;
use crate::ui::store::Store;

/// The chart. The stylesheet shows it where it has room.
pub fn chart(store: Store) -> AnyView {
    let scale = scale(store);
    let lane_by = store.part(|view| view.lanes);
    let body = move || {
        let scale = scale.get();
        let lanes = store.selection().with(|one| lanes(store.atlas, &one.shown, lane_by.get(), &scale));
        let lanes = lanes.into_iter().map(|one| lane(store, one));
        view! { {history(store, &scale)} {lanes.collect_view()} }.into_any()
    };
    view! {
        <div class="timeline__chart">
            {axis(store, scale)}
            {body}
        </div>
    }
    .into_any()
}

/// The mechanism's own lane.
fn history(store: Store, scale: &TimeScale) -> Option<AnyView> {
    let facets = store.facets().get();
    let shown: Vec<(&'static Event, f64)> = store
        .atlas
        .data
        .events
        .iter()
        .filter(|event| is_event_shown(event, &facets))
        .filter_map(|event| Some((event, scale.position(event.date.decimal_year()?))))
        .filter(|(_, at)| (0.0..=1.0).contains(at))
        .collect();
    if shown.is_empty() {
        return None;
    }
    let half = MARK_PX / 2.0 / AXIS_PX;
    let letters = |title: &str| (title.chars().count().min(30) as f64 * 6.1 + 10.0) / AXIS_PX;
    let placed: Vec<(bool, (f64, f64))> = shown
        .iter()
        .map(|(event, at)| {
            let width = letters(event.title);
            let is_before = at + half + width > 1.0;
            let extent = if is_before { (at - half - width, at + half) } else { (at - half, at + half + width) };
            (is_before, extent)
        })
        .collect();
    let extents: Vec<(f64, f64)> = placed.iter().map(|(_, extent)| *extent).collect();
    let (rows, n_rows) = pack(&extents);
    let items = shown.into_iter().zip(placed).zip(rows).map(|(((event, at), (is_before, _)), row)| {
        let words = format!("{}: {}", text::date(event.date), event.title);
        view! {
            <li class="timeline__item" style:--row=row.to_string()>
                <span class="mark timeline__mark" data-stage="event" style:--at=fraction(at) title=words></span>
                <span class="timeline__label" data-before=is_before.to_string() style:--at=fraction(at)>
                    <ViewLink action=Action::OpenEvent(event.id)>{event.title}</ViewLink>
                </span>
            </li>
        }
    });
    Some(
        view! {
            <section class="timeline__lane">
                <h3>"The mechanism"</h3>
                <ul class="timeline__rows" style:--rows=n_rows.to_string()>{items.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn lane(store: Store, lane: Lane) -> AnyView {
    let n_items = lane.items.len();
    let items = lane.items.into_iter().filter_map(|one| {
        let record = store.atlas.data.agreements.get(one.record)?;
        let title = record.title;
        let bar = bar(&one);
        let marks = one.marks.iter().map(mark);
        Some(view! {
            <li class="timeline__item" style:--row=one.row.to_string() data-undated=one.is_undated.to_string()>
                {bar}
                {marks.collect_view()}
                <span class="timeline__label" data-before=one.is_label_before.to_string() style:--at=fraction(one.label_at) title=title>
                    <ViewLink action=Action::OpenRecord(record.id)>{title}</ViewLink>
                    {one.is_undated.then_some(" (no date on this axis)")}
                </span>
            </li>
        })
    });
    view! {
        <section class="timeline__lane">
            <h3>{lane.title} " " <span class="timeline__count">{n_items}</span></h3>
            <ul class="timeline__rows" style:--rows=lane.n_rows.to_string()>{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The line that joins the first step to the last; dotted when the last is a target.
fn bar(item: &Item) -> Option<AnyView> {
    let (first, last) = (item.marks.first()?, item.marks.last()?);
    (last.at - first.at > 0.001).then(|| {
        view! {
            <span
                class="timeline__bar"
                data-due=last.due.to_string()
                style:--from=fraction(first.at)
                style:--to=fraction(last.at)
            ></span>
        }
        .into_any()
    })
}

fn mark(mark: &Mark) -> AnyView {
    let code = if mark.due { "due" } else { crate::model::dataset::codes::Code::code(mark.rung) };
    let spread = mark.spread.map(|(from, to)| {
        view! { <span class="timeline__spread" style:--from=fraction(from) style:--to=fraction(to)></span> }
    });
    view! {
        {spread}
        <span class="mark timeline__mark" data-stage=code style:--at=fraction(mark.at) title=mark.words.clone()></span>
    }
    .into_any()
}

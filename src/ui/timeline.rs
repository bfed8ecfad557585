//! The timeline: in lanes with rows, as a strip under the map, and as an ordered list.

mod chart;
mod list;
mod strip;

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::model::timeline::scale::TimeScale;
use crate::model::view::action::Action;
use crate::model::view::LaneBy;
use crate::ui::store::Store;

pub use list::NearSteps;
pub use strip::Strip;

/// Region: the whole timeline, as a chart where there is room, and always as a list.
#[component]
pub fn Timeline() -> impl IntoView {
    let store = Store::expect();
    view! {
        <section class="timeline" data-timeline="full" aria-label="Timeline">
            {controls(store)}
            {chart::chart(store)}
            {list::list(store)}
        </section>
    }
    .into_any()
}

/// The axis of the years in force.
fn scale(store: Store) -> Memo<TimeScale> {
    let oldest = store.atlas.data.events.iter().map(|event| event.date.first.year).min();
    let oldest = oldest.unwrap_or(store.atlas.index.span.0).min(store.atlas.index.span.0);
    let years = store.part(|view| (view.facets.from, view.facets.to));
    Memo::new(move |_| {
        let (from, to) = years.get();
        TimeScale::of_years(from, to, oldest)
    })
}

/// What lanes are, and ready ranges of years.
fn controls(store: Store) -> AnyView {
    let lanes = store.part(|view| view.lanes);
    let options = LaneBy::ALL.iter().map(|by| {
        let by = *by;
        view! { <option value=by.code() prop:selected=move || lanes.get() == by>{by.label()}</option> }
    });
    let on_lanes = move |event| {
        if let Some(by) = LaneBy::from_code(&event_target_value(&event)) {
            store.dispatch(Action::LaneBy(by));
        }
    };
    let years = store.part(|view| (view.facets.from, view.facets.to));
    let ranges = [("All years", None, None), ("Before 2023", None, Some(2022)), ("2023–2026", Some(2023), Some(2026)), ("From 2026", Some(2026), None)];
    let ranges = ranges.into_iter().map(|(label, from, to)| {
        let on_click = move |_| {
            store.dispatch(Action::SetFrom(from));
            store.dispatch(Action::SetTo(to));
        };
        view! {
            <button type="button" aria-pressed=move || (years.get() == (from, to)).to_string() on:click=on_click>{label}</button>
        }
    });
    view! {
        <div class="timeline__controls">
            <label>"Lanes by " <select name="lanes" on:change=on_lanes>{options.collect_view()}</select></label>
            <div role="group" aria-label="Years" class="timeline__ranges">{ranges.collect_view()}</div>
        </div>
    }
    .into_any()
}

/// Years over the axis, the strip before them, and the summit day.
fn axis(store: Store, scale: Memo<TimeScale>) -> AnyView {
    let summit = store.atlas.data.edition.summit.date.first;
    let ticks = move || {
        let scale = scale.get();
        let ticks = scale.ticks().into_iter().map(move |year| {
            let at = scale.position(f64::from(year));
            view! { <span class="timeline__tick" style:--at=fraction(at)>{year}</span> }
        });
        let earlier = scale.earlier().map(|year| {
            view! { <span class="timeline__earlier" title=format!("{year} to 2019, not to scale")>"earlier"</span> }
        });
        let at = scale.position(summit.decimal_year());
        let band = (0.0..=1.0).contains(&at).then(|| {
            view! { <span class="timeline__summit" style:--at=fraction(at)><span>"Astana"</span></span> }
        });
        view! { {earlier} {ticks.collect_view()} {band} }.into_any()
    };
    view! { <div class="timeline__axis" aria-hidden="true">{ticks}</div> }.into_any()
}

/// A fraction for the stylesheet, to a ten-thousandth.
fn fraction(at: f64) -> String {
    let parts = (at.clamp(-1.0, 2.0) * 10_000.0).round() as i32;
    format!("{}{}.{:04}", if parts < 0 { "-" } else { "" }, parts.abs() / 10_000, parts.abs() % 10_000)
}

//! The timeline: in lanes with rows, as a strip under the map, and as an ordered list.

mod chart;
pub mod list;
mod strip;

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::model::timeline::scale::TimeScale;
use crate::model::view::action::Action;
use crate::model::view::{LaneBy, View};
use crate::model::words::Key;
use crate::ui::element::{Element, el};
use crate::ui::store::Store;

pub use list::near_steps;
pub use strip::strip_region;

/// Region: the whole timeline, as a chart where there is room, and always as a list.
pub fn timeline(store: Store) -> Element {
    el("section")
        .class("timeline")
        .attr("data-timeline", "full")
        .attr("aria-label", store.words().label(View::Timeline))
        .child(controls(store))
        .child(chart::chart(store))
        .child(list::list(store))
}

/// The axis of the years in force.
fn scale(store: Store) -> Memo<TimeScale> {
    let years = store.part(|view| (view.facets.from, view.facets.to));
    Memo::new(move |_| of_years(store, years.get()))
}

/// The same, as it is now.
pub fn scale_now(store: Store) -> TimeScale {
    of_years(store, store.view().with_untracked(|view| (view.facets.from, view.facets.to)))
}

fn of_years(store: Store, (from, to): (Option<i16>, Option<i16>)) -> TimeScale {
    TimeScale::of_years(from, to, store.atlas.years().0)
}

/// What lanes are, and ready ranges of years.
fn controls(store: Store) -> Element {
    let words = store.words();
    let lanes = store.part(|view| view.lanes);
    let options = LaneBy::ALL.iter().map(|by| {
        let by = *by;
        el("option")
            .attr("value", by.code())
            .flag("selected", move || lanes.get() == by)
            .child(store.words().label(by))
    });
    let on_lanes = move |event: web_sys::Event| {
        if let Some(by) = LaneBy::from_code(&event_target_value(&event)) {
            store.dispatch(Action::LaneBy(by));
        }
    };
    // Summits are two years apart: from the one before it to the year after it.
    let summit = store.atlas.data.edition.summit.date.first.year;
    let (before, after) = (summit - 2, summit + 1);
    let years = store.part(|view| (view.facets.from, view.facets.to));
    let range = move |words: String, from: Option<i16>, to: Option<i16>| {
        el("button")
            .attr("type", "button")
            .live_bool("aria-pressed", move || years.get() == (from, to))
            .on_click(move || store.dispatch(Action::SetYears(from, to)))
            .child(words)
    };
    let ranges = el("div")
        .class("timeline__ranges")
        .attr("role", "group")
        .attr("aria-label", words.say(Key::Years))
        .child(range(words.say(Key::AllYears).to_owned(), None, None))
        .child(range(words.fill(Key::BeforeYear, &[&before.to_string()]), None, Some(before - 1)))
        .child(range(words.years(before, after), Some(before), Some(after)))
        .child(range(words.years(summit, summit), Some(summit), Some(summit)))
        .child(range(words.fill(Key::FromYear, &[&after.to_string()]), Some(after), None));
    let list = el("select").attr("name", "lanes").on("change", on_lanes).children(options);
    el("div")
        .class("timeline__controls")
        .child(el("label").child(words.say(Key::LanesBy)).child(" ").child(list))
        .child(ranges)
}

/// The summit day as a decimal year, and in words.
pub fn summit(store: Store) -> (f64, String) {
    let (summit, words) = (&store.atlas.data.edition.summit, store.words());
    let said = format!("{}{}{}", summit.city, words.say(Key::Comma), words.date(summit.date));
    (summit.date.first.decimal_year(), said)
}

/// Years over the axis, the strip before them, and the summit day.
fn axis(store: Store, scale: Memo<TimeScale>) -> Element {
    let words = store.words();
    let (summit, summit_words) = summit(store);
    let ticks = move || {
        let scale = scale.get();
        let mut parts: Vec<Element> = Vec::new();
        if let Some(year) = scale.earlier() {
            let last = TimeScale::FIRST_YEAR - 1;
            let title = words.fill(Key::NotToScale, &[&year.to_string(), &last.to_string()]);
            parts.push(
                el("span").class("timeline__earlier").attr("title", title).child(words.say(Key::Earlier)),
            );
        }
        for year in scale.ticks() {
            let at = fraction(scale.position(f64::from(year)));
            parts.push(el("span").class("timeline__tick").style("--at", at).child(year.to_string()));
        }
        if scale.holds(summit) {
            let band = el("span").class("timeline__summit").style("--at", fraction(scale.position(summit)));
            parts.push(band.child(el("span").child(summit_words.clone())));
        }
        parts
    };
    el("div").class("timeline__axis").attr("aria-hidden", "true").live(ticks)
}

/// A fraction for the stylesheet, to a ten-thousandth.
fn fraction(at: f64) -> String {
    let parts = (at.clamp(-1.0, 2.0) * 10_000.0).round() as i32;
    format!("{}{}.{:04}", if parts < 0 { "-" } else { "" }, parts.abs() / 10_000, parts.abs() % 10_000)
}

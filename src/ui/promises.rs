//! The promise clock: what is overdue without evidence, due soon, due later, delivered, undated.

use leptos::prelude::*;

use crate::model::clock;
use crate::model::dataset::codes::{Code, Promise};
use crate::model::dataset::index::Bits;
use crate::model::dataset::{Agreement, Step};
use crate::model::words::Key;
use crate::ui::element::{Element, el, many};
use crate::ui::parts::date::dated;
use crate::ui::parts::record_link::record_link;
use crate::ui::parts::source_link;
use crate::ui::parts::stage_mark;
use crate::ui::store::Store;

/// Region: the clock, over the records that pass the filters.
pub fn promises(store: Store) -> Element {
    let words = store.words();
    let days = [words.day(store.today), words.date(store.atlas.data.edition.date)];
    let days = words.fill(Key::TodayIs, &days.each_ref().map(String::as_str));
    let lists = move || {
        let shown = store.selection().with(|selection| selection.shown);
        many(Promise::ALL.iter().map(|state| section(store, *state, shown)))
    };
    el("section")
        .class("promises")
        .attr("aria-label", store.say(Key::Promises))
        .child(el("h2").child(words.say(Key::PromisedForWhen)))
        .child(el("p").class("grid__note").child(days))
        .live(lists)
}

fn section(store: Store, state: Promise, shown: Bits) -> Element {
    let agreements = &store.atlas.data.agreements;
    let mut items = Vec::new();
    for (place, at) in clock::targets(agreements, state, store.today) {
        let record = agreements.get(place).filter(|_| shown.contains(place));
        if let Some((record, step)) = record.and_then(|record| Some((record, record.steps.get(at)?))) {
            items.push(item(store, record, step));
        }
    }
    // Records without any target stand below those with one.
    let plain: Vec<Element> = agreements
        .iter()
        .enumerate()
        .filter(|(place, record)| {
            shown.contains(*place)
                && !record.steps.iter().any(|step| step.due)
                && clock::promise(record, store.today) == state
        })
        .map(|(_, record)| el("li").child(record_link(store, record)))
        .collect();
    let n_items = items.len() + plain.len();
    let definition = store.definition(state).map_or("", |one| one.text);
    let list = (!items.is_empty()).then(|| el("ol").class("promises__list").children(items));
    let plain = (!plain.is_empty()).then(|| {
        let words = store.words().count(Key::WithoutTarget, plain.len(), &[]);
        el("details").child(el("summary").child(words)).child(el("ul").class("card__list").children(plain))
    });
    let none = (n_items == 0).then(|| el("p").child(store.say(Key::NoneOfShown)));
    el("section")
        .class("promises__state")
        .attr("data-promise", state.code())
        .child(el("h3").child(format!("{} ({n_items})", store.words().label(state))))
        .child(el("p").class("card__small").child(definition))
        .child(list)
        .child(plain)
        .child(none)
}

fn item(store: Store, record: &'static Agreement, step: &'static Step) -> Element {
    let last = clock::last_evidence(record, store.today).map(|last| {
        let (head, date) = (store.say(Key::LastEvidence), dated(store.words(), last.date));
        let comma = store.say(Key::Comma);
        many([head.into(), " ".into(), date, comma.into(), el("span").child(last.text)])
    });
    let about = el("span")
        .class("card__small")
        .child(stage_mark::rung(store.words(), step.rung, true))
        .child(" · ")
        .child(source_link::short(store, step.source))
        .child(last.map(|last| many([" · ".into(), last])));
    el("li")
        .child(el("span").class("promises__date").child(dated(store.words(), step.date)))
        .child(record_link(store, record))
        .child(": ")
        .child(step.text)
        .child(about)
}

//! Where promises stand, in a line of a card.

use crate::model::clock;
use crate::model::dataset::Agreement;
use crate::model::dataset::codes::{Code, Promise};
use crate::model::dataset::index::Bits;
use crate::model::view::View;
use crate::model::view::action::Action;
use crate::model::words::Key;
use crate::ui::element::{Element, el};
use crate::ui::parts::date::dated;
use crate::ui::parts::view_link::view_link;
use crate::ui::store::Store;

/// The line of one record: the most pressing promise with its date.
pub fn of_record(store: Store, record: &'static Agreement) -> Element {
    let state = clock::promise(record, store.today);
    let step = record.steps.iter().find(|step| clock::target(record, step, store.today) == Some(state));
    let due = step.map(|step| {
        el("span")
            .child(": ")
            .child(el("span").child(step.text))
            .child(store.say(Key::Comma))
            .child(dated(store.words(), step.date))
    });
    line(state.code()).child(el("strong").child(store.words().label(state))).child(due)
}

/// The line of a group of records: how many have a promise in each state.
pub fn of_records(store: Store, records: Bits) -> Element {
    let counts = clock::counts(&store.atlas.data.agreements, records, store.today);
    let mut words: Vec<String> = Vec::new();
    for (state, count) in Promise::ALL.iter().zip(counts) {
        if count > 0 {
            words.push(format!("{} {count}", store.words().label(*state)));
        }
    }
    let link = view_link(store, Action::Show(View::Promises)).child(store.words().label(View::Promises));
    let words = if words.is_empty() { store.words().records(0) } else { words.join(" · ") };
    line("all").child(link).child(format!(": {words}"))
}

fn line(state: &'static str) -> Element {
    el("p").class("promise").attr("data-promise", state)
}

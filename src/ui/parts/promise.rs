//! Where promises stand, in a line of a card.

use crate::model::clock;
use crate::model::dataset::Agreement;
use crate::model::dataset::codes::{Code, Promise};
use crate::model::dataset::index::Bits;
use crate::model::text;
use crate::model::view::View;
use crate::model::view::action::Action;
use crate::ui::element::{Element, el};
use crate::ui::parts::date::dated;
use crate::ui::parts::view_link::view_link;
use crate::ui::store::Store;

/// The line of one record: the most pressing promise with its date.
pub fn of_record(store: Store, record: &'static Agreement) -> Element {
    let state = clock::promise(record, store.today);
    let step = record.steps.iter().find(|step| clock::target(record, step, store.today) == Some(state));
    let due = step.map(|step| el("span").child(": ").child(step.text).child(", ").child(dated(step.date)));
    line(state.code()).child(el("strong").child(state.label())).child(due)
}

/// The line of a group of records: how many have a promise in each state.
pub fn of_records(store: Store, records: Bits) -> Element {
    let counts = clock::counts(&store.atlas.data.agreements, records, store.today);
    let mut words: Vec<String> = Vec::new();
    for (state, count) in Promise::ALL.iter().zip(counts) {
        if count > 0 {
            words.push(format!("{count} {}", lower(state.label())));
        }
    }
    let link = view_link(store, Action::Show(View::Promises)).child("Promises");
    let words = if words.is_empty() { text::records(0) } else { words.join(", ") };
    line("all").child(link).child(format!(": {words}"))
}

fn line(state: &'static str) -> Element {
    el("p").class("promise").attr("data-promise", state)
}

/// A label inside a sentence.
pub fn lower(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

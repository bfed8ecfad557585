//! A date, readable by people and machines.

use crate::model::dataset::PartialDate;
use crate::model::words::Words;
use crate::ui::element::{Element, el};

/// A date as `<time>`, or as plain words when it is no single day, month or year.
pub fn dated(words: Words, date: PartialDate) -> Element {
    match date.machine() {
        Some(machine) => el("time").attr("datetime", machine).child(words.date(date)),
        None => words.date(date).into(),
    }
}

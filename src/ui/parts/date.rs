//! A date, readable by people and machines.

use leptos::prelude::*;

use crate::model::dataset::PartialDate;
use crate::model::text;

/// A date as `<time>`, or as plain words when it is no single day, month or year.
pub fn dated(date: PartialDate) -> AnyView {
    match date.machine() {
        Some(machine) => view! { <time datetime=machine>{text::date(date)}</time> }.into_any(),
        None => text::date(date).into_any(),
    }
}

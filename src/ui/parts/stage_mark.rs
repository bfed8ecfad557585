//! The mark of a stage or rung: a colour and a shape of its own, beside its word.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, Rung, Stage};

/// The mark alone; the word stands beside it.
pub fn mark(code: &'static str) -> AnyView {
    view! { <span class="mark" data-stage=code aria-hidden="true"></span> }.into_any()
}

/// Mark and word of a stage.
pub fn stage(stage: Stage) -> AnyView {
    view! { <span class="stage">{mark(stage.code())}<strong>{stage.label()}</strong></span> }.into_any()
}

/// Mark and word of a rung; a target is called due.
pub fn rung(rung: Rung, is_due: bool) -> AnyView {
    let code = if is_due { "due" } else { rung.code() };
    let label = if is_due { format!("{} due", rung.label()) } else { rung.label().to_owned() };
    view! { <span class="stage">{mark(code)}<strong>{label}</strong></span> }.into_any()
}

//! The mark of a stage or rung: a colour and a shape of its own, beside its word.

use crate::model::dataset::codes::{Code, Rung, Stage};
use crate::model::words::{Key, Words};
use crate::ui::element::{Element, el};

/// The mark alone; the word stands beside it.
pub fn mark(code: &'static str) -> Element {
    el("span").class("mark").attr("data-stage", code).attr("aria-hidden", "true")
}

/// Mark and word of a stage.
pub fn stage(words: Words, stage: Stage) -> Element {
    el("span").class("stage").child(mark(stage.code())).child(el("strong").child(words.label(stage)))
}

/// Mark and word of a rung; a target is called due.
pub fn rung(words: Words, rung: Rung, is_due: bool) -> Element {
    let (code, label) = match is_due {
        true => ("due", words.fill(Key::RungDue, &[words.label(rung)])),
        false => (rung.code(), words.label(rung).to_owned()),
    };
    el("span").class("stage").child(mark(code)).child(el("strong").child(label))
}

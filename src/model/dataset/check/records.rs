//! The rules for records: the ladder and its steps.

use super::{Checker, Entry};
use crate::model::dataset::codes::{Code, Confidence, CountryId, Instrument, Rung, Sector};
use crate::model::dataset::date::PartialDate;

/// Most words of a summary.
const SUMMARY_WORDS: usize = 45;
/// Most words of a step.
const STEP_WORDS: usize = 20;

/// A step as far as the order of rungs goes.
struct Reached {
    place: usize,
    date: PartialDate,
    rung: Rung,
    has_note: bool,
}

impl<'a> Checker<'a> {
    pub(super) fn agreement(&mut self, entry: &mut Entry<'a>) {
        self.own_id(entry, |checker| &checker.agreements);
        entry.words("title", 25);
        entry.texts("aliases");
        entry.code::<Instrument>("instrument");
        if entry.codes::<Sector>("sectors").is_empty() {
            entry.report("sectors", "at least one sector", "none");
        }
        if entry.codes::<CountryId>("parties").is_empty() {
            entry.report("parties", "at least one party", "none");
        }
        entry.texts("organisations");
        entry.words("summary", SUMMARY_WORDS);
        entry.optional_text("standing");
        entry.optional_text("note");
        entry.code::<Confidence>("confidence");
        self.matters(entry);
        self.steps(entry);
        self.inner(entry, "places", |_, site| {
            site.text("name");
            site.text("role");
            site.optional_truth("approximate");
            site.point();
        });
        self.claim_refs(entry, "claims");
        if self.source_refs(entry, "sources").is_empty() {
            entry.report("sources", "at least one source", "none");
        }
        for id in self.refs(entry, "possibly_same_as", "a record", &self.agreements) {
            if entry.text("id") == Some(id) {
                entry.report("possibly_same_as", "another record", id);
            }
        }
    }

    fn steps(&mut self, entry: &mut Entry<'a>) {
        let mut reached: Vec<Reached> = Vec::new();
        for (place, mut step) in entry.objects("steps").into_iter().enumerate() {
            let date = step.date("date");
            let rung = step.code::<Rung>("rung");
            let is_due = step.optional_truth("due");
            step.words("text", STEP_WORDS);
            self.source_ref(&mut step, "source");
            let has_note = step.optional_text("note").is_some();
            if let (Some(date), Some(rung)) = (date, rung)
                && !is_due
                && rung != Rung::Milestone
            {
                reached.push(Reached { place, date, rung, has_note });
            }
            entry.take_over(step);
        }
        if reached.is_empty() {
            entry.report("steps", "at least one step that reached a rung", "none");
        }
        self.order(entry, &reached);
    }

    /// A lower rung dated after a higher one needs a note.
    fn order(&self, entry: &mut Entry<'a>, reached: &[Reached]) {
        let on_ladder = |step: &&Reached| step.rung.is_on_ladder() && step.date.is_dated();
        for step in reached.iter().filter(on_ladder).filter(|step| !step.has_note) {
            let earlier = reached.iter().filter(on_ladder);
            let higher = earlier
                .filter(|other| other.date.last < step.date.first && other.rung > step.rung)
                .max_by_key(|other| other.rung);
            if let Some(higher) = higher {
                let expected = format!(
                    "a note, because steps[{}] reached “{}” before",
                    higher.place,
                    higher.rung.code()
                );
                entry.report(&format!("steps[{}].rung", step.place), &expected, step.rung.code());
            }
        }
    }
}

//! The rules for the claim ledger: matters, claims side by side, figures with unit and kind.

use super::{Checker, Entry};
use crate::model::dataset::codes::{Bound, MoneyKind};

impl<'a> Checker<'a> {
    /// The matters of a record or country; ids are unique within it.
    pub(super) fn matters(&mut self, entry: &mut Entry<'a>) {
        let mut seen: Vec<&str> = Vec::new();
        for mut matter in entry.objects("matters") {
            if let Some(id) = matter.text("id") {
                if seen.contains(&id) {
                    matter.report("id", "an id no other matter of the entry has", id);
                }
                seen.push(id);
            }
            matter.optional_truth("counts");
            self.claims_of(&mut matter);
            entry.take_over(matter);
        }
    }

    /// What is said of a matter or headline, which claim is shown, and why.
    pub(super) fn claims_of(&mut self, matter: &mut Entry<'a>) {
        matter.text("about");
        let claims = matter.objects("claims");
        let n_claims = claims.len();
        if n_claims == 0 {
            matter.report("claims", "at least one claim", "none");
        }
        for mut claim in claims {
            claim.text("says");
            claim.optional_text("by");
            claim.optional_date("date");
            claim.optional_text("note");
            self.source_ref(&mut claim, "source");
            if claim.has("quantity")
                && let Some(mut quantity) = claim.object("quantity")
            {
                Self::quantity(&mut quantity);
                claim.take_over(quantity);
            }
            matter.take_over(claim);
        }
        let shown = matter.optional_whole("shown");
        if let Some(shown) = shown
            && usize::try_from(shown).is_ok_and(|shown| shown >= n_claims)
        {
            matter.report("shown", &format!("a place below {n_claims}"), &shown.to_string());
        }
        let has_choice = n_claims > 1 || shown.is_none();
        if matter.optional_text("reason").is_none() && has_choice {
            matter.report("reason", "the editor’s ground, since there is a choice", "nothing");
        }
    }

    fn quantity(quantity: &mut Entry<'a>) {
        quantity.number("value");
        quantity.optional_code::<Bound>("bound");
        let is_money = quantity.optional_code::<MoneyKind>("kind").is_some();
        if let Some(unit) = quantity.text("unit")
            && is_money
            && !(unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()))
        {
            quantity.report("unit", "a three-letter currency code, since it is money", unit);
        }
    }
}

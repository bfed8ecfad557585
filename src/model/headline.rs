//! An announced total beside the records that belong to it, and the part nobody has itemised.

use crate::model::dataset::codes::{Bound, MoneyKind};
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{Headline, Quantity};
use crate::model::money::{self, Sum};
use crate::model::words::{Key, Words};

/// A headline held against this edition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// What was announced, in the unit of the headline.
    pub announced: f64,
    /// How much of it the records hold: their number, or the sum of their values.
    pub held: f64,
    /// Whether that is exact.
    pub bound: Bound,
    /// How many records that is.
    pub n_records: usize,
    /// The kind of money, when it is money.
    pub kind: Option<MoneyKind>,
}

impl Held {
    /// Works it out. Of money, only amounts of the headline's own kind and currency are added.
    pub fn new(atlas: &Atlas, headline: &Headline) -> Option<Self> {
        let announced = headline.announced()?;
        let records = headline.items.iter().filter_map(|id| atlas.agreement(*id));
        let Some(kind) = announced.kind else {
            let n_records = records.count();
            return Some(Self {
                announced: announced.value,
                held: n_records as f64,
                bound: Bound::Exact,
                n_records,
                kind: None,
            });
        };
        let amounts: Vec<_> =
            records.flat_map(|record| record.money().map(|(.., quantity)| quantity)).collect();
        let totals = money::totals(&amounts);
        let sums = totals.iter().filter(|(one, _)| *one == kind).flat_map(|(_, sums)| sums);
        let sum = sums.into_iter().find(|sum| sum.currency == announced.unit);
        let (held, bound, n_records) =
            sum.map_or((0.0, Bound::Exact, 0), |sum: &Sum| (sum.value, sum.bound, sum.n_amounts));
        Some(Self { announced: announced.value, held, bound, n_records, kind: Some(kind) })
    }

    /// What is not itemised; never below zero.
    pub fn rest(&self) -> f64 {
        if self.held > self.announced { 0.0 } else { self.announced - self.held }
    }

    /// The itemised share of what was announced, from 0 to 1.
    pub fn share(&self) -> f64 {
        let share = if self.announced > 0.0 { self.held / self.announced } else { 0.0 };
        if share > 1.0 { 1.0 } else { share }
    }

    /// The bar in words.
    pub fn words(&self, announced: &Quantity, words: Words) -> String {
        if self.kind.is_none() {
            return words.count(Key::HeldBeside, self.n_records, &[&words.quantity(announced)]);
        }
        let money = |value: f64, bound| words.money(value, announced.unit, bound);
        // Between two sums that are not exact, the rest is not either.
        let bound = match (announced.bound, self.bound) {
            (None, Bound::Exact) => Bound::Exact,
            (Some(bound), Bound::Exact) => bound,
            _ => Bound::About,
        };
        if self.n_records == 0 {
            return words.fill(Key::NothingItemised, &[&money(self.rest(), bound)]);
        }
        let (held, rest) = (money(self.held, self.bound), money(self.rest(), bound));
        words.count(Key::Itemised, self.n_records, &[&held, &rest])
    }
}

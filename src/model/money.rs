//! Money that cannot be added wrongly: a total is of one kind, by its type, and of every currency
//! by itself. Nothing is converted.
//!
//! ```
//! use summit_atlas::model::money::{Loan, Total};
//! let one: Total<Loan> = Total::default();
//! let other: Total<Loan> = Total::default();
//! assert!((one + other).parts().is_empty());
//! ```
//!
//! Two kinds cannot be added; this does not compile:
//!
//! ```compile_fail,E0308
//! use summit_atlas::model::money::{Grant, Loan, Total};
//! let loans: Total<Loan> = Total::default();
//! let grants: Total<Grant> = Total::default();
//! let both = loans + grants;
//! ```
//!
//! Nor do the parts of totals, or amounts by themselves, know how to be added:
//!
//! ```compile_fail,E0369
//! use summit_atlas::model::money::Sum;
//! fn mix(loans: Sum, grants: Sum) -> Sum {
//!     loans + grants
//! }
//! ```

use std::marker::PhantomData;
use std::ops::Add;

use crate::model::dataset::codes::{Bound, MoneyKind};
use crate::model::dataset::{Quantity, Text};

/// A kind of money, as a type.
pub trait Kind {
    /// The same, as a value.
    const KIND: MoneyKind;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $name {}

            impl Kind for $name {
                const KIND: MoneyKind = MoneyKind::$name;
            }
        )*

        /// Totals of amounts, kind by kind in the order readers see; kinds without any are left out.
        pub fn totals(amounts: &[&Quantity]) -> Vec<(MoneyKind, Vec<Sum>)> {
            let all = [$((MoneyKind::$name, Total::<$name>::of(amounts).0),)*];
            all.into_iter().filter(|(_, sums)| !sums.is_empty()).collect()
        }
    };
}

kinds! {
    /// Money lent.
    Loan;
    /// Money given.
    Grant;
    /// Money of a fund.
    Fund;
    /// Contracts and investments announced.
    Contract;
    /// What memoranda are said to be worth.
    Memorandum;
    /// Trade in a year.
    TradeFlow;
    /// A stock of investment, or a portfolio of projects.
    Stock;
    /// What a project costs.
    ProjectCost;
    /// Money promised.
    Pledge;
}

/// A sum in one currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// Whole units of the currency.
    pub value: f64,
    /// ISO 4217.
    pub currency: Text,
    /// Whether it is exact: that of its parts when they agree, else "over" or "about".
    pub bound: Bound,
    /// How many amounts are in it.
    pub n_amounts: usize,
}

/// Money of one kind, currency by currency, in order of first appearance.
#[derive(Clone, Debug, PartialEq)]
pub struct Total<K>(Vec<Sum>, PhantomData<K>);

impl<K> Default for Total<K> {
    fn default() -> Self {
        Self(Vec::new(), PhantomData)
    }
}

impl<K: Kind> Total<K> {
    /// The total of those amounts that are of this kind.
    pub fn of(amounts: &[&Quantity]) -> Self {
        let mut sums = Vec::new();
        for amount in amounts.iter().filter(|amount| amount.kind == Some(K::KIND)) {
            let bound = amount.bound.unwrap_or(Bound::Exact);
            join(&mut sums, Sum { value: amount.value, currency: amount.unit, bound, n_amounts: 1 });
        }
        Self(sums, PhantomData)
    }

    /// Its sums, one for every currency.
    pub fn parts(&self) -> &[Sum] {
        &self.0
    }
}

impl<K> Add for Total<K> {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        other.0.into_iter().for_each(|sum| join(&mut self.0, sum));
        self
    }
}

/// Adds a sum to the one of its currency. Private: outside, sums have lost their kind.
fn join(sums: &mut Vec<Sum>, more: Sum) {
    match sums.iter_mut().find(|sum| sum.currency == more.currency) {
        None => sums.push(more),
        Some(sum) => {
            sum.value += more.value;
            sum.n_amounts += more.n_amounts;
            sum.bound = match (sum.bound, more.bound) {
                (one, other) if one == other => one,
                (Bound::Exact | Bound::Over, Bound::Exact | Bound::Over) => Bound::Over,
                _ => Bound::About,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(value: f64, unit: Text, kind: MoneyKind, bound: Option<Bound>) -> Quantity {
        Quantity { value, unit, kind: Some(kind), bound }
    }

    #[test]
    fn a_total_holds_its_own_kind_and_keeps_currencies_apart() {
        let amounts = [
            amount(1e9, "USD", MoneyKind::Loan, None),
            amount(2e9, "USD", MoneyKind::Loan, Some(Bound::Over)),
            amount(3e9, "CNY", MoneyKind::Loan, None),
            amount(4e9, "USD", MoneyKind::Grant, None),
        ];
        let sums = totals(&amounts.each_ref());
        assert_eq!(
            sums.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(),
            [MoneyKind::Loan, MoneyKind::Grant]
        );
        let loans = &sums[0].1;
        assert_eq!((loans[0].value, loans[0].currency, loans[0].bound), (3e9, "USD", Bound::Over));
        assert_eq!((loans[1].value, loans[1].currency, loans[1].n_amounts), (3e9, "CNY", 1));
        assert_eq!(sums[1].1[0].value, 4e9);
    }

    #[test]
    fn adding_two_totals_is_the_total_of_all() {
        let amounts = [
            amount(1e9, "USD", MoneyKind::Loan, Some(Bound::About)),
            amount(2e9, "USD", MoneyKind::Loan, None),
            amount(3e9, "KZT", MoneyKind::Loan, None),
        ];
        let amounts = amounts.each_ref();
        let (first, rest) = amounts.split_at(1);
        let both = Total::<Loan>::of(first) + Total::of(rest);
        assert_eq!(both, Total::of(&amounts));
        assert_eq!(both.parts()[0].bound, Bound::About);
    }
}

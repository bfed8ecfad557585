//! Countries side by side: what each has, and what only one of them has.

use crate::model::dataset::codes::{Code, CountryId, MoneyKind};
use crate::model::dataset::index::{Atlas, Bits, Index};
use crate::model::money::{self, Sum};
use crate::model::view::Set;

/// The countries to compare: the chosen ones, or all when fewer than two are chosen.
pub fn compared(chosen: Set<CountryId>) -> Vec<CountryId> {
    if chosen.len() >= 2 { chosen.iter().collect() } else { CountryId::ALL.to_vec() }
}

/// Records among `shown` that have a country as a party and none of the others compared.
pub fn only(index: &Index, shown: Bits, country: CountryId, among: &[CountryId]) -> Bits {
    let own = shown.and(&Index::with(&index.country, country));
    let others = among.iter().filter(|other| **other != country);
    others.fold(own, |bits, other| bits.and_not(&Index::with(&index.country, *other)))
}

/// Members of a list that one country has among `shown` and no other compared one.
pub fn only_values<T: Code>(
    index: &Index,
    facet: &[Bits],
    shown: Bits,
    country: CountryId,
    among: &[CountryId],
) -> Vec<T> {
    let has = |value: T, country: CountryId| {
        !shown.and(&Index::with(facet, value)).and(&Index::with(&index.country, country)).is_empty()
    };
    let is_alone = |value: &T| {
        has(*value, country) && !among.iter().any(|other| *other != country && has(*value, *other))
    };
    T::ALL.iter().copied().filter(is_alone).collect()
}

/// Money of records, kind by kind.
pub fn money(atlas: &Atlas, records: Bits) -> Vec<(MoneyKind, Vec<Sum>)> {
    let records = atlas.data.agreements.iter().enumerate().filter(|(place, _)| records.contains(*place));
    let amounts: Vec<_> = records.flat_map(|(_, record)| record.counted_money()).collect();
    money::totals(&amounts)
}

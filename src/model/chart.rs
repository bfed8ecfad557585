//! Numbers of the small charts, and the sentence each says.

use crate::model::dataset::codes::{Bound, Code, CountryId, Stage};
use crate::model::dataset::index::{Atlas, Bits, Index};
use crate::model::dataset::{Matter, Quantity};
use crate::model::words::{Key, Words};

/// A bar of records by stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What the bar is of.
    pub label: &'static str,
    /// Records, in the order of [`Stage::ALL`].
    pub stages: Vec<usize>,
    /// Their sum.
    pub total: usize,
}

impl Bar {
    /// Its stages that have records, each with where it begins and ends, in thousandths of a bar of `most`.
    pub fn parts(&self, most: usize) -> Vec<(Stage, usize, usize)> {
        let mut parts = Vec::new();
        let mut from = 0;
        for (stage, count) in Stage::ALL.iter().zip(&self.stages) {
            let to = from + count * 1000 / most.max(1);
            if *count > 0 {
                parts.push((*stage, from, to));
            }
            from = to;
        }
        parts
    }
}

/// The total of the longest bar.
pub fn most(bars: &[Bar]) -> usize {
    bars.iter().map(|bar| bar.total).max().unwrap_or(0).max(1)
}

/// Stages that have records in a bar, with their place in [`Stage::ALL`].
pub fn used(bars: &[Bar]) -> Vec<(usize, Stage)> {
    let has = |place: usize| bars.iter().any(|bar| bar.stages.get(place).is_some_and(|count| *count > 0));
    Stage::ALL.iter().copied().enumerate().filter(|(place, _)| has(*place)).collect()
}

/// One bar for every value of a list: its records among `shown`, by stage.
pub fn by_stage<T: Code>(atlas: &Atlas, facet: &[Bits], values: &[T], shown: Bits) -> Vec<Bar> {
    let index = &atlas.index;
    let bar = |value: &T| {
        let records = shown.and(&Index::with(facet, *value));
        let stages =
            Stage::ALL.iter().map(|stage| records.and(&Index::with(&index.stage, *stage)).count()).collect();
        Bar { label: atlas.words.label(*value), stages, total: records.count() }
    };
    values.iter().map(bar).collect()
}

/// What bars say: who has most, and which stage holds most records of all `shown`.
pub fn bars_say(atlas: &Atlas, bars: &[Bar], shown: Bits) -> String {
    let words = atlas.words;
    let most = bars.iter().max_by_key(|bar| bar.total).filter(|bar| bar.total > 0);
    let Some(most) = most else { return words.say(Key::NothingPasses).to_owned() };
    let of = |stage: &Stage| shown.and(&Index::with(&atlas.index.stage, *stage)).count();
    let stage = Stage::ALL.iter().copied().max_by_key(of).unwrap_or(Stage::Proposed);
    let leading: Vec<&str> = bars.iter().filter(|bar| bar.total == most.total).map(|bar| bar.label).collect();
    let key = if leading.len() == 1 { Key::MostRecords } else { Key::MostRecordsTied };
    let leads = words.fill(key, &[&words.list(&leading), &most.total.to_string()]);
    let (at_stage, all) = (of(&stage).to_string(), shown.count().to_string());
    format!("{} {leads}", words.fill(Key::MostAtStage, &[words.label(stage), &at_stage, &all]))
}

/// Trade of a country with China as counted by both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The country.
    pub country: CountryId,
    /// As counted by Chinese customs, in the unit of the matter.
    pub customs: f64,
    /// As counted or named by the other side; `None` when no figure of it was found.
    pub other: Option<f64>,
    /// The matter that holds the claims.
    pub matter: &'static Matter,
}

/// The trade of countries of Central Asia with China, one entry each.
pub fn trade_gaps(atlas: &'static Atlas, countries: &[CountryId]) -> Vec<Gap> {
    let of_region = countries.iter().copied().filter(|country| *country != CountryId::CN);
    let gaps = of_region.filter_map(|id| {
        let matter = atlas.country(id)?.matter("trade")?;
        let amount = |quantity: &Quantity| quantity.value;
        let customs = matter.shown_claim()?.quantity.as_ref().map(amount)?;
        let rivals = matter.claims.iter().enumerate().filter(|(place, _)| Some(*place) != matter.shown);
        let other = rivals.filter_map(|(_, claim)| claim.quantity.as_ref()).next().map(amount);
        Some(Gap { country: id, customs, other, matter })
    });
    gaps.collect()
}

/// The largest of all figures: the end of their scale.
pub fn most_traded(gaps: &[Gap]) -> f64 {
    let all = gaps.iter().flat_map(|gap| [Some(gap.customs), gap.other]).flatten();
    all.fold(1.0, |most: f64, value| if value > most { value } else { most })
}

/// What the gaps say: where the two sides lie furthest apart.
pub fn gaps_say(gaps: &[Gap], words: Words) -> String {
    let apart = |gap: &&Gap| gap.other.map(|other| if other > 0.0 { gap.customs / other } else { 1.0 });
    let mut widest: Option<(&Gap, f64)> = None;
    for gap in gaps {
        let Some(ratio) = apart(&gap) else { continue };
        let ratio = if ratio < 1.0 { 1.0 / ratio } else { ratio };
        if widest.is_none_or(|(_, most)| ratio > most) {
            widest = Some((gap, ratio));
        }
    }
    let Some((gap, _)) = widest else {
        return words.say(Key::NoGaps).to_owned();
    };
    let money = |value: f64| words.money(value, "USD", Bound::Exact);
    let (customs, other) = (money(gap.customs), money(gap.other.unwrap_or_default()));
    words.fill(Key::WidestGap, &[words.label(gap.country), &customs, &other])
}

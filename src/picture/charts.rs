//! Records by stage, and trade with China in both ways of counting.

use leptos::prelude::GetUntracked;

use super::brush::Brush;
use super::key::{Entry, key};
use super::mark::{MARK, mark, token};
use super::text::{width_of, wrapped};
use super::{MARGIN, WIDTH};
use crate::model::chart::{self, bars_say, by_stage, gaps_say, trade_gaps};
use crate::model::compare::compared;
use crate::model::dataset::codes::{Bound, Code, Stage};
use crate::model::words::Key;
use crate::ui::element::{Element, many, svg};
use crate::ui::store::Store;

const ROW: f64 = 30.0;
const NAMES: f64 = 180.0;
const SIZE: f64 = 15.0;
/// Most width of the figures beside the dots of a country.
const FIGURES: f64 = 400.0;

/// The drawing and its height.
pub fn charts(store: Store, brush: Brush) -> (Element, f64) {
    let (atlas, words, shown) = (store.atlas, store.words(), store.shown_now());
    let countries = compared(store.facets().get_untracked().countries);
    let bars = by_stage(atlas, &atlas.index.country, &countries, shown);
    let most = chart::most(&bars);
    let whole = WIDTH - 2.0 * MARGIN;
    let room = whole - NAMES - 60.0;
    let mut parts: Vec<Element> = Vec::new();
    let mut top = 0.0;
    let sentence = |parts: &mut Vec<Element>, top: &mut f64, text: &str| {
        for line in wrapped(text, whole, SIZE) {
            *top += 20.0;
            parts.push(brush.text(MARGIN, *top, SIZE, "ink", line));
        }
        *top += 8.0;
    };
    let explain = |parts: &mut Vec<Element>, top: &mut f64, entries: Vec<Entry>| {
        let (signs, height) = key(brush, entries, (MARGIN, *top), whole);
        parts.push(svg("g").attr("data-part", "key").child(signs));
        *top += height + 6.0;
    };
    sentence(&mut parts, &mut top, &bars_say(atlas, &bars, shown));
    let entries = chart::used(&bars).into_iter().map(|(_, stage)| {
        // A ring stands for a fill of its own, as on the page.
        let ring = mark(brush, stage.code(), (MARK / 2.0, 0.0));
        let fill = (stage == Stage::Proposed)
            .then(|| brush.dot((MARK / 2.0, 0.0), 3.6, strip_token(stage).as_str(), false));
        Entry::new(many([Some(ring), fill].into_iter().flatten()), MARK, words.label(stage))
    });
    explain(&mut parts, &mut top, entries.collect());
    for bar in &bars {
        name(&mut parts, brush, top, bar.label);
        let left = MARGIN + NAMES;
        let at = |thousandths: usize| left + thousandths as f64 / 1000.0 * room;
        let mut end = left;
        for (stage, from, to) in bar.parts(most) {
            let size = (at(to) - at(from) - 1.0, ROW - 10.0);
            parts.push(brush.rect((at(from), top + 5.0), size, &strip_token(stage)));
            end = at(to);
        }
        parts.push(brush.text(end + 8.0, top + 20.0, SIZE, "ink", bar.total.to_string()));
        top += ROW;
    }
    top += 18.0;
    for line in wrapped(words.say(Key::TradeBothWays), whole / 1.12, 22.0) {
        top += 26.0;
        parts.push(brush.heading(MARGIN, top, 22.0, line));
    }
    top += 6.0;
    let gaps = trade_gaps(atlas, &countries);
    sentence(&mut parts, &mut top, &gaps_say(&gaps, words));
    let dot = |key: Key, token: &str, is_hollow: bool| {
        Entry::new(brush.dot((5.0, 0.0), 5.0, token, is_hollow), 10.0, words.say(key))
    };
    let sides = vec![dot(Key::ChineseCustoms, "accent", false), dot(Key::OtherSide, "ink", true)];
    explain(&mut parts, &mut top, sides);
    let money = |value: f64| words.money(value, "USD", Bound::Exact);
    let figures: Vec<Vec<String>> = gaps
        .iter()
        .map(|gap| {
            let other = gap.other.map_or_else(|| words.say(Key::NotFound).to_owned(), money);
            wrapped(&format!("{} · {other}", money(gap.customs)), FIGURES, 14.0)
        })
        .collect();
    let wide = figures.iter().flatten().map(|line| width_of(line, 14.0)).fold(0.0, f64::max);
    let most = chart::most_traded(&gaps);
    let room = whole - NAMES - wide - 24.0;
    for (gap, said) in gaps.iter().zip(figures) {
        let at = |value: f64| MARGIN + NAMES + 6.0 + value / most * (room - 12.0);
        let y = top + ROW / 2.0;
        name(&mut parts, brush, top, words.label(gap.country));
        parts.push(brush.line((at(0.0), y), (at(most), y), "hairline"));
        if let Some(other) = gap.other {
            parts.push(brush.line((at(gap.customs), y), (at(other), y), "control"));
            parts.push(brush.dot((at(other), y), 5.0, "ink", true));
        }
        parts.push(brush.dot((at(gap.customs), y), 5.0, "accent", false));
        let above = (said.len().saturating_sub(1)) as f64 * 8.0;
        for (row, line) in said.into_iter().enumerate() {
            let down = y + 5.0 - above + row as f64 * 16.0;
            parts.push(brush.text(MARGIN + NAMES + room + 24.0, down, 14.0, "ink", line));
        }
        top += ROW;
    }
    (many(parts), top + 6.0)
}

/// A country before its row.
fn name(parts: &mut Vec<Element>, brush: Brush, top: f64, name: &str) {
    let lines = wrapped(name, NAMES - 12.0, SIZE);
    let above = lines.len().saturating_sub(1) as f64 * 8.0;
    for (row, line) in lines.into_iter().enumerate() {
        parts.push(brush.text(MARGIN, top + 20.0 - above + row as f64 * 16.0, SIZE, "ink", line));
    }
}

/// The token of a stage's colour in a bar, as on the page.
fn strip_token(stage: Stage) -> String {
    match stage {
        Stage::Proposed => "ramp-1".to_owned(),
        stage => token(stage.code()),
    }
}

//! Records by stage, and trade with China in both ways of counting.

use super::{Brush, MARGIN, WIDTH, code_of, stage_token, wrapped};
use crate::model::chart::{bars_say, by_stage, gaps_say, trade_gaps};
use crate::model::dataset::codes::{Bound, Code, CountryId, Stage};
use crate::model::words::Key;
use crate::ui::element::{Element, many};
use crate::ui::store::Store;

const ROW: f64 = 30.0;
const NAMES: f64 = 180.0;

/// The drawing and its height.
pub fn charts(store: Store, brush: Brush) -> (Element, f64) {
    let (atlas, words, shown) = (store.atlas, store.words(), store.shown_now());
    let bars = by_stage(atlas, &atlas.index.country, CountryId::ALL, shown);
    let most = bars.iter().map(|bar| bar.total).max().unwrap_or(1).max(1) as f64;
    let room = WIDTH - 2.0 * MARGIN - NAMES - 60.0;
    let mut parts: Vec<Element> = Vec::new();
    let mut top = 4.0;
    let sentence = |parts: &mut Vec<Element>, top: &mut f64, text: &str| {
        for line in wrapped(text, WIDTH - 2.0 * MARGIN, 15.0) {
            *top += 20.0;
            parts.push(brush.text(MARGIN, *top, 15.0, "ink", line));
        }
        *top += 14.0;
    };
    sentence(&mut parts, &mut top, &bars_say(atlas, &bars, shown));
    let mut x = MARGIN;
    for stage in Stage::ALL {
        let name = words.label(*stage);
        parts.push(brush.dot((x + 6.0, top), 5.0, &stage_token(code_of(*stage)), false));
        parts.push(brush.text(x + 16.0, top + 5.0, 13.0, "ink", name.to_owned()));
        x += 34.0 + super::width_of(name, 13.0);
        if x > WIDTH - 160.0 {
            x = MARGIN;
            top += 22.0;
        }
    }
    top += 18.0;
    for bar in &bars {
        parts.push(brush.text(MARGIN, top + 19.0, 15.0, "ink", bar.label.to_owned()));
        let mut left = MARGIN + NAMES;
        for (stage, count) in Stage::ALL.iter().zip(&bar.stages) {
            let wide = *count as f64 / most * room;
            parts.push(brush.rect(
                (left, top + 5.0),
                (wide - 1.0, ROW - 10.0),
                &stage_token(code_of(*stage)),
            ));
            left += wide;
        }
        parts.push(brush.text(left + 8.0, top + 19.0, 15.0, "ink", bar.total.to_string()));
        top += ROW;
    }
    top += 26.0;
    parts.push(brush.heading(MARGIN, top, 22.0, words.say(Key::TradeBothWays).to_owned()));
    let gaps = trade_gaps(atlas, CountryId::ALL);
    sentence(&mut parts, &mut top, &gaps_say(&gaps, words));
    for (place, (key, is_hollow)) in
        [(Key::ChineseCustoms, false), (Key::OtherSide, true)].into_iter().enumerate()
    {
        let left = MARGIN + place as f64 * 240.0;
        parts.push(brush.dot((left + 6.0, top), 5.0, if is_hollow { "ink" } else { "accent" }, is_hollow));
        parts.push(brush.text(left + 18.0, top + 5.0, 13.0, "ink", words.say(key).to_owned()));
    }
    top += 18.0;
    let most = gaps.iter().map(|gap| gap.customs.max(gap.other.unwrap_or_default())).fold(1.0, f64::max);
    let room = room - 220.0;
    for gap in &gaps {
        let at = |value: f64| MARGIN + NAMES + value / most * room;
        let y = top + ROW / 2.0;
        parts.push(brush.text(MARGIN, y + 5.0, 15.0, "ink", words.label(gap.country).to_owned()));
        parts.push(brush.line((at(0.0), y), (at(most), y), "hairline"));
        let money = |value: f64| words.money(value, "USD", Bound::Exact);
        let mut said = money(gap.customs);
        match gap.other {
            Some(other) => {
                parts.push(brush.line((at(gap.customs), y), (at(other), y), "control"));
                parts.push(brush.dot((at(other), y), 5.0, "ink", true));
                said = format!("{said} · {}", money(other));
            }
            None => said = format!("{said} · {}", words.say(Key::NotFound)),
        }
        parts.push(brush.dot((at(gap.customs), y), 5.0, "accent", false));
        parts.push(brush.text(MARGIN + NAMES + room + 16.0, y + 5.0, 14.0, "ink", said));
        top += ROW;
    }
    (many(parts), top)
}

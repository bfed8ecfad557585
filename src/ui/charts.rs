//! Small charts, each with a sentence made from its numbers and a table that says the same.

use crate::model::chart::{self, Bar, Gap};
use crate::model::dataset::codes::{Bound, Code};
use crate::model::words::{Key, Words};
use crate::ui::element::{Element, el, many, svg};
use crate::ui::parts::ledger;
use crate::ui::parts::stage_mark::mark;
use crate::ui::store::Store;

/// A figure: title, what it says, the drawing, and its numbers as a table.
fn figure(words: Words, title: &'static str, sentence: String, drawing: Element, table: Element) -> Element {
    let twin =
        el("details").class("chart__table").child(el("summary").child(words.say(Key::AsTable))).child(table);
    el("figure")
        .class("chart")
        .child(el("figcaption").child(el("h3").child(title)).child(el("p").child(sentence)))
        .child(el("div").attr("aria-hidden", "true").child(drawing))
        .child(twin)
}

/// Records by stage, one bar for each row; the longest fills the width.
pub fn stacked(words: Words, title: &'static str, sentence: String, bars: &[Bar]) -> Element {
    let most = chart::most(bars);
    let rows = bars.iter().map(|bar| {
        let mut strip = svg("svg")
            .attr("viewBox", "0 0 1000 10")
            .attr("preserveAspectRatio", "none")
            .class("chart__strip");
        for (stage, from, to) in bar.parts(most) {
            let part = svg("rect").attr("x", from.to_string()).attr("width", (to - from).to_string());
            strip = strip.child(part.attr("height", "10").attr("data-stage", stage.code()));
        }
        el("li")
            .class("chart__row")
            .child(el("span").class("chart__label").child(bar.label))
            .child(strip)
            .child(el("span").class("chart__total").child(bar.total))
    });
    let used = chart::used(bars);
    let key = used
        .iter()
        .map(|(_, stage)| el("li").child(mark(stage.code())).child(" ").child(words.label(*stage)));
    let drawing =
        many([el("ul").class("chart__key").children(key), el("ul").class("chart__rows").children(rows)]);
    let heads = used.iter().map(|(_, stage)| el("th").attr("scope", "col").child(words.label(*stage)));
    let lines = bars.iter().map(|bar| {
        let cells =
            used.iter().map(|(place, _)| el("td").child(bar.stages.get(*place).copied().unwrap_or_default()));
        el("tr")
            .child(el("th").attr("scope", "row").child(bar.label))
            .children(cells)
            .child(el("td").child(bar.total))
    });
    let head = el("tr")
        .child(el("td"))
        .children(heads)
        .child(el("th").attr("scope", "col").child(words.say(Key::All)));
    let table = el("section")
        .class("chart__scroll")
        .attr("tabindex", "0")
        .attr("aria-label", title)
        .child(el("table").child(el("thead").child(head)).child(el("tbody").children(lines)));
    figure(words, title, sentence, drawing, table)
}

/// Trade as counted by both sides: two dots for each country, and the line between them.
pub fn paired(store: Store, sentence: String, gaps: &[Gap]) -> Element {
    let words = store.words();
    let title = words.say(Key::TradeBothWays);
    let most = chart::most_traded(gaps);
    // In percent of the width, which has no scale of its own: dots stay round and of one size.
    let at = move |value: f64| format!("{}%", ((value / most) * 96.0 + 2.0).round() as u32);
    let money = |value: f64| words.money(value, "USD", Bound::Exact);
    let rows = gaps.iter().map(|gap| {
        let dot = |value: f64, side: &'static str| {
            svg("circle").attr("cx", at(value)).attr("cy", "50%").attr("r", "5").attr("data-side", side)
        };
        let line = gap.other.map(|other| {
            let (from, to) = (at(gap.customs), at(other));
            svg("line")
                .attr("x1", from)
                .attr("x2", to)
                .attr("y1", "50%")
                .attr("y2", "50%")
                .attr("class", "chart__gap")
        });
        let strip = svg("svg")
            .class("chart__dots")
            .child(line)
            .child(gap.other.map(|other| dot(other, "other")))
            .child(dot(gap.customs, "customs"));
        let figures = match gap.other {
            Some(other) => format!("{} · {}", money(gap.customs), money(other)),
            None => format!("{} · {}", money(gap.customs), words.say(Key::NotFound)),
        };
        el("li")
            .class("chart__row")
            .child(el("span").class("chart__label").child(words.label(gap.country)))
            .child(strip)
            .child(el("span").class("chart__total").child(figures))
    });
    let key = many([
        el("li")
            .child(el("span").class("chart__dot").attr("data-side", "customs"))
            .child(" ")
            .child(words.say(Key::ChineseCustoms)),
        el("li")
            .child(el("span").class("chart__dot").attr("data-side", "other"))
            .child(" ")
            .child(words.say(Key::OtherSide)),
    ]);
    let drawing = many([
        el("ul").class("chart__key").child(key),
        el("ul").class("chart__rows chart__rows--wide").children(rows),
    ]);
    let lines = gaps.iter().map(|gap| {
        el("tr")
            .child(el("th").attr("scope", "row").child(words.label(gap.country)))
            .child(el("td").class("chart__claims").child(ledger::claims(store, gap.matter)))
    });
    let table = el("table").child(el("tbody").children(lines));
    figure(words, title, sentence, drawing, table)
}

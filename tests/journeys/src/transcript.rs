//! The accessibility tree of a page in lines: what a screen reader is told, to be read by people.

use std::fmt::Write;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::Page;

/// The views whose transcripts are committed, with their addresses.
pub const VIEWS: [(&str, &str); 6] = [
    ("map", ""),
    ("country", "?country=UZ"),
    ("record", "?id=cku-railway"),
    ("timeline", "?view=timeline"),
    ("table", "?view=table"),
    ("map-in-russian", "ru/"),
];
/// The day on which they are read: what is due and overdue depends on it.
pub const TODAY: &str = "{ const Real = Date; Date = class extends Real { constructor(...parts) { \
    parts.length ? super(...parts) : super(2026, 10, 24, 12); } }; }";
/// Of a long list, how many items are written.
const N_ITEMS: usize = 3;

/// Roles that only group.
const SILENT: [&str; 7] =
    ["generic", "none", "StaticText", "InlineTextBox", "ListMarker", "LineBreak", "LayoutTableRow"];

/// The tree as Chromium tells it to screen readers: role, name and states, a line each.
///
/// # Errors
/// When the browser does not answer.
pub async fn transcript(page: &Page) -> Result<String> {
    let tools = page.driver.cdp();
    let answer = tools.send_raw("Accessibility.getFullAXTree", serde_json::json!({})).await?;
    let nodes = answer["nodes"].as_array().context("a tree has nodes")?.clone();
    let root = nodes.first().context("a tree has a root")?;
    let mut out = String::new();
    write_node(&nodes, root, 0, &mut out);
    // Wherever the site stands.
    let origin = page.text("return location.origin").await?;
    Ok(out.replace(&origin, "https://HOST"))
}

fn write_node(nodes: &[Value], node: &Value, depth: usize, out: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let is_told = node["ignored"] != true && !SILENT.contains(&role);
    // A list says its bullets and numbers by itself.
    if is_told {
        let mut line = format!("{}{role}", "  ".repeat(depth));
        if !name.is_empty() {
            let short: String = name.chars().take(100).collect();
            let _ = write!(line, " “{short}{}”", if name.chars().count() > 100 { "…" } else { "" });
        }
        if let Some(description) = node["description"]["value"].as_str().filter(|text| !text.is_empty()) {
            let _ = write!(line, " ({description})");
        }
        for property in node["properties"].as_array().unwrap_or(&Vec::new()) {
            let (key, value) = (property["name"].as_str().unwrap_or_default(), &property["value"]["value"]);
            let is_state = ["pressed", "expanded", "checked", "level", "hasPopup", "disabled"].contains(&key);
            if is_state && *value != false && *value != "false" {
                let _ = write!(line, " {key}={}", value.to_string().trim_matches('"'));
            }
        }
        let _ = writeln!(out, "{line}");
    }
    let below = if is_told { depth + 1 } else { depth };
    let find = |id: &Value| nodes.iter().find(|one| one["nodeId"] == *id);
    let children: Vec<&Value> =
        node["childIds"].as_array().map(|ids| ids.iter().filter_map(find).collect()).unwrap_or_default();
    let role_of = |child: &&Value| child["role"]["value"].as_str().unwrap_or_default().to_owned();
    let first = children.first().map(role_of).unwrap_or_default();
    let n_same = children.iter().filter(|child| role_of(child) == first).count();
    let is_long = ["listitem", "row", "rowgroup"].contains(&first.as_str()) && n_same > 2 * N_ITEMS;
    let n_shown = if is_long { N_ITEMS } else { children.len() };
    children.iter().take(n_shown).for_each(|child| write_node(nodes, child, below, out));
    if is_long {
        let _ = writeln!(out, "{}… {} more", "  ".repeat(below), children.len() - n_shown);
    }
}

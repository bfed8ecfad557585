//! A source: short beside a fact, in full at the end of a card.

use leptos::prelude::*;

use crate::model::dataset::codes::Code;
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{Source, SourceId};
use crate::model::{dataset::check::is_web_address, text};
use crate::ui::parts::date::dated;

/// The publisher, as a link to the page; the article has no address.
pub fn short(atlas: &'static Atlas, id: SourceId) -> AnyView {
    let Some(source) = atlas.source(id) else {
        return view! { <span class="source">"source not found"</span> }.into_any();
    };
    match address(source) {
        Some(url) => view! {
            <a class="source" href=url rel="noopener" target="_blank" title=source.title>{source.publisher}</a>
        }
        .into_any(),
        None => view! { <span class="source">"the source article"</span> }.into_any(),
    }
}

/// Publisher, title, date, language, tier and link.
pub fn full(source: &'static Source) -> AnyView {
    let title = match address(source) {
        Some(url) => view! {
            <a href=url rel="noopener" target="_blank" lang=source.language>{source.title}</a>
        }
        .into_any(),
        None => view! { <span lang=source.language>{source.title}</span> }.into_any(),
    };
    let date = match source.date {
        Some(date) => dated(date),
        None => "date not seen".into_any(),
    };
    view! {
        <li class="source-entry">
            {title}
            <span class="source-entry__about">
                {source.publisher} ", " {date} ". " {text::language(source.language)} ", " {source.tier.label()} "."
                {source.note.map(|note| view! { " " {note} }.into_any())}
            </span>
        </li>
    }
    .into_any()
}

fn address(source: &Source) -> Option<&'static str> {
    source.url.filter(|url| is_web_address(url))
}

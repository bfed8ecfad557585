//! A whole document: the built page as a template, with head and body of one page put in.

use std::fmt;

use serde_json::{Value, json};

use super::still::still;
use super::{oembed, preview};
use crate::model::dataset::Source;
use crate::model::dataset::codes::Code;
use crate::model::dataset::index::{Atlas, Index};
use crate::model::text::escape;
use crate::model::view::page::Page;
use crate::model::view::{self, View};
use crate::model::words::{Key, Locale, PageKey, Words};
use crate::ui::store::Store;

/// What the built page lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The text that should stand in it.
    pub expected: &'static str,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "index.html: expected “{}”, found nothing like it", self.expected)
    }
}

impl std::error::Error for TemplateError {}

/// Title, description and structured data of a page.
struct Head {
    title: String,
    description: String,
    data: Value,
}

/// The document of a page, made from the built `index.html`. `site_url`, which ends with a slash, is
/// where the site will stand; without it whatever the web wants absolute is left out.
///
/// # Errors
/// [`TemplateError`] when the built page is not what it was.
pub fn document(
    template: &str,
    store: Store,
    page: Page,
    site_url: Option<&str>,
) -> Result<String, TemplateError> {
    let up = store.addresses.root.as_str();
    let head = head(store.atlas, page, site_url);
    let body = still(store, page).still_markup();
    let root = if up.is_empty() { "./" } else { up };
    let words = store.words();
    let mut text = replace(
        template,
        "<html lang=\"en\"",
        &format!("<html{} data-root=\"{root}\"", language(words.locale())),
    )?;
    text = between(&text, "<title>", "</title>", &escape(&head.title))?;
    text = between(&text, "<meta name=\"description\" content=\"", "\">", &escape(&head.description))?;
    text = replace(&text, "</head>", &format!("{}</head>", links(store.atlas, &head, page, site_url, root)))?;
    text = between(&text, "role=\"alert\" hidden>", "</div>", &failure(words))?;
    text = between(&text, "<p class=\"late\">", "</p>", &escape(words.page(PageKey::Late)))?;
    text = element(&text, "<div id=\"static\">", &body)?;
    // Addresses of the bundler begin at the folder of its page.
    for before in ["=\"./", ":\"./"] {
        text = text.replace(before, &format!("{}{root}", before.trim_end_matches("./")));
    }
    Ok(text)
}

/// `lang` and, where it is not the usual one, the direction of a page.
fn language(locale: Locale) -> String {
    let direction = if locale.direction() == "rtl" { " dir=\"rtl\"" } else { "" };
    format!(" lang=\"{}\"{direction}", locale.tag())
}

/// The message of a start that failed; `boot.js` puts the reason in.
pub fn failure(words: Words) -> String {
    let text = escape(&words.fill_page(PageKey::Failed, &["\u{0}"]));
    format!("<p>{}</p>", text.replacen('\u{0}', "<span lang=\"en\"></span>", 1))
}

fn replace(text: &str, from: &'static str, to: &str) -> Result<String, TemplateError> {
    if text.contains(from) { Ok(text.replacen(from, to, 1)) } else { Err(TemplateError { expected: from }) }
}

/// Puts a text between two others.
fn between(text: &str, start: &'static str, end: &'static str, inner: &str) -> Result<String, TemplateError> {
    let missing = TemplateError { expected: start };
    let (before, rest) = text.split_once(start).ok_or(missing)?;
    let (_, after) = rest.split_once(end).ok_or(TemplateError { expected: end })?;
    Ok(format!("{before}{start}{inner}{end}{after}"))
}

/// Puts a whole element in the place of one that begins with `start`.
fn element(text: &str, start: &'static str, element: &str) -> Result<String, TemplateError> {
    let (before, rest) = text.split_once(start).ok_or(TemplateError { expected: start })?;
    let mut depth = 1_usize;
    let mut at = 0;
    while depth > 0 {
        let rest = rest.get(at..).unwrap_or_default();
        let end = rest.find("</div>").ok_or(TemplateError { expected: "</div>" })?;
        match rest.find("<div").filter(|begin| *begin < end) {
            Some(begin) => (depth, at) = (depth + 1, at + begin + 4),
            None => (depth, at) = (depth - 1, at + end + 6),
        }
    }
    Ok(format!("{before}{element}{}", rest.get(at..).unwrap_or_default()))
}

/// What else stands in the head: canonical address, what link previews read, structured data.
fn links(atlas: &Atlas, head: &Head, page: Page, site_url: Option<&str>, root: &str) -> String {
    let mut lines = vec![format!(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Editions and corrections\" \
         href=\"{root}data/changes.atom\">"
    )];
    let kind = if page == Page::View(View::Map) { "website" } else { "article" };
    lines.extend(shared(atlas, kind, &head.title, &head.description, &page.path(), page, site_url));
    if let Some(site) = site_url {
        lines.push(format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" title=\"{}\" href=\"{}\">",
            escape(&head.title),
            escape(&format!("{site}{}{}", atlas.words.locale().folder(), oembed::path(page)))
        ));
    }
    // A data block: nothing runs it, so the policy has nothing to refuse.
    let data = head.data.to_string().replace("</", "<\\/");
    lines.push(format!("<script type=\"application/ld+json\">{data}</script>"));
    lines.join("\n    ") + "\n  "
}

/// What link previews and searches read of a page at `path` below the folder of its language; `pictured` is
/// the page whose picture stands for it.
fn shared(
    atlas: &Atlas,
    kind: &str,
    title: &str,
    description: &str,
    path: &str,
    pictured: Page,
    site_url: Option<&str>,
) -> Vec<String> {
    let meta =
        |key: &str, name: &str, value: &str| format!("<meta {key}=\"{name}\" content=\"{}\">", escape(value));
    let locale = atlas.words.locale();
    let card = if site_url.is_some() { "summary_large_image" } else { "summary" };
    let mut lines = vec![
        meta("property", "og:type", kind),
        meta("property", "og:site_name", atlas.words.say(Key::SiteName)),
        meta("property", "og:title", title),
        meta("property", "og:description", description),
        meta("property", "og:locale", territory(locale)),
        meta("name", "twitter:card", card),
    ];
    if let Some(site) = site_url {
        let (width, height) = preview::SIZE_PX;
        let address = |locale: Locale| format!("{site}{}{path}", locale.folder());
        let alternate = |tag: &str, locale: Locale| {
            format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\">", escape(&address(locale)))
        };
        let picture = format!("{site}{}{}", locale.folder(), preview::path(pictured));
        lines.extend([
            meta("property", "og:image", &picture),
            meta("property", "og:image:type", "image/png"),
            meta("property", "og:image:width", &width.to_string()),
            meta("property", "og:image:height", &height.to_string()),
            meta("property", "og:image:alt", &preview::about(atlas, pictured)),
            meta("property", "og:url", &address(locale)),
            format!("<link rel=\"canonical\" href=\"{}\">", escape(&address(locale))),
        ]);
        lines.extend(Locale::offered().iter().map(|one| alternate(one.tag(), *one)));
        lines.push(alternate("x-default", Locale::En));
    }
    lines
}

/// The same for a page made for paper, with its description: of the atlas, under the title of the page.
pub fn of_paper(atlas: &Atlas, title: &str, path: &str, site_url: Option<&str>) -> Vec<String> {
    let first = Page::View(View::Map);
    let description = format!("{title}. {}", head(atlas, first, site_url).description);
    let mut lines = vec![format!("<meta name=\"description\" content=\"{}\">", escape(&description))];
    lines.extend(shared(atlas, "article", title, &description, path, first, site_url));
    lines
}

/// A language with the territory that link previews ask for.
fn territory(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en_GB",
        Locale::Ru => "ru_RU",
        Locale::Zh => "zh_CN",
        Locale::Kk => "kk_KZ",
        Locale::Ky => "ky_KG",
        Locale::Tg => "tg_TJ",
        Locale::Tk => "tk_TM",
        Locale::Uz => "uz_UZ",
        Locale::Fa => "fa_IR",
    }
}

fn head(atlas: &Atlas, page: Page, site_url: Option<&str>) -> Head {
    let (edition, words) = (&atlas.data.edition, atlas.words);
    let name = words.say(Key::SiteName);
    let (number, date) = (edition.number.to_string(), words.date(edition.date));
    let title = title(atlas, page);
    let (description, kind) = match page {
        Page::View(View::Map) => (
            words.count_page(PageKey::AboutSite, atlas.data.agreements.len(), &[&number, &date]),
            json!({ "@type": "Dataset" }),
        ),
        Page::View(view) => (
            words.fill_page(PageKey::AboutView, &[words.page(about(view)), &number, &date]),
            json!({ "@type": "WebPage" }),
        ),
        Page::Country(id) => {
            let n_records = Index::with(&atlas.index.country, id).count();
            (
                words.count_page(PageKey::AboutCountry, n_records, &[words.label(id), &number, &date]),
                json!({ "@type": "WebPage", "about": { "@type": "Country", "name": words.label(id), "identifier": id.code() } }),
            )
        }
        Page::Record(id) => {
            let record = atlas.agreement(id);
            let name = record.map_or("", |one| one.title);
            let names: Vec<&str> = record.map(|one| one.aliases.clone()).unwrap_or_default();
            let sources = record.map(|one| one.sources.clone()).unwrap_or_default();
            let citations: Vec<Value> =
                sources.iter().filter_map(|id| atlas.source(*id)).map(citation).collect();
            (
                record.map_or_else(String::new, |one| one.summary.to_owned()),
                json!({ "@type": "WebPage", "about": { "@type": "Thing", "name": name, "alternateName": names }, "citation": citations }),
            )
        }
        Page::Event(id) => {
            let event = atlas.event(id);
            let name = event.map_or("", |one| one.title);
            let date = event.and_then(|one| one.date.machine());
            let mut about = json!({ "@type": "Event", "name": name });
            if let (Some(date), Some(fields)) = (date, about.as_object_mut()) {
                fields.insert("startDate".to_owned(), date.into());
            }
            if let (Some(place), Some(fields)) =
                (event.and_then(|one| one.place.as_ref()), about.as_object_mut())
            {
                fields.insert("location".to_owned(), json!({ "@type": "Place", "name": place.name }));
            }
            (
                event.map_or_else(String::new, |one| one.text.to_owned()),
                json!({ "@type": "WebPage", "about": about }),
            )
        }
    };
    let mut data = kind;
    if let Some(fields) = data.as_object_mut() {
        fields.insert("@context".to_owned(), "https://schema.org".into());
        fields.insert("name".to_owned(), title.clone().into());
        fields.insert("description".to_owned(), description.clone().into());
        fields.insert("inLanguage".to_owned(), words.locale().tag().into());
        fields.insert("license".to_owned(), "https://creativecommons.org/licenses/by/4.0/".into());
        fields.insert("version".to_owned(), edition.number.to_string().into());
        if let Some(date) = edition.date.machine() {
            fields.insert("dateModified".to_owned(), date.into());
        }
        if let Some(site) = site_url {
            let folder = words.locale().folder();
            fields.insert("url".to_owned(), format!("{site}{folder}{}", page.path()).into());
        }
        if page == Page::View(View::Map) {
            dataset(fields, atlas, site_url);
        } else {
            fields.insert("isPartOf".to_owned(), json!({ "@type": "Dataset", "name": name }));
        }
    }
    Head { title, description, data }
}

/// What searches for datasets ask for beside name and description.
fn dataset(fields: &mut serde_json::Map<String, Value>, atlas: &Atlas, site_url: Option<&str>) {
    let (first, last) = atlas.years();
    fields
        .insert("spatialCoverage".to_owned(), json!({ "@type": "Place", "name": "Central Asia and China" }));
    fields.insert("temporalCoverage".to_owned(), format!("{first}/{last}").into());
    fields.insert("isAccessibleForFree".to_owned(), true.into());
    fields.insert(
        "keywords".to_owned(),
        json!(["China", "Central Asia", "summit", "agreements", "Astana", "Belt and Road"]),
    );
    if let Some(site) = site_url {
        let file = |name: &str, format: &str| json!({ "@type": "DataDownload", "encodingFormat": format, "contentUrl": format!("{site}data/{name}") });
        fields.insert(
            "distribution".to_owned(),
            json!([
                file("atlas.zip", "application/zip"),
                file("atlas.json", "application/json"),
                file("records.csv", "text/csv"),
                file("places.geojson", "application/geo+json"),
            ]),
        );
    }
}

fn citation(source: &Source) -> Value {
    let mut entry = json!({
        "@type": "CreativeWork", "name": source.title, "publisher": { "@type": "Organization", "name": source.publisher },
        "inLanguage": source.language.code(),
    });
    if let Some(fields) = entry.as_object_mut() {
        if let Some(url) = source.url {
            fields.insert("url".to_owned(), url.into());
        }
        if let Some(date) = source.date.and_then(|date| date.machine()) {
            fields.insert("datePublished".to_owned(), date.into());
        }
    }
    entry
}

/// The title of a page.
pub fn title(atlas: &Atlas, page: Page) -> String {
    view::title::title(atlas, &page.view())
}

/// What a view shows, in a sentence.
pub(super) fn about(view: View) -> PageKey {
    match view {
        View::Map => PageKey::AboutMap,
        View::Timeline => PageKey::AboutTimeline,
        View::Table => PageKey::AboutTable,
        View::Grid => PageKey::AboutGrid,
        View::Compare => PageKey::AboutCompare,
        View::Promises => PageKey::AboutPromises,
        View::Briefing => PageKey::AboutBriefing,
        View::Method => PageKey::AboutMethod,
    }
}

//! Pages: views that have an address of their own, and a file of their own on a published site.
//!
//! Everything else is a query at the root. Links are absolute within the site, so that they hold
//! wherever the address bar points.

use super::embed::Embed;
use super::{Set, View, ViewState, query, tour};
use crate::model::dataset::codes::{Code, CountryId};
use crate::model::dataset::index::Atlas;
use crate::model::dataset::{AgreementId, EventId};
use crate::model::words::Locale;

/// A view with a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// Nothing chosen, in one of the views.
    View(View),
    /// A country's card beside the map.
    Country(CountryId),
    /// A record's card beside the map.
    Record(AgreementId),
    /// An event's card beside the map.
    Event(EventId),
}

impl Page {
    /// Every page of a dataset, in the order of its files.
    pub fn all(atlas: &Atlas) -> Vec<Self> {
        let views = View::ALL.iter().copied().map(Self::View);
        let countries = CountryId::ALL.iter().copied().map(Self::Country);
        let records = atlas.data.agreements.iter().map(|record| Self::Record(record.id));
        let events = atlas.data.events.iter().map(|event| Self::Event(event.id));
        views.chain(countries).chain(records).chain(events).collect()
    }

    /// The page that shows just this view, if one does.
    pub fn of(view: &ViewState) -> Option<Self> {
        let page = match (view.record, view.event, view.facets.countries.single()) {
            (Some(id), _, _) => Self::Record(id),
            (None, Some(id), _) => Self::Event(id),
            (None, None, Some(id)) => Self::Country(id),
            (None, None, None) => Self::View(view.view),
        };
        (page.view() == *view).then_some(page)
    }

    /// The view the page shows.
    pub fn view(self) -> ViewState {
        let mut view = ViewState::default();
        match self {
            Self::View(one) => view.view = one,
            Self::Country(id) => view.facets.countries = Set::only(id),
            Self::Record(id) => view.record = Some(id),
            Self::Event(id) => view.event = Some(id),
        }
        view
    }

    /// Its file below the root of the site; empty for the first page, whose file is `index.html`.
    pub fn path(self) -> String {
        match self {
            Self::View(View::Map) => String::new(),
            Self::View(view) => format!("{}.html", view.code()),
            Self::Country(id) => format!("country/{}.html", id.code().to_ascii_lowercase()),
            Self::Record(id) => format!("record/{}.html", id.as_str()),
            Self::Event(id) => format!("event/{}.html", id.as_str()),
        }
    }

    /// A file that belongs to the page, in a folder of its kind: `preview/country/kz.png`.
    pub fn beside(self, folder: &str, extension: &str) -> String {
        let path = self.path();
        let name = path.strip_suffix(".html").filter(|name| !name.is_empty()).unwrap_or("index");
        format!("{folder}/{name}.{extension}")
    }

    /// The page of a path below the root, with or without the ending that some hosts take away.
    pub fn at(path: &str, atlas: &Atlas) -> Option<Self> {
        let path = path.strip_suffix(".html").unwrap_or(path);
        match path.split_once('/') {
            None => View::from_code(path).map(Self::View),
            Some(("country", code)) => CountryId::from_code(&code.to_ascii_uppercase()).map(Self::Country),
            Some(("record", id)) => {
                let record = atlas.data.agreements.iter().find(|one| one.id.as_str() == id)?;
                Some(Self::Record(record.id))
            }
            Some(("event", id)) => {
                let event = atlas.data.events.iter().find(|one| one.id.as_str() == id)?;
                Some(Self::Event(event.id))
            }
            Some(_) => None,
        }
    }
}

/// Where the site stands, and which addresses it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// The root of the site: a path that ends with a slash, or a way up to it, or nothing.
    pub root: String,
    /// Whether pages have files of their own.
    pub has_pages: bool,
    /// Whether everything is in one file, with nothing beside it.
    pub is_alone: bool,
    /// The language of the page, which its links keep.
    pub locale: Locale,
    /// How the atlas stands inside another page, which its address keeps.
    pub embed: Option<Embed>,
}

impl Addresses {
    /// The address of a view.
    pub fn of(&self, view: &ViewState) -> String {
        match Page::of(view).filter(|_| self.has_pages && self.embed.is_none()) {
            Some(page) => self.page(page),
            None => self.by_query(view),
        }
    }

    /// The addresses of the atlas by itself.
    pub fn full(&self) -> Self {
        Self { embed: None, ..self.clone() }
    }

    /// The address of a view in another language.
    pub fn in_language(&self, locale: Locale, view: &ViewState) -> String {
        Self { locale, ..self.clone() }.of(view)
    }

    /// The address of a view as a query at the first page of its language.
    fn by_query(&self, view: &ViewState) -> String {
        let (root, mut query) = (&self.root, query::write(view));
        if let Some(embed) = self.embed {
            // The part says which view it is, unless another one is open in the frame.
            let other = if view.view == embed.view() { "" } else { view.view.code() };
            let rest = ViewState { view: View::default(), ..view.clone() };
            query = embed.write();
            for (name, text) in [("&view=", other), ("&", &query::write(&rest))] {
                if !text.is_empty() {
                    query.push_str(name);
                    query.push_str(text);
                }
            }
        }
        let and = if query.is_empty() { "" } else { "&" };
        match (self.has_pages, self.locale) {
            (true, locale) => format!("{root}{}?{query}", locale.folder()),
            (false, Locale::En) => format!("{root}?{query}"),
            (false, locale) => format!("{root}?lang={}{and}{query}", locale.code()),
        }
    }

    /// The address of a page.
    pub fn page(&self, page: Page) -> String {
        if !self.has_pages {
            return self.by_query(&page.view());
        }
        let address = format!("{}{}{}", self.root, self.locale.folder(), page.path());
        if address.is_empty() { "./".to_owned() } else { address }
    }

    /// The view at a path and query of the address bar, and what of the query was not understood.
    pub fn read(&self, path: &str, search: &str, atlas: &Atlas) -> query::Reading {
        let below = path.strip_prefix(self.root.as_str()).unwrap_or_default();
        let below = below.strip_prefix(self.locale.folder()).unwrap_or(below);
        let page = Page::at(below, atlas).filter(|_| self.has_pages);
        // A query wins: a host that refuses to change the address leaves the path as it was.
        let says_nothing = !search.trim_start_matches('?').split('&').any(query::is_of_view);
        let mut reading = match page {
            Some(page) if says_nothing => query::Reading { view: page.view(), ..query::Reading::default() },
            _ => query::read(search, atlas),
        };
        let query::Reading { view, left } = &mut reading;
        if let (Some(touring), Some(behind)) = (&view.tour, atlas.behind())
            && touring.is_unknown(behind)
        {
            left.ignored.push(format!("tour={}", touring.id));
        }
        match (tour::meant(view, atlas), self.embed) {
            (Some(step), _) => *view = step,
            (None, Some(embed)) => {
                let mut named = search.trim_start_matches('?').split('&');
                let other = named.find_map(|part| View::from_code(part.strip_prefix("view=")?));
                view.view = other.unwrap_or(embed.view());
            }
            (None, None) => {}
        }
        reading
    }
}

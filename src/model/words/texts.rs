//! Which texts of the dataset are translated, in one order for all languages.

use crate::model::dataset::{Behind, Dataset, Text};

/// Where a text stands, as in translators' tables: `record/cku-railway/title`, `briefing/…/1.2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What it belongs to.
    pub kind: &'static str,
    /// Which.
    pub id: Text,
    /// Which text of it; empty when there is one.
    pub field: &'static str,
    /// Counted from 1, where there are several; 0 where not.
    pub at: (usize, usize),
}

impl Spot {
    fn new(kind: &'static str, id: Text, field: &'static str) -> Self {
        Self { kind, id, field, at: (0, 0) }
    }

    fn nth(self, one: usize, other: usize) -> Self {
        Self { at: (one, other), ..self }
    }

    /// The key in translators' tables.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn name(self) -> String {
        let number = match self.at {
            (0, _) => String::new(),
            (one, 0) => one.to_string(),
            (one, other) => format!("{one}.{other}"),
        };
        let parts = [self.kind, self.id, self.field, &number];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join("/")
    }
}

/// Visits every text of the first view that is translated, always in the same order. Currencies are codes, not words.
pub fn walk(data: &mut Dataset, visit: &mut dyn FnMut(Spot, &mut Text)) {
    let place = |visit: &mut dyn FnMut(Spot, &mut Text), name: &mut Text| {
        visit(Spot::new("place", name, ""), name);
    };
    for country in &mut data.countries {
        let id = crate::model::dataset::codes::Code::code(country.id);
        visit(Spot::new("country", id, "name"), &mut country.name);
        visit(Spot::new("country", id, "official_name"), &mut country.official_name);
        visit(Spot::new("country", id, "capital"), &mut country.capital.name);
        visit(Spot::new("country", id, "leader"), &mut country.leader.name);
        visit(Spot::new("country", id, "leader_title"), &mut country.leader.title);
    }
    let units = data.countries.iter_mut().flat_map(|one| &mut one.matters);
    let units = units.chain(data.agreements.iter_mut().flat_map(|one| &mut one.matters));
    let claims = units.flat_map(|matter| &mut matter.claims);
    let claims = claims.chain(data.edition.headlines.iter_mut().flat_map(|one| &mut one.claims));
    for quantity in claims.filter_map(|claim| claim.quantity.as_mut()) {
        if quantity.unit.bytes().all(|letter| letter.is_ascii_uppercase()) {
            continue; // A currency.
        }
        visit(Spot::new("unit", quantity.unit, ""), &mut quantity.unit);
    }
    for record in &mut data.agreements {
        let id = record.id.as_str();
        visit(Spot::new("record", id, "title"), &mut record.title);
        visit(Spot::new("record", id, "summary"), &mut record.summary);
        if let Some(standing) = &mut record.standing {
            visit(Spot::new("record", id, "standing"), standing);
        }
        record.places.iter_mut().for_each(|site| place(visit, &mut site.name));
    }
    for event in &mut data.events {
        let id = event.id.as_str();
        visit(Spot::new("event", id, "title"), &mut event.title);
        visit(Spot::new("event", id, "text"), &mut event.text);
        if let Some(point) = &mut event.place {
            place(visit, &mut point.name);
        }
    }
    data.places.iter_mut().for_each(|one| place(visit, &mut one.name));
    for route in &mut data.routes {
        visit(Spot::new("route", route.id.as_str(), "name"), &mut route.name);
        route.points.iter_mut().for_each(|point| place(visit, &mut point.name));
    }
    let edition = &mut data.edition;
    visit(Spot::new("edition", "summit", "name"), &mut edition.summit.name);
    visit(Spot::new("edition", "summit", "summary"), &mut edition.summit.summary);
    place(visit, &mut edition.summit.city);
    visit(Spot::new("edition", "inclusion", ""), &mut edition.inclusion);
}

/// The same of what is behind: after the others in every order.
pub fn walk_behind(behind: &mut Behind, visit: &mut dyn FnMut(Spot, &mut Text)) {
    for one in &mut behind.definitions {
        // The code is the last part of the key, as it is for labels.
        let code = one.code;
        visit(Spot { field: code, ..Spot::new("definition", one.list, "") }, &mut one.text);
    }
    for part in &mut behind.briefing.summit {
        visit(Spot::new("briefing", part.id, "title"), &mut part.title);
        for (row, paragraph) in part.paragraphs.iter_mut().enumerate() {
            if let Some(title) = &mut paragraph.title {
                visit(Spot::new("briefing", part.id, "paragraph").nth(row + 1, 0), title);
            }
            for (column, sentence) in paragraph.sentences.iter_mut().enumerate() {
                visit(Spot::new("briefing", part.id, "").nth(row + 1, column + 1), &mut sentence.text);
            }
        }
    }
    for section in &mut behind.briefing.article {
        visit(Spot::new("article", section.id, "title"), &mut section.title);
        visit(Spot::new("article", section.id, "intro"), &mut section.intro);
        for (row, item) in section.items.iter_mut().enumerate() {
            visit(Spot::new("article", section.id, "").nth(row + 1, 0), &mut item.text);
        }
    }
    for section in &mut behind.method.sections {
        visit(Spot::new("method", section.id, "title"), &mut section.title);
        for (row, paragraph) in section.paragraphs.iter_mut().enumerate() {
            visit(Spot::new("method", section.id, "").nth(row + 1, 0), paragraph);
        }
    }
    for (row, line) in behind.method.not_verified.iter_mut().enumerate() {
        visit(Spot::new("method", "not_verified", "").nth(row + 1, 0), line);
    }
    for tour in &mut behind.tours {
        visit(Spot::new("tour", tour.id, "title"), &mut tour.title);
        for (row, step) in tour.steps.iter_mut().enumerate() {
            visit(Spot::new("tour", tour.id, "step").nth(row + 1, 0), &mut step.title);
            visit(Spot::new("tour", tour.id, "caption").nth(row + 1, 0), &mut step.caption);
        }
    }
}

/// Visits both.
#[cfg(not(target_arch = "wasm32"))]
pub fn walk_all(data: &Dataset, visit: &mut dyn FnMut(Spot, Text)) {
    let mut data = data.clone();
    walk(&mut data, &mut |spot, text| visit(spot, text));
    let Dataset { claims, briefing, definitions, method, tours, .. } = data;
    let links = Vec::new();
    walk_behind(&mut Behind { claims, briefing, definitions, method, tours, links }, &mut |spot, text| {
        visit(spot, text)
    });
}

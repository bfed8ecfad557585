//! The checker: everything wrong with a dataset, each problem with its file, entry and field.
//!
//! One piece of code for the command line, the tests and the browser. It reads plain JSON, so that
//! one slip does not hide the next; [`super::Dataset::parse`] is only asked when nothing is wrong.

mod entry;
mod ledger;
mod records;
mod wording;

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use super::codes::{
    Code, Confidence, CountryId, EntryKind, EventKind, Instrument, Language, LineKind, LineStatus, MoneyKind,
    Promise, Sector, Stage, Standing, Tier,
};
use super::parse::FILES;
use super::{Dataset, index::CAPACITY};
use crate::model::view::PartyRule;
use entry::Entry;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// File of `public/data/`.
    pub file: String,
    /// Id of the entry, or its place in the file as `#3`, counted from 1.
    pub entry: String,
    /// Field, with places in lists: `steps[2].source`.
    pub field: String,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, entry, field, expected, found } = self;
        write!(f, "{file}: {entry}: {field}: expected {expected}, found {found}")
    }
}

/// Ids of one sort, and how often each was given.
type Ids<'a> = BTreeMap<&'a str, usize>;

/// What entries refer to, and what was found wrong.
pub(crate) struct Checker<'a> {
    problems: Vec<Problem>,
    agreements: Ids<'a>,
    events: Ids<'a>,
    sources: Ids<'a>,
    claims: Ids<'a>,
    retired: Vec<&'a str>,
    /// Claims that something refers to.
    reached: Ids<'a>,
}

/// Everything wrong with the files of a dataset, given as name and text, in a fixed order.
pub fn check(files: &[(&str, &str)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut values: BTreeMap<&str, Value> = BTreeMap::new();
    for (file, _) in FILES {
        match files.iter().find(|(name, _)| *name == file) {
            None => problems.push(problem(file, "(file)", "(file)", "the file", "nothing")),
            Some((_, text)) => match serde_json::from_str(text) {
                Ok(value) => {
                    values.insert(file, value);
                }
                Err(error) => {
                    let place = format!("line {}, column {}", error.line(), error.column());
                    problems.push(problem(file, "(file)", &place, "JSON", &error.to_string()));
                }
            },
        }
    }
    let mut checker = Checker::new(&values);
    checker.edition(values.get("edition.json"));
    checker.each("countries.json", &values, Checker::country);
    checker.each("agreements.json", &values, Checker::agreement);
    checker.each("events.json", &values, Checker::event);
    checker.each("sources.json", &values, Checker::source);
    checker.each("claims.json", &values, Checker::claim);
    checker.briefing(values.get("briefing.json"));
    checker.each("definitions.json", &values, Checker::definition);
    checker.method(values.get("method.json"));
    checker.each("tours.json", &values, Checker::tour);
    checker.each("places.json", &values, Checker::place);
    checker.each("routes.json", &values, Checker::route);
    checker.across(&values);
    problems.append(&mut checker.problems);
    problems.append(&mut wording::check(&values));
    if problems.is_empty() {
        problems.extend(typed(&values));
    }
    problems.sort();
    problems
}

/// Joins the files into the text that is compiled in.
pub fn bundle(values: &BTreeMap<&str, Value>) -> String {
    let keyed = FILES.iter().filter_map(|(file, key)| Some(((*key).to_owned(), values.get(file)?.clone())));
    Value::Object(keyed.collect()).to_string()
}

/// The last resort: what the types refuse although every rule above was kept.
fn typed(values: &BTreeMap<&str, Value>) -> Option<Problem> {
    let text: &'static str = Box::leak(bundle(values).into_boxed_str());
    let error = Dataset::parse(text).err()?;
    Some(problem(
        "(all)",
        "(bundle)",
        "(types)",
        error.expected,
        &format!("something else at byte {}", error.at),
    ))
}

fn problem(file: &str, entry: &str, field: &str, expected: &str, found: &str) -> Problem {
    let owned = str::to_owned;
    Problem {
        file: owned(file),
        entry: owned(entry),
        field: owned(field),
        expected: owned(expected),
        found: owned(found),
    }
}

impl<'a> Checker<'a> {
    fn new(values: &'a BTreeMap<&str, Value>) -> Self {
        let ids = |file: &str| -> Ids<'a> {
            let mut ids = Ids::new();
            for entry in values.get(file).and_then(Value::as_array).into_iter().flatten() {
                if let Some(id) = entry.get("id").and_then(Value::as_str) {
                    *ids.entry(id).or_default() += 1;
                }
            }
            ids
        };
        let retired = values.get("edition.json").and_then(|edition| edition.get("retired"));
        Self {
            problems: Vec::new(),
            agreements: ids("agreements.json"),
            events: ids("events.json"),
            sources: ids("sources.json"),
            claims: ids("claims.json"),
            retired: retired
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(|one| one.get("id")?.as_str())
                .collect(),
            reached: Ids::new(),
        }
    }

    /// Runs a rule over every entry of a file that is a list.
    fn each(
        &mut self,
        file: &'static str,
        values: &'a BTreeMap<&str, Value>,
        rule: fn(&mut Self, &mut Entry<'a>),
    ) {
        let Some(value) = values.get(file) else { return };
        let Some(list) = value.as_array() else {
            self.problems.push(problem(file, "(file)", "(file)", "a list", kind_of(value)));
            return;
        };
        for (place, value) in list.iter().enumerate() {
            let id = value.get("id").or_else(|| value.get("name")).and_then(Value::as_str);
            let name = id.map_or_else(|| format!("#{}", place + 1), str::to_owned);
            let Some(mut entry) = Entry::new(file, name.clone(), value) else {
                self.problems.push(problem(file, &name, "(entry)", "an object", kind_of(value)));
                continue;
            };
            rule(self, &mut entry);
            self.finish(entry);
        }
    }

    fn finish(&mut self, entry: Entry<'a>) {
        self.problems.append(&mut entry.finish());
    }

    /// An id of the entry's own: well formed, given once, never one that was retired.
    fn own_id(&mut self, entry: &mut Entry<'a>, ids: fn(&Self) -> &Ids<'a>) {
        let Some(id) = entry.text("id") else { return };
        let is_plain =
            id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !is_plain {
            entry.report("id", "small letters, digits and hyphens", id);
        }
        if ids(self).get(id).copied().unwrap_or_default() > 1 {
            entry.report("id", "an id no other entry has", id);
        }
        if self.retired.contains(&id) {
            entry.report("id", "an id that was never retired", id);
        }
    }

    fn source_ref(&self, entry: &mut Entry<'a>, field: &str) {
        if let Some(id) = entry.text(field)
            && !self.sources.contains_key(id)
        {
            entry.report(field, "the id of a source", id);
        }
    }

    fn refs(&self, entry: &mut Entry<'a>, field: &str, what: &str, ids: &Ids<'a>) -> Vec<&'a str> {
        let found = entry.texts(field);
        for (place, id) in found.iter().enumerate() {
            if !ids.contains_key(id) {
                entry.report(&format!("{field}[{place}]"), &format!("the id of {what}"), id);
            }
        }
        found
    }

    fn source_refs(&self, entry: &mut Entry<'a>, field: &str) -> Vec<&'a str> {
        self.refs(entry, field, "a source", &self.sources)
    }

    fn claim_refs(&mut self, entry: &mut Entry<'a>, field: &str) {
        for id in self.refs(entry, field, "a claim", &self.claims) {
            *self.reached.entry(id).or_default() += 1;
        }
    }

    /// Walks a list of objects inside an entry.
    fn inner(&mut self, entry: &mut Entry<'a>, field: &str, mut rule: impl FnMut(&mut Self, &mut Entry<'a>)) {
        for mut item in entry.objects(field) {
            rule(self, &mut item);
            entry.take_over(item);
        }
    }

    fn edition(&mut self, value: Option<&'a Value>) {
        let Some(value) = value else { return };
        let Some(mut entry) = Entry::new("edition.json", "(edition)".to_owned(), value) else {
            self.problems.push(problem("edition.json", "(edition)", "(file)", "an object", kind_of(value)));
            return;
        };
        entry.number("number");
        entry.date("date");
        for field in ["licence", "inclusion"] {
            entry.text(field);
        }
        entry.optional_text("contact");
        self.inner(&mut entry, "retired", |checker, retired| {
            for field in ["id", "title", "reason"] {
                retired.text(field);
            }
            retired.code::<EntryKind>("kind");
            retired.number("edition");
            if let Some(id) = retired.optional_text("now")
                && !checker.agreements.contains_key(id)
                && !checker.events.contains_key(id)
            {
                retired.report("now", "the id of a record or an event", id);
            }
        });
        self.object(&mut entry, "summit", |checker, summit| {
            for field in ["name", "city", "summary"] {
                summit.text(field);
            }
            summit.date("date");
            checker.source_refs(summit, "sources");
        });
        self.inner(&mut entry, "headlines", |checker, headline| {
            headline.text("id");
            headline.text("rule");
            checker.claims_of(headline);
            checker.refs(headline, "items", "a record", &checker.agreements);
            if let Some(id) = headline.text("record")
                && !checker.agreements.contains_key(id)
            {
                headline.report("record", "the id of a record", id);
            }
        });
        self.finish(entry);
    }

    fn object(
        &mut self,
        entry: &mut Entry<'a>,
        field: &str,
        mut rule: impl FnMut(&mut Self, &mut Entry<'a>),
    ) {
        if let Some(mut item) = entry.object(field) {
            rule(self, &mut item);
            entry.take_over(item);
        }
    }

    fn country(&mut self, entry: &mut Entry<'a>) {
        entry.code::<CountryId>("id");
        entry.text("name");
        entry.text("official_name");
        entry.texts("aliases");
        self.object(entry, "capital", |_, point| {
            point.text("name");
            point.point();
        });
        self.object(entry, "leader", |_, person| {
            person.text("name");
            person.text("title");
        });
        entry.optional_text("epithet");
        if let Some(id) = entry.optional_text("epithet_claim") {
            *self.reached.entry(id).or_default() += 1;
            if !self.claims.contains_key(id) {
                entry.report("epithet_claim", "the id of a claim", id);
            }
        }
        self.inner(entry, "ties", |checker, tie| {
            tie.text("text");
            tie.date("date");
            tie.optional_code::<Confidence>("confidence");
            checker.source_ref(tie, "source");
        });
        self.matters(entry);
        self.inner(entry, "quotes", |checker, quote| {
            quote.text("text");
            quote.text("by");
            quote.optional_date("date");
            quote.truth("verified");
            checker.source_ref(quote, "source");
            checker.claim_refs(quote, "claims");
        });
        self.inner(entry, "positions", |checker, position| {
            position.text("text");
            checker.claim_refs(position, "claims");
        });
        self.claim_refs(entry, "claims");
    }

    fn event(&mut self, entry: &mut Entry<'a>) {
        self.own_id(entry, |checker| &checker.events);
        entry.date("date");
        entry.code::<EventKind>("kind");
        entry.words("title", 16);
        entry.words("text", 45);
        if entry.has("place") {
            self.object(entry, "place", |_, point| {
                point.text("name");
                point.point();
            });
        }
        entry.optional_text("mode");
        entry.codes::<CountryId>("countries");
        if self.source_refs(entry, "sources").is_empty() {
            entry.report("sources", "at least one source", "none");
        }
        entry.code::<Confidence>("confidence");
        self.claim_refs(entry, "claims");
        self.refs(entry, "agreements", "a record", &self.agreements);
    }

    fn source(&mut self, entry: &mut Entry<'a>) {
        self.own_id(entry, |checker| &checker.sources);
        entry.text("title");
        entry.text("publisher");
        if let Some(url) = entry.optional_text("url")
            && !is_web_address(url)
        {
            entry.report("url", "an address that begins with https:// or http://", url);
        }
        entry.optional_date("date");
        entry.code::<Language>("language");
        entry.code::<Tier>("tier");
        entry.optional_text("note");
    }

    fn claim(&mut self, entry: &mut Entry<'a>) {
        if let Some(id) = entry.text("id") {
            let digits = id.strip_prefix('S').unwrap_or_default();
            if digits.len() != 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                entry.report("id", "S and three digits", id);
            }
            if self.claims.get(id).copied().unwrap_or_default() > 1 {
                entry.report("id", "an id no other entry has", id);
            }
        }
        entry.text("section");
        entry.codes::<CountryId>("countries");
        entry.optional_code::<Sector>("sector");
        entry.text("kind");
        entry.words("text", 45);
        entry.optional_text("figure");
        entry.optional_date("date");
        entry.code::<Standing>("standing");
    }

    fn briefing(&mut self, value: Option<&'a Value>) {
        let Some(value) = value else { return };
        let Some(mut entry) = Entry::new("briefing.json", "(briefing)".to_owned(), value) else {
            self.problems.push(problem("briefing.json", "(briefing)", "(file)", "an object", kind_of(value)));
            return;
        };
        self.inner(&mut entry, "summit", |checker, part| {
            part.text("id");
            part.text("title");
            checker.inner(part, "paragraphs", |checker, paragraph| {
                paragraph.optional_text("title");
                checker.inner(paragraph, "sentences", Checker::sentence);
            });
        });
        self.inner(&mut entry, "article", |checker, section| {
            for field in ["id", "title", "intro"] {
                section.text(field);
            }
            checker.inner(section, "items", |checker, item| {
                item.words("text", 60);
                checker.claim_refs(item, "claims");
                checker.refs(item, "agreements", "a record", &checker.agreements);
            });
        });
        self.finish(entry);
    }

    /// A sentence of the briefing rests on something.
    fn sentence(&mut self, sentence: &mut Entry<'a>) {
        sentence.words("text", 45);
        let mut n_grounds = 0;
        if sentence.has("agreements") {
            n_grounds += self.refs(sentence, "agreements", "a record", &self.agreements).len();
        }
        if sentence.has("events") {
            n_grounds += self.refs(sentence, "events", "an event", &self.events).len();
        }
        if sentence.has("sources") {
            n_grounds += self.source_refs(sentence, "sources").len();
        }
        if sentence.has("claims") {
            n_grounds += self.refs(sentence, "claims", "a claim", &self.claims).len();
        }
        if n_grounds == 0 {
            sentence.report("text", "a record, event, claim or source it rests on", "none");
        }
    }

    fn definition(&mut self, entry: &mut Entry<'a>) {
        let list = entry.text("list");
        let code = entry.text("code");
        entry.words("text", 45);
        entry.optional_text("from");
        if let (Some(list), Some(code)) = (list, code)
            && !defined().iter().any(|(one, codes)| *one == list && codes.contains(&code))
        {
            entry.report("code", "a list of the format and one of its codes", &format!("{list}: {code}"));
        }
    }

    fn method(&mut self, value: Option<&'a Value>) {
        let Some(value) = value else { return };
        let Some(mut entry) = Entry::new("method.json", "(method)".to_owned(), value) else {
            self.problems.push(problem("method.json", "(method)", "(file)", "an object", kind_of(value)));
            return;
        };
        self.inner(&mut entry, "sections", |_, section| {
            section.text("id");
            section.text("title");
            section.texts("paragraphs");
        });
        entry.texts("not_verified");
        self.inner(&mut entry, "corrections", |_, correction| {
            correction.date("date");
            correction.number("edition");
            for field in ["entry", "field", "text"] {
                correction.text(field);
            }
        });
        self.finish(entry);
    }

    fn tour(&mut self, entry: &mut Entry<'a>) {
        entry.text("id");
        entry.text("title");
        self.inner(entry, "steps", |checker, step| {
            step.text("view");
            step.text("title");
            step.words("caption", 45);
            checker.source_refs(step, "sources");
        });
    }

    fn place(&mut self, entry: &mut Entry<'a>) {
        entry.text("name");
        entry.optional_code::<CountryId>("country");
        entry.point();
        entry.number("rank");
        entry.text("source");
        entry.text("precision");
    }

    fn route(&mut self, entry: &mut Entry<'a>) {
        entry.text("id");
        if let Some(id) = entry.optional_text("agreement")
            && !self.agreements.contains_key(id)
        {
            entry.report("agreement", "the id of a record, or null", id);
        }
        entry.code::<LineKind>("kind");
        entry.code::<LineStatus>("status");
        entry.text("name");
        entry.text("facts");
        entry.optional_text("schematic");
        entry.texts("sources");
        let points = entry.objects("points");
        if points.len() < 2 {
            entry.report("points", "at least two points", &points.len().to_string());
        }
        for mut point in points {
            point.text("name");
            point.point();
            point.optional_truth("schematic");
            entry.take_over(point);
        }
    }

    /// What no entry shows by itself.
    fn across(&mut self, values: &BTreeMap<&str, Value>) {
        let list = |file: &str| values.get(file).and_then(Value::as_array);
        if let Some(countries) = list("countries.json") {
            for id in CountryId::ALL {
                let n = countries.iter().filter(|country| country["id"] == id.code()).count();
                if n != 1 {
                    self.problems.push(problem(
                        "countries.json",
                        id.code(),
                        "id",
                        "exactly one entry",
                        &n.to_string(),
                    ));
                }
            }
        }
        if let Some(agreements) = list("agreements.json")
            && agreements.len() > CAPACITY
        {
            let expected = format!("at most {CAPACITY} records");
            self.problems.push(problem(
                "agreements.json",
                "(file)",
                "(file)",
                &expected,
                &agreements.len().to_string(),
            ));
        }
        if let Some(definitions) = list("definitions.json") {
            let stands = |list: &str, code: &str| {
                definitions.iter().filter(|one| one["list"] == list && one["code"] == code).count()
            };
            for (list, codes) in defined() {
                for code in codes.into_iter().filter(|code| stands(list, code) != 1) {
                    let found = stands(list, code).to_string();
                    self.problems.push(problem(
                        "definitions.json",
                        list,
                        code,
                        "exactly one definition",
                        &found,
                    ));
                }
            }
        }
        for id in self.claims.keys().filter(|id| !self.reached.contains_key(*id)) {
            let expected = "a record, country, event or briefing item that refers to it";
            self.problems.push(problem("claims.json", id, "id", expected, "none"));
        }
    }
}

/// The lists whose values readers choose or are told, each with its codes.
fn defined() -> Vec<(&'static str, Vec<&'static str>)> {
    fn codes<T: Code>() -> (&'static str, Vec<&'static str>) {
        (T::LIST, T::ALL.iter().map(|value| value.code()).collect())
    }
    vec![
        codes::<CountryId>(),
        codes::<PartyRule>(),
        codes::<Sector>(),
        codes::<Stage>(),
        codes::<Instrument>(),
        codes::<MoneyKind>(),
        codes::<Tier>(),
        codes::<Language>(),
        codes::<Confidence>(),
        codes::<Standing>(),
        codes::<Promise>(),
    ]
}

/// Whether a text is an address of the web, and of nothing else.
pub fn is_web_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let is_plain = url.bytes().all(|byte| byte > b' ' && byte != b'<' && byte != b'>');
    is_plain && host.is_some_and(|host| host.split('/').next().is_some_and(|host| host.contains('.')))
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

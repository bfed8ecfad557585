//! One JSON object under the checker: typed access that notes what is missing, wrong or unknown.

use serde_json::{Map, Value};

use super::{Problem, kind_of, problem};
use crate::model::dataset::codes::Code;
use crate::model::dataset::date::PartialDate;
use crate::model::geo::projection::plane_from_lon_lat;

/// The drawn plane, in kilometres: west, south, east, north.
const DRAWN_KM: (f64, f64, f64, f64) = (-2760.0, -1330.0, 4000.0, 1700.0);

/// An object with its place in the file.
pub struct Entry<'a> {
    file: &'static str,
    name: String,
    /// Prefix of fields: `steps[2].`, empty at the top.
    path: String,
    fields: &'a Map<String, Value>,
    known: Vec<String>,
    problems: Vec<Problem>,
}

impl<'a> Entry<'a> {
    /// The entry, if the value is an object.
    pub fn new(file: &'static str, name: String, value: &'a Value) -> Option<Self> {
        let fields = value.as_object()?;
        Some(Self { file, name, path: String::new(), fields, known: Vec::new(), problems: Vec::new() })
    }

    /// Notes a problem.
    pub fn report(&mut self, field: &str, expected: &str, found: &str) {
        let field = format!("{}{field}", self.path);
        let found: String = found.chars().take(120).collect();
        let found = if found.is_empty() { "an empty text" } else { &found };
        self.problems.push(problem(self.file, &self.name, &field, expected, found));
    }

    /// All problems, with those of fields that nobody asked for.
    pub fn finish(mut self) -> Vec<Problem> {
        self.unknown_fields();
        self.problems
    }

    /// Takes over the problems of an object inside this one.
    pub fn take_over(&mut self, mut inner: Self) {
        inner.unknown_fields();
        self.problems.append(&mut inner.problems);
    }

    fn unknown_fields(&mut self) {
        let unknown: Vec<&String> = self.fields.keys().filter(|key| !self.known.contains(key)).collect();
        for key in unknown {
            self.report(key, "no such field", "the field");
        }
    }

    fn get(&mut self, field: &str) -> Option<&'a Value> {
        self.known.push(field.to_owned());
        self.fields.get(field).filter(|value| !value.is_null())
    }

    /// Whether the field is there and not null.
    pub fn has(&mut self, field: &str) -> bool {
        self.get(field).is_some()
    }

    fn required(&mut self, field: &str, expected: &str) -> Option<&'a Value> {
        let value = self.get(field);
        if value.is_none() {
            self.report(field, expected, "nothing");
        }
        value
    }

    /// A text that is there, not empty, and can be read without copying.
    pub fn text(&mut self, field: &str) -> Option<&'a str> {
        let value = self.required(field, "a text")?;
        self.as_text(field, value)
    }

    /// A text or null.
    pub fn optional_text(&mut self, field: &str) -> Option<&'a str> {
        let value = self.get(field)?;
        self.as_text(field, value)
    }

    fn as_text(&mut self, field: &str, value: &'a Value) -> Option<&'a str> {
        let Some(text) = value.as_str() else {
            self.report(field, "a text", kind_of(value));
            return None;
        };
        if text.trim().is_empty() {
            self.report(field, "a text that is not empty", text);
            return None;
        }
        if text.trim() != text {
            self.report(field, "a text without spaces at its ends", text);
        }
        if text.chars().any(|letter| letter == '"' || letter == '\\' || letter.is_control()) {
            self.report(field, "a text without straight quotes, backslashes and line breaks", text);
        }
        Some(text)
    }

    /// A text of at most `most` words.
    pub fn words(&mut self, field: &str, most: usize) -> Option<&'a str> {
        let text = self.text(field)?;
        let n_words = text.split_whitespace().count();
        if n_words > most {
            self.report(field, &format!("at most {most} words"), &format!("{n_words} words"));
        }
        Some(text)
    }

    /// A list of texts.
    pub fn texts(&mut self, field: &str) -> Vec<&'a str> {
        let Some(list) = self.list(field) else { return Vec::new() };
        let texts = list.iter().enumerate();
        texts.filter_map(|(place, value)| self.as_text(&format!("{field}[{place}]"), value)).collect()
    }

    fn list(&mut self, field: &str) -> Option<&'a Vec<Value>> {
        let value = self.required(field, "a list")?;
        let list = value.as_array();
        if list.is_none() {
            self.report(field, "a list", kind_of(value));
        }
        list
    }

    /// The objects of a list.
    pub fn objects(&mut self, field: &str) -> Vec<Entry<'a>> {
        let Some(list) = self.list(field) else { return Vec::new() };
        let mut objects = Vec::new();
        for (place, value) in list.iter().enumerate() {
            let field = format!("{field}[{place}]");
            match self.inside(&field, value) {
                Some(entry) => objects.push(entry),
                None => self.report(&field, "an object", kind_of(value)),
            }
        }
        objects
    }

    /// An object.
    pub fn object(&mut self, field: &str) -> Option<Entry<'a>> {
        let value = self.required(field, "an object")?;
        let inside = self.inside(field, value);
        if inside.is_none() {
            self.report(field, "an object", kind_of(value));
        }
        inside
    }

    fn inside(&self, field: &str, value: &'a Value) -> Option<Entry<'a>> {
        let mut inside = Self::new(self.file, self.name.clone(), value)?;
        inside.path = format!("{}{field}.", self.path);
        Some(inside)
    }

    /// A code of a closed list.
    pub fn code<T: Code>(&mut self, field: &str) -> Option<T> {
        let text = self.text(field)?;
        self.as_code(field, text)
    }

    /// A code or null.
    pub fn optional_code<T: Code>(&mut self, field: &str) -> Option<T> {
        let text = self.optional_text(field)?;
        self.as_code(field, text)
    }

    /// A list of codes without repeats.
    pub fn codes<T: Code>(&mut self, field: &str) -> Vec<T> {
        let texts = self.texts(field);
        let mut codes: Vec<T> = Vec::new();
        for (place, text) in texts.into_iter().enumerate() {
            let field = format!("{field}[{place}]");
            match self.as_code::<T>(&field, text) {
                Some(code) if codes.contains(&code) => self.report(&field, "each code once", text),
                Some(code) => codes.push(code),
                None => {}
            }
        }
        codes
    }

    fn as_code<T: Code>(&mut self, field: &str, text: &str) -> Option<T> {
        let code = T::from_code(text);
        if code.is_none() {
            let all: Vec<&str> = T::ALL.iter().map(|member| member.code()).collect();
            self.report(field, &format!("a {} ({})", T::LIST, all.join(", ")), text);
        }
        code
    }

    /// A date.
    pub fn date(&mut self, field: &str) -> Option<PartialDate> {
        let text = self.text(field)?;
        self.as_date(field, text)
    }

    /// A date or null.
    pub fn optional_date(&mut self, field: &str) -> Option<PartialDate> {
        let text = self.optional_text(field)?;
        self.as_date(field, text)
    }

    fn as_date(&mut self, field: &str, text: &str) -> Option<PartialDate> {
        let date = PartialDate::parse(text);
        if let Err(error) = date {
            self.report(field, &error.to_string(), text);
        }
        date.ok()
    }

    /// A finite number of at least zero.
    pub fn number(&mut self, field: &str) -> Option<f64> {
        let value = self.required(field, "a number")?;
        let number = value.as_f64().filter(|number| number.is_finite() && *number >= 0.0);
        if number.is_none() {
            self.report(field, "a number of at least 0", &value.to_string());
        }
        number
    }

    /// A whole number or null.
    pub fn optional_whole(&mut self, field: &str) -> Option<u64> {
        let value = self.get(field)?;
        if value.as_u64().is_none() {
            self.report(field, "a whole number or null", &value.to_string());
        }
        value.as_u64()
    }

    /// True or false.
    pub fn truth(&mut self, field: &str) -> Option<bool> {
        let value = self.required(field, "true or false")?;
        if value.as_bool().is_none() {
            self.report(field, "true or false", &value.to_string());
        }
        value.as_bool()
    }

    /// True, false or nothing, which means false.
    pub fn optional_truth(&mut self, field: &str) -> bool {
        if self.get(field).is_some() { self.truth(field).unwrap_or_default() } else { false }
    }

    /// `lat` and `lon`, on the map.
    pub fn point(&mut self) {
        let mut degrees = |field: &str, most: f64| {
            let value = self.required(field, "degrees")?;
            let number = value.as_f64().filter(|number| number.abs() <= most);
            if number.is_none() {
                self.report(field, &format!("degrees between −{most} and {most}"), &value.to_string());
            }
            number
        };
        let (lat, lon) = (degrees("lat", 90.0), degrees("lon", 180.0));
        if let (Some(lat), Some(lon)) = (lat, lon) {
            let point = plane_from_lon_lat(lon, lat);
            let (west, south, east, north) = DRAWN_KM;
            if !(west..=east).contains(&point.x_km) || !(south..=north).contains(&point.y_km) {
                self.report("lat", "a point on the map", &format!("{lat} N {lon} E"));
            }
        }
    }
}

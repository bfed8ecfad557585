//! A view as text: for tests of components and for the static page.

use std::fmt::Write;
use std::future::Future;

use leptos::tachys::html::attribute::Attribute as AnyNewAttribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState, Render, RenderHtml};

use super::{Attribute, Element, Kind, Tag, Toggled};
use crate::model::text::escape;

/// Elements that have no end tag.
const VOID: [&str; 5] = ["input", "br", "img", "hr", "source"];

/// What is written of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// All of it.
    Whole,
    /// What a page without code can show.
    Still,
}

impl Element {
    /// The view as markup. Styles that code sets in the browser are left out: a strict policy
    /// forbids them in markup.
    pub fn markup(&self) -> String {
        let mut out = String::new();
        self.write(Mode::Whole, &mut out);
        out
    }

    /// The view as a page that stands: what needs code to do anything is text, what is hidden is
    /// left out.
    pub fn still_markup(&self) -> String {
        let mut out = String::new();
        self.write(Mode::Still, &mut out);
        out
    }

    fn write(&self, mode: Mode, out: &mut String) {
        match &self.0 {
            Kind::Text(text) => out.push_str(&escape(text)),
            Kind::LiveText(text) => out.push_str(&escape(&text())),
            Kind::Tag(tag) => tag.write(mode, false, false, out),
            Kind::Together(part) => part.write(mode, out),
            Kind::Many(parts) => parts.iter().for_each(|part| part.write(mode, out)),
            Kind::Live(part) => part().write(mode, out),
            Kind::LiveNumber(number) => {
                let _ = write!(out, "{}", number()); // Writing to a string does not fail.
            }
            Kind::Keyed(numbers, make) => numbers().into_iter().for_each(|one| make(one).write(mode, out)),
            Kind::Toggled(Toggled { items, shown, current }) => {
                let (shown, current) = (shown(), current.as_ref().map(|current| current()));
                for (number, item) in items {
                    let is_current = current.is_some_and(|current| current.contains(*number));
                    item.write_switched(mode, !shown.contains(*number), is_current, out);
                }
            }
        }
    }
}

impl Element {
    fn write_switched(&self, mode: Mode, is_hidden: bool, is_current: bool, out: &mut String) {
        match &self.0 {
            Kind::Tag(tag) => tag.write(mode, is_hidden, is_current, out),
            _ => self.write(mode, out),
        }
    }
}

impl Tag {
    fn write(&self, mode: Mode, is_hidden: bool, is_current: bool, out: &mut String) {
        if mode == Mode::Still && (is_hidden || self.is_left_out()) {
            return;
        }
        let Self { name, attributes, children, .. } = self;
        // A button that nothing listens to is a text; its states and its own name go with it.
        let is_text = mode == Mode::Still && *name == "button";
        let name = if is_text { "span" } else { *name };
        let is_kept = |attribute: &str| !(is_text && (attribute == "type" || attribute.starts_with("aria-")));
        out.push('<');
        out.push_str(name);
        if is_hidden {
            write_attribute("hidden", "", out);
        }
        if is_current {
            write_attribute("aria-current", "true", out);
        }
        for attribute in attributes {
            match attribute {
                Attribute::Fixed(name, value) if is_kept(name) => write_attribute(name, value, out),
                Attribute::Live(name, value) if is_kept(name) => {
                    if let Some(value) = value() {
                        write_attribute(name, &value, out);
                    }
                }
                Attribute::Flag(name, is_set) if is_set() => write_attribute(name, "", out),
                Attribute::Value(value) => write_attribute("value", &value(), out),
                _ => {}
            }
        }
        out.push('>');
        if VOID.contains(&name) {
            return;
        }
        children.iter().for_each(|child| child.write(mode, out));
        let _ = write!(out, "</{name}>"); // Writing to a string does not fail.
    }

    /// What a page that stands does without: fields, what closes a card, bars whose lengths code
    /// sets, and whatever is hidden.
    fn is_left_out(&self) -> bool {
        const FIELDS: [&str; 4] = ["select", "input", "label", "form"];
        const CLASSES: [&str; 4] = ["card__close", "tally__bar", "table__downloads", "footer__offline"];
        let is_one = |attribute: &Attribute| match attribute {
            Attribute::Fixed("class", class) => CLASSES.contains(&class.as_ref()),
            Attribute::Live("hidden", value) => value().is_some(),
            _ => false,
        };
        FIELDS.contains(&self.name) || self.attributes.iter().any(is_one)
    }
}

fn write_attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    out.push_str(&escape(value));
    out.push('"');
}

impl AddAnyAttr for Element {
    type Output<New: AnyNewAttribute> = Self;

    fn add_any_attr<New: AnyNewAttribute>(self, _: New) -> Self {
        self
    }
}

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    fn resolve(self) -> impl Future<Output = Self> + Send {
        std::future::ready(self)
    }

    fn to_html_with_buf(self, buf: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        self.write(Mode::Whole, buf);
    }

    /// Nothing is ever hydrated: the app mounts beside the static page.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

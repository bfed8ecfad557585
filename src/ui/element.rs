//! The one view type of the app: a tree of elements, texts and live parts over Leptos signals.
//!
//! A Leptos view like any other (it can be mounted and rendered to text), but of a single type.
//! The views that the `view!` macro makes are types of their own, and the code to build each of
//! them was two thirds of what a reader had to load; `docs/dependencies.md` has the numbers.
//!
//! Everything is set through the DOM: no markup is ever parsed from strings.

mod dom;
pub mod html;

use std::borrow::Cow;
use std::cell::Cell;

use wasm_bindgen::JsCast;

use crate::model::dataset::index::Bits;
use crate::model::dataset::parse::BUNDLED;
use crate::model::words::Locale;

/// A view. Made with [`el`] and [`svg`], or from a text, a list, or nothing.
pub struct Element(Kind);

/// A text that stands, or one that follows signals.
pub type Words = Cow<'static, str>;

type Live<T> = Box<dyn Fn() -> T + Send>;
/// What an event calls.
type Listener = Box<dyn FnMut(web_sys::Event) + Send>;

enum Kind {
    /// A text that stands.
    Text(Words),
    /// A text that follows signals.
    LiveText(Live<String>),
    /// An element.
    Tag(Box<Tag>),
    /// Several after each other.
    Many(Vec<Element>),
    /// A part that is made anew whenever its signals change.
    Live(Live<Element>),
    /// A part whose leaves follow their signals in one effect.
    Together(Box<Element>),
    /// A number that follows signals.
    LiveNumber(Live<usize>),
    /// Elements of which some are hidden and some are current.
    Toggled(Toggled),
    /// Standing parts by number: those that stay are kept, new ones are made.
    Keyed(Live<Vec<usize>>, Box<dyn Fn(usize) -> Element + Send>),
}

/// Elements with their numbers, which numbers show, and which are marked as current.
struct Toggled {
    items: Vec<(usize, Element)>,
    shown: Live<Bits>,
    current: Option<Live<Bits>>,
}

struct Tag {
    name: &'static str,
    is_svg: bool,
    attributes: Vec<Attribute>,
    children: Vec<Element>,
}

enum Attribute {
    /// Stands.
    Fixed(&'static str, Words),
    /// Follows signals; absent while `None`.
    Live(&'static str, Live<Option<Words>>),
    /// A property of the element that follows signals: `checked`, `selected`, `disabled`.
    Flag(&'static str, Live<bool>),
    /// The value of a field.
    Value(Live<String>),
    /// A property of the style, or of the stylesheet's own (`--at`).
    Style(&'static str, Words),
    /// The same, following signals.
    LiveStyle(&'static str, Live<String>),
    /// Listens.
    On(&'static str, Listener),
    /// Listens on the way down.
    OnCapture(&'static str, Listener),
}

/// An element of HTML.
pub fn el(name: &'static str) -> Element {
    Element(Kind::Tag(Box::new(Tag { name, is_svg: false, attributes: Vec::new(), children: Vec::new() })))
}

/// An element of SVG.
pub fn svg(name: &'static str) -> Element {
    Element(Kind::Tag(Box::new(Tag { name, is_svg: true, attributes: Vec::new(), children: Vec::new() })))
}

/// A text that follows signals.
pub fn live_text(text: impl Fn() -> String + Send + 'static) -> Element {
    Element(Kind::LiveText(Box::new(text)))
}

/// A number that follows signals.
pub fn live_number(number: impl Fn() -> usize + Send + 'static) -> Element {
    Element(Kind::LiveNumber(Box::new(number)))
}

/// A part that is made anew whenever the signals it reads change.
pub fn live<T: Into<Element>>(part: impl Fn() -> T + Send + 'static) -> Element {
    Element(Kind::Live(Box::new(move || part().into())))
}

/// A part whose texts and attributes follow their signals in one effect, each changing only when
/// its value does. An effect of its own for each would cost more than asking them all. What
/// [`live`] makes is such a part by itself.
pub fn together(part: Element) -> Element {
    Element(Kind::Together(Box::new(part)))
}

/// Elements, each with a number, that hide and show together: one effect for all of them, which
/// touches those that change. Lists of hundreds follow filters this way.
pub fn toggled(items: Vec<(usize, Element)>, shown: impl Fn() -> Bits + Send + 'static) -> Element {
    Element(Kind::Toggled(Toggled { items, shown: Box::new(shown), current: None }))
}

/// The same, and those that are `current` are marked so.
pub fn listed(
    items: Vec<(usize, Element)>,
    shown: impl Fn() -> Bits + Send + 'static,
    current: impl Fn() -> Bits + Send + 'static,
) -> Element {
    Element(Kind::Toggled(Toggled { items, shown: Box::new(shown), current: Some(Box::new(current)) }))
}

/// Standing elements by number, in an order that follows signals. What stays is not made again.
pub fn keyed(
    numbers: impl Fn() -> Vec<usize> + Send + 'static,
    make: impl Fn(usize) -> Element + Send + 'static,
) -> Element {
    Element(Kind::Keyed(Box::new(numbers), Box::new(make)))
}

/// Several views after each other.
pub fn many(parts: impl IntoIterator<Item = Element>) -> Element {
    Element(Kind::Many(parts.into_iter().collect()))
}

impl Element {
    fn with(mut self, attribute: Attribute) -> Self {
        if let Kind::Tag(tag) = &mut self.0 {
            tag.attributes.push(attribute);
        }
        self
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.with(Attribute::Fixed(name, value.into()))
    }

    /// Sets the class.
    pub fn class(self, name: &'static str) -> Self {
        self.attr("class", name)
    }

    /// An attribute that follows signals.
    pub fn live_attr(self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with(Attribute::Live(name, Box::new(move || Some(value().into()))))
    }

    /// An attribute that follows signals and is absent while `None`.
    pub fn live_option(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.with(Attribute::Live(name, Box::new(move || value().map(Into::into))))
    }

    /// An attribute that says true or false: `aria-pressed`, `aria-expanded`, `data-…`.
    pub fn live_bool(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        let words = move || Some(Words::Borrowed(if value() { "true" } else { "false" }));
        self.with(Attribute::Live(name, Box::new(words)))
    }

    /// Is hidden while true.
    pub fn hidden(self, is_hidden: impl Fn() -> bool + Send + 'static) -> Self {
        self.with(Attribute::Live("hidden", Box::new(move || is_hidden().then_some(Words::Borrowed("")))))
    }

    /// A property of the element: `checked`, `selected`, `disabled`.
    pub fn flag(self, name: &'static str, is_set: impl Fn() -> bool + Send + 'static) -> Self {
        self.with(Attribute::Flag(name, Box::new(is_set)))
    }

    /// The value of a field.
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with(Attribute::Value(Box::new(value)))
    }

    /// A property of the style, set by code, which a strict policy allows.
    pub fn style(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.with(Attribute::Style(name, value.into()))
    }

    /// A property of the style that follows signals.
    pub fn live_style(self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> Self {
        self.with(Attribute::LiveStyle(name, Box::new(value)))
    }

    /// Calls back on an event. The type of the event is the caller's to know.
    pub fn on<T: JsCast>(self, event: &'static str, mut call: impl FnMut(T) + Send + 'static) -> Self {
        self.with(Attribute::On(event, Box::new(move |event| call(event.unchecked_into()))))
    }

    /// Calls back on an event before the elements inside hear of it.
    pub fn on_capture<T: JsCast>(
        self,
        event: &'static str,
        mut call: impl FnMut(T) + Send + 'static,
    ) -> Self {
        self.with(Attribute::OnCapture(event, Box::new(move |event| call(event.unchecked_into()))))
    }

    /// Calls back on a click, Enter or Space.
    pub fn on_click(self, mut call: impl FnMut() + Send + 'static) -> Self {
        self.with(Attribute::On("click", Box::new(move |_| call())))
    }

    /// Adds something inside: an element, a text, a list, an option.
    pub fn child(mut self, child: impl Into<Element>) -> Self {
        if let Kind::Tag(tag) = &mut self.0 {
            tag.children.push(child.into());
        }
        self
    }

    /// Adds several things inside.
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        if let Kind::Tag(tag) = &mut self.0 {
            tag.children.extend(children);
        }
        self
    }

    /// Adds a text inside that follows signals.
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.child(live_text(text))
    }

    /// Adds a number inside that follows signals.
    pub fn live_number(self, number: impl Fn() -> usize + Send + 'static) -> Self {
        self.child(live_number(number))
    }

    /// Adds a part inside that is made anew whenever the signals it reads change.
    pub fn live<T: Into<Element>>(self, part: impl Fn() -> T + Send + 'static) -> Self {
        self.child(live(part))
    }
}

/// A text of the dataset that still stands as it was bundled is English; on a page in another language
/// it says so.
impl From<&'static str> for Element {
    fn from(text: &'static str) -> Self {
        let words = Self(Kind::Text(text.into()));
        let is_english = IS_TRANSLATED.get() && is_bundled(text);
        if is_english { el("span").attr("lang", "en").child(words) } else { words }
    }
}

thread_local! {
    static IS_TRANSLATED: Cell<bool> = const { Cell::new(false) };
    /// What came later, in English.
    static CAME: Cell<&'static str> = const { Cell::new("") };
}

/// Says that the texts of what came later are in English, too.
pub fn hear(text: &'static str) {
    CAME.set(text);
}

/// Says which language the views made from now on are in.
pub fn speak(locale: Locale) {
    IS_TRANSLATED.set(locale != Locale::En);
}

/// Whether a text stands in the bundle, and not in the texts of a language or in the program.
fn is_bundled(text: &str) -> bool {
    let is_in = |whole: &str| whole.as_bytes().as_ptr_range().contains(&text.as_ptr());
    is_in(BUNDLED) || is_in(CAME.get())
}

impl From<String> for Element {
    fn from(text: String) -> Self {
        Self(Kind::Text(text.into()))
    }
}

impl From<usize> for Element {
    fn from(number: usize) -> Self {
        number.to_string().into()
    }
}

impl From<()> for Element {
    fn from((): ()) -> Self {
        many([])
    }
}

impl<T: Into<Element>> From<Option<T>> for Element {
    fn from(part: Option<T>) -> Self {
        part.map_or_else(|| many([]), Into::into)
    }
}

impl From<Vec<Element>> for Element {
    fn from(parts: Vec<Element>) -> Self {
        Self(Kind::Many(parts))
    }
}

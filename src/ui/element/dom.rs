//! Building a view in the page, and keeping it up to date.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::prelude::*;

use super::{Attribute, Element, Kind, Tag, Toggled, Words};
use crate::model::dataset::index::Bits;

const SVG: &str = "http://www.w3.org/2000/svg";

/// The nodes of a view in the page.
pub struct Mounted {
    nodes: Vec<web_sys::Node>,
}

/// What keeps one leaf up to date: a text, an attribute, a property.
type Leaf = Box<dyn FnMut()>;

/// An element to copy: whether of SVG, its name and class.
type Stencil = (bool, &'static str, Option<&'static str>, web_sys::Element);

thread_local! {
    static STENCILS: RefCell<Vec<Stencil>> = const { RefCell::new(Vec::new()) };
    /// The leaves of the part that is being built, to be followed by one effect.
    static LEAVES: RefCell<Option<Vec<Leaf>>> = const { RefCell::new(None) };
}

impl Render for Element {
    type State = Mounted;

    fn build(self) -> Mounted {
        let mut nodes = Vec::new();
        if let Some(document) = document() {
            let fragment = document.create_document_fragment();
            self.append_to(&document, &fragment);
            let mut child = fragment.first_child();
            while let Some(node) = child {
                child = node.next_sibling();
                nodes.push(node);
            }
        }
        Mounted { nodes }
    }

    fn rebuild(self, state: &mut Mounted) {
        let mut fresh = self.build();
        state.insert_before_this(&mut fresh);
        state.unmount();
        *state = fresh;
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        for node in &self.nodes {
            remove(node);
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        for node in &self.nodes {
            let _ = parent.insert_before(node, marker); // Nodes of our own: nothing to refuse.
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.nodes.first();
        let parent = first.and_then(web_sys::Node::parent_element);
        if let (Some(first), Some(parent)) = (first, parent) {
            child.mount(&parent, Some(first));
            return true;
        }
        false
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.nodes.iter().filter_map(|node| node.clone().dyn_into().ok()).collect()
    }
}

impl Element {
    /// Makes the nodes and puts them at the end of `parent`.
    fn append_to(self, document: &web_sys::Document, parent: &web_sys::Node) {
        match self.0 {
            Kind::Text(text) => append(parent, &document.create_text_node(&text)),
            Kind::LiveText(text) => {
                let node = document.create_text_node("");
                append(parent, &node);
                follow_value(text, move |text| node.set_data(text));
            }
            Kind::Together(part) => together(|| part.append_to(document, parent)),
            Kind::Tag(tag) => append_tag(*tag, document, parent),
            Kind::Many(parts) => {
                for part in parts {
                    part.append_to(document, parent);
                }
            }
            Kind::LiveNumber(number) => {
                let node = document.create_text_node("");
                append(parent, &node);
                follow_value(number, move |number| node.set_data(&number.to_string()));
            }
            Kind::Toggled(Toggled { items, shown, current }) => {
                let mut nodes: Vec<(usize, web_sys::Element)> = Vec::with_capacity(items.len());
                for (number, item) in items {
                    item.append_to(document, parent);
                    let last = parent.last_child().and_then(|node| node.dyn_into::<web_sys::Element>().ok());
                    nodes.extend(last.map(|node| (number, node)));
                }
                if let Some(current) = current {
                    switch(nodes.clone(), "aria-current", "true", true, current);
                }
                switch(nodes, "hidden", "", false, shown);
            }
            Kind::Keyed(numbers, make) => {
                let end = mark(document, parent);
                let document = document.clone();
                // Each with the mark before it: it reaches as far as the next one.
                let mut kept: Vec<(usize, web_sys::Node)> = Vec::new();
                follow_value(numbers, move |numbers| {
                    let Some(parent) = end.parent_node() else { return };
                    let lifted = kept.drain(..).rev().map(|(one, start)| (one, lift(&document, start, &end)));
                    let mut before: Vec<_> = lifted.collect();
                    for number in numbers {
                        let part = match before.iter().position(|(one, _)| one == number) {
                            Some(place) => before.swap_remove(place).1,
                            None => {
                                let fresh = document.create_document_fragment();
                                mark(&document, &fresh);
                                make(*number).append_to(&document, &fresh);
                                fresh
                            }
                        };
                        kept.extend(part.first_child().map(|start| (*number, start)));
                        let _ = parent.insert_before(&part, Some(&end));
                    }
                });
            }
            Kind::Live(part) => {
                let (start, end) = (mark(document, parent), mark(document, parent));
                let document = document.clone();
                follow_alone(move || {
                    let fresh = part();
                    if let Some(first) = start.next_sibling() {
                        lift(&document, first, &end);
                    }
                    let fragment = document.create_document_fragment();
                    together(|| fresh.append_to(&document, &fragment));
                    if let Some(parent) = end.parent_node() {
                        let _ = parent.insert_before(&fragment, Some(&end));
                    }
                });
            }
        }
    }
}

/// Puts an empty text at the end of `parent`, which stays where it is while parts beside it come and go.
fn mark(document: &web_sys::Document, parent: &web_sys::Node) -> web_sys::Node {
    let mark = document.create_text_node("").into();
    append(parent, &mark);
    mark
}

/// Takes out everything from one node to before another: also what parts in between have put there since they
/// were made, which no list of nodes would know.
fn lift(
    document: &web_sys::Document,
    first: web_sys::Node,
    end: &web_sys::Node,
) -> web_sys::DocumentFragment {
    let lifted = document.create_document_fragment();
    let mut next = Some(first);
    while let Some(node) = next.filter(|node| node != end) {
        next = node.next_sibling();
        append(&lifted, &node);
    }
    lifted
}

fn append_tag(tag: Tag, document: &web_sys::Document, parent: &web_sys::Node) {
    let Some(element) = bare_element(&tag, document) else { return };
    // Options before the value of their list.
    for child in tag.children {
        child.append_to(document, &element);
    }
    for attribute in tag.attributes {
        match attribute {
            Attribute::Fixed("class", Words::Borrowed(_)) => {} // The copy has it.
            attribute => set(&element, attribute),
        }
    }
    append(parent, &element);
}

/// The element with its class and nothing else, copied from the first of its kind: a copy carries
/// no text over to the browser, and texts are what making elements costs most.
fn bare_element(tag: &Tag, document: &web_sys::Document) -> Option<web_sys::Element> {
    let class = tag.attributes.iter().find_map(|attribute| match attribute {
        Attribute::Fixed("class", Words::Borrowed(class)) => Some(*class),
        _ => None,
    });
    // The texts stand in the program: where they stand tells them apart.
    let is_same = |(is_svg, name, its_class, _): &Stencil| {
        let has_class = match (*its_class, class) {
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            (one, other) => one == other,
        };
        *is_svg == tag.is_svg && std::ptr::eq(*name, tag.name) && has_class
    };
    let known =
        STENCILS.with_borrow(|all| all.iter().find(|one| is_same(one)).map(|(.., node)| node.clone()));
    let stencil = match known {
        Some(node) => node,
        None => {
            let made = if tag.is_svg {
                document.create_element_ns(Some(SVG), tag.name)
            } else {
                document.create_element(tag.name)
            };
            let made = made.ok()?;
            if let Some(class) = class {
                set_attribute(&made, "class", class);
            }
            STENCILS.with_borrow_mut(|all| all.push((tag.is_svg, tag.name, class, made.clone())));
            made
        }
    };
    stencil.clone_node().ok().map(JsCast::unchecked_into)
}

fn set(element: &web_sys::Element, attribute: Attribute) {
    match attribute {
        Attribute::Fixed(name, value) => set_attribute(element, name, &value),
        Attribute::Live(name, value) => {
            let element = element.clone();
            follow_value(value, move |value| match value {
                Some(value) => set_attribute(&element, name, value),
                None => {
                    let _ = element.remove_attribute(name);
                }
            });
        }
        Attribute::Flag(name, is_set) => {
            let element = element.clone();
            follow_value(is_set, move |is_set| {
                set_property(&element, name, &JsValue::from_bool(*is_set));
            });
        }
        Attribute::Value(value) => {
            let element = element.clone();
            follow(move || {
                let value = value();
                // Writing what is already there would move the caret.
                let field: &web_sys::HtmlInputElement = element.unchecked_ref();
                if field.value() != value {
                    field.set_value(&value);
                }
            });
        }
        Attribute::Style(name, value) => set_style(element, name, &value),
        Attribute::LiveStyle(name, value) => {
            let element = element.clone();
            follow_value(value, move |value| set_style(&element, name, value));
        }
        Attribute::On(event, listener) => listen(element, event, listener, false),
        Attribute::OnCapture(event, listener) => listen(element, event, listener, true),
    }
}

fn listen(element: &web_sys::Element, event: &str, listener: super::Listener, is_capture: bool) {
    let listener: Box<dyn FnMut(web_sys::Event)> = listener;
    let function = Closure::wrap(listener).into_js_value();
    let options = web_sys::AddEventListenerOptions::new();
    options.set_capture(is_capture);
    options.set_passive(false);
    let _ = element.add_event_listener_with_callback_and_add_event_listener_options(
        event,
        function.unchecked_ref(),
        &options,
    );
}

/// Keeps an attribute on the elements whose numbers are among some, or on all others.
fn switch(
    nodes: Vec<(usize, web_sys::Element)>,
    name: &'static str,
    value: &'static str,
    is_for_some: bool,
    some: super::Live<Bits>,
) {
    let mut nodes: Vec<(usize, web_sys::Element, bool)> =
        nodes.into_iter().map(|(number, node)| (number, node, false)).collect();
    follow_value(some, move |some| {
        for (number, node, is_set) in &mut nodes {
            let shall_be = some.contains(*number) == is_for_some;
            match (*is_set, shall_be) {
                (false, true) => set_attribute(node, name, value),
                (true, false) => {
                    let _ = node.remove_attribute(name);
                }
                _ => {}
            }
            *is_set = shall_be;
        }
    });
}

/// Hands a value over now and whenever it changes.
fn follow_value<T: PartialEq + 'static>(value: super::Live<T>, mut hand_over: impl FnMut(&T) + 'static) {
    let mut last: Option<T> = None;
    follow(move || {
        let value = value();
        if last.as_ref() != Some(&value) {
            hand_over(&value);
            last = Some(value);
        }
    });
}

/// Runs now and whenever the signals it reads change: with the other leaves of the part that is
/// being built, or by itself.
fn follow(run: impl FnMut() + 'static) {
    let run: Leaf = Box::new(run);
    let alone = LEAVES.with_borrow_mut(|leaves| match leaves {
        Some(leaves) => {
            leaves.push(run);
            None
        }
        None => Some(run),
    });
    if let Some(run) = alone {
        follow_alone(run);
    }
}

/// Builds a part whose leaves are kept up to date by one effect.
fn together(build: impl FnOnce()) {
    let outer = LEAVES.replace(Some(Vec::new()));
    build();
    let mut leaves = LEAVES.replace(outer).unwrap_or_default();
    if !leaves.is_empty() {
        follow_alone(move || leaves.iter_mut().for_each(|leaf| leaf()));
    }
}

/// Runs now and whenever the signals it reads change, as long as its owner lives.
fn follow_alone(run: impl FnMut() + 'static) {
    let mut run: Leaf = Box::new(run);
    let effect = RenderEffect::new(move |_: Option<()>| run());
    StoredValue::new_local(effect);
}

fn set_attribute(element: &web_sys::Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value); // Names are our own: nothing to refuse.
}

fn set_style(element: &web_sys::Element, name: &str, value: &str) {
    let styled: &web_sys::HtmlElement = element.unchecked_ref();
    let _ = styled.style().set_property(name, value);
}

fn set_property(element: &web_sys::Element, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), value);
}

fn append(parent: &web_sys::Node, child: &web_sys::Node) {
    let _ = parent.append_child(child);
}

fn remove(node: &web_sys::Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}

fn document() -> Option<web_sys::Document> {
    if cfg!(target_arch = "wasm32") { web_sys::window()?.document() } else { None }
}

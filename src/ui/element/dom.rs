//! Building a view in the page, and keeping it up to date.

use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::prelude::*;

use super::{Attribute, Element, Kind, Tag};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The nodes of a view in the page.
pub struct Mounted {
    nodes: Vec<web_sys::Node>,
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
                follow(move || node.set_data(&text()));
            }
            Kind::Tag(tag) => append_tag(*tag, document, parent),
            Kind::Many(parts) => {
                for part in parts {
                    part.append_to(document, parent);
                }
            }
            Kind::Toggled(items, shown) => {
                let mut nodes: Vec<(usize, web_sys::Element, bool)> = Vec::with_capacity(items.len());
                for (number, item) in items {
                    item.append_to(document, parent);
                    let last = parent.last_child().and_then(|node| node.dyn_into::<web_sys::Element>().ok());
                    nodes.extend(last.map(|node| (number, node, true)));
                }
                follow(move || {
                    let shown = shown();
                    for (number, node, was_shown) in &mut nodes {
                        let is_shown = shown.contains(*number);
                        if is_shown != *was_shown {
                            *was_shown = is_shown;
                            let _ = node.toggle_attribute_with_force("hidden", !is_shown);
                        }
                    }
                });
            }
            Kind::Live(part) => {
                // Parts are put before an empty text, which stays while they come and go.
                let end = document.create_text_node("");
                append(parent, &end);
                let mut nodes: Vec<web_sys::Node> = Vec::new();
                let document = document.clone();
                follow(move || {
                    let fresh = part();
                    for node in nodes.drain(..) {
                        remove(&node);
                    }
                    let fragment = document.create_document_fragment();
                    fresh.append_to(&document, &fragment);
                    let mut child = fragment.first_child();
                    while let Some(node) = child {
                        child = node.next_sibling();
                        nodes.push(node);
                    }
                    if let Some(parent) = end.parent_node() {
                        let _ = parent.insert_before(&fragment, Some(&end));
                    }
                });
            }
        }
    }
}

fn append_tag(tag: Tag, document: &web_sys::Document, parent: &web_sys::Node) {
    let made = if tag.is_svg {
        document.create_element_ns(Some(SVG), tag.name)
    } else {
        document.create_element(tag.name)
    };
    let Ok(element) = made else { return };
    // Options before the value of their list.
    for child in tag.children {
        child.append_to(document, &element);
    }
    for attribute in tag.attributes {
        set(&element, attribute);
    }
    append(parent, &element);
}

fn set(element: &web_sys::Element, attribute: Attribute) {
    match attribute {
        Attribute::Fixed(name, value) => set_attribute(element, name, &value),
        Attribute::Live(name, value) => {
            let element = element.clone();
            let mut last: Option<Option<super::Words>> = None;
            follow(move || {
                let value = value();
                if last.as_ref() == Some(&value) {
                    return;
                }
                match &value {
                    Some(value) => set_attribute(&element, name, value),
                    None => {
                        let _ = element.remove_attribute(name);
                    }
                }
                last = Some(value);
            });
        }
        Attribute::Flag(name, is_set) => {
            let element = element.clone();
            follow(move || set_property(&element, name, &JsValue::from_bool(is_set())));
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
            follow(move || set_style(&element, name, &value()));
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

/// Runs now and whenever the signals it reads change, as long as its owner lives.
fn follow(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
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

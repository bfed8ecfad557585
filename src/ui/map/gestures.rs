//! Pointer, wheel and keys on the map. The page keeps its own: a plain wheel and one finger
//! scroll it; Ctrl and wheel, a pinch, dragging with a mouse and keys move the map.

use leptos::prelude::*;

use crate::model::dataset::codes::{Code, CountryId};
use crate::model::geo::neighbours::{Direction, neighbour};
use crate::model::geo::viewport::Viewport;
use crate::model::view::Frame;
use crate::model::view::action::Action;
use crate::platform::{focus, pointer};
use crate::ui::store::Store;

/// Fraction of the picture that a pressed pointer may stray and still be a click.
const STRAY: f64 = 0.008;

/// Pointers on the map, by their number and place.
type Pointers = Vec<(i32, (f64, f64))>;

/// What moves the map. Copied into every listener.
#[derive(Clone, Copy)]
pub struct Gestures {
    store: Store,
    picture: Memo<Viewport>,
    pointers: StoredValue<Pointers>,
    has_moved: StoredValue<bool>,
}

impl Gestures {
    /// Gestures over the picture of a store.
    pub fn new(store: Store, picture: Memo<Viewport>) -> Self {
        Self { store, picture, pointers: StoredValue::new(Vec::new()), has_moved: StoredValue::new(false) }
    }

    fn to(&self, frame: Frame) {
        self.store.dispatch(Action::MoveMap(frame));
    }

    /// Zooms about the pointer while Ctrl is held, which is also what a trackpad pinch sends.
    pub fn wheel(&self, event: &web_sys::WheelEvent) {
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        if let Some(at) = pointer::fraction(event) {
            // A turn of the wheel as far as it goes doubles the scale or halves it.
            let turn = (-event.delta_y() * 0.003).clamp(-0.7, 0.7) / 0.7;
            let factor = if turn < 0.0 { 1.0 / (1.0 - turn) } else { 1.0 + turn };
            self.to(self.picture.get_untracked().zoomed(factor, at));
        }
    }

    /// A pointer goes down.
    pub fn down(&self, event: &web_sys::PointerEvent) {
        let Some(at) = pointer::fraction(event) else { return };
        if event.pointer_type() == "mouse" && event.button() != 0 {
            return;
        }
        self.has_moved.set_value(false);
        self.pointers.update_value(|pointers| {
            pointers.retain(|(id, _)| *id != event.pointer_id());
            pointers.push((event.pointer_id(), at));
        });
    }

    /// A pressed pointer moves: a mouse drags, two fingers pinch. Two that move side by side scroll the page, as one
    /// does.
    pub fn moved(&self, event: &web_sys::PointerEvent) {
        // A mouse that let go somewhere else comes back without a word of it.
        if event.pointer_type() == "mouse" && event.buttons() & 1 == 0 {
            return self.up(event);
        }
        let Some(at) = pointer::fraction(event) else { return };
        let before = self.pointers.get_value();
        let Some((_, was)) = before.iter().find(|(id, _)| *id == event.pointer_id()) else { return };
        let was = *was;
        let other = before.iter().find(|(id, _)| *id != event.pointer_id()).map(|(_, at)| *at);
        let picture = self.picture.get_untracked();
        match other {
            Some(other) => {
                let distance = |a: (f64, f64)| length((a.0 - other.0, a.1 - other.1)).max(0.01);
                let middle = ((at.0 + other.0) / 2.0, (at.1 + other.1) / 2.0);
                self.has_moved.set_value(true);
                self.to(picture.zoomed(distance(at) / distance(was), middle));
            }
            None if event.pointer_type() == "mouse" && picture.zoom() > 1.01 => {
                let (across, down) = (was.0 - at.0, was.1 - at.1);
                if !self.has_moved.get_value() && length((across, down)) < STRAY {
                    return;
                }
                self.has_moved.set_value(true);
                self.to(picture.panned((across, down)));
            }
            None => return,
        }
        self.pointers.update_value(|pointers| {
            for (id, place) in pointers.iter_mut() {
                if *id == event.pointer_id() {
                    *place = at;
                }
            }
        });
    }

    /// A pointer goes up or is lost.
    pub fn up(&self, event: &web_sys::PointerEvent) {
        self.pointers.update_value(|pointers| pointers.retain(|(id, _)| *id != event.pointer_id()));
    }

    /// The click that ends a drag chooses nothing.
    pub fn click(&self, event: &web_sys::MouseEvent) {
        if self.has_moved.get_value() {
            self.has_moved.set_value(false);
            event.stop_propagation();
            event.prevent_default();
        }
    }

    /// Arrows walk to the neighbour, with Shift they move the map; plus, minus and 0 zoom.
    pub fn key(&self, event: &web_sys::KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let picture = self.picture.get_untracked();
        let direction = match event.key().as_str() {
            "ArrowUp" => Direction::North,
            "ArrowDown" => Direction::South,
            "ArrowLeft" => Direction::West,
            "ArrowRight" => Direction::East,
            "+" | "=" => return self.handled(event, picture.zoomed(1.6, (0.5, 0.5))),
            "-" | "−" => return self.handled(event, picture.zoomed(1.0 / 1.6, (0.5, 0.5))),
            "0" => return self.handled(event, Frame::Region),
            _ => return,
        };
        if event.shift_key() {
            let step = match direction {
                Direction::North => (0.0, -0.2),
                Direction::South => (0.0, 0.2),
                Direction::West => (-0.2, 0.0),
                Direction::East => (0.2, 0.0),
            };
            return self.handled(event, picture.panned(step));
        }
        event.prevent_default();
        if let Some(next) = focused_country(event).and_then(|from| neighbour(from, direction)) {
            focus::move_to(&format!("path[data-country={}]", next.code()));
        }
    }

    fn handled(&self, event: &web_sys::KeyboardEvent, frame: Frame) {
        event.prevent_default();
        self.to(frame);
    }
}

fn focused_country(event: &web_sys::KeyboardEvent) -> Option<CountryId> {
    CountryId::from_code(&pointer::closest(event, "[data-country]")?.get_attribute("data-country")?)
}

fn length((across, down): (f64, f64)) -> f64 {
    (across * across + down * down).sqrt()
}

//! The pure core: data in, facts about the view out. No browser, clock, randomness or I/O.
//!
//! Everything here compiles without the `web` feature and is tested natively.

pub mod chart;
pub mod citation;
pub mod clock;
pub mod colour;
pub mod compare;
pub mod dataset;
#[cfg(not(target_arch = "wasm32"))]
pub mod editions;
pub mod export;
pub mod geo;
pub mod headline;
pub mod ledger;
pub mod money;
pub mod order;
pub mod search;
pub mod text;
pub mod timeline;
pub mod view;
pub mod words;

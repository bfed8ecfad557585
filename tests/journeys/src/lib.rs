//! What the journeys stand on: three engines behind one page, which owns every selector.

pub mod engine;
pub mod page;
pub mod transcript;

pub use engine::{Engine, run};
pub use page::Page;

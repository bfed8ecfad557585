//! The views: regions read the [`store`], parts know nothing of it. No arithmetic worth a test.
//!
//! Pictures of one state (map, timeline, table, grid, comparison, promises), the briefing and the
//! method stand in the middle; filters before, the open card and the list of records after.

pub mod actions;
pub mod app;
pub mod briefing;
pub mod cards;
pub mod charts;
pub mod compare;
pub mod country_buttons;
pub mod element;
pub mod embed;
pub mod filters;
pub mod footer;
pub mod grid;
pub mod header;
pub mod map;
pub mod method;
pub mod parts;
pub mod promises;
pub mod records;
pub mod store;
pub mod summary;
pub mod table;
pub mod timeline;
pub mod tour;

//! The China–Central Asia Summit Atlas: who promised what at Astana on 17 June 2025, who says so,
//! and what has come of it.
//!
//! Three layers, and the folders are the layers:
//!
//! * [`model`] is pure: the dataset, the view a link can say, what passes the filters, the map's
//!   geometry, the timeline's lanes. No browser, no clock, no I/O.
//! * [`ui`] is reactive: signals and views over the model. State has one door, [`ui::store::Store`].
//! * [`platform`] calls the browser; it takes and returns plain values. Elsewhere the browser is named only
//!   by listeners, for events and their targets, and by `ui/element`, for the nodes it builds.
//!
//! Beside them, `picture` draws what is shown as SVG of its own, and `desk` is a program of its own: the
//! dialogs for sharing, embedding and pictures. `site` is native only: it renders the same components to the pages that stand in
//! files of their own, and writes the data to take away.
//!
//! ```text
//! address bar ──query::read──▶ ViewState ◀──reduce── Action ◀── clicks, keys, back button
//!      ▲                           │
//!      └───────query::write────────┤ one signal, inside Store
//!                                  ▼
//!  Atlas + ViewState ──model functions, in memos─▶ what passes, counts, lanes, paths ──▶ regions ──▶ parts
//! ```

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::todo,
        clippy::unreachable
    )
)]

#[cfg(feature = "web")]
pub mod desk;
pub mod model;
#[cfg(feature = "web")]
pub mod picture;
#[cfg(feature = "web")]
pub mod platform;
#[cfg(all(feature = "web", not(target_arch = "wasm32")))]
pub mod site;
#[cfg(feature = "web")]
pub mod start;
#[cfg(feature = "web")]
pub mod ui;

//! The map: borders, projection, what part is in the picture, where names stand.
//!
//! The plane is an equal-area conic, in kilometres east and north of 80° E 43° N. The picture
//! ("screen") has the same scale with `y` downwards.

pub mod choropleth;
pub mod geometry;
pub mod labels;
pub mod neighbours;
pub mod projection;
pub mod viewport;

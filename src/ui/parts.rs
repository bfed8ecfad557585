//! Small shared pieces. They know nothing of the store, but for links, which are views of it.

pub mod date;
pub mod facet;
pub mod record_link;
pub mod source_link;
pub mod stage_mark;
pub mod tally;
pub mod view_link;

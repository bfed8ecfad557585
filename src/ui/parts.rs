//! Small shared pieces. They read the dataset, but nothing of the store that changes; links lead to
//! views of it.

pub mod behind;
pub mod correction;
pub mod date;
pub mod definition;
pub mod facet;
pub mod fold;
pub mod ledger;
pub mod promise;
pub mod record_link;
pub mod source_link;
pub mod stage_mark;
pub mod tally;
pub mod view_link;

//! The data as files to take away: what a reader sees, with everything that stands beside it.

pub mod csv;

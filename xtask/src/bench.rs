//! `cargo xtask bench`.

use anyhow::Result;

/// Measures.
pub fn bench(_rounds: usize) -> Result<()> {
    Ok(())
}

//! Times that benchmarks and embedders wait for; see `docs/hooks.md`.

use super::window;

/// Sets a performance mark.
pub fn set(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark(name); // A browser without marks is none the worse.
    }
}

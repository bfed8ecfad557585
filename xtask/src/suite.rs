//! `cargo xtask test`: every test there is, lowest layer first.

use std::path::Path;

use anyhow::Result;
use xtask::{audit, browsers, build, cargo, paths, run, size, supply};

/// Runs the tests; `is_quick` leaves out the release build and the journeys.
pub fn test(is_quick: bool) -> Result<()> {
    println!("Model alone, without the web feature …");
    run(cargo().args(["check", "--quiet", "--package", "summit-atlas", "--lib", "--no-default-features"]))?;
    println!("Model, data and components …");
    run(cargo().args(["test", "--package", "summit-atlas", "--package", "xtask"]))?;
    if is_quick {
        return Ok(());
    }
    println!("Licences and sources …");
    supply::check()?;
    let dist = paths::root().join("dist");
    build::build(&dist, None)?;
    size::gate(&dist)?;
    browsers::ensure()?;
    println!("Journeys in Chromium, Firefox and WebKit …");
    // All of them, whichever fails: a run takes long, and should say all it can.
    let journeys = ["test", "--package", "journeys", "--no-fail-fast", "--", "--test-threads=1"];
    run(cargo().args(journeys).env("ATLAS_DIST", &dist))
}

/// Measures the built site in Chromium.
pub fn bench(rounds: usize) -> Result<()> {
    let dist = paths::root().join("dist");
    build::build(&dist, None)?;
    size::gate(&dist)?;
    browsers::ensure()?;
    let rounds = rounds.to_string();
    run(cargo()
        .args(["run", "--quiet", "--package", "journeys", "--bin", "bench", "--", &rounds])
        .env("ATLAS_DIST", &dist))
}

/// Holds the built site against the checkers of [`audit`], and then axe and Lighthouse; once without an
/// address and once with one, as links and previews need.
pub fn audit() -> Result<()> {
    let dist = paths::root().join("dist");
    build::build(&dist, None)?;
    browsers::ensure()?;
    let checkers = audit::ensure()?;
    let mut report = audit::Report::default();
    audit::files(&mut report, &checkers, &dist)?;
    let site = paths::target().join("audit-site");
    build::build(&site, Some("https://example.org/atlas/"))?;
    audit::site(&mut report, &checkers, &site)?;
    let mut running = cargo();
    running.args(["run", "--quiet", "--package", "journeys", "--bin", "audit"]);
    running.env("ATLAS_DIST", &dist).env("ATLAS_SITE", &site).env("ATLAS_AUDIT", &checkers);
    if let Some(wordpress) = audit::wordpress(&mut report) {
        running.env("ATLAS_WORDPRESS", wordpress);
    }
    report.hold("axe, Lighthouse and WordPress", &mut running);
    report.end()
}

/// Builds the site and takes pictures of its views in every width, scheme and language.
///
/// # Errors
/// When a tool is missing, or a view does not open.
pub fn screenshots(folder: &Path) -> Result<()> {
    let dist = paths::root().join("dist");
    build::build(&dist, None)?;
    browsers::ensure()?;
    run(cargo()
        .args(["run", "--quiet", "--package", "journeys", "--bin", "screenshots"])
        .env("ATLAS_DIST", &dist)
        .env("ATLAS_PICTURES", folder))
}

/// Writes generated files anew by running the tests that hold them to their sources.
pub fn generate() -> Result<()> {
    run(cargo().args(["test", "--package", "summit-atlas", "--test", "generated"]).env("ATLAS_GENERATE", "1"))
}

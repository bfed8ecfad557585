//! The atlas's own tools. `cargo xtask help` lists them.

pub mod audit;
pub mod browsers;
pub mod build;
pub mod check;
pub mod geometry;
pub mod languages;
pub mod paths;
pub mod serve;
pub mod size;
pub mod supply;
pub mod tools;

use std::process::Command;

use anyhow::{Context, Result, bail};

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started or fails; the message names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {command:?}"))?;
    if !status.success() {
        bail!("{command:?} ended with {status}");
    }
    Ok(())
}

/// This toolchain's cargo, in the checkout.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(paths::root());
    command
}

/// Whether a program can be started from PATH.
pub fn is_on_path(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

//! What the build needs beside rustup, installed into a folder of its own.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{cargo, paths, run};

const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
/// The crate and its command must be of one version; `Cargo.toml` pins the crate.
const WASM_BINDGEN: &str = "0.2.129";
const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";

/// Installs the wasm target, Trunk and wasm-bindgen where they are missing.
///
/// # Errors
/// When rustup or cargo cannot install one; the message names the command.
pub fn ensure_build_tools() -> Result<()> {
    ensure_target()?;
    ensure("trunk", "trunk", TRUNK)?;
    ensure("wasm-bindgen", "wasm-bindgen-cli", WASM_BINDGEN)
}

/// Installs the driver of Firefox, which no package system here has.
///
/// # Errors
/// When cargo cannot install it.
pub fn ensure_geckodriver() -> Result<()> {
    ensure("geckodriver", "geckodriver", GECKODRIVER)
}

/// Installs the checker of licences and sources.
///
/// # Errors
/// When cargo cannot install it.
pub fn ensure_cargo_deny() -> Result<()> {
    ensure("cargo-deny", "cargo-deny", CARGO_DENY)
}

/// A PATH on which the tools come first.
pub fn path_with_tools() -> std::ffi::OsString {
    let own = paths::tools().join("bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(own).chain(std::env::split_paths(&path));
    std::env::join_paths(all).unwrap_or(path)
}

/// Where a tool of the own folder is.
pub fn own(program: &str) -> PathBuf {
    paths::tools().join("bin").join(program)
}

fn ensure_target() -> Result<()> {
    let listed =
        Command::new("rustup").args(["target", "list", "--installed"]).current_dir(paths::root()).output();
    let listed = listed.context("rustup is needed: https://rustup.rs")?;
    if String::from_utf8_lossy(&listed.stdout).lines().any(|line| line == TARGET) {
        return Ok(());
    }
    println!("Installing the {TARGET} target …");
    run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(paths::root()))
}

fn ensure(program: &str, package: &str, version: &str) -> Result<()> {
    let found = Command::new(own(program)).arg("--version").output();
    if found.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains(version)) {
        return Ok(());
    }
    println!("Installing {package} {version} into {} (some minutes, once) …", paths::tools().display());
    let spec = format!("{package}@{version}");
    // Outside the checkout's settings: a tool is built for this machine, with its own lock file.
    run(cargo()
        .args(["install", "--quiet", "--locked", &spec, "--root"])
        .arg(paths::tools())
        .current_dir(std::env::temp_dir())
        .env_remove("CARGO_TARGET_DIR"))
}

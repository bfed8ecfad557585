//! `cargo xtask audit`: checks of the built pages that others wrote.
//!
//! Needs Node and npm, and Java for the Nu HTML checker; not part of the tests, so that those pass
//! where neither is. Versions are pinned in `tests/audit/`. Nothing of it ships.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{is_on_path, paths, run};

/// Styles that browsers know and the Nu checker does not yet; they stand inside the one-file edition.
const NEWER_STYLES: &str = ".*CSS:.*(@container|“container”|“vector-effect”|“paint-order”|“r”).*";
/// Addresses of other sites, which no audit here can reach, and views, which are the first page again.
const OUTSIDE: &str = "^(?!http://localhost)|[?]";

/// Folder of the pinned checkers, installed by npm where they are missing.
///
/// # Errors
/// When Node is missing or npm fails.
pub fn ensure() -> Result<PathBuf> {
    let (from, folder) = (paths::root().join("tests/audit"), paths::tools().join("audit"));
    let lock = fs::read(from.join("package-lock.json")).context("tests/audit/package-lock.json")?;
    let is_ready = folder.join("node_modules").is_dir()
        && fs::read(folder.join("package-lock.json")).is_ok_and(|installed| installed == lock);
    if is_ready {
        return Ok(folder);
    }
    if !is_on_path("npm") {
        bail!("the audit needs Node 20 and npm; on Debian or Ubuntu, as root: apt-get install nodejs npm");
    }
    println!("Installing checkers into {} …", folder.display());
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(from.join(file), folder.join(file)).with_context(|| file.to_owned())?;
    }
    run(Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
        .env("PUPPETEER_SKIP_DOWNLOAD", "1")
        .current_dir(&folder))?;
    Ok(folder)
}

/// Runs the checkers that read files. Answers what could not be run here.
///
/// # Errors
/// When one of them finds a fault; it has printed it.
pub fn files(folder: &Path, dist: &Path) -> Result<Vec<&'static str>> {
    let mut left_out = Vec::new();
    let pages = with_extension(dist, "html")?;
    println!("html-validate: {} …", counted(&pages));
    run(Command::new(folder.join("node_modules/.bin/html-validate"))
        .arg("--config")
        .arg(paths::root().join("tests/audit/html.json"))
        .args(&pages))?;
    if is_on_path("java") {
        for (kind, flag) in [("html", "--errors-only"), ("svg", "--svg")] {
            let files = with_extension(dist, kind)?;
            println!("Nu HTML checker: {} …", counted(&files));
            run(Command::new("java")
                .arg("-jar")
                .arg(folder.join("node_modules/vnu-jar/build/dist/vnu.jar"))
                .args([flag, "--errors-only", "--stdout", "--filterpattern", NEWER_STYLES])
                .args(&files))?;
        }
    } else {
        left_out.push("Nu HTML checker (needs Java 17)");
    }
    if is_on_path("wasm-validate") {
        println!("wasm-validate …");
        run(Command::new("wasm-validate").args(with_extension(dist, "wasm")?))?;
    } else {
        left_out.push("wasm-validate (Debian: wabt)");
    }
    Ok(left_out)
}

/// Runs the checkers of links, previews, policy and files to take away on a site that was built for
/// an address. Answers what could not be run here.
///
/// # Errors
/// When one of them finds a fault; it has printed it.
pub fn site(folder: &Path, site: &Path) -> Result<Vec<&'static str>> {
    println!("linkinator …");
    run(Command::new(folder.join("node_modules/.bin/linkinator")).arg(site).args([
        "--recurse",
        "--concurrency",
        "16",
        "--verbosity",
        "error",
        "--skip",
        OUTSIDE,
    ]))?;
    run(Command::new("node").arg(paths::root().join("tests/audit/head.mjs")).arg(site).arg(folder))?;
    let Some(python) = python(folder)? else {
        return Ok(vec!["Frictionless, check-jsonschema, csvclean, icalendar (need Python 3)"]);
    };
    let program = |name: &str| python.join("bin").join(name);
    let data = site.join("data");
    println!("Frictionless …");
    run(Command::new(program("frictionless")).current_dir(&data).args(["validate", "datapackage.json"]))?;
    println!("check-jsonschema …");
    let schema = data.join("schema.json");
    run(Command::new(program("check-jsonschema")).arg("--check-metaschema").arg(&schema))?;
    run(Command::new(program("check-jsonschema"))
        .arg("--schemafile")
        .arg(&schema)
        .arg(data.join("atlas.json")))?;
    let tables = with_extension(&data, "csv")?;
    println!("csvclean: {} …", counted(&tables));
    for table in tables {
        run(Command::new(program("csvclean"))
            .args(["--enable-all-checks"])
            .arg(table)
            .stdout(Stdio::null()))?;
    }
    run(Command::new(program("python")).arg(paths::root().join("tests/audit/files.py")).arg(site))?;
    Ok(Vec::new())
}

/// A Python with the pinned checkers, made where it is missing; `None` without Python.
fn python(folder: &Path) -> Result<Option<PathBuf>> {
    let from = paths::root().join("tests/audit/requirements.txt");
    let wanted = fs::read(&from).context("tests/audit/requirements.txt")?;
    let own = folder.join("python");
    let mark = own.join("installed.txt");
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(Some(own));
    }
    if !is_on_path("python3") {
        return Ok(None);
    }
    println!("Installing checkers into {} …", own.display());
    run(Command::new("python3").args(["-m", "venv"]).arg(&own))?;
    run(Command::new(own.join("bin/pip"))
        .args(["install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(&from))?;
    fs::write(&mark, wanted)?;
    Ok(Some(own))
}

fn counted(files: &[PathBuf]) -> String {
    format!("{} {}", files.len(), if files.len() == 1 { "file" } else { "files" })
}

/// Files of the site with an extension, folders walked.
fn with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(with_extension(&path, extension)?);
        } else if path.extension().is_some_and(|one| one == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

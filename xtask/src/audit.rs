//! `cargo xtask audit`: checks of the built site that others wrote. Of pages: html-validate, the Nu HTML
//! checker, wasm-validate, linkinator, open-graph-scraper, csp_evaluator. Of the files to take away:
//! Frictionless, check-jsonschema, csvclean, icalendar. axe and Lighthouse follow in a browser.
//!
//! Needs Node and npm; Java for the Nu HTML checker, Python 3 for the checkers of files and wabt for
//! wasm-validate, which are left out where those are missing. Not part of the tests, so that these pass
//! without any of them. Versions are pinned in `tests/audit/`. Nothing of it ships.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::build::files as files_below;
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

/// What the checkers said: all of them run, whichever finds something.
#[derive(Debug, Default)]
pub struct Report {
    failed: Vec<String>,
    left_out: Vec<&'static str>,
}

impl Report {
    /// Runs a checker, which prints what it finds.
    pub fn hold(&mut self, name: &str, command: &mut Command) {
        println!("{name} …");
        match command.status() {
            Ok(status) if status.success() => {}
            Ok(status) => self.failed.push(format!("{name} ({status})")),
            Err(error) => self.failed.push(format!("{name} (not started: {error})")),
        }
    }

    /// Says what was left out.
    ///
    /// # Errors
    /// When a checker found a fault; names all that did.
    pub fn end(self) -> Result<()> {
        for name in self.left_out {
            println!("Left out, as it is not here: {name}");
        }
        ensure!(self.failed.is_empty(), "faults were found by:\n{}", self.failed.join("\n"));
        Ok(())
    }
}

/// Runs the checkers that read files.
///
/// # Errors
/// When a file cannot be found.
pub fn files(report: &mut Report, folder: &Path, dist: &Path) -> Result<()> {
    let pages = with_extension(dist, "html")?;
    report.hold(
        &format!("html-validate, {}", counted(&pages)),
        Command::new(folder.join("node_modules/.bin/html-validate"))
            .arg("--config")
            .arg(paths::root().join("tests/audit/html.json"))
            .args(&pages),
    );
    if is_on_path("java") {
        for (kind, flag) in [("html", "--errors-only"), ("svg", "--svg")] {
            let files = with_extension(dist, kind)?;
            report.hold(
                &format!("Nu HTML checker, {kind}, {}", counted(&files)),
                Command::new("java")
                    .arg("-jar")
                    .arg(folder.join("node_modules/vnu-jar/build/dist/vnu.jar"))
                    .args([flag, "--errors-only", "--stdout", "--filterpattern", NEWER_STYLES])
                    .args(&files),
            );
        }
    } else {
        report.left_out.push("Nu HTML checker (needs Java 17)");
    }
    if is_on_path("wasm-validate") {
        for program in with_extension(dist, "wasm")? {
            let name = format!("wasm-validate, {}", program.file_name().unwrap_or_default().display());
            report.hold(&name, Command::new("wasm-validate").arg(program));
        }
    } else {
        report.left_out.push("wasm-validate (Debian: wabt)");
    }
    Ok(())
}

/// Runs the checkers of links, previews, policy and files to take away on a site that was built for
/// an address.
///
/// # Errors
/// When a checker cannot be installed, or a file not be found.
pub fn site(report: &mut Report, folder: &Path, site: &Path) -> Result<()> {
    report.hold(
        "linkinator",
        Command::new(folder.join("node_modules/.bin/linkinator")).arg(site).args([
            "--recurse",
            "--concurrency",
            "16",
            "--verbosity",
            "error",
            "--skip",
            OUTSIDE,
        ]),
    );
    report.hold(
        "heads of pages, previews and policy",
        Command::new("node").arg(paths::root().join("tests/audit/head.mjs")).arg(site).arg(folder),
    );
    let Some(python) = python(folder)? else {
        report.left_out.push("Frictionless, check-jsonschema, csvclean, icalendar (need Python 3)");
        return Ok(());
    };
    let program = |name: &str| Command::new(python.join("bin").join(name));
    let data = site.join("data");
    let schema = data.join("schema.json");
    report.hold(
        "Frictionless",
        program("frictionless").current_dir(&data).args(["validate", "datapackage.json"]),
    );
    report.hold(
        "check-jsonschema, the schema",
        program("check-jsonschema").arg("--check-metaschema").arg(&schema),
    );
    report.hold(
        "check-jsonschema, the data",
        program("check-jsonschema").arg("--schemafile").arg(&schema).arg(data.join("atlas.json")),
    );
    for table in with_extension(&data, "csv")? {
        report.hold(
            &format!("csvclean, {}", table.file_name().unwrap_or_default().display()),
            program("csvclean").arg("--enable-all-checks").arg(&table).stdout(Stdio::null()),
        );
    }
    let reader = paths::root().join("tests/audit/files.py");
    report.hold("calendar and other files", program("python").arg(reader).arg(site));
    Ok(())
}

/// The folder of WordPress's code: `ATLAS_WORDPRESS`, or where Debian puts it.
pub fn wordpress(report: &mut Report) -> Option<PathBuf> {
    let folder = std::env::var_os("ATLAS_WORDPRESS")
        .map_or_else(|| PathBuf::from("/usr/share/wordpress"), PathBuf::from);
    let is_there = folder.join("wp-includes/js/wp-embed.js").is_file() && is_on_path("php");
    if !is_there {
        report.left_out.push("WordPress (Debian: wordpress, php-cli)");
    }
    is_there.then_some(folder)
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
    let mut found = files_below(folder)?;
    found.retain(|path| path.extension().is_some_and(|one| one == extension));
    Ok(found)
}

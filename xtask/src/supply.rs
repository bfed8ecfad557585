//! What the atlas is built of: licences and sources held against `deny.toml`, and a page of notices
//! for what readers load.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use cargo_metadata::{DependencyKind, MetadataCommand, Package, PackageId, TargetKind};
use summit_atlas::model::text::escape;

use crate::{cargo, paths, run, tools};

/// Licence, bans and sources of everything in `Cargo.lock`.
///
/// # Errors
/// When one is not allowed; cargo-deny has said which.
pub fn check() -> Result<()> {
    tools::ensure_cargo_deny()?;
    // Crates for other systems are read too, and a machine has only those of its own.
    run(cargo().args(["fetch", "--quiet", "--locked"]))?;
    run(Command::new(tools::own("cargo-deny")).current_dir(paths::root()).args([
        "--offline",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}

/// Crates whose code is in the WebAssembly, with the texts of their licences.
fn shipped() -> Result<Vec<(Package, Vec<String>)>> {
    let metadata = MetadataCommand::new()
        .manifest_path(paths::root().join("Cargo.toml"))
        .other_options(["--locked", "--filter-platform", "wasm32-unknown-unknown"].map(str::to_owned))
        .exec()
        .context("cargo metadata")?;
    let graph = metadata.resolve.as_ref().context("cargo metadata gave no graph")?;
    let nodes: BTreeMap<&PackageId, _> = graph.nodes.iter().map(|node| (&node.id, node)).collect();
    let packages: BTreeMap<&PackageId, &Package> =
        metadata.packages.iter().map(|package| (&package.id, package)).collect();
    // Code that only runs while building stays with the builder.
    let is_macro = |id: &PackageId| {
        packages.get(id).is_some_and(|package| {
            package.targets.iter().any(|target| target.kind.contains(&TargetKind::ProcMacro))
        })
    };
    let own = metadata.packages.iter().find(|package| package.name == "summit-atlas");
    let mut open = vec![&own.context("no package summit-atlas")?.id];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let deps = nodes.get(id).map(|node| node.deps.as_slice()).unwrap_or_default();
        let runs = deps.iter().filter(|dep| {
            dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal) && !is_macro(&dep.pkg)
        });
        open.extend(runs.map(|dep| &dep.pkg));
    }
    let mut found = Vec::new();
    for package in seen.into_iter().filter_map(|id| packages.get(id)) {
        if package.source.is_some() {
            found.push(((*package).clone(), licence_texts(package)?));
        }
    }
    found.sort_by(|(one, _), (other, _)| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(found)
}

fn licence_texts(package: &Package) -> Result<Vec<String>> {
    let folder = package.manifest_path.parent().context("a folder")?;
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().to_uppercase()).unwrap_or_default();
        let is_licence = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
            .iter()
            .any(|start| name.starts_with(start));
        if is_licence && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).with_context(|| file.display().to_string())).collect()
}

/// Writes `notices.html` beside what Trunk built; `atlas-site` makes a page of it.
///
/// # Errors
/// When a crate that ships names no licence, or the file cannot be written.
pub fn notices(site: &Path) -> Result<()> {
    let crates = shipped()?;
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    let mut list = String::new();
    for (package, licences) in &crates {
        let Some(licence) = package.license.as_deref() else {
            bail!("{} {} names no licence", package.name, package.version);
        };
        let name = format!("{} {}", package.name, package.version);
        writeln!(list, "<li>{} – {}</li>", escape(&name), escape(licence))?;
        for text in licences {
            let text = text.trim().replace("\r\n", "\n");
            match texts.iter_mut().find(|(known, _)| *known == text) {
                Some((_, names)) => names.push(name.clone()),
                None => texts.push((text, vec![name.clone()])),
            }
        }
    }
    let mut bodies = String::new();
    for (text, names) in &texts {
        let names = escape(&names.join(", "));
        writeln!(bodies, "<details><summary>{names}</summary><pre>{}</pre></details>", escape(text))?;
    }
    let body = format!(
        "<h2>The atlas</h2>\n<p>Code: MIT or Apache-2.0, at your choice. Data: CC BY 4.0.</p>\n<h2>Borders and \
         places</h2>\n<p>Borders, lakes and rivers: made with Natural Earth, public domain. Places: GeoNames, CC BY \
         4.0.</p>\n<h2>Letters in preview pictures</h2>\n<p>Noto Sans, Noto Serif and Noto Sans CJK SC, under the SIL \
         Open Font License 1.1; the fonts themselves are not part of the site.</p>\n<h2>Code of others in the \
         WebAssembly</h2>\n<ul>\n{list}</ul>\n<h2>Texts of these licences</h2>\n{bodies}"
    );
    fs::write(site.join("notices.html"), body).context("notices.html")
}

//! `cargo xtask check`: the dataset checker on the command line.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use summit_atlas::model::dataset::check::{Problem, check};
use summit_atlas::model::dataset::parse::FILES;
use summit_atlas::model::editions::{Kind, difference, in_words};

use crate::paths;

/// Checks a dataset: a folder with all its files, or one file, against the others beside it or,
/// where it stands alone, against the bundled ones. Prints every problem; true when there is none.
///
/// # Errors
/// When the path cannot be read.
pub fn check_path(path: &Path) -> Result<bool> {
    let only = path
        .is_file()
        .then(|| path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned());
    let folder = if path.is_file() { path.parent().unwrap_or(path) } else { path };
    if !path.exists() {
        anyhow::bail!("{}: no such file or folder", path.display());
    }
    let mut texts = Vec::new();
    for (file, _) in FILES {
        let beside = folder.join(file);
        let place = if only.is_some() && !beside.exists() { paths::data().join(file) } else { beside };
        if place.exists() {
            texts.push((file, fs::read_to_string(&place).with_context(|| place.display().to_string())?));
        }
    }
    // What a file of another name holds is not guessed.
    if let Some(name) = &only
        && !FILES.iter().any(|(file, _)| file == name)
    {
        let names: Vec<&str> = FILES.iter().map(|(file, _)| *file).collect();
        anyhow::bail!("{name}: expected one of {}", names.join(", "));
    }
    let borrowed: Vec<(&str, &str)> = texts.iter().map(|(file, text)| (*file, text.as_str())).collect();
    let problems = check(&borrowed);
    let concerns = |problem: &&Problem| only.as_ref().is_none_or(|name| *name == problem.file);
    let n_shown = problems.iter().filter(concerns).inspect(|problem| println!("{problem}")).count();
    match n_shown {
        0 => println!("{}: no problem found", path.display()),
        1 => println!("1 problem"),
        n => println!("{n} problems"),
    }
    Ok(n_shown == 0)
}

/// Prints what differs between two bundles.
///
/// # Errors
/// When a file cannot be read or is no JSON.
pub fn print_difference(old: &Path, new: &Path) -> Result<()> {
    let read = |file: &Path| -> Result<serde_json::Value> {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        serde_json::from_str(&text).with_context(|| file.display().to_string())
    };
    let (old, new) = (read(old)?, read(new)?);
    for change in difference(&old, &new) {
        let name = format!("{}/{} {}", change.list, change.id, change.title);
        match change.kind {
            Kind::Added => println!("added    {name}"),
            Kind::Gone => println!("gone     {name}"),
            Kind::Changed(fields) => {
                println!("changed  {name}");
                for field in fields {
                    let said = |value: Option<serde_json::Value>| {
                        value.map_or("–".to_owned(), |value| in_words(&value))
                    };
                    println!("           {}: {} → {}", field.path, said(field.was), said(field.is));
                }
            }
        }
    }
    Ok(())
}

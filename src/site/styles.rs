//! Style sheets, and the script that starts the app, without what only people read: comments and white
//! space.

use std::error::Error;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::languages::hash;

/// Writes the style sheets and the script that a built page names anew, smaller, under names of what is
/// in them, and answers the page with these names.
///
/// # Errors
/// When a file cannot be read or written.
pub fn shorten_all(folder: &Path, page: &str) -> Result<String, Box<dyn Error>> {
    let mut page = page.to_owned();
    let built = page.clone();
    let scripts = built.split("<script src=\"./").skip(1);
    for tag in built.split("<link rel=\"stylesheet\" href=\"./").skip(1).chain(scripts) {
        let name = tag.split('"').next().unwrap_or_default();
        let file = folder.join(name);
        let text = fs::read_to_string(&file).map_err(|error| format!("{name}: {error}"))?;
        let (short, ending) = match name.ends_with(".js") {
            true => (shorten_script(&text), ".js"),
            false => (shorten(&text), ".css"),
        };
        let stem = name.split('-').next().unwrap_or(name).trim_end_matches(ending);
        let new_name = format!("{stem}-{}{ending}", hash(&short));
        fs::write(folder.join(&new_name), &short)?;
        if new_name != name {
            fs::remove_file(&file)?;
        }
        let old_tag = tag.split('>').next().unwrap_or_default();
        let mut new_tag = old_tag.replacen(name, &new_name, 1);
        if let Some(seal) = old_tag.split("integrity=\"").nth(1).and_then(|rest| rest.split('"').next()) {
            let fresh = format!("sha384-{}", STANDARD.encode(Sha384::digest(short.as_bytes())));
            new_tag = new_tag.replacen(seal, &fresh, 1);
        }
        page = page.replacen(old_tag, &new_tag, 1);
    }
    Ok(page)
}

/// The same script without lines that are comments, and without indents. No text of it runs over lines.
pub fn shorten_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// The same rules without comments, and without white space where none is needed.
pub fn shorten(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let mut out = String::with_capacity(bare.len());
    for word in bare.split_whitespace() {
        let is_free = out.is_empty()
            || out.ends_with(['{', '}', ';', ','])
            || word.starts_with(['{', '}'])
            // A declaration; between a selector and its pseudo-class there is no space before either.
            || (out.ends_with(':') && !word.starts_with(':'));
        if !is_free {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_its_lines_and_what_looks_like_a_comment_inside_them() {
        let script = "// Why.\nasync function a() {\n  // What.\n  return \"https://b\"; // There.\n}\n\n";
        assert_eq!(shorten_script(script), "async function a() {\nreturn \"https://b\"; // There.\n}\n");
        let boot = include_str!("../platform/boot.js");
        assert!(
            boot.lines().all(|line| line.matches('`').count().is_multiple_of(2)),
            "a text runs over lines"
        );
    }

    #[test]
    fn what_means_something_stays() {
        let css = "/* A. */\n@layer base {\n  .a > :is(.b, .c) :hover::after {\n    width: calc(100% - 2 * var(--x));\n    content: \"a, b\";\n  }\n\
                   @media screen and (min-width: 2rem) { .d { margin: 0 auto; } }\n}\n";
        assert_eq!(
            shorten(css),
            "@layer base{.a > :is(.b,.c) :hover::after{width:calc(100% - 2 * var(--x));content:\"a,b\"}@media screen and (min-width:2rem){.d{margin:0 auto}}}"
        );
    }
}

//! `cargo xtask build`: the release build, as a folder for any plain file host.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use sha2::{Digest, Sha256};
use summit_atlas::model::dataset::check;

use crate::{cargo, paths, run, serve, supply, tools};

/// Kinds of files that are worth compressing.
const COMPRESSED: [&str; 12] =
    ["html", "js", "css", "wasm", "json", "svg", "txt", "xml", "csv", "geojson", "ics", "atom"];

/// Builds the site into `out`, for `site_url` if that is known, with `.br` and `.gz` beside each file that gains by it.
///
/// # Errors
/// When a tool is missing and cannot be installed, or a step fails.
pub fn build(out: &Path, site_url: Option<&str>) -> Result<()> {
    let site_url = site_url.map(with_slash).transpose()?;
    tools::ensure_build_tools()?;
    println!("Building the release …");
    fs::create_dir_all(out)?;
    let out = out.canonicalize()?;
    run(Command::new(tools::own("trunk"))
        .current_dir(paths::root())
        .env("PATH", tools::path_with_tools())
        .env("ATLAS_BEHIND", "apart")
        .args(["build", "--release", "--offline", "--quiet", "--dist"])
        .arg(&out))?;
    desk(&out)?;
    supply::notices(&out)?;
    println!("Writing the pages and pictures …");
    run(cargo()
        .args(["run", "--quiet", "--package", "summit-atlas", "--bin", "atlas-site", "--"])
        .arg(&out)
        .args(site_url.as_deref()))?;
    let names = names(&out)?;
    fs::write(out.join("_headers"), headers(site_url.as_deref(), &names))?;
    compress_all(&out)?;
    println!("Built {}", out.display());
    Ok(())
}

/// Builds the program of the dialogs, which Trunk knows nothing of, beside the app.
fn desk(out: &Path) -> Result<()> {
    println!("Building the dialogs …");
    run(cargo().args([
        "build",
        "--quiet",
        "--release",
        "--target=wasm32-unknown-unknown",
        "--package=summit-atlas",
        "--bin=atlas-desk",
        "--features=whole",
    ]))?;
    let built = paths::target().join("wasm32-unknown-unknown/release/atlas-desk.wasm");
    run(Command::new(tools::own("wasm-bindgen"))
        .args(["--target=web", "--no-typescript", "--out-name=atlas-desk", "--out-dir"])
        .arg(out)
        .arg(built))
}

/// Names of the scripts, styles and programs at the root of a site.
fn names(out: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(out)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if [".js", ".css", ".wasm"].iter().any(|ending| name.ends_with(ending)) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Headers for hosts that read them from `_headers` (Netlify, Cloudflare Pages). Each script, style and
/// program is named: hosts differ in what they do where two patterns fit.
fn headers(site_url: Option<&str>, names: &[String]) -> String {
    // WebKit matches `'self'` to nothing in a sandboxed frame, so the origin stands beside it.
    let origin = site_url.map(|url| url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/"));
    let own = origin.map_or_else(|| "'self'".to_owned(), |origin| format!("'self' {origin}"));
    let policy = serve::policy(&own, &format!("{own} 'wasm-unsafe-eval'"));
    let kept = names.iter().map(|name| {
        let cache = if serve::has_hash(name) { serve::FOR_EVER } else { "no-cache" };
        format!("/{name}\n  Cache-Control: {cache}\n")
    });
    format!(
        "/*\n  Content-Security-Policy: {policy}\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: \
         cross-origin\n  Referrer-Policy: strict-origin-when-cross-origin\n  X-Content-Type-Options: nosniff\n  \
         Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=()\n/atlas.html\n  \
         ! Content-Security-Policy\n{}",
        kept.collect::<String>()
    )
}

/// An address of a site, with a slash at its end.
fn with_slash(url: &str) -> Result<String> {
    let is_plain = check::is_web_address(url) && !url.contains(['?', '#', '"']);
    ensure!(is_plain, "--site-url: expected https://host/path/, found {url}");
    Ok(format!("{}/", url.trim_end_matches('/')))
}

/// Every file below a folder, in a fixed order.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A file's bytes as brotli, at the best quality.
///
/// # Errors
/// When they cannot be packed.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &settings)?;
    Ok(packed)
}

fn compress_all(folder: &Path) -> Result<()> {
    let is_worth_it = |file: &PathBuf| {
        file.extension().and_then(|extension| extension.to_str()).is_some_and(|one| COMPRESSED.contains(&one))
    };
    let files: Vec<PathBuf> = files(folder)?.into_iter().filter(is_worth_it).collect();
    let n_workers = thread::available_parallelism()?.get();
    let (files, next) = (&files, &AtomicUsize::new(0));
    thread::scope(|scope| {
        let work = move || {
            while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                compress(file)?;
            }
            anyhow::Ok(())
        };
        let workers: Vec<_> = (0..n_workers).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| anyhow!("compressing broke off"))?)
    })
}

fn compress(file: &Path) -> Result<()> {
    let bytes = fs::read(file)?;
    let name = |suffix: &str| PathBuf::from(format!("{}.{suffix}", file.display()));
    fs::write(name("br"), packed(&bytes, "br", brotli)?)?;
    fs::write(name("gz"), packed(&bytes, "gz", gzip)?)?;
    Ok(())
}

/// No name and no time inside, so that two builds are the same.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes)?;
    Ok(packed.finish()?)
}

/// Bytes compressed, from an earlier build if they were the same there: compressing two hundred
/// pages takes half a minute.
fn packed(bytes: &[u8], suffix: &str, pack: fn(&[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    let kept = paths::target().join("packed");
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let file = kept.join(format!("{hash}.{suffix}"));
    if let Ok(packed) = fs::read(&file) {
        return Ok(packed);
    }
    let packed = pack(bytes)?;
    fs::create_dir_all(&kept)?;
    // Under another name first: a build that is cut off leaves no half file to be taken for a whole.
    let whole = kept.join(format!("{hash}.{suffix}.{:?}.part", thread::current().id()));
    fs::write(&whole, &packed)?;
    fs::rename(&whole, &file)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every script and style was kept for a year, those whose names never change among them.
    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        let names = [
            "summit-atlas-0123456789abcdef_bg.wasm",
            "base-0123456789abcdef.css",
            "embed.js",
            "sw.js",
            "paper.css",
        ];
        let text = headers(Some("https://example.org/atlas/"), &names.map(str::to_owned));
        let blocks: Vec<&str> = text.split("\n/").collect();
        for name in names {
            let block = blocks.iter().find(|block| block.starts_with(name)).unwrap();
            let expected = if serve::has_hash(name) { "immutable" } else { "no-cache" };
            assert!(block.contains(expected), "{block}");
        }
        assert_eq!(text.matches("immutable").count(), 2, "{text}");
        assert!(text.contains("script-src 'self' https://example.org 'wasm-unsafe-eval'"), "{text}");
    }

    /// As `docs/hosting.md` and the configurations beside it are copied by hand.
    #[test]
    fn the_policy_is_the_one_that_hosts_are_told() {
        let policy = serve::policy("'self' HOST", "'self' HOST 'wasm-unsafe-eval'");
        let file = |name: &str| fs::read_to_string(paths::root().join(name)).unwrap();
        assert!(file("docs/hosts/nginx.conf").contains(&policy));
        assert!(file("docs/hosting.md").replace("https://HOST", "HOST").contains(&policy));
    }
}

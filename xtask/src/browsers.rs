//! Browsers, their drivers and a host for the journeys: found, or installed where apt may.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{is_on_path, run, tools};

/// What each engine needs: programs on PATH, and the Debian packages that have them.
const NEEDED: [(&str, &str); 6] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("nginx", "nginx-light"),
    ("pdftotext", "poppler-utils"),
];

/// What lets nginx send files that were compressed before.
pub const BROTLI_STATIC: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Installs what is missing, as far as this user may.
///
/// # Errors
/// Names every program that is missing and how to get it.
pub fn ensure() -> Result<()> {
    let missing = missing();
    if !missing.is_empty() && is_on_path("apt-get") && is_root() {
        println!("Installing {} …", missing.join(", "));
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        run(Command::new("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "-y", "-qq", "--no-install-recommends", "fonts-noto-core", "fonts-noto-cjk"])
            .args(&missing))?;
    }
    let missing = self::missing();
    if !missing.is_empty() {
        bail!(
            "the journeys need browsers that are not here. On Debian or Ubuntu, as root:\n    apt-get install {}\n\
             or run `cargo xtask test --quick`, which leaves the journeys out",
            missing.join(" ")
        );
    }
    tools::ensure_geckodriver()
}

/// Debian packages that are missing.
fn missing() -> Vec<&'static str> {
    let mut packages: Vec<&str> =
        NEEDED.iter().filter(|(program, _)| !is_on_path(program)).map(|(_, package)| *package).collect();
    if firefox().is_none() {
        packages.push("firefox-esr");
    }
    if mini_browser().is_none() && !packages.contains(&"webkit2gtk-driver") {
        packages.push("libwebkit2gtk-4.1-0");
    }
    if !Path::new(BROTLI_STATIC).exists() {
        packages.push("libnginx-mod-http-brotli-static");
    }
    packages
}

/// Firefox, in whichever edition.
pub fn firefox() -> Option<PathBuf> {
    ["/usr/bin/firefox-esr", "/usr/bin/firefox"].into_iter().map(PathBuf::from).find(|path| path.exists())
}

/// The window that WebKit's driver steers.
pub fn mini_browser() -> Option<PathBuf> {
    let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/libexec"];
    let versions = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"];
    let places =
        folders.iter().flat_map(|folder| versions.iter().map(move |version| Path::new(folder).join(version)));
    places.map(|place| place.join("MiniBrowser")).find(|path| path.exists())
}

/// Whether this user may do everything.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

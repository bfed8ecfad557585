//! Checks of the running site that others wrote: axe in every state, Lighthouse on a phone, and WordPress with
//! pasted links.
//! `cargo xtask audit` builds the site, installs the checkers and calls it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use journeys::Page;
use journeys::engine::{Engine, run_result};
use serde_json::{Value, json};
use summit_atlas::model::words::Locale;
use xtask::serve::{Site, start};

/// Every view and every kind of card, a choice, nothing found, another colouring, frames and paper.
const STATES: [&str; 33] = [
    "",
    "?country=UZ",
    "?country=CN~KZ",
    "?id=cku-railway",
    "?event=summit-2-2025",
    "?view=timeline",
    "?view=table",
    "?view=grid",
    "?view=grid&cells=contract",
    "?view=compare",
    "?view=compare&country=KG~UZ&stage=signed",
    "?view=promises",
    "?view=briefing",
    "?view=method",
    "?q=zzzz&country=XX",
    "?colour=stage",
    "timeline.html",
    "table.html",
    "grid.html",
    "briefing.html",
    "record/cku-railway.html",
    "country/kz.html",
    "event/summit-2-2025.html",
    "?tour=2",
    "?embed=map&country=UZ",
    "?embed=map&id=cku-railway",
    "?embed=table",
    "?embed=card&id=cku-railway&accent=7a1f5c",
    "editions.html",
    "notices.html",
    "briefs.html",
    "annex.html",
    "tour/what-astana-agreed.html",
];
/// The first of them, which are held in every language under each setting.
const N_TRANSLATED: usize = 20;
const SETTINGS: [(&str, &str); 3] =
    [("prefers-color-scheme", "light"), ("prefers-color-scheme", "dark"), ("forced-colors", "active")];
/// Those of them that stand without the app.
const STANDING: [&str; 5] =
    ["editions.html", "notices.html", "briefs.html", "annex.html", "tour/what-astana-agreed.html"];
/// What opens above a view, by the button that opens it.
const DIALOGS: [&str; 3] = ["share", "embed", "pictures"];
const WIDTHS: [u32; 3] = [1440, 390, 320];
/// Where the site that was built for an address says that it is.
const SITE: &str = "https://example.org/atlas/";
/// Pages of it that are pasted into a post.
const PASTED: [&str; 4] = ["", "country/kz.html", "record/cku-railway.html", "ru/timeline.html"];
/// Sums up how far things jump while the app takes the place of the still page.
const SHIFT: &str = "window.__shift = 0; new PerformanceObserver(list => { for (const one of list.getEntries()) \
    if (!one.hadRecentInput) window.__shift += one.value; }).observe({ type: 'layout-shift', buffered: true });";
const LIGHTHOUSE_ROUNDS: usize = 5;
/// Lowest scores: median of the rounds.
const BARS: [(&str, f64); 4] =
    [("performance", 0.95), ("accessibility", 1.0), ("best-practices", 1.0), ("seo", 1.0)];
const MOST_SHIFT: f64 = 0.02;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = |name: &str| -> Result<PathBuf> {
        Ok(PathBuf::from(std::env::var_os(name).with_context(|| format!("{name} is not set"))?))
    };
    let (dist, checkers) = (folder("ATLAS_DIST")?, folder("ATLAS_AUDIT")?);
    let url = start(Site::new(&dist), 0)?.url;
    let mut faults = Vec::new();
    if let Some(wordpress) = std::env::var_os("ATLAS_WORDPRESS") {
        faults.extend(pasted(&PathBuf::from(wordpress), &folder("ATLAS_SITE")?).await?);
        println!("WordPress: {} of {} links are not shown as they should", faults.len(), PASTED.len());
    }
    faults.extend(axe(&url, &checkers).await?);
    faults.extend(lighthouse(&url, &checkers)?);
    if !faults.is_empty() {
        bail!("{} found:\n{}", faults.len(), faults.join("\n"));
    }
    println!("Nothing found.");
    Ok(())
}

/// What WordPress makes of pasted links: its own code finds the answer, filters it, and fits the frame.
async fn pasted(wordpress: &Path, site: &Path) -> Result<Vec<String>> {
    let atlas = start(Site { has_probe: true, ..Site::new(site) }, 0)?.url;
    let blog = tempfile::tempdir()?;
    std::fs::copy(wordpress.join("wp-includes/js/wp-embed.js"), blog.path().join("wp-embed.js"))?;
    let mut faults = Vec::new();
    for (place, link) in PASTED.into_iter().enumerate() {
        println!("WordPress: {link} …");
        let made = Command::new("php")
            .arg(xtask::paths::root().join("tests/audit/wordpress.php"))
            .args([wordpress, site])
            .arg(SITE)
            .arg(format!("{SITE}{link}"))
            .output()
            .context("php")?;
        let code = String::from_utf8(made.stdout)?;
        if !made.status.success() || !code.contains("sandbox=\"allow-scripts\"") {
            faults.push(format!("WordPress, {link}: {code}{}", String::from_utf8_lossy(&made.stderr)));
            continue;
        }
        let page = format!(
            "<!doctype html><meta charset=utf-8><link rel=icon href='data:,'><title>A post</title><body style='width: 640px'>{}\
             <script src=wp-embed.js></script>",
            code.replace(SITE, &atlas)
        );
        std::fs::write(blog.path().join(format!("{place}.html")), page)?;
    }
    let host = start(Site { is_foreign: true, ..Site::new(blog.path()) }, 0)?;
    for (place, link) in PASTED.into_iter().enumerate() {
        let address = format!("{}{place}.html", host.url);
        let shown = run_result(Engine::Chromium, move |page| async move {
            page.open_static(&address).await?;
            let fits = "const e = document.querySelector('iframe'); const quoted = document.querySelector('blockquote'); \
                        return !e.getAttribute('style') && quoted.style.display === 'none' && e.clientHeight > 500 && e.clientHeight <= 1000";
            page.wait("the frame to be shown at its height", fits).await?;
            page.driver.find(thirtyfour::By::Tag("iframe")).await?.enter_frame().await?;
            let ready = "return document.documentElement.dataset.state === 'ready' && document.documentElement.scrollHeight <= innerHeight + 1";
            page.wait("the atlas, whole, inside it", ready).await
        });
        if let Err(error) = shown.await {
            faults.push(format!("WordPress, {link}: {error:#}"));
        }
    }
    Ok(faults)
}

/// Violations of axe, best practices included, in every state, width and scheme.
async fn axe(url: &str, checkers: &Path) -> Result<Vec<String>> {
    let script = std::fs::read_to_string(checkers.join("node_modules/axe-core/axe.min.js"))?;
    let mut faults = Vec::new();
    for width in WIDTHS {
        for scheme in ["light", "dark"] {
            println!("axe at {width}, {scheme}: {} states …", STATES.len());
            let (url, script) = (url.to_owned(), script.clone());
            let (sender, receiver) = std::sync::mpsc::channel();
            run_result(Engine::Chromium, move |page| async move {
                let scheme = ("prefers-color-scheme", scheme);
                sender.send(visit(&page, &url, &script, &STATES, width, scheme).await?)?;
                Ok(())
            })
            .await?;
            faults.extend(receiver.recv()?);
        }
    }
    for language in Locale::offered().iter().map(|locale| locale.folder()) {
        for (feature, value) in SETTINGS {
            println!("axe in {language}, {value}: {N_TRANSLATED} states …");
            let (url, script) = (format!("{url}{language}"), script.clone());
            let (sender, receiver) = std::sync::mpsc::channel();
            run_result(Engine::Chromium, move |page| async move {
                let states = &STATES[..N_TRANSLATED];
                sender.send(visit(&page, &url, &script, states, 1440, (feature, value)).await?)?;
                Ok(())
            })
            .await?;
            faults.extend(receiver.recv()?);
        }
    }
    Ok(faults)
}

async fn visit(
    page: &Page,
    url: &str,
    script: &str,
    states: &[&str],
    width: u32,
    (feature, value): (&str, &str),
) -> Result<Vec<String>> {
    let tools = page.driver.cdp();
    let metrics = json!({ "width": width, "height": 1100, "deviceScaleFactor": 1, "mobile": false });
    tools.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
    let media = json!({ "features": [{ "name": feature, "value": value }] });
    tools.send_raw("Emulation.setEmulatedMedia", media).await?;
    // The policy forbids what the checker itself does to the page.
    tools.send_raw("Page.setBypassCSP", json!({ "enabled": true })).await?;
    page.before_every_page(SHIFT).await?;
    let mut faults = Vec::new();
    for state in states {
        let address = format!("{url}{state}");
        if STANDING.contains(state) {
            page.open_static(&address).await?
        } else {
            page.open(&address).await?
        }
        page.settle().await?;
        let place = format!("axe, {url}{state}, {width}, {value}");
        faults.extend(violations(page, script, &place).await?);
        let shift = page.ask("return window.__shift").await?.as_f64().unwrap_or(f64::MAX);
        if shift > MOST_SHIFT {
            faults.push(format!("{place}: layout shift {shift:.3}, at most {MOST_SHIFT}"));
        }
        let wider = "return document.documentElement.scrollWidth - window.innerWidth";
        if page.ask(wider).await?.as_f64().unwrap_or_default() > 0.0 {
            faults.push(format!("{place}: the page scrolls sideways"));
        }
    }
    for dialog in DIALOGS {
        page.open(&format!("{url}?id=cku-railway")).await?;
        page.open_desk(dialog, "button").await?;
        let place = format!("axe, {url}, dialog {dialog}, {width}, {value}");
        faults.extend(violations(page, script, &place).await?);
    }
    Ok(faults)
}

/// What axe finds in the page as it stands, best practices included.
async fn violations(page: &Page, script: &str, place: &str) -> Result<Vec<String>> {
    page.ask(script).await?;
    let run = "const done = arguments[arguments.length - 1]; axe.run(document, {iframes: false, runOnly: {type: 'tag', values: \
               ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}}).then(found => \
               done(found.violations.map(one => one.id + ' × ' + one.nodes.length + ': ' + one.nodes[0].html.slice(0, 160))))";
    let found = page.driver.execute_async(run, Vec::new()).await?.json().clone();
    let found = found.as_array().with_context(|| place.to_owned())?;
    Ok(found.iter().map(|one| format!("{place}: {}", one.as_str().unwrap_or_default())).collect())
}

/// Medians of Lighthouse's scores on its phone, and its layout shift.
fn lighthouse(url: &str, checkers: &Path) -> Result<Vec<String>> {
    let mut reports = Vec::new();
    for round in 0..LIGHTHOUSE_ROUNDS {
        println!("Lighthouse round {} of {LIGHTHOUSE_ROUNDS} …", round + 1);
        let output = Command::new(checkers.join("node_modules/.bin/lighthouse"))
            .args([url, "--quiet", "--output=json", "--output-path=stdout"])
            .arg("--chrome-flags=--headless --no-sandbox --disable-gpu")
            .env("CHROME_PATH", "/usr/bin/chromium")
            .output()
            .context("lighthouse")?;
        let report: Value = serde_json::from_slice(&output.stdout)
            .with_context(|| format!("lighthouse: {}", String::from_utf8_lossy(&output.stderr)))?;
        reports.push(report);
    }
    let median = |of: &dyn Fn(&Value) -> f64| {
        let mut values: Vec<f64> = reports.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    let mut faults = Vec::new();
    for (name, bar) in BARS {
        let score = median(&|report| report["categories"][name]["score"].as_f64().unwrap_or_default());
        println!("Lighthouse {name}: {score:.2} (at least {bar:.2})");
        if score < bar {
            faults.push(format!("Lighthouse {name}: {score:.2}, at least {bar:.2} asked"));
        }
    }
    let shift = median(&|report| {
        report["audits"]["cumulative-layout-shift"]["numericValue"].as_f64().unwrap_or(f64::MAX)
    });
    println!("Lighthouse layout shift: {shift:.3} (at most {MOST_SHIFT})");
    if shift > MOST_SHIFT {
        faults.push(format!("Lighthouse layout shift: {shift:.3}"));
    }
    Ok(faults)
}

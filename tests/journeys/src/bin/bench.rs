//! Measures the atlas beside the same page without any script: interleaved rounds in one run,
//! medians with their range, and ratios. `cargo xtask bench` builds and calls it.

use std::collections::BTreeMap;

use anyhow::Result;
use journeys::Page;
use journeys::engine::{Engine, run_result};
use serde_json::{Value, json};
use xtask::serve::{Site, start};

/// A reader's machine and line.
struct Profile {
    name: &'static str,
    cpu_slowdown: u32,
    /// Bytes a second and milliseconds of delay, or no limit.
    line: Option<(u32, u32)>,
    size: (u32, u32),
}

const PROFILES: [Profile; 2] = [
    Profile { name: "desktop", cpu_slowdown: 1, line: None, size: (1440, 900) },
    Profile { name: "phone", cpu_slowdown: 4, line: Some((200_000, 150)), size: (390, 844) },
];

const FIRST_PAINT: &str = "first paint, ms";
/// A short page, a long one, a view and a card.
const OTHER_PAGES: [&str; 4] =
    ["record/cku-railway.html", "briefing.html", "timeline.html", "country/kz.html"];

/// What is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The page without any script.
    Bare,
    /// The app.
    App,
    /// The app in a frame of a page of another origin.
    Framed,
}

/// Measurements by name, one a round.
type Series = BTreeMap<&'static str, Vec<f64>>;

#[tokio::main]
async fn main() -> Result<()> {
    let rounds: usize = std::env::args().nth(1).and_then(|rounds| rounds.parse().ok()).unwrap_or(7);
    let dist = journeys::dist()?;
    let atlas = start(Site::new(&dist), 0)?.url;
    let bare = start(Site { is_bare: true, ..Site::new(&dist) }, 0)?.url;
    let folder = tempfile::tempdir()?;
    let page = format!(
        "<!doctype html><title>Host</title><iframe style='border:0;width:100%;height:945px' src='{atlas}?embed=map'></iframe>"
    );
    std::fs::write(folder.path().join("index.html"), page)?;
    let host = start(Site { is_foreign: true, ..Site::new(folder.path()) }, 0)?.url;
    for profile in PROFILES {
        let (mut with, mut without, mut framed) = (Series::new(), Series::new(), Series::new());
        for round in 0..rounds {
            eprintln!("{} round {} of {rounds} …", profile.name, round + 1);
            merge(&mut without, visit(&bare, &profile, Kind::Bare).await?);
            merge(&mut with, visit(&atlas, &profile, Kind::App).await?);
            merge(&mut framed, visit(&host, &profile, Kind::Framed).await?);
        }
        report(&profile, "atlas", &with, "no script", &without);
        report(&profile, "in a frame", &framed, "atlas", &with);
        println!("\nFirst paint of other pages, {}", profile.name);
        for path in OTHER_PAGES {
            let (mut with, mut without) = (Vec::new(), Vec::new());
            for _ in 0..rounds {
                without
                    .extend(visit(&format!("{bare}{path}"), &profile, Kind::Bare).await?.remove(FIRST_PAINT));
                with.extend(
                    visit(&format!("{atlas}{path}"), &profile, Kind::Bare).await?.remove(FIRST_PAINT),
                );
            }
            let (with, without) = (summary(&with), summary(&without));
            println!("{path:<26}{:>24}{:>24}{:>8.2}", words(with), words(without), with.0 / without.0);
        }
    }
    Ok(())
}

fn merge(series: &mut Series, round: BTreeMap<&'static str, f64>) {
    for (name, value) in round {
        series.entry(name).or_default().push(value);
    }
}

/// One visit in a fresh browser with an empty cache.
async fn visit(url: &str, profile: &Profile, kind: Kind) -> Result<BTreeMap<&'static str, f64>> {
    let url = url.to_owned();
    let (cpu, line, size) = (profile.cpu_slowdown, profile.line, profile.size);
    let (sender, receiver) = std::sync::mpsc::channel();
    run_result(Engine::Chromium, move |page| async move {
        sender.send(measure(&page, &url, cpu, line, size, kind).await?)?;
        Ok(())
    })
    .await?;
    Ok(receiver.recv()?)
}

async fn measure(
    page: &Page,
    url: &str,
    cpu: u32,
    line: Option<(u32, u32)>,
    size: (u32, u32),
    kind: Kind,
) -> Result<BTreeMap<&'static str, f64>> {
    let tools = page.driver.cdp();
    let is_phone = size.0 < 700;
    tools
        .send_raw(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": size.0, "height": size.1, "deviceScaleFactor": 1, "mobile": is_phone }),
        )
        .await?;
    tools.send_raw("Performance.enable", json!({})).await?;
    tools.send_raw("Network.enable", json!({})).await?;
    if let Some((rate, delay)) = line {
        let limits = json!({ "offline": false, "latency": delay, "downloadThroughput": rate, "uploadThroughput": rate / 2 });
        tools.send_raw("Network.emulateNetworkConditions", limits).await?;
    }
    tools.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": cpu })).await?;
    match kind {
        Kind::App => page.open(url).await?,
        Kind::Bare => {
            page.open_static(url).await?;
            let painted = "return performance.getEntriesByName('first-contentful-paint').length > 0";
            page.wait("the first paint", painted).await?;
        }
        Kind::Framed => {
            page.open_static(url).await?;
            page.driver.find(thirtyfour::By::Tag("iframe")).await?.enter_frame().await?;
            page.wait("the frame", "return performance.getEntriesByName('atlas:ready').length > 0").await?;
        }
    }
    page.settle().await?;
    let mut found = BTreeMap::new();
    let at = |name: &str| {
        format!("const e = performance.getEntriesByName('{name}')[0]; return e ? e.startTime : -1")
    };
    let number = |value: Value| value.as_f64().unwrap_or_default();
    found.insert(FIRST_PAINT, number(page.ask(&at("first-contentful-paint")).await?));
    let metrics = tools.send_raw("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().cloned().unwrap_or_default();
        all.iter().find(|one| one["name"] == name).and_then(|one| one["value"].as_f64()).unwrap_or_default()
    };
    found.insert("main-thread work, ms", metric("TaskDuration") * 1000.0);
    found.insert("memory of scripts, MB", metric("JSHeapTotalSize") / 1e6);
    if kind == Kind::Bare {
        return Ok(found);
    }
    let (began, read) =
        (number(page.ask(&at("atlas:start")).await?), number(page.ask(&at("atlas:data")).await?));
    found.insert("read data and borders, ms", read - began);
    found.insert("map drawn, ms", number(page.ask(&at("atlas:map")).await?));
    found.insert("answers input, ms", number(page.ask(&at("atlas:ready")).await?));
    // Idle work after the start is over before anything is timed.
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    for (name, act) in [
        ("choose a country, ms", "document.querySelector('button[data-country=UZ]').click()"),
        ("toggle a filter, ms", "document.querySelector('input[name=sector][value=energy]').click()"),
        (
            "type a key, ms",
            "const q = document.querySelector('input[name=q]'); q.value = 'g'; q.dispatchEvent(new Event('input', {bubbles: true}))",
        ),
    ] {
        // The first time, as a reader meets it.
        found.insert(name, number(timed(page, act).await?));
    }
    Ok(found)
}

/// Milliseconds from an event to the final DOM, with style and layout forced. Views follow their
/// signals in microtasks, so the DOM is final when these are done; painting is not counted.
async fn timed(page: &Page, act: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1]; (async () => {{ document.body.offsetHeight; \
         let changed = 0; const watch = new MutationObserver(() => {{ changed = performance.now(); }}); \
         const start = performance.now(); {act}; \
         for (let turn = 0; turn < 64; turn += 1) await null; document.body.offsetHeight; \
         const end = performance.now(); \
         watch.observe(document.body, {{ subtree: true, childList: true, attributes: true, characterData: true }}); \
         setTimeout(() => done(changed ? changed - start : end - start), 200); }})()"
    );
    Ok(page.driver.execute_async(&script, Vec::new()).await?.json().clone())
}

/// One series beside another.
fn report(profile: &Profile, name: &str, with: &Series, other: &str, without: &Series) {
    println!(
        "\n{}: CPU ÷{}, {}",
        profile.name,
        profile.cpu_slowdown,
        match profile.line {
            Some((rate, delay)) => format!("{} Mbit/s, {delay} ms", f64::from(rate) * 8.0 / 1e6),
            None => "line not limited".to_owned(),
        }
    );
    println!("{:<26}{:>24}{:>24}{:>8}", "", format!("{name}: median (range)"), other, "ratio");
    for (name, values) in with {
        let own = summary(values);
        let other = without.get(name).map(|values| summary(values));
        let ratio = other.filter(|other| other.0 > 0.0).map(|other| format!("{:.2}", own.0 / other.0));
        println!(
            "{name:<26}{:>24}{:>24}{:>8}",
            words(own),
            other.map(words).unwrap_or_default(),
            ratio.unwrap_or_default()
        );
    }
}

/// Median, least and most.
fn summary(values: &[f64]) -> (f64, f64, f64) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
    (middle, sorted.first().copied().unwrap_or_default(), sorted.last().copied().unwrap_or_default())
}

fn words((median, least, most): (f64, f64, f64)) -> String {
    format!("{median:.1} ({least:.1}–{most:.1})")
}

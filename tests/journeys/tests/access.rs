//! Access on the release build, in Chromium, whose tools can stand in for other devices and settings:
//! what screen readers are told, the keyboard's way through the page, room for fingers, large text.

use std::fs;

use anyhow::{Context, Result, ensure};
use journeys::transcript::{TODAY, VIEWS, transcript};
use journeys::{Engine, Page, run, site};
use serde_json::json;
use thirtyfour::Key;
use xtask::paths;

/// Views with everything that can be pressed, typed into or ticked.
const STATES: [&str; 9] = [
    "",
    "?country=UZ",
    "?id=cku-railway",
    "?view=timeline",
    "?view=table",
    "?view=grid",
    "?view=compare",
    "?view=promises",
    "?view=briefing",
];

async fn screen(page: &Page, width: u32, height: u32, is_touched: bool) -> Result<()> {
    let tools = page.driver.cdp();
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_touched });
    tools.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
    let touch = json!({ "enabled": is_touched, "maxTouchPoints": 5 });
    tools.send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
    Ok(())
}

/// Lines that a script answers, with where they were found.
async fn findings(page: &Page, what: &str, script: &str) -> Result<Vec<String>> {
    let found: Vec<String> = serde_json::from_value(page.ask(script).await?)?;
    Ok(found.into_iter().map(|one| format!("{what}: {one}")).collect())
}

/// `cargo xtask screenshots` writes them anew; a change is looked at like a picture.
#[tokio::test(flavor = "multi_thread")]
async fn screen_readers_are_told_what_was_reviewed() {
    run(Engine::Chromium, |page| async move {
        let url = site()?;
        page.before_every_page(TODAY).await?;
        for (name, query) in VIEWS {
            page.open_whole(&format!("{url}{query}")).await?;
            let path = paths::root().join(format!("tests/journeys/transcripts/{name}.txt"));
            let reviewed = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            let told = transcript(&page).await?;
            let differs = told.lines().zip(reviewed.lines()).find(|(told, reviewed)| told != reviewed);
            ensure!(told == reviewed, "{name} differs from what was reviewed (told, reviewed): {differs:?}");
        }
        Ok(())
    })
    .await;
}

/// Every stop is in the order of the page, on the screen, not under something, and marked; and after
/// the last the key leads out again.
#[tokio::test(flavor = "multi_thread")]
async fn the_tab_key_goes_through_the_page_in_order_and_is_always_seen() {
    run(Engine::Chromium, |page| async move {
        let url = site()?;
        screen(&page, 1440, 900, false).await?;
        for state in ["", "?id=cku-railway", "?view=table"] {
            page.open_whole(&format!("{url}{state}")).await?;
            let n_stops = page
                .ask(
                    "document.body.focus(); window.__before = null; return [...document.querySelectorAll('a[href], button, input, \
                     select, summary, [tabindex]')].filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility()).length",
                )
                .await?
                .as_u64()
                .context("a number")?;
            let mut n_reached = 0;
            for _ in 0..n_stops + 5 {
                page.driver.action_chain().send_keys(Key::Tab).perform().await?;
                let script = "const e = document.activeElement; if (!e || e === document.body) return ''; \
                     const name = e.tagName + ' ' + (e.textContent || e.name || '').trim().slice(0, 40); \
                     const before = window.__before; window.__before = e; \
                     if (before && !(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) return 'order: ' + name; \
                     const style = getComputedStyle(e); \
                     const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 \
                       || e instanceof SVGElement && style.strokeWidth !== '0px'; \
                     if (!marked) return 'not marked: ' + name; \
                     const box = e.getClientRects()[0] || e.getBoundingClientRect(); \
                     const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2); \
                     const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 1), innerHeight - 2); \
                     if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return 'off the screen: ' + name; \
                     const top = document.elementFromPoint(x, y); \
                     const isSeen = e instanceof SVGElement || top && (e.contains(top) || top.contains(e)); \
                     return isSeen ? 'ok' : 'covered: ' + name + ' by ' + (top ? top.outerHTML.slice(0, 80) : 'nothing')";
                let said = page.text(script).await?;
                if said.is_empty() {
                    break;
                }
                ensure!(said == "ok", "{state:?}, stop {n_reached}: {said}");
                n_reached += 1;
            }
            ensure!(n_reached > 40 && n_reached < n_stops + 5, "{state:?}: {n_reached} of {n_stops} stops, then the way out");
        }
        Ok(())
    })
    .await;
}

/// Fingers need more room than a mouse. Links within a sentence are as large as its letters.
#[tokio::test(flavor = "multi_thread")]
async fn everything_is_large_enough_to_hit() {
    run(Engine::Chromium, |page| async move {
        let url = site()?;
        let mut found = Vec::new();
        for (is_touched, width, least) in [(false, 1440, 24), (false, 320, 24), (true, 390, 44), (true, 320, 44)] {
            screen(&page, width, 800, is_touched).await?;
            for state in STATES {
                page.open_whole(&format!("{url}{state}")).await?;
                if width < 1100 {
                    page.ask("document.querySelector('section > button[aria-haspopup=dialog]').click()").await?;
                    page.settle().await?;
                }
                for opened in [true, false] {
                    if !opened {
                        page.ask("const d = document.querySelector('dialog[open]'); if (d) d.close()").await?;
                        page.settle().await?;
                    }
                    let script = format!(
                        "const least = {least}; const found = []; \
                         const block = e => {{ let p = e.parentElement; while (getComputedStyle(p).display === 'inline') p = p.parentElement; return p; }}; \
                         const inText = e => getComputedStyle(e).display === 'inline' && \
                           block(e).textContent.trim().length > e.textContent.trim().length + 1; \
                         for (const e of document.querySelectorAll('a[href], button, select, summary, input:not([type=checkbox]), label:has(input[type=checkbox])')) {{ \
                           if (!e.checkVisibility() || inText(e) || e.closest('.skip, .visually-hidden')) continue; \
                           if (document.querySelector('dialog[open]') && !e.closest('dialog')) continue; \
                           const box = e.getBoundingClientRect(); if (!box.width) continue; \
                           if (box.height < least - 0.5 || box.width < Math.min(least, 24) - 0.5) \
                             found.push(`${{e.tagName}} ${{Math.round(box.width)}} × ${{Math.round(box.height)}} “${{e.textContent.trim().slice(0, 40)}}” in ${{e.parentElement.outerHTML.slice(0, 90)}}`); }} \
                         return found.slice(0, 12)"
                    );
                    let what = format!("{state:?} at {width}, at least {least}");
                    found.extend(findings(&page, &what, &script).await?);
                }
            }
        }
        ensure!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
    .await;
}

const OVERFLOW: &str = "const found = []; const root = document.documentElement; \
    if (root.scrollWidth > root.clientWidth) { \
      const wide = [...document.querySelectorAll('main *, header *, aside *, footer *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > root.clientWidth + 1); \
      found.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}: ${wide.slice(0, 2).map(e => e.outerHTML.slice(0, 90))}`); } \
    for (const e of document.querySelectorAll('body *')) { \
      if (!e.checkVisibility() || e.closest('svg, [aria-hidden=true], .visually-hidden, .skip') || e.querySelector('path[data-country]')) continue; \
      const style = getComputedStyle(e); \
      if (style.textOverflow === 'ellipsis') continue; \
      const cuts = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY); \
      if (cuts && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) \
        found.push('cut: ' + e.outerHTML.slice(0, 100)); } \
    return found.slice(0, 8)";

/// 320 pixels are also 1280 at 400 %.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_at_320_pixels_with_wide_spacing_or_with_large_text() {
    run(Engine::Chromium, |page| async move {
        let (url, mut found) = (site()?, Vec::new());
        let spacing = "const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; \
            letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'); \
            document.adoptedStyleSheets = [sheet]";
        let large = "const sheet = new CSSStyleSheet(); sheet.replaceSync(':root { font-size: 200% }'); \
            document.adoptedStyleSheets = [sheet]";
        for (what, width, script) in [
            ("reflow", 320, ""),
            ("spacing", 1440, spacing),
            ("spacing", 390, spacing),
            ("large text", 1440, large),
            ("large text", 640, large),
        ] {
            screen(&page, width, 900, false).await?;
            for language in ["", "lang=ru", "lang=tk"] {
                for state in STATES {
                    let join = if state.is_empty() { "?" } else { "&" };
                    let address = if language.is_empty() { state.to_owned() } else { format!("{state}{join}{language}") };
                    page.open_whole(&format!("{url}{address}")).await?;
                    page.ask(script).await?;
                    page.settle().await?;
                    found.extend(findings(&page, &format!("{what}, {address:?} at {width}"), OVERFLOW).await?);
                }
            }
        }
        ensure!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
    .await;
}

/// The day of the summit is a day, not an instant.
#[tokio::test(flavor = "multi_thread")]
async fn the_seventeenth_of_june_is_that_day_in_every_time_zone() {
    run(Engine::Chromium, |page| async move {
        let url = site()?;
        for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Almaty", "America/New_York"] {
            let tools = page.driver.cdp();
            tools.send_raw("Emulation.setTimezoneOverride", json!({ "timezoneId": zone })).await?;
            for (link, day) in [
                ("?event=summit-2-2025", "17 June 2025"),
                ("?event=summit-2-2025&lang=ru", "17 июня 2025"),
                ("?event=summit-2-2025&lang=zh", "2025年6月17日"),
            ] {
                page.open_whole(&format!("{url}{link}")).await?;
                let card = page.text("return document.querySelector('[data-card]').innerText").await?;
                ensure!(card.contains(day), "{zone}, {link}: {card:.300}");
                ensure!(
                    !card.contains("16 June 2025") && !card.contains("18 June 2025"),
                    "{zone}: {card:.300}"
                );
            }
        }
        Ok(())
    })
    .await;
}

/// One region speaks; it says how many records are shown.
#[tokio::test(flavor = "multi_thread")]
async fn one_polite_region_says_counts() {
    run(Engine::Chromium, |page| async move {
        page.open_whole(&site()?).await?;
        let regions = "return [...document.querySelectorAll('[aria-live], [role=status], [role=alert], output')] \
            .filter(e => e.checkVisibility()).map(e => `${e.tagName} ${e.getAttribute('name') || e.getAttribute('role')}`)";
        let regions: Vec<String> = serde_json::from_value(page.ask(regions).await?)?;
        // What the link said that was not understood, empty here; and the count.
        ensure!(regions == ["DIV status", "OUTPUT count"], "{regions:?}");
        let polite = "const e = document.querySelector('output[name=count]'); \
            return e.getAttribute('aria-live') !== 'off' && e.textContent";
        let before = page.text(polite).await?;
        page.toggle("sector", "energy").await?;
        let after = page.text(polite).await?;
        ensure!(before.contains("140 of 140") && after != before, "{before}, then {after}");
        Ok(())
    })
    .await;
}

/// Nothing moves for those who asked for that, and lines are stronger for those who need it.
#[tokio::test(flavor = "multi_thread")]
async fn settings_of_the_reader_are_followed() {
    run(Engine::Chromium, |page| async move {
        let url = site()?;
        let tools = page.driver.cdp();
        let set = |name: &str, value: &str| json!({ "features": [{ "name": name, "value": value }] });
        // The atlas itself moves nothing: a movement is brought in, which the setting has to end.
        let bring = "const sheet = new CSSStyleSheet(); sheet.replaceSync('button { transition: opacity 60s } \
            button[data-country][aria-pressed=true] { opacity: 0.5 }'); document.adoptedStyleSheets = [sheet]; document.body.offsetWidth";
        let moving = "return document.getAnimations().filter(one => one.playState === 'running').map(one => String(one.effect && one.effect.target && one.effect.target.outerHTML).slice(0, 80))";
        for (setting, moves) in [("no-preference", true), ("reduce", false)] {
            tools.send_raw("Emulation.setEmulatedMedia", set("prefers-reduced-motion", setting)).await?;
            page.open_whole(&url).await?;
            page.ask(bring).await?;
            page.click("button[data-country=UZ]").await?;
            let found = findings(&page, setting, moving).await?;
            ensure!(found.is_empty() != moves, "{setting}: {}", found.join("\n"));
        }
        let colour = "return getComputedStyle(document.documentElement).getPropertyValue('--muted').trim()";
        let usual = page.text(colour).await?;
        tools.send_raw("Emulation.setEmulatedMedia", set("prefers-contrast", "more")).await?;
        let stronger = page.text(colour).await?;
        ensure!(usual != stronger, "more contrast changes the colours: {usual}");
        Ok(())
    })
    .await;
}

//! The page as a reader perceives it: by role, label, text and public hook, never by class.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use thirtyfour::prelude::*;

use crate::Engine;

/// How long anything may take before a journey is given up.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the page does not do without, and comes in later tasks than its answer to input; frames do
/// without it.
const COMES_LATE: &str = "return !!document.querySelector('[data-embed]') \
    || !!document.querySelector('input[type=search][name=q]') && !!document.querySelector('aside [data-agreement]')";
/// Names and addresses of sources come from a file beside the app, which becomes a block of the page. Every
/// card asks for it; a frame without a card does not.
const HAS_SOURCES: &str =
    "return !document.querySelector('[data-card]') || !!document.getElementById('behind')";

/// The atlas in one browser.
#[derive(Clone)]
pub struct Page {
    /// For what the page has no words for.
    pub driver: WebDriver,
    /// Which engine draws it.
    pub engine: Engine,
}

impl Page {
    /// A page over a session.
    pub fn new(driver: WebDriver, engine: Engine) -> Self {
        Self { driver, engine }
    }

    /// Opens an address and waits until the app answers, with its filters and lists.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.driver.goto(url).await?;
        self.ready(url).await
    }

    /// Opens an address and waits until nothing of the page is missing: sources have their names too.
    pub async fn open_whole(&self, url: &str) -> Result<()> {
        self.open(url).await?;
        self.wait(&format!("sources at {url}"), HAS_SOURCES).await?;
        self.settle().await
    }

    /// Loads the page again and waits until the app answers.
    pub async fn reload(&self) -> Result<()> {
        self.driver.refresh().await?;
        self.ready("the reload").await
    }

    /// Waits until the app answers in the page or frame that is open.
    pub async fn ready(&self, what: &str) -> Result<()> {
        self.wait(what, "return performance.getEntriesByName('atlas:ready').length > 0").await?;
        self.wait(&format!("filters and lists at {what}"), COMES_LATE).await
    }

    /// Opens a dialog, or asks for a file, by its button and waits until the dialog shows what fits.
    pub async fn open_desk(&self, kind: &str, shows: &str) -> Result<()> {
        self.click(&format!("button[data-desk='{kind}']")).await?;
        let there = format!(
            "const e = document.querySelector('dialog#desk'); return !!e && e.open && !!e.querySelector({shows:?})"
        );
        self.wait(&format!("the dialog {kind}"), &there).await
    }

    /// Runs a script before the own ones of every page that is opened from now on; Chromium alone.
    pub async fn before_every_page(&self, script: &str) -> Result<()> {
        let source = serde_json::json!({ "source": script });
        self.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
        Ok(())
    }

    /// Opens an address at which the app is not expected to start.
    pub async fn open_static(&self, url: &str) -> Result<()> {
        self.driver.goto(url).await.with_context(|| url.to_owned())
    }

    /// Waits until a script answers true.
    pub async fn wait(&self, what: &str, script: &str) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.ask(script).await? == Value::Bool(true) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let state = self
            .ask(
                "return document.documentElement.dataset.state + ' ' + document.body.innerText.slice(0, 300)",
            )
            .await?;
        bail!("gave up waiting for {what}; the page says: {state}")
    }

    /// The answer of a script.
    pub async fn ask(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// The answer of a script as text.
    pub async fn text(&self, script: &str) -> Result<String> {
        Ok(self.ask(script).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until views have followed their signals: they do at the end of the task. A timer, not
    /// a frame, as browsers without a screen may draw none.
    pub async fn settle(&self) -> Result<()> {
        self.driver
            .execute_async(
                "const done = arguments[arguments.length - 1]; setTimeout(() => done(true), 40)",
                Vec::new(),
            )
            .await?;
        Ok(())
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.driver.action_chain().send_keys(keys).perform().await?;
        self.settle().await
    }

    /// Clicks the first element that fits, once there is one, as a script would, which works the same in
    /// every engine.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let script = format!(
            "const e = document.querySelector({selector:?}); if (!e) return false; \
             e.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true, view: window}})); return true"
        );
        self.wait(&format!("what fits {selector}"), &script).await?;
        self.settle().await
    }

    /// Ticks or unticks a filter, once it is there.
    pub async fn toggle(&self, facet: &str, value: &str) -> Result<()> {
        let script = format!(
            "const e = document.querySelector('input[type=checkbox][name={facet}][value={value}]'); if (!e) return false; e.click(); return true"
        );
        self.wait(&format!("the filter {facet}={value}"), &script).await?;
        self.settle().await
    }

    /// Writes into the search field, once it is there.
    pub async fn search(&self, words: &str) -> Result<()> {
        let script = format!(
            "const e = document.querySelector('input[type=search][name=q]'); if (!e) return false; e.value = {words:?}; e.dispatchEvent(new Event('input', {{bubbles: true}})); return true"
        );
        self.wait("the search field", &script).await?;
        self.settle().await
    }

    /// Width of what the map shows, in its own units.
    pub async fn map_width(&self) -> Result<f64> {
        let width = self
            .ask("return document.querySelector('path[data-country]').ownerSVGElement.viewBox.baseVal.width");
        width.await?.as_f64().context("the map has a width")
    }

    /// What a finger on the map may do to the page, as the browser is told.
    pub async fn map_touch(&self) -> Result<String> {
        self.text("return getComputedStyle(document.querySelector('path[data-country]').ownerSVGElement.parentElement).touchAction").await
    }

    /// Turns the wheel over the middle of the map; whether the map kept it from the page.
    pub async fn wheel(&self, has_ctrl: bool, delta: f64) -> Result<bool> {
        let script = format!(
            "const map = document.querySelector('path[data-country]').ownerSVGElement; \
             const box = map.getBoundingClientRect(); \
             return !map.dispatchEvent(new WheelEvent('wheel', {{bubbles: true, cancelable: true, ctrlKey: {has_ctrl}, \
             deltaY: {delta}, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2}}))"
        );
        let kept = self.ask(&script).await? == Value::Bool(true);
        self.settle().await?;
        Ok(kept)
    }

    /// Puts down, moves or lifts a finger at a fraction of the map.
    pub async fn finger(&self, event: &str, number: u32, at: (f64, f64)) -> Result<()> {
        let about = format!("pointerId: {number}, pointerType: 'touch', isPrimary: {number} === 1");
        self.pointer(event, &about, at).await
    }

    /// Presses, moves or lifts a mouse at a fraction of the map, with its first button held or not.
    pub async fn mouse(&self, event: &str, is_held: bool, at: (f64, f64)) -> Result<()> {
        let about = format!("pointerId: 1, pointerType: 'mouse', buttons: {}", u8::from(is_held));
        self.pointer(event, &about, at).await
    }

    async fn pointer(&self, event: &str, about: &str, (across, down): (f64, f64)) -> Result<()> {
        let script = format!(
            "const map = document.querySelector('path[data-country]').ownerSVGElement; \
             const box = map.getBoundingClientRect(); \
             map.dispatchEvent(new PointerEvent('{event}', {{bubbles: true, cancelable: true, {about}, \
             clientX: box.x + box.width * {across}, \
             clientY: box.y + box.height * {down}}}))"
        );
        self.ask(&script).await?;
        self.settle().await
    }

    /// The number of records shown.
    pub async fn count(&self) -> Result<usize> {
        let text = self.text("return document.querySelector('output[name=count]').textContent").await?;
        let digits: String = text
            .chars()
            .skip_while(|letter| !letter.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse().with_context(|| format!("the count says {text:?}"))
    }

    /// Ids of the records a region shows, in order; waits for its lines, which are there also while none
    /// of them passes.
    pub async fn listed(&self, region: &str) -> Result<Vec<String>> {
        let is_here = format!("return !!document.querySelector('{region} [data-agreement]')");
        self.wait(&format!("the lines of {region:?}"), &is_here).await?;
        let script = format!(
            "return [...document.querySelectorAll('{region} [data-agreement]')].filter(e => !e.closest('[hidden]')).map(e => e.dataset.agreement)"
        );
        Ok(serde_json::from_value(self.ask(&script).await?)?)
    }

    /// The open card: a country, a record, an event, or `overview`.
    pub async fn card(&self) -> Result<String> {
        self.text("return [...document.querySelectorAll('[data-card]')].map(e => e.dataset.card).join(' ')")
            .await
    }

    /// Path and query of the address.
    pub async fn address(&self) -> Result<String> {
        self.text("return location.pathname + location.search").await
    }

    /// Codes of the pressed country buttons, and of the pressed shapes where there is a map.
    pub async fn pressed(&self) -> Result<(String, String)> {
        let script = |kind: &str| {
            format!(
                "return [...document.querySelectorAll('{kind}[data-country][aria-pressed=true]')].map(e => e.dataset.country).sort().join(' ')"
            )
        };
        Ok((self.text(&script("button")).await?, self.text(&script("path")).await?))
    }

    /// Attribute of what has the focus.
    pub async fn focused(&self, attribute: &str) -> Result<String> {
        self.text(&format!(
            "return (document.activeElement && document.activeElement.getAttribute('{attribute}')) || ''"
        ))
        .await
    }

    /// Errors, warnings and violations of the policy that the page wrote down.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        Ok(serde_json::from_value(self.ask("return window.__probe || ['no probe in the page']").await?)?)
    }

    /// What the browser itself wrote down since it was last asked, beside the page: refused windows, files that
    /// are not there. Chromium tells; of the others nothing is known.
    pub async fn console(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let log = self.driver.get_log("browser").await?;
        Ok(log.into_iter().map(|entry| entry.message).collect())
    }

    /// The panel that says why the app did not start, if it shows.
    pub async fn failure(&self) -> Result<String> {
        self.text("const e = document.getElementById('failure'); return e && !e.hidden ? e.textContent : ''")
            .await
    }
}

//! Starting a browser of each engine through its driver, and ending it whatever happened.

use std::future::Future;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use serde_json::json;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;
use xtask::{browsers, tools};

use crate::Page;

/// The engines readers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge, Samsung.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari.
    WebKit,
}

/// A process that ends with its owner.
struct Helper(Child);

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs a journey in a fresh browser and ends the browser whether it went well or not.
///
/// # Panics
/// When the journey fails; the message names the engine.
pub async fn run<F, J>(engine: Engine, journey: F)
where
    F: FnOnce(Page) -> J + Send + 'static,
    J: Future<Output = Result<()>> + Send + 'static,
{
    let result = run_result(engine, journey).await;
    if let Err(error) = result {
        panic!("{engine:?}: {error:?}");
    }
}

/// Runs a journey and ends the browser, and says how it went.
///
/// # Errors
/// What the journey answered, or that the browser could not be started.
///
/// # Panics
/// When the journey does; the browser has ended by then.
pub async fn run_result<F, J>(engine: Engine, journey: F) -> Result<()>
where
    F: FnOnce(Page) -> J + Send + 'static,
    J: Future<Output = Result<()>> + Send + 'static,
{
    let port = free_port()?;
    let profile = scratch()?;
    let (program, arguments) = match engine {
        Engine::Chromium => (PathBuf::from("chromedriver"), vec![format!("--port={port}")]),
        Engine::Firefox => (
            tools::own("geckodriver"),
            vec![
                format!("--port={port}"),
                format!("--websocket-port={}", free_port()?),
                "--log=fatal".to_owned(),
            ],
        ),
        Engine::WebKit => (PathBuf::from("WebKitWebDriver"), vec![format!("--port={port}")]),
    };
    let mut command = Command::new(&program);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).env("TMPDIR", &profile);
    let mut screen = None;
    if engine == Engine::WebKit {
        // It picks a display that nobody has, and says which when it is ready.
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"]);
        let mut server = server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("Xvfb")?;
        let said = server.stdout.take().context("Xvfb says its display")?;
        screen = Some(Helper(server));
        let mut number = String::new();
        BufReader::new(said).read_line(&mut number)?;
        let display = format!(":{}", number.trim());
        command
            .env("DISPLAY", &display)
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1");
    }
    let helper = Helper(command.spawn().with_context(|| program.display().to_string())?);
    let driver = connect(&format!("http://127.0.0.1:{port}"), capabilities(engine, &profile)?).await?;
    let page = Page::new(driver.clone(), engine);
    // In a task of its own, whose panic is an answer: the browser would stay otherwise.
    let done = tokio::spawn(async move { journey(page).await }).await;
    let ended = driver.quit().await;
    drop(helper);
    drop(screen);
    let _ = std::fs::remove_dir_all(&profile);
    match done {
        Ok(done) => done?,
        Err(broken) if broken.is_panic() => std::panic::resume_unwind(broken.into_panic()),
        Err(broken) => return Err(broken.into()),
    }
    ended.map_err(|error| anyhow!("ending the browser: {error}"))
}

static NEXT: AtomicU32 = AtomicU32::new(0);

fn scratch() -> Result<PathBuf> {
    let folder = std::env::temp_dir().join(format!(
        "atlas-journey-{}-{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    ));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A driver takes a moment to listen; a driver that never does is an error.
async fn connect(address: &str, capabilities: Capabilities) -> Result<WebDriver> {
    let mut last = None;
    for _ in 0..100 {
        if std::net::TcpStream::connect(address.trim_start_matches("http://")).is_ok() {
            match WebDriver::new(address, capabilities.clone()).await {
                Ok(driver) => return Ok(driver),
                Err(error) => last = Some(error),
            }
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err(anyhow!("the driver at {address} gave no session: {last:?}"))
}

fn capabilities(engine: Engine, profile: &std::path::Path) -> Result<Capabilities> {
    let mut capabilities = Capabilities::new();
    match engine {
        Engine::Chromium => {
            let data = format!("--user-data-dir={}", profile.join("profile").display());
            capabilities.set("browserName", "chrome")?;
            capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
            capabilities.set(
                "goog:chromeOptions",
                json!({ "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-dev-shm-usage",
                "--hide-scrollbars", "--window-size=1440,1200", data,
            ] }),
            )?;
        }
        Engine::Firefox => {
            let binary = browsers::firefox().context("Firefox is not installed")?;
            capabilities.set("browserName", "firefox")?;
            capabilities.set("moz:firefoxOptions", json!({
                "binary": binary, "args": ["-headless", "--width=1440", "--height=1200"],
                "prefs": { "browser.shell.checkDefaultBrowser": false, "datareporting.policy.dataSubmissionEnabled": false },
            }))?;
        }
        Engine::WebKit => {
            let binary = browsers::mini_browser().context("WebKit's MiniBrowser is not installed")?;
            capabilities
                .set("webkitgtk:browserOptions", json!({ "binary": binary, "args": ["--automation"] }))?;
        }
    }
    Ok(capabilities)
}

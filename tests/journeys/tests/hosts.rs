//! The site behind a real host: nginx with the configuration of `docs/hosts/nginx.conf`.

use std::net::TcpListener;
use std::process::{Child, Command};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use journeys::Engine;
use journeys::engine::run_result;
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use xtask::browsers::{BROTLI_STATIC, is_root};
use xtask::paths;
use xtask::serve::{Site, start};

/// A running nginx; it ends with the test.
struct Nginx {
    child: Child,
    origin: String,
    _folder: tempfile::TempDir,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Nginx {
    /// Serves the built site under a prefix, `/` or `/a/b/`.
    fn start(prefix: &str) -> Result<Self> {
        let dist = journeys::dist()?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let origin = format!("http://127.0.0.1:{port}");
        let folder = tempfile::tempdir()?;
        let place = folder.path().display();
        let bare = if prefix == "/" { "/none" } else { prefix.trim_end_matches('/') };
        let site = std::fs::read_to_string(paths::root().join("docs/hosts/nginx.conf"))?
            .replace("FOLDER", &dist.canonicalize()?.display().to_string())
            .replace("PREFIX", prefix)
            .replace("BARE", bare)
            .replace("PORT", &port.to_string())
            .replace("HOST", &origin)
            // Room for its own files, away from those of the system.
            .replacen(
                "http {",
                &format!(
                    "http {{\n access_log off; client_body_temp_path {place}/b; proxy_temp_path {place}/p; \
                     fastcgi_temp_path {place}/f; uwsgi_temp_path {place}/u; scgi_temp_path {place}/s;"
                ),
                1,
            );
        let root = if is_root() { "user root;\n" } else { "" };
        let head = format!(
            "load_module {BROTLI_STATIC};\n{root}daemon off;\nmaster_process off;\npid {place}/pid;\nerror_log {place}/log;\n\
             events {{}}\n"
        );
        let file = folder.path().join("nginx.conf");
        std::fs::write(&file, format!("{head}{site}"))?;
        let child = Command::new("nginx")
            .arg("-p")
            .arg(folder.path())
            .arg("-c")
            .arg(&file)
            .spawn()
            .context("nginx")?;
        Ok(Self { child, origin, _folder: folder })
    }

    /// Waits until it answers.
    async fn answers(&self, client: &Client) -> Result<()> {
        for _ in 0..100 {
            if client.get(&self.origin).send().await.is_ok() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        anyhow::bail!("nginx does not answer at {}", self.origin)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn types_compression_redirects_and_errors_are_right() -> Result<()> {
    let client = Client::builder().redirect(Policy::none()).build()?;
    for prefix in ["/", "/a/b/"] {
        let nginx = Nginx::start(prefix)?;
        nginx.answers(&client).await?;
        let get = |path: &str| {
            client.get(format!("{}{prefix}{path}", nginx.origin)).header("accept-encoding", "br, gzip")
        };
        for (path, kind, is_packed) in [
            ("", "text/html; charset=utf-8", true),
            ("index.html", "text/html; charset=utf-8", true),
            ("record/cku-railway.html", "text/html; charset=utf-8", true),
            ("map/overview.svg", "image/svg+xml", true),
            ("data/atlas.json", "application/json", true),
            ("data/records.csv", "text/csv; charset=utf-8", true),
            ("data/places.geojson", "application/geo+json", true),
            ("data/milestones.ics", "text/calendar; charset=utf-8", true),
            ("data/changes.atom", "application/atom+xml", true),
            ("data/atlas.zip", "application/zip", false),
            ("record/cku-railway.bib", "application/x-bibtex", false),
        ] {
            let answer = get(path).send().await?;
            let header = |name: &str| {
                answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
            };
            ensure!(answer.status() == StatusCode::OK, "{prefix}{path}: {}", answer.status());
            ensure!(header("content-type") == kind, "{prefix}{path}: {}", header("content-type"));
            ensure!(
                (header("content-encoding") == "br") == is_packed,
                "{prefix}{path}: {}",
                header("content-encoding")
            );
            ensure!(
                header("access-control-allow-origin") == "*",
                "{prefix}{path}: for frames without an origin"
            );
            ensure!(
                header("content-security-policy").starts_with("default-src 'none'"),
                "{prefix}{path}: the policy"
            );
        }
        let page = client.get(format!("{}{prefix}", nginx.origin)).send().await?.text().await?;
        let wasm = page
            .split("_bg.wasm")
            .next()
            .and_then(|before| before.rsplit("./").next())
            .context("the wasm")?;
        let answer = get(&format!("{wasm}_bg.wasm")).send().await?;
        let header =
            |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        ensure!(header("content-type") == "application/wasm", "{}", header("content-type"));
        ensure!(header("cache-control").contains("immutable"), "{}", header("cache-control"));
        for path in ["embed.js", "paper.css", "sw.js"] {
            let answer = get(path).send().await?;
            let cache = answer.headers().get("cache-control").and_then(|value| value.to_str().ok());
            ensure!(
                cache.is_some_and(|cache| !cache.contains("immutable")),
                "{path}, whose name stays: {cache:?}"
            );
        }
        // No packed answer: the client does not unpack.
        let missing = client.get(format!("{}{prefix}record/none.html", nginx.origin)).send().await?;
        ensure!(missing.status() == StatusCode::NOT_FOUND, "{}", missing.status());
        let text = missing.text().await?;
        ensure!(is_page_of_none(&text), "{prefix}: {text:.300}");
        if prefix != "/" {
            let bare = client.get(format!("{}/a/b", nginx.origin)).send().await?;
            let to = bare.headers().get("location").and_then(|value| value.to_str().ok()).unwrap_or_default();
            ensure!(
                bare.status() == StatusCode::MOVED_PERMANENTLY && to.ends_with("/a/b/"),
                "{}: {to}",
                bare.status()
            );
        }
        let one_file = get("atlas.html").send().await?;
        ensure!(
            one_file.headers().get("content-security-policy").is_none(),
            "the one file has its own policy"
        );
    }
    Ok(())
}

/// Whether a text says that there is no page, to readers and to searches.
fn is_page_of_none(text: &str) -> bool {
    text.contains("There is no page at this address") && text.contains("name=\"robots\" content=\"noindex\"")
}

/// `cargo xtask serve` is the host that is at hand while the atlas is written.
#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_is_answered_by_a_page_that_says_so() -> Result<()> {
    let url =
        start(Site { prefix: "/a/b/".to_owned(), has_probe: true, ..Site::new(&journeys::dist()?) }, 0)?.url;
    let answer = Client::new().get(format!("{url}record/none.html")).send().await?;
    ensure!(answer.status() == StatusCode::NOT_FOUND, "{}", answer.status());
    run_result(Engine::Chromium, move |page| async move {
        page.open_static(&format!("{url}record/none.html")).await?;
        let text = page.text("return document.documentElement.outerHTML").await?;
        ensure!(is_page_of_none(&text), "{text:.500}");
        let seen = page.text("return document.body.innerText").await?;
        ensure!(seen.contains("There is no page at this address"), "{seen:.300}");
        let complaints = page.complaints().await?;
        ensure!(complaints.is_empty(), "{complaints:?}");
        Ok(())
    })
    .await
}

/// Every kind of page is opened, reloaded and left without a word of complaint.
#[tokio::test(flavor = "multi_thread")]
async fn pages_start_and_reload_without_a_violation() -> Result<()> {
    let nginx = Nginx::start("/a/b/")?;
    let origin = nginx.origin.clone();
    run_result(Engine::Chromium, move |page| async move {
        let listen = "window.__probe=[];addEventListener('error',e=>__probe.push('error '+(e.message||e.target?.src||e.target?.href)),true);\
            document.addEventListener('securitypolicyviolation',e=>__probe.push(e.violatedDirective+' '+e.blockedURI))";
        page.before_every_page(listen).await?;
        for path in ["", "index.html", "timeline.html", "method.html", "country/kz.html", "record/cku-railway.html", "?view=table&country=KZ", "atlas.html"] {
            let url = format!("{origin}/a/b/{path}");
            page.open(&url).await?;
            page.settle().await?;
            page.reload().await?;
            ensure!(page.count().await? > 0, "{url} after reload");
            let complaints = page.complaints().await?;
            ensure!(complaints.is_empty(), "{url}: {complaints:?}");
        }
        Ok(())
    })
    .await
}

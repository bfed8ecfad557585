//! A small file server: `cargo xtask serve`, and the hosts of the journeys, faults and all.

use std::fs;
use std::future::IntoFuture;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::sync::oneshot;

use crate::languages;

/// What a host does wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// Answers 404 for the WebAssembly.
    NoWasm,
    /// Answers 404 for the glue script.
    NoGlue,
    /// Answers 404 for the script that starts everything.
    NoBoot,
    /// Sends no header that lets frames without an origin have scripts.
    NoAccess,
    /// Sends the WebAssembly as an unnamed stream of bytes.
    WrongType,
    /// Changes a byte of the WebAssembly.
    Tampered,
    /// Forbids WebAssembly in its policy.
    PolicyWithoutWasm,
    /// Never sends the WebAssembly.
    Hangs,
    /// Forbids every script, as a reader or a host may.
    NoScripts,
    /// Answers 404 for the texts of languages and for what the app loads later.
    NoWords,
}

/// A folder served under a prefix.
#[derive(Clone, Debug)]
pub struct Site {
    /// What is served.
    pub folder: PathBuf,
    /// Where it begins: `/`, or `/a/b/`.
    pub prefix: String,
    /// What goes wrong.
    pub fault: Fault,
    /// Whether pages get a script that writes down errors and violations of the policy in
    /// `window.__probe`, for the journeys. It is a file of the same origin, as the policy asks. Such a
    /// site has the test locale too (`?lang=fa`), which runs from right to left.
    pub has_probe: bool,
    /// Whether pages lose every script and preload, for measuring what the app costs.
    pub is_bare: bool,
    /// Whether this is somebody else's site, without our policy.
    pub is_foreign: bool,
}

impl Site {
    /// A folder served well, under `/`.
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_path_buf(),
            prefix: "/".to_owned(),
            fault: Fault::None,
            has_probe: false,
            is_bare: false,
            is_foreign: false,
        }
    }
}

const PROBE: &str = "window.__probe=[];\n\
    const note=(kind,text)=>window.__probe.push(kind+': '+text);\n\
    addEventListener('error',e=>note('error',e.message||(e.target&&(e.target.src||e.target.href))||'?'),true);\n\
    addEventListener('unhandledrejection',e=>note('rejection',String(e.reason)));\n\
    document.addEventListener('securitypolicyviolation',e=>note('policy',e.violatedDirective+' '+e.blockedURI));\n\
    for(const kind of ['error','warn']){const was=console[kind];\n\
    console[kind]=(...parts)=>{note('console.'+kind,parts.map(String).join(' '));was.apply(console,parts);};}\n";

/// A running server; it ends with the process, or when it is stopped.
pub struct Running {
    /// Address of the site, with its prefix.
    pub url: String,
    /// Its port.
    pub port: u16,
    stop: oneshot::Sender<()>,
    thread: thread::JoinHandle<()>,
}

impl Running {
    /// Ends it and every connection, as a network that is gone.
    pub fn stop(self) {
        // It may have ended by itself.
        let _ = self.stop.send(());
        let _ = self.thread.join();
    }
}

/// Serves a site on 127.0.0.1; port 0 takes any free one.
///
/// # Errors
/// When the port is taken.
pub fn start(site: Site, port: u16) -> Result<Running> {
    let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| format!("port {port}"))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    let origin = format!("http://{}", listener.local_addr()?);
    let url = format!("{origin}{}", site.prefix);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let (stop, stopped) = oneshot::channel();
    let thread = thread::spawn(move || {
        let (site, origin) = (Arc::new(site), Arc::<str>::from(origin));
        let answered = move |request: Request| {
            let (site, origin) = (Arc::clone(&site), Arc::clone(&origin));
            let path = request.uri().path().to_owned();
            let accepted =
                request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
            let takes_brotli = accepted.is_some_and(|value| value.contains("br"));
            async move { answer(path, takes_brotli, &site, &origin).await }
        };
        runtime.block_on(async move {
            let served = tokio::net::TcpListener::from_std(listener);
            if let Ok(listener) = served {
                tokio::select! {
                    _ = axum::serve(listener, Router::new().fallback(answered)).into_future() => {}
                    // The sender is dropped where nobody will stop it; then it ends with the process.
                    Ok(()) = stopped => {}
                }
            }
        });
        runtime.shutdown_background();
    });
    Ok(Running { url, port, stop, thread })
}

async fn answer(path: String, takes_brotli: bool, site: &Site, origin: &str) -> Response {
    if site.has_probe && path.ends_with("/__probe.js") {
        return ([(header::CONTENT_TYPE, "text/javascript")], PROBE).into_response();
    }
    if site.has_probe && path.ends_with(languages::TEST_FILE) {
        return match languages::test_words() {
            Ok(words) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], words).into_response(),
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
        };
    }
    let page_of_none = || Some((locate(site, &format!("{}404.html", site.prefix))?, StatusCode::NOT_FOUND));
    let Some((file, status)) = locate(site, &path).map(|file| (file, StatusCode::OK)).or_else(page_of_none)
    else {
        return not_here();
    };
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_owned();
    let is_wasm = extension == "wasm";
    let is_glue = extension == "js" && path.contains("summit-atlas");
    match site.fault {
        Fault::NoWasm if is_wasm => return not_here(),
        Fault::NoBoot if path.contains("/boot-") => return not_here(),
        Fault::NoWords if path.contains("/words/") => return not_here(),
        Fault::NoGlue if is_glue => return not_here(),
        Fault::Hangs if is_wasm => tokio::time::sleep(Duration::from_secs(120)).await,
        _ => {}
    }
    let is_probed = site.has_probe && extension == "html";
    let is_bared = site.is_bare && extension == "html";
    let is_tampered = site.fault == Fault::Tampered && is_wasm;
    let is_packed_read = !is_probed && !is_bared && !is_tampered && takes_brotli;
    let packed = PathBuf::from(format!("{}.br", file.display()));
    let (mut bytes, is_packed) = match fs::read(&packed) {
        Ok(bytes) if is_packed_read => (bytes, true),
        _ => (fs::read(&file).unwrap_or_default(), false),
    };
    if is_probed {
        let page = String::from_utf8_lossy(&bytes).replacen(
            "<title>",
            "<script src=\"__probe.js\"></script><title>",
            1,
        );
        bytes = with_test_locale(page).into_bytes();
    } else if is_bared {
        bytes = without_scripts(&String::from_utf8_lossy(&bytes)).into_bytes();
    } else if is_tampered && let Some(byte) = bytes.last_mut() {
        *byte ^= 1;
    }
    let wrong_type = site.fault == Fault::WrongType && is_wasm;
    let kind = if wrong_type { "application/octet-stream" } else { content_type(&extension) };
    let mut response = (status, bytes).into_response();
    for (name, value) in headers(kind, is_packed, &file, site.fault, origin) {
        let is_left_out = (site.is_foreign && name == "content-security-policy")
            || (site.fault == Fault::NoAccess && name == "access-control-allow-origin");
        if is_left_out {
            continue;
        }
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

/// The answer where the site has no page for it either.
fn not_here() -> Response {
    (StatusCode::NOT_FOUND, "not found").into_response()
}

/// Names the test locale beside the languages of the site.
fn with_test_locale(page: String) -> String {
    let start = "\"words\":{\"behind\":\"";
    let up =
        page.split(start).nth(1).and_then(|rest| rest.split("words/").next()).unwrap_or_default().to_owned();
    page.replacen(start, &format!("\"words\":{{\"fa\":\"{up}{}\",\"behind\":\"", languages::TEST_FILE), 1)
}

/// The strict policy of `docs/hosting.md`, caching by hash, and access for sandboxed frames.
fn headers(
    kind: &str,
    is_packed: bool,
    file: &Path,
    fault: Fault,
    origin: &str,
) -> Vec<(&'static str, String)> {
    let own = format!("'self' {origin}");
    let scripts = match fault {
        Fault::NoScripts => "'none'".to_owned(),
        Fault::PolicyWithoutWasm => own.clone(),
        _ => format!("{own} 'wasm-unsafe-eval'"),
    };
    let policy = policy(&own, &scripts);
    let is_hashed = file.file_name().and_then(|name| name.to_str()).is_some_and(has_hash);
    let cache = if is_hashed { FOR_EVER } else { "no-cache" };
    let mut headers = vec![
        ("content-type", kind.to_owned()),
        ("content-security-policy", policy),
        ("cache-control", cache.to_owned()),
        ("access-control-allow-origin", "*".to_owned()),
        ("cross-origin-resource-policy", "cross-origin".to_owned()),
        ("referrer-policy", "strict-origin-when-cross-origin".to_owned()),
        ("x-content-type-options", "nosniff".to_owned()),
        ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()".to_owned()),
        ("vary", "Accept-Encoding".to_owned()),
    ];
    if is_packed {
        headers.push(("content-encoding", "br".to_owned()));
    }
    headers
}

/// The policy the atlas runs under, for its own origin as `own` and what scripts may come from.
pub fn policy(own: &str, scripts: &str) -> String {
    format!(
        "default-src 'none'; script-src {scripts}; style-src {own}; img-src {own} data:; font-src {own}; \
         connect-src {own}; frame-src {own}; manifest-src {own}; base-uri 'none'; form-action 'none'; frame-ancestors *"
    )
}

/// What says that a file may be kept without asking for it again.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Whether a name says what is in its file: it ends in sixteen hexadecimal digits, or fifteen, as Trunk
/// leaves a leading zero out. `sw.js` and `docs/hosts/nginx.conf` go by the same rule.
pub fn has_hash(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    let hash = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map(|(_, hash)| hash);
    hash.is_some_and(|hash| {
        matches!(hash.len(), 15 | 16) && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn locate(site: &Site, path: &str) -> Option<PathBuf> {
    let inside = path.strip_prefix(site.prefix.as_str())?;
    let is_safe = !inside.split('/').any(|part| part == ".." || part.contains('\\'));
    let mut file = site.folder.join(inside);
    if inside.is_empty() || inside.ends_with('/') {
        file = file.join("index.html");
    }
    (is_safe && file.is_file()).then_some(file)
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "atom" => "application/atom+xml",
        "xml" => "application/xml",
        "zip" => "application/zip",
        "bib" => "application/x-bibtex",
        "ris" => "application/x-research-info-systems",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A page without its scripts and what is loaded ahead for them.
fn without_scripts(page: &str) -> String {
    let mut rest = page;
    let mut out = String::with_capacity(page.len());
    while let Some(start) = ["<script", "<link"].iter().filter_map(|tag| rest.find(tag)).min() {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let end = if tag.starts_with("<script") {
            tag.find("</script>").map(|end| end + 9)
        } else {
            tag.find('>').map(|end| end + 1)
        };
        let (tag, after) = tag.split_at(end.unwrap_or(tag.len()));
        if tag.starts_with("<link") && !tag.contains("preload") {
            out.push_str(tag);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Serves until the process is ended.
///
/// # Errors
/// When the port is taken.
pub fn serve_forever(folder: &Path, port: u16) -> Result<()> {
    let running = start(Site::new(folder), port)?;
    println!("Serving the atlas at {}  (Ctrl+C ends it)", running.url);
    loop {
        thread::park();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hash_are_told_from_names_that_stay() {
        for (name, expected) in [
            ("summit-atlas-0123456789abcdef.js", true),
            ("summit-atlas-123456789abcdef_bg.wasm", true),
            ("base-0123456789abcdef.css", true),
            ("ru-0123456789abcdef.txt", true),
            ("base-0123456789ABCDEF.css", false),
            ("base-0123456789abcd.css", false),
            ("0123456789abcdef.js", false),
            ("embed.js", false),
            ("paper.css", false),
            ("what-astana-agreed.html", false),
        ] {
            assert_eq!(has_hash(name), expected, "{name}");
        }
    }

    /// The three said different things: fifteen digits were kept by two of them and asked for by one.
    #[test]
    fn hosts_and_the_worker_go_by_the_same_rule() {
        let rule = r"-[0-9a-f]{15,16}(_bg)?\.";
        for path in ["docs/hosts/nginx.conf", "src/platform/sw.js"] {
            let text = fs::read_to_string(crate::paths::root().join(path)).unwrap();
            assert!(text.contains(rule), "{path}");
        }
    }

    #[tokio::test]
    async fn an_unknown_address_is_answered_by_the_page_of_the_site_where_there_is_one() {
        let folder = std::env::temp_dir().join(format!("atlas-serve-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let site = Site { prefix: "/a/".to_owned(), ..Site::new(&folder) };
        let ask = |path: &str| answer(path.to_owned(), false, &site, "http://127.0.0.1");
        let bare = ask("/a/none-0123456789abcdef.js").await;
        fs::write(folder.join("404.html"), "<title>Not found</title>").unwrap();
        let (none, outside) = (ask("/a/none-0123456789abcdef.js").await, ask("/b/").await);
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            (bare.status(), bare.headers().get("content-security-policy")),
            (StatusCode::NOT_FOUND, None)
        );
        for answer in [none, outside] {
            assert_eq!(answer.status(), StatusCode::NOT_FOUND);
            assert_eq!(answer.headers()["content-type"], "text/html; charset=utf-8");
            assert_eq!(answer.headers()["cache-control"], "no-cache", "what is missing today may come");
        }
    }
}

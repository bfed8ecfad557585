//! The one-file edition: app, data and styles in one `.html` that opens from a disk or an e-mail,
//! without a network, also in a frame that may only run scripts.
//!
//! The code stands in addresses of its own (`data:`), which the same `boot.js` loads; WebAssembly is
//! packed. A policy inside the file allows the styles and `boot.js` by their hashes, scripts, pictures and
//! texts from such addresses, and nothing from anywhere else.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::document::failure;
use super::languages::Translation;
use crate::model::dataset::codes::Code;
use crate::model::dataset::parse::BEHIND;
use crate::model::text::escape;
use crate::model::words::Words;
use crate::site::NAME;

/// The file, made of what Trunk built in `folder`; `body` is the page that stands before the app.
///
/// # Errors
/// When a built file is missing.
pub fn one_file(
    folder: &Path,
    template: &str,
    body: &str,
    edition: u32,
    translations: &[Translation],
) -> Result<String, Box<dyn Error>> {
    let (mut styles, mut hashes) = (String::new(), String::new());
    for tag in template.split("<link rel=\"stylesheet\" href=\"./").skip(1) {
        let name = tag.split('"').next().unwrap_or_default();
        let is_print = tag.split('>').next().is_some_and(|tag| tag.contains("media=\"print\""));
        let style = fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
        hashes.push_str(&format!(" '{}'", hash(&style)));
        styles
            .push_str(&format!("<style{}>{style}</style>\n", if is_print { " media=\"print\"" } else { "" }));
    }
    let built = |start: &str, end: &str| -> Result<Vec<u8>, Box<dyn Error>> {
        let mut names: Vec<String> = Vec::new();
        for entry in fs::read_dir(folder)? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        let name = names.into_iter().find(|name| name.starts_with(start) && name.ends_with(end));
        let name = name.ok_or_else(|| format!("no file {start}…{end} among what was built"))?;
        Ok(fs::read(folder.join(name))?)
    };
    let dress = super::dress() + super::DESK_STYLE;
    hashes.push_str(&format!(" '{}'", hash(&dress)));
    styles.push_str(&format!("<style>{dress}</style>\n"));
    let boot = String::from_utf8(built("boot-", ".js")?)?;
    let glue = built("summit-atlas-", ".js")?;
    let packed = |bytes: &[u8]| -> Result<Vec<u8>, std::io::Error> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(bytes)?;
        packed.finish()
    };
    let icon = built("favicon", ".svg")?;
    let policy = format!(
        "default-src 'none'; script-src '{}' data: 'wasm-unsafe-eval'; style-src{hashes}; img-src data:; connect-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(&boot)
    );
    let text = |text: &str| -> Result<String, std::io::Error> {
        Ok(format!("data:application/gzip;base64,{}", STANDARD.encode(packed(text.as_bytes())?)))
    };
    let desk = match (built("desk-", ".js"), built("desk-", ".wasm")) {
        (Ok(glue), Ok(wasm)) => format!(
            "\"desk\":{{\"js\":\"data:text/javascript;base64,{}\",\"wasm\":\"data:application/gzip;base64,{}\"}},",
            STANDARD.encode(&glue),
            STANDARD.encode(packed(&wasm)?)
        ),
        _ => String::new(),
    };
    let checksum = super::takeaway::edition_hash();
    let mut words = vec![format!("\"behind\":\"{}\"", text(BEHIND)?)];
    for one in translations {
        words.push(format!("\"{}\":\"{}\"", one.atlas.words.locale().code(), text(one.packed)?));
    }
    let data = |kind: &str, bytes: &[u8]| format!("data:{kind};base64,{}", STANDARD.encode(bytes));
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\" data-alone data-state=\"loading\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>{title}</title>\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"{icon}\">\n{styles}\
         <script type=\"application/json\" id=\"boot\">{{\"js\":\"{glue}\",\"wasm\":\"{wasm}\",\"packed\":\"gzip\",{desk}\"checksum\":\"{checksum}\",\"edition\":{edition},\"frame\":\"{frame}\",\"words\":{{{words}}}}}</script>\n\
         </head>\n<body>\n<div id=\"failure\" class=\"failure\" role=\"alert\" hidden>{failure}</div>\n{body}\n\
         <script type=\"module\">{boot}</script>\n</body>\n</html>\n",
        title = escape(NAME),
        icon = data("image/svg+xml", &icon),
        glue = data("text/javascript", &glue),
        wasm = data("application/gzip", &packed(&built("summit-atlas-", "_bg.wasm")?)?),
        frame = data("text/javascript", super::FRAME.as_bytes()),
        edition = edition,
        words = words.join(","),
        failure = failure(Words::default()),
    ))
}

/// A hash as a policy names it.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

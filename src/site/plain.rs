//! Pages that stand by themselves, in the styles of the site and without the app.

use crate::model::text::escape;
use crate::site::NAME;

/// A page `up` (`../` for each folder) below the root, whose stylesheets are those of the built page.
pub fn plain(template: &str, up: &str, title: &str, description: &str, body: &str) -> String {
    let styles: String = template
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("<link rel=\"stylesheet\""))
        .map(|line| format!("    {}\n", line.replace("=\"./", &format!("=\"{up}"))))
        .collect();
    let home = if up.is_empty() { "./" } else { up };
    let head = format!(
        "    <meta name=\"description\" content=\"{}\">\n    <link rel=\"icon\" type=\"image/svg+xml\" \
         href=\"{up}favicon.svg\">\n{styles}",
        escape(description)
    );
    let body = format!(
        "    <main class=\"plain\">\n      <p><a href=\"{home}\">{NAME}</a></p>\n      <h1>{}</h1>\n{body}\n    </main>\n",
        escape(title)
    );
    bare(title, &head, &body)
}

/// A page with nothing beside it but what its `head` names; head and body are lines.
pub fn bare(title: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n  <head>\n    <meta charset=\"utf-8\">\n    <meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n    <meta name=\"color-scheme\" content=\"light dark\">\n    \
         <title>{} – {NAME}</title>\n{head}  </head>\n  <body>\n{body}  </body>\n</html>\n",
        escape(title)
    )
}

//! On paper: what Chromium prints, read back by poppler.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use journeys::{Engine, Page, run, site};
use serde_json::json;

/// Folders of the eight languages.
const LANGUAGES: [&str; 8] = ["", "ru/", "zh/", "kk/", "ky/", "tg/", "tk/", "uz/"];

/// What the text of a PDF is read by.
#[derive(Clone, Copy)]
enum Order {
    /// As it lies on the page.
    Page,
    /// As it was drawn, cell by cell, without white space and hyphens: lines break anywhere, and a hyphen at the end of one
    /// is taken for its break.
    Drawn,
}

/// Prints the open page; the file.
async fn print(page: &Page, folder: &Path, name: &str) -> Result<PathBuf> {
    let settings = json!({ "preferCSSPageSize": true, "printBackground": true });
    let answer = page.driver.cdp().send_raw("Page.printToPDF", settings).await?;
    let file = folder.join(format!("{name}.pdf"));
    std::fs::write(&file, STANDARD.decode(answer["data"].as_str().context("a PDF")?)?)?;
    Ok(file)
}

/// What a program of poppler answers.
fn poppler(program: &str, arguments: &[&str], file: &Path, to: Option<&str>) -> Result<Vec<u8>> {
    let output = Command::new(program).args(arguments).arg(file).args(to).output();
    let output = output.with_context(|| program.to_owned())?;
    ensure!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

fn text_of(file: &Path, order: Order) -> Result<String> {
    let arguments = if matches!(order, Order::Page) { &["-layout"] } else { &["-raw"] };
    let text = String::from_utf8(poppler("pdftotext", arguments, file, Some("-"))?)?;
    Ok(if matches!(order, Order::Page) { text } else { bare(&text) })
}

fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect()
}

/// Shows the page as it would be on paper, or with nothing as on the screen again.
async fn media(page: &Page, media: &str) -> Result<()> {
    page.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": media })).await?;
    Ok(())
}

/// Prints the open page; number of pages and text.
async fn printed(page: &Page, folder: &Path, name: &str) -> Result<(usize, String)> {
    let text = text_of(&print(page, folder, name).await?, Order::Page)?;
    // A form feed ends every page.
    Ok((text.matches('\u{c}').count(), text))
}

/// The darkest and the lightest grey of the first page, and the share of what is nearly white.
fn greys(file: &Path) -> Result<(u8, u8, f64)> {
    let picture = poppler("pdftoppm", &["-gray", "-r", "60", "-f", "1", "-l", "1"], file, None)?;
    // `P5`, width, height and the most, each ended by white space; then a byte for every point.
    let mut at = 0;
    for _ in 0..4 {
        at += picture[at..].iter().position(u8::is_ascii_whitespace).context("a picture in grey")? + 1;
    }
    let points = &picture[at..];
    let (dark, light) = (points.iter().min().context("points")?, points.iter().max().context("points")?);
    let n_white = points.iter().filter(|point| **point > 240).count();
    Ok((*dark, *light, n_white as f64 / points.len() as f64))
}

/// The sections that say what the page is about, by their headings.
async fn headings(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('section > h2')].map(e => e.textContent)";
    Ok(serde_json::from_value(page.ask(script).await?)?)
}

/// Opens a view and waits for its lists.
async fn open(page: &Page, url: &str, view: &str) -> Result<()> {
    page.open(&format!("{url}{view}")).await?;
    if !view.contains("embed") {
        let lists = "return document.querySelectorAll('aside [data-agreement]').length > 100";
        page.wait("the lists", lists).await?;
    }
    if view.contains("promises") || view.contains("briefing") || view.contains("method") {
        page.wait("the texts", "return document.querySelectorAll('main h3').length > 3").await?;
    }
    page.settle().await
}

#[tokio::test(flavor = "multi_thread")]
async fn six_briefs_take_six_pages_in_every_language_and_their_maps_are_drawn() {
    run(Engine::Chromium, |page| async move {
        let (url, folder) = (site()?, tempfile::tempdir()?);
        for language in LANGUAGES {
            page.open_static(&format!("{url}{language}briefs.html")).await?;
            let names = headings(&page).await?;
            ensure!(names.len() == 6, "{language}: {names:?}");
            let file = print(&page, folder.path(), "briefs").await?;
            let text = text_of(&file, Order::Page)?;
            let n_pages = text.matches('\u{c}').count();
            ensure!(n_pages == 6, "{language}: {n_pages} pages");
            for (sheet, name) in text.split('\u{c}').zip(names) {
                let heading = sheet.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
                ensure!(bare(heading).contains(&bare(&name)), "{language}{name} begins its page: {heading}");
                ensure!(
                    sheet.contains("Natural Earth") && sheet.contains("https://"),
                    "{language}{name}: borders and notes"
                );
            }
            // Two lines of heads; a line for every picture made of points.
            let images = String::from_utf8(poppler("pdfimages", &["-list"], &file, None)?)?;
            ensure!(images.lines().count() <= 2, "{language}: {images}");
        }
        page.open_static(&format!("{url}annex.html")).await?;
        let (n_pages, text) = printed(&page, folder.path(), "annex").await?;
        ensure!(n_pages > 10 && text.contains("China–Kyrgyzstan–Uzbekistan railway"), "{n_pages} pages");
        Ok(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tour_prints_as_figures_with_what_is_open_and_its_sources() {
    run(Engine::Chromium, |page| async move {
        let (url, folder) = (site()?, tempfile::tempdir()?);
        for language in LANGUAGES {
            page.open_static(&format!("{url}{language}tour/what-astana-agreed.html")).await?;
            let captions = "return [...document.querySelectorAll('figcaption')].map(e => e.textContent)";
            let captions: Vec<String> = serde_json::from_value(page.ask(captions).await?)?;
            let open =
                "return [...document.querySelectorAll('figure h2')].map(e => e.firstChild.textContent)";
            let open: Vec<String> = serde_json::from_value(page.ask(open).await?)?;
            ensure!(captions.len() == 7 && open.len() == 3, "{language}: {captions:?} {open:?}");
            let text = text_of(&print(&page, folder.path(), "tour").await?, Order::Drawn)?;
            for told in captions.iter().chain(&open) {
                // Marks of notes stand higher, and so elsewhere in the text.
                let told = bare(told.split('[').next().unwrap_or_default());
                ensure!(text.contains(&told), "{language}: {told}");
            }
            ensure!(text.contains("[1]") && text.contains("https://"), "{language}: notes");
        }
        Ok(())
    })
    .await;
}

/// Controls that say what is shown print as words: countries and tallies with their numbers, cells of
/// the grid, marks of the strip, heads of columns, filters in force. They have no frame on paper.
const TOLD: &str = "button[data-country], article li > button, td > button, [data-timeline='strip'] li > button, \
                    th > button, output ~ * button, ul[aria-label='Filters in force'] button:has([aria-hidden])";

#[tokio::test(flavor = "multi_thread")]
async fn every_view_prints_without_its_controls() {
    run(Engine::Chromium, |page| async move {
        let (url, folder) = (site()?, tempfile::tempdir()?);
        for view in [
            "",
            "?country=UZ",
            "?id=cku-railway",
            "?view=timeline",
            "?view=table&country=UZ",
            "?view=table",
            "?view=grid",
            "?view=compare",
            "?view=promises",
            "?view=briefing",
            "?view=method",
            "?tour=2",
            "?embed=map&country=UZ",
            "?embed=grid",
            "?embed=table",
            "?embed=timeline",
        ] {
            open(&page, &url, view).await?;
            // What can be pressed on the screen, by its words.
            let controls = "return [...document.querySelectorAll('button, select, summary, input')].filter(e => e.checkVisibility()).length";
            let n_controls = page.ask(controls).await?.as_u64().unwrap_or_default();
            ensure!(n_controls > 6, "{view}: {n_controls} controls");
            media(&page, "print").await?;
            let left = format!(
                "const name = e => e.outerHTML.slice(0, 160); \
                 const shown = [...document.querySelectorAll('button, select, summary, input, [role=button]:not(path)')].filter(e => e.getClientRects().length); \
                 const told = shown.filter(e => e.matches(`{TOLD}`)); \
                 const framed = told.filter(e => {{ const s = getComputedStyle(e); \
                   return s.boxShadow !== 'none' || (s.borderTopWidth !== '0px' && s.borderTopColor !== 'rgba(0, 0, 0, 0)'); }}); \
                 return [shown.filter(e => !told.includes(e)).map(name), framed.map(name)]"
            );
            let left = page.ask(&left).await?;
            // Stages are told by words; in the strip by their shapes.
            let silent = "return [...document.querySelectorAll('span[data-stage]')].filter(e => e.getClientRects().length \
                          && !e.closest('[data-timeline=strip]') && !e.parentElement.parentElement.innerText.trim()).map(e => e.outerHTML)";
            let silent = page.ask(silent).await?;
            media(&page, "").await?;
            ensure!(left == json!([[], []]), "{view} prints controls, and some as such: {left:#}");
            ensure!(silent == json!([]), "{view} prints marks without words: {silent:#}");
            let (n_pages, text) = printed(&page, folder.path(), "view").await?;
            ensure!(
                n_pages > 0
                    && (text.contains("140 of 140") || text.contains("70 of 140"))
                    || view.contains("briefing")
                    || view.contains("method"),
                "{view}: {text:.200}"
            );
            for control in [
                "Share and cite",
                "Filters (",
                "Skip to the content",
                "Lanes by",
                "Cells show",
                "Clear all",
                "End the tour",
                "Save",
                "To the coast",
                "BibTeX",
                "Data files",
                "×",
            ] {
                ensure!(!text.contains(control), "{view} prints “{control}”");
            }
        }
        Ok(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sources_print_as_numbered_notes_with_their_addresses() {
    run(Engine::Chromium, |page| async move {
        let (url, folder) = (site()?, tempfile::tempdir()?);
        for view in ["?id=cku-railway", "?country=UZ", "?view=compare", "?view=promises"] {
            open(&page, &url, view).await?;
            page.wait(
                "addresses",
                "return !!document.querySelector('article a.source[href], main a.source[href]')",
            )
            .await?;
            let text = text_of(&print(&page, folder.path(), "notes").await?, Order::Drawn)?;
            let notes = "return [...document.querySelectorAll('body > ol > li')].map(e => e.textContent)";
            let notes: Vec<String> = serde_json::from_value(page.ask(notes).await?)?;
            ensure!(notes.len() > 3, "{view}: {notes:?}");
            for (place, note) in notes.iter().enumerate() {
                let number = format!("[{}]", place + 1);
                ensure!(text.contains(&number), "{view}: {number} is nowhere");
                let address = note.split_whitespace().next_back().unwrap_or_default();
                ensure!(text.contains(&bare(address)), "{view}: {address}");
            }
            let shown = "return document.querySelector('body > ol').getClientRects().length";
            ensure!(page.ask(shown).await? == json!(0), "{view}: notes are for paper alone");
        }
        // The address of a record, with its host.
        open(&page, &url, "?id=cku-railway").await?;
        let text = text_of(&print(&page, folder.path(), "record").await?, Order::Drawn)?;
        let address = bare(&format!("{url}record/cku-railway.html"));
        ensure!(text.contains(&address), "{address} is nowhere");
        Ok(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_prints_whole_and_dark_on_white() {
    run(Engine::Chromium, |page| async move {
        let (url, folder) = (site()?, tempfile::tempdir()?);
        let row = "[...document.querySelectorAll('tbody[data-agreement]')].at(-1)?.querySelector('a')?.textContent";
        let source = "[...document.querySelectorAll('[data-card] ol')].at(-1)?.lastElementChild?.firstElementChild?.textContent";
        let step = "[...document.querySelectorAll('[data-timeline] ol')].at(-1)?.lastElementChild?.querySelector('a')?.textContent";
        for (view, last) in [
            ("?embed=table", row),
            ("?embed=card&id=cku-railway", source),
            ("?embed=timeline", step),
        ] {
            for theme in ["", "&theme=dark"] {
                let view = format!("{view}{theme}");
                open(&page, &url, &view).await?;
                page.wait("the last line", &format!("return !!({last})")).await?;
                let last = page.text(&format!("return {last}")).await?;
                // What is cut off may still be in the text of a PDF.
                media(&page, "print").await?;
                let cut = "return [...document.querySelectorAll('main [role=group][tabindex=\"0\"]')].map(e => e.scrollHeight - e.clientHeight)";
                let cut = page.ask(cut).await?;
                media(&page, "").await?;
                ensure!(cut == json!([0]), "{view}: {cut} pixels are cut off");
                let file = print(&page, folder.path(), "frame").await?;
                let text = text_of(&file, Order::Drawn)?;
                ensure!(text.contains(&bare(&last)), "{view}: “{last}” is cut off");
                let (dark, light, white) = greys(&file)?;
                ensure!(dark < 90 && light > 250 && white > 0.6, "{view}: {dark} to {light}, {white} white");
            }
        }
        Ok(())
    })
    .await;
}

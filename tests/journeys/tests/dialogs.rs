//! What is taken away from a view: copies, files, pictures, the device's own list; and the tour.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use journeys::{Engine, Page, in_three_engines, run, site};
use serde_json::json;
use thirtyfour::{By, Key};
use xtask::serve::{Site, start};

in_three_engines!(
    what_is_copied_can_be_pasted,
    the_list_of_the_device_is_offered_where_there_is_one,
    every_picture_becomes_a_png,
    a_frame_that_may_not_save_gives_texts_to_copy,
    a_tour_is_walked_by_arrow_keys,
);

async fn is_silent(page: &Page) -> Result<()> {
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// The button after a field, pressed as a person would: browsers copy for nobody else.
async fn copy(page: &Page, field: &str) -> Result<String> {
    page.driver.find(By::Css(format!("{field} ~ button"))).await?.click().await?;
    page.settle().await?;
    page.text(&format!("return document.querySelector('{field} ~ [role=status]').textContent")).await
}

/// Without the newer way to the clipboard, which insecure pages and many frames have not.
async fn what_is_copied_can_be_pasted(page: Page) -> Result<()> {
    page.open(&format!("{}?country=KG&sector=energy", site()?)).await?;
    page.ask("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
        .await?;
    page.open_desk("share", "#desk-link").await?;
    page.ask("addEventListener('copy', e => window.taken = e.target.value.slice(e.target.selectionStart, e.target.selectionEnd))").await?;
    ensure!(copy(&page, "#desk-link").await? == "Copied.", "it says so");
    let taken = page.text("return window.taken").await?;
    ensure!(taken.ends_with("?country=KG&sector=energy"), "{taken}");
    if page.engine == Engine::WebKit {
        return is_silent(&page).await; // Its driver has no key to paste with.
    }
    page.click("dialog#desk .sheet__head button").await?;
    page.wait("its end", "return !document.querySelector('dialog#desk').open").await?;
    page.ask("document.querySelector('input[type=search]').focus()").await?;
    let keys = page.driver.action_chain().key_down(Key::Control).send_keys("v").key_up(Key::Control);
    keys.perform().await?;
    page.settle().await?;
    let pasted = page.text("return document.querySelector('input[type=search]').value").await?;
    ensure!(pasted.ends_with("?country=KG&sector=energy"), "{pasted}");
    is_silent(&page).await
}

async fn the_list_of_the_device_is_offered_where_there_is_one(page: Page) -> Result<()> {
    let url = site()?;
    let button = "[...document.querySelectorAll('dialog#desk button')].find(e => e.textContent === 'Share with an app')";
    page.open(&url).await?;
    page.ask("Object.defineProperty(navigator, 'share', { value: undefined, configurable: true })").await?;
    page.open_desk("share", "#desk-link").await?;
    ensure!(page.ask(&format!("return {button} === undefined")).await? == true, "there is none");
    page.press(Key::Escape).await?;
    page.open(&format!("{url}?id=cku-railway")).await?;
    // The reader looks at the list and goes back.
    page.ask(
        "Object.defineProperty(navigator, 'share', { configurable: true, value: given => { window.given = given; \
         return Promise.reject(new DOMException('gone back', 'AbortError')); } })",
    )
    .await?;
    page.open_desk("share", "#desk-link").await?;
    page.ask(&format!("{button}.click()")).await?;
    page.settle().await?;
    let title = page.text("return window.given.title").await?;
    let link = page.text("return window.given.url").await?;
    ensure!(title.contains("China–Kyrgyzstan–Uzbekistan railway"), "{title}");
    ensure!(link == format!("{url}record/cku-railway.html"), "{link}");
    is_silent(&page).await
}

/// Drawn by each engine from the SVG, at twice its size, and not empty.
async fn every_picture_becomes_a_png(page: Page) -> Result<()> {
    page.open(&format!("{}?country=UZ", site()?)).await?;
    page.ask("window.offered = []; HTMLAnchorElement.prototype.click = function () { window.offered.push([this.download, this.href]); }").await?;
    page.open_desk("pictures", "img").await?;
    for (at, kind) in ["map", "timeline", "grid", "charts"].into_iter().enumerate() {
        page.ask(&format!(
            "const e = document.querySelector('dialog#desk select'); e.value = '{kind}'; e.dispatchEvent(new Event('change', {{bubbles: true}}))"
        ))
        .await?;
        page.settle().await?;
        page.ask("[...document.querySelectorAll('dialog#desk button')].find(e => e.textContent === 'Save as PNG').click()").await?;
        page.wait(&format!("the picture of the {kind}"), &format!("return window.offered.length > {at}"))
            .await?;
        let name = page.text(&format!("return window.offered[{at}][0]")).await?;
        ensure!(name == format!("china-central-asia-summit-{kind}.png"), "{name}");
        let drawn = format!(
            "const done = arguments[arguments.length - 1]; const image = new Image(); image.onload = () => {{ \
             const canvas = document.createElement('canvas'); canvas.width = image.naturalWidth; canvas.height = image.naturalHeight; \
             const context = canvas.getContext('2d'); context.drawImage(image, 0, 0); \
             const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer); \
             done([canvas.width, new Set(pixels).size]); }}; image.onerror = () => done([0, 0]); image.src = window.offered[{at}][1]"
        );
        let read = page.driver.execute_async(&drawn, Vec::new()).await?.json().clone();
        let (width, n_colours) = (read[0].as_u64().unwrap_or_default(), read[1].as_u64().unwrap_or_default());
        let own = page.text("return decodeURIComponent(document.querySelector('dialog#desk img').src).match(/<svg[^>]* width=\"(\\d+)/)[1]").await?;
        ensure!(width == 2 * own.parse::<u64>()?, "{kind}: {width} pixels wide of {own}");
        ensure!(n_colours > 20, "{kind}: {n_colours} colours");
    }
    is_silent(&page).await
}

/// The whole atlas where a frame may run scripts and nothing else.
async fn a_frame_that_may_not_save_gives_texts_to_copy(page: Page) -> Result<()> {
    let atlas = site()?;
    let folder = tempfile::tempdir()?;
    let frame = format!(
        "<!doctype html><title>Host</title><iframe sandbox=allow-scripts width=1200 height=1000 src='{atlas}?view=table&country=KG'></iframe>"
    );
    std::fs::write(folder.path().join("index.html"), frame)?;
    let host = start(Site { is_foreign: true, ..Site::new(folder.path()) }, 0)?;
    page.open_static(&host.url).await?;
    page.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
    page.wait("the frame", "return document.documentElement.dataset.state === 'ready'").await?;
    for (kind, field, begins) in [
        ("records.csv", "#desk-text", "\u{feff}id,"),
        ("ledger.csv", "#desk-text", "\u{feff}"),
        ("pictures", "#desk-svg", "<svg "),
        ("share", "#desk-link", "http://"),
    ] {
        page.open_desk(kind, field).await?;
        // Trying to save used to take the text away.
        page.ask("[...document.querySelectorAll('dialog#desk button')].find(e => e.textContent === 'Save as SVG')?.click()").await?;
        page.settle().await?;
        let text = page.text(&format!("return document.querySelector('{field}').value")).await?;
        ensure!(text.starts_with(begins), "{kind}: {text:.80}");
        let said = copy(&page, field).await?;
        ensure!(said == "Copied." || said.starts_with("The browser does not allow"), "{kind}: {said}");
        let selected = format!(
            "const e = document.querySelector('{field}'); return e.selectionEnd - e.selectionStart === e.value.length"
        );
        ensure!(page.ask(&selected).await? == true, "{kind}: the text is selected");
        page.click("dialog#desk .sheet__head button").await?;
    }
    is_silent(&page).await
}

async fn a_tour_is_walked_by_arrow_keys(page: Page) -> Result<()> {
    let url = site()?;
    let step = "const e = document.querySelector('[data-tour] [aria-live]'); return e ? e.innerText : ''";
    let is_at = |number: usize| {
        format!("{} && e.innerText.includes('{number} of 7')", step.replace("e ? e.innerText : ''", "!!e"))
    };
    page.open(&format!("{url}?sector=energy")).await?;
    let n_chosen = page.count().await?;
    // Pages out of sight draw no frames: the focus, which used to wait for one, stayed where keys lead nowhere.
    page.ask("window.requestAnimationFrame = () => 0").await?;
    page.driver.find(By::XPath("//button[starts-with(., 'Tour')]")).await?.send_keys(Key::Enter).await?;
    page.wait("the first step", &is_at(1)).await?;
    page.wait("the focus in the tour", "return !!document.activeElement.closest('[data-tour]')").await?;
    ensure!(page.count().await? > n_chosen, "a caption stands over its own view, not over what was chosen");
    for number in [2, 3, 4] {
        page.press(Key::Right).await?;
        page.wait("a step on", &is_at(number)).await?;
    }
    page.press(Key::Left).await?;
    page.wait("a step back", &is_at(3)).await?;
    // The last step, by the button: there is no way past it, and the keys go on.
    for _ in 0..6 {
        page.ask(
            "const [, next] = document.querySelectorAll('[data-tour] button'); next.focus(); next.click()",
        )
        .await?;
        page.settle().await?;
    }
    page.wait("the last step", &is_at(7)).await?;
    page.press(Key::Left).await?;
    page.wait("back from the end", &is_at(6)).await?;
    ensure!(page.address().await?.contains("tour=what-astana-agreed~6"), "{}", page.address().await?);
    // What began it has gone meanwhile: the reader goes on at what the tour came to.
    page.ask(
        "const end = [...document.querySelectorAll('[data-tour] button')].pop(); end.focus(); end.click()",
    )
    .await?;
    page.settle().await?;
    ensure!(page.focused("id").await? == "content", "the end of the tour lost the focus");
    // In a frame too, where the host's history stays as it was.
    page.open(&format!("{url}?embed=map&tour=2")).await?;
    page.wait("the second step", &is_at(2)).await?;
    page.wait(
        "its view",
        "return !!document.querySelector('[data-card=treaty-permanent-good-neighbourliness]')",
    )
    .await?;
    let length = page.ask("return history.length").await?;
    page.ask("document.querySelector('[data-tour]').focus()").await?;
    for number in [3, 4, 5, 6, 7] {
        page.press(Key::Right).await?;
        page.wait("a step in the frame", &is_at(number)).await?;
    }
    ensure!(page.ask("return history.length").await? == length, "the Back button is the host's");
    is_silent(&page).await
}

/// A file that the browser wrote.
async fn saved(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let file = folder.join(name);
    for _ in 0..200 {
        if file.exists() {
            return Ok(std::fs::read(file)?);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    anyhow::bail!("{name} was not saved")
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_saved_and_hold_what_is_shown() {
    run(Engine::Chromium, |page| async move {
        let folder = tempfile::tempdir()?;
        let settings = json!({ "behavior": "allow", "downloadPath": folder.path() });
        page.driver.cdp().send_raw("Browser.setDownloadBehavior", settings).await?;
        page.open(&format!("{}?view=table&country=KG&sector=energy", site()?)).await?;
        let count = page.count().await?;
        page.click("button[data-desk='records.csv']").await?;
        let table = saved(folder.path(), "records.csv").await?;
        let ids: Vec<String> = csv::Reader::from_reader(table.as_slice())
            .records()
            .map(|row| Ok(row?.get(0).unwrap_or_default().to_owned()))
            .collect::<Result<_>>()?;
        ensure!(ids.len() == count && ids == page.listed("main").await?, "{ids:?} are shown");
        page.open_desk("pictures", "img").await?;
        let press = |words: &str| format!("[...document.querySelectorAll('dialog#desk button')].find(e => e.textContent === '{words}').click()");
        page.ask(&press("Save as SVG")).await?;
        let svg = String::from_utf8(saved(folder.path(), "china-central-asia-summit-grid.svg").await?)?;
        ensure!(svg.starts_with("<svg ") && svg.contains("Kyrgyzstan") && svg.contains("Energy"), "{svg:.200}");
        page.ask(&press("Save as PNG")).await?;
        let picture = saved(folder.path(), "china-central-asia-summit-grid.png").await?;
        let reader = png::Decoder::new(std::io::Cursor::new(&picture)).read_info()?;
        ensure!(reader.info().width > 1000, "{} pixels wide", reader.info().width);
        page.press(Key::Escape).await?;
        page.open_desk("share", "#desk-citation").await?;
        page.ask(&press("Save as a file")).await?;
        let citation = String::from_utf8(saved(folder.path(), "citation.txt").await?)?;
        ensure!(citation.contains("Edition 1"), "{citation}");
        // The link in it brings the view back.
        let link = citation.split_whitespace().find(|word| word.starts_with("http")).context("a link")?;
        page.open(link.trim_end_matches('.')).await?;
        ensure!(page.count().await? == count && page.listed("main").await? == ids, "{link} is the view");
        is_silent(&page).await
    })
    .await;
}

//! The atlas in other people's pages, in Chromium, Firefox and WebKit: the pages of `tests/hosts`, served
//! from another origin.

use anyhow::{Context, Result, ensure};
use journeys::{Engine, Page, copy_app, dist, in_three_engines, run};
use serde_json::Value;
use summit_atlas::model::dataset::codes::Code;
use summit_atlas::model::view::embed::Part;
use summit_atlas::model::words::Locale;
use thirtyfour::{By, Key};
use xtask::paths;
use xtask::serve::{Fault, Running, Site, start};

in_three_engines!(
    it_starts_where_a_frame_may_only_run_scripts,
    every_kind_of_host_learns_the_height,
    a_host_page_leads_the_map_and_hears_of_choices,
    floods_and_neighbours_do_no_harm,
    every_part_fits_a_narrow_column,
    a_card_opens_in_every_part_and_gives_its_place_back,
    an_old_edition_stays_and_says_so,
    the_dialogs_make_code_that_shows_the_same_view,
);

/// The atlas on one origin and the host pages on another.
struct Hosts {
    atlas: String,
    host: Running,
    _folder: tempfile::TempDir,
}

fn hosts(fault: Fault) -> Result<Hosts> {
    let atlas = start(Site { fault, has_probe: true, ..Site::new(&dist()?) }, 0)?.url;
    let folder = tempfile::tempdir()?;
    for file in std::fs::read_dir(paths::root().join("tests/hosts"))? {
        let path = file?.path();
        let text = std::fs::read_to_string(&path)?.replace("{ATLAS}", &atlas);
        std::fs::write(folder.path().join(path.file_name().context("a name")?), text)?;
    }
    let host = start(Site { is_foreign: true, ..Site::new(folder.path()) }, 0)?;
    Ok(Hosts { atlas, host, _folder: folder })
}

/// Goes into the atlas's frame and waits until it answers.
async fn enter(page: &Page) -> Result<()> {
    page.driver.find(By::Css("iframe[title=Atlas]")).await?.enter_frame().await?;
    page.wait("the frame", "return document.documentElement.dataset.state === 'ready'").await
}

async fn leave(page: &Page) -> Result<()> {
    page.driver.enter_default_frame().await?;
    Ok(())
}

async fn is_true(page: &Page, what: &str, script: &str) -> Result<()> {
    ensure!(
        page.ask(script).await? == Value::Bool(true),
        "{what}: {}",
        page.text("return document.body.innerText.slice(0, 400)").await?
    );
    Ok(())
}

/// No storage, no history of its own, no windows, no files, no clipboard: what WordPress gives a pasted link.
async fn it_starts_where_a_frame_may_only_run_scripts(page: Page) -> Result<()> {
    let all = hosts(Fault::None)?;
    page.open_static(&format!("{}sandbox.html", all.host.url)).await?;
    enter(&page).await?;
    is_true(&page, "it is confined", "return self.origin === 'null'").await?;
    is_true(&page, "the country of the link is chosen", "return document.querySelector('button[data-country=UZ]').ariaPressed === 'true' || document.querySelector('button[data-country=UZ]').getAttribute('aria-pressed') === 'true'").await?;
    page.click("button[data-country=KG]").await?;
    is_true(
        &page,
        "it answers",
        "return document.querySelector('button[data-country=KG]').getAttribute('aria-pressed') === 'true'",
    )
    .await?;
    let address =
        page.text("return [...document.querySelectorAll('footer input')].map(e => e.value).join()").await?;
    ensure!(address.contains("/country/kg.html"), "the address of the full page can be copied: {address}");
    page.click("footer a[target=_blank]").await?;
    // Marked, to be copied. Where it is not in front, WebKit gives a frame no focus.
    let marked = "const marked = [...document.querySelectorAll('input[readonly]')].filter(e => e.selectionStart === 0 && e.selectionEnd === e.value.length)";
    let field = page.text(&format!("{marked}; return marked.map(e => e.value).join()")).await?;
    ensure!(field.ends_with("/country/kg.html"), "the link leads to its address, to be copied: {field}");
    // The address used to stay that of the country chosen before.
    page.click("a[data-record]").await?;
    for _ in 0..2 {
        page.click("[data-card] a[target=_blank][href^=http]").await?;
    }
    let same = &format!(
        "{marked}; return marked.some(e => e.value === e.previousElementSibling.href) && \
         document.querySelectorAll('[data-card] input').length === 1"
    );
    is_true(&page, "so does any other link, once", same).await?;
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    let console = page.console().await?;
    ensure!(console.is_empty(), "the console is clean: {console:?}");
    leave(&page).await?;
    let bare = hosts(Fault::NoAccess)?;
    page.open_static(&format!("{}sandbox.html", bare.host.url)).await?;
    page.driver.find(By::Css("iframe[title=Atlas]")).await?.enter_frame().await?;
    let text = page.text("return document.body.innerText").await?;
    ensure!(
        text.contains("Kazakhstan") && text.contains("140"),
        "without access for frames the static page stands: {text:.200}"
    );
    leave(&page).await
}

async fn every_kind_of_host_learns_the_height(page: Page) -> Result<()> {
    let all = hosts(Fault::None)?;
    for (host, most) in [
        ("plain", 6000),
        ("late", 6000),
        ("wordpress", 1000),
        ("datawrapper", 6000),
        ("amp", 6000),
        ("medium", 6000),
        ("pym", 6000),
    ] {
        page.open_static(&format!("{}{host}.html", all.host.url)).await?;
        let fits = format!(
            "const frame = document.querySelector('iframe'); \
             return told > 200 && frame.style.visibility !== 'hidden' && Math.abs(frame.getBoundingClientRect().height - Math.min(told, {most})) < 2"
        );
        page.wait(&format!("the height of {host}"), &fits).await.with_context(|| host)?;
        // Nothing said once more: the frame does not follow what the host made of it.
        page.ask("window.n = 0; addEventListener('message', e => { if (e.data && e.data.type === 'atlas:height') window.n++; })").await?;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        let n_told = page.ask("return window.n").await?.as_u64().context("a number")?;
        ensure!(n_told <= 1, "{host}: heights go on");
        enter(&page).await?;
        let ignored = page.text("return document.body.innerText").await?;
        ensure!(!ignored.contains("left out"), "{host}: what hosts add to the link is known");
        leave(&page).await?;
    }
    Ok(())
}

async fn a_host_page_leads_the_map_and_hears_of_choices(page: Page) -> Result<()> {
    let all = hosts(Fault::None)?;
    page.open_static(&format!("{}article.html", all.host.url)).await?;
    enter(&page).await?;
    let early =
        "return document.querySelector('button[data-country=TJ]').getAttribute('aria-pressed') === 'true'";
    page.wait("what the article begins with", early).await?;
    leave(&page).await?;
    for (query, there) in [
        (
            "view=grid",
            "!!document.querySelector('main table') && document.querySelector('main').dataset.part === 'grid'",
        ),
        (
            "country=KG",
            "document.querySelector('button[data-country=KG]').getAttribute('aria-pressed') === 'true'",
        ),
        ("id=cku-railway", "!!document.querySelector('[data-card=cku-railway]')"),
        ("sector=energy", "document.querySelector('output').textContent.startsWith('26 ')"),
    ] {
        page.click(&format!("button[data-query^='{query}']")).await?;
        page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
        page.wait(query, &format!("return {there}")).await?;
        leave(&page).await?;
    }
    page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    page.click("button[data-country=TM]").await?;
    leave(&page).await?;
    page.wait(
        "what the host hears",
        "return document.getElementById('heard').textContent.includes('country=TM')",
    )
    .await?;
    is_true(
        &page,
        "nothing of the frame itself",
        "return !/embed|hide|theme|font|accent/.test(document.getElementById('heard').textContent)",
    )
    .await?;
    let length = page.ask("return history.length").await?.as_u64().context("a length")?;
    ensure!(length <= 3, "the host's Back button is the host's: {length}");
    Ok(())
}

async fn floods_and_neighbours_do_no_harm(page: Page) -> Result<()> {
    let all = hosts(Fault::None)?;
    page.open_static(&format!("{}flood.html", all.host.url)).await?;
    enter(&page).await?;
    let last =
        "return document.querySelector('button[data-country=KZ]').getAttribute('aria-pressed') === 'true'";
    page.wait("the last of many orders", last).await?;
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    leave(&page).await?;
    let n_moved = page.ask("return moved.length").await?.as_u64().context("a number")?;
    ensure!(n_moved <= 4, "orders are taken together: {n_moved}");
    page.open_static(&format!("{}neighbour.html", all.host.url)).await?;
    enter(&page).await?;
    for country in ["KZ", "KG", "UZ"] {
        page.click(&format!("button[data-country={country}]")).await?;
        let chosen = format!(
            "return document.querySelector('button[data-country={country}]').getAttribute('aria-pressed') === 'true'"
        );
        is_true(&page, country, &chosen).await?;
    }
    leave(&page).await?;
    page.open_static(&format!("{}tall.html", all.host.url)).await?;
    enter(&page).await?;
    ensure!(!page.wheel(false, 240.0).await?, "a wheel over the map scrolls the host");
    let touch = page.map_touch().await?;
    ensure!(touch.contains("pan"), "and so does a finger: {touch}");
    leave(&page).await
}

/// Within 1000 pixels of height at 320 of width, and nothing wider than the column.
async fn every_part_fits_a_narrow_column(page: Page) -> Result<()> {
    let all = hosts(Fault::None)?;
    let parts = Part::ALL.iter().map(|part| format!("embed={}&country=UZ", part.code()));
    let mut frames: Vec<(String, u64)> =
        parts.flat_map(|query| [320, 640, 1000].map(|width| (query.clone(), width))).collect();
    let languages =
        Locale::offered().iter().map(|locale| format!("embed=map&country=TM&lang={}", locale.code()));
    frames.extend(languages.flat_map(|query| [320, 640].map(|width| (query.clone(), width))));
    for query in
        ["embed=map&id=cku-railway", "embed=table&id=cku-railway", "embed=map&accent=ffee88&edition=9"]
    {
        frames.push((query.to_owned(), 320));
    }
    for (query, width) in frames {
        let frame = format!(
            "<!doctype html><title>Host</title><iframe title=Atlas width={width} height=1000 style='border:0' \
             src='{}?{query}'></iframe>",
            all.atlas
        );
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("index.html"), frame)?;
        let host = start(Site { is_foreign: true, ..Site::new(folder.path()) }, 0)?;
        page.open_static(&host.url).await?;
        enter(&page).await?;
        page.settle().await?;
        let size = page.ask("const e = document.documentElement; return [Math.ceil(e.getBoundingClientRect().height), e.scrollWidth]").await?;
        let (height, wide) = (size[0].as_u64().context("a height")?, size[1].as_u64().context("a width")?);
        ensure!(height <= 1000 && wide <= width, "{query} at {width}: {wide} × {height}");
        leave(&page).await?;
        host.stop();
    }
    Ok(())
}

/// In all parts but the map a record used to open nothing.
async fn a_card_opens_in_every_part_and_gives_its_place_back(page: Page) -> Result<()> {
    let all = hosts(Fault::None)?;
    for part in ["map", "timeline", "table", "promises"] {
        page.open(&format!("{}?embed={part}", all.atlas)).await?;
        let link =
            "[...document.querySelectorAll('main a[data-record]')].find(e => e.getClientRects().length)";
        page.wait(part, &format!("return !!({link})")).await?;
        page.ask(&format!("const link = {link}; link.focus(); link.click()")).await?;
        page.wait(
            "the card with the focus",
            "return !!document.activeElement.closest('[data-card] h2') && document.querySelectorAll('[data-card]').length === 1",
        )
        .await?;
        page.press(Key::Escape).await?;
        page.wait(
            "the part again, with the focus where it was",
            "return !document.querySelector('[data-card]') && !!document.activeElement.closest('main a[data-record], main')",
        )
        .await?;
        ensure!(page.focused("data-record").await?.len() > 3 || part == "map", "{part}: the focus is lost");
    }
    page.open(&format!("{}?embed=grid&id=cku-railway", all.atlas)).await?;
    ensure!(page.card().await? == "cku-railway", "the card of the link");
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// A frame made with edition 0 stays with it where the site has it; a live one names its own.
async fn an_old_edition_stays_and_says_so(page: Page) -> Result<()> {
    let folder = tempfile::tempdir()?;
    copy_app(folder.path())?;
    let old = std::fs::read_to_string(dist()?.join("data/atlas.json"))?
        .replacen("China–Kyrgyzstan–Uzbekistan railway", "The railway of the old edition", 1)
        .replacen("\"number\":1", "\"number\":0", 1);
    std::fs::create_dir_all(folder.path().join("data/editions"))?;
    std::fs::write(folder.path().join("data/editions/0.json"), old)?;
    let url = start(Site { has_probe: true, ..Site::new(folder.path()) }, 0)?.url;
    page.open(&format!("{url}?embed=card&id=cku-railway&edition=0")).await?;
    let text = page.text("return document.body.innerText").await?;
    ensure!(text.contains("The railway of the old edition"), "the old data: {text:.300}");
    ensure!(text.contains("edition 0") && text.contains("newer one: 1"), "and it says so: {text:.300}");
    page.open(&format!("{url}?embed=card&id=cku-railway&edition=1")).await?;
    let text = page.text("return document.body.innerText").await?;
    ensure!(text.contains("China–Kyrgyzstan–Uzbekistan railway") && !text.contains("newer"), "{text:.300}");
    ensure!(text.contains("edition 1"), "a frame names its edition: {text}");
    // A live frame used to ask for the edition of number 0, and to show it where there is one.
    page.open(&format!("{url}?embed=card&id=cku-railway")).await?;
    let text = page.text("return document.body.innerText").await?;
    ensure!(text.contains("China–Kyrgyzstan–Uzbekistan railway") && !text.contains("newer"), "{text:.300}");
    let asked = "return performance.getEntriesByType('resource').some(e => e.name.includes('/editions/'))";
    ensure!(page.ask(asked).await? == false, "a live frame asks for no old edition");
    page.open(&format!("{url}?embed=map&accent=ffee88&font=serif&theme=dark")).await?;
    let letters = page.text("return getComputedStyle(document.querySelector('button')).fontFamily").await?;
    ensure!(letters.ends_with(" serif"), "with serifs: {letters}");
    let scheme = page.text("return getComputedStyle(document.documentElement).colorScheme").await?;
    ensure!(scheme == "dark", "dark: {scheme}");
    let text = page.text("return document.body.innerText").await?;
    ensure!(
        text.contains("ffee88") && text.contains("4.5"),
        "a colour that cannot be read is refused: {text:.300}"
    );
    page.open(&format!("{url}?embed=everything&country=KG&theme=pink&edition=first")).await?;
    let text = page.text("return document.body.innerText").await?;
    for part in ["embed=everything", "theme=pink", "edition=first", "Kyrgyzstan: what was agreed"] {
        ensure!(text.contains(part), "a frame of nothing known is the map, and says so: {text:.300}");
    }
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// The dialog's code in an article: nothing of the article moves, when the frames come or later, with the
/// script and without it.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_in_the_page_around() {
    run(Engine::Chromium, |page| async move {
        let all = hosts(Fault::None)?;
        page.before_every_page(
            "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value)).observe({ type: 'layout-shift', buffered: true })",
        )
        .await?;
        for (view, kind) in [
            ("?country=TJ&sector=energy", "plain"),
            ("?country=TJ&sector=energy", "script"),
            ("?view=timeline", "script"),
            ("?id=cku-railway", "plain"),
        ] {
            page.open(&format!("{}{view}", all.atlas)).await?;
            let code = embed_code(&page, kind).await?;
            for width in [320, 640, 1000] {
                let folder = tempfile::tempdir()?;
                let frames = code.replace("<iframe ", "<iframe class=one ");
                // The second frame is below, where browsers load it late.
                let article = format!(
                    "<!doctype html><title>Article</title><style>body {{ width: {width}px; margin: 0 auto }}</style>\
                     <p>Before.</p>{frames}<p>Between.</p><div style='height: 3000px'>Long.</div>{}<p>After.</p>",
                    code.replace("<iframe ", "<iframe class=two ")
                );
                std::fs::write(folder.path().join("index.html"), article)?;
                let host = start(Site { is_foreign: true, ..Site::new(folder.path()) }, 0)?;
                page.open_static(&host.url).await?;
                for (name, place) in [("one", 0), ("two", 100_000)] {
                    let loaded = "return performance.getEntriesByType('resource').filter(e => e.initiatorType === 'iframe').length";
                    let n_loaded = page.ask(loaded).await?.as_u64().context("a number")?;
                    ensure!(n_loaded <= 1, "{view} {kind} {width}: {n_loaded} frames are loaded, one is near");
                    page.ask(&format!("scrollTo(0, {place})")).await?;
                    page.driver.find(By::Css(format!("iframe.{name}"))).await?.enter_frame().await?;
                    page.wait("the frame", "return document.documentElement.dataset.state === 'ready'").await?;
                    page.click("button[data-country=KG], [data-card] button, .timeline button").await?;
                    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
                    let inner = page.ask("return window.shift").await?.as_f64().context("a shift")?;
                    let fits = page.ask("return document.documentElement.scrollHeight <= innerHeight").await?;
                    ensure!(fits == true, "{view} {kind} {width}: the frame scrolls");
                    leave(&page).await?;
                    let shift = page.ask("return window.shift").await?.as_f64().context("a shift")?;
                    ensure!(shift < 0.02, "{view} {kind} {width}: the page moves by {shift}");
                    ensure!(inner < 0.05, "{view} {kind} {width}: the frame moves by {inner}");
                }
                host.stop();
            }
        }
        Ok(())
    })
    .await;
}

/// The code that the dialog makes for the open view.
async fn embed_code(page: &Page, kind: &str) -> Result<String> {
    page.click("button[data-desk=embed]").await?;
    let ready = "const e = document.querySelector('#desk-code'); return !!e && document.querySelector('dialog#desk').open && e.value.includes('<iframe')";
    page.wait("the dialog", ready).await?;
    choose(page, kind).await?;
    page.text("return document.querySelector('#desk-code').value").await
}

/// A real wheel and a real finger over the frame scroll the page around it.
#[tokio::test(flavor = "multi_thread")]
async fn a_wheel_and_a_finger_scroll_through_the_frame() {
    run(Engine::Chromium, |page| async move {
        let all = hosts(Fault::None)?;
        page.open_static(&format!("{}tall.html", all.host.url)).await?;
        enter(&page).await?;
        leave(&page).await?;
        let touch = serde_json::json!({ "enabled": true, "maxTouchPoints": 2 });
        page.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
        let (x, y) = (400, 700); // On the map.
        let box_of = page.ask("const box = document.querySelector('iframe').getBoundingClientRect(); return [box.top, box.bottom]").await?;
        ensure!(box_of[0].as_f64() < Some(500.0) && box_of[1].as_f64() > Some(800.0), "the frame is there: {box_of}");
        let wheel = serde_json::json!({ "x": x, "y": y, "yDistance": -300, "gestureSourceType": "mouse" });
        page.driver.cdp().send_raw("Input.synthesizeScrollGesture", wheel).await?;
        page.wait("the wheel", "return scrollY > 200").await?;
        page.ask("scrollTo(0, 0)").await?;
        page.settle().await?;
        for (kind, moved) in [("touchStart", 0), ("touchMove", 40), ("touchMove", 120), ("touchMove", 240), ("touchMove", 300)] {
            let finger = serde_json::json!({ "type": kind, "touchPoints": [{ "x": x, "y": y - moved }] });
            page.driver.cdp().send_raw("Input.dispatchTouchEvent", finger).await?;
        }
        let lifted = serde_json::json!({ "type": "touchEnd", "touchPoints": [] });
        page.driver.cdp().send_raw("Input.dispatchTouchEvent", lifted).await?;
        page.wait("the finger", "return scrollY > 200").await?;
        Ok(())
    })
    .await;
}

/// From the dialog into a blank page of another origin.
async fn the_dialogs_make_code_that_shows_the_same_view(page: Page) -> Result<()> {
    let all = hosts(Fault::None)?;
    page.open(&format!("{}?country=TJ&sector=energy", all.atlas)).await?;
    let count = page.count().await?;
    let code = embed_code(&page, "plain").await?;
    ensure!(code.contains("title=\"") && code.contains("embed=map") && code.contains("country=TJ"), "{code}");
    let folder = tempfile::tempdir()?;
    std::fs::write(
        folder.path().join("index.html"),
        format!("<!doctype html><title>Blank</title>{}", code.replace("<iframe ", "<iframe data-it ")),
    )?;
    page.press(thirtyfour::Key::Escape).await?;
    page.wait("its end", "return !document.querySelector('dialog#desk').open").await?;
    page.click("button[data-desk=share]").await?;
    page.wait("the other dialog", "return !!document.querySelector('#desk-citation') && document.querySelector('#desk-citation').value.length > 50").await?;
    let citation = page.text("return document.querySelector('#desk-citation').value").await?;
    for part in ["Edition 1", "SHA-256 ", "country=TJ", "Accessed"] {
        ensure!(citation.contains(part), "{part}: {citation}");
    }
    page.press(thirtyfour::Key::Escape).await?;
    page.click("button[data-desk=pictures]").await?;
    page.wait("the picture", "const e = document.querySelector('dialog#desk img'); return !!e && e.complete && e.naturalWidth > 500").await?;
    let svg = page.text("return decodeURIComponent(document.querySelector('dialog#desk img').src)").await?;
    for part in ["Tajikistan", "Energy", "Natural Earth", "edition 1", "Sources: "] {
        ensure!(svg.contains(part), "{part} in the picture");
    }
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    let host = start(Site { is_foreign: true, ..Site::new(folder.path()) }, 0)?;
    page.open_static(&host.url).await?;
    page.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
    page.wait("the frame", "return document.documentElement.dataset.state === 'ready'").await?;
    ensure!(page.count().await? == count, "the same view");
    leave(&page).await?;
    // The same with every choice made.
    page.open(&format!("{}?view=table&country=TJ&sector=energy", all.atlas)).await?;
    embed_code(&page, "plain").await?;
    let length = page.ask("return history.length").await?;
    for value in ["dark", "serif", "ru", "640", "frozen"] {
        choose(&page, value).await?;
    }
    page.click("dialog#desk input[name=piece][value=title]").await?;
    let colour = |digits: &str| {
        format!(
            "const e = document.querySelector('dialog#desk input[type=color]'); e.value = '#{digits}'; e.dispatchEvent(new Event('change', {{bubbles: true}}))"
        )
    };
    page.ask(&colour("ffee88")).await?;
    page.settle().await?;
    let code = page.text("return document.querySelector('#desk-code').value").await?;
    ensure!(
        !code.contains("accent") && code.contains("max-width:640px"),
        "no colour that cannot be read: {code}"
    );
    let said = page.text("return document.querySelector('dialog#desk').innerText").await?;
    ensure!(said.contains("cannot be read") && said.contains("is in English"), "and it says so: {said}");
    page.ask(&colour("7a1f5c")).await?;
    page.settle().await?;
    let code = page.text("return document.querySelector('#desk-code').value").await?;
    page.wait("the preview", "return document.querySelector('#desk-preview').src.includes('accent=7a1f5c')")
        .await?;
    ensure!(
        page.ask("return history.length").await? == length,
        "looking at previews leaves nothing to go back to"
    );
    std::fs::write(folder.path().join("index.html"), format!("<!doctype html><title>Blank</title>{code}"))?;
    page.open_static(&host.url).await?;
    page.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
    page.wait("the frame", "return document.documentElement.dataset.state === 'ready'").await?;
    ensure!(page.count().await? == count, "the same view");
    for (what, script) in [
        ("Russian", "document.documentElement.lang === 'ru'"),
        ("dark", "getComputedStyle(document.documentElement).colorScheme === 'dark'"),
        ("with serifs", "getComputedStyle(document.querySelector('button')).fontFamily.endsWith(' serif')"),
        ("without a title", "!document.querySelector('header h1')"),
        ("in its column", "innerWidth === 640"),
        ("the table", "!!document.querySelector('main table')"),
        ("with the accent", "document.documentElement.style.getPropertyValue('--host-accent') === '#7a1f5c'"),
    ] {
        is_true(&page, what, &format!("return {script}")).await?;
    }
    leave(&page).await
}

/// Makes a choice of the open dialog, by the value that one of its lists has.
async fn choose(page: &Page, value: &str) -> Result<()> {
    let script = format!(
        "const e = [...document.querySelectorAll('dialog#desk select')].find(e => [...e.options].some(o => o.value === '{value}')); \
         e.value = '{value}'; e.dispatchEvent(new Event('change', {{bubbles: true}}))"
    );
    page.ask(&script).await?;
    page.settle().await
}

//! Journeys on the release build, each in Chromium, Firefox and WebKit.

use anyhow::{Context, Result, bail, ensure};
use journeys::{Engine, Page, copy_app, dist, in_three_engines};
use thirtyfour::{By, Key};
use xtask::serve::{Fault, Site, start};

in_three_engines!(
    the_keyboard_alone_opens_all_six_countries,
    a_filtered_view_is_shared_and_reopened,
    back_and_forward_land_exactly,
    four_views_agree_after_a_random_walk,
    the_failure_ladder_holds,
    the_map_zooms_by_wheel_and_pinch_and_leaves_the_page_its_own,
    it_works_in_a_sub_folder_and_under_any_link,
    the_one_file_edition_opens_from_disk_and_in_a_sandbox,
    a_visited_site_is_read_without_a_network_and_never_stays_old,
    a_language_is_chosen_kept_and_may_fail,
    a_page_from_right_to_left_fits_and_its_map_is_not_mirrored,
    filters_open_in_a_sheet_and_give_the_focus_back,
    what_came_into_a_view_later_leaves_with_it,
    a_mouse_that_let_go_elsewhere_drags_no_map,
    a_field_keeps_its_own_escape,
    the_focus_is_kept_when_what_opened_a_card_is_hidden,
);

fn site(fault: Fault, prefix: &str) -> Result<String> {
    let site = Site { prefix: prefix.to_owned(), fault, has_probe: true, ..Site::new(&dist()?) };
    Ok(start(site, 0)?.url)
}

const SIX: [&str; 6] = ["KZ", "KG", "UZ", "TJ", "TM", "CN"];

/// The first stop of the tab key leads past the head of the page, and from there it is not far to the
/// map's first country. WebKit may leave links out, as Safari does unless it is told not to.
async fn tab_to_the_map(page: &Page) -> Result<()> {
    if page.engine == Engine::WebKit {
        page.ask("document.querySelector('path[data-country=KZ]').focus()").await?;
        return Ok(());
    }
    page.press(Key::Tab).await?;
    ensure!(page.focused("href").await? == "#content", "the first stop is the skip link");
    page.press(Key::Enter).await?;
    ensure!(page.focused("id").await? == "content", "and leads to the content");
    for _ in 0..20 {
        page.press(Key::Tab).await?;
        if page.focused("data-country").await? == "KZ" {
            return Ok(());
        }
    }
    bail!("twenty stops after the skip link the map has not come")
}

/// Tab to the map, walk by arrows, open by Enter and Space, undo by Escape; then the buttons; then
/// plus and minus on the map.
async fn the_keyboard_alone_opens_all_six_countries(page: Page) -> Result<()> {
    let url = site(Fault::None, "/")?;
    page.open(&url).await?;
    tab_to_the_map(&page).await?;
    // A walk by arrows that comes by all six.
    let walk = [
        (None, "KZ"),
        (Some(Key::Down), "UZ"),
        (Some(Key::Left), "TM"),
        (Some(Key::Right), "UZ"),
        (Some(Key::Down), "TJ"),
        (Some(Key::Up), "KG"),
        (Some(Key::Right), "CN"),
    ];
    for (step, (key, country)) in walk.into_iter().enumerate() {
        if let Some(key) = key {
            page.press(key).await?;
        }
        ensure!(
            page.focused("data-country").await? == country,
            "arrows lead to {country}, not {}",
            page.focused("data-country").await?
        );
        page.press(if step % 2 == 0 { Key::Enter } else { Key::Space }).await?;
        ensure!(page.card().await? == country, "{country} opens its card, not {}", page.card().await?);
        ensure!(
            page.pressed().await? == (country.to_owned(), country.to_owned()),
            "{country}: {:?}",
            page.pressed().await?
        );
        let address = format!("/country/{}.html", country.to_lowercase());
        ensure!(page.address().await? == address, "{country}: {}", page.address().await?);
    }
    page.press(Key::Escape).await?;
    ensure!(page.card().await? == "overview", "Escape undoes the choice: {}", page.card().await?);
    for country in SIX {
        page.ask(&format!("document.querySelector('button[data-country={country}]').focus()")).await?;
        page.press(Key::Enter).await?;
        ensure!(page.card().await? == country, "the button of {country}");
        page.press(Key::Enter).await?;
        ensure!(page.card().await? == "overview", "again undoes {country}");
    }
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    page.open(&url).await?;
    tab_to_the_map(&page).await?;
    let whole = page.map_width().await?;
    page.press("+").await?;
    let near = page.map_width().await?;
    ensure!(near < 0.7 * whole, "plus zooms in: {near} of {whole}");
    page.press("-").await?;
    let back = page.map_width().await?;
    ensure!((back - whole).abs() < 0.02 * whole, "minus zooms out again: {back} of {whole}");
    ensure!(page.card().await? == "overview", "and nothing is chosen");
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// What one reader sees, another sees by the link.
async fn a_filtered_view_is_shared_and_reopened(page: Page) -> Result<()> {
    let url = site(Fault::None, "/")?;
    page.open(&url).await?;
    let all = page.count().await?;
    page.toggle("sector", "energy").await?;
    page.toggle("country", "KZ").await?;
    page.toggle("stage", "signed").await?;
    let (count, query) = (page.count().await?, page.address().await?);
    let listed = page.listed("").await?;
    ensure!(count > 0 && count < all, "{count} of {all}");
    ensure!(listed.len() == count, "{} listed, {count} counted", listed.len());
    ensure!(query == "/?country=KZ&sector=energy&stage=signed", "{query}");
    page.open(&format!("{}{query}#?secret=abc", url.trim_end_matches('/'))).await?;
    ensure!(page.count().await? == count && page.listed("").await? == listed, "the link shows the same");
    ensure!(page.text("return location.hash").await? == "#?secret=abc", "the fragment is left alone");
    page.search("no such thing anywhere").await?;
    ensure!(page.count().await? == 0, "nothing matches");
    let advice = page.text("return document.querySelector('main').innerText").await?;
    ensure!(advice.contains("Drop the search words"), "{advice}");
    ensure!(page.text("return location.hash").await? == "#?secret=abc", "the fragment is left alone");
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// Every choice is an entry of the history, and each entry restores its view.
async fn back_and_forward_land_exactly(page: Page) -> Result<()> {
    page.open(&site(Fault::None, "/")?).await?;
    let mut seen = vec![(page.address().await?, page.count().await?, page.card().await?)];
    page.click("button[data-country=UZ]").await?;
    seen.push((page.address().await?, page.count().await?, page.card().await?));
    page.toggle("sector", "trade").await?;
    seen.push((page.address().await?, page.count().await?, page.card().await?));
    page.click("a[data-record]:not([hidden] *)").await?;
    seen.push((page.address().await?, page.count().await?, page.card().await?));
    page.click("nav a[href*=table]").await?;
    seen.push((page.address().await?, page.count().await?, page.card().await?));
    for expected in seen.iter().rev().skip(1) {
        // As a script does: WebKit's own button passes over entries that no finger or key made.
        page.ask("history.back()").await?;
        page.wait(
            "the step back",
            &format!("return location.pathname + location.search === {:?}", expected.0),
        )
        .await?;
        page.settle().await?;
        let found = (page.address().await?, page.count().await?, page.card().await?);
        ensure!(found == *expected, "back: {found:?} for {expected:?}");
    }
    for expected in seen.iter().skip(1) {
        page.ask("history.forward()").await?;
        page.wait(
            "the step forward",
            &format!("return location.pathname + location.search === {:?}", expected.0),
        )
        .await?;
        page.settle().await?;
        let found = (page.address().await?, page.count().await?, page.card().await?);
        ensure!(found == *expected, "forward: {found:?} for {expected:?}");
    }
    Ok(())
}

/// Map, timeline, table and grid show one state, wherever it was changed.
async fn four_views_agree_after_a_random_walk(page: Page) -> Result<()> {
    page.open(&site(Fault::None, "/")?).await?;
    let mut random = 20_250_617_u32;
    let mut next = |n: u32| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 16) % n
    };
    let views = ["timeline", "table", "grid", "map"];
    for step in 0..12_usize {
        match next(4) {
            0 => page.toggle("sector", ["energy", "trade", "transport", "digital"][next(4) as usize]).await?,
            1 => page.toggle("stage", ["signed", "announced", "proposed"][next(3) as usize]).await?,
            2 => page.click(&format!("button[data-country={}]", SIX[next(6) as usize])).await?,
            _ => page.toggle("tier", ["state", "press"][next(2) as usize]).await?,
        }
        let view = views[step % 4];
        page.click(&format!(
            "nav[aria-label=Views] li:nth-child({}) a",
            ["map", "timeline", "table", "grid"].iter().position(|one| *one == view).unwrap_or(0) + 1
        ))
        .await?;
        let count = page.count().await?;
        let beside = page.listed("aside").await?;
        ensure!(
            beside.len() == count,
            "{view}: {} beside, {count} counted, at {}",
            beside.len(),
            page.address().await?
        );
        match view {
            "table" => {
                let mut rows = page.listed("main").await?;
                let mut beside = beside.clone();
                rows.sort();
                beside.sort();
                ensure!(rows == beside, "table: {rows:?} for {beside:?}");
            }
            "grid" => {
                let corner = page.text("return [...document.querySelector('main table').querySelectorAll('tr:last-child td:last-child')].pop().innerText").await?;
                ensure!(corner.trim() == count.to_string(), "the grid's total {corner} for {count}");
            }
            "timeline" => {
                let shown = page.text("return String(new Set([...document.querySelectorAll('[data-timeline] ol a[data-record]')].filter(e => !e.closest('[hidden]')).map(e => e.dataset.record)).size)").await?;
                ensure!(shown == count.to_string(), "timeline: {shown} records for {count}");
            }
            _ => {
                let (buttons, shapes) = page.pressed().await?;
                ensure!(buttons == shapes, "buttons {buttons}, shapes {shapes}");
            }
        }
    }
    for view in ["compare", "promises", "briefing", "method"] {
        let count = page.count().await?;
        page.click(&format!("nav[aria-label=Views] a[href*={view}]")).await?;
        let heading = page.text("return document.querySelector('main h2').innerText").await?;
        ensure!(!heading.is_empty() && page.count().await? == count, "{view}: {heading}");
    }
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// Whatever breaks, the page is readable and says in one line what did not start.
async fn the_failure_ladder_holds(page: Page) -> Result<()> {
    for fault in [Fault::NoWasm, Fault::NoGlue, Fault::Tampered, Fault::PolicyWithoutWasm, Fault::Hangs] {
        page.open_static(&site(fault, "/")?).await?;
        page.wait(
            &format!("the message after {fault:?}"),
            "const e = document.getElementById('failure'); return !!e && !e.hidden",
        )
        .await?;
        let failure = page.failure().await?;
        ensure!(failure.contains("could not start"), "{fault:?}: {failure}");
        let text = page.text("return document.body.textContent").await?;
        ensure!(
            text.contains("Kazakhstan") && text.contains("railway"),
            "{fault:?}: the static page stays: {text:.200}"
        );
    }
    page.open_static(&site(Fault::NoBoot, "/")?).await?;
    let late = "return getComputedStyle(document.querySelector('.late')).visibility === 'visible'";
    page.wait("the line of the stylesheet", late).await?;
    let text = page.text("return document.body.innerText").await?;
    ensure!(text.contains("could not start") && text.contains("Kazakhstan"), "{text:.200}");
    let around = tempfile::tempdir()?;
    let frame = format!(
        "<!doctype html><title>Host</title><iframe sandbox=\"allow-scripts\" src=\"{}\" width=900 height=900></iframe>",
        site(Fault::NoAccess, "/")?
    );
    std::fs::write(around.path().join("index.html"), frame)?;
    let host = start(Site { is_foreign: true, ..Site::new(around.path()) }, 0)?;
    page.open_static(&host.url).await?;
    page.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
    let text = page.text("return document.body.innerText").await?;
    ensure!(text.contains("Kazakhstan"), "a frame without an origin shows the page: {text:.200}");
    let state = page.text("return document.documentElement.dataset.state").await?;
    ensure!(state != "ready", "and could not start");
    page.driver.enter_default_frame().await?;
    page.open_static(&format!("file://{}", dist()?.join("index.html").canonicalize()?.display())).await?;
    let text = page.text("return document.body.innerText").await?;
    ensure!(text.contains("Kazakhstan"), "from a disk the page can be read: {text:.200}");
    page.open_static(&site(Fault::NoScripts, "/")?).await?;
    let text = page.text("return document.body.textContent").await?;
    for word in ["140 records", "Kazakhstan", "Turkmenistan", "railway"] {
        ensure!(text.contains(word), "without scripts the page says {word}: {text:.200}");
    }
    ensure!(page.failure().await?.is_empty(), "and no message that cannot be true");
    let link = page.driver.find(By::Css("a[data-record=cku-railway]")).await?;
    page.driver.goto(link.prop("href").await?.context("an address")?).await?;
    let text = page.text("return document.body.textContent").await?;
    for word in ["532.53 km", "486 km", "27 December 2024", "Sources", "Railway Gazette International"] {
        ensure!(text.contains(word), "without scripts the record says {word}: {text:.200}");
    }
    page.open(&site(Fault::WrongType, "/")?).await?;
    ensure!(page.count().await? > 100, "starts although the type is wrong");
    ensure!(page.failure().await?.is_empty(), "says nothing when nothing is wrong");
    Ok(())
}

/// Ctrl and wheel, or two fingers, zoom; a plain wheel and one finger are the page's.
async fn the_map_zooms_by_wheel_and_pinch_and_leaves_the_page_its_own(page: Page) -> Result<()> {
    page.open(&site(Fault::None, "/")?).await?;
    let whole = page.map_width().await?;
    ensure!(!page.wheel(false, -240.0).await?, "a plain wheel scrolls the page");
    ensure!(page.map_width().await? == whole, "and moves no map");
    ensure!(page.wheel(true, -240.0).await?, "Ctrl and wheel are the map's");
    let near = page.map_width().await?;
    ensure!(near < whole, "Ctrl and wheel zoom in: {near} of {whole}");
    page.wheel(true, 2400.0).await?;
    page.wheel(true, 2400.0).await?;
    ensure!(page.map_width().await? == whole, "and out again, no further than the region");
    let link = page.address().await?;
    page.finger("pointerdown", 1, (0.4, 0.5)).await?;
    page.finger("pointermove", 1, (0.4, 0.3)).await?;
    ensure!(page.map_width().await? == whole && page.address().await? == link, "one finger moves no map");
    page.finger("pointerdown", 2, (0.5, 0.3)).await?;
    page.finger("pointermove", 2, (0.8, 0.3)).await?;
    let near = page.map_width().await?;
    ensure!(near < whole, "two fingers apart zoom in: {near} of {whole}");
    page.finger("pointerup", 2, (0.8, 0.3)).await?;
    page.finger("pointerup", 1, (0.4, 0.3)).await?;
    ensure!(page.card().await? == "overview", "and choose nothing");
    ensure!(page.address().await? != link, "the link holds the frame: {}", page.address().await?);
    ensure!(
        page.map_touch().await?.contains("pan"),
        "the browser is told to scroll: {}",
        page.map_touch().await?
    );
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// Any sub-folder, after reload, and whatever stands in the link.
async fn it_works_in_a_sub_folder_and_under_any_link(page: Page) -> Result<()> {
    let url = site(Fault::None, "/a/b/")?;
    page.open(&format!("{url}?country=TJ")).await?;
    ensure!(page.card().await? == "TJ", "opens below a folder");
    page.reload().await?;
    ensure!(page.card().await? == "TJ", "and after reload");
    ensure!(page.text("return location.pathname").await? == "/a/b/", "the path stays");
    page.click("button[data-country=KG]").await?;
    ensure!(
        page.address().await? == "/a/b/country/kg.html",
        "a country has an address: {}",
        page.address().await?
    );
    page.click("a[data-record=cku-railway]:not([hidden] *)").await?;
    page.click("nav a[href*=table]").await?;
    ensure!(
        page.address().await? == "/a/b/?view=table&id=cku-railway&country=KG",
        "{}",
        page.address().await?
    );
    page.open(&format!("{url}record/cku-railway.html")).await?;
    ensure!(page.card().await? == "cku-railway", "a record opens by its own page");
    page.reload().await?;
    ensure!(page.card().await? == "cku-railway", "and after reload");
    let long = "x".repeat(6000);
    for hostile in [
        "?country=XX&sector=%E0%A4%A",
        "?__proto__=1&id=<script>",
        "?from=99999&to=-3",
        "?frame=NaN~1~2",
        long.as_str(),
    ] {
        page.open(&format!("{url}?{}", hostile.trim_start_matches('?'))).await?;
        ensure!(page.count().await? > 100, "{hostile:.60}");
        let notice = page.text("return document.querySelector('[role=status]').innerText").await?;
        ensure!(notice.contains("left out"), "{hostile:.60} is named: {notice}");
    }
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// A double click, no network, and the strictest frame that still runs scripts.
async fn the_one_file_edition_opens_from_disk_and_in_a_sandbox(page: Page) -> Result<()> {
    let file = dist()?.join("atlas.html").canonicalize()?;
    ensure!(file.metadata()?.len() < 2_000_000, "{} bytes", file.metadata()?.len());
    let url = format!("file://{}", file.display());
    page.open(&url).await?;
    ensure!(page.count().await? > 100, "opens from disk");
    page.click("button[data-country=KZ]").await?;
    ensure!(page.card().await? == "KZ", "and answers");
    page.click("nav a[href*=table]").await?;
    ensure!(page.listed("main").await?.len() == page.count().await?, "every view is in it");
    let folder = tempfile::tempdir()?;
    let host = folder.path().join("host.html");
    let frame = format!(
        "<!doctype html><title>Host</title><iframe sandbox=\"allow-scripts\" width=900 height=900 src=\"{url}\"></iframe>"
    );
    std::fs::write(&host, frame)?;
    page.open_static(&format!("file://{}", host.display())).await?;
    page.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
    page.wait("the frame", "return document.documentElement.dataset.state === 'ready'").await?;
    page.wait("the lists", "return document.querySelectorAll('[data-agreement]').length > 100").await?;
    page.click("button[data-country=UZ]").await?;
    ensure!(page.card().await? == "UZ", "answers in a sandbox");
    Ok(())
}

/// After one visit the site opens with its host gone; a new edition is shown as soon as it can be had;
/// one click and nothing is kept.
async fn a_visited_site_is_read_without_a_network_and_never_stays_old(page: Page) -> Result<()> {
    let kept = "return document.documentElement.dataset.offline === 'kept'";
    let host = start(Site::new(&dist()?), 0)?;
    let (url, port) = (host.url.clone(), host.port);
    page.open(&url).await?;
    page.wait("the copy", kept).await?;
    host.stop();
    // As a reader goes there; the driver's own reload of Firefox passes over what is kept.
    page.open(&url).await?;
    ensure!(page.count().await? > 100, "opens without its host");
    page.open(&format!("{url}record/cku-railway.html")).await?;
    ensure!(page.card().await? == "cku-railway", "and so does a page that was never opened");
    let newer = tempfile::tempdir()?;
    copy_app(newer.path())?;
    let index = newer.path().join("index.html");
    let text = std::fs::read_to_string(&index)?.replacen("<html ", "<html data-edition=\"2\" ", 1);
    std::fs::write(&index, text)?;
    let _host = start(Site::new(newer.path()), port)?;
    page.open(&url).await?;
    let edition = page.text("return String(document.documentElement.dataset.edition)").await?;
    ensure!(edition == "2", "the new edition at once, not {edition}");
    page.wait("the copy", kept).await?;
    page.click("[data-offline-wish=off]").await?;
    page.wait("its end", "return document.documentElement.dataset.offline === 'off'").await?;
    let focused = page.focused("data-offline-wish").await?;
    ensure!(
        focused == "keep",
        "the button that went leaves the focus to its counterpart, not to {focused:?}"
    );
    let left = page
        .ask(
            "return (async () => [(await navigator.serviceWorker.getRegistrations()).length, \
             (await caches.keys()).filter(name => name.startsWith('atlas /')).length].join())()",
        )
        .await?;
    ensure!(left == "0,0", "nothing is left: {left}");
    page.open(&url).await?;
    page.wait("the wish", "return document.documentElement.dataset.offline === 'off'").await?;
    page.click("[data-offline-wish=keep]").await?;
    page.wait("the copy again", kept).await?;
    let around = tempfile::tempdir()?;
    let frame =
        format!("<!doctype html><title>Host</title><iframe src=\"{url}\" width=900 height=900></iframe>");
    std::fs::write(around.path().join("index.html"), frame)?;
    let around = start(Site { is_foreign: true, ..Site::new(around.path()) }, 0)?;
    page.open_static(&around.url).await?;
    page.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
    page.ready("the frame").await?;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let state = page.text("return String(document.documentElement.dataset.offline)").await?;
    ensure!(state == "undefined", "a frame keeps nothing and says nothing: {state}");
    Ok(())
}

/// The menu leads to the same view in another language; without its texts the page is in English.
async fn a_language_is_chosen_kept_and_may_fail(page: Page) -> Result<()> {
    let url = site(Fault::None, "/")?;
    page.open(&url).await?;
    page.toggle("sector", "energy").await?;
    let count = page.count().await?;
    page.click("header summary").await?;
    let link = page.text("return document.querySelector('header a[hreflang=ru]').href").await?;
    page.open(&link).await?;
    ensure!(page.text("return document.documentElement.lang").await? == "ru", "the page says so");
    ensure!(page.address().await? == "/ru/?sector=energy", "{}", page.address().await?);
    ensure!(page.count().await? == count, "the same records");
    let main = page.text("return document.querySelector('main').innerText").await?;
    ensure!(main.contains("Энергетика") && main.contains("Кыргызстан"), "{main}");
    page.search("Kazakhstan").await?;
    ensure!(page.count().await? > 0, "English names are found in every language");
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    page.open(&format!("{url}zh/record/cku-railway.html")).await?;
    let title = page.text("return document.querySelector('[data-card] h2').innerText").await?;
    ensure!(title.contains("铁路"), "{title}");
    ensure!(page.text("return document.documentElement.lang").await? == "zh-Hans", "the page says so");
    // What is not translated says that it is English; sources say their own language.
    for (what, script) in [
        ("steps", "return document.querySelectorAll('[data-card] ol span[lang=en]').length > 3"),
        ("sources", "return document.querySelectorAll('[data-card] a[lang=ru]').length > 0"),
        ("the day", "return document.querySelector('[data-card]').innerText.includes('2025年')"),
    ] {
        ensure!(page.ask(script).await? == serde_json::Value::Bool(true), "{what}");
    }
    let url = site(Fault::NoWords, "/")?;
    page.open(&format!("{url}ru/")).await?;
    ensure!(page.text("return document.documentElement.lang").await? == "en", "English instead");
    let notice = page.text("return document.body.innerText").await?;
    ensure!(notice.contains("(Русский)"), "{notice}");
    ensure!(page.address().await? == "/ru/", "the address is kept for another try");
    page.open(&format!("{url}?view=method")).await?;
    page.wait(
        "a word on what is missing",
        "return document.querySelector('main').innerText.includes('could not be loaded')",
    )
    .await?;
    page.open(&format!("{url}record/cku-railway.html")).await?;
    page.wait(
        "a word on the sources",
        "return document.querySelector('aside').innerText.includes('could not be loaded')",
    )
    .await?;
    let n_dead = "return document.querySelectorAll('[data-card] a:not([href])').length";
    ensure!(page.ask(n_dead).await? == 0, "a source without an address is no link");
    Ok(())
}

/// The test locale is Persian; what is not translated in it stays from left to right.
async fn a_page_from_right_to_left_fits_and_its_map_is_not_mirrored(page: Page) -> Result<()> {
    let url = site(Fault::None, "/")?;
    for view in ["?lang=fa", "?lang=fa&view=timeline", "?lang=fa&view=compare", "?lang=fa&id=cku-railway"] {
        page.open(&format!("{url}{view}")).await?;
        page.settle().await?;
        let direction =
            page.text("return getComputedStyle(document.querySelector('main')).direction").await?;
        ensure!(direction == "rtl", "{view}: {direction}");
        let wider =
            page.ask("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        let wider = wider.await?.as_f64().context("a width")?;
        ensure!(wider <= 0.0, "{view} scrolls sideways by {wider}");
    }
    page.open(&format!("{url}?lang=fa")).await?;
    let is_west = "const at = code => document.querySelector(`path[data-country=${code}]`).getBoundingClientRect().left; \
                   return at('TM') < at('KG') && at('KZ') < at('CN')";
    ensure!(page.ask(is_west).await? == serde_json::Value::Bool(true), "west is left");
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// Where there is no room beside the picture; the card below is not closed by the key that closes
/// the sheet.
async fn filters_open_in_a_sheet_and_give_the_focus_back(page: Page) -> Result<()> {
    page.driver.set_window_rect(0, 0, 800, 900).await?;
    page.open(&format!("{}?country=UZ", site(Fault::None, "/")?)).await?;
    page.wait("the sheet", "return !!document.querySelector('dialog form')").await?;
    page.ask("document.querySelector('section > button[aria-haspopup=dialog]').focus()").await?;
    page.press(Key::Enter).await?;
    let is_inside =
        "const d = document.querySelector('dialog'); return d.open && d.contains(document.activeElement)";
    ensure!(page.ask(is_inside).await? == serde_json::Value::Bool(true), "open, with the focus inside");
    page.toggle("sector", "energy").await?;
    let count = page.count().await?;
    let foot = page.text("return [...document.querySelectorAll('dialog button')].pop().innerText").await?;
    ensure!(foot == format!("Show {count} records"), "{foot}");
    page.press(Key::Escape).await?;
    page.wait("the sheet to close", "return !document.querySelector('dialog').open").await?;
    ensure!(page.card().await? == "UZ", "the card stays");
    let is_back =
        "return document.activeElement === document.querySelector('section > button[aria-haspopup=dialog]')";
    ensure!(page.ask(is_back).await? == serde_json::Value::Bool(true), "the focus is back");
    let complaints = page.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// The strip under the map, made when there is room for it, used to stay under every view that followed. In a
/// frame, whose width a script can change in every engine.
async fn what_came_into_a_view_later_leaves_with_it(page: Page) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let frame = format!(
        "<!doctype html><title>Host</title><iframe src=\"{}\" width=400 height=900></iframe>",
        site(Fault::None, "/")?
    );
    std::fs::write(folder.path().join("index.html"), frame)?;
    let host = start(Site { is_foreign: true, ..Site::new(folder.path()) }, 0)?;
    page.open_static(&host.url).await?;
    page.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
    page.wait("the frame", "return document.documentElement.dataset.state === 'ready'").await?;
    let n_strips = "return document.querySelectorAll('[data-timeline=strip]').length";
    ensure!(page.ask(n_strips).await? == 0, "a narrow page has no strip");
    page.driver.enter_default_frame().await?;
    page.ask("document.querySelector('iframe').width = 900").await?;
    page.driver.find(By::Tag("iframe")).await?.enter_frame().await?;
    page.wait("the strip", &format!("{n_strips} === 1")).await?;
    page.click("nav a[href*=table]").await?;
    ensure!(page.ask(n_strips).await? == 0, "the strip leaves with the map");
    page.click("header nav li:first-child a").await?;
    ensure!(page.ask(n_strips).await? == 1, "and comes back once");
    Ok(())
}

/// Let go outside, the mouse used to drag the map when it came back.
async fn a_mouse_that_let_go_elsewhere_drags_no_map(page: Page) -> Result<()> {
    page.open(&site(Fault::None, "/")?).await?;
    page.wheel(true, -240.0).await?;
    let shown = "return document.querySelector('path[data-country]').ownerSVGElement.getAttribute('viewBox')";
    let near = page.text(shown).await?;
    page.mouse("pointerdown", true, (0.5, 0.5)).await?;
    page.mouse("pointermove", true, (0.6, 0.5)).await?;
    let dragged = page.text(shown).await?;
    ensure!(dragged != near, "a pressed mouse drags: {dragged}");
    page.mouse("pointermove", false, (0.3, 0.4)).await?;
    page.mouse("pointermove", false, (0.2, 0.4)).await?;
    ensure!(page.text(shown).await? == dragged, "one that let go does not");
    Ok(())
}

/// The key that clears the search used to close the card below, too.
async fn a_field_keeps_its_own_escape(page: Page) -> Result<()> {
    page.driver.set_window_rect(0, 0, 1300, 900).await?;
    page.open(&format!("{}?country=UZ", site(Fault::None, "/")?)).await?;
    let field = "document.querySelector('input[type=search][name=q]')";
    page.wait("the search", &format!("return !!{field}")).await?;
    page.ask(&format!("{field}.focus()")).await?;
    page.press("gas").await?;
    page.press(Key::Escape).await?;
    ensure!(page.card().await? == "UZ", "the card stays: {}", page.card().await?);
    page.ask("document.querySelector('button[data-country=UZ]').focus()").await?;
    page.press(Key::Escape).await?;
    ensure!(page.card().await? == "overview", "elsewhere the key closes it: {}", page.card().await?);
    Ok(())
}

/// A line of the list that a filter has hidden since refuses the focus, which used to be lost.
async fn the_focus_is_kept_when_what_opened_a_card_is_hidden(page: Page) -> Result<()> {
    page.open(&site(Fault::None, "/")?).await?;
    let line = "document.querySelector('li[data-agreement] a[data-record]')";
    page.wait("the list", &format!("return !!{line}")).await?;
    page.ask(&format!("{line}.focus()")).await?;
    page.press(Key::Enter).await?;
    ensure!(page.card().await? != "overview", "the record opens");
    page.search("no such thing anywhere").await?;
    page.ask("document.querySelector('[data-card] h2').focus()").await?;
    page.press(Key::Escape).await?;
    ensure!(page.card().await? == "overview", "the record closes");
    let is_on_card = "return document.activeElement === document.querySelector('[data-card] h2')";
    page.wait("the focus on the card behind", is_on_card).await
}

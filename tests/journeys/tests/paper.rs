//! On paper: what Chromium prints, read back by poppler.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use journeys::{Engine, Page, run, site};
use serde_json::json;

/// Prints the open page; number of pages and text.
async fn printed(page: &Page, folder: &Path, name: &str) -> Result<(usize, String)> {
    let settings = json!({ "preferCSSPageSize": true, "printBackground": true });
    let answer = page.driver.cdp().send_raw("Page.printToPDF", settings).await?;
    let file = folder.join(format!("{name}.pdf"));
    std::fs::write(&file, STANDARD.decode(answer["data"].as_str().context("a PDF")?)?)?;
    let text = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().context("pdftotext")?;
    let text = String::from_utf8(text.stdout)?;
    // A form feed ends every page.
    Ok((text.matches('\u{c}').count(), text))
}

#[tokio::test(flavor = "multi_thread")]
async fn six_briefs_take_six_pages_and_nothing_of_them_is_a_control() {
    run(Engine::Chromium, |page| async move {
        let (url, folder) = (site()?, tempfile::tempdir()?);
        for (language, names) in [
            ("", ["Kazakhstan", "Kyrgyzstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "China"]),
            ("ru/", ["Казахстан", "Кыргызстан", "Узбекистан", "Таджикистан", "Туркменистан", "Китай"]),
        ] {
            page.open_static(&format!("{url}{language}briefs.html")).await?;
            let (n_pages, text) = printed(&page, folder.path(), "briefs").await?;
            ensure!(n_pages == 6, "{language}: {n_pages} pages");
            for (sheet, name) in text.split('\u{c}').zip(names) {
                let heading = sheet.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
                ensure!(heading.contains(name), "{name} begins its page: {heading}");
                ensure!(
                    sheet.contains("Natural Earth") && sheet.contains("https://"),
                    "{name}: borders and notes"
                );
            }
        }
        page.open_static(&format!("{url}annex.html")).await?;
        let (n_pages, text) = printed(&page, folder.path(), "annex").await?;
        ensure!(n_pages > 10 && text.contains("China–Kyrgyzstan–Uzbekistan railway"), "{n_pages} pages");
        page.open_static(&format!("{url}tour/what-astana-agreed.html")).await?;
        let (_, text) = printed(&page, folder.path(), "tour").await?;
        for number in 1..=7 {
            ensure!(text.contains(&format!("Figure {number}")), "figure {number}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_view_prints_without_its_controls() {
    run(Engine::Chromium, |page| async move {
        let (url, folder) = (site()?, tempfile::tempdir()?);
        for view in [
            "",
            "?country=UZ",
            "?id=cku-railway",
            "?view=timeline",
            "?view=table",
            "?view=grid",
            "?view=compare",
            "?tour=2",
            "?embed=map&country=UZ",
            "?embed=grid",
        ] {
            page.open(&format!("{url}{view}")).await?;
            if !view.contains("embed") {
                let lists = "return document.querySelectorAll('aside [data-agreement]').length > 100";
                page.wait("the lists", lists).await?;
            }
            let (n_pages, text) = printed(&page, folder.path(), "view").await?;
            ensure!(
                n_pages > 0 && text.contains("140 of 140") || text.contains("70 of 140"),
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
            ] {
                ensure!(!text.contains(control), "{view} prints “{control}”");
            }
        }
        Ok(())
    })
    .await;
}

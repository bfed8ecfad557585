//! Pictures of the main views in every width, scheme and language, and transcripts of what screen
//! readers are told; `cargo xtask screenshots` builds the site and calls it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use journeys::Page;
use journeys::engine::{Engine, run_result};
use journeys::transcript::{TODAY, VIEWS, transcript};
use serde_json::json;
use summit_atlas::model::dataset::codes::Code;
use summit_atlas::model::words::Locale;
use xtask::paths;
use xtask::serve::{Fault, Site, start};

/// Views and states, by the name of their pictures.
const STATES: [(&str, &str); 14] = [
    ("map", ""),
    ("country", "?country=UZ"),
    ("record", "?id=cku-railway"),
    ("event", "?event=summit-2-2025"),
    ("timeline", "?view=timeline"),
    ("table", "?view=table"),
    ("grid", "?view=grid"),
    ("compare", "?view=compare"),
    ("promises", "?view=promises"),
    ("briefing", "?view=briefing"),
    ("method", "?view=method"),
    ("no-match", "?sector=security&country=TM&stage=delivered"),
    ("unknown-link", "?country=XX"),
    ("stages", "?colour=stage&country=KZ~CN"),
];
/// Parts of the atlas in other people's pages, and the widths of their columns.
const FRAMES: [(&str, &str); 8] = [
    ("embed-map", "?embed=map"),
    ("embed-country", "?embed=map&country=UZ"),
    ("embed-record", "?embed=map&id=cku-railway"),
    ("embed-timeline", "?embed=timeline"),
    ("embed-table", "?embed=table"),
    ("embed-grid", "?embed=grid"),
    ("embed-card", "?embed=card&id=cku-railway"),
    ("embed-compare", "?embed=compare&country=KG~UZ"),
];
const FRAME_WIDTHS: [u32; 3] = [320, 640, 1000];
const WIDTHS: [u32; 4] = [1440, 768, 390, 320];

#[tokio::main]
async fn main() -> Result<()> {
    let dist = journeys::dist()?;
    let out = PathBuf::from(std::env::var_os("ATLAS_PICTURES").context("ATLAS_PICTURES is not set")?);
    fs::create_dir_all(&out)?;
    // The test locale is there too.
    let good = start(Site { has_probe: true, ..Site::new(&dist) }, 0)?.url;
    let failing = start(Site { fault: Fault::NoWasm, ..Site::new(&dist) }, 0)?.url;
    run_result(Engine::Chromium, move |page| async move {
        let camera = Camera { page, out };
        camera.page.before_every_page(TODAY).await?;
        for scheme in ["light", "dark"] {
            camera.media(&[("prefers-color-scheme", scheme)]).await?;
            for width in WIDTHS {
                println!("{width} pixels, {scheme} …");
                for (name, query) in STATES {
                    camera
                        .shoot(&format!("{good}{query}"), &format!("{name}-{width}-{scheme}"), width)
                        .await?;
                }
                let open = "document.querySelector('section > button[aria-haspopup=dialog]')?.click()";
                camera.page.open_whole(&format!("{good}?sector=energy")).await?;
                camera.page.ask(open).await?;
                camera.picture(&format!("filters-{width}-{scheme}")).await?;
                for dialog in ["share", "embed", "pictures"] {
                    camera.page.open_whole(&format!("{good}?country=UZ")).await?;
                    camera.page.open_desk(dialog, "button").await?;
                    camera.picture(&format!("{dialog}-{width}-{scheme}")).await?;
                }
            }
            for (name, query) in FRAMES {
                for width in FRAME_WIDTHS {
                    camera
                        .shoot(&format!("{good}{query}"), &format!("{name}-{width}-{scheme}"), width)
                        .await?;
                }
            }
        }
        camera.media(&[("prefers-color-scheme", "light")]).await?;
        // The test locale is not offered.
        for language in Locale::offered().iter().chain(&[Locale::Fa]).map(|locale| locale.code()) {
            println!("In {language} …");
            for width in WIDTHS {
                let name = |view: &str| format!("{view}-{language}-{width}");
                camera.shoot(&format!("{good}?lang={language}"), &name("map"), width).await?;
                let record = format!("{good}?lang={language}&id=cku-railway");
                camera.shoot(&record, &name("record"), width).await?;
            }
            camera
                .shoot(
                    &format!("{good}?lang={language}&view=timeline"),
                    &format!("timeline-{language}"),
                    1440,
                )
                .await?;
            camera
                .shoot(&format!("{good}?lang={language}&view=grid"), &format!("grid-{language}"), 390)
                .await?;
        }
        println!("Other settings …");
        for (name, feature) in [
            ("forced-colours", ("forced-colors", "active")),
            ("more-contrast", ("prefers-contrast", "more")),
            ("reduced-motion", ("prefers-reduced-motion", "reduce")),
        ] {
            camera.media(&[feature]).await?;
            for (view, query) in [("map", ""), ("record", "?id=cku-railway"), ("timeline", "?view=timeline")]
            {
                camera.shoot(&format!("{good}{query}"), &format!("{view}-{name}"), 1440).await?;
            }
        }
        camera.media(&[("prefers-color-scheme", "light")]).await?;
        camera.size(1440).await?;
        camera.page.open_static(&failing).await?;
        camera.page.wait("the message", "return document.documentElement.dataset.state === 'failed'").await?;
        camera.picture("failed").await?;
        let folder = paths::root().join("tests/journeys/transcripts");
        fs::create_dir_all(&folder)?;
        for (name, query) in VIEWS {
            camera.page.open_whole(&format!("{good}{query}")).await?;
            fs::write(folder.join(format!("{name}.txt")), transcript(&camera.page).await?)?;
        }
        let old = TODAY.replace("2026, 10", "2030, 10");
        camera.page.before_every_page(&old).await?;
        camera.shoot(&good, "old-edition", 1440).await?;
        let n_pictures = fs::read_dir(&camera.out)?.count();
        println!("{n_pictures} pictures in {}", camera.out.display());
        Ok(())
    })
    .await
}

struct Camera {
    page: Page,
    out: PathBuf,
}

impl Camera {
    async fn media(&self, features: &[(&str, &str)]) -> Result<()> {
        let features: Vec<_> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let features = json!({ "features": features });
        self.page.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    async fn size(&self, width: u32) -> Result<()> {
        let height = if width > 700 { 960 } else { 844 };
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.page.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    async fn shoot(&self, address: &str, name: &str, width: u32) -> Result<()> {
        self.size(width).await?;
        self.page.open_whole(address).await?;
        self.picture(name).await
    }

    async fn picture(&self, name: &str) -> Result<()> {
        self.page.settle().await?;
        let picture = self.page.driver.screenshot_as_png().await?;
        fs::write(self.out.join(format!("{name}.png")), picture)?;
        Ok(())
    }
}

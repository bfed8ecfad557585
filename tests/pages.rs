//! The pages of a published site: addresses that hold, links that lead somewhere, nothing absolute
//! that is not known, the same bytes every time.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use summit_atlas::model::dataset::index::Atlas;
use summit_atlas::model::text::escape;
use summit_atlas::model::view::page::{Addresses, Page};
use summit_atlas::model::view::query::read;
use summit_atlas::model::view::title::title;
use summit_atlas::model::view::{Set, View, ViewState};
use summit_atlas::model::words::Locale;
use summit_atlas::picture::map;
use summit_atlas::site::{Places, preview};
use summit_atlas::{site, start};

const TEMPLATE: &str = "<!doctype html>\n<html lang=\"en\" data-state=\"loading\">\n<head>\n<title>T</title>\n\
    <meta name=\"description\" content=\"D\">\n<link rel=\"stylesheet\" href=\"./base.css\">\n</head>\n<body>\n\
    <div id=\"failure\" role=\"alert\" hidden><p></p></div>\n<p class=\"late\"></p>\n<div id=\"static\"><div>old</div></div>\n\
    <script type=\"application/json\" id=\"boot\">{\"js\":\"./a.js\",\"wasm\":\"./a.wasm\"}</script>\n\
    <script src=\"./boot-1.js\" integrity=\"sha384-old\" type=\"module\"></script>\n</body>\n</html>\n";

fn atlas() -> &'static Atlas {
    start::load().unwrap().0
}

const SITE: &str = "https://example.org/atlas/";

/// A site that knows its address.
fn known() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| written("known", Some(SITE)))
}

/// A site that does not.
fn unknown() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| written("unknown", None))
}

/// A site written into a folder of its own, which is emptied before.
fn written(name: &str, site_url: Option<&str>) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.html"), TEMPLATE).unwrap();
    for file in [
        "base.css",
        "boot-1.js",
        "summit-atlas-1.js",
        "summit-atlas-1_bg.wasm",
        "favicon.svg",
        "notices.html",
    ] {
        fs::write(folder.join(file), format!("{file} /* {file} */")).unwrap();
    }
    let (atlas, geometry) = start::load().unwrap();
    let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    let places = Places { past: Path::new("none"), tables: Path::new("languages"), kept: Some(&kept) };
    site::write(&folder, site_url, atlas, geometry, places).unwrap();
    folder
}

fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.extend([path]) }
    }
    found
}

fn attributes<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split('"').next())
}

#[test]
fn every_page_has_one_address_and_comes_back_from_it() {
    let mut seen = BTreeSet::new();
    for page in Page::all(atlas()) {
        let path = page.path();
        assert!(seen.insert(path.clone()), "{path} twice");
        assert_eq!(Page::of(&page.view()), Some(page), "{path}");
        let addresses = Addresses { root: "/a/b/".to_owned(), has_pages: true, ..Addresses::default() };
        let address = addresses.of(&page.view());
        assert_eq!(address, format!("/a/b/{path}"));
        assert_eq!(addresses.read(&address, "", atlas()).view, page.view(), "{address}");
        let bare = address.trim_end_matches(".html");
        assert_eq!(addresses.read(bare, "", atlas()).view, page.view(), "{bare}, as some hosts have it");
    }
    assert_eq!(Page::at("index.html", atlas()), None, "the first page by its file is the default view");
}

/// When the app came, it used to take the view out of the title: “Table – …” became the name of the site alone.
#[test]
fn the_title_is_the_same_in_the_file_of_a_page_and_in_the_app() {
    let mut seen = BTreeSet::new();
    for page in Page::all(atlas()) {
        let path = if page.path().is_empty() { "index.html".to_owned() } else { page.path() };
        let text = fs::read_to_string(unknown().join(&path)).unwrap();
        let title = title(atlas(), &page.view());
        assert!(text.contains(&format!("<title>{}</title>", escape(&title))), "{path}: {title}");
        assert!(seen.insert(title), "{path} is called as another page is");
    }
    let name = "China–Central Asia Summit Atlas";
    for (link, expected) in [
        ("", name.to_owned()),
        ("?sector=energy", name.to_owned()),
        ("?view=table&sector=energy", format!("Table – {name}")),
        ("?view=table&country=KZ", format!("Kazakhstan – {name}")),
    ] {
        assert_eq!(title(atlas(), &read(link, atlas()).view), expected, "{link}");
    }
}

#[test]
fn a_view_without_a_page_is_a_query_at_the_root_and_a_query_wins_over_a_path() {
    let addresses = Addresses { root: "/a/b/".to_owned(), has_pages: true, ..Addresses::default() };
    let mut view = ViewState { view: View::Table, ..ViewState::default() };
    view.facets.countries = Set::only(summit_atlas::model::dataset::codes::CountryId::KZ);
    assert_eq!(addresses.of(&view), "/a/b/?view=table&country=KZ");
    let reading = addresses.read("/a/b/record/cku-railway.html", "?view=table&country=KZ", atlas());
    assert_eq!(reading.view, view);
    for path in ["/a/b/", "/a/b/index.html", "/a/b/record/none.html", "/elsewhere/x.html", ""] {
        assert_eq!(addresses.read(path, "", atlas()).view, ViewState::default(), "{path}");
    }
}

#[test]
fn every_link_between_pages_leads_to_a_file() {
    let all = files(unknown());
    for file in all.iter().filter(|file| file.extension().is_some_and(|one| one == "html")) {
        let text = fs::read_to_string(file).unwrap();
        let targets = attributes(&text, "href=\"")
            .chain(attributes(&text, "src=\""))
            .chain(attributes(&text, "srcset=\""));
        for target in targets {
            let is_outward = target.contains(':') || target.ends_with(".css") || target.contains("data/");
            // A view without a page of its own is a query at the root.
            let path = target.split('?').next().unwrap_or_default();
            if is_outward || target.starts_with('#') {
                continue;
            }
            let mut to = file.parent().unwrap().to_path_buf();
            for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
                if part == ".." { assert!(to.pop()) } else { to.push(part) }
            }
            let to = if to.is_dir() { to.join("index.html") } else { to };
            assert!(all.contains(&to), "{}: {target}", file.display());
        }
    }
}

#[test]
fn without_scripts_the_whole_dataset_is_there() {
    let folder = unknown();
    let first = fs::read_to_string(folder.join("index.html")).unwrap();
    for record in &atlas().data.agreements {
        assert!(first.contains(&format!("record/{}.html", record.id.as_str())), "{}", record.id.as_str());
        let page = fs::read_to_string(folder.join(Page::Record(record.id).path())).unwrap();
        let texts = record.steps.iter().map(|step| step.text).chain([record.title, record.summary]);
        let sources = record.sources.iter().map(|id| atlas().source(*id).unwrap().title);
        for text in texts.chain(sources) {
            assert!(page.contains(&escape(text)), "{}: {text}", record.id.as_str());
        }
        for matter in &record.matters {
            let is_told = |says: &str| page.contains(&escape(says));
            let is_shown = matter.is_open() && matter.claims.iter().all(|claim| is_told(claim.says));
            assert!(is_shown || !matter.is_open(), "{}: {}", record.id.as_str(), matter.about);
        }
        assert!(!page.contains("<button") && !page.contains("<input"), "nothing that would do nothing");
        assert!(!page.contains(" style=") && !page.contains("onclick"), "the strict policy");
    }
    let claims = fs::read_to_string(folder.join("briefing.html")).unwrap();
    assert!(atlas().data.claims.iter().all(|claim| claims.contains(claim.id.as_str())));
}

#[test]
fn what_must_be_absolute_is_there_when_the_address_is_known_and_left_out_when_not() {
    let (known, unknown) = (known(), unknown());
    for page in Page::all(atlas()) {
        let name = if page.path().is_empty() { "index.html".to_owned() } else { page.path() };
        let (known, unknown) = (
            fs::read_to_string(known.join(&name)).unwrap(),
            fs::read_to_string(unknown.join(&name)).unwrap(),
        );
        let canonical =
            format!("<link rel=\"canonical\" href=\"https://example.org/atlas/{}\">", page.path());
        assert!(known.contains(&canonical), "{name}");
        for tag in ["canonical", "rel=\"alternate\" hreflang", "og:url", "og:image", "oembed", "example.org"]
        {
            assert!(!unknown.contains(tag), "{name} holds {tag}");
        }
        for text in [&known, &unknown] {
            let data =
                text.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
            let data: serde_json::Value = serde_json::from_str(data).unwrap();
            assert_eq!(data["@type"] == "Dataset", page == Page::View(View::Map), "{name}");
            let title = data["name"].as_str().unwrap();
            assert!(
                !title.is_empty() && text.contains(&format!("<title>{}</title>", escape(title))),
                "{name}"
            );
            assert!(
                data["description"].as_str().is_some_and(|words| words.len() > 50),
                "{name}: {}",
                data["description"]
            );
            let up = "../".repeat(page.path().matches('/').count());
            let root = if up.is_empty() { "./" } else { up.as_str() };
            assert!(
                text.contains(&format!("data-root=\"{root}\""))
                    && text.contains(&format!("href=\"{root}base-")),
                "{name}"
            );
            assert!(text.contains(&format!("\"js\":\"{root}a.js\"")), "{name}");
        }
    }
    let sitemap = fs::read_to_string(known.join("sitemap.xml")).unwrap();
    assert_eq!(sitemap.matches("<loc>").count(), Page::all(atlas()).len() * Locale::offered().len());
    assert!(
        fs::read_to_string(known.join("robots.txt"))
            .unwrap()
            .contains("https://example.org/atlas/sitemap.xml")
    );
    assert!(!unknown.join("sitemap.xml").exists());
}

#[test]
fn the_one_file_edition_holds_all_it_needs_and_asks_for_nothing() {
    let file = fs::read_to_string(unknown().join("atlas.html")).unwrap();
    for held in [
        "<style>base.css</style>",
        "/* boot-1.js */",
        "data-alone",
        "\"packed\":\"gzip\"",
        "script-src 'sha256-",
    ] {
        assert!(file.contains(held), "{held}");
    }
    for asked in ["src=\"./", "href=\"./", "href=\"data/", "integrity="] {
        assert!(!file.contains(asked), "{asked}");
    }
    assert!(atlas().data.agreements.iter().all(|record| file.contains(&escape(record.title))));
}

/// It is written anew without its comments, and a browser that holds it against an old seal would refuse it.
#[test]
fn the_script_that_starts_the_app_has_the_seal_of_what_it_became() {
    for name in ["index.html", "ru/record/cku-railway.html"] {
        let page = fs::read_to_string(unknown().join(name)).unwrap();
        let tag = page.split("<script src=\"").nth(1).unwrap().split('>').next().unwrap();
        let script = attributes(tag, "./boot-").next().unwrap();
        let script = fs::read(unknown().join(format!("boot-{script}"))).unwrap();
        let seal = STANDARD.encode(Sha384::digest(&script));
        assert!(tag.contains(&format!("integrity=\"sha384-{seal}\"")), "{name}: {tag}");
        assert!(!unknown().join("boot-1.js").exists());
    }
}

#[test]
fn two_builds_are_identical() {
    let (one, other) = (known(), written("other", Some(SITE)));
    let (first, second) = (files(one), files(&other));
    assert_eq!(first.len(), second.len());
    for file in first {
        let twin = other.join(file.strip_prefix(one).unwrap());
        assert!(fs::read(&file).unwrap() == fs::read(&twin).unwrap(), "{}", file.display());
    }
}

#[test]
fn every_page_has_a_picture_that_previews_can_show() {
    for page in Page::all(atlas()) {
        let file = fs::File::open(known().join(preview::path(page))).unwrap();
        assert!(file.metadata().unwrap().len() < 100_000, "{}", page.path());
        let mut decoder = png::Decoder::new(std::io::BufReader::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (1200, 630));
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        let colours: BTreeSet<&[u8]> = pixels.chunks(3).collect();
        assert!(colours.len() > 100, "{}: {} colours", page.path(), colours.len());
    }
    assert!(!unknown().join("preview").exists(), "none where nothing can refer to it");
}

/// Pictures are kept from build to build, so that two builds alone do not say it.
#[test]
fn a_picture_is_the_same_every_time_it_is_drawn() {
    let ((atlas, geometry), fonts) = (start::load().unwrap(), preview::Fonts::read().unwrap());
    let drawn = || preview::drawn(atlas, geometry, &fonts, Page::View(View::Map));
    assert!(preview::png(&drawn(), &fonts).unwrap() == preview::png(&drawn(), &fonts).unwrap());
}

#[test]
fn pictures_differ_where_pages_do() {
    let pictures: BTreeSet<Vec<u8>> = Page::all(atlas())
        .into_iter()
        .map(|page| fs::read(known().join(preview::path(page))).unwrap())
        .collect();
    assert_eq!(pictures.len(), Page::all(atlas()).len());
}

#[test]
fn every_letter_of_a_picture_has_a_form_in_the_fonts_of_the_project() {
    let fonts = preview::Fonts::read().unwrap();
    let letters: BTreeSet<char> =
        Page::all(atlas()).into_iter().flat_map(|page| preview::letters(atlas(), page)).collect();
    let missing: Vec<char> = letters.into_iter().filter(|letter| !fonts.has(*letter)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for letter in "AzҚқҒғҮүӨөҺһІіҢңӘәӣӯҷҳЖжňňýžşçăʻʼ哈萨克斯坦丝绸之路—«»№".chars()
    {
        assert!(fonts.has(letter), "{letter}");
    }
    assert!(!fonts.has('\u{e000}'), "a letter that no font has");
}

#[test]
fn colours_of_still_maps_stand_in_the_stylesheet() {
    let (atlas, geometry) = start::load().unwrap();
    for scheme in [map::LIGHT, map::DARK] {
        let drawing = map::Drawing::of_page(scheme, &[]);
        let markup = map::still_map(atlas, geometry, &drawing).markup();
        assert!(!markup.contains("#FF00FF"), "{}", scheme.ending);
    }
}

#[test]
fn a_pasted_link_becomes_a_frame() {
    for page in Page::all(atlas()) {
        let name = if page.path().is_empty() { "index.html".to_owned() } else { page.path() };
        let text = fs::read_to_string(known().join(&name)).unwrap();
        let tag = text.split("type=\"application/json+oembed\"").nth(1).unwrap();
        let address = attributes(tag, "href=\"").next().unwrap();
        let file = known().join(address.strip_prefix(SITE).unwrap());
        let answer: serde_json::Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()), "{name}");
        let frame = answer["html"].as_str().unwrap();
        assert!(
            frame.contains(&format!("src=\"{SITE}{}?embed=", page.path())) && frame.contains("title=\""),
            "{frame}"
        );
        // The frame of a text is the map: it used to be called by the text.
        assert!(!(frame.contains("embed=map") && frame.contains("title=\"Briefing")), "{frame}");
        let picture = answer["thumbnail_url"].as_str().unwrap();
        assert!(known().join(picture.strip_prefix(SITE).unwrap()).is_file(), "{picture}");
        assert!(text.contains(&format!("<meta property=\"og:image\" content=\"{picture}\">")), "{name}");
    }
    assert!(!unknown().join("oembed").exists(), "no frame without an address");
}

#[test]
fn pages_beside_the_app_are_a_link_away_from_every_page() {
    for page in Page::all(atlas()) {
        let name = if page.path().is_empty() { "index.html".to_owned() } else { page.path() };
        let text = fs::read_to_string(unknown().join(&name)).unwrap();
        for beside in ["editions.html\"", "notices.html\""] {
            assert!(text.contains(beside), "{name} leads to {beside}");
        }
    }
}

/// Hosts put it into their pages.
#[test]
fn the_script_for_hosts_is_under_a_kilobyte() {
    let script = include_str!("../src/platform/embed.js");
    assert!(script.len() < 1000, "{} bytes", script.len());
}

#[test]
fn a_tour_on_paper_says_what_each_step_shows_and_where_it_was_read() {
    let atlas = atlas();
    let tour = atlas.behind().unwrap().tours.first().unwrap();
    let page = fs::read_to_string(unknown().join(format!("tour/{}.html", tour.id))).unwrap();
    let figures: Vec<&str> = page.split("<figure").skip(1).collect();
    assert_eq!(figures.len(), tour.steps.len());
    for (place, (figure, step)) in figures.iter().zip(&tour.steps).enumerate() {
        assert!(figure.contains(&escape(step.caption)), "{}", step.title);
        let view = summit_atlas::model::view::query::read(step.view, atlas).view;
        if let Some(record) = view.record.and_then(|id| atlas.agreement(id)) {
            let line = atlas.words.label(record.instrument);
            for told in [record.title, line, &atlas.words.parties(record), &atlas.words.span(record)] {
                assert!(figure.contains(&escape(told)), "{}: {told}", step.title);
            }
        }
        let has_sources = !step.sources.is_empty() || view.record.is_some() || view.event.is_some();
        assert!(!has_sources || figure.contains("[1]") || place > 0, "{}", step.title);
        assert!(!has_sources || figure.contains("<sup"), "{}: no note", step.title);
        let picture = unknown().join(format!("tour/{}-{}.svg", tour.id, place + 1));
        assert_eq!(picture.exists(), view.view != View::Promises, "{}", step.title);
        if view.view == View::Promises {
            for record in &atlas.data.agreements {
                for step in record.steps.iter().filter(|step| step.due) {
                    assert!(figure.contains(&escape(step.text)), "{}: {}", record.title, step.text);
                    assert!(figure.contains(&atlas.words.date(step.date)), "{}", record.title);
                }
            }
        }
    }
    // Every mark has its note, with the address where there is one.
    let notes = page.split("paper__notes").nth(1).unwrap().split("</ol>").next().unwrap();
    let n_notes = notes.matches("<li").count();
    assert!(page.contains(&format!("[{n_notes}]")) && !page.contains(&format!("[{}]", n_notes + 1)));
    let told =
        atlas.data.sources.iter().filter(|one| notes.contains(&format!(">{}</span>", escape(one.title))));
    let addresses: Vec<&str> = told.filter_map(|source| source.url).collect();
    assert!(addresses.len() > 20 && addresses.iter().all(|url| notes.contains(&escape(url))), "{notes}");
}

/// A frame that asks for dark colours printed pale ink on white.
#[test]
fn dark_colours_are_for_screens() {
    let style = files(unknown()).into_iter().find(|file| {
        let name = file.file_name().unwrap().to_str().unwrap();
        name.starts_with("embed-") && name.ends_with(".css")
    });
    let style = fs::read_to_string(style.unwrap()).unwrap();
    let before = style.split(":root[data-theme=\"dark\"]{--paper").next().unwrap();
    assert!(before.len() < style.len() && before.ends_with("@media screen{"), "{before}");
}

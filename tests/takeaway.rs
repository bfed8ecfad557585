//! Files to take away, read back by readers that others wrote; counts and one hash agree in all.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::Path;

use summit_atlas::model::citation::Cited;
use summit_atlas::model::dataset::index::Atlas;
use summit_atlas::model::dataset::parse::BUNDLED;
use summit_atlas::site::editions;
use summit_atlas::site::takeaway::tables::{MEANINGS, TABLES, meaning};
use summit_atlas::site::takeaway::{File, edition_hash, files, sha256};
use summit_atlas::start;

fn atlas() -> &'static Atlas {
    start::load().unwrap().0
}

fn made(site_url: Option<&str>) -> Vec<File> {
    files(atlas(), site_url, &editions::all(BUNDLED, Path::new("none")).unwrap()).unwrap()
}

fn file<'a>(files: &'a [File], path: &str) -> &'a File {
    files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path}"))
}

fn text(file: &File) -> &str {
    std::str::from_utf8(&file.bytes).unwrap()
}

/// Lines of a table by an outside reader, without the head.
fn lines(file: &File) -> Vec<csv::StringRecord> {
    let bytes = file.bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(bytes);
    reader.records().collect::<Result<_, _>>().unwrap()
}

#[test]
fn tables_are_read_back_whole() {
    let files = made(None);
    let data = &atlas().data;
    let n_claims: usize =
        data.agreements.iter().flat_map(|one| &one.matters).map(|one| one.claims.len()).sum::<usize>()
            + data.countries.iter().flat_map(|one| &one.matters).map(|one| one.claims.len()).sum::<usize>();
    for (name, n_lines) in [
        ("records", data.agreements.len()),
        ("ledger", n_claims),
        ("steps", data.agreements.iter().map(|one| one.steps.len()).sum()),
        ("sites", data.agreements.iter().map(|one| one.places.len()).sum()),
        ("sources", data.sources.len()),
        ("events", data.events.len()),
        ("countries", 6),
        ("article-claims", data.claims.len()),
        ("headlines", data.edition.headlines.len()),
        ("routes", data.routes.iter().map(|one| one.points.len()).sum()),
        ("definitions", data.definitions.len()),
    ] {
        let lines = lines(file(&files, &format!("data/{name}.csv")));
        assert_eq!(lines.len(), n_lines, "{name}");
        for line in &lines {
            let begins_formula = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!line.iter().any(begins_formula), "{name}: {line:?}");
        }
    }
    let records = lines(file(&files, "data/records.csv"));
    for (line, record) in records.iter().zip(&data.agreements) {
        assert_eq!(&line[0], record.id.as_str());
        assert_eq!(&line[1], record.title);
        assert_eq!(&line[2], record.aliases.join("; "), "Cyrillic and Chinese survive");
    }
}

#[test]
fn every_column_has_a_meaning_and_none_is_left_over() {
    let used: BTreeSet<&str> = TABLES.iter().flat_map(|(_, _, columns)| columns.iter().copied()).collect();
    for column in &used {
        assert!(meaning(column).is_some(), "{column}");
    }
    let known: Vec<&str> = MEANINGS.iter().map(|(column, _)| *column).collect();
    assert!(known.iter().all(|column| used.contains(column)), "{known:?}");
    assert_eq!(known.len(), used.len(), "each once");
}

#[test]
fn the_package_describes_each_table_with_its_hash() {
    let files = made(None);
    let package: serde_json::Value =
        serde_json::from_str(text(file(&files, "data/datapackage.json"))).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), TABLES.len());
    for resource in resources {
        let table = file(&files, &format!("data/{}", resource["path"].as_str().unwrap()));
        assert_eq!(resource["hash"], format!("sha256:{}", sha256(&table.bytes)));
        assert_eq!(resource["bytes"], table.bytes.len());
        let head = text(table).trim_start_matches('\u{feff}').lines().next().unwrap();
        let fields: Vec<&str> = resource["schema"]["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        assert_eq!(head, fields.join(","), "{}", table.path);
    }
    assert_eq!(package["counts"]["records"], atlas().data.agreements.len());
}

#[test]
fn places_and_lines_are_geojson() {
    let files = made(None);
    for (path, n_features) in [
        (
            "data/places.geojson",
            atlas().data.agreements.iter().map(|one| one.places.len()).sum::<usize>()
                + atlas().data.places.len(),
        ),
        ("data/routes.geojson", atlas().data.routes.len()),
    ] {
        let parsed: geojson::GeoJson = text(file(&files, path)).parse().unwrap();
        let collection = geojson::FeatureCollection::try_from(parsed).unwrap();
        assert_eq!(collection.features.len(), n_features, "{path}");
        assert!(collection.features.iter().all(|feature| feature.geometry.is_some()), "{path}");
    }
}

#[test]
fn the_calendar_has_lasting_ids_and_every_target() {
    let files = made(None);
    let calendar = file(&files, "data/milestones.ics");
    assert!(text(calendar).split("\r\n").all(|line| line.len() <= 75), "lines are folded");
    let parsed = ical::IcalParser::new(Cursor::new(&calendar.bytes)).next().unwrap().unwrap();
    let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
        event
            .properties
            .iter()
            .find(|one| one.name == name)
            .and_then(|one| one.value.clone())
            .unwrap_or_default()
    };
    let ids: BTreeSet<String> = parsed.events.iter().map(|event| value(event, "UID")).collect();
    let n_targets = atlas().data.agreements.iter().flat_map(|one| &one.steps).filter(|step| step.due).count();
    assert_eq!(ids.len(), n_targets + atlas().data.events.len(), "one id each");
    assert_eq!(parsed.events.len(), ids.len());
    assert!(ids.contains("cku-railway-delivered-1@china-central-asia-summit-atlas"));
    let railway =
        parsed.events.iter().find(|event| value(event, "UID").starts_with("cku-railway-delivered")).unwrap();
    assert_eq!(value(railway, "DTSTART"), "20301231");
}

#[test]
fn the_feed_is_atom() {
    for site_url in [None, Some("https://example.org/atlas/")] {
        let files = made(site_url);
        let feed = feed_rs::parser::parse(file(&files, "data/changes.atom").bytes.as_slice()).unwrap();
        assert_eq!(feed.feed_type, feed_rs::model::FeedType::Atom);
        assert_eq!(feed.entries.len(), 1 + atlas().data.method.corrections.len());
        let links: Vec<&str> = feed.links.iter().map(|link| link.href.as_str()).collect();
        assert_eq!(links.contains(&"https://example.org/atlas/data/changes.atom"), site_url.is_some());
    }
}

#[test]
fn citations_are_read_by_others() {
    let files = made(Some("https://example.org/atlas/"));
    let mut paths = vec![("data/atlas".to_owned(), "https://example.org/atlas/".to_owned())];
    for record in &atlas().data.agreements {
        let id = record.id.as_str();
        paths.push((format!("record/{id}"), format!("https://example.org/atlas/record/{id}.html")));
    }
    for (path, url) in paths {
        let bib = text(file(&files, &format!("{path}.bib")));
        let bib =
            biblatex::Bibliography::parse(bib).unwrap_or_else(|error| panic!("{path}: {error:?}\n{bib}"));
        let entry = bib.iter().next().unwrap();
        assert_eq!(entry.url().unwrap(), url, "{path}");
        assert!(!entry.title().unwrap().is_empty() && entry.author().unwrap().len() == 1, "{path}");
        let ris = text(file(&files, &format!("{path}.ris")));
        let parsed = biblib::CitationParser::parse(&biblib::RisParser::new(), ris).unwrap();
        assert_eq!((parsed.len(), parsed[0].title.is_empty()), (1, false), "{path}");
        assert_eq!(parsed[0].urls, std::slice::from_ref(&url), "{path}");
        let csl: Vec<citationberg::json::Item> =
            serde_json::from_str(text(file(&files, &format!("{path}.csl.json")))).unwrap();
        assert_eq!(csl.len(), 1, "{path}");
    }
}

/// The BibTeX address of a view used to have marks of TeX in it.
#[test]
fn the_address_of_a_cited_view_survives_every_style() {
    let url = "https://example.org/atlas/?view=grid&sector=energy~trade&q=a_b%20c";
    let cited = Cited {
        key: "atlas-view".to_owned(),
        title: "Grid – 50 % & more".to_owned(),
        url: Some(url.to_owned()),
        edition: 1,
        date: atlas().data.edition.date.last,
        licence: "CC BY 4.0",
        checksum: "ab12".to_owned(),
    };
    let bib = cited.bibtex();
    let bib = biblatex::Bibliography::parse(&bib).unwrap();
    assert_eq!(bib.iter().next().unwrap().url().unwrap(), url);
    let parsed = biblib::CitationParser::parse(&biblib::RisParser::new(), &cited.ris()).unwrap();
    assert_eq!((parsed[0].urls.as_slice(), parsed[0].title.as_str()), (&[url.to_owned()][..], &*cited.title));
    let csl: Vec<citationberg::json::Item> = serde_json::from_str(&cited.csl()).unwrap();
    let field = |name: &str| format!("{:?}", csl[0].0.get(name));
    assert!(field("URL").contains(url) && field("title").contains(&cited.title), "{csl:?}");
}

#[test]
fn the_archive_holds_all_and_says_what_each_is() {
    let files = made(None);
    let archive = file(&files, "data/atlas.zip");
    let bytes = archive.bytes.clone();
    let read = rc_zip_sync::ReadZip::read_zip(&bytes).unwrap();
    let names: BTreeSet<String> = read.entries().map(|entry| entry.name.clone()).collect();
    for name in [
        "README.txt",
        "LICENCE.txt",
        "dictionary.csv",
        "schema.json",
        "SOURCES.md",
        "atlas.json",
        "datapackage.json",
        "records.csv",
        "milestones.ics",
        "atlas.bib",
    ] {
        assert!(names.contains(name), "{name} in {names:?}");
    }
    for entry in read.entries() {
        let inside = entry.bytes().unwrap();
        if let Some(beside) = files.iter().find(|file| file.path == format!("data/{}", entry.name)) {
            assert!(inside == beside.bytes, "{} is the same inside and outside", entry.name);
        }
    }
}

#[test]
fn one_hash_stands_in_every_file_that_has_a_place_for_it() {
    let files = made(None);
    let hash = edition_hash();
    assert_eq!(sha256(&file(&files, "data/atlas.json").bytes), hash);
    for path in [
        "data/datapackage.json",
        "data/places.geojson",
        "data/routes.geojson",
        "data/changes.atom",
        "data/atlas.bib",
        "data/atlas.ris",
        "data/atlas.csl.json",
        "record/cku-railway.bib",
    ] {
        assert!(text(file(&files, path)).contains(&hash), "{path}");
    }
    let unfolded = text(file(&files, "data/milestones.ics")).replace("\r\n ", "");
    assert!(unfolded.contains(&hash), "the calendar");
    assert!(made(None) == made(None), "the same bytes every time");
}

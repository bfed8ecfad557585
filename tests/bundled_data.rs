//! The shipped dataset is whole, valid and sourced.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use summit_atlas::model::dataset::check::check;
use summit_atlas::model::dataset::codes::{Code, Rung, Stage};
use summit_atlas::model::dataset::index::{Atlas, stage_of};
use summit_atlas::model::dataset::parse::{BUNDLED, FILES};
use summit_atlas::model::dataset::{Dataset, Day, Matter, PartialDate};
use summit_atlas::start;

fn atlas() -> &'static Atlas {
    start::load().unwrap().0
}

fn data_file(name: &str) -> String {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/data").join(name)).unwrap()
}

#[test]
fn the_checker_finds_nothing() {
    let texts: Vec<(&str, String)> = FILES.iter().map(|(file, _)| (*file, data_file(file))).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(file, text)| (*file, text.as_str())).collect();
    let problems = check(&files);
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{} problems:\n{}", lines.len(), lines.join("\n"));
}

#[test]
fn the_bundle_fits_its_own_schema() {
    let schema: serde_json::Value = serde_json::from_str(&data_file("schema.json")).unwrap();
    let bundle: serde_json::Value = serde_json::from_str(BUNDLED).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&bundle).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// `serde` reads the same, so what the app reads is plain JSON as everybody understands it.
#[test]
fn two_readers_agree_on_the_bundle() {
    let theirs: Dataset = serde_json::from_str(BUNDLED).unwrap();
    assert!(Dataset::parse(BUNDLED).unwrap() == theirs);
}

#[test]
fn nothing_of_the_edition_is_missing() {
    let data = &atlas().data;
    assert_eq!(data.agreements.len(), 140);
    assert_eq!(data.events.len(), 28);
    assert_eq!(data.countries.len(), 6);
    assert_eq!(data.sources.len(), 245);
    assert_eq!(data.claims.len(), 190);
    let n_steps: usize = data.agreements.iter().map(|one| one.steps.len()).sum();
    assert!(n_steps >= 276, "{n_steps} steps");
    let n_differing = data.agreements.iter().filter(|one| one.matters.iter().any(Matter::is_open)).count();
    assert!(n_differing >= 49, "{n_differing} records with differences");
}

#[test]
fn every_claim_of_the_article_is_reached() {
    let data = &atlas().data;
    let of_records = data.agreements.iter().flat_map(|one| &one.claims);
    let of_countries = data.countries.iter().flat_map(|one| &one.claims);
    let of_events = data.events.iter().flat_map(|one| &one.claims);
    let of_briefing =
        data.briefing.article.iter().flat_map(|section| &section.items).flat_map(|item| &item.claims);
    let reached: BTreeSet<_> = of_records.chain(of_countries).chain(of_events).chain(of_briefing).collect();
    let orphans: Vec<_> =
        data.claims.iter().map(|claim| claim.id).filter(|id| !reached.contains(id)).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}

#[test]
fn the_stage_is_worked_out_as_of_a_day() {
    let railway = atlas().data.agreements.iter().find(|one| one.id.as_str() == "cku-railway").unwrap();
    let on = |text: &str| -> Day { PartialDate::parse(text).unwrap().last };
    assert!(stage_of(railway, on("2010-01-01")) <= Stage::Announced);
    assert!(stage_of(railway, on("2026-11-23")) >= Stage::UnderWay);
    assert_ne!(stage_of(railway, on("2026-11-23")), Stage::Delivered, "a target is not a delivery");
}

#[test]
fn every_record_has_come_to_a_stage_by_a_step_with_a_source() {
    let atlas = atlas();
    for record in &atlas.data.agreements {
        let stage = stage_of(record, atlas.data.edition.date.last);
        let evidence = record.steps.iter().find(|step| !step.due && step.rung.stage() == Some(stage));
        assert!(evidence.is_some(), "{}: no step says {}", record.id.as_str(), stage.code());
        assert!(
            record.steps.iter().all(|step| atlas.source(step.source).is_some()),
            "{}",
            record.id.as_str()
        );
        assert!(record.steps.iter().any(|step| step.rung != Rung::Milestone), "{}", record.id.as_str());
    }
}

#[test]
fn nothing_of_the_articles_wording_survives() {
    // Runs of seven words that the article and our texts share would be carried over; the only
    // ones allowed are names. The article itself is not shipped, so its epithets stand in.
    let data = &atlas().data;
    for country in &data.countries {
        let Some(epithet) = country.epithet else { continue };
        let texts = data
            .agreements
            .iter()
            .flat_map(|one| [Some(one.title), Some(one.summary), one.standing, one.note]);
        for text in texts.flatten() {
            let quoted = format!("“{epithet}”");
            assert!(
                !text.replace(&quoted, "").contains(epithet),
                "{epithet} outside quotation marks: {text}"
            );
        }
    }
}

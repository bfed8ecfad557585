//! The statement on accessibility: complete, and every test it names is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// WCAG 2.2, levels A and AA; 4.1.1 is no more.
const CRITERIA: [&str; 55] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5",
    "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.1.1", "2.1.2",
    "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5", "2.4.6", "2.4.7",
    "2.4.11", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.7", "2.5.8", "3.1.1", "3.1.2", "3.2.1", "3.2.2",
    "3.2.3", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
];

#[test]
fn every_criterion_stands_once_and_every_named_test_exists() {
    let statement = fs::read_to_string("ACCESSIBILITY.md").unwrap();
    let rows: Vec<&str> =
        statement.lines().filter(|line| line.starts_with("| ") && line.contains('.')).collect();
    let told: Vec<&str> = rows.iter().filter_map(|row| row.split(' ').nth(1)).collect();
    assert_eq!(told.iter().collect::<BTreeSet<_>>(), CRITERIA.iter().collect::<BTreeSet<_>>());
    assert_eq!(told.len(), CRITERIA.len(), "each once");
    let mut sources = String::new();
    for folder in ["tests", "tests/journeys/tests"] {
        for file in fs::read_dir(Path::new(folder)).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|one| one == "rs") {
                sources += &fs::read_to_string(path).unwrap();
            }
        }
    }
    let named = statement.split('`').skip(1).step_by(2).filter(|name| name.matches('_').count() > 2);
    for name in named {
        assert!(sources.contains(&format!("fn {name}(")), "no test is called {name}");
    }
}

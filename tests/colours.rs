//! Contrast of the tokens, light and dark: 4.5 for text, 3 for marks and borders that carry meaning.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

type Colour = [f64; 3];

/// Tokens of the style sheet that have a light and a dark colour.
fn tokens() -> BTreeMap<String, [Colour; 2]> {
    let css = fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("style/base.css")).unwrap();
    let mut tokens: BTreeMap<String, Vec<Colour>> = BTreeMap::new();
    for line in css.lines().map(str::trim).filter(|line| line.starts_with("--")) {
        let Some((name, value)) = line.trim_end_matches(';').split_once(": #") else { continue };
        tokens.entry(name.to_owned()).or_default().push(colour(&format!("#{value}")));
    }
    // Every token has a light colour and, after it, a dark one.
    tokens.into_iter().map(|(name, colours)| (name, <[Colour; 2]>::try_from(colours).unwrap())).collect()
}

fn colour(hex: &str) -> Colour {
    let digits = hex.strip_prefix('#').unwrap();
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0)
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
fn contrast(a: Colour, b: Colour) -> f64 {
    let luminance = |colour: Colour| {
        let [r, g, b] =
            colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn colours_can_be_told_apart_in_light_and_dark() {
    let tokens = tokens();
    let text = [
        ("--ink", "--paper"),
        ("--ink", "--surface"),
        ("--ink", "--band"),
        ("--muted", "--paper"),
        ("--muted", "--surface"),
        ("--muted", "--band"),
        ("--lapis", "--paper"),
        ("--lapis", "--surface"),
        ("--accent", "--surface"),
        ("--on-sand", "--sand"),
        ("--madder", "--paper"),
        ("--on-ramp-low", "--ramp-0"),
        ("--on-ramp-low", "--ramp-1"),
        ("--on-ramp-low", "--ramp-2"),
        ("--on-ramp-high", "--ramp-4"),
        ("--on-stage", "--stage-proposed"),
        ("--on-stage", "--stage-signed"),
        ("--on-stage", "--stage-in-force"),
        ("--on-stage", "--stage-financed"),
        ("--on-stage", "--stage-under-way"),
        ("--on-stage", "--stage-delivered"),
        ("--on-stage", "--stage-stopped"),
    ];
    let marks = [
        ("--control", "--surface"),
        ("--ochre", "--surface"),
        ("--ochre", "--paper"),
        ("--accent", "--paper"),
        ("--on-ramp-high", "--ramp-3"),
        ("--stage-proposed", "--surface"),
        ("--stage-announced", "--surface"),
        ("--stage-signed", "--surface"),
        ("--stage-in-force", "--surface"),
        ("--stage-financed", "--surface"),
        ("--stage-under-way", "--surface"),
        ("--stage-delivered", "--surface"),
        ("--stage-stopped", "--surface"),
    ];
    let mut poor = Vec::new();
    for (least, pairs) in [(4.5, text.as_slice()), (3.0, marks.as_slice())] {
        for (front, back) in pairs {
            for (scheme, name) in ["light", "dark"].into_iter().enumerate() {
                let found = contrast(tokens[*front][scheme], tokens[*back][scheme]);
                if found < least {
                    poor.push(format!("{front} on {back}, {name}: {found:.2} of {least}"));
                }
            }
        }
    }
    assert!(poor.is_empty(), "{}", poor.join("\n"));
}

#[test]
fn steps_of_the_ramp_follow_each_other() {
    let tokens = tokens();
    for scheme in [0, 1] {
        let paper = tokens["--paper"][scheme];
        let steps: Vec<f64> =
            (0..5).map(|step| contrast(tokens[&format!("--ramp-{step}")][scheme], paper)).collect();
        assert!(steps.windows(2).all(|pair| pair[0] < pair[1]), "{steps:?}");
    }
}

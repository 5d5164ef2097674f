//! Names of the list against the text: a letter apart (PPL-22), or the other way round (PPL-23).

use super::participants::{all_entries, distance};
use super::{Desk, Fix, Marks, Reads, Rule, Severity, Spot, pattern};
use crate::model::{PersonName, fold};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "PPL-22",
        reason: "An entry of the list is spelt as the text spells the name.",
        severity: Severity::Warning,
        look: spelt_otherwise,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            ("1. Ines Almont, Oslo\n2. Tom Birch, Harbour Trust", "Ines Almont", "Ines Almond"),
            ("1. Ines Almond, Oslo\n2. Tom Brich, Harbour Trust", "Tom Brich", "Tom Birch"),
            ("1. Inse Almond, Oslo\n2. Tom Birch, Harbour Trust", "Inse Almond", "Ines Almond"),
            ("1. Ines Almond, Oslo\n2. Tom Birrch", "Tom Birrch", "Tom Birch"),
            ("1. Ines Allmond\n2. Tom Birch, Oslo", "Ines Allmond", "Ines Almond"),
        ],
        silent: &[
            "1. Ines Almond, Oslo\n2. Tom Birch, Harbour Trust",
            "1. Ines Almond, Oslo\n2. Ida Almond, Oslo\n3. Tom Birch",
            "1. Ines Almond, Oslo\n2. Tom Birch\n3. Tim Birch",
            "1. Ines Almond, Oslo\n2. Thomas Birch",
            "1. Ines Almond, Oslo\n2. Tom Birch\n3. Tom Brock, Bergen",
        ],
    },
    Rule {
        code: "PPL-23",
        reason: "The given name stands first on the list as it does in the text.",
        severity: Severity::Warning,
        look: turned_round,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            ("1. Ines Almond, Oslo\n2. Birch Tom, Harbour Trust", "Birch Tom", "Tom Birch"),
            ("1. Almond Ines, Oslo\n2. Tom Birch, Harbour Trust", "Almond Ines", "Ines Almond"),
            ("1. Ines Almond\n2. Birch Tom", "Birch Tom", "Tom Birch"),
            ("1. Almond Ines\n2. Tom Birch\n3. Maria Cole", "Almond Ines", "Ines Almond"),
            ("1. Almond Ines, Oslo\n2. Maria Cole, Bergen", "Almond Ines", "Ines Almond"),
        ],
        silent: &[
            "1. Ines Almond, Oslo\n2. Tom Birch, Harbour Trust",
            "1. Ines Almond, Oslo\n2. Tom Birch, Tom Birch Trust",
            "1. Ines Almond, Oslo\n2. Ng Wei Ling, Reef Foundation\n3. Tom Birch",
            "1. Ines Almond, Oslo\n2. Birch, Tom, Harbour Trust",
            "1. Ines Almond, Oslo\n2. Tom Birch\n3. Cole Porter, Oslo",
        ],
    },
];

static FULL_NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?"));

/// Every run of two or three capitalised words in the text, and how often it stands there.
fn names_in_text(desk: &Desk) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    let found = desk.manuscript.lines.iter().filter(|line| line.is_prose());
    for name in found.flat_map(|line| FULL_NAME.find_iter(&line.text)) {
        let name = name.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
        *names.entry(name).or_default() += 1;
    }
    names
}

/// The name of the text that a listed one is turned round from.
pub(super) fn as_in_text(desk: &Desk, listed: &PersonName) -> Option<String> {
    let full = listed.full();
    let (first, last) = full.split_once(' ').filter(|(_, last)| !last.contains(' '))?;
    let turned = format!("{last} {first}");
    let said =
        |name: &str| desk.lines().iter().any(|line| line.is_prose() && line.text.contains(name));
    (said(&turned) && !said(&full)).then_some(turned)
}

fn turned_round(desk: &Desk, marks: &mut Marks) {
    for (at, line, entry) in all_entries(desk) {
        let full = entry.name.full();
        if entry.family_first || !line.text.starts_with(&full) {
            continue;
        }
        if let Some(right) = as_in_text(desk, &entry.name) {
            let message = format!("The text writes {right}.");
            marks.words(at, 0..full.len(), message, Fix::proposed(right));
        }
    }
}

fn spelt_otherwise(desk: &Desk, marks: &mut Marks) {
    let listed: Vec<String> = all_entries(desk).map(|(_, _, entry)| entry.name.full()).collect();
    let names = names_in_text(desk);
    let near = |one: &str, other: &str| {
        let (one, other) = (fold(one), fold(other));
        let (Some((given, family)), Some((said, said_family))) =
            (one.split_once(' '), other.split_once(' '))
        else {
            return false;
        };
        let slip = |one: &str, other: &str| {
            let first = one.chars().next() == other.chars().next();
            one.len() > 3 && other.len() > 3 && first && distance(one, other) == 1
        };
        given == said && slip(family, said_family) || family == said_family && slip(given, said)
    };
    for (at, line, entry) in all_entries(desk) {
        let full = entry.name.full();
        if !line.text.starts_with(&full) || names.contains_key(&full) {
            continue;
        }
        let mut said = names.keys().filter(|name| !listed.contains(name) && near(&full, name));
        if let (Some(right), None) = (said.next(), said.next()) {
            let message = format!("The text has {right}; find out which is right.");
            marks.words(at, 0..full.len(), message, Fix::proposed(right.clone()));
        }
    }
}

//! Names of the list against the text: a letter apart (PPL-22), or the other way round (PPL-23).

use super::likeness::sounds_alike;
use super::participants::{all_entries, distance};
use super::speakers::{named_in_a_word, slips_of_the_list};
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

/// The listed names that are turned round because the text calls these people by the last of
/// their two names, and everybody else by the first.
fn called_by_the_last(desk: &Desk) -> Vec<String> {
    let listed: Vec<String> = all_entries(desk).map(|(_, _, entry)| entry.name.full()).collect();
    // The first of the two names stands in the text of nearly every report; only else is it slow.
    let unsaid = |name: &String| {
        name.split_once(' ').is_some_and(|(one, two)| {
            let in_text =
                |word: &str| desk.manuscript.prose().any(|(_, line)| line.text.contains(word));
            in_text(two) && !in_text(one)
        })
    };
    if !listed.iter().any(unsaid) {
        return Vec::new();
    }
    let said = named_in_a_word(desk);
    let two =
        |name: &String| name.split_once(' ').map(|(one, two)| (one.to_owned(), two.to_owned()));
    let first = |name: &String| two(name).is_some_and(|(one, _)| said.contains(&one));
    let last = |name: &String| {
        two(name).is_some_and(|(one, two)| {
            said.contains(&two)
                && !desk.manuscript.prose().any(|(_, line)| line.text.contains(&one))
                && listed.iter().filter(|name| name.split(' ').any(|word| word == two)).count() == 1
        })
    };
    let turned: Vec<String> = listed.iter().filter(|name| last(name)).cloned().collect();
    let usual = listed.iter().filter(|name| first(name)).count();
    // Who is called by the family name is so with others too.
    if turned.len() == 1 && usual >= OTHERS { turned } else { Vec::new() }
}

/// So many others are called by their given names where it is the report's way.
const OTHERS: usize = 4;

fn turned_round(desk: &Desk, marks: &mut Marks) {
    let called = called_by_the_last(desk);
    for (at, line, entry) in all_entries(desk) {
        let full = entry.name.full();
        if entry.family_first || !line.text.starts_with(&full) {
            continue;
        }
        if let Some(right) = as_in_text(desk, &entry.name) {
            let message = format!("The text writes {right}.");
            marks.words(at, 0..full.len(), message, Fix::proposed(right));
        } else if let Some((one, two)) = full.split_once(' ').filter(|_| called.contains(&full)) {
            let message = format!("The text calls this person {two}; is that the given name?");
            marks.words(at, 0..full.len(), message, Fix::proposed(format!("{two} {one}")));
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
            one.len() > 3
                && other.len() > 3
                && (first && distance(one, other) == 1 || sounds_alike(one, other))
        };
        given == said && slip(family, said_family) || family == said_family && slip(given, said)
    };
    let slips = slips_of_the_list(desk);
    for (at, line, entry) in all_entries(desk) {
        let full = entry.name.full();
        if !line.text.starts_with(&full) || names.contains_key(&full) {
            continue;
        }
        if let (Some(given), Some((_, family))) = (slips.get(&full), full.split_once(' ')) {
            let message = format!("The text has {given}; find out which is right.");
            let right = format!("{given} {family}");
            marks.words(at, 0..full.len(), message, Fix::proposed(right));
            continue;
        }
        let mut said = names.keys().filter(|name| !listed.contains(name) && near(&full, name));
        if let (Some(right), None) = (said.next(), said.next()) {
            let message = format!("The text has {right}; find out which is right.");
            marks.words(at, 0..full.len(), message, Fix::proposed(right.clone()));
        }
    }
}

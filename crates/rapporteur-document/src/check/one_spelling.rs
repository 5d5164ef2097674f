//! A name with its diacritics and without them (PPL-26), where no list says which is right.

use super::countries::is_state;
use super::participants::all_entries;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use crate::model::fold;
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[Rule {
    code: "PPL-26",
    reason: "A name keeps its diacritics throughout a report.",
    severity: Severity::Warning,
    look: lost_marks,
    reads: Reads::Report,
    spot: Spot::Text,
    fires: &[
        ("They thanked Zoë Hallam. It was Zoe who drafted it.", "Zoe", "Zoë"),
        ("The letter of Agnès was read, and Agnes agreed.", "Agnes", "Agnès"),
        ("They named Jörn Kessler, and met Jorn in May.", "Jorn", "Jörn"),
        ("The plan of Sørvik is new. Sorvik agreed with it.", "Sorvik", "Sørvik"),
        ("They met Łukasz twice, and Lukasz was late.", "Lukasz", "Łukasz"),
    ],
    silent: &[
        "They thanked Zoë Hallam. It was Zoë who drafted it.",
        "They thanked Zoë Hallam and Zoe Marsh.",
        "The letter of Agnès was read, and Anges agreed.",
        "The Café was new, and they met at a cafe.",
        "They named the Côte and the coast of it.",
        "They met in Mexico, and thanked the Instituto de México.",
    ],
}];

static CAPITALISED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\p{Lu}[\p{L}\p{M}]{2,}\b"));

/// A word and the capitalised one behind it.
type Place<'l> = (usize, std::ops::Range<usize>, &'l str, Option<&'l str>);

fn lost_marks(desk: &Desk, marks: &mut Marks) {
    let text = |line: &&Line| line.is_prose() || line.role == Role::Opening;
    let marked = |text: &str| text.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let lines = || desk.lines().iter().enumerate().filter(|(_, line)| text(line));
    // Most reports have few names with marks; only those are looked for again.
    let mut full: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (_, line) in lines().filter(|(_, line)| marked(&line.text)) {
        for word in CAPITALISED.find_iter(&line.text).filter(|word| marked(word.as_str())) {
            full.entry(fold(word.as_str())).or_default().insert(word.as_str());
        }
    }
    for (_, _, entry) in all_entries(desk) {
        for part in entry.name.full().split([' ', '-']) {
            full.remove(&fold(part));
        }
    }
    if full.is_empty() {
        return;
    }
    let all: Vec<Place> = lines()
        .flat_map(|(at, line)| {
            CAPITALISED.find_iter(&line.text).map(move |word| {
                let behind = line.text[word.end()..].strip_prefix(' ');
                let next = behind.and_then(|text| CAPITALISED.find(text));
                let next = next.filter(|next| next.start() == 0).map(|next| next.as_str());
                (at, word.range(), word.as_str(), next)
            })
        })
        .collect();
    for (at, range, word, next) in all.iter().filter(|(_, _, word, _)| word.is_ascii()) {
        let ways = full.get(&fold(word)).filter(|ways| ways.len() == 1);
        let Some(right) = ways.and_then(|ways| ways.first()) else { continue };
        // Zoë Hallam is another person than Zoe Marsh.
        let other = all.iter().any(|(.., spelt, family)| {
            spelt == right && family.is_some() && next.is_some() && family != next
        });
        // México is Mexico in English.
        if !other && !is_state(word) && !desk.lines()[*at].in_address(range) {
            let message = format!("Elsewhere this name is spelt {right}.");
            marks.words(*at, range.clone(), message, Fix::proposed(*right));
        }
    }
}

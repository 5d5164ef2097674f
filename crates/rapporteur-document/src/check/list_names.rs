//! Entries of the list that are no name, or a name in other letters (PPL-20), and how they end
//! (PPL-21), and entries that may be one person (PPL-8).

use super::participants::{all_entries, distance, entries};
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use crate::model::fold;
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "PPL-20",
        reason: "The list names people, in capital and small letters.",
        severity: Severity::Warning,
        look: no_name,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            ("1. Ines Almond, Oslo\n2. TOM BIRCH, Harbour Trust", "TOM BIRCH", "Tom Birch"),
            (
                "1. Ines Almond, Oslo\n2. JÜRGEN HÄMMER-LOTZ",
                "JÜRGEN HÄMMER-LOTZ",
                "Jürgen Hämmer-Lotz",
            ),
            ("1. Ines Almond, Oslo\n2. iPhone (2)", "iPhone", ""),
            ("1. Ines Almond, Oslo\n2. Read.ai Notetaker", "Read.ai", ""),
            (
                "1. Ines Almond, Oslo\n2. Giulia D' Alessandro, Reef Foundation",
                "D' Alessandro",
                "D'Alessandro",
            ),
        ],
        silent: &[
            "1. Ines Almond, Oslo\n2. Tom BIRCH, Harbour Trust",
            "1. Ines Almond, Oslo\n2. Giulia D'Alessandro, Reef Foundation",
            "1. Ines Almond, Oslo\n2. J. P. Birch, CGI.br",
            "1. Ines Almond, Oslo\n2. Tom Birch, ICANN",
            "1. Ines Almond, Oslo\n2. Ng Wei Ling, Zoom Video",
        ],
    },
    Rule {
        code: "PPL-21",
        reason: "An entry of the list ends without punctuation.",
        severity: Severity::Style,
        look: stop,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            ("1. Ines Almond, Oslo\n2. Tom Birch, Harbour Trust.", "Trust.", "Trust"),
            ("1. Ines Almond, Oslo;\n2. Tom Birch, Harbour Trust", "Oslo;", "Oslo"),
            ("1. Ines Almond, Oslo\n2. Tom Birch, Harbour Trust,", "Trust,", "Trust"),
            ("1. Ines Almond.\n2. Tom Birch", "Almond.", "Almond"),
            ("1. Ines Almond, Oslo\n2. Tom Birch, IGF MAG member.", "member.", "member"),
        ],
        silent: &[
            "1. Ines Almond, Oslo\n2. Tom Birch, Harbour Trust",
            "1. Ines Almond, Oslo\n2. Tom Birch, Harbour Trust Ltd.",
            "1. Ines Almond, Oslo\n2. Tom Birch, Harbour Trust, U.S.",
            "1. Ines Almond, Oslo\n2. Tom Birch Jr.",
            "1. Ines Almond, Oslo\n2. Tom Birch, Harbour Trust e.V.",
        ],
    },
];

static MACHINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:iphone|ipad|galaxy\s\w\d+|zoom\suser|note\s?taker|otter\.ai|fireflies|read\.?ai|read\sai|unknown|unnamed|guest|anonymous)\b",
    )
});
static APART: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<particle>[DdLlO]['’]) +(?P<name>\p{Lu}\p{Ll}+)"));

fn no_name(desk: &Desk, marks: &mut Marks) {
    for (at, line, _) in all_entries(desk) {
        let name = line.text.split([',', '\n']).next().unwrap_or("").trim_end();
        let words = || name.split([' ', '-']).filter(|word| !word.is_empty());
        let shouted = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_uppercase);
        if let Some(machine) = MACHINE.find(name) {
            let message = "This names no person; find out who it was, or take it off the list.";
            marks.words(at, machine.range(), message, None);
        } else if words().count() > 1 && words().all(shouted) {
            let right = small(name);
            let message = format!("Write “{right}”.");
            marks.words(at, 0..name.len(), message, Fix::proposed(right));
        } else if let Some(apart) = APART.captures(name)
            && let Some(whole) = apart.get(0)
        {
            let right = format!("{}{}", &apart["particle"], &apart["name"]);
            let message = "No space stands after this apostrophe.";
            marks.words(at, whole.range(), message, Fix::proposed(right));
        }
    }
}

/// Words in capitals with their first letters alone as capitals.
fn small(name: &str) -> String {
    let mut begins = true;
    name.chars()
        .flat_map(|c| {
            let letters: Vec<char> = if begins { vec![c] } else { c.to_lowercase().collect() };
            begins = !c.is_alphabetic();
            letters
        })
        .collect()
}

/// What ends with a full stop of its own.
fn is_short(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    bare.contains('.')
        || bare.chars().count() <= 3
        || ["Corp", "Dept", "Univ", "Prof", "Assoc", "Intl", "Bros", "GmbH"].contains(&bare)
}

fn stop(desk: &Desk, marks: &mut Marks) {
    let ends = |text: &str| text.trim_end().ends_with(['.', ';', ',']);
    let all: Vec<_> = all_entries(desk).collect();
    let ended = all.iter().filter(|(_, line, _)| ends(&line.text)).count();
    // Where most end so it is the report's own way.
    if ended * 2 > all.len() {
        return;
    }
    // A paragraph that names everybody ends as any other.
    let several = |line: &Line| line.mark.is_empty() && line.text.matches(", ").count() > 3;
    let all = all.into_iter().filter(|(_, line, _)| ends(&line.text) && !several(line));
    for (at, line, _) in all {
        let text = line.text.trim_end();
        let start = text.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let word = &text[start..];
        if !(word.ends_with('.') && is_short(word)) {
            let bare = word.trim_end_matches(['.', ';', ',']);
            let message = "An entry of the list ends without punctuation.";
            marks.words(at, start..text.len(), message, Fix::safe(bare));
        }
    }
}

/// Whether brackets behind a name hold its initials, by which minutes name who spoke: (AB).
pub(super) fn begins_with_initials(rest: &str, name: &str) -> bool {
    let initials = rest.trim_start_matches('(').split(')').next().unwrap_or("");
    let mut own = name.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
    let capitals = initials.chars().filter(|c| c.is_uppercase()).count();
    // Every letter is one of the name, in the same order.
    (2..=4).contains(&initials.chars().count())
        && capitals >= 2
        && initials.chars().flat_map(char::to_lowercase).all(|letter| own.any(|c| c == letter))
}

/// The same given name and a family name that is one letter off.
pub(super) fn twins(desk: &Desk, marks: &mut Marks) {
    const SHORT: usize = 5;
    let named = |name: &str| desk.manuscript.prose().any(|(_, line)| line.text.contains(name));
    let mut seen: Vec<(String, String, String)> = Vec::new();
    for (at, _, entry) in entries(desk) {
        let full = entry.name.full();
        let folded = fold(&full);
        let Some((given, family)) = folded.split_once(' ') else { continue };
        let twin = seen.iter().find(|(other, other_family, other_full)| {
            other == given
                && family.len().min(other_family.len()) >= SHORT
                && distance(family, other_family) == 1
                && !(named(other_full) && named(&full))
        });
        if let Some((.., other)) = twin {
            let message = format!("{other} is on the list too; is it the same person?");
            marks.words(at, 0..full.len().min(desk.lines()[at].text.len()), message, None);
            marks.severity(Severity::Warning);
        }
        seen.push((given.to_owned(), family.to_owned(), full));
    }
}

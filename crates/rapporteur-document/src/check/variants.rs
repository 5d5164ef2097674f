//! One thing under two names, told from the report alone (TRM-11, TRM-12).
//!
//! The register knows the names of some things; here the report contradicts itself.

use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use crate::model::fold;
use regex::Regex;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "TRM-11",
        reason: "An abbreviation has one name in a report.",
        severity: Severity::Warning,
        look: two_names,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "The Seed Exchange Programme (SEP) was read. The Seed Exchange Protocol (SEP) is new, and the Seed Exchange Protocol is old.",
                "Seed Exchange Programme",
                "Seed Exchange Protocol",
            ),
            (
                "They use the Common Alerting Protocol (CAP). The Common Alert Protocol is old.",
                "Common Alert Protocol",
                "Common Alerting Protocol",
            ),
            (
                "The Open Data Charter (ODC) was signed, and the Open Data Chapter (ODC) was read.",
                "Open Data Chapter",
                "",
            ),
            (
                "The River Basin Commission (RBC) met. They wrote to the River Basins Commission (RBC).",
                "River Basins Commission",
                "",
            ),
            (
                "The Land Register Index (LRI) grew. The Land Registry Index has 41 countries.",
                "Land Registry Index",
                "Land Register Index",
            ),
        ],
        silent: &[
            "The Seed Exchange Protocol (SEP) was read. The SEP is new.",
            "The Seed Exchange Protocol (SEP) was read, and the seed exchange protocol (SEP) was praised.",
            "The Seed Exchange Protocol (SEP) and the Seed Export Plan (SEX) were read.",
            "The Open Data Charter (ODC) and the Open Data Institute were named.",
            "The River Basin Commission (RBC) met the Rhine Basin Commission.",
        ],
    },
    Rule {
        code: "TRM-12",
        reason: "A word is written with a hyphen or without one, and a term with capitals or without, throughout a report.",
        severity: Severity::Style,
        look: two_spellings,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "Non-profit partners and nonprofit partners agreed with non-profit groups.",
                "nonprofit",
                "non-profit",
            ),
            (
                "Co-ordination is hard, and coordination takes time; good coordination pays.",
                "Co-ordination",
                "Coordination",
            ),
            (
                "The multi lingual forms and two multilingual notes are multilingual.",
                "multi lingual",
                "multilingual",
            ),
            (
                "The work of the Dynamic Coalition and of a dynamic coalition was read; each dynamic coalition agreed.",
                "Dynamic Coalition",
                "dynamic coalition",
            ),
            (
                "The inter-sessional work and the intersessional plan grow, as intersessional work does.",
                "inter-sessional",
                "intersessional",
            ),
        ],
        silent: &[
            "Non-profit partners and other non-profit groups agreed.",
            "The follow-up is long, and they follow up on it in the long term with a long-term plan.",
            "They resign, and re-sign the letter.",
            "The Working Group on Trade met the working group.",
            "Dynamic Coalition members are in a Dynamic Coalition.",
        ],
    },
];

/// The name of an abbreviation where the report writes it out.
struct WrittenOut {
    at: usize,
    range: Range<usize>,
    short: String,
    words: Vec<String>,
}

static SHORT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\s\((?:the\s)?[“\x22]?(?P<short>[A-Z][A-Za-z]*[A-Z])s?[”\x22]?\)"));
static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{L}\p{M}][\p{L}\p{M}'’-]*"));

/// Words that no letter of an abbreviation stands for.
const SMALL: [&str; 12] =
    ["of", "the", "for", "and", "on", "in", "to", "de", "la", "du", "des", "a"];

fn is_worded(line: &Line) -> bool {
    line.is_prose() || line.is_title()
}

/// The words before a bracket whose first letters are the abbreviation in it.
fn written_out(line: &Line, at: usize) -> Vec<WrittenOut> {
    let mut found = Vec::new();
    for bracket in SHORT.captures_iter(&line.text) {
        let (Some(whole), short) = (bracket.get(0), &bracket["short"]) else { continue };
        let before: Vec<regex::Match> = WORD.find_iter(&line.text[..whole.start()]).collect();
        let mut letters: Vec<char> = short.to_lowercase().chars().collect();
        let mut start = None;
        let mut words = Vec::new();
        for word in before.iter().rev() {
            let Some(letter) = letters.last() else { break };
            let folded = fold(word.as_str());
            if folded.starts_with(*letter) {
                letters.pop();
                start = Some(word.start());
            } else if !SMALL.contains(&folded.as_str()) {
                break;
            }
            words.insert(0, folded);
        }
        if let Some(start) = start.filter(|_| letters.is_empty()) {
            let short = short.to_owned();
            found.push(WrittenOut { at, range: start..whole.start(), short, words });
        }
    }
    found
}

fn two_names(desk: &Desk, marks: &mut Marks) {
    let lines = || desk.lines().iter().enumerate().filter(|(_, line)| is_worded(line));
    let all: Vec<WrittenOut> = lines().flat_map(|(at, line)| written_out(line, at)).collect();
    let mut by_short: BTreeMap<&str, Vec<&WrittenOut>> = BTreeMap::new();
    for one in &all {
        by_short.entry(&one.short).or_default().push(one);
    }
    for (short, names) in by_short {
        let (name, decided) = right_one(desk, short, &names);
        let right = &desk.lines()[name.at].text[name.range.clone()];
        let others = names.iter().filter(|one| one.words != name.words);
        let mut marked: Vec<(usize, Range<usize>)> =
            others.map(|one| (one.at, one.range.clone())).collect();
        for (at, line) in lines() {
            for range in nearly(line, &name.words) {
                if !marked.contains(&(at, range.clone())) {
                    marked.push((at, range));
                }
            }
        }
        for (at, range) in marked {
            let message = format!("{short} is written out as “{right}” too.");
            marks.words(at, range, message, Fix::proposed(right).filter(|_| decided));
        }
    }
}

/// The name an abbreviation has: the register's, or the one the report writes most often. Of two
/// as frequent nobody but the author knows, and the first stands for both.
fn right_one<'n>(desk: &Desk, short: &str, names: &[&'n WrittenOut]) -> (&'n WrittenOut, bool) {
    let official = desk.register.term(short).map(|term| fold(&term.name));
    let text = |name: &WrittenOut| fold(&desk.lines()[name.at].text[name.range.clone()]);
    if let Some(known) = names.iter().find(|name| Some(text(name)) == official) {
        return (known, true);
    }
    let count = |name: &WrittenOut| -> usize {
        let own = text(name);
        let lines = desk.lines().iter().filter(|line| is_worded(line));
        lines.map(|line| fold(&line.text).matches(&own).count()).sum()
    };
    let first = names[0];
    let best = names.iter().rev().max_by_key(|name| count(name)).copied().unwrap_or(first);
    let others = names.iter().filter(|name| name.words != best.words);
    let near: Vec<usize> = others.map(|name| count(name)).collect();
    (best, near.is_empty() || near.into_iter().all(|often| often < count(best)))
}

/// Capitalised words that are these but for the ending of one.
fn nearly(line: &Line, words: &[String]) -> Vec<Range<usize>> {
    if words.len() < 3 {
        return vec![];
    }
    let all: Vec<regex::Match> = WORD.find_iter(&line.text).collect();
    let other_ending = |one: &str, other: &str| {
        let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let plural = one.trim_end_matches('s') == other.trim_end_matches('s');
        one != other && !plural && shared >= 4 && one.len().abs_diff(other.len()) <= 3
    };
    let is_it = |window: &&[regex::Match]| {
        let capital = |word: &&regex::Match| word.as_str().starts_with(char::is_uppercase);
        if !window.first().as_ref().is_some_and(capital) {
            return false;
        }
        let folded: Vec<String> = window.iter().map(|word| fold(word.as_str())).collect();
        let mut differing = folded.iter().zip(words).filter(|(one, other)| one != other);
        let slip = differing.next().is_some_and(|(one, other)| other_ending(one, other));
        slip && differing.next().is_none()
    };
    let ends = |window: &[regex::Match]| Some(window.first()?.start()..window.last()?.end());
    all.windows(words.len()).filter(is_it).filter_map(ends).collect()
}

/// Beginnings of words that are written with a hyphen, without, or apart, and mean the same.
const PREFIXES: [&str; 18] = [
    "anti", "bio", "co", "cyber", "e", "geo", "infra", "inter", "macro", "micro", "multi", "neuro",
    "non", "over", "pre", "semi", "socio", "sub",
];

/// Words that mean another thing without their hyphen.
const OTHER_WORDS: [&str; 8] =
    ["coop", "copay", "overtime", "precede", "pretext", "subject", "collect", "interact"];

static COMPOUND: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b[A-Za-z]+[-\u{2010}\u{2011}]?(?:[a-z]{3,})?\b"));
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];
static PAIR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<one>[A-Z][a-z]{2,}) (?P<two>[A-Z][a-z]{3,})\b"));

/// A way of writing a word, and where it stands.
type Ways = BTreeMap<String, Vec<(usize, Range<usize>)>>;

fn two_spellings(desk: &Desk, marks: &mut Marks) {
    hyphens(desk, marks);
    capitals(desk, marks);
}

/// Whether the register decides how a word is written.
fn is_decided(desk: &Desk, word: &str) -> bool {
    let joined = |text: &str| text.replace(['-', ' '], "").to_lowercase();
    let mut ways =
        desk.register.one_way.iter().flat_map(|way| way.others.iter().chain([&way.prefer]));
    ways.any(|way| joined(way) == joined(word))
}

fn hyphens(desk: &Desk, marks: &mut Marks) {
    let mut words: BTreeMap<String, Ways> = BTreeMap::new();
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| is_worded(line)) {
        for found in COMPOUND.find_iter(&line.text) {
            let mut range = found.range();
            let mut written = found.as_str().to_lowercase();
            let (one, two) = written.split_once(HYPHENS).unwrap_or((&written, ""));
            if PREFIXES.contains(&one) && one.len() > 2 && two.is_empty() {
                // `multi stakeholder`: nobody writes such a beginning alone.
                let rest = line.text[range.end..].strip_prefix(' ').unwrap_or("");
                let next: String = rest.chars().take_while(|c| c.is_ascii_lowercase()).collect();
                if next.len() < 3 || one == "over" {
                    continue;
                }
                range.end += 1 + next.len();
                written = format!("{one} {next}");
            }
            let joined = written.replace(['-', ' ', '\u{2010}', '\u{2011}'], "");
            let begins = PREFIXES
                .iter()
                .any(|prefix| joined.strip_prefix(prefix).is_some_and(|rest| rest.len() > 3));
            let first = written.split(['-', ' ', '\u{2010}', '\u{2011}']).next().unwrap_or("");
            let prefixed = first.len() == written.len() || PREFIXES.contains(&first);
            if begins && prefixed && !line.in_address(&range) && !OTHER_WORDS.contains(&&*joined) {
                words.entry(joined).or_default().entry(written).or_default().push((at, range));
            }
        }
    }
    for (joined, ways) in words {
        if ways.len() > 1 && !is_decided(desk, &joined) {
            mark_the_rarer(desk, marks, ways);
        }
    }
}

fn capitals(desk: &Desk, marks: &mut Marks) {
    /// What many are called, some of them by name.
    const COMMON: [&str; 7] =
        ["group", "committee", "meeting", "team", "force", "member", "session"];
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| line.role == Role::Paragraph) {
        for found in PAIR.captures_iter(&line.text) {
            let Some(whole) = found.get(0) else { continue };
            let lower = whole.as_str().to_lowercase();
            let bare = lower.trim_end_matches('s');
            let before = line.text[..whole.start()].trim_end();
            let after = line.text[whole.end()..].trim_start();
            let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '“', '"']);
            let name =
                before.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase))
                    || after.starts_with(|c: char| {
                        c.is_uppercase() || c.is_ascii_digit() || c == '(' || c == '#'
                    })
                    || ["on ", "of ", "for "].iter().any(|word| after.starts_with(word));
            if begins
                || name
                || COMMON.iter().any(|word| bare.ends_with(word))
                || is_decided(desk, &lower)
            {
                continue;
            }
            let [small, large] = [bare.to_owned(), whole.as_str().trim_end_matches('s').to_owned()]
                .map(|words| count(desk, &words));
            if small > large {
                let message = format!("Elsewhere this is written “{lower}”.");
                marks.words(at, whole.range(), message, Fix::proposed(lower));
            }
        }
    }
}

/// How often words stand in running text.
fn count(desk: &Desk, words: &str) -> usize {
    desk.manuscript.prose().map(|(_, line)| line.text.matches(words).count()).sum()
}

/// The way that stands most often is right; of two as frequent, the first one.
fn mark_the_rarer(desk: &Desk, marks: &mut Marks, ways: Ways) {
    let first =
        |places: &[(usize, Range<usize>)]| places.first().map(|(at, range)| (*at, range.start));
    let Some((right, _)) = ways
        .iter()
        .max_by_key(|(_, places)| (places.len(), std::cmp::Reverse(first(places))))
        .map(|(way, places)| (way.clone(), places.len()))
    else {
        return;
    };
    for (_, places) in ways.iter().filter(|(way, _)| **way != right) {
        for (at, range) in places {
            let printed = &desk.lines()[*at].text[range.clone()];
            let capital = printed.starts_with(char::is_uppercase);
            let write: String = if capital {
                let mut letters = right.chars();
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
            } else {
                right.clone()
            };
            let message = format!("Elsewhere this is written “{right}”.");
            marks.words(*at, range.clone(), message, Fix::proposed(write));
        }
    }
}

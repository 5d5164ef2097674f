//! Terms and abbreviations (TRM): known, introduced, and written one way.

use super::participants::distance;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "TRM-1",
        reason: "An abbreviation is written as it is introduced and as the register knows it.",
        severity: Severity::Error,
        look: near_miss,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "The Informal Multistakeholder Sounding Board (IMSB) met. The ISMB agreed.",
                "ISMB",
                "IMSB",
            ),
            ("The WS-Strategy met.", "WS-Strategy", "WG-Strategy"),
            ("The GW-Strategy met.", "GW-Strategy", "WG-Strategy"),
            ("The Trade Advisory Unit (TRAU) met. The TARU agreed.", "TARU", "TRAU"),
            ("The ICANN community met. The ICNAN Board agreed.", "ICNAN", "ICANN"),
            (
                "The Inland Maps Service (IMS) is new. The IMS has maps, and the ISM has a shop.",
                "ISM",
                "IMS",
            ),
            (
                "The African Network Information Centre (AFRINIC) met. The AFRNIC agreed.",
                "AFRNIC",
                "AFRINIC",
            ),
        ],
        silent: &[
            "OSET became ODET in 2025.",
            "The Informal Multistakeholder Sounding Board (IMSB) met.",
            "UNDP and UNEP agreed.",
            "The WG-Strategy met.",
            "The MAG and the MAP were named.",
            "The Western Assembly of Tides (WATER) and the WATE were named.",
            "The Inland Maps Service (IMS) and the Institute of Sea Maps (ISM) met. The IMS thanked the ISM.",
        ],
    },
    Rule {
        code: "TRM-5",
        reason: "One thing is written one way within a report.",
        severity: Severity::Style,
        look: two_ways,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "They spoke of internet governance and of Internet governance.",
                "internet governance",
                "Internet governance",
            ),
            ("The WG Strategy met as WG-Strategy.", "WG Strategy", "WG-Strategy"),
            (
                "They spoke of multi-stakeholder and multistakeholder forums.",
                "multi-stakeholder",
                "multistakeholder",
            ),
            (
                "They met the co-facilitators, and the Co-Facilitators agreed.",
                "Co-Facilitators",
                "co-facilitators",
            ),
            ("The high level event is the High-Level Event.", "high level", "High-Level"),
        ],
        silent: &[
            "They spoke of Internet governance.",
            "Multistakeholder forums are multistakeholder.",
            "The WG-Strategy met.",
            "They met the co-facilitators.",
            "The High-Level Event has a high-level panel.",
        ],
    },
];

static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?P<token>[A-Z][A-Z0-9]{1,}s?(?:-[A-Z][A-Za-z]+)?|[A-Z]{2,}-[A-Z][a-z]+)\b")
});
pub(super) static INTRODUCED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\((?:the\s)?[“\x22]?(?P<short>[A-Z][A-Za-z0-9+-]*[A-Z0-9][A-Za-z0-9]*s?)[”\x22]?\)")
});

pub(super) fn is_worded(line: &Line) -> bool {
    !matches!(line.role, Role::Participant | Role::Apology)
}

/// How often each abbreviation stands in the report, the generated lines included.
fn tokens(desk: &Desk) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for line in desk.lines().iter().filter(|line| is_worded(line)) {
        for found in TOKEN.captures_iter(&line.text) {
            *counts.entry(found["token"].to_owned()).or_insert(0) += 1;
        }
    }
    counts
}

/// The abbreviations the report itself introduces in brackets.
pub(super) fn introduced(desk: &Desk) -> BTreeSet<String> {
    desk.lines()
        .iter()
        .flat_map(|line| INTRODUCED.captures_iter(&line.text))
        .map(|found| found["short"].to_owned())
        .collect()
}

fn near_miss(desk: &Desk, marks: &mut Marks) {
    let counts = tokens(desk);
    let introduced = introduced(desk);
    let own: Vec<&str> = desk
        .manuscript
        .facts
        .short_name
        .as_deref()
        .into_iter()
        .chain(desk.template.groups.iter().map(|group| group.short_name.as_str()))
        .collect();
    let known = |token: &str| {
        let bare = token.strip_suffix('s').unwrap_or(token);
        desk.register.terms.iter().any(|term| {
            term.short == token
                || term.short == bare
                || term.short.strip_suffix('s') == Some(token)
                || term.short.replace(' ', "") == token
        }) || introduced.contains(token)
            || introduced.contains(bare)
            || own.contains(&token)
    };
    let in_report = |short: &str| {
        counts.contains_key(short) || introduced.contains(short) || own.contains(&short)
    };
    desk.each(&TOKEN, is_worded, |at, _, found| {
        let Some(token) = found.name("token") else { return };
        let word = token.as_str();
        let used = counts.get(word).copied().unwrap_or(0);
        if word.len() < 3 || known(word) || used > 2 {
            return;
        }
        if word.len() == 3 {
            // So short, only the letters of one the report introduces, in another order.
            let meant = introduced.iter().find(|short| {
                used == 1 && same_letters(short, word) && counts.contains_key(*short)
            });
            if let Some(short) = meant {
                let message = format!("The report introduces {short}; is it meant here too?");
                marks.words(at, token.range(), message, Fix::proposed(short));
                marks.severity(Severity::Warning);
            }
            return;
        }
        let candidates = own
            .iter()
            .copied()
            .chain(introduced.iter().map(String::as_str))
            .chain(desk.register.terms.iter().map(|term| term.short.as_str()));
        let meant = candidates
            .filter(|short| short.len() >= 4 && in_report(short) && distance(word, short) == 1)
            .find(|short| {
                // A word one letter longer or shorter is more often another word than a slip.
                short.len() == word.len()
                    || word.contains('-') && short.contains('-')
                    || introduced.contains(*short) && has_lost_a_letter(word, short)
            });
        if let Some(short) = meant {
            let message = format!("The report knows {short}; this is one letter off.");
            let sure = same_letters(short, word) || own.contains(&short);
            let fix = if sure { Fix::safe(short) } else { Fix::proposed(short) };
            marks.words(at, token.range(), message, fix);
            if !sure {
                marks.severity(Severity::Warning);
            }
        }
    });
}

/// Whether an abbreviation is a long one without a letter from its middle; without its first or
/// last it is more often another one.
fn has_lost_a_letter(word: &str, short: &str) -> bool {
    short.len() > 4
        && word.len() + 1 == short.len()
        && !short.ends_with('s')
        && !short.starts_with(word)
        && !short.ends_with(word)
}

/// Whether two words differ in the order of their letters alone.
pub(super) fn same_letters(one: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(one) == sorted(other)
}

fn two_ways(desk: &Desk, marks: &mut Marks) {
    if let Some(short) =
        desk.manuscript.facts.short_name.as_deref().filter(|short| short.contains('-'))
    {
        let spaced = short.replace('-', " ");
        mark_all(desk, marks, &spaced, short, true);
    }
    for way in &desk.register.one_way {
        let preferred = count(desk, &way.prefer);
        let others: Vec<(usize, &String)> = way
            .others
            .iter()
            .map(|other| (count(desk, other), other))
            .filter(|(count, _)| *count > 0)
            .collect();
        let all: usize = others.iter().map(|(count, _)| count).sum();
        // The report's own habit decides, and where there is none, the preferred way.
        let habit = others
            .iter()
            .filter(|(count, _)| *count > preferred && *count * 2 > all + preferred)
            .max()
            .map(|(_, other)| other.as_str());
        let right = habit.unwrap_or(&way.prefer);
        if others.is_empty() || preferred == 0 && others.len() == 1 {
            continue;
        }
        for other in way.others.iter().chain([&way.prefer]).filter(|other| *other != right) {
            mark_all(desk, marks, other, right, false);
        }
    }
}

/// Where these words stand, not at the beginning of a sentence unless in lower case there.
fn places(line: &Line, words: &str) -> Vec<std::ops::Range<usize>> {
    let text = &line.text;
    text.match_indices(words)
        .map(|(at, found)| at..at + found.len())
        .filter(|range| {
            let before = text[..range.start].chars().next_back();
            let after = text[range.end..].chars().next();
            let whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '-')
                && !after.is_some_and(|c| c.is_alphanumeric() || c == '-');
            let opening = range.start == 0
                || text[..range.start].trim_end().ends_with(['.', '!', '?', ':', '“', '"']);
            let capital = words.starts_with(char::is_uppercase);
            // In a run of capitalised words it is part of a name.
            let named = capital
                && text[range.end..].trim_start().starts_with(char::is_uppercase)
                && !words.contains('-')
                && !words.contains(' ');
            whole && !named && !line.in_address(range) && (!opening || !capital)
        })
        .collect()
}

fn count(desk: &Desk, words: &str) -> usize {
    desk.lines()
        .iter()
        .filter(|line| is_worded(line) && !line.generated)
        .map(|line| places(line, words).len())
        .sum()
}

fn mark_all(desk: &Desk, marks: &mut Marks, words: &str, right: &str, safe: bool) {
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| is_worded(line)) {
        for range in places(line, words) {
            let message = format!("Elsewhere this is written “{right}”.");
            let fix = if safe { Fix::safe(right) } else { Fix::proposed(right) };
            marks.words(at, range, message, fix);
        }
    }
}

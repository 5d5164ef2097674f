//! Terms and abbreviations (TRM): known, introduced, and written one way.

use super::participants::distance;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
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
        ],
        silent: &[
            "OSET became ODET in 2025.",
            "The Informal Multistakeholder Sounding Board (IMSB) met.",
            "UNDP and UNEP agreed.",
            "The WG-Strategy met.",
            "The MAG and the MAP were named.",
        ],
    },
    Rule {
        code: "TRM-2",
        reason: "An abbreviation is written out at first use.",
        severity: Severity::Style,
        look: not_introduced,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("They spoke of the SPMGs.", "SPMGs", "São Paulo Multistakeholder Guidelines (SPMGs)"),
            (
                "They spoke to the MFAs of two countries.",
                "MFAs",
                "ministries of foreign affairs (MFAs)",
            ),
            ("The GDC was adopted.", "GDC", "Global Digital Compact (GDC)"),
            ("They spoke at the HLE.", "HLE", "High-Level Event (HLE)"),
            (
                "They asked the NRIs.",
                "NRIs",
                "National, Sub-Regional, Regional and Youth IGF initiatives (NRIs)",
            ),
        ],
        silent: &[
            "The Global Digital Compact (GDC) was adopted. The GDC has five objectives.",
            "The IGF and WSIS were named.",
            "The UN met.",
            "They asked the National, Sub-Regional, Regional and Youth IGF initiatives (NRIs). The NRIs agreed.",
            "They spoke of AI.",
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
static INTRODUCED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\((?:the\s)?[“\x22]?(?P<short>[A-Z][A-Za-z0-9+-]*[A-Z0-9][A-Za-z0-9]*s?)[”\x22]?\)")
});

fn is_worded(line: &Line) -> bool {
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
fn introduced(desk: &Desk) -> BTreeSet<String> {
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
        if word.chars().count() < 4 || known(word) || counts.get(word).copied().unwrap_or(0) > 2 {
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
                short.len() == word.len() || word.contains('-') && short.contains('-')
            });
        if let Some(short) = meant {
            let same_letters = {
                let sorted = |text: &str| {
                    let mut letters: Vec<char> = text.chars().collect();
                    letters.sort_unstable();
                    letters
                };
                sorted(short) == sorted(word)
            };
            let message = format!("The report knows {short}; this is one letter off.");
            let sure = same_letters || own.contains(&short);
            let fix = if sure { Fix::safe(short) } else { Fix::proposed(short) };
            marks.words(at, token.range(), message, fix);
            if !sure {
                marks.severity(Severity::Warning);
            }
        }
    });
}

fn not_introduced(desk: &Desk, marks: &mut Marks) {
    let worded: Vec<(usize, &Line)> =
        desk.manuscript.typed().filter(|(_, line)| is_worded(line)).collect();
    for term in desk.register.terms.iter().filter(|term| !term.known) {
        let introduction = format!("({})", term.short);
        let introduced = desk.lines().iter().position(|line| line.text.contains(&introduction));
        let used = worded.iter().find_map(|(at, line)| {
            let range = first_use(line, &term.short)?;
            Some((*at, range))
        });
        let Some((at, range)) = used.filter(|(at, _)| introduced.is_none_or(|first| first > *at))
        else {
            continue;
        };
        let spelt_out =
            worded.iter().find_map(|(at, line)| Some((*at, spelt_out(line, &term.name)?)));
        let message = format!("{} is not written out at its first use: {}.", term.short, term.name);
        let introduction = format!("{} ({})", term.name, term.short);
        let alone = !desk.lines()[at].is_title() && spelt_out.is_none();
        marks.words(at, range, message, Fix::proposed(introduction).filter(|_| alone));
        if let Some((at, range)) = spelt_out {
            let printed = &desk.lines()[at].text[range.clone()];
            let message = format!("The report also says {}; put it in brackets here.", term.short);
            let fix = Fix::proposed(format!("{printed} ({})", term.short));
            marks.words(at, range, message, fix);
        }
    }
}

/// Where an abbreviation first stands by itself.
fn first_use(line: &Line, short: &str) -> Option<Range<usize>> {
    let part_of_word = |c: char| c.is_alphanumeric() || "/-".contains(c);
    line.text.match_indices(short).map(|(at, found)| at..at + found.len()).find(|range| {
        !line.text[..range.start].ends_with(|c: char| part_of_word(c) || c == '(')
            && !line.text[range.end..].starts_with(part_of_word)
            && !line.in_address(range)
    })
}

/// Where a name is written out, upper and lower case alike.
fn spelt_out(line: &Line, name: &str) -> Option<Range<usize>> {
    let first = name.chars().next()?;
    line.text
        .char_indices()
        .filter(|(_, c)| c.eq_ignore_ascii_case(&first))
        .map(|(at, _)| at..at + name.len())
        .find(|range| {
            line.text
                .get(range.clone())
                .is_some_and(|words| words.replace('\n', " ").eq_ignore_ascii_case(name))
        })
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

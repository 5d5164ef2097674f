//! Abbreviations are written out where they first stand (TRM-2).
//!
//! The register knows the names of some; of any other the report itself has to say what it stands
//! for, before it is used.

use super::participants::distance;
use super::spelling::is_word;
use super::terms::{INTRODUCED, introduced, is_worded, same_letters};
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[Rule {
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
        ("They read the guide of the ZKRQ on it.", "ZKRQ", ""),
        ("The RT asked for maps. River Towns (RT) have none of their own.", "RT", ""),
        ("The BRT asked for maps. The Board of River Towns (BRT) has none of its own.", "BRT", ""),
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
        "The PDF was sent by the Board of River Towns (BRT), and the BRT was thanked.",
        "They agreed on part II of the ZKRQ Charter, and on RFC 9000.",
        "It was AGREED by all.",
        "They wrote to UNDESA, and to the Board of River Towns (BRT). The RBT agreed.",
        "The BRT (Board of River Towns) was thanked.",
    ],
}];

fn not_introduced(desk: &Desk, marks: &mut Marks) {
    unknown(desk, marks);
    let worded: Vec<(usize, &Line)> =
        desk.manuscript.typed().filter(|(_, line)| is_worded(line)).collect();
    for term in desk.register.terms.iter().filter(|term| !term.known) {
        let bracket = format!("({})", term.short);
        let introduced = desk.lines().iter().position(|line| line.text.contains(&bracket));
        let used = worded.iter().find_map(|(at, line)| {
            let range = first_use(line, &term.short)?;
            Some((*at, range))
        });
        // Above the text it is a name; the text introduces it.
        let above = |at: usize| {
            introduced.is_some() && matches!(desk.lines()[at].role, Role::TitleLine | Role::Title)
        };
        let late = used.filter(|(at, _)| introduced.is_none_or(|first| first > *at && !above(*at)));
        let Some((at, range)) = late else { continue };
        let spelt_out =
            worded.iter().find_map(|(at, line)| Some((*at, spelt_out(line, &term.name)?)));
        let message = format!("{} is not written out at its first use: {}.", term.short, term.name);
        let introduction = format!("{} ({})", term.name, term.short);
        let alone = !desk.lines()[at].is_title() && spelt_out.is_none();
        marks.words(at, range, message, Fix::proposed(introduction).filter(|_| alone));
        if let Some((at, range)) = spelt_out {
            let text = &desk.lines()[at].text;
            let printed = &text[range.clone()];
            let late = text[range.end..].trim_start().starts_with(&bracket);
            let message = match late {
                true => format!("The report says {} before this; write it out there.", term.short),
                false => format!("The report also says {}; put it in brackets here.", term.short),
            };
            let fix = Fix::proposed(format!("{printed} ({})", term.short)).filter(|_| !late);
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

static UNKNOWN: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?P<short>[A-Z]{2,6})s?\b"));

/// Abbreviations the register does not know and the report explains nowhere, or too late.
fn unknown(desk: &Desk, marks: &mut Marks) {
    let named = introduced(desk);
    let mut first: BTreeMap<&str, (usize, Range<usize>)> = BTreeMap::new();
    desk.each(&UNKNOWN, Line::is_prose, |at, line, found| {
        let (Some(whole), Some(short)) = (found.get(0), found.name("short")) else { return };
        // So short, only those the report explains itself.
        let later = short.len() > 2 || named.contains(short.as_str());
        if later
            && stands_alone(line, &whole.range())
            && !is_slip(desk, &named, short.as_str())
            && !is_explained(desk, short.as_str())
            && !is_spelt_out_behind(desk, short.as_str())
        {
            first.entry(short.as_str()).or_insert((at, whole.range()));
        }
    });
    for (short, (at, range)) in first {
        let line = &desk.lines()[at];
        if !named.iter().any(|known| known.trim_end_matches('s') == short) {
            let message = format!("{short} is written out nowhere; say once what it stands for.");
            marks.words(at, range, message, None);
        } else if let Some((later, start)) = introduction(desk, short)
            && (later, start) > (at, range.start)
            && !line.text[..range.start].ends_with('(')
        {
            let message = format!("{short} is written out only later; do it here.");
            marks.words(at, range, message, None);
        }
    }
}

/// Whether it is another abbreviation misspelt, which is the business of TRM-1 and TRM-3.
fn is_slip(desk: &Desk, named: &BTreeSet<String>, short: &str) -> bool {
    let near = |known: &String| {
        known != short
            && (same_letters(known, short) || known.len() > 3 && distance(known, short) == 1)
    };
    !named.contains(short) && named.iter().any(near)
        || desk.register.wordings.iter().any(|wording| wording.avoid.is_match(short))
}

/// Whether the report says `BRT (Board of River Towns)`, the other way round.
fn is_spelt_out_behind(desk: &Desk, short: &str) -> bool {
    let opens = format!("{short} (");
    let capital = |word: &str| word.chars().next().filter(|c| c.is_uppercase());
    desk.lines().iter().any(|line| {
        line.text.match_indices(&opens).any(|(at, _)| {
            let inside = line.text[at + opens.len()..].split(')').next().unwrap_or("");
            inside.split([' ', '-', '\n']).filter_map(capital).collect::<String>() == short
        })
    })
}

/// Where the report writes an abbreviation out: the line, and the place in it.
fn introduction(desk: &Desk, short: &str) -> Option<(usize, usize)> {
    desk.lines().iter().enumerate().find_map(|(at, line)| {
        let mut brackets = INTRODUCED.captures_iter(&line.text);
        let own = brackets.find(|found| found["short"].trim_end_matches('s') == short)?;
        Some((at, own.get(0)?.start()))
    })
}

/// Whether it is a word of a sentence: no part of a name, a compound, an address or an emphasis.
fn stands_alone(line: &Line, range: &Range<usize>) -> bool {
    let (before, after) = (&line.text[..range.start], &line.text[range.end..]);
    let glued = |c: char| c.is_alphanumeric() || "-/+&._'’".contains(c);
    let in_name = |word: Option<&str>| {
        word.is_some_and(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
    };
    let next = after.strip_prefix([' ', '\n']).and_then(|rest| rest.split_whitespace().next());
    let full_stop = after.starts_with('.') && !after[1..].starts_with(char::is_alphanumeric);
    let possessive = after.starts_with("'s") || after.starts_with("’s");
    !before.ends_with(glued)
        && (!after.starts_with(glued) || full_stop || possessive)
        && !in_name(next)
        && !in_name(
            before
                .trim_end()
                .rsplit(' ')
                .next()
                .filter(|_| !before.ends_with(['(', '\n']))
                .filter(|word| word.chars().all(|c| c.is_uppercase()) && word.len() > 1),
        )
}

/// Whether nobody asks what it stands for: the register, the list or the title says so, or it is
/// a word or a number.
fn is_explained(desk: &Desk, short: &str) -> bool {
    let register = desk.register;
    let term = |term: &str| term == short || term.trim_end_matches('s') == short;
    let part = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == short);
    register.terms.iter().any(|known| term(&known.short) || part(&known.short))
        || register.abbreviations.iter().any(|known| known == short)
        || desk.manuscript.facts.short_name.as_deref().is_some_and(part)
        || desk.template.groups.iter().any(|group| part(&group.short_name) || part(&group.name))
        || short.chars().all(|c| "IVXLC".contains(c))
        || is_emphasis(short)
        || desk.lines().iter().any(|line| {
            let told = matches!(line.role, Role::Participant | Role::Apology | Role::TitleLine);
            told && part(&line.text)
        })
}

/// Whether it is a word in capitals for emphasis; a short one is more often an abbreviation.
fn is_emphasis(short: &str) -> bool {
    const SHORT: [&str; 16] = [
        "ALL", "AND", "ANY", "BOTH", "EACH", "EVEN", "MAY", "MUST", "NEW", "NONE", "NOT", "NOTE",
        "ONLY", "THE", "VERY", "WILL",
    ];
    SHORT.contains(&short) || short.len() > 4 && is_word(&short.to_lowercase())
}

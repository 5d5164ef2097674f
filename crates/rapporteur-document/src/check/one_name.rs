//! Names of one thing, and names in their time (TRM-7, TRM-10).

use super::calendar::long;
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "TRM-7",
        reason: "The group has one short name in a report.",
        severity: Severity::Style,
        look: half_a_name,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They spoke of the work of the WG.", "WG", "WG-Strategy"),
            ("This WG has worked long.", "WG", "WG-Strategy"),
            ("Tom Birch asked what the WG would do.", "WG", "WG-Strategy"),
            ("The WG's plan was read.", "WG", "WG-Strategy"),
            ("They thanked the WG, and left.", "WG", "WG-Strategy"),
        ],
        silent: &[
            "They spoke of the work of the WG-Strategy.",
            "They spoke of the working group.",
            "The WG 4 has worked long.",
            "The WG Trade has worked long.",
            "They named a WG of friends.",
        ],
    },
    Rule {
        code: "TRM-10",
        reason: "An office bears the name it has on the day of the meeting.",
        severity: Severity::Style,
        look: out_of_force,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They asked OSET for help.", "OSET", ""),
            ("OSET will join the call.", "OSET", ""),
            ("Tom Birch spoke to OSET.", "OSET", ""),
            ("The letter went to OSET, and to the hosts.", "OSET", ""),
            ("- a letter to OSET\n- a plan", "OSET", ""),
        ],
        silent: &[
            "They asked ODET for help.",
            "OSET became ODET in 2025.",
            "They recalled the former OSET.",
            "The letter is at https://example.org/OSET/letter.",
            "They asked the IGF Secretariat for help.",
        ],
    },
];

static BARE_WG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?:the|this|our|The|This|Our)\s(?P<name>WG|TF|SG)(?:['’]s)?(?P<after>[\s.,;:)]|$)")
});

fn half_a_name(desk: &Desk, marks: &mut Marks) {
    let Some(short) = desk.manuscript.facts.short_name.as_deref() else { return };
    let Some((kind, _)) = short.split_once('-') else { return };
    desk.each(&BARE_WG, Line::is_prose, |at, line, found| {
        let Some(name) = found.name("name").filter(|name| name.as_str() == kind) else { return };
        let followed = line.text[name.end()..].trim_start();
        // A number or another name follows where another group is meant.
        let other = followed.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
        if !other {
            let message = format!("The group is called {short} elsewhere in this report.");
            marks.words(at, name.range(), message, Fix::proposed(short));
        }
    });
}

fn out_of_force(desk: &Desk, marks: &mut Marks) {
    const PAST: &[&str] = &[
        "former", "then", "became", "renamed", "previous", "until", "earlier", "known as",
        "replaced",
    ];
    let Some(date) = desk.manuscript.facts.date else { return };
    for term in &desk.register.terms {
        let before = term.from.filter(|from| date < *from);
        let after = term.until.filter(|until| date > *until);
        if before.is_none() && after.is_none() {
            continue;
        }
        for (at, line) in desk.manuscript.prose() {
            if PAST.iter().any(|word| line.text.contains(word)) {
                continue;
            }
            let places = line.text.match_indices(term.short.as_str());
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
            let whole = places.map(|(start, found)| start..start + found.len()).find(|range| {
                !is_letter(line.text[..range.start].chars().next_back())
                    && !is_letter(line.text[range.end..].chars().next())
                    && !line.in_address(range)
            });
            let Some(range) = whole else { continue };
            let when = match (before, after) {
                (Some(from), _) => format!("from {} on", long(from)),
                (_, Some(until)) => format!("until {}", long(until)),
                _ => continue,
            };
            let message = format!("{} bears this name {when}; say so if it is meant.", term.name);
            marks.words(at, range, message, None);
        }
    }
}

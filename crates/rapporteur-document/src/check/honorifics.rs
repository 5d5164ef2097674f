//! People who are named with a title: Mr, Ms, Dr (PPL-24, PPL-25).

use super::participants::{all_entries, entries};
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use crate::model::fold;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "PPL-24",
        reason: "Whoever is named by the family name alone can be found on the list.",
        severity: Severity::Warning,
        look: family_alone,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Ines Almond would ask Mr Reed.", "Mr Reed", ""),
            ("The letter went to Ms Halvorsen in Oslo.", "Ms Halvorsen", ""),
            ("They thanked Dr. Hammerling for it.", "Dr. Hammerling", ""),
            ("Mrs Lindgren was asked for the rooms.", "Mrs Lindgren", ""),
            ("Tom Birch would check it with Prof. Stein.", "Prof. Stein", ""),
        ],
        silent: &[
            "Ines Almond would ask Mr Birch.",
            "The letter went to Ms Anna Halvorsen in Oslo.",
            "They thanked Dr. Cole for it.",
            "The MS Harbour sailed, and the Mr. was left out.",
            "They read the Dr Reed Prize list.",
            "Tom Birch would ask the coordinator of the ports, Mr Reed.",
            "They thanked Ms Halvorsen, a former head of the office.",
            "It was discussed in 2024, when Mr Reed was chair of the group.",
            "They asked the director, Dr. Hammerling, and Mr Reed of the Port Authority.",
            "The letter of Minister Mr Reed and of Mrs Lindgren (Harbour Trust) was read.",
        ],
    },
    Rule {
        code: "PPL-25",
        reason: "A report gives titles to everybody or to nobody.",
        severity: Severity::Style,
        look: one_title,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Dr. Tom Birch read the survey.", "Dr. Tom Birch", "Tom Birch"),
            ("Mr Tom Birch noted the plan.", "Mr Tom Birch", "Tom Birch"),
            ("They thanked Ms Maria Cole.", "Ms Maria Cole", "Maria Cole"),
            ("Prof. Maria Dunn agreed.", "Prof. Maria Dunn", "Maria Dunn"),
            ("The plan of Dr Ines Almond was read.", "Dr Ines Almond", "Ines Almond"),
        ],
        silent: &[
            "Tom Birch read the survey.",
            "Dr. Paula Reed of Oslo was asked.",
            "Dr. Tom Birch and Dr. Maria Cole spoke. Ms Ines Almond agreed with Ms Maria Dunn.",
            "The Dr Tom Birch Prize was named.",
            "They met in St. Tom Birch Hall.",
        ],
    },
];

const TITLES: &str = r"(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor)\b\.?";

static FAMILY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"\b{TITLES}\s(?P<family>\p{{Lu}}[\p{{L}}'’-]+)(?P<more>\s\p{{Lu}})?"))
});
static FULL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"\b{TITLES}\s(?P<name>\p{{Lu}}[\p{{L}}'’-]+(?:\s\p{{Lu}}[\p{{L}}'’-]+)+)"))
});

fn in_text(line: &Line) -> bool {
    matches!(line.role, Role::Paragraph | Role::ListItem | Role::NextStep)
}

static OFFICE_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)\s[^,.;:]{3,80},\s|(?i:chair|co-chair|minister|ambassador|director|president|coordinator|commissioner|secretary|mayor|envoy|colleague|successor|predecessor)\s)$",
    )
});
static OFFICE_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:,\s(?:an?|the|its|their|his|her|former|then|who|whose|also)\s|,\s(?i:chair|co-chair|minister|ambassador|director|president|coordinator|head|secretary)\b|\s\(\p{L}|\s(?:of|from)\s(?:the\s)?\p{Lu}|\s(?:is|was|became|had\sbeen)\s(?:the\s|an?\s|its\s|then\s)?(?:[\p{L}-]+\s)?(?i:chair|co-chair|minister|ambassador|director|president|coordinator|head|secretary|moderator|host)\b)",
    )
});

/// Whether the sentence says who this is: `the coordinator, Mr Reed`, `Ms Reed, a former host`.
fn is_introduced(text: &str, name: &Range<usize>) -> bool {
    OFFICE_BEFORE.is_match(&text[..name.start]) || OFFICE_BEHIND.is_match(&text[name.end..])
}

fn family_alone(desk: &Desk, marks: &mut Marks) {
    if entries(desk).next().is_none() {
        return;
    }
    desk.each(&FAMILY, in_text, |at, line, found| {
        let Some(whole) = found.get(0).filter(|_| found.name("more").is_none()) else { return };
        if is_introduced(&line.text, &whole.range()) {
            return;
        }
        let family = fold(&found["family"]);
        let listed = entries(desk).any(|(_, _, entry)| {
            fold(&entry.name.full()).split([' ', '-']).any(|part| part == family)
                || fold(&entry.name.family_or_given()) == family
        });
        if !listed {
            let message = format!("{} is not on the list; name them in full.", whole.as_str());
            marks.words(at, whole.range(), message, None);
        }
    });
}

fn one_title(desk: &Desk, marks: &mut Marks) {
    let mut titled = Vec::new();
    desk.each(&FULL, in_text, |at, _, found| {
        let (Some(whole), Some(name)) = (found.get(0), found.name("name")) else { return };
        let words = fold(name.as_str());
        let mut listed = all_entries(desk).filter(|(_, line, entry)| {
            fold(&entry.name.full()) == words && line.text.starts_with(&entry.name.full())
        });
        if listed.next().is_some() {
            titled.push((at, whole.range(), name.as_str().to_owned()));
        }
    });
    let mut people: Vec<&String> = titled.iter().map(|(_, _, name)| name).collect();
    people.sort_unstable();
    people.dedup();
    // Where several have theirs it is the report's own way.
    if people.len() == 1 {
        for (at, range, name) in titled {
            let message = "Nobody else is named with a title; take it off.";
            marks.words(at, range, message, Fix::proposed(name));
        }
    }
}

//! Lists in the text (STY-7, AGN-3).

use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "STY-7",
        reason: "Entries of a list that are no sentences end with nothing; sentences end with a full stop.",
        severity: Severity::Style,
        look: entry_ends,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("He named:\n\n- the plan;\n- the cost", "plan;", "plan"),
            ("He named:\n\n- the plan,\n- the cost", "plan,", "plan"),
            ("He named:\n\n- the plan, and\n- the cost", "plan, and", "plan"),
            ("He named:\n\n- the plan\n- the cost.", "cost.", "cost"),
            ("He named:\n\n- the plan;\n- the cost.", "cost.", "cost"),
        ],
        silent: &[
            "He named:\n\n- the plan\n- the cost",
            "He named:\n\n- The plan is ready.\n- The cost is known.",
            "He named:\n\n- the plan etc.\n- the cost etc.",
            "He named the plan; the cost; the time.",
            "He named:\n\n- The plan: it is ready.\n- The cost.",
            "Two more were named:\n\n- Tom Birch volunteered.\n- the hosts",
        ],
    },
    Rule {
        code: "AGN-3",
        reason: "A sub-topic stands over its own text, not in a list before all of it.",
        severity: Severity::Warning,
        look: topics_before_text,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "- **Session on trade**\n- **Session on travel**\n\nInes Almond gave an update. Tom Birch agreed with it.",
                "Session on trade",
                "",
            ),
            (
                "- **Letter to Oslo**\n- **Letter to Bergen**\n\nTom Birch read both letters. They were agreed.",
                "Letter to Oslo",
                "",
            ),
            (
                "- **First webinar**\n- **Second webinar**\n\nInes Almond gave an update. It was welcomed.",
                "First webinar",
                "",
            ),
            (
                "- **Travel**\n- **Rooms**\n\nInes Almond presented the figures of both. Tom Birch agreed.",
                "Travel",
                "",
            ),
            (
                "- **Trade**\n- **Transport**\n\nTom Birch reported on the talks. They go on.",
                "Trade",
                "",
            ),
        ],
        silent: &[
            "Ines Almond named:\n\n- trade\n- travel",
            "Ines Almond named:\n\n- **trade**\n- **travel**\n\nTom Birch agreed.",
            "- trade\n- travel\n\nTom Birch agreed with both.",
            "**Travel**\n\nTom Birch reported on the talks.",
            "- **Travel** has become dear.\n- **Rooms** are free.\n\nTom Birch agreed.",
        ],
    },
];

/// Runs of list entries.
pub(super) fn lists<'d>(desk: &'d Desk) -> Vec<Vec<(usize, &'d Line)>> {
    let mut lists: Vec<Vec<(usize, &Line)>> = Vec::new();
    let mut open = false;
    for (at, line) in desk.manuscript.lines.iter().enumerate() {
        if line.role == Role::ListItem && !line.generated {
            if open && let Some(last) = lists.last_mut() {
                last.push((at, line));
            } else {
                lists.push(vec![(at, line)]);
            }
            open = true;
        } else {
            open = false;
        }
    }
    lists
}

/// Somebody who did something: `Kwame Boateng volunteered.`
static TOLD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^\p{Lu}[\p{L}'’-]+\s(?:\p{Lu}[\p{L}'’-]+\s){0,2}(?P<verb>\p{Ll}{3,})\b")
});

/// Whether an entry is a sentence: it begins with a capital and has several words, a full stop inside or a verb's company.
fn is_sentence(desk: &Desk, text: &str) -> bool {
    let words = text.split_whitespace().count();
    let verbs = [
        " is ", " are ", " was ", " were ", " has ", " have ", " will ", " should ", " can ",
        " could ", " noted ", " must ", " had ", " would ",
    ];
    let told = TOLD.captures(text).is_some_and(|found| {
        let verb = &found["verb"];
        verb.ends_with("ed") || desk.register.reports(verb)
    });
    told || text.starts_with(char::is_uppercase)
        && (words > 4 && verbs.iter().any(|verb| text.contains(verb))
            || text.trim_end_matches('.').contains(". "))
}

fn entry_ends(desk: &Desk, marks: &mut Marks) {
    for list in lists(desk) {
        if list.len() < 2 {
            continue;
        }
        let ends: Vec<&str> = list.iter().map(|(_, line)| end(&line.text)).collect();
        let stops = ends.iter().filter(|end| **end == ".").count();
        let sentences = list.iter().filter(|(_, line)| is_sentence(desk, &line.text)).count();
        for ((at, line), end) in list.iter().zip(&ends) {
            let trimmed = line.text.trim_end();
            let fragments_stop = *end == "."
                && stops < list.len()
                && sentences == 0
                && !trimmed.ends_with("etc.")
                && !trimmed.ends_with("..")
                && !ends_shortened(trimmed)
                && !trimmed.contains(": ")
                && !(trimmed.starts_with(char::is_uppercase)
                    && trimmed.split_whitespace().nth(3).is_some());
            if end.is_empty() || *end == "." && !fragments_stop {
                continue;
            }
            let bare = trimmed[..trimmed.len() - end.len()].trim_end_matches([',', ';', ' ']);
            let start = bare.rfind(char::is_whitespace).map_or(0, |at| at + 1);
            let fix = Fix::safe(&bare[start..]);
            marks.words(
                *at,
                start..trimmed.len(),
                "An entry of a list ends without punctuation unless it is a sentence.",
                fix,
            );
        }
    }
}

/// Whether the full stop is that of a shortened month: `by 3 Aug.`
fn ends_shortened(text: &str) -> bool {
    const MONTHS: &str = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec";
    let word = text.trim_end_matches('.').rsplit(' ').next().unwrap_or("");
    MONTHS.split(' ').any(|month| month == word)
}

/// What an entry ends with: `;`, `,`, `; and`, `.` or nothing.
fn end(text: &str) -> &str {
    let text = text.trim_end();
    for end in ["; and", ", and", "; or", ", or", ";", ",", "."] {
        if text.ends_with(end) {
            return &text[text.len() - end.len()..];
        }
    }
    ""
}

fn topics_before_text(desk: &Desk, marks: &mut Marks) {
    for list in lists(desk) {
        let all_bold = list.iter().all(|(_, line)| {
            line.spans
                .iter()
                .any(|span| span.bold && span.range.len() + 2 >= line.text.trim().len())
        });
        let Some((last, _)) = list.last() else { continue };
        let Some((first, _)) = list.first() else { continue };
        let opens = matches!(
            desk.lines().get(first.wrapping_sub(1)).map(|line| line.role),
            Some(Role::SectionHeading(_) | Role::PartHeading)
        );
        let text_follows =
            desk.lines().get(last + 1).is_some_and(|line| line.role == Role::Paragraph);
        if all_bold && opens && text_follows {
            for (at, line) in &list {
                marks.words(*at, 0..line.text.trim_end().len(), "This sub-topic has no text of its own; make it the heading of the text that belongs to it.", None);
            }
        }
    }
}

//! How agenda items and headings are written (AGN, TRM-9).

use super::agenda::title;
use super::{Desk, Fix, Marks, Reads, Role, Rule, Severity, Spot};
use crate::model::fold;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "AGN-5",
        reason: "An agenda item and a heading end without punctuation.",
        severity: Severity::Style,
        look: end_punctuation,
        reads: Reads::Line,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget;\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
                "Budget;",
                "Budget",
            ),
            (
                "1. Budget\n2. Any other business (AoB).\n\n1. Budget\n2. Any other business (AoB)",
                "Any other business (AoB).",
                "Any other business (AoB)",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget:\n2. Any other business (AoB)",
                "Budget:",
                "Budget",
            ),
            (
                "1. Budget\n2. Rooms,\n3. Any other business (AoB)\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)",
                "Rooms,",
                "Rooms",
            ),
            (
                "1. Plan of rooms.\n2. Any other business (AoB)\n\n1. Plan of rooms\n2. Any other business (AoB)",
                "Plan of rooms.",
                "Plan of rooms",
            ),
        ],
        silent: &[
            "1. Budget etc.\n2. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)",
            "1. Meeting with Harbour Ltd.\n2. Any other business (AoB)",
            "1. Talks with the U.S.\n2. Any other business (AoB)",
            "1. What is next?\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-6",
        reason: "A space stands between a number and its words.",
        severity: Severity::Error,
        look: glued_number,
        reads: Reads::Line,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget plan\n2. Any other business (AoB)\n\n1.Budget plan\n2. Any other business (AoB)",
                "1.Budget",
                "1. Budget",
            ),
            (
                "1. Budget of it\n2. Any other business (AoB)\n\n1.Budget of it\n2. Any other business (AoB)",
                "1.Budget",
                "1. Budget",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\n2.Any other business (AoB)",
                "2.Any",
                "2. Any",
            ),
            (
                "1.Budget of it\n2. Any other business (AoB)\n\n1. Budget of it\n2. Any other business (AoB)",
                "1.Budget",
                "1. Budget",
            ),
            (
                "1. Rooms in Oslo\n2. Any other business (AoB)\n\n1.Rooms in Oslo\n2. Any other business (AoB)",
                "1.Rooms",
                "1. Rooms",
            ),
        ],
        silent: &[
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget plan\n2. Any other business (AoB)",
            "1.  Budget\n2. Any other business (AoB)",
            "1) Budget\n2) Any other business (AoB)",
            "1. 2.0 and beyond\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-7",
        reason: "A nested agenda item has one mark, its letter.",
        severity: Severity::Style,
        look: two_marks,
        reads: Reads::Line,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget\n - a. Travel\n - b. Rooms\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
                "- a. Travel",
                "a. Travel",
            ),
            (
                "1. Budget\n - a. Travel\n - b. Rooms\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
                "- b. Rooms",
                "b. Rooms",
            ),
            (
                "1. Budget\n   - a. Travel\n   - b. Rooms\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
                "- a. Travel",
                "a. Travel",
            ),
            (
                "1. Budget\n • a. Travel\n • b. Rooms\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
                "• a. Travel",
                "a. Travel",
            ),
            (
                "1. Letters\n - a) Oslo\n - b) Bergen\n2. Any other business (AoB)\n\n1. Letters\n2. Any other business (AoB)",
                "- a) Oslo",
                "a) Oslo",
            ),
        ],
        silent: &[
            "1. Budget\n   a. Travel\n   b. Rooms\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
            "1. Budget\n - Travel\n - Rooms\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget\n   a) Travel\n   b) Rooms\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
            "1. Plan A - a first look\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "TRM-9",
        reason: "Any other business is written out, with its abbreviation: Any other business (AoB).",
        severity: Severity::Style,
        look: other_business,
        reads: Reads::Line,
        spot: Spot::Agenda,
        fires: &[
            ("1. Budget\n2. AoB", "AoB", "Any other business (AoB)"),
            ("1. Budget\n2. AOB", "AOB", "Any other business (AoB)"),
            (
                "1. Budget\n2. Any other business (AOB)",
                "Any other business (AOB)",
                "Any other business (AoB)",
            ),
            ("1. Budget\n2. Any Other Business", "Any Other Business", "Any other business (AoB)"),
            ("1. Budget\n2. A.O.B.", "A.O.B.", "Any other business (AoB)"),
            ("1. Budget\n2. aob", "aob", "Any other business (AoB)"),
        ],
        silent: &[
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget\n2. Rooms\n3. Any other business (AoB)",
            "1. Budget\n2. Other questions",
            "1. Business of others\n2. Rooms",
            "1. Budget\n2. Any other business of the council",
        ],
    },
    Rule {
        code: "AGN-12",
        reason: "Two members of a heading are joined by “and” without a comma.",
        severity: Severity::Style,
        look: comma_before_and,
        reads: Reads::Line,
        spot: Spot::Agenda,
        fires: &[
            ("1. Budget, and rooms\n2. Any other business (AoB)", ", and", " and"),
            ("1. Plan, and budget\n2. Any other business (AoB)", ", and", " and"),
            ("1. General updates: trade, and travel\n2. Any other business (AoB)", ", and", " and"),
            ("1. Letters to Oslo, and to Bergen\n2. Any other business (AoB)", ", and", " and"),
            ("1. Rooms, and the summer\n2. Any other business (AoB)", ", and", " and"),
        ],
        silent: &[
            "1. Budget, travel, and rooms\n2. Any other business (AoB)",
            "1. Budget and rooms\n2. Any other business (AoB)",
            "1. Budget, travel and rooms\n2. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget, rooms\n2. Any other business (AoB)",
        ],
    },
];

fn end_punctuation(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| line.is_title()) {
        let trimmed = line.text.trim_end();
        let bare = trimmed.trim_end_matches([';', ',', ':', '.']).trim_end();
        let shortened = [" etc", " Inc", " Ltd", " al"].iter().any(|end| bare.ends_with(end));
        let dotted = trimmed.ends_with("...")
            || bare.rsplit(' ').next().is_some_and(|word| word.contains('.'));
        if bare.len() < trimmed.len() && !shortened && !dotted {
            let last = bare.rfind('\n').map_or(0, |at| at + 1);
            marks.words(
                at,
                last..trimmed.len(),
                "No punctuation ends an agenda item or a heading.",
                Fix::safe(&bare[last..]),
            );
        }
    }
}

fn glued_number(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| !line.mark.is_empty()) {
        let counts = line.mark.starts_with(|c: char| c.is_ascii_digit());
        if counts && !line.mark.ends_with(char::is_whitespace) {
            let end = line.text.find(char::is_whitespace).unwrap_or(line.text.len());
            let fix = Fix::safe(format!("{} {}", line.mark, &line.text[..end]));
            marks.with_mark(at, end, "A space stands after the number.", fix);
        }
    }
}

fn two_marks(desk: &Desk, marks: &mut Marks) {
    for (at, line) in
        desk.manuscript.typed().filter(|(_, line)| matches!(line.role, Role::AgendaItem(_)))
    {
        let bare = line.mark.trim_start_matches(|c: char| !c.is_alphanumeric());
        if line.mark.starts_with(['-', '•', '*', '–', '·']) && !bare.is_empty() {
            let fix = Fix::proposed(format!("{bare}{}", line.text));
            marks.line(at, "The item has a dash and a letter; the letter is enough.", fix);
        }
    }
}

fn other_business(desk: &Desk, marks: &mut Marks) {
    const EXPECTED: &str = "Any other business (AoB)";
    for (at, line) in desk.manuscript.typed() {
        if !matches!(line.role, Role::AgendaItem(0) | Role::SectionHeading(_)) {
            continue;
        }
        let trimmed = title(&line.text);
        let lower = fold(&trimmed);
        let letters = lower.trim_end_matches('.') == "a.o.b";
        let is_it = letters
            || [
                "aob",
                "any other business",
                "any other business (aob)",
                "aob (any other business)",
            ]
            .contains(&lower.as_str());
        if is_it && trimmed != EXPECTED {
            let fix = Fix::safe(EXPECTED);
            marks.words(
                at,
                0..if letters {
                    line.text.trim_end().len()
                } else {
                    trimmed.len().min(line.text.len())
                },
                "Write it out, with its abbreviation.",
                fix,
            );
        }
    }
}

fn comma_before_and(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| line.is_title()) {
        if line.text.matches(',').count() == 1
            && !line.text.contains(';')
            && let Some(comma) = line.text.find(", and ")
        {
            marks.words(
                at,
                comma..comma + 5,
                "Two members need no comma before “and”.",
                Fix::proposed(" and"),
            );
        }
    }
}

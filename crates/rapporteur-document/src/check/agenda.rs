//! The agenda and the sections that discuss it (AGN).

use super::{Desk, Fix, Line, Marks, Role, Rule, Severity, Spot, pattern};
use crate::model::fold;
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "AGN-1",
        reason: "A section bears the words of its agenda item.",
        severity: Severity::Warning,
        look: reworded,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget of the group\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
                "1. Budget",
                "1. Budget of the group",
            ),
            (
                "1. Update of the plan\n2. Any other business (AoB)\n\nDiscussion\n\n1. Plan and its update\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
                "1. Plan and its update",
                "1. Update of the plan",
            ),
        ],
        silent: &[
            "1. Budget;\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-2",
        reason: "Every agenda item has its section.",
        severity: Severity::Error,
        look: without_section,
        spot: Spot::Agenda,
        fires: &[(
            "1. Budget\n2. Webinars\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n3. Any other business (AoB)",
            "2. Webinars",
            "",
        )],
        silent: &[
            "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-4",
        reason: "Every numbered section stands on the agenda.",
        severity: Severity::Warning,
        look: without_item,
        spot: Spot::Agenda,
        fires: &[(
            "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.\n\n3. Webinars on trade",
            "3. Webinars on trade",
            "",
        )],
        silent: &[
            "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-5",
        reason: "An agenda item and a heading end without punctuation.",
        severity: Severity::Style,
        look: end_punctuation,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget;\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
                "Budget;",
                "Budget",
            ),
            (
                "1. Budget\n2. Any other business (AoB).\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
                "Any other business (AoB).",
                "Any other business (AoB)",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget:\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
                "Budget:",
                "Budget",
            ),
        ],
        silent: &[
            "1. Budget etc.\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget etc.\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-6",
        reason: "A space stands between a number and its words.",
        severity: Severity::Error,
        look: glued_number,
        spot: Spot::Agenda,
        fires: &[(
            "1. Budget plan\n2. Any other business (AoB)\n\nDiscussion\n\n1.Budget plan\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
            "1.Budget",
            "1. Budget",
        )],
        silent: &[
            "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-7",
        reason: "A nested agenda item has one mark, its letter.",
        severity: Severity::Style,
        look: two_marks,
        spot: Spot::Agenda,
        fires: &[(
            "1. Budget\n - a. Travel\n - b. Rooms\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
            "- a. Travel",
            "a. Travel",
        )],
        silent: &[
            "1. Budget\n   a. Travel\n   b. Rooms\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-8",
        reason: "A section is divided into parts only where it has at least two.",
        severity: Severity::Style,
        look: single_part,
        spot: Spot::Agenda,
        fires: &[(
            "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nA. Travel costs\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
            "A. Travel costs",
            "",
        )],
        silent: &[
            "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nA. Travel costs\n\nInes Almond noted the figures.\n\nB. Rooms\n\nTom Birch agreed.\n\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-9",
        reason: "Numbers of agenda items and sections follow each other.",
        severity: Severity::Warning,
        look: numbering,
        spot: Spot::Agenda,
        fires: &[(
            "1. Budget\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
            "3. Any other business (AoB)",
            "2. Any other business (AoB)",
        )],
        silent: &[
            "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-10",
        reason: "A section nobody spoke under says so in a sentence.",
        severity: Severity::Warning,
        look: placeholder,
        spot: Spot::Text,
        fires: &[
            ("n/a", "n/a", "There was no discussion under this item."),
            ("N/A.", "N/A.", "There was no discussion under this item."),
            ("None.", "None.", "There was no discussion under this item."),
            ("TBD", "TBD", "There was no discussion under this item."),
            ("Nil", "Nil", "There was no discussion under this item."),
        ],
        silent: &[
            "There was no discussion under this item.",
            "None of the members agreed.",
            "Ines Almond noted that nothing had changed.",
        ],
    },
    Rule {
        code: "AGN-11",
        reason: "Nothing in a report waits for words to be filled in.",
        severity: Severity::Error,
        look: gap,
        spot: Spot::Text,
        fires: &[
            ("Ines Almond noted [name] as a contact.", "[name]", ""),
            ("The plan is [to be completed].", "[to be completed]", ""),
            ("The date is XXX.", "XXX", ""),
            ("Lorem ipsum dolor sit amet.", "Lorem ipsum", ""),
            ("See <insert link>.", "<insert link>", ""),
        ],
        silent: &[
            "Ines Almond noted the plan.",
            "She quoted the words “[we] agreed”.",
            "The XXXI Congress was held.",
        ],
    },
    Rule {
        code: "TRM-9",
        reason: "Any other business is written out, with its abbreviation: Any other business (AoB).",
        severity: Severity::Style,
        look: other_business,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget\n2. AoB\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. AoB",
                "AoB",
                "Any other business (AoB)",
            ),
            (
                "1. Budget\n2. AOB\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. AOB",
                "AOB",
                "Any other business (AoB)",
            ),
            (
                "1. Budget\n2. Any other business (AOB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AOB)",
                "Any other business (AOB)",
                "Any other business (AoB)",
            ),
            (
                "1. Budget\n2. Any Other Business\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any Other Business",
                "Any Other Business",
                "Any other business (AoB)",
            ),
        ],
        silent: &[
            "1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-12",
        reason: "Two members of a heading are joined by “and” without a comma.",
        severity: Severity::Style,
        look: comma_before_and,
        spot: Spot::Agenda,
        fires: &[(
            "1. Budget, and rooms\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget, and rooms\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
            ", and",
            " and",
        )],
        silent: &[
            "1. Budget, travel, and rooms\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget, travel, and rooms\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
        ],
    },
];

static PLACEHOLDER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:n\.?/?a\.?|none|nil|nothing|tbd|tbc|tba|no discussion|no update|no updates|-|–|\.{3}|…)[.\s]*$",
    )
});
static GAP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\[(?:name|date|time|number|moderator|link|title|insert[^\]]*|to be [^\]]*|tbd|TBD|tbc|TBC|xx+|XX+|\.\.\.|…)\]|<insert[^>]*>|\bX{3,}\b|\b[Ll]orem ipsum\b|\?\?\?+|\b(?:TBD|TBC)\b",
    )
});

/// The title as it is compared: one space between words, no end punctuation.
fn title(text: &str) -> String {
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = spaced.trim_end_matches([';', ',', ':']).trim_end();
    match bare.strip_suffix('.') {
        Some(before) if !before.ends_with('.') && !before.ends_with(" etc") => before.to_owned(),
        _ => bare.to_owned(),
    }
}

fn items<'d>(desk: &'d Desk) -> Vec<(usize, &'d Line)> {
    desk.manuscript
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.role == Role::AgendaItem(0))
        .collect()
}

fn sections<'d>(desk: &'d Desk) -> Vec<(usize, &'d Line, Option<usize>)> {
    desk.manuscript
        .lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| match line.role {
            Role::SectionHeading(item) => Some((at, line, item)),
            _ => None,
        })
        .collect()
}

fn reworded(desk: &Desk, marks: &mut Marks) {
    let items = items(desk);
    for (heading_at, heading, item) in sections(desk) {
        let Some((item_at, item)) = item.and_then(|item| items.get(item)) else { continue };
        let (on_agenda, over_section) = (title(&item.text), title(&heading.text));
        if on_agenda == over_section {
            continue;
        }
        // A numbered list entry may have been taken for the heading.
        if stands_elsewhere(desk, heading_at, &on_agenda) {
            continue;
        }
        let fuller = fold(&over_section).starts_with(&fold(&on_agenda));
        if fuller {
            let message =
                format!("The section’s heading says “{over_section}”; both bear the same words.");
            let fix = Fix::proposed(format!("{}{over_section}", item.mark));
            marks.line(*item_at, message, fix);
        } else {
            let message = format!("The agenda says “{on_agenda}”; both bear the same words.");
            let fix = Fix::proposed(format!("{}{on_agenda}", heading.mark));
            marks.line(heading_at, message, fix);
        }
    }
}

/// Whether a line of the discussion other than this one bears these words.
fn stands_elsewhere(desk: &Desk, own: usize, words: &str) -> bool {
    desk.lines().iter().enumerate().any(|(at, line)| {
        at != own && !matches!(line.role, Role::AgendaItem(_)) && title(&line.text) == words
    })
}

fn without_section(desk: &Desk, marks: &mut Marks) {
    let sections = sections(desk);
    if sections.is_empty() || !desk.manuscript.facts.from_file {
        return;
    }
    for (at, (line_at, line)) in items(desk).into_iter().enumerate() {
        let discussed = sections.iter().any(|(_, _, item)| *item == Some(at));
        if !discussed && !stands_elsewhere(desk, line_at, &title(&line.text)) {
            let message = "No section discusses this agenda item; say that there was no discussion, or take the item off.";
            marks.line(line_at, message, None);
        }
    }
}

fn without_item(desk: &Desk, marks: &mut Marks) {
    if items(desk).is_empty() {
        return;
    }
    for (at, line, item) in sections(desk) {
        if item.is_none() && line.mark.starts_with(|c: char| c.is_ascii_digit()) {
            marks.line(at, "No agenda item announces this section.", None);
        }
    }
}

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

fn single_part(desk: &Desk, marks: &mut Marks) {
    let mut parts: Vec<usize> = Vec::new();
    let mut report = |parts: &mut Vec<usize>| {
        if let [only] = parts[..] {
            let message =
                "This is the only part of its section; a single part needs no heading of its own.";
            marks.line(only, message, None);
        }
        parts.clear();
    };
    for (at, line) in desk.lines().iter().enumerate() {
        match line.role {
            Role::PartHeading => parts.push(at),
            Role::SectionHeading(_) | Role::Heading(_) => report(&mut parts),
            _ => {}
        }
    }
    report(&mut parts);
}

fn numbering(desk: &Desk, marks: &mut Marks) {
    let number = |line: &Line| {
        let digits: String = line.mark.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().ok()
    };
    let headings: Vec<(usize, &Line)> = sections(desk)
        .into_iter()
        .map(|(at, line, _)| (at, line))
        .filter(|(_, line)| number(line).is_some())
        .collect();
    for (list, message) in [
        (items(desk), "The numbers of the agenda do not follow each other."),
        (headings, "The number of this section does not follow the one before."),
    ] {
        let missing_section = message.contains("section") && list.len() < items(desk).len();
        if missing_section || list.iter().any(|(_, line)| number(line).is_none()) {
            continue;
        }
        for (count, (at, line)) in list.into_iter().enumerate() {
            if number(line) != Some(count + 1) {
                let bare = line.mark.trim_start_matches(|c: char| c.is_ascii_digit());
                let fix = Fix::proposed(format!("{}{bare}{}", count + 1, line.text));
                marks.line(at, message, fix);
                break;
            }
        }
    }
}

fn placeholder(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose().filter(|(_, line)| PLACEHOLDER.is_match(&line.text)) {
        let fix = Fix::proposed(desk.template.sentences.empty_item.clone());
        marks.words(
            at,
            0..line.text.trim_end().len(),
            "Say in a sentence that there was no discussion.",
            fix,
        );
    }
}

fn gap(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &GAP,
        |line| !PLACEHOLDER.is_match(&line.text),
        |at, _, found| {
            if let Some(whole) = found.get(0) {
                marks.words(at, whole.range(), "Something is still to be filled in here.", None);
            }
        },
    );
}

fn other_business(desk: &Desk, marks: &mut Marks) {
    const EXPECTED: &str = "Any other business (AoB)";
    for (at, line) in desk.manuscript.typed() {
        if !matches!(line.role, Role::AgendaItem(0) | Role::SectionHeading(_)) {
            continue;
        }
        let trimmed = title(&line.text);
        let lower = fold(&trimmed);
        let is_it = [
            "aob",
            "any other business",
            "any other business (aob)",
            "a.o.b",
            "aob (any other business)",
        ]
        .contains(&lower.as_str());
        if is_it && trimmed != EXPECTED {
            let fix = Fix::safe(EXPECTED);
            marks.words(
                at,
                0..trimmed.len().min(line.text.len()),
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

//! The agenda and the sections that discuss it (AGN).

use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot};
use crate::model::fold;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "AGN-1",
        reason: "A section bears the words of its agenda item.",
        severity: Severity::Warning,
        look: reworded,
        reads: Reads::Report,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget of the group\n2. Any other business (AoB)",
                "1. Budget",
                "1. Budget of the group",
            ),
            (
                "1. Update of the plan\n2. Any other business (AoB)\n\n1. Plan and its update\n2. Any other business (AoB)",
                "1. Plan and its update",
                "1. Update of the plan",
            ),
            (
                "1. Budget\n2. Plan of rooms\n3. Any other business (AoB)\n\n1. Budget\n2. Plan of rooms for 2027\n3. Any other business (AoB)",
                "2. Plan of rooms",
                "2. Plan of rooms for 2027",
            ),
            (
                "1. Report of the treasurer\n2. Any other business (AoB)\n\n1. Treasurer's report\n2. Any other business (AoB)",
                "1. Treasurer's report",
                "1. Report of the treasurer",
            ),
            (
                "1. Webinars on trade in 2026\n2. Any other business (AoB)\n\n1. Webinars on travel in 2026\n2. Any other business (AoB)",
                "1. Webinars on travel in 2026",
                "1. Webinars on trade in 2026",
            ),
        ],
        silent: &[
            "1. Budget;\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget.\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
            "1. Webinars on trade\n2. Budget\n3. Any other business (AoB)",
            "1. Budget for 2026 and 2027\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-2",
        reason: "Every agenda item has its section.",
        severity: Severity::Error,
        look: without_section,
        reads: Reads::Report,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget\n2. Webinars\n3. Any other business (AoB)\n\n1. Budget\n3. Any other business (AoB)",
                "2. Webinars",
                "",
            ),
            (
                "1. Budget\n2. Webinars\n3. Any other business (AoB)\n\n2. Webinars\n3. Any other business (AoB)",
                "1. Budget",
                "",
            ),
            (
                "1. Budget\n2. Webinars\n3. Any other business (AoB)\n\n1. Budget\n2. Webinars",
                "3. Any other business (AoB)",
                "",
            ),
            (
                "1. Budget\n2. Update from the Secretariat\n3. Any other business (AoB)\n\n1. Budget\n3. Any other business (AoB)",
                "2. Update from the Secretariat",
                "",
            ),
            (
                "1. Budget\n2. Rooms\n3. Travel\n4. Any other business (AoB)\n\n1. Budget\n2. Rooms\n4. Any other business (AoB)",
                "3. Travel",
                "",
            ),
        ],
        silent: &[
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget;\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
            "1. Budget\n   a. Travel\n   b. Rooms\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
            "1. Budget\n2. Webinars\n3. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)\n\n1. Budget of the group\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-4",
        reason: "Every numbered section stands on the agenda.",
        severity: Severity::Warning,
        look: without_item,
        reads: Reads::Report,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)\n3. Webinars on trade",
                "3. Webinars on trade",
                "",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\n2. Travel costs\n3. Any other business (AoB)",
                "2. Travel costs",
                "",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Minutes of May\n2. Budget\n3. Any other business (AoB)",
                "1. Minutes of May",
                "",
            ),
            (
                "1. Budget\n2. Rooms\n3. Any other business (AoB)\n\n1. Budget\n2. Rooms\n3. Letter to Oslo\n4. Any other business (AoB)",
                "3. Letter to Oslo",
                "",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)\n3. Thanks to the hosts",
                "3. Thanks to the hosts",
                "",
            ),
        ],
        silent: &[
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget\n2. Rooms\n3. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel\nB. Rooms\n2. Any other business (AoB)",
            "1. Budget;\n2. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)\n\n1. Budget of the group\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-9",
        reason: "Numbers of agenda items and sections follow each other.",
        severity: Severity::Warning,
        look: numbering,
        reads: Reads::Report,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget\n3. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
                "3. Any other business (AoB)",
                "2. Any other business (AoB)",
            ),
            (
                "1. Budget\n2. Rooms\n2. Any other business (AoB)\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)",
                "2. Any other business (AoB)",
                "3. Any other business (AoB)",
            ),
            (
                "2. Budget\n3. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
                "2. Budget",
                "1. Budget",
            ),
            (
                "1. Budget\n4. Any other business (AoB)\n\n1. Budget\n2. Any other business (AoB)",
                "4. Any other business (AoB)",
                "2. Any other business (AoB)",
            ),
            (
                "1. Budget\n1. Rooms\n3. Any other business (AoB)\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)",
                "1. Rooms",
                "2. Rooms",
            ),
        ],
        silent: &[
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget\n2. Rooms\n3. Any other business (AoB)",
            "1) Budget\n2) Any other business (AoB)",
            "1. Budget\n2. Rooms\n3. Any other business (AoB)\n\n1. Budget\n3. Any other business (AoB)",
            "1. 2026 in numbers\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-13",
        reason: "Under every heading stands a text.",
        severity: Severity::Warning,
        look: empty_section,
        reads: Reads::Report,
        spot: Spot::Body,
        fires: &[
            (
                "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\n2. Any other business (AoB)\n\nInes Almond noted the figures.",
                "1. Budget",
                "",
            ),
            (
                "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)",
                "2. Any other business (AoB)",
                "",
            ),
            (
                "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nA. Travel\n\nB. Rooms\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nInes Almond noted the figures.",
                "A. Travel",
                "",
            ),
            (
                "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nA. Travel\n\nInes Almond noted the figures.\n\nB. Rooms\n\n2. Any other business (AoB)\n\nInes Almond noted the figures.",
                "B. Rooms",
                "",
            ),
            (
                "Agenda\n\n1. Budget\n2. Letters\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Letters\n\n3. Any other business (AoB)\n\nInes Almond noted the figures.",
                "2. Letters",
                "",
            ),
        ],
        silent: &[
            "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nInes Almond noted the figures.",
            "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nA. Travel\n\nInes Almond noted the figures.\n\nB. Rooms\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nInes Almond noted the figures.",
            "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\n- the plan\n- the cost\n\n2. Any other business (AoB)\n\nInes Almond noted the figures.",
            "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nThere was no discussion under this item.\n\n2. Any other business (AoB)\n\nInes Almond noted the figures.",
            "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\nInes Almond noted the figures.\n\n2. Any other business (AoB)\nInes Almond noted the figures.",
        ],
    },
];

/// The title as it is compared: one space between words, no end punctuation.
pub(super) fn title(text: &str) -> String {
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
        let (agenda, section) = (fold(&on_agenda), fold(&over_section));
        let fuller = section.starts_with(&agenda) && section != agenda;
        // Of two that differ in capitals alone, the one with more of them is less in sentence case;
        // but what the register writes with a capital keeps it.
        let capitals = |title: &str| title.chars().filter(|c| c.is_uppercase()).count();
        let worse = |title: &str| {
            desk.register
                .wordings
                .iter()
                .any(|wording| wording.rule == "TRM-4" && wording.avoid.is_match(title))
        };
        let hyphen = on_agenda.contains(" - ") && over_section.contains(" – ");
        let loud = agenda == section
            && (hyphen || capitals(&on_agenda) > capitals(&over_section))
            && !worse(&over_section);
        if fuller || loud || worse(&on_agenda) && !worse(&over_section) {
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

fn empty_section(desk: &Desk, marks: &mut Marks) {
    if !desk.manuscript.facts.from_file {
        return;
    }
    for (at, line) in desk.lines().iter().enumerate() {
        if !matches!(line.role, Role::SectionHeading(_) | Role::PartHeading) {
            continue;
        }
        let next = desk.lines().get(at + 1).map(|next| next.role);
        // An address alone on its line belongs to the heading above it.
        let is_address = |line: &Line| line.in_address(&(0..1)) || line.text.starts_with('<');
        if is_address(line) || desk.lines().get(at + 1).is_some_and(is_address) {
            continue;
        }
        let over_parts = next == Some(Role::PartHeading) && line.role != Role::PartHeading;
        let bare = match next {
            None => true,
            Some(role) => {
                matches!(role, Role::SectionHeading(_) | Role::PartHeading | Role::Heading(_))
                    && role != Role::Heading(super::Heading::NextMeeting)
            }
        };
        if bare && !over_parts {
            let message = format!(
                "Nothing stands under this heading; write “{}”.",
                desk.template.sentences.empty_item
            );
            marks.line(at, message, None);
        }
    }
}

//! The lettered parts of a section (AGN-8, AGN-15).

use super::{Desk, Fix, Marks, Reads, Role, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "AGN-8",
        reason: "A section is divided into parts only where it has at least two.",
        severity: Severity::Style,
        look: single_part,
        reads: Reads::Report,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel costs\n2. Any other business (AoB)",
                "A. Travel costs",
                "",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Rooms\n2. Any other business (AoB)",
                "A. Rooms",
                "",
            ),
            (
                "1. Budget\n2. Letters\n3. Any other business (AoB)\n\n1. Budget\n2. Letters\nA. Letter to Oslo\n3. Any other business (AoB)",
                "A. Letter to Oslo",
                "",
            ),
            (
                "1. Budget\n2. Letters\n3. Any other business (AoB)\n\n1. Budget\nA. Travel\nB. Rooms\n2. Letters\nA. Letter to Oslo\n3. Any other business (AoB)",
                "A. Letter to Oslo",
                "",
            ),
            (
                "1. Webinars\n2. Any other business (AoB)\n\n1. Webinars\nA. First webinar\n2. Any other business (AoB)",
                "A. First webinar",
                "",
            ),
        ],
        silent: &[
            "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel costs\nB. Rooms\n2. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel\nB. Rooms\nC. Letters\n2. Any other business (AoB)",
            "1. Budget\n2. Letters\n3. Any other business (AoB)\n\n1. Budget\nA. Travel\nB. Rooms\n2. Letters\nA. Oslo\nB. Bergen\n3. Any other business (AoB)",
            "1. Budget\n2. Letters\n3. Any other business (AoB)",
        ],
    },
    Rule {
        code: "AGN-15",
        reason: "The letters of a section's parts follow each other.",
        severity: Severity::Warning,
        look: letters,
        reads: Reads::Report,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel costs\nC. Rooms\n2. Any other business (AoB)",
                "C. Rooms",
                "B. Rooms",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel\nB. Rooms\nD. Letters\n2. Any other business (AoB)",
                "D. Letters",
                "C. Letters",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel\nA. Rooms\n2. Any other business (AoB)",
                "A. Rooms",
                "B. Rooms",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel\nB. Rooms\nB. Letters\n2. Any other business (AoB)",
                "B. Letters",
                "C. Letters",
            ),
            (
                "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel costs\nD. Rooms of the hosts\n2. Any other business (AoB)",
                "D. Rooms of the hosts",
                "B. Rooms of the hosts",
            ),
        ],
        silent: &[
            "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel costs\nB. Rooms\n2. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)",
            "1. Budget\n2. Any other business (AoB)\n\n1. Budget\nA. Travel\nB. Rooms\nC. Letters\n2. Any other business (AoB)",
            "1. Budget\n2. Letters\n3. Any other business (AoB)\n\n1. Budget\nA. Travel\nB. Rooms\n2. Letters\nA. Oslo\nB. Bergen\n3. Any other business (AoB)",
            "1. Budget\n2. Letters\n3. Any other business (AoB)",
        ],
    },
];

/// The letter a part is headed by; one out of its order is read as an entry of a list.
fn part_letter(desk: &Desk, at: usize) -> Option<u8> {
    const LONGEST: usize = 8;
    let line = desk.lines().get(at)?;
    let [letter @ b'A'..=b'H', b'.'] = line.mark.trim().as_bytes() else { return None };
    let short = line.text.split_whitespace().count() <= LONGEST && !line.text.ends_with('.');
    let is = |at: Option<usize>, role: Role| {
        at.and_then(|at| desk.lines().get(at)).is_some_and(|line| line.role == role)
    };
    let alone = is(Some(at + 1), Role::Paragraph) && !is(at.checked_sub(1), Role::ListItem);
    let headed = line.role == Role::PartHeading || line.role == Role::ListItem && short && alone;
    headed.then_some(*letter)
}

fn letters(desk: &Desk, marks: &mut Marks) {
    let mut last: Option<u8> = None;
    for (at, line) in desk.lines().iter().enumerate() {
        if matches!(line.role, Role::SectionHeading(_) | Role::Heading(_)) {
            last = None;
        }
        let Some(letter) = part_letter(desk, at) else { continue };
        if let Some(before) = last.filter(|before| letter != before + 1) {
            let wanted = char::from(before + 1).to_string();
            let mark = line.mark.replacen(char::from(letter), &wanted, 1);
            let fix = Fix::proposed(format!("{mark}{}", line.text));
            marks.line(at, "The letter of this part does not follow the one before.", fix);
            last = Some(before + 1);
        } else if last.is_some() || line.role == Role::PartHeading {
            last = Some(letter);
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

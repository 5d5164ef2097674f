//! Blank lines of plain text files (LAY).

use super::{Desk, Line, Marks, Reads, Role, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[Rule {
    code: "LAY-1",
    reason: "The title block stands close, and a blank line stands under every heading.",
    severity: Severity::Style,
    look: blank_lines,
    reads: Reads::Report,
    spot: Spot::Body,
    fires: &[
        (
            "Agenda\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Rooms\nTom Birch noted the rooms.\n\n3. Any other business (AoB)\n\nThere was no discussion under this item.",
            "Tom Birch noted the rooms.",
            "",
        ),
        (
            "Agenda\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nTom Birch noted the figures.\n\n2. Rooms\nInes Almond noted the rooms.\n\n3. Any other business (AoB)\n\nThere was no discussion under this item.",
            "Ines Almond noted the rooms.",
            "",
        ),
        (
            "Agenda\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nThe figures were read.\n\n2. Rooms\nThe rooms are free.\n\n3. Any other business (AoB)\n\nThere was no discussion under this item.",
            "The rooms are free.",
            "",
        ),
        (
            "Agenda\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nThere was no discussion under this item.\n\n2. Rooms\nMaria Cole named two.\n\n3. Any other business (AoB)\n\nThere was no discussion under this item.",
            "Maria Cole named two.",
            "",
        ),
        (
            "Agenda\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nMaria Cole noted the figures.\n\n2. Rooms\nThey were agreed.\n\n3. Any other business (AoB)\n\nThere was no discussion under this item.",
            "They were agreed.",
            "",
        ),
    ],
    silent: &[
        "Agenda\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Rooms\n\nTom Birch noted the rooms.\n\n3. Any other business (AoB)\n\nThere was no discussion under this item.",
        "Agenda\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\n- the first\n- the second\n\n2. Rooms\n\nTom Birch noted the rooms.\n\n3. Any other business (AoB)\n\nThere was no discussion under this item.",
        "Agenda\n\n1. Budget\n2. Rooms\n3. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nThe figures were read.\n\n2. Rooms\n\n- free\n- taken\n\n3. Any other business (AoB)\n\nThere was no discussion under this item.",
        "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\nInes Almond noted the figures.\n\n2. Any other business (AoB)\nThere was no discussion under this item.",
        "Agenda\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
    ],
}];

fn blank_lines(desk: &Desk, marks: &mut Marks) {
    if !desk.manuscript.facts.plain_text || !desk.manuscript.is_whole() {
        return;
    }
    let sentences = &desk.template.sentences;
    let marks_of_state = [sentences.draft_mark.as_str(), sentences.in_review_mark.as_str()];
    let lines: Vec<(usize, &Line)> = desk.manuscript.typed().collect();
    let apart = lines.windows(2).find(|pair| {
        pair.iter().all(|(_, line)| line.role == Role::TitleLine)
            && !marks_of_state.contains(&pair[0].1.text.trim())
            && pair[1].1.blank_before > 0
    });
    if let Some(pair) = apart {
        marks.line(pair[1].0, "Blank lines stand between the lines of the title block.", None);
    }
    let under: Vec<&[(usize, &Line)]> = lines
        .windows(2)
        .filter(|pair| {
            matches!(pair[0].1.role, Role::SectionHeading(_) | Role::PartHeading)
                && pair[1].1.is_prose()
                // It belongs to no heading; it only comes after the last.
                && pair[1].1.role != Role::NextMeeting
        })
        .collect();
    let close = under.iter().filter(|pair| pair[1].1.blank_before == 0).count();
    if close < under.len() {
        for pair in under.iter().filter(|pair| pair[1].1.blank_before == 0) {
            let end = pair[1].1.first_words(6).end;
            marks.with_mark(pair[1].0, end, "No blank line stands between the heading and its text, as elsewhere in this report.", None);
        }
    }
}

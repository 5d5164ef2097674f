//! Actions noted in the middle of the text (ACT-4).

use super::next_meeting::sentence;
use super::{Desk, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[Rule {
    code: "ACT-4",
    reason: "An action is told in a sentence, and listed under the next steps.",
    severity: Severity::Style,
    look: noted,
    reads: Reads::Line,
    spot: Spot::Text,
    fires: &[
        ("ACTION: Tom to share a timeline by 18 December.", "ACTION: Tom to share", ""),
        ("They agreed. Action: Ines to write.", "Action: Ines to write.", ""),
        ("Action point 3: Tom to ask the hosts.", "Action point 3: Tom", ""),
        ("To do: find rooms for May.", "To do: find rooms", ""),
        ("- AP2 - Maria Cole to send the list", "AP2 - Maria Cole", ""),
    ],
    silent: &[
        "Tom will share a timeline by 18 December.",
        "The action plan: it was read. The WSIS Action Lines were named.",
        "Next actions were agreed.",
        "Call to action: a paper of the forum was read.",
        "AP is an abbreviation.",
    ],
}];

static ACTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[.!?]\s)(?P<action>(?:ACTIONS?|Actions?(?:\s(?:[Pp]oint|[Ii]tem|[Rr]equired))?|AP|To[ -]do)(?:\s?\d{1,2})?(?::|\s[-–—])\s)",
    )
});

fn noted(desk: &Desk, marks: &mut Marks) {
    let text = |line: &super::Line| matches!(line.role, Role::Paragraph | Role::ListItem);
    desk.each(&ACTION, text, |at, line, found| {
        let Some(action) = found.name("action") else { return };
        let around = sentence(&line.text, action.end());
        let end = line.text[..around.end].trim_end().len();
        let message = "An action stands in the text; put it under the next steps.";
        marks.words(at, action.start()..end.max(action.end()), message, None);
    });
}

//! Words that come in pairs (GRM-28): neither the one nor the other.

use super::tokens::{Token, tokens};
use super::{Desk, Fix, Marks, Reads, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[Rule {
    code: "GRM-28",
    reason: "“Neither” is followed by “nor”.",
    severity: Severity::Error,
    look: neither,
    reads: Reads::Line,
    spot: Spot::Text,
    fires: &[
        ("It is neither new or old.", "neither new or", "neither new nor"),
        ("Neither the hosts or the members came.", "Neither the hosts or", "Neither the hosts nor"),
        ("They read neither the plan or the list.", "neither the plan or", ""),
        ("Ines said that neither dredging or covering would help.", "neither dredging or", ""),
        ("The rooms are neither large or well lit.", "neither large or", ""),
    ],
    silent: &[
        "It is neither new nor old.",
        "Neither of the plans is new or old.",
        "Neither the hosts nor the members or their guests came.",
        "Neither was read. The plan or the list is next.",
        "Neither plan, long or short, was read.",
    ],
}];

/// How many words may stand between the two.
const BETWEEN: usize = 5;

fn neither(desk: &Desk, marks: &mut Marks) {
    let lines = desk.manuscript.prose().filter(|(_, line)| line.text.contains("either "));
    for (at, line) in lines {
        let tokens = tokens(line);
        for first in 0..tokens.len() {
            if let Some(second) = second_of(&tokens, first) {
                let range = tokens[first].range.start..tokens[second].range.end;
                let right = format!("{}nor", &line.text[range.start..tokens[second].range.start]);
                let message = format!("Write “{right}”.");
                marks.words(at, range, message, Fix::proposed(right));
            }
        }
    }
}

/// The “or” that is to be a “nor”, where this word is “neither”.
fn second_of(tokens: &[Token], first: usize) -> Option<usize> {
    let one = |at: &usize| matches!(&*tokens[*at].low, "or" | "nor");
    let of_them = tokens.get(first + 1).is_none_or(|next| next.low == "of");
    let second = (first + 2..tokens.len().min(first + 2 + BETWEEN)).find(one)?;
    let together = tokens[first + 1..=second].iter().all(|token| token.joined);
    (tokens[first].low == "neither" && !of_them && together && tokens[second].low == "or")
        .then_some(second)
}

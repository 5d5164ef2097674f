//! Ordinal numbers (ORD).

use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use crate::style::ordinal;
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "ORD-1",
        reason: "A meeting is counted with an ordinal number: the 111th meeting.",
        severity: Severity::Error,
        look: without_ending,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "He recalled the 111 virtual meeting.",
                "the 111 virtual meeting",
                "the 111th virtual meeting",
            ),
            ("The 3 meeting was postponed.", "The 3 meeting", "The 3rd meeting"),
            (
                "At the 22 regular session she spoke.",
                "the 22 regular session",
                "the 22nd regular session",
            ),
            ("It was agreed at its 113 meeting.", "its 113 meeting", "its 113th meeting"),
            (
                "They thanked the 101 online meeting.",
                "the 101 online meeting",
                "the 101st online meeting",
            ),
        ],
        silent: &[
            "He recalled the 111th virtual meeting.",
            "The 2025 meeting was in Norway.",
            "The 4 meetings were long.",
            "At meeting 12 she spoke.",
            "The next meeting follows.",
        ],
    },
    Rule {
        code: "ORD-2",
        reason: "The ending of an ordinal number follows its last figures: 1st, 2nd, 3rd, 11th, 112th.",
        severity: Severity::Error,
        look: wrong_ending,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It was the 21th time.", "21th", "21st"),
            ("The 112nd session was held.", "112nd", "112th"),
            ("The 13rd report is out.", "13rd", "13th"),
            ("The 2st draft is out.", "2st", "2nd"),
            ("The 93th meeting was held.", "93th", "93rd"),
        ],
        silent: &[
            "It was the 21st time.",
            "The 112th session was held.",
            "The 11th, 12th and 13th reports are out.",
            "The 103rd meeting was held.",
            "Version 4th-generation is out.",
        ],
    },
];

static BARE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<the>[Tt]he|[Ii]ts|[Oo]ur|[Tt]his)(?P<gap>\s+)(?P<number>\d{1,4})(?P<rest>(?:\s+(?:virtual|hybrid|online|in-person|regular|ordinary|monthly|annual|remote))*\s+(?:meeting|call|session)\b)",
    )
});
static ENDING: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<number>\d{1,4})(?P<end>st|nd|rd|th)\b"));

fn without_ending(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &BARE,
        |line: &Line| line.is_prose() || line.is_title(),
        |at, _, found| {
            let Ok(number) = found["number"].parse::<u32>() else { return };
            let Some(whole) = found.get(0) else { return };
            if !(1900..=2100).contains(&number) {
                let counted = format!(
                    "{}{}{}{}",
                    &found["the"],
                    &found["gap"],
                    ordinal(number),
                    &found["rest"]
                );
                let message =
                    format!("The meeting’s number has no ending; write {}.", ordinal(number));
                marks.words(at, whole.range(), message, Fix::safe(counted));
            }
        },
    );
}

fn wrong_ending(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &ENDING,
        |_| true,
        |at, _, found| {
            let Ok(number) = found["number"].parse::<u32>() else { return };
            let Some(whole) = found.get(0) else { return };
            if ordinal(number) != whole.as_str() {
                let message =
                    format!("This ordinal number has the wrong ending; write {}.", ordinal(number));
                marks.words(at, whole.range(), message, Fix::safe(ordinal(number)));
            }
        },
    );
}

//! The report among its neighbours in the series (SER, TRM-8, ACT).

use super::calendar::long;
use super::{Desk, Fix, Marks, Role, Rule, Severity, Spot, pattern};
use crate::model::fold;
use crate::style::ordinal;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "SER-1",
        reason: "Numbers rise with the dates of a series, and none is given twice.",
        severity: Severity::Error,
        look: number_and_date,
        spot: Spot::Whole,
        fires: &[],
        silent: &[],
    },
    Rule {
        code: "SER-2",
        reason: "A meeting is on the day the report before announced.",
        severity: Severity::Warning,
        look: announced_otherwise,
        spot: Spot::Whole,
        fires: &[],
        silent: &[],
    },
    Rule {
        code: "TRM-8",
        reason: "A standing agenda item bears the same words in every report.",
        severity: Severity::Style,
        look: standing_items,
        spot: Spot::Whole,
        fires: &[],
        silent: &[],
    },
    Rule {
        code: "ACT-1",
        reason: "What somebody is to do stands under the next steps too, where a report has them.",
        severity: Severity::Style,
        look: forgotten_actions,
        spot: Spot::Whole,
        fires: &[],
        silent: &[],
    },
];

static ACTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<who>\p{Lu}[\p{L}'’-]+|[Hh]e|[Ss]he|[Tt]hey|[Cc]o-[Cc]hairs)\s(?:also\s)?will\s(?P<what>send|circulate|prepare|share|draft|liaise|report\sback|follow\sup|contact|organise|organize|update|distribute|collect|compile)\b",
    )
});

/// Marks the field of a draft, or the opening of a file.
fn mark_meeting(desk: &Desk, marks: &mut Marks, field: &str, message: String) {
    match desk.manuscript.find(Role::Opening) {
        Some((at, line)) if desk.manuscript.facts.from_file => {
            let words = line.first_words(4);
            marks.words(at, words, message, None);
        }
        _ => marks.field(field, message),
    }
}

fn number_and_date(desk: &Desk, marks: &mut Marks) {
    let facts = &desk.manuscript.facts;
    let (Some(number), Some(date)) = (facts.number, facts.date) else { return };
    for other in desk.neighbours {
        let (Some(other_number), Some(other_date)) = (other.number, other.date) else { continue };
        let message = if other_number == number && other_date != date {
            format!("The report of {} has the number {} too.", long(other_date), ordinal(number))
        } else if (other_number < number) != (other_date < date) && other_number != number {
            format!(
                "The {} meeting was on {}; number and date do not rise together.",
                ordinal(other_number),
                long(other_date)
            )
        } else {
            continue;
        };
        mark_meeting(desk, marks, "meeting.number", message);
        return;
    }
}

fn announced_otherwise(desk: &Desk, marks: &mut Marks) {
    let facts = &desk.manuscript.facts;
    let (Some(number), Some(date)) = (facts.number, facts.date) else { return };
    let before =
        desk.neighbours.iter().find(|other| other.number.is_some_and(|other| other + 1 == number));
    if let Some(announced) = before.and_then(|before| before.next_date)
        && announced != date
    {
        let message = format!("The report before announced this meeting for {}.", long(announced));
        mark_meeting(desk, marks, "meeting.date", message);
    }
}

fn words(title: &str) -> BTreeSet<String> {
    let small = ["the", "of", "a", "an", "on", "and", "to", "for", "in", "from", "with"];
    fold(title)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 1 && !small.contains(word))
        .map(str::to_owned)
        .collect()
}

fn standing_items(desk: &Desk, marks: &mut Marks) {
    let standing: Vec<&str> =
        desk.template.agenda.standing.iter().map(|item| item.title.as_str()).collect();
    let earlier: Vec<&str> =
        desk.neighbours.iter().flat_map(|other| other.agenda.iter().map(String::as_str)).collect();
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| line.role == Role::AgendaItem(0)) {
        let title = line.text.trim_end_matches([';', '.', ',', ':', ' ']);
        if earlier.contains(&title) || standing.contains(&title) {
            continue;
        }
        let own = words(title);
        let standing = |title: &str| earlier.iter().filter(|other| **other == title).count() >= 2;
        let alike = earlier.iter().filter(|other| standing(other)).find(|other| {
            let other = words(other);
            let shared = own.intersection(&other).count();
            let first = fold(title).split_whitespace().next().map(str::to_owned);
            shared >= 2
                && shared * 2 > own.len().min(other.len())
                && first.is_some_and(|first| other.contains(&first))
        });
        if let Some(other) = alike {
            let message = format!("An earlier report words this item “{other}”.");
            marks.words(at, 0..title.len(), message, Fix::proposed(*other));
        }
    }
}

fn forgotten_actions(desk: &Desk, marks: &mut Marks) {
    let steps: Vec<String> = desk
        .lines()
        .iter()
        .filter(|line| line.role == Role::NextStep)
        .map(|line| fold(&line.text))
        .collect();
    if steps.is_empty() {
        return;
    }
    desk.each(
        &ACTION,
        |line| matches!(line.role, Role::Paragraph | Role::ListItem),
        |at, line, found| {
            let Some(whole) = found.get(0) else { return };
            let verb = fold(&found["what"]);
            let rest: Vec<String> = words(&line.text[whole.end()..])
                .into_iter()
                .filter(|word| word.len() > 3)
                .collect();
            let listed = steps.iter().any(|step| {
                step.contains(&verb)
                    || rest.iter().filter(|word| step.contains(word.as_str())).count() >= 2
            });
            if !listed {
                marks.words(
                    at,
                    whole.range(),
                    "This is announced here and does not stand under the next steps.",
                    None,
                );
            }
        },
    );
}

//! The report among its neighbours in the series (SER, TRM-8, ACT).

use super::calendar::{days, long};
use super::{Desk, Fix, Heading, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use crate::model::fold;
use crate::style::ordinal;
use regex::Regex;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "SER-1",
        reason: "Numbers rise with the dates of a series, and none is given twice.",
        severity: Severity::Error,
        look: number_and_date,
        reads: Reads::Report,
        spot: Spot::Front,
        fires: &[
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 110th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 112th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 106th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 113th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n12 February 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 12 February 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The",
                "",
            ),
        ],
        silent: &[
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n2 April 2026 at 18:00 UTC\n\nSummary Report\n\nThe 113th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 2 April 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n11 December 2025 at 18:00 UTC\n\nSummary Report\n\nThe 106th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 11 December 2025 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n26 February 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 26 February 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n19 February 2026 at 18:00 UTC\n\nSummary Report\n\nThe 110th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 19 February 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
        ],
    },
    Rule {
        code: "SER-2",
        reason: "A meeting is on the day and at the time the report before announced.",
        severity: Severity::Warning,
        look: announced_otherwise,
        reads: Reads::Report,
        spot: Spot::Front,
        fires: &[
            (
                "MAG Working Group on Strategy\nOnline Meeting\n26 February 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 26 February 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The 111",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n12 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 12 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The 111",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n6 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 6 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The 111",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n4 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 4 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The 111",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2027 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2027 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The 111",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 17:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 17:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The 111",
                "",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:30 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:30 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The 111",
                "",
            ),
        ],
        silent: &[
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n2 April 2026 at 18:00 UTC\n\nSummary Report\n\nThe 113th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 2 April 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n16 April 2026 at 18:00 UTC\n\nSummary Report\n\nThe 114th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 16 April 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n5 February 2026 at 18:00 UTC\n\nSummary Report\n\nThe 109th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 February 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on Strategy\nOnline Meeting\n11 December 2025 at 18:00 UTC\n\nSummary Report\n\nThe 106th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 11 December 2025 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
        ],
    },
    Rule {
        code: "TRM-8",
        reason: "A standing agenda item bears the same words in every report.",
        severity: Severity::Style,
        look: standing_items,
        reads: Reads::Report,
        spot: Spot::Agenda,
        fires: &[
            (
                "1. Update of the Secretariat\n2. Any other business (AoB)",
                "Update of the Secretariat",
                "Update from the Secretariat",
            ),
            (
                "1. Secretariat update\n2. Any other business (AoB)",
                "Secretariat update",
                "Update from the Secretariat",
            ),
            (
                "1. Plan on webinars\n2. Any other business (AoB)",
                "Plan on webinars",
                "Plan of webinars",
            ),
            (
                "1. Plan for webinars\n2. Any other business (AoB)",
                "Plan for webinars",
                "Plan of webinars",
            ),
            (
                "1. Update by Secretariat\n2. Any other business (AoB)",
                "Update by Secretariat",
                "Update from the Secretariat",
            ),
        ],
        silent: &[
            "1. Update from the Secretariat\n2. Any other business (AoB)",
            "1. Plan of webinars\n2. Any other business (AoB)",
            "1. Budget of the group\n2. Any other business (AoB)",
            "1. Webinars on trade\n2. Any other business (AoB)",
            "1. Letter to the Secretariat of the Union\n2. Any other business (AoB)",
        ],
    },
    Rule {
        code: "ACT-1",
        reason: "What somebody is to do stands under the next steps too, where a report has them.",
        severity: Severity::Style,
        look: forgotten_actions,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "Tom will send the letter to the members.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole)",
                "Tom will send",
                "",
            ),
            (
                "Ines Almond noted the plan. She will circulate it.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole)",
                "She will circulate",
                "",
            ),
            (
                "The co-chairs will prepare a shared document.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole)",
                "co-chairs will prepare",
                "",
            ),
            (
                "Tom Birch agreed, and Maria Cole will draft a reply.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole)",
                "Cole will draft",
                "",
            ),
            (
                "Ines will also share the figures.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole)",
                "Ines will also share",
                "",
            ),
        ],
        silent: &[
            "The next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole)",
            "Tom asked who would send the letter.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole)",
            "Maria Cole will contact the hosts about rooms.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole)",
            "Tom will be away in May.\n\nThe next meeting of the WG-Strategy will be held on 19 March 2026 at 13:00 UTC.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole)",
            "Tom will send the letter to the members.",
        ],
    },
    Rule {
        code: "ACT-3",
        reason: "Several actions in the text want a list of next steps.",
        severity: Severity::Style,
        look: no_next_steps,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "Tom will send the letter to the members. Ines Almond will draft a reply. She will circulate it.",
                "Tom will send",
                "",
            ),
            (
                "Ines Almond noted the plan. She will circulate it.\n\nComments are due by 20 March. Tom will contact the hosts.",
                "She will circulate",
                "",
            ),
            (
                "The deadline for the letter is 27 March 2026. Replies are due on Friday, 10 April. Maria Cole will compile them.",
                "27 March 2026",
                "",
            ),
            (
                "- Tom will compile the figures.\n- Maria Cole will share them with the members.\n- Ines Almond will update the page.",
                "Tom will compile",
                "",
            ),
            (
                "The co-chairs will prepare a shared document. They will distribute it.\n\nTom will also update the page.",
                "co-chairs will prepare",
                "",
            ),
        ],
        silent: &[
            "Tom will send the letter to the members, and Ines Almond will draft a reply.",
            "Comments are due by 20 March.",
            "Tom asked who would send the letter, and who would draft a reply.",
            "The forum will be held in May, and the summit will follow.",
            "The deadline was 20 February. Replies were due by 2 March.",
        ],
    },
    Rule {
        code: "ACT-2",
        reason: "A deadline stands under the next steps too, where a report has them.",
        severity: Severity::Style,
        look: forgotten_deadlines,
        reads: Reads::Report,
        spot: Spot::Next,
        fires: &[
            (
                "Comments are due by 20 March.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole, by 12 March 2026)",
                "20 March",
                "",
            ),
            (
                "The deadline for the letter is 27 March 2026.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole, by 12 March 2026)",
                "27 March 2026",
                "",
            ),
            (
                "Members will send their figures by 1 April.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole, by 12 March 2026)",
                "1 April",
                "",
            ),
            (
                "Replies are due on Friday, 13 March.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole, by 12 March 2026)",
                "13 March",
                "",
            ),
            (
                "Names are wanted no later than 16 March 2026.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole, by 12 March 2026)",
                "16 March 2026",
                "",
            ),
        ],
        silent: &[
            "Comments are due by 12 March.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole, by 12 March 2026)",
            "The deadline was 20 February.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole, by 12 March 2026)",
            "Comments are due by 20 March.",
            "The forum begins on 20 March.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole, by 12 March 2026)",
            "They met before 20 March.\n\nNext steps\n\n- Ask the hosts for rooms (Maria Cole, by 12 March 2026)",
        ],
    },
];

/// From so many on, actions in the text want a list.
const SEVERAL: usize = 3;

fn no_next_steps(desk: &Desk, marks: &mut Marks) {
    if !desk.manuscript.is_whole() || desk.lines().iter().any(is_next_steps) {
        return;
    }
    let mut announced: Vec<(usize, Range<usize>)> = Vec::new();
    let text = |line: &Line| matches!(line.role, Role::Paragraph | Role::ListItem);
    desk.each(&ACTION, text, |at, _, found| {
        announced.extend(found.get(0).map(|whole| (at, whole.range())));
    });
    if let Some(meeting) = desk.manuscript.facts.date {
        for (at, line) in desk.manuscript.prose().filter(|(_, line)| text(line)) {
            let due = days(&line.text).into_iter().filter(|day| {
                day.near(meeting).is_some_and(|date| date > meeting)
                    && DEADLINE.is_match(&line.text[..day.range.start])
            });
            announced.extend(due.map(|day| (at, day.range)));
        }
    }
    announced.sort_by_key(|(at, range)| (*at, range.start));
    if announced.len() < SEVERAL {
        return;
    }
    let count = announced.len();
    let (at, range) = announced.swap_remove(0);
    let message = format!(
        "The text announces {count} actions and deadlines, and the report has no next steps."
    );
    marks.words(at, range, message, None);
}

fn is_next_steps(line: &Line) -> bool {
    matches!(line.role, Role::NextStep | Role::Heading(Heading::NextSteps))
}

static ACTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<who>\p{Lu}[\p{L}'’-]+|[Hh]e|[Ss]he|[Tt]hey|[Cc]o-[Cc]hairs)\s(?:also\s)?(?:will\s(?:also\s|then\s)?|(?:undertook|promised|is|are)\sto\s)(?P<what>send|circulate|prepare|share|draft|liaise|report\sback|follow\sup|contact|organise|organize|update|distribute|collect|compile)\b",
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
    } else if let (Some(announced), Some(time)) =
        (before.and_then(|before| before.next_time), facts.time)
        && announced != time
    {
        let message = format!("The report before announced this meeting for {announced}.");
        mark_meeting(desk, marks, "meeting.time", message);
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

static DEADLINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:deadline\s(?:\w+\s){0,6}?(?:is|was\sset\sto|on|of)|due\s(?:on|by)|no\slater\sthan|(?:comments|input|replies|proposals|nominations)\s(?:are\sdue|close)\s(?:on|by)?|(?:send|submit|share|comment)\s(?:\w+\s){0,5}?(?:by|before|until))\s(?:\w+day,?\s)?$",
    )
});

fn forgotten_deadlines(desk: &Desk, marks: &mut Marks) {
    let due: Vec<(u32, u32)> = desk
        .lines()
        .iter()
        .filter(|line| line.role == Role::NextStep)
        .flat_map(|line| days(&line.text))
        .map(|day| (day.month, day.day))
        .collect();
    let has_steps = desk.lines().iter().any(|line| line.role == Role::NextStep);
    let Some(meeting) = desk.manuscript.facts.date.filter(|_| has_steps) else { return };
    for (at, line) in desk.manuscript.prose().filter(|(_, line)| line.role != Role::NextStep) {
        for day in days(&line.text) {
            let ahead = day.near(meeting).is_some_and(|date| date > meeting);
            if ahead
                && DEADLINE.is_match(&line.text[..day.range.start])
                && !due.contains(&(day.month, day.day))
            {
                let message = "This deadline does not stand under the next steps.";
                marks.words(at, day.range, message, None);
            }
        }
    }
}

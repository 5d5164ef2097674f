//! The title block and the opening sentences (HDR).

use super::{Desk, Fix, Heading, Marks, Role, Rule, Severity, Spot, pattern};
use crate::model::fold;
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "HDR-1",
        reason: "Above the Title stand the group’s name, the venue and the date.",
        severity: Severity::Warning,
        look: no_title_block,
        spot: Spot::Front,
        fires: &[(
            "Summary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "Summary Report",
            "",
        )],
        silent: &[],
    },
    Rule {
        code: "HDR-2",
        reason: "The group bears the name that was in force on the day of the meeting.",
        severity: Severity::Warning,
        look: other_name,
        spot: Spot::Front,
        fires: &[(
            "MAG Working Group on IGF Strengthening and Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on IGF Strengthening and Strategy",
            "MAG Working Group on Strategy",
        )],
        silent: &[],
    },
    Rule {
        code: "HDR-3",
        reason: "Before the agenda a sentence says who opened the meeting.",
        severity: Severity::Warning,
        look: nobody_opened,
        spot: Spot::Front,
        fires: &[(
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.",
            "Agenda",
            "",
        )],
        silent: &[],
    },
    Rule {
        code: "HDR-4",
        reason: "A heading parts the agenda from the discussion.",
        severity: Severity::Warning,
        look: no_discussion_heading,
        spot: Spot::Whole,
        fires: &[],
        silent: &[],
    },
    Rule {
        code: "HDR-5",
        reason: "The opening names the moderator in full.",
        severity: Severity::Warning,
        look: moderator_in_part,
        spot: Spot::Front,
        fires: &[(
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "Ines",
            "Ines Almond",
        )],
        silent: &[],
    },
    Rule {
        code: "STY-12",
        reason: "The recording is mentioned in the template’s words: “, and a recording of the meeting is available upon request.”",
        severity: Severity::Style,
        look: recording,
        spot: Spot::Front,
        fires: &[
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Ines Almond and a recording",
                "Ines Almond, and a recording",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond. A recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Ines Almond. A recording",
                "Ines Almond, and a recording",
            ),
        ],
        silent: &[],
    },
    Rule {
        code: "HDR-6",
        reason: "The number in the opening sentence is that of the report.",
        severity: Severity::Error,
        look: nothing_counted,
        spot: Spot::Front,
        fires: &[(
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The virtual meeting of the IGF",
            "",
        )],
        silent: &[],
    },
];

static OPENED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:opened|started|began|welcomed)\b"));
static MODERATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:moderated|chaired|facilitated|led)\s+by\s+(?P<who>[\p{Lu}][\p{L}'’-]+)(?P<after>,|\.|\s+and\s+(?:a|the)\s+recording)",
    )
});
static RECORDING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<who>(?:[\p{Lu}][\p{L}'’-]+\s+)?[\p{Lu}][\p{L}'’-]+)(?P<link>\s+and\s+a\s+recording|\.\s+A\s+recording)\b",
    )
});

fn has_title(desk: &Desk) -> bool {
    desk.manuscript.facts.from_file && desk.manuscript.is_whole()
}

fn no_title_block(desk: &Desk, marks: &mut Marks) {
    let block = desk.lines().iter().any(|line| line.role == Role::TitleLine);
    if let (Some((at, _)), false) = (desk.manuscript.find(Role::Title), block)
        && has_title(desk)
    {
        let message =
            "The lines with the group’s name, the venue and the date are missing above the Title.";
        marks.line(at, message, None);
    }
}

/// Whether the report is of a group the template knows.
fn is_of_template(desk: &Desk) -> bool {
    let short = desk.manuscript.facts.short_name.as_deref();
    desk.template.groups.iter().any(|group| Some(group.short_name.as_str()) == short)
}

fn other_name(desk: &Desk, marks: &mut Marks) {
    if !has_title(desk) || !is_of_template(desk) {
        return;
    }
    let Some(expected) = desk.template.group_on(desk.manuscript.facts.date) else { return };
    let line = desk
        .manuscript
        .typed()
        .find(|(_, line)| line.role == Role::TitleLine && fold(&line.text).contains("group"));
    if let Some((at, line)) = line
        && line.text.trim() != expected.name
    {
        let message = format!("On this day the group is called “{}”.", expected.name);
        marks.words(at, 0..line.text.len(), message, Fix::proposed(expected.name.clone()));
    }
}

fn nobody_opened(desk: &Desk, marks: &mut Marks) {
    let Some((agenda, _)) = desk.manuscript.find(Role::Heading(Heading::Agenda)) else { return };
    let opened =
        desk.lines()[..agenda].iter().any(|line| line.is_prose() && OPENED.is_match(&line.text));
    if has_title(desk) && !opened && !desk.template.sentences.opened.is_empty() {
        let message = "The sentence that says who opened the meeting is missing before the agenda.";
        marks.line(agenda, message, None);
    }
}

fn no_discussion_heading(desk: &Desk, marks: &mut Marks) {
    let heading = desk.manuscript.find(Role::Heading(Heading::Discussion)).is_some();
    let first =
        desk.manuscript.typed().find(|(_, line)| matches!(line.role, Role::SectionHeading(_)));
    let agenda = desk.manuscript.find(Role::Heading(Heading::Agenda)).is_some();
    if let (Some((at, _)), false, true) = (first, heading, agenda)
        && has_title(desk)
        && !desk.template.headings.discussion.is_empty()
    {
        let message = format!(
            "The heading “{}” is missing before the first section.",
            desk.template.headings.discussion
        );
        marks.line(at, message, None);
    }
}

fn moderator_in_part(desk: &Desk, marks: &mut Marks) {
    for (at, line) in
        desk.manuscript.typed().filter(|(_, line)| matches!(line.role, Role::Opening | Role::Front))
    {
        let Some(who) = MODERATED.captures(&line.text).and_then(|found| found.name("who")) else {
            continue;
        };
        let named: Vec<String> = desk
            .lines()
            .iter()
            .filter_map(|line| line.entry.as_ref())
            .filter(|entry| entry.name.given.split(' ').next() == Some(who.as_str()))
            .map(|entry| entry.name.full())
            .collect();
        let fix = if let [only] = &named[..] { Fix::proposed(only.clone()) } else { None };
        marks.words(at, who.range(), "The moderator is named in full at this first mention.", fix);
    }
}

fn recording(desk: &Desk, marks: &mut Marks) {
    for (at, line) in
        desk.manuscript.typed().filter(|(_, line)| matches!(line.role, Role::Opening | Role::Front))
    {
        if let Some(found) = RECORDING.captures(&line.text)
            && let Some(whole) = found.get(0)
        {
            let expected = format!("{}, and a recording", &found["who"]);
            let fix = if found["link"].starts_with('.') {
                Fix::proposed(expected)
            } else {
                Fix::safe(expected)
            };
            marks.words(
                at,
                whole.range(),
                "The template joins the recording to the sentence: “, and a recording …”.",
                fix,
            );
        }
    }
}

fn nothing_counted(desk: &Desk, marks: &mut Marks) {
    if let Some((at, line)) = desk.manuscript.find(Role::Opening)
        && has_title(desk)
        && desk.manuscript.facts.number.is_none()
    {
        let words = line.first_words(6);
        marks.words(at, words, "The opening sentence does not say which meeting it was.", None);
    }
}

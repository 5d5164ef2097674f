//! The title block and the opening sentences (HDR).

use super::calendar::days;
use super::{Desk, Fix, Heading, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use crate::model::fold;
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "HDR-1",
        reason: "Above the Title stand the group’s name, the venue and the date.",
        severity: Severity::Warning,
        look: no_title_block,
        reads: Reads::Report,
        spot: Spot::TitleBlock,
        fires: &[
            ("", "Summary Report", ""),
            ("MAG Working Group on Strategy\nOnline Meeting", "MAG Working Group on Strategy", ""),
            ("MAG Working Group on Strategy", "MAG Working Group on Strategy", ""),
            ("Online Meeting", "Online Meeting", ""),
            (
                "MAG Working Group on Strategy\nOnline Meeting\nDraft",
                "MAG Working Group on Strategy",
                "",
            ),
        ],
        silent: &[
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC",
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026",
            "MAG Working Group on Strategy\nOnline Meeting, 5 March 2026 at 18:00 UTC",
            "Draft\nMAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC",
            "MAG Working Group on Strategy, 5 March 2026",
        ],
    },
    Rule {
        code: "HDR-2",
        reason: "The group bears the name that was in force on the day of the meeting.",
        severity: Severity::Warning,
        look: other_name,
        reads: Reads::Report,
        spot: Spot::Front,
        fires: &[
            (
                "MAG Working Group on IGF Strengthening and Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "MAG Working Group on IGF Strengthening and Strategy",
                "MAG Working Group on Strategy",
            ),
            (
                "MAG Working Group on Strategy (WG-Strategy)\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "MAG Working Group on Strategy (WG-Strategy)",
                "MAG Working Group on Strategy",
            ),
            (
                "Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Working Group on Strategy",
                "MAG Working Group on Strategy",
            ),
            (
                "MAG Working Group for Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "MAG Working Group for Strategy",
                "MAG Working Group on Strategy",
            ),
            (
                "MAG Working Group on Strategy\nOnline Meeting\n6 March 2025 at 18:00 UTC\n\nSummary Report\n\nThe 92nd virtual meeting of the IGF MAG Working Group on IGF Strengthening and Strategy (WG-Strategy) was held on 6 March 2025 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "MAG Working Group on Strategy",
                "MAG Working Group on IGF Strengthening and Strategy",
            ),
        ],
        silent: &[
            "MAG Working Group on Strategy\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "MAG Working Group on IGF Strengthening and Strategy\nOnline Meeting\n6 March 2025 at 18:00 UTC\n\nSummary Report\n\nThe 92nd virtual meeting of the IGF MAG Working Group on IGF Strengthening and Strategy (WG-Strategy) was held on 6 March 2025 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "Summary Report\n\nThe 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "Group of Small Harbours\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 4th virtual meeting of the Group of Small Harbours (GSH) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.",
            "Reef Council\nOnline Meeting\n5 March 2026 at 18:00 UTC\n\nSummary Report\n\nThe 4th virtual meeting of the Reef Council (RC) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.",
        ],
    },
    Rule {
        code: "HDR-3",
        reason: "Before the agenda a sentence says who opened the meeting.",
        severity: Severity::Warning,
        look: nobody_opened,
        reads: Reads::Report,
        spot: Spot::Opening,
        fires: &[
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.",
                "Agenda",
                "",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nTwelve members took part.",
                "Agenda",
                "",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nThe agenda had been sent before the meeting.",
                "Agenda",
                "",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond.",
                "Agenda",
                "",
            ),
            (
                "The 11th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.",
                "Agenda",
                "",
            ),
        ],
        silent: &[
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes Almond opened the meeting.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes welcomed the participants.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nThe meeting began with a minute of silence.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes started the meeting by introducing the agenda.",
        ],
    },
    Rule {
        code: "HDR-4",
        reason: "A heading parts the agenda from the discussion.",
        severity: Severity::Warning,
        look: no_discussion_heading,
        reads: Reads::Report,
        spot: Spot::Body,
        fires: &[
            (
                "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
                "1. Budget",
                "",
            ),
            (
                "Agenda\n\n1. Plan of rooms\n2. Any other business (AoB)\n\n1. Plan of rooms\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
                "1. Plan of rooms",
                "",
            ),
            (
                "Agenda\n\n1. Update from the Secretariat\n2. Any other business (AoB)\n\n1. Update from the Secretariat\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
                "1. Update from the Secretariat",
                "",
            ),
            (
                "Agenda\n\n1. Budget\n2. Letter to Oslo\n3. Any other business (AoB)\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Letter to Oslo\n\nTom Birch read it.\n\n3. Any other business (AoB)\n\nThere was no discussion under this item.",
                "1. Budget",
                "",
            ),
            (
                "Agenda\n\n1. Budget;\n2. Any other business (AoB)\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
                "1. Budget",
                "",
            ),
        ],
        silent: &[
            "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDiscussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
            "Agenda\n\n1. Plan of rooms\n2. Any other business (AoB)\n\nDiscussion\n\n1. Plan of rooms\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
            "Agenda\n\n1. Letter to Oslo\n2. Any other business (AoB)\n\nDiscussion\n\n1. Letter to Oslo\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
            "Discussion\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
            "Agenda\n\n1. Budget\n2. Any other business (AoB)\n\nDISCUSSION\n\n1. Budget\n\nInes Almond noted the figures.\n\n2. Any other business (AoB)\n\nThere was no discussion under this item.",
        ],
    },
    Rule {
        code: "HDR-5",
        reason: "The opening names the moderator in full.",
        severity: Severity::Warning,
        look: moderator_in_part,
        reads: Reads::Report,
        spot: Spot::Opening,
        fires: &[
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Ines",
                "Ines Almond",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Tom, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Tom",
                "Tom Birch",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines.\n\nInes opened the meeting by introducing the agenda.",
                "Ines",
                "Ines Almond",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Tom and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Tom",
                "Tom Birch",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Paula, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Paula",
                "",
            ),
        ],
        silent: &[
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Tom Birch.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond and Tom Birch.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Maria dos Santos, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
        ],
    },
    Rule {
        code: "STY-12",
        reason: "The recording is mentioned in the template’s words: “, and a recording of the meeting is available upon request.”",
        severity: Severity::Style,
        look: recording,
        reads: Reads::Line,
        spot: Spot::Opening,
        fires: &[
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Ines Almond and a recording",
                "Ines Almond, and a recording",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond. A recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Ines Almond. A recording",
                "Ines Almond, and a recording",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Tom Birch and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Tom Birch and a recording",
                "Tom Birch, and a recording",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Maria Cole. A recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Maria Cole. A recording",
                "Maria Cole, and a recording",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Maria Dunn and a recording is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "Maria Dunn and a recording",
                "Maria Dunn, and a recording",
            ),
        ],
        silent: &[
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Tom Birch, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond. Tom Birch took the minutes.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond. Nothing was recorded.\n\nInes opened the meeting by introducing the agenda.",
        ],
    },
    Rule {
        code: "HDR-6",
        reason: "The number in the opening sentence is that of the report.",
        severity: Severity::Error,
        look: nothing_counted,
        reads: Reads::Report,
        spot: Spot::Opening,
        fires: &[
            (
                "The virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The virtual meeting of the IGF",
                "",
            ),
            (
                "The hybrid meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The hybrid meeting of the IGF",
                "",
            ),
            (
                "The regular meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The regular meeting of the IGF",
                "",
            ),
            (
                "The online meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The online meeting of the IGF",
                "",
            ),
            (
                "The extraordinary meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "The extraordinary meeting of the IGF",
                "",
            ),
        ],
        silent: &[
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 3rd virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 111 virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 21st hybrid meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 112th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
        ],
    },
    Rule {
        code: "HDR-7",
        reason: "The opening sentence calls the group by its name on that day.",
        severity: Severity::Warning,
        look: other_name_in_opening,
        reads: Reads::Report,
        spot: Spot::Opening,
        fires: &[
            (
                "The 111th virtual meeting of the IGF MAG Working Group on IGF Strengthening and Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "MAG Working Group on IGF Strengthening and Strategy",
                "MAG Working Group on Strategy",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group of Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "MAG Working Group of Strategy",
                "MAG Working Group on Strategy",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group on Strategies (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "MAG Working Group on Strategies",
                "MAG Working Group on Strategy",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "MAG Group on Strategy",
                "MAG Working Group on Strategy",
            ),
            (
                "The 111th virtual meeting of the IGF MAG Working Group for Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
                "MAG Working Group for Strategy",
                "MAG Working Group on Strategy",
            ),
        ],
        silent: &[
            "The 111th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th hybrid meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 112th virtual meeting of the IGF MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the Reef Council (RC) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
            "The 111th virtual meeting of the MAG Working Group on Strategy (WG-Strategy) was held on 5 March 2026 at 18:00 UTC. The meeting was moderated by Ines Almond, and a recording of the meeting is available upon request.\n\nInes opened the meeting by introducing the agenda.",
        ],
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
    if !has_title(desk) {
        return;
    }
    let dated = desk.template.title.lines.iter().any(|line| line.contains("{{ date"));
    let block = || desk.manuscript.typed().filter(|(_, line)| line.role == Role::TitleLine);
    match (block().next(), desk.manuscript.find(Role::Title)) {
        (None, Some((at, _))) => {
            let message = "The lines with the group’s name, the venue and the date are missing above the Title.";
            marks.line(at, message, None);
        }
        (Some((at, _)), _)
            if dated
                && is_of_template(desk)
                && !block().any(|(_, line)| !days(&line.text).is_empty()) =>
        {
            marks.line(at, "The line with the date is missing above the Title.", None);
        }
        _ => {}
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

static OF_GROUP: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\bmeeting\s+of\s+the\s+(?:IGF\s+)?(?P<name>[^().]+?)\s+\("));

fn other_name_in_opening(desk: &Desk, marks: &mut Marks) {
    if !has_title(desk) || !is_of_template(desk) {
        return;
    }
    let Some(expected) = desk.template.group_on(desk.manuscript.facts.date) else { return };
    let Some((at, line)) = desk.manuscript.find(Role::Opening) else { return };
    let Some(name) = OF_GROUP.captures(&line.text).and_then(|found| found.name("name")) else {
        return;
    };
    let printed = name.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
    // Without a day, any name the group ever had may be right.
    let undated = desk.manuscript.facts.date.is_none();
    let once = || undated && desk.template.groups.iter().any(|group| group.name == printed);
    if printed != expected.name && !once() {
        let message = format!("On this day the group is called “{}”.", expected.name);
        marks.words(at, name.range(), message, Fix::proposed(expected.name.clone()));
    }
}

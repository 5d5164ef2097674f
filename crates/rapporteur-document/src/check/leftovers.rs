//! What a call leaves behind in its notes: lines of the chat and of machines (OCR-9), and what is
//! referred to and is not there (AGN-14).

use super::{Desk, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "OCR-9",
        reason: "No line of the chat and no mark of a transcript stands in the text.",
        severity: Severity::Error,
        look: chat,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("[15:41] Tom Birch: sorry, have to go", "[15:41] Tom Birch: sorry, have to go", ""),
            ("15:41:07 Tom Birch: +1", "15:41:07 Tom Birch: +1", ""),
            ("From Tom Birch to Everyone: the link is below", "From Tom Birch to Everyone", ""),
            ("Tom Birch (15:41): I agree", "Tom Birch (15:41): I agree", ""),
            ("Tom noted the [inaudible] plan.", "[inaudible]", ""),
            ("Tom Birch joined the meeting", "Tom Birch joined the meeting", ""),
        ],
        silent: &[
            "The call began at 15:41. Tom Birch: the plan is new.",
            "Tom Birch joined the meeting of the hosts in May, and spoke of it.",
            "From Oslo to Bergen: the plan is new.",
            "Session 2 (15:41): the plan was read.",
            "15:00 Trade: webinar on trade",
            "They read the [draft] plan.",
        ],
    },
    Rule {
        code: "AGN-14",
        reason: "An annex that is referred to is there.",
        severity: Severity::Warning,
        look: annex,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("Tom Birch presented the plan (see annex).", "annex", ""),
            ("The list can be found in Annex 1.", "Annex 1", ""),
            ("The figures can be found in the appendix.", "appendix", ""),
            ("The plan (attached) was read.", "attached", ""),
            ("See the annex to this report.", "annex", ""),
        ],
        silent: &[
            "Tom Birch presented the plan (see annex).\n\nAnnex\n\nThe plan has two parts.",
            "The annex of the treaty was read.",
            "See annex 2 of resolution 79/1 for it.",
            "The list is in [Annex 1](https://example.org/a).",
            "They attached it to the letter.",
        ],
    },
];

static CHAT: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,3}";
    pattern(&format!(
        r"^(?:[\[(]\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[AaPp][Mm])?[\])]\s*{name}\s?:\s|\d{{1,2}}:\d{{2}}:\d{{2}}\s+(?:[Ff]rom\s)?{name}\s?:\s|\d{{1,2}}:\d{{2}}\s(?:[Ff]rom\s)?\p{{Lu}}[\p{{L}}'’-]+\s\p{{Lu}}[\p{{L}}'’-]+\s?:\s|[Ff]rom\s{name}\s+to\s+(?:[Ee]veryone|[Hh]osts?|{name}\s\((?:[Dd]irect|[Pp]rivate)[^)]*\))(?:\s?:|\s\d)|{name}\s+[\[(]\d{{1,2}}:\d{{2}}(?::\d{{2}})?[\])]\s?:?\s|{name}\s(?:has\s)?(?:joined|left)\s(?:the\s)?(?:meeting|call|room|chat)\.?$|WEBVTT\b|\d{{2}}:\d{{2}}:\d{{2}}[.,]\d{{3}}\s-->|[Rr]ecording\s(?:started|stopped|in\sprogress)\.?$)"
    ))
});
static HEARD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[\[(](?:inaudible|unintelligible|crosstalk|cross-talk|laughter|audio\slost|audio\scut|connection\slost|pause|silence|unclear|applause)(?:\s\d[\d:]*)?[\])]",
    )
});
/// Items of a programme have a time too, and name no people.
const PROGRAMME: [&str; 8] =
    ["Session", "Panel", "Workshop", "Track", "Day", "Part", "Item", "Room"];

fn chat(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        let mut from = 0;
        for printed in line.text.split_inclusive('\n') {
            let words = printed.trim_end();
            let listed = PROGRAMME.iter().any(|word| words.contains(word));
            if CHAT.is_match(words) && !listed {
                let message = "A line of the chat stands here; take it out.";
                marks.words(at, from..from + words.len(), message, None);
            }
            from += printed.len();
        }
    }
    desk.each(
        &HEARD,
        |line: &Line| line.is_prose() && line.text.contains(['[', '(']),
        |at, _, found| {
            if let Some(whole) = found.get(0) {
                let message = "A mark of the transcript stands here; find out what was said.";
                marks.words(at, whole.range(), message, None);
            }
        },
    );
}

static ANNEX: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<words>\b(?:[Aa]nnex(?:es)?|[Aa]ppendix|[Aa]ppendices|[Ee]nclosure|[Aa]ttachment)(?:\s(?:\d{1,2}|[A-H]|I{1,3}V?))?|\(attached\)(?:\b|\B))(?P<after>\s(?:was|is|were|are)\b|\)|[.,;]|$|\s(?:to|of)\s(?:this|the)\s(?:report|summary|minutes)\b)",
    )
});
static REFERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\b(?:[Ss]ee|[Cc]f\.|(?:found|listed|given|shown|contained|reproduced|available)\sin)\s(?:also\s)?(?:the\s)?|\()$",
    )
});
static ANNEX_HEADING: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?i)(?:annex|appendix|enclosure|attachment)"));

fn annex(desk: &Desk, marks: &mut Marks) {
    let names = |line: &&Line| {
        line.text.contains("nnex")
            || line.text.contains("ppendi")
            || line.text.contains("ttach")
            || line.text.contains("nclosure")
    };
    if !desk.manuscript.lines.iter().any(|line| names(&line))
        || desk.lines().iter().any(|line| ANNEX_HEADING.is_match(line.text.trim_start()))
    {
        return;
    }
    desk.each(&ANNEX, Line::is_prose, |at, line, found| {
        let Some(words) = found.name("words") else { return };
        let before = &line.text[..words.start()];
        let refers = REFERS.is_match(before) || words.as_str().starts_with('(');
        let linked = line.spans.iter().any(|span| {
            span.link.is_some() && span.range.start < words.end() && words.start() < span.range.end
        });
        if refers && !linked {
            let message = "The report has no annex; add it or take the reference out.";
            marks.words(at, words.range(), message, None);
        }
    });
}

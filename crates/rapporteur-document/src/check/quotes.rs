//! Quotation marks, dashes and bold (STY).

use super::{Desk, Fix, Heading, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "STY-4",
        reason: "One report has one kind of quotation marks and apostrophes.",
        severity: Severity::Style,
        look: mixed_quotes,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("The \"Dialogue” was held.", "\"Dialogue”", "\"Dialogue\""),
            ("The \"first\" and the “second” one, \"both\".", "“second”", "\"second\""),
            ("The GDC’s map is not the group's or Tom's.", "GDC’s", "GDC's"),
            ("The “first\" one was held.", "“first\"", "\"first\""),
            ("The “Dialogue” is the group's plan.", "“Dialogue”", "\"Dialogue\""),
        ],
        silent: &[
            "The \"Dialogue\" is the group's plan.",
            "No quotes at all.",
            "It measures 5\" by 7\".",
            "The \"Dialogue\" and the \"Forum\" were held.",
            "The group's plan and Tom's letter.",
        ],
    },
    Rule {
        code: "STY-5",
        reason: "At the end of a quotation stands one punctuation mark.",
        severity: Severity::Style,
        look: doubled_stop,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("\"It is read.\", they said.", ".\",", "\","),
            ("“It is read.”, they said.", ".”,", "”,"),
            ("They said \"it is read.\".", ".\".", ".\""),
            ("He read \"the plan is new.\", and agreed.", ".\",", "\","),
            ("She wrote “we agree.”.", ".”.", ".”"),
        ],
        silent: &[
            "\"It is read\", they said.",
            "They said \"it is read.\"",
            "Is it \"read?\", they asked.",
            "She wrote \"we agree\".",
            "They read the \"plan\", the \"letter\".",
        ],
    },
    Rule {
        code: "STY-6",
        reason: "Bold is for headings only.",
        severity: Severity::Style,
        look: bold,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They spoke of the **visibility** of it.", "**visibility**", "visibility"),
            ("- a workshop at **Harbour Day** in May", "**Harbour Day**", "Harbour Day"),
            ("The **plan** and the **cost** are known.", "**plan**", "plan"),
            ("Tom Birch noted the **cost of travel**.", "**cost of travel**", "cost of travel"),
            ("- the **plan**\n- the cost", "**plan**", "plan"),
        ],
        silent: &[
            "They spoke of the visibility of it.",
            "2 ** 3 is 8, they said.",
            "They spoke of the *visibility* of it.",
            "- the plan\n- the cost",
            "They met at 5 ** 2.",
        ],
    },
    Rule {
        code: "STY-13",
        reason: "One report has one kind of dash: a spaced en dash.",
        severity: Severity::Style,
        look: mixed_dashes,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("They met – at last - in Oslo – and spoke.", " - ", " – "),
            ("They met — at last – in Oslo.", " — ", " – "),
            ("They met - at last – in Oslo.", " - ", " – "),
            ("The plan – which is new — was read.", " — ", " – "),
            ("The letter—which is new – was read, and the plan – too.", "—", " – "),
        ],
        silent: &[
            "They met – at last – in Oslo.",
            "They met - at last - in Oslo.",
            "A well-known plan – at last.",
            "They met in Oslo.",
            "A well-known plan - at last.",
        ],
    },
];

static PAIR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?P<open>[\x22“])(?P<inside>[^\x22“”]{1,400})(?P<close>[\x22”])"));
static CURLY_WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[\p{L}]+’(?:[\p{L}]+)?"));
static STRAIGHT_WORD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b[\p{L}]+'(?:[\p{L}]+|[\s,.;:])"));
static DOUBLED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?P<stop>\.)(?P<quote>[\x22”])(?P<mark>[,.])"));
static DASH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?P<before>[\p{L}\d)”\x22,])(?P<dash> [-–—] |—)(?P<after>[\p{L}\d(“\x22])")
});

/// The lines whose marks are a person's own: the labels of a list of people are the template's, and
/// their names are spelt as they are.
fn written<'d>(desk: &'d Desk) -> impl Iterator<Item = (usize, &'d Line)> {
    desk.manuscript.typed().filter(|(_, line)| line.entry.is_none())
}

fn is_matched(pair: &regex::Captures<'_>) -> bool {
    (&pair["open"] == "\"") == (&pair["close"] == "\"")
}

/// How many straight and curly quotations and apostrophes the typed text has.
fn kinds(desk: &Desk) -> (usize, usize) {
    let mut counts = (0, 0);
    for (_, line) in written(desk) {
        counts.0 += STRAIGHT_WORD.find_iter(&line.text).count();
        counts.1 += CURLY_WORD.find_iter(&line.text).count();
        // A quotation of both kinds says nothing of the report's habit.
        for pair in PAIR.captures_iter(&line.text).filter(is_matched) {
            if &pair["open"] == "\"" { counts.0 += 1 } else { counts.1 += 1 }
        }
    }
    counts
}

fn mixed_quotes(desk: &Desk, marks: &mut Marks) {
    // A draft of such a template is printed curly throughout, and the editor types it so.
    if desk.template.text.curly_quotes && !desk.manuscript.facts.from_file {
        return;
    }
    let (straight, curly) = kinds(desk);
    // Plain text is straight; elsewhere the report's own habit decides.
    let to_straight =
        curly == 0 || straight > 0 && (desk.manuscript.facts.plain_text || straight >= curly);
    for (at, line) in written(desk) {
        for found in PAIR.captures_iter(&line.text) {
            pair(at, &found, to_straight, marks);
        }
        if straight == 0 || curly == 0 {
            continue;
        }
        let (others, wrong, right, message) = if to_straight {
            (&CURLY_WORD, '’', "'", "The other apostrophes of this report are straight.")
        } else {
            (&STRAIGHT_WORD, '\'', "’", "The other apostrophes of this report are curly.")
        };
        for word in others.find_iter(&line.text) {
            marks.words(at, word.range(), message, Fix::safe(word.as_str().replace(wrong, right)));
        }
    }
}

fn pair(at: usize, found: &regex::Captures<'_>, to_straight: bool, marks: &mut Marks) {
    let (Some(whole), inside) = (found.get(0), &found["inside"]) else { return };
    let matched = is_matched(found);
    let right_kind = if to_straight { "\"" } else { "“" } == &found["open"];
    if matched && right_kind {
        return;
    }
    let right = if to_straight { format!("\"{inside}\"") } else { format!("“{inside}”") };
    let message = if matched {
        "The other quotation marks of this report are of another kind."
    } else {
        "This quotation opens with one kind of mark and closes with another."
    };
    if inside.contains('\n') {
        // Each printed line is marked by itself, with the mark that stands on it.
        let first = inside.find('\n').unwrap_or(0);
        let last = inside.rfind('\n').map_or(0, |at| at + 1);
        let (open, close) = if to_straight { ("\"", "\"") } else { ("“", "”") };
        let start = whole.start() + found["open"].len();
        let head = format!("{open}{}", &inside[..first]);
        let tail = format!("{}{close}", &inside[last..]);
        marks.words(at, whole.start()..start + first, message, Fix::safe(head));
        sure(matched, marks);
        marks.words(at, start + last..whole.end(), message, Fix::safe(tail));
    } else {
        marks.words(at, whole.range(), message, Fix::safe(right));
    }
    sure(matched, marks);
}

fn sure(matched: bool, marks: &mut Marks) {
    if !matched {
        marks.severity(Severity::Warning);
    }
}

fn doubled_stop(desk: &Desk, marks: &mut Marks) {
    desk.each(&DOUBLED, Line::is_prose, |at, _, found| {
        let Some(whole) = found.get(0) else { return };
        let right = if &found["mark"] == "," {
            format!("{},", &found["quote"])
        } else {
            format!(".{}", &found["quote"])
        };
        marks.words(
            at,
            whole.range(),
            "Two punctuation marks stand at the end of this quotation.",
            Fix::proposed(right),
        );
    });
}

fn bold(desk: &Desk, marks: &mut Marks) {
    // A bold line above the agenda is a heading of a kind: the group, the day.
    let agenda = desk.manuscript.find(Role::Heading(Heading::Agenda)).map_or(0, |(at, _)| at);
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| {
        matches!(line.role, Role::Paragraph | Role::ListItem | Role::NextMeeting | Role::NextStep)
    }) {
        let heading = |range: &std::ops::Range<usize>| {
            at < agenda && *range == (0..line.text.trim_end().len())
        };
        let bold = line.spans.iter().filter(|span| span.bold && !span.range.is_empty());
        for span in bold.filter(|span| !heading(&span.range)) {
            let words = line.text[span.range.clone()].to_owned();
            marks.words(
                at,
                span.range.clone(),
                "Bold is for headings; take it off.",
                Fix::proposed(words),
            );
        }
    }
}

fn mixed_dashes(desk: &Desk, marks: &mut Marks) {
    let mut kinds = std::collections::BTreeSet::new();
    desk.each(
        &DASH,
        |line| matches!(line.role, Role::Paragraph | Role::ListItem),
        |_, _, found| {
            kinds.insert(found["dash"].trim().to_owned());
        },
    );
    if kinds.len() < 2 {
        return;
    }
    desk.each(
        &DASH,
        |line| matches!(line.role, Role::Paragraph | Role::ListItem),
        |at, _, found| {
            let Some(dash) = found.name("dash") else { return };
            if dash.as_str() != " – " {
                marks.words(
                    at,
                    dash.range(),
                    "The report has several kinds of dashes; the house has a spaced en dash.",
                    Fix::safe(" – "),
                );
            }
        },
    );
}

/// Whether a place in a text stands between double quotation marks, of whichever kind.
pub(super) fn is_quoted(text: &str, at: usize) -> bool {
    text[..at].matches(['"', '“', '”', '„', '«', '»']).count() % 2 == 1
}

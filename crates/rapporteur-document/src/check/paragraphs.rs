//! Paragraphs that are cut, broken or pushed in (OCR).

use super::mentions::is_excuse;
use super::{Desk, Fix, Line, LinePlace, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "OCR-5",
        reason: "A paragraph does not stop in mid-sentence.",
        severity: Severity::Error,
        look: cut_off,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "Ines Almond noted the plan. She also thanked everybody who had been engaged with",
                "been engaged with",
                "",
            ),
            ("Tom Birch noted the plan. He also highlighted the", "also highlighted the", ""),
            (
                "Maria Cole read the letter. It was agreed to send it to the members of",
                "the members of",
                "",
            ),
            (
                "Tom Birch noted the plan. He asked for more time, because the",
                "time, because the",
                "",
            ),
            (
                "Ines Almond noted the costs. They had risen, and the council therefore",
                "the council therefore",
                "",
            ),
        ],
        silent: &[
            "Ines Almond noted the plan. She also thanked everybody.",
            "Ines Almond shared the link:",
            "Tom Birch noted the plan of May. However, \nit will require the approval of all who were there.",
            "The working group",
            "Tom Birch noted the plan. It is at https://example.org/plan",
            "Tom Birch noted two steps:\n\n- a plan\n- a letter",
        ],
    },
    Rule {
        code: "OCR-6",
        reason: "A paragraph is not broken in mid-sentence.",
        severity: Severity::Error,
        look: broken_paragraph,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "Tom Birch noted the plan for the summer. He also highlighted the\n\nsession on trade, which he felt was positive.",
                "session on trade, which",
                "",
            ),
            (
                "Ines Almond noted that the letter had been read by everybody and that the\n\ncouncil would answer it in May, after the holidays.",
                "council would answer",
                "",
            ),
            (
                "Maria Cole asked for a list of rooms, and whether it could be shared with the\n\nmembers who had not been there in person.",
                "members who had",
                "",
            ),
            (
                "Tom Birch reported on the talks of the last weeks in Oslo, which had been\n\nlong and had ended well for everybody.",
                "long and had",
                "",
            ),
            (
                "Tom Birch explained that the costs had risen because of the travel and the\n\nrooms that were taken in the summer.",
                "rooms that were",
                "",
            ),
        ],
        silent: &[
            "Tom Birch noted the plan for the summer.\n\nHe also highlighted the session on trade.",
            "Tom Birch noted two steps:\n\n- a plan\n- a letter",
            "Ines Almond asked for the letter.\n\neBay was named as an example.",
            "Tom Birch noted the plan for the summer,\nand highlighted the session on trade.",
            "Tom Birch shared the address:\n\nhttps://example.org/plan",
        ],
    },
    Rule {
        code: "OCR-7",
        reason: "No line begins with a stray space.",
        severity: Severity::Style,
        look: stray_space,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "Tom Birch noted the plan.\n\n Ines Almond agreed with him.",
                " Ines Almond",
                "Ines Almond",
            ),
            (
                "Tom Birch noted the plan.\n\n  Ines Almond agreed with him.",
                "  Ines Almond",
                "Ines Almond",
            ),
            (" Maria Cole read the letter.\n\nTom Birch agreed.", " Maria Cole", "Maria Cole"),
            ("Tom Birch noted the plan\n of the summer.", " of the", "of the"),
            ("Tom Birch noted the plan.\n\n There was no other view.", " There was", "There was"),
        ],
        silent: &[
            "Tom Birch noted the plan.\n\nInes Almond agreed with him.",
            "He named:\n\n  - the plan",
            "Tom Birch noted the plan\nof the summer.",
            "He named:\n\n 1. the plan\n 2. the cost",
            "Tom Birch noted  the plan.",
        ],
    },
    Rule {
        code: "OCR-8",
        reason: "No page number or running header stands in the text.",
        severity: Severity::Warning,
        look: page_number,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "Tom Birch noted the plan.\n\nSource: Page 2 of 9\n\nInes Almond agreed.",
                "Page 2 of 9",
                "",
            ),
            (
                "Tom Birch noted the plan.\n\nReef Council, Page 3 of 7\n\nInes Almond agreed.",
                "Page 3 of 7",
                "",
            ),
            ("Tom Birch noted Page 1 of 12 the plan.", "Page 1 of 12", ""),
            ("Ines Almond agreed with the Page 10 of 11 letter.", "Page 10 of 11", ""),
            ("The costs Page 4 of 5 have risen.", "Page 4 of 5", ""),
        ],
        silent: &[
            "Tom Birch noted page 2 of the plan.",
            "Tom Birch noted pages 2 and 3 of the plan.",
            "The letter is one page of 9 lines.",
            "Tom Birch noted that two of nine had come.",
            "Page 2 was read.",
        ],
    },
];

/// Whether these words stop in mid-sentence.
fn stops(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    text.split_whitespace().nth(5).is_some()
        && text.ends_with(|c: char| c.is_lowercase() || c == ',')
        && !last.contains(['/', '@', '.'])
}

/// Whether the last word is one that no sentence ends with.
fn ends_open(text: &str) -> bool {
    const OPEN: [&str; 14] = [
        "the", "a", "an", "of", "and", "or", "that", "which", "with", "from", "its", "their", "to",
        "because",
    ];
    text.split_whitespace().next_back().is_some_and(|last| OPEN.contains(&last))
}

/// What stands at the foot of a page: Page 2 of 4, 2/4, - 2 -.
static FOOTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:.{0,60}\bpage\s\d{1,3}(?:\s?(?:of|/)\s?\d{1,3})?|[-–—]?\s?\d{1,3}\s?[-–—]|\d{1,3}\s?/\s?\d{1,3}|\d{1,3}\s\|\spage)$",
    )
});

/// The last words of a text.
fn tail(text: &str) -> std::ops::Range<usize> {
    let end = text.trim_end().len();
    let line = text[..end].rfind('\n').map_or(0, |at| at + 1);
    let mut start = end;
    for word in text[line..end].split(' ').rev().take(3) {
        start = word.as_ptr() as usize - text.as_ptr() as usize;
    }
    start..end
}

fn continues(line: Option<&Line>) -> bool {
    line.is_some_and(|next| {
        next.role == Role::Paragraph
            && next.blank_before > 0
            && next.mark.is_empty()
            && next.text.starts_with(char::is_lowercase)
    })
}

/// Whether the paragraph goes on in the very next line of the file, which was read as another.
fn is_wrapped(next: Option<&Line>) -> bool {
    next.is_some_and(|next| {
        next.blank_before == 0
            && next.mark.is_empty()
            && next.is_prose()
            && next.text.starts_with(char::is_lowercase)
    })
}

fn cut_off(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        let has_sentence = line.text.contains(". ") || line.text.contains(".\n");
        if line.role == Role::Paragraph
            && (has_sentence || ends_open(&line.text))
            && stops(&line.text)
            && !continues(desk.lines().get(at + 1))
            && !is_wrapped(desk.lines().get(at + 1))
        {
            marks.words(
                at,
                tail(&line.text),
                "The paragraph stops in mid-sentence; text is missing here.",
                None,
            );
        }
    }
}

fn broken_paragraph(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        let LinePlace::File { pieces, .. } = &line.place else { continue };
        for pair in pieces.windows(2) {
            let torn = desk.manuscript.printed
                [pair[0].printed + 1..pair[1].printed.max(pair[0].printed + 1)]
                .iter()
                .any(|between| between.text.trim().is_empty());
            for between in &desk.manuscript.printed
                [pair[0].printed + 1..pair[1].printed.max(pair[0].printed + 1)]
            {
                if FOOTER.is_match(between.text.trim()) {
                    let place = super::finding::file_place(between.number, between.text.trim());
                    marks.place(at, place, "The footer of a page stands here; take it out.", None);
                }
            }
            let start = pair[1].at;
            if !torn || line.in_address(&(start..start + 1)) {
                continue;
            }
            let before = line.text[..start].trim_end().len();
            marks.words(
                at,
                tail(&line.text[..before]),
                "The paragraph is broken here; join it with what follows.",
                None,
            );
            let first =
                line.text[start..].split_inclusive(' ').take(4).map(str::len).sum::<usize>();
            let end = start
                + line.text[start..start + first].split('\n').next().unwrap_or("").trim_end().len();
            marks.words(
                at,
                start..end,
                "The paragraph goes on here; join it with what stands before.",
                None,
            );
        }
        if line.role == Role::Paragraph && stops(&line.text) && continues(desk.lines().get(at + 1))
        {
            marks.words(
                at,
                tail(&line.text),
                "The paragraph is broken here; join it with the next.",
                None,
            );
            let next = &desk.lines()[at + 1];
            marks.words(
                at + 1,
                next.first_words(4),
                "The paragraph goes on here; join it with the one before.",
                None,
            );
        }
    }
    blank_in_list(desk, marks);
    footers(desk, marks);
}

/// The footers of pages that stand between two paragraphs of a plain text.
fn footers(desk: &Desk, marks: &mut Marks) {
    if !desk.manuscript.facts.plain_text {
        return;
    }
    let ends = |line: &Line| match &line.place {
        LinePlace::File { start, pieces } => {
            Some((start.0, pieces.last().map_or(start.0, |piece| piece.printed)))
        }
        LinePlace::Draft { .. } => None,
    };
    for (at, pair) in desk.lines().windows(2).enumerate() {
        let (Some((_, before)), Some((after, _))) = (ends(&pair[0]), ends(&pair[1])) else {
            continue;
        };
        for printed in desk.manuscript.printed.get(before + 1..after).unwrap_or(&[]) {
            let text = printed.text.trim();
            if PAGE.find(text).is_some_and(|page| page.as_str() == text) {
                let place = super::finding::file_place(printed.number, text);
                marks.place(at, place, "The footer of a page stands here; take it out.", None);
            }
        }
    }
}

/// A blank line inside a list whose other entries stand close.
fn blank_in_list(desk: &Desk, marks: &mut Marks) {
    let entries: Vec<(usize, &Line)> =
        desk.manuscript.typed().filter(|(_, line)| line.role == Role::Participant).collect();
    let apart = entries.iter().skip(1).filter(|(_, line)| line.blank_before > 0).count();
    if entries.len() < 4 || apart * 4 > entries.len() {
        return;
    }
    // Below the label of a group a blank line is right.
    let below_entry =
        |at: usize| desk.lines()[..at].last().is_some_and(|line| line.role == Role::Participant);
    let inside = entries.into_iter().filter(|(at, line)| line.blank_before > 0 && below_entry(*at));
    for (at, line) in inside.filter(|(_, line)| !is_excuse(&line.text)) {
        let LinePlace::File { start, .. } = &line.place else { continue };
        let Some(blank) = start.0.checked_sub(1).and_then(|at| desk.manuscript.printed.get(at))
        else {
            continue;
        };
        let place = super::Where {
            line: blank.number,
            quote: blank.text.clone(),
            ..super::Where::default()
        };
        marks.place(at, place, "A blank line stands inside the list; take it out.", None);
        marks.severity(Severity::Warning);
    }
}

fn stray_space(desk: &Desk, marks: &mut Marks) {
    if !desk.manuscript.facts.plain_text {
        return;
    }
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| line.mark.is_empty()) {
        let LinePlace::File { pieces, .. } = &line.place else { continue };
        let mut seen = usize::MAX;
        for piece in pieces {
            let printed = &desk.manuscript.printed[piece.printed];
            let margin = printed.text.len() - printed.text.trim_start().len();
            if seen != piece.printed && margin > 0 && margin < 3 {
                let end = printed.text[margin..]
                    .match_indices(' ')
                    .nth(1)
                    .map_or(printed.text.len(), |(at, _)| margin + at);
                let quote = &printed.text[..end];
                let place = super::Where {
                    line: printed.number,
                    quote: quote.to_owned(),
                    ..super::Where::default()
                };
                marks.place(
                    at,
                    place,
                    "A stray space stands before the line.",
                    Fix::safe(quote.trim_start()),
                );
            }
            seen = piece.printed;
        }
    }
}

static PAGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bPage \d{1,3} of \d{1,3}\b"));

fn page_number(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &PAGE,
        |line| line.is_prose() || line.is_title(),
        |at, _, found| {
            if let Some(whole) = found.get(0) {
                marks.words(
                    at,
                    whole.range(),
                    "A page number stands in the text; take it out.",
                    None,
                );
            }
        },
    );
}

//! What optical recognition leaves behind (OCR).

use super::{Desk, Fix, Line, LinePlace, Marks, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "OCR-1",
        reason: "AI is written with two capital letters.",
        severity: Severity::Error,
        look: al_for_ai,
        spot: Spot::Text,
        fires: &[
            ("They spoke of Al governance.", "Al", "AI"),
            ("They spoke of the Al Panel.", "Al", "AI"),
            ("They spoke of Internet and Al.", "Al", "AI"),
            ("They spoke of generative Al and trust.", "Al", "AI"),
            ("The lGF met in Oslo.", "lGF", "IGF"),
        ],
        silent: &[
            "They spoke of AI governance.",
            "They met Hassan Al Banna.",
            "They met Al Gore.",
            "They met Al-Rashid in Oslo.",
            "All of them spoke.",
        ],
    },
    Rule {
        code: "OCR-2",
        reason: "No figure stands for a letter.",
        severity: Severity::Error,
        look: figure_for_letter,
        spot: Spot::Text,
        fires: &[
            ("They compared 1G and IG.", "1G", "IG"),
            ("The 1GF met in Oslo.", "1GF", "IGF"),
            ("The 1TU met in Geneva.", "1TU", "ITU"),
            ("The 1CANN community agreed.", "1CANN", "ICANN"),
            ("They asked 1SOC for help.", "1SOC", "ISOC"),
        ],
        silent: &[
            "They compared 4G and 5G.",
            "The IGF met in Oslo.",
            "Section 1A was read.",
            "They have 1TB of data.",
            "Annex 1 was read.",
        ],
    },
    Rule {
        code: "OCR-3",
        reason: "A list has bullets, not letters that stand for them.",
        severity: Severity::Error,
        look: misread_bullet,
        spot: Spot::Whole,
        fires: &[],
        silent: &[],
    },
    Rule {
        code: "OCR-4",
        reason: "Brackets come in pairs.",
        severity: Severity::Error,
        look: bracket,
        spot: Spot::Text,
        fires: &[
            ("They read (CSTD announcement today.", "(CSTD", "CSTD"),
            ("The plan (the second one was read.", "(the", ""),
            ("The plan, the second one) was read.", "one)", ""),
            ("They met in Oslo (Norway.", "(Norway", ""),
            ("- (Zero Draft of the text", "(Zero", ""),
        ],
        silent: &[
            "They read the (CSTD) announcement.",
            "The plan (the second one) was read.",
            "They met in Oslo (Norway).",
            "a) first item",
            "They chose option (b) of two.",
        ],
    },
    Rule {
        code: "OCR-5",
        reason: "A paragraph does not stop in mid-sentence.",
        severity: Severity::Error,
        look: cut_off,
        spot: Spot::Text,
        fires: &[
            (
                "Ines Almond noted the plan. She also thanked everybody who had been engaged with",
                "been engaged with",
                "",
            ),
            ("Tom Birch noted the plan. He also highlighted the", "also highlighted the", ""),
        ],
        silent: &[
            "Ines Almond noted the plan. She also thanked everybody.",
            "Ines Almond shared the link:",
            "The working group",
        ],
    },
    Rule {
        code: "OCR-6",
        reason: "A paragraph is not broken in mid-sentence.",
        severity: Severity::Error,
        look: broken_paragraph,
        spot: Spot::Text,
        fires: &[(
            "Tom Birch noted the plan for the summer. He also highlighted the\n\nsession on trade, which he felt was positive.",
            "session on trade, which",
            "",
        )],
        silent: &[
            "Tom Birch noted the plan for the summer.\n\nHe also highlighted the session on trade.",
        ],
    },
    Rule {
        code: "OCR-7",
        reason: "No line begins with a stray space.",
        severity: Severity::Style,
        look: stray_space,
        spot: Spot::Text,
        fires: &[(
            "Tom Birch noted the plan.\n\n Ines Almond agreed with him.",
            " Ines Almond",
            "Ines Almond",
        )],
        silent: &[
            "Tom Birch noted the plan.\n\nInes Almond agreed with him.",
            "He named:\n\n  - the plan",
        ],
    },
    Rule {
        code: "OCR-8",
        reason: "No page number or running header stands in the text.",
        severity: Severity::Warning,
        look: page_number,
        spot: Spot::Text,
        fires: &[(
            "Tom Birch noted the plan.\n\nSource: Page 2 of 9\n\nInes Almond agreed.",
            "Page 2 of 9",
            "",
        )],
        silent: &["Tom Birch noted page 2 of the plan."],
    },
];

static AL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<before>(?:[\p{L}'’]+|^)[\s\x22“(]+|^|[\x22“(])(?P<al>Al)(?P<after>$|[.,;:!?)\x22”/]|\s+(?P<next>[\p{L}]+)|['’]s)",
    )
});
static LITTLE_L: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\bl(?P<rest>GF|TU|ETF|CANN|SOC|ANA|MSB|P\b|G\b|CT\b|oT\b)"));
static ONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b1(?P<rest>[A-Z]{1,5})\b"));

fn al_for_ai(desk: &Desk, marks: &mut Marks) {
    const TOPICS: &[&str] = &[
        "Panel",
        "For",
        "Act",
        "Governance",
        "Dialogue",
        "Summit",
        "Strategy",
        "Office",
        "Policy",
        "Safety",
        "Action",
        "Advisory",
        "Working",
        "Network",
    ];
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| line.role != Role::Participant) {
        let mut from = 0;
        while let Some(found) = AL.captures_at(&line.text, from) {
            let Some(al) = found.name("al") else { break };
            from = al.end();
            let next = found.name("next").map_or("", |next| next.as_str());
            let before = found["before"].trim_matches(|c: char| !c.is_alphabetic());
            let name = next.starts_with(char::is_uppercase) && !TOPICS.contains(&next)
                || before.starts_with(char::is_uppercase) && next.starts_with(char::is_uppercase);
            let sure = !name || before == "the" && TOPICS.contains(&next);
            if sure {
                marks.words(
                    at,
                    al.range(),
                    "These letters are A and a small L; write AI.",
                    Fix::safe("AI"),
                );
            }
        }
    }
    desk.each(
        &LITTLE_L,
        |_| true,
        |at, _, found| {
            if let Some(whole) = found.get(0) {
                let right = format!("I{}", &found["rest"]);
                let message = format!("The first letter is a small L; write {right}.");
                marks.words(at, whole.range(), message, Fix::safe(right));
            }
        },
    );
}

fn figure_for_letter(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &ONE,
        |_| true,
        |at, _, found| {
            let right = format!("I{}", &found["rest"]);
            let known = desk.register.term(&right).is_some();
            if let Some(whole) = found.get(0).filter(|_| known) {
                let message = format!("The figure 1 stands for the letter I; write {right}.");
                marks.words(at, whole.range(), message, Fix::safe(right));
            }
        },
    );
}

fn misread_bullet(desk: &Desk, marks: &mut Marks) {
    const MISREAD: &[&str] = &["e", "o", "*¢", "¢", "©", "«", "®", "°", "§"];
    for (at, line) in desk.manuscript.typed() {
        if MISREAD.contains(&line.mark.trim()) {
            let end = line.first_words(1).end;
            let fix = Fix::safe(format!("- {}", &line.text[..end]));
            marks.with_mark(at, end, "This letter stands for a bullet.", fix);
        }
    }
}

fn bracket(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed() {
        let mut open: Vec<usize> = Vec::new();
        for (place, c) in line.text.char_indices() {
            match c {
                '(' => open.push(place),
                ')' if open.pop().is_none() => {
                    let start =
                        line.text[..place].rfind(char::is_whitespace).map_or(0, |at| at + 1);
                    let label = start == 0 && line.text[start..place].chars().count() <= 3;
                    let smile = line.text[..place].ends_with([':', ';', '-']);
                    if !label && !smile && !line.in_address(&(start..place)) {
                        marks.words(at, start..place + 1, "This bracket is never opened.", None);
                    }
                }
                _ => {}
            }
        }
        for place in open {
            let length = line.text[place..]
                .find(|c: char| c.is_whitespace() || ".,;:".contains(c))
                .unwrap_or(line.text.len() - place);
            let word = &line.text[place + 1..place + length];
            if line.in_address(&(place..place + length)) {
                continue;
            }
            let shouted = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
            let with_c = format!("C{word}");
            let fix = if !shouted {
                None
            } else if desk.register.term(&with_c).is_some() {
                Fix::proposed(with_c)
            } else {
                Fix::proposed(word)
            };
            marks.words(
                at,
                place..place + length,
                "This bracket is never closed; it may be a misread letter.",
                fix,
            );
        }
    }
}

/// Whether these words stop in mid-sentence.
fn stops(text: &str) -> bool {
    let text = text.trim_end();
    let last = text.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    text.split_whitespace().nth(5).is_some()
        && text.ends_with(|c: char| c.is_lowercase() || c == ',')
        && !last.contains(['/', '@', '.'])
}

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
            && next.mark.is_empty()
            && next.text.starts_with(char::is_lowercase)
    })
}

fn cut_off(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.prose() {
        let has_sentence = line.text.contains(". ") || line.text.contains(".\n");
        if line.role == Role::Paragraph
            && has_sentence
            && stops(&line.text)
            && !continues(desk.lines().get(at + 1))
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
}

/// A blank line inside a list whose other entries stand close.
fn blank_in_list(desk: &Desk, marks: &mut Marks) {
    let entries: Vec<(usize, &Line)> =
        desk.manuscript.typed().filter(|(_, line)| line.role == Role::Participant).collect();
    let apart = entries.iter().skip(1).filter(|(_, line)| line.blank_before > 0).count();
    if entries.len() < 4 || apart * 4 > entries.len() {
        return;
    }
    for (at, line) in entries.into_iter().skip(1).filter(|(_, line)| line.blank_before > 0) {
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
    desk.each(&PAGE, Line::is_prose, |at, _, found| {
        if let Some(whole) = found.get(0) {
            marks.words(at, whole.range(), "A page number stands in the text; take it out.", None);
        }
    });
}

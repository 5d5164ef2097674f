//! What belongs together and is parted: a subject and its verb (GRM-29), and a name and its number
//! that stand together in one place only (TRM-14).

use super::lexicon::bare_of_past;
use super::next_meeting::sentence;
use super::tokens::{Token, tokens};
use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-29",
        reason: "No comma parts a subject from its verb.",
        severity: Severity::Style,
        look: severed,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "The 7th meeting of the River, Lake and Sea Towns (RLST), took place in May.",
                "(RLST), took",
                "(RLST) took",
            ),
            ("The agenda with these changes, was adopted.", "changes, was", "changes was"),
            (
                "The 1st call of the River, Lake and Sea Towns (RLST) of the 2026 cycle, took place in May.",
                "cycle, took",
                "cycle took",
            ),
            ("The second call of the group, was held in Oslo.", "group, was", "group was"),
            ("They met. All members of the board, have read it.", "board, have", "board have"),
            ("The list of the new rooms, will be sent in May.", "rooms, will", "rooms will"),
            ("The meeting of the hosts in May, took place online.", "May, took", "May took"),
        ],
        silent: &[
            "The 7th meeting of the River, Lake and Sea Towns (RLST) took place in May.",
            "The agenda, with these changes, was adopted.",
            "The plan of Tom Birch, founder of the Reef Foundation (RF), was read.",
            "The group met in Oslo, was briefed there, and agreed.",
            "The question is, are the rooms free. The sooner it starts, the better.",
            "The plan, known as the River Town Plan (RTP), was read.",
            "The rooms that were read out, the old and the new, have been booked.",
            "The call of May is long, has no agenda and is full.",
        ],
    },
    Rule {
        code: "TRM-14",
        reason: "A name and its number are written one way: with a space or without.",
        severity: Severity::Style,
        look: numbered_names,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("They met at RTNC 57. The hosts of RTNC58 came.", "RTNC58", "RTNC 58"),
            ("The IGF 2025 was long, and the IGF2026 is near.", "IGF2026", "IGF 2026"),
            ("At RTNC57, RTNC58 and RTNC 59 they were late.", "RTNC 59", "RTNC59"),
            ("They read DOC 12, DOC13 and DOC 14.", "DOC13", "DOC 13"),
            ("The COP30 was long. At the COP 29 it was short.", "COP 29", "COP29"),
        ],
        silent: &[
            "They met at RTNC 57 and at RTNC 58.",
            "They met at RTNC57 and at RTNC58.",
            "They met at 13:00 UTC 14 May, in the room UTC13.",
            "They tagged it #IGF2025 at the IGF 2025.",
            "They wrote of it at https://example.org/IGF2025 after the IGF 2025.",
            "The IGF 2025 and the paper RT2025 were named.",
        ],
    },
];

/// A sentence's one comma, or the one behind a bracket, before a finite verb.
static SEVERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<word>[^\s,]+),(?P<gap>\s)(?P<verb>took\splace|takes\splace|was|were|is|are|has\sbeen|have\sbeen|has|have|will)\s",
    )
});

/// Words that say that the sentence has more than its subject before the comma.
const MORE: [&str; 42] = [
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "should",
    "shall",
    "do",
    "does",
    "did",
    "be",
    "that",
    "which",
    "who",
    "whose",
    "where",
    "when",
    "if",
    "while",
    "known",
    "called",
    "including",
    "namely",
    "such",
    "also",
    "more",
    "less",
    "sooner",
    "better",
    "whether",
    "what",
    "how",
    "as",
];

fn severed(desk: &Desk, marks: &mut Marks) {
    const OPEN: [&str; 10] =
        ["The ", "These ", "Those ", "All ", "This ", "Its ", "Their ", "Many ", "Most ", "Our "];
    let some = |line: &Line| line.is_prose() && line.text.contains(", ");
    desk.each(&SEVERED, some, |at, line, found| {
        let (Some(word), Some(verb)) = (found.name("word"), found.name("verb")) else { return };
        let start = sentence(&line.text, word.start()).start;
        let subject = &line.text[start..word.end()];
        if OPEN.iter().any(|open| subject.trim_start().starts_with(open))
            && is_subject(line, start, word.end(), verb.as_str().ends_with("place"))
        {
            let right = format!("{}{}{}", word.as_str(), &found["gap"], verb.as_str());
            let message = "No comma parts the subject from its verb.";
            let first = verb.as_str().split(' ').next().unwrap_or("").len();
            let right = &right[..right.len() - verb.len() + first];
            marks.words(at, word.start()..verb.start() + first, message, Fix::proposed(right));
        }
    });
}

/// Whether the words from here to there are one noun phrase, with no comma but those of a list.
fn is_subject(line: &Line, start: usize, end: usize, takes_place: bool) -> bool {
    let text = &line.text[start..end];
    let bracketed =
        text.ends_with(')') && text.rfind('(').is_some_and(|open| is_short(&text[open..]));
    let listed = match text.rsplit_once(", ") {
        // River, Lake and Sea Towns (RLST)
        Some((first, last)) => {
            (bracketed || takes_place && text.contains(")"))
                && last.contains(" and ")
                && first.split(", ").skip(1).all(is_one_word)
        }
        None => true,
    };
    let words =
        || tokens(line).into_iter().filter(|token| (start..end).contains(&token.range.start));
    // The group met, was briefed and agreed.
    let acts = |token: &Token| bare_of_past(&token.low).is_some() && !token.low.ends_with("ted");
    listed
        && text.len() < 260
        && !text.contains([';', ':', '“', '"', '!', '?'])
        && words().count() > 2
        && !words().any(|token| token.text != "May" && MORE.contains(&&*token.low) || acts(&token))
}

fn is_one_word(text: &str) -> bool {
    text.split_whitespace().count() <= 2
}

/// `(RLST)`
fn is_short(text: &str) -> bool {
    let inside = text.trim_matches(['(', ')']);
    let capitals = inside.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && inside.len() <= 10 && !inside.contains(' ')
}

/// Where a numbered name stands, whether without a space, and its number.
type Numbered<'l> = (usize, std::ops::Range<usize>, bool, &'l str);

static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<name>[A-Z]{3,8})(?P<gap>\s?)(?P<number>\d{2,4})\b"));

fn numbered_names(desk: &Desk, marks: &mut Marks) {
    const ZONES: [&str; 7] = ["UTC", "GMT", "CET", "CEST", "EST", "EDT", "BST"];
    let mut places: BTreeMap<&str, Vec<Numbered>> = BTreeMap::new();
    desk.each(
        &NUMBERED,
        |line| line.is_prose() || line.is_title(),
        |at, line, found| {
            let (Some(name), Some(number)) = (found.name("name"), found.name("number")) else {
                return;
            };
            let before = &line.text[..name.start()];
            let after = &line.text[number.end()..];
            let part = before.ends_with(['#', '@', '-', '/', '.', '_'])
                || after.starts_with(['-', '/', '_', ':', '–'])
                || ZONES.contains(&name.as_str());
            if !part {
                let place =
                    (at, name.start()..number.end(), found["gap"].is_empty(), number.as_str());
                places.entry(name.as_str()).or_default().push(place);
            }
        },
    );
    for (name, ways) in places {
        let tight = ways.iter().filter(|(.., tight, _)| *tight).count();
        if tight == 0 || tight == ways.len() {
            continue;
        }
        // The report's habit decides, and where there is none its first.
        let first = ways.first().is_some_and(|(.., tight, _)| *tight);
        let right = if tight * 2 == ways.len() { first } else { tight * 2 > ways.len() };
        for (at, range, _, number) in ways.into_iter().filter(|(.., tight, _)| *tight != right) {
            let right = format!("{name}{}{number}", if right { "" } else { " " });
            let message = format!("Elsewhere this is written as {right} is.");
            marks.words(at, range, message, Fix::proposed(right));
        }
    }
}

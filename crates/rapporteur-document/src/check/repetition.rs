//! Words and sentences that stand twice (GRM-4, GRM-9).

use super::next_meeting::sentence;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-4",
        reason: "A noun does not return in the phrase it heads.",
        severity: Severity::Style,
        look: returning_noun,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "They spoke on the implementation of the Oslo Guidelines implementation in schools.",
                " implementation",
                "",
            ),
            ("She noted the development of the Harbour Plan development.", " development", ""),
            ("He asked for a revision of the Reef Charter revision by May.", " revision", ""),
            ("It covers the management of the Cape Observatory management.", " management", ""),
            ("They began the translation of the Bergen Letter translation.", " translation", ""),
        ],
        silent: &[
            "They spoke on the implementation of the Oslo Guidelines in schools.",
            "The discussion of the plan and the discussion of the cost were long.",
            "The creation of Harbour Day is the creation of the council.",
            "She noted the meeting of the Reef Council, a meeting of friends.",
            "They spoke of the government of Kenya.",
        ],
    },
    Rule {
        code: "GRM-9",
        reason: "A report says a thing once.",
        severity: Severity::Style,
        look: sentence_twice,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            (
                "Maria Cole was not able to join the call.\n\nInes Almond thanked them.\n\nMaria Cole was not able to join the call.",
                "Maria Cole was not able to join the call.",
                "",
            ),
            (
                "Tom Birch thanked the hosts for the rooms.\n\nInes Almond thanked them.\n\nTom Birch thanked the hosts for the rooms.",
                "Tom Birch thanked the hosts for the rooms.",
                "",
            ),
            (
                "The letter will be read again in the summer.\n\nInes Almond thanked them.\n\nThe letter will be read again in the summer.",
                "The letter will be read again in the summer.",
                "",
            ),
            (
                "Tom Birch agreed to write to the hosts. Ines Almond thanked him. Tom Birch agreed to write to the hosts.",
                "Tom Birch agreed to write to the hosts.",
                "",
            ),
            (
                "- The plan is read again in the summer.\n- The plan is read again in the summer.",
                "The plan is read again in the summer.",
                "",
            ),
        ],
        silent: &[
            "Tom Birch agreed. Ines Almond spoke. Tom Birch agreed.",
            "There was no discussion under this item.\n\nThere was no discussion under this item.",
            "Tom Birch thanked the hosts for the rooms. Ines Almond thanked the hosts for the meals.",
            "- a plan of the rooms for May\n- a plan of the rooms for May",
            "The letter will be read again in the summer. It was read in May.",
        ],
    },
];

static HEAD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<noun>\p{Ll}{3,}(?:tion|sion|ment|ance|ence|ship|ing))\sof\s"));

/// How many words a phrase may have before its head returns.
const PHRASE: usize = 9;

fn returning_noun(desk: &Desk, marks: &mut Marks) {
    const BREAKS: &[&str] =
        &["and", "or", "but", "while", "as", "that", "which", "than", "not", "where"];
    for (at, line) in desk.manuscript.prose() {
        for found in HEAD.captures_iter(&line.text) {
            let (Some(whole), Some(noun)) = (found.get(0), found.name("noun")) else { continue };
            let rest = &line.text[whole.end()..];
            let mut capitals = false;
            for word in rest.split_whitespace().take(PHRASE) {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                let start = bare.as_ptr() as usize - line.text.as_ptr() as usize;
                if BREAKS.contains(&bare) {
                    break;
                }
                // After a name the noun is a second head; in other words it may be another thing.
                if bare == noun.as_str() && capitals {
                    let before = line.text[..start].trim_end().len();
                    let message = format!("“{bare}” stands at the head of this phrase already.");
                    marks.words(at, before..start + bare.len(), message, Fix::proposed(""));
                    break;
                }
                capitals = bare.starts_with(char::is_uppercase);
                if word.ends_with(['.', ',', ';', ':', '!', '?']) {
                    break;
                }
            }
        }
    }
}

/// Shorter sentences may well return.
const LONG_ENOUGH: usize = 6;

fn sentence_twice(desk: &Desk, marks: &mut Marks) {
    let sentences = &desk.template.sentences;
    let own =
        [sentences.empty_item.as_str(), &sentences.empty_secretariat, &sentences.next_meeting_open];
    let body = |line: &Line| matches!(line.role, Role::Paragraph | Role::ListItem);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (at, line) in desk.manuscript.prose().filter(|(_, line)| body(line)) {
        let mut from = 0;
        while from < line.text.len() {
            let range = sentence(&line.text, from);
            let range = range.start.max(from)..range.end.max(from + 1).min(line.text.len());
            let Some(text) = line.text.get(range.clone()) else { break };
            let words: Vec<&str> = text.split_whitespace().collect();
            let whole = words.join(" ");
            let told = whole.ends_with('.') && words.len() >= LONG_ENOUGH;
            if told && !own.contains(&whole.as_str()) && seen.insert(whole, at).is_some() {
                let trimmed = range.start + text.trim_end().len();
                let first = range.start + (text.len() - text.trim_start().len());
                let end = line.text[first..trimmed].find('\n').map_or(trimmed, |at| first + at);
                marks.words(at, first..end, "This sentence stands in the report already.", None);
            }
            from = range.end + line.text[range.end..].len()
                - line.text[range.end..].trim_start().len();
        }
    }
}

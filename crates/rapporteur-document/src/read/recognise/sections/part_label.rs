//! Which lines head the parts of a section, and by what label.
//!
//! Called by [`sections`](super::sections()). Deliberately absent: headings of sections.

use super::{Gathered, heading_like, level};
use crate::model::fold;
use crate::read::ReadAgendaItem;
use crate::read::lines::{Line, MarkKind, Style};
use crate::read::recognise::agenda::title;
use crate::read::recognise::headings::words;
use crate::read::recognise::sections::number_of;
use std::collections::HashMap;

/// The label of a lettered part or a numbered sub-heading; empty for a styled one without label.
pub fn part_label(
    lines: &[Line],
    at: usize,
    open: &Gathered,
    last: u32,
    agenda: &[ReadAgendaItem],
) -> Option<String> {
    open.heading.as_ref()?;
    let line = &lines[at];
    if !heading_like(line) {
        return None;
    }
    match line.mark.as_ref().map(|mark| mark.kind) {
        Some(MarkKind::Letter(letter)) if letter.is_uppercase() => {
            let before = open.parts.iter().rev().find_map(|(_, label, _)| label.chars().next());
            let expected =
                before.map_or('A', |before| char::from_u32(u32::from(before) + 1).unwrap_or('A'));
            (letter == expected).then(|| letter.to_string())
        }
        Some(MarkKind::Letter(letter)) if names_nested_item(line, last, agenda) => {
            Some(letter.to_string())
        }
        // A small letter opens a part only where it stands out, else it is an entry of a list.
        Some(MarkKind::Letter(letter)) if line.is_styled() && level(line) > open.level => {
            Some(letter.to_string())
        }
        Some(MarkKind::Letter(letter)) if line.is_bold() && line.gap_before => {
            Some(letter.to_string())
        }
        Some(MarkKind::Letter(letter))
            if follows_parts(letter, open) && stands_over_text(lines, at) =>
        {
            Some(letter.to_string())
        }
        Some(MarkKind::Outline(first, second)) if first == last => {
            // `2.1.3` as it is printed.
            let printed = line.mark.as_ref().map_or("", |mark| mark.printed.trim());
            let label = printed.trim_end_matches(['.', ')', ':', ' ']);
            let figures = label.chars().all(|c| c.is_ascii_digit() || c == '.');
            let whole = figures && label.contains('.') && label.starts_with(|c| c != '.');
            Some(if whole { label.to_owned() } else { format!("{first}.{second}") })
        }
        Some(MarkKind::Number(number)) if matches!(line.style, Style::Heading(level) if level > open.level && open.level > 0) => {
            Some(number.to_string())
        }
        None if matches!(line.style, Style::Heading(level) if level > open.level && open.level > 0) => {
            Some(String::new())
        }
        // Among styled headings a short line all in bold is the smallest of them: on a page it
        // has the size of the text.
        // Among numbered headings in bold, one without a number is smaller.
        None if line.style == Style::Body
            && (open.level > 0 || open.number.is_some() && stands_over_text(lines, at))
            && names_a_part(line) =>
        {
            Some(String::new())
        }
        _ => None,
    }
}

/// Whether a small letter is the next one that a part of the section may have.
fn follows_parts(letter: char, open: &Gathered) -> bool {
    let before = open.parts.last().and_then(|(_, label, _)| label.chars().next());
    let expected = before.map_or(Some('a'), |before| char::from_u32(u32::from(before) + 1));
    letter.is_lowercase() && Some(letter) == expected
}

/// Whether a line stands alone, between blank lines, above running text.
fn stands_over_text(lines: &[Line], at: usize) -> bool {
    let Some(next) = lines.get(at + 1) else { return false };
    let text = next.text();
    lines[at].gap_before
        && next.gap_before
        && next.mark.is_none()
        && !next.table_row
        && !next.is_styled()
        && text.ends_with(['.', ':', '?', '!', '”', '"'])
        && text.split_whitespace().nth(5).is_some()
}

/// For every line, whether it heads a part by nothing but its place and its likeness to another line
/// of the section: `First call` and `Second call`, alone above text.
pub fn parallel_headings(lines: &[Line]) -> Vec<bool> {
    let mut heads = vec![false; lines.len()];
    // The words of the candidates of a section, each with the line it stood on first.
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if number_of(line).is_some() || line.is_styled() {
            seen.clear();
            continue;
        }
        if !may_be_parallel(lines, at) {
            continue;
        }
        for word in words(&line.text()).into_iter().filter(|word| COUNTED.contains(&word.as_str()))
        {
            match seen.get(&word) {
                Some(first) => {
                    heads[*first] = true;
                    heads[at] = true;
                }
                None => {
                    seen.insert(word, at);
                }
            }
        }
    }
    heads
}

/// What a meeting is divided into.
const COUNTED: &[&str] = &[
    "block",
    "call",
    "chapter",
    "cluster",
    "day",
    "group",
    "panel",
    "part",
    "phase",
    "question",
    "round",
    "segment",
    "session",
    "stream",
    "theme",
    "topic",
    "track",
    "workstream",
];

/// Whether a line may be such a heading: short, alone above text, with a count.
fn may_be_parallel(lines: &[Line], at: usize) -> bool {
    const COUNTS: &[&str] = &[
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "a",
        "b",
        "c",
        "d",
        "morning",
        "afternoon",
        "evening",
        "i",
        "ii",
        "iii",
        "iv",
        "opening",
        "closing",
    ];
    let line = &lines[at];
    if line.is_longer_than(80) || line.mark.is_some() || line.table_row || line.style != Style::Body
    {
        return false;
    }
    let text = line.text();
    let bare = text.split(" (").next().unwrap_or("");
    let words = words(bare);
    let counted = |word: &String| {
        COUNTS.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.starts_with(char::is_uppercase)
        && words.len() <= 6
        && !text.ends_with(['.', ';', ',', '?', '!'])
        && words.iter().take(3).any(counted)
        && stands_over_text(lines, at)
}

/// Whether the agenda has this line below the item of the section's number.
fn names_nested_item(line: &Line, number: u32, agenda: &[ReadAgendaItem]) -> bool {
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let text = fold(&title(&line.text()));
    at.and_then(|at| agenda.get(at))
        .is_some_and(|item| item.items.iter().any(|nested| fold(&nested.title) == text))
}

fn names_a_part(line: &Line) -> bool {
    let text = line.text();
    line.is_bold()
        && text.split_whitespace().count() <= 12
        && !text.contains('\t')
        && !text.ends_with(['.', ';', ',', ':', '?', '!'])
}

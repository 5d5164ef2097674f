//! Headings that count the agenda's items otherwise than the agenda does: `A.`, `ii)`, and
//! `Agenda item 2` without the item's words.
//!
//! Called by [`sections`](super::sections()). Only what the agenda bears out is taken.

use super::{heading_like, number_of};
use crate::model::fold;
use crate::read::ReadAgendaItem;
use crate::read::lines::{Line, Mark, MarkKind, Run};
use crate::read::recognise::agenda::title;
use crate::read::recognise::headings::likeness;
use crate::read::recognise::ordinals::ordinal_in;

/// The lines, with the agenda's numbers before headings that count its items.
pub fn counted(mut lines: Vec<Line>, agenda: &[ReadAgendaItem]) -> Vec<Line> {
    if agenda.len() < 2 {
        return lines;
    }
    let lines_named = lines.iter().any(|line| bare_label(line, agenda).is_some());
    if lines_named {
        lines = with_titles(lines, agenda);
    }
    let item = |number: u32| agenda.get(usize::try_from(number).ok()?.checked_sub(1)?);
    let likes = |line: &Line, number: u32| {
        item(number).map_or(0.0, |item| likeness(&item.title, &title(&line.text())))
    };
    let numbered = |line: &Line| number_of(line).is_some_and(|number| likes(line, number) >= 0.5);
    if lines.iter().any(numbered) {
        return lines;
    }
    for value in [large_letter, small_letter, small_roman] {
        let mut at_of = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            let next = u32::try_from(at_of.len() + 1).ok();
            if value(line).is_some() && value(line) == next && stands_over_text(&lines, at) {
                at_of.push(at);
            }
        }
        let numbers = || at_of.iter().zip(1_u32..);
        let alike = numbers().filter(|(at, number)| likes(&lines[**at], *number) >= 0.3).count();
        let exact = numbers().filter(|(at, number)| {
            item(*number).is_some_and(|item| fold(&item.title) == fold(&title(&lines[**at].text())))
        });
        // Large letters before the agenda's own words are known already.
        let large = at_of.iter().all(|at| large_letter(&lines[*at]).is_some());
        let known = large && exact.count() == at_of.len();
        let whole = at_of.len() == agenda.len();
        if at_of.len() > 1 && !known && (whole || alike * 2 > at_of.len()) {
            for (at, number) in at_of.into_iter().zip(1_u32..) {
                if let Some(mark) = &mut lines[at].mark {
                    mark.kind = MarkKind::Number(number);
                }
            }
            break;
        }
    }
    lines
}

fn letter(line: &Line) -> Option<char> {
    match line.mark.as_ref()?.kind {
        MarkKind::Letter(letter) => Some(letter),
        _ => None,
    }
}

fn large_letter(line: &Line) -> Option<u32> {
    letter(line).filter(char::is_ascii_uppercase).map(|c| u32::from(c) - u32::from('A') + 1)
}

fn small_letter(line: &Line) -> Option<u32> {
    letter(line).filter(char::is_ascii_lowercase).map(|c| u32::from(c) - u32::from('a') + 1)
}

fn small_roman(line: &Line) -> Option<u32> {
    match line.mark.as_ref()?.kind {
        MarkKind::Roman(number, false) => Some(number),
        MarkKind::Letter('i') => Some(1),
        MarkKind::Letter('v') => Some(5),
        MarkKind::Letter('x') => Some(10),
        _ => None,
    }
}

/// Whether a line stands alone as headings do, with text below it.
fn stands_over_text(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let below = lines.get(at + 1);
    let apart = line.gap_before || line.is_styled() || line.is_bold();
    apart && heading_like(line) && below.is_some_and(|below| below.mark.is_none())
}

/// The number of a line that is only `Agenda item 2`, where the agenda has such an item.
fn bare_label(line: &Line, agenda: &[ReadAgendaItem]) -> Option<u32> {
    if line.mark.is_some() || line.table_row || line.is_longer_than(40) {
        return None;
    }
    let text = fold(line.text().trim_end_matches([':', '.']));
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = match words[..] {
        ["agenda", "item" | "point" | "topic", number] | ["item" | "point", number] => number,
        _ => return None,
    };
    let number = number.parse().ok().or_else(|| ordinal_in(&number.to_uppercase()))?;
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    agenda.get(at).map(|_| number)
}

/// `Agenda item 2` with the words of that item, which may stand on the next line.
fn with_titles(lines: Vec<Line>, agenda: &[ReadAgendaItem]) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    while let Some(mut line) = rest.next() {
        let number = bare_label(&line, agenda);
        let item = number.and_then(|n| agenda.get(usize::try_from(n).ok()?.checked_sub(1)?));
        if let Some((number, item)) = number.zip(item) {
            let printed = format!("{} ", line.text());
            let below = rest.next_if(|below| {
                heading_like(below) && likeness(&item.title, &title(&below.text())) >= 0.6
            });
            line.runs = below.map_or_else(|| vec![Run::plain(&item.title)], |below| below.runs);
            line.mark = Some(Mark { depth: 0, kind: MarkKind::Number(number), printed });
        }
        out.push(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    #[test]
    fn headings_count_the_agenda_in_their_own_way() {
        for (marks, titles, expected) in [
            (["I.", "II.", "III."], ["Boats", "Tides", "Lights"], "1 Boats|2 Tides|3 Lights"),
            (
                ["a)", "b)", "c)"],
                ["The boats of the bay", "Tides", "Lights"],
                "1 The boats of the bay|2 Tides|3 Lights",
            ),
            (
                ["i)", "ii)", "iii)"],
                ["Boats and nets", "Tides", "Lights"],
                "1 Boats and nets|2 Tides|3 Lights",
            ),
            (
                ["A.", "B.", "C."],
                ["Opening the season", "High water", "What shines"],
                "1 Opening the season|2 High water|3 What shines",
            ),
            (
                ["Item one:", "Item two:", "Item three:"],
                ["Boats", "Tides", "Lights"],
                "1 Boats|2 Tides|3 Lights",
            ),
            (
                ["Agenda item I:", "Agenda item II:", "Agenda item III:"],
                ["Boats", "Tides", "Lights"],
                "1 Boats|2 Tides|3 Lights",
            ),
            (
                ["Agenda item 1", "Agenda item 2", "Agenda item 3"],
                ["", "", ""],
                "1 Boats|2 Tides|3 Lights",
            ),
            (
                ["Agenda item 1\n\n", "Agenda item 2\n\n", "Agenda item 3\n\n"],
                ["Boats", "The tides", "Lights"],
                "1 Boats|2 The tides|3 Lights",
            ),
            // Two of three are entries of a list.
            (["a)", "b)", "-"], ["Ask the port", "Ask the board", "Wait"], ""),
        ] {
            let sections: Vec<String> = marks
                .iter()
                .zip(titles)
                .map(|(mark, title)| format!("{mark} {title}\n\nThe group said so.\n\n"))
                .collect();
            let text = format!(
                "Summary Report\n\nThe 7th meeting of the Bay Group was held on 5 May 2021.\n\nAgenda\n\n1. Boats\n2. Tides\n3. Lights\n\nDiscussion\n\n{}",
                sections.concat()
            );
            let found = read(text.as_bytes(), "a.txt").unwrap().report.sections;
            let told: Vec<String> = found
                .iter()
                .filter_map(|section| Some(format!("{} {}", section.number?, section.title)))
                .collect();
            assert_eq!(told.join("|"), expected, "{text}");
        }
    }
}

//! Numbers that stand before headings and agenda items without a full stop: `1 Matters arising`.
//!
//! Called by [`recognise`](super::recognise()). A figure before a capital may be an amount or a day,
//! so only lines that count on from 1 are taken. Deliberately absent: numbers with a full stop or a
//! bracket, which every reader takes off, and rows of tables.

use super::doubt;
use super::sections::heading_like;
use crate::read::Doubt;
use crate::read::lines::{Line, Mark, MarkKind};
use crate::read::text::roman;
use regex::Regex;
use std::sync::LazyLock;

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?P<label>\d{1,2}|[IVX]{1,5})(?:\s*[:–—-])?\s+[\p{Lu}‘“«]")
        .expect("the pattern is constant and tested")
});

/// `4, AoB`, and no long text after it.
static COMMA: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?P<label>\s*(?P<number>\d{1,2}), )\p{Lu}[^,]{1,80}$")
        .expect("the pattern is constant and tested")
});

/// How many lines without heading style must count on before they are taken for a list.
const FEWEST_PLAIN: usize = 3;

/// A line that begins with a number.
struct Numbered {
    at: usize,
    kind: MarkKind,
    value: u32,
    /// Bytes of the number with what parts it from the words.
    length: usize,
}

/// Takes the numbers off headings and items that count on from 1.
pub fn take_bare_numbers(lines: &mut [Line]) {
    let mut runs: Vec<Vec<Numbered>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(found) = numbered(at, line) else { continue };
        match runs.last_mut().and_then(|run| run.last().map(|last| (last.value, last.kind))) {
            Some((last, kind)) if found.value == last + 1 && alike(kind, found.kind) => {
                runs.last_mut().expect("its last was just seen").push(found)
            }
            _ if found.value == 1 => runs.push(vec![found]),
            _ => {}
        }
    }
    runs.retain(|run| counts(run, lines));
    for Numbered { at, kind, length, .. } in runs.into_iter().flatten() {
        let line = &mut lines[at];
        let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
        let printed = text[..length].trim_start().to_owned();
        line.runs = line.split_off(length);
        line.mark = Some(Mark { depth: 0, kind, printed });
    }
}

/// Takes `4, AoB` for the item after `3.`: text recognition reads the full stop as a comma.
pub fn take_commas(lines: &mut [Line], doubts: &mut Vec<Doubt>) {
    let figure = |line: &Line| match line.mark.as_ref().map(|mark| mark.kind) {
        Some(MarkKind::Number(number)) => Some(number),
        _ => None,
    };
    let mut last = None;
    for at in 0..lines.len() {
        let (before, rest) = lines.split_at_mut(at);
        let Some((line, after)) = rest.split_first_mut() else { return };
        if let Some(number) = figure(line) {
            last = Some(number);
            continue;
        }
        let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
        let found = COMMA.captures(&text).filter(|_| line.mark.is_none() && !line.table_row);
        let Some(found) = found.filter(|_| heading_like(line)) else { continue };
        let Ok(number) = found["number"].parse::<u32>() else { continue };
        let in_list = before.last().and_then(figure).is_some_and(|above| above + 1 == number)
            || after.first().and_then(figure) == number.checked_add(1);
        let heads = line.gap_before && last.is_some_and(|last| last + 1 == number);
        if !in_list && !heads {
            continue;
        }
        let length = found["label"].len();
        let printed = text[..length].trim_start().to_owned();
        let message = "This comma after a number was taken for the full stop of a numbered item.";
        doubts.push(doubt("number_comma", message, line.place, &text, None));
        line.runs = line.split_off(length);
        line.mark = Some(Mark { depth: 0, kind: MarkKind::Number(number), printed });
        last = Some(number);
    }
}

fn numbered(at: usize, line: &Line) -> Option<Numbered> {
    if line.mark.is_some() || line.table_row || !heading_like(line) {
        return None;
    }
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let found = NUMBER.captures(&text)?;
    let label = &found["label"];
    let (kind, value) = match label.parse() {
        Ok(value) => (MarkKind::Number(value), value),
        Err(_) => roman(label).map(|value| (MarkKind::Roman(value, true), value))?,
    };
    let capital = found[0].chars().next_back().map_or(0, char::len_utf8);
    Some(Numbered { at, kind, value, length: found[0].len() - capital })
}

fn alike(one: MarkKind, other: MarkKind) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// Whether lines that count on do so as headings or as a list, not by chance.
fn counts(run: &[Numbered], lines: &[Line]) -> bool {
    let stands_out = |line: &Line| line.is_styled() || line.is_bold();
    let headings = run.iter().all(|found| stands_out(&lines[found.at]));
    let alone = run.iter().all(|found| lines[found.at].gap_before);
    let list = run.windows(2).all(|pair| pair[1].at == pair[0].at + 1);
    headings && run.len() > 1 || (alone || list) && run.len() >= FEWEST_PLAIN
}

//! The agenda: items as printed, nested by their marks.

use super::blocks::inlines;
use super::headings::{Known, known};
use super::sections::{heading_like, number_of};
use crate::model::{Limits, fold};
use crate::read::ReadAgendaItem;
use crate::read::lines::{Line, Mark, MarkKind};
use std::collections::HashMap;

/// The agenda's items from the lines under its heading.
pub fn agenda(lines: &[Line]) -> Vec<ReadAgendaItem> {
    let mut items = Vec::new();
    let mut levels: Vec<(u8, u32)> = Vec::new();
    for line in lines {
        let level = level(line);
        match levels.iter().position(|known| *known == level) {
            Some(at) => levels.truncate(at + 1),
            None if levels
                .first()
                .is_some_and(|first| level.1 < first.1 || level.0 == 0 && first.0 != 0) =>
            {
                levels.truncate(1)
            }
            None if levels.len() >= Limits::AGENDA_DEPTH => {}
            None => levels.push(level),
        }
        let item = ReadAgendaItem {
            title: title(&line.text()),
            items: Vec::new(),
            content: inlines(&title_runs(line)),
        };
        push(&mut items, levels.len(), item);
    }
    items
}

/// An agenda that stands in a report without a heading.
#[derive(Clone, Copy)]
pub struct Unheaded {
    /// The line of its first item.
    pub at: usize,
    /// Whether the line above says that it is the agenda.
    pub announced: bool,
}

/// The agenda of a report that has no heading for it: a list below a line such as `Ana introduced
/// the agenda:`, or one whose first entry comes again below as a heading with the same number.
pub fn unheaded(lines: &[Line]) -> Option<Unheaded> {
    const AGENDA: &[&str] = &["agenda", "orden del dia", "ordre du jour"];
    let numbered = |line: &Line| Some((number_of(line)?, fold(&line.text())));
    let last: HashMap<_, usize> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((numbered(line)?, at))).collect();
    let entry = |line: &Line| line.mark.is_some() && heading_like(line);
    lines.windows(2).enumerate().filter(|(_, pair)| pair.iter().all(entry)).find_map(
        |(at, pair)| {
            let above = lines[..at].last().filter(|line| line.mark.is_none());
            let announced = above.is_some_and(|line| {
                let text = fold(&line.text());
                text.ends_with(':') && AGENDA.iter().any(|word| text.contains(word))
            });
            let comes_again = numbered(&pair[0])
                .is_some_and(|entry| last.get(&entry).is_some_and(|last| *last > at + 1));
            (announced || comes_again).then_some(Unheaded { at, announced })
        },
    )
}

/// `Agenda: 1. Budget; 2. Any other business` as a heading and the line of its items.
pub fn below_its_heading(mut line: Line) -> Vec<Line> {
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let (label, items) = text.split_once(':').unwrap_or((&text, ""));
    let items = items.trim_start();
    let counted = items.starts_with("1. ") || items.starts_with("1) ");
    let plain = line.mark.is_none() && !line.table_row;
    if !plain || !counted || known(label) != Some(Known::Agenda) {
        return vec![line];
    }
    let runs = line.split_off(text.len() - items.len());
    let mut items = Line { runs, gap_before: false, ..line.clone() };
    items.take_mark(false);
    vec![line, items]
}

/// Items that stand on one line, `1. Budget; 2. Any other business`, each as its own line.
pub fn apart(mut line: Line) -> Vec<Line> {
    let Some(Mark { kind: MarkKind::Number(first), printed, .. }) = line.mark.clone() else {
        return vec![line];
    };
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let mut starts = Vec::new();
    let mut at = 0;
    for number in first + 1.. {
        let label = printed.trim_start().replacen(&first.to_string(), &number.to_string(), 1);
        let found = text[at..].match_indices(&label).find(|(place, _)| {
            let before = text[..at + place].trim_end();
            before.ends_with([';', ',', '.']) && before.len() < at + place
        });
        let Some((place, _)) = found else { break };
        starts.push((at + place, number, label.len()));
        at += place + label.len();
    }
    let mut lines = Vec::new();
    for (start, number, length) in starts.into_iter().rev() {
        let runs = line.split_off(start);
        let mut item = Line { runs, gap_before: false, ..line.clone() };
        item.runs = item.split_off(length);
        if let Some(mark) = &mut item.mark {
            *mark =
                Mark { kind: MarkKind::Number(number), printed: format!("{number}. "), ..*mark };
        }
        lines.insert(0, item);
    }
    lines.insert(0, line);
    lines
}

fn push(items: &mut Vec<ReadAgendaItem>, depth: usize, item: ReadAgendaItem) {
    match items.last_mut() {
        Some(last) if depth > 1 => push(&mut last.items, depth - 1, item),
        _ => items.push(item),
    }
}

/// Unmarked, numbered, bulleted and lettered items stand on different levels.
fn level(line: &Line) -> (u8, u32) {
    line.mark.as_ref().map_or((0, 0), |mark| {
        let class = match mark.kind {
            MarkKind::Number(_) => 1,
            MarkKind::Outline(..) => 2,
            MarkKind::Bullet => 3,
            MarkKind::Letter(c) => 4 + u8::from(c.is_uppercase()),
            MarkKind::Roman(_, upper) => 6 + u8::from(upper),
        };
        (class, mark.depth)
    })
}

/// A title without the punctuation that ends an item of a list.
pub fn title(text: &str) -> String {
    let text = text.trim();
    let bare = text.trim_end_matches([';', ',', ':']).trim_end();
    match bare.strip_suffix('.') {
        Some(before) if !before.ends_with('.') && !before.ends_with(" etc") => before.to_owned(),
        _ => bare.to_owned(),
    }
}

/// The runs of a title without its end punctuation.
pub fn title_runs(line: &Line) -> Vec<crate::read::lines::Run> {
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let leading = text.len() - text.trim_start().len();
    let mut kept = line.clone();
    kept.split_off(leading + title(&text).len());
    for run in &mut kept.runs {
        run.bold = false;
        run.italic = false;
        run.text = run.text.replace('\n', " ");
    }
    kept.runs
}

//! The agenda: items as printed, nested by their marks.

use super::blocks::inlines;
use super::headings::{Known, known};
use super::sections::{heading_like, number_of};
use crate::model::{Limits, fold};
use crate::read::ReadAgendaItem;
use crate::read::lines::{Line, Mark, MarkKind, Style};
pub use adopted::adopted;
use adopted::adopts_agenda;
use std::collections::{HashMap, HashSet};

mod adopted;

/// The agenda's items from the lines under its heading.
pub fn agenda(lines: &[Line]) -> Vec<ReadAgendaItem> {
    let mut items = Vec::new();
    let mut levels: Vec<(u8, u32)> = Vec::new();
    let last_number = lines.iter().rposition(|line| number_of(line).is_some()).unwrap_or(0);
    for (at, line) in lines.iter().enumerate() {
        let level = level(beside_missing_number(lines, at).unwrap_or(line));
        // What stands without a mark between two numbers belongs to the first of them.
        let between = level.0 == 0 && at < last_number;
        match levels.iter().position(|known| *known == level) {
            Some(at) => levels.truncate(at + 1),
            None if levels.first().is_some_and(|first| {
                level.1 < first.1 || level.0 == 0 && first.0 != 0 && !between
            }) =>
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

/// The line above a line whose number recognition lost: the next one counts on from the two.
fn beside_missing_number(lines: &[Line], at: usize) -> Option<&Line> {
    let above = lines.get(at.checked_sub(1)?)?;
    let (number, next) = (number_of(above)?, number_of(lines.get(at + 1)?)?);
    (lines[at].mark.is_none() && next == number + 2).then_some(above)
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

/// Whether the heading `Agenda` at this line stands over the meeting itself: smaller headings come
/// below it at once, with running text under them, and none of them comes again.
pub fn is_whole_meeting(lines: &[Line], at: usize) -> bool {
    let level = |line: &Line| if let Style::Heading(level) = line.style { level } else { 0 };
    let own = level(&lines[at]);
    let below = &lines[at + 1..];
    let end = below.iter().position(|line| (1..=own).contains(&level(line)));
    let (inside, after) = below.split_at(end.unwrap_or(below.len()));
    let headed = own > 0 && inside.first().is_some_and(|first| level(first) > own);
    let said = |line: &Line| {
        let text = line.text();
        let long = text.split_whitespace().nth(5).is_some();
        level(line) == 0 && line.mark.is_none() && !line.table_row && long
    };
    let titles: HashSet<String> =
        inside.iter().filter(|line| level(line) > own).map(|line| fold(&line.text())).collect();
    let again = after.iter().any(|line| titles.contains(&fold(&line.text())));
    headed && !again && inside.iter().any(said)
}

/// `Agenda: 1. Budget; 2. Any other business` as a heading and the line of its items, and `The
/// following items were on the agenda: (1) budget; and (2) any other business` likewise.
pub fn below_its_heading(mut line: Line) -> Vec<Line> {
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let (label, items) = text.split_once(':').unwrap_or((&text, ""));
    let items = items.trim_start();
    let counted = ["1. ", "1) ", "(1) ", "(a) ", "a) "].iter().any(|one| items.starts_with(one));
    // Most lines are text, which is seen at once.
    if !counted || line.table_row {
        return vec![line];
    }
    let plain = line.mark.is_none();
    let adopts = adopts_agenda(&format!("{label}:"));
    let heads = plain && (known(label) == Some(Known::Agenda) || announces_items(label));
    if !heads && !adopts {
        return vec![line];
    }
    let runs = line.split_off(text.len() - items.len());
    let mut items = Line { runs, mark: None, gap_before: false, ..line.clone() };
    items.take_mark(false);
    let items = apart(items);
    // What is no list is no agenda.
    if items.len() < 2 && known(label) != Some(Known::Agenda) {
        let [mut items] = items.try_into().unwrap_or_default();
        items.restore_mark();
        line.runs.append(&mut items.runs);
        return vec![line];
    }
    std::iter::once(line).chain(items).collect()
}

/// Whether words such as `The following items were on the agenda` announce the items and say
/// nothing else: no name and no number stands in them.
pub fn announces_items(text: &str) -> bool {
    const AGENDA: &[&str] = &["agenda", "items", "orden del dia", "ordre du jour", "ordem do dia"];
    const FIRST: &[&str] = &[
        "adopted",
        "agenda",
        "agreed",
        "draft",
        "el",
        "following",
        "items",
        "l'ordre",
        "on",
        "orden",
        "ordre",
        "our",
        "proposed",
        "the",
        "this",
    ];
    let folded = fold(text);
    let plain = |word: &str| word.starts_with(char::is_lowercase);
    folded.split_whitespace().next().is_some_and(|first| FIRST.contains(&first))
        && text.split_whitespace().skip(1).all(plain)
        && text.split_whitespace().count() <= 14
        && AGENDA.iter().any(|word| folded.contains(word))
}

/// Items that stand on one line, `1. Budget; 2. Any other business`, each as its own line.
pub fn apart(mut line: Line) -> Vec<Line> {
    let Some(Mark { kind: mut last, printed, .. }) = line.mark.clone() else { return vec![line] };
    let Some(mut sign) = sign(last) else { return vec![line] };
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let mut starts = Vec::new();
    let mut at = 0;
    let mut label = printed.trim_start().to_owned();
    while let Some(next) = after(last)
        && let Some(next_sign) = self::sign(next)
    {
        label = label.replacen(&sign, &next_sign, 1);
        let found = text[at..].match_indices(&label).find(|(place, _)| {
            let before = text[..at + place].trim_end();
            let before = ["and", "y", "et"].iter().find_map(|and| before.strip_suffix(and));
            let before = before.unwrap_or(&text[..at + place]).trim_end();
            before.ends_with([';', ',', '.']) && before.len() < at + place
        });
        let Some((place, _)) = found else { break };
        starts.push((at + place, next, label.len()));
        at += place + label.len();
        (last, sign) = (next, next_sign);
    }
    let mut lines = Vec::new();
    for (start, kind, length) in starts.into_iter().rev() {
        let runs = line.split_off(start);
        without_separator(&mut line);
        let mut item = Line { runs, gap_before: false, ..line.clone() };
        item.runs = item.split_off(length);
        if let Some(mark) = &mut item.mark {
            *mark = Mark {
                kind,
                printed: format!("{}. ", self::sign(kind).unwrap_or_default()),
                ..*mark
            };
        }
        lines.insert(0, item);
    }
    lines.insert(0, line);
    lines
}

/// What counts an item, as it is printed; None for a bullet.
fn sign(kind: MarkKind) -> Option<String> {
    match kind {
        MarkKind::Number(number) => Some(number.to_string()),
        MarkKind::Letter(letter) => Some(letter.to_string()),
        _ => None,
    }
}

/// What counts the item after one.
fn after(kind: MarkKind) -> Option<MarkKind> {
    match kind {
        MarkKind::Number(number) => number.checked_add(1).map(MarkKind::Number),
        MarkKind::Letter(letter) if letter.is_ascii_alphabetic() && !"zZ".contains(letter) => {
            char::from_u32(u32::from(letter) + 1).map(MarkKind::Letter)
        }
        _ => None,
    }
}

/// Takes off a line what parted it from the next item: `;`, or `, and` before the last.
fn without_separator(line: &mut Line) {
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let kept = text.trim_end();
    let before = [" and", " y", " et"].iter().find_map(|and| kept.strip_suffix(and));
    let before = before.map(str::trim_end).filter(|before| before.ends_with([';', ',']));
    line.split_off(before.unwrap_or(kept).trim_end_matches([';', ',', ' ']).len());
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

/// Whether a line such as `Next steps` is one more item below those of an agenda: without a mark
/// like them, or with the next letter, `E. Closing` below `D. Boats`.
pub fn is_item(line: &Line, agenda: &[Line]) -> bool {
    let letter_of = |line: &Line| match line.mark.as_ref().map(|mark| mark.kind) {
        Some(MarkKind::Letter(letter)) => Some(u32::from(letter.to_ascii_lowercase())),
        _ => None,
    };
    let above = agenda.last();
    if let Some(letter) = letter_of(line) {
        return above.map_or(Some(u32::from(b'a') - 1), letter_of) == Some(letter - 1);
    }
    let unmarked = line.mark.is_none() && above.is_some_and(|item| item.mark.is_none());
    unmarked && !line.is_styled() && !line.is_bold() && !line.gap_before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::lines::Run;

    #[test]
    fn an_item_whose_number_is_lost_stands_beside_the_others() {
        fn check(printed: &[&str], top: usize) {
            let line = |text: &&str| {
                let mut line = Line { runs: vec![Run::plain(*text)], ..Line::default() };
                line.take_mark(false);
                line
            };
            let lines: Vec<Line> = printed.iter().map(line).collect();
            assert_eq!(agenda(&lines).len(), top, "{printed:?}");
        }
        check(&["1. Tides", "Boats", "3. Ports"], 3);
        check(&["1. Tides", "Ana to report", "2. Ports"], 2);
        check(&["1. Tides", "Ana to report", "Boats", "3. Ports"], 2);
    }
}

//! Columns and tables: a strip of white down the page divides either two columns, which are read
//! one after the other, or the cells of a table, which are read row by row.
//!
//! Used by [`super::rows_of_page`].

use super::gutter::{Frame, gutter};
use super::rows::{Row, Stretch, on_one_line};
use crate::read::lines::{MarkKind, Run};
use crate::read::pdf::page::Rule;
use crate::read::recognise::is_known_heading;
use crate::read::text::{is_misread_bullet, split_mark};
use std::ops::Range;

/// The narrowest strip that divides, in type sizes.
const NARROWEST: f64 = 0.8;

/// The narrowest strip beside words that begin under each other.
const NARROWEST_ALIGNED: f64 = 0.25;

/// A page with more rows or stretches is no page of a report; it is read from top to bottom.
const MOST_ROWS: usize = 300;
const MOST_STRETCHES: usize = 3000;

/// More gaps in a row than a table has columns.
pub const MOST_GAPS: usize = 12;

/// Rows that are read one after the other.
pub struct Part {
    pub rows: Vec<Row>,
    pub is_narrow: bool,
    pub is_table: bool,
    /// Left and right of its column, where its rows alone do not say it.
    pub bounds: Option<(f64, f64)>,
}

/// Divides the rows of a page into parts in reading order; `frame` is that of the columns of the pages
/// before.
pub fn parts(rows: Vec<Row>, rules: &[Rule], frame: &mut Option<Frame>) -> Vec<Part> {
    let mut parts = Vec::new();
    let stretches: usize = rows.iter().map(|row| row.stretches.len()).sum();
    if rows.len() > MOST_ROWS || stretches > MOST_STRETCHES {
        return vec![Part { rows, is_narrow: false, is_table: false, bounds: None }];
    }
    let found = gutter(&rows, rules);
    if let Some((beside, strip)) = &found {
        *frame = Some(Frame::of(&rows[beside.clone()], *strip));
    }
    let known = frame.filter(|_| found.is_none());
    let Some((beside, strip)) = found.or_else(|| known?.beside(&rows)) else {
        undivided(&rows, rules, false, 0, &mut parts);
        return parts;
    };
    for part in side_by_side(&rows, rules, (beside, strip), (false, 0), &mut parts) {
        if let (Some(frame), Some(part)) = (known, parts.get_mut(part)) {
            part.bounds = Some(frame.around(&part.rows));
        }
    }
    parts
}

/// Divides rows at a strip, and what is left and right of it again: the places of the parts there.
fn side_by_side(
    rows: &[Row],
    rules: &[Rule],
    (beside, strip): (Range<usize>, (f64, f64)),
    (is_narrow, depth): (bool, usize),
    parts: &mut Vec<Part>,
) -> Range<usize> {
    let (left, right) = halves(&rows[beside.clone()], strip);
    divide(&rows[..beside.start], rules, is_narrow, depth, parts);
    let from = parts.len();
    divide(&left, rules, true, depth + 1, parts);
    divide(&right, rules, true, depth + 1, parts);
    let until = parts.len();
    divide(&rows[beside.end..], rules, is_narrow, depth, parts);
    from..until
}

fn divide(rows: &[Row], rules: &[Rule], is_narrow: bool, depth: usize, parts: &mut Vec<Part>) {
    let found = if depth < 2 { gutter(rows, rules) } else { None };
    match found {
        Some(found) => {
            side_by_side(rows, rules, found, (is_narrow, depth), parts);
        }
        None => undivided(rows, rules, is_narrow, depth, parts),
    }
}

fn undivided(rows: &[Row], rules: &[Rule], is_narrow: bool, depth: usize, parts: &mut Vec<Part>) {
    let mut plain: Vec<Row> = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let found = if depth < 4 { strip_from(rows, at) } else { None };
        let Some((mut end, strip)) = found else {
            plain.push(rows[at].clone());
            at += 1;
            continue;
        };
        let block = &rows[at..end];
        let (left, right) = halves(block, strip);
        if are_columns(&left, &right) {
            let above = taken_above(&mut plain, &rows[at], strip);
            flush(&mut plain, is_narrow, parts);
            divide(&left, rules, true, depth + 1, parts);
            divide(&[above, right].concat(), rules, true, depth + 1, parts);
        } else if left.len() >= 2 && right.len() >= 2 && !are_bullets(&left) {
            flush(&mut plain, is_narrow, parts);
            end = at + table_length(block, strip);
            let rows = table(&rows[at..end], rules);
            parts.push(Part { rows, is_narrow: true, is_table: true, bounds: None });
        } else if are_bullets(&left) {
            plain.extend(block.iter().cloned().map(with_bullet));
        } else {
            plain.extend(block.iter().cloned());
        }
        at = end;
    }
    flush(&mut plain, is_narrow, parts);
}

/// The rows at the top of the right column that stand above the first of the left.
fn taken_above(plain: &mut Vec<Row>, first: &Row, strip: (f64, f64)) -> Vec<Row> {
    let mut taken: Vec<Row> = Vec::new();
    let right = first.stretches.iter().find(|one| one.x.0 >= strip.1 - 0.1);
    let mut below = right.map_or(first.y, |right| right.on.0);
    while let Some(row) = plain.pop_if(|row| {
        row.x().0 >= strip.1 - 0.1 && (0.0..1.6 * row.size).contains(&(row.y - below))
    }) {
        below = row.y;
        taken.insert(0, row);
    }
    taken
}

/// How many rows of a block are a table: below its last one may stand rest of that one's first
/// cells, but nothing that is set apart from it or in bold.
fn table_length(block: &[Row], strip: (f64, f64)) -> usize {
    let right = |row: &Row| row.stretches.iter().any(|one| one.x.0 >= strip.1 - 0.1);
    let last = block.iter().rposition(right).unwrap_or(block.len() - 1);
    let is_bold = |row: &Row| {
        row.stretches
            .iter()
            .flat_map(|one| &one.runs)
            .all(|run| run.bold || run.text.trim().is_empty())
    };
    let goes_on = |two: &&[Row]| {
        let [above, below] = two else { return false };
        above.y - below.y < 1.45 * below.size && (is_bold(above) || !is_bold(below))
    };
    last + 1 + block[last..].windows(2).take_while(goes_on).count()
}

fn flush(plain: &mut Vec<Row>, is_narrow: bool, parts: &mut Vec<Part>) {
    if !plain.is_empty() {
        parts.push(Part { rows: std::mem::take(plain), is_narrow, is_table: false, bounds: None });
    }
}

/// The strip of white that begins at this row and goes down, and the row after its last.
fn strip_from(rows: &[Row], at: usize) -> Option<(usize, (f64, f64))> {
    let mut best: Option<(usize, (f64, f64))> = None;
    for mut strip in candidates(rows, at) {
        let column = strip.1;
        let mut last_right = at;
        let mut end = at;
        for (row_at, row) in rows.iter().enumerate().skip(at) {
            let Some(narrower) = narrowed(strip, column, row) else { break };
            let far = row_at > at && rows[row_at - 1].y - row.y > 4.0 * row.size;
            let heads = row_at > at && heads_anew(row, &rows[at]);
            if far || heads && !has_paragraph(&halves(&rows[at..row_at], strip).1) {
                break;
            }
            strip = narrower;
            end = row_at + 1;
            if row.stretches.iter().any(|one| one.x.0 >= strip.1 - 0.1) {
                last_right = row_at;
            }
        }
        // A column may be longer than its neighbour, as long as it goes on without a gap.
        let mut reach = last_right + 1;
        while reach < end
            && rows[reach - 1].y - rows[reach].y < 1.6 * rows[reach].size
            && (rows[reach].size - rows[reach - 1].size).abs() < 0.5
        {
            reach += 1;
        }
        if best.is_none_or(|(best_end, _)| reach > best_end) {
            best = Some((reach, strip));
        }
    }
    best.filter(|(end, _)| end - at >= 2)
}

/// Whether a row below is a heading, over something that is another table or none.
fn heads_anew(row: &Row, first: &Row) -> bool {
    let [only] = &row.stretches[..] else { return false };
    let text = only.text();
    let starts = (only.x.0 - first.x().0).abs() < 2.0 * row.size;
    starts && (row.size > first.size + 0.9 || is_known_heading(&text))
}

/// The gaps of this row, and of this row and the next where they stand side by side.
pub fn candidates(rows: &[Row], at: usize) -> Vec<(f64, f64)> {
    let row = &rows[at];
    let gap = |two: &[Stretch]| (two[0].x.1, two[1].x.0);
    let mut walled: Vec<(f64, f64)> =
        row.stretches.windows(2).filter(|two| two[1].walled).map(gap).collect();
    let mut gaps: Vec<(f64, f64)> =
        row.stretches.windows(2).filter(|two| !two[1].walled).map(gap).collect();
    if let (Some(next), [own]) = (rows.get(at + 1), &row.stretches[..])
        && row.y - next.y < 0.95 * row.size
    {
        let beside = next.stretches.iter().filter_map(|other| {
            let follows = (own.x.1 < other.x.0).then_some((own.x.1, other.x.0));
            follows.or_else(|| (other.x.1 < own.x.0).then_some((other.x.1, own.x.0)))
        });
        // Cells of different heights in a table with upright lines.
        let in_table = next.stretches.iter().any(|one| one.walled);
        if in_table { &mut walled } else { &mut gaps }.extend(beside);
    }
    gaps.retain(|gap| gap.1 - gap.0 >= NARROWEST * row.size);
    gaps.append(&mut walled);
    gaps.truncate(MOST_GAPS);
    gaps
}

/// What is left of a strip beside the words of a row; `None` where they cross it. Words to its right
/// begin at `column` where they stand in one.
pub fn narrowed(strip: (f64, f64), column: f64, row: &Row) -> Option<(f64, f64)> {
    let (mut left, mut right) = strip;
    for stretch in &row.stretches {
        let (from, to) = stretch.x;
        if to <= left || from >= right {
            continue;
        }
        // It reaches into the strip from one side.
        if from < left && to < right {
            left = to;
        } else if to > right && from > left {
            right = from;
        } else {
            return None;
        }
    }
    let aligned = (right - column).abs() < 1.0;
    let narrowest = if aligned { NARROWEST_ALIGNED } else { NARROWEST };
    (right - left >= narrowest * row.size).then_some((left, right))
}

pub fn halves(rows: &[Row], strip: (f64, f64)) -> (Vec<Row>, Vec<Row>) {
    let middle = (strip.0 + strip.1) / 2.0;
    let side = |is_left: bool| -> Vec<Row> {
        let beside = |one: &&Stretch| ((one.x.0 + one.x.1) / 2.0 <= middle) == is_left;
        let rows = rows
            .iter()
            .filter_map(|row| {
                let stretches: Vec<Stretch> =
                    row.stretches.iter().filter(beside).cloned().collect();
                // Lines of two columns seldom stand on one baseline.
                let (y, size) = stretches.first()?.on;
                Some(Row { y, size, stretches })
            })
            .collect();
        on_one_line(rows)
    };
    (side(true), side(false))
}

/// Running text on both sides, beside short lines too, or a numbered list that goes on at the top of
/// the other side.
fn are_columns(left: &[Row], right: &[Row]) -> bool {
    let walled = right.iter().flat_map(|row| &row.stretches).any(|one| one.walled);
    let both = prose(left) && prose(right)
        || !walled && (prose(left) && has_paragraph(right) || prose(right) && has_paragraph(left));
    both || goes_on(left, right)
}

/// Whether rows are nothing but the bullets of a list, or what recognition makes of them.
fn are_bullets(rows: &[Row]) -> bool {
    rows.iter().all(|row| {
        let text: String = row.stretches.iter().map(Stretch::text).collect();
        let text = text.trim();
        let mut signs = text.chars();
        let lone =
            signs.next().is_some_and(|sign| !sign.is_alphanumeric()) && signs.next().is_none();
        lone || is_misread_bullet(text)
    })
}

/// The row of an entry, whose words begin after its bullet.
fn with_bullet(mut row: Row) -> Row {
    if let [bullet, words, ..] = &mut row.stretches[..] {
        bullet.text_left = words.x.0;
    }
    row
}

fn prose(rows: &[Row]) -> bool {
    let words: usize = rows.iter().map(words).sum();
    let full = full(rows).into_iter().filter(|full| *full).count();
    rows.len() >= 4 && 2 * full >= rows.len() && words >= 4 * rows.len()
}

/// Whether several lines of running text stand under each other.
fn has_paragraph(rows: &[Row]) -> bool {
    let worded = |(full, row): (bool, &Row)| full && words(row) >= 4;
    let lines: Vec<bool> = full(rows).into_iter().zip(rows).map(worded).collect();
    lines.windows(4).any(|four| four.iter().all(|line| *line))
}

pub fn words(row: &Row) -> usize {
    row.stretches.iter().map(|one| one.text().split_whitespace().count()).sum()
}

/// Which rows are nearly as wide as the widest.
pub fn full(rows: &[Row]) -> Vec<bool> {
    let from = rows.iter().fold(f64::MAX, |x, row| x.min(row.x().0));
    let to = rows.iter().fold(f64::MIN, |x, row| x.max(row.x().1));
    rows.iter().map(|row| row.x().1 - row.x().0 > 0.7 * (to - from)).collect()
}

fn goes_on(left: &[Row], right: &[Row]) -> bool {
    let numbers = |rows: &[Row]| -> Vec<u32> {
        let texts = rows.iter().filter_map(|row| row.stretches.first()).map(Stretch::text);
        texts
            .filter_map(|text| match split_mark(&text, false)?.0.kind {
                MarkKind::Number(number) => Some(number),
                _ => None,
            })
            .collect()
    };
    let (left, right) = (numbers(left), numbers(right));
    let counts = |numbers: &[u32]| numbers.windows(2).all(|two| two[1] == two[0] + 1);
    left.len() >= 2
        && counts(&left)
        && counts(&right)
        && right.first().is_some_and(|first| Some(*first) == left.last().map(|last| last + 1))
}

/// The rows of a table, each with one stretch a cell, wrapped cells put together.
fn table(rows: &[Row], rules: &[Rule]) -> Vec<Row> {
    let columns = cells(rows);
    let mut whole: Vec<Row> = Vec::new();
    let mut ends = f64::MIN;
    let has_rules = is_ruled(rows, rules);
    let mut above: Vec<Option<Stretch>> = Vec::new();
    for row in rows {
        let mut placed: Vec<Option<Stretch>> = vec![None; columns.len()];
        for stretch in &row.stretches {
            let at = columns.iter().rposition(|column| stretch.x.0 >= column.0 - 1.0).unwrap_or(0);
            match &mut placed[at] {
                Some(cell) => append(cell, stretch),
                empty => *empty = Some(stretch.clone()),
            }
        }
        let ruled = rules.iter().any(|(y, from, to)| {
            *y < ends - 0.12 * row.size && *y > row.y + 0.5 * row.size && to - from > 30.0
        });
        let tight = ends - row.y < 1.5 * row.size;
        // Two lines of one cell never stand so close: cells are set at the middle of their row.
        let beside = ends - row.y < 0.8 * row.size;
        let continues = !whole.is_empty()
            && if beside {
                true
            } else if has_rules {
                !ruled
            } else {
                tight
                    && (placed.first().is_some_and(Option::is_none)
                        || are_wrapped(&placed, &above, &columns))
            };
        ends = row.y;
        above.clone_from(&placed);
        match whole.last_mut().filter(|_| continues) {
            Some(last) => {
                for (cell, more) in last.stretches.iter_mut().zip(placed) {
                    if let Some(more) = more {
                        append(cell, &more);
                    }
                }
            }
            None => {
                let stretches = placed
                    .into_iter()
                    .zip(&columns)
                    .map(|(cell, column)| cell.unwrap_or_else(|| empty(*column)))
                    .collect();
                whole.push(Row { stretches, ..row.clone() });
            }
        }
    }
    whole
}

/// Whether rules divide the rows; one alone only divides the headings from them.
fn is_ruled(rows: &[Row], rules: &[Rule]) -> bool {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return false };
    let mut inside: Vec<f64> = rules
        .iter()
        .filter(|(y, from, to)| *y < first.y && *y > last.y && to - from > 30.0)
        .map(|(y, ..)| *y)
        .collect();
    inside.sort_by(f64::total_cmp);
    inside.dedup_by(|one, other| (*one - *other).abs() < 3.0);
    inside.len() > 1
}

/// Whether each cell of a row goes on from the cell above it, where the first word had no more
/// room, and another cell is empty.
fn are_wrapped(
    placed: &[Option<Stretch>],
    above: &[Option<Stretch>],
    columns: &[(f64, f64)],
) -> bool {
    let goes_on = |at: usize, cell: &Stretch| {
        let before = above.get(at).and_then(Option::as_ref);
        before.is_some_and(|before| before.x.1 + cell.first_word > columns[at].1)
    };
    let mut filled = placed.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.as_ref()?)));
    placed.iter().any(Option::is_none) && filled.all(|(at, cell)| goes_on(at, cell))
}

fn empty(x: (f64, f64)) -> Stretch {
    Stretch {
        x,
        text_left: x.0,
        on: (0.0, 0.0),
        first_word: 0.0,
        runs: vec![],
        artifact: true,
        spaced: false,
        walled: false,
    }
}

fn append(cell: &mut Stretch, more: &Stretch) {
    // A name with a hyphen is divided after it.
    let hyphen = cell.runs.last().is_some_and(|run| run.text.ends_with(['-', '\u{2010}']));
    if !cell.runs.is_empty() && !hyphen {
        cell.runs.push(Run::plain(" "));
    }
    cell.runs.extend(more.runs.iter().cloned());
    cell.x = (cell.x.0.min(more.x.0), cell.x.1.max(more.x.1));
    cell.artifact &= more.artifact;
}

/// The spans between the strips that no row crosses.
fn cells(rows: &[Row]) -> Vec<(f64, f64)> {
    let mut spans: Vec<(f64, f64)> =
        rows.iter().flat_map(|row| &row.stretches).map(|stretch| stretch.x).collect();
    spans.sort_by(|one, other| one.0.total_cmp(&other.0));
    let size = rows.first().map_or(10.0, |row| row.size);
    let mut cells: Vec<(f64, f64)> = Vec::new();
    for span in spans {
        match cells.last_mut() {
            Some(cell) if span.0 < cell.1 + 0.1 * size => cell.1 = cell.1.max(span.1),
            _ => cells.push(span),
        }
    }
    cells
}

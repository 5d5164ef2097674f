//! A page set in columns: one strip of white down most of it, with text on both sides.
//!
//! Used by [`super::columns`] before it looks for shorter columns and for tables.

use super::columns::{MOST_GAPS, candidates, full, halves, narrowed, words};
use super::rows::{Row, Stretch};
use crate::read::pdf::page::Rule;
use std::ops::Range;

/// The fewest rows beside each other that make a page of columns.
const FEWEST_BESIDE: usize = 12;

/// The columns of a page, which those after it may have too.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    strip: (f64, f64),
    left: (f64, f64),
    right: (f64, f64),
}

/// How far, in points, words may reach out of a column.
const OVER: f64 = 2.0;

impl Frame {
    /// The columns on both sides of a strip.
    pub fn of(rows: &[Row], strip: (f64, f64)) -> Self {
        let (left, right) = halves(rows, strip);
        Self { strip, left: span(&left), right: span(&right) }
    }

    /// The rows of a page that has these columns too, but for a row or two above and below.
    pub fn beside(&self, rows: &[Row]) -> Option<(Range<usize>, (f64, f64))> {
        let within = |one: &Stretch| {
            let inside = |column: (f64, f64)| {
                one.x.0 > column.0 - OVER && one.x.1 < column.1 + OVER && !one.walled
            };
            inside(self.left) || inside(self.right)
        };
        let fits = |row: &Row| row.stretches.iter().all(within);
        let from = rows.iter().position(fits)?;
        let beside = from..from + rows[from..].iter().take_while(|row| fits(row)).count();
        let (left, right) = halves(&rows[beside.clone()], self.strip);
        let edge = |rows: &[Row], x: f64| rows.iter().any(|row| (row.x().0 - x).abs() < OVER);
        let sides = edge(&left, self.left.0) && right.len() > 1;
        (sides && rows.len() - beside.len() <= 2).then_some((beside, self.strip))
    }

    /// The column that rows stand in.
    pub fn around(&self, rows: &[Row]) -> (f64, f64) {
        let is_left = rows.first().is_some_and(|row| row.x().0 < self.strip.0);
        if is_left { self.left } else { self.right }
    }
}

/// Left and right of rows.
fn span(rows: &[Row]) -> (f64, f64) {
    let from = rows.iter().fold(f64::MAX, |x, row| x.min(row.x().0));
    (from, rows.iter().fold(f64::MIN, |x, row| x.max(row.x().1)))
}

/// The rows with running text on both sides of one strip of white, and that strip, where no word,
/// upright or rule crosses it: a page set in columns, whatever headings, lists and gaps are in them.
pub fn gutter(rows: &[Row], rules: &[Rule]) -> Option<(Range<usize>, (f64, f64))> {
    let reaches = |at: usize, mut strip: (f64, f64)| {
        let column = strip.1;
        let mut free = |row: &Row| {
            let narrower = narrowed(strip, column, row);
            strip = narrower.unwrap_or(strip);
            narrower.is_some()
        };
        let down = rows[at..].iter().take_while(|row| free(row)).count();
        let up = rows[..at].iter().rev().take_while(|row| free(row)).count();
        (at - up..at + down, strip)
    };
    let mut found: Vec<(Range<usize>, (f64, f64))> = Vec::new();
    for at in 0..rows.len() {
        for strip in candidates(rows, at) {
            let (beside, strip) = reaches(at, strip);
            let known = found.iter().any(|(other, its)| *other == beside && *its == strip);
            if beside.len() >= FEWEST_BESIDE && !known {
                found.push((beside, strip));
            }
        }
    }
    found.sort_by_key(|(beside, _)| std::cmp::Reverse(beside.len()));
    found.truncate(MOST_GAPS);
    found.into_iter().find(|(beside, strip)| {
        let block = &rows[beside.clone()];
        let (top, bottom) = (block[0].y + block[0].size, block[block.len() - 1].y);
        let crossed = rules.iter().any(|(y, from, to)| {
            *y < top && *y > bottom && *from < strip.0 - 1.0 && *to > strip.1 + 1.0
        });
        let (left, right) = halves(block, *strip);
        let whole = beside.len() * 5 >= rows.len() * 4;
        !crossed
            && ([&left, &right].into_iter().all(|side| is_running_text(side))
                || whole && are_halves(&left, &right))
    })
}

/// Whether most of a column is running text.
fn is_running_text(rows: &[Row]) -> bool {
    let lines = full(rows).into_iter().zip(rows).filter(|(full, row)| *full && words(row) >= 5);
    // A table may stand in a column; where a column is one, most rows begin at a line.
    !are_walled(rows)
        && rows.len() >= FEWEST_BESIDE
        && rows.iter().map(words).sum::<usize>() >= 4 * rows.len()
        && 3 * lines.count() >= rows.len()
}

/// Whether two sides of a page are columns of one width although one of them is mostly short lines,
/// as the head of a report is: their lines stand at heights of their own, as those of a table's cells
/// do not, or the left goes on at the top of the right in mid sentence.
fn are_halves(left: &[Row], right: &[Row]) -> bool {
    let sides = [left, right];
    if sides.iter().any(|side| side.len() < FEWEST_BESIDE || are_walled(side)) {
        return false;
    }
    let width = |rows: &[Row]| {
        let (from, to) = span(rows);
        to - from
    };
    let (one, other) = (width(left), width(right));
    let long = |rows: &[Row]| {
        let lines = full(rows).into_iter().zip(rows);
        lines.filter(|(full, row)| *full && words(row) >= 5).count()
    };
    let texts = [long(left), long(right)];
    let in_text = texts.iter().all(|lines| *lines >= 4)
        && sides.into_iter().zip(texts).any(|(side, lines)| 4 * lines >= side.len());
    if one.min(other) < 0.85 * one.max(other) || !in_text {
        return false;
    }
    let level = |row: &&Row| {
        let below = right.partition_point(|other| other.y > row.y + 0.1 * row.size);
        right.get(below).is_some_and(|other| other.y > row.y - 0.1 * row.size)
    };
    let text = |row: Option<&Row>| row.and_then(|row| row.stretches.first()).map(Stretch::text);
    let goes_on = full(left).last() == Some(&true)
        && text(left.last()).is_some_and(|text| text.ends_with(char::is_alphabetic))
        && text(right.first()).is_some_and(|text| text.starts_with(char::is_lowercase));
    goes_on || left.iter().filter(level).count() * 2 < left.len()
}

fn are_walled(rows: &[Row]) -> bool {
    let walled = rows.iter().filter(|row| row.stretches.iter().any(|one| one.walled));
    2 * walled.count() >= rows.len()
}

//! Reading order: the rows of a page, columns one after the other, tables row by row.
//!
//! Called by [`super::read`] for each page. Deliberately absent: paragraphs, which may go on over
//! pages and are put together afterwards.

mod columns;
mod gutter;
mod rows;

pub use gutter::Frame;
pub use rows::is_leftward;

use super::links::Link;
use super::page::{Placed, Rule, Upright};
use crate::read::lines::Run;

/// A row of text in its column, or a row of a table.
#[derive(Debug, Clone)]
pub struct TextRow {
    /// The page, from 1.
    pub page: u32,
    /// The column, counted over the whole file; rows of one column stand under each other.
    pub column: u32,
    /// How wide the page is.
    pub page_width: f64,
    /// Left and right of the column; of the page where there is one column only.
    pub bounds: (f64, f64),
    /// Whether the column is one of several.
    pub is_narrow: bool,
    /// Whether it is a row of a table; its cells stand apart by `\t`.
    pub is_table: bool,
    /// The baseline.
    pub y: f64,
    /// The size of most of its letters.
    pub size: f64,
    /// Left and right.
    pub x: (f64, f64),
    /// Where the words begin after a list mark, else the left.
    pub text_left: f64,
    /// The width of the first word.
    pub first_word: f64,
    /// The words.
    pub runs: Vec<Run>,
    /// Whether the file says that it is no content.
    pub artifact: bool,
    /// Whether the file prints a space after the last word.
    pub spaced: bool,
}

impl TextRow {
    /// The words.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether every word is bold.
    pub fn is_bold(&self) -> bool {
        self.runs.iter().all(|run| run.bold || run.text.trim().is_empty())
    }
}

/// The rows of a page (its number and width) in reading order; `columns` counts the file's columns, which
/// `frame` knows from the pages before.
pub fn rows_of_page(
    letters: Vec<Placed>,
    links: &[Link],
    (rules, uprights): (&[Rule], &[Upright]),
    page: (u32, f64),
    (columns, frame): (&mut u32, &mut Option<Frame>),
) -> Vec<TextRow> {
    let rows = rows::rows(letters, links, uprights);
    let mut ordered = Vec::new();
    for part in columns::parts(rows, rules, frame) {
        *columns += 1;
        let left = part.rows.iter().fold(f64::MAX, |x, row| x.min(row.x().0));
        let right = part.rows.iter().fold(f64::MIN, |x, row| x.max(row.x().1));
        let (left, right) = part.bounds.unwrap_or((left, right));
        for row in part.rows {
            let separator = if part.is_table { "\t" } else { " " };
            let (y, size, x) = (row.y, row.size, row.x());
            let first = row.stretches.first().cloned();
            let spaced = row.stretches.last().is_some_and(|last| last.spaced);
            let artifact = row.stretches.iter().all(|stretch| stretch.artifact);
            let mut runs: Vec<Run> = Vec::new();
            for stretch in row.stretches {
                if !runs.is_empty() {
                    runs.push(Run::plain(separator));
                }
                runs.extend(stretch.runs);
            }
            ordered.push(TextRow {
                page: page.0,
                page_width: page.1,
                column: *columns,
                bounds: (left, right),
                is_narrow: part.is_narrow,
                is_table: part.is_table,
                y,
                size,
                x,
                text_left: first.as_ref().map_or(x.0, |first| first.text_left),
                first_word: first.as_ref().map_or(0.0, |first| first.first_word),
                runs,
                artifact,
                spaced,
            });
        }
    }
    ordered
}

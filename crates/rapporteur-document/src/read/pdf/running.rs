//! Running headers, footers and page numbers: rows at the edges of pages that come again.
//!
//! Called by [`super::read`] once all pages are rows. What the file itself calls no content goes
//! without a word; what only looks like it goes with a doubt that quotes it once.

use super::order::TextRow;
use crate::read::Doubt;
use crate::read::recognise::doubt;
use crate::read::text::is_page_number;
use std::collections::{HashMap, HashSet};

/// How many rows at the top and at the bottom of a page may be running ones.
const EDGE: usize = 4;

/// Takes the running rows out of the pages.
pub fn without_running_rows(pages: &mut [Vec<TextRow>], doubts: &mut Vec<Doubt>) {
    let mut seen: HashMap<(String, i64, bool), HashSet<u32>> = HashMap::new();
    for page in pages.iter() {
        for (at_top, row) in edges(page) {
            seen.entry(key(&page[row], at_top)).or_default().insert(page[row].page);
        }
    }
    // A file of one page has no repetition, but may have a page number.
    let mut told = HashSet::new();
    for page in pages {
        let mut running = HashSet::new();
        for at_top in [true, false] {
            for (_, row) in edges(page).into_iter().filter(|(top, _)| *top == at_top) {
                let text = &page[row];
                let repeated = seen.get(&key(text, at_top)).is_some_and(|pages| pages.len() > 1);
                let number = is_page_number(&text.text()) && is_apart(page, row, at_top);
                if !text.artifact && !repeated && !number {
                    break;
                }
                running.insert(row);
                if !text.artifact && told.insert(without_digits(&text.text())) {
                    let message =
                        "This looks like a running header, footer or page number and was left out.";
                    doubts.push(doubt("running_line", message, text.page, &text.text(), None));
                }
            }
        }
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !running.contains(&(at - 1))
        });
    }
}

/// The rows at the top, from the top down, and those at the bottom, from the bottom up.
fn edges(page: &[TextRow]) -> Vec<(bool, usize)> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|one, other| page[*other].y.total_cmp(&page[*one].y));
    let top = order.iter().take(EDGE).map(|row| (true, *row));
    top.chain(order.iter().rev().take(EDGE).map(|row| (false, *row))).collect()
}

fn key(row: &TextRow, at_top: bool) -> (String, i64, bool) {
    (without_digits(&row.text()), (row.y / 4.0).round() as i64, at_top)
}

fn without_digits(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

/// Whether a row stands well apart from the one further in.
fn is_apart(page: &[TextRow], row: usize, at_top: bool) -> bool {
    let own = &page[row];
    let distances = page.iter().map(|other| if at_top { own.y - other.y } else { other.y - own.y });
    let nearest = distances.filter(|distance| *distance > 1.0).fold(f64::MAX, f64::min);
    nearest > 1.8 * own.size
}

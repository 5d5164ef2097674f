//! Running headers, footers and page numbers: rows at the edges of pages that come again.
//!
//! Called by [`super::read`] once all pages are rows. What the file itself calls no content goes
//! without a word; what only looks like it goes with a doubt that quotes it once.

use super::order::TextRow;
use crate::read::recognise::doubt;
use crate::read::text::is_page_number;
use crate::read::{Doubt, furniture};
use std::collections::{HashMap, HashSet};

/// The words without digits, the height on the page, and whether it is the top of one.
type Key = (String, i64, bool);

/// How many rows at the top and at the bottom of a page may be running ones.
const EDGE: usize = 4;

/// Takes the running rows out of the pages.
pub fn without_running_rows(pages: &mut [Vec<TextRow>], doubts: &mut Vec<Doubt>) {
    let mut seen: HashMap<Key, Vec<(u32, Vec<u32>)>> = HashMap::new();
    for page in pages.iter() {
        for (at_top, row) in edges(page) {
            let row = &page[row];
            seen.entry(key(row, at_top)).or_default().push((row.page, numbers(&row.text())));
        }
    }
    let mut told = HashSet::new();
    let count = pages.len();
    for page in pages {
        let mut running = HashSet::new();
        for at_top in [true, false] {
            for (_, at) in edges(page).into_iter().filter(|(top, _)| *top == at_top) {
                let row = &page[at];
                let text = row.text();
                let others = seen.get(&key(row, at_top)).map_or(&[][..], Vec::as_slice);
                let own = numbers(&text);
                // What ends like a sentence may be one that two pages begin or end with.
                let sure = !text.trim_end().ends_with(['.', ',', ';', ':', '!', '?'])
                    || is_apart(page, at, at_top)
                    || others.len() > 2 && others.len() * 2 > count;
                let comes_again =
                    sure && others.iter().any(|other| comes_again((row.page, &own), other));
                let number = is_page_number(&text) && is_apart(page, at, at_top);
                if !row.artifact && !comes_again && !number {
                    break;
                }
                running.insert(at);
                if !row.artifact && told.insert(without_digits(&text)) {
                    let message =
                        "This looks like a running header, footer or page number and was left out.";
                    doubts.push(doubt("running_line", message, row.page, &text, None));
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

/// Takes the menu of a web page out of the first rows, and its foot out of the last.
pub fn without_furniture(pages: &mut [Vec<TextRow>], doubts: &mut Vec<Doubt>) {
    let mut take = |page: &mut Vec<TextRow>, at_end: bool| {
        let edge = page.len().saturating_sub(furniture::EDGE);
        let mut at = 0;
        page.retain(|row| {
            let near = if at_end { at >= edge } else { at < furniture::EDGE };
            at += 1;
            let gone = near && furniture::is_furniture(&row.text().replace('\t', " | "), at_end);
            if gone {
                let text = row.text();
                doubts.push(doubt("running_line", furniture::MESSAGE, row.page, &text, None));
            }
            !gone
        });
    };
    let worded = |page: &&mut Vec<TextRow>| !page.is_empty();
    if let Some(first) = pages.iter_mut().find(worded) {
        take(first, false);
    }
    if let Some(last) = pages.iter_mut().rfind(worded) {
        take(last, true);
    }
}

/// The same words in the same place; numbers are the same or count the pages.
fn comes_again(own: (u32, &[u32]), other: &(u32, Vec<u32>)) -> bool {
    let pages = i64::from(other.0) - i64::from(own.0);
    let counts = |(one, other): (&u32, &u32)| {
        let step = i64::from(*other) - i64::from(*one);
        step == 0 || step == pages
    };
    pages != 0 && own.1.len() == other.1.len() && own.1.iter().zip(&other.1).all(counts)
}

fn numbers(text: &str) -> Vec<u32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    digits.map(|digits| digits.parse().unwrap_or(u32::MAX)).collect()
}

/// The rows at the top, from the top down, and those at the bottom, from the bottom up.
fn edges(page: &[TextRow]) -> Vec<(bool, usize)> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|one, other| page[*other].y.total_cmp(&page[*one].y));
    let top = order.iter().take(EDGE).map(|row| (true, *row));
    top.chain(order.iter().rev().take(EDGE).map(|row| (false, *row))).collect()
}

fn key(row: &TextRow, at_top: bool) -> Key {
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

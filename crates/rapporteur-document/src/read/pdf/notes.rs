//! Footnotes: raised numbers in the text, and what stands under them at the foot of the page.
//!
//! Called by [`super::read`] once running rows are gone. `order` writes raised digits as Unicode
//! superscripts (`¹`); here those with a note at the foot of their page become its reference, and
//! all others plain digits again. Deliberately absent: notes at the end of a file, which are read
//! where they stand.

use super::order::TextRow;
use crate::read::lines::{Line, Run, Style};

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A footnote, taken off its page.
pub struct Note {
    number: String,
    page: u32,
    line: Line,
}

/// A digit as a superscript; any other character stays.
pub fn raised(c: char) -> char {
    c.to_digit(10).map_or(c, |digit| RAISED[digit as usize])
}

/// Takes the footnotes off the pages; those of the last page may be of any page before it. Only
/// their references stay raised.
pub fn take_notes(pages: &mut [Vec<TextRow>]) -> Vec<Note> {
    let referred: Vec<Vec<String>> = pages
        .iter()
        .map(|page| page.iter().flat_map(|row| references(&row.text())).collect())
        .collect();
    let mut of_pages: Vec<Vec<Note>> = Vec::new();
    let last = pages.len().saturating_sub(1);
    for (at, page) in pages.iter_mut().enumerate() {
        let before = if at == last { referred[..at].concat() } else { vec![] };
        let from = first_note(page, &before).unwrap_or(page.len());
        of_pages.push(page.split_off(from).into_iter().fold(Vec::new(), add));
    }
    for (at, page) in pages.iter_mut().enumerate() {
        for row in page {
            let noted = |number: &str| {
                [at, last].iter().flat_map(|of| &of_pages[*of]).any(|note| note.number == number)
            };
            keep_references(&mut row.runs, noted);
        }
    }
    of_pages.into_iter().flatten().collect()
}

/// Takes the references out of a paragraph's words and gives their notes, in order.
pub fn notes_of(line: &mut Line, notes: &mut Vec<Note>) -> Vec<Line> {
    let page = line.place;
    let mut found = Vec::new();
    for run in &mut line.runs {
        for number in numbers(&run.text) {
            let of_number = |note: &Note| note.number == number && note.page >= page;
            if let Some(at) = notes.iter().position(of_number) {
                found.push(notes.remove(at).line);
            }
        }
        if run.text.contains(RAISED) {
            // One that stood apart leaves one space.
            run.text = run.text.replace(RAISED, "").replace("  ", " ");
        }
    }
    found
}

/// The notes that no paragraph referred to.
pub fn left_over(notes: Vec<Note>) -> impl Iterator<Item = Line> {
    notes.into_iter().map(|note| note.line)
}

/// Where the notes of a page begin: the first of the last rows that begins with a raised number
/// which stands in the text above, or before the page.
fn first_note(page: &[TextRow], before: &[String]) -> Option<usize> {
    let begins = |at: &usize| {
        let row = &page[*at];
        let number = leading(&row.text());
        let below = page[at + 1..].iter().all(|other| other.y < row.y && !other.is_table);
        let referred = |other: &TextRow| references(&other.text()).contains(&number);
        !number.is_empty()
            && !row.is_table
            && below
            && (page[..*at].iter().any(referred) || before.contains(&number))
    };
    (0..page.len()).find(begins)
}

/// The raised numbers in a text, but for the one it begins with.
fn references(text: &str) -> Vec<String> {
    numbers(text.trim_start().trim_start_matches(RAISED))
}

/// The raised number a text begins with, in plain digits; empty where there is none.
fn leading(text: &str) -> String {
    text.trim_start().chars().map_while(lowered).collect()
}

/// The raised numbers in a text, in plain digits.
fn numbers(text: &str) -> Vec<String> {
    text.split(|c| !RAISED.contains(&c))
        .filter(|number| !number.is_empty())
        .map(|number| number.chars().filter_map(lowered).collect())
        .collect()
}

fn lowered(c: char) -> Option<char> {
    let digit = RAISED.iter().position(|raised| *raised == c)?;
    char::from_digit(u32::try_from(digit).ok()?, 10)
}

/// Adds a row to the notes: it begins one, or goes on with the last.
fn add(mut notes: Vec<Note>, mut row: TextRow) -> Vec<Note> {
    let number = leading(&row.text());
    keep_references(&mut row.runs, |_| false);
    match notes.last_mut() {
        Some(last) if number.is_empty() => {
            last.line.runs.push(Run::plain(" "));
            last.line.runs.extend(row.runs);
        }
        _ => {
            let mut runs = vec![Run::plain(format!("[{number}] "))];
            let mut left = number.len();
            for mut run in row.runs {
                let digits = run.text.chars().take(left).take_while(char::is_ascii_digit).count();
                run.text.drain(..digits);
                left -= digits;
                let words = run.text.trim_start();
                if runs.len() > 1 || !words.is_empty() {
                    let text = if runs.len() == 1 { words.to_owned() } else { run.text };
                    runs.push(Run { text, ..run });
                }
            }
            let (style, place) = (Style::Note, row.page);
            let line = Line { runs, style, place, gap_before: true, ..Line::default() };
            notes.push(Note { number, page: row.page, line });
        }
    }
    notes
}

/// Makes raised numbers plain digits, but for those to keep.
fn keep_references(runs: &mut [Run], keep: impl Fn(&str) -> bool) {
    for run in runs.iter_mut().filter(|run| run.text.contains(RAISED)) {
        let mut text = String::with_capacity(run.text.len());
        let mut rest = run.text.as_str();
        while let Some(at) = rest.find(RAISED) {
            let end = rest[at..].find(|c| !RAISED.contains(&c)).map_or(rest.len(), |end| at + end);
            let number: String = rest[at..end].chars().filter_map(lowered).collect();
            text.push_str(&rest[..at]);
            text.push_str(if keep(&number) { &rest[at..end] } else { &number });
            rest = &rest[end..];
        }
        text.push_str(rest);
        run.text = text;
    }
}

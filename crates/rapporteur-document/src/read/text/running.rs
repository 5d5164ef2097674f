//! What stands on every page and is no part of the text: running headers and footers, and the
//! numbers of pages.
//!
//! Called by [`reflow`](super::reflow) before lines are joined. Where a file says where its pages
//! begin, lines there that come again are running ones; elsewhere those that count pages, or that
//! come again at intervals. All go with a doubt that quotes them.

use super::marks::split_mark;
use super::page::Physical;
use super::reflow::ends_sentence;
use crate::read::furniture;
use crate::read::lines::Source;
use crate::read::recognise::{doubt, is_known_heading};
use edges::repeated_at_edges;
use numbers::page_numbers;
use std::collections::{HashMap, HashSet};

mod edges;
mod numbers;

pub use numbers::is_page_number;

/// As many lines at most stand above what a report begins with.
const TITLE_LINES: usize = 6;

/// The most letters that a running line has.
const LONGEST: usize = 90;

/// The fewest lines between two running ones that no page break parts.
const SHORTEST_PAGE: usize = 20;

/// The most kinds of running lines in a file that are compared letter by letter.
const MOST_KINDS: usize = 8;

/// The lines without running headers and footers and page numbers, each with a doubt.
pub fn without_running_lines<'t>(
    lines: Vec<Physical<'t>>,
    source: &mut Source,
) -> Vec<Physical<'t>> {
    let numbers = page_numbers(&lines);
    let number = |at: usize| numbers.contains(&at);
    let paged = lines.iter().any(|line| line.page_before);
    let edge = |at: usize| {
        lines[at].page_before
            || at == 0
            || lines.get(at + 1).map_or(paged && !ends_text(&lines[at]), |next| next.page_before)
            || at > 0 && number(at - 1)
            || at + 1 < lines.len() && number(at + 1)
    };
    let repeated = repeated_at_edges(&lines, edge, number);
    let at_intervals = at_intervals(&lines);
    let running: Vec<bool> = (0..lines.len())
        .map(|at| number(at) || at_intervals.contains(&at) || repeated.contains(&at))
        .collect();
    let mut kept = Vec::with_capacity(lines.len());
    let mut gap = false;
    let edge = lines.len().saturating_sub(furniture::EDGE);
    for (at, (mut line, running)) in lines.into_iter().zip(running).enumerate() {
        let of_web = at < furniture::EDGE && furniture::is_furniture(line.text, false)
            || at >= edge && furniture::is_furniture(line.text, true);
        if running || of_web {
            gap = true;
            let message = match of_web {
                true => furniture::MESSAGE,
                false => {
                    "This looks like a running header, footer or page number and was left out."
                }
            };
            source.doubts.push(doubt("running_line", message, line.place, line.text.trim(), None));
        } else {
            line.gap_before |= gap;
            gap = false;
            kept.push(line);
        }
    }
    kept
}

/// The lines that count pages, such as `Tide Group – Page 2 of 3`, and those that come again at
/// intervals, wherever the pages are.
fn at_intervals(lines: &[Physical<'_>]) -> HashSet<usize> {
    let mut kinds: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let letters = letters(line.text);
        if line.text.trim().len() < LONGEST && letters.len() > 5 {
            kinds.entry(letters).or_default().push(at);
        }
    }
    let pages: Vec<Option<u32>> = lines.iter().map(|line| page_counted(line.text)).collect();
    let parted =
        |at: &usize| lines[*at].gap_before || lines.get(at + 1).is_none_or(|next| next.gap_before);
    let counts = |places: &[usize]| {
        let numbers: Vec<u32> = places.iter().filter_map(|at| pages[*at]).collect();
        numbers.len() > 1
            && places.iter().all(parted)
            && numbers.windows(2).all(|two| two[0] < two[1])
    };
    let recurs = |places: &[usize]| {
        let alone = |at: &usize| {
            (lines[*at].gap_before || *at == 0)
                && lines.get(at + 1).is_none_or(|next| next.gap_before)
        };
        let plain = |at: &usize| {
            let text = lines[*at].text.trim();
            text.split_whitespace().nth(3).is_some()
                && !text.ends_with(ends_sentence)
                && split_mark(text, false).is_none()
                && !text.contains(['\t', '|', '#', '*'])
                && !is_known_heading(text)
        };
        // `No comments` stands under every heading.
        let below_heading = |at: &&usize| {
            let above = at.checked_sub(1).and_then(|above| lines.get(above));
            above.is_some_and(|above| split_mark(above.text, false).is_some())
        };
        let distances: Vec<usize> = places.windows(2).map(|two| two[1] - two[0]).collect();
        let shortest = distances.iter().min().copied().unwrap_or(0);
        let longest = distances.iter().max().copied().unwrap_or(0);
        places.len() > 2
            && places.iter().filter(below_heading).count() < 2
            && places.iter().all(alone)
            && places.iter().all(plain)
            && shortest >= SHORTEST_PAGE
            && longest <= shortest * 2
    };
    let mut running: HashSet<usize> = HashSet::new();
    let mut found: Vec<(&String, bool)> = Vec::new();
    for (letters, places) in &kinds {
        let counts = counts(places);
        if counts || recurs(places) {
            found.push((letters, counts));
            // The words of the title block stay.
            running.extend(places.iter().filter(|at| counts || **at == 0 || **at > TITLE_LINES));
        }
    }
    // Recognition misreads a letter of one of them.
    found.sort_unstable();
    let near = |one: &str, other: &str| {
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        distance(&one, &other) * 8 <= one.len().max(other.len())
    };
    for (letters, places) in &kinds {
        let like = |(kind, counts): &(&String, bool)| {
            near(kind, letters) && (!counts || places.iter().all(|at| pages[*at].is_some()))
        };
        if found.iter().take(MOST_KINDS).any(like) {
            running.extend(places.iter().filter(|at| **at > TITLE_LINES));
        }
    }
    running
}

/// Whether a line ends a paragraph of running text.
fn ends_text(line: &Physical<'_>) -> bool {
    line.text.trim_end().ends_with(['.', '!', '?'])
}

/// The letters of a line.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// The number of the page where a line says it: `Tide Group – Page 2 of 3`, `Page 2 | Tide Group`.
fn page_counted(text: &str) -> Option<u32> {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let at = text.split_whitespace().position(|word| word.eq_ignore_ascii_case("page"))?;
    words.by_ref().find(|word| word.eq_ignore_ascii_case("page"))?;
    let number = words.next()?.parse().ok()?;
    let last = match words.next() {
        Some(of) if of.eq_ignore_ascii_case("of") => {
            words.next()?;
            words.next().is_none()
        }
        Some(total) => total.bytes().all(|b| b.is_ascii_digit()) && words.next().is_none(),
        None => true,
    };
    (at == 0 || last).then_some(number)
}

/// How many letters differ between two words.
fn distance(one: &[char], other: &[char]) -> usize {
    if one.len().abs_diff(other.len()) > 12 {
        return usize::MAX / 16;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (beside, d) in other.iter().enumerate() {
            let changed = diagonal + usize::from(c != d);
            diagonal = row[beside + 1];
            row[beside + 1] = changed.min(diagonal + 1).min(row[beside] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::super::page::physical_lines;
    use super::*;

    #[test]
    fn lines_that_run_over_the_pages_go() {
        fn check(text: &str, expected: &[&str]) {
            let kept = without_running_lines(physical_lines(text), &mut Source::default());
            assert_eq!(kept.iter().map(|line| line.text).collect::<Vec<_>>(), expected);
        }
        let title = "Port of Wenning\n\nBoats Committee\n\nSummary Report\n\n";
        let body = "a\nb\nc\nd\ne\n\nIt was\n\n";
        let kept = ["Port of Wenning", "Boats Committee", "Summary Report"];
        let all = |rest: &[&'static str]| {
            let body = ["a", "b", "c", "d", "e", "It was"];
            kept.iter().chain(&body).chain(rest).copied().collect::<Vec<_>>()
        };
        // A line of the title block beside the number of a page, once.
        check(&format!("{title}{body}1\n\nBoats Committee\n\nlate."), &all(&["late."]));
        check(
            &format!("{title}{body}1\n\nBoats and tides\n\nlate."),
            &all(&["Boats and tides", "late."]),
        );
        check(
            &format!("{title}{body}Boats Committee\n\nlate."),
            &all(&["Boats Committee", "late."]),
        );
    }

    #[test]
    fn the_menu_and_the_foot_of_a_web_page_go() {
        let text = "Home | About\n\nTides\n\nHome | About\n\nIt rained.\n\n© 2026 · Imprint\n";
        let mut source = Source::default();
        let kept = without_running_lines(physical_lines(text), &mut source);
        let kept: Vec<&str> = kept.iter().map(|line| line.text).collect();
        assert_eq!((kept, source.doubts.len()), (vec!["Tides", "Home | About", "It rained."], 2));
    }

    #[test]
    fn lines_that_come_again_at_intervals_go_without_page_breaks() {
        fn check(running: [&str; 3], gone: usize) {
            let page = "The tide was read, and the boats were counted again.\n\n".repeat(22);
            let [one, two, three] = running;
            let text = format!("Tide Group\n\n{page}{one}\n\n{page}{two}\n\n{page}{three}\n");
            let mut source = Source::default();
            without_running_lines(physical_lines(&text), &mut source);
            assert_eq!(source.doubts.len(), gone, "{running:?}");
        }
        check(["Tides - Page 1 of 3", "Tides - Page 2 of 3", "Tides - Page 3 of 3"], 3);
        check(["Page 1 | Tides", "Page 2 | Tides", "Page 3 | Tldes"], 3);
        check(["Port of Wenning boats", "Port of Wenning boats", "Port of Wenning boats"], 3);
        check(["Boats", "Boats", "Boats"], 0);
        check(["Port of Wenning boats", "Port of Wenning boats", "Ana left"], 0);
        check(["Ana left the room then.", "Ana left the room then.", "Ana left the room then."], 0);
        check(["1. Boats of the port", "1. Boats of the port", "1. Boats of the port"], 0);
    }
}

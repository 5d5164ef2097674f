//! Lines that come again where pages begin and end.
//!
//! Called by [`running`](super). Deliberately absent: lines that come again elsewhere.

use super::{LONGEST, TITLE_LINES};
use crate::read::recognise::is_known_heading;
use crate::read::text::marks::split_mark;
use crate::read::text::page::Physical;
use std::collections::{HashMap, HashSet};

/// How many places of a line are compared with each.
const MOST_COMPARED: usize = 8;

/// Where lines with the same letters stand.
#[derive(Default)]
struct Kind {
    places: Vec<Place>,
    /// Whether one stands in the middle of a page.
    inside: bool,
}

struct Place {
    at: usize,
    /// The page it is on; None in the title block, whose words come again over the pages.
    page: Option<i64>,
    numbers: Vec<i64>,
}

/// The lines at the edges of pages that come again there: the same words, with numbers that stay or
/// count the pages. What may be a sentence, a heading or a cell has to be on most pages.
pub fn repeated_at_edges(
    lines: &[Physical<'_>],
    edge: impl Fn(usize) -> bool,
    number: impl Fn(usize) -> bool,
) -> HashSet<usize> {
    let paged = lines.iter().any(|line| line.page_before);
    let mut kinds: HashMap<String, Kind> = HashMap::new();
    let mut page = 0;
    for (at, line) in lines.iter().enumerate() {
        page += i64::from(line.page_before || !paged && at.checked_sub(1).is_some_and(&number));
        if number(at) || line.text.trim().len() >= LONGEST {
            continue;
        }
        let in_title = (1..=TITLE_LINES).contains(&at);
        let kind = kinds.entry(without_digits(line.text)).or_default();
        if in_title || edge(at) {
            let page = Some(page).filter(|_| !in_title);
            kind.places.push(Place { at, page, numbers: numbers(line.text) });
        } else {
            kind.inside = true;
        }
    }
    let mut repeated = HashSet::new();
    for kind in kinds.values().filter(|kind| kind.places.len() > 1) {
        let text = kind.places.first().map_or("", |place| lines[place.at].text).trim();
        let pages: HashSet<i64> = kind.places.iter().filter_map(|place| place.page).collect();
        let plain = !text.ends_with(['.', ',', ';', ':', '!', '?'])
            && split_mark(text, false).is_none()
            && !is_known_heading(text);
        let sure = plain && !kind.inside
            || pages.len() > 2 && i64::try_from(pages.len() * 2).is_ok_and(|twice| twice > page);
        let running = kind.places.iter().filter(|place| sure && place.page.is_some());
        let comes_again = |place: &&Place| {
            let others = kind.places.iter().take(MOST_COMPARED);
            others.filter(|other| other.at != place.at).any(|other| counts(place, other))
        };
        repeated.extend(running.filter(comes_again).map(|place| place.at));
    }
    repeated
}

/// Whether every number of a line stays in the other, or counts the pages.
fn counts(place: &Place, other: &Place) -> bool {
    let pages = place.page.zip(other.page).map(|(own, other)| other - own);
    let steps = place.numbers.iter().zip(&other.numbers).map(|(own, other)| other - own);
    place.numbers.len() == other.numbers.len()
        && steps.into_iter().all(|step| step == 0 || Some(step) == pages)
}

fn without_digits(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

fn numbers(text: &str) -> Vec<i64> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    digits.map(|digits| digits.parse().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::repeated_at_edges;
    use crate::read::text::page::physical_lines;

    #[test]
    fn lines_of_the_text_at_the_edges_of_pages_stay() {
        fn check(edges: [&str; 3], gone: usize) {
            let page = "The tide was read, and the boats were counted again.\n".repeat(9);
            let pages: Vec<String> = edges.iter().map(|edge| format!("{edge}\n\n{page}")).collect();
            let text = format!("Tides\n{page}\u{c}{}", pages.join("\u{c}"));
            let lines = physical_lines(&text);
            let edge = |at: usize| lines[at].page_before;
            let found = repeated_at_edges(&lines, edge, |_| false);
            assert_eq!(found.len(), gone, "{edges:?}");
        }
        check(["Port of Wenning", "Port of Wenning", "Port of Wenning"], 3);
        check(["Wenning, sheet 2", "Wenning, sheet 3", "Wenning, sheet 4"], 3);
        check(["Port of Wenning", "Ana left", "Port of Wenning"], 2);
        check(["Draft.", "Draft.", "Draft."], 3);
        check(["26 January 2026", "30 January 2026", "2 February 2026"], 0);
        check(["Carried.", "Ana left", "Carried."], 0);
        check(["1. Boats of the port", "1. Boats of the port", "Ana left"], 0);
    }

    #[test]
    fn a_cell_that_stands_inside_a_page_too_stays() {
        let page = "The tide was read, and the boats were counted again.\n".repeat(9);
        let text = format!("{page}T. Hill\n{page}\u{c}T. Hill\n\n{page}\u{c}T. Hill\n\n{page}");
        let lines = physical_lines(&text);
        assert!(repeated_at_edges(&lines, |at| lines[at].page_before, |_| false).is_empty());
    }
}

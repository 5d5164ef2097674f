//! The numbers of pages, told from figures that stand alone in the text.
//!
//! Called by [`running`](super). A figure alone on its line is as often a cell of a table.

use super::SHORTEST_PAGE;
use crate::read::text::page::Physical;
use std::collections::{HashMap, HashSet};

/// How far from the end of its page, in lines, a page's number may stand.
const EDGE: usize = 4;

/// Whether a line is only a page number: `7`, `Page 2 of 9`, `- 3 -`, `2/9`.
pub fn is_page_number(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let bare =
        lower.trim_matches(|c: char| "-–—|[] ".contains(c)).trim_start_matches("page").trim();
    let parts: Vec<&str> =
        bare.split(['/', ' ']).filter(|part| !part.is_empty() && *part != "of").collect();
    (1..=2).contains(&parts.len())
        && parts.iter().all(|part| part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit()))
}

/// The lines that are the number of a page. A figure without the word is one only at the edge of its
/// page, counting with the pages; in a file without pages, where no other figure stands near.
pub fn page_numbers(lines: &[Physical<'_>]) -> HashSet<usize> {
    // Recognition often leaves no blank line on one side of a page's number.
    let alone =
        |at: &usize| lines[*at].gap_before || lines.get(at + 1).is_none_or(|next| next.gap_before);
    let all = (0..lines.len()).filter(|at| is_page_number(lines[*at].text));
    let (mut found, figures): (Vec<usize>, Vec<usize>) =
        all.partition(|at| lines[*at].text.to_lowercase().contains("page"));
    // Where pages say `Page 2`, a figure alone is none.
    let counted = !found.is_empty();
    let cell = |at: &usize| counted && lines[*at].text.trim().bytes().all(|b| b.is_ascii_digit());
    let figures: Vec<usize> = figures.into_iter().filter(|at| alone(at) && !cell(at)).collect();
    let begins: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].page_before).collect();
    if begins.is_empty() {
        found.extend(far_from_others(&figures));
    } else {
        found.extend(counting_pages(&figures, lines, &begins));
    }
    found.into_iter().collect()
}

/// The figures with a page of lines between them; the last page may be short.
fn far_from_others(figures: &[usize]) -> Vec<usize> {
    let is_far = |one: Option<&usize>, other: Option<&usize>| {
        one.zip(other).is_none_or(|(one, other)| other - one >= SHORTEST_PAGE)
    };
    let before = |nth: usize| nth.checked_sub(1).and_then(|before| figures.get(before));
    let far = |nth: usize| is_far(before(nth), figures.get(nth));
    let ends = |nth: usize| nth >= 2 && nth + 1 == figures.len() && far(nth - 1);
    let parted = |nth: usize| far(nth) || ends(nth);
    (0..figures.len())
        .filter(|nth| parted(*nth) && (nth + 1 == figures.len() || parted(nth + 1)))
        .filter_map(|nth| figures.get(nth).copied())
        .collect()
}

/// The figures at the edges of pages that are as much above their page's place as most are.
fn counting_pages(figures: &[usize], lines: &[Physical<'_>], begins: &[usize]) -> Vec<usize> {
    let above = |at: usize| {
        let page = begins.partition_point(|begin| *begin <= at);
        let first = page.checked_sub(1).map_or(0, |own| begins[own]);
        let end = begins.get(page).copied().unwrap_or(lines.len());
        let near = at - first < EDGE || end - at <= EDGE;
        let number = first_number(lines[at].text).filter(|_| near)?;
        Some(number - i64::try_from(page).ok()?)
    };
    let mut counted: HashMap<i64, usize> = HashMap::new();
    for above in figures.iter().filter_map(|at| above(*at)) {
        *counted.entry(above).or_default() += 1;
    }
    let usual = counted.into_iter().max_by_key(|(above, times)| (*times, -above.abs()));
    let usual = usual.map(|(above, _)| above);
    figures.iter().copied().filter(|at| usual.is_some() && above(*at) == usual).collect()
}

fn first_number(text: &str) -> Option<i64> {
    text.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty())?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::page_numbers;
    use crate::read::text::page::physical_lines;

    fn check(text: &str, expected: &[&str]) {
        let lines = physical_lines(text);
        let mut found: Vec<usize> = page_numbers(&lines).into_iter().collect();
        found.sort_unstable();
        let found: Vec<&str> = found.iter().map(|at| lines[*at].text).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_of_pages_are_told_from_cells() {
        let page = "The tide was read, and the boats were counted again.\n".repeat(24);
        let cells =
            "Action\n\n1\n\nPaint the pier\n\nAna\n\n2\n\nBuy a rope\n\nTom\n\n3\n\nRest\n\n";
        check(&format!("{page}\n1\n\n{page}\n2\n\n{page}\n3\n"), &["1", "2", "3"]);
        check(&format!("{page}\n1\n\n{page}\n2\n\nIt rained.\n\n3\n"), &["1", "2", "3"]);
        check(&format!("{page}\n- 1 -\n{page}\nPage 2\n{page}"), &["- 1 -", "Page 2"]);
        check("It was\n\n1\n\nlate.", &["1"]);
        check(cells, &[]);
        check(&format!("{page}\n\u{c}{page}{cells}{page}"), &[]);
        check(&format!("{page}\n1\n\u{c}{page}{cells}{page}\n2\n\u{c}"), &["1", "2"]);
        check(&format!("{page}\n7\n\u{c}{page}\n8\n\u{c}{cells}\n9"), &["7", "8", "9"]);
        check(&format!("{page}\n1\n\u{c}{page}\nVotes\n\n7\n\n2\n"), &["1", "2"]);
        check(&format!("{page}\nPage 1\n\n\u{c}{cells}\nPage 2\n"), &["Page 1", "Page 2"]);
    }
}

//! The lines of a page before they are joined: without running headers and page numbers, and what is
//! usual among them.
//!
//! Called by [`reflow`](super::reflow). Deliberately absent: which lines make one paragraph.

use super::hyphen::whole_words;
use super::marks::split_mark;
use super::reflow::{ends_sentence, waits_for_more};
use crate::read::lines::Source;
use crate::read::recognise::doubt;
use std::collections::{HashMap, HashSet};

/// As many lines at most stand above what a report begins with.
const TITLE_LINES: usize = 6;

/// A line as it stands in the file.
pub struct Physical<'t> {
    /// Its words, with its margin.
    pub text: &'t str,
    /// Its number, counted from 1.
    pub place: u32,
    /// Whether a blank line or a page stands before it.
    pub gap_before: bool,
    /// Whether it begins a page.
    pub page_before: bool,
}

/// What is usual in a file.
pub struct Page<'t> {
    /// The width its lines are wrapped at; None where a line is a paragraph.
    pub width: Option<usize>,
    /// The width past which every line was wrapped, where a program counted the letters.
    pub counted: Option<usize>,
    /// Whether no blank line stands between its paragraphs.
    pub runs_on: bool,
    /// Numbered lines that stand in it twice.
    pub headings: HashSet<&'t str>,
    /// The word that counts headings, such as `Item` of `Item 3: Budget`, where two paragraphs
    /// begin so.
    pub counts: Option<&'t str>,
    /// The words that stand whole on one line.
    pub words: HashSet<String>,
}

impl<'t> Page<'t> {
    /// Looks at the lines, which are wrapped at a width where it is known.
    pub fn of(lines: &[Physical<'t>], width: Option<usize>) -> Self {
        let prose = |line: &Physical<'_>| {
            line.text.split_whitespace().nth(7).is_some() && split_mark(line.text, false).is_none()
        };
        let parted = |pair: &[Physical<'_>]| {
            let ends = pair[0].text.trim_end().ends_with(['.', '!', '?', '”']);
            pair[1].gap_before && ends && pair.iter().all(prose)
        };
        Self {
            width,
            counted: width.and_then(|_| counted(lines)),
            runs_on: !lines.windows(2).any(parted),
            headings: repeated_numbered_lines(lines),
            counts: counting_word(lines),
            words: whole_words(lines.iter().map(|line| line.text)),
        }
    }
}

/// The word and the number a line begins with, such as `Item` and `3` of `Item 3: Budget`.
pub fn counted_heading(text: &str) -> Option<(&str, u32)> {
    let (words, title) = text.trim().split_once(':')?;
    let (word, number) = words.trim_end().rsplit_once(' ')?;
    let is_word = word.starts_with(char::is_uppercase) && word.split_whitespace().count() <= 2;
    let is_title = title.starts_with(' ') && !title.trim().is_empty();
    (is_word && is_title).then_some(word).zip(number.parse().ok())
}

fn counting_word<'t>(lines: &[Physical<'t>]) -> Option<&'t str> {
    let begin = lines.iter().filter(|line| line.gap_before);
    let mut found: Vec<(&str, u32)> = begin.filter_map(|line| counted_heading(line.text)).collect();
    found.dedup_by(|second, first| second.0 == first.0 && second.1 != first.1 + 1);
    found.windows(2).find(|two| two[0].0 == two[1].0).map(|two| two[0].0)
}

/// The lines that have words.
pub fn physical_lines(text: &str) -> Vec<Physical<'_>> {
    let mut lines = Vec::new();
    let (mut gap, mut page) = (false, false);
    for (at, raw) in text.split('\n').enumerate() {
        for (part_at, part) in raw.split('\u{c}').enumerate() {
            if part_at > 0 {
                (gap, page) = (true, true);
            }
            let trimmed = part.trim();
            let is_rule = trimmed.len() >= 3 && trimmed.chars().all(|c| "-=_*— +".contains(c));
            if trimmed.is_empty() || is_rule {
                gap = true;
                continue;
            }
            let place = u32::try_from(at + 1).unwrap_or(u32::MAX);
            lines.push(Physical { text: part, place, gap_before: gap, page_before: page });
            (gap, page) = (false, false);
        }
    }
    lines
}

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

fn without_digits(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

/// The lines without running headers and footers and page numbers, each with a doubt.
pub fn without_running_lines<'t>(
    lines: Vec<Physical<'t>>,
    source: &mut Source,
) -> Vec<Physical<'t>> {
    // Recognition often leaves no blank line on one side of a page's number.
    let alone =
        |at: usize| lines[at].gap_before || lines.get(at + 1).is_none_or(|next| next.gap_before);
    let number = |at: usize| {
        is_page_number(lines[at].text)
            && (alone(at) || lines[at].text.to_lowercase().contains("page"))
    };
    let edge = |at: usize| {
        lines[at].page_before
            || at == 0
            || lines.get(at + 1).is_some_and(|next| next.page_before)
            || at > 0 && number(at - 1)
            || at + 1 < lines.len() && number(at + 1)
    };
    // Words of the title block come again over the pages.
    let title = lines.iter().skip(1).take(TITLE_LINES);
    let mut seen: HashSet<String> = title.map(|line| without_digits(line.text)).collect();
    let mut repeated = HashSet::new();
    for (at, line) in lines.iter().enumerate() {
        if line.text.trim().len() < 90 {
            let key = without_digits(line.text);
            if edge(at) && !seen.insert(key.clone()) && (at == 0 || at > TITLE_LINES) {
                repeated.insert(key);
            }
        }
    }
    let running: Vec<bool> = (0..lines.len())
        .map(|at| number(at) || edge(at) && repeated.contains(&without_digits(lines[at].text)))
        .collect();
    let mut kept = Vec::with_capacity(lines.len());
    let mut gap = false;
    for (mut line, running) in lines.into_iter().zip(running) {
        if running {
            gap = true;
            let message =
                "This looks like a running header, footer or page number and was left out.";
            source.doubts.push(doubt("running_line", message, line.place, line.text.trim(), None));
        } else {
            line.gap_before |= gap;
            gap = false;
            kept.push(line);
        }
    }
    kept
}

/// The width the file is wrapped at, or `None` where a line is a paragraph. Text with page breaks
/// was printed or recognised, so that its lines are those of the pages.
pub fn wrap_width(lines: &[Physical<'_>], paged: bool) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
    widths.sort_unstable();
    let width = *widths.get(widths.len().saturating_sub(1 + widths.len() / 50))?;
    let full = |pair: &&[Physical<'_>]| {
        !pair[1].gap_before && pair[0].text.chars().count() * 4 >= width * 3
    };
    let often = lines.windows(2).filter(full).count();
    // A sentence that goes on below was wrapped, however short the file; where a line is a
    // paragraph, some line is longer than a page is wide.
    let goes_on = |pair: &&[Physical<'_>]| {
        let (above, below) = (pair[0].text.trim_end(), pair[1].text.trim_start());
        full(pair)
            && (below.starts_with(char::is_lowercase) && !above.ends_with(ends_sentence)
                || above.ends_with(',')
                || waits_for_more(above)
                || breaks_before_figure(above, below))
    };
    let in_sentences = lines.windows(2).filter(goes_on).count();
    let longest = widths.last().is_some_and(|longest| *longest <= width + width / 8);
    let wrapped = often >= 4 && often * 6 >= lines.len()
        || paged
        || longest && in_sentences >= 1 && in_sentences * 25 >= lines.len();
    ((50..=130).contains(&width) && wrapped).then_some(width)
}

/// Whether a line of many words goes on with a figure or a bracket below: `… was held on` / `6 March`.
fn breaks_before_figure(above: &str, below: &str) -> bool {
    let word = above.split_whitespace().next_back().unwrap_or("");
    let figure =
        below.starts_with(|c: char| c.is_ascii_digit()) && split_mark(below, false).is_none();
    above.split_whitespace().nth(7).is_some()
        && word.chars().all(char::is_alphabetic)
        && (figure && word.starts_with(char::is_lowercase) || below.starts_with('('))
}

/// The width of the longest line that goes on in mid sentence, where nearly no such line had room
/// for the next one's first word: what a program wrapped by its letters. On a page letters differ in
/// width, so that lines of few letters are full too.
fn counted(lines: &[Physical<'_>]) -> Option<usize> {
    let goes_on = |pair: &&[Physical<'_>]| {
        let (above, below) = (pair[0].text.trim_end(), pair[1].text.trim_start());
        let in_sentence = above.ends_with(|c: char| c.is_lowercase() || c == ',');
        !pair[1].gap_before && in_sentence && below.starts_with(char::is_lowercase)
    };
    let pairs: Vec<&[Physical<'_>]> = lines.windows(2).filter(goes_on).collect();
    let width = |line: &Physical<'_>| line.text.trim_end().chars().count();
    let most = pairs.iter().map(|pair| width(&pair[0])).max()?;
    let had_room = |pair: &&&[Physical<'_>]| width(&pair[0]) + 1 + first_word(pair[1].text) <= most;
    let loose = pairs.iter().filter(had_room).count();
    (pairs.len() >= 6 && loose * 30 <= pairs.len()).then_some(most)
}

/// How many letters the first word of a line has.
pub fn first_word(line: &str) -> usize {
    line.split_whitespace().next().map_or(0, |word| word.chars().count())
}

/// Numbered lines that stand in the file twice, on the agenda and over their section, and that
/// are not followed by the same words both times, as a wrapped title is.
fn repeated_numbered_lines<'t>(lines: &[Physical<'t>]) -> HashSet<&'t str> {
    let (mut once, mut twice) = (HashMap::new(), HashSet::new());
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.trim();
        let below = lines.get(at + 1).filter(|below| !below.gap_before);
        let below = below.map(|below| below.text.trim());
        if text.starts_with(|c: char| c.is_ascii_digit())
            && let Some(before) = once.insert(text, below)
            && (below.is_none() || before != below)
        {
            twice.insert(text);
        }
    }
    twice
}

#[cfg(test)]
mod tests {
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
    fn a_word_counts_headings_where_two_paragraphs_begin_so() {
        fn check(text: &str, expected: Option<&str>) {
            assert_eq!(Page::of(&physical_lines(text), None).counts, expected, "{text}");
        }
        check("\nItem 1: Tides\n\nUp.\n\nItem 2: Boats", Some("Item"));
        check("\nAgenda item 1: Tides\n\nUp.\n\nAgenda item 2: Boats", Some("Agenda item"));
        check("\nItem 1: Tides\n\nUp.\n\nItem 7: Boats", None);
        check("\nItem 1: Tides\nItem 2: Boats", None);
        check("\nRoom 1:30\n\nRoom 2:30", None);
    }
}

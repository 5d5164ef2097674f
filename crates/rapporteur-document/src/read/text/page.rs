//! The lines of a page before they are joined, and what is usual among them.
//!
//! Called by [`reflow`](super::reflow). Deliberately absent: which lines make one paragraph.

use super::hyphen::whole_words;
use super::marks::split_mark;
use super::openings::Openings;
use super::reflow::{ends_sentence, waits_for_more};
use crate::read::lines::MarkKind;
use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

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
    /// Whether the first lines of its paragraphs are set in.
    pub sets_in: bool,
    /// What paragraphs begin with, where no blank line stands between them.
    pub openings: Openings<'t>,
    /// Numbered lines that stand in it twice.
    pub headings: HashSet<&'t str>,
    titles: Titles,
    /// The word that counts headings, such as `Item` of `Item 3: Budget`, where two paragraphs
    /// begin so.
    pub counts: Option<&'t str>,
    /// The numbers that lines begin with.
    pub numbers: HashSet<u32>,
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
        let counted = width.and_then(|_| counted(lines));
        let numbers = lines.iter().filter_map(|line| match split_mark(line.text, false)?.0.kind {
            MarkKind::Number(number) => Some(number),
            _ => None,
        });
        let runs_on = !lines.windows(2).any(parted);
        let width = counted.or(width);
        let openings = width.filter(|_| runs_on).map(|width| Openings::of(lines, width));
        Self {
            numbers: numbers.collect(),
            width,
            counted,
            runs_on,
            sets_in: sets_in(lines),
            openings: openings.unwrap_or_default(),
            headings: repeated_numbered_lines(lines),
            titles: Titles::of(lines),
            counts: counting_word(lines),
            words: whole_words(lines.iter().map(|line| line.text)),
        }
    }
}

impl Page<'_> {
    /// Whether a numbered line and the one below it stand elsewhere in the file as one title.
    pub fn is_title(&self, above: &str, below: &str) -> bool {
        let whole = format!("{} {}", without_number(above), below.trim());
        self.titles.whole.contains(&whole) || self.titles.cut.contains(&whole)
    }

    /// Whether a numbered line stands elsewhere in the file with other words below it.
    pub fn is_whole_title(&self, line: &str) -> bool {
        self.titles.twice.contains(without_number(line))
    }

    /// Whether a number at the start of a line counts nothing: no other line has the one before or
    /// after it, as where `document N` / `209. Of these` was wrapped.
    pub fn stands_in_sentence(&self, mark: MarkKind) -> bool {
        let MarkKind::Number(number) = mark else { return false };
        let beside = [number.checked_sub(1), number.checked_add(1)];
        number > 1 && !beside.into_iter().flatten().any(|number| self.numbers.contains(&number))
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

/// The widths that lines of a page have.
const WIDTHS: RangeInclusive<usize> = 50..=130;

/// Few pages have more letters on a line.
const MOST_ON_PAGE: usize = 100;

/// The width the file is wrapped at, or `None` where a line is a paragraph. Text with page breaks
/// was printed or recognised, so that its lines are those of the pages.
pub fn wrap_width(lines: &[Physical<'_>], paged: bool) -> Option<usize> {
    if let Some(most) = counted(lines).filter(|most| WIDTHS.contains(most)) {
        return Some(most);
    }
    let mut widths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
    widths.sort_unstable();
    let mut width = *widths.get(widths.len().saturating_sub(1 + widths.len() / 50))?;
    // A program that takes hyphens out sets what they divided on one line, twice as long.
    let long = &widths[widths.partition_point(|width| width < WIDTHS.start())..];
    let middle = long.get(long.len() / 2).copied().unwrap_or(width);
    if paged && width > MOST_ON_PAGE && width * 4 > middle * 5 {
        let of_page = long.partition_point(|width| width * 5 <= middle * 6);
        width = *long.get(of_page.checked_sub(1)?)?;
        let begins = |pair: &&[Physical<'_>]| {
            let goes_on = pair[1].text.trim_start().starts_with(char::is_lowercase);
            let wide = (width * 3 / 4..=width).contains(&pair[0].text.trim_end().chars().count());
            goes_on && wide && !pair[1].gap_before && pair[0].text.trim_end().ends_with(in_sentence)
        };
        if lines.windows(2).filter(begins).count() < 4 {
            return None;
        }
    }
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
    (WIDTHS.contains(&width) && wrapped).then_some(width)
}

/// Whether lines below the end of a sentence are often set in, and nearly never those within one.
fn sets_in(lines: &[Physical<'_>]) -> bool {
    let margin = |line: &Physical<'_>| line.text.len() - line.text.trim_start().len();
    let (mut begin, mut within) = (0, 0);
    for pair in lines.windows(2).filter(|pair| !pair[1].page_before) {
        if margin(&pair[1]) <= margin(&pair[0]) + 1 || split_mark(pair[0].text, false).is_some() {
            continue;
        }
        if pair[0].text.trim_end().ends_with(in_sentence) {
            within += 1;
        } else {
            begin += usize::from(pair[1].text.trim_start().starts_with(char::is_uppercase));
        }
    }
    begin > 2 && within * 5 <= begin
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

/// Whether a line that ends so stops in mid sentence.
fn in_sentence(c: char) -> bool {
    c.is_lowercase() || c == ','
}

/// The width of the longest line that goes on in mid sentence, where nearly no such line had room
/// for the next one's first word: what a program wrapped by its letters. On a page letters differ in
/// width, so that lines of few letters are full too.
fn counted(lines: &[Physical<'_>]) -> Option<usize> {
    let goes_on = |pair: &&[Physical<'_>]| {
        let (above, below) = (pair[0].text.trim_end(), pair[1].text.trim_start());
        !pair[1].gap_before && above.ends_with(in_sentence) && below.starts_with(char::is_lowercase)
    };
    let pairs: Vec<&[Physical<'_>]> = lines.windows(2).filter(goes_on).collect();
    let width = |line: &Physical<'_>| line.text.trim_end().chars().count();
    let most = pairs.iter().map(|pair| width(&pair[0])).max()?;
    let had_room = |pair: &&&[Physical<'_>]| width(&pair[0]) + 1 + first_word(pair[1].text) <= most;
    let loose = pairs.iter().filter(had_room).count();
    if pairs.len() >= 6 {
        return (loose * 30 <= pairs.len()).then_some(most);
    }
    // Fewer tell where no other line is a little longer.
    let longer = most + 1..=most + most / 6;
    let none_longer = !lines.iter().any(|line| longer.contains(&width(line)));
    (pairs.len() >= 4 && loose == 0 && none_longer).then_some(most)
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

/// The words of a line after its number.
fn without_number(text: &str) -> &str {
    let text = text.trim();
    split_mark(text, false).map_or(text, |(_, at)| text[at..].trim())
}

/// What lines that may be titles say, without their numbers.
struct Titles {
    /// Each line.
    whole: HashSet<String>,
    /// The lines that stand twice, with other words below them.
    twice: HashSet<String>,
    /// Two lines that stand below each other twice, the first of them numbered.
    cut: HashSet<String>,
}

impl Titles {
    fn of(lines: &[Physical<'_>]) -> Self {
        const LONGEST: usize = 200;
        let mut whole: HashSet<String> = HashSet::new();
        let mut twice: HashSet<String> = HashSet::new();
        let (mut seen, mut cut) = (HashSet::new(), HashSet::new());
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.text.len() <= LONGEST) {
            let words = without_number(line.text);
            let below = lines.get(at + 1).filter(|below| !below.gap_before);
            let both = below.map(|below| format!("{words} {}", below.text.trim()));
            let again = both.is_some_and(|both| {
                let again = !seen.insert(both.clone());
                if again {
                    cut.insert(both);
                }
                again
            });
            if !whole.insert(words.to_owned()) && !again {
                twice.insert(words.to_owned());
            }
        }
        Titles { whole, twice, cut }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

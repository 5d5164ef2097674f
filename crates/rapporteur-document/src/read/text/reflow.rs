//! Wrapped lines to paragraphs.
//!
//! A file whose lines fill a page's width is rejoined; any other keeps one paragraph per line.
//! Running headers, footers and page numbers are taken out with a doubt that quotes them, and a
//! sentence cut by a page break is closed with a doubt.

use super::marks::{is_misread_bullet, split_mark, split_misread_bullet, split_misread_number};
use crate::read::lines::{Line, Mark, MarkKind, Run, Source};
use crate::read::recognise::{KnownHeading, doubt, is_known_heading, known_heading};
use crate::read::{Doubt, Repair};
use regex::Regex;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Recognition that keeps the space between columns writes several spaces.
static COLUMNS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?P<before>\p{L}{2}) {3,}(?P<after>[\w(])")
        .expect("the pattern is constant and tested")
});

struct Physical<'t> {
    text: &'t str,
    place: u32,
    gap_before: bool,
    page_before: bool,
}

/// The paragraphs of a text; `wrapped_at` is the width its lines are wrapped at, where that is
/// known.
pub fn paragraphs(text: &str, wrapped_at: Option<usize>) -> Source {
    let mut source = Source::default();
    let text = COLUMNS.replace_all(text, "$before\t$after");
    let lines = without_running_lines(physical_lines(&text), &mut source);
    let width = wrapped_at.or_else(|| wrap_width(&lines, text.contains('\u{c}')));
    let headings = repeated_numbered_lines(&lines);
    let mut building: Option<Paragraph> = None;
    let mut of_people = false;
    for line in &lines {
        if let Some(heading) = known_heading(line.text) {
            of_people = heading == KnownHeading::Participants;
        }
        let mark = mark_of(line, building.as_ref(), width.is_some());
        if let Some(paragraph) = &mut building {
            match paragraph.joins(line, mark.as_ref().map(|(mark, _)| mark.kind), width, &headings)
            {
                Join::No if mark.is_none() && paragraph.hangs(line, of_people) => {
                    paragraph.add(line, &mut source);
                    continue;
                }
                Join::No => {}
                Join::Wrapped => {
                    paragraph.add(line, &mut source);
                    continue;
                }
                Join::Cut(code, message) => {
                    source.doubts.push(doubt(code, message, line.place, line.text.trim(), None));
                    paragraph.add(line, &mut source);
                    continue;
                }
            }
        }
        source.lines.extend(building.take().map(Paragraph::finish));
        source.doubts.extend(misread_mark(line, mark.as_ref()));
        building = Some(Paragraph::begin(line, mark));
    }
    source.lines.extend(building.map(Paragraph::finish));
    source
}

/// The list mark of a line. Recognition reads a bullet as a letter; one before words in small
/// letters is only taken where a list goes on or is announced.
fn mark_of(
    line: &Physical<'_>,
    before: Option<&Paragraph>,
    wrapped: bool,
) -> Option<(Mark, usize)> {
    split_mark(line.text, wrapped).or_else(|| {
        let announced = before.is_some_and(|before| {
            before.last.ends_with([':', ';']) || before.mark.as_ref().is_some_and(is_misread)
        });
        let misread = || {
            let number = || split_misread_number(line.text).filter(|_| line.gap_before);
            split_misread_bullet(line.text).filter(|_| announced).or_else(number)
        };
        wrapped.then(misread).flatten()
    })
}

fn is_misread((mark, _): &(Mark, usize)) -> bool {
    mark.kind == MarkKind::Bullet && is_misread_bullet(&mark.printed)
}

/// The doubt about a letter that was taken for a bullet, or a comma for a full stop.
fn misread_mark(line: &Physical<'_>, mark: Option<&(Mark, usize)>) -> Option<Doubt> {
    let (mark, length) = mark?;
    if mark.printed.trim_end().ends_with(',') {
        let message =
            "This number of a list seems to end in a misread comma; it was taken for one.";
        let printed = mark.printed.trim_end();
        let proposed = printed.replace(',', ".");
        return Some(doubt("ocr_number", message, line.place, printed, Some(proposed)));
    }
    if !is_misread(&(mark.clone(), *length)) {
        return None;
    }
    Some(bullet_doubt(line.text, *length, line.place))
}

/// The doubt about the letters before `length` that were taken for a bullet.
pub fn bullet_doubt(text: &str, length: usize, place: u32) -> Doubt {
    let message = "This looks like a bullet that text recognition misread; it was taken for one.";
    let words: Vec<&str> = text[length..].split_whitespace().take(6).collect();
    let words = words.join(" ");
    let printed = text[..length].trim_start();
    let quote = format!("{} {words}", printed.trim());
    doubt("ocr_bullet", message, place, &quote, Some(format!("- {words}")))
        .with_repair(Repair::Bullet { printed: printed.to_owned() })
}

fn physical_lines(text: &str) -> Vec<Physical<'_>> {
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

fn without_running_lines<'t>(lines: Vec<Physical<'t>>, source: &mut Source) -> Vec<Physical<'t>> {
    // Recognition often leaves no blank line on one side of a page's number.
    let alone =
        |at: usize| lines[at].gap_before || lines.get(at + 1).is_none_or(|next| next.gap_before);
    let number = |at: usize| {
        is_page_number(lines[at].text)
            && (alone(at) || lines[at].text.to_lowercase().contains("page"))
    };
    let edge = |at: usize| {
        lines[at].page_before
            || lines.get(at + 1).is_some_and(|next| next.page_before)
            || at > 0 && number(at - 1)
            || at + 1 < lines.len() && number(at + 1)
    };
    let mut seen = HashSet::new();
    let mut repeated = HashSet::new();
    for (at, line) in lines.iter().enumerate() {
        if line.text.trim().len() < 90 {
            let key = without_digits(line.text);
            if edge(at) && !seen.insert(key.clone()) {
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
fn wrap_width(lines: &[Physical<'_>], paged: bool) -> Option<usize> {
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
                || waits_for_more(above))
    };
    let in_sentences = lines.windows(2).filter(goes_on).count();
    let longest = widths.last().is_some_and(|longest| *longest <= width + width / 8);
    let wrapped = often >= 4 && often * 6 >= lines.len()
        || paged
        || longest && in_sentences >= 1 && in_sentences * 25 >= lines.len();
    ((50..=130).contains(&width) && wrapped).then_some(width)
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

enum Join {
    No,
    Wrapped,
    Cut(&'static str, &'static str),
}

struct Paragraph<'t> {
    text: String,
    mark: Option<(Mark, usize)>,
    last: &'t str,
    place: u32,
    gap_before: bool,
}

impl<'t> Paragraph<'t> {
    fn begin(line: &Physical<'t>, mark: Option<(Mark, usize)>) -> Self {
        Self {
            text: line.text.trim_end().to_owned(),
            mark,
            last: line.text.trim(),
            place: line.place,
            gap_before: line.gap_before,
        }
    }

    fn joins(
        &self,
        line: &Physical<'_>,
        mark: Option<MarkKind>,
        width: Option<usize>,
        headings: &HashSet<&str>,
    ) -> Join {
        let next = line.text.trim();
        if is_known_heading(next) || is_known_heading(self.last) || headings.contains(self.last) {
            return Join::No;
        }
        let open = !self.last.ends_with(ends_sentence);
        let table = next.starts_with('|') || self.last.contains('\t') || next.starts_with('#');
        if line.gap_before {
            if mark.is_some() || table || self.last.starts_with('#') {
                return Join::No;
            }
            return match cut(&self.text, next) {
                Some((code, message)) => Join::Cut(code, message),
                None if open && self.breaks_in_sentence(next, width) => {
                    Join::Cut("paragraph_divided", DIVIDED)
                }
                None => Join::No,
            };
        }
        let Some(width) = width else {
            // A line is a paragraph, but this one stops in mid sentence where a page is full.
            let wrapped = mark.is_none()
                && !table
                && !self.last.starts_with('#')
                && !self.last.ends_with(['.', ':', ';', '!', '?', '|', '\\', '>'])
                && (60..=100).contains(&self.last.chars().count())
                && next.starts_with(char::is_lowercase);
            return if wrapped { Join::Wrapped } else { Join::No };
        };
        if mark.is_none() && continues_address(self.last, next) {
            return Join::Wrapped;
        }
        let first_word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
        let would_be = self.last.chars().count() + 1 + first_word;
        // A line of a title block may be nearly as long as a line of text.
        let in_title = next.starts_with(char::is_uppercase) && self.text.len() == self.last.len();
        let full = if in_title && !self.last.contains(". ") && !waits_for_more(self.last) {
            would_be * 10 >= width * 9
        } else {
            would_be * 5 >= width * 4
        };
        let continues = match mark {
            None => true,
            Some(MarkKind::Letter(_) | MarkKind::Roman(..)) => open && full,
            Some(_) => open && full && after_mark(next).is_some_and(char::is_lowercase),
        };
        let broken = self.last.ends_with('-') && mark.is_none();
        if continues && (full || broken) && !table { Join::Wrapped } else { Join::No }
    }

    /// Whether a line is set under the words of this entry of a list and goes on with them: in mid
    /// sentence, or below somebody's name and the first part of the affiliation.
    fn hangs(&self, line: &Physical<'_>, of_people: bool) -> bool {
        let margin = |text: &str| text.len() - text.trim_start().len();
        let open = !self.last.ends_with(ends_sentence);
        let goes_on = line.text.trim_start().starts_with(char::is_lowercase)
            || self.last.ends_with(',')
            || waits_for_more(self.last)
            || of_people && self.text.contains([',', '(', '–']);
        self.mark.is_some()
            && !line.gap_before
            && open
            && goes_on
            && margin(line.text) > margin(&self.text) + 1
            && !line.text.contains('\t')
    }

    /// Whether the next word, in capitals too, had no more room on this line of running text. An
    /// entry of a list often ends without a full stop, so that a capital begins something new.
    fn breaks_in_sentence(&self, next: &str, width: Option<usize>) -> bool {
        let is_heading = self.text.len() == self.last.len()
            && self.mark.as_ref().is_some_and(|(mark, _)| mark.kind != MarkKind::Bullet);
        let after_entry = self.mark.is_some() && next.starts_with(char::is_uppercase);
        let first_word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
        let needed = self.last.chars().count() + 1 + first_word;
        let long = self.last.split_whitespace().nth(8).is_some();
        width.is_some_and(|width| needed > width) && long && !is_heading && !after_entry
    }

    fn add(&mut self, line: &Physical<'t>, source: &mut Source) {
        let next = line.text.trim();
        let hyphen =
            self.text.strip_suffix('-').filter(|before| before.ends_with(char::is_alphabetic));
        match hyphen {
            Some(before)
                if !ends_in_address(&self.text) && next.starts_with(char::is_alphabetic) =>
            {
                let start = before
                    .rfind(|c: char| !c.is_alphabetic())
                    .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
                let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
                let prefix =
                    ["co", "non", "self", "ex"].contains(&&*before[start..].to_lowercase());
                if next.starts_with(char::is_lowercase) && !prefix {
                    let message =
                        "A word was divided at a line end; it may be written without the hyphen.";
                    let quote = format!("{}-{word}", &before[start..]);
                    let whole = format!("{}{word}", &before[start..]);
                    let doubt = doubt("hyphenation", message, line.place, &quote, Some(whole));
                    source.doubts.push(doubt.with_repair(Repair::words(&before[..start])));
                }
            }
            _ => self.text.push(' '),
        }
        self.text.push_str(next);
        self.last = next;
    }

    fn finish(self) -> Line {
        let (mark, length) = match self.mark {
            Some((mark, length)) => (Some(mark), length),
            None => (None, 0),
        };
        Line {
            runs: vec![Run::plain(&self.text[length..])],
            mark,
            place: self.place,
            gap_before: self.gap_before,
            ..Line::default()
        }
    }
}

/// Whether a blank line or a page stands in the middle of a sentence or of an address: the kind of
/// doubt, and its message.
pub fn cut(text: &str, next: &str) -> Option<(&'static str, &'static str)> {
    if continues_address(text, next) {
        return Some((
            "link_divided",
            "An address seems to continue here after a blank line; they were joined.",
        ));
    }
    let open = !text.ends_with(ends_sentence) && !ends_in_address(text);
    let long = text.split_whitespace().nth(5).is_some();
    let goes_on = next.starts_with(char::is_lowercase) || waits_for_more(text);
    (open && long && goes_on).then_some(("paragraph_divided", DIVIDED))
}

const DIVIDED: &str = "A blank line or page break cut a sentence here; its two parts were joined.";

/// Whether a text ends in a word that no sentence ends in.
fn waits_for_more(text: &str) -> bool {
    const WAITING: [&str; 20] = [
        "and", "or", "of", "the", "a", "an", "to", "in", "for", "by", "with", "from", "than",
        "that", "which", "their", "at", "as", "was", "were",
    ];
    text.split_whitespace().next_back().is_some_and(|word| WAITING.contains(&word))
}

fn ends_sentence(c: char) -> bool {
    ".!?:;\"”’')]…>|".contains(c)
}

fn after_mark(text: &str) -> Option<char> {
    text.split_whitespace().nth(1).and_then(|word| word.chars().next())
}

fn ends_in_address(text: &str) -> bool {
    text.split_whitespace()
        .next_back()
        .is_some_and(|word| word.contains("//") || word.starts_with("www."))
}

/// Whether `next` is the rest of the address `last` ends in: a few pieces, one with a slash, or
/// letters and digits that make no word.
fn continues_address(last: &str, next: &str) -> bool {
    let no_word = |word: &str| {
        word.len() > 7
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
            && word.bytes().any(|byte| byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    ends_in_address(last)
        && next.split_whitespace().nth(3).is_none()
        && (next.contains(['/', '=']) || no_word(next))
        && !next.contains("//")
}

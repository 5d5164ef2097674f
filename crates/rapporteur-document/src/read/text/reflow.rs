//! Wrapped lines to paragraphs.
//!
//! A file whose lines fill a page's width is rejoined; any other keeps one paragraph per line.
//! Running headers, footers and page numbers are taken out with a doubt that quotes them, and a
//! sentence cut by a page break is closed with a doubt.

use super::hyphen::{Hyphen, at_line_end};
use super::lone::with_lone_bullets;
use super::marks::{is_misread_bullet, split_mark, split_misread_bullet, split_misread_number};
use super::page::{Page, Physical, counted_heading, first_word, physical_lines, wrap_width};
use super::running::without_running_lines;
use super::tables::tabled;
use crate::read::lines::{Line, Mark, MarkKind, Run, Source};
use crate::read::recognise::{KnownHeading, doubt, is_entry, is_known_heading, known_heading};
use crate::read::{Doubt, Repair};
use regex::Regex;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Recognition that keeps the space between columns writes several spaces.
static COLUMNS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?P<before>\p{L}[\p{L})]) {3,}(?P<after>[\w(])")
        .expect("the pattern is constant and tested")
});

/// The paragraphs of a text; `wrapped_at` is the width its lines are wrapped at, where that is
/// known.
pub fn paragraphs(text: &str, wrapped_at: Option<usize>) -> Source {
    let mut source = Source::default();
    let tables = tabled(&with_lone_bullets(text));
    let text = COLUMNS.replace_all(&tables.text, "$before\t$after");
    let lines = without_running_lines(physical_lines(&text), &mut source);
    let page = Page::of(&lines, wrapped_at.or_else(|| wrap_width(&lines, text.contains('\u{c}'))));
    let mut building: Option<Paragraph> = None;
    let mut of_people = false;
    for line in &lines {
        if let Some(heading) = known_heading(line.text) {
            of_people = heading == KnownHeading::Participants;
        }
        if tables.rows.contains(&line.place) {
            source.lines.extend(building.take().map(Paragraph::finish));
            source.lines.push(row(line));
            continue;
        }
        let mark = mark_of(line, building.as_ref(), page.width.is_some());
        if let Some(paragraph) = &mut building {
            match paragraph.joins(line, mark.as_ref().map(|(mark, _)| own_kind(mark)), &page) {
                Join::No
                    if mark.is_none()
                        && (paragraph.hangs(line, of_people)
                            || !of_people && paragraph.is_cut_heading(line, &page)) =>
                {
                    paragraph.add(line, &page.words, &mut source);
                    continue;
                }
                Join::No => {}
                Join::New => {
                    let message = "The line above is full, but this one begins as other paragraphs do; it was taken for a new one.";
                    let quote = line.text.trim();
                    source.doubts.push(doubt(
                        "paragraph_guessed",
                        message,
                        line.place,
                        quote,
                        None,
                    ));
                }
                Join::Wrapped if of_people && paragraph.precedes_entry(line) => {
                    let message = "This line was taken for a person; it may be the rest of the entry above it.";
                    let quote = line.text.trim();
                    source.doubts.push(doubt(
                        "participant_unclear",
                        message,
                        line.place,
                        quote,
                        None,
                    ));
                }
                Join::Wrapped => {
                    paragraph.add(line, &page.words, &mut source);
                    continue;
                }
                Join::Cut(code, message) => {
                    source.doubts.push(doubt(code, message, line.place, line.text.trim(), None));
                    paragraph.add(line, &page.words, &mut source);
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

fn row(line: &Physical<'_>) -> Line {
    let runs = vec![Run::plain(line.text)];
    Line {
        runs,
        table_row: true,
        place: line.place,
        gap_before: line.gap_before,
        ..Line::default()
    }
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

/// The kind of a mark by the sign it begins with: `- M. Durand` is an entry with a bullet.
fn own_kind(mark: &Mark) -> MarkKind {
    let counts = mark.printed.starts_with(|c: char| c.is_alphanumeric() || c == '(');
    if counts { mark.kind } else { MarkKind::Bullet }
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

enum Join {
    No,
    /// A new paragraph below a full line, as its first words tell.
    New,
    Wrapped,
    Cut(&'static str, &'static str),
}

struct Paragraph<'t> {
    text: String,
    mark: Option<(Mark, usize)>,
    last: &'t str,
    /// The letters of its last line, with the margin.
    last_width: usize,
    /// The margin of its last line.
    last_margin: usize,
    place: u32,
    gap_before: bool,
}

impl<'t> Paragraph<'t> {
    fn begin(line: &Physical<'t>, mark: Option<(Mark, usize)>) -> Self {
        Self {
            text: line.text.trim_end().to_owned(),
            mark,
            last: line.text.trim(),
            last_width: line.text.trim_end().chars().count(),
            last_margin: margin(line.text),
            place: line.place,
            gap_before: line.gap_before,
        }
    }

    fn joins(&self, line: &Physical<'_>, mark: Option<MarkKind>, page: &Page<'_>) -> Join {
        let next = line.text.trim();
        if is_known_heading(next)
            || is_known_heading(self.last)
            || page.headings.contains(self.last)
            || counted_heading(next).is_some_and(|(word, _)| page.counts == Some(word))
        {
            return Join::No;
        }
        let open = !self.last.ends_with(ends_sentence);
        let table = next.starts_with('|') || self.last.contains('\t') || next.starts_with('#');
        if line.gap_before {
            let would_be = self.last.chars().count() + 1 + first_word(next);
            let full = page.width.is_some_and(|width| would_be * 5 >= width * 4);
            if full && open && mark.is_some_and(|mark| page.stands_in_sentence(mark)) {
                return Join::Cut("paragraph_divided", DIVIDED);
            }
            if mark.is_some() || table || self.last.starts_with('#') {
                return Join::No;
            }
            return match cut(&self.text, next) {
                Some((code, message)) => Join::Cut(code, message),
                // What a program wrapped by its letters has blank lines between paragraphs only.
                None if open
                    && page.counted.is_none()
                    && self.breaks_in_sentence(next, page.width) =>
                {
                    Join::Cut("paragraph_divided", DIVIDED)
                }
                None => Join::No,
            };
        }
        let Some(width) = page.width else {
            // A line is a paragraph, but this one stops in mid sentence where a page is full.
            let ended = self.last.ends_with(['.', ':', ';', '!', '?', '|', '\\', '>']);
            let small = next.starts_with(char::is_lowercase);
            let full = (60..=100).contains(&self.last.chars().count());
            // Who writes Markdown often ends a line after a comma.
            let several = self.last.split_whitespace().nth(3).is_some();
            let waits = several
                && self.mark.is_none()
                && (small && self.last.ends_with(',') || waits_for_more(self.last));
            let wrapped = mark.is_none()
                && !table
                && !self.last.starts_with('#')
                && !ended
                && (full && small || waits);
            return if wrapped { Join::Wrapped } else { Join::No };
        };
        if mark.is_none() && continues_address(self.last, next) {
            return Join::Wrapped;
        }
        // The first line of a paragraph is set in.
        let is_prose = !open && mark.is_none() && self.mark.is_none();
        if is_prose && page.sets_in && margin(line.text) > self.last_margin + 1 {
            return Join::No;
        }
        let would_be = self.last.chars().count() + 1 + first_word(next);
        // A line of a title block may be nearly as long as a line of text.
        let in_title = next.starts_with(char::is_uppercase) && self.text.len() == self.last.len();
        let full = if let Some(most) = page.counted {
            self.last_width + 1 + first_word(next) > most
        } else if in_title && !self.last.contains(". ") && !waits_for_more(self.last) {
            would_be * 10 >= width * 9
        } else {
            would_be * 5 >= width * 4
        };
        // A sentence begins on a line of its own although its first word had room above.
        let apart = (self.mark.is_some() || page.runs_on)
            && !(full && page.counted.is_some())
            && !open
            && mark.is_none()
            && next.starts_with(char::is_uppercase)
            && would_be * 100 < width * 96;
        let continues = !apart
            && match mark {
                None => true,
                Some(MarkKind::Letter(_) | MarkKind::Roman(..)) => open && full,
                Some(kind) => {
                    let small = after_mark(next).is_some_and(char::is_lowercase);
                    open && full && (small || page.stands_in_sentence(kind))
                }
            };
        let broken = self.last.ends_with('-') && mark.is_none();
        let joined = continues && (full || broken) && !table;
        if joined && is_prose && page.openings.begin(next) {
            return Join::New;
        }
        if joined { Join::Wrapped } else { Join::No }
    }

    /// Whether this is the first line of a numbered heading, and the next the rest of it: it goes on
    /// in mid sentence, however much room it had, or the two stand in the file as one title.
    fn is_cut_heading(&self, line: &Physical<'_>, page: &Page<'_>) -> bool {
        let next = line.text.trim();
        let counts = |(mark, _): &(Mark, usize)| mark.kind != MarkKind::Bullet;
        if line.gap_before
            || self.last.ends_with(ends_sentence)
            || !self.mark.as_ref().is_some_and(counts)
            || next.starts_with(['|', '#'])
            || self.last.contains('\t')
            || is_known_heading(next)
            || page.is_whole_title(&self.text)
        {
            return false;
        }
        let label = next.split_once(": ").map_or("", |(label, _)| label);
        let speaks = !label.is_empty() && label.split(' ').count() < 3;
        let ends = next.ends_with(['.', '!', '?']) || next.contains('/');
        let small = next.starts_with(char::is_lowercase) && !speaks && !ends;
        let words = self.last.split_whitespace().count() > 2;
        words && (small || waits_for_more(self.last)) || page.is_title(&self.text, next)
    }

    /// Whether a line is set under the words of this entry of a list and goes on with them: in mid
    /// sentence, or below somebody's name and the first part of the affiliation.
    fn hangs(&self, line: &Physical<'_>, of_people: bool) -> bool {
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

    /// Whether this is a person with an affiliation, and the next line another.
    fn precedes_entry(&self, line: &Physical<'_>) -> bool {
        let goes_on = self.text.ends_with([',', '-', '(']) || waits_for_more(&self.text);
        self.mark.is_none()
            && !goes_on
            && margin(line.text) <= margin(&self.text)
            && is_entry(&self.text)
            && is_entry(line.text)
    }

    /// Whether the next word, in capitals too, had no more room on this line of running text. An
    /// entry of a list often ends without a full stop, so that a capital begins something new.
    fn breaks_in_sentence(&self, next: &str, width: Option<usize>) -> bool {
        let is_heading = self.text.len() == self.last.len()
            && self.mark.as_ref().is_some_and(|(mark, _)| mark.kind != MarkKind::Bullet);
        // `Chair: Ana Prado` begins something new.
        let label = next.split_once(": ").map_or("", |(label, _)| label);
        if next.starts_with(char::is_uppercase)
            && (1..=3).contains(&label.split(' ').count())
            && !label.is_empty()
        {
            return false;
        }
        let after_entry = self.mark.is_some() && next.starts_with(char::is_uppercase);
        let needed = self.last.chars().count() + 1 + first_word(next);
        let long = self.last.split_whitespace().nth(8).is_some();
        width.is_some_and(|width| needed > width) && long && !is_heading && !after_entry
    }

    fn add(&mut self, line: &Physical<'t>, words: &HashSet<String>, source: &mut Source) {
        let next = line.text.trim();
        let stem = self.text.strip_suffix('-').filter(|_| !ends_in_address(&self.text));
        match stem.and_then(|stem| Some((stem, at_line_end(stem, next, words)?))) {
            Some((_, Hyphen::Kept)) => {}
            Some((_, Hyphen::Dropped)) => {
                self.text.pop();
            }
            Some((stem, Hyphen::Unsure(with, without))) => {
                let message =
                    "A word was divided at a line end; it may be written without the hyphen.";
                let start = stem.trim_end_matches(|c: char| c.is_alphabetic() || c == '-').len();
                let doubt = doubt("hyphenation", message, line.place, &with, Some(without));
                source.doubts.push(doubt.with_repair(Repair::words(&stem[..start])));
            }
            None => self.text.push(' '),
        }
        self.text.push_str(next);
        self.last = next;
        self.last_width = line.text.trim_end().chars().count();
        self.last_margin = margin(line.text);
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
    // `ana: yes`, as people speak in a chat, begins something new.
    let speaks =
        next.split_once(": ").is_some_and(|(who, _)| !who.contains(' ') && who.len() <= 20);
    let goes_on = next.starts_with(char::is_lowercase) && !speaks || waits_for_more(text);
    (open && long && goes_on).then_some(("paragraph_divided", DIVIDED))
}

const DIVIDED: &str = "A blank line or page break cut a sentence here; its two parts were joined.";

/// Whether a text ends in a word that no sentence ends in.
pub fn waits_for_more(text: &str) -> bool {
    const WAITING: [&str; 20] = [
        "and", "or", "of", "the", "a", "an", "to", "in", "for", "by", "with", "from", "than",
        "that", "which", "their", "at", "as", "was", "were",
    ];
    text.split_whitespace().next_back().is_some_and(|word| WAITING.contains(&word))
}

/// The blanks before the words of a line.
fn margin(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Whether a sign may end a sentence.
pub fn ends_sentence(c: char) -> bool {
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

#[cfg(test)]
#[path = "reflow_tests.rs"]
mod tests;

//! Whether a row goes on with the paragraph before it, and how their words are put together.

use super::measures::Measures;
use crate::read::lines::{Mark, MarkKind, Run};
use crate::read::pdf::order::{TextRow, is_leftward};
use crate::read::recognise::{doubt, is_entry, is_known_heading};
use crate::read::text::{
    Hyphen, at_line_end, has_hyphen, split_mark, split_set_off_bullet, waits_for_more,
};
use crate::read::{Doubt, Repair};

/// Whether a row goes on with a paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Join {
    /// It begins something new.
    No,
    /// It does.
    Goes,
    /// It does, after a page break in mid-sentence that the layout does not explain.
    Cut,
}

/// A paragraph that may go on.
pub struct Open<'r> {
    /// Its first row.
    pub first: &'r TextRow,
    /// Its words so far.
    pub runs: Vec<Run>,
    rows: Vec<&'r TextRow>,
    is_bold: bool,
    length: usize,
}

impl<'r> Open<'r> {
    /// Begins with a row.
    pub fn begin(row: &'r TextRow) -> Self {
        let (is_bold, length) = (row.is_bold(), row.text().len());
        Self { first: row, runs: row.runs.clone(), rows: vec![row], is_bold, length }
    }

    fn last(&self) -> &'r TextRow {
        self.rows.last().copied().unwrap_or(self.first)
    }

    /// Whether a row goes on with it.
    pub fn join(&self, row: &TextRow, measures: &Measures) -> Join {
        let last = self.last();
        let (text, next) = (last.text(), row.text());
        if last.is_table || row.is_table || (last.size - row.size).abs() > 0.08 * last.size {
            return Join::No;
        }
        // The last word of a title may be a heading elsewhere: … on Inclusive / Participation.
        let wrapped = self.is_bold
            && row.is_bold()
            && last.column == row.column
            && measures.is_tight(last, row)
            && is_full(last, row, measures);
        // So may the last words of an entry, set under those before.
        let hangs = self.first.text_left > self.first.x.0 + 1.0
            && (row.x.0 - self.first.text_left).abs() < 1.0
            && last.column == row.column
            && measures.is_tight(last, row)
            && is_full(last, row, measures)
            && !row.is_bold();
        let is_heading = is_known_heading(&next) && !wrapped && !hangs;
        if self.rows.len() == 1 && is_known_heading(&text) || is_heading {
            return Join::No;
        }
        let in_brackets = text.matches('(').count() > text.matches(')').count();
        let sentence_open = in_brackets || !text.trim_end().ends_with(ends_sentence);
        let lower = next.starts_with(char::is_lowercase);
        let full = is_full(last, row, measures);
        let mark = split_mark(&next, false).or_else(|| set_off_bullet(row));
        let mark = mark.map(|(mark, length)| (mark.kind, length));
        let goes_on = match mark {
            None => true,
            Some((MarkKind::Letter(_) | MarkKind::Roman(..), _)) => {
                sentence_open && full && (row.x.0 - self.text_left()).abs() < 2.0
            }
            // A dash in mid sentence that had no more room above.
            Some((MarkKind::Bullet, length)) => {
                next.starts_with(['–', '—'])
                    && next[length..].starts_with(char::is_lowercase)
                    && split_mark(&self.first.text(), false).is_none()
                    && (row.x.0 - last.x.0).abs() < 1.0
                    && sentence_open
                    && full
            }
            Some((kind, length)) => {
                let small = next[length..].starts_with(char::is_lowercase);
                sentence_open && full && (small || measures.stands_in_sentence(kind))
            }
        };
        let weight_fits =
            self.is_bold == row.is_bold() || sentence_open && full && (lower || !self.is_bold);
        if !goes_on || !weight_fits || !self.indentation_fits(row, sentence_open) {
            return Join::No;
        }
        if last.page == row.page && last.column == row.column {
            let narrow_text = sentence_open && lower && (last.x.1 - last.x.0) > 150.0;
            let joins = measures.is_tight(last, row) && (full || narrow_text);
            return if joins { Join::Goes } else { Join::No };
        }
        match (sentence_open, full, lower) {
            (true, true, _) => Join::Goes,
            (true, false, true) if self.length > 40 => Join::Cut,
            _ => Join::No,
        }
    }

    /// Whether this is a person with an affiliation on one line, and the next row another.
    pub fn precedes_entry(&self, row: &TextRow) -> bool {
        let text = self.last().text();
        let goes_on = text.trim_end().ends_with([',', '-', '(', '/', '\u{2010}']);
        self.rows.len() == 1
            && !goes_on
            && !waits_for_more(&text)
            && split_mark(&text, false).is_none()
            && is_entry(&text)
            && is_entry(&row.text())
    }

    /// Where the words of its lines begin.
    fn text_left(&self) -> f64 {
        self.rows.get(1).map_or(self.first.text_left, |second| second.x.0)
    }

    /// Whether a row stands where lines of this paragraph do.
    fn indentation_fits(&self, row: &TextRow, sentence_open: bool) -> bool {
        let last = self.last();
        if last.column != row.column && (last.is_narrow || row.is_narrow) {
            return true;
        }
        let near = 0.7 * row.size;
        let centred = |one: &TextRow| one.x.0 + one.x.1;
        if (centred(last) - centred(row)).abs() < 4.0 || row.text().chars().any(is_leftward) {
            return true;
        }
        if self.rows.len() > 1 {
            return (row.x.0 - self.text_left()).abs() < near;
        }
        let (left, text_left) = (self.first.x.0, self.first.text_left);
        if text_left > left + 1.0 {
            // After a list mark: under the words, or under the mark.
            row.x.0 > left - near && row.x.0 < text_left + near
        } else {
            // The first line may stand in by a few letters, or out.
            let step = row.x.0 - left;
            step < near && step > -5.0 * row.size || sentence_open && step < 5.0 * row.size
        }
    }

    /// Adds a row's words.
    pub fn add(&mut self, row: &'r TextRow, measures: &Measures, doubts: &mut Vec<Doubt>) {
        let (before, next) = (self.last_word(), row.text());
        let link = same_link(self.runs.last(), row.runs.first());
        let fullness = Fullness {
            full: is_full(self.last(), row, measures),
            to_the_brim: room(self.last(), measures) < 0.7 * row.size,
            spaced: self.last().spaced,
        };
        match seam(&before, &next, link, fullness, measures) {
            Seam::Space => {
                let link = link.map(str::to_owned);
                let last = self.runs.last().cloned().unwrap_or_default();
                self.runs.push(Run { text: " ".to_owned(), link, ..last });
            }
            Seam::Nothing => {}
            Seam::WithoutHyphen => {
                if let Some(last) = self.runs.last_mut() {
                    last.text.pop();
                }
            }
            Seam::Unsure(with, without) => {
                let message =
                    "A word was divided at a line end; it may be written without the hyphen.";
                let doubt = doubt("hyphenation", message, row.page, &with, Some(without));
                let text: String = self.runs.iter().map(|run| run.text.as_str()).collect();
                let start = text.len().saturating_sub(before.len());
                let before = text.get(..start).unwrap_or_default();
                doubts.push(doubt.with_repair(Repair::words(before)));
            }
        }
        self.runs.extend(row.runs.iter().cloned());
        self.rows.push(row);
        self.is_bold &= row.is_bold();
        self.length += next.len();
    }

    /// The end of its words, from the last space on.
    fn last_word(&self) -> String {
        let mut word = String::new();
        for run in self.runs.iter().rev() {
            let at = run.text.rfind(' ');
            word.insert_str(0, &run.text[at.unwrap_or(0)..]);
            if at.is_some() {
                break;
            }
        }
        word
    }
}

/// The bullet before a row that recognition read as a letter, in a column of bullets.
pub fn set_off_bullet(row: &TextRow) -> Option<(Mark, usize)> {
    split_set_off_bullet(&row.text()).filter(|_| row.text_left > row.x.0 + row.size)
}

fn ends_sentence(c: char) -> bool {
    ".!?:;\"”’')]…>|".contains(c)
}

/// Whether the next row's first word had no more room on this one.
fn is_full(last: &TextRow, next: &TextRow, measures: &Measures) -> bool {
    let needed = 0.25 * next.size + next.first_word;
    let ends = last.text().ends_with(['-', '/', '–', '\u{ad}', '\u{2010}']);
    let needed = if ends { next.first_word } else { needed };
    needed > room(last, measures) - 0.5
}

/// How much room a row leaves.
fn room(row: &TextRow, measures: &Measures) -> f64 {
    let (left, right) = measures.bounds(row);
    let free_left = row.x.0 - left;
    let free_right = right - row.x.1;
    // An entry that nearly fills its line is as far from both margins, and not centred.
    let is_entry = row.text_left > row.x.0 + 1.0;
    let centred = !is_entry && (free_left - free_right).abs() < 4.0 && free_left > 10.0;
    let leftward = row.text().chars().filter(|c| c.is_alphabetic()).all(is_leftward);
    if centred {
        free_left + free_right
    } else if leftward {
        free_left
    } else {
        free_right
    }
}

/// How much of its line a row fills.
#[derive(Clone, Copy)]
struct Fullness {
    /// The next word had no more room.
    full: bool,
    /// Not even a letter had.
    to_the_brim: bool,
    /// The file prints a space after it.
    spaced: bool,
}

/// The address that two runs lead to both.
fn same_link<'r>(last: Option<&'r Run>, first: Option<&Run>) -> Option<&'r str> {
    let link = last?.link.as_deref()?;
    (first?.link.as_deref() == Some(link)).then_some(link)
}

/// What stands between the words of two rows.
enum Seam {
    Space,
    Nothing,
    WithoutHyphen,
    /// The word with its hyphen, which stays, and without.
    Unsure(String, String),
}

fn seam(
    before: &str,
    next: &str,
    link: Option<&str>,
    Fullness { full, to_the_brim, spaced }: Fullness,
    Measures { words, divides, .. }: &Measures,
) -> Seam {
    let address = before.trim_start();
    let in_address = address.contains("//") || address.starts_with("www.");
    if in_address {
        let piece = next.split(' ').next().unwrap_or("");
        let joined = format!("{address}{piece}");
        let linked =
            link.is_some_and(|link| link.contains(joined.trim_end_matches(['.', ',', ')'])));
        // Where there was room for more, the line was ended by hand; recognition proposes to join.
        let cut = address.ends_with(['/', '-', '_', '=', '?', '&'])
            || address.ends_with('.') && !next.starts_with(char::is_uppercase);
        let goes_on =
            full && cut || to_the_brim && piece.contains(['/', '=', '_']) && !piece.contains("//");
        return if linked || goes_on && !spaced { Seam::Nothing } else { Seam::Space };
    }
    let cjk = |c: Option<char>| {
        c.is_some_and(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'))
    };
    if cjk(before.chars().last()) && cjk(next.chars().next()) {
        return Seam::Nothing;
    }
    // A program prints a hyphen where the word has a soft one.
    if before.trim_end_matches(['-', '\u{2010}']).ends_with('\u{ad}') {
        return Seam::WithoutHyphen;
    }
    let divided = before.strip_suffix(['-', '\u{2010}']).filter(|word| {
        word.ends_with(char::is_alphabetic) && next.starts_with(char::is_alphabetic)
    });
    let Some(stem) = divided else {
        let dash =
            before.ends_with(['/', '–', '—']) && !before.ends_with(" –") && !before.ends_with(" —");
        return if dash && !before.ends_with(" /") { Seam::Nothing } else { Seam::Space };
    };
    if *divides
        && before.ends_with('\u{2010}')
        && next.starts_with(char::is_lowercase)
        && !has_hyphen(stem, next, words)
    {
        return Seam::WithoutHyphen;
    }
    match at_line_end(stem, next, words) {
        Some(Hyphen::Dropped) => Seam::WithoutHyphen,
        Some(Hyphen::Unsure(with, without)) => Seam::Unsure(with, without),
        Some(Hyphen::Kept) | None => Seam::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> TextRow {
        TextRow {
            page: 1,
            column: 1,
            page_width: 595.0,
            bounds: (72.0, 300.0),
            is_narrow: true,
            is_table: false,
            y: 700.0,
            size: 11.0,
            x: (72.0, 300.0),
            text_left: 72.0,
            first_word: 20.0,
            runs: vec![Run::plain(text)],
            artifact: false,
            spaced: false,
        }
    }

    #[test]
    fn the_hyphen_of_the_typesetter_goes() {
        let full = Fullness { full: true, to_the_brim: true, spaced: false };
        let joined = |lines: &[&str], before: &str, next: &str| {
            let rows: Vec<TextRow> = lines.iter().map(|line| row(line)).collect();
            match seam(before, next, None, full, &Measures::of(&rows)) {
                Seam::WithoutHyphen => "without",
                Seam::Unsure(..) => "unsure",
                Seam::Nothing => "with",
                Seam::Space => "apart",
            }
        };
        let divided = ["The boats were read al\u{2010}", "oud, and he ex\u{2010}", "plained them."];
        assert_eq!(joined(&divided, "he ex\u{2010}", "plained them."), "without");
        assert_eq!(joined(&divided, "the Saint\u{2010}", "Malo boats"), "with");
        assert_eq!(joined(&divided, "he ex-", "plained them."), "with");
        let known = [&divided[..], &["a long-term plan"]].concat();
        assert_eq!(joined(&known, "the long\u{2010}", "term plan"), "with");
        // Somebody writes words with this sign.
        let written = [&divided[..], &["a self\u{2010}made boat"]].concat();
        assert_eq!(joined(&written, "read al\u{2010}", "oud"), "unsure");
        assert_eq!(joined(&divided[..1], "read al\u{2010}", "oud"), "unsure");
    }
}

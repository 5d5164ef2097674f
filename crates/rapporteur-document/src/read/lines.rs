//! What every format is turned into before anything is recognised: lines with runs and hints.
//!
//! A line is a whole paragraph, list entry, heading or table row. Made by the format readers,
//! used up by `recognise`. Deliberately absent: what a line means in a report.

use super::Doubt;

/// A file as lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The format as `read --json` prints it: `text`, `markdown`, `docx`…
    pub format: String,
    /// The lines in reading order, none of them blank.
    pub lines: Vec<Line>,
    /// What the format reader already doubts.
    pub doubts: Vec<Doubt>,
    /// Texts that are no part of the report and are kept whole: what a mail quotes.
    pub apart: Vec<Vec<Line>>,
}

/// A paragraph, list entry, heading or table row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The words; a line end inside a paragraph is `\n`, cells of a table row stand apart by `\t`.
    pub runs: Vec<Run>,
    /// Its list mark, computed by the format or found in the text.
    pub mark: Option<Mark>,
    /// What the format says it is.
    pub style: Style,
    /// Whether it is a row of a table.
    pub table_row: bool,
    /// Whether something (a blank line, a page, a picture) stands between it and the line before.
    pub gap_before: bool,
    /// Line number, page number or, where a format has neither, number of the paragraph in the
    /// file, counted from 1.
    pub place: u32,
}

/// What a format's style says about a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Style {
    /// Nothing in particular.
    #[default]
    Body,
    /// The title of the document.
    Title,
    /// A heading of this level, from 1.
    Heading(u8),
    /// A footnote or endnote, set after the paragraph that refers to it.
    Note,
}

/// Words marked alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// The address they link to.
    pub link: Option<String>,
}

/// The mark before a list entry or a numbered heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// How deep the list is, from 0; only its order matters, so columns of indentation do.
    pub depth: u32,
    /// What it is.
    pub kind: MarkKind,
    /// As it stands in the text, or as the format computes it, with what separates it from the
    /// words.
    pub printed: String,
}

/// The kinds of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// Any bullet.
    Bullet,
    /// `3.`, `3)`, `(3)` and, as a heading's number, `III.`
    Number(u32),
    /// `2.1` and deeper: the first number and the last.
    Outline(u32, u32),
    /// `A.` or `a)`.
    Letter(char),
    /// `iv.` or `IV.`; a single letter only where the format says that it is Roman.
    Roman(u32, bool),
}

impl Run {
    /// Words without marks.
    pub fn plain(text: impl Into<String>) -> Self {
        Run { text: text.into(), ..Run::default() }
    }
}

impl Line {
    /// The words without marks, list mark and outer spaces.
    pub fn text(&self) -> String {
        let text: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        text.trim().to_owned()
    }

    /// The list mark and the words, as they stand in the file.
    pub fn printed(&self) -> String {
        match &self.mark {
            Some(mark) => format!("{}{}", mark.printed, self.text()),
            None => self.text(),
        }
    }

    /// Whether the format says that it is a title or heading.
    pub fn is_styled(&self) -> bool {
        matches!(self.style, Style::Title | Style::Heading(_))
    }

    /// Whether it has more bytes than this.
    pub fn is_longer_than(&self, bytes: usize) -> bool {
        self.runs.iter().map(|run| run.text.len()).sum::<usize>() > bytes
    }

    /// Whether every word is bold.
    pub fn is_bold(&self) -> bool {
        let mut worded = self.runs.iter().filter(|run| !run.text.trim().is_empty()).peekable();
        worded.peek().is_some() && worded.all(|run| run.bold)
    }

    /// The part of its words from byte `at` on, with their marks; the line keeps those before.
    pub fn split_off(&mut self, at: usize) -> Vec<Run> {
        let mut kept = Vec::new();
        let mut rest = Vec::new();
        let mut seen = 0;
        for run in self.runs.drain(..) {
            let length = run.text.len();
            if seen + length <= at {
                kept.push(run);
            } else if seen >= at {
                rest.push(run);
            } else {
                let (before, after) = run.text.split_at(at - seen);
                kept.push(Run { text: before.to_owned(), ..run.clone() });
                rest.push(Run { text: after.to_owned(), ..run.clone() });
            }
            seen += length;
        }
        self.runs = kept;
        rest
    }

    /// A line for each of its pieces between line ends; the mark stays with the first.
    pub fn divided(mut self) -> Vec<Line> {
        let runs = std::mem::take(&mut self.runs);
        let mut mark = self.mark.take();
        let mut gap_before = self.gap_before;
        let mut lines = Vec::new();
        for runs in pieces(runs, '\n') {
            let mut line = Line { runs, gap_before, ..self.clone() };
            if !line.text().is_empty() {
                line.mark = mark.take();
                gap_before = false;
                lines.push(line);
            }
        }
        lines
    }

    /// The cells of a row of a table; any other line is one cell.
    pub fn cells(&self) -> Vec<String> {
        let text: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        if !self.table_row {
            return vec![text.trim().to_owned()];
        }
        text.split('\t').map(|cell| cell.trim().to_owned()).collect()
    }

    /// Takes the typed list mark off the words, unless the format gave one already.
    ///
    /// `ocr` also takes the letters that optical recognition makes of bullets.
    pub fn take_mark(&mut self, ocr: bool) {
        if self.mark.is_some() || self.table_row {
            return;
        }
        let text: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        if let Some((mark, length)) = super::text::split_mark(&text, ocr) {
            let rest = self.split_off(length);
            self.runs = rest;
            self.mark = Some(mark);
        }
    }

    /// Puts a typed mark back before the words, where it turned out to be none.
    pub fn restore_mark(&mut self) {
        if let Some(mark) = self.mark.take()
            && !mark.printed.is_empty()
        {
            self.runs.insert(0, Run::plain(mark.printed));
        }
    }
}

/// Runs in pieces that a character stood between.
pub fn pieces(runs: Vec<Run>, at: char) -> Vec<Vec<Run>> {
    let mut pieces = vec![Vec::new()];
    for run in runs {
        for (count, text) in run.text.split(at).enumerate() {
            if count > 0 {
                pieces.push(Vec::new());
            }
            if let Some(piece) = pieces.last_mut().filter(|_| !text.is_empty()) {
                piece.push(Run { text: text.to_owned(), ..run.clone() });
            }
        }
    }
    pieces
}

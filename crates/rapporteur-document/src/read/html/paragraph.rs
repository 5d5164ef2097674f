//! The paragraph that is being gathered on a page.
//!
//! Called by `page`.

use crate::read::flow::push_run;
use crate::read::lines::{Line, Run, Style};
use crate::read::numbers::Label;

/// The words of a paragraph, white space collapsed as a browser shows it.
#[derive(Default)]
pub struct Paragraph {
    runs: Vec<Run>,
    /// Whether a space is due before the next word.
    space: bool,
    /// What stands before its first words.
    label: Option<Label>,
    style: Style,
}

impl Paragraph {
    /// The label of the entry that begins here.
    pub fn begin_entry(&mut self, label: Option<Label>) {
        self.label = label;
    }

    /// Words with their marks.
    pub fn words(&mut self, words: &str, marks: &Run, style: Style, preformatted: bool) {
        if style != Style::Body {
            self.style = style;
        }
        if preformatted {
            self.push(words, marks);
            return;
        }
        // Spaces that do not break are words: people set them before a number's words.
        for (at, word) in words.split([' ', '\t', '\n', '\r', '\u{c}']).enumerate() {
            self.space |= at > 0;
            if !word.is_empty() {
                self.push(word, marks);
            }
        }
    }

    fn push(&mut self, words: &str, marks: &Run) {
        let first = self.runs.is_empty();
        let after_break = self.runs.last().is_some_and(|run| run.text.ends_with('\n'));
        if std::mem::take(&mut self.space) && !first && !after_break {
            push_run(&mut self.runs, " ", marks);
        }
        push_run(&mut self.runs, words, marks);
    }

    /// A line end; true where it is the second in a row, which people write for a new paragraph.
    pub fn line_end(&mut self) -> bool {
        self.space = false;
        let last = self.runs.last_mut().filter(|run| !run.text.is_empty());
        let Some(last) = last else { return false };
        if last.text.ends_with('\n') {
            return true;
        }
        last.text.push('\n');
        false
    }

    /// The line it makes, and a new paragraph in its place. An entry without words keeps its label
    /// for the words that follow in it.
    pub fn take(&mut self) -> Line {
        self.space = false;
        let mut line = Line { style: std::mem::take(&mut self.style), ..Line::default() };
        line.runs = std::mem::take(&mut self.runs);
        if line.text().is_empty() {
            return line;
        }
        match self.label.take() {
            Some(Label::Mark(mark)) => line.mark = Some(mark),
            Some(Label::Words(label)) => line.runs.insert(0, Run::plain(label)),
            None => {}
        }
        line
    }
}

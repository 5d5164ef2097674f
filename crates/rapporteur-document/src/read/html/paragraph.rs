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
            push_run(&mut self.runs, words, marks);
            return;
        }
        // Spaces that do not break are words: people set them before a number's words.
        let mut collapsed = String::with_capacity(words.len());
        let mut after_space = self.ends_in_space();
        for character in words.chars() {
            let space = matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            if !space {
                collapsed.push(character);
            } else if !after_space {
                collapsed.push(' ');
            }
            after_space = space;
        }
        push_run(&mut self.runs, &collapsed, marks);
    }

    fn ends_in_space(&self) -> bool {
        self.runs.last().is_none_or(|run| run.text.ends_with([' ', '\n']))
    }

    /// A line end; true where it is the second in a row, which people write for a new paragraph.
    pub fn line_end(&mut self) -> bool {
        let Some(last) = self.runs.last_mut() else { return false };
        if last.text.ends_with('\n') {
            return true;
        }
        last.text.push('\n');
        false
    }

    /// The line it makes, and a new paragraph in its place. An entry without words keeps its label
    /// for the words that follow in it.
    pub fn take(&mut self) -> Line {
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

//! What every format is turned into: lines of inline text with what the format knows of them.

use crate::model::{Inline, plain_text};

/// A paragraph, a list item or a heading, as one line; or, for hard-wrapped text, a physical line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it stands in the file, from 1.
    pub number: u32,
    /// The words with their marks, without marker and indentation.
    pub content: Vec<Inline>,
    /// The marker before the words: a bullet or a number.
    pub marker: Option<Marker>,
    /// Columns of indentation, or levels of nesting times two.
    pub indent: usize,
    /// The level of a heading, where the format has headings.
    pub heading: Option<u8>,
    /// Whether a blank line (or a paragraph's end) stands before it.
    pub after_blank: bool,
}

/// What stands before the words of a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marker {
    /// A bullet of any shape.
    Bullet,
    /// `1.` or `1)`.
    Number(u32),
    /// `a.` or `A)`, as written.
    Letter(char),
}

impl Line {
    /// The words without marks.
    pub fn text(&self) -> String {
        plain_text(&self.content)
    }

    /// Whether all its words are bold.
    pub fn is_bold(&self) -> bool {
        let mut words = self.content.iter().filter_map(|inline| match inline {
            Inline::Text { text, bold, .. } if !text.trim().is_empty() => Some(*bold),
            _ => None,
        });
        words.next() == Some(true) && words.all(|bold| bold)
    }
}

/// Inline text with neighbouring pieces of the same marks joined, and outer spaces removed.
pub(super) fn tidy(content: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(content.len());
    for piece in content {
        if let (
            Some(Inline::Text { text, bold, italic, link }),
            Inline::Text { text: more, bold: b, italic: i, link: l },
        ) = (joined.last_mut(), &piece)
            && bold == b
            && italic == i
            && link == l
        {
            text.push_str(more);
            continue;
        }
        joined.push(piece);
    }
    if let Some(Inline::Text { text, .. }) = joined.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Inline::Text { text, .. }) = joined.last_mut() {
        *text = text.trim_end().to_owned();
    }
    joined.retain(|piece| !matches!(piece, Inline::Text { text, .. } if text.is_empty()));
    joined
}

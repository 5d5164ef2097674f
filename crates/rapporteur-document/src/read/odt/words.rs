//! The words of one paragraph: spans, links, notes, tracked changes, spaces.
//!
//! Called by `body` for every paragraph.

use super::Reader;
use super::styles::Marks;
use crate::read::flow::push_run;
use crate::read::lines::Run;
use crate::read::xml::{Element, Node};

/// The words of a paragraph being gathered.
#[derive(Default)]
pub struct Words<'e> {
    /// As they are once every change is accepted.
    pub accepted: Vec<Run>,
    /// As they were before the changes.
    pub before: String,
    /// Whether a change that nobody accepted touches them.
    pub changed: bool,
    /// Text boxes and shapes that hang on them.
    pub boxes: Vec<&'e Element>,
    /// The notes they refer to.
    pub notes: Vec<&'e Element>,
    /// Whether a white space at this place would be a second one.
    after_space: bool,
}

impl<'e> Words<'e> {
    /// Nothing yet: white space at the beginning of a paragraph is none.
    pub fn new() -> Self {
        Words { after_space: true, ..Words::default() }
    }

    fn push(&mut self, words: &str, marks: Marks, link: Option<&str>, inserted: bool) {
        let run = Run {
            text: String::new(),
            bold: marks.bold == Some(true),
            italic: marks.italic == Some(true),
            link: link.map(str::to_owned),
        };
        push_run(&mut self.accepted, words, &run);
        if inserted {
            self.changed |= !words.trim().is_empty();
        } else {
            self.before.push_str(words);
        }
        if let Some(last) = words.chars().last() {
            self.after_space = last == ' ';
        }
    }

    /// Runs of white space are one space (OpenDocument 1.3 part 3, 6.1.2).
    fn collapsed(&self, text: &str) -> String {
        let mut collapsed = String::with_capacity(text.len());
        let mut after_space = self.after_space;
        for character in text.chars() {
            let space = matches!(character, ' ' | '\t' | '\n' | '\r');
            if !space {
                collapsed.push(character);
            } else if !after_space {
                collapsed.push(' ');
            }
            after_space = space;
        }
        collapsed
    }
}

impl Reader {
    /// Adds what a paragraph, or a part of one, holds.
    pub(super) fn words<'e>(
        &mut self,
        element: &'e Element,
        words: &mut Words<'e>,
        marks: Marks,
        link: Option<&str>,
    ) {
        for node in &element.children {
            match node {
                Node::Text(text) if marks.hidden == Some(true) => {
                    self.left_out.hidden |= !text.trim().is_empty();
                }
                Node::Text(text) => {
                    let text = words.collapsed(text);
                    words.push(&text, marks, link, !self.insertions.is_empty());
                }
                Node::Element(child) => self.inline(child, words, marks, link),
            }
        }
    }

    fn inline<'e>(
        &mut self,
        element: &'e Element,
        words: &mut Words<'e>,
        marks: Marks,
        link: Option<&str>,
    ) {
        let inserted = !self.insertions.is_empty();
        match &*element.name {
            "text:span" => {
                let own = self.styles.words(element.attribute("text:style-name"));
                self.words(element, words, own.or(marks), link);
            }
            "text:a" => {
                let address = element.attribute("xlink:href").unwrap_or("#");
                let inside = address.starts_with('#') && address.len() > 1;
                self.words(element, words, marks, if inside { link } else { Some(address) });
            }
            "text:s" => {
                let count =
                    element.attribute("text:c").and_then(|c| c.parse().ok()).unwrap_or(1_usize);
                words.push(&" ".repeat(count.min(100)), marks, link, inserted);
                words.after_space = false;
            }
            "text:tab" => words.push("\t", marks, link, inserted),
            "text:line-break" => {
                words.push("\n", marks, link, inserted);
                words.after_space = true;
            }
            "text:note" => words.notes.push(element),
            "office:annotation" => self.left_out.comments = true,
            "text:change-start" => self.insertions.extend(change(element)),
            "text:change-end" => {
                let ended = change(element);
                self.insertions.retain(|open| Some(open) != ended.as_ref());
            }
            "text:change" => {
                if let Some(deleted) = change(element).and_then(|id| self.deletions.get(&id)) {
                    words.changed |= !deleted.trim().is_empty();
                    words.before.push_str(deleted);
                }
            }
            "text:hidden-text" | "text:hidden-paragraph" => self.left_out.hidden = true,
            "text:ruby" => {
                if let Some(base) = element.child("text:ruby-base") {
                    self.words(base, words, marks, link);
                }
            }
            "text:soft-page-break"
            | "text:placeholder"
            | "text:script"
            | "office:annotation-end" => {}
            name if name.starts_with("draw:") => words.boxes.push(element),
            name if name.starts_with("text:") => self.words(element, words, marks, link),
            _ => {}
        }
    }
}

fn change(element: &Element) -> Option<String> {
    element.attribute("text:change-id").map(str::to_owned)
}

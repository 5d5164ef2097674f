//! What the paragraphs of a file begin with, to tell a new one below a full line.
//!
//! Called by [`reflow`](super::reflow) where nothing else parts paragraphs. Deliberately absent: any
//! list of names; the file shows who speaks in it.

use super::marks::split_mark;
use super::page::{Physical, first_word};
use crate::model::is_honorific;
use std::collections::HashMap;

/// How many paragraphs show what they begin with.
const ENOUGH: usize = 6;

/// The words that paragraphs surely begin with.
#[derive(Default)]
pub struct Openings<'t> {
    /// The first two words of paragraphs, and how many begin so; none of which begin a sentence
    /// within a line.
    words: HashMap<[&'t str; 2], usize>,
    /// Whether paragraphs begin with who speaks, and sentences within them do not.
    name_speakers: bool,
}

impl<'t> Openings<'t> {
    /// Looks at lines that are wrapped at a width.
    pub fn of(lines: &[Physical<'t>], width: usize) -> Self {
        let begins = |pair: &&[Physical<'t>]| {
            let (above, below) = (pair[0].text.trim(), pair[1].text.trim());
            let room = above.chars().count() + 1 + first_word(below);
            let parted = pair[1].gap_before || room * 100 < width * 85;
            parted && ends(above) && split_mark(below, false).is_none()
        };
        let starts: Vec<&str> = lines.windows(2).filter(begins).map(|pair| pair[1].text).collect();
        let speakers = starts.iter().filter(|start| names_speaker(start)).count();
        let mut words: HashMap<[&str; 2], usize> = HashMap::new();
        for opening in starts.iter().filter_map(|start| opening(start)) {
            *words.entry(opening).or_default() += 1;
        }
        let mut within = 0;
        for line in lines {
            for sentence in line.text.split(". ").skip(1) {
                within += usize::from(names_speaker(sentence));
                if let Some(opening) = opening(sentence) {
                    words.remove(&opening);
                }
            }
        }
        let name_speakers =
            speakers >= ENOUGH && speakers * 10 >= starts.len() * 7 && within * 4 <= speakers;
        Openings { words, name_speakers }
    }

    /// Whether a line begins as paragraphs do and sentences within them do not.
    pub fn begin(&self, line: &str) -> bool {
        let often = opening(line).and_then(|opening| self.words.get(&opening)).copied();
        often.unwrap_or(0) > 1 || self.name_speakers && names_speaker(line)
    }
}

fn ends(text: &str) -> bool {
    text.ends_with(['.', '!', '?', '”', '"'])
}

fn opening(text: &str) -> Option<[&str; 2]> {
    let mut words = text.split_whitespace();
    Some([words.next()?, words.next()?])
}

/// Whether a sentence begins with `Ana Prado said`, `Mr Hart said` or `The Chair said`.
fn names_speaker(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let large = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || "-’'.".contains(c))
    };
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let titled = is_honorific(first) && large(second);
    let small =
        words.find(|word| !large(word)).is_some_and(|word| word.starts_with(char::is_lowercase));
    large(first) && large(second) && (titled || small)
}

#[cfg(test)]
mod tests {
    use super::super::page::physical_lines;
    use super::*;

    #[test]
    fn paragraphs_begin_as_others_do() {
        let names = ["Ana Prado", "Mr Hart", "Bo Lund", "The Chair", "Eva Moor", "Mr. Dahl"];
        let speakers: Vec<String> =
            names.iter().map(|name| format!("{name} spoke of the tide.")).collect();
        let speakers = format!("Text.\n{}\n", speakers.join("\n"));
        let within = "It rained. Ana Prado left. Bo Lund stayed. The Chair slept.\n";
        for (text, line, expected) in [
            (speakers.as_str(), "Ines Reis said that the port", true),
            (&speakers, "The port is shallow", false),
            (&speakers, "Lund is a town", false),
            (&format!("{speakers}{within}"), "Ines Reis said that the port", false),
            ("Text.\nAs for boats, none.\nAs for nets, none.\n", "As for ports, none", true),
            ("Text.\nAs for boats, none.\nOr nets, none.\n", "As for ports, none", false),
            (
                "Text.\nAs for boats, a. As for b.\nAs for nets, none.\n",
                "As for ports, none",
                false,
            ),
        ] {
            let lines = physical_lines(text);
            assert_eq!(Openings::of(&lines, 74).begin(line), expected, "{text}{line}");
        }
    }
}

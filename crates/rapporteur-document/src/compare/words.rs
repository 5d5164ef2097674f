//! Words, and how two lines of them differ.

use super::{Piece, PieceChange};
use crate::model::{ParticipantId, SpeakerForm};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use unicode_width::UnicodeWidthChar;

/// Lines longer than this are compared as a whole: nobody reads such a line word by word.
const LONGEST: usize = 20_000;

/// The smallest thing that is compared: a word, white space, one sign, or a person named.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    pub link: Option<String>,
    /// Who is named. The same person is the same word, however the name is spelt by now.
    pub speaker: Option<(ParticipantId, SpeakerForm)>,
}

impl Token {
    /// A word without marks.
    pub fn plain(text: String) -> Self {
        Self { text, bold: false, italic: false, link: None, speaker: None }
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn piece(&self, change: PieceChange) -> Piece {
        let Self { text, bold, italic, link, .. } = self.clone();
        Piece { change, text, bold, italic, link }
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        match (&self.speaker, &other.speaker) {
            (None, None) => {
                (&self.text, self.bold, self.italic, &self.link)
                    == (&other.text, other.bold, other.italic, &other.link)
            }
            (one, other) => one == other,
        }
    }
}

impl Eq for Token {}

impl Hash for Token {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.speaker {
            None => (&self.text, self.bold, self.italic, &self.link).hash(state),
            Some((participant, _)) => participant.hash(state),
        }
    }
}

/// The words, spaces and signs of a text that is marked alike throughout.
pub(super) fn text_tokens<'t>(
    text: &'t str,
    bold: bool,
    italic: bool,
    link: Option<&'t str>,
) -> impl Iterator<Item = Token> + 't {
    split(text).map(move |word| Token {
        bold,
        italic,
        link: link.map(str::to_owned),
        ..Token::plain(word.to_owned())
    })
}

/// How many words a text has.
pub(super) fn count(text: &str) -> u32 {
    let words = split(text).filter(|word| word.chars().any(char::is_alphanumeric)).count();
    u32::try_from(words).unwrap_or(u32::MAX)
}

/// Words of letters and digits with the apostrophes and hyphens inside them, runs of white space,
/// single signs. Scripts that put no spaces between words are taken sign by sign.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if first.is_whitespace() {
            rest.find(|c: char| !c.is_whitespace())
        } else if is_letter(first) {
            Some(word_end(rest))
        } else {
            Some(first.len_utf8())
        };
        let (word, left) = rest.split_at(end.unwrap_or(rest.len()));
        rest = left;
        Some(word)
    })
}

fn word_end(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next_is_letter = characters.peek().is_some_and(|&(_, next)| is_letter(next));
        let joins = matches!(c, '\'' | '’' | '-' | '‑' | '.' | ',') && next_is_letter && at > 0;
        // A full stop or a comma joins figures only: 1,000 is one word, “end.Next” is not.
        let figures = !matches!(c, '.' | ',') || text[..at].ends_with(|c: char| c.is_ascii_digit());
        let combines = at > 0 && c.width() == Some(0);
        if !(is_letter(c) || combines || (joins && figures)) {
            return at;
        }
    }
    text.len()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && c.width() != Some(2)
}

/// The words of both lines in order.
pub(super) fn differ(before: &[Token], after: &[Token]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if before.len().max(after.len()) > LONGEST {
        push(&mut pieces, before, PieceChange::Removed);
        push(&mut pieces, after, PieceChange::Added);
        return pieces;
    }
    let (old, new) = numbered(before, after);
    // What was removed and added since the last words that stayed.
    let (mut removed, mut added) = (0..0, 0..0);
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (from, to) = (operation.old_range(), operation.new_range());
        // A space alone between two changes would cut them into single words.
        let stays = matches!(operation, DiffOp::Equal { .. })
            && !(before[from.clone()].iter().all(Token::is_blank)
                && to.end < after.len()
                && !(removed.is_empty() && added.is_empty()));
        if stays {
            push(&mut pieces, &before[removed], PieceChange::Removed);
            push(&mut pieces, &after[added], PieceChange::Added);
            push(&mut pieces, &after[to.clone()], PieceChange::Same);
            (removed, added) = (from.end..from.end, to.end..to.end);
        } else {
            (removed.end, added.end) = (from.end, to.end);
        }
    }
    push(&mut pieces, &before[removed], PieceChange::Removed);
    push(&mut pieces, &after[added], PieceChange::Added);
    pieces
}

/// Everything of one line, as it fared.
pub(super) fn whole(words: &[Token], change: PieceChange) -> Vec<Piece> {
    let mut pieces = Vec::new();
    push(&mut pieces, words, change);
    pieces
}

/// How alike two lines are, from 0 (no word in common) to 1 (the same words in any order).
pub(super) fn likeness(before: &[Token], after: &[Token]) -> f64 {
    let words = |tokens: &[Token]| {
        let mut words: Vec<String> = tokens
            .iter()
            .filter(|token| !token.is_blank())
            .map(|t| t.text.to_lowercase())
            .collect();
        words.sort_unstable();
        words
    };
    let (one, other) = (words(before), words(after));
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 2;
                i += 1;
                j += 1;
            }
        }
    }
    f64::from(common) / (one.len() + other.len()).max(1) as f64
}

/// Both sequences with a number in place of each different thing, which compare fast.
pub(super) fn numbered<'t, T: Eq + Hash>(
    before: &'t [T],
    after: &'t [T],
) -> (Vec<usize>, Vec<usize>) {
    let mut known: HashMap<&'t T, usize> = HashMap::new();
    let mut number = |all: &'t [T]| {
        all.iter()
            .map(|one| {
                let next = known.len();
                *known.entry(one).or_insert(next)
            })
            .collect::<Vec<_>>()
    };
    (number(before), number(after))
}

/// Adds words, to the last piece where they fared alike and are marked alike.
fn push(pieces: &mut Vec<Piece>, words: &[Token], change: PieceChange) {
    for word in words {
        let piece = word.piece(change);
        match pieces.last_mut() {
            Some(last)
                if last.change == change
                    && (last.bold, last.italic, &last.link)
                        == (piece.bold, piece.italic, &piece.link) =>
            {
                last.text.push_str(&piece.text);
            }
            _ => pieces.push(piece),
        }
    }
}

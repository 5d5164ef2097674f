//! The words of a line one by one, for rules that look at what stands beside a word.

use super::Line;
use std::borrow::Cow;
use std::ops::Range;

/// A word, and what parts it from the word before.
#[derive(Debug, Clone)]
pub(super) struct Token<'l> {
    /// As it is printed.
    pub text: &'l str,
    /// In small letters.
    pub low: Cow<'l, str>,
    /// Where it stands in the line.
    pub range: Range<usize>,
    /// Whether only a space or the end of a printed line parts it from the word before.
    pub joined: bool,
    /// Whether a sentence or a clause begins with it: after a full stop, a colon or a semicolon.
    pub opens: bool,
}

/// The words of a line; what belongs to an address is left out.
pub(super) fn tokens(line: &Line) -> Vec<Token<'_>> {
    let text = &line.text;
    let mut tokens: Vec<Token> = Vec::new();
    let mut end = 0;
    let mut at = 0;
    while let Some(first) = text[at..].find(char::is_alphanumeric) {
        let start = at + first;
        let rest = &text[start..];
        let inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
        let length = rest.find(|c: char| !inner(c)).unwrap_or(rest.len());
        let whole = &rest[..length];
        // A word that never is a plural keeps the apostrophe it has by a slip.
        let word = match whole {
            "its'" | "its’" => whole,
            _ => whole.trim_end_matches(['\'', '’', '-']),
        };
        let range = start..start + word.len();
        at = start + length;
        if line.in_address(&range) {
            continue;
        }
        let gap = &text[end..start];
        end = range.end;
        let low = match word.contains(char::is_uppercase) {
            true => Cow::Owned(word.to_lowercase()),
            false if word == "its’" => Cow::Borrowed("its'"),
            false => Cow::Borrowed(word),
        };
        tokens.push(Token {
            text: word,
            low,
            range,
            joined: !tokens.is_empty() && matches!(gap, " " | "\n"),
            opens: tokens.is_empty() || gap.contains(['.', '!', '?', ':', ';']),
        });
    }
    tokens
}

/// Words that end in -ly and stand between a verb and its companions, and others that do.
pub(super) fn is_adverb(word: &str) -> bool {
    const OTHERS: [&str; 18] = [
        "also",
        "already",
        "now",
        "not",
        "just",
        "then",
        "never",
        "always",
        "still",
        "again",
        "soon",
        "often",
        "ever",
        "even",
        "both",
        "yet",
        "therefore",
        "further",
    ];
    OTHERS.contains(&word)
        || word.ends_with("ly")
            && ![
                "apply", "reply", "supply", "rely", "comply", "multiply", "imply", "family",
                "assembly", "july", "early",
            ]
            .contains(&word)
}

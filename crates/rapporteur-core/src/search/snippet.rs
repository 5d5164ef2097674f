//! The part of a passage that a result shows, with what was looked for marked.

use super::query::Query;
use crate::api::Marked;
use std::collections::HashSet;
use std::ops::Range;

/// How long the shown part is, in characters at most.
const LONGEST: usize = 240;

/// How much of it stands before the first place that was found.
const BEFORE: usize = 60;

/// The whole text with the places that were looked for.
pub(crate) fn marked(text: &str, query: &Query) -> Vec<Marked> {
    pieces(text, 0..text.len(), &query.found_in(text))
}

/// The part of a text where most of what was looked for stands together.
pub(crate) fn snippet(text: &str, query: &Query) -> Vec<Marked> {
    let found = query.found_in(text);
    let mut shown = around(text, &found);
    // Between two lines nothing is cut.
    let cut_before = !matches!(text[..shown.start].chars().next_back(), None | Some('\n'));
    let cut_after = !matches!(text[shown.end..].chars().next(), None | Some('\n'));
    shown.start += text[shown.clone()].len() - text[shown.clone()].trim_start().len();
    shown.end -= text[shown.clone()].len() - text[shown.clone()].trim_end().len();
    let mut pieces = pieces(text, shown, &found);
    if cut_before {
        pieces.insert(0, Marked { text: "… ".to_owned(), found: false });
    }
    if cut_after {
        pieces.push(Marked { text: " …".to_owned(), found: false });
    }
    joined(pieces)
}

/// The range to show: from a little before the place from which on most terms follow.
fn around(text: &str, found: &[(Range<usize>, usize)]) -> Range<usize> {
    if text.chars().count() <= LONGEST {
        return 0..text.len();
    }
    let terms_from = |at: usize| {
        let end = ahead(text, found[at].0.start, LONGEST - BEFORE);
        let inside = found[at..].iter().take_while(|(place, _)| place.end <= end);
        inside.map(|(_, term)| term).collect::<HashSet<_>>().len()
    };
    // The first of the best.
    let best = (0..found.len()).rev().max_by_key(|at| terms_from(*at));
    let start = best.map_or(0, |at| behind(text, found[at].0.start, BEFORE));
    let end = ahead(text, start, LONGEST);
    first_start(text, start)..last_end(text, end)
}

fn ahead(text: &str, from: usize, characters: usize) -> usize {
    text[from..].char_indices().nth(characters).map_or(text.len(), |(at, _)| from + at)
}

fn behind(text: &str, from: usize, characters: usize) -> usize {
    text[..from].char_indices().rev().nth(characters).map_or(0, |(at, _)| at)
}

/// The first beginning of a line, else of a word, a little from here on.
fn first_start(text: &str, from: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let near = &text[from..ahead(text, from, BEFORE)];
    let space = near.rfind('\n').or_else(|| near.find(char::is_whitespace));
    space.map_or(from, |at| from + at + near[at..].chars().next().map_or(0, char::len_utf8))
}

/// The last end of a line, else of a word, a little up to here.
fn last_end(text: &str, to: usize) -> usize {
    if to == text.len() {
        return to;
    }
    let start = behind(text, to, BEFORE);
    let near = &text[start..to];
    near.find('\n').or_else(|| near.rfind(char::is_whitespace)).map_or(to, |at| start + at)
}

fn pieces(text: &str, shown: Range<usize>, found: &[(Range<usize>, usize)]) -> Vec<Marked> {
    let mut pieces = Vec::new();
    let mut done = shown.start;
    let mut push = |range: Range<usize>, found: bool| {
        if !range.is_empty() {
            pieces.push(Marked { text: text[range].to_owned(), found });
        }
    };
    for (place, _) in found {
        let (start, end) = (place.start.max(done), place.end.min(shown.end));
        if start < end {
            push(done..start, false);
            push(start..end, true);
            done = end;
        }
    }
    push(done..shown.end, false);
    joined(pieces)
}

/// Neighbours of one kind in one piece.
fn joined(pieces: Vec<Marked>) -> Vec<Marked> {
    let mut all: Vec<Marked> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match all.last_mut() {
            Some(last) if last.found == piece.found => last.text.push_str(&piece.text),
            _ => all.push(piece),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, typed: &str) -> String {
        let pieces = snippet(text, &Query::parse(typed));
        let mark =
            |piece: Marked| if piece.found { format!("[{}]", piece.text) } else { piece.text };
        pieces.into_iter().map(mark).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(shown("The café was closed.", "CAFE "), "The [café] was closed.");
        assert_eq!(shown("The café was closed.", "other"), "The café was closed.");
        assert_eq!(shown("", "other"), "");
    }

    #[test]
    fn a_long_text_is_shown_where_most_words_stand() {
        let filler = "Nothing of interest was said about this for a very long time. ".repeat(6);
        let text = format!("A budget alone. {filler}Then the budget and the calendar. {filler}");
        let shown = shown(&text, "budget calendar ");
        assert!(shown.starts_with("… ") && shown.ends_with(" …"), "{shown}");
        assert!(shown.contains("Then the [budget] and the [calendar]."), "{shown}");
        assert!(shown.chars().count() < LONGEST + 10, "{shown}");
    }

    #[test]
    fn a_list_is_cut_between_its_lines() {
        let lines: Vec<String> =
            (0..40).map(|at| format!("Person Number{at}, Member of the Board")).collect();
        let text = lines.join("\n");
        let shown = shown(&text, "number20 ");
        assert!(
            shown.lines().any(|line| line == "Person [Number20], Member of the Board"),
            "{shown}"
        );
        assert!(shown.lines().all(|line| line.starts_with("Person")), "{shown}");
        assert!(shown.lines().all(|line| line.ends_with("Board")), "{shown}");
    }

    #[test]
    fn cutting_never_parts_a_character() {
        let text = "中国代表ąę".repeat(200);
        for typed in ["国代", "ae ", "x"] {
            let shown = shown(&text, typed);
            assert!(!shown.is_empty() && shown.chars().count() < LONGEST * 3, "{typed}: {shown}");
        }
    }
}

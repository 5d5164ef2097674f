//! What somebody typed into a search field, as words to find.
//!
//! Every word must be there. `"words in quotes"` stand side by side, `strateg*` is the beginning of
//! a word, and so is the last word while it is being typed. Nothing else has a meaning, so nothing
//! typed is ever an error: what reaches SQLite is made here of folded words alone.

use super::words::{Word, words};
use std::ops::Range;

/// Longer queries are cut off: nobody remembers so many words of a report.
const MOST_TERMS: usize = 24;

/// From so many letters on, the last word is a beginning. `5` in `section 5` means 5.
const SHORTEST_BEGINNING: usize = 2;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Query {
    terms: Vec<Term>,
}

/// Words that stand side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    words: Vec<String>,
    /// Whether the last word may go on.
    beginning: bool,
}

impl Query {
    /// Reads what was typed.
    pub(crate) fn parse(typed: &str) -> Self {
        let typed = typed.replace(['“', '”', '„', '«', '»'], "\"");
        let mut terms = Vec::new();
        let pieces: Vec<&str> = typed.split('"').collect();
        for (at, piece) in pieces.iter().enumerate() {
            let last = at + 1 == pieces.len();
            if at % 2 == 1 {
                // A phrase whose end is not typed yet goes on.
                terms.extend(Term::new(piece, last && goes_on(piece)));
                continue;
            }
            let mut spaced = piece.split_whitespace().peekable();
            while let Some(word) = spaced.next() {
                let typing = last && spaced.peek().is_none() && goes_on(piece);
                terms.extend(Term::new(word, word.ends_with('*') || typing));
            }
        }
        terms.truncate(MOST_TERMS);
        Self { terms }
    }

    /// Whether there is no word in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The query in SQLite's words: every term in one passage or in what is known about it, at
    /// least one in the passage itself. `item` is asked of titles, `kind` of the kind of place.
    /// None where nothing is asked.
    pub(crate) fn expression(&self, item: &Query, kind: Option<&str>) -> Option<String> {
        let all: Vec<String> = self.terms.iter().map(Term::expression).collect();
        let mut asked = match &all[..] {
            [] => vec![],
            [one] => vec![format!("{{title words}} : {one}")],
            _ => vec![
                format!("{{title words context}} : ({})", all.join(" AND ")),
                format!("{{title words}} : ({})", all.join(" OR ")),
            ],
        };
        asked.extend(item.terms.iter().map(|term| format!("title : {}", term.expression())));
        asked.extend(kind.map(|kind| format!("kind : \"{kind}\"")));
        (!asked.is_empty()).then(|| asked.join(" AND "))
    }

    /// The places in a text that were looked for, in order and apart, each with the number of the
    /// term it is.
    pub(crate) fn found_in(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let words = words(text);
        let mut places: Vec<(Range<usize>, usize)> = Vec::new();
        for at in 0..words.len() {
            for (number, term) in self.terms.iter().enumerate() {
                if let Some(length) = term.length_at(&words[at..]) {
                    places.push((words[at].place.start..words[at + length - 1].place.end, number));
                }
            }
        }
        places.sort_by_key(|(place, _)| (place.start, std::cmp::Reverse(place.end)));
        let mut apart: Vec<(Range<usize>, usize)> = Vec::new();
        for (place, term) in places {
            match apart.last_mut() {
                Some((last, _)) if place.start < last.end => last.end = last.end.max(place.end),
                _ => apart.push((place, term)),
            }
        }
        apart
    }
}

/// Whether the last word may still be being typed: nothing stands after it.
fn goes_on(piece: &str) -> bool {
    piece.chars().next_back().is_some_and(|last| !last.is_whitespace())
}

impl Term {
    fn new(typed: &str, beginning: bool) -> Option<Self> {
        let mut found = words(typed);
        // The pairs before it cover the last sign already.
        if found.len() > 1 {
            found.retain(|word| !word.last_sign);
        }
        let last = found.last()?;
        let single_sign = last.last_sign;
        let long = last.text.len() >= SHORTEST_BEGINNING;
        let forced = typed.ends_with('*');
        let words = found.into_iter().map(|word| word.text).collect();
        Some(Self { words, beginning: single_sign || (beginning && (long || forced)) })
    }

    fn expression(&self) -> String {
        let goes_on = if self.beginning { " *" } else { "" };
        format!("\"{}\"{goes_on}", self.words.join(" "))
    }

    /// How many of the words ahead this term is; none if it does not begin here.
    fn length_at(&self, ahead: &[Word]) -> Option<usize> {
        let here = ahead.get(..self.words.len())?;
        let (last, before) = self.words.split_last()?;
        let same = before.iter().zip(here).all(|(wanted, word)| *wanted == word.text);
        let end = &here.last()?.text;
        let ends = if self.beginning { end.starts_with(last.as_str()) } else { end == last };
        (same && ends).then_some(here.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: &[&str]) {
        let terms: Vec<String> = Query::parse(typed)
            .terms
            .iter()
            .map(|term| term.expression().replace('"', ""))
            .collect();
        assert_eq!(terms, expected, "{typed}");
    }

    #[test]
    fn words_phrases_and_beginnings() {
        check("work programme", &["work", "programme *"]);
        check("work programme ", &["work", "programme"]);
        check("strateg* plan ", &["strateg *", "plan"]);
        check("\"enlarged cooperation\" 2024", &["enlarged cooperation", "2024 *"]);
        check("\"enlarged coop", &["enlarged coop *"]);
        check("“enlarged cooperation”", &["enlarged cooperation"]);
        check("follow-up ", &["follow up"]);
        check("2026-03-05", &["2026 03 05 *"]);
        check("item 5", &["item", "5"]);
        check("5*", &["5 *"]);
        check("111th", &["111 *"]);
        check("代表", &["代表 *"]);
        check("中国代表 ", &["中国 国代 代表"]);
        check("代 ", &["代 *"]);
    }

    #[test]
    fn signs_without_words_mean_nothing() {
        for typed in ["", "  ", "\"", "\"\"", "*", "🎉", "( ) : ^ + - '", "\" \" *"] {
            assert!(Query::parse(typed).is_empty(), "{typed}");
        }
        check("NEAR(", &["near *"]);
        check("title:x OR NOT -y", &["title x", "or", "not", "y"]);
        check("a'b\"; DROP", &["a b", "drop *"]);
        assert_eq!(Query::parse(&"word ".repeat(1000)).terms.len(), MOST_TERMS);
    }

    #[test]
    fn places_are_found_as_written() {
        let found = |typed: &str, text: &str| -> Vec<String> {
            let places = Query::parse(typed).found_in(text);
            places.into_iter().map(|(place, _)| text[place].to_owned()).collect()
        };
        assert_eq!(found("café ", "A CAFE, a café"), ["CAFE", "café"]);
        assert_eq!(found("strat", "Strategy and strata"), ["Strategy", "strata"]);
        assert_eq!(found("\"follow up\"", "follow-up, up follow"), ["follow-up"]);
        assert_eq!(found("国代", "中国代表"), ["国代"]);
        assert_eq!(found("表 ", "中国代表"), ["表"]);
        assert_eq!(found("soren ", "Søren"), ["Søren"]);
    }
}

//! Words as a search compares them: folded, with their place in the text.
//!
//! Used by everything that indexes, searches or compares titles. The same folding makes the index
//! and reads the query, so SQLite's own tokeniser has nothing left to decide. It does more than
//! `unicode61` can: `ł` and `ø` have no accent to remove, other scripts are found by their Latin
//! transcription too, and scripts written without spaces are cut into pairs of signs.

use rapporteur_document::model::fold;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Folded: lower case, without accents; never empty.
    pub text: String,
    /// Where it stands, in bytes.
    pub place: Range<usize>,
    /// Whether it is the lone last sign of a run of signs. Only the index keeps it: every other
    /// sign begins a pair.
    pub last_sign: bool,
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let signs = is_sign(first);
        let mut end = start + first.len_utf8();
        while let Some((at, next)) =
            rest.next_if(|(_, next)| within_word(*next) && is_sign(*next) == signs)
        {
            end = at + next.len_utf8();
        }
        if signs {
            pairs(text, start..end, &mut found);
        } else {
            found.push(Word {
                text: folded(&text[start..end]),
                place: start..end,
                last_sign: false,
            });
        }
    }
    found
}

/// The folded words of a text, parted by spaces: what the index is given.
pub(crate) fn indexed(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for word in words(text) {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(&word.text);
    }
    all
}

/// Letters, digits, accents that stand alone, and the marks that are not seen within a word.
fn within_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
        || (!c.is_ascii() && is_combining_mark(c))
}

/// Chinese characters, kana and Korean syllables: many make a sentence without a space.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
        || matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

fn pairs(text: &str, run: Range<usize>, found: &mut Vec<Word>) {
    let places: Vec<usize> = text[run.clone()]
        .char_indices()
        .filter(|(_, c)| is_sign(*c))
        .map(|(at, _)| run.start + at)
        .chain([run.end])
        .collect();
    for (at, start) in places[..places.len() - 1].iter().enumerate() {
        let end = places[(at + 2).min(places.len() - 1)];
        let last_sign = at + 2 == places.len();
        found.push(Word { text: text[*start..end].to_owned(), place: *start..end, last_sign });
    }
}

fn folded(word: &str) -> String {
    if word.is_ascii() {
        return without_ordinal(word.to_ascii_lowercase());
    }
    let mut text = fold(word);
    text.retain(|c| c.is_ascii_alphanumeric());
    // A letter no transcription knows is compared as it is.
    if text.is_empty() { word.to_lowercase() } else { without_ordinal(text) }
}

/// `111th` is 111, and `27th March` is 27 March.
fn without_ordinal(mut word: String) -> String {
    if word.len() > 2 && word.as_bytes()[0].is_ascii_digit() {
        let (digits, ending) = word.split_at(word.len() - 2);
        if matches!(ending, "st" | "nd" | "rd" | "th") && digits.bytes().all(|b| b.is_ascii_digit())
        {
            word.truncate(word.len() - 2);
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(indexed(text), expected, "{text}");
    }

    #[test]
    fn accents_case_and_script_are_folded() {
        check("Café ÅSTRÖM Hiền", "cafe astrom hien");
        check("Łukasz Søren Đorđe straße", "lukasz soren dorde strasse");
        check("Юлия Ελλάδα", "yuliya ellada");
        check("e\u{301}tude co\u{AD}operate", "etude cooperate");
    }

    #[test]
    fn marks_part_words() {
        check(
            "Group's follow-up (AoB);see:https://a.example/x",
            "group s follow up aob see https a example x",
        );
        check("  \t—…“”*\"'!?🎉 ", "");
        check("2026-03-05", "2026 03 05");
    }

    #[test]
    fn ordinals_are_numbers() {
        check("111th 27th 1st 2ND with 4thly and nth", "111 27 1 2 with 4thly and nth");
    }

    #[test]
    fn signs_come_in_pairs() {
        check("中国代表", "中国 国代 代表 表");
        check("王 said 北京2025年", "王 said 北京 京 2025 年");
        check("ガバナンス", "ガバ バナ ナン ンス ス");
    }

    #[test]
    fn a_place_is_where_the_word_stands() {
        for text in ["Café, Łódź e\u{301}", "中国代表 and 王"] {
            for word in words(text) {
                assert!(text.is_char_boundary(word.place.start), "{word:?}");
                assert!(!text[word.place.clone()].contains([' ', ',']), "{word:?}");
            }
        }
    }
}

//! Typed list marks: bullets of every kind, numbers, letters, Roman numbers.

use crate::read::lines::{Mark, MarkKind};

const BULLETS: &str = "-*•◦▪·–—‣●○■□►➢∙⁃♦❖§\u{f0b7}\u{f0a7}\u{f0d8}";

/// What optical recognition makes of a bullet.
const MISREAD_BULLETS: &[&str] = &["*¢", "e¢", "e", "o", "¢", "©", "«", "®", "°"];

/// The list mark at the start of a text and how many bytes it takes with its spaces.
///
/// A bullet followed by a letter or number (`- a. Title`) is one mark: the letter, one level in.
pub fn split_mark(text: &str, ocr: bool) -> Option<(Mark, usize)> {
    let words = text.trim_start();
    let margin = text.len() - words.len();
    let depth = indentation(&text[..margin]);
    let bullet = bullet_length(words, ocr);
    let after = &words[bullet..];
    let (kind, length, depth) = match counted(after) {
        Some((kind, length)) => (kind, bullet + length, depth + u32::from(bullet > 0)),
        None if bullet > 0 => (MarkKind::Bullet, bullet, depth),
        None => return None,
    };
    if words[length..].trim().is_empty() {
        return None;
    }
    let printed = words[..length].to_owned();
    Some((Mark { depth, kind, printed }, margin + length))
}

/// The bullet that recognition read as a letter before words in any letters, where a list tells
/// that one stands there.
pub fn split_misread_bullet(text: &str) -> Option<(Mark, usize)> {
    let words = text.trim_start();
    let margin = text.len() - words.len();
    let misread = MISREAD_BULLETS.iter().find(|misread| words.starts_with(**misread))?;
    let length = misread.len() + spaces(&words[misread.len()..]);
    let opens = length > misread.len() && words[length..].starts_with(char::is_alphabetic);
    let printed = words[..length].to_owned();
    let depth = indentation(&text[..margin]);
    opens.then(|| (Mark { depth, kind: MarkKind::Bullet, printed }, margin + length))
}

/// The bullet that recognition read as a letter where it stands apart from any words.
pub fn split_set_off_bullet(text: &str) -> Option<(Mark, usize)> {
    let misread = MISREAD_BULLETS.iter().find(|misread| text.starts_with(**misread))?;
    let length = misread.len() + spaces(&text[misread.len()..]);
    let printed = text[..length].to_owned();
    let opens = length > misread.len() && length < text.len();
    opens.then_some((Mark { depth: 0, kind: MarkKind::Bullet, printed }, length))
}

/// A number that recognition read with a comma for its full stop: `4, Any other business`.
pub fn split_misread_number(text: &str) -> Option<(Mark, usize)> {
    let words = text.trim_start();
    let margin = text.len() - words.len();
    let (digits, rest) = words.split_once(',')?;
    let number = digits.parse().ok().filter(|number| *number < 100)?;
    let length = digits.len() + 1 + spaces(rest);
    let opens = rest.starts_with(' ') && words[length..].starts_with(char::is_uppercase);
    let (kind, printed) = (MarkKind::Number(number), words[..length].to_owned());
    opens.then_some((Mark { depth: 0, kind, printed }, margin + length))
}

/// Whether a printed bullet is what recognition makes of one.
pub fn is_misread_bullet(printed: &str) -> bool {
    MISREAD_BULLETS.contains(&printed.trim()) || printed == "-"
}

/// Columns of indentation; a single stray space counts as none.
fn indentation(margin: &str) -> u32 {
    let columns: u32 = margin.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    if columns < 2 { 0 } else { columns }
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// The length of a bullet with its spaces, or 0.
fn bullet_length(words: &str, ocr: bool) -> usize {
    let Some(first) = words.chars().next() else { return 0 };
    if ocr {
        for misread in MISREAD_BULLETS {
            if let Some(rest) = words.strip_prefix(misread) {
                let gap = spaces(rest);
                let opens = rest[gap..].chars().next();
                if gap > 0 && opens.is_some_and(|c| c.is_uppercase() || "(\"“‘'".contains(c)) {
                    return misread.len() + gap;
                }
            }
        }
    }
    if !BULLETS.contains(first) {
        return 0;
    }
    let gap = spaces(&words[first.len_utf8()..]);
    // Recognition sets a dash close to the word after it.
    if ocr && first == '-' && gap == 0 && words[1..].starts_with(char::is_alphabetic) {
        return 1;
    }
    let private = ('\u{e000}'..='\u{f8ff}').contains(&first) || first == '•';
    if gap > 0 || private { first.len_utf8() + gap } else { 0 }
}

/// A number or letter that counts, and its length with its spaces.
fn counted(words: &str) -> Option<(MarkKind, usize)> {
    let open = usize::from(words.starts_with('('));
    let body = &words[open..];
    let end = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '.');
    let (label, after) = label_and_rest(body, &body[..end.unwrap_or(body.len())])?;
    if label.is_empty() || label.len() > 12 {
        return None;
    }
    let close = usize::from(after.starts_with(')'));
    if open > close {
        return None;
    }
    let trimmed = label.trim_end_matches('.');
    let closed = close > 0 || trimmed.len() < label.len();
    let rest = &after[close..];
    let gap = spaces(rest);
    let kind = kind_of(trimmed, closed)?;
    let glued = matches!(kind, MarkKind::Number(_))
        && close == 0
        && rest.chars().next().is_some_and(char::is_alphabetic);
    if gap == 0 && !glued {
        return None;
    }
    let outline = matches!(kind, MarkKind::Outline(..));
    let decimal = rest.trim_start().starts_with(char::is_lowercase);
    if outline && (decimal || is_zone(rest)) {
        return None;
    }
    Some((kind, open + label.len() + close + gap))
}

/// Whether the words begin with a time zone, so that the figures before them are a time.
fn is_zone(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or("");
    ["UTC", "GMT", "CET", "CEST"].contains(&first.trim_matches(['(', ')', '.', ',']))
}

/// Divides `1.Key` into `1.` and `Key`; anything else stays as it is.
fn label_and_rest<'t>(body: &'t str, label: &'t str) -> Option<(&'t str, &'t str)> {
    let digits = label.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(length) = below_number(label, digits) {
        return Some((&body[..length], &body[length..]));
    }
    let end = if digits > 0 {
        let run = label.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        if run < label.len() && (run != digits + 1 || !label.as_bytes()[run].is_ascii_uppercase()) {
            return None;
        }
        run
    } else {
        label.len()
    };
    Some((&body[..end], &body[end..]))
}

/// The length of `3.a.` or `3a`: a small letter below a number.
fn below_number(label: &str, digits: usize) -> Option<usize> {
    let dot = usize::from(label[digits..].starts_with('.'));
    let letter = label[digits + dot..].strip_suffix('.').unwrap_or(&label[digits + dot..]);
    let below =
        (1..=2).contains(&digits) && letter.len() == 1 && letter.as_bytes()[0].is_ascii_lowercase();
    below.then_some(label.len())
}

fn kind_of(label: &str, closed: bool) -> Option<MarkKind> {
    if label.bytes().all(|b| b.is_ascii_digit()) {
        let short = label.len() <= 3;
        return closed
            .then(|| label.parse().ok())
            .flatten()
            .filter(|_| short)
            .map(MarkKind::Number);
    }
    if let Some(letter) = label.chars().last().filter(char::is_ascii_lowercase)
        && label.starts_with(|c: char| c.is_ascii_digit())
    {
        return closed.then_some(MarkKind::Letter(letter));
    }
    if label.bytes().any(|b| b.is_ascii_digit()) {
        let number = |n: &str| {
            // `18.00` and `9.05` are times.
            let padded = n.len() > 1 && n.starts_with('0');
            n.parse().ok().filter(|n| *n < 100 && !padded)
        };
        let numbers: Vec<u32> = label.split('.').map(number).collect::<Option<_>>()?;
        return Some(MarkKind::Outline(*numbers.first()?, *numbers.last()?));
    }
    if !closed {
        return None;
    }
    let mut letters = label.chars();
    let first = letters.next()?;
    if letters.next().is_none() {
        return Some(MarkKind::Letter(first));
    }
    let upper = label.bytes().all(|b| b.is_ascii_uppercase());
    let lower = label.bytes().all(|b| b.is_ascii_lowercase());
    (upper || lower)
        .then(|| roman(label))
        .flatten()
        .filter(|n| *n < 40)
        .map(|n| MarkKind::Roman(n, upper))
}

/// The Roman numbers from which all others are made, the largest first.
pub const ROMAN_SIGNS: &[(u32, &str)] = &[
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// The value of a well-formed Roman number in one case.
pub fn roman(text: &str) -> Option<u32> {
    let lower = text.to_ascii_lowercase();
    if lower.is_empty() || lower.len() > 15 || !lower.bytes().all(|b| b"mdclxvi".contains(&b)) {
        return None;
    }
    let (mut rest, mut value) = (lower.as_str(), 0);
    for (worth, sign) in ROMAN_SIGNS {
        while let Some(shorter) = rest.strip_prefix(sign) {
            rest = shorter;
            value += worth;
        }
    }
    let mut canonical = String::new();
    let mut left = value;
    for (worth, sign) in ROMAN_SIGNS {
        while left >= *worth {
            canonical.push_str(sign);
            left -= worth;
        }
    }
    (rest.is_empty() && canonical == lower).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use MarkKind::{Bullet, Letter, Number, Outline, Roman};

    fn check(text: &str, ocr: bool, expected: Option<(MarkKind, u32, &str)>) {
        let found = split_mark(text, ocr);
        let found = found.map(|(mark, at)| (mark.kind, mark.depth, text[at..].to_owned()));
        let expected = expected.map(|(kind, depth, rest)| (kind, depth, rest.to_owned()));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_come_off_and_words_stay() {
        check("1. Update", false, Some((Number(1), 0, "Update")));
        check("1.Key points", false, Some((Number(1), 0, "Key points")));
        check("5.AoB", false, Some((Number(5), 0, "AoB")));
        check("3.Announcements", false, Some((Number(3), 0, "Announcements")));
        check("3.Announcements and news", false, Some((Number(3), 0, "Announcements and news")));
        check("Announcements", false, None);
        check("2026", false, None);
        check("10.30", false, None);
        check("3.5GHz", false, None);
        check("12) Budget", false, Some((Number(12), 0, "Budget")));
        check("(3) Budget", false, Some((Number(3), 0, "Budget")));
        check("2.1 Scope", false, Some((Outline(2, 1), 0, "Scope")));
        check("2.1. Scope", false, Some((Outline(2, 1), 0, "Scope")));
        check("A. Monitoring", false, Some((Letter('A'), 0, "Monitoring")));
        check("   b) Ways", false, Some((Letter('b'), 3, "Ways")));
        check(" - a. Ways", false, Some((Letter('a'), 1, "Ways")));
        check("IV. Funding", false, Some((Roman(4, true), 0, "Funding")));
        check("3.a. Funding", false, Some((Letter('a'), 0, "Funding")));
        check("3b) Funding", false, Some((Letter('b'), 0, "Funding")));
        check("ii) Funding", false, Some((Roman(2, false), 0, "Funding")));
        for bullet in ["-", "*", "•", "◦", "▪", "·", "–", "\u{f0b7}"] {
            check(&format!("{bullet} text"), false, Some((Bullet, 0, "text")));
        }
        for misread in ["e", "o", "*¢", "e¢", "¢"] {
            check(&format!("{misread} Text"), true, Some((Bullet, 0, "Text")));
            check(&format!("{misread} text"), true, None);
        }
        check("-Text", true, Some((Bullet, 0, "Text")));
        check("-a. Text", true, Some((Letter('a'), 1, "Text")));
        check("-5 degrees", true, None);
        check("e (CSTD note", true, Some((Bullet, 0, "(CSTD note")));
        check("e Text", false, None);
    }

    #[test]
    fn words_are_no_marks() {
        for text in [
            "2025. The year",
            "1.5 million people",
            "18.00 UTC",
            "13.30 UTC (15.30 CEST)",
            "9.05 Welcome",
            "3a Street",
            "2025 was good",
            "e.g. this",
            "i.e. this",
            "WSIS. Then",
            "**Bold** text",
            "-5 degrees",
            "3rd meeting",
            "1.",
            "",
            "- ",
            "etc. and",
            "U.S. Department",
            "10 people",
            "Dr. Smith",
        ] {
            check(text, false, None);
        }
    }

    #[test]
    fn roman_numbers_are_well_formed() {
        for (text, value) in
            [("XIX", Some(19)), ("iv", Some(4)), ("IIII", None), ("IC", None), ("", None)]
        {
            assert_eq!(roman(text), value, "{text}");
        }
    }
}

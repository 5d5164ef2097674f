//! Plain text: decoding, and physical lines with their markers.

use super::lines::{Line, Marker, tidy};
use super::{Doubt, recognise};
use crate::Error;
use crate::model::Inline;

/// Characters that stand for a bullet, U+F0B7 of symbol fonts included.
const BULLETS: &[char] =
    &['-', '*', '•', '◦', '▪', '·', '–', '—', '●', '○', '■', '‣', '\u{f0b7}', '\u{f0a7}'];

/// Bytes as text: UTF-8 and UTF-16 by their marks, else what the bytes look like.
///
/// # Errors
/// [`Error::Read`] for bytes that are no text in any of these.
pub fn decode(bytes: &[u8]) -> Result<(String, Vec<Doubt>), Error> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Ok((text.into_owned(), vec![]));
    }
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    if zeros > bytes.len() / 4 {
        let little = bytes.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count() > zeros / 2;
        let encoding = if little { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE };
        let (text, _, broken) = encoding.decode(bytes);
        if !broken {
            return Ok((text.into_owned(), vec![]));
        }
    }
    if zeros > 0 {
        return Err(Error::Read {
            reason:
                "it is not a text file; open it in its program and save it as plain text (.txt)"
                    .to_owned(),
        });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), vec![]));
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Allow);
    let (text, _, _) = encoding.decode(bytes);
    let message = format!(
        "The file does not say how its letters are encoded; they were read as {}.",
        encoding.name()
    );
    Ok((text.into_owned(), vec![Doubt::new("encoding", message, 1, encoding.name())]))
}

/// The lines of a plain text; hard-wrapped paragraphs are put together by the recogniser.
pub fn lines(text: &str) -> Vec<Line> {
    let mut after_blank = true;
    let mut lines = Vec::new();
    for (at, raw) in text.lines().enumerate() {
        let raw = raw
            .replace(['\u{a0}', '\t', '\u{c}'], " ")
            .replace(['\u{200b}', '\u{feff}', '\u{ad}'], "");
        let words = raw.trim();
        if words.is_empty() || recognise::is_page_mark(words) {
            after_blank = after_blank || words.is_empty();
            continue;
        }
        let indent = raw.len() - raw.trim_start().len();
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        lines.push(line(words, number, indent, after_blank));
        after_blank = false;
    }
    lines
}

/// One line with its marker taken off.
pub(super) fn line(words: &str, number: u32, indent: usize, after_blank: bool) -> Line {
    let (marker, rest) = marker(words);
    let content = tidy(vec![Inline::text(rest)]);
    Line { number, content, marker, indent, heading: None, after_blank }
}

/// The marker at the start of some words, and the rest.
pub(super) fn marker(words: &str) -> (Option<Marker>, &str) {
    if let Some(rest) = words.strip_prefix(BULLETS) {
        let trimmed = rest.trim_start();
        if trimmed.len() < rest.len() && !trimmed.is_empty() {
            // `- a. Text`: the letter is the marker.
            return match marker(trimmed) {
                (Some(inner @ Marker::Letter(_)), rest) => (Some(inner), rest),
                _ => (Some(Marker::Bullet), trimmed),
            };
        }
    }
    let digits = words.chars().take_while(char::is_ascii_digit).count();
    if (1..=3).contains(&digits)
        && let Some(rest) = words[digits..].strip_prefix(['.', ')'])
        && !rest.starts_with(|c: char| c.is_ascii_digit())
        && let Ok(number) = words[..digits].parse()
    {
        return (Some(Marker::Number(number)), rest.trim_start());
    }
    let mut letters = words.chars();
    if let (Some(letter), Some('.' | ')'), Some(' ')) =
        (letters.next(), letters.next(), letters.next())
        && letter.is_ascii_alphabetic()
    {
        return (Some(Marker::Letter(letter)), words[2..].trim_start());
    }
    (None, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_marker(words: &str, expected: Option<Marker>, rest: &str) {
        assert_eq!(marker(words), (expected, rest), "{words}");
    }

    #[test]
    fn markers_of_all_kinds() {
        check_marker("- text", Some(Marker::Bullet), "text");
        check_marker("• text", Some(Marker::Bullet), "text");
        check_marker("\u{f0b7} text", Some(Marker::Bullet), "text");
        check_marker("– text", Some(Marker::Bullet), "text");
        check_marker("-text", None, "-text");
        check_marker("1.Key", Some(Marker::Number(1)), "Key");
        check_marker("12) text", Some(Marker::Number(12)), "text");
        check_marker("1.5 million", None, "1.5 million");
        check_marker("2026. It", None, "2026. It");
        check_marker("A. Part", Some(Marker::Letter('A')), "Part");
        check_marker("- a. Text", Some(Marker::Letter('a')), "Text");
        check_marker("b) Text", Some(Marker::Letter('b')), "Text");
        check_marker("U.S. text", None, "U.S. text");
    }

    fn check_decode(bytes: &[u8], expected: &str, doubts: usize) {
        let (text, found) = decode(bytes).unwrap();
        assert_eq!((text.as_str(), found.len()), (expected, doubts));
    }

    #[test]
    fn encodings_are_told_apart() {
        check_decode("São".as_bytes(), "São", 0);
        check_decode(b"\xef\xbb\xbfone", "one", 0);
        check_decode(b"\xff\xfeo\0n\0e\0", "one", 0);
        check_decode(b"o\0n\0e\0", "one", 0);
        check_decode(b"S\xe3o Paulo and Andr\xe9 agreed.", "São Paulo and André agreed.", 1);
        assert!(decode(b"one\0two").is_err());
    }
}

//! Bytes to characters, whatever program saved them.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The characters of a text file with `\n` line ends, or `None` where the bytes are no text.
pub fn decode(bytes: &[u8]) -> Option<String> {
    characters(bytes).map(|text| clean(&text))
}

/// The characters as they are, or `None` where the bytes are no text.
pub fn characters(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = decoded(bytes);
    let odd = text
        .chars()
        .take(100_000)
        .filter(|&c| (c.is_control() && !"\n\r\t\u{c}\u{b}".contains(c)) || c == '\u{fffd}')
        .count();
    let seen = text.chars().take(100_000).count();
    if odd * 50 > seen {
        return None;
    }
    Some(text)
}

/// Characters without what programs add for the eye: soft hyphens, spaces that do not break, marks
/// of byte order, and control characters; every kind of line end is `\n`.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut previous = ' ';
    for c in text.chars() {
        match c {
            '\n' if previous == '\r' => {}
            '\r' | '\u{b}' | '\u{2028}' | '\u{2029}' | '\u{85}' => clean.push('\n'),
            '\u{ad}' | '\u{feff}' | '\u{200b}' => {}
            '\u{a0}' | '\u{202f}' => clean.push(' '),
            _ if c.is_control() && !"\n\t\u{c}".contains(c) => {}
            _ => clean.push(c),
        }
        previous = c;
    }
    clean
}

fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow).decode_without_bom_handling(bytes).0
}

/// UTF-16 without a mark: every other byte of mostly Latin text is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let pairs = sample.len() / 2;
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if pairs < 8 {
        None
    } else if odd * 10 > pairs * 7 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 7 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes).as_deref(), Some(expected));
    }

    #[test]
    fn every_encoding_gives_the_same_words() {
        let text = "Wolfgang Müller read the “gap” note\nZoë agreed";
        check(text.as_bytes(), text);
        check(format!("\u{feff}{text}").as_bytes(), text);
        check(text.replace('\n', "\r\n").as_bytes(), text);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&little, text);
        check(&big, text);
        check(&[&[0xFF, 0xFE], little.as_slice()].concat(), text);
        check(&[&[0xFE, 0xFF], big.as_slice()].concat(), text);
        check(&encoding_rs::WINDOWS_1252.encode(text).0, text);
    }
}

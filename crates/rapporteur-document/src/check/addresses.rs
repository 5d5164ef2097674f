//! Where a text holds addresses, misread and divided ones included.
//!
//! Used for drafts and files alike: what belongs to an address is never read as words.

use super::pattern;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static BEGIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:https?|ftp)(?:\s?[:;.,]\s?//?|//)\s?[^\s<>\[\]]+|\bfile://[^\s<>\[\]]+|\bwww\.[^\s<>\[\]]+\.[^\s<>\[\]]+|\b(?:docs|drive|forms|sheets|pad|cloud)\.(?:[\w-]+\.)+\p{L}{2,}/[^\s<>\[\]]+|\b[\w.+-]+@[\w-]+\.[\w.]+",
    )
});

/// The places of all addresses in a text, in order.
pub fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for begin in BEGIN.find_iter(text) {
        if found.last().is_some_and(|last| begin.start() < last.end) {
            continue;
        }
        let divided =
            begin.as_str().matches('/').count() >= 3 && !begin.as_str().ends_with(['.', ',', ')']);
        let end = if let Some(end) = behind_hyphen(text, begin.range()) {
            end
        } else if divided {
            tail(text, begin.end())
        } else {
            begin.end()
        };
        found.push(begin.start()..end);
    }
    found
}

/// Where an address ends whose printed line ends with a hyphen: the piece on the next line is its
/// own, where it stands alone there and is a piece of an address by its hyphens or slashes.
fn behind_hyphen(text: &str, begin: Range<usize>) -> Option<usize> {
    let rest = text[begin.end..].strip_prefix('\n')?;
    let piece = rest.lines().next().filter(|_| text[begin].ends_with('-'))?.trim_end();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_/.".contains(c);
    (piece.contains(['-', '/', '_']) && piece.chars().all(plain))
        .then(|| text.len() - rest.len() + piece.len())
}

/// Where an address ends that goes on after spaces or a line end.
fn tail(text: &str, mut end: usize) -> usize {
    loop {
        let gap = text[end..].len() - text[end..].trim_start().len();
        if gap == 0 || gap > 2 {
            return end;
        }
        let rest = &text[end + gap..];
        let first = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let second = rest[first..].trim_start();
        let second = &second[..second.find(char::is_whitespace).unwrap_or(second.len())];
        let bridged = (is_odd(&rest[..first]) || is_short_code(&rest[..first]))
            && is_part(second)
            && rest[first..].starts_with(' ');
        if !is_part(&rest[..first]) && !bridged {
            return end;
        }
        end += gap + first;
    }
}

/// Whether a piece looks like part of an address and like no word.
fn is_part(piece: &str) -> bool {
    let has = |wanted: fn(char) -> bool| piece.chars().any(wanted);
    let figures = has(|c| c.is_ascii_digit());
    let marks = piece.contains(['?', '=', '_']);
    let begins = piece.starts_with('/') && piece.len() > 2;
    let code = figures
        && has(|c| c.is_ascii_uppercase())
        && piece.len() >= 6
        && piece.chars().all(|c| c.is_ascii_alphanumeric() || "-_/".contains(c));
    !piece.contains("//")
        && !piece.ends_with([',', ';', '?'])
        && (begins || code || marks && piece.len() > 3 && (piece.contains('/') || figures))
}

/// Whether a piece mixes small letters, capitals and figures, as no word does.
fn is_short_code(piece: &str) -> bool {
    let has = |wanted: fn(&char) -> bool| piece.chars().any(|c| wanted(&c));
    piece.len() >= 4
        && piece.chars().all(|c| c.is_ascii_alphanumeric())
        && has(char::is_ascii_digit)
        && has(char::is_ascii_uppercase)
        && has(char::is_ascii_lowercase)
}

/// Whether a piece has capitals inside, as no word has.
fn is_odd(piece: &str) -> bool {
    piece.len() >= 6
        && piece.chars().all(|c| c.is_ascii_alphanumeric())
        && piece
            .as_bytes()
            .windows(2)
            .any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = addresses(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn addresses_are_found_whole() {
        check("see https://a.example/b and more", &["https://a.example/b"]);
        check("see https://a.example/b and/or more", &["https://a.example/b"]);
        check("see https://a.example/b 2026 was good", &["https://a.example/b"]);
        check(
            "https.//docs.qoogle.com/d/1Ab q_7/view",
            &["https.//docs.qoogle.com/d/1Ab q_7/view"],
        );
        check(
            "https://d.example/d/1Abc\n0DRa862/edit?tab=t.0\nChris noted",
            &["https://d.example/d/1Abc\n0DRa862/edit?tab=t.0"],
        );
        check(
            "https://d.example/d/1Abc Qx01tok4\nDVtoauShV GQQ/edit?tab=t.0",
            &["https://d.example/d/1Abc Qx01tok4\nDVtoauShV GQQ/edit?tab=t.0"],
        );
        check("https://d.example/d/1Abc\nEuroDIG has replied", &["https://d.example/d/1Abc"]);
        check(
            "https://d.example/d/1Abc\n0uYpL Zs4Ae/edit?usp=sharing",
            &["https://d.example/d/1Abc\n0uYpL Zs4Ae/edit?usp=sharing"],
        );
        check(
            "https://d.example/letter-\nof-november\nThey met",
            &["https://d.example/letter-\nof-november"],
        );
        check("https://d.example/letter-\nof a well-known kind", &["https://d.example/letter-"]);
        check("write to list@example.org today", &["list@example.org"]);
        check("see https//a.example/b now", &["https//a.example/b"]);
        check("see docs.example.org/d/1/edit now", &["docs.example.org/d/1/edit"]);
        check("the docs.They met", &[]);
        check("no address at all", &[]);
    }
}

//! Letters that optical recognition confuses: proposed, never changed.

use super::doubt;
use crate::read::lines::Line;
use crate::read::{Doubt, Repair};

/// Doubts about misread letters in a line.
pub fn misread_letters(line: &Line, doubts: &mut Vec<Doubt>) {
    let text = line.text();
    for (at, word) in words(&text) {
        let Some(proposed) = proposal(word, &text[at + word.len()..]) else { continue };
        let message =
            "These letters look misread by text recognition; accept the proposal or keep them.";
        let doubt = doubt("ocr_letters", message, line.place, word, Some(proposed));
        doubts.push(doubt.with_repair(Repair::words(&text[..at])));
    }
    for dashes in [" —- ", " -— ", " —_ ", " _ "] {
        if text.contains(dashes) {
            let message = "These look like a dash that text recognition misread.";
            let proposed = Some(" – ".to_owned());
            doubts.push(doubt("ocr_dash", message, line.place, dashes, proposed));
        }
    }
    if let Some(inside) = text.strip_prefix('(')
        && inside.starts_with(char::is_alphabetic)
        && !text.contains(')')
    {
        let word = text.split_whitespace().next().unwrap_or("");
        let proposed = word.strip_prefix('(').map(|rest| {
            rest.strip_prefix('C').map_or_else(|| format!("C{rest}"), |_| rest.to_owned())
        });
        let message = "This bracket is never closed; it may be a misread letter.";
        let doubt = doubt("ocr_bracket", message, line.place, word, proposed);
        doubts.push(doubt.with_repair(Repair::words("")));
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// `Al` for `AI` before a word that is no name; what stands for a capital: `1G`, `CGl`, `0DET`.
fn proposal(word: &str, after: &str) -> Option<String> {
    if word == "Al" {
        // `Al-Mansoori` is one name.
        let joined = after.strip_prefix(['-', '‑', '\'', '’']);
        if joined.is_some_and(|rest| rest.starts_with(char::is_uppercase)) {
            return None;
        }
        let after = after.trim_start();
        let next: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
        let topics = [
            "Panel",
            "For",
            "Act",
            "Governance",
            "Dialogue",
            "Summit",
            "Strategy",
            "Office",
            "Policy",
        ];
        let name = next.starts_with(char::is_uppercase) && !topics.contains(&next.as_str());
        return (!name).then(|| "AI".to_owned());
    }
    let length = word.chars().count();
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    let count = |wanted: char| word.chars().filter(|c| *c == wanted).count();
    // `CGl`, `lTU`: small L among capitals.
    if capitals >= 2 && count('l') >= 1 && capitals + count('l') == length {
        return Some(word.replace('l', "I"));
    }
    // No word begins so: `lnternet`.
    if let Some(rest) = word.strip_prefix("ln").filter(|_| length > 4) {
        return Some(format!("In{rest}"));
    }
    if word.starts_with('0') && capitals >= 2 && capitals + 1 == length {
        return Some(word.replacen('0', "O", 1));
    }
    let misread =
        capitals >= 1 && count('1') == 1 && capitals + 1 == length && word.starts_with('1');
    (misread && word.len() <= 5).then(|| word.replacen('1', "I", 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::lines::Run;

    #[test]
    fn proposals_and_names_left_alone() {
        for (text, expected) in [
            ("both Internet and Al governance", vec!["AI"]),
            ("the Al Panel and Dialogue", vec!["AI"]),
            ("Hassan Al Banna spoke", vec![]),
            ("Tariq Al-Mansoori spoke", vec![]),
            ("an Al-based tool", vec!["AI"]),
            ("between 1G and", vec!["IG"]),
            ("WG 1 and 10G", vec![]),
            ("CGl.br and lnternet and 0DET", vec!["CGI", "Internet", "ODET"]),
            ("the URLs, IGFs and 0800", vec![]),
            ("(CSTD data announcement", vec!["CSTD"]),
            ("(a note) here", vec![]),
        ] {
            let mut doubts = Vec::new();
            misread_letters(&Line { runs: vec![Run::plain(text)], ..Line::default() }, &mut doubts);
            let proposed: Vec<String> = doubts.into_iter().filter_map(|d| d.proposed).collect();
            assert_eq!(proposed, expected, "{text}");
        }
    }
}

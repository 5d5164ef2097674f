//! Addresses in running text: found, and doubted where a reader misread or divided them.

use super::{doubt, redirects};
use crate::read::lines::{Line, Run};
use crate::read::{Doubt, Repair};
use regex::Regex;
use std::sync::LazyLock;

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:https?|ftp)\s?[:;.,]\s?//?\s?[^\s<>\[\]]+|\bwww\.[^\s<>\[\]]+\.[^\s<>\[\]]+",
    )
    .expect("the pattern is constant and tested")
});

/// Makes every bare address of a line a link, as read.
pub fn find_links(line: &mut Line, doubts: &mut Vec<Doubt>) {
    let place = line.place;
    let mut runs = Vec::new();
    let mut before = String::new();
    for run in line.runs.drain(..) {
        let text = run.text.clone();
        if let Some(url) = &run.link {
            let meant = redirects::target(url);
            if url.is_empty() || url == "#" {
                let message = "This link has no target; it was lost when the file was made.";
                doubts.push(doubt("link_empty", message, place, &run.text, None));
            }
            runs.push(Run { link: meant.or(run.link), ..run });
        } else {
            divide(run, place, &before, &mut runs, doubts);
        }
        before.push_str(&text);
    }
    line.runs = runs;
}

fn divide(run: Run, place: u32, before: &str, runs: &mut Vec<Run>, doubts: &mut Vec<Doubt>) {
    let mut at = 0;
    while let Some(found) = ADDRESS.find_at(&run.text, at) {
        let end = found.start() + tail(&run.text[found.start()..], trimmed(found.as_str()));
        let address = &run.text[found.start()..end];
        let repaired = repaired(address);
        if repaired != address {
            let message =
                "This address seems misread or divided; open the proposed one before keeping it.";
            let doubt = doubt("link_misread", message, place, address, Some(repaired));
            let before = format!("{before}{}", &run.text[..found.start()]);
            doubts.push(doubt.with_repair(Repair::words(&before)));
        }
        if found.start() > at {
            runs.push(Run { text: run.text[at..found.start()].to_owned(), ..run.clone() });
        }
        runs.push(Run { text: address.to_owned(), link: Some(address.to_owned()), ..run.clone() });
        at = end;
    }
    if at < run.text.len() {
        runs.push(Run { text: run.text[at..].to_owned(), ..run });
    }
}

/// The length of an address without the punctuation of its sentence.
fn trimmed(address: &str) -> usize {
    let mut end = address.trim_end_matches(|c: char| ".,;:!?\"'”’»*".contains(c)).len();
    while address[..end].ends_with(')')
        && address[..end].matches(')').count() > address[..end].matches('(').count()
    {
        end -= 1;
    }
    end
}

/// The length with the pieces that a divided address goes on with: `…q0 6DR/edit?tab=t.0`.
///
/// A piece belongs to it when it, or a piece after it, looks like an address and like no word.
fn tail(text: &str, length: usize) -> usize {
    let length = length + host_tail(&text[..length], &text[length..]);
    let long = text[..length].matches('/').count() >= 3;
    if !long || text[..length].contains("/edit") || !text[length..].starts_with(' ') {
        return length;
    }
    let (mut end, mut at) = (length, length);
    if text[..length].ends_with(['-', '_', '=']) {
        // No address ends so: its last word stands on the next line.
        let rest = &text[length + 1..];
        end += 1 + rest.find(char::is_whitespace).unwrap_or(rest.len());
        return length + trimmed(&text[length..end]);
    }
    for piece in text[length..].split(' ').skip(1).take(3) {
        at += 1 + piece.len();
        let of_address = piece.starts_with('/')
            || piece.contains(|c: char| c.is_ascii_digit() || "=_".contains(c));
        let of_address = of_address || piece.contains("/edit") || piece.contains("/view");
        let odd = of_address && piece.contains(['/', '=', '_']) && !piece.contains("//");
        if odd {
            end = at;
        } else if piece.is_empty()
            || piece.bytes().all(|b| b.is_ascii_lowercase()) && piece.len() > 1
            || !piece.is_ascii()
        {
            break;
        }
    }
    length.max(length + trimmed(&text[length..end]))
}

/// The length of what follows an address that ends before its host does: `https://docs.a.example`
/// ` /d/1`, `https://doc` ` s.a.example/d/1`.
fn host_tail(address: &str, rest: &str) -> usize {
    let host = address.split_once("//").map_or("", |(_, host)| host);
    let Some(piece) = rest.strip_prefix(' ').and_then(|rest| rest.split(' ').next()) else {
        return 0;
    };
    let (start, path) = piece.split_at(piece.find('/').unwrap_or(piece.len()));
    let of_host = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let goes_on = if start.is_empty() {
        host.contains('.')
    } else {
        let dotted = start.trim_start_matches('.').contains('.') || start.starts_with('.');
        dotted && start.chars().all(of_host) && !host.contains('.')
    };
    let is_host = !host.is_empty() && host.chars().all(of_host);
    if is_host && goes_on && path.len() > 2 { 1 + trimmed(piece) } else { 0 }
}

/// The address without spaces, with its scheme and a well-known host spelled right.
fn repaired(address: &str) -> String {
    let joined: String = address.split_whitespace().collect();
    if joined.to_lowercase().starts_with("www.") {
        return joined;
    }
    let scheme_end = joined.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(0);
    let rest = joined[scheme_end..].trim_start_matches([':', ';', '.', ',', '/']);
    let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_end);
    format!("{}://{}{path}", joined[..scheme_end].to_lowercase(), repaired_host(host))
}

/// A host that optical recognition misread: every part that differs from a well-known name only
/// in letters that look alike.
fn repaired_host(host: &str) -> String {
    const WELL_KNOWN: &[&str] = &[
        "docs.google.com",
        "drive.google.com",
        "forms.gle",
        "www.intgovforum.org",
        "intgovforum.org",
        "www.youtube.com",
        "zoom.us",
        "www.un.org",
    ];
    let alike = |host: &str| -> String {
        let same = host
            .to_lowercase()
            .replace(['q', 'g', '9'], "g")
            .replace(['0', 'o'], "o")
            .replace(['1', 'i', 'l'], "l")
            .replace("gg", "g");
        same.replace("rn", "m")
    };
    WELL_KNOWN
        .iter()
        .find(|known| alike(known) == alike(host))
        .map_or_else(|| host.to_owned(), |known| (*known).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, link: &str, proposed: Option<&str>) {
        let mut line = Line { runs: vec![Run::plain(text)], ..Line::default() };
        let mut doubts = Vec::new();
        find_links(&mut line, &mut doubts);
        let found = line.runs.iter().find_map(|run| run.link.clone()).unwrap_or_default();
        assert_eq!(found, link, "{text}");
        assert_eq!(doubts.first().and_then(|d| d.proposed.as_deref()), proposed, "{text}");
        assert_eq!(line.text(), text.trim());
    }

    #[test]
    fn addresses_are_found_and_doubted() {
        check("see https://a.example/b.", "https://a.example/b", None);
        check("(https://a.example/b(c)) x", "https://a.example/b(c)", None);
        check("at www.a.example, then", "www.a.example", None);
        check(
            "https.//docs.qoogle.com/d/1",
            "https.//docs.qoogle.com/d/1",
            Some("https://docs.google.com/d/1"),
        );
        check(
            "https.//docs.qooqgle.com/d/1 q_7/edit",
            "https.//docs.qooqgle.com/d/1 q_7/edit",
            Some("https://docs.google.com/d/1q_7/edit"),
        );
        check(
            "https://a.example/en/wg-strategy- papers for all",
            "https://a.example/en/wg-strategy- papers",
            Some("https://a.example/en/wg-strategy-papers"),
        );
        check("https://a.example/b and/or more", "https://a.example/b", None);
        check(
            "https://docs.a.example /d/1/edit, now",
            "https://docs.a.example /d/1/edit",
            Some("https://docs.a.example/d/1/edit"),
        );
        check(
            "see https://doc s.a.example/d/1",
            "https://doc s.a.example/d/1",
            Some("https://docs.a.example/d/1"),
        );
        check("https://a.example b.example/c", "https://a.example", None);
        check("https://a.example / both", "https://a.example", None);
        check("no address", "", None);
        check("https://a.example/path was read/seen", "https://a.example/path", None);
    }
}

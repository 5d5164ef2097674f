//! The lines of a report's plain text that findings in its data stand on.

use rapporteur_document::check::{Finding, Line, LinePlace, Manuscript};
use rapporteur_document::style::Printed;
use rapporteur_document::write::text;
use std::collections::HashMap;

/// Sets the line of every finding that has words on the page.
pub(super) fn number<'f>(
    findings: impl Iterator<Item = &'f mut Finding>,
    manuscript: &Manuscript,
    printed: &Printed,
) {
    let text = String::from_utf8_lossy(&text::write(printed).bytes).into_owned();
    let page: Vec<String> = text.lines().map(plain).collect();
    let begins = beginnings(manuscript, &page);
    for finding in findings {
        let Some(begin) = finding.place.field.as_ref().and_then(|field| begins.get(field)) else {
            continue;
        };
        let quote = plain(&finding.place.quote);
        let first: String = first_words(&quote, 2);
        let own = page[*begin..].iter().take_while(|line| !line.is_empty());
        let at = own.enumerate().find(|(_, line)| line.contains(&first)).map_or(0, |(at, _)| at);
        finding.place.line = u32::try_from(begin + at + 1).unwrap_or(0);
    }
}

/// The line each field of the draft begins on. Fields stand on the page in the draft's order.
fn beginnings(manuscript: &Manuscript, page: &[String]) -> HashMap<String, usize> {
    let mut begins = HashMap::new();
    let mut from = 0;
    let typed = |line: &&Line| !line.generated;
    for line in manuscript.lines.iter().filter(typed) {
        let LinePlace::Draft { field, .. } = &line.place else { continue };
        let words = first_words(&plain(&line.text), 3);
        let found = page[from..].iter().position(|printed| printed.contains(&words));
        if let Some(at) = found {
            from += at;
            begins.insert(field.clone(), from);
        }
    }
    begins
}

fn first_words(text: &str, count: usize) -> String {
    text.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}

/// With straight quotes, as the plain text has them, and one space between words.
fn plain(text: &str) -> String {
    let straight = text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

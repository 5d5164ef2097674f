//! The chat that Zoom saves: `00:12:34 From Anna Novak to Everyone: text`, with the text behind
//! the colon or, in newer versions, on the lines below.

use super::{Joins, Piece, tidy, time};

/// Whether a text holds a message as Zoom writes them.
pub fn is(text: &str) -> bool {
    text.lines().any(|line| message(line).is_some())
}

/// Reads every message; a line that begins none goes on with the message before it.
pub fn read(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(piece) = message(line) {
            pieces.push(piece);
        } else if let Some(last) = pieces.last_mut() {
            let gap = if last.text.is_empty() { "" } else { "\n" };
            last.text = format!("{}{gap}{}", last.text, tidy(line));
        } else {
            let text = tidy(line);
            pieces.push(Piece {
                seconds: None,
                speaker: None,
                private: false,
                text,
                joins: Joins::AsLine,
            });
        }
    }
    pieces
}

/// A line that begins a message.
fn message(line: &str) -> Option<Piece> {
    let line = line.trim_start();
    let (seconds, length) = time::at_start(line)?;
    let rest = line[length..].trim_start();
    let rest = strip_word(rest, "from")?;
    // An address in a name would need a colon of its own; nobody has one.
    let (head, text) = rest.split_once(':')?;
    let (name, to) = match divide(head) {
        Some((name, to)) => (name, Some(to)),
        None => (head, None),
    };
    let name = tidy(name);
    let to = to.map(|to| to.trim().to_lowercase());
    let private = to.is_some_and(|to| {
        let marked = to.contains("(direct message)") || to.contains("(privately)");
        marked || !OPEN.iter().any(|open| to.starts_with(open))
    });
    (!name.is_empty()).then(|| Piece {
        seconds: Some(seconds),
        speaker: Some(name),
        private,
        text: tidy(text),
        joins: Joins::AsLine,
    })
}

/// To whom a message goes that all can read.
const OPEN: &[&str] = &["everyone", "all", "meeting group chat", "waiting room"];

/// The name and the receiver of `Anna Novak to Everyone`, at the last ` to ` before the receiver.
fn divide(head: &str) -> Option<(&str, &str)> {
    let lower = head.to_ascii_lowercase();
    let at = lower.rfind(" to everyone").or_else(|| lower.find(" to "))?;
    Some((&head[..at], &head[at + 4..]))
}

fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let begins = text.get(..word.len())?.eq_ignore_ascii_case(word);
    let rest = &text[word.len()..];
    (begins && rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

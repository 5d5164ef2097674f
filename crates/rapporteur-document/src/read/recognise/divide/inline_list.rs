//! A list of people that begins on the line of its heading: `Present: Ana Prado, Tom Hart`.
//!
//! Called by [`divide`](super::divide()). Deliberately absent: lists below a heading.

use crate::read::lines::{Line, Run, Style};
use crate::read::recognise::headings::{Known, known};

/// A row of a title block that names the people, its label beside them, as a line.
pub fn list_in_row(line: Line) -> Line {
    let cells = line.cells();
    let [label, names] = &cells[..] else { return line };
    let listed = [Some(Known::Participants), Some(Known::Apologies)].contains(&known(label));
    if !line.table_row || !listed || !names.contains(char::is_alphabetic) {
        return line;
    }
    let runs = vec![Run::plain(format!("{}: {names}", label.trim_end_matches([':', ' '])))];
    Line { runs, table_row: false, ..line }
}

/// `Present: Ana Prado (NIC.br), Tom Hart` is a heading and its list: which, and the list.
pub fn inline_list(line: &Line) -> Option<(Known, Line)> {
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let at = label_end(&text)?;
    let before = text[..at].trim_end_matches([':', ' ', '*']);
    let before = before.strip_suffix("were received from").unwrap_or(before);
    let known =
        known(before).filter(|known| [Known::Participants, Known::Apologies].contains(known))?;
    let names = text[at..].trim();
    let capitals = names.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    let named = names.starts_with(char::is_uppercase) && !is_prose(names);
    let at = text.len() - text[at..].trim_start().len();
    (line.mark.is_none() && !line.table_row && named && capitals.count() > 1).then(|| {
        let runs = line.clone().split_off(at);
        (known, Line { runs, style: Style::Body, gap_before: false, ..line.clone() })
    })
}

/// Where the names begin after `Present: ` or `Apologies were received from `.
fn label_end(text: &str) -> Option<usize> {
    let received = "were received from ";
    match text.find(": ").map(|at| at + 2) {
        Some(at) if at < 40 => Some(at),
        _ => text.find(received).map(|at| at + received.len()).filter(|at| *at < 60),
    }
}

/// Whether a text goes on after a full stop that ends a sentence.
pub fn is_prose(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text[..at].rsplit([' ', '.', ',']).next().unwrap_or("");
        word.chars().count() > 4 || word.ends_with(char::is_lowercase) && word.chars().count() == 4
    })
}

//! A list of people that begins on the line of its heading: `Present: Ana Prado, Tom Hart`.
//!
//! Called by [`divide`](super::divide()). Deliberately absent: entries below a heading.

use crate::model::fold;
use crate::read::Doubt;
use crate::read::lines::{Line, Run, Style};
use crate::read::recognise::headings::{Known, known};
use crate::read::recognise::{doubt, participant_line, participants};

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
///
/// Beside other lists, `Guests: Bo Lind, Salt Trust` is one of people too; it keeps its label, which
/// says what they are.
pub fn inline_list(line: &Line, beside: bool) -> Option<(Known, Line)> {
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let at = label_end(&text)?;
    let before = text[..at].trim_end_matches([':', ' ', '*']);
    let before = before.strip_suffix("were received from").unwrap_or(before);
    let known =
        known(before).filter(|known| [Known::Participants, Known::Apologies].contains(known));
    let Some(known) = known else {
        return (beside && is_labelled_list(line)).then(|| (Known::Participants, line.clone()));
    };
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

/// Whether a line such as `Guests: Bo Lind, Salt Trust` says of what kind the people are whom it
/// names, and nothing else.
fn is_labelled_list(line: &Line) -> bool {
    let text = line.text();
    let Some((label, names)) = text.split_once(": ") else { return false };
    let label = label.split(" (").next().unwrap_or("").trim();
    let names = names.trim();
    let first = names.split([',', ';']).next().unwrap_or("").trim();
    let person = participant_line(first.split(" and ").next().unwrap_or("")).name.full();
    line.mark.is_none()
        && !line.table_row
        && participants::says_people(label)
        // The title block says who was in the chair.
        && !["chairs", "co-chairs"].contains(&fold(label).as_str())
        && !is_prose(names)
        && participants::names_person(&person)
        && is_in_capitals(&person)
}

/// Whether every word begins with a capital, but for particles such as `de la`.
fn is_in_capitals(name: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase) || word.chars().count() < 4;
    name.split_whitespace().all(capital)
}

/// Whether a line such as `Observers` stands over somebody's name, and may head more of the people
/// above it.
pub fn heads_people(lines: &[Line], at: usize) -> bool {
    let (line, Some(next)) = (&lines[at], lines.get(at + 1)) else { return false };
    // Most lines are text, which is seen at once.
    if line.is_longer_than(60) || line.mark.is_some() || line.table_row || next.is_longer_than(200)
    {
        return false;
    }
    let text = line.text();
    let label = text.split(" (").next().unwrap_or("").trim_end_matches([':', ' ']);
    if !participants::says_people(label) {
        return false;
    }
    let entry = next.text();
    let name = participant_line(&entry).name.full();
    let plain = !next.is_styled() && !next.table_row && !is_prose(&entry);
    plain && participants::names_person(&name) && is_in_capitals(&name)
}

/// Whether a line goes on with a list that began on the line of its heading and was wrapped.
pub fn goes_on(list: &Line, line: &Line) -> bool {
    let above = list.text();
    let waits = above.ends_with([',', ';', '(', '&']) || above.ends_with(" and");
    let text = line.text();
    let bracketed = text.starts_with('(');
    // `Tom Hart, Ian` above `Lund, Bo Salt`: a name was cut at the line end.
    let last = above.rsplit(", ").next().unwrap_or("");
    let cut = above.matches(", ").count() > 1
        && !last.contains([' ', ')', '.'])
        && last.starts_with(char::is_uppercase)
        && text.contains(", ")
        && text.split(", ").all(is_in_capitals);
    (waits || bracketed || cut)
        && line.mark.is_none()
        && !line.gap_before
        && !line.table_row
        && !line.is_styled()
        && known(&line.text()).is_none()
}

/// Puts a line behind the list that it goes on with; gives the doubt about it.
pub fn join(list: &mut Line, line: Line) -> Doubt {
    let message = "This line was taken for the rest of the entry above it.";
    let doubt = doubt("participant_wrapped", message, line.place, &line.text(), None);
    list.runs.push(Run::plain(" "));
    list.runs.extend(line.runs);
    doubt
}

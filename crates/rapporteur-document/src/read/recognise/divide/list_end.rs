//! Where a list of people is over, although no heading says so.
//!
//! Called by [`divide`](super::divide()). Deliberately absent: what the entries say.

use super::{Divided, is_numbered, level};
use crate::model::fold;
use crate::read::lines::{Line, MarkKind};
use crate::read::recognise::headings::{heads_annex, known};
use crate::read::recognise::participants::GROUPS;
use crate::read::recognise::{is_entry, participant_line, participants, sections};

/// What a line on a list of people is, by its words and its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A person, or what cannot be told.
    Entry,
    /// What the format calls a heading.
    Heading,
    /// `The meeting was recorded.`
    Sentence,
    /// Running text in an entry of a list.
    Text,
    /// `*[AP]: Ana Prado`, which says what letters stand for.
    Definition,
    /// `PART ONE: OPEN TO THE PUBLIC`
    Capitals,
    /// Words that name nobody between blank lines, with no entry below.
    Alone,
}

/// What the line is where it stands on a list of people.
pub fn told(lines: &[Line], at: usize) -> Told {
    let line = &lines[at];
    let text = line.text();
    let printed = line.printed();
    let bracketed = printed.trim_start_matches(['*', ' ']).strip_prefix('[');
    let defines = bracketed.and_then(|rest| rest.split_once("]: "));
    if defines.is_some_and(|(letters, _)| letters.len() < 6) {
        return Told::Definition;
    }
    if line.is_styled() {
        return Told::Heading;
    }
    let outline = matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Outline(..)));
    let words = text.split_whitespace().count();
    if line.table_row || line.mark.is_some() && !outline {
        if line.table_row || words <= 7 {
            return Told::Entry;
        }
        let name = participant_line(&text).name.full();
        let small = |word: &&str| word.starts_with(char::is_lowercase);
        let running = name.split_whitespace().count() > 7
            && name.split_whitespace().filter(small).count() * 3 > words * 2;
        return if running { Told::Text } else { Told::Entry };
    }
    // `Chair` above the name of the one person, as lists of definitions have it.
    const OFFICES: &[&str] =
        &["chair", "chairs", "scribe", "scribes", "minute taker", "note taker"];
    if OFFICES.contains(&fold(text.trim_end_matches(':')).as_str()) {
        return Told::Text;
    }
    let known_group = GROUPS.contains(&fold(text.trim_end_matches(':')).as_str());
    if words > 2 && is_capitals(&text) && !text.contains(',') && !known_group {
        return Told::Capitals;
    }
    let after_label = text.split_once(": ").map_or("", |(_, rest)| rest);
    if !outline && (says(&text) || says(after_label)) && !is_entry(&text) {
        return Told::Sentence;
    }
    let next = lines.get(at + 1);
    let alone = line.gap_before
        && words > 1
        && next.is_some_and(|next| next.mark.is_none() && !next.table_row)
        && !text.ends_with(':')
        && !text.contains(',')
        && known(&text).is_none();
    let named = || {
        let name = participant_line(&text).name.full();
        is_entry(&text) || participants::names_person(&name) || known_group
    };
    if alone && !outline && !named() { Told::Alone } else { Told::Entry }
}

/// Whether words say that something was done, and begin with no name.
fn says(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "are",
        "began",
        "closed",
        "commenced",
        "had",
        "has",
        "have",
        "is",
        "opened",
        "shall",
        "should",
        "started",
        "was",
        "were",
        "will",
        "would",
    ];
    const FIRST: &[&str] = &["a", "all", "an", "it", "no", "the", "there", "this", "we"];
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let words: Vec<String> = text.split_whitespace().map(bare).collect();
    let [first, second, _, rest @ ..] = &words[..] else { return false };
    if rest.is_empty() && !text.ends_with('.') {
        return false;
    }
    let named = second.starts_with(char::is_uppercase) && !FIRST.contains(&&*fold(first));
    !named && words.iter().any(|word| VERBS.contains(&word.as_str()))
}

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// Whether a list has entries in capitals.
pub fn in_capitals(list: &[Line]) -> bool {
    list.iter().any(|line| {
        line.text().split([',', '(', '-', '–']).next().is_some_and(|name| is_capitals(name.trim()))
    })
}

/// Whether a list has a mark before each of two entries and more.
pub fn all_marked(list: &[Line]) -> bool {
    list.len() > 1 && list.iter().rev().take(2).all(|line| line.mark.is_some())
}

/// Whether a list of people is over: a heading, or a numbered one above text where people come
/// first.
pub fn ends_people(line: &Line, divided: &Divided, people_level: u8) -> bool {
    let text = line.text();
    if line.is_styled() {
        // A heading below the list's own heads a group of people.
        return !(people_level > 0 && level(line) > people_level && known(&text).is_none());
    }
    let after = heads_annex(&text) && known(&text).is_none() || is_footnote(&text);
    if after && !divided.people.is_empty() && !line.table_row {
        return true;
    }
    let numbers = divided.people.iter().any(is_numbered);
    let outline = matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Outline(..)));
    // `Members of the group` above the first number heads people.
    let heads = divided.people.last().is_some_and(|last| {
        let text = last.text();
        let led = text.trim_end_matches(':').contains(':');
        last.mark.is_none()
            && !led
            && !text.contains([',', ';', '('])
            && !text.contains(char::is_numeric)
            && !participants::names_person(&text)
    });
    // The numbers begin again above what names nobody.
    let again = sections::number_of(line) == Some(1)
        && divided.people.last().and_then(sections::number_of).is_some_and(|last| last > 1)
        && line.gap_before
        && !is_entry(&text)
        && !participants::names_person(&participant_line(&text).name.full());
    let begins = again
        || is_numbered(line) && (!numbers && !heads || line.is_bold())
        || outline && (line.is_bold() || line.gap_before && sections::heading_like(line));
    let words = text.split_whitespace();
    let small = words.clone().filter(|word| word.starts_with(char::is_lowercase)).count();
    let count = words.count();
    let prose = line.mark.is_none() && text.ends_with('.') && count > 14 && small * 5 > count * 3;
    let opens = divided.body.is_empty() || is_numbered(line) && line.is_bold();
    opens && !divided.people.is_empty() && begins || prose && !line.table_row
}

/// `[2] See the resolution`, as programs print notes below a text.
fn is_footnote(text: &str) -> bool {
    let number = text.strip_prefix('[').and_then(|rest| rest.split_once("] "));
    number
        .is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a line below a numbered list of people is a sentence, such as a footnote.
pub fn is_after_list(line: &Line, people: &[Line]) -> bool {
    let numbered = people.last().and_then(|line| line.mark.as_ref());
    let text = line.text();
    let words = text.split_whitespace();
    let small = words.clone().filter(|word| word.starts_with(char::is_lowercase)).count();
    numbered.is_some_and(|mark| matches!(mark.kind, MarkKind::Number(_)))
        && text.ends_with('.')
        && words.clone().count() > 4
        && small * 2 > words.count()
        && !text.contains(',')
}

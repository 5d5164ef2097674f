//! Names that one paragraph lists: `Ana Prado, Tom Hart and Bo Lund`.
//!
//! Called by [`participants`](super::participants()). Deliberately absent: entries with a line each.

use super::groups::{led_by_group, led_by_label};
use super::{is_affiliation_word, names_person, people_lines, says_standing, top_level};
use crate::model::fold;
use crate::read::Doubt;
use crate::read::lines::Line;

/// Where a list of people begins.
#[derive(Clone, Copy)]
pub struct ListStart {
    /// The first of its lines.
    pub at: usize,
    /// Whether it begins on the line of its heading.
    pub inline: bool,
}

/// One of the lists that people stand on.
pub struct List {
    /// Its entries, each whole.
    pub lines: Vec<Line>,
    inline: bool,
}

/// The lists that the people stand on.
pub fn lists(lines: &[Line], starts: &[ListStart], doubts: &mut Vec<Doubt>) -> Vec<List> {
    let (mut from, mut inline) = (0, false);
    let mut lists = Vec::new();
    let ends = starts.iter().map(|start| (start.at, start.inline));
    for (end, next) in ends.chain([(lines.len(), false)]) {
        if let Some(list) = lines.get(from..end).filter(|list| !list.is_empty()) {
            lists.push(List { lines: people_lines::whole(list, doubts), inline });
            from = end;
        }
        inline = next;
    }
    lists
}

/// Which lines are all of their list, and may name several people.
pub struct Paragraphs {
    alone: Vec<bool>,
    /// Which of them stand on the line of their heading.
    inline: Vec<bool>,
    /// Whether commas part people in one of the lists.
    by_comma: bool,
}

impl Paragraphs {
    /// Reads it off the lists.
    pub fn of(lists: &[List]) -> Self {
        let all = || lists.iter().flat_map(|list| &list.lines);
        let in_paragraphs = all().all(|line| line.mark.is_none() && names_by_one(line));
        let (mut alone, mut inline) = (Vec::new(), Vec::new());
        for list in lists {
            // `Chair: Ana Prado` may stand below the names of all.
            let unlabelled = list.lines.iter().filter(|line| !is_labelled(line)).count();
            alone.extend(list.lines.iter().map(|_| unlabelled == 1 || in_paragraphs));
            inline.extend((0..list.lines.len()).map(|at| list.inline && at == 0));
        }
        let mut beside = all().zip(&alone);
        let by_comma = beside.any(|(line, alone)| {
            !line.table_row && *alone && names_by_comma(line, true, false).is_some()
        });
        Paragraphs { alone, inline, by_comma }
    }

    /// The names of a line that lists people with commas only.
    pub fn names(&self, at: usize, line: &Line) -> Option<Vec<String>> {
        let alone = self.alone.get(at).is_some_and(|alone| *alone);
        names_by_comma(line, alone, alone && self.by_comma)
    }

    /// The names after a label, `Guests: Ana Prado, Tom Hart`, where lists are so.
    pub fn apart(&self, led: bool, entries: Vec<String>) -> Vec<String> {
        let [entry] = &entries[..] else { return entries };
        let pieces = top_level(entry);
        let several = pieces.len() > 2 || pieces.len() == 2 && self.by_comma;
        if led && several && pieces.iter().all(|piece| is_surely_name(piece)) {
            return pieces.into_iter().map(str::to_owned).collect();
        }
        entries
    }

    /// Whether the whole of a list on the line of its heading, `Present: Ana Prado, Tom Hart`, reads
    /// as one person with the other for the affiliation.
    pub fn may_be_two(&self, at: usize, led: bool, entries: &[String]) -> bool {
        let inline = self.inline.get(at).is_some_and(|inline| *inline);
        let [entry] = entries else { return false };
        let [one, other] = &top_level(entry)[..] else { return false };
        (inline || led) && is_surely_name(one) && is_surely_name(other) && !says_standing(other)
    }
}

fn is_labelled(line: &Line) -> bool {
    let text = line.text();
    text.split_once(": ").is_some_and(|(_, name)| names_person(name))
        || led_by_label(line).is_some()
        || led_by_group(line).is_some()
}

/// Whether a line that is all of its list names several people.
pub fn lists_names(line: &Line) -> bool {
    names_by_comma(line, true, false).is_some()
}

/// Whether an entry is `and others`.
pub fn says_others(entry: &str) -> bool {
    let folded = fold(entry.trim_end_matches('.'));
    let bare = folded.strip_prefix("and ").unwrap_or(&folded);
    ["others", "other members", "other participants", "several others", "et al"].contains(&bare)
}

/// A title before several names: the names alone.
fn without_shared_title(text: &str) -> Option<&str> {
    const TITLES: &[&str] = &[
        "Ambassadors ",
        "Cllrs ",
        "Councillors ",
        "Councilors ",
        "Delegates ",
        "Drs ",
        "Messrs ",
        "Messrs. ",
        "Ministers ",
        "Professors ",
        "Profs ",
        "Senators ",
    ];
    TITLES.iter().find_map(|title| text.strip_prefix(title))
}

/// The names of a paragraph that lists people with commas only: where it is the whole list, or
/// where brackets show which comma parts people. `two` names count too, where other lists are so.
fn names_by_comma(line: &Line, alone: bool, two: bool) -> Option<Vec<String>> {
    let text = line.text();
    let titled = without_shared_title(&text);
    // A single entry may hold them all: `- Ana Prado, Tom Hart and Bo Lund`.
    let closed = text.contains(" and ") && !text.contains('(');
    if line.mark.is_some() && titled.is_none() && !closed || text.contains([';', '\n']) {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    let (mut others, mut joined) = (false, false);
    for piece in top_level(text.trim_end_matches('.')) {
        if says_others(piece) {
            others = true;
            continue;
        }
        let piece = piece.strip_prefix("and ").unwrap_or(piece);
        let piece = without_shared_title(piece).unwrap_or(piece);
        let both = piece
            .split_once(" and ")
            .filter(|(one, other)| names_person(one) && names_person(other));
        match both {
            Some((one, other)) => {
                joined = is_surely_name(one) && is_surely_name(other);
                names.extend([one.to_owned(), other.to_owned()]);
            }
            None => names.push(piece.to_owned()),
        }
    }
    let bracketed = names.iter().filter(|name| name.ends_with(')')).count();
    let titled = titled.is_some();
    let pair = bracketed > 0 || titled || joined || two && names.iter().all(|n| is_surely_name(n));
    let enough = names.len() > 2 || names.len() == 2 && pair;
    let all = names.iter().all(|name| names_person(name)) || alone && by_one_name(&names);
    // Five names and more are no affiliation of the first.
    let several = names.len() > 4 && names.iter().all(|name| is_surely_name(name));
    let sure = line.mark.is_none() || titled || names.iter().all(|name| is_surely_name(name));
    let told = (alone || titled || bracketed > 1 || several) && sure;
    names.extend(others.then(|| "others".to_owned()));
    (enough && told && all).then_some(names)
}

/// Whether every word is one that names have and organisations have not.
fn is_surely_name(name: &str) -> bool {
    let bare = name.split(" (").next().unwrap_or("");
    names_person(name)
        && bare.split_whitespace().count() <= 4
        && !bare
            .split_whitespace()
            .any(|word| is_affiliation_word(word) || ["and", "of", "for", "&"].contains(&word))
}

/// Whether a line lists people by their given names.
fn names_by_one(line: &Line) -> bool {
    let text = line.text();
    by_one_name(
        &top_level(text.trim_end_matches('.')).into_iter().map(str::to_owned).collect::<Vec<_>>(),
    )
}

/// Whether people are listed by their given names: four and more, most of one word.
fn by_one_name(names: &[String]) -> bool {
    let bare = |name: &String| name.split(" (").next().unwrap_or("").trim().to_owned();
    let one = |name: &String| {
        let name = bare(name);
        let small = name.chars().skip(1).any(char::is_lowercase);
        let letters = name.chars().all(|c| c.is_alphabetic() || "’'-.".contains(c));
        name.starts_with(char::is_uppercase) && small && letters && !is_affiliation_word(&name)
    };
    // Names that people have in a chat: `ana, bo_l, TomH, mia, wim`.
    let nick = |name: &String| {
        let bare = bare(name);
        bare.chars().all(|c| c.is_alphanumeric() || "_-".contains(c))
            && bare.starts_with(char::is_alphabetic)
            && !is_affiliation_word(&bare)
    };
    if names.len() > 4 && names.iter().all(nick) {
        return true;
    }
    let single = names.iter().filter(|name| one(name)).count();
    // Among five and more some may have one name only.
    names.len() > 3
        && (single * 2 >= names.len() || single > 0 && names.len() > 4)
        && names.iter().all(|name| one(name) || names_person(name))
}

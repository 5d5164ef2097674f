//! The list of participants and the list of apologies.

use super::name_end::{Habit, NameEnd};
use super::participant_line::{is_affiliation_word, says_standing, top_level, turned_line};
use super::{Division, ParticipantParts, doubt, participant_line, people_lines, side_by_side};
use crate::model::is_honorific;
use crate::read::lines::{Line, MarkKind};
use crate::read::{Doubt, ReadParticipant};
use columns::Columns;
pub use gaps::gap;
pub use groups::{GROUPS, says_people};
use groups::{HEADS_GROUP, heads_group, led_by_group, led_by_label};
pub use in_paragraph::ListStart;
use in_paragraph::{Paragraphs, says_others};
use std::collections::HashSet;

mod columns;
mod gaps;
mod groups;
mod in_paragraph;

/// The entries of a list of people.
///
/// Each of the lists that they stand on begins at one of the `starts`.
pub fn participants(
    lines: &[Line],
    starts: &[ListStart],
    doubts: &mut Vec<Doubt>,
) -> Vec<ReadParticipant> {
    let numbered = lines
        .iter()
        .any(|line| matches!(line.mark.as_ref().map(|m| m.kind), Some(MarkKind::Number(_))));
    let marked = lines.iter().filter(|line| line.mark.is_some()).count() * 2 > lines.len();
    let mut people: Vec<ReadParticipant> = Vec::new();
    let mut seen = HashSet::new();
    let mut titles: Vec<String> = Vec::new();
    let mut columns = Columns::default();
    let lists = in_paragraph::lists(lines, starts, doubts);
    let paragraphs = Paragraphs::of(&lists);
    let lines = &gaps::with_tabs(lists.into_iter().flat_map(|list| list.lines).collect());
    let habit = Habit::of(&lines.iter().flat_map(entries).collect::<Vec<_>>());
    let turned = gives_family_first(lines);
    let beside = side_by_side::columns_of_people(lines, doubts);
    for (at, line) in lines.iter().enumerate() {
        // Columns set with tabs are a table.
        let tabbed = Line { table_row: line.text().contains('\t'), ..line.clone() };
        let line = if tabbed.table_row { &tabbed } else { line };
        if line.table_row && columns.read_headings(line, doubts) {
            continue;
        }
        let next = lines.get(at + 1);
        if heads_group(line, next, marked) {
            let text = line.text();
            doubts.push(doubt("participants_group", HEADS_GROUP, line.place, &text, None));
            continue;
        }
        let is_numbered =
            matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Number(_)));
        let mut led = false;
        let people_beside = beside.as_ref().and_then(|beside| beside.entries(line));
        let entries = if let Some(entries) = people_beside {
            entries
        } else if line.table_row {
            columns.doubt_absence(line, doubts);
            vec![columns.entry(line)]
        } else if let Some((group, entries)) = led_by_group(line) {
            doubts.push(doubt("participants_group", HEADS_GROUP, line.place, &group, None));
            led = true;
            entries
        } else if let Some((label, entries)) = led_by_label(line) {
            let message = "What stands before these names was taken for their affiliation.";
            let quote = line.text();
            doubts.push(doubt("participant_label", message, line.place, &quote, Some(label)));
            entries
        } else if let Some(names) = paragraphs.names(at, line) {
            if names.iter().any(|name| !name.ends_with(')')) {
                let message = "These names stood in one paragraph and were divided at its commas.";
                let quote = line.text();
                doubts.push(doubt("participants_paragraph", message, line.place, &quote, None));
            }
            names
        } else {
            entries(line)
        };
        if entries.is_empty() && line.text().contains(char::is_alphanumeric) {
            let message = "This stands alone on the list and is no name; it was left out.";
            doubts.push(doubt("participant_unclear", message, line.place, &line.text(), None));
        }
        let entries = paragraphs.apart(led, entries);
        if paragraphs.may_be_two(at, led, &entries) {
            let message = "This may be two people, or one and where they work; check the entry.";
            doubts.push(doubt("participant_unclear", message, line.place, &line.text(), None));
        }
        let mut again = false;
        for entry in entries {
            if numbered && !is_numbered && !people.is_empty() {
                let message = "This stands in or after the list of participants but is no numbered entry; it was kept as one.";
                doubts.push(doubt("participant_unclear", message, line.place, &entry, None));
            }
            if let Some(title) = rank(&entry).filter(|title| !titles.contains(title)) {
                let message = "A form of address is no part of a name; this one was left out throughout the list.";
                doubts.push(doubt("participant_title", message, line.place, &entry, None));
                titles.push(title);
            }
            if says_others(&entry) {
                let message = "The list says that others were there too; it does not name them.";
                doubts.push(doubt("participants_others", message, line.place, &entry, None));
                continue;
            }
            let Some(person) = person(&entry, (turned, &habit), people.len(), line, doubts) else {
                continue;
            };
            if seen.insert((person.name.clone(), person.affiliation.clone())) {
                people.push(person);
            } else if !std::mem::replace(&mut again, true) {
                let message = "What stands on the list before, word by word, was taken once.";
                let quote = line.text();
                doubts.push(doubt("participant_again", message, line.place, &quote, None));
            }
        }
    }
    people
}

/// The forms of address before a name that say more than `Mr` or `Dr.`: `H.E. Amb.`, `Sir`.
fn rank(entry: &str) -> Option<String> {
    const PLAIN: &[&str] = &[
        "cllr",
        "councillor",
        "dr",
        "em",
        "eng",
        "engr",
        "m",
        "miss",
        "mme",
        "mr",
        "mrs",
        "ms",
        "mx",
        "shri",
        "smt",
        "sr",
        "sra",
    ];
    let mut words: Vec<&str> =
        entry.split_whitespace().take_while(|word| is_honorific(word)).collect();
    words.retain(|word| !PLAIN.contains(&word.trim_end_matches('.').to_lowercase().as_str()));
    (!words.is_empty()).then(|| words.join(" "))
}

/// Whether a list gives the family name first: most entries do, or more than half do and every
/// other can be read so.
fn gives_family_first(lines: &[Line]) -> bool {
    let entries: Vec<String> = lines.iter().flat_map(entries).collect();
    let count = |read: fn(&str) -> ParticipantParts| {
        entries.iter().filter(|entry| read(entry).division == Division::Inverted).count()
    };
    let turned = count(participant_line);
    turned >= 3
        && (turned * 4 >= entries.len() * 3
            || turned * 2 > entries.len() && count(turned_line) == entries.len())
}

/// `Secretariat: Ana Prado` as `Ana Prado, Secretariat`.
fn unlabelled(entry: &str) -> Option<String> {
    let (label, rest) = entry.split_once(": ")?;
    let words = rest.split([',', '(']).next().unwrap_or("").trim();
    let told = says_standing(label) || is_affiliation_word(label);
    let told = told && label.split_whitespace().count() <= 3 && !label.contains(',');
    let named = names_person(words) && !rest.contains([';', ':']);
    (told && named).then(|| format!("{rest}, {label}"))
}

/// `[AP] Ana Prado (Chair)`, as minutes have it that name speakers by letters, with them at the end.
fn with_letters_after(entry: &str) -> Option<String> {
    let (letters, name) = entry.strip_prefix('[')?.split_once("] ")?;
    let short =
        (1..=4).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase);
    (short && !name.trim().is_empty()).then(|| format!("{}, {letters}", name.trim()))
}

/// Whether a line lists several people.
pub fn lists_several(line: &Line) -> bool {
    in_paragraph::lists_names(line) || entries(line).len() > 1
}

/// Whether words are a name and nothing else, but for what stands in brackets.
pub fn names_person(text: &str) -> bool {
    let bare = text.split(" (").next().unwrap_or("").trim();
    let parts = participant_line(bare);
    let words = bare.split_whitespace().count();
    let capitals = bare.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    (2..=6).contains(&words)
        && parts.affiliation.is_empty()
        && capitals.count() * 2 >= words
        && bare.starts_with(char::is_uppercase)
        && !bare.contains(char::is_numeric)
}

/// The people on one line: usually one, several where a paragraph lists them all.
fn entries(line: &Line) -> Vec<String> {
    line.text()
        .split('\n')
        .flat_map(|text| {
            let separate = text.matches(';').count();
            if separate >= 2 || text.len() > 200 && separate > 0 {
                text.split(';').map(|entry| entry.trim().trim_end_matches('.').to_owned()).collect()
            } else if line.mark.is_none() && text.matches(" / ").count() >= 2 {
                text.split(" / ").map(|entry| entry.trim().to_owned()).collect()
            } else if line.mark.is_none() && text.matches("), ").count() >= 2 {
                let entry = |entry: &str| {
                    let entry = entry.trim().trim_end_matches('.');
                    close_bracket(entry.strip_prefix("and ").unwrap_or(entry))
                };
                text.split("), ").map(entry).collect()
            } else {
                vec![text.trim().to_owned()]
            }
        })
        .filter(|entry| entry.chars().any(char::is_alphabetic))
        .collect()
}

fn close_bracket(entry: &str) -> String {
    if entry.contains('(') && !entry.contains(')') { format!("{entry})") } else { entry.to_owned() }
}

fn person(
    entry: &str,
    (turned, habit): (bool, &Habit),
    before: usize,
    line: &Line,
    doubts: &mut Vec<Doubt>,
) -> Option<ReadParticipant> {
    let folded = entry.to_lowercase();
    let header_row = line.table_row || entry.contains('\t');
    if header_row
        && before == 0
        && (folded.starts_with("name") || folded.starts_with("participant"))
    {
        return None;
    }
    let entry = entry
        .trim_start_matches(|c: char| header_row && (c.is_ascii_digit() || c == '\t' || c == '.'));
    let entry = match ["[x] ", "[X] ", "[ ] "].iter().find_map(|tick| entry.strip_prefix(tick)) {
        Some(rest) => {
            if entry.starts_with("[ ]") {
                let message = "This person is not ticked on the list and may not have been there.";
                doubts.push(doubt("participant_absent", message, line.place, entry, None));
            }
            rest
        }
        None => entry,
    };
    let lettered = with_letters_after(entry);
    let entry = lettered.as_deref().unwrap_or(entry);
    let led = unlabelled(entry);
    if let Some(led) = &led {
        let message = "What stands before the name was taken for the affiliation.";
        doubts.push(doubt("participant_label", message, line.place, entry, Some(led.clone())));
    }
    let entry = led.as_deref().unwrap_or(entry);
    let mut parts = if turned { turned_line(entry) } else { participant_line(entry) };
    let end = habit.name_end(entry).filter(|_| parts.division == Division::Clear);
    if let Some(NameEnd::Told(entry)) = &end {
        parts = ParticipantParts { division: Division::ByWords, ..participant_line(entry) };
    }
    let mut note = |code: &str, message: &str, proposed: Option<String>| {
        doubts.push(doubt(code, message, line.place, entry, proposed));
    };
    let tidy = if parts.affiliation.is_empty() {
        parts.name.full()
    } else {
        format!("{}, {}", parts.name.full(), parts.affiliation)
    };
    match parts.division {
        Division::Clear => {
            if let Some(NameEnd::Likely(entry)) = end {
                note(
                    "participant_no_separator",
                    "These may be a name and an affiliation with nothing between them; they were kept as one.",
                    Some(entry),
                );
            }
        }
        Division::ByWords => note(
            "participant_no_separator",
            "Nothing stands between the name and the affiliation; the words were divided where the name seems to end.",
            Some(tidy),
        ),
        Division::Inverted => note(
            "participant_family_first",
            "This entry seems to give the family name first; it was turned round.",
            Some(tidy),
        ),
    }
    let people = parts.affiliation.split_once(" and ");
    // `ISOC Azores and Rede Sul` are two organisations.
    let acronym = |name: &str| {
        name.split_whitespace().any(|word| word.chars().filter(|c| c.is_uppercase()).count() > 2)
    };
    let is_name = |name: &str| names_person(name) && !acronym(name);
    let holds_names = people.is_some_and(|(one, other)| is_name(one) && is_name(other));
    let full = parts.name.full();
    let is_name = !full.contains(|c: char| c.is_numeric() || "@/".contains(c))
        && !parts.affiliation.contains(") (")
        && full.split_whitespace().next().is_some_and(|word| !is_affiliation_word(word));
    if full.split_whitespace().count() > 6 || !is_name || holds_names {
        note("participant_unclear", "This does not look like a name; check the entry.", None);
    }
    Some(ReadParticipant {
        position: u32::try_from(before + 1).unwrap_or(u32::MAX),
        name: parts.name.full(),
        given: parts.name.given.clone(),
        family: if parts.name.family.is_empty() {
            String::new()
        } else {
            parts.name.family_or_given()
        },
        affiliation: parts.affiliation.clone(),
        parts,
    })
}

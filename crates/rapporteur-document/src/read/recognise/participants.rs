//! The list of participants and the list of apologies.

use super::participant_line::{is_affiliation_word, says_standing, top_level, turned_line};
use super::{Division, ParticipantParts, doubt, participant_line, people_lines, side_by_side};
use crate::model::fold;
use crate::read::lines::{Line, MarkKind};
use crate::read::list::{self, Field};
use crate::read::{Doubt, ReadParticipant};

/// The entries of a list of people.
pub fn participants(lines: &[Line], doubts: &mut Vec<Doubt>) -> Vec<ReadParticipant> {
    let numbered = lines
        .iter()
        .any(|line| matches!(line.mark.as_ref().map(|m| m.kind), Some(MarkKind::Number(_))));
    let marked = lines.iter().filter(|line| line.mark.is_some()).count() * 2 > lines.len();
    let mut people: Vec<ReadParticipant> = Vec::new();
    let mut columns = Columns::default();
    let lines = &people_lines::whole(lines, doubts);
    let turned = gives_family_first(lines);
    let beside = side_by_side::columns_of_people(lines, doubts);
    // `Chair: Ana Prado` may stand below the names of all.
    let labelled =
        |line: &&Line| line.text().split_once(": ").is_some_and(|(_, name)| names_person(name));
    let unlabelled_lines = lines.iter().filter(|line| !labelled(line)).count();
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
        let people_beside = beside.as_ref().and_then(|beside| beside.entries(line));
        let entries = if let Some(entries) = people_beside {
            entries
        } else if line.table_row {
            columns.doubt_absence(line, doubts);
            vec![columns.entry(line)]
        } else if let Some((group, entries)) = led_by_group(line) {
            doubts.push(doubt("participants_group", HEADS_GROUP, line.place, &group, None));
            entries
        } else if let Some(names) = names_by_comma(line, unlabelled_lines == 1) {
            if names.iter().any(|name| !name.ends_with(')')) {
                let message = "These names stood in one paragraph and were divided at its commas.";
                let quote = line.text();
                doubts.push(doubt("participants_paragraph", message, line.place, &quote, None));
            }
            names
        } else {
            entries(line)
        };
        if entries.is_empty() {
            let message = "This stands alone on the list and is no name; it was left out.";
            doubts.push(doubt("participant_unclear", message, line.place, &line.text(), None));
        }
        for entry in entries {
            if numbered && !is_numbered && !people.is_empty() {
                let message = "This stands in or after the list of participants but is no numbered entry; it was kept as one.";
                doubts.push(doubt("participant_unclear", message, line.place, &entry, None));
            }
            if says_others(&entry) {
                let message = "The list says that others were there too; it does not name them.";
                doubts.push(doubt("participants_others", message, line.place, &entry, None));
                continue;
            }
            if let Some(person) = person(&entry, turned, people.len(), line, doubts) {
                people.push(person);
            }
        }
    }
    people
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

/// Whether an entry is `and others`.
fn says_others(entry: &str) -> bool {
    let folded = fold(entry.trim_end_matches('.'));
    let bare = folded.strip_prefix("and ").unwrap_or(&folded);
    ["others", "other members", "other participants", "several others", "et al"].contains(&bare)
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

/// Whether a line lists several people.
pub fn lists_several(line: &Line) -> bool {
    names_by_comma(line, true).is_some() || entries(line).len() > 1
}

const HEADS_GROUP: &str = "This heads a group of people on the list; it was not taken for a name.";

/// What heads a group of people on a list, folded.
pub const GROUPS: &[&str] = &[
    "africa",
    "americas",
    "arab states",
    "asia",
    "asia-pacific",
    "asia pacific",
    "caribbean",
    "eastern europe",
    "europe",
    "grulac",
    "latin america",
    "latin america and the caribbean",
    "middle east",
    "north america",
    "oceania",
    "weog",
    "government",
    "governments",
    "civil society",
    "private sector",
    "business",
    "industry",
    "technical community",
    "academia",
    "academic community",
    "media",
    "youth",
    "observers",
    "guests",
    "members",
    "mag members",
    "members of the mag",
    "former mag members",
    "co-chairs",
    "chairs",
    "secretariat",
    "igf secretariat",
    "host country",
    "host countries",
    "intergovernmental organisations",
    "intergovernmental organizations",
    "international organisations",
    "international organizations",
    "online",
    "in person",
    "in the room",
    "on site",
    "onsite",
    "remote",
    "remotely",
    "virtually",
    "others",
    "other",
    "other participants",
    "experts",
    "staff",
    "leadership panel",
    "stakeholders",
];

/// Whether a line such as `Civil society` heads entries of the list.
fn heads_group(line: &Line, next: Option<&Line>, marked: bool) -> bool {
    let text = line.text();
    let bare = text.split(" (").next().unwrap_or("").trim_end_matches([':', ' ']);
    let entry_below = next.is_some_and(|next| next.mark.is_some());
    let stands_out = line.is_styled() || line.is_bold() || text.ends_with(':');
    let short = bare.split_whitespace().count() <= 6 && !bare.contains(',');
    let named = GROUPS.contains(&fold(bare).as_str());
    let over = next.is_some_and(|next| !next.table_row);
    line.mark.is_none()
        && !line.table_row
        && over
        && short
        && (named || marked && entry_below || stands_out && !marked && !names_person(bare))
}

/// A line such as `Africa: Ana Prado – Seed Bank; Tom Hart – observer`: the group, and its people.
fn led_by_group(line: &Line) -> Option<(String, Vec<String>)> {
    let text = line.text();
    let (group, rest) = text.split_once(": ")?;
    let named = |entry: &&str| names_person(&participant_line(entry).name.full());
    let entries: Vec<&str> = rest.split(';').map(str::trim).filter(|one| !one.is_empty()).collect();
    let told = GROUPS.contains(&fold(group).as_str())
        || entries.len() > 1
            && !group.contains(',')
            && group.split_whitespace().count() <= 6
            && entries.iter().all(|one| !participant_line(one).affiliation.is_empty());
    let all = entries.iter().all(named);
    (line.mark.is_none() && told && all)
        .then(|| (group.to_owned(), entries.into_iter().map(str::to_owned).collect()))
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
/// where brackets show which comma parts people.
fn names_by_comma(line: &Line, alone: bool) -> Option<Vec<String>> {
    let text = line.text();
    let titled = without_shared_title(&text);
    if line.mark.is_some() && titled.is_none() || text.contains([';', '\n']) {
        return None;
    }
    let mut names: Vec<String> = Vec::new();
    let mut others = false;
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
            Some((one, other)) => names.extend([one.to_owned(), other.to_owned()]),
            None => names.push(piece.to_owned()),
        }
    }
    let bracketed = names.iter().filter(|name| name.ends_with(')')).count();
    let titled = titled.is_some();
    let enough = names.len() > 2 || names.len() == 2 && (bracketed > 0 || titled);
    let all = names.iter().all(|name| names_person(name));
    let told = alone || titled || bracketed > 1;
    names.extend(others.then(|| "others".to_owned()));
    (enough && told && all).then_some(names)
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

/// Which column of a table holds what.
#[derive(Default)]
struct Columns {
    given: Option<usize>,
    family: Option<usize>,
    /// Those that belong to no list of participants: addresses, times, signatures.
    left_out: Vec<usize>,
    /// The one that says who was there.
    attendance: Option<usize>,
}

impl Columns {
    /// Whether a row holds the headings of the columns; they are kept in mind, and those that are
    /// left out are doubted.
    fn read_headings(&mut self, line: &Line, doubts: &mut Vec<Doubt>) -> bool {
        let cells: Vec<String> = line.cells().iter().map(|cell| cell.to_lowercase()).collect();
        let find = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.as_str()));
        let given = find(&["first name", "first names", "given name", "given names", "forename"]);
        let family = find(&["last name", "family name", "surname", "family names"]);
        let whole =
            find(&["name", "names", "full name", "participant", "participants", "attendee"]);
        let is_heading = whole.is_some() || given.is_some() && family.is_some();
        if is_heading {
            (self.given, self.family) =
                (given.filter(|_| family.is_some()), family.filter(|_| given.is_some()));
            let field = |cell: &str| list::field(cell.trim_end_matches(['?', ':']));
            let is_left_out = |at: &usize| is_left_out(&cells[*at], field(&cells[*at]));
            self.left_out = (0..cells.len()).filter(is_left_out).collect();
            let attends = |at: &usize| field(&cells[*at]) == Some(Field::Attendance);
            self.attendance = self.left_out.iter().copied().find(attends);
            self.doubt_left_out(line, doubts);
        }
        is_heading
    }

    fn doubt_left_out(&self, line: &Line, doubts: &mut Vec<Doubt>) {
        let cells = line.cells();
        let names: Vec<&str> = self.left_out.iter().map(|at| cells[*at].as_str()).collect();
        if !names.is_empty() {
            let message = "These columns of the list are no part of an affiliation and were left out; they are in the original.";
            let quote = names.join(", ");
            doubts.push(doubt("participants_columns", message, line.place, &quote, None));
        }
    }

    /// The list may name people who were not there.
    fn doubt_absence(&self, line: &Line, doubts: &mut Vec<Doubt>) {
        const ABSENT: &[&str] =
            &["no", "n", "absent", "apologies", "apology", "regrets", "excused", "declined"];
        let cells = line.cells();
        let Some(said) = self.attendance.and_then(|at| cells.get(at)) else { return };
        if ABSENT.contains(&fold(said).as_str()) {
            let message = "The list says that this person was not there; move the entry to the apologies or take it out.";
            let name = participant_line(&self.entry(line)).name.full();
            doubts.push(doubt("participant_absent", message, line.place, &name, None));
        }
    }

    /// A row as an entry: the name, a tab, what follows it.
    fn entry(&self, line: &Line) -> String {
        let mut cells = line.cells();
        for at in &self.left_out {
            if let Some(cell) = cells.get_mut(*at) {
                cell.clear();
            }
        }
        let mut name = String::new();
        if let (Some(given), Some(family)) = (self.given, self.family) {
            let cell = |at: usize| cells.get(at).cloned().unwrap_or_default();
            name = format!("{} {}", cell(given), cell(family));
            for at in [given, family] {
                if let Some(cell) = cells.get_mut(at) {
                    cell.clear();
                }
            }
        }
        let is_number =
            |cell: &String| cell.trim_end_matches('.').bytes().all(|byte| byte.is_ascii_digit());
        let first = cells.iter().position(|cell| !is_number(cell)).unwrap_or(cells.len());
        let mut rest = cells.split_off(first).into_iter().filter(|cell| !cell.is_empty());
        if name.trim().is_empty() {
            name = rest.next().unwrap_or_default();
        }
        // `Ana Prado (Chair)` in the column of names.
        let mut beside = String::new();
        if let Some((before, inside)) =
            name.strip_suffix(')').and_then(|name| name.split_once(" ("))
        {
            beside = if says_standing(inside) { inside.to_owned() } else { format!("({inside})") };
            name = before.to_owned();
        }
        let rest: Vec<String> =
            std::iter::once(beside).filter(|beside| !beside.is_empty()).chain(rest).collect();
        if rest.is_empty() { name } else { format!("{}\t{}", name.trim(), rest.join(", ")) }
    }
}

/// Whether a column says nothing about name and affiliation.
fn is_left_out(heading: &str, field: Option<Field>) -> bool {
    let of_contact = matches!(
        field,
        Some(
            Field::Email
                | Field::Phone
                | Field::Attendance
                | Field::Joined
                | Field::Left
                | Field::Minutes
        )
    );
    of_contact || ["signature", "signed", "initials"].contains(&heading)
}

fn person(
    entry: &str,
    turned: bool,
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
    let led = unlabelled(entry);
    if let Some(led) = &led {
        let message = "What stands before the name was taken for the affiliation.";
        doubts.push(doubt("participant_label", message, line.place, entry, Some(led.clone())));
    }
    let entry = led.as_deref().unwrap_or(entry);
    let parts = if turned { turned_line(entry) } else { participant_line(entry) };
    let mut note = |code: &str, message: &str, proposed: Option<String>| {
        doubts.push(doubt(code, message, line.place, entry, proposed));
    };
    let tidy = if parts.affiliation.is_empty() {
        parts.name.full()
    } else {
        format!("{}, {}", parts.name.full(), parts.affiliation)
    };
    match parts.division {
        Division::Clear => {}
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
    let holds_names = people.is_some_and(|(one, other)| names_person(one) && names_person(other));
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

//! What each column of a table seems to be: by its heading, else by what is in it.

use super::{ListKind, ListRow, device, headings};
use crate::read::recognise::participant_line;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Field {
    /// The whole name.
    Name,
    /// The given names.
    Given,
    /// The family name.
    Family,
    /// The role in the group.
    Role,
    /// The status.
    Status,
    /// The organisation.
    Organisation,
    /// Name and affiliation together, as a list of participants prints them.
    Entry,
    /// The address for mail.
    Email,
    /// The telephone number.
    Phone,
    /// Whether somebody was there.
    Attendance,
    /// When somebody came.
    Joined,
    /// When somebody left.
    Left,
    /// How long somebody stayed.
    Minutes,
    /// Anything else, for the secretariat alone.
    Notes,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Column {
    /// Its heading; empty where the list has none.
    pub heading: String,
    /// The field it seems to be; none for one that is left out.
    pub field: Option<Field>,
    /// Why, in a few words.
    pub reason: String,
}

/// How many rows are looked at to tell what a column holds.
const SAMPLE: usize = 200;

/// What the columns of a table seem to be. A field is given to one column only.
pub fn guess(
    kind: ListKind,
    said: Option<&[String]>,
    rows: &[ListRow],
    width: usize,
) -> Vec<Column> {
    let empty = vec![String::new(); width];
    let named = said.unwrap_or(&empty);
    let by_heading = headings::fields(named);
    let mut columns: Vec<Column> = named
        .iter()
        .zip(&by_heading)
        .map(|(heading, field)| column(kind, heading, *field))
        .collect();
    let named_field =
        |columns: &[Column], field| columns.iter().any(|one| one.field == Some(field));
    if !kind.is_platform() {
        for at in 0..columns.len() {
            if by_heading[at].is_some() {
                continue;
            }
            let cells: Vec<&str> = rows
                .iter()
                .take(SAMPLE)
                .filter_map(|row| row.cells.get(at).map(String::as_str))
                .filter(|cell| !cell.is_empty())
                .collect();
            // A heading nobody knows beside known ones says that the column is none of the plain ones.
            let strange = !columns[at].heading.is_empty() && by_heading.iter().any(Option::is_some);
            if let Some((field, reason)) = content(&cells, strange)
                && !named_field(&columns, field)
                && !(is_name(field) && columns.iter().any(|one| one.field.is_some_and(is_name)))
            {
                columns[at].field = Some(field);
                columns[at].reason = reason;
            }
        }
    }
    columns
}

fn column(kind: ListKind, heading: &str, field: Option<Field>) -> Column {
    let (field, reason) = match field {
        // Organizer, Presenter, Host: who ran the call, not who chairs the group.
        Some(Field::Role) if kind.is_platform() => {
            (None, format!("“{heading}” is who ran the call, not a role in the group"))
        }
        Some(field) => (Some(field), format!("the heading is “{heading}”")),
        None if heading.is_empty() => {
            (None, "it has no heading, and its cells do not tell".to_owned())
        }
        None => (None, format!("“{heading}” is not needed for people")),
    };
    Column { heading: heading.to_owned(), field, reason }
}

fn is_name(field: Field) -> bool {
    matches!(field, Field::Name | Field::Given | Field::Family | Field::Entry)
}

/// What some cells seem to be.
fn content(cells: &[&str], strange: bool) -> Option<(Field, String)> {
    let count = |test: &dyn Fn(&str) -> bool| cells.iter().filter(|cell| test(cell)).count();
    let all = cells.len();
    let most = |found: usize| all > 0 && found * 10 >= all * 7;
    let say = |found: usize, what: &str| format!("{found} of {all} cells {what}");
    let found = count(&is_email);
    if most(found) {
        return Some((Field::Email, say(found, "are e-mail addresses")));
    }
    let found = count(&device::is_phone);
    if most(found) {
        return Some((Field::Phone, say(found, "are telephone numbers")));
    }
    let found = count(&|cell| participant_line(&format!("A B, {cell}")).status.is_some());
    if most(found) {
        return Some((Field::Status, say(found, "name a status")));
    }
    if strange {
        return None;
    }
    let found = count(&|cell| is_name_and_more(cell));
    if found * 10 >= all * 3 && found > 0 {
        return Some((Field::Entry, say(found, "hold a name and an affiliation")));
    }
    let found = count(&looks_like_name);
    if most(found) {
        return Some((Field::Name, say(found, "look like names")));
    }
    let found = count(&|cell| cell.chars().filter(|c| c.is_alphabetic()).count() > 1);
    (most(found)).then(|| (Field::Organisation, say(found, "are words, and names stand elsewhere")))
}

/// Whether a cell is an address such as `ana@example.org`.
pub fn is_email(cell: &str) -> bool {
    let Some((before, after)) = cell.trim().split_once('@') else { return false };
    !before.is_empty() && after.contains('.') && !after.ends_with('.') && !cell.trim().contains(' ')
}

fn is_name_and_more(cell: &str) -> bool {
    let parts = participant_line(cell);
    !parts.affiliation.is_empty() && looks_like_name(&parts.name.full())
}

/// Two to five words that begin with capitals, or are written without them.
pub fn looks_like_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let letters = |word: &&str| {
        word.chars().all(|c| c.is_alphabetic() || "-'’.,".contains(c) || is_mark(c))
            && word.chars().any(char::is_alphabetic)
    };
    (2..=5).contains(&words.len())
        && words.iter().all(letters)
        && words.iter().filter(|word| word.starts_with(|c: char| !c.is_lowercase())).count() >= 2
        && participant_line(cell).affiliation.is_empty()
        || cell.chars().count() >= 2
            && cell.chars().all(|c| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'))
}

/// Accents that stand as characters of their own.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

//! Rows as values: what a change of the directory did to them, and doing it backwards.
//!
//! Called by the operations that can be undone. It works on whole rows of any table, so that an
//! operation need not know how it is taken back. Deliberately absent: what a change means.

use super::{from_json, json};
use crate::error::Error;
use rapporteur_document::model::PersonId;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The tables of the directory; those others refer to first.
const TABLES: &[Table] = &[
    Table { name: "people", of_person: "id = ?1 OR merged_into = ?1" },
    Table { name: "affiliations", of_person: "person_id = ?1 OR learnt_as = ?1" },
    Table { name: "spellings", of_person: "person_id = ?1 OR learnt_as = ?1" },
    Table { name: "reassignments", of_person: "person_id = ?1 OR entry_id = ?1" },
    Table { name: "merges", of_person: "person_id = ?1 OR into_id = ?1" },
    Table { name: "distinctions", of_person: "one_id = ?1 OR other_id = ?1" },
    Table { name: "directory_changes", of_person: "person_id = ?1 OR instr(rows, ?1) > 0" },
    Table { name: "settings", of_person: "name = 'nicknames' AND ?1 <> ''" },
    ADDITIONS,
    DOUBTS,
];

/// No change by hand touches these two: see [`additions_about`] and [`doubts_naming`].
const ADDITIONS: Table = Table { name: "additions", of_person: "?1 = ''" };
const DOUBTS: Table = Table { name: "doubts", of_person: "?1 = ''" };

struct Table {
    name: &'static str,
    of_person: &'static str,
}

/// A cell; the directory stores nothing but text and whole numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Nothing,
    Number(i64),
    Text(String),
}

type Cells = BTreeMap<String, Cell>;

/// Rows at a moment, by table and primary key.
#[derive(Debug, PartialEq)]
pub(crate) struct Rows(BTreeMap<(usize, Vec<Cell>), Cells>);

/// One row before and after a change.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Changed {
    table: String,
    key: Cells,
    /// None where the change made the row.
    before: Option<Cells>,
    /// None where the change took the row away.
    after: Option<Cells>,
}

/// The directory's rows about some people.
pub(crate) fn rows_of(connection: &Connection, people: &[PersonId]) -> rusqlite::Result<Rows> {
    let mut rows = BTreeMap::new();
    for table in TABLES {
        for person in people {
            read_rows(connection, table, table.of_person, &person.to_string(), &mut rows)?;
        }
    }
    Ok(Rows(rows))
}

fn read_rows(
    connection: &Connection,
    table: &Table,
    condition: &str,
    word: &str,
    rows: &mut BTreeMap<(usize, Vec<Cell>), Cells>,
) -> rusqlite::Result<()> {
    let at = TABLES.iter().position(|one| one.name == table.name).unwrap_or_default();
    let keys = keys(connection, table.name)?;
    let sql = format!("SELECT * FROM {} WHERE {condition}", table.name);
    let mut statement = connection.prepare_cached(&sql)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut found = statement.query([word])?;
    while let Some(row) = found.next()? {
        let mut cells = Cells::new();
        for (column, name) in columns.iter().enumerate() {
            cells.insert(name.clone(), cell(row.get(column)?));
        }
        let key = keys.iter().map(|key| cells[key].clone()).collect();
        rows.insert((at, key), cells);
    }
    Ok(())
}

/// The doubts about reports that tell one of some words, such as a name.
pub(crate) fn doubts_naming(connection: &Connection, words: &[String]) -> rusqlite::Result<Rows> {
    let mut rows = BTreeMap::new();
    for word in words {
        let naming = "instr(concat(message, quote, proposed, repair, change), ?1) > 0";
        read_rows(connection, &DOUBTS, naming, word, &mut rows)?;
    }
    Ok(Rows(rows))
}

/// What can be taken back of lists that brought something about some people.
pub(crate) fn additions_about(
    connection: &Connection,
    people: &[PersonId],
) -> rusqlite::Result<Rows> {
    let mut rows = BTreeMap::new();
    for person in people {
        let about = "instr(changes, ?1) > 0";
        read_rows(connection, &ADDITIONS, about, &person.to_string(), &mut rows)?;
    }
    Ok(Rows(rows))
}

/// The same rows as they are now, as far as they are there.
pub(crate) fn again(connection: &Connection, rows: &Rows) -> rusqlite::Result<Rows> {
    let mut now = BTreeMap::new();
    for (at, key) in rows.0.keys() {
        let table = TABLES[*at].name;
        let named = keys(connection, table)?.into_iter().zip(key.iter().cloned()).collect();
        if let Some(cells) = row_at(connection, table, &named)? {
            now.insert((*at, key.clone()), cells);
        }
    }
    Ok(Rows(now))
}

/// Deletes rows; [`between`] tells how to put them back.
pub(crate) fn delete(connection: &Connection, rows: &Rows) -> rusqlite::Result<()> {
    for (at, key) in rows.0.keys() {
        let table = TABLES[*at].name;
        let named = keys(connection, table)?.into_iter().zip(key.iter().cloned()).collect();
        let (condition, key) = condition(&named);
        let sql = format!("DELETE FROM {table} WHERE {condition}");
        connection.execute(&sql, params_from_iter(key))?;
    }
    Ok(())
}

/// What lies between two moments: of a row that stayed, the columns that changed.
pub(crate) fn between(
    connection: &Connection,
    before: &Rows,
    after: &Rows,
) -> rusqlite::Result<Vec<Changed>> {
    let mut places: Vec<&(usize, Vec<Cell>)> = before.0.keys().chain(after.0.keys()).collect();
    places.sort();
    places.dedup();
    let mut changed = Vec::new();
    for place in places {
        let (old, new) = (before.0.get(place), after.0.get(place));
        if old == new {
            continue;
        }
        let table = TABLES[place.0].name;
        let key = keys(connection, table)?.into_iter().zip(place.1.iter().cloned()).collect();
        let (old, new) = match (old, new) {
            (Some(old), Some(new)) => {
                let differs = |(name, _): &(&String, &Cell)| old.get(*name) != new.get(*name);
                let only = |cells: &Cells| -> Cells {
                    cells.iter().filter(differs).map(|(a, b)| (a.clone(), b.clone())).collect()
                };
                (Some(only(old)), Some(only(new)))
            }
            (old, new) => (old.cloned(), new.cloned()),
        };
        changed.push(Changed { table: table.to_owned(), key, before: old, after: new });
    }
    Ok(changed)
}

/// Puts rows back as they were before a change. Answers false, and does nothing, where one of
/// them is not any more as the change left it.
pub(crate) fn put_back(connection: &Connection, changes: &[Changed]) -> rusqlite::Result<bool> {
    for change in changes {
        let now = row_at(connection, &change.table, &change.key)?;
        let as_left = match (&change.after, &now) {
            (None, None) => true,
            (Some(after), Some(now)) => {
                after.iter().all(|(name, cell)| now.get(name) == Some(cell))
            }
            _ => false,
        };
        if !as_left {
            return Ok(false);
        }
    }
    // Rows may refer to each other; that they fit is examined when all are in their places.
    connection.pragma_update(None, "defer_foreign_keys", true)?;
    for change in changes {
        let (condition, key) = condition(&change.key);
        let table = &change.table;
        match (&change.before, &change.after) {
            (None, _) => {
                let sql = format!("DELETE FROM {table} WHERE {condition}");
                connection.execute(&sql, params_from_iter(key))?;
            }
            (Some(before), None) => {
                let names: Vec<&str> = before.keys().map(String::as_str).collect();
                let marks: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
                let sql = format!(
                    "INSERT INTO {table} ({}) VALUES ({})",
                    names.join(", "),
                    marks.join(", ")
                );
                connection.execute(&sql, params_from_iter(before.values().map(value)))?;
            }
            (Some(before), Some(_)) => {
                let from = key.len();
                let set: Vec<String> = before
                    .keys()
                    .enumerate()
                    .map(|(at, name)| format!("{name} = ?{}", from + at + 1))
                    .collect();
                let sql = format!("UPDATE {table} SET {} WHERE {condition}", set.join(", "));
                let values = key.into_iter().chain(before.values().map(value));
                connection.execute(&sql, params_from_iter(values))?;
            }
        }
    }
    Ok(true)
}

/// The tables of which everybody is drawn to be compared with names: see [`Watch`].
const DRAWN_FROM: [&str; 3] = ["people", "affiliations", "spellings"];

/// Counts the changes of what the directory is drawn from, so that it is not drawn anew because
/// somebody writes a report. What another program writes to the file may be anything: it counts.
pub(crate) struct Watch(Arc<AtomicU64>);

impl Watch {
    /// Watches a connection from now on.
    pub(crate) fn over(connection: &mut Connection) -> rusqlite::Result<Self> {
        let counted = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&counted);
        connection.update_hook(Some(move |_, _: &str, table: &str, _| {
            if DRAWN_FROM.contains(&table) {
                count.fetch_add(1, Ordering::Relaxed);
            }
        }))?;
        Ok(Self(counted))
    }

    /// The count of changes by others and by this connection.
    pub(crate) fn counted(&self, connection: &Connection) -> rusqlite::Result<(i64, u64)> {
        let by_others = connection.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok((by_others, self.0.load(Ordering::Relaxed)))
    }
}

/// A change as it is kept.
pub(crate) struct Kept {
    pub id: String,
    pub person: PersonId,
    pub kind: String,
    pub name: String,
    pub made_at: String,
}

/// Keeps a change, to take it back some day.
pub(crate) fn keep(connection: &Connection, kept: &Kept, rows: &[Changed]) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO directory_changes (id, person_id, kind, name, made_at, rows)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![kept.id, kept.person.to_string(), kept.kind, kept.name, kept.made_at, json(&rows)?],
    )?;
    Ok(())
}

/// The changes that can be taken back, latest first; those of everybody if nobody is named.
pub(crate) fn all(
    connection: &Connection,
    person: Option<PersonId>,
) -> rusqlite::Result<Vec<Kept>> {
    connection
        .prepare_cached(
            "SELECT id, person_id, kind, name, made_at FROM directory_changes
             WHERE ?1 IS NULL OR person_id = ?1
                 OR person_id IN (SELECT id FROM people WHERE merged_into = ?1)
             ORDER BY made_at DESC, rowid DESC",
        )?
        .query_map([person.map(|person| person.to_string())], |row| {
            Ok(Kept {
                id: row.get("id")?,
                person: super::parsed(row, "person_id")?,
                kind: row.get("kind")?,
                name: row.get("name")?,
                made_at: row.get("made_at")?,
            })
        })?
        .collect()
}

/// The rows of a change, and about whom it is.
pub(crate) fn load(
    connection: &Connection,
    id: &str,
) -> rusqlite::Result<Option<(PersonId, Vec<Changed>)>> {
    connection
        .prepare_cached("SELECT person_id, rows FROM directory_changes WHERE id = ?1")?
        .query_row([id], |row| {
            let rows: String = row.get("rows")?;
            Ok((super::parsed(row, "person_id")?, from_json(&rows)?))
        })
        .optional()
}

/// Forgets a change; it cannot be taken back any more.
pub(crate) fn forget(connection: &Connection, id: &str) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM directory_changes WHERE id = ?1", [id])?;
    Ok(())
}

/// Forgets every change of a person: they hold what is not to be known any more.
pub(crate) fn forget_all(connection: &Connection, person: PersonId) -> rusqlite::Result<()> {
    connection
        .execute("DELETE FROM directory_changes WHERE instr(rows, ?1) > 0", [person.to_string()])?;
    Ok(())
}

impl Rows {
    /// The texts in one column.
    pub(crate) fn texts(&self, column: &str) -> Vec<String> {
        let text = |cells: &Cells| match cells.get(column) {
            Some(Cell::Text(text)) => Some(text.clone()),
            _ => None,
        };
        self.0.values().filter_map(text).collect()
    }
}

impl Changed {
    /// The entries of the directory this row is about.
    pub(crate) fn people(&self) -> impl Iterator<Item = PersonId> {
        let cells = [Some(&self.key), self.before.as_ref(), self.after.as_ref()];
        cells.into_iter().flatten().flat_map(|cells| cells.iter()).filter_map(|(name, cell)| {
            match cell {
                Cell::Text(text)
                    if ["id", "learnt_as"].contains(&name.as_str())
                        || name.ends_with("_id") && name != "report_id" =>
                {
                    text.parse().ok()
                }
                _ => None,
            }
        })
    }
}

/// The row with this key as it is now.
fn row_at(connection: &Connection, table: &str, key: &Cells) -> rusqlite::Result<Option<Cells>> {
    let (condition, key) = condition(key);
    let mut statement =
        connection.prepare_cached(&format!("SELECT * FROM {table} WHERE {condition}"))?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query(params_from_iter(key))?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let mut cells = Cells::new();
    for (column, name) in columns.into_iter().enumerate() {
        cells.insert(name, cell(row.get(column)?));
    }
    Ok(Some(cells))
}

fn condition(key: &Cells) -> (String, Vec<Value>) {
    let parts: Vec<String> =
        key.keys().enumerate().map(|(at, name)| format!("{name} IS ?{}", at + 1)).collect();
    (parts.join(" AND "), key.values().map(value).collect())
}

fn keys(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?
        .query_map([table], |row| row.get(0))?
        .collect()
}

fn cell(value: Value) -> Cell {
    match value {
        Value::Integer(number) => Cell::Number(number),
        Value::Text(text) => Cell::Text(text),
        Value::Null | Value::Real(_) | Value::Blob(_) => Cell::Nothing,
    }
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Nothing => Value::Null,
        Cell::Number(number) => Value::Integer(*number),
        Cell::Text(text) => Value::Text(text.clone()),
    }
}

//! What makes a file one of our libraries: its application id, its version, its migrations.

use rusqlite::Connection;
use std::time::Duration;

/// `Rapp` in ASCII, in the header of every library (SQLite's `application_id`).
pub(crate) const APPLICATION_ID: i32 = 0x5261_7070;

/// The scripts that lead from each version to the next; never edited once released.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_library.sql"),
    include_str!("migrations/0002_people.sql"),
    include_str!("migrations/0003_versions.sql"),
    include_str!("migrations/0004_deleted_templates.sql"),
    include_str!("migrations/0005_reports_in_use.sql"),
    include_str!("migrations/0006_search.sql"),
    include_str!("migrations/0007_review.sql"),
    include_str!("migrations/0008_directory_changes.sql"),
    include_str!("migrations/0009_exceptions.sql"),
    include_str!("migrations/0010_additions.sql"),
];

/// The version this program writes.
pub(crate) const VERSION: usize = MIGRATIONS.len();

/// What a file turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing in it yet.
    Empty,
    /// A library of this version.
    Library(usize),
    /// A SQLite file of another program.
    Foreign,
}

/// Sets up a connection: foreign keys, a log that survives a crash, patience with others.
pub(crate) fn configure(connection: &Connection, read_only: bool) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    if !read_only {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
    }
    Ok(())
}

/// Says what the file is. An error means that it is no SQLite file or a damaged one.
pub(crate) fn identify(connection: &Connection) -> rusqlite::Result<Kind> {
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: usize = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(match application {
        APPLICATION_ID => Kind::Library(version),
        0 if tables == 0 => Kind::Empty,
        _ => Kind::Foreign,
    })
}

/// Brings a library from `from` to [`VERSION`] in one transaction.
pub(crate) fn migrate(connection: &mut Connection, from: usize) -> rusqlite::Result<()> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let present: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for script in &MIGRATIONS[present.max(from)..] {
        transaction.execute_batch(script)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()
}

/// What SQLite's own examinations find: damaged pages, broken references.
pub(crate) fn examine(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    for line in statement.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        if line != "ok" {
            found.push(line);
        }
    }
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    for table in statement.query_map([], |row| row.get::<_, String>(0))? {
        found.push(format!("a row of {} refers to one that is gone", table?));
    }
    Ok(found)
}

/// Whether the pages of the file hang together; quick enough for every opening.
pub(crate) fn quick_check(connection: &Connection) -> rusqlite::Result<bool> {
    let answer: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    Ok(answer == "ok")
}

//! Earlier versions of a report: which there are, what they hold, how they differ.

use super::stored;
use crate::api::Version;
use crate::error::Error;
use crate::storage;
use rapporteur_document::compare::{self, Comparison};
use rapporteur_document::model::{Invalid, Report, ReportId};
use rusqlite::Connection;

/// Longer names would not fit in a list.
const LONGEST_NAME: usize = 200;

/// All versions of a report, newest first, each with what changed from it to the next.
pub(crate) fn versions(connection: &Connection, id: ReportId) -> Result<Vec<Version>, Error> {
    let mut next = Some(stored(connection, id)?.content);
    let mut found = Vec::new();
    for kept in storage::versions::all(connection, id)? {
        let content = kept.content();
        let words = match (&content, &next) {
            (Some(content), Some(next)) => Some(compare::compare(content, next).words),
            _ => None,
        };
        found.push(Version {
            revision: kept.revision,
            saved_at: kept.saved_at,
            name: kept.name,
            state: content.as_ref().map(|content| content.state),
            words,
        });
        next = content;
    }
    Ok(found)
}

/// What a version holds.
pub(crate) fn content_of_version(
    connection: &Connection,
    id: ReportId,
    revision: u64,
) -> Result<Report, Error> {
    let kept = storage::versions::load(connection, id, revision)?.ok_or_else(|| {
        Error::NotFound("This version is not in the library any more; choose another.".to_owned())
    })?;
    kept.content().ok_or_else(|| {
        Error::Refused(format!(
            "The version of {} is damaged and cannot be read; choose another or open a backup.",
            kept.saved_at
        ))
    })
}

/// How a version differs from a later one, or from what is stored now.
pub(crate) fn compare(
    connection: &Connection,
    id: ReportId,
    revision: u64,
    with: Option<u64>,
) -> Result<Comparison, Error> {
    let before = content_of_version(connection, id, revision)?;
    let after = match with {
        Some(revision) => content_of_version(connection, id, revision)?,
        None => stored(connection, id)?.content,
    };
    Ok(compare::compare(&before, &after))
}

/// Keeps what is stored now as a version. Answers all versions.
pub(crate) fn keep_version(
    connection: &Connection,
    id: ReportId,
    name: Option<&str>,
) -> Result<Vec<Version>, Error> {
    let name = name.map(str::trim).filter(|name| !name.is_empty());
    if name.is_some_and(|name| name.chars().count() > LONGEST_NAME) {
        let message = format!("The name is longer than {LONGEST_NAME} characters; shorten it.");
        return Err(Error::Invalid(vec![Invalid { field: "version.name".to_owned(), message }]));
    }
    storage::versions::keep(connection, id, name)?;
    versions(connection, id)
}

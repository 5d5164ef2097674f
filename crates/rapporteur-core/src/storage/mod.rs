//! The library file: its schema, and every SQL statement of the product.
//!
//! Called by the operations of this crate through a connection or a transaction; a statement
//! lives in the file of the noun it is about. Deliberately absent: decisions.

pub(crate) mod additions;
pub(crate) mod attendances;
pub(crate) mod changes;
pub(crate) mod doubts;
pub(crate) mod exceptions;
pub(crate) mod identities;
pub(crate) mod originals;
pub(crate) mod people;
pub(crate) mod privacy;
pub(crate) mod reports;
pub(crate) mod schema;
pub(crate) mod search;
pub(crate) mod series;
pub(crate) mod settings;
pub(crate) mod templates;
pub(crate) mod versions;

use crate::Error;
use rusqlite::types::Type;

/// Reads an id or another parsed value out of a text column.
fn parsed<T>(row: &rusqlite::Row, column: &str) -> rusqlite::Result<T>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: String = row.get(column)?;
    text.parse().map_err(|error| unreadable(Box::new(error)))
}

/// As [`parsed`], for a column that may be empty.
fn parsed_option<T>(row: &rusqlite::Row, column: &str) -> rusqlite::Result<Option<T>>
where
    T: std::str::FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|error| unreadable(Box::new(error)))).transpose()
}

fn unreadable(error: Box<dyn std::error::Error + Send + Sync>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error)
}

/// JSON of a value of ours.
fn json(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(value)
        .map_err(|error| Error::Refused(format!("The content cannot be stored: {error}")))
}

/// A value of ours out of JSON.
fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text).map_err(|error| unreadable(Box::new(error)))
}

//! Series of meetings.

use crate::api::Series;
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::storage;
use rapporteur_document::model::{Invalid, SeriesId, TemplateId};
use rusqlite::Connection;

/// One series.
pub(crate) fn load(connection: &Connection, id: SeriesId) -> Result<Series, Error> {
    storage::series::load(connection, id)?
        .ok_or_else(|| Error::NotFound("This series is not in the library any more.".to_owned()))
}

/// A new series.
pub(crate) fn create(
    connection: &Connection,
    name: &str,
    template: TemplateId,
    clock: &dyn Clock,
) -> Result<Series, Error> {
    let name = name.trim();
    let invalid = |message: String| {
        Err(Error::Invalid(vec![Invalid { field: "series.name".to_owned(), message }]))
    };
    if name.is_empty() {
        return invalid("The series has no name; write one, such as WG-Strategy.".to_owned());
    }
    if storage::series::all(connection)?
        .iter()
        .any(|known| known.name.to_lowercase() == name.to_lowercase())
    {
        return invalid(format!("There is a series “{name}” already; choose another name."));
    }
    crate::templates::load(connection, template)?;
    let id = SeriesId(new_id(clock));
    storage::series::insert(connection, id, name, template, &stamp(clock))?;
    load(connection, id)
}

/// Gives the future reports of a series another template.
pub(crate) fn set_template(
    connection: &Connection,
    id: SeriesId,
    template: TemplateId,
) -> Result<Series, Error> {
    crate::templates::load(connection, template)?;
    storage::series::set_template(connection, id, template)?;
    load(connection, id)
}

/// Puts a series that meets no more aside, or takes it back.
pub(crate) fn set_archived(
    connection: &Connection,
    id: SeriesId,
    at: Option<&str>,
) -> Result<Series, Error> {
    storage::series::set_archived(connection, id, at)?;
    load(connection, id)
}

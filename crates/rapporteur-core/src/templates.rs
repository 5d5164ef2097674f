//! Templates in a library: versions that never change, and the ones that come with the program.

use crate::api::TemplateSummary;
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::storage;
use rapporteur_document::model::TemplateId;
use rapporteur_document::style::Template;
use rusqlite::Connection;

/// Keeps a template file: a new version of its name, unless this very file is there already.
///
/// # Errors
/// [`Error::Document`] for a file that cannot be used.
pub(crate) fn keep(
    connection: &Connection,
    file: &str,
    built_in: bool,
    clock: &dyn Clock,
) -> Result<TemplateSummary, Error> {
    let template = Template::parse(file)?;
    if let Some(known) = storage::templates::with_file(connection, file)? {
        return Ok(known);
    }
    let newest = storage::templates::newest(connection)?;
    let version = newest
        .iter()
        .find(|known| known.name == template.name)
        .map_or(1, |known| known.version + 1);
    let kept =
        TemplateSummary { id: TemplateId(new_id(clock)), name: template.name, version, built_in };
    storage::templates::insert(connection, &kept, file, &stamp(clock))?;
    Ok(kept)
}

/// Keeps the present wording of the built-in templates.
pub(crate) fn keep_built_in(connection: &Connection, clock: &dyn Clock) -> Result<(), Error> {
    for file in Template::built_in() {
        keep(connection, file, true, clock)?;
    }
    Ok(())
}

/// One version.
///
/// # Errors
/// [`Error::NotFound`] where the library has no such version.
pub(crate) fn load(connection: &Connection, id: TemplateId) -> Result<Template, Error> {
    Ok(Template::parse(&file(connection, id)?)?)
}

/// The file of one version, as it was imported.
pub(crate) fn file(connection: &Connection, id: TemplateId) -> Result<String, Error> {
    storage::templates::file(connection, id)?.ok_or_else(|| {
        Error::NotFound("This template is not in the library; choose another one.".to_owned())
    })
}

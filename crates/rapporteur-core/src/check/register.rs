//! What the users of a library add to the register of terms and wordings, for all reports or for a
//! series; kept as the TOML file it can be written to.

use crate::error::Error;
use crate::storage;
use rapporteur_document::check::{Register, RegisterFile};
use rapporteur_document::model::SeriesId;
use rusqlite::Connection;
use std::sync::LazyLock;

/// The register that comes along, without what users add to it.
pub(crate) static BUILT_IN: LazyLock<Register> = LazyLock::new(Register::built_in);

/// The setting that holds it; that of a series has the series' id after a full stop.
fn setting(series: Option<SeriesId>) -> String {
    series.map_or("register".to_owned(), |series| format!("register.{series}"))
}

/// What was added.
pub(crate) fn load(
    connection: &Connection,
    series: Option<SeriesId>,
) -> Result<RegisterFile, Error> {
    let file = storage::settings::get(connection, &setting(series))?;
    Ok(file.map(|file| RegisterFile::parse(&file)).transpose()?.unwrap_or_default())
}

/// Stores it and gives back what was stored before.
pub(crate) fn save(
    connection: &Connection,
    series: Option<SeriesId>,
    register: &RegisterFile,
) -> Result<RegisterFile, Error> {
    let before = load(connection, series).unwrap_or_default();
    let file = Some(register.to_toml()?).filter(|file| !file.trim().is_empty());
    storage::settings::set(connection, &setting(series), file.as_deref())?;
    Ok(before)
}

/// Stores what a file holds instead.
pub(crate) fn import(
    connection: &Connection,
    series: Option<SeriesId>,
    file: &str,
) -> Result<RegisterFile, Error> {
    let register = RegisterFile::parse(file)?;
    save(connection, series, &register)?;
    Ok(register)
}

/// The files of what the users of this library add, the one for all reports first: a series has
/// the last word.
pub(super) fn files(
    connection: &Connection,
    series: Option<SeriesId>,
) -> Result<Vec<String>, Error> {
    let mut files = Vec::new();
    for place in [None].into_iter().chain(series.map(Some)) {
        files.extend(storage::settings::get(connection, &setting(place))?);
    }
    Ok(files)
}

/// The built-in register with what these files add.
pub(super) fn whole(files: &[String]) -> Result<Register, Error> {
    let mut register = BUILT_IN.clone();
    for file in files {
        register = register.with(Register::parse(file)?);
    }
    Ok(register)
}

//! Templates and logos into the library, from files.

use crate::api::TemplateSummary;
use crate::clock::Clock;
use crate::error::Error;
use crate::library::Library;
use crate::templates;
use rapporteur_document::style::Logo;
use std::io::Read;
use std::path::Path;

/// Reads a template file and keeps it.
pub(crate) fn import_template(
    library: &mut Library,
    path: &str,
    clock: &dyn Clock,
) -> Result<TemplateSummary, Error> {
    let path = Path::new(path);
    let file = std::fs::read(path).map_err(|error| Error::file(path, "read", &error))?;
    let file = String::from_utf8(file).map_err(|_| {
        refused(path, "it is not a text file; choose a template file (.toml)".to_owned())
    })?;
    library.write(|db| templates::keep(db, &file, false, clock)).map_err(|error| match error {
        Error::Document(error) => refused(path, error.to_string()),
        other => other,
    })
}

/// Reads a picture as a logo.
pub(crate) fn read_logo(path: &Path) -> Result<Logo, Error> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(Logo::LARGEST as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| Error::file(path, "read", &error))?;
    Logo::read(&bytes).map_err(|reason| refused(path, reason))
}

fn refused(path: &Path, reason: String) -> Error {
    Error::File { path: path.to_owned(), verb: "read", reason }
}

//! What may be asked about templates: kept, changed, drawn by, carried from place to place.

use super::Response;
use crate::clock::Clock;
use crate::error::Error;
use crate::library::Library;
use crate::{exchange, storage, templates};
use rapporteur_document::model::{Report, TemplateId};
use rapporteur_document::style::Template;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// One request about templates; in JSON like every other request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "request", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
pub enum TemplateRequest {
    /// The newest version of every template. Answers `Vec<TemplateSummary>`.
    ListTemplates,
    /// One version of a template. Answers `Template`.
    LoadTemplate {
        /// Which.
        template: TemplateId,
    },
    /// What a form for templates offers. Answers `TemplateChoices`.
    ListTemplateChoices,
    /// Everything that is wrong with a template; stores nothing. Answers `Vec<Invalid>`.
    CheckTemplate {
        /// The template as it is in the form.
        content: Box<Template>,
    },
    /// Stores a changed template as a new version; reports keep the one they were made with, and
    /// series go on with the new one. Answers `TemplateSummary`.
    SaveTemplate {
        /// The version the change was made on; refused if it is not the newest any more.
        base: TemplateId,
        /// The whole template; another name renames it.
        content: Box<Template>,
    },
    /// A new template that begins as another one. Answers `TemplateSummary`.
    DuplicateTemplate {
        /// Which to begin from.
        template: TemplateId,
        /// The name of the new one.
        name: String,
    },
    /// Stores what came with the program as the newest version. Answers `TemplateSummary`.
    RestoreTemplate {
        /// Which.
        template: TemplateId,
    },
    /// Takes a template that no series uses off the list. Answers `Vec<TemplateSummary>`.
    DeleteTemplate {
        /// Which.
        template: TemplateId,
    },
    /// The PDF of a report by a template that need not be stored. Answers bytes, not JSON.
    PreviewTemplate {
        /// The report, stored or not.
        content: Box<Report>,
        /// The template as it is in the form.
        template: Box<Template>,
    },
    /// Reads a PNG or JPEG file as a logo; stores nothing. Answers `Logo`.
    ReadLogo {
        /// The file.
        path: String,
    },
    /// Reads a template file and keeps it. Answers `TemplateSummary`.
    ImportTemplate {
        /// The file.
        path: String,
    },
    /// Writes a template to a file. Answers `Exported`.
    ExportTemplate {
        /// Which.
        template: TemplateId,
        /// Where.
        path: String,
    },
}

pub(super) fn answer(
    library: &mut Library,
    clock: &dyn Clock,
    request: TemplateRequest,
) -> Result<Response, Error> {
    let db = library.connection();
    Ok(match request {
        TemplateRequest::ListTemplates => Response::Templates(storage::templates::newest(db)?),
        TemplateRequest::LoadTemplate { template } => {
            Response::Template(Box::new(templates::load(db, template)?))
        }
        TemplateRequest::ListTemplateChoices => Response::TemplateChoices(templates::choices()),
        TemplateRequest::CheckTemplate { content } => Response::Problems(content.problems()),
        TemplateRequest::SaveTemplate { base, content } => Response::TemplateSummary(
            library.write(|db| templates::save(db, base, &content, clock))?,
        ),
        TemplateRequest::DuplicateTemplate { template, name } => Response::TemplateSummary(
            library.write(|db| templates::duplicate(db, template, &name, clock))?,
        ),
        TemplateRequest::RestoreTemplate { template } => {
            Response::TemplateSummary(library.write(|db| templates::restore(db, template, clock))?)
        }
        TemplateRequest::DeleteTemplate { template } => {
            Response::Templates(library.write(|db| templates::delete(db, template, clock))?)
        }
        TemplateRequest::PreviewTemplate { content, template } => {
            Response::Bytes(exchange::preview(library, &content, &template)?)
        }
        TemplateRequest::ReadLogo { path } => {
            Response::Logo(Box::new(exchange::read_logo(Path::new(&path))?))
        }
        TemplateRequest::ImportTemplate { path } => {
            Response::TemplateSummary(exchange::import_template(library, &path, clock)?)
        }
        TemplateRequest::ExportTemplate { template, path } => {
            Response::Exported(exchange::export_template(library, template, &path)?)
        }
    })
}

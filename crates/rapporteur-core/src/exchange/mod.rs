//! Import and export: the only place where paper meets disk.

mod export;
mod import;
mod list;
mod pictures;
mod place;
mod template;

pub(crate) use export::{export_findings, export_report, export_template, export_text, preview};
pub(crate) use import::{import, manuscript, read, read_text, series_of};
pub(crate) use list::{export_people, read_list};
pub(crate) use pictures::read_pictures;
pub(crate) use template::{import_template, read_logo};

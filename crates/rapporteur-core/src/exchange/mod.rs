//! Import and export: the only place where paper meets disk.

mod export;
mod import;
mod place;

pub(crate) use export::{export_report, export_template, preview};
pub(crate) use import::{import, manuscript, read, read_text, series_of};

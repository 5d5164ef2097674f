//! Import and export: the only place where paper meets disk.

mod export;
mod files;
mod import;
mod list;
mod person;
mod pictures;
mod place;
mod template;

pub(crate) use export::{
    export_findings, export_report, export_template, export_text, preview, write_file,
};
pub(crate) use files::find as find_files;
pub(crate) use import::{
    Incoming, import, import_pictures, manuscript, read, read_text, series_of,
};
pub(crate) use list::{export_people, read_list};
pub(crate) use person::{export_person, save_picture};
pub(crate) use pictures::{incoming as read_pictures, stop as stop_pictures};
pub(crate) use template::{import_template, read_logo};

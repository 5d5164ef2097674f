//! Reports and templates out of the library.

use super::place::{file_at, write_whole};
use crate::api::{ExportFormat, Exported};
use crate::error::Error;
use crate::library::Library;
use crate::{check, reports, templates};
use rapporteur_document::model::{Report, ReportId, TemplateId};
use rapporteur_document::style::{self, Printed, Template};
use rapporteur_document::write::{self, Written, pdf::Fonts};
use std::path::{Path, PathBuf};

/// Writes a stored report to a file.
pub(crate) fn export_report(
    library: &Library,
    report: ReportId,
    format: ExportFormat,
    path: &str,
) -> Result<Exported, Error> {
    let stored = reports::stored(library.connection(), report)?;
    let template = templates::load(library.connection(), stored.template)?;
    let printed = style::print(&stored.content, &template)?;
    let path = file_at(path, &format!("{}.{}", printed.file_name, format.extension()));
    let written = write(library, &printed, format)?;
    exported(&path, written.bytes, printed.warnings.into_iter().chain(written.warnings).collect())
}

/// Writes what is open in a stored report to a file.
pub(crate) fn export_findings(
    library: &Library,
    report: ReportId,
    format: ExportFormat,
    path: &str,
) -> Result<Exported, Error> {
    let connection = library.connection();
    let stored = reports::stored(connection, report)?;
    let template = templates::load(connection, stored.template)?;
    let review = check::stored(connection, report)?;
    let pages = style::print(&stored.content, &template)?;
    let printed = check::listing::printed(&review, &stored.content, pages);
    let path = file_at(path, &format!("{}.{}", printed.file_name, format.extension()));
    let written = write(library, &printed, format)?;
    exported(&path, written.bytes, written.warnings)
}

/// Writes a text to a file; a folder takes the name.
pub(crate) fn export_text(path: &str, name: &str, text: String) -> Result<Exported, Error> {
    exported(&file_at(path, name), text.into_bytes(), vec![])
}

/// Writes a template to a file, with its comments.
pub(crate) fn export_template(
    library: &Library,
    template: TemplateId,
    path: &str,
) -> Result<Exported, Error> {
    let file = templates::file(library.connection(), template)?;
    let name = Template::parse(&file)?.name.replace(['/', '\\', ' '], "-");
    exported(&file_at(path, &format!("{name}.toml")), file.into_bytes(), vec![])
}

/// The PDF of a report by a template; neither need be stored.
pub(crate) fn preview(
    library: &Library,
    content: &Report,
    template: &Template,
) -> Result<Vec<u8>, Error> {
    let printed = style::print(content, template)?;
    Ok(write(library, &printed, ExportFormat::Pdf)?.bytes)
}

/// Writes bytes as they are to a file; a folder takes the name.
pub(crate) fn write_file(path: &str, name: &str, bytes: Vec<u8>) -> Result<Exported, Error> {
    exported(&file_at(path, name), bytes, vec![])
}

pub(super) fn exported(
    path: &Path,
    bytes: Vec<u8>,
    warnings: Vec<style::Warning>,
) -> Result<Exported, Error> {
    write_whole(path, &bytes)?;
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    Ok(Exported { path: path.to_string_lossy().into_owned(), bytes: bytes.len() as u64, warnings })
}

fn write(library: &Library, printed: &Printed, format: ExportFormat) -> Result<Written, Error> {
    Ok(match format {
        ExportFormat::Docx => write::docx::write(printed)?,
        ExportFormat::Txt => write::text::write(printed),
        ExportFormat::Md => write::markdown::write(printed),
        ExportFormat::Pdf => write_pdf(library.fonts(), printed)?,
    })
}

/// With our own fonts; where they lack characters, once more with a font found on this machine.
fn write_pdf(fonts: &Fonts, printed: &Printed) -> Result<Written, Error> {
    let written = write::pdf::write(printed, fonts)?;
    if written.warnings.iter().all(|warning| warning.field != "font") {
        return Ok(written);
    }
    for font in fonts_on_this_machine() {
        let Ok(bytes) = std::fs::read(&font) else { continue };
        let Ok(wider) = fonts.clone().with_fallback(bytes) else { continue };
        let again = write::pdf::write(printed, &wider)?;
        if again.warnings.len() < written.warnings.len() {
            return Ok(again);
        }
    }
    Ok(written)
}

/// Fonts with the scripts ours lack, where the platforms keep them; those that exist.
fn fonts_on_this_machine() -> Vec<PathBuf> {
    const PLACES: [&str; 8] = [
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/System/Library/Fonts/PingFang.ttc",
        "/System/Library/Fonts/Hiragino Sans GB.ttc",
        "C:\\Windows\\Fonts\\msyh.ttc",
        "C:\\Windows\\Fonts\\simsun.ttc",
    ];
    PLACES.iter().map(PathBuf::from).filter(|place| place.is_file()).collect()
}

impl ExportFormat {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            ExportFormat::Docx => "docx",
            ExportFormat::Pdf => "pdf",
            ExportFormat::Txt => "txt",
            ExportFormat::Md => "md",
        }
    }
}

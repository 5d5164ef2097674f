//! The system's file dialogs.
//!
//! Called by `bridge`. Deliberately absent: reading or writing the files; the core does that.

use std::path::PathBuf;

use serde::Deserialize;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::window;

/// What the user is to choose.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilesKind {
    /// Prior reports, several at once.
    Reports,
    /// A folder with prior reports.
    Folder,
    /// One template file.
    Template,
    /// One picture.
    Logo,
    /// One library file.
    Library,
    /// One transcript or chat log.
    Transcript,
    /// One list of people.
    List,
    /// One register of terms.
    Register,
}

/// What is going to be written.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SaveKind {
    /// A report as Office Open XML.
    Docx,
    /// A report as PDF.
    Pdf,
    /// A report as plain text.
    Txt,
    /// A report as Markdown.
    Md,
    /// A template.
    Template,
    /// A copy of the library.
    Library,
    /// What is held on a person, for programs.
    Json,
    /// A picture that can be made larger.
    Svg,
    /// A picture.
    Png,
    /// A table or a list of people as comma-separated values.
    Csv,
    /// A list of people as a workbook.
    Xlsx,
    /// A list of people as vCards.
    Vcf,
    /// The file a report was imported from, under its own name.
    Original,
    /// A register of terms.
    Register,
}

/// The extension of library files.
const LIBRARY: &str = "rapporteur";

/// Asks for files to read; empty when the user cancels.
pub async fn choose_files<R: Runtime>(app: &AppHandle<R>, kind: FilesKind) -> Vec<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(folder) = rehearsal() {
        let choose = folder.join("choose");
        return if matches!(kind, FilesKind::Folder) { vec![choose] } else { files_in(&choose) };
    }
    let dialog = dialog(app);
    match kind {
        FilesKind::Reports => {
            let dialog = dialog
                .set_title("Import prior reports")
                .add_filter("Reports", rapporteur_document::read::ENDINGS)
                .add_filter("All files", &["*"]);
            answer(|done| dialog.pick_files(done)).await.map(paths).unwrap_or_default()
        }
        FilesKind::Folder => {
            let dialog = dialog.set_title("Import a folder of prior reports");
            answer(|done| dialog.pick_folder(done)).await.map(one).unwrap_or_default()
        }
        FilesKind::Template => {
            let dialog = dialog.set_title("Import a template").add_filter("Templates", &["toml"]);
            answer(|done| dialog.pick_file(done)).await.map(one).unwrap_or_default()
        }
        FilesKind::Register => {
            let dialog = dialog.set_title("Import terms").add_filter("Terms", &["toml"]);
            answer(|done| dialog.pick_file(done)).await.map(one).unwrap_or_default()
        }
        FilesKind::Transcript => {
            let dialog = dialog
                .set_title("Open a transcript or chat log")
                .add_filter("Transcripts", &["vtt", "srt", "sbv", "txt"])
                .add_filter("All files", &["*"]);
            answer(|done| dialog.pick_file(done)).await.map(one).unwrap_or_default()
        }
        FilesKind::List => {
            let dialog = dialog
                .set_title("Add participants from a list")
                .add_filter("Lists", rapporteur_document::read::LIST_ENDINGS)
                .add_filter("All files", &["*"]);
            answer(|done| dialog.pick_file(done)).await.map(one).unwrap_or_default()
        }
        FilesKind::Logo => {
            let dialog =
                dialog.set_title("Choose a logo").add_filter("Pictures", &["png", "jpg", "jpeg"]);
            answer(|done| dialog.pick_file(done)).await.map(one).unwrap_or_default()
        }
        FilesKind::Library => {
            let dialog = dialog
                .set_title("Open a library")
                .add_filter("Libraries", &[LIBRARY, "db", "sqlite"])
                .add_filter("All files", &["*"]);
            answer(|done| dialog.pick_file(done)).await.map(one).unwrap_or_default()
        }
    }
}

/// Asks where to write a file; none when the user cancels.
pub async fn choose_save_path<R: Runtime>(
    app: &AppHandle<R>,
    suggested: &str,
    kind: SaveKind,
) -> Option<PathBuf> {
    #[cfg(debug_assertions)]
    if let Some(folder) = rehearsal() {
        return Some(folder.join(suggested));
    }
    let (title, filter, extension) = match kind {
        SaveKind::Docx => ("Export as DOCX", "Word documents", "docx"),
        SaveKind::Pdf => ("Export as PDF", "PDF documents", "pdf"),
        SaveKind::Txt => ("Export as plain text", "Plain text", "txt"),
        SaveKind::Md => ("Export as Markdown", "Markdown", "md"),
        SaveKind::Template => ("Export the template", "Templates", "toml"),
        SaveKind::Register => ("Export the terms", "Terms", "toml"),
        SaveKind::Library => ("Back up the library", "Libraries", LIBRARY),
        SaveKind::Json => ("Export everything held", "JSON", "json"),
        SaveKind::Svg => ("Save the picture", "SVG pictures", "svg"),
        SaveKind::Png => ("Save the picture", "PNG pictures", "png"),
        SaveKind::Csv => ("Save as a table", "Comma-separated values", "csv"),
        SaveKind::Xlsx => ("Save the list", "Excel workbooks", "xlsx"),
        SaveKind::Vcf => ("Save the list", "vCards", "vcf"),
        SaveKind::Original => ("Save a copy of the original", "All files", "*"),
    };
    let dialog =
        dialog(app).set_title(title).set_file_name(suggested).add_filter(filter, &[extension]);
    let path =
        answer(|done| dialog.save_file(done)).await.and_then(|path| path.into_path().ok())?;
    // GTK does not add the extension that the user leaves out.
    let complete = path.extension().is_some() || extension == "*";
    Some(if complete { path } else { path.with_extension(extension) })
}

fn dialog<R: Runtime>(app: &AppHandle<R>) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file();
    match window::in_front(app) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Waits for a dialog without holding a thread.
async fn answer<T: Send + 'static>(
    show: impl FnOnce(Box<dyn FnOnce(Option<T>) + Send>),
) -> Option<T> {
    let (send, receive) = tauri::async_runtime::channel(1);
    show(Box::new(move |answer| {
        // Nobody listens any more once the window is gone.
        let _ = send.try_send(answer);
    }));
    let mut receive = receive;
    receive.recv().await.flatten()
}

fn paths(chosen: Vec<FilePath>) -> Vec<PathBuf> {
    chosen.into_iter().filter_map(|path| path.into_path().ok()).collect()
}

fn one(chosen: FilePath) -> Vec<PathBuf> {
    paths(vec![chosen])
}

/// The folder that answers the dialogs in the window journeys, which cannot reach the system's
/// dialogs: what is saved goes there, and what is chosen are the files of `choose` inside.
#[cfg(debug_assertions)]
fn rehearsal() -> Option<PathBuf> {
    std::env::var_os("RAPPORTEUR_REHEARSAL").map(PathBuf::from)
}

#[cfg(debug_assertions)]
fn files_in(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    files.sort();
    files
}

//! What passes between the page and the shell. This file is the whole list.
//!
//! **Commands**, which the page calls with `invoke`. A refused one rejects with a `Refusal`.
//!
//! | command | arguments | answers |
//! |---|---|---|
//! | `open_library` | `path` or null: the one named at the start, else the user's own | `LibraryDescription` |
//! | `request` | `request`: a `Request`, any but the previews | what the request says it answers |
//! | `preview` | `content`, `template` | the bytes of the PDF (an `ArrayBuffer`) |
//! | `preview_template` | `content`, `template`: a whole `Template` | the same, by a template that need not be stored |
//! | `choose_files` | `kind`: `reports`, `folder`, `template`, `logo`, `library` | the paths; none when cancelled |
//! | `choose_save_path` | `suggested`: a file name, `kind`: `docx`, `pdf`, `txt`, `md`, `template`, `library`, `original` | the path; null when cancelled |
//! | `original` | `report` | the bytes of the file it was imported from (an `ArrayBuffer`) |
//! | `open_original` | `report` | nothing; the system's program shows a copy that cannot be written |
//! | `font_file` | `typeface`, `bold`, `italic` | the bytes of that font (an `ArrayBuffer`), as the PDF embeds it |
//! | `spelling_in` | `language` (BCP 47) | nothing; the web view checks spelling in it |
//! | `open_exported` | `path`: a file a request wrote since the start | nothing |
//! | `window_ready` | | nothing; the page is painted and hears its events |
//! | `open_window` | | nothing; another window on the same library |
//! | `show_report` | `report` or null: what the page is about to show | whether it may: false if another window shows it, which comes to the front |
//! | `do_command` | `command`: one of the shell's own in [`crate::menu`] | nothing |
//! | `close_window` | | nothing; all is stored, the window closes |
//! | `stay_open` | | nothing; the page asks the user something before it closes |
//!
//! **Events**, which the page hears with `listen`.
//!
//! | event | payload | what the page does |
//! |---|---|---|
//! | `menu` | `{ command }`, one of [`crate::menu::COMMANDS`] | as if the user had pressed its keys |
//! | `close-requested` | | stores what is not stored, then calls `close_window`, or `stay_open` if that failed; after three seconds of silence the window closes |
//! | `files-dropped` | `{ paths }` | offers to import them |
//! | `library-changed` | | reads its lists again: another window stored something |
//!
//! Called by `ui/src/host/`, the only part of the page that knows of Tauri.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use rapporteur_core::api::{
    LibraryDescription, Refusal, RefusalCode, Request, Response, TemplateRequest,
};
use rapporteur_document::model::{Report, ReportId, TemplateId};
use rapporteur_document::style::{Template, Typeface};
use rapporteur_document::write;
use tauri::ipc;
use tauri::{AppHandle, Manager, Runtime, State, WebviewWindow};

use crate::dialogs::{self, FilesKind, SaveKind};
use crate::library::OpenLibrary;
use crate::pages::Pages;
use crate::{menu, originals, spelling, window};

/// What the commands share while the application runs.
pub struct Shell {
    started: Instant,
    named_library: Option<PathBuf>,
    library: Arc<OpenLibrary>,
    exported: Mutex<HashSet<PathBuf>>,
    pages: Mutex<Pages>,
}

impl Shell {
    /// A shell without a library, which the page will ask for.
    pub fn new(started: Instant, named_library: Option<PathBuf>) -> Self {
        Self {
            started,
            named_library,
            library: Arc::default(),
            exported: Mutex::default(),
            pages: Mutex::default(),
        }
    }

    /// Runs what may take long off the window's thread, where a panic becomes a refusal.
    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&OpenLibrary) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let library = Arc::clone(&self.library);
        tauri::async_runtime::spawn_blocking(move || work(&library))
            .await
            .unwrap_or_else(|_| Err(mistake()))
    }

    /// What is known of the pages.
    pub fn pages(&self) -> MutexGuard<'_, Pages> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn exported(&self) -> MutexGuard<'_, HashSet<PathBuf>> {
        self.exported.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a panic is told as.
pub fn mistake() -> Refusal {
    refusal(
        RefusalCode::Internal,
        "Rapporteur made a mistake and did not do this. Your stored reports are safe; try again, or \
         close the window and open it again.",
    )
}

/// The commands, for Tauri.
pub fn commands<R: Runtime>() -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        request,
        preview,
        preview_template,
        font_file,
        spelling_in,
        open_library,
        choose_files,
        choose_save_path,
        original,
        open_original,
        open_exported,
        window_ready,
        open_window,
        show_report,
        do_command,
        close_window,
        stay_open
    ]
}

#[tauri::command]
async fn open_library<R: Runtime>(
    shell: State<'_, Shell>,
    window: WebviewWindow<R>,
    path: Option<PathBuf>,
) -> Result<LibraryDescription, Refusal> {
    if window.app_handle().webview_windows().len() > 1 {
        if path.is_some() {
            let message = "Another window is working on this library. Close it first, then open \
                           the other library.";
            return Err(refusal(RefusalCode::Library, message));
        }
        return shell.off_thread(|library| library.describe()).await;
    }
    let path = path.or_else(|| shell.named_library.clone());
    shell.off_thread(move |library| library.open(path)).await
}

#[tauri::command]
async fn request<R: Runtime>(
    shell: State<'_, Shell>,
    window: WebviewWindow<R>,
    request: Request,
) -> Result<Response, Refusal> {
    let changes = changes_lists(&request);
    let answer = shell.off_thread(move |library| library.handle(request)).await?;
    if changes {
        window::tell_others(&window, "library-changed");
    }
    if let Response::Exported(written) = &answer {
        shell.exported().insert(PathBuf::from(&written.path));
    }
    Ok(answer)
}

/// Whether other windows show lists that this may have changed.
fn changes_lists(request: &Request) -> bool {
    matches!(
        request,
        Request::CreateReport { .. }
            | Request::SaveReport { .. }
            | Request::DuplicateReport { .. }
            | Request::DeleteReport { .. }
            | Request::RestoreReport { .. }
            | Request::EraseReport { .. }
            | Request::EmptyBin
            | Request::ArchiveSeries { .. }
            | Request::UnarchiveSeries { .. }
            | Request::ImportReports { .. }
            | Request::ImportPictures { .. }
            | Request::AnswerDoubts { .. }
            | Request::TakeAsVersion { .. }
            | Request::CreateSeries { .. }
            | Request::MergePeople { .. }
            | Request::UndoMerge { .. }
            | Request::Template(TemplateRequest::SaveTemplate { .. })
            | Request::Template(TemplateRequest::DuplicateTemplate { .. })
            | Request::Template(TemplateRequest::RestoreTemplate { .. })
            | Request::Template(TemplateRequest::DeleteTemplate { .. })
            | Request::Template(TemplateRequest::ImportTemplate { .. })
            | Request::SetSeriesTemplate { .. }
            | Request::AddSampleData
    )
}

#[tauri::command]
async fn preview(
    shell: State<'_, Shell>,
    content: Report,
    template: TemplateId,
) -> Result<ipc::Response, Refusal> {
    let request = Request::Preview { content, template };
    pages(&shell, request).await
}

#[tauri::command]
async fn preview_template(
    shell: State<'_, Shell>,
    content: Box<Report>,
    template: Box<Template>,
) -> Result<ipc::Response, Refusal> {
    pages(&shell, Request::Template(TemplateRequest::PreviewTemplate { content, template })).await
}

/// The bytes of a PDF, past JSON.
async fn pages(shell: &Shell, request: Request) -> Result<ipc::Response, Refusal> {
    match shell.off_thread(move |library| library.handle(request)).await? {
        Response::Bytes(pdf) => Ok(ipc::Response::new(pdf)),
        _ => Err(refusal(RefusalCode::Internal, "There are no pages of this report.")),
    }
}

/// The page and the PDF are set in the same fonts; the program carries them once.
#[tauri::command]
async fn font_file(typeface: Typeface, bold: bool, italic: bool) -> ipc::Response {
    ipc::Response::new(write::pdf::font_file(typeface, bold, italic).to_vec())
}

#[tauri::command]
async fn spelling_in<R: Runtime>(
    window: WebviewWindow<R>,
    language: String,
) -> Result<(), Refusal> {
    spelling::check_in(&window, &language).map_err(internal)
}

#[tauri::command]
async fn original(shell: State<'_, Shell>, report: ReportId) -> Result<ipc::Response, Refusal> {
    pages(&shell, Request::LoadOriginalBytes { report }).await
}

#[tauri::command]
async fn open_original<R: Runtime>(
    shell: State<'_, Shell>,
    app: AppHandle<R>,
    report: ReportId,
) -> Result<(), Refusal> {
    let folder = app.path().app_cache_dir().map_err(internal)?.join("originals");
    shell.off_thread(move |library| originals::open(library, &folder, report)).await
}

#[tauri::command]
async fn choose_files<R: Runtime>(
    app: AppHandle<R>,
    kind: FilesKind,
) -> Result<Vec<PathBuf>, Refusal> {
    Ok(dialogs::choose_files(&app, kind).await)
}

#[tauri::command]
async fn choose_save_path<R: Runtime>(
    app: AppHandle<R>,
    suggested: String,
    kind: SaveKind,
) -> Result<Option<PathBuf>, Refusal> {
    Ok(dialogs::choose_save_path(&app, &suggested, kind).await)
}

#[tauri::command]
async fn open_exported(shell: State<'_, Shell>, path: PathBuf) -> Result<(), Refusal> {
    if !shell.exported().contains(&path) {
        let message = format!(
            "{} is not opened: Rapporteur opens only files it has just written. Open it from \
             your file manager.",
            path.display()
        );
        return Err(refusal(RefusalCode::File, message));
    }
    shell.off_thread(move |_| open_in_its_program(&path)).await
}

#[tauri::command]
fn window_ready<R: Runtime>(shell: State<'_, Shell>, window: WebviewWindow<R>) {
    window::ready(&shell, window.label(), shell.started);
}

#[tauri::command]
async fn open_window<R: Runtime>(app: AppHandle<R>) -> Result<(), Refusal> {
    window::open_another(&app).map_err(internal)
}

#[tauri::command]
async fn show_report<R: Runtime>(
    shell: State<'_, Shell>,
    window: WebviewWindow<R>,
    report: Option<ReportId>,
) -> Result<bool, Refusal> {
    let elsewhere = report.and_then(|report| shell.pages().elsewhere(window.label(), report));
    let other = elsewhere.and_then(|label| window.app_handle().get_webview_window(&label));
    let Some(other) = other else {
        shell.pages().shows(window.label(), report);
        return Ok(true);
    };
    other.unminimize().and_then(|()| other.set_focus()).map_err(internal)?;
    Ok(false)
}

#[tauri::command]
fn do_command<R: Runtime>(app: AppHandle<R>, command: String) {
    menu::chosen(&app, &command);
}

#[tauri::command]
async fn close_window<R: Runtime>(
    shell: State<'_, Shell>,
    window: WebviewWindow<R>,
) -> Result<(), Refusal> {
    if window.app_handle().webview_windows().len() == 1 {
        shell
            .off_thread(|library| {
                library.close();
                Ok(())
            })
            .await?;
    }
    window.destroy().map_err(internal)
}

#[tauri::command]
fn stay_open<R: Runtime>(shell: State<'_, Shell>, window: WebviewWindow<R>) {
    shell.pages().stays(window.label());
}

/// Has the system's program show a file.
pub fn open_in_its_program(path: &Path) -> Result<(), Refusal> {
    tauri_plugin_opener::open_path(path, None::<&str>).map_err(|error| {
        let message = format!(
            "{} is written, but no program opened it ({error}). Open it from your file manager.",
            path.display()
        );
        refusal(RefusalCode::File, message)
    })
}

fn internal(error: tauri::Error) -> Refusal {
    refusal(RefusalCode::Internal, format!("The window could not be changed: {error}."))
}

/// A refusal of the shell's own.
pub fn refusal(code: RefusalCode, message: impl Into<String>) -> Refusal {
    Refusal { code, message: message.into(), fields: Vec::new() }
}

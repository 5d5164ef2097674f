//! The one window: how it opens, what it remembers, how it closes without losing a word.
//!
//! Called by `lib`, `bridge` and `menu`.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, Runtime, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent,
};

use crate::bridge::Shell;

/// The name the capabilities know the window by.
pub const LABEL: &str = "main";

const SMALLEST: (f64, f64) = (1024.0, 640.0);
/// How long the page may take to store everything before the window closes without it.
const PATIENCE: Duration = Duration::from_secs(3);
const ZOOM: std::ops::RangeInclusive<f64> = 0.5..=3.0;

/// What is remembered of the window, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Placement {
    width: f64,
    height: f64,
    maximised: bool,
    zoom: f64,
}

impl Default for Placement {
    fn default() -> Self {
        Self { width: 1280.0, height: 800.0, maximised: false, zoom: 1.0 }
    }
}

/// The zoom the window has now; WebKit does not tell.
struct Zoom(Mutex<f64>);

/// Opens the window as it was left.
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let placement = recall(app);
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Rapporteur")
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .inner_size(placement.width.max(SMALLEST.0), placement.height.max(SMALLEST.1))
        .maximized(placement.maximised)
        // The page stays the page: a link in a report never takes the window anywhere.
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    app.manage(Zoom(Mutex::new(1.0)));
    set_zoom(&window, placement.zoom)?;
    let in_events = window.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { api, .. } => {
            remember(&in_events);
            if ask_page_to_store(&in_events) {
                api.prevent_close();
            }
        }
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let _ = in_events.emit("files-dropped", Dropped { paths });
        }
        _ => {}
    });
    Ok(())
}

/// The page is painted and hears its events. With `RAPPORTEUR_TIMING` set, says how long it took.
pub fn ready(shell: &Shell, started: Instant) {
    let first = !shell.page_listens.swap(true, Ordering::SeqCst);
    if first && std::env::var_os("RAPPORTEUR_TIMING").is_some() {
        eprintln!("window ready after {} ms", started.elapsed().as_millis());
    }
    // A page that was loaded anew cannot be the one that was asked to store.
    shell.closing.fetch_add(1, Ordering::SeqCst);
}

/// Changes the zoom by one of the commands of the menu.
pub fn zoom<R: Runtime>(window: &WebviewWindow<R>, command: &str) -> tauri::Result<()> {
    let now = current_zoom(window);
    set_zoom(
        window,
        match command {
            "zoom_in" => now + 0.1,
            "zoom_out" => now - 0.1,
            _ => 1.0,
        },
    )
}

#[derive(Clone, Serialize)]
struct Dropped<'a> {
    paths: &'a [PathBuf],
}

fn is_own_page(url: &Url) -> bool {
    // Windows serves the page under a host of its own; there is no server behind either.
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

/// Tells the page to store what is not stored. False when there is no page to tell.
fn ask_page_to_store<R: Runtime>(window: &WebviewWindow<R>) -> bool {
    let shell = window.state::<Shell>();
    if !shell.page_listens.load(Ordering::SeqCst) {
        return false;
    }
    if window.emit("close-requested", ()).is_err() {
        return false;
    }
    let attempt = shell.closing.fetch_add(1, Ordering::SeqCst) + 1;
    let window = window.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if window.state::<Shell>().closing.load(Ordering::SeqCst) == attempt {
            // It may be gone already, which is what is wanted.
            let _ = window.destroy();
        }
    });
    true
}

fn set_zoom<R: Runtime>(window: &WebviewWindow<R>, zoom: f64) -> tauri::Result<()> {
    let zoom = zoom.clamp(*ZOOM.start(), *ZOOM.end());
    *window.state::<Zoom>().0.lock().expect("no holder of this lock panics") = zoom;
    window.set_zoom(zoom)
}

fn current_zoom<R: Runtime>(window: &WebviewWindow<R>) -> f64 {
    *window.state::<Zoom>().0.lock().expect("no holder of this lock panics")
}

/// The placement is a comfort: a file that is missing or spoilt is as good as none.
fn recall<R: Runtime>(app: &AppHandle<R>) -> Placement {
    let read = || serde_json::from_slice(&std::fs::read(placement_file(app)?).ok()?).ok();
    read().unwrap_or_default()
}

fn remember<R: Runtime>(window: &WebviewWindow<R>) {
    let Some(file) = placement_file(window.app_handle()) else { return };
    let Ok(scale) = window.scale_factor() else { return };
    let Ok(size) = window.inner_size() else { return };
    let size = size.to_logical::<f64>(scale);
    let maximised = window.is_maximized().unwrap_or(false);
    let before = recall(window.app_handle());
    // The size of a maximised window is the screen's; what it had before is worth keeping.
    let (width, height) =
        if maximised { (before.width, before.height) } else { (size.width, size.height) };
    let placement = Placement { width, height, maximised, zoom: current_zoom(window) };
    if let (Some(folder), Ok(json)) = (file.parent(), serde_json::to_vec(&placement)) {
        let _ = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, json));
    }
}

fn placement_file<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    Some(app.path().app_config_dir().ok()?.join("window.json"))
}

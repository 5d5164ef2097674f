//! The windows: how they open, what is remembered, how they close without losing a word.
//!
//! The first window is called `main`; others, each on another report, `main-2` and so on.
//!
//! Called by `lib`, `bridge` and `menu`.

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{
    AppHandle, DragDropEvent, Emitter, EventTarget, Manager, Runtime, Url, WebviewUrl,
    WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::bridge::Shell;
use crate::wheel;

/// The name of the first window. Others go on from it: `main-2`. The capabilities name both.
const LABEL: &str = "main";

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

/// Opens the first window as it was left.
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    app.manage(Zoom(Mutex::new(1.0)));
    build(app, LABEL)
}

/// Opens another window on the same library.
pub fn open_another<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let taken = app.webview_windows();
    let free = (2..).map(|number| format!("{LABEL}-{number}"));
    let label = free.into_iter().find(|label| !taken.contains_key(label));
    build(app, &label.expect("there are more numbers than windows"))
}

/// The window a choice in the menu is meant for: the one with the focus, else the one that had
/// it last.
pub fn in_front<R: Runtime>(app: &AppHandle<R>) -> Option<WebviewWindow<R>> {
    let windows = app.webview_windows();
    let focused = windows.values().find(|window| window.is_focused().unwrap_or(false));
    let last = app.state::<Shell>().pages().last_focused();
    focused.or_else(|| windows.get(&last)).or_else(|| windows.values().next()).cloned()
}

fn build<R: Runtime>(app: &AppHandle<R>, label: &str) -> tauri::Result<()> {
    let placement = recall(app);
    let window = WebviewWindowBuilder::new(app, label, WebviewUrl::default())
        .title("Rapporteur")
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .inner_size(placement.width.max(SMALLEST.0), placement.height.max(SMALLEST.1))
        .maximized(placement.maximised)
        // The page stays the page: a link in a report never takes the window anywhere.
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // Before its page is there, WebKit takes no zoom: the window would stay empty for ever.
        .on_page_load(move |window, load| {
            if load.event() == PageLoadEvent::Finished {
                let _ = set_zoom(&window, placement.zoom);
            }
        })
        .build()?;
    show_as_a_document(&window)?;
    wheel::zoom_with_ctrl(&window)?;
    let in_events = window.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { api, .. } => {
            remember(&in_events);
            if ask_page_to_store(&in_events) {
                api.prevent_close();
            }
        }
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let _ = tell(&in_events, "files-dropped", Dropped { paths });
        }
        WindowEvent::Focused(true) => {
            in_events.state::<Shell>().pages().focused(in_events.label());
        }
        WindowEvent::Destroyed => in_events.state::<Shell>().pages().gone(in_events.label()),
        _ => {}
    });
    Ok(())
}

/// WebKit need not look for ways to hand pictures from a graphics card to the window, as it is told
/// in [`show_as_a_document`] to use none: that takes 14 MB less, and only so does WebKit 2.50 hear the
/// wheel. Nor does this process need OpenGL, which GTK and WebKit would load to ask what it can do:
/// Mesa's takes 19 MB. Whoever sets the first variable is heeded.
#[cfg(target_os = "linux")]
pub fn draw_without_a_graphics_card() {
    use gtk::glib::{setenv, unsetenv};
    // Setting a variable can only fail for a name that holds a `=`.
    let _ = setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none_or(|value| value == "0") {
        return;
    }
    let _ = setenv("GDK_GL", "disable", false);
    // Read once, when EGL is asked for the first time. WebKit's own processes, which do not start
    // without OpenGL, find it as they would.
    const MAKERS: &str = "__EGL_VENDOR_LIBRARY_FILENAMES";
    if std::env::var_os(MAKERS).is_none() {
        let _ = setenv(MAKERS, "/dev/null", false);
        // What it answers is nothing; that it was asked is all that is wanted.
        let _ = khronos_egl::API.query_string(None, khronos_egl::EXTENSIONS);
        unsetenv(MAKERS);
    }
}

/// Only WebKit for GTK is told by a variable.
#[cfg(not(target_os = "linux"))]
pub fn draw_without_a_graphics_card() {}

/// A page of text needs no graphics card: without it WebKit takes about 100 MB less for each
/// window, opens sooner, and draws the same on laptops whose driver is poor. Nor does it need to
/// remember pages it showed before: there are none.
#[cfg(target_os = "linux")]
fn show_as_a_document<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{CacheModel, HardwareAccelerationPolicy};
    use webkit2gtk::{SettingsExt, WebContextExt, WebViewExt};
    window.with_webview(|page| {
        if let Some(context) = page.inner().context() {
            context.set_cache_model(CacheModel::DocumentViewer);
        }
        if let Some(settings) = page.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

#[cfg(not(target_os = "linux"))]
fn show_as_a_document<R: Runtime>(_: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}

/// The page is painted and hears its events. With `RAPPORTEUR_TIMING` set, says so, and how long
/// the first one took.
pub fn ready(shell: &Shell, label: &str, started: Instant) {
    let first = shell.pages().listens(label);
    if !first || std::env::var_os("RAPPORTEUR_TIMING").is_none() {
        return;
    }
    if label == LABEL {
        eprintln!("window ready after {} ms", started.elapsed().as_millis());
    } else {
        eprintln!("another window ready: {label}");
    }
}

/// Tells the page of one window something; other windows do not hear it.
pub fn tell<R: Runtime>(
    window: &WebviewWindow<R>,
    event: &str,
    payload: impl Serialize + Clone,
) -> tauri::Result<()> {
    window.emit_to(EventTarget::webview_window(window.label()), event, payload)
}

/// Tells the pages of all windows but one.
pub fn tell_others<R: Runtime>(window: &WebviewWindow<R>, event: &str) {
    for other in window.app_handle().webview_windows().values() {
        if other.label() != window.label() {
            // A window that is just closing need not hear it.
            let _ = tell(other, event, ());
        }
    }
}

/// Fills the screen, or gives it back.
pub fn toggle_full_screen<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    window.set_fullscreen(!window.is_fullscreen()?)
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
    let Some(attempt) = shell.pages().asked_to_close(window.label()) else { return false };
    if tell(window, "close-requested", ()).is_err() {
        return false;
    }
    let window = window.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if window.state::<Shell>().pages().still_closing(window.label(), attempt) {
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

//! Zooming with Ctrl and the wheel or the touchpad on Linux, as `window` does for its keys.
//!
//! Elsewhere the web view zooms by itself. Called by `window`.

use tauri::{Runtime, WebviewWindow};

#[cfg(target_os = "linux")]
pub use linux::zoom_with_ctrl;

/// Elsewhere there is nothing to hear.
#[cfg(not(target_os = "linux"))]
pub fn zoom_with_ctrl<R: Runtime>(_: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
mod linux {
    use super::{Runtime, WebviewWindow};
    use crate::window::zoom;
    use gtk::gdk::{EventScroll, ModifierType, ScrollDirection};
    use gtk::glib::Propagation;
    use gtk::prelude::*;
    use std::cell::Cell;

    /// Zooms by a step for every notch while Ctrl is held; else the page scrolls.
    pub fn zoom_with_ctrl<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
        let zoomed = window.clone();
        // Parts of a notch, as a touchpad tells them, wait for the rest of it.
        let waiting = Cell::new(0.0);
        window.with_webview(move |page| {
            page.inner().connect_scroll_event(move |_, event| {
                if !event.state().contains(ModifierType::CONTROL_MASK) {
                    return Propagation::Proceed;
                }
                waiting.set(waiting.get() + down(event));
                let by: f64 = waiting.get().trunc();
                waiting.set(waiting.get() - by);
                // A page that is just closing need not hear it.
                let _ = match by {
                    0.0 => Ok(()),
                    ..0.0 => zoom(&zoomed, "zoom_in"),
                    _ => zoom(&zoomed, "zoom_out"),
                };
                Propagation::Stop
            });
        })
    }

    /// How far the wheel was turned towards the user, in notches.
    fn down(event: &EventScroll) -> f64 {
        match event.direction() {
            ScrollDirection::Up => -1.0,
            ScrollDirection::Down => 1.0,
            ScrollDirection::Smooth => event.delta().1,
            _ => 0.0,
        }
    }
}

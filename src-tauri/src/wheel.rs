//! The wheel and the touchpad on Linux.
//!
//! Without the graphics card (`window::show_as_a_document`) WebKitGTK 2.50 takes the wheel and
//! scrolls nothing, nor does the page hear of it. So the window hears it first and tells the page
//! where it was turned and how far. With Ctrl it zooms, as `window` does for its keys. Elsewhere the
//! web view scrolls by itself.
//!
//! Called by `window`.

use tauri::{Runtime, WebviewWindow};

#[cfg(target_os = "linux")]
pub use linux::hear;

/// Elsewhere there is nothing to hear.
#[cfg(not(target_os = "linux"))]
pub fn hear<R: Runtime>(_: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
mod linux {
    use super::{Runtime, WebviewWindow};
    use crate::window::{tell, zoom};
    use gtk::gdk::{EventScroll, ModifierType, ScrollDirection};
    use gtk::glib::Propagation;
    use gtk::prelude::*;
    use serde::Serialize;
    use std::cell::Cell;

    /// Where the wheel was turned, in parts of the page's width and height, and how far, in notches.
    #[derive(Debug, Clone, Copy, PartialEq, Serialize)]
    struct Turn {
        x: f64,
        y: f64,
        right: f64,
        down: f64,
    }

    /// Tells the page of every turn of the wheel over it; with Ctrl it zooms.
    pub fn hear<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
        let told = window.clone();
        // Parts of a notch, as a touchpad tells them, wait for the rest of it.
        let waiting = Cell::new(0.0);
        window.with_webview(move |page| {
            page.inner().connect_scroll_event(move |view, event| {
                let size = (view.allocated_width(), view.allocated_height());
                let turn = turn(event, size);
                // A page that is just closing need not hear it.
                let _ = if event.state().contains(ModifierType::CONTROL_MASK) {
                    waiting.set(waiting.get() + turn.down);
                    let by: f64 = waiting.get().trunc();
                    waiting.set(waiting.get() - by);
                    match by {
                        0.0 => Ok(()),
                        ..0.0 => zoom(&told, "zoom_in"),
                        _ => zoom(&told, "zoom_out"),
                    }
                } else {
                    tell(&told, "wheel", turn)
                };
                Propagation::Stop
            });
        })
    }

    fn turn(event: &EventScroll, (width, height): (i32, i32)) -> Turn {
        let (right, down) = match event.direction() {
            ScrollDirection::Up => (0.0, -1.0),
            ScrollDirection::Down => (0.0, 1.0),
            ScrollDirection::Left => (-1.0, 0.0),
            ScrollDirection::Right => (1.0, 0.0),
            _ => event.delta(),
        };
        // With Shift a wheel that only knows up and down scrolls sideways.
        let sideways = event.state().contains(ModifierType::SHIFT_MASK) && right == 0.0;
        let (right, down) = if sideways { (down, 0.0) } else { (right, down) };
        let (x, y) = event.position();
        Turn { x: x / f64::from(width.max(1)), y: y / f64::from(height.max(1)), right, down }
    }
}

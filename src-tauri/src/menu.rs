//! The native menu.
//!
//! A choice becomes the event `menu` for the page, which does it; only quitting, the zoom and the
//! clipboard are done here. Keys of the editor (undo, copy, bold …) are not bound here: they
//! reach the page, which knows whether a text field or the report is meant.

use serde::Serialize;
use tauri::menu::{Menu, MenuBuilder, MenuItem, Submenu, SubmenuBuilder};
use tauri::{AppHandle, Manager, Runtime};

use crate::window;

/// What the page is asked to do: command, words in the menu, key.
type Entry = (&'static str, &'static str, Option<&'static str>);

/// The commands of the event `menu`.
pub const COMMANDS: &[Entry] = &[
    ("new_report", "New Report", Some("CmdOrCtrl+N")),
    ("open_library", "Open Another Library…", Some("CmdOrCtrl+O")),
    ("import", "Import Reports…", Some("CmdOrCtrl+Shift+O")),
    ("export_docx", "Export DOCX…", Some("CmdOrCtrl+E")),
    ("export_pdf", "Export PDF…", Some("CmdOrCtrl+Shift+E")),
    ("export_txt", "Export Plain Text…", None),
    ("export_md", "Export Markdown…", None),
    ("back_up", "Back Up the Library…", None),
    ("undo", "Undo", None),
    ("redo", "Redo", None),
    ("find", "Find in the Report", Some("CmdOrCtrl+F")),
    ("replace", "Find and Replace", Some("CmdOrCtrl+Shift+H")),
    ("palette", "All Commands", Some("CmdOrCtrl+K")),
    ("toggle_library", "Show or Hide the Library", None),
    ("toggle_inspector", "Show or Hide the Inspector", None),
    ("preview", "Show Preview", None),
    ("templates", "Templates…", None),
    ("shortcuts", "Keyboard Shortcuts", None),
    ("about", "About Rapporteur", None),
];

/// What the shell does itself.
const OWN: &[Entry] = &[
    ("quit", "Quit", Some("CmdOrCtrl+Q")),
    ("new_window", "New Window", Some("CmdOrCtrl+Shift+N")),
    ("full_screen", "Full Screen", Some("F11")),
    ("zoom_in", "Zoom In", Some("CmdOrCtrl+=")),
    ("zoom_out", "Zoom Out", Some("CmdOrCtrl+-")),
    ("zoom_reset", "Actual Size", Some("CmdOrCtrl+0")),
    ("Cut", "Cut", None),
    ("Copy", "Copy", None),
    ("Paste", "Paste", None),
    ("SelectAll", "Select All", None),
];

#[derive(Clone, Serialize)]
struct Chosen<'a> {
    command: &'a str,
}

/// Builds the menu.
pub fn build<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let file = submenu(
        app,
        "File",
        &[
            &["new_report", "new_window", "open_library"],
            &["import"],
            &["export_docx", "export_pdf", "export_txt", "export_md"],
            &["back_up"],
            &["quit"],
        ],
    )?;
    let edit = edit_menu(app)?;
    let view = submenu(
        app,
        "View",
        &[
            &["palette"],
            &["toggle_library", "toggle_inspector", "preview"],
            &["templates"],
            &["zoom_in", "zoom_out", "zoom_reset"],
            &["full_screen"],
        ],
    )?;
    let help = submenu(app, "Help", &[&["shortcuts", "about"]])?;
    let menu = MenuBuilder::new(app);
    // The first menu of a Mac belongs to the application itself.
    #[cfg(target_os = "macos")]
    let menu = menu.item(&SubmenuBuilder::new(app, "Rapporteur").hide().hide_others().build()?);
    menu.items(&[&file, &edit, &view, &help]).build()
}

/// Does what was chosen, or hands it to the page in front.
pub fn chosen<R: Runtime>(app: &AppHandle<R>, command: &str) {
    let Some(window) = window::in_front(app) else { return };
    let done = match command {
        "quit" => app.webview_windows().values().try_for_each(|window| window.close()),
        "zoom_in" | "zoom_out" | "zoom_reset" => window::zoom(&window, command),
        "Cut" | "Copy" | "Paste" | "SelectAll" => edit(&window, command),
        "full_screen" => window::toggle_full_screen(&window),
        "new_window" => window::open_another(app),
        command => window::tell(&window, "menu", Chosen { command }),
    };
    if let Err(error) = done {
        eprintln!("The menu command {command} was not done: {error}");
    }
}

fn submenu<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    groups: &[&[&str]],
) -> tauri::Result<Submenu<R>> {
    let mut menu = SubmenuBuilder::new(app, title);
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            menu = menu.separator();
        }
        for command in *group {
            menu = menu.item(&item(app, command)?);
        }
    }
    menu.build()
}

fn item<R: Runtime>(app: &AppHandle<R>, command: &str) -> tauri::Result<MenuItem<R>> {
    let (id, words, key) = COMMANDS
        .iter()
        .chain(OWN)
        .find(|(id, ..)| *id == command)
        .expect("every command of a menu is in one of the two tables");
    MenuItem::with_id(app, *id, words, true, *key)
}

/// Linux has no clipboard entries of its own; elsewhere the system's act on what has the focus.
#[cfg(target_os = "linux")]
fn edit_menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    let groups: &[&[&str]] =
        &[&["undo", "redo"], &["Cut", "Copy", "Paste", "SelectAll"], &["find", "replace"]];
    submenu(app, "Edit", groups)
}

#[cfg(not(target_os = "linux"))]
fn edit_menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    SubmenuBuilder::new(app, "Edit")
        .items(&[&item(app, "undo")?, &item(app, "redo")?])
        .separator()
        .cut()
        .copy()
        .paste()
        .select_all()
        .separator()
        .items(&[&item(app, "find")?, &item(app, "replace")?])
        .build()
}

/// Has WebKit cut, copy, paste or select as if the keys had been pressed.
#[cfg(target_os = "linux")]
fn edit<R: Runtime>(window: &tauri::WebviewWindow<R>, command: &str) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;
    let command = command.to_owned();
    window.with_webview(move |page| page.inner().execute_editing_command(&command))
}

#[cfg(not(target_os = "linux"))]
fn edit<R: Runtime>(_: &tauri::WebviewWindow<R>, _: &str) -> tauri::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_command_or_key_is_given_twice() {
        let entries: Vec<&Entry> = COMMANDS.iter().chain(OWN).collect();
        let commands: HashSet<&str> = entries.iter().map(|(id, ..)| *id).collect();
        assert_eq!(commands.len(), entries.len(), "a command is listed twice");
        let keys: Vec<&str> = entries.iter().filter_map(|(.., key)| *key).collect();
        let distinct: HashSet<&&str> = keys.iter().collect();
        assert_eq!(distinct.len(), keys.len(), "a key is bound twice: {keys:?}");
    }
    /// The page's list names every command once; the menu says the same words and keys.
    #[test]
    fn the_menu_and_the_page_have_one_list() {
        let page = include_str!("../../ui/src/commands.ts");
        for (id, words, key) in COMMANDS.iter().chain(OWN) {
            if matches!(*id, "Cut" | "Copy" | "Paste" | "SelectAll") {
                continue;
            }
            let line = page.lines().find(|line| line.contains(&format!("[\"{id}\", ")));
            let line =
                line.unwrap_or_else(|| panic!("{id} is not in ui/src/commands.ts")).to_lowercase();
            assert!(line.contains(&format!("\"{}\"", words.to_lowercase())), "{words}: {line}");
            if let Some(key) = key {
                let key = key.replace("CmdOrCtrl", "Ctrl").replace('+', " ").to_lowercase();
                assert!(line.contains(&format!("\"{key}\"")), "{key}: {line}");
            }
        }
    }
}

//! The shell: everything that needs a window, and nothing else.
//!
//! Starts the windows, hands their requests to the core, shows the system's menus and file
//! dialogs. Deliberately absent: any knowledge of reports, any SQL, any socket.

mod arguments;
mod bridge;
mod dialogs;
mod library;
mod menu;
mod originals;
mod pages;
mod spelling;
mod wheel;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Instant;

use arguments::Asked;
use bridge::Shell;

/// Runs the application until its last window is closed.
pub fn main(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let started = Instant::now();
    match arguments::read(arguments, std::env::var_os("RAPPORTEUR_LIBRARY")) {
        Asked::Window { library } => open_window(Shell::new(started, library)),
        Asked::Reader => rapporteur_core::reading::serve(),
        Asked::Help => {
            print!("{}", arguments::HELP);
            ExitCode::SUCCESS
        }
        Asked::Version => {
            println!("rapporteur {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        Asked::Misuse(message) => {
            eprintln!("{message}\n\n{}", arguments::HELP);
            ExitCode::from(2)
        }
    }
}

fn open_window(shell: Shell) -> ExitCode {
    window::draw_without_a_graphics_card();
    let run = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(shell)
        .invoke_handler(bridge::commands())
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .setup(|app| {
            let menu = menu::build(app.handle())?;
            app.set_menu(menu)?;
            window::open(app.handle())?;
            Ok(())
        })
        .run(tauri::generate_context!());
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Rapporteur cannot open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

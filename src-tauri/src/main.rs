//! Starts the application; everything else is in the library beside it.

// Without this, Windows opens a console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    rapporteur_shell::main(std::env::args_os().skip(1))
}

//! Tells Tauri where this layout keeps its capabilities, and which commands the shell has: a
//! command named here is refused to the window unless `capabilities/main.json` grants it.

/// Every command of `src/bridge.rs`.
const COMMANDS: &[&str] = &[
    "request",
    "preview",
    "open_library",
    "choose_files",
    "choose_save_path",
    "open_exported",
    "window_ready",
    "close_window",
    "stay_open",
];

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/*.json")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    tauri_build::try_build(attributes).expect("the Tauri configuration is part of this repository");
}

//! The benchmark: `cargo xtask bench`, or `cargo xtask bench -- export library` for some of it.
//!
//! Prints a table with each figure, what it is compared with in the same run, and its target.
//! Deliberately absent: failing on time. Machines differ; the comparison is what counts.

mod check;
mod editor;
mod figures;
mod import;
mod material;
mod measure;
mod memory;
mod others;
mod people;
mod product;
#[allow(dead_code, reason = "the journeys press keys of the system's keyboard, this does not")]
#[path = "../window/screen.rs"]
mod screen;
mod search;
mod window;

use measure::{Measured, Table};
use std::path::Path;
use std::process::ExitCode;

/// Measures one group of figures, in a folder of its own on the disk.
type Group = fn(&mut Table, &Path) -> Measured<()>;

/// The groups by the word that asks for one of them.
const GROUPS: &[(&str, Group)] = &[
    ("export", figures::export),
    ("preview", figures::preview),
    ("save", figures::save),
    ("check", check::check),
    ("read", figures::read),
    ("hostile", figures::hostile),
    ("import", import::import),
    ("library", figures::library),
    ("people", people::people),
    ("search", search::search),
    ("window", figures::window),
    ("editor", editor::editor),
    ("memory", memory::memory),
    ("package", figures::package),
];

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = wanted.iter().find(|word| GROUPS.iter().all(|(name, _)| name != word)) {
        let names: Vec<&str> = GROUPS.iter().map(|(name, _)| *name).collect();
        eprintln!("“{unknown}” is not measured; choose from: {}", names.join(", "));
        return ExitCode::from(2);
    }
    let mut table = Table::default();
    let mut code = ExitCode::SUCCESS;
    for (name, measure) in GROUPS {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| wanted == name) {
            continue;
        }
        eprintln!("Measuring: {name}");
        let done = folder().and_then(|folder| measure(&mut table, folder.path()));
        if let Err(absent) = done {
            eprintln!("Measuring {name} stopped: {absent}");
            code = ExitCode::FAILURE;
        }
    }
    println!("{table}");
    code
}

/// A folder beside the program: on the disk, where a folder for temporary files may be in memory.
fn folder() -> Measured<tempfile::TempDir> {
    let cannot = |error: std::io::Error| measure::Absent(format!("no folder to work in: {error}"));
    let program = std::env::current_exe().map_err(cannot)?;
    tempfile::tempdir_in(program.parent().unwrap_or(Path::new("."))).map_err(cannot)
}

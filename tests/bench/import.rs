//! A thousand earlier reports brought in at once, by the command line and its reading child.

use crate::figures::cannot;
use crate::material::{many_reports, template};
use crate::measure::{Absent, Measured, Table};
use crate::others::own_program;
use rapporteur_document::style::print;
use rapporteur_document::write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many files.
const FILES: u32 = 1000;

/// How often the memory is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A folder of DOCX files into an empty library: how long, and how much memory both processes
/// have at most.
pub fn import(table: &mut Table, folder: &Path) -> Measured<()> {
    let files = folder.join("reports");
    std::fs::create_dir_all(&files).map_err(cannot)?;
    let template = template();
    for (at, report) in many_reports(FILES).enumerate() {
        let printed = print(&report, &template).map_err(|error| Absent(error.to_string()))?;
        let docx = write::docx::write(&printed).map_err(|error| Absent(error.to_string()))?;
        std::fs::write(files.join(format!("{at}.docx")), docx.bytes).map_err(cannot)?;
    }
    let library = folder.join("library.rapporteur");
    drop(crate::product::Product::begin(&library)?);
    let mut importing = Command::new(own_program()?)
        .arg("--library")
        .arg(&library)
        .args(["import", "--series", rapporteur_core::sample::SERIES])
        .arg(&files)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(cannot)?;
    let begun = Instant::now();
    let mut most = 0;
    let status = loop {
        if let Some(status) = importing.try_wait().map_err(cannot)? {
            break status;
        }
        most = most.max(memory(importing.id()));
        std::thread::sleep(LOOK_EVERY);
    };
    let taken = if status.success() {
        Ok(begun.elapsed())
    } else {
        Err(Absent(format!("not every file was imported ({status})")))
    };
    table.within(&format!("Importing {FILES} DOCX reports"), &taken, Duration::from_secs(60));
    let most =
        if most > 0 { Ok(most) } else { Err(Absent("this system does not tell".to_owned())) };
    table.size("Memory of it, with the process that reads", &most, 300_000_000);
    Ok(())
}

/// The memory a process and its children have now, in bytes; 0 where the system does not say.
fn memory(process: u32) -> u64 {
    let own = |process: &str| -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = resident.and_then(|line| line.trim().strip_suffix(" kB"));
        kilobytes.and_then(|number| number.trim().parse::<u64>().ok()).unwrap_or(0) * 1024
    };
    let children = format!("/proc/{process}/task/{process}/children");
    let children = std::fs::read_to_string(children).unwrap_or_default();
    own(&process.to_string()) + children.split_whitespace().map(own).sum::<u64>()
}

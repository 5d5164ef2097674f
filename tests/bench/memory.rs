//! Memory of the application as a person has it: started by itself on the report it was left on.
//! No WebDriver takes part, as being driven takes memory of its own; keys come through the screen.

use crate::editor::{self, Reports};
use crate::measure::{Absent, Measured, Table};
use crate::product::Product;
use crate::window::Window;
use rapporteur_core::api::Request;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// What all processes may take together, in bytes.
const LIMIT: u64 = 350_000_000;
/// Until the report is shown, checked and its preview made, with time to spare.
const SETTLED: Duration = Duration::from_secs(6);
/// The words that are written, again and again.
const WORDS: &str = "The group agreed on the plan of the year. ";
const TIMES: usize = 12;

/// The window with a usual report, with a long one, and after writing in each.
pub fn memory(table: &mut Table, folder: &Path) -> Measured<()> {
    let file = folder.join("library.rapporteur");
    let (Reports { usual, long }, series) = editor::prepare(&file)?;
    let window = Window::new()?;
    for (report, what) in [(usual[0], "a usual report"), (long, "a report of over a hundred pages")]
    {
        let value = Some(report.to_string());
        let open = Request::SetSetting { name: "open_report".to_owned(), value };
        Product::resume(&file, series)?.done(open)?;
        let running = window.start(&file, folder)?;
        sleep(SETTLED);
        let opened = running.memory();
        write(&window);
        let written = running.memory();
        drop(running);
        table.size(&format!("Memory of all its processes with {what} open"), &opened, LIMIT);
        let arrived = Product::resume(&file, series)?.times_written(report, WORDS.trim())?;
        let written = if arrived == TIMES {
            written
        } else {
            Err(Absent(format!("{arrived} of {TIMES} sentences that were typed are in the report")))
        };
        table.size("The same after writing in it", &written, LIMIT);
    }
    Ok(())
}

/// Writes at the end of the text, and waits until it is stored and checked.
fn write(window: &Window) {
    let screen = window.screen();
    screen.click(600, 450);
    screen.press_here("ctrl+End");
    (0..TIMES).for_each(|_| screen.type_here(WORDS));
    sleep(SETTLED);
}

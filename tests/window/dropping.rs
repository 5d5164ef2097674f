//! Files dropped onto the window from another one, as from a file manager.

use crate::screen::Screen;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Drags files from a window of their own, at the top left of the screen, and lets them go at a
/// place.
///
/// # Panics
/// Where they are not let go within ten seconds.
pub fn drop_files(screen: &Screen, files: &[&Path], x: u32, y: u32) {
    let mut source = Command::new(env!("CARGO_BIN_EXE_dragged"))
        .args(files)
        .env("DISPLAY", screen.display())
        .env("NO_AT_BRIDGE", "1")
        .spawn()
        .expect("the window was built with the journeys");
    let until = Instant::now() + Duration::from_secs(10);
    sleep(Duration::from_secs(1));
    screen.drag([15, 15], [x, y]);
    while source.try_wait().expect("it is a child").is_none() {
        if Instant::now() > until {
            let _ = source.kill();
            panic!("nothing took the files");
        }
        sleep(Duration::from_millis(50));
    }
}

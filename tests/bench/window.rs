//! The built application: how long a person waits until the window can be used.
//!
//! From starting the program to its page being painted and hearing its events, which the
//! application says itself where `RAPPORTEUR_TIMING` is set. Measured on a screen of its own.

use crate::measure::{Absent, Measured};
use crate::screen::Screen;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long the window may take before there is no figure.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the application says when it can be used.
const READY: &str = "window ready";

/// An application that can be started, and the screen to start it on.
pub struct Window {
    application: OsString,
    screen: Screen,
}

impl Window {
    /// The application that `RAPPORTEUR_APP` names.
    pub fn new() -> Measured<Self> {
        let application = std::env::var_os("RAPPORTEUR_APP")
            .ok_or_else(|| Absent("RAPPORTEUR_APP does not name the application".to_owned()))?;
        let installed = Command::new("Xvfb").arg("-help").stderr(Stdio::null()).status();
        installed.map_err(|_| Absent("Xvfb is not installed".to_owned()))?;
        Ok(Self { application, screen: Screen::start() })
    }

    /// Starts the application on a library, waits until it can be used, and ends it.
    pub fn open(&self, library: &Path, home: &Path) -> Measured<()> {
        self.start(library, home).map(drop)
    }

    /// Starts the application on a library and waits until it can be used.
    pub fn start(&self, library: &Path, home: &Path) -> Measured<Running> {
        let started = Command::new(&self.application)
            .env("DISPLAY", self.screen.display())
            .envs(["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"].map(|n| (n, home)))
            .env("RAPPORTEUR_LIBRARY", library)
            .env("RAPPORTEUR_TIMING", "1")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            // One group with WebKit's processes.
            .process_group(0)
            .spawn()
            .map_err(|error| Absent(format!("the application could not be started: {error}")))?;
        let mut running = Running { application: started };
        wait_until_ready(&mut running.application).map(|()| running)
    }

    /// The screen it is on.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }
}

/// The application while it runs; ends when dropped.
pub struct Running {
    application: Child,
}

impl Running {
    /// Bytes of the application and WebKit's processes, what they share counted once (PSS).
    pub fn memory(&self) -> Measured<u64> {
        let group = self.application.id().to_string();
        let processes = std::fs::read_dir("/proc").map_err(|_| Absent("no /proc".to_owned()))?;
        let kilobytes = processes.flatten().filter_map(|process| {
            let status = std::fs::read_to_string(process.path().join("stat")).ok()?;
            // pid (name) state parent group …; the name may hold anything but is closed by the last ).
            let (_, after_name) = status.rsplit_once(')')?;
            if after_name.split_whitespace().nth(2)? != group {
                return None;
            }
            let told = std::fs::read_to_string(process.path().join("smaps_rollup")).ok()?;
            let line = told.lines().find(|line| line.starts_with("Pss:"))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        });
        match kilobytes.sum::<u64>() {
            0 => Err(Absent("the system tells no memory".to_owned())),
            kilobytes => Ok(kilobytes * 1024),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to end.
        let _ = self.application.kill();
        let _ = self.application.wait();
    }
}

fn wait_until_ready(started: &mut Child) -> Measured<()> {
    let said = started.stderr.take().expect("its messages were piped just now");
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let lines = BufReader::new(said).lines().map_while(Result::ok);
        // Nobody listens any more once it is ready, or where the patience ended before.
        lines.take_while(|line| tell.send(line.clone()).is_ok()).for_each(drop);
    });
    let until = Instant::now() + PATIENCE;
    let mut last = "nothing".to_owned();
    while let Ok(line) = told.recv_timeout(until.saturating_duration_since(Instant::now())) {
        if line.contains(READY) {
            return Ok(());
        }
        last = line;
    }
    Err(Absent(format!("the application was not ready; it said last: {last}")))
}

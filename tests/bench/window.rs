//! The built application: how long a person waits until the window can be used.
//!
//! From starting the program to its page being painted and hearing its events, which the
//! application says itself where `RAPPORTEUR_TIMING` is set. Measured on a screen of its own.

use crate::measure::{Absent, Measured};
use crate::screen::Screen;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
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

    /// Starts the application on a library and waits until it can be used.
    pub fn open(&self, library: &Path, home: &Path) -> Measured<()> {
        let mut started = Command::new(&self.application)
            .env("DISPLAY", self.screen.display())
            .envs(["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"].map(|n| (n, home)))
            .env("RAPPORTEUR_LIBRARY", library)
            .env("RAPPORTEUR_TIMING", "1")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| Absent(format!("the application could not be started: {error}")))?;
        let ready = wait_until_ready(&mut started);
        // It may have ended already; then there is nothing to end.
        let _ = started.kill();
        let _ = started.wait();
        ready
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

//! Listening as a screen reader does: a bus of its own for a journey, with the system's
//! accessibility service on it.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use rapporteur_tests::repository;
use serde::Deserialize;

/// A session bus on which somebody listens. It ends when dropped.
pub struct Listener {
    bus: Child,
    address: String,
    folder: PathBuf,
}

/// Something in the window as a screen reader is told of it.
#[derive(Debug, Deserialize)]
pub struct Told {
    /// How many levels below the desktop.
    pub depth: usize,
    /// The role in the system's words, such as `push button`.
    pub role: String,
    /// The accessible name.
    pub name: String,
    /// What holds at present, such as `focused`.
    pub states: Vec<String>,
}

impl Told {
    /// Whether it is this, with single spaces in its name.
    pub fn is(&self, role: &str, name: &str) -> bool {
        self.role == role && self.name.split_whitespace().eq(name.split_whitespace())
    }
}

impl Listener {
    /// Starts the bus with its socket in a folder, and says on it that somebody listens.
    pub fn start(folder: &Path) -> Self {
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .env("XDG_RUNTIME_DIR", folder)
            .env("HOME", folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // One group with the services it starts, which end together.
            .process_group(0)
            .spawn()
            .expect("dbus-daemon is not installed: run `cargo xtask test`");
        let output = bus.stdout.take().expect("its output was piped just now");
        let mut address = String::new();
        BufReader::new(output).read_line(&mut address).expect("the bus ended at once");
        let listener = Self { bus, address: address.trim().to_owned(), folder: folder.to_owned() };
        let mut tell = Command::new("dbus-send");
        tell.args(["--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]).args([
            "org.freedesktop.DBus.Properties.Set",
            "string:org.a11y.Status",
            "string:ScreenReaderEnabled",
            "variant:boolean:true",
        ]);
        let told = tell.envs(listener.variables()).output().expect("dbus-send comes with dbus");
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
        listener
    }

    /// What a program needs to know to be heard.
    pub fn variables(&self) -> [(&'static str, String); 2] {
        [
            ("DBUS_SESSION_BUS_ADDRESS", self.address.clone()),
            ("XDG_RUNTIME_DIR", self.folder.display().to_string()),
        ]
    }

    /// Everything that is told of every window on the bus.
    pub fn hear(&self) -> Vec<Told> {
        // The system's Python: the library to listen with is one of its packages.
        let heard = Command::new("/usr/bin/python3")
            .arg(repository().join("tests/window/listener.py"))
            .envs(self.variables())
            .output()
            .expect("python3 is not installed: run `cargo xtask test`");
        let trouble = String::from_utf8_lossy(&heard.stderr);
        assert!(heard.status.success(), "run `cargo xtask test`: {trouble}");
        serde_json::from_slice(&heard.stdout).expect("listener.py prints what it heard")
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let group = format!("-{}", self.bus.id());
        let _ = Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.bus.wait();
    }
}

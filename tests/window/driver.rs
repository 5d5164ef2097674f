//! The application under WebKitWebDriver: one driver for one start of the application.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

/// How long the application may take to open; without a screen it would hang without a word.
const TO_OPEN: Duration = Duration::from_secs(30);

/// A running application and the client that drives it. Ends both when dropped.
pub struct Driver {
    process: Child,
    /// The page of the application.
    pub client: Client,
    /// From asking for the application to its page being there.
    pub opened_in: Duration,
}

impl Driver {
    /// Starts the application with these variables and arguments; what it prints goes to `log`.
    pub async fn start(
        application: &Path,
        arguments: &[String],
        variables: &[(&str, String)],
        log: &Path,
    ) -> Self {
        let port = free_port();
        let log = File::options().create(true).append(true).open(log).expect("the log opens");
        let mut process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdout(log.try_clone().expect("the log opens twice"))
            .stderr(log)
            .stdin(Stdio::null())
            // One group with the application and WebKit's processes, which end together.
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver is not installed: run `cargo xtask test`");
        let options = json!({ "binary": application, "args": arguments });
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("webkitgtk:browserOptions".into(), options);
        let started = Instant::now();
        let client = timeout(TO_OPEN, connect(port, capabilities)).await.unwrap_or_else(|_| {
            let _ = process.kill();
            panic!("the application did not open within {} s", TO_OPEN.as_secs())
        });
        Self { process, client, opened_in: started.elapsed() }
    }

    /// Whether the application is still running.
    pub fn runs(&self) -> bool {
        self.application().is_some()
    }

    /// Ends the application as a power cut would.
    pub fn kill_application(&mut self) {
        if let Some(application) = self.application() {
            let killed = Command::new("kill").args(["-9", &application]).status();
            assert!(killed.is_ok_and(|status| status.success()), "kill -9 {application} failed");
        }
        self.end();
    }

    /// The application's process: the driver's only child that is no zombie.
    fn application(&self) -> Option<String> {
        let driver = self.process.id().to_string();
        let processes = fs::read_dir("/proc").expect("Linux has /proc");
        processes.flatten().find_map(|process| {
            let status = fs::read_to_string(process.path().join("stat")).ok()?;
            // pid (name) state parent …; the name may hold anything but is closed by the last ).
            let (_, after_name) = status.rsplit_once(')')?;
            let mut fields = after_name.split_whitespace();
            let (state, parent) = (fields.next()?, fields.next()?);
            let name: PathBuf = process.file_name().into();
            (parent == driver && state != "Z").then(|| name.to_string_lossy().into_owned())
        })
    }

    fn end(&mut self) {
        // They may have ended already, which is what is wanted.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.process.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}

/// The driver needs a moment before it listens.
async fn connect(port: u16, capabilities: serde_json::Map<String, Value>) -> Client {
    let address = format!("http://127.0.0.1:{port}");
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        sleep(Duration::from_millis(10)).await;
    }
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&address)
        .await
        .expect("WebKitWebDriver refused to open the application")
}

/// A port below those the system gives to connections: one of those may be taken by another journey,
/// or answer itself, before the driver listens on it.
fn free_port() -> u16 {
    const FIRST: u16 = 20_000;
    const COUNT: u16 = 10_000;
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let own = u16::try_from(std::process::id() % u32::from(COUNT)).expect("it is below COUNT");
    let ports =
        (0..COUNT).map(|_| FIRST + own.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % COUNT);
    let mut free = ports.filter(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok());
    free.next().expect("a port is free")
}

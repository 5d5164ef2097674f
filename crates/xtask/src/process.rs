//! Running other programs: said before, failing in words, from the root of the repository.

use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

/// Why a command could not go on, and what to do.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file or folder that could not be read or written.
pub fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure(format!("Cannot {what} {}: {error}", path.display()))
}

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("this crate is two folders below the root").to_owned()
}

/// A program about to be run.
pub struct Program {
    command: Command,
    words: String,
}

impl Program {
    /// A program by its name, in the root of the repository.
    pub fn new(program: impl AsRef<OsStr>, arguments: &[&str]) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        command.args(arguments).current_dir(root());
        let name = Path::new(program).file_name().unwrap_or(program).to_string_lossy();
        let words = [&[name.as_ref()], arguments].concat().join(" ");
        Self { command, words }
    }

    /// The cargo that runs this program.
    pub fn cargo(arguments: &[&str]) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut cargo = Self::new(cargo, arguments);
        // Set for this program only; left in place it would make cargo build everything anew.
        for (name, _) in std::env::vars_os() {
            let name_text = name.to_string_lossy();
            if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
                cargo.command.env_remove(name);
            }
        }
        cargo
    }

    /// npm in a folder.
    pub fn npm(folder: &Path, arguments: &[&str]) -> Self {
        let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut npm = Self::new(name, arguments);
        npm.command.current_dir(folder).env("NO_UPDATE_NOTIFIER", "1");
        npm
    }

    /// More arguments.
    pub fn args(mut self, arguments: &[String]) -> Self {
        self.command.args(arguments);
        self.words = [std::slice::from_ref(&self.words), arguments].concat().join(" ");
        self
    }

    /// A variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it in front of the user.
    pub fn run(mut self) -> Result<(), Failure> {
        self.say();
        let status = self.command.status();
        self.judge(status)
    }

    /// Runs it up to three times: for what fetches from a network.
    pub fn run_patiently(mut self) -> Result<(), Failure> {
        self.say();
        for pause in [2, 8] {
            if self.command.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            println!("`{}` failed; trying again in {pause} s", self.words);
            std::thread::sleep(Duration::from_secs(pause));
        }
        let status = self.command.status();
        self.judge(status)
    }

    /// Runs it in front of the user and keeps what it prints on its standard output. The second
    /// value says whether it succeeded.
    pub fn run_and_keep(mut self) -> Result<(String, Result<(), Failure>), Failure> {
        self.say();
        let mut child =
            self.command.stdout(Stdio::piped()).spawn().map_err(|error| self.no_start(&error))?;
        let output = child.stdout.take().expect("its output was piped just now");
        let mut kept = String::new();
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|bytes| bytes > 0) {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            kept.push_str(&text);
            line.clear();
        }
        // A closed terminal must not stop a test run.
        let _ = std::io::stdout().flush();
        let status = child.wait();
        Ok((kept, self.judge(status)))
    }

    /// What it prints, without showing it; none if it cannot be started or fails.
    pub fn ask(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    fn say(&self) {
        println!("$ {}", self.words);
    }

    fn judge(&self, status: std::io::Result<ExitStatus>) -> Result<(), Failure> {
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failure(format!("`{}` failed ({status}).", self.words))),
            Err(error) => Err(self.no_start(&error)),
        }
    }

    fn no_start(&self, error: &std::io::Error) -> Failure {
        Failure(format!("`{}` could not be started: {error}", self.words))
    }
}

//! The parent's side: a program that reads, started when there is something to read, ended when
//! it hangs, and started again.

use super::serve::{ARGUMENT, TOO_LONG, receive, send};
use super::{FileRead, Reader, Unread, damaged, limits};
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How much longer than the child itself its parent waits.
const PATIENCE: Duration = Duration::from_millis(500);

/// So many files are read by one process, so that none grows old.
const FILES_EACH: usize = 200;

/// Reads in a process of its own, one file at a time.
pub struct InChild {
    program: PathBuf,
    arguments: Vec<OsString>,
    time: fn(usize) -> Duration,
    running: Mutex<Option<Running>>,
}

/// A process that reads.
struct Running {
    child: Child,
    input: ChildStdin,
    answers: Receiver<Vec<u8>>,
    files: usize,
}

/// Why a process gave no answer.
enum Silence {
    /// It was gone before it heard the question.
    Deaf,
    /// It was given the file.
    Failed(String),
}

impl InChild {
    /// This program itself as the reader; its `main` hands [`ARGUMENT`] to [`serve`].
    ///
    /// # Errors
    /// Where the system does not say which program this is.
    ///
    /// [`serve`]: super::serve
    pub fn of_this_program() -> io::Result<Self> {
        Ok(Self::of(std::env::current_exe()?, [ARGUMENT]))
    }

    /// Another program that serves like [`serve`](super::serve).
    pub fn of(program: PathBuf, arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        let arguments = arguments.into_iter().map(Into::into).collect();
        Self { program, arguments, time: limits::time, running: Mutex::default() }
    }

    /// Allows another time for a file by its size, as for a program that is known to hang.
    #[must_use]
    pub fn within(self, time: fn(usize) -> Duration) -> Self {
        Self { time, ..self }
    }

    fn start(&self) -> Result<Running, String> {
        Running::start(&self.program, &self.arguments).map_err(|error| {
            format!("it could not be read apart from the library ({error}). Start Rapporteur again and import it then.")
        })
    }
}

impl Reader for InChild {
    fn read(&self, bytes: &[u8], name: &str) -> Result<FileRead, Unread> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let limit = (self.time)(bytes.len());
        // One that was waiting may be gone; a new one is asked once.
        let waiting = running.take().map(|mut one| (one.ask(bytes, name, limit), one));
        let (answer, mut one) = match waiting {
            Some((Err(Silence::Deaf), _)) | None => {
                let mut one = self.start()?;
                (one.ask(bytes, name, limit), one)
            }
            Some(answered) => answered,
        };
        let json = match answer {
            Ok(json) => json,
            Err(Silence::Failed(reason)) => return Err(reason.into()),
            Err(Silence::Deaf) => return Err(one.reason().into()),
        };
        one.files += 1;
        if one.files < FILES_EACH {
            *running = Some(one);
        }
        serde_json::from_slice::<Result<FileRead, Unread>>(&json)
            .map_err(|_| damaged("it was read, but not in a way that can be kept"))?
    }
}

impl Running {
    fn start(program: &PathBuf, arguments: &[OsString]) -> io::Result<Self> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (Some(input), Some(mut output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (tell, answers) = channel();
        std::thread::spawn(move || {
            while let Ok(answer) = receive(&mut output) {
                if tell.send(answer).is_err() {
                    break;
                }
            }
        });
        Ok(Self { child, input, answers, files: 0 })
    }

    fn ask(&mut self, bytes: &[u8], name: &str, limit: Duration) -> Result<Vec<u8>, Silence> {
        let asked =
            send(&mut self.input, name.as_bytes()).and_then(|()| send(&mut self.input, bytes));
        if asked.is_err() {
            return Err(Silence::Deaf);
        }
        self.answers.recv_timeout(limit + PATIENCE).map_err(|error| {
            Silence::Failed(match error {
                RecvTimeoutError::Timeout => too_long(),
                RecvTimeoutError::Disconnected => self.reason(),
            })
        })
    }

    /// Why it ended without an answer.
    fn reason(&mut self) -> String {
        let code = self.child.wait().ok().and_then(|status| status.code());
        if code == Some(TOO_LONG) {
            too_long()
        } else {
            damaged("reading it broke off: it is damaged, or needs more memory than any report")
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has nothing of its own to store.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn too_long() -> String {
    damaged("reading it took longer than any report does, so it was given up")
}

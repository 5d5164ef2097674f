//! The child's side: bytes in, what was recognised out, until there are no more.

use super::{InThisProcess, Reader, limits};
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The only argument of a program that is to read files for another one.
pub const ARGUMENT: &str = "--read-files-for-the-application";

/// Says that a file took too long.
pub(super) const TOO_LONG: i32 = 86;

/// A reader nobody asks any more ends.
const IDLE: Duration = Duration::from_secs(30);

/// Answers files as [`serve_with`] does, with the readers there are.
pub fn serve() -> ExitCode {
    serve_with(&InThisProcess)
}

/// Answers files from the standard input on the standard output until it ends.
///
/// Each file is its name and its bytes, each answer the JSON of a `Result`; each of the three
/// begins with its length (8 bytes, the lowest first). A file that takes too long ends the
/// process, even where nobody waits for the answer any more.
pub fn serve_with(reader: &dyn Reader) -> ExitCode {
    limits::memory();
    let ends_at = std::sync::Arc::new(Mutex::new(Instant::now() + IDLE));
    let watched = std::sync::Arc::clone(&ends_at);
    std::thread::spawn(move || watch(&watched));
    let set = |after: Duration| {
        *ends_at.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now() + after;
    };
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    loop {
        set(IDLE);
        let Ok(name) = receive(&mut input) else { return ExitCode::SUCCESS };
        let Ok(bytes) = receive(&mut input) else { return ExitCode::FAILURE };
        set(limits::time(bytes.len()));
        let answer = reader.read(&bytes, &String::from_utf8_lossy(&name));
        let Ok(json) = serde_json::to_vec(&answer) else { return ExitCode::FAILURE };
        if send(&mut output, &json).is_err() {
            return ExitCode::FAILURE;
        }
    }
}

fn watch(ends_at: &Mutex<Instant>) {
    loop {
        std::thread::sleep(Duration::from_millis(50));
        if Instant::now() > *ends_at.lock().unwrap_or_else(PoisonError::into_inner) {
            std::process::exit(TOO_LONG);
        }
    }
}

/// Sends a piece after its length.
pub(super) fn send(to: &mut impl Write, piece: &[u8]) -> io::Result<()> {
    to.write_all(&(piece.len() as u64).to_le_bytes())?;
    to.write_all(piece)?;
    to.flush()
}

/// Receives a piece.
pub(super) fn receive(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let mut piece = Vec::new();
    from.take(length).read_to_end(&mut piece)?;
    if piece.len() as u64 == length { Ok(piece) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

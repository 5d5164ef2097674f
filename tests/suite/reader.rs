//! A program that reads files for another one, as the application does for itself; some words in
//! a file make it misbehave as a reader might that is wrong about a damaged file.

use rapporteur_core::reading::{FileRead, InThisProcess, Reader, Unread, serve_with};
use std::hint::black_box;
use std::process::ExitCode;

/// Reads, unless the file says otherwise.
struct Moody;

impl Reader for Moody {
    fn read(&self, bytes: &[u8], name: &str) -> Result<FileRead, Unread> {
        let text = String::from_utf8_lossy(bytes);
        if text.starts_with("please hang") {
            loop {
                std::thread::park();
            }
        }
        if text.starts_with("please crash") {
            std::process::abort();
        }
        if text.starts_with("please nest") {
            black_box(nested(0));
        }
        if text.starts_with("please eat") {
            let mut eaten: Vec<Vec<u8>> = Vec::new();
            while eaten.len() < 4000 {
                eaten.push(black_box(vec![1; 1024 * 1024]));
            }
        }
        InThisProcess.read(bytes, name)
    }
}

/// Takes stack until there is none.
fn nested(depth: u64) -> u64 {
    let here = black_box([depth; 512]);
    let deeper = if black_box(depth) < u64::MAX { nested(here[0] + 1) } else { 0 };
    black_box(deeper) + here[511]
}

fn main() -> ExitCode {
    serve_with(&Moody)
}

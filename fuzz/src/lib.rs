//! What every fuzz target does with the bytes it is given: read them as the product does, and use
//! all that reading gave.
//!
//! Called by the programs in `targets/`; the seeds are made by `tests/suite/seeds.rs`. Deliberately absent: any
//! assertion about what was read; a panic, a hang and too much memory are the findings.

use rapporteur_document::read::{manuscript, read};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What divides the parts of a package in a seed: the rest of this line is the part's name.
const PART: &str = "==== ";

/// Reads a file, and makes of it all that the product makes of one.
pub fn read_file(bytes: &[u8], file_name: &str) {
    let _ = manuscript(bytes, file_name);
    match read(bytes, file_name) {
        Ok(recognised) => {
            for doubt in &recognised.doubts {
                let _ = recognised.describe(doubt);
            }
            let mut next = 0_u128;
            let _ = recognised.into_report(&mut || {
                next += 1;
                uuid::Uuid::from_u128(next)
            });
        }
        Err(error) => {
            let _ = error.to_string();
        }
    }
}

/// Reads a package whose parts are written one after the other as text, so that mutations reach
/// what the parts say and not only how they are packed. Bytes without such parts are a package
/// as they are.
pub fn read_parts(bytes: &[u8], file_name: &str) {
    match packed(bytes) {
        Some(package) => read_file(&package, file_name),
        None => read_file(bytes, file_name),
    }
}

fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    if !bytes.starts_with(PART.as_bytes()) {
        return None;
    }
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_prefix(PART.as_bytes()) {
            Some(name) => {
                let name = String::from_utf8_lossy(name);
                writer.start_file(name.trim(), stored).ok()?;
            }
            None => writer.write_all(line).ok()?,
        }
    }
    Some(writer.finish().ok()?.into_inner())
}

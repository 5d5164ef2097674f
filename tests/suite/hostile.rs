//! Files that are damaged, or made to do damage: each is refused with a sentence or read, in
//! bounded time, and never a panic.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_document::read::read;
use rapporteur_document::write;
use rapporteur_tests::bombs::{self, odt, packed};
use rapporteur_tests::printed_samples;
use std::io::{Cursor, Read};
use std::time::{Duration, Instant};
use zip::ZipArchive;

/// How long one file may take. The promise is five seconds for the program people run; a build
/// for tests is many times slower and shares its machine.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 40 } else { 5 });

/// Reads what may be anything; says whether it could be read.
fn survives(bytes: &[u8], name: &str) -> bool {
    let begun = Instant::now();
    let found = read(bytes, name);
    let took = begun.elapsed();
    assert!(took < LONGEST, "{name} took {took:?}");
    if took > LONGEST / 20 {
        println!("{name} took {took:?}");
    }
    match found {
        Ok(recognised) => {
            let mut next = 0_u128;
            recognised.into_report(&mut || {
                next += 1;
                uuid::Uuid::from_u128(next)
            });
            true
        }
        Err(error) => {
            let said = error.to_string();
            assert!(said.starts_with("it") && said.ends_with('.'), "{name}: {said}");
            false
        }
    }
}

fn refused(bytes: &[u8], name: &str, says: &str) {
    let error = read(bytes, name).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains(says), "{name}: {error}");
    survives(bytes, name);
}

fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut part = Vec::new();
            file.read_to_end(&mut part).unwrap();
            (file.name().unwrap().into_owned(), part)
        })
        .collect()
}

/// Good files of every format.
fn good() -> Vec<(&'static str, Vec<u8>)> {
    let printed = &printed_samples()[2];
    let text = String::from_utf8(write::text::write(printed).bytes).unwrap();
    let paragraphs: String = text
        .lines()
        .map(|line| format!("<text:p>{}</text:p>", line.replace('<', "&lt;")))
        .collect();
    let page: String = text
        .lines()
        .map(|line| format!("<p><b>{line}</b><ol><li>x<table><tr><td>y</td></tr></table></ol>"))
        .collect();
    let mail = format!(
        "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n--x--\r\n"
    );
    vec![
        ("a.docx", write::docx::write(printed).unwrap().bytes),
        ("a.odt", odt(&paragraphs)),
        ("a.html", format!("<!doctype html>{page}").into_bytes()),
        ("a.eml", mail.into_bytes()),
    ]
}

/// The same numbers on every run.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }

    /// A copy with some bytes changed, a piece taken out, doubled or cut off.
    fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut copy = bytes.to_vec();
        match self.below(4) {
            0 => copy.truncate(self.below(bytes.len())),
            1 => {
                let (from, length) = (self.below(bytes.len()), self.below(200));
                copy.drain(from..(from + length).min(bytes.len()));
            }
            2 => {
                let (from, length) = (self.below(bytes.len()), self.below(200));
                let piece = bytes[from..(from + length).min(bytes.len())].to_vec();
                let at = self.below(copy.len());
                copy.splice(at..at, piece);
            }
            _ => {}
        }
        for _ in 0..self.below(12) {
            let at = self.below(copy.len());
            if let Some(byte) = copy.get_mut(at) {
                *byte = u8::try_from(self.below(256)).unwrap();
            }
        }
        copy
    }
}

#[test]
fn good_files_are_read() {
    for (name, bytes) in good() {
        assert!(survives(&bytes, name), "{name}");
    }
}

#[test]
fn damaged_copies_are_values() {
    let mut seeded = Seeded(4);
    for (name, bytes) in good() {
        for _ in 0..150 {
            survives(&seeded.damaged(&bytes), name);
        }
    }
}

#[test]
fn damaged_parts_are_values() {
    let mut seeded = Seeded(5);
    for (name, bytes) in good().into_iter().filter(|(_, bytes)| bytes.starts_with(b"PK")) {
        let parts = unpacked(&bytes);
        for _ in 0..150 {
            let at = seeded.below(parts.len());
            let changed: Vec<(&str, Vec<u8>)> = parts
                .iter()
                .enumerate()
                .map(|(own, (name, part))| {
                    (name.as_str(), if own == at { seeded.damaged(part) } else { part.clone() })
                })
                .collect();
            let changed: Vec<(&str, &[u8])> =
                changed.iter().map(|(name, part)| (*name, part.as_slice())).collect();
            survives(&packed(&changed), name);
        }
    }
}

#[test]
fn bombs_are_refused_and_large_files_take_bounded_time() {
    bombs::each(&mut |name, bytes, says| match says {
        Some(says) => refused(bytes, name, says),
        None => drop(survives(bytes, name)),
    });
}

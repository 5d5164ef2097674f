//! Pictures of reports, read by the OCR program of this machine where it has one.
//!
//! Called for `ReadPictures` and `ImportPictures`. `pdftoppm` draws the pages of a PDF file, `tesseract` reads them; both
//! run as programs of their own with a time limit, so that neither can take this one down.
//! Deliberately absent: any OCR of ours, and any change of what was read.

use super::import::{self, Incoming};
use crate::error::Error;
use crate::reading::{InThisProcess, Reader};
use rapporteur_document::read::text::{Language, language};
use rapporteur_document::read::{Doubt, Place};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The most pages that are read; a report has two to twenty.
const MOST_PAGES: usize = 60;

/// How long drawing the pages, and reading one of them, may take.
const LONGEST: Duration = Duration::from_secs(60);

/// How finely pages are drawn, in points per inch; the program reads best at 200 to 300.
const FINENESS: &str = "300";

/// The files whose reading somebody asked to stop; whoever reads one takes it out and ends.
static STOPPED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn stopped() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    STOPPED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What to install where pictures cannot be read, after the reason.
pub(crate) const TO_INSTALL: &str = " Rapporteur reads it itself where this computer has \
    tesseract and poppler (on Debian: tesseract-ocr and poppler-utils): install them and import \
    it again.";

/// Whether this computer has the programs that read pictures.
pub(crate) fn can_be_read() -> bool {
    [("tesseract", "--version"), ("pdftoppm", "-v")].iter().all(|(program, asks)| {
        let mut asked = Command::new(program);
        asked.arg(asks).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        asked.status().is_ok()
    })
}

/// Ends the programs that read this file now.
pub(crate) fn stop(path: &Path) {
    stopped().insert(path.to_owned());
}

/// Reads a PDF file of pictures, or a picture, keeping nothing.
pub(crate) fn incoming(path: &Path) -> Result<Incoming, Error> {
    let bytes = import::bytes(path)?;
    stopped().remove(path);
    let folder = tempfile::tempdir().map_err(|error| Error::file(path, "read", &error))?;
    let is_pdf = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let pictures = if is_pdf { drawn(path, folder.path())? } else { vec![path.to_owned()] };
    let list = folder.path().join("pictures.txt");
    let names: Vec<String> = pictures.iter().map(|picture| picture.display().to_string()).collect();
    fs::write(&list, names.join("\n")).map_err(|error| Error::file(path, "read", &error))?;
    let pages = u32::try_from(pictures.len()).unwrap_or(u32::MAX);
    let longest = LONGEST.saturating_mul(pages);
    let mut words = read_words(path, &list, None, longest)?;
    // The program reads English unless it is told what else it is.
    let other = language(&String::from_utf8_lossy(&words)).filter(|one| one.code != "eng");
    let known = other.is_some_and(|one| languages().iter().any(|code| code == one.code));
    if let Some(other) = other.filter(|_| known) {
        words = read_words(path, &list, Some(other), longest)?;
    }
    let name = path.with_extension("txt").file_name().unwrap_or_default().to_owned();
    let read = InThisProcess.read(&words, &name.to_string_lossy());
    let mut read = read.map_err(|unread| import::unreadable(path, unread))?;
    if let Some(other) = other.filter(|_| !known) {
        read.recognised.doubts.insert(0, language_missing(other));
    }
    Ok(Incoming::of(path, bytes, read))
}

/// The words that tesseract reads in the pictures of a list.
fn read_words(
    path: &Path,
    list: &Path,
    language: Option<Language>,
    longest: Duration,
) -> Result<Vec<u8>, Error> {
    let text = list.with_file_name("words");
    let mut tesseract = Command::new("tesseract");
    // One column, as reports have, so that rows of tables stay whole.
    tesseract.arg(list).arg(&text).args(["--psm", "4", "-c", "preserve_interword_spaces=1"]);
    if let Some(language) = language {
        tesseract.args(["-l", language.code]);
    }
    // One thread: the window goes on working meanwhile.
    tesseract.env("OMP_THREAD_LIMIT", "1");
    run(path, "tesseract", tesseract, longest)?;
    fs::read(text.with_extension("txt"))
        .map_err(|_| failed(path, "tesseract read nothing in it; choose another file"))
}

/// The languages that tesseract reads on this computer, by their letters.
fn languages() -> Vec<String> {
    let listed = Command::new("tesseract").arg("--list-langs").stdin(Stdio::null()).output();
    let listed = listed.map(|listed| listed.stdout).unwrap_or_default();
    String::from_utf8_lossy(&listed).lines().skip(1).map(|line| line.trim().to_owned()).collect()
}

fn language_missing(language: Language) -> Doubt {
    let Language { name, code, .. } = language;
    Doubt {
        code: "ocr_language".to_owned(),
        message: format!(
            "This report seems to be in {name}, which tesseract does not know on this computer, so \
             that letters with accents are misread. Install it (on Debian: tesseract-ocr-{code}), \
             delete this report and import the file again."
        ),
        place: Place::default(),
        proposed: None,
        repair: None,
    }
}

/// The pages of a PDF file as pictures, in order.
fn drawn(path: &Path, folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut pdftoppm = Command::new("pdftoppm");
    let last = (MOST_PAGES + 1).to_string();
    pdftoppm.args(["-r", FINENESS, "-gray", "-png", "-l", &last]);
    pdftoppm.arg(std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
    pdftoppm.arg(folder.join("page"));
    run(path, "pdftoppm", pdftoppm, LONGEST)?;
    let entries = fs::read_dir(folder).map_err(|error| Error::file(path, "read", &error))?;
    let mut pictures: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    pictures.retain(|picture| picture.extension().is_some_and(|ending| ending == "png"));
    pictures.sort();
    match pictures.len() {
        0 => Err(failed(path, "no page of it could be drawn; ask for the file again")),
        pages if pages > MOST_PAGES => Err(failed(
            path,
            "it has more pages than any report; save the report alone and choose that file",
        )),
        _ => Ok(pictures),
    }
}

/// Runs a program to its end, or ends it when its time is over or somebody asks to stop.
fn run(path: &Path, name: &str, mut program: Command, longest: Duration) -> Result<(), Error> {
    program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut running = program.spawn().map_err(|_| {
        let what = format!(
            "reading pictures needs {name}, which is not on this computer; install tesseract and \
             poppler (on Debian: tesseract-ocr and poppler-utils), or let another text recognition \
             program read the file"
        );
        failed(path, &what)
    })?;
    let until = Instant::now() + longest;
    loop {
        if stopped().remove(path) {
            let _ = running.kill();
            let _ = running.wait();
            return Err(Error::Pictures {
                path: path.to_owned(),
                reason: "it is pictures, and reading them was cancelled".to_owned(),
            });
        }
        match running.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) => {
                return Err(failed(path, &format!("{name} could not read it; it may be damaged")));
            }
            Ok(None) if Instant::now() < until => std::thread::sleep(Duration::from_millis(20)),
            Ok(None) | Err(_) => {
                let _ = running.kill();
                let _ = running.wait();
                return Err(failed(path, &format!("{name} took too long and was stopped")));
            }
        }
    }
}

fn failed(path: &Path, reason: &str) -> Error {
    Error::File { path: path.to_owned(), verb: "read", reason: reason.to_owned() }
}

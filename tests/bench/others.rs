//! Whole processes: the programs people would use instead, and our own command line beside them.
//!
//! A program that is not installed is an absent figure with its name, never a zero.

use crate::measure::{Absent, Measured};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

/// pandoc makes a DOCX of a Markdown file.
pub fn pandoc(markdown: &Path, docx: &Path) -> Measured<()> {
    let mut pandoc = Command::new("pandoc");
    pandoc.args(["--from", "commonmark"]).arg(markdown).arg("--output").arg(docx);
    run(pandoc, "pandoc")
}

/// pandoc reads a DOCX file and prints it as text.
pub fn pandoc_reads(docx: &Path) -> Measured<()> {
    let mut pandoc = Command::new("pandoc");
    pandoc.args(["--from", "docx", "--to", "plain"]).arg(docx);
    run(pandoc, "pandoc")
}

/// poppler prints the words of a PDF.
pub fn pdftotext(pdf: &Path) -> Measured<()> {
    let mut poppler = Command::new("pdftotext");
    poppler.arg(pdf).arg("-");
    run(poppler, "pdftotext")
}

/// LibreOffice makes a PDF of a DOCX, beside it.
///
/// `profile` is a folder for its settings, so that the user's own and an open window of it stay
/// out of the measurement; the first run makes it.
pub fn libreoffice(docx: &Path, profile: &Path) -> Measured<()> {
    let mut office = Command::new("soffice");
    office
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .args([docx.parent().unwrap_or(docx), docx]);
    run(office, "LibreOffice")?;
    if docx.with_extension("pdf").is_file() {
        Ok(())
    } else {
        Err(Absent("LibreOffice wrote no PDF".to_owned()))
    }
}

/// Our own command line exports a stored report; it stands beside the benchmark where it is built.
pub fn command_line(library: &Path, report: &str, format: &str, to: &Path) -> Measured<()> {
    let mut program = std::env::current_exe()
        .map_err(|error| Absent(format!("the benchmark does not find itself: {error}")))?;
    program.set_file_name(format!("rapporteur-cli{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        return Err(Absent("not built: cargo build --release -p rapporteur-cli".to_owned()));
    }
    let mut command = Command::new(program);
    command
        .arg("--library")
        .arg(library)
        .args(["export", report, "--format", format, "-o"])
        .arg(to);
    run(command, "rapporteur-cli")
}

fn run(mut program: Command, name: &str) -> Measured<()> {
    let done = program.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).status();
    match done {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Absent(format!("{name} failed ({status})"))),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(Absent(format!("{name} is not installed")))
        }
        Err(error) => Err(Absent(format!("{name} could not be started: {error}"))),
    }
}

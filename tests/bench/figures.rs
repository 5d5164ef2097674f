//! The figures, group by group.

use crate::material::{long_report, many_people, many_reports, template, usual_report};
use crate::measure::{Absent, Measured, Table, median, once};
use crate::product::{self, Product};
use crate::window::Window;
use crate::{material, others};
use rapporteur_core::api::{ExportFormat, Request, StoredReport};
use rapporteur_document::model::Inline;
use rapporteur_document::style::{generate, print};
use std::path::Path;
use std::time::Duration;

const MILLISECOND: Duration = Duration::from_millis(1);

/// Reports and people of a large library.
const MANY: u32 = 5_000;

/// A usual report as files, against the programs people make such files with.
pub fn export(table: &mut Table, folder: &Path) -> Measured<()> {
    let library = folder.join("library.rapporteur");
    let mut product = Product::begin(&library)?;
    let report = product.create(usual_report())?.id;
    let mut to = |format: ExportFormat, file: &str| {
        let path = folder.join(file).to_string_lossy().into_owned();
        product.done(Request::ExportReport { report, format, path })
    };
    to(ExportFormat::Md, "report.md")?;
    let docx = median(51, || to(ExportFormat::Docx, "report.docx"));
    let docx = made(docx, &folder.join("report.docx"), b"PK");
    let pdf = median(51, || to(ExportFormat::Pdf, "report.pdf"));
    let pdf = made(pdf, &folder.join("report.pdf"), b"%PDF");
    let text = median(51, || to(ExportFormat::Txt, "report.txt"));

    let (markdown, by_pandoc) = (folder.join("report.md"), folder.join("by-pandoc.docx"));
    let pandoc = median(11, || others::pandoc(&markdown, &by_pandoc));
    let converted = folder.join("by-libreoffice.docx");
    std::fs::copy(folder.join("report.docx"), &converted).map_err(cannot)?;
    let profile = folder.join("profile");
    let office = median(5, || others::libreoffice(&converted, &profile));

    let whole = |format: &str, begins: &[u8]| {
        let to = folder.join("by-ourselves").with_extension(format);
        let report = report.to_string();
        let taken = median(11, || others::command_line(&library, &report, format, &to));
        made(taken, &to, begins)
    };
    let (pandoc, office) =
        (("pandoc, the same text", &pandoc), ("LibreOffice, that DOCX", &office));
    table.faster("DOCX of a 28-participant report", &docx, pandoc, Some(10.0));
    table.faster("PDF of the same report", &pdf, office, Some(30.0));
    table.faster(
        "That DOCX from the command line, a whole process",
        &whole("docx", b"PK"),
        pandoc,
        None,
    );
    table.faster(
        "That PDF from the command line, a whole process",
        &whole("pdf", b"%PDF"),
        office,
        None,
    );
    table.tell("Plain text of the same report", &text);
    Ok(())
}

/// The pages beside the text, drawn anew when typing stops.
pub fn preview(table: &mut Table, folder: &Path) -> Measured<()> {
    let mut product = Product::begin(&folder.join("library.rapporteur"))?;
    let usual = product.create(usual_report())?;
    let refreshed = median(51, || product.preview(&usual).map(drop));
    table.within("Preview of a 28-participant report", &refreshed, 100 * MILLISECOND);

    let (long, pages) = hundred_pages(&mut product)?;
    let refreshed = median(5, || product.preview(&long).map(drop));
    table.tell(&format!("Preview of a {pages}-page report"), &refreshed);
    Ok(())
}

/// Storing a report of a hundred pages, and the words the window needs after each change.
pub fn save(table: &mut Table, folder: &Path) -> Measured<()> {
    let mut product = Product::begin(&folder.join("library.rapporteur"))?;
    let (mut long, pages) = hundred_pages(&mut product)?;
    let mut revision = long.revision;
    let saved = median(51, || {
        long.content.agenda[0].title = vec![Inline::text(format!("Title {revision}"))];
        revision = product.save(&long, revision)?;
        Ok(())
    });
    table.within(&format!("Save of a {pages}-page report"), &saved, 20 * MILLISECOND);

    let (content, template) = (&long.content, template());
    let refused = |error: rapporteur_document::Error| Absent(error.to_string());
    let generated = median(51, || generate(content, &template).map(drop).map_err(refused));
    table.tell("Its generated words for the window", &generated);
    let printed = median(51, || print(content, &template).map(drop).map_err(refused));
    table.tell("Its printed words for a writer", &printed);
    Ok(())
}

/// The words of a long PDF file, against the program that prints such words.
pub fn read(table: &mut Table, folder: &Path) -> Measured<()> {
    let mut product = Product::begin(&folder.join("library.rapporteur"))?;
    let long = pages_long(&mut product, 20)?.0;
    let bytes = product.preview(&long)?;
    let pages = material::pages(&bytes)?;
    let path = folder.join("long.pdf");
    std::fs::write(&path, &bytes).map_err(cannot)?;
    let lines = median(21, || {
        rapporteur_document::read::pdf::read(&bytes).map(drop).map_err(|e| Absent(e.to_string()))
    });
    let recognised = median(21, || {
        let read = rapporteur_document::read::read(&bytes, "long.pdf");
        read.map(drop).map_err(|e| Absent(e.to_string()))
    });
    let poppler = median(21, || others::pdftotext(&path));
    let poppler = ("pdftotext", &poppler);
    table.faster(&format!("Text of a {pages}-page PDF"), &lines, poppler, Some(1.0));
    table.faster("The same, recognised as a report", &recognised, poppler, None);
    let printed = print(&long.content, &template()).map_err(|e| Absent(e.to_string()))?;
    let written = rapporteur_document::write::docx::write(&printed);
    let docx = written.map_err(|e| Absent(e.to_string()))?.bytes;
    let path = folder.join("long.docx");
    std::fs::write(&path, &docx).map_err(cannot)?;
    let recognised = median(21, || {
        let read = rapporteur_document::read::read(&docx, "long.docx");
        read.map(drop).map_err(|e| Absent(e.to_string()))
    });
    let pandoc = median(7, || others::pandoc_reads(&path));
    table.faster("The same as DOCX, recognised", &recognised, ("pandoc", &pandoc), Some(10.0));
    Ok(())
}

/// Files made to do damage, and files that are only large: the slowest of them, and the most memory
/// that this program has had.
pub fn hostile(table: &mut Table, _: &Path) -> Measured<()> {
    let mut slowest = (Duration::ZERO, String::new());
    rapporteur_tests::bombs::each(&mut |name, bytes, _| {
        let start = std::time::Instant::now();
        let _ = rapporteur_document::read::read(bytes, name);
        if start.elapsed() > slowest.0 {
            slowest = (start.elapsed(), name.to_owned());
        }
    });
    let what = format!("The slowest of the hostile files ({})", slowest.1);
    table.within(&what, &Ok(slowest.0), Duration::from_secs(5));
    table.size("The most memory while reading them", &most_memory(), 500 * 1024 * 1024);
    Ok(())
}

/// The most memory this program has had, as Linux counts it.
fn most_memory() -> Measured<u64> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(cannot)?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.map(|count| count * 1024).ok_or_else(|| Absent("not told by this system".to_owned()))
}

/// A library that somebody has lived in for decades.
pub fn library(table: &mut Table, folder: &Path) -> Measured<()> {
    let file = folder.join("library.rapporteur");
    let mut product = Product::begin(&file)?;
    for report in many_reports(MANY) {
        product.create(report)?;
    }
    for (name, organisation) in many_people(MANY) {
        product.done(Request::SavePerson {
            person: None,
            name,
            role: None,
            status: None,
            organisation,
            since: None,
        })?;
    }
    let series = product.series;
    drop(product);
    let first = once(|| product::open(&file).map(drop));
    table.tell(&format!("First opening of the day, {MANY} reports (with its backup)"), &first);
    let opened = median(11, || product::open(&file).map(drop));
    table.tell(&format!("Opening a library of {MANY} reports and {MANY} people"), &opened);

    let mut product = Product::resume(&file, series)?;
    let listed = median(11, || product.done(Request::ListReports { series: None, deleted: false }));
    table.tell(&format!("Listing its {MANY} reports"), &listed);
    let found = median(21, || {
        let query = "ma".to_owned();
        product.done(Request::FindPeople { query, series: Some(series), limit: 8 })
    });
    table.tell(&format!("Finding people by two letters among {MANY}"), &found);
    let proposed = median(11, || product.done(Request::ProposeReport { series, from: None }));
    table.tell("Proposing its next report", &proposed);
    Ok(())
}

/// The built application on a library with the sample.
pub fn window(table: &mut Table, folder: &Path) -> Measured<()> {
    let file = folder.join("library.rapporteur");
    drop(Product::begin(&file)?);
    let usable = Window::new().and_then(|window| median(5, || window.open(&file, folder)));
    table.within("Window usable after its start", &usable, 1000 * MILLISECOND);
    Ok(())
}

/// The package people install.
pub fn package(table: &mut Table, _: &Path) -> Measured<()> {
    let folder = rapporteur_tests::repository().join("target/release/bundle/deb");
    let size = std::fs::read_dir(&folder).ok().and_then(|files| {
        let packages = files.flatten().map(|file| file.path());
        let package =
            packages.filter(|path| path.extension().is_some_and(|end| end == "deb")).max()?;
        Some(std::fs::metadata(package).ok()?.len())
    });
    let size = size.ok_or_else(|| Absent("not built yet: cargo xtask dist".to_owned()));
    table.size("Debian package", &size, 15_000_000);
    Ok(())
}

/// The time it took, if what it made is a file of that kind: nothing is made fastest of all.
fn made(taken: Measured, file: &Path, begins: &[u8]) -> Measured {
    let taken = taken?;
    match std::fs::read(file) {
        Ok(bytes) if bytes.starts_with(begins) => Ok(taken),
        _ => Err(Absent(format!("made no {}", file.file_name().unwrap_or_default().display()))),
    }
}

/// A stored report of at least a hundred pages, and how many it has.
fn hundred_pages(product: &mut Product) -> Measured<(StoredReport, usize)> {
    pages_long(product, 100)
}

/// A stored report of at least so many pages, and how many it has.
fn pages_long(product: &mut Product, at_least: usize) -> Measured<(StoredReport, usize)> {
    for rounds in at_least / 16.. {
        let stored = product.create(long_report(rounds))?;
        let pages = material::pages(&product.preview(&stored)?)?;
        if pages >= at_least {
            return Ok((stored, pages));
        }
    }
    unreachable!("every round adds pages")
}

fn cannot(error: std::io::Error) -> Absent {
    Absent(format!("a file could not be copied: {error}"))
}

//! A report that is pictures: said to be so, read by OCR where somebody wants that, and kept with
//! the pictures as its original. What tesseract reads of the pages of every fixture is held against
//! its text by `formats/pictures.rs`.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use rapporteur_core::api::{Imported, RefusalCode, Request, Response, handle, prepare};
use rapporteur_core::reading::InThisProcess;
use rapporteur_core::{Library, SystemClock};
use rapporteur_tests::photograph::photographed;
use rapporteur_tests::{checkers, repository, run};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// The photographed report, and a library with the sample's series.
fn scanned(folder: &Path) -> (String, Library) {
    let text = fs::read_to_string(repository().join("tests/fixtures/clean/strategy-90.txt"));
    let path = photographed(&text.unwrap(), folder).display().to_string();
    let mut library = Library::in_memory(&SystemClock).unwrap();
    handle(&mut library, &SystemClock, Request::AddSampleData).unwrap();
    (path, library)
}

fn imported(library: &mut Library, request: Request) -> Imported {
    match handle(library, &SystemClock, request).unwrap() {
        Response::ImportedList(mut all) => all.remove(0),
        other => panic!("{other:?}"),
    }
}

#[test]
fn pictures_are_said_to_be_pictures_and_read_by_ocr() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (path, mut library) = scanned(folder.path());
    let read = Request::ReadReport { path: path.clone() };
    let refusal = handle(&mut library, &SystemClock, read).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Pictures);
    assert!(refusal.message.contains("pictures only"), "{}", refusal.message);

    let Response::SeriesList(series) =
        handle(&mut library, &SystemClock, Request::ListSeries).unwrap()
    else {
        panic!("no series");
    };
    let series = Some(series[0].id);
    let plainly = Request::ImportReports { paths: vec![path.clone()], series };
    let offered = imported(&mut library, plainly);
    assert!(offered.report.is_none() && offered.ocr, "{offered:?}");

    let by_ocr = Request::ImportPictures { path: path.clone(), series };
    let kept = imported(&mut library, by_ocr.clone());
    let report = kept.report.unwrap_or_else(|| panic!("{:?}", kept.refused));
    assert_eq!(report.number, Some(90));
    let load = Request::LoadReport { report: report.id };
    let Response::Report(stored) = handle(&mut library, &SystemClock, load).unwrap() else {
        panic!("no report");
    };
    assert!(stored.content.agenda.len() > 2, "{:?}", stored.content.agenda);
    // Three people, and nobody made of the number at the foot of a page.
    let families = stored.content.participants.iter().map(|one| one.name.family.as_str());
    assert_eq!(families.collect::<Vec<_>>(), ["Haddad", "Falk", "Zielak"]);

    // The original is the file of pictures, and it is known when it comes again.
    let original = Request::LoadOriginalBytes { report: report.id };
    let answer = handle(&mut library, &SystemClock, original).unwrap();
    assert_eq!(answer, Response::Bytes(fs::read(&path).unwrap()));
    assert_eq!(imported(&mut library, by_ocr).known.map(|known| known.id), Some(report.id));
}

#[test]
fn a_language_that_tesseract_does_not_know_is_doubted() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(repository().join("tests/fixtures/costa-98.txt")).unwrap();
    let more = "Se acordó que los textos de las islas y del norte se envíen por correo a la \
        Secretaría, con las enmiendas de los puertos y una lista de los que se oponen a ellas. ";
    let text = text.replace("Nuria informó", &format!("{more}{more}Nuria informó"));
    let path = photographed(&text, folder.path()).display().to_string();
    let mut library = Library::in_memory(&SystemClock).unwrap();
    let answer = handle(&mut library, &SystemClock, Request::ReadPictures { path }).unwrap();
    let Response::Recognised(read) = answer else { panic!("{answer:?}") };
    let doubt = read.doubts.iter().find(|doubt| doubt.code == "ocr_language");
    let known = run("tesseract", &["--list-langs"]).1.lines().any(|code| code.trim() == "spa");
    assert_eq!(doubt.is_none(), known, "{doubt:?}");
    if let Some(doubt) = doubt {
        assert!(
            doubt.message.contains("in Spanish") && doubt.message.contains("tesseract-ocr-spa")
        );
    }
}

#[test]
fn reading_pictures_is_stopped_while_it_goes_on() {
    if checkers().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (path, mut library) = scanned(folder.path());
    let stop = Request::StopPictures { path: path.clone() };
    let reads = std::thread::spawn(move || {
        prepare(Request::ImportPictures { path, series: None }, &InThisProcess)
    });
    while !reads.is_finished() {
        handle(&mut library, &SystemClock, stop.clone()).unwrap();
        std::thread::sleep(Duration::from_millis(50));
    }
    match handle(&mut library, &SystemClock, reads.join().unwrap()).unwrap() {
        Response::ImportedList(all) => {
            let reason = all[0].refused.as_deref().unwrap_or("");
            assert!(reason.contains("cancelled"), "{reason}");
            assert!(all[0].ocr, "it is offered again");
        }
        other => panic!("{other:?}"),
    }
}

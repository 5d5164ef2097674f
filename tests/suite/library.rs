//! Libraries that are not as they should be, two writers at once, and a power cut.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use chrono::{TimeZone, Utc};
use rapporteur_core::api::{Refusal, RefusalCode, Request, Response, StoredReport, handle};
use rapporteur_core::{FixedClock, Library, SystemClock};
use rapporteur_tests::repository;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn clock(day: u32) -> FixedClock {
    FixedClock(Utc.with_ymd_and_hms(2026, 4, day, 12, 0, 0).unwrap())
}

fn sample(path: &Path) -> Library {
    let mut library = Library::open(path, &clock(1)).unwrap();
    ask(&mut library, Request::AddSampleData).unwrap();
    library
}

fn ask(library: &mut Library, request: Request) -> Result<Response, Refusal> {
    handle(library, &clock(1), request)
}

fn newest(library: &mut Library) -> StoredReport {
    let Response::Reports(all) =
        ask(library, Request::ListReports { series: None, deleted: false }).unwrap()
    else {
        panic!()
    };
    let Response::Report(report) = ask(library, Request::LoadReport { report: all[0].id }).unwrap()
    else {
        panic!()
    };
    *report
}

fn save(library: &mut Library, report: &StoredReport, base: u64) -> Result<Response, Refusal> {
    let content = report.content.clone();
    ask(library, Request::SaveReport { report: report.id, base_revision: base, content })
}

/// A file that is no library of ours is refused in words and left as it is.
fn check_refused(path: &Path, reason: &str) {
    let before = fs::read(path).ok();
    let said =
        Library::open(path, &clock(1)).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(
        said.contains(reason) && said.contains(path.to_str().unwrap()),
        "{}: {said}",
        path.display()
    );
    assert_eq!(fs::read(path).ok(), before, "{} was changed", path.display());
}

#[test]
fn what_is_no_library_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("text"), "These are not the reports you are looking for. ".repeat(100)).unwrap();
    check_refused(&at("text"), "not a Rapporteur library");
    Connection::open(at("foreign"))
        .unwrap()
        .execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    check_refused(&at("foreign"), "another program");
    sample(&at("newer")).close();
    Connection::open(at("newer"))
        .unwrap()
        .execute_batch("PRAGMA user_version = 99; PRAGMA journal_mode = DELETE")
        .unwrap();
    check_refused(&at("newer"), "newer Rapporteur");
    sample(&at("cut")).close();
    let bytes = fs::read(at("cut")).unwrap();
    fs::write(at("cut"), &bytes[..bytes.len() / 2]).unwrap();
    check_refused(&at("cut"), "damaged");
    check_refused(folder.path(), "folder");
    check_refused(&at("text/library"), "text");
    // Where nobody may make a file, root included.
    #[cfg(target_os = "linux")]
    for place in ["/proc/library", "/proc/reports/library"] {
        check_refused(Path::new(place), "choose another");
    }
}

#[test]
fn a_library_of_each_version_opens_with_all_it_held() {
    // `version-1.rapporteur` was written by the program when that version was the newest.
    let kept = repository().join("tests/fixtures/libraries");
    let mut count = 0;
    for file in fs::read_dir(kept).unwrap() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.rapporteur");
        fs::copy(file.unwrap().path(), &path).unwrap();
        let mut library = Library::open(&path, &clock(2)).unwrap();
        let report = newest(&mut library);
        assert_eq!(report.content.meeting.number, Some(111));
        assert!(report.content.participants.len() > 20);
        let saved = save(&mut library, &report, report.revision).unwrap();
        assert!(matches!(saved, Response::Saved(saved) if saved.revision == report.revision + 1));
        count += 1;
    }
    assert!(count > 0);
}

/// Not a proof: keeps a library of today's version before a migration makes it yesterday's.
#[test]
#[ignore = "run by hand, with RAPPORTEUR_PROOF_LIBRARY naming the file, before a migration is added"]
fn writes_a_library_to_keep() {
    let Some(path) = std::env::var_os("RAPPORTEUR_PROOF_LIBRARY").map(PathBuf::from) else {
        return;
    };
    let whole = tempfile::tempdir().unwrap();
    let mut library = sample(&whole.path().join("library"));
    ask(&mut library, Request::BackUp { path: path.display().to_string() }).unwrap();
}

#[test]
fn an_earlier_version_is_backed_up_before_it_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    // Ours by its mark, and of a version before the first.
    Connection::open(&path)
        .unwrap()
        .execute_batch("PRAGMA application_id = 0x52617070; PRAGMA user_version = 0")
        .unwrap();
    Library::open(&path, &clock(3)).unwrap().close();
    let backup = folder.path().join("library.backups/2026-04-03-version-0.rapporteur");
    let backup = Connection::open(backup).unwrap();
    let version: i64 = backup.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 0, "the backup is of the library as it was");
}

#[test]
fn a_library_that_can_only_be_read_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library");
    sample(&path).close();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let mut library = Library::open(&path, &clock(1)).unwrap();
    let report = newest(&mut library);
    let refusal = save(&mut library, &report, report.revision).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Library);
    assert!(refusal.message.contains("only be read"), "{}", refusal.message);
}

#[test]
fn a_full_disk_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().display().to_string();
    // A disk of four megabytes that only this test's child sees.
    let script = "mount -t tmpfs -o size=4m small \"$1\" && exec \"$2\" --exact library::on_a_small_disk --ignored --nocapture";
    let program = std::env::current_exe().unwrap();
    let done = Command::new("unshare")
        .args([
            "--map-root-user",
            "--mount",
            "sh",
            "-c",
            script,
            "sh",
            &disk,
            program.to_str().unwrap(),
        ])
        .env("RAPPORTEUR_PROOF_LIBRARY", folder.path().join("library"))
        .output();
    let Ok(done) = done else {
        println!("skipped: this system has no unshare");
        return;
    };
    let said =
        String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    if said.contains("Operation not permitted") || said.contains("permission denied") {
        println!("skipped: this account may not make a disk of its own: {said}");
        return;
    }
    assert!(done.status.success() && said.contains("the small disk was full"), "{said}");
}

/// Not a proof of its own: what happens on the small disk.
#[test]
#[ignore = "run by a_full_disk_loses_nothing"]
fn on_a_small_disk() {
    let Some(path) = std::env::var_os("RAPPORTEUR_PROOF_LIBRARY").map(PathBuf::from) else {
        return;
    };
    let mut library = sample(&path);
    let report = newest(&mut library);
    let mut long = report.clone();
    let text = rapporteur_document::model::Block::paragraph("words ".repeat(1_000_000));
    long.content.agenda[0].section.blocks.push(text);
    let refusal = save(&mut library, &long, report.revision).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Library);
    assert!(
        refusal.message.contains("disk is full") && refusal.message.contains("make room"),
        "{}",
        refusal.message
    );
    assert_eq!(newest(&mut library).revision, report.revision);
    save(&mut library, &report, report.revision).expect("a change that fits is stored");

    let folder = path.parent().unwrap();
    let filler = folder.join("filler");
    let _ = fs::write(&filler, vec![0; 8 << 20]);
    let format = rapporteur_core::api::ExportFormat::Pdf;
    let request = Request::ExportReport {
        report: report.id,
        format,
        path: folder.join("r.pdf").display().to_string(),
    };
    let refusal = ask(&mut library, request).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::File);
    assert!(refusal.message.contains("disk is full"), "{}", refusal.message);
    assert!(!folder.join("r.pdf").exists());
    println!("the small disk was full");
}

#[test]
fn two_writers_never_overwrite_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library");
    let mut one = sample(&path);
    let mut other = Library::open(&path, &clock(1)).unwrap();
    let report = newest(&mut one);
    let mut changed = report.clone();
    changed.content.meeting.number = Some(999);
    save(&mut other, &changed, report.revision).unwrap();
    let refusal = save(&mut one, &report, report.revision).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Stale);
    let revision = refusal.fields.iter().find(|field| field.field == "revision").unwrap();
    assert_eq!(revision.message, (report.revision + 1).to_string());
    assert_eq!(newest(&mut one).content.meeting.number, Some(999));
    save(&mut one, &report, report.revision + 1).unwrap();
}

#[test]
fn a_power_cut_keeps_what_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library");
    sample(&path).close();
    // This very test program, told to save in a loop, is killed in the middle of it.
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "library::saves_in_a_loop", "--nocapture", "--ignored"])
        .env("RAPPORTEUR_PROOF_LIBRARY", &path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut acknowledged = 0_u64;
    let lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    for line in lines.map_while(Result::ok) {
        if let Some(revision) = line.strip_prefix("saved ") {
            acknowledged = revision.parse().unwrap();
            if acknowledged > 40 {
                child.kill().unwrap();
                break;
            }
        }
    }
    child.wait().unwrap();
    assert!(acknowledged > 40);
    let mut library = Library::open(&path, &clock(1)).unwrap();
    assert!(newest(&mut library).revision >= acknowledged);
    let Response::Findings(found) = ask(&mut library, Request::Doctor).unwrap() else { panic!() };
    assert!(found.iter().all(|finding| !finding.serious), "{found:?}");
}

/// Not a proof: what the power cut above happens to.
#[test]
#[ignore = "run by a_power_cut_keeps_what_was_acknowledged"]
fn saves_in_a_loop() {
    let Some(path) = std::env::var_os("RAPPORTEUR_PROOF_LIBRARY").map(PathBuf::from) else {
        return;
    };
    let mut library = Library::open(&path, &SystemClock).unwrap();
    let report = newest(&mut library);
    for revision in report.revision.. {
        save(&mut library, &report, revision).unwrap();
        println!("saved {}", revision + 1);
    }
}

#[test]
fn a_backup_takes_no_place_that_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    let mut library = sample(&path);
    let report = newest(&mut library);
    let round_about = folder.path().join(".").join("library.rapporteur");
    for to in [path.clone(), round_about] {
        let refusal =
            ask(&mut library, Request::BackUp { path: to.display().to_string() }).unwrap_err();
        assert!(refusal.message.contains("library itself"), "{}", refusal.message);
    }
    save(&mut library, &report, report.revision).unwrap();
    library.close();
    let mut library = Library::open(&path, &clock(1)).unwrap();
    assert_eq!(newest(&mut library).revision, report.revision + 1, "the library is still in use");

    // A file of the user's that is named like the backup in the making.
    let other = folder.path().join("copy.part");
    fs::write(&other, "mine").unwrap();
    let copy = folder.path().join("copy.rapporteur");
    ask(&mut library, Request::BackUp { path: copy.display().to_string() }).unwrap();
    assert_eq!(fs::read(&other).unwrap(), b"mine");
}

#[test]
fn thinning_out_takes_only_what_was_made_daily() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    sample(&path).close();
    let backups = folder.path().join("library.backups");
    let kept =
        ["0 read me.txt", "2026-03-01-version-0.rapporteur", "2026-03-01 by hand.rapporteur"];
    fs::create_dir_all(&backups).unwrap();
    for name in kept {
        fs::write(backups.join(name), "kept").unwrap();
    }
    for day in 1..=20 {
        Library::open(&path, &clock(day)).unwrap().close();
    }
    for name in kept {
        assert!(backups.join(name).exists(), "{name} was removed");
    }
    assert_eq!(fs::read_dir(&backups).unwrap().count(), 14 + kept.len());
}

#[test]
fn backups_are_made_thinned_out_and_restored() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.rapporteur");
    sample(&path).close();
    for day in 1..=20 {
        Library::open(&path, &clock(day)).unwrap().close();
    }
    let backups = folder.path().join("library.backups");
    let mut names: Vec<String> = fs::read_dir(&backups)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!((names.len(), names[0].as_str()), (14, "2026-04-07.rapporteur"));

    let mut library = Library::open(&path, &clock(20)).unwrap();
    let copy = folder.path().join("copy.rapporteur");
    ask(&mut library, Request::BackUp { path: copy.display().to_string() }).unwrap();
    let report = newest(&mut library);
    ask(&mut library, Request::DeleteReport { report: report.id }).unwrap();
    assert_ne!(newest(&mut library).id, report.id);
    library.close();
    let kept = Library::restore(&path, &copy, &clock(20)).unwrap();
    assert!(kept.is_file());
    assert_eq!(newest(&mut Library::open(&path, &clock(20)).unwrap()).id, report.id);
    let refused = Library::restore(&path, &folder.path().join("absent"), &clock(20)).unwrap_err();
    assert!(refused.to_string().contains("no such file"), "{refused}");
}

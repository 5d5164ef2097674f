//! A folder of good and bad files on its way into a library, from a terminal.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur-cli"));
    command.current_dir(folder).args(["--library", "a.rapporteur"]);
    command
}

/// Its exit code, its standard output and its standard error.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = program(folder).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

fn series(folder: &Path) {
    let template = "WG-Strategy summary report";
    let (code, _, said) =
        run(folder, &["series", "--create", "WG-Harbour", "--template", template]);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn series_that_the_library_does_not_have_are_told_with_what_begins_them() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    series(folder);
    for name in ["quarry-109.txt", "orchard-44.md"] {
        fs::copy(fixture(name), folder.join(name)).unwrap();
    }
    let (code, imported, said) = run(folder, &["import", "quarry-109.txt", "orchard-44.md"]);
    assert_eq!((code, imported.as_str()), (Some(1), ""), "{said}");
    let mut told = said.lines().skip_while(|line| !line.contains("series --create NAME"));
    assert!(told.next().is_some_and(|line| line.contains("--template NAME")), "{said}");
    let told: Vec<&str> = told.collect();
    assert!(told.len() == 2 && told.iter().all(|line| line.contains("1 file, best")), "{said}");
    let name = told[0].split(['“', '”']).nth(1).unwrap();
    let template = told[0].split(['“', '”']).nth(3).unwrap();
    let begin = ["series", "--create", name, "--template", template];
    assert_eq!(run(folder, &begin).0, Some(0));
    let (_, imported, said) = run(folder, &["import", "quarry-109.txt", "orchard-44.md"]);
    assert_eq!(imported.lines().count(), 1, "{said}");
}

#[test]
fn good_files_come_in_and_each_bad_one_is_named_with_its_reason() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    series(folder);
    fs::create_dir_all(folder.join("in/2024")).unwrap();
    for (name, to) in [
        ("harbour-12.txt", "in/b harbour.txt"),
        ("orchard-44.md", "in/n orchard.md"),
        ("quarry-109.txt", "in/2024/quarry.txt"),
        ("harbour-12.txt", "in/z the same.txt"),
    ] {
        fs::copy(fixture(name), folder.join(to)).unwrap();
    }
    // What is wrong with each, and what to do.
    let bad: [(&str, &[u8], &str, &str); 6] = [
        ("a empty.txt", b"", "is empty", "Choose another file"),
        ("c cut.pdf", b"%PDF-1.7 and no more", "damaged or cut short", "save it anew"),
        ("d no.docx", &[7, 0, 0, 9, 1, 0, 200, 3], "not known here", "save it as DOCX"),
        ("e old.doc", &[0xD0, 0xCF, 0x11, 0xE0, 1], "old Word document", "save it as DOCX"),
        ("f letter.rtf", b"{\\rtf1 hello}", "Rich Text", "save it as DOCX"),
        ("g half.docx", b"PK\x03\x04 and no more", "damaged", "again"),
    ];
    for (name, bytes, ..) in bad {
        fs::write(folder.join("in").join(name), bytes).unwrap();
    }
    fs::write(folder.join("in/picture.png"), b"x").unwrap();

    let (code, imported, said) = run(folder, &["import", "in", "--series", "WG-Harbour"]);
    assert_eq!(code, Some(1), "{said}");
    for (name, meeting) in
        [("b harbour.txt", "12th"), ("n orchard.md", "44th"), ("quarry.txt", "109th")]
    {
        let line = imported.lines().find(|line| line.contains(name));
        assert!(line.is_some_and(|line| line.contains(meeting)), "{name}: {imported}");
    }
    assert_eq!(imported.lines().count(), 3, "{imported}");
    for (name, _, why, how) in bad {
        let line =
            said.lines().find(|line| line.starts_with("not imported:") && line.contains(name));
        let line = line.unwrap_or_else(|| panic!("{name}: {said}"));
        assert!(line.contains(why) && line.contains(how), "{line}");
    }
    let same = said.lines().any(|line| {
        line.contains("z the same.txt is in the library already") && line.contains("meeting 12")
    });
    assert!(same, "{said}");
    assert!(said.contains("1 in the library already, 6 not imported, 1 left out"), "{said}");
    let (_, list, _) = run(folder, &["list"]);
    assert_eq!(list.lines().count(), 3, "{list}");

    // Again: every content is known, whatever its file is called now.
    fs::rename(folder.join("in/n orchard.md"), folder.join("in/renamed.md")).unwrap();
    let (code, imported, said) = run(folder, &["import", "in", "--series", "WG-Harbour"]);
    assert_eq!((code, imported.as_str()), (Some(1), ""), "{said}");
    assert!(said.contains("renamed.md is in the library already"), "{said}");
    assert!(said.contains("0 imported with 0 doubts, 4 in the library already, 6 not"), "{said}");
    // Where nothing was wrong the code says so.
    let (code, _, said) = run(folder, &["import", "in/2024", "in/renamed.md"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, _, said) = run(folder, &["import", "in/2024", "gone.docx"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("gone.docx could not be read: there is no such file"), "{said}");
    let (_, list, _) = run(folder, &["list"]);
    assert_eq!(list.lines().count(), 3, "{list}");
}

#[test]
fn a_reader_that_stops_listening_ends_the_program_quietly() {
    let home = tempfile::tempdir().unwrap();
    series(home.path());
    let harbour = fixture("harbour-12.txt");
    for arguments in
        [&["list"][..], &["series"], &["templates"], &["read", "--json", harbour.to_str().unwrap()]]
    {
        let (nobody, written) = std::io::pipe().unwrap();
        drop(nobody);
        let Output { status, stderr, .. } =
            program(home.path()).args(arguments).stdout(written).output().unwrap();
        assert_eq!(status.code(), Some(0), "{arguments:?}");
        let said = String::from_utf8(stderr).unwrap();
        assert!(!said.contains("panic") && !said.contains("rapporteur-cli:"), "{said}");
    }
}

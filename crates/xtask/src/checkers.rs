//! The independent checkers of the tests, in `target/checkers`: a Python environment and npm
//! packages, at the versions that `tests/checkers` names.

use std::fs;
use std::path::PathBuf;

use crate::process::{Failure, Program, cannot, root};
use crate::stamp::Stamp;

/// The folder of the checkers, which tests get as `RAPPORTEUR_CHECKERS`.
pub fn folder() -> PathBuf {
    root().join("target/checkers")
}

/// Installs the checkers unless they are there.
pub fn install() -> Result<(), Failure> {
    let stamp = Stamp::of("checkers", &["tests/checkers"])?;
    if stamp.is_current() && folder().join("node_modules").is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder()).map_err(|error| cannot("create", &folder(), &error))?;
    let venv = folder().join("venv");
    Program::new("python3", &["-m", "venv", "--clear", &venv.to_string_lossy()]).run()?;
    let requirements = root().join("tests/checkers/requirements.txt");
    Program::new(
        venv.join("bin/pip"),
        &["install", "--quiet", "--requirement", &requirements.to_string_lossy()],
    )
    .run_patiently()?;
    for file in ["package.json", "package-lock.json"] {
        let (from, to) = (root().join("tests/checkers").join(file), folder().join(file));
        fs::copy(&from, &to).map_err(|error| cannot("copy", &from, &error))?;
    }
    Program::npm(&folder(), &["ci", "--no-audit", "--no-fund"]).run_patiently()?;
    stamp.set()
}

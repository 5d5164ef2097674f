//! `cargo xtask run`: from a fresh clone to the open window.

use crate::process::{Failure, Program, root};
use crate::{pages, system};

/// Builds what is out of date and opens the application.
pub fn run(release: bool, arguments: &[String]) -> Result<(), Failure> {
    system::need(system::RUN)?;
    pages::build()?;
    let mut build = vec!["build", "--package", "rapporteur"];
    if release {
        build.push("--release");
    }
    Program::cargo(&build).run()?;
    let profile = if release { "release" } else { "debug" };
    let name = format!("rapporteur{}", std::env::consts::EXE_SUFFIX);
    let program = root().join("target").join(profile).join(name);
    Program::new(program, &[]).args(arguments).run()
}

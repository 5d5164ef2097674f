//! The requests of Rapporteur from a terminal, for scripts, for power users and for proofs.
//!
//! Results go to standard output, messages to standard error. The exit code is 0 when it is
//! done, 1 when there are findings or it was refused, 2 when it was called wrongly.
//! Deliberately absent: any operation that is not a request of `rapporteur-core`.

mod arguments;
mod check;
mod lists;
mod lookup;
mod output;
mod people;
mod run;
mod search;
mod show;

use arguments::Arguments;
use clap::Parser;
use rapporteur_core::reading;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Started by itself to read files: see `rapporteur_core::reading`.
    if std::env::args_os().nth(1).is_some_and(|argument| argument == reading::ARGUMENT) {
        return reading::serve();
    }
    let arguments = Arguments::parse();
    match run::run(&arguments) {
        Ok(run::Outcome::Done) => ExitCode::SUCCESS,
        Ok(run::Outcome::Findings) => ExitCode::from(1),
        Err(problem) => {
            eprintln!("rapporteur-cli: {}", problem.message);
            for field in &problem.fields {
                eprintln!("  {}: {}", field.field, field.message);
            }
            ExitCode::from(if problem.wrong_use { 2 } else { 1 })
        }
    }
}

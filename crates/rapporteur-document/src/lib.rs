//! The report as data: the model of a Summary Report, the house style that prints it, the rules
//! that check it, the readers that bring prior reports in and the writers that take a report out.
//!
//! Called by `rapporteur-core` and by the tests. Everything here takes values and returns
//! values and warnings. Deliberately absent: the clock, files, the environment, threads, the
//! database; `clippy.toml` beside this crate refuses them. Readers and writers never see each
//! other; `style`, `naming` and `compare` see only the model.

pub mod check;
pub mod compare;
mod error;
pub mod model;
pub mod naming;
pub mod read;
pub mod style;
pub mod write;

pub use error::Error;

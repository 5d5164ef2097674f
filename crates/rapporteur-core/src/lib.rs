//! The product without a window: every operation over one SQLite library file.
//!
//! Called by the shell, the command line and the tests, all through [`api::handle`].
//! Deliberately absent: windows, dialogs, the network.

pub mod api;
mod check;
mod clock;
mod error;
mod exchange;
mod library;
mod people;
mod reference;
mod reports;
pub mod sample;
mod search;
mod series;
mod storage;
mod templates;
mod transcript;

pub use clock::{Clock, FixedClock, SystemClock};
pub use error::Error;
pub use library::Library;

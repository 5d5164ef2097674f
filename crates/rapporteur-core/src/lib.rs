//! The product without a window: every operation over one SQLite library file.
//!
//! Called by the shell, the command line and the tests, all through [`api::handle`].
//! Deliberately absent: windows, dialogs, the network.

pub mod api;
pub mod sample;

//! Standard output, which whoever reads it may close: `rapporteur-cli list | head`.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write, stdout};
use std::process::exit;

/// Writes as `print!` does.
macro_rules! out {
    ($($words:tt)*) => { $crate::output::write(format_args!($($words)*)) };
}

/// Writes a line as `println!` does.
macro_rules! outln {
    () => { $crate::output::write(format_args!("\n")) };
    ($($words:tt)*) => { $crate::output::write(format_args!("{}\n", format_args!($($words)*))) };
}

pub(crate) use {out, outln};

/// Writes to standard output. Ends the program where nobody reads it any more, which is no
/// failure, and where it cannot be written, which is one.
pub fn write(words: Arguments) {
    match stdout().write_fmt(words) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => exit(0),
        Err(error) => {
            eprintln!("rapporteur-cli: the answer could not be written: {error}");
            exit(1);
        }
    }
}

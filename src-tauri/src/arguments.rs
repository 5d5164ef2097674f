//! The few words the program understands on its command line.
//!
//! Called once at the start. Everything a script could want is in `rapporteur-cli`, not here.

use std::ffi::OsString;
use std::path::PathBuf;

use rapporteur_core::reading;

/// What `--help` prints.
pub const HELP: &str = "\
Drafts, checks and publishes the Summary Reports of a recurring meeting, without a network.

Usage: rapporteur [--library FILE]

Options:
  --library FILE  The library to open, instead of your own [env: RAPPORTEUR_LIBRARY]
  --help          Print this
  --version       Print the version

For scripts, use rapporteur-cli.
";

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// The window, over this library; over the user's own if none is named.
    Window {
        /// The library's file.
        library: Option<PathBuf>,
    },
    /// Files are to be read for the application that started this one.
    Reader,
    /// What the program can be told.
    Help,
    /// Which version this is.
    Version,
    /// Something this program does not know; the sentence says what.
    Misuse(String),
}

/// Reads the arguments after the program's name. `library` is what the environment names, and
/// counts only if the arguments name none.
pub fn read(arguments: impl Iterator<Item = OsString>, library: Option<OsString>) -> Asked {
    let mut library = library.filter(|path| !path.is_empty()).map(PathBuf::from);
    let mut arguments = arguments.peekable();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some(reading::ARGUMENT) => return Asked::Reader,
            Some("--help" | "-h") => return Asked::Help,
            Some("--version" | "-V") => return Asked::Version,
            Some("--library") => match arguments.next() {
                Some(path) if !path.is_empty() => library = Some(path.into()),
                _ => return Asked::Misuse("--library needs the name of a file.".into()),
            },
            Some(word) if word.starts_with("--library=") => {
                library = Some(word["--library=".len()..].into());
            }
            _ => {
                let word = argument.to_string_lossy();
                return Asked::Misuse(format!("{word} is not something Rapporteur understands."));
            }
        }
    }
    Asked::Window { library }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], environment: Option<&str>, expected: &Asked) {
        let read = read(arguments.iter().map(OsString::from), environment.map(OsString::from));
        assert_eq!(&read, expected, "{arguments:?} with {environment:?}");
    }

    fn window(library: Option<&str>) -> Asked {
        Asked::Window { library: library.map(PathBuf::from) }
    }

    #[test]
    fn command_line() {
        check(&[], None, &window(None));
        check(&[], Some(""), &window(None));
        check(&[], Some("of env"), &window(Some("of env")));
        check(&["--library", "a b"], Some("of env"), &window(Some("a b")));
        check(&["--library=a"], None, &window(Some("a")));
        check(&[reading::ARGUMENT], Some("of env"), &Asked::Reader);
        check(&["--version"], None, &Asked::Version);
        check(&["--library", "a", "--help"], None, &Asked::Help);
        check(&["--library"], None, &Asked::Misuse("--library needs the name of a file.".into()));
        check(
            &["report.docx"],
            None,
            &Asked::Misuse("report.docx is not something Rapporteur understands.".into()),
        );
    }
}

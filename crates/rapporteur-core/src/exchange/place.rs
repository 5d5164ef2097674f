//! Writing a file whole or not at all.

use crate::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes a file so that at no moment a half-written one stands under its name: beside it,
/// flushed to the disk, then renamed, then read back and compared.
///
/// # Errors
/// [`Error::File`]; what stood under the name before is still there then.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let fail = |error: &std::io::Error| Error::file(path, "written", error);
    if path.is_dir() {
        return Err(fail(&std::io::ErrorKind::IsADirectory.into()));
    }
    let mut aside = tempfile::Builder::new()
        .prefix(".rapporteur-")
        .tempfile_in(folder)
        .map_err(|error| fail(&error))?;
    aside.write_all(bytes).map_err(|error| fail(&error))?;
    aside.as_file().sync_all().map_err(|error| fail(&error))?;
    open_to_others(aside.path()).map_err(|error| fail(&error))?;
    aside.persist(path).map_err(|error| fail(&error.error))?;
    let written = std::fs::read(path).map_err(|error| fail(&error))?;
    if written != bytes {
        return Err(Error::File {
            path: path.to_owned(),
            verb: "written",
            reason: "what the disk gave back differs from what was written; export again to another disk".to_owned(),
        });
    }
    Ok(())
}

/// A temporary file is for its owner alone; a report is for sending.
#[cfg(unix)]
fn open_to_others(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_others(_path: &Path) -> std::io::Result<()> {
    Ok(())
}

/// The file to write: the path itself, or the given name in it where it is a folder.
pub(super) fn file_at(path: &str, name: &str) -> PathBuf {
    let path = PathBuf::from(path);
    if path.is_dir() || path.as_os_str().is_empty() { path.join(name) } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.pdf");
        write_whole(&path, b"one").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }

    fn check_refused(path: &Path, reason: &str) {
        let message = write_whole(path, b"x").unwrap_err().to_string();
        assert!(
            message.contains(reason) && message.contains(&*path.to_string_lossy()),
            "{message}"
        );
    }

    #[test]
    fn a_place_that_takes_no_file_is_told() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("file"), "").unwrap();
        check_refused(&folder.path().join("absent/report.pdf"), "no such file or folder");
        check_refused(&folder.path().join("file/report.pdf"), "not a folder");
        check_refused(folder.path(), "folder");
        #[cfg(target_os = "linux")]
        check_refused(Path::new("/proc/report.pdf"), "choose another");
    }
}

//! What is done already: a file in `target/` that holds a digest of what the work was made from.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::process::{Failure, cannot, root};

/// The state of some files and folders.
pub struct Stamp {
    file: PathBuf,
    digest: String,
}

impl Stamp {
    /// Reads the inputs, files or folders below the root; what is missing counts as empty.
    pub fn of(name: &str, inputs: &[&str]) -> Result<Self, Failure> {
        let mut hasher = DefaultHasher::new();
        for input in inputs {
            for file in files(&root().join(input))? {
                file.hash(&mut hasher);
                fs::read(&file).map_err(|error| cannot("read", &file, &error))?.hash(&mut hasher);
            }
        }
        let file = root().join("target/stamps").join(name);
        Ok(Self { file, digest: format!("{:016x}", hasher.finish()) })
    }

    /// Whether the work was done with the same inputs.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|digest| digest == self.digest)
    }

    /// The work is done.
    pub fn set(&self) -> Result<(), Failure> {
        let folder = self.file.parent().expect("a stamp is in a folder");
        fs::create_dir_all(folder).map_err(|error| cannot("create", folder, &error))?;
        fs::write(&self.file, &self.digest).map_err(|error| cannot("write", &self.file, &error))
    }
}

/// The files of a folder and its folders in order, or the file itself; nothing if it is missing.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| cannot("read", path, &error))? {
        let entry = entry.map_err(|error| cannot("read", path, &error))?;
        found.extend(files(&entry.path())?);
    }
    found.sort();
    Ok(found)
}

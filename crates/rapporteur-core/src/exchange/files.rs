//! Which files there are among dropped or chosen files and folders.

use crate::api::FoundFiles;
use crate::error::Error;
use rapporteur_document::read::ENDINGS;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// Names of old formats, which are refused one by one with the program that converts them.
const OLD_ENDINGS: &[&str] = &["doc", "dot", "rtf", "wps", "wpd", "pages"];

/// A folder that lies deeper than this is no place for reports.
const DEEPEST: usize = 32;

/// The files that may be reports: every named file, and from folders those whose names end like
/// a document's, by name, folder by folder. Hidden files and what is only linked to are skipped.
pub(crate) fn find(paths: &[String]) -> FoundFiles {
    let mut found = Found::default();
    for path in paths {
        let path = Path::new(path);
        if path.is_dir() { found.folder(path, 0) } else { found.keep(path) }
    }
    found.files
}

#[derive(Default)]
struct Found {
    files: FoundFiles,
    seen: HashSet<PathBuf>,
}

impl Found {
    fn keep(&mut self, path: &Path) {
        if self.seen.insert(path.to_owned()) {
            self.files.files.push(path.to_string_lossy().into_owned());
        }
    }

    fn folder(&mut self, folder: &Path, depth: usize) {
        if !self.seen.insert(folder.to_owned()) {
            return;
        }
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                let error = Error::file(folder, "read", &error);
                return self.files.unreadable.push(error.to_string());
            }
        };
        let mut entries: Vec<_> = entries.flatten().collect();
        entries.sort_by_key(std::fs::DirEntry::file_name);
        let mut folders = Vec::new();
        for entry in entries {
            let path = entry.path();
            let hidden = is_hidden(&path);
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !hidden && depth < DEEPEST => folders.push(path),
                Ok(kind) if kind.is_file() && !hidden && is_document(&path) => self.keep(&path),
                Ok(kind) if kind.is_file() && !hidden => self.files.left_out += 1,
                _ => {}
            }
        }
        for folder in folders {
            self.folder(&folder, depth + 1);
        }
    }
}

/// Whether the system or a word processor hides the file: `.name`, `~$name.docx`.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

fn is_document(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    ENDINGS.iter().chain(OLD_ENDINGS).any(|known| *known == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_in_order_and_only_documents_are_taken() {
        let home = tempfile::tempdir().unwrap();
        for name in [
            "b.docx",
            "a.PDF",
            ".hidden.docx",
            "~$b.docx",
            "photo.jpg",
            "z/c.txt",
            "z/.git/d.txt",
            "old.doc",
        ] {
            let path = home.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        let folder = home.path().to_string_lossy().into_owned();
        let named = home.path().join("photo.jpg").to_string_lossy().into_owned();
        let found = find(&[folder.clone(), named.clone(), folder]);
        let names: Vec<&str> = found
            .files
            .iter()
            .map(|path| &path[home.path().to_string_lossy().len() + 1..])
            .collect();
        // The folder a second time gives nothing new.
        assert_eq!(names, ["a.PDF", "b.docx", "old.doc", "z/c.txt", "photo.jpg"]);
        assert_eq!(found.left_out, 1);
        assert_eq!(found.unreadable, Vec::<String>::new());
    }
}

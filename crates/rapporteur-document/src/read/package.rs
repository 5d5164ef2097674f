//! A packed document (DOCX, ODT): its parts, unpacked within limits.
//!
//! Called by the readers of packed formats and by [`kind`](super::kind). Nothing is ever written
//! to a path named in a package, so odd paths do no harm. Deliberately absent: pictures and every
//! other part that holds no words; they are never unpacked.

use crate::Error;
use std::cell::Cell;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most entries a package may have. A report with 500 pictures has under 600.
const MOST_ENTRIES: usize = 10_000;

/// The most bytes that are unpacked from one package. A report of 500 pages has about 10 MB.
const MOST_BYTES: u64 = 48 * 1024 * 1024;

/// A package that is open for reading.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: Cell<u64>,
}

impl<'b> Package<'b> {
    /// Opens the package.
    ///
    /// # Errors
    /// [`Error::Read`] where the bytes are no whole package or have too many entries.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Error> {
        // Counted before the library keeps a record of each: the directory itself may be the bomb.
        if entries(bytes) > MOST_ENTRIES {
            return Err(too_large());
        }
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("its end is missing"))?;
        Ok(Self { archive, left: Cell::new(MOST_BYTES) })
    }

    /// The names of all parts.
    pub fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect()
    }

    /// The bytes of a part, or `None` where there is none of this name. Upper and lower case are
    /// the same, as the packaging standard (ECMA-376 part 2) has it.
    ///
    /// # Errors
    /// [`Error::Read`] where the part is damaged or the package unpacks to too much.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let name = name.trim_start_matches('/');
        let position = self.archive.index_for_name(name).or_else(|| {
            let same = |other: &str| other.replace('\\', "/").eq_ignore_ascii_case(name);
            self.archive.file_names().position(|other| other.is_ok_and(|other| same(&other)))
        });
        let Some(position) = position else { return Ok(None) };
        let file = self.archive.by_index(position).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => {
                damaged("it is packed in a way that word processors do not use, or locked")
            }
            _ => damaged("one of its parts cannot be found"),
        })?;
        let left = self.left.get();
        let mut bytes = Vec::new();
        file.take(left + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| damaged("one of its parts cannot be unpacked"))?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > left {
            return Err(too_large());
        }
        self.left.set(left - length);
        Ok(Some(bytes))
    }
}

/// How many entries the directory of a package seems to have.
fn entries(bytes: &[u8]) -> usize {
    let mut count = 0;
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'P') {
        rest = &rest[at..];
        count += usize::from(rest.starts_with(b"PK\x01\x02"));
        rest = &rest[1..];
    }
    count
}

/// The error for a package or part that is not whole.
pub fn damaged(how: &str) -> Error {
    Error::Read {
        reason: format!(
            "it is damaged: {how}. Open it in Word or LibreOffice, save it again and choose that \
             file; if neither opens it, ask for another copy."
        ),
    }
}

fn too_large() -> Error {
    Error::Read {
        reason: "it unpacks to far more than a report ever holds, so it was not read. Open it in \
                 Word or LibreOffice only if you trust where it comes from, copy the report into \
                 a new document and choose that."
            .to_owned(),
    }
}

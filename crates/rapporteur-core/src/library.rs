//! A library: one SQLite file with everything a secretariat keeps.
//!
//! Opened by the shell and the command line, then handed to [`crate::api::handle`]. Every write
//! goes through [`Library::write`]: one immediate transaction, all or nothing.

use crate::check::Remembered;
use crate::clock::{Clock, stamp};
use crate::error::Error;
use crate::people::{Directory, own_nicknames};
use crate::reading::{InThisProcess, Reader};
use crate::storage::{
    self,
    changes::Watch,
    schema::{self, Kind},
};
use crate::{search, templates};
use chrono::{DateTime, Utc};
use rapporteur_document::write::pdf::Fonts;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

/// How many dated backups are kept beside a library.
const BACKUPS: usize = 14;

/// How many reports are drawn into the search index in one transaction.
const DRAWN_AT_ONCE: u32 = 200;

/// The directory as it was drawn last; before it the count of changes it was drawn at, and the
/// user's own list of nicknames.
type Drawn = (((i64, u64), Option<String>), Arc<Directory>);

/// An open library.
pub struct Library {
    path: PathBuf,
    connection: Connection,
    read_only: Option<String>,
    fonts: OnceLock<Fonts>,
    reader: Arc<dyn Reader>,
    /// What the last check left for the next one.
    pub(crate) checked: Mutex<Remembered>,
    people: Watch,
    directory: RefCell<Option<Drawn>>,
}

impl Library {
    /// Opens a library, beginning an empty one where there is no file. A library of an earlier
    /// version is backed up, then brought up to date. Once a day it is backed up on opening.
    ///
    /// # Errors
    /// [`Error::Open`] for a file that is no library, is damaged or newer than this program;
    /// the file is left as it is.
    pub fn open(path: &Path, clock: &dyn Clock) -> Result<Self, Error> {
        let refuse =
            |reason: &str| Error::Open { path: path.to_owned(), reason: reason.to_owned() };
        if path.is_dir() {
            return Err(refuse("it is a folder; name the file of a library in it"));
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .map_err(|error| refuse(&Error::file(folder, "made", &error).to_string()))?;
        }
        let read_only = read_only_reason(path);
        let connection =
            connect(path, read_only.is_some()).map_err(|error| refuse(&explain(&error)))?;
        let mut library = Self::over(path.to_owned(), connection, read_only)?;
        let kind =
            schema::identify(&library.connection).map_err(|error| refuse(&explain(&error)))?;
        match kind {
            Kind::Foreign => {
                return Err(refuse(
                    "it belongs to another program; open a Rapporteur library or begin a new one under another name",
                ));
            }
            Kind::Library(version) if version > schema::VERSION => {
                return Err(refuse(&format!(
                    "it was written by a newer Rapporteur (version {version} of the library, this program knows {}); open it with the newer program",
                    schema::VERSION
                )));
            }
            Kind::Empty if library.read_only.is_some() => {
                return Err(refuse("it is empty and can only be read; make it writable first"));
            }
            Kind::Empty => library.begin(clock)?,
            Kind::Library(version) => {
                if !schema::quick_check(&library.connection).unwrap_or(false) {
                    return Err(refuse(&damaged_advice(path)));
                }
                if library.read_only.is_none() {
                    library.bring_up_to_date(version, clock)?;
                }
            }
        }
        Ok(library)
    }

    /// A library that is gone when it is dropped.
    ///
    /// # Errors
    /// [`Error::Database`] where SQLite cannot begin one.
    pub fn in_memory(clock: &dyn Clock) -> Result<Self, Error> {
        let connection = Connection::open_in_memory()?;
        schema::configure(&connection, false)?;
        let mut library = Self::over(PathBuf::new(), connection, None)?;
        library.begin(clock)?;
        Ok(library)
    }

    /// The user's own library: in the data folder of the platform (XDG base directories on
    /// Linux, Application Support on macOS, Roaming AppData on Windows).
    ///
    /// # Errors
    /// [`Error::Refused`] where the platform names no such folder.
    pub fn default_path() -> Result<PathBuf, Error> {
        dirs::data_dir()
            .map(|folder| folder.join("rapporteur").join("library.rapporteur"))
            .ok_or_else(|| {
                Error::Refused(
                    "This account has no folder for data; name a library with --library."
                        .to_owned(),
                )
            })
    }

    /// Puts a backup in a library's place. Answers where the present library is kept.
    ///
    /// # Errors
    /// As [`Library::open`] for the backup, which is examined first; [`Error::File`] where a file
    /// cannot be written. The present library is never lost.
    pub fn restore(path: &Path, backup: &Path, clock: &dyn Clock) -> Result<PathBuf, Error> {
        if !backup.is_file() {
            let error = std::io::Error::from(std::io::ErrorKind::NotFound);
            return Err(Error::file(backup, "read", &error));
        }
        let copy = path.with_extension("restoring");
        let _ = std::fs::remove_file(&copy);
        connect(backup, true)
            .and_then(|backup| backup.execute("VACUUM INTO ?1", [copy.to_string_lossy()]))
            .map_err(|error| Error::Open { path: backup.to_owned(), reason: explain(&error) })?;
        let examined = Self::open(&copy, clock).map(|library| library.close());
        let kept = path
            .with_extension(format!("before-restore-{}", clock.now().format("%Y-%m-%d-%H%M%S")));
        let replaced = examined.and_then(|()| {
            if path.exists() {
                Self::open(path, clock)?.back_up(&kept)?;
            }
            remove_log(path);
            std::fs::rename(&copy, path).map_err(|error| Error::file(path, "written", &error))
        });
        if replaced.is_err() {
            let _ = std::fs::remove_file(&copy);
        }
        replaced.map(|()| kept)
    }

    /// The library's file; empty for one in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why the library can only be read, if so.
    pub fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// Copies the library to a new file, while others may go on using it.
    ///
    /// # Errors
    /// [`Error::File`] where the copy cannot be written; nothing is left behind then.
    pub fn back_up(&self, to: &Path) -> Result<(), Error> {
        let refuse = |reason: String| Error::File { path: to.to_owned(), verb: "written", reason };
        if same_file(to, &self.path) {
            return Err(refuse("it is the library itself; choose another name".to_owned()));
        }
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
        // In a folder of its own, so that no file of the user's is in its way.
        let aside = tempfile::Builder::new()
            .prefix(".rapporteur-")
            .tempdir_in(folder.unwrap_or(Path::new(".")))
            .map_err(|error| Error::file(to, "written", &error))?;
        let copy = aside.path().join("copy");
        self.connection
            .execute("VACUUM INTO ?1", [copy.to_string_lossy()])
            .map_err(|error| refuse(explain(&error)))?;
        std::fs::rename(&copy, to).map_err(|error| Error::file(to, "written", &error))
    }

    /// Closes the library and folds its log into the file.
    pub fn close(self) {
        // A failure here loses nothing: the log is read at the next opening.
        let _ = self.connection.close();
    }

    /// Reads files in another way from now on. A library reads in this process until it is told
    /// otherwise, which is right for tests alone: see [`reading`](crate::reading).
    pub fn set_reader(&mut self, reader: Arc<dyn Reader>) {
        self.reader = reader;
    }

    pub(crate) fn reader(&self) -> &dyn Reader {
        &*self.reader
    }

    fn over(
        path: PathBuf,
        mut connection: Connection,
        read_only: Option<String>,
    ) -> Result<Self, Error> {
        let people = Watch::over(&mut connection)?;
        Ok(Self {
            path,
            connection,
            people,
            read_only,
            fonts: OnceLock::new(),
            reader: Arc::new(InThisProcess),
            checked: Mutex::default(),
            directory: RefCell::default(),
        })
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The one door for writes: all of it is stored, or nothing. What changed can be found by a
    /// search from then on.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if let Some(reason) = &self.read_only {
            return Err(Error::Unwritable(format!(
                "This was not stored: {reason}. Save a copy with Back up and work in that."
            )));
        }
        self.transact(|transaction| {
            let done = work(transaction)?;
            search::draw_due(transaction, u32::MAX)?;
            Ok(done)
        })
    }

    /// Writes the file anew without what was deleted from it, which a file else keeps in its free
    /// pages, its search index and its log until something is written over them.
    pub(crate) fn leave_no_traces(&self) -> Result<(), Error> {
        storage::privacy::leave_no_traces(&self.connection).map_err(|error| {
            Error::Refused(format!(
                "It is deleted, but traces of it may be left in the library's file: {}. Back the library up and restore the copy, which has none.",
                explain(&error)
            ))
        })
    }

    fn transact<T>(
        &mut self,
        work: impl FnOnce(&Transaction) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    /// Everybody, ready to be compared with names; drawn anew where people have changed.
    pub(crate) fn directory(&self) -> Result<Arc<Directory>, Error> {
        let drawn_from = (self.people.counted(&self.connection)?, own_nicknames(&self.connection)?);
        if let Some((drawn, directory)) = self.directory.borrow().as_ref()
            && *drawn == drawn_from
        {
            return Ok(Arc::clone(directory));
        }
        let directory = Arc::new(Directory::load(&self.connection)?);
        *self.directory.borrow_mut() = Some((drawn_from, Arc::clone(&directory)));
        Ok(directory)
    }

    /// Draws the reports of an earlier library into the search index, some in each transaction:
    /// what was interrupted goes on at the next opening.
    fn fill_search(&mut self) -> Result<(), Error> {
        while self.transact(|transaction| search::draw_due(transaction, DRAWN_AT_ONCE))? > 0 {}
        Ok(())
    }

    pub(crate) fn fonts(&self) -> &Fonts {
        self.fonts.get_or_init(Fonts::built_in)
    }

    fn begin(&mut self, clock: &dyn Clock) -> Result<(), Error> {
        schema::migrate(&mut self.connection, 0)?;
        self.write(|transaction| templates::keep_built_in(transaction, clock))
    }

    fn bring_up_to_date(&mut self, version: usize, clock: &dyn Clock) -> Result<(), Error> {
        let folder = self.path.with_extension("backups");
        let day = clock.now().format("%Y-%m-%d").to_string();
        let backup = folder.join(format!("{day}.rapporteur"));
        if version < schema::VERSION {
            std::fs::create_dir_all(&folder)
                .map_err(|error| Error::file(&folder, "written", &error))?;
            self.back_up(&folder.join(format!("{day}-version-{version}.rapporteur")))?;
            schema::migrate(&mut self.connection, version)?;
        } else if !backup.exists() {
            // A daily backup that fails must not keep anybody from writing; the doctor says so.
            let _ = std::fs::create_dir_all(&folder);
            if self.back_up(&backup).is_ok() {
                thin_out(&folder);
            }
        }
        self.fill_search()?;
        self.write(|transaction| templates::keep_built_in(transaction, clock))
    }

    /// The folder with the backups beside the library, if there are any.
    pub(crate) fn backups(&self) -> Option<String> {
        let folder = self.path.with_extension("backups");
        let mut files = std::fs::read_dir(&folder).ok()?;
        files.next().map(|_| folder.display().to_string())
    }

    /// The day of the newest backup beside the library.
    pub(crate) fn last_backup(&self) -> Option<DateTime<Utc>> {
        let files = std::fs::read_dir(self.path.with_extension("backups")).ok()?;
        files
            .filter_map(|file| file.ok()?.metadata().ok()?.modified().ok())
            .max()
            .map(DateTime::from)
    }

    pub(crate) fn stamp(&self, clock: &dyn Clock) -> String {
        stamp(clock)
    }
}

fn connect(path: &Path, read_only: bool) -> rusqlite::Result<Connection> {
    let flags = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    };
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // A file that is not ours to write must not be changed by as much as its journal mode.
    let ours = match schema::identify(&connection)? {
        Kind::Foreign => false,
        Kind::Library(version) => version <= schema::VERSION,
        Kind::Empty => true,
    };
    schema::configure(&connection, read_only || !ours)?;
    Ok(connection)
}

fn read_only_reason(path: &Path) -> Option<String> {
    let readable_only = std::fs::metadata(path).is_ok_and(|file| file.permissions().readonly());
    readable_only.then(|| format!("the library {} can only be read", path.display()))
}

fn explain(error: &rusqlite::Error) -> String {
    use rusqlite::ErrorCode as Code;
    match error.sqlite_error_code() {
        Some(Code::NotADatabase) => {
            "it is not a Rapporteur library; choose another file or begin a new library".to_owned()
        }
        Some(Code::DatabaseCorrupt) => "it is damaged; restore a backup".to_owned(),
        Some(Code::CannotOpen | Code::PermissionDenied) => {
            "this account may not open it; choose another file or change its permissions".to_owned()
        }
        Some(Code::DiskFull) => "the disk is full; make room first".to_owned(),
        Some(Code::ReadOnly) => "it can only be read; change its permissions".to_owned(),
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => {
            "another program is writing to it; try again in a moment".to_owned()
        }
        _ => error.to_string(),
    }
}

fn damaged_advice(path: &Path) -> String {
    let folder = path.with_extension("backups");
    if folder.is_dir() {
        format!("it is damaged; restore one of the backups in {}", folder.display())
    } else {
        "it is damaged or cut off; restore a backup of it".to_owned()
    }
}

/// Removes the log files of a library that is about to be replaced.
fn remove_log(path: &Path) {
    for suffix in ["-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
}

/// Whether both paths lead to one file that exists.
fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Leaves the newest daily backups, and everything that is not one.
fn thin_out(folder: &Path) {
    let Ok(files) = std::fs::read_dir(folder) else { return };
    let mut names: Vec<PathBuf> =
        files.filter_map(|file| Some(file.ok()?.path())).filter(|path| is_daily(path)).collect();
    names.sort();
    let surplus = names.len().saturating_sub(BACKUPS);
    for old in &names[..surplus] {
        let _ = std::fs::remove_file(old);
    }
}

/// Whether a backup is named by nothing but its day.
fn is_daily(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rapporteur")
        && path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .is_some_and(|stem| stem.parse::<chrono::NaiveDate>().is_ok())
}

//! What may be typed: the commands and their options.

use clap::{Args, Parser, Subcommand, ValueEnum};
use rapporteur_core::api::{ExportFormat, PeopleFormat};
use std::path::{Path, PathBuf};

/// Drafts, reads and exports the Summary Reports of a recurring meeting, without a network.
#[derive(Debug, Parser)]
#[command(name = "rapporteur-cli", version, max_term_width = 100)]
pub struct Arguments {
    /// The library file; default: the application's own library.
    #[arg(long, global = true, env = "RAPPORTEUR_LIBRARY", value_name = "FILE")]
    pub library: Option<PathBuf>,
    /// Print one JSON value instead of text.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// One command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Recognise a prior report; stores nothing.
    Read {
        /// A report: DOCX, PDF, ODT, HTML, mail, Markdown or text.
        file: PathBuf,
        /// It is pictures: let tesseract read them.
        #[arg(long)]
        ocr: bool,
    },
    /// Read prior reports and keep them; a bad file never stops the rest.
    Import {
        /// Reports: DOCX, PDF, ODT, HTML, mail, Markdown or text; folders are walked.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The series they belong to, where the files do not say.
        #[arg(long)]
        series: Option<String>,
    },
    /// Begin the next report of a series.
    New(NewReport),
    /// List the reports.
    List {
        /// Of one series only.
        #[arg(long)]
        series: Option<String>,
        /// Those in the bin.
        #[arg(long)]
        deleted: bool,
    },
    /// Print a report.
    Show {
        /// A meeting number or an id.
        report: String,
    },
    /// Write a report to a file; a file instead of a report is read and written again.
    Export {
        /// A meeting number, an id, or a file with a prior report.
        report: String,
        /// The format; default: what the ending of OUT says.
        #[arg(long, value_enum, required_unless_present = "output")]
        format: Option<Format>,
        /// Where: a file or a folder; default: here, under the template's file name.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Check a report against the house style; with --rules, list the rules.
    Check {
        /// A meeting number, an id, or a file with a prior report.
        #[arg(required_unless_present = "rules")]
        report: Option<String>,
        /// List the rules with examples.
        #[arg(long, conflicts_with = "report")]
        rules: bool,
        /// Write what is open in a stored report to this file, as text or, with .pdf, as PDF.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Search the reports for words, people, agenda items and dates.
    Search(SearchFor),
    /// The series of meetings.
    Series {
        /// Begin a series of this name.
        #[arg(long, value_name = "NAME", requires = "template")]
        create: Option<String>,
        /// The template of the new series.
        #[arg(long)]
        template: Option<String>,
    },
    /// The templates.
    Templates {
        /// Keep a template file.
        #[arg(long, value_name = "FILE")]
        import: Option<PathBuf>,
        /// Write this template to the file named by --output.
        #[arg(long, value_name = "NAME", requires = "output")]
        export: Option<String>,
        /// Where to write the template.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// The directory of people.
    People {
        /// What to do; everybody is listed if nothing is named.
        #[command(subcommand)]
        command: Option<PeopleCommand>,
    },
    /// Copy the library to a file.
    Backup {
        /// The new file.
        output: PathBuf,
    },
    /// Put a backup in the library's place; the present library is backed up first.
    Restore {
        /// The backup.
        file: PathBuf,
    },
    /// Examine the library.
    Doctor,
    /// Fill an empty library with the invented sample group.
    Sample,
}

impl PeopleCommand {
    /// Whether it is of use in a library that is only begun by it.
    pub fn begins_a_library(&self) -> bool {
        matches!(self, Self::Add { .. })
    }
}

/// What to do with the directory. A person is named by an id, or by a name only one has.
#[derive(Debug, Subcommand)]
pub enum PeopleCommand {
    /// List people, or write the list to a file.
    List {
        /// The beginning of a name or an organisation; everybody if none.
        #[arg(default_value = "")]
        query: String,
        #[command(flatten)]
        export: ListExport,
    },
    /// Read a list of people and say who is new; stores nothing.
    Read {
        #[command(flatten)]
        list: ListFile,
    },
    /// Add the people of a list to the directory. Who may be somebody known is left out, and named.
    Add {
        #[command(flatten)]
        list: ListFile,
        /// Add those who may be somebody known as new people too.
        #[arg(long)]
        new: bool,
        /// Keep what the list says of known people's affiliations, from today on.
        #[arg(long)]
        affiliations: bool,
        /// Keep e-mail addresses and telephone numbers; no export carries them unasked.
        #[arg(long)]
        contacts: bool,
    },
    /// Take an addition back.
    UndoAdd {
        /// The id that `people add` printed.
        addition: String,
    },
    /// List the pairs that may be one person, strongest first.
    Duplicates {
        /// How many at most.
        #[arg(long, default_value_t = 1000)]
        limit: u32,
    },
    /// Let B count as A from now on, with all reports, affiliations and spellings.
    Merge {
        /// Who is kept.
        a: String,
        /// Who counts as that person.
        b: String,
    },
    /// List the merges in force.
    Merges,
    /// Take a merge back.
    Undo {
        /// Who was merged: the id that `people merges` shows, or the name.
        person: String,
    },
    /// Remember that two people are not the same.
    Different {
        /// One of them.
        a: String,
        /// The other.
        b: String,
        /// Forget that answer.
        #[arg(long)]
        forget: bool,
    },
    /// Print all that is known of a person.
    Show {
        /// Who.
        person: String,
        /// Also every passage in which the person speaks or is mentioned.
        #[arg(long)]
        contributions: bool,
    },
    /// Give a part of what counts as one person to a new person.
    Split(SplitPerson),
    /// List the changes of the directory that can be taken back, latest first.
    Changes,
    /// Take a change of the directory back: the id that `people changes` shows.
    Revert {
        /// Its id.
        change: String,
    },
    /// Replace a person's name by “Participant” in the directory and in all reports.
    Anonymise {
        /// Who.
        person: String,
    },
    /// Remove a person from the directory; reports keep what they printed.
    Remove {
        /// Who.
        person: String,
    },
    /// List who was anonymised or removed; or take one back, or close one for good.
    Records {
        /// Take this one back.
        #[arg(long, value_name = "ID", conflicts_with = "close")]
        undo: Option<String>,
        /// Close this one: what was known is gone for good then.
        #[arg(long, value_name = "ID")]
        close: Option<String>,
    },
    /// Write everything held on a person to a file: as JSON where its name ends so, else for reading.
    Export {
        /// Who.
        person: String,
        /// Where.
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
    },
}

/// Which part of a person is somebody else.
#[derive(Debug, Args)]
pub struct SplitPerson {
    /// Who turned out to be two people.
    pub person: String,
    /// The name of the other one.
    #[arg(long)]
    pub name: String,
    /// The reports that mean the other one: meeting numbers or ids.
    #[arg(long, num_args = 1..)]
    pub reports: Vec<String>,
    /// The spellings that are the other one's.
    #[arg(long, num_args = 1..)]
    pub spellings: Vec<String>,
    /// The affiliations that are the other one's: their first days, or `beginning`.
    #[arg(long, num_args = 1.., value_name = "DAY")]
    pub affiliations: Vec<String>,
}

/// A list of people to read.
#[derive(Debug, Args)]
pub struct ListFile {
    /// CSV, TSV, XLSX, ODS, vCard, text, or a meeting platform's attendance report.
    pub file: PathBuf,
    /// What each column is, where it is guessed wrong: `name,email,-,organisation`.
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    pub columns: Option<Vec<String>>,
}

/// A list of people to write.
#[derive(Debug, Args)]
pub struct ListExport {
    /// The format of the file; default: what the ending of OUT says.
    #[arg(long, value_enum, requires = "output")]
    pub format: Option<ListFormat>,
    /// Where: a file, or a folder if a format is named.
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// The participants of this report instead of the directory.
    #[arg(long, requires = "output")]
    pub report: Option<String>,
    /// Write e-mail addresses and telephone numbers too.
    #[arg(long, requires = "output")]
    pub private: bool,
    /// Begin a CSV with the mark by which Excel knows its characters.
    #[arg(long, requires = "output")]
    pub mark: bool,
}

/// A format for a list of people.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ListFormat {
    /// Comma-separated values.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// vCards.
    Vcard,
    /// JSON.
    Json,
}

impl ListFormat {
    /// The format a file name ends in.
    pub fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_lowercase().as_str() {
            "vcf" => Some(Self::Vcard),
            ending => Self::from_str(ending, false).ok(),
        }
    }
}

impl From<ListFormat> for PeopleFormat {
    fn from(format: ListFormat) -> Self {
        match format {
            ListFormat::Csv => PeopleFormat::Csv,
            ListFormat::Xlsx => PeopleFormat::Xlsx,
            ListFormat::Vcard => PeopleFormat::Vcard,
            ListFormat::Json => PeopleFormat::Json,
        }
    }
}

/// How the next report begins.
#[derive(Debug, Args)]
pub struct NewReport {
    /// The series; not needed where there is one only.
    #[arg(long)]
    pub series: Option<String>,
    /// The meeting number instead of the next one.
    #[arg(long)]
    pub number: Option<u32>,
    /// The day of the meeting, YYYY-MM-DD.
    #[arg(long)]
    pub date: Option<String>,
    /// The start, HH:MM.
    #[arg(long)]
    pub time: Option<String>,
    /// The report to go on from instead of the last one.
    #[arg(long, value_name = "REPORT")]
    pub from: Option<String>,
}

/// What is searched for, and where.
#[derive(Debug, Args)]
pub struct SearchFor {
    /// Words that must all be there: `"side by side"`, `begin*`; the last may be a beginning.
    #[arg(required = true)]
    pub query: Vec<String>,
    /// In one series only.
    #[arg(long)]
    pub series: Option<String>,
    /// In meetings of this year or later.
    #[arg(long, value_name = "YEAR")]
    pub from: Option<i32>,
    /// In meetings of this year or earlier.
    #[arg(long, value_name = "YEAR")]
    pub to: Option<i32>,
    /// In meetings this person attended: an id, or a name only one has.
    #[arg(long)]
    pub person: Option<String>,
    /// In sections whose agenda item has these words.
    #[arg(long, value_name = "WORDS", default_value = "")]
    pub item: String,
    /// How many passages at most.
    #[arg(long, default_value_t = 50)]
    pub limit: u32,
}

/// A format to export.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// For Word, LibreOffice and Google Docs.
    Docx,
    /// Tagged PDF.
    Pdf,
    /// Plain text for mail.
    Txt,
    /// Markdown.
    Md,
}

impl Format {
    /// The format a file name ends in.
    pub fn of(file: &Path) -> Option<Self> {
        Self::from_str(file.extension()?.to_str()?, true).ok()
    }
}

impl From<Format> for ExportFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Docx => ExportFormat::Docx,
            Format::Pdf => ExportFormat::Pdf,
            Format::Txt => ExportFormat::Txt,
            Format::Md => ExportFormat::Md,
        }
    }
}

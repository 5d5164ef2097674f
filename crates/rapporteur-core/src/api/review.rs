//! What is answered about imported reports: their doubts, their originals, what files there are.

use super::{ReportSummary, StoredReport};
use rapporteur_document::model::ReportId;
use rapporteur_document::read::{Doubt, OriginalLine, Spot};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person said about a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DoubtState {
    /// Nothing yet.
    Open,
    /// The proposal is right; the report reads so.
    Yes,
    /// The report is right as it was read.
    No,
    /// The place was mended by hand.
    Edited,
}

/// An imported report with everything that is doubtful in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Review {
    /// The report as it is now.
    pub report: StoredReport,
    /// The doubts in the order of the file.
    pub doubts: Vec<ReviewedDoubt>,
    /// The file it came from.
    pub original: OriginalFile,
    /// Another report of the same meeting that was there before, of which this may be a newer
    /// version.
    pub earlier: Option<ReportSummary>,
}

/// A doubt, what was said about it, and what a yes would change now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReviewedDoubt {
    /// Its place among the doubts of the report, which names it.
    pub position: u32,
    /// The doubt.
    pub doubt: Doubt,
    /// What was said.
    pub state: DoubtState,
    /// The place in the report that a yes changes; none where a yes only agrees.
    pub spot: Option<Spot>,
    /// The field of the report to mend by hand; none where it is text.
    pub field: Option<String>,
    /// The first doubt like this one: an answer to one may be given to all of them.
    pub like: u32,
}

/// The file a report came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OriginalFile {
    /// Its name.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// When it was imported (UTC, ISO 8601).
    pub imported_at: String,
    /// How many bytes it has.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Whether its pages can be drawn.
    pub is_pdf: bool,
}

/// The lines of an original, to be shown beside the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OriginalText {
    /// What the numbers of its lines count: lines, paragraphs or pages.
    pub unit: LineUnit,
    /// The lines.
    pub lines: Vec<OriginalLine>,
}

/// What the numbers of an original's lines count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum LineUnit {
    /// Lines of a text.
    Line,
    /// Paragraphs.
    Paragraph,
    /// Pages.
    Page,
}

/// The files among what was dropped or chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FoundFiles {
    /// The files that may be reports, folder by folder, by name.
    pub files: Vec<String>,
    /// How many files of folders were left out because their names say that they are something
    /// else.
    pub left_out: u32,
    /// The folders that could not be looked into, each with the reason.
    pub unreadable: Vec<String>,
}

/// How reports are told apart that are of one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TakenAsVersion {
    /// The report that goes on, with its id.
    pub report: ReportSummary,
    /// The report that was merged into it and is gone.
    pub gone: ReportId,
    /// The revision under which what it held before is kept.
    #[ts(type = "number")]
    pub before: u64,
}

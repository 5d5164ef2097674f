//! Rapporteur itself: requests to a library in a real file, as the window makes them.

use crate::measure::{Absent, Measured};
use rapporteur_core::api::{Request, Response, StoredReport, handle};
use rapporteur_core::{Library, SystemClock, sample};
use rapporteur_document::model::{Report, ReportId, SeriesId};
use std::path::Path;

/// An open library with the sample in it.
pub struct Product {
    library: Library,
    /// The sample's series.
    pub series: SeriesId,
}

impl Product {
    /// Begins a library in a file.
    pub fn begin(file: &Path) -> Measured<Self> {
        let mut library = open(file)?;
        ask(&mut library, Request::AddSampleData)?;
        let Response::SeriesList(all) = ask(&mut library, Request::ListSeries)? else {
            return Err(unexpected());
        };
        let series = all.into_iter().find(|series| series.name == sample::SERIES);
        Ok(Self { library, series: series.ok_or_else(unexpected)?.id })
    }

    /// Opens a library that was begun before.
    pub fn resume(file: &Path, series: SeriesId) -> Measured<Self> {
        Ok(Self { library: open(file)?, series })
    }

    /// Does one request.
    pub fn ask(&mut self, request: Request) -> Measured<Response> {
        ask(&mut self.library, request)
    }

    /// Does one request and forgets the answer.
    pub fn done(&mut self, request: Request) -> Measured<()> {
        self.ask(request).map(drop)
    }

    /// Stores a new report.
    pub fn create(&mut self, content: Report) -> Measured<StoredReport> {
        match self.ask(Request::CreateReport { series: self.series, content })? {
            Response::Report(stored) => Ok(*stored),
            _ => Err(unexpected()),
        }
    }

    /// Stores a report's content over the revision before, and says the new one.
    pub fn save(&mut self, stored: &StoredReport, base_revision: u64) -> Measured<u64> {
        let content = stored.content.clone();
        match self.ask(Request::SaveReport { report: stored.id, base_revision, content })? {
            Response::Saved(saved) => Ok(saved.revision),
            _ => Err(unexpected()),
        }
    }

    /// How often some words stand in a report.
    pub fn times_written(&mut self, report: ReportId, words: &str) -> Measured<usize> {
        let Response::Report(stored) = self.ask(Request::LoadReport { report })? else {
            return Err(unexpected());
        };
        let content = serde_json::to_string(&stored.content)
            .map_err(|error| Absent(format!("no JSON of the report: {error}")))?;
        Ok(content.matches(words).count())
    }

    /// The PDF of a report as it is on the page.
    pub fn preview(&mut self, stored: &StoredReport) -> Measured<Vec<u8>> {
        let (content, template) = (stored.content.clone(), stored.template);
        match self.ask(Request::Preview { content, template })? {
            Response::Bytes(pdf) => Ok(pdf),
            _ => Err(unexpected()),
        }
    }
}

/// Opens a library that exists.
pub fn open(file: &Path) -> Measured<Library> {
    Library::open(file, &SystemClock).map_err(|error| Absent(format!("refused: {error}")))
}

fn ask(library: &mut Library, request: Request) -> Measured<Response> {
    handle(library, &SystemClock, request)
        .map_err(|refusal| Absent(format!("refused: {}", refusal.message)))
}

fn unexpected() -> Absent {
    Absent("answered something else than was asked".to_owned())
}

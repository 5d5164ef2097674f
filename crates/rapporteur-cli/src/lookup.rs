//! Finding what a person typed: a report by its meeting number, a series or a template by name.

use crate::run::{Problem, Session};
use rapporteur_core::api::{
    ReportSummary, Request, Response, Series, TemplateRequest, TemplateSummary,
};
use rapporteur_document::model::{ReportId, SeriesId, TemplateId};

impl Session {
    /// The report with this meeting number or id.
    pub fn report(&mut self, typed: &str) -> Result<ReportId, Problem> {
        let reports = self.reports(None, false)?;
        if let Ok(id) = typed.parse::<ReportId>()
            && reports.iter().any(|report| report.id == id)
        {
            return Ok(id);
        }
        let number = typed.parse::<u32>().ok();
        let found: Vec<&ReportSummary> =
            reports.iter().filter(|report| number.is_some() && report.number == number).collect();
        match found[..] {
            [one] => Ok(one.id),
            [] => Err(Problem::refused(format!(
                "there is no report “{typed}” in {}; `rapporteur-cli list` shows what there is",
                self.path.display()
            ))),
            _ => Err(Problem::refused(format!(
                "there are {} reports with number {typed}; name one by its id:\n{}",
                found.len(),
                found
                    .iter()
                    .map(|r| format!("  {}  {}", r.id, r.series_name))
                    .collect::<Vec<_>>()
                    .join("\n")
            ))),
        }
    }

    /// The series of this name; the only one if none is named.
    pub fn series(&mut self, typed: Option<&str>) -> Result<SeriesId, Problem> {
        let all: Vec<Series> = self.all_series()?;
        let found: Vec<&Series> = match typed {
            Some(name) => {
                all.iter().filter(|series| series.name.eq_ignore_ascii_case(name)).collect()
            }
            None => all.iter().collect(),
        };
        match (found[..].first(), found.len(), typed) {
            (Some(one), 1, _) => Ok(one.id),
            (_, _, Some(name)) => Err(Problem::refused(format!(
                "there is no series “{name}”; there is {}",
                names(all.iter().map(|series| series.name.as_str()))
            ))),
            (_, 0, None) => Err(Problem::refused(
                "the library has no series yet; begin one with `rapporteur-cli series --create NAME --template NAME`"
                    .to_owned(),
            )),
            _ => Err(Problem::refused(format!(
                "there are several series; add --series with one of {}",
                names(all.iter().map(|series| series.name.as_str()))
            ))),
        }
    }

    /// The newest version of the template of this name.
    pub fn template(&mut self, typed: &str) -> Result<TemplateId, Problem> {
        let Response::Templates(all) =
            self.ask(Request::Template(TemplateRequest::ListTemplates))?
        else {
            return Err(Problem::unexpected());
        };
        let found: Option<&TemplateSummary> =
            all.iter().find(|template| template.name.eq_ignore_ascii_case(typed));
        found.map(|template| template.id).ok_or_else(|| {
            Problem::refused(format!(
                "there is no template “{typed}”; there is {}",
                names(all.iter().map(|template| template.name.as_str()))
            ))
        })
    }

    /// All series.
    pub fn all_series(&mut self) -> Result<Vec<Series>, Problem> {
        match self.ask(Request::ListSeries)? {
            Response::SeriesList(all) => Ok(all),
            _ => Err(Problem::unexpected()),
        }
    }

    /// The reports in use or in the bin.
    pub fn reports(
        &mut self,
        series: Option<SeriesId>,
        deleted: bool,
    ) -> Result<Vec<ReportSummary>, Problem> {
        match self.ask(Request::ListReports { series, deleted })? {
            Response::Reports(all) => Ok(all),
            _ => Err(Problem::unexpected()),
        }
    }
}

fn names<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("“{name}”")).collect();
    if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") }
}

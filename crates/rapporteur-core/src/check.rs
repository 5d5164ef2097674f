//! Checking against the house style: a report on the page, a stored one, or a file that is not kept.
//!
//! Gathers what the rules look at ([`desk`]) and parts what they find by the exceptions users made.
//! Deliberately absent: rules; they are pure and stand in the document crate.

mod desk;
mod lines;
pub(crate) mod listing;
pub(crate) mod register;

use crate::api::{Checked, Exception, LeftFinding, ReportSummary, RuleDescription, RuleExample};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::library::Library;
use crate::reports;
use crate::{exchange, storage, templates};
pub(crate) use desk::Remembered;
use desk::Subject;
use rapporteur_document::check::{Finding, Rule, draft, rules_by_family};
use rapporteur_document::model::{Report, ReportId, SeriesId, TemplateId};
use rapporteur_document::style::{self, Template};
use rusqlite::Connection;
use std::path::Path;

/// A report as it is on the page, among the others of its series.
pub(crate) fn report(
    connection: &Connection,
    remembered: &mut Remembered,
    content: &Report,
    template: TemplateId,
    series: SeriesId,
    report: Option<ReportId>,
) -> Result<Checked, Error> {
    let template = remembered.template(connection, template)?;
    let generated = style::generate(content, &template)?;
    let manuscript = draft(content, &template, &generated);
    let subject = Subject {
        content,
        manuscript: &manuscript,
        template: &template,
        generated: &generated,
        series: Some(series),
        own: report,
    };
    review(connection, remembered, &subject)
}

/// A stored report, with the lines of its plain text.
pub(crate) fn stored(connection: &Connection, report: ReportId) -> Result<Checked, Error> {
    let stored = reports::stored(connection, report)?;
    let mut review = self::report(
        connection,
        &mut Remembered::default(),
        &stored.content,
        stored.template,
        stored.series,
        Some(report),
    )?;
    let template = templates::load(connection, stored.template)?;
    let generated = style::generate(&stored.content, &template)?;
    let manuscript = draft(&stored.content, &template, &generated);
    let printed = style::print(&stored.content, &template)?;
    let left = review.left.iter_mut().map(|left| &mut left.finding);
    lines::number(review.open.iter_mut().chain(left), &manuscript, &printed);
    Ok(review)
}

/// A file with a prior report. It is compared with the series of the library it belongs to; its
/// own stored copy is left out.
pub(crate) fn file(
    library: &Library,
    path: &Path,
    clock: &dyn Clock,
) -> Result<Vec<Finding>, Error> {
    let connection = library.connection();
    let (recognised, manuscript) = exchange::manuscript(path)?;
    let series = exchange::series_of(connection, &recognised, path).ok();
    let template = match series {
        Some(series) => {
            templates::load(connection, crate::series::load(connection, series)?.template)?
        }
        None => built_in_template()?,
    };
    let content = recognised.into_report(&mut || new_id(clock));
    let own = series.map(|series| stored_copy(connection, series, &content)).transpose()?.flatten();
    let generated = style::generate(&content, &template)?;
    let subject = Subject {
        content: &content,
        manuscript: &manuscript,
        template: &template,
        generated: &generated,
        series,
        own,
    };
    Ok(review(connection, &mut Remembered::default(), &subject)?.open)
}

/// Every rule with its cases as examples.
pub(crate) fn rules() -> Vec<RuleDescription> {
    let short = |words: &&str| !words.is_empty() && !words.contains('\n');
    let description = |rule: &Rule| RuleDescription {
        code: rule.code.to_owned(),
        family: rule.family().to_owned(),
        reason: rule.reason.to_owned(),
        severity: rule.severity,
        wrong: rule
            .fires
            .iter()
            .filter(|(_, quote, _)| short(quote))
            .map(|(_, quote, instead)| RuleExample {
                quote: (*quote).to_owned(),
                instead: Some((*instead).to_owned()).filter(|instead| !instead.is_empty()),
            })
            .collect(),
        right: rule.silent.iter().copied().filter(short).map(str::to_owned).collect(),
    };
    rules_by_family().into_iter().map(description).collect()
}

/// The exceptions that hold in a stored report.
pub(crate) fn exceptions(
    connection: &Connection,
    report: ReportId,
) -> Result<Vec<Exception>, Error> {
    let series = reports::stored(connection, report)?.series;
    Ok(storage::exceptions::of(connection, Some(series), Some(report))?)
}

/// Keeps an exception, made now.
pub(crate) fn make_exception(
    connection: &Connection,
    mut exception: Exception,
    clock: &dyn Clock,
) -> Result<(), Error> {
    exception.made_at = stamp(clock);
    exception.reason = exception.reason.trim().to_owned();
    Ok(storage::exceptions::keep(connection, &exception)?)
}

fn review(
    connection: &Connection,
    remembered: &mut Remembered,
    subject: &Subject,
) -> Result<Checked, Error> {
    let exceptions = storage::exceptions::of(connection, subject.series, subject.own)?;
    let mut review = Checked::default();
    for finding in remembered.findings(connection, subject)? {
        let of_rule = || exceptions.iter().filter(|made| made.rule == finding.rule);
        if of_rule().any(|made| made.quote.is_none()) {
            continue;
        }
        match of_rule().find(|made| made.quote.as_deref() == Some(finding.place.quote.as_str())) {
            Some(made) => review.left.push(LeftFinding { exception: made.clone(), finding }),
            None => review.open.push(finding),
        }
    }
    Ok(review)
}

fn built_in_template() -> Result<Template, Error> {
    let file = Template::built_in().into_iter().next().unwrap_or_default();
    Ok(Template::parse(file)?)
}

fn stored_copy(
    connection: &Connection,
    series: SeriesId,
    content: &Report,
) -> Result<Option<ReportId>, Error> {
    let meeting = &content.meeting;
    let all = storage::reports::list(connection, Some(series), false)?;
    let same = |one: &&ReportSummary| {
        meeting.number.is_some() && one.number == meeting.number && one.date == meeting.date
    };
    Ok(all.iter().find(same).map(|one| one.id))
}

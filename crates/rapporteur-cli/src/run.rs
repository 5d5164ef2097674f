//! Runs one command: asks the core, hands the answer to `show`.

use crate::arguments::{Arguments, Command, Format, NewReport, PeopleCommand};
use crate::{check, people, search, show};
use rapporteur_core::api::{
    ExportFormat, Imported, Refusal, RefusalCode, Request, Response, TemplateRequest, handle,
};
use rapporteur_core::reading::InChild;
use rapporteur_core::{Library, SystemClock};
use rapporteur_document::model::{Report, TemplateId, TimeOfDay};
use rapporteur_document::style::Warning;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How a command ended.
pub enum Outcome {
    /// Done.
    Done,
    /// Done, and there is something to look at.
    Findings,
}

/// A command that was not done.
pub struct Problem {
    /// What happened and what to do.
    pub message: String,
    /// The fields it is about.
    pub fields: Vec<Warning>,
    /// Whether the command line itself was wrong.
    pub wrong_use: bool,
}

impl Problem {
    /// The command was understood, and not done.
    pub fn refused(message: String) -> Self {
        Self { message, fields: vec![], wrong_use: false }
    }

    /// The core gave an answer that belongs to another request.
    pub fn unexpected() -> Self {
        Self::refused(
            "the program answered something else than was asked; please report this".into(),
        )
    }

    /// The command line was wrong.
    pub fn wrong_use(message: String) -> Self {
        Self { message, fields: vec![], wrong_use: true }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let mut message = refusal.message;
        if refusal.code == RefusalCode::Pictures {
            message += " Or let tesseract read it here: rapporteur-cli read --ocr FILE.";
        }
        Self { message, fields: refusal.fields, wrong_use: false }
    }
}

impl From<rapporteur_core::Error> for Problem {
    fn from(error: rapporteur_core::Error) -> Self {
        Self::refused(error.to_string())
    }
}

/// An open library to ask.
pub struct Session {
    /// The library's file.
    pub path: PathBuf,
    library: Library,
}

impl Session {
    fn open(path: &Path) -> Result<Self, Problem> {
        Self::over(path.to_owned(), Library::open(path, &SystemClock)?)
    }

    /// A library that is gone when the command ends, for files that are not to be kept.
    fn passing() -> Result<Self, Problem> {
        Self::over(PathBuf::new(), Library::in_memory(&SystemClock)?)
    }

    /// Files are read by this program started again: what they do there, they do not do here.
    fn over(path: PathBuf, mut library: Library) -> Result<Self, Problem> {
        let reader = InChild::of_this_program().map_err(|error| {
            Problem::refused(format!("this program cannot start itself to read files: {error}"))
        })?;
        library.set_reader(Arc::new(reader));
        Ok(Self { path, library })
    }

    /// Asks one request.
    pub fn ask(&mut self, request: Request) -> Result<Response, Problem> {
        Ok(handle(&mut self.library, &SystemClock, request)?)
    }
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<Outcome, Problem> {
    let json = arguments.json;
    match &arguments.command {
        Command::Read { file, ocr } => {
            let path = text(file)?;
            let request =
                if *ocr { Request::ReadPictures { path } } else { Request::ReadReport { path } };
            let answer = Session::passing()?.ask(request)?;
            return show::recognised(&answer, json);
        }
        Command::Export { report, format, output } if Path::new(report).is_file() => {
            let format = export_format(*format, output.as_deref())?;
            return export_file(Path::new(report), format, output.as_deref(), json);
        }
        Command::Check { rules: true, .. } => return check::rules(&mut Session::passing()?, json),
        _ => {}
    }
    let path = match &arguments.library {
        Some(path) => path.clone(),
        None => Library::default_path()?,
    };
    if let Command::Check { report: Some(file), .. } = &arguments.command
        && Path::new(file).is_file()
    {
        // A library is looked at where there is one, and never begun for a file.
        let mut session = if path.is_file() { Session::open(&path)? } else { Session::passing()? };
        return check::file(&mut session, file, json);
    }
    if let Command::Restore { file } = &arguments.command {
        let kept = Library::restore(&path, file, &SystemClock)?;
        eprintln!(
            "The library was restored from {}. What was there before is kept in {}.",
            file.display(),
            kept.display()
        );
        return Ok(Outcome::Done);
    }
    if let Command::People { command } = &arguments.command
        && !command.as_ref().is_some_and(PeopleCommand::begins_a_library)
        && !path.is_file()
    {
        return Err(Problem::refused(format!(
            "there is no library {}; name another with --library, or begin one with `rapporteur-cli import`, `people add` or `sample`",
            path.display()
        )));
    }
    let mut session = Session::open(&path)?;
    command(&mut session, &arguments.command, json)
}

fn command(session: &mut Session, command: &Command, json: bool) -> Result<Outcome, Problem> {
    let request = match command {
        Command::Import { files, series } => {
            let series = series.as_deref().map(|name| session.series(Some(name))).transpose()?;
            return import(session, files, series, json);
        }
        Command::New(options) => return new_report(session, options, json),
        Command::Show { report } => {
            let report = session.report(report)?;
            return show::report(session, report, json);
        }
        Command::Check { report: Some(report), output, .. } => {
            let report = session.report(report)?;
            return check::report(session, report, output.as_deref(), json);
        }
        Command::Export { report, format, output } => {
            let format = export_format(*format, output.as_deref())?;
            let report = session.report(report)?;
            let path = match output {
                Some(output) => text(output)?,
                None => ".".to_owned(),
            };
            Request::ExportReport { report, format, path }
        }
        Command::List { series, deleted } => {
            let series = series.as_deref().map(|name| session.series(Some(name))).transpose()?;
            Request::ListReports { series, deleted: *deleted }
        }
        Command::Search(wanted) => return search::run(session, wanted, json),
        Command::Series { create: Some(name), template: Some(template) } => {
            let template = session.template(template)?;
            Request::CreateSeries { name: name.clone(), template }
        }
        Command::Series { .. } => Request::ListSeries,
        Command::Templates { import: Some(file), .. } => {
            Request::Template(TemplateRequest::ImportTemplate { path: text(file)? })
        }
        Command::Templates { export: Some(name), output: Some(output), .. } => {
            let template = session.template(name)?;
            Request::Template(TemplateRequest::ExportTemplate { template, path: text(output)? })
        }
        Command::Templates { .. } => Request::Template(TemplateRequest::ListTemplates),
        Command::People { command } => return people::run(session, command.as_ref(), json),
        Command::Backup { output } => Request::BackUp { path: text(output)? },
        Command::Doctor => Request::Doctor,
        Command::Sample => Request::AddSampleData,
        Command::Read { .. } | Command::Restore { .. } | Command::Check { .. } => {
            unreachable!("answered before a library is opened")
        }
    };
    let answer = session.ask(request)?;
    show::answer(&answer, json)
}

/// Files are imported one by one, so that progress is seen and a bad file never stops the rest.
fn import(
    session: &mut Session,
    files: &[PathBuf],
    series: Option<rapporteur_document::model::SeriesId>,
    json: bool,
) -> Result<Outcome, Problem> {
    let paths = files.iter().map(|file| text(file)).collect::<Result<_, _>>()?;
    let Response::Files(found) = session.ask(Request::FindFiles { paths })? else {
        return Err(Problem::unexpected());
    };
    for reason in &found.unreadable {
        eprintln!("not imported: {reason}");
    }
    let count = found.files.len();
    let mut all = Vec::with_capacity(count);
    for (at, path) in found.files.into_iter().enumerate() {
        if count > 1 {
            eprintln!("{} of {count}: {path}", at + 1);
        }
        match session.ask(Request::ImportReports { paths: vec![path], series })? {
            Response::ImportedList(imported) => all.extend(imported),
            _ => return Err(Problem::unexpected()),
        }
    }
    if count > 1 {
        eprintln!("{}", show::imports(&all, found.left_out));
    }
    let missing = missing_series(session, &all)?;
    let outcome = show::answer(&Response::ImportedList(all), json)?;
    missing.iter().for_each(|how| eprintln!("{how}"));
    Ok(if found.unreadable.is_empty() { outcome } else { Outcome::Findings })
}

/// The series that files name and the library does not have, and how to begin them. No command to
/// copy: what a file names may mean something to the shell.
fn missing_series(session: &mut Session, all: &[Imported]) -> Result<Vec<String>, Problem> {
    let mut files: BTreeMap<&str, (TemplateId, usize)> = BTreeMap::new();
    for series in all.iter().filter_map(|imported| imported.series.as_ref()) {
        files.entry(&series.name).or_insert((series.template, 0)).1 += 1;
    }
    if files.is_empty() {
        return Ok(vec![]);
    }
    let Response::Templates(templates) =
        session.ask(Request::Template(TemplateRequest::ListTemplates))?
    else {
        return Err(Problem::unexpected());
    };
    let name = |id| templates.iter().find(|one| one.id == id).map_or("", |one| one.name.as_str());
    let listed = files.into_iter().map(|(series, (template, count))| {
        let count = show::counted(count, "file", "files");
        format!("  “{series}”, {count}, best with the template “{}”", name(template))
    });
    let how = "series to begin with `rapporteur-cli series --create NAME --template NAME` before these files are imported:";
    Ok(std::iter::once(how.to_owned()).chain(listed).collect())
}

fn new_report(session: &mut Session, options: &NewReport, json: bool) -> Result<Outcome, Problem> {
    let series = session.series(options.series.as_deref())?;
    let from = options.from.as_deref().map(|typed| session.report(typed)).transpose()?;
    let Response::Proposal(proposal) = session.ask(Request::ProposeReport { series, from })? else {
        return Err(Problem::unexpected());
    };
    let mut content = proposal.content;
    overrule(&mut content, options)?;
    let answer = session.ask(Request::CreateReport { series, content })?;
    show::answer(&answer, json)
}

fn overrule(content: &mut Report, options: &NewReport) -> Result<(), Problem> {
    if let Some(number) = options.number {
        content.meeting.number = Some(number);
    }
    if let Some(date) = &options.date {
        let date = date.parse().map_err(|_| {
            Problem::wrong_use(format!(
                "--date “{date}” is no day of the calendar; write it as 2026-03-19"
            ))
        })?;
        content.meeting.date = Some(date);
    }
    if let Some(time) = &options.time {
        let time: TimeOfDay =
            time.parse().map_err(|error| Problem::wrong_use(format!("--time {error}")))?;
        content.meeting.time = Some(time);
    }
    Ok(())
}

/// The format that was asked for, else the one the file is named after.
fn export_format(format: Option<Format>, output: Option<&Path>) -> Result<ExportFormat, Problem> {
    let format = format.or_else(|| Format::of(output?));
    format.map(ExportFormat::from).ok_or_else(|| {
        let file = output.unwrap_or(Path::new("")).display();
        let message = format!(
            "{file} does not say in which format; end it in .docx, .pdf, .txt or .md, or name the \
             format with --format"
        );
        Problem { wrong_use: true, ..Problem::refused(message) }
    })
}

/// Reads a prior report and writes it in another format, keeping nothing.
fn export_file(
    file: &Path,
    format: ExportFormat,
    output: Option<&Path>,
    json: bool,
) -> Result<Outcome, Problem> {
    let mut session = Session::passing()?;
    let template = session.template("WG-Strategy summary report")?;
    let create = Request::CreateSeries { name: "WG-Strategy".to_owned(), template };
    let Response::Series(series) = session.ask(create)? else {
        return Err(Problem::unexpected());
    };
    let import = Request::ImportReports { paths: vec![text(file)?], series: Some(series.id) };
    let Response::ImportedList(imported) = session.ask(import)? else {
        return Err(Problem::unexpected());
    };
    for doubt in imported.iter().flat_map(|imported| &imported.doubts) {
        eprintln!("doubt: {doubt}");
    }
    let report = imported
        .first()
        .and_then(|imported| imported.report.as_ref())
        .ok_or_else(|| {
            let reason = imported.first().and_then(|imported| imported.refused.clone());
            Problem::refused(
                reason.unwrap_or_else(|| format!("{} could not be read", file.display())),
            )
        })?
        .id;
    let path = output.map_or(Ok(".".to_owned()), text)?;
    let answer = session.ask(Request::ExportReport { report, format, path })?;
    show::answer(&answer, json)
}

/// A path as the core takes it.
pub fn text(path: &Path) -> Result<String, Problem> {
    path.to_str().map(str::to_owned).ok_or_else(|| {
        Problem::wrong_use(format!(
            "the name of {} is not Unicode; rename the file",
            path.display()
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_is_that_asked_for_or_that_of_the_file() {
        let check = |format, output: Option<&str>, expected| {
            let found = export_format(format, output.map(Path::new));
            assert_eq!(found.ok(), expected, "{format:?} {output:?}");
        };
        check(Some(Format::Pdf), None, Some(ExportFormat::Pdf));
        check(Some(Format::Pdf), Some("report.docx"), Some(ExportFormat::Pdf));
        check(None, Some("report.docx"), Some(ExportFormat::Docx));
        check(None, Some("report.2.PDF"), Some(ExportFormat::Pdf));
        check(None, Some("report.xyz"), None);
        check(None, Some("report"), None);
    }
}

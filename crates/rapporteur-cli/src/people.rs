//! `people`: the directory, its duplicates, and the answers about them.

use crate::arguments::{PeopleCommand, SplitPerson};
use crate::lists;
use crate::output::{out, outln};
use crate::run::{Outcome, Problem, Session};
use crate::show::{answer, counted, joined, print_json};
use rapporteur_core::api::{
    AffiliationKey, DatedAffiliation, DirectoryRequest, Duplicate, Merged, PersonOffer, PersonPage,
    PrivacyKind, PrivacyRecord, Request, Response,
};
use rapporteur_document::model::{PersonId, PersonName};
use serde_json::json;

/// How many people are listed at most.
const EVERYBODY: u32 = 100_000;

/// Runs one command about people.
pub fn run(
    session: &mut Session,
    command: Option<&PeopleCommand>,
    json: bool,
) -> Result<Outcome, Problem> {
    let request = match command {
        None => find(""),
        Some(PeopleCommand::List { query, export }) => match lists::export(session, query, export)?
        {
            Some(request) => request,
            None => find(query),
        },
        Some(PeopleCommand::Read { list }) => return lists::read(session, list, json),
        Some(PeopleCommand::Add { list, new, affiliations, contacts }) => {
            let taken =
                lists::Taken { new: *new, affiliations: *affiliations, contacts: *contacts };
            return lists::add(session, list, &taken, json);
        }
        Some(PeopleCommand::UndoAdd { addition }) => return lists::undo(session, addition, json),
        Some(PeopleCommand::Duplicates { limit }) => Request::ListDuplicates { limit: *limit },
        Some(PeopleCommand::Merge { a, b }) => {
            Request::MergePeople { keep: session.person(a)?, merge: session.person(b)? }
        }
        Some(PeopleCommand::Merges) => Request::ListMerges,
        Some(PeopleCommand::Undo { person }) => {
            let merge = session.merged(person)?;
            if merge.changes_since > 0 {
                let since = counted(merge.changes_since as usize, "change", "changes");
                eprintln!(
                    "{since} made since the merge stay with the person kept; `rapporteur-cli people changes` lists them"
                );
            }
            Request::UndoMerge { person: merge.person }
        }
        Some(PeopleCommand::Different { a, b, forget }) => Request::NotTheSamePerson {
            one: session.person(a)?,
            other: session.person(b)?,
            distinct: !forget,
        },
        Some(PeopleCommand::Show { person, contributions: false }) => {
            Request::LoadPerson { person: session.person(person)? }
        }
        Some(PeopleCommand::Show { person, contributions: true }) => {
            let person = session.person(person)?;
            Request::Directory(DirectoryRequest::LoadHeldOnPerson { person })
        }
        Some(PeopleCommand::Split(split)) => Request::Directory(session.split(split)?),
        Some(command) => Request::Directory(session.about_directory(command)?),
    };
    match session.ask(request)? {
        Response::Duplicates(pairs) if json => {
            print_json(&pairs.iter().map(pair).collect::<Vec<_>>())?
        }
        Response::Duplicates(pairs) => print_pairs(&pairs),
        Response::PersonPage(page) if !json => print_page(&page),
        Response::Held(held) if !json => out!("{}", held.readable()),
        Response::DirectoryChanges(changes) if !json => {
            for change in &changes {
                outln!("{}  {:?}  {}  {}", change.id, change.kind, change.name, change.made_at);
            }
            eprintln!("{} can be taken back", counted(changes.len(), "change", "changes"));
        }
        Response::PrivacyRecord(record) if !json => print_record(&record),
        Response::PrivacyRecords(records) if !json => {
            records.iter().for_each(print_record);
            eprintln!(
                "{} of people anonymised or removed",
                counted(records.len(), "record", "records")
            );
        }
        Response::Merges(merges) if !json => {
            for merge in &merges {
                outln!("{}  {}  {}", merge.person, merge.name.full(), merge.merged_at);
            }
            eprintln!("{} in force", counted(merges.len(), "merge", "merges"));
        }
        Response::Done(()) if !json => outln!(
            "{}",
            match command {
                Some(PeopleCommand::Different { .. }) => "Remembered.",
                _ => "Taken back.",
            }
        ),
        other => return answer(&other, json),
    }
    Ok(Outcome::Done)
}

impl Session {
    /// The person with this id, or the only one whose name begins so.
    pub fn person(&mut self, typed: &str) -> Result<PersonId, Problem> {
        if let Ok(id) = typed.parse() {
            return Ok(id);
        }
        let Response::People(found) = self.ask(find(typed))? else {
            return Err(Problem::unexpected());
        };
        let exact: Vec<&PersonOffer> =
            found.iter().filter(|one| one.name.full().eq_ignore_ascii_case(typed)).collect();
        match (exact[..].first(), exact.len(), &found[..]) {
            (Some(one), 1, _) => Ok(one.person),
            (_, 0, [one]) => Ok(one.person),
            (_, _, []) => Err(Problem::refused(format!(
                "nobody in the directory is called “{typed}”; `rapporteur-cli people list` shows who is there"
            ))),
            _ => Err(Problem::refused(format!(
                "several people are called “{typed}”; name one by the id:\n{}",
                found
                    .iter()
                    .map(|one| format!("  {}  {}", one.person, one.name.full()))
                    .collect::<Vec<_>>()
                    .join("\n")
            ))),
        }
    }

    /// The request for a change of the directory.
    fn about_directory(&mut self, command: &PeopleCommand) -> Result<DirectoryRequest, Problem> {
        Ok(match command {
            PeopleCommand::Revert { change } => {
                DirectoryRequest::UndoDirectoryChange { change: change.clone() }
            }
            PeopleCommand::Anonymise { person } => {
                DirectoryRequest::AnonymisePerson { person: self.person(person)? }
            }
            PeopleCommand::Remove { person } => {
                DirectoryRequest::RemovePerson { person: self.person(person)? }
            }
            PeopleCommand::Records { undo: Some(record), .. } => {
                DirectoryRequest::UndoPrivacy { record: record.clone() }
            }
            PeopleCommand::Records { close: Some(record), .. } => {
                DirectoryRequest::ClosePrivacyRecord { record: record.clone() }
            }
            PeopleCommand::Records { .. } => DirectoryRequest::ListPrivacyRecords,
            PeopleCommand::Export { person, output } => DirectoryRequest::ExportPerson {
                person: self.person(person)?,
                path: output.display().to_string(),
            },
            _ => DirectoryRequest::ListDirectoryChanges { person: None },
        })
    }

    /// The request for a split, with the affiliations found by their first days.
    fn split(&mut self, split: &SplitPerson) -> Result<DirectoryRequest, Problem> {
        let person = self.person(&split.person)?;
        let Response::PersonPage(page) = self.ask(Request::LoadPerson { person })? else {
            return Err(Problem::unexpected());
        };
        let reports: Result<Vec<_>, Problem> =
            split.reports.iter().map(|typed| self.report(typed)).collect();
        let mut affiliations = Vec::new();
        for typed in &split.affiliations {
            let day = |held: &&DatedAffiliation| {
                held.since.map_or("beginning".to_owned(), |day| day.to_string()) == *typed
            };
            let Some(held) = page.affiliations.iter().find(day) else {
                return Err(Problem::refused(format!(
                    "no affiliation of {} begins on “{typed}”; `rapporteur-cli people show` lists them",
                    page.offer.name.full()
                )));
            };
            affiliations.push(AffiliationKey { entry: held.entry, since: held.since });
        }
        Ok(DirectoryRequest::SplitPerson {
            person,
            name: PersonName::parse(&split.name),
            reports: reports?,
            spellings: split.spellings.iter().map(|typed| PersonName::parse(typed)).collect(),
            affiliations,
        })
    }

    /// The merge of the entry with this id or name.
    fn merged(&mut self, typed: &str) -> Result<Merged, Problem> {
        let Response::Merges(merges) = self.ask(Request::ListMerges)? else {
            return Err(Problem::unexpected());
        };
        let found: Vec<&Merged> = merges
            .iter()
            .filter(|one| one.person.to_string() == typed || one.name.full() == typed)
            .collect();
        match found[..] {
            [one] => Ok(one.clone()),
            _ => Err(Problem::refused(format!(
                "there is no single merge of “{typed}”; `rapporteur-cli people merges` shows them with their ids"
            ))),
        }
    }
}

fn find(query: &str) -> Request {
    Request::FindPeople { query: query.to_owned(), series: None, limit: EVERYBODY }
}

/// The pair as programs read it: names, and the ids to answer with.
fn pair(pair: &Duplicate) -> serde_json::Value {
    json!({
        "a": pair.a.name.full(),
        "b": pair.b.name.full(),
        "a_id": pair.a.person,
        "b_id": pair.b.person,
        "evidence": pair.evidence,
        "strength": pair.strength,
        "strong": pair.strong,
    })
}

fn print_pairs(pairs: &[Duplicate]) {
    for pair in pairs {
        outln!(
            "{:.2}  {} – {}: {}",
            pair.strength,
            pair.a.name.full(),
            pair.b.name.full(),
            pair.evidence.join("; ")
        );
    }
    let strong = pairs.iter().filter(|pair| pair.strong).count();
    let all = counted(pairs.len(), "pair", "pairs");
    eprintln!("{all}, {strong} of them strong; nobody was merged");
}

fn print_record(record: &PrivacyRecord) {
    let state = record.closed_at.as_ref().map_or("open".to_owned(), |day| format!("closed {day}"));
    outln!(
        "{}  {:?}  {}  {state}; {} reports changed",
        record.id,
        record.kind,
        record.happened_at,
        record.reports
    );
    for original in &record.originals {
        eprintln!("the imported file {original} still holds the name");
    }
    if record.kind == PrivacyKind::Removed {
        eprintln!(
            "reports, and what is found in them, keep what they printed; `people anonymise` takes the name out of them"
        );
    }
    if let Some(folder) = &record.backups {
        eprintln!("backups made before still hold the name: they are in {folder}");
    }
    if record.closed_at.is_none() {
        eprintln!(
            "it can be taken back, and is kept sealed for that, until `rapporteur-cli people records --close {}`",
            record.id
        );
    }
    eprintln!("so do files that were sent or saved elsewhere before; no program can reach those");
}

fn print_page(page: &PersonPage) {
    let person = &page.offer;
    outln!("{}  {}", person.name.full(), person.person);
    for spelling in &page.spellings {
        let place = spelling.number.map_or(String::new(), |number| format!(" (meeting {number})"));
        outln!("  also {}{place}", spelling.name.full());
    }
    for held in &page.affiliations {
        let since = held.since.map_or("from the beginning".to_owned(), |day| day.to_string());
        let until = held.until.map_or(String::new(), |day| format!(" to {day}"));
        let parts = [&held.role, &held.status, &held.organisation];
        outln!("  {since}{until}: {}", joined(&parts));
    }
    for meeting in &page.meetings {
        let number = meeting.number.map_or("–".to_owned(), |number| number.to_string());
        let date = meeting.date.map_or("no date".to_owned(), |date| date.to_string());
        outln!("  attended {} {number}, {date}", meeting.series_name);
    }
    for merge in &page.merged {
        outln!("  merged {} {}, {}", merge.name.full(), merge.person, merge.merged_at);
    }
}

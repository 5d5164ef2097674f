//! Where the reports name somebody: contributions, who spoke, and names that changed since.

use super::directory::nicknames;
use super::duplicates::present;
use super::matching::Nicknames;
use crate::api::{Contribution, DraftNaming, ReportSpeakers, Saved, SpokenPassage, WrittenName};
use crate::clock::Clock;
use crate::error::Error;
use crate::{check, reports, storage};
use rapporteur_document::model::{
    Participant, ParticipantId, PersonId, PersonName, Report, ReportId, ReportState,
};
use rapporteur_document::naming::{self, Ambiguous, Known, Language};
use rusqlite::Connection;
use std::collections::HashMap;
use uuid::Uuid;

/// Stands for a person whom a report does not have among its own.
pub(super) const NOT_IN_REPORT: ParticipantId = ParticipantId(Uuid::nil());

/// Every passage of the archive in which somebody speaks or is mentioned, latest meeting first.
pub(crate) fn contributions(
    connection: &Connection,
    person: PersonId,
) -> Result<Vec<Contribution>, Error> {
    let person = present(connection, person)?;
    let offer = storage::people::load(connection, person)?.ok_or_else(super::gone)?;
    let mut names = vec![offer.name];
    names
        .extend(storage::people::spellings_of(connection, person)?.into_iter().map(|one| one.name));
    let nicknames = nicknames(connection)?;
    let mut found = Vec::new();
    for summary in storage::reports::list(connection, None, false)? {
        let content = reports::stored(connection, summary.id)?.content;
        let meant = storage::attendances::meant_in(connection, summary.id)?;
        let own: Vec<&Participant> = content
            .participants
            .iter()
            .filter(|one| one.person.map(&meant) == Some(person))
            .collect();
        let mut known = naming::participants(&content.participants);
        let mut wanted: Vec<ParticipantId> = own.iter().map(|one| one.id).collect();
        if own.is_empty() {
            // Somebody the report talks about without knowing them.
            let text = serde_json::to_string(&content).unwrap_or_default();
            if !names.iter().any(|name| text.contains(&name.full())) {
                continue;
            }
            known.push(Known { id: NOT_IN_REPORT, names: names.clone(), given_alone: false });
            wanted.push(NOT_IN_REPORT);
        } else {
            for one in known.iter_mut().filter(|one| wanted.contains(&one.id)) {
                one.names.extend(names.iter().cloned());
            }
        }
        let passages =
            with_language(&nicknames, |language| naming::passages(&content, &known, language));
        let passages: Vec<SpokenPassage> = passages
            .into_iter()
            .filter_map(|passage| {
                let of_person =
                    |named: &&naming::Named| named.certain().is_some_and(|id| wanted.contains(&id));
                let named: Vec<&naming::Named> = passage.named.iter().filter(of_person).collect();
                let speaks = named.iter().any(|named| named.speaks);
                let marks = named.iter().map(|named| units(&passage.text, &named.at)).collect();
                (!named.is_empty()).then(|| SpokenPassage {
                    item: passage.item,
                    heading: passage.heading.clone(),
                    text: passage.text.clone(),
                    speaks,
                    marks,
                })
            })
            .collect();
        if passages.is_empty() && own.is_empty() {
            continue;
        }
        found.push(Contribution {
            report: summary.id,
            series_name: summary.series_name,
            number: summary.number,
            date: summary.date,
            state: summary.state,
            attendance: own.first().map(|one| one.attendance),
            passages,
        });
    }
    Ok(found)
}

/// A range of bytes as UTF-16 code units, which windows count in.
fn units(text: &str, range: &std::ops::Range<usize>) -> (u32, u32) {
    let count = |to: usize| u32::try_from(text[..to].encode_utf16().count()).unwrap_or(u32::MAX);
    (count(range.start), count(range.end))
}

/// Who speaks in a report as it is on the page, against its list.
pub(crate) fn speakers(connection: &Connection, content: &Report) -> Result<ReportSpeakers, Error> {
    let nicknames = nicknames(connection)?;
    let known = with_spellings(connection, &content.participants)?;
    let found = with_language(&nicknames, |language| naming::speakers(content, &known, language));
    let passages =
        with_language(&nicknames, |language| naming::passages(content, &known, language));
    let mut ambiguous: Vec<Ambiguous> = Vec::new();
    for named in passages.into_iter().flat_map(|passage| passage.named) {
        if named.who.len() > 1 && ambiguous.iter().all(|one| one.words != named.words) {
            ambiguous.push(Ambiguous { words: named.words, who: named.who });
        }
    }
    Ok(ReportSpeakers {
        unknown: found.unknown,
        not_listed: found.not_listed,
        only_mentioned: found.only_mentioned,
        apologies_but_spoke: found.apologies_but_spoke,
        ambiguous: ambiguous.into_iter().map(Into::into).collect(),
    })
}

/// The ways these people may be named while a report is written, and whom each may mean.
pub(crate) fn written_names(
    connection: &Connection,
    participants: &[Participant],
) -> Result<Vec<WrittenName>, Error> {
    let nicknames = nicknames(connection)?;
    let known = with_spellings(connection, participants)?;
    let other_forms = |given: &str| nicknames.other_forms(given).map(str::to_owned).collect();
    Ok(naming::written_names(&known, &other_forms).into_iter().map(Into::into).collect())
}

/// Links the names in the prose of a report that is brought in. Answers what is to be asked: the
/// words, and the question.
pub(crate) fn link(
    connection: &Connection,
    content: &mut Report,
) -> Result<Vec<(String, String)>, Error> {
    let nicknames = nicknames(connection)?;
    let ambiguous = with_language(&nicknames, |language| naming::link(content, language));
    let name = |id: &ParticipantId| {
        content.participant(*id).map_or_else(String::new, |one| one.name.full())
    };
    Ok(ambiguous
        .into_iter()
        .map(|one| {
            let who: Vec<String> = one.who.iter().map(name).collect();
            let question = format!(
                "“{}” in the text may be {}; choose who is meant",
                one.words,
                who.join(" or ")
            );
            (one.words, question)
        })
        .collect())
}

/// The drafts that print another name than the directory has.
pub(crate) fn drafts_naming(
    connection: &Connection,
    person: PersonId,
) -> Result<Vec<DraftNaming>, Error> {
    let person = present(connection, person)?;
    let now = storage::people::load(connection, person)?.ok_or_else(super::gone)?.name;
    let mut found = Vec::new();
    for summary in storage::reports::list(connection, None, false)? {
        if summary.state == ReportState::Final {
            continue;
        }
        let stored = reports::stored(connection, summary.id)?;
        let meant = storage::attendances::meant_in(connection, summary.id)?;
        for one in stored.content.participants {
            if one.person.map(&meant) == Some(person) && one.name != now {
                found.push(DraftNaming {
                    report: summary.id,
                    series_name: summary.series_name.clone(),
                    number: summary.number,
                    participant: one.id,
                    printed: one.name,
                });
            }
        }
    }
    Ok(found)
}

/// Prints another name of a participant in a draft; what it was is among the report's versions.
pub(crate) fn name_in_draft(
    connection: &Connection,
    report: ReportId,
    participant: ParticipantId,
    name: PersonName,
    clock: &dyn Clock,
) -> Result<Saved, Error> {
    let stored = reports::stored(connection, report)?;
    if stored.content.state == ReportState::Final {
        return Err(Error::Refused(
            "This report is final and keeps the name it was published with. Mark it as a draft first if the name must change."
                .to_owned(),
        ));
    }
    let mut content = stored.content;
    let Some(one) = content.participants.iter_mut().find(|one| one.id == participant) else {
        return Err(Error::NotFound(
            "This report does not name that person any more; nothing was changed.".to_owned(),
        ));
    };
    one.name = name;
    storage::versions::keep(connection, report, None)?;
    reports::save(connection, report, stored.revision, &content, clock)
}

/// The report's people by all names the directory has for them.
fn with_spellings(
    connection: &Connection,
    participants: &[Participant],
) -> Result<Vec<Known>, Error> {
    let mut known = naming::participants(participants);
    let by_id: HashMap<ParticipantId, PersonId> =
        participants.iter().filter_map(|one| Some((one.id, one.person?))).collect();
    for one in &mut known {
        let Some(person) = by_id.get(&one.id) else { continue };
        let spellings = storage::people::spellings_of(connection, *person)?;
        one.names.extend(spellings.into_iter().map(|spelling| spelling.name));
    }
    Ok(known)
}

pub(super) fn with_language<T>(nicknames: &Nicknames, read: impl FnOnce(&Language) -> T) -> T {
    let register = &check::register::BUILT_IN;
    read(&Language {
        reports: &|verb| register.reports(verb),
        forms_of_one: &|one, other| nicknames.same(one, other),
        names_nobody: &|word| register.not_names.iter().any(|known| known == word),
    })
}

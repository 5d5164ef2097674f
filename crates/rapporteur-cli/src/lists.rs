//! `people read`, `people add` and `people list --format`: lists of people in and out.

use crate::arguments::{ListExport, ListFile, ListFormat};
use crate::output::outln;
use crate::run::{Outcome, Problem, Session, text};
use crate::show::{counted, joined, print_json};
use rapporteur_core::api::{
    AddedPerson, AffiliationChange, ListSource, ListedPerson, PeopleExport, ReadList, Request,
    Response, Standing,
};
use rapporteur_document::read::list::Field;

/// What `people add` takes besides new and known people.
pub struct Taken {
    /// Those who may be somebody known, as new people.
    pub new: bool,
    /// Changed affiliations of known people.
    pub affiliations: bool,
    /// Addresses and telephone numbers.
    pub contacts: bool,
}

/// Prints what a list holds and whom the directory knows of it.
pub fn read(session: &mut Session, file: &ListFile, json: bool) -> Result<Outcome, Problem> {
    let list = ask(session, file)?;
    if json {
        print_json(&list)?;
    } else {
        print_list(&list);
    }
    Ok(if list.warnings.is_empty() { Outcome::Done } else { Outcome::Findings })
}

/// Adds the people of a list and says who was left out.
pub fn add(
    session: &mut Session,
    file: &ListFile,
    taken: &Taken,
    json: bool,
) -> Result<Outcome, Problem> {
    let list = ask(session, file)?;
    warn(&list);
    let (people, left): (Vec<&ListedPerson>, Vec<&ListedPerson>) =
        list.people.iter().partition(|one| match one.standing {
            Standing::New | Standing::Known => true,
            Standing::MayBe => taken.new,
            Standing::Nameless => false,
        });
    for one in &left {
        if let Some(known) = one.known.first().filter(|_| one.standing == Standing::MayBe) {
            eprintln!(
                "left out: {} may be {} ({}); --new adds such people as new",
                one.listed.name.full(),
                known.found.offer.name.full(),
                known.found.reasons.join("; ")
            );
        }
    }
    let request = Request::AddPeople {
        source: list.name.clone(),
        people: people.into_iter().map(|one| added(one, taken)).collect(),
        since: None,
    };
    let Response::Addition(addition) = session.ask(request)? else {
        return Err(Problem::unexpected());
    };
    if json {
        print_json(&addition)?;
    } else {
        outln!(
            "{}, {} of them new; `rapporteur-cli people undo-add {}` takes this back",
            counted(addition.people.len(), "person", "people"),
            addition.new,
            addition.id
        );
    }
    Ok(if left.is_empty() { Outcome::Done } else { Outcome::Findings })
}

/// Takes an addition back.
pub fn undo(session: &mut Session, addition: &str, json: bool) -> Result<Outcome, Problem> {
    let addition = addition.parse().map_err(|_| {
        Problem::wrong_use(format!(
            "“{addition}” is no id; write the one that `people add` printed"
        ))
    })?;
    let Response::People(stayed) = session.ask(Request::UndoAddition { addition })? else {
        return Err(Problem::unexpected());
    };
    if json {
        print_json(&stayed)?;
    } else {
        outln!("Taken back.");
        for one in stayed {
            outln!("{} stays: a report names this person by now", one.name.full());
        }
    }
    Ok(Outcome::Done)
}

/// The request that writes the list, where a file is named.
pub fn export(
    session: &mut Session,
    query: &str,
    export: &ListExport,
) -> Result<Option<Request>, Problem> {
    let Some(output) = &export.output else { return Ok(None) };
    if !query.is_empty() {
        return Err(Problem::wrong_use(
            "a list in a file holds everybody; leave the name out, or the file".to_owned(),
        ));
    }
    let format = export.format.or_else(|| ListFormat::of(output)).ok_or_else(|| {
        Problem::wrong_use(format!(
            "{} does not say in which format; end it in .csv, .xlsx, .vcf or .json, or name the format with --format",
            output.display()
        ))
    })?;
    let report = export.report.as_deref().map(|typed| session.report(typed)).transpose()?;
    let list =
        PeopleExport { report, format: format.into(), private: export.private, mark: export.mark };
    Ok(Some(Request::ExportPeople { list, path: text(output)? }))
}

fn ask(session: &mut Session, file: &ListFile) -> Result<ReadList, Problem> {
    let fields = file.columns.as_ref().map(|names| names.iter().map(|name| field(name)).collect());
    let source = ListSource::File { path: text(&file.file)? };
    let request = Request::ReadList { source, fields: fields.transpose()?, series: None };
    match session.ask(request)? {
        Response::ReadList(list) => Ok(*list),
        _ => Err(Problem::unexpected()),
    }
}

fn field(name: &str) -> Result<Option<Field>, Problem> {
    let name = name.trim().to_lowercase();
    if ["", "-"].contains(&name.as_str()) {
        return Ok(None);
    }
    serde_json::from_value(name.as_str().into()).map(Some).map_err(|_| {
        Problem::wrong_use(format!(
            "“{name}” is no field; write name, given, family, role, status, organisation, entry, email, phone, attendance, joined, left, minutes, notes, or - for none"
        ))
    })
}

fn added(one: &ListedPerson, taken: &Taken) -> AddedPerson {
    let known = one.known.first().filter(|_| one.standing == Standing::Known);
    let listed = &one.listed;
    let contact = |text: &Option<String>| text.clone().filter(|_| taken.contacts);
    AddedPerson {
        person: known.map(|known| known.found.offer.person),
        name: listed.name.clone(),
        also: listed.also.clone(),
        affiliation: match known {
            Some(known) => known.change.clone().filter(|_| taken.affiliations),
            None => Some(AffiliationChange {
                role: listed.role.clone(),
                status: listed.status.clone(),
                organisation: listed.organisation.clone(),
            }),
        },
        email: contact(&listed.email),
        phone: contact(&listed.phone),
        notes: contact(&listed.notes),
    }
}

fn print_list(list: &ReadList) {
    for column in &list.columns {
        let field =
            column.field.map_or("left out".to_owned(), |field| format!("{field:?}").to_lowercase());
        outln!("column {}: {field} ({})", column.heading, column.reason);
    }
    for one in &list.people {
        let listed = &one.listed;
        let words = joined(&[&listed.role, &listed.status, &listed.organisation]);
        let minutes = listed.minutes.map_or(String::new(), |minutes| format!(", {minutes} min"));
        let known = one.known.first().map(|known| {
            (known.found.offer.name.full(), known.found.reasons.join("; "), &known.change)
        });
        let standing = match (one.standing, known) {
            (Standing::Nameless, _) => "no name".to_owned(),
            (Standing::Known, Some((_, _, Some(change)))) => format!(
                "known; now {}",
                joined(&[&change.role, &change.status, &change.organisation])
            ),
            (Standing::Known, _) => "known".to_owned(),
            (Standing::MayBe, Some((name, why, _))) => format!("may be {name}: {why}"),
            _ => "new".to_owned(),
        };
        let name = if listed.name.is_empty() { &listed.written } else { &listed.name.full() };
        outln!("{name}  {words}{minutes}  [{standing}]");
    }
    warn(list);
}

fn warn(list: &ReadList) {
    for warning in &list.warnings {
        let row = warning.row.map_or(String::new(), |row| format!("row {row}: "));
        eprintln!("{row}{}", warning.message);
    }
}

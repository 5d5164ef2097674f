//! Templates in a library: versions that never change, and the ones that come with the program.
//!
//! A template is known by its name; changing it stores a new version. Series go on with the
//! newest version, reports keep the one they were made with. Called by `api::handle`.

use crate::api::{OwnPlaceholders, TemplateChoices, TemplateSummary};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::storage;
use rapporteur_document::model::{Invalid, TemplateId};
use rapporteur_document::style::{self, Template};
use rusqlite::Connection;

/// Keeps a template file: a new version of its name, unless this very file is there already.
///
/// # Errors
/// [`Error::Document`] for a file that cannot be used.
pub(crate) fn keep(
    connection: &Connection,
    file: &str,
    built_in: bool,
    clock: &dyn Clock,
) -> Result<TemplateSummary, Error> {
    let template = Template::parse(file)?;
    if let Some(known) = storage::templates::with_file(connection, file)? {
        return Ok(known);
    }
    insert(connection, &template.name, file, built_in, clock)
}

/// Keeps the present wording of the built-in templates; one that the user changed stays changed.
pub(crate) fn keep_built_in(connection: &Connection, clock: &dyn Clock) -> Result<(), Error> {
    for file in Template::built_in() {
        let name = Template::parse(file)?.name;
        let newest = storage::templates::newest_of(connection, &name)?;
        if newest.is_none_or(|newest| newest.built_in) {
            keep(connection, file, true, clock)?;
        }
    }
    Ok(())
}

/// One version.
///
/// # Errors
/// [`Error::NotFound`] where the library has no such version.
pub(crate) fn load(connection: &Connection, id: TemplateId) -> Result<Template, Error> {
    Ok(Template::parse(&file(connection, id)?)?)
}

/// The file of one version, as it was imported or saved.
pub(crate) fn file(connection: &Connection, id: TemplateId) -> Result<String, Error> {
    storage::templates::file(connection, id)?.ok_or_else(not_found)
}

/// What a form for templates offers.
pub(crate) fn choices() -> TemplateChoices {
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    TemplateChoices {
        placeholders: words(style::placeholders()),
        own_placeholders: style::own_placeholders()
            .iter()
            .map(|(field, own)| OwnPlaceholders {
                field: (*field).to_owned(),
                placeholders: words(own),
            })
            .collect(),
        docx_fonts: words(&style::DOCX_FONTS),
    }
}

/// Stores a changed template as a new version, which its series go on with. A changed name
/// renames the template.
///
/// # Errors
/// [`Error::Invalid`] with every problem; [`Error::Refused`] where `base` is not the newest
/// version any more or the name belongs to another template.
pub(crate) fn save(
    connection: &Connection,
    base: TemplateId,
    content: &Template,
    clock: &dyn Clock,
) -> Result<TemplateSummary, Error> {
    let before = summary(connection, base)?;
    let newest = storage::templates::newest_of(connection, &before.name)?.ok_or_else(not_found)?;
    if newest.id != base {
        return Err(Error::Refused(format!(
            "The template “{}” was changed elsewhere (version {}). Copy what you want to keep, close the form and open the template again.",
            newest.name, newest.version
        )));
    }
    let content = &Template { name: content.name.trim().to_owned(), ..content.clone() };
    let problems = content.problems();
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    if content.name != before.name {
        rename(connection, &before, &content.name)?;
    }
    let file = content.to_toml();
    if storage::templates::file(connection, base)?.as_ref() == Some(&file) {
        return summary(connection, base);
    }
    let saved = insert(connection, &content.name, &file, false, clock)?;
    storage::series::move_to(connection, &content.name, saved.id)?;
    summary(connection, saved.id)
}

/// A template of its own that begins as another one.
///
/// # Errors
/// [`Error::Invalid`] for a name that is empty or taken.
pub(crate) fn duplicate(
    connection: &Connection,
    id: TemplateId,
    name: &str,
    clock: &dyn Clock,
) -> Result<TemplateSummary, Error> {
    let name = name.trim();
    refuse_name(connection, name, None)?;
    let copy = Template { name: name.to_owned(), ..load(connection, id)? };
    insert(connection, name, &copy.to_toml(), false, clock)
}

/// Stores the wording that came with the program as the newest version.
///
/// # Errors
/// [`Error::Refused`] for a template that did not come with the program.
pub(crate) fn restore(
    connection: &Connection,
    id: TemplateId,
    clock: &dyn Clock,
) -> Result<TemplateSummary, Error> {
    let name = summary(connection, id)?.name;
    let newest = storage::templates::newest_of(connection, &name)?.ok_or_else(not_found)?;
    if newest.built_in {
        return Ok(newest);
    }
    let original = Template::built_in()
        .into_iter()
        .find(|file| Template::parse(file).is_ok_and(|template| template.name == name));
    let Some(original) = original else {
        return Err(Error::Refused(format!(
            "The template “{name}” did not come with the program, so there is nothing to restore."
        )));
    };
    let restored = insert(connection, &name, original, true, clock)?;
    storage::series::move_to(connection, &name, restored.id)?;
    summary(connection, restored.id)
}

/// Takes a template off the list; the versions of its reports are kept for them.
///
/// # Errors
/// [`Error::Refused`] for one that a series uses or that came with the program.
pub(crate) fn delete(
    connection: &Connection,
    id: TemplateId,
    clock: &dyn Clock,
) -> Result<Vec<TemplateSummary>, Error> {
    let template = summary(connection, id)?;
    let name = &template.name;
    if template.built_in || template.restorable {
        return Err(Error::Refused(format!(
            "The template “{name}” comes with the program and cannot be deleted."
        )));
    }
    if !template.series.is_empty() {
        return Err(Error::Refused(format!(
            "The template “{name}” is used by {}. Give {} another template first.",
            template.series.join(", "),
            if template.series.len() == 1 { "this series" } else { "these series" },
        )));
    }
    storage::templates::set_deleted(connection, name, &stamp(clock))?;
    Ok(storage::templates::newest(connection)?)
}

fn insert(
    connection: &Connection,
    name: &str,
    file: &str,
    built_in: bool,
    clock: &dyn Clock,
) -> Result<TemplateSummary, Error> {
    let id = TemplateId(new_id(clock));
    storage::templates::insert(connection, id, name, file, built_in, &stamp(clock))?;
    summary(connection, id)
}

fn summary(connection: &Connection, id: TemplateId) -> Result<TemplateSummary, Error> {
    storage::templates::summary_of(connection, id)?.ok_or_else(not_found)
}

fn rename(connection: &Connection, before: &TemplateSummary, name: &str) -> Result<(), Error> {
    if before.built_in || before.restorable {
        return Err(invalid_name(
            "A template that comes with the program keeps its name; duplicate it under another one."
                .to_owned(),
        ));
    }
    refuse_name(connection, name, Some(&before.name))?;
    storage::templates::rename(connection, &before.name, name)?;
    Ok(())
}

fn refuse_name(connection: &Connection, name: &str, own: Option<&str>) -> Result<(), Error> {
    if name.is_empty() {
        return Err(invalid_name("It is empty; give the template a name.".to_owned()));
    }
    let taken = storage::templates::name_like(connection, name)?;
    match taken.filter(|taken| Some(taken.as_str()) != own) {
        Some(taken) => Err(invalid_name(format!(
            "There is or was a template “{taken}” already; choose another name."
        ))),
        None => Ok(()),
    }
}

fn invalid_name(message: String) -> Error {
    Error::Invalid(vec![Invalid { field: "name".to_owned(), message }])
}

fn not_found() -> Error {
    Error::NotFound("This template is not in the library; choose another one.".to_owned())
}

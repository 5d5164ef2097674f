//! The generated sentences: a template's words with the report's values in their places.
//!
//! Called by `print`, and by `Template::parse` to refuse a sentence that could not be printed.
//! The template engine is minijinja; a sentence that asks for a value we do not have is an error
//! when the template is read, not a hole in a report.

use super::Template;
use crate::Error;
use minijinja::{Environment, UndefinedBehavior, Value};
use std::collections::HashSet;

/// How many steps of the template engine one sentence may take; a real one takes under 200.
const FUEL: u64 = 50_000;

/// The values every sentence may use.
const COMMON: &[&str] = &[
    "number",
    "ordinal",
    "date",
    "date_iso",
    "time",
    "time_zone",
    "venue",
    "venue_kind",
    "recording",
    "group.name",
    "group.short_name",
    "series",
    "moderator.full",
    "moderator.given",
    "opened_by.full",
    "opened_by.given",
    "next.date",
    "next.time",
    "next.time_zone",
];

/// A sentence of the template: its key in the file, its text and the values of its own.
struct Sentence<'t> {
    key: String,
    text: &'t str,
    own: &'static [&'static str],
}

/// The compiled sentences of one template.
pub(super) struct Wording<'t> {
    engine: Environment<'t>,
}

impl<'t> Wording<'t> {
    /// Compiles every sentence; the first that cannot be used is the error.
    pub(super) fn compile(template: &'t Template) -> Result<Self, Error> {
        let mut engine = Environment::new();
        engine.set_undefined_behavior(UndefinedBehavior::Strict);
        engine.set_fuel(Some(FUEL));
        let known: HashSet<&str> = COMMON.iter().copied().collect();
        for sentence in all(template) {
            let refuse = |reason: String| Error::Template { field: sentence.key.clone(), reason };
            engine
                .add_template_owned(sentence.key.clone(), sentence.text.to_owned())
                .map_err(|error| refuse(explain(&error)))?;
            let compiled = engine.get_template(&sentence.key).map_err(|e| refuse(explain(&e)))?;
            let mut strangers: Vec<String> = compiled
                .undeclared_variables(true)
                .into_iter()
                .filter(|name| {
                    !known.contains(name.as_str()) && !sentence.own.contains(&name.as_str())
                })
                .filter(|name| !["range", "dict", "namespace", "debug"].contains(&name.as_str()))
                .collect();
            strangers.sort();
            if let Some(stranger) = strangers.first() {
                let usable: Vec<&str> = sentence.own.iter().chain(COMMON).copied().collect();
                return Err(refuse(format!(
                    "there is no value named “{stranger}”; use one of {}",
                    usable.join(", ")
                )));
            }
        }
        Ok(Self { engine })
    }

    /// Renders the sentence `key`, such as `sentences.opening`; an error says why it cannot.
    pub(super) fn render(&self, key: &str, values: &Value) -> Result<String, Error> {
        let refuse = |error: minijinja::Error| Error::Template {
            field: key.to_owned(),
            reason: explain(&error),
        };
        let text = self.engine.get_template(key).map_err(refuse)?.render(values).map_err(refuse)?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

fn all(template: &Template) -> Vec<Sentence<'_>> {
    const STEP: &[&str] = &["action", "owner", "due"];
    const PAGE: &[&str] = &["page", "pages"];
    const PLACE: &[&str] = &["place"];
    const ENTRY: &[&str] = &["name", "given", "family", "role", "status", "organisation", "parts"];
    let words = &template.sentences;
    let named: [(&str, &str, &'static [&'static str]); 18] = [
        ("title.title", &template.title.title, &[]),
        ("sentences.opening", &words.opening, &[]),
        ("sentences.opened", &words.opened, &[]),
        ("sentences.empty_item", &words.empty_item, &[]),
        ("sentences.empty_secretariat", &words.empty_secretariat, &[]),
        ("sentences.next_meeting", &words.next_meeting, &[]),
        ("sentences.next_meeting_open", &words.next_meeting_open, &[]),
        ("sentences.next_step", &words.next_step, STEP),
        ("sentences.document_title", &words.document_title, &[]),
        ("sentences.footer", &words.footer, &[]),
        ("sentences.page_number", &words.page_number, PAGE),
        ("sentences.file_name", &words.file_name, &[]),
        ("sentences.draft_mark", &words.draft_mark, &[]),
        ("sentences.in_review_mark", &words.in_review_mark, &[]),
        ("sentences.venue_online", &words.venue_online, PLACE),
        ("sentences.venue_in_person", &words.venue_in_person, PLACE),
        ("sentences.venue_hybrid", &words.venue_hybrid, PLACE),
        ("participants.entry", &template.participants.entry, ENTRY),
    ];
    let lines = template.title.lines.iter().enumerate().map(|(at, text)| Sentence {
        key: format!("title.lines.{at}"),
        text,
        own: &[],
    });
    named
        .into_iter()
        .map(|(key, text, own)| Sentence { key: key.to_owned(), text, own })
        .chain(lines)
        .collect()
}

/// The engine's reason in one sentence.
fn explain(error: &minijinja::Error) -> String {
    match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    }
}

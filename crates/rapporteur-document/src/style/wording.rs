//! The generated sentences: a template's words with the report's values in their places.
//!
//! Called by `print`, by `Template::parse` to refuse a sentence that could not be printed, and by
//! `problems` for all of them.
//! The template engine is minijinja; a sentence that asks for a value we do not have is an error
//! when the template is read, not a hole in a report.

use super::{Template, values};
use crate::Error;
use crate::model::{Meeting, NextMeeting, Report, ReportState, Venue};
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value, context};

/// How many steps of the template engine one sentence may take; a real one takes under 200.
const FUEL: u64 = 50_000;

/// The values every sentence may use.
const COMMON: [&str; 19] = [
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

/// The values of single sentences, by their keys.
const OWN: [(&str, &[&str]); 6] = [
    ("sentences.next_step", &["action", "owner", "due"]),
    ("sentences.page_number", &["page", "pages"]),
    ("sentences.venue_online", &["place"]),
    ("sentences.venue_in_person", &["place"]),
    ("sentences.venue_hybrid", &["place"]),
    ("participants.entry", &["name", "given", "family", "role", "status", "organisation", "parts"]),
];

/// The values every sentence may use, such as `ordinal`.
pub fn placeholders() -> &'static [&'static str] {
    &COMMON
}

/// The keys of the sentences that have values of their own, such as `sentences.next_step`, with
/// those values.
pub fn own_placeholders() -> &'static [(&'static str, &'static [&'static str])] {
    &OWN
}

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
        let mut engine = engine();
        for sentence in all(template) {
            add(&mut engine, &sentence)
                .map_err(|reason| Error::Template { field: sentence.key.clone(), reason })?;
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

/// Every sentence that cannot be used, by its key, and why: compiled, then tried on meetings of
/// every kind, because the engine finds an unknown filter only when it comes to it.
pub(super) fn problems(template: &Template) -> Vec<(String, String)> {
    let trials = trials(template);
    let mut engine = engine();
    let mut found = Vec::new();
    for sentence in all(template) {
        let judged = add(&mut engine, &sentence).and_then(|()| {
            let compiled = engine.get_template(&sentence.key).map_err(|error| explain(&error))?;
            trials
                .iter()
                .try_for_each(|values| compiled.render(values).map(drop))
                .map_err(|error| explain(&error))
        });
        found.extend(judged.err().map(|reason| (sentence.key, reason)));
    }
    found
}

/// Values as a sentence may meet them: every kind of venue, everything known or hardly anything.
fn trials(template: &Template) -> Vec<Value> {
    let place = || "Geneva".to_owned();
    let venues =
        [Venue::Online, Venue::InPerson { place: place() }, Venue::Hybrid { place: place() }];
    let mut trials = Vec::new();
    for (venue, known) in
        venues.into_iter().flat_map(|venue| [(venue.clone(), true), (venue, false)])
    {
        let report = blank_report(venue, known);
        let some = |text: &str| known.then(|| text.to_owned());
        let own = context! {
            page => "1", pages => "2", place => "Geneva", action => "Draft the plan",
            owner => some("Ana Silva"), due => some("5 March 2026"), name => "Ana Silva",
            given => "Ana", family => "Silva", role => some("Chair"), status => some("Member"),
            organisation => some("Harbour Office"),
            parts => if known { vec!["Chair", "Harbour Office"] } else { vec![] },
        };
        trials.push(context! { ..own, ..values::common(&report, template) });
    }
    trials
}

fn blank_report(venue: Venue, recording_available: bool) -> Report {
    let time_zone = || "UTC".to_owned();
    Report {
        meeting: Meeting {
            series: "Series".to_owned(),
            number: None,
            date: None,
            time: None,
            time_zone: time_zone(),
            venue,
            moderator: None,
            opened_by: None,
            recording_available,
        },
        state: ReportState::Draft,
        opening: vec![],
        agenda: vec![],
        next_steps: vec![],
        next_meeting: NextMeeting { date: None, time: None, time_zone: time_zone() },
        participants: vec![],
    }
}

fn engine<'t>() -> Environment<'t> {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_fuel(Some(FUEL));
    engine
}

/// Compiles one sentence, or says why it cannot be used.
fn add(engine: &mut Environment, sentence: &Sentence) -> Result<(), String> {
    engine
        .add_template_owned(sentence.key.clone(), sentence.text.to_owned())
        .map_err(|error| explain(&error))?;
    let compiled = engine.get_template(&sentence.key).map_err(|error| explain(&error))?;
    let usable = || sentence.own.iter().chain(&COMMON).copied();
    let mut strangers: Vec<String> = compiled
        .undeclared_variables(true)
        .into_iter()
        .filter(|name| !usable().any(|known| known == name))
        .filter(|name| !["range", "dict", "namespace", "debug"].contains(&name.as_str()))
        .collect();
    strangers.sort();
    let Some(stranger) = strangers.first() else { return Ok(()) };
    Err(match usable().min_by_key(|known| distance(known, stranger)) {
        Some(near)
            if distance(near, stranger) <= 2 || near.starts_with(&format!("{stranger}.")) =>
        {
            format!("there is no value named “{stranger}”; did you mean “{near}”?")
        }
        _ => format!(
            "there is no value named “{stranger}”; use one of {}",
            usable().collect::<Vec<_>>().join(", ")
        ),
    })
}

/// How many letters have to be typed, left out or changed to make one word of another.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (to, wanted) in other.chars().enumerate() {
            let changed = corner + usize::from(letter != wanted);
            corner = row[to + 1];
            row[to + 1] = changed.min(row[to] + 1).min(corner + 1);
        }
    }
    row[other.chars().count()]
}

fn all(template: &Template) -> Vec<Sentence<'_>> {
    let words = &template.sentences;
    let named = [
        ("title.title", &template.title.title),
        ("sentences.opening", &words.opening),
        ("sentences.opened", &words.opened),
        ("sentences.empty_item", &words.empty_item),
        ("sentences.empty_secretariat", &words.empty_secretariat),
        ("sentences.next_meeting", &words.next_meeting),
        ("sentences.next_meeting_open", &words.next_meeting_open),
        ("sentences.next_step", &words.next_step),
        ("sentences.document_title", &words.document_title),
        ("sentences.header", &words.header),
        ("sentences.footer", &words.footer),
        ("sentences.page_number", &words.page_number),
        ("sentences.file_name", &words.file_name),
        ("sentences.draft_mark", &words.draft_mark),
        ("sentences.in_review_mark", &words.in_review_mark),
        ("sentences.venue_online", &words.venue_online),
        ("sentences.venue_in_person", &words.venue_in_person),
        ("sentences.venue_hybrid", &words.venue_hybrid),
        ("participants.entry", &template.participants.entry),
    ];
    let named = named.into_iter().map(|(key, text)| (key.to_owned(), text));
    let lines = template.title.lines.iter().enumerate();
    let lines = lines.map(|(at, text)| (format!("title.lines.{at}"), text));
    named
        .chain(lines)
        .map(|(key, text)| {
            let own = OWN.iter().find(|(of, _)| *of == key).map_or(&[][..], |(_, own)| own);
            Sentence { key, text, own }
        })
        .collect()
}

/// The engine's reason in one sentence.
fn explain(error: &minijinja::Error) -> String {
    match error.detail() {
        Some(detail) if error.kind() == ErrorKind::SyntaxError => {
            format!("the part in {{{{ }}}} or {{% %}} cannot be read: {detail}")
        }
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    }
}

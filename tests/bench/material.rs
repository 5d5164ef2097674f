//! What is measured: a usual report, one of a hundred pages, and thousands of people.
//!
//! All of it grows from the sample library, so that anyone measures the same.

use crate::measure::{Absent, Measured};
use chrono::{Days, NaiveDate};
use rapporteur_core::sample;
use rapporteur_document::model::{
    AgendaItem, AgendaItemKind, Attendance, Participant, PersonName, Report, ReportState,
};
use rapporteur_document::style::Template;
use std::collections::HashMap;

/// The template of the sample's group.
pub fn template() -> Template {
    Template::parse(sample::TEMPLATE).expect("the sample's template is tested")
}

/// The sample report that most people took part in: 28 participants, three or four pages.
pub fn usual_report() -> Report {
    sample::reports()
        .into_iter()
        .max_by_key(|report| report.with_attendance(Attendance::Present).count())
        .expect("the sample has reports")
}

/// How the sentences end that are there again in a long report: no report says the same over and
/// over, and the checker would have something to say of each.
const ROUNDS: [&str; 8] = [
    "",
    " once more",
    " this time",
    " as before",
    " in more detail",
    " for the record",
    " without haste",
    " at some length",
];

/// The usual report, its agenda going on `rounds` times with everything the sample discusses.
pub fn long_report(rounds: usize) -> Report {
    let mut long = usual_report();
    let closing = long.agenda.pop();
    let mut count = 0;
    let again = std::iter::repeat_n(sample::reports(), rounds).zip(ROUNDS.iter().cycle());
    for (report, ending) in
        again.flat_map(|(all, ending)| all.into_iter().map(move |one| (one, ending)))
    {
        let items = in_the_words_of(&mut long, &report, ending);
        for mut item in items.into_iter().filter(|item| item.kind == AgendaItemKind::Item) {
            renumber(&mut item, &mut count);
            long.agenda.push(item);
        }
    }
    long.agenda.extend(closing);
    long
}

/// The agenda of `other` with its speakers as people of `report`, who are added where they miss, and
/// `ending` at the end of each sentence.
fn in_the_words_of(report: &mut Report, other: &Report, ending: &str) -> Vec<AgendaItem> {
    let agenda = serde_json::to_string(&other.agenda).expect("a report is JSON");
    let mut agenda =
        agenda.replace(". ", &format!("{ending}. ")).replace(".\"", &format!("{ending}.\""));
    let mut known: HashMap<_, _> =
        report.participants.iter().map(|person| (person.person, person.id)).collect();
    for person in &other.participants {
        let id = *known.entry(person.person).or_insert_with(|| {
            let attendance = Attendance::Mentioned;
            report.participants.push(Participant { attendance, ..person.clone() });
            person.id
        });
        agenda = agenda.replace(&person.id.to_string(), &id.to_string());
    }
    serde_json::from_str(&agenda).expect("other ids change no structure")
}

fn renumber(item: &mut AgendaItem, count: &mut usize) {
    *count += 1;
    item.id = format!("00000000-0000-7000-8000-{count:012}").parse().expect("that is a UUID");
    item.items.iter_mut().for_each(|nested| renumber(nested, count));
}

/// A library's worth of reports, numbered from 1, a fortnight apart.
pub fn many_reports(count: u32) -> impl Iterator<Item = Report> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 4).expect("that is a day");
    let sample = sample::reports();
    (1..=count).zip((0..sample.len()).cycle()).map(move |(number, at)| {
        let mut report = sample[at].clone();
        report.meeting.number = Some(number);
        report.meeting.date = Some(first + Days::new(14 * u64::from(number)));
        report.state = ReportState::Final;
        report
    })
}

/// People with names of their own, each with an organisation: given names of the sample's people
/// with the family names of two others.
pub fn many_people(count: u32) -> impl Iterator<Item = (PersonName, Option<String>)> {
    let people = sample::people();
    (0..count as usize).map(move |at| {
        let one = |place: usize| &people[at / people.len().pow(place as u32) % people.len()];
        let [given, family, second] = [0, 1, 2].map(|place| &one(place).name);
        let name = PersonName {
            given: given.given.clone(),
            particles: family.particles.clone(),
            family: format!("{} {}", family.family, second.family).trim().to_owned(),
            suffix: String::new(),
        };
        (name, one(1).affiliations[0].organisation.clone())
    })
}

/// How many pages a PDF has.
pub fn pages(pdf: &[u8]) -> Measured<usize> {
    let document = lopdf::Document::load_mem(pdf);
    document
        .map(|document| document.get_pages().len())
        .map_err(|error| Absent(format!("the PDF cannot be read: {error}")))
}

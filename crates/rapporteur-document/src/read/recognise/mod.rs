//! Recognition: what the lines of a prior report mean, the same for every format.
//!
//! Called by [`read`](super::read()) with what a format reader made. Nothing is changed silently:
//! what is uncertain is a [`Doubt`](super::Doubt) with its place. Deliberately absent: any
//! knowledge of a file format, and any word of one particular group.

mod agenda;
mod agenda_table;
mod bare_numbers;
mod blocks;
mod chair;
mod dates;
mod divide;
mod doubts;
mod front;
mod headings;
mod links;
mod minutes_table;
mod name_end;
mod next_meeting;
mod ocr;
mod ordinals;
mod participant_line;
mod participants;
mod people_lines;
mod redirects;
mod sections;
mod several;
mod side_by_side;

pub use agenda::title as title_of;
pub use doubts::doubt;
pub use headings::{
    Known as KnownHeading, heads_minutes, is_any_other_business, is_known_heading,
    known as known_heading,
};
pub use next_meeting::{is_only_the_date, sentences};
pub use participant_line::{Division, ParticipantParts, participant_line};
pub use people_lines::is_entry;

use super::lines::{Line, MarkKind, Source};
use super::recognised::SectionRole;
use super::{Doubt, ReadSection, Reading, Recognised};
use headings::{Known, known};

/// Recognises a report in the lines of any format.
pub fn recognise(source: Source) -> Recognised {
    let Source { format, lines, mut doubts, apart } = source;
    let lines = minutes_table::as_sections(lines);
    let mut lines: Vec<Line> = lines.into_iter().flat_map(divided).collect();
    // Nothing stands before the first line, whatever a format says.
    if let Some(first) = lines.first_mut() {
        first.gap_before = false;
    }
    let mut romans = false;
    for line in &mut lines {
        line.take_mark(false);
        divide::take_item_label(line);
        links::find_links(line, &mut doubts);
        ocr::misread_letters(line, &mut doubts);
        romans |=
            matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Roman(_, true)));
    }
    bare_numbers::take_bare_numbers(&mut lines);
    bare_numbers::take_commas(&mut lines, &mut doubts);
    if romans {
        single_letters_to_roman(&mut lines);
    }
    let later = several::take_later(&mut lines, &mut doubts);
    let titled = lines.iter().any(|line| known(&line.text()) == Some(Known::Title));
    let mut divided = divide::divide(lines, &mut doubts);
    doubt_cut_sentences(&divided.front, &mut doubts);
    doubt_cut_sentences(&divided.body, &mut doubts);
    let mut report = Reading::default();
    let front = front::front(divided.front, &mut report, &mut doubts);
    without_group_lines(&mut divided.body, &report, &mut doubts);
    report.agenda = agenda::agenda(&divided.agenda);
    let mut sections =
        sections::sections(divided.body, &report.agenda, divided.counted, &mut doubts);
    sections::join_agenda(&mut sections, &report.agenda, &mut doubts);
    report.sections = sections::sections(front, &[], None, &mut doubts)
        .into_iter()
        .map(|section| {
            if section.title.is_empty() {
                ReadSection { role: SectionRole::Opening, ..section }
            } else {
                section
            }
        })
        .chain(sections)
        .collect();
    let day = report.date.as_ref().and_then(|date| date.parse().ok());
    let following = report.number.and_then(|number| number.checked_add(1));
    report.next_meeting = next_meeting::next_meeting(&report.sections, day, following, &mut doubts);
    report.participants = participants::participants(&divided.people, &divided.lists, &mut doubts);
    let people = divided.people.iter().chain(&divided.apologies);
    report.people_places = people.map(|line| line.place).collect();
    chair::chair(&mut report, &mut doubts);
    report.apologies =
        participants::participants(&divided.apologies, &divided.absent_lists, &mut doubts);
    if divided.apologies.iter().any(|line| line.text().contains(char::is_alphanumeric)) {
        let text = blocks::text_of(&divided.apologies);
        let title = "Apologies".to_owned();
        report.sections.push(ReadSection {
            title,
            text,
            role: SectionRole::Apologies,
            ..ReadSection::default()
        });
    }
    report.sections.extend(later);
    report.sections.extend(apart.into_iter().map(|lines| sections::whole(None, lines)));
    doubt_people(&report, divided.has_people, &mut doubts);
    doubt_meeting(&report, &mut doubts);
    let is_report = titled
        || divided.has_title
        || divided.has_agenda
        || divided.has_people
        || report.number.is_some()
        || report.date.is_some();
    if !is_report {
        let message =
            "Nothing in this file looks like the report of a meeting; all its text was kept.";
        doubts.push(doubt("not_a_report", message, 0, "", None));
    }
    doubts.sort_by_key(|doubt| if doubt.place.line == 0 { u32::MAX } else { doubt.place.line });
    Recognised { format, report, doubts }
}

/// A paragraph whose line ends part entries of a list or headings is several lines; in any other
/// the line ends stay.
fn divided(line: Line) -> Vec<Line> {
    if line.table_row || !line.runs.iter().any(|run| run.text.contains('\n')) {
        return vec![line];
    }
    let pieces = line.clone().divided();
    let stands_alone = |piece: &Line| {
        super::text::split_mark(&piece.text(), false).is_some() || known(&piece.text()).is_some()
    };
    let headed = pieces.first().is_some_and(Line::is_bold) && !line.is_bold();
    if headed || pieces.iter().any(stands_alone) { pieces } else { vec![line] }
}

/// The group's name alone in the text is the running header of a page.
fn without_group_lines(body: &mut Vec<Line>, report: &Reading, doubts: &mut Vec<Doubt>) {
    let Some(group) = &report.group else { return };
    let full = format!("{group} ({})", report.series.as_deref().unwrap_or_default());
    body.retain(|line| {
        let text = line.text();
        let running = line.mark.is_none() && (text == *group || text == full);
        if running {
            let message =
                "This looks like a running header, footer or page number and was left out.";
            doubts.push(doubt("running_line", message, line.place, &text, None));
        }
        !running
    });
}

/// Where numbers are Roman, a single `I.`, `V.` or `X.` is one too.
fn single_letters_to_roman(lines: &mut [Line]) {
    for mark in lines.iter_mut().filter_map(|line| line.mark.as_mut()) {
        if let MarkKind::Letter(letter @ ('I' | 'V' | 'X')) = mark.kind
            && let Some(number) = super::text::roman(&letter.to_string())
        {
            mark.kind = MarkKind::Roman(number, true);
        }
    }
}

/// Sentences that stop in the middle: text may be lost there.
fn doubt_cut_sentences(lines: &[Line], doubts: &mut Vec<Doubt>) {
    // Who often leaves the full stop away has lost no text there.
    let long = |line: &&Line| {
        line.mark.is_none() && !line.is_styled() && line.text().split_whitespace().nth(7).is_some()
    };
    let open = |line: &&Line| line.text().ends_with(char::is_alphanumeric);
    let (all, without) =
        (lines.iter().filter(long).count(), lines.iter().filter(long).filter(open).count());
    if without > 4 && without * 5 > all {
        return;
    }
    for pair in lines.windows(2) {
        let text = pair[0].text();
        let stops = text.ends_with(|c: char| c.is_lowercase() || c == ',');
        let long = text.split_whitespace().nth(11).is_some();
        let has_sentence = text.contains(". ");
        let stands_out = pair[0].is_styled() || pair[0].is_bold();
        if pair[0].mark.is_none()
            && !stands_out
            && stops
            && long
            && has_sentence
            && !text.rsplit(' ').next().unwrap_or("").contains('/')
        {
            let message = "This paragraph stops in mid-sentence; text may be missing in the file.";
            let tail: Vec<&str> = text.split_whitespace().rev().take(8).collect();
            let quote = tail.into_iter().rev().collect::<Vec<_>>().join(" ");
            doubts.push(doubt("text_missing", message, pair[0].place, &quote, None));
        }
    }
}

/// What a report must say of its meeting, and this does not.
fn doubt_meeting(report: &Reading, doubts: &mut Vec<Doubt>) {
    if report.date.is_none() {
        return;
    }
    if report.venue.is_none() {
        let message = "The report does not say where the meeting was; “online” was put there. Correct the venue if it was elsewhere.";
        doubts.push(doubt("venue_absent", message, 0, "", None));
    }
    if let (Some(time), None) = (&report.time, &report.time_zone) {
        let message = format!(
            "The report does not say in which time zone {time} is; UTC was put there. Correct the time zone if it was another."
        );
        doubts.push(doubt("time_zone_absent", &message, 0, "", None));
    }
}

fn doubt_people(report: &Reading, has_heading: bool, doubts: &mut Vec<Doubt>) {
    if report.participants.is_empty() {
        let message = if has_heading {
            "The list of participants is empty."
        } else {
            "The report has no list of participants."
        };
        doubts.push(doubt("participants_absent", message, 0, "", None));
    }
    if let Some(moderator) = report.moderator.as_ref().filter(|name| !name.contains(' ')) {
        let named: Vec<&str> = report
            .participants
            .iter()
            .filter(|person| person.given.split(' ').next() == Some(moderator))
            .map(|person| person.name.as_str())
            .collect();
        let message = "The moderator is printed with one name only; choose the person.";
        let proposed = if let [only] = named[..] { Some(only.to_owned()) } else { None };
        doubts.push(doubt("moderator_first_name", message, 0, moderator, proposed));
    }
}

#[cfg(test)]
mod habit_tests;
#[cfg(test)]
mod minutes_tests;
#[cfg(test)]
mod people_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod variety_tests;

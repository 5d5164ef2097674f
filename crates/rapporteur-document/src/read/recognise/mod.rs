//! Recognition: what the lines of a prior report mean, the same for every format.
//!
//! Called by [`read`](super::read()) with what a format reader made. Nothing is changed silently:
//! what is uncertain is a [`Doubt`](super::Doubt) with its place. Deliberately absent: any
//! knowledge of a file format, and any word of one particular group.

mod agenda;
mod blocks;
mod dates;
mod doubts;
mod front;
mod headings;
mod links;
mod next_meeting;
mod ocr;
mod ordinals;
mod participant_line;
mod participants;
mod sections;

pub use agenda::title as title_of;
pub use doubts::doubt;
pub use headings::{
    Known as KnownHeading, is_any_other_business, is_known_heading, known as known_heading,
};
pub use next_meeting::{is_only_the_date, sentences};
pub use participant_line::{Division, ParticipantParts, participant_line};

use super::lines::{Line, Mark, MarkKind, Run, Source, Style};
use super::recognised::SectionRole;
use super::{Doubt, ReadSection, Reading, Recognised};
use headings::{Known, known};

/// The lines of a report by the part they belong to.
#[derive(Default)]
struct Divided {
    front: Vec<Line>,
    agenda: Vec<Line>,
    body: Vec<Line>,
    people: Vec<Line>,
    apologies: Vec<Line>,
    has_agenda: bool,
    has_people: bool,
}

/// Recognises a report in the lines of any format.
pub fn recognise(source: Source) -> Recognised {
    let Source { format, lines, mut doubts } = source;
    let mut lines: Vec<Line> =
        lines.into_iter().flat_map(divided).flat_map(people_apart).collect();
    let mut romans = false;
    for line in &mut lines {
        line.take_mark(false);
        links::find_links(line, &mut doubts);
        ocr::misread_letters(line, &mut doubts);
        romans |=
            matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Roman(_, true)));
    }
    if romans {
        single_letters_to_roman(&mut lines);
    }
    doubt_cut_sentences(&lines, &mut doubts);
    let titled = lines.iter().any(|line| known(&line.text()) == Some(Known::Title));
    let mut divided = divide(lines);
    let mut report = Reading::default();
    let front = front::front(divided.front, &mut report, &mut doubts);
    without_group_lines(&mut divided.body, &report, &mut doubts);
    report.agenda = agenda::agenda(&divided.agenda);
    let mut sections = sections::sections(divided.body, &report.agenda, &mut doubts);
    sections::join_agenda(&mut sections, &report.agenda, &mut doubts);
    report.sections = sections::sections(front, &[], &mut doubts)
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
    report.next_meeting = next_meeting::next_meeting(&report.sections, day, &mut doubts);
    report.participants = participants::participants(&divided.people, &mut doubts);
    report.apologies = participants::participants(&divided.apologies, &mut doubts);
    if !divided.apologies.is_empty() {
        let text = blocks::text_of(&divided.apologies);
        let title = "Apologies".to_owned();
        report.sections.push(ReadSection {
            title,
            text,
            role: SectionRole::Apologies,
            ..ReadSection::default()
        });
    }
    doubt_people(&report, divided.has_people, &mut doubts);
    let is_report = titled
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
    if !line.runs.iter().any(|run| run.text.contains('\n')) {
        return vec![line];
    }
    let pieces = line.clone().divided();
    let stands_alone = |piece: &Line| {
        super::text::split_mark(&piece.text(), false).is_some() || known(&piece.text()).is_some()
    };
    let headed = pieces.first().is_some_and(Line::is_bold) && !line.is_bold();
    if headed || pieces.iter().any(stands_alone) { pieces } else { vec![line] }
}

/// `Present: Ana Prado (NIC.br), Tom Hart` is a heading and its list.
fn people_apart(mut line: Line) -> Vec<Line> {
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let Some((before, names)) = text.split_once(": ") else { return vec![line] };
    let of_people = matches!(known(before), Some(Known::Participants | Known::Apologies));
    let named = names.trim_start().starts_with(char::is_uppercase) && !names.contains(". ");
    let capitals = names.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    if line.mark.is_some() || !of_people || !named || capitals.count() < 2 {
        return vec![line];
    }
    let runs = line.split_off(before.len() + 1);
    let list = Line { runs, style: Style::Body, gap_before: false, ..line.clone() };
    vec![line, list]
}

/// A row of an agenda that is a table: its number and its words; none for the row of headings.
fn row_of_agenda(line: &Line) -> Option<Line> {
    let cells = line.cells();
    let headings = ["item", "agenda item", "topic", "subject", "title", "no", "no.", "#", "time"];
    if cells.iter().filter(|cell| headings.contains(&cell.to_lowercase().as_str())).count() > 1 {
        return None;
    }
    let digits = cells.first().map(|cell| cell.trim_end_matches(['.', ')'])).unwrap_or_default();
    let number = digits.parse().ok().filter(|number| *number < 1000);
    let words: Vec<&str> = cells
        .iter()
        .skip(usize::from(number.is_some()))
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    let mark = number.map(|number| Mark {
        depth: 0,
        kind: MarkKind::Number(number),
        printed: format!("{number}. "),
    });
    let runs = vec![Run::plain(words.join(", "))];
    Some(Line { runs, mark, table_row: false, ..line.clone() })
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
    for pair in lines.windows(2) {
        let text = pair[0].text();
        let stops = text.ends_with(|c: char| c.is_lowercase() || c == ',');
        let long = text.split_whitespace().nth(11).is_some();
        let has_sentence = text.contains(". ");
        if pair[0].mark.is_none()
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

/// Gives every line to the part it belongs to, by the headings without numbers.
fn divide(lines: Vec<Line>) -> Divided {
    #[derive(Clone, Copy, PartialEq)]
    enum Part {
        Front,
        Agenda,
        Body,
        People,
        Apologies,
    }
    let heading = |line: &Line| {
        let bullet = line.mark.as_ref().is_some_and(|mark| mark.kind == MarkKind::Bullet);
        if bullet { None } else { known(&line.text()) }
    };
    let headings: Vec<Option<Known>> = lines.iter().map(heading).collect();
    let marked_as_discussion = headings.contains(&Some(Known::Discussion));
    let mut divided = Divided::default();
    let mut part = Part::Front;
    let (mut agenda_done, mut discussion_done, mut people_done) = (false, false, false);
    let mut at = 0;
    for (line, heading) in lines.into_iter().zip(headings) {
        at += 1;
        let numbered = matches!(
            line.mark.as_ref().map(|mark| mark.kind),
            Some(MarkKind::Number(_) | MarkKind::Roman(_, true))
        );
        match heading {
            Some(Known::Agenda) if !agenda_done && part != Part::Body => {
                (part, agenda_done, divided.has_agenda) = (Part::Agenda, true, true);
                continue;
            }
            Some(Known::Discussion) if !discussion_done && !numbered => {
                (part, discussion_done, agenda_done) = (Part::Body, true, true);
                continue;
            }
            Some(Known::Participants) if !(people_done || numbered && part == Part::Agenda) => {
                (part, people_done, divided.has_people) = (Part::People, true, true);
                continue;
            }
            Some(Known::Apologies) if part != Part::Agenda => {
                part = Part::Apologies;
                continue;
            }
            Some(Known::NextMeeting | Known::NextSteps | Known::Other)
                if !numbered && matches!(part, Part::Agenda | Part::People | Part::Apologies) =>
            {
                part = Part::Body;
            }
            _ => {}
        }
        if part == Part::Front
            && !agenda_done
            && at > 1
            && numbered
            && sections::heading_like(&line)
        {
            part = Part::Body;
        }
        if part == Part::Agenda
            && (discussion_done || !marked_as_discussion)
            && begins_discussion(&line, &divided.agenda)
        {
            part = Part::Body;
        }
        if matches!(part, Part::People | Part::Apologies) && matches!(line.style, Style::Heading(_))
        {
            part = Part::Body;
        }
        match part {
            // Notes of the agenda or of the participants are text, not entries.
            Part::Agenda | Part::People | Part::Apologies if line.style == Style::Note => {
                divided.body.push(line);
            }
            Part::People if !numbered && is_after_list(&line, &divided.people) => {
                divided.body.push(line);
            }
            Part::Front => divided.front.push(line),
            Part::Agenda if line.text().chars().count() > 400 => {
                part = Part::Body;
                divided.body.push(line);
            }
            Part::Agenda if line.table_row => divided.agenda.extend(row_of_agenda(&line)),
            Part::Agenda => {
                divided.agenda.extend(line.divided().into_iter().flat_map(agenda::apart));
            }
            Part::Body => divided.body.push(line),
            Part::People => divided.people.push(line),
            Part::Apologies => divided.apologies.push(line),
        }
    }
    divided
}

/// Whether a line below a numbered list of people is a sentence, such as a footnote.
fn is_after_list(line: &Line, people: &[Line]) -> bool {
    let numbered = people.last().and_then(|line| line.mark.as_ref());
    let text = line.text();
    let words = text.split_whitespace();
    let small = words.clone().filter(|word| word.starts_with(char::is_lowercase)).count();
    numbered.is_some_and(|mark| matches!(mark.kind, MarkKind::Number(_)))
        && text.ends_with('.')
        && words.clone().count() > 4
        && small * 2 > words.count()
        && !text.contains(',')
}

/// Whether the discussion begins with this line although no heading says so: the numbers begin
/// again, an item's words come a second time, or running text comes after marked items.
fn begins_discussion(line: &Line, agenda: &[Line]) -> bool {
    let Some(first) = agenda.first() else { return false };
    let value = |line: &Line| match line.mark.as_ref().map(|mark| (mark.kind, mark.depth)) {
        Some((MarkKind::Number(value) | MarkKind::Roman(value, true), depth)) => {
            Some((value, depth))
        }
        _ => None,
    };
    let restarts = match (value(line), value(first)) {
        (Some((value, depth)), Some((_, first_depth))) => value == 1 && depth <= first_depth,
        _ => false,
    };
    let repeats = line.text() == first.text() && line.mark.is_some() == first.mark.is_some();
    let styled = line.is_styled() && !first.is_styled();
    let prose = line.mark.is_none() && (first.mark.is_some() || line.text().chars().count() > 150);
    restarts || repeats || styled || prose
}

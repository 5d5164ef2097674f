//! A file as the house-style checker reads it: every word with the line it is printed on.
//!
//! [`manuscript`] is called by `rapporteur-core` for plain files. Recognition says what each line
//! is; the words come from the file itself, so that a finding quotes it exactly. The one place
//! where reading and checking meet. Deliberately absent: rules.

use super::lines::{Line as ReadLine, Source};
use super::recognise::{Division, participant_line, title_of};
use super::recognised::SectionRole;
use super::{ReadAgendaItem, Recognised, source};
use crate::Error;
use crate::check::{
    Entry, Facts, Heading, Line, LinePlace, Manuscript, Piece, PrintedLine, Role, Span, addresses,
};
use crate::read::recognise::{KnownHeading, heads_minutes, known_heading};
use regex::Regex;
use std::collections::{HashSet, VecDeque};
use std::sync::LazyLock;

/// Reads a prior report and gives it back both recognised and line by line.
///
/// # Errors
/// As [`read`](super::read()).
pub fn manuscript(bytes: &[u8], file_name: &str) -> Result<(Recognised, Manuscript), Error> {
    let (mut source, text) = source(bytes, file_name)?;
    source.lines.iter_mut().for_each(|line| line.take_mark(false));
    let recognised = super::recognise::recognise(source.clone());
    let manuscript = Pages::new(&source, text.as_deref()).gather(&recognised);
    Ok((recognised, manuscript))
}

/// The lines of a file and the printed lines each of them stands on.
struct Pages<'s> {
    source: &'s Source,
    printed: Vec<PrintedLine>,
    plain_text: bool,
}

impl<'s> Pages<'s> {
    fn new(source: &'s Source, text: Option<&str>) -> Self {
        let line = |number: usize, text: &str| PrintedLine {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            text: text.to_owned(),
        };
        let printed = match text {
            Some(text) => text.split('\n').enumerate().map(|(at, l)| line(at + 1, l)).collect(),
            None => source.lines.iter().map(|l| line(l.place as usize, &l.printed())).collect(),
        };
        Self { source, printed, plain_text: text.is_some() }
    }

    fn gather(self, recognised: &Recognised) -> Manuscript {
        let mut roles = Roles::new(recognised);
        let groups: HashSet<u32> = places(recognised, "participants_group").collect();
        let running: Vec<u32> = places(recognised, "running_line").collect();
        let mut lines = Vec::with_capacity(self.source.lines.len());
        for (at, read) in self.source.lines.iter().enumerate() {
            let mut role = roles.next(read);
            // `Civil society` heads people and is none; of it and its people on one line both stay.
            let heads = self.plain_text && groups.contains(&read.place);
            if role == Role::Participant && heads && !read.text().contains(": ") {
                role = Role::Heading(Heading::Other);
            }
            let mut line = if self.plain_text {
                let after = self.source.lines.get(at + 1).map(|next| next.place);
                let own = self.own_lines(read.place, after).filter(|at| {
                    !is_blank(&self.printed[*at].text)
                        && !running.contains(&self.printed[*at].number)
                });
                self.words_of(read, own.collect())
            } else {
                from_runs(read, at)
            };
            line.role = role;
            line.addresses = addresses(&line.text);
            if matches!(role, Role::Participant | Role::Apology) {
                line.entry = Some(entry(&line.text));
            }
            lines.push(line);
        }
        Manuscript { lines, facts: facts(recognised, self.plain_text), printed: self.printed }
    }

    /// The printed lines (indices) from a place on, up to the next one.
    fn own_lines(&self, place: u32, after: Option<u32>) -> std::ops::Range<usize> {
        let last = self.printed.len().saturating_sub(1);
        let index = |place: u32| (place as usize).saturating_sub(1).min(last);
        let from = index(place);
        from..after.map_or(last + 1, index).max(from + 1)
    }

    /// A line's words out of the printed lines it stands on.
    fn words_of(&self, read: &ReadLine, own: Vec<usize>) -> Line {
        let mut line = Line {
            mark: read.mark.as_ref().map_or_else(String::new, |mark| mark.printed.clone()),
            ..Line::default()
        };
        let mut pieces = Vec::new();
        let first = own.first().copied().unwrap_or(self.own_lines(read.place, None).start);
        let margin = |text: &str| text.len() - text.trim_start().len();
        let mut start = (first, margin(&self.printed[first].text));
        line.blank_before = u32::try_from(
            self.printed[..first].iter().rev().take_while(|l| is_blank(&l.text)).count(),
        )
        .unwrap_or(0);
        for (count, at) in own.into_iter().enumerate() {
            let text = self.printed[at].text.trim_end();
            let mut column = margin(text);
            if count == 0 {
                let hashes = text[column..].bytes().take_while(|b| *b == b'#').count();
                if hashes > 0 && text[column + hashes..].starts_with(' ') {
                    column += hashes + 1;
                }
                start.1 = column;
                column += mark_length(&text[column..], &line.mark);
            } else {
                line.text.push('\n');
            }
            unmarked(text, column, at, &mut line, &mut pieces);
        }
        line.place = LinePlace::File { start, pieces };
        line
    }
}

/// How long a list mark is as printed at the beginning of a text, which may escape its full stop:
/// `1\.`; 0 where the text begins with another.
fn mark_length(text: &str, mark: &str) -> usize {
    let mut left = mark.chars().peekable();
    for (at, c) in text.char_indices() {
        match left.peek() {
            None => return at,
            Some(next) if *next == c => drop(left.next()),
            Some(_) if c == '\\' => {}
            Some(_) => return 0,
        }
    }
    if left.peek().is_none() { text.len() } else { 0 }
}

/// Whether a printed line is empty or a rule: `----`.
fn is_blank(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.len() >= 3 && text.chars().all(|c| "-=_*—".contains(c))
}

static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\*\*|\[(?P<words>[^\]\n]*)\]\((?P<address>[^)\s]*)\)")
        .expect("the pattern is constant and tested")
});

/// Adds a printed line's words without the light markup of a text, and remembers the markup.
fn unmarked(text: &str, from: usize, printed: usize, line: &mut Line, pieces: &mut Vec<Piece>) {
    let mut at = from;
    let mut bold: Option<usize> = None;
    let paired = text[from..].matches("**").count().is_multiple_of(2);
    let mut add = |line: &mut Line, start: usize, end: usize| {
        pieces.push(Piece { at: line.text.len(), printed, column: start, length: end - start });
        line.text.push_str(&text[start..end]);
    };
    for found in MARKUP.captures_iter(text) {
        let Some(whole) = found.get(0).filter(|whole| whole.start() >= from) else { continue };
        let link = found.name("words").zip(found.name("address"));
        if link.is_none() && !paired {
            continue;
        }
        add(line, at, whole.start());
        at = whole.end();
        if let Some((words, address)) = link {
            let start = line.text.len();
            add(line, words.start(), words.end());
            let (range, link) = (start..line.text.len(), Some(address.as_str().to_owned()));
            line.spans.push(Span { range, bold: false, link, speaker: None });
        } else if let Some(start) = bold.take() {
            let range = start..line.text.len();
            line.spans.push(Span { range, bold: true, link: None, speaker: None });
        } else {
            bold = Some(line.text.len());
        }
    }
    add(line, at, text.len());
}

/// The words of a line of a format that has no printed lines of its own.
fn from_runs(read: &ReadLine, at: usize) -> Line {
    let mark = read.mark.as_ref().map_or_else(String::new, |mark| mark.printed.clone());
    let mut line = Line { mark, blank_before: 1, ..Line::default() };
    for run in &read.runs {
        let start = line.text.len();
        line.text.push_str(&run.text);
        if run.bold || run.link.is_some() {
            let range = start..line.text.len();
            line.spans.push(Span { range, bold: run.bold, link: run.link.clone(), speaker: None });
        }
    }
    let margin = line.text.len() - line.text.trim_start().len();
    let length = line.text.trim().len();
    let piece = Piece { at: margin, printed: at, column: line.mark.len(), length };
    line.place = LinePlace::File { start: (at, 0), pieces: vec![piece] };
    line
}

/// The places of the doubts with this code.
fn places<'r>(recognised: &'r Recognised, code: &'r str) -> impl Iterator<Item = u32> + 'r {
    recognised.doubts.iter().filter(move |doubt| doubt.code == code).map(|doubt| doubt.place.line)
}

fn entry(text: &str) -> Entry {
    // A box that is ticked, as Markdown has it.
    let bare = ["[x] ", "[X] ", "[ ] "].iter().find_map(|tick| text.strip_prefix(tick));
    let parts = participant_line(&bare.unwrap_or(text).replace('\n', " "));
    Entry {
        name: parts.name,
        role: parts.role,
        status: parts.status,
        organisation: parts.organisation,
        affiliation: parts.affiliation,
        family_first: parts.division == Division::Inverted,
        unseparated: parts.division == Division::ByWords,
    }
}

fn facts(recognised: &Recognised, plain_text: bool) -> Facts {
    let report = &recognised.report;
    Facts {
        number: report.number,
        date: report.date.as_ref().and_then(|date| date.parse().ok()),
        time: report.time.as_ref().and_then(|time| time.parse().ok()),
        short_name: report.series.clone(),
        next_date: report.next_meeting.as_ref().and_then(|next| next.date.as_ref()?.parse().ok()),
        from_file: true,
        plain_text,
    }
}

/// Tells what each line is, from what was recognised, in the order of the file.
struct Roles {
    agenda: VecDeque<(String, usize)>,
    sections: VecDeque<(String, Option<usize>, SectionRole, VecDeque<String>)>,
    parts: VecDeque<String>,
    part: Part,
    opened: bool,
    people: HashSet<u32>,
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Front,
    Agenda,
    Body(SectionRole),
    People,
    Apologies,
}

impl Roles {
    fn new(recognised: &Recognised) -> Self {
        let mut agenda = VecDeque::new();
        flatten(&recognised.report.agenda, 0, &mut agenda);
        let sections =
            recognised.report.sections.iter().filter(|section| !section.title.is_empty());
        let sections = sections
            .filter(|section| section.role != SectionRole::Apologies)
            .map(|section| {
                let parts = section.parts.iter().map(|part| part.title.clone()).collect();
                (section.title.clone(), section.agenda_item, section.role, parts)
            })
            .collect();
        let people = recognised.report.people_places.iter().copied().collect();
        let parts = VecDeque::new();
        Self { agenda, sections, parts, part: Part::Front, opened: false, people }
    }

    fn next(&mut self, line: &ReadLine) -> Role {
        let text = line.text();
        let words = title_of(&text);
        let bullet =
            line.mark.as_ref().is_some_and(|mark| mark.kind == super::lines::MarkKind::Bullet);
        let known = known_heading(&text).filter(|_| !bullet);
        match known {
            Some(KnownHeading::Agenda) if self.waits_for_agenda() => {
                self.part = Part::Agenda;
                return Role::Heading(Heading::Agenda);
            }
            Some(KnownHeading::Participants) if line.mark.is_none() => {
                self.part = Part::People;
                return Role::Heading(Heading::Participants);
            }
            Some(KnownHeading::Apologies) if self.part != Part::Agenda => {
                self.part = Part::Apologies;
                return Role::Heading(Heading::Apologies);
            }
            _ => {}
        }
        if self.part == Part::Agenda
            && self.agenda.front().is_some_and(|(title, _)| *title == words)
            && let Some((_, depth)) = self.agenda.pop_front()
        {
            return Role::AgendaItem(depth);
        }
        let among_people = matches!(self.part, Part::People | Part::Apologies);
        let minutes = among_people && known == Some(KnownHeading::Title) && heads_minutes(&text);
        if (known == Some(KnownHeading::Discussion) || minutes) && line.mark.is_none() {
            self.part = Part::Body(SectionRole::Discussion);
            return Role::Heading(Heading::Discussion);
        }
        if let Some(role) = self.section(&text, &words) {
            return role;
        }
        if self.parts.front().is_some_and(|title| *title == words) {
            self.parts.pop_front();
            return Role::PartHeading;
        }
        self.text_role(line, &text, known)
    }

    /// Whether the agenda is still to come; a summary may stand before it.
    fn waits_for_agenda(&self) -> bool {
        self.part == Part::Front || matches!(self.part, Part::Body(_)) && !self.agenda.is_empty()
    }

    /// The role of a section's heading, where this is the next one.
    fn section(&mut self, text: &str, words: &str) -> Option<Role> {
        let (title, ..) = self.sections.front()?;
        let glued = title.len() > 20 && text.starts_with(title.as_str());
        if title != words && !glued {
            return None;
        }
        let (_, item, role, parts) = self.sections.pop_front()?;
        self.parts = parts;
        self.part = Part::Body(role);
        Some(match role {
            SectionRole::NextMeeting => Role::Heading(Heading::NextMeeting),
            SectionRole::NextSteps => Role::Heading(Heading::NextSteps),
            _ => Role::SectionHeading(item),
        })
    }

    fn text_role(&mut self, line: &ReadLine, text: &str, known: Option<KnownHeading>) -> Role {
        let among_people = matches!(self.part, Part::People | Part::Apologies);
        if among_people && !self.people.contains(&line.place) {
            // Text that comes after the people without a heading of its own.
            self.part = Part::Body(SectionRole::Discussion);
        }
        match self.part {
            Part::Front if known == Some(KnownHeading::Title) => Role::Title,
            Part::Front if !self.opened && OPENING.is_match(text) => {
                self.opened = true;
                Role::Opening
            }
            Part::Front if !self.opened && text.chars().count() <= 160 && line.mark.is_none() => {
                Role::TitleLine
            }
            Part::Front => Role::Front,
            Part::People => Role::Participant,
            Part::Apologies => Role::Apology,
            Part::Body(SectionRole::NextMeeting) => Role::NextMeeting,
            Part::Body(SectionRole::NextSteps) => Role::NextStep,
            Part::Agenda | Part::Body(_) if line.mark.is_some() => Role::ListItem,
            Part::Agenda | Part::Body(_) => Role::Paragraph,
        }
    }
}

static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?is)\b(?:meetings?|calls?|session|teleconference)\b.{0,260}\b(?:held|convened|organi[sz]ed|took\s+place|met)\b")
        .expect("the pattern is constant and tested")
});

fn flatten(items: &[ReadAgendaItem], depth: usize, all: &mut VecDeque<(String, usize)>) {
    for item in items {
        all.push_back((item.title.clone(), depth));
        flatten(&item.items, depth + 1, all);
    }
}

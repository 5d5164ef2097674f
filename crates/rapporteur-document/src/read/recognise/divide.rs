//! Which part of a report every line belongs to: front, agenda, discussion, lists of people.
//!
//! Called by [`recognise`](super::recognise()). Deliberately absent: what the lines of a part say.

use super::agenda_table::{AgendaColumns, heads_agenda};
use super::headings::{Known, is_any_other_business, known};
use super::ordinals::ordinal_in;
use super::participants::ListStart;
use super::{agenda, doubt, participant_line, participants, sections};
use crate::read::Doubt;
use crate::read::lines::{Line, Mark, MarkKind, Run, Style};
use bare_summary::bare_summary;
pub use inline_list::inline_list;
use inline_list::{is_prose, list_in_row};
use list_end::{Told, ends_people, is_after_list, told};
use regex::Regex;
use std::sync::LazyLock;

mod bare_summary;
mod inline_list;
mod list_end;

/// The lines of a report by the part they belong to.
#[derive(Default)]
pub struct Divided {
    pub front: Vec<Line>,
    pub agenda: Vec<Line>,
    pub body: Vec<Line>,
    pub people: Vec<Line>,
    /// Where in `people` each list of them begins.
    pub lists: Vec<ListStart>,
    pub apologies: Vec<Line>,
    /// Where in `apologies` each list of them begins.
    pub absent_lists: Vec<ListStart>,
    pub has_agenda: bool,
    pub has_people: bool,
    /// The number of the heading over the people, where the meeting's items go on from it.
    pub counted: Option<u32>,
    /// Whether a heading that is no section names the document.
    pub has_title: bool,
}

static ITEM_LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s*(?:agenda\s+)?(?:item|point|topic|punto)\s+(?:no\.?\s*|#)?(?P<number>\d{1,2}|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:[:.)]|\s[–—-])\s+",
    )
    .expect("the pattern is constant and tested")
});

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Front,
    Agenda,
    Body,
    People,
    Apologies,
}

/// Gives every line to the part it belongs to, by the headings without numbers.
pub fn divide(lines: Vec<Line>, doubts: &mut Vec<Doubt>) -> Divided {
    let lines: Vec<Line> =
        lines.into_iter().map(list_in_row).flat_map(agenda::below_its_heading).collect();
    let mut headings: Vec<Option<Known>> = lines.iter().map(heading).collect();
    let bare = bare_summary(&lines, &headings);
    if let Some((at, meant)) = bare {
        headings[at] = Some(meant);
    }
    let first_agenda = headings.iter().position(|heading| *heading == Some(Known::Agenda));
    let adopted = agenda::adopted(&lines).filter(|items| {
        // Below a heading of its own there is no other agenda.
        first_agenda.is_none_or(|heading| (heading + 1..heading + 4).contains(&items.start))
    });
    let unheaded =
        if first_agenda.is_none() && adopted.is_none() { agenda::unheaded(&lines) } else { None };
    let marked_as_discussion =
        headings[first_agenda.unwrap_or(0)..].contains(&Some(Known::Discussion));
    let late_agenda = first_agenda.filter(|at| {
        marked_as_discussion && lines.get(at + 1).is_some_and(|line| line.mark.is_some())
    });
    let whole_meeting =
        first_agenda.filter(|at| !marked_as_discussion && agenda::is_whole_meeting(&lines, *at));
    let (mut agenda_level, mut tabled_agenda) = (0, false);
    let opens_outline = opens_outline(&lines);
    let mut divided = Divided::default();
    let mut part = Part::Front;
    let (mut agenda_done, mut discussion_done, mut people_done) = (false, false, false);
    // Whether the apologies are an item of the meeting, whose text names them.
    let mut as_item = false;
    // Whether the list began on the line of its heading and may be whole.
    let mut may_be_whole = false;
    // The style's level of the heading over the people.
    let mut people_level = 0;
    let mut columns = AgendaColumns::default();
    let numbers_below = numbers_below(&lines);
    let heads_people: Vec<bool> =
        (0..lines.len()).map(|at| inline_list::heads_people(&lines, at)).collect();
    let told_of: Vec<Told> = (0..lines.len()).map(|at| told(&lines, at)).collect();
    // Whether only what is said of the list stands between it and this line.
    let mut below_list = false;
    let mut item_number = None;
    let mut row_above = false;
    // How many people the lists had before the line above.
    let mut listed = 0;
    // Which list the line above goes on that began on the line of its heading.
    let mut inline = None;
    for (at, (line, heading)) in lines.into_iter().zip(headings).enumerate() {
        let numbered = is_numbered(&line);
        let people = divided.people.len() + divided.apologies.len();
        let below_people = std::mem::replace(&mut listed, people) < people;
        inline = inline.filter(|_| below_people);
        let open = match inline {
            Some(Known::Participants) => divided.people.last_mut(),
            Some(_) => divided.apologies.last_mut(),
            None => None,
        };
        if let Some(list) = open.filter(|list| inline_list::goes_on(list, &line)) {
            doubts.push(inline_list::join(list, line));
            listed = people - 1;
            continue;
        }
        if (below_people || part == Part::People) && heads_people[at] {
            (part, people_done, may_be_whole) = (Part::People, true, false);
            people_level = level(&line);
            divided.lists.push(ListStart { at: divided.people.len(), inline: false });
            divided.people.push(line);
            continue;
        }
        if let Some(items) = adopted.as_ref().filter(|items| at + 1 >= items.start) {
            if items.contains(&at) {
                (agenda_done, divided.has_agenda) = (true, true);
                divided.add_item(line);
                if items.end == at + 1 && matches!(part, Part::Front | Part::Agenda) {
                    part = Part::Body;
                }
                continue;
            }
            // A sentence that leads to the items says nothing else.
            if part == Part::Front && at + 1 == items.start && line.mark.is_none() {
                let text = line.text();
                if text.strip_suffix(':').is_some_and(agenda::announces_items) {
                    continue;
                }
            }
            // Between its heading and the items it is no item.
            if part == Part::Agenda && at < items.start {
                divided.front.push(line);
                continue;
            }
        }
        let next_row = std::mem::replace(&mut row_above, line.table_row) && line.table_row;
        if let Some(list) = unheaded.filter(|list| list.at == at && part == Part::Front) {
            (part, agenda_done, divided.has_agenda) = (Part::Agenda, true, true);
            let announces = |last: &mut Line| {
                last.text().strip_suffix(':').is_some_and(agenda::announces_items)
            };
            divided.front.pop_if(announces);
            if !list.announced {
                doubts.push(agenda_guessed(&line));
            }
        }
        match heading {
            Some(Known::Title) if bare.is_some_and(|(bare, _)| bare == at) => {
                divided.has_title = true;
                continue;
            }
            // `Minutes` below those present.
            Some(Known::Title)
                if part == Part::People && line.mark.is_none() && !divided.people.is_empty() =>
            {
                part = Part::Body;
                continue;
            }
            Some(Known::Agenda)
                if !agenda_done && (part != Part::Body || late_agenda == Some(at)) =>
            {
                (part, agenda_done, divided.has_agenda) = (Part::Agenda, true, true);
                agenda_level = level(&line);
                tabled_agenda = line.table_row;
                if tabled_agenda {
                    divided.agenda.extend(columns.item(&line, doubts));
                }
                if whole_meeting == Some(at) {
                    part = Part::Body;
                }
                continue;
            }
            // `Meeting notes` above the agenda is the Title.
            Some(Known::Discussion)
                if part != Part::Body && first_agenda.is_some_and(|agenda| agenda > at) =>
            {
                divided.has_title = true;
                if part == Part::Front {
                    continue;
                }
            }
            Some(Known::Discussion) if !discussion_done && !numbered => {
                // Among sections it is one of them, where text and no heading comes below.
                let section = part == Part::Body
                    && !divided.body.is_empty()
                    && (line.is_styled() || !divided.has_agenda && line.mark.is_none());
                (part, discussion_done, agenda_done) = (Part::Body, true, true);
                if section && told_of.get(at + 1).is_some_and(|told| *told != Told::Heading) {
                    divided.body.push(line);
                }
                continue;
            }
            // `In attendance` below those present, or below those who are absent.
            Some(Known::Participants)
                if !(people_done || numbered && part == Part::Agenda)
                    || matches!(part, Part::People | Part::Apologies)
                    || below_list =>
            {
                (part, people_done, divided.has_people) = (Part::People, true, true);
                (people_level, may_be_whole) = (level(&line), false);
                divided.lists.push(ListStart { at: divided.people.len(), inline: false });
                divided.counted = sections::number_of(&line).filter(|number| *number == 1);
                continue;
            }
            // An item of the meeting, as minutes of councils have it, is a section like any other.
            Some(Known::Apologies)
                if part != Part::Agenda && sections::number_of(&line).is_some_and(|n| n <= 3) =>
            {
                (part, as_item) = (Part::Body, true);
                divided.body.push(line);
                continue;
            }
            Some(Known::Apologies) if part != Part::Agenda => {
                part = Part::Apologies;
                (people_level, may_be_whole) = (level(&line), false);
                continue;
            }
            Some(Known::NextMeeting | Known::NextSteps | Known::Other)
                if !numbered
                    && matches!(part, Part::Agenda | Part::People | Part::Apologies)
                    && !(part == Part::Agenda && agenda::is_item(&line, &divided.agenda)) =>
            {
                part = Part::Body;
            }
            _ => {}
        }
        as_item &= !numbered;
        below_list &= told_of[at] == Told::Sentence;
        if let Some((known, names)) = inline_list(&line, below_people || part == Part::Front)
            .filter(|_| part != Part::Agenda && !as_item)
        {
            let of_people = known == Known::Participants;
            // Where more than one name stands on the line, the list is whole.
            let whole = participants::lists_several(&names) || names.text().ends_with('.');
            let (lists, people) = if of_people {
                (&mut divided.lists, &mut divided.people)
            } else {
                (&mut divided.absent_lists, &mut divided.apologies)
            };
            lists.push(ListStart { at: people.len(), inline: true });
            people.push(names);
            inline = Some(known);
            divided.has_people |= of_people;
            people_done |= of_people;
            may_be_whole = !whole;
            if !whole {
                part = if of_people { Part::People } else { Part::Apologies };
            } else if matches!(part, Part::People | Part::Apologies) {
                part = if divided.body.is_empty() { Part::Front } else { Part::Body };
            }
            continue;
        }
        if may_be_whole && matches!(part, Part::People | Part::Apologies) && !goes_on_list(&line) {
            part = if divided.body.is_empty() { Part::Front } else { Part::Body };
        }
        let opens = at == 0 && opens_outline || opens_body(&line, at, &divided);
        if part == Part::Front && !agenda_done && opens {
            part = Part::Body;
        }
        // A heading of the same size ends the agenda, and its table does.
        let same_size = (1..=agenda_level).contains(&level(&line));
        if part == Part::Agenda && (same_size || tabled_agenda && !line.table_row) {
            part = Part::Body;
        }
        // The rest of an item, or what stands between two items.
        let goes_on = next_row
            || goes_on_item(&line, divided.agenda.last())
            || line.mark.is_none()
                && !line.is_styled()
                && !line.is_bold()
                && item_number.is_some_and(|last: u32| numbers_below[at] == last.checked_add(1))
                && line.text().chars().count() <= 150;
        if part == Part::Agenda
            && !goes_on
            && (discussion_done || !marked_as_discussion)
            && begins_discussion(&line, &divided.agenda)
        {
            part = Part::Body;
        }
        if matches!(part, Part::People | Part::Apologies)
            && ends_people(&line, &divided, people_level)
        {
            part = Part::Body;
        }
        if matches!(part, Part::People | Part::Apologies) && told_of[at] != Told::Entry {
            let list = if part == Part::People { &divided.people } else { &divided.apologies };
            let named = list.iter().any(|line| line.text().contains(char::is_alphabetic));
            let below = told_of.get(at + 1) == Some(&Told::Entry);
            let ends = match told_of[at] {
                Told::Definition | Told::Entry => false,
                Told::Heading => {
                    let over = told_of.get(at + 1);
                    named && over.is_some_and(|told| [Told::Sentence, Told::Alone].contains(told))
                }
                Told::Sentence => named && !below,
                Told::Text => named,
                Told::Capitals => named && !list_end::in_capitals(list),
                Told::Alone => named && list_end::all_marked(list),
            };
            if told_of[at] == Told::Definition || told_of[at] == Told::Sentence && named && below {
                divided.body.push(line);
                continue;
            }
            if ends {
                below_list = told_of[at] == Told::Sentence;
                part = Part::Body;
            }
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
            // A sentence that leads to the items says nothing else.
            Part::Agenda
                if divided.agenda.is_empty()
                    && line.mark.is_none()
                    && line.text().strip_suffix(':').is_some_and(agenda::announces_items) => {}
            Part::Agenda if line.text().chars().count() > 400 => {
                part = Part::Body;
                divided.body.push(line);
            }
            Part::Agenda => {
                if line.table_row || line.text().contains('\t') {
                    divided.agenda.extend(columns.item(&line, doubts));
                } else {
                    divided.add_item(line);
                }
                item_number = divided.agenda.last().and_then(sections::number_of).or(item_number);
            }
            Part::Body => divided.body.push(line),
            Part::People => divided.people.push(line),
            Part::Apologies => divided.apologies.push(line),
        }
    }
    divided
}

impl Divided {
    /// A line of the agenda: the rest of the item above it, or items.
    fn add_item(&mut self, line: Line) {
        if let Some(item) = self.agenda.last_mut()
            && goes_on_item(&line, Some(item))
        {
            item.runs.push(Run::plain(" "));
            let mut rest = line.clone();
            let margin =
                rest.runs.first().map_or(0, |run| run.text.len() - run.text.trim_start().len());
            item.runs.extend(rest.split_off(margin));
        } else {
            self.agenda.extend(line.divided().into_iter().flat_map(agenda::apart));
        }
    }
}

/// `Item 2: Budget` is a heading with the number 2.
pub fn take_item_label(line: &mut Line) {
    if line.mark.is_some() || line.table_row || !sections::heading_like(line) {
        return;
    }
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let Some(found) = ITEM_LABEL.captures(&text) else { return };
    const WORDS: [&str; 10] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = WORDS.iter().zip(1..).find(|(word, _)| found["number"].eq_ignore_ascii_case(word));
    let number = word.map(|(_, number)| number).or_else(|| ordinal_in(&found["number"]));
    let Some(number) = number.filter(|number| *number < 100) else { return };
    let length = found.get(0).map_or(0, |label| label.len());
    let printed = found[0].trim_start().to_owned();
    line.runs = line.split_off(length);
    line.mark = Some(Mark { depth: 0, kind: MarkKind::Number(number), printed });
}

fn heading(line: &Line) -> Option<Known> {
    let bullet = line.mark.as_ref().is_some_and(|mark| mark.kind == MarkKind::Bullet);
    if heads_agenda(line) {
        return Some(Known::Agenda);
    }
    if bullet { None } else { known(&line.text()) }
}

/// Whether a line below `Apologies: Ana Prado` names somebody too.
fn goes_on_list(line: &Line) -> bool {
    let text = line.text();
    let name = participant_line(&text).name.full();
    // `Matters arising`: in a name only particles are small.
    let capital = |word: &str| word.starts_with(char::is_uppercase) || word.chars().count() < 4;
    participants::names_person(&name)
        && name.split_whitespace().all(capital)
        && !line.is_bold()
        && !line.is_styled()
        && !is_any_other_business(&text)
        && !is_prose(&text)
}

fn is_numbered(line: &Line) -> bool {
    sections::number_of(line).is_some()
}

/// For every line, the number of the first numbered one at or below it.
fn numbers_below(lines: &[Line]) -> Vec<Option<u32>> {
    let mut below = None;
    let mut numbers: Vec<Option<u32>> = lines
        .iter()
        .rev()
        .map(|line| {
            below = sections::number_of(line).or(below);
            below
        })
        .collect();
    numbers.reverse();
    numbers
}

/// Whether a report begins with its first section at once, `1. Opening` above `1.1 Welcome`.
fn opens_outline(lines: &[Line]) -> bool {
    let [first, second, ..] = lines else { return false };
    let below = matches!(second.mark.as_ref().map(|m| m.kind), Some(MarkKind::Outline(1, _)));
    first.is_styled() && sections::number_of(first) == Some(1) && below
}

/// Whether a line is the rest of the agenda's item above it.
fn goes_on_item(line: &Line, item: Option<&Line>) -> bool {
    let open = |item: &Line| item.mark.is_some() && !item.text().ends_with([';', '.', ':', '?']);
    let small = line.text().starts_with(char::is_lowercase);
    line.mark.is_none() && !line.gap_before && !line.table_row && small && item.is_some_and(open)
}

fn agenda_guessed(first: &Line) -> Doubt {
    let message = "No heading says so, but this list was taken for the agenda: its first entry \
                   comes again below as a heading.";
    doubt("agenda_guessed", message, first.place, &first.text(), None)
}

fn level(line: &Line) -> u8 {
    if let Style::Heading(level) = line.style { level } else { 0 }
}

/// Whether the discussion begins although there is neither an agenda nor a heading over it.
fn opens_body(line: &Line, at: usize, divided: &Divided) -> bool {
    let outline = matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Outline(..)));
    let stands_out = line.is_styled() || line.is_bold() || line.gap_before;
    at > 0 && is_numbered(line) && sections::heading_like(line)
        || outline && stands_out && sections::heading_like(line)
        || level(line) > 1 && (divided.has_people || divided.has_title)
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
        // Numbers that begin below items without.
        (Some((value, _)), None) => {
            let announces = first.text().ends_with(':');
            value == 1 && first.mark.is_none() && !announces && (line.gap_before || line.is_bold())
        }
        _ => false,
    };
    let repeats = line.text() == first.text() && line.mark.is_some() == first.mark.is_some();
    let styled = line.is_styled() && !first.is_styled();
    let text = line.text();
    let sentence = text.ends_with('.') && text.split_whitespace().nth(9).is_some();
    let long = text.chars().count() > 150;
    let prose = line.mark.is_none() && (first.mark.is_some() || long || sentence);
    restarts || repeats || styled || prose
}

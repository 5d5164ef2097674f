//! The discussion: which lines are headings, and what stands under each.

use super::agenda::{title, title_runs};
use super::blocks::{blocks, inlines, links_of, text_of};
use super::doubt;
use super::front::names_clerk;
use super::headings::{
    HeadingWords, Known, heads_annex, is_any_other_business, known, likeness, words as word_list,
};
use crate::model::fold;
use crate::read::lines::{Line, MarkKind, Run, Style};
use crate::read::recognised::SectionRole;
use crate::read::{Doubt, ReadAgendaItem, ReadPart, ReadSection, Repair};
use part_label::{parallel_headings, part_label};
use std::collections::HashSet;

mod counted;
mod part_label;

/// How many agenda items a heading is compared with.
const MOST_COMPARED: usize = 300;

/// A section being gathered.
#[derive(Default)]
struct Gathered {
    heading: Option<Line>,
    number: Option<u32>,
    role: SectionRole,
    level: u8,
    lines: Vec<Line>,
    parts: Vec<(Line, String, Vec<Line>)>,
}

/// The sections of the discussion, in order, with every word of the lines.
///
/// Numbers go on from `first`, where a heading elsewhere took the first.
pub fn sections(
    lines: Vec<Line>,
    agenda: &[ReadAgendaItem],
    first: Option<u32>,
    doubts: &mut Vec<Doubt>,
) -> Vec<ReadSection> {
    let lines = lines.into_iter().flat_map(|line| unglue(line, agenda, doubts)).collect::<Vec<_>>();
    let lines = counted::counted(lines, agenda);
    let titles: HashSet<String> = agenda.iter().map(|item| fold(&item.title)).collect();
    let found = Numbered {
        lines: &lines,
        agenda,
        is_lettered: lines.iter().any(|line| is_lettered_item(line, &titles)),
        titles,
        styles_tell: lines.iter().any(|line| line.is_styled() && number_of(line).is_some()),
    };
    let mut last = first.unwrap_or(0);
    let numbered = (0..lines.len()).any(|at| found.heading(at, last, 0).is_some());
    let told = numbered
        || !agenda.is_empty()
        || lines.iter().any(|line| line.is_styled() || line.is_bold());
    let words = if numbered { AgendaWords::default() } else { AgendaWords::of(agenda) };
    let parallel = parallel_headings(&lines);
    let mut done: Vec<Gathered> = Vec::new();
    let mut open = Gathered::default();
    for at in 0..lines.len() {
        let mut line = lines[at].clone();
        let goes_on = open.last_line().is_some_and(|above| found.goes_on_list(above, at));
        if let Some(number) = found.heading(at, last, open.level).filter(|_| !goes_on) {
            last = number;
            let level = level(&line);
            done.push(std::mem::replace(
                &mut open,
                Gathered {
                    heading: Some(line),
                    number: Some(number),
                    level,
                    ..Gathered::default()
                },
            ));
        } else if let Some(role) = unnumbered_heading(&line, agenda, numbered, open.level)
            .or(is_lettered_item(&line, &found.titles).then_some(SectionRole::Discussion))
        {
            if known(&line.text()) == Some(Known::Agenda) {
                last = 0;
                let message = "A second agenda begins here; two meetings may be in this report.";
                doubts.push(doubt("several_meetings", message, line.place, &line.text(), None));
            }
            let level = level(&line);
            if !matches!(
                line.mark.as_ref().map(|mark| mark.kind),
                Some(MarkKind::Letter(_) | MarkKind::Roman(..))
            ) {
                line.restore_mark();
            }
            done.push(std::mem::replace(
                &mut open,
                Gathered { heading: Some(line), role, level, ..Gathered::default() },
            ));
        } else if words.may_head(&lines, at) && rewords_item(&line, agenda) {
            let heading = Some(line);
            done.push(std::mem::replace(&mut open, Gathered { heading, ..Gathered::default() }));
        } else if !told && announces_text(&lines, at) {
            let message = "This short line was taken for the heading of what follows.";
            doubts.push(doubt("heading_guessed", message, line.place, &line.text(), None));
            let heading = Some(line);
            done.push(std::mem::replace(&mut open, Gathered { heading, ..Gathered::default() }));
        } else if let Some(label) = part_label(&lines, at, &open, last, agenda)
            .or_else(|| (parallel[at] && open.heading.is_some()).then(String::new))
        {
            line.mark = None;
            open.parts.push((line, label, Vec::new()));
        } else {
            if matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Letter(c)) if c.is_uppercase())
            {
                line.restore_mark();
            }
            open.parts.last_mut().map_or(&mut open.lines, |part| &mut part.2).push(line);
        }
    }
    done.push(open);
    done.retain(|section| section.heading.is_some() || !section.lines.is_empty());
    done.into_iter().map(Gathered::finish).collect()
}

/// Lines as one section, perhaps below a heading, whatever they hold.
pub fn whole(heading: Option<Line>, lines: Vec<Line>) -> ReadSection {
    Gathered { heading, lines, ..Gathered::default() }.finish()
}

/// The discussion's sections joined with the agenda, with a doubt where they do not fit.
pub fn join_agenda(
    sections: &mut [ReadSection],
    agenda: &[ReadAgendaItem],
    doubts: &mut Vec<Doubt>,
) {
    let mut used = vec![false; agenda.len()];
    let discussed = |section: &ReadSection| {
        section.role == SectionRole::Discussion && !section.title.is_empty()
    };
    let items: Vec<HeadingWords> =
        agenda.iter().take(MOST_COMPARED).map(|item| HeadingWords::of(&item.title)).collect();
    for section in sections.iter_mut().filter(|section| discussed(section)).take(MOST_COMPARED) {
        let heading = HeadingWords::of(&section.title);
        let best = items
            .iter()
            .enumerate()
            .filter(|(at, _)| !used[*at])
            .map(|(at, item)| {
                let same_number =
                    section.number.and_then(|n| usize::try_from(n).ok()) == Some(at + 1);
                (at, item.likeness(&heading), same_number)
            })
            .filter(|(_, like, same_number)| *like >= if *same_number { 0.3 } else { 0.6 })
            .max_by(|one, other| {
                (one.1 + f64::from(u8::from(one.2)))
                    .total_cmp(&(other.1 + f64::from(u8::from(other.2))))
            });
        if let Some((at, ..)) = best {
            used[at] = true;
            section.agenda_item = Some(at);
        }
    }
    for section in sections.iter_mut().filter(|section| discussed(section)) {
        if let Some(at) =
            section.number.and_then(|n| usize::try_from(n).ok()).and_then(|n| n.checked_sub(1))
            && section.agenda_item.is_none()
            && used.get(at) == Some(&false)
        {
            used[at] = true;
            section.agenda_item = Some(at);
        }
        match section.agenda_item.and_then(|at| agenda.get(at)) {
            Some(item) if item.title != section.title => {
                let message = "The heading words this agenda item differently; both were kept.";
                let proposed = Some(item.title.clone());
                let doubt = doubt("heading_reworded", message, 0, &section.title, proposed);
                doubts.push(doubt.with_repair(Repair::HeadingAsAgenda));
            }
            None if section.number.is_some() && !agenda.is_empty() => {
                let message = "No agenda item announces this section.";
                doubts.push(doubt("section_without_agenda", message, 0, &section.title, None));
            }
            _ => {}
        }
    }
    for (item, used) in agenda.iter().zip(used) {
        if !used {
            let message =
                "No section discusses this agenda item; say so, or check that none was lost.";
            doubts.push(doubt("agenda_without_section", message, 0, &item.title, None));
        }
    }
}

/// The words of the agenda's items, by which most lines are seen to be no heading at once.
#[derive(Default)]
struct AgendaWords(HashSet<String>);

impl AgendaWords {
    fn of(agenda: &[ReadAgendaItem]) -> Self {
        AgendaWords(agenda.iter().flat_map(|item| word_list(&item.title)).collect())
    }

    /// Whether a short line above text may reword an item: nothing else marks headings.
    fn may_head(&self, lines: &[Line], at: usize) -> bool {
        let text = lines[at].text();
        let known = || word_list(&text).iter().filter(|word| self.0.contains(*word)).count();
        !self.0.is_empty()
            && announces_text(lines, at)
            && (known() > 1 || is_any_other_business(&text))
    }
}

/// Whether a line has nearly the words of an item of the agenda.
fn rewords_item(line: &Line, agenda: &[ReadAgendaItem]) -> bool {
    let text = line.text();
    agenda.iter().take(MOST_COMPARED).any(|item| likeness(&item.title, &text) >= 0.8)
}

/// Whether a line stands alone and short above text, as headings do where nothing marks them.
fn announces_text(lines: &[Line], at: usize) -> bool {
    let short = |line: &Line| {
        let text = line.text();
        let ends = ['.', ';', ',', ':', '?', '!', ')'];
        line.mark.is_none()
            && !line.table_row
            && line.style == Style::Body
            && line.gap_before
            && text.split_whitespace().count() <= 8
            && text.starts_with(char::is_uppercase)
            && !text.ends_with(ends)
            && !text.contains(['\n', '\t', '/'])
            && !names_clerk(&text)
    };
    let Some(next) = lines.get(at + 1) else { return false };
    short(&lines[at]) && next.mark.is_none() && next.gap_before && !short(next) && !next.table_row
}

fn level(line: &Line) -> u8 {
    match line.style {
        Style::Heading(level) => level,
        _ => 0,
    }
}

/// Whether a line looks like a heading: styled, bold, or short and no sentence.
pub fn heading_like(line: &Line) -> bool {
    let text = line.text();
    let short = text.chars().count() <= 120 && text.split_whitespace().count() <= 16;
    let styled = line.is_styled() || line.is_bold();
    // `What next?` may be a title; a question of many words is text.
    let asks = text.ends_with('?') && text.split_whitespace().count() > 9;
    styled && text.chars().count() <= 200
        || short && !asks && !text.ends_with(['.', ';', ',', ':']) && !text.contains("//")
}

/// The number before a line, in figures or as a large Roman one.
pub fn number_of(line: &Line) -> Option<u32> {
    match line.mark.as_ref()?.kind {
        MarkKind::Number(number) | MarkKind::Roman(number, true) => Some(number),
        _ => None,
    }
}

/// The body's numbered lines, and what tells which of them are headings.
struct Numbered<'l> {
    lines: &'l [Line],
    agenda: &'l [ReadAgendaItem],
    /// The agenda's titles, folded.
    titles: HashSet<String>,
    /// Whether letters count the agenda's items.
    is_lettered: bool,
    /// Whether the format says which numbered lines are headings.
    styles_tell: bool,
}

impl Numbered<'_> {
    /// The number of a numbered heading after the `last` one, in a section of this `level`: the next
    /// one expected, one the agenda announces, or one that stands out. Where the format says which
    /// lines are headings, only the agenda makes one of another line.
    fn heading(&self, at: usize, last: u32, level: u8) -> Option<u32> {
        let line = &self.lines[at];
        let number = number_of(line)?;
        let text = line.text();
        let announced =
            usize::try_from(number).ok().and_then(|n| self.agenda.get(n.checked_sub(1)?));
        let like = announced.map_or(0.0, |item| likeness(&item.title, &text));
        let below = matches!(line.style, Style::Heading(own) if level > 0 && own > level);
        let styled = line.is_styled() && !below;
        let bold = !self.styles_tell && line.is_bold() && line.gap_before && heading_like(line);
        let shallow = line.mark.as_ref().is_none_or(|mark| mark.depth == 0);
        let in_list = || in_list(self.lines, at, number);
        let expected = number == last + 1 || number > last && number <= last + 3 && like >= 0.3;
        // A number that was printed twice or left out does not hide an item of the agenda.
        let titled = number > 0
            && number >= last
            && (styled || line.gap_before && shallow)
            && self.titles.contains(&fold(&title(&text)));
        let accepted = (styled || bold && shallow && !in_list()) && number > last
            || titled
            || like >= 0.5 && number > last && (heading_like(line) || like > 0.9)
            || expected
                && shallow
                && heading_like(line)
                && !(self.styles_tell || self.is_lettered)
                && !in_list();
        accepted.then_some(number)
    }
}

impl Numbered<'_> {
    /// Whether a line is the next entry of a list whose entries stand apart, the one `above` among
    /// them, where the agenda has another item of this number.
    fn goes_on_list(&self, above: &Line, at: usize) -> bool {
        let line = &self.lines[at];
        let (Some(before), Some(number)) = (number_of(above), number_of(line)) else {
            return false;
        };
        let kind = |line: &Line| {
            line.mark.as_ref().map(|mark| (mark.depth, std::mem::discriminant(&mark.kind)))
        };
        let announced =
            usize::try_from(number).ok().and_then(|n| self.agenda.get(n.checked_sub(1)?));
        let like = announced.map_or(0.0, |item| likeness(&item.title, &line.text()));
        before.checked_add(1) == Some(number)
            && above.gap_before
            && kind(above) == kind(line)
            && !line.is_styled()
            && line.is_bold() == above.is_bold()
            && announced.is_some()
            && like < 0.3
    }
}

/// Whether a line is an item of the agenda with a large letter before it.
fn is_lettered_item(line: &Line, titles: &HashSet<String>) -> bool {
    let letter = matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Letter(c)) if c.is_uppercase());
    letter && titles.contains(&fold(&title(&line.text())))
}

/// Whether a numbered line is an entry between others of the same list, nested ones skipped.
fn in_list(lines: &[Line], at: usize, number: u32) -> bool {
    let nested = |line: &&Line| line.mark.is_some() && number_of(line).is_none();
    // `II. Tides` and the paragraph `3.` below it do not count one list.
    let roman =
        |line: &Line| matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Roman(..)));
    let number_of = |line: &Line| number_of(line).filter(|_| roman(line) == roman(&lines[at]));
    let before = lines[..at]
        .iter()
        .rev()
        .zip(lines[..=at].iter().rev())
        .take_while(|(_, below)| !below.gap_before)
        .map(|(line, _)| line)
        .find(|line| !nested(line))
        .and_then(&number_of);
    let after = lines[at + 1..]
        .iter()
        .take_while(|line| !line.gap_before)
        .find(|line| !nested(line))
        .and_then(&number_of);
    // One number may be printed twice.
    before.is_some_and(|before| before > 0 && (before == number || before + 1 == number))
        || after.is_some() && after == number.checked_add(1)
}

fn unnumbered_heading(
    line: &Line,
    agenda: &[ReadAgendaItem],
    numbered: bool,
    open_level: u8,
) -> Option<SectionRole> {
    if line.mark.as_ref().is_some_and(|mark| mark.kind == MarkKind::Bullet) || line.table_row {
        return None;
    }
    let text = line.text();
    let stands_out = line.is_styled() || line.is_bold() || line.gap_before && heading_like(line);
    if line.mark.is_none() && stands_out && heads_annex(&text) {
        return Some(SectionRole::Discussion);
    }
    let announces = |known: &Known| {
        // `Key points:` in running text announces its list, and `Actions:` does where headings
        // are styled.
        let may = *known == Known::Other || *known == Known::NextSteps && open_level > 0;
        may && text.ends_with(':') && !line.is_styled() && !line.is_bold()
    };
    // Below a section's own heading it heads a part of it.
    let below = matches!(line.style, Style::Heading(level) if open_level > 0 && level > open_level);
    let is_heading = |known: &Known| {
        *known != Known::Title && !announces(known) && !(below && *known == Known::Other)
    };
    if let Some(known) = known(&text).filter(is_heading) {
        return Some(match known {
            Known::NextMeeting => SectionRole::NextMeeting,
            Known::NextSteps => SectionRole::NextSteps,
            Known::Apologies => SectionRole::Apologies,
            _ => SectionRole::Discussion,
        });
    }
    let lettered = matches!(
        line.mark.as_ref().map(|mark| mark.kind),
        Some(MarkKind::Letter(_) | MarkKind::Roman(..))
    );
    let outlined = matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Outline(..)))
        && (line.is_styled() || line.is_bold() || line.gap_before && heading_like(line))
        && !numbered;
    if line.mark.is_some() && !outlined && (numbered || !lettered) {
        return None;
    }
    let plain = title(&text).to_lowercase();
    let same = |item: &ReadAgendaItem| {
        item.title.len().abs_diff(plain.len()) < 8 && item.title.to_lowercase() == plain
    };
    let is_item = agenda.iter().any(same);
    let styled = match line.style {
        Style::Heading(level) => open_level == 0 || level <= open_level,
        Style::Title => true,
        // Among styled headings it heads a part.
        Style::Body => line.is_bold() && heading_like(line) && !numbered && open_level == 0,
        Style::Note => false,
    };
    (is_item || styled && !lettered).then_some(SectionRole::Discussion)
}

/// Divides a numbered line that goes on in its paragraph, where the agenda says how far the
/// heading reaches.
fn unglue(line: Line, agenda: &[ReadAgendaItem], doubts: &mut Vec<Doubt>) -> Vec<Line> {
    let Some(item) =
        number_of(&line).and_then(|n| agenda.get(usize::try_from(n).ok()?.checked_sub(1)?))
    else {
        return vec![line];
    };
    let text: String = line.runs.iter().map(|run| run.text.as_str()).collect();
    let leading = text.len() - text.trim_start().len();
    let reaches = leading + item.title.len();
    let fits = text
        .get(leading..reaches)
        .is_some_and(|start| start.to_lowercase() == item.title.to_lowercase());
    let rest = text.get(reaches..).unwrap_or("").trim_start_matches([' ', '.', ':', '-', '–']);
    if !fits || rest.split_whitespace().nth(3).is_none() || !rest.starts_with(char::is_uppercase) {
        return vec![line];
    }
    let message = "The heading and its first paragraph stood on one line; they were divided after the agenda’s words.";
    doubts.push(doubt("heading_glued", message, line.place, &item.title, None));
    let mut heading = line;
    let runs = heading.split_off(text.len() - rest.len());
    let below = Line { runs, mark: None, style: Style::Body, ..heading.clone() };
    vec![heading, below]
}

impl Gathered {
    /// The line gathered last, below the section's heading or its last part's.
    fn last_line(&self) -> Option<&Line> {
        self.parts.last().map_or(&self.lines, |part| &part.2).last()
    }

    fn finish(self) -> ReadSection {
        let mut text = vec![text_of(&self.lines)];
        let mut links = self.heading.as_ref().map_or_else(Vec::new, |line| links_of([line]));
        links.extend(links_of(&self.lines));
        let mut parts = Vec::new();
        for (heading, label, lines) in &self.parts {
            let body = text_of(lines);
            let separator = match label.as_str() {
                "" => "",
                label if label.contains('.') => " ",
                _ => ". ",
            };
            text.push(format!("{label}{separator}{}", heading.text()));
            text.push(body.clone());
            links.extend(links_of([heading]));
            links.extend(links_of(lines));
            parts.push(ReadPart {
                label: label.clone(),
                title: title(&heading.text()),
                text: body,
                content: inlines(&title_runs(heading)),
                blocks: blocks(lines),
            });
        }
        text.retain(|piece| !piece.is_empty());
        let runs: Vec<Run> = self.heading.as_ref().map_or_else(Vec::new, title_runs);
        ReadSection {
            number: self.number,
            title: self.heading.as_ref().map_or_else(String::new, |line| title(&line.text())),
            parts,
            text: text.join("\n\n"),
            links,
            agenda_item: None,
            role: self.role,
            content: inlines(&runs),
            blocks: blocks(&self.lines),
        }
    }
}

//! Printing: a report and its template become blocks of words, in document order.
//!
//! One walk makes both results, the blocks for the writers and the generated words for the
//! window, so the two cannot disagree. Called by `rapporteur-core`.

use super::{
    Generated, GeneratedEntry, GeneratedHeadings, Heading, List, ListEntry, Logo, NumberFormat,
    ParticipantOrder, Picture, Printed, PrintedBlock, Run, Template, Warning,
    naming::Names,
    quotes, sorted,
    values::{self, long_date},
    wording::Wording,
};
use crate::Error;
use crate::model::{
    AgendaItem, Attendance, Block, Inline, ListItem, NextStep, Owner, Participant, Report,
    ReportState, SpeakerForm, Venue,
};
use minijinja::{Value, context};

mod sections;

/// Prints a report by its template.
///
/// # Errors
/// [`Error::Template`] where a sentence of the template cannot be used; never for one that
/// [`Template::parse`] accepted.
pub fn print(report: &Report, template: &Template) -> Result<Printed, Error> {
    compose(report, template).map(|(printed, _)| printed)
}

/// The generated words of a report, for the page in the window.
///
/// # Errors
/// As [`print`].
pub fn generate(report: &Report, template: &Template) -> Result<Generated, Error> {
    compose(report, template).map(|(_, generated)| generated)
}

fn compose(report: &Report, template: &Template) -> Result<(Printed, Generated), Error> {
    let wording = Wording::compile(template)?;
    let common = values::common(report, template);
    let venue = venue(report, &wording, &common)?;
    let values = context! { venue, ..common };
    let mut walk = Walk {
        report,
        template,
        wording,
        values,
        names: Names::new(report, template.naming.speakers),
        blocks: Vec::new(),
        generated: Generated::default(),
    };
    walk.front()?;
    walk.agenda();
    walk.discussion()?;
    walk.next_steps()?;
    walk.next_meeting();
    walk.people()?;
    walk.finish()
}

/// The venue as the template words it.
fn venue(report: &Report, wording: &Wording, values: &Value) -> Result<String, Error> {
    let (key, place) = match &report.meeting.venue {
        Venue::Online => ("sentences.venue_online", ""),
        Venue::InPerson { place } => ("sentences.venue_in_person", place.as_str()),
        Venue::Hybrid { place } => ("sentences.venue_hybrid", place.as_str()),
    };
    let place = if place.trim().is_empty() { "[place]" } else { place };
    wording.render(key, &context! { place, ..values.clone() })
}

/// One walk through a report.
struct Walk<'r> {
    report: &'r Report,
    template: &'r Template,
    wording: Wording<'r>,
    values: Value,
    names: Names<'r>,
    blocks: Vec<PrintedBlock>,
    generated: Generated,
}

impl Walk<'_> {
    fn say(&self, key: &str) -> Result<String, Error> {
        self.wording.render(key, &self.values)
    }

    fn say_with(&self, key: &str, own: Value) -> Result<String, Error> {
        self.wording.render(key, &context! { ..own, ..self.values.clone() })
    }

    fn heading(&mut self, level: u8, text: &str) {
        if !text.is_empty() {
            self.blocks.push(PrintedBlock::Heading(Heading {
                level,
                number: None,
                runs: vec![Run::plain(text)],
            }));
        }
    }

    fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.blocks.push(PrintedBlock::Paragraph(vec![Run::plain(text)]));
        }
    }

    /// Title block, Title and opening sentences.
    fn front(&mut self) -> Result<(), Error> {
        for at in 0..self.template.title.lines.len() {
            let line = self.say(&format!("title.lines.{at}"))?;
            if !line.is_empty() {
                self.blocks.push(PrintedBlock::TitleLine(vec![Run::plain(&line)]));
                self.generated.title_lines.push(line);
            }
        }
        self.generated.title = self.say("title.title")?;
        self.blocks.push(PrintedBlock::Title(vec![Run::plain(&self.generated.title)]));
        let opening = self.say("sentences.opening")?;
        self.paragraph(&opening);
        self.generated.opening.push(opening);
        if let Some(moderator) = self.report.meeting.moderator {
            self.names.speaker(moderator, SpeakerForm::Auto);
        }
        if let Some(opened_by) = self.report.meeting.opened_by {
            let opened = self.say("sentences.opened")?;
            self.paragraph(&opened);
            self.names.speaker(opened_by, SpeakerForm::Auto);
            self.generated.opening.push(opened);
        }
        self.generated.opening.retain(|sentence| !sentence.is_empty());
        let report = self.report;
        let printed = self.print_blocks(&report.opening);
        self.blocks.extend(printed);
        Ok(())
    }

    fn agenda(&mut self) {
        let headings = &self.template.headings;
        self.generated.headings = GeneratedHeadings {
            agenda: headings.agenda.clone(),
            discussion: headings.discussion.clone(),
            next_steps: headings.next_steps.clone(),
            next_meeting: headings.next_meeting.clone(),
            participants: headings.participants.clone(),
            apologies: headings.apologies.clone(),
        };
        let listed: Vec<&AgendaItem> = self.report.agenda.iter().filter(|i| i.listed).collect();
        if !listed.is_empty() {
            self.heading(1, &headings.agenda);
            let list = self.agenda_list(&listed, 0);
            self.blocks.push(PrintedBlock::List(list));
        }
    }

    fn agenda_list(&self, items: &[&AgendaItem], depth: usize) -> List {
        let entries = items.iter().map(|item| {
            let mut blocks = vec![PrintedBlock::Paragraph(title_runs(&item.title))];
            let nested: Vec<&AgendaItem> = item.items.iter().filter(|item| item.listed).collect();
            if !nested.is_empty() {
                blocks.push(PrintedBlock::List(self.agenda_list(&nested, depth + 1)));
            }
            ListEntry { blocks }
        });
        List {
            format: self.template.agenda.numbers[depth.min(2)],
            entries: entries.collect(),
            keep_entries_whole: false,
        }
    }

    fn next_steps(&mut self) -> Result<(), Error> {
        let report = self.report;
        if report.next_steps.is_empty() {
            return Ok(());
        }
        for step in &report.next_steps {
            let printed = self.next_step(step)?;
            self.generated.next_steps.push(printed);
        }
        let heading = self.template.headings.next_steps.clone();
        self.heading(1, &heading);
        let list = list_of(self.generated.next_steps.iter(), NumberFormat::Bullet, false);
        self.blocks.push(list);
        Ok(())
    }

    fn next_step(&self, step: &NextStep) -> Result<String, Error> {
        let owner = match &step.owner {
            None => None,
            Some(Owner::Other { name }) => {
                Some(name.clone()).filter(|name| !name.trim().is_empty())
            }
            Some(Owner::Participant { participant }) => {
                self.report.participant(*participant).map(|person| person.name.full())
            }
        };
        let due = step.due.map(long_date);
        self.say_with("sentences.next_step", context! { action => &step.action, owner, due })
    }

    fn next_meeting(&mut self) {
        if self.generated.next_meeting_item.is_none() && !self.generated.next_meeting.is_empty() {
            let heading = self.template.headings.next_meeting.clone();
            self.heading(1, &heading);
            let sentence = self.generated.next_meeting.clone();
            self.paragraph(&sentence);
        }
    }

    fn people(&mut self) -> Result<(), Error> {
        let people = match self.template.participants.order {
            ParticipantOrder::AsArranged => self.report.participants.clone(),
            ParticipantOrder::Sorted => sorted(self.report, self.template),
        };
        let of = |attendance: Attendance| -> Result<Vec<GeneratedEntry>, Error> {
            people
                .iter()
                .filter(|person| person.attendance == attendance)
                .map(|person| {
                    Ok(GeneratedEntry { participant: person.id, text: self.entry(person)? })
                })
                .collect()
        };
        let (present, apologies) = (of(Attendance::Present)?, of(Attendance::Apologies)?);
        let headings = self.template.headings.clone();
        for (heading, entries) in
            [(headings.participants, &present), (headings.apologies, &apologies)]
        {
            if !entries.is_empty() {
                self.heading(1, &heading);
                let texts = entries.iter().map(|entry| &entry.text);
                self.blocks.push(list_of(texts, self.template.participants.numbers, true));
            }
        }
        self.generated.participants = present;
        self.generated.apologies = apologies;
        Ok(())
    }

    fn entry(&self, person: &Participant) -> Result<String, Error> {
        let own = context! {
            name => person.name.full(),
            given => &person.name.given,
            family => person.name.family_or_given(),
            role => &person.role,
            status => &person.status,
            organisation => &person.organisation,
            parts => person.affiliation_parts().into_iter().map(str::to_owned).collect::<Vec<String>>(),
        };
        self.say_with("participants.entry", own)
    }

    fn print_blocks(&mut self, blocks: &[Block]) -> Vec<PrintedBlock> {
        blocks.iter().filter_map(|block| self.print_block(block)).collect()
    }

    /// Empty paragraphs and empty lists are not printed.
    fn print_block(&mut self, block: &Block) -> Option<PrintedBlock> {
        if block.is_empty() {
            return None;
        }
        Some(match block {
            Block::Paragraph { content } => PrintedBlock::Paragraph(self.runs(content)),
            Block::BulletedList { items } => self.print_list(items, NumberFormat::Bullet),
            Block::NumberedList { items } => self.print_list(items, NumberFormat::Decimal),
        })
    }

    fn print_list(&mut self, items: &[ListItem], format: NumberFormat) -> PrintedBlock {
        let printed = items.iter().map(|item| self.print_blocks(&item.blocks));
        let entries =
            printed.filter(|blocks| !blocks.is_empty()).map(|blocks| ListEntry { blocks });
        PrintedBlock::List(List { format, entries: entries.collect(), keep_entries_whole: false })
    }

    fn runs(&mut self, content: &[Inline]) -> Vec<Run> {
        let mut runs = Vec::with_capacity(content.len());
        for inline in content {
            runs.push(match inline {
                Inline::Text { text, bold, italic, link } => {
                    Run { text: text.clone(), bold: *bold, italic: *italic, link: link.clone() }
                }
                Inline::LineBreak => Run::plain("\n"),
                Inline::Speaker { participant, form } => {
                    let name = self
                        .names
                        .speaker(*participant, *form)
                        .unwrap_or_else(|| "[name]".to_owned());
                    self.generated.speakers.push(name.clone());
                    Run::plain(name)
                }
            });
        }
        runs
    }

    fn finish(mut self) -> Result<(Printed, Generated), Error> {
        let mark = match self.report.state {
            ReportState::Draft => self.say("sentences.draft_mark")?,
            ReportState::InReview => self.say("sentences.in_review_mark")?,
            ReportState::Final => String::new(),
        };
        let warnings = self.warnings();
        let group = self.template.group_on(self.report.meeting.date);
        let file_name = file_name(&self.say("sentences.file_name")?);
        let page = context! { page => "{page}", pages => "{pages}" };
        let mut printed = Printed {
            title: self.say("sentences.document_title")?,
            author: group
                .map_or_else(|| self.report.meeting.series.clone(), |group| group.name.clone()),
            language: self.template.language.clone(),
            date: self.report.meeting.date.map_or(String::new(), |date| date.to_string()),
            state_mark: (!mark.is_empty()).then(|| mark.clone()),
            header: self.say("sentences.header")?,
            footer: self.say("sentences.footer")?,
            page_number: self.say_with("sentences.page_number", page)?,
            file_name: file_name.clone(),
            look: self.template.page.clone(),
            logo: self.logo()?,
            blocks: self.blocks,
            warnings: warnings.clone(),
        };
        if self.template.text.curly_quotes {
            quotes::curl(&mut printed.blocks);
        }
        self.generated.state_mark = mark;
        self.generated.header.clone_from(&printed.header);
        let footer = if printed.look.footer { printed.footer.as_str() } else { "" };
        footer.clone_into(&mut self.generated.footer);
        self.generated.file_name = file_name;
        self.generated.warnings = warnings;
        Ok((printed, self.generated))
    }

    fn logo(&self) -> Result<Option<Picture>, Error> {
        let picture = self.template.logo.as_ref().map(Logo::picture).transpose();
        picture.map_err(|reason| Error::Template { field: "logo.image".to_owned(), reason })
    }

    fn warnings(&self) -> Vec<Warning> {
        let mut warnings = values::gaps(self.report);
        for (at, item) in self.report.agenda.iter().enumerate() {
            if crate::model::plain_text(&item.title).trim().is_empty() {
                warnings.push(Warning {
                    field: format!("agenda.{at}.title"),
                    message: format!("Agenda item {} has no title; write one.", at + 1),
                });
            }
        }
        if self.generated.participants.is_empty() {
            warnings.push(Warning {
                field: "participants".to_owned(),
                message: "Nobody is on the list of participants yet; tick who was there."
                    .to_owned(),
            });
        }
        warnings
    }
}

/// A heading's runs; a heading without words shows the gap.
fn title_runs(title: &[Inline]) -> Vec<Run> {
    let runs: Vec<Run> = title
        .iter()
        .filter_map(|inline| match inline {
            Inline::Text { text, italic, link, .. } => {
                Some(Run { text: text.clone(), bold: false, italic: *italic, link: link.clone() })
            }
            Inline::LineBreak => Some(Run::plain(" ")),
            Inline::Speaker { .. } => None,
        })
        .collect();
    if super::run_text(&runs).trim().is_empty() { vec![Run::plain("[title]")] } else { runs }
}

fn list_of<'t>(
    texts: impl Iterator<Item = &'t String>,
    format: NumberFormat,
    keep_entries_whole: bool,
) -> PrintedBlock {
    let entries = texts
        .map(|text| ListEntry { blocks: vec![PrintedBlock::Paragraph(vec![Run::plain(text)])] })
        .collect();
    PrintedBlock::List(List { format, entries, keep_entries_whole })
}

/// A name every file system takes: no separators, no control characters, no brackets of gaps,
/// at most 120 characters.
fn file_name(text: &str) -> String {
    let name: String = text
        .chars()
        .filter(|c| !"[]".contains(*c))
        .map(|c| if c.is_control() || "/\\:*?\"<>| ".contains(c) { '-' } else { c })
        .take(120)
        .collect();
    let name = name.trim_matches(['-', '.', ' ']).to_owned();
    if name.is_empty() { "Summary-Report".to_owned() } else { name }
}

#[cfg(test)]
#[path = "print_tests.rs"]
mod tests;

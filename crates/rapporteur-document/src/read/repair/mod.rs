//! What a doubt's proposal changes in the report, done and undone by rule.
//!
//! Called by `rapporteur-core` when a person answers a doubt. Words are found again by the words
//! before them, not by their number, because the report may have been edited since; where two
//! places fit equally well nothing is changed. Deliberately absent: what a person answered.

mod bullets;
mod words;

use super::Doubt;
use crate::model::{AgendaItem, AgendaItemId, Inline, Report, plain_text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an answer to a doubt changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(export)]
pub enum Repair {
    /// The quoted words are written as proposed; where they are an address, so is where it leads.
    Words {
        /// The words before them on their line, the nearest last; fewer than eight reach back to
        /// the beginning of the line.
        after: Vec<String>,
    },
    /// The quoted heading is worded as its agenda item, the proposal.
    HeadingAsAgenda,
    /// The next meeting is on the proposed day.
    NextMeetingDate,
    /// The quoted letters before the words were taken for the bullet of a list: accepting leaves
    /// it so, and rejecting writes them before the words again.
    Bullet {
        /// The letters, with the space after them.
        printed: String,
    },
}

/// Where in the report something stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Spot {
    /// The path of the line or field, such as `agenda.0.section.blocks.1`.
    pub field: String,
    /// Where the words begin in it, in UTF-16 units, as windows count; none for a whole field.
    pub from: Option<u32>,
    /// Where they end.
    pub to: Option<u32>,
}

/// A change that was made, with what takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// Words took the place of others.
    Words {
        /// The words before them.
        after: Vec<String>,
        /// What stands there now.
        now: String,
        /// What stood there.
        was: Vec<Inline>,
    },
    /// A heading went.
    Heading {
        /// The agenda item that had it.
        item: AgendaItemId,
        /// The heading.
        was: Vec<Inline>,
    },
    /// The date of the next meeting was set.
    NextMeetingDate {
        /// The day now.
        now: NaiveDate,
        /// The day before.
        was: Option<NaiveDate>,
    },
    /// What was taken for a bullet was put back before the words.
    Bullet {
        /// What was put back.
        printed: String,
        /// The first words after it.
        words: Vec<String>,
    },
}

impl Repair {
    /// Words after `before`, the beginning of their line.
    pub fn words(before: &str) -> Self {
        Repair::Words { after: words::last_of(before) }
    }
}

impl Doubt {
    /// The same doubt with what its proposal changes.
    pub fn with_repair(self, repair: Repair) -> Self {
        Doubt { repair: Some(repair), ..self }
    }

    /// The place in the report that an answer would change; none where there is
    /// nothing to change, or no single place that fits.
    pub fn spot(&self, report: &Report) -> Option<Spot> {
        let proposed = self.proposed.as_deref()?;
        match self.repair.as_ref()? {
            Repair::Words { after } => {
                (!proposed.is_empty()).then_some(())?;
                let found = words::find(&words::lines(report), &self.place.quote, after)?;
                Some(found.spot)
            }
            Repair::HeadingAsAgenda => {
                let item = self.reworded(report)?.id;
                let at = report.agenda.iter().position(|one| one.id == item)?;
                Some(Spot { field: format!("agenda.{at}.heading"), from: None, to: None })
            }
            Repair::NextMeetingDate => {
                proposed.parse::<NaiveDate>().ok()?;
                Some(Spot { field: "next_meeting.date".to_owned(), from: None, to: None })
            }
            Repair::Bullet { .. } => bullets::spot(report, &self.words_after_bullet()),
        }
    }

    /// Makes the change the doubt proposes. Answers what takes it back; none where no single
    /// place fits, and then nothing was changed.
    pub fn apply(&self, report: &mut Report) -> Option<Change> {
        let proposed = self.proposed.as_deref()?;
        match self.repair.as_ref()? {
            Repair::Words { after } => {
                (!proposed.is_empty()).then_some(())?;
                let found = words::find(&words::lines(report), &self.place.quote, after)?;
                let was = words::replace(report, &found, |inline| {
                    vec![written(inline, &self.place.quote, proposed)]
                });
                Some(Change::Words { after: after.clone(), now: proposed.to_owned(), was })
            }
            Repair::HeadingAsAgenda => {
                let item = self.reworded(report)?.id;
                let was = item_mut(&mut report.agenda, item)?.heading.take()?;
                Some(Change::Heading { item, was })
            }
            Repair::NextMeetingDate => {
                let now = proposed.parse().ok()?;
                let was = report.next_meeting.date.replace(now);
                Some(Change::NextMeetingDate { now, was })
            }
            Repair::Bullet { .. } => None,
        }
    }

    /// Makes the change that rejecting the proposal asks for, where it was read as the proposal
    /// says. Answers what takes it back.
    pub fn reject(&self, report: &mut Report) -> Option<Change> {
        let Repair::Bullet { printed } = self.repair.as_ref()? else { return None };
        let words = self.words_after_bullet();
        bullets::put_back(report, printed, &words)
            .then(|| Change::Bullet { printed: printed.clone(), words })
    }

    fn words_after_bullet(&self) -> Vec<String> {
        self.place.quote.split_whitespace().skip(1).map(str::to_owned).collect()
    }

    /// The one agenda item that has the quoted heading.
    fn reworded<'r>(&self, report: &'r Report) -> Option<&'r AgendaItem> {
        let fits = |item: &&AgendaItem| {
            item.heading.as_ref().is_some_and(|words| plain_text(words) == self.place.quote)
        };
        let mut fitting = report.agenda.iter().filter(fits);
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

impl Change {
    /// Takes the change back. False where the place was changed again since; then it stays.
    pub fn undo(&self, report: &mut Report) -> bool {
        match self {
            Change::Words { after, now, was } => {
                let Some(found) = words::find(&words::lines(report), now, after) else {
                    return false;
                };
                words::replace(report, &found, |_| was.clone());
                true
            }
            Change::Heading { item, was } => match item_mut(&mut report.agenda, *item) {
                Some(item) if item.heading.is_none() => {
                    item.heading = Some(was.clone());
                    true
                }
                _ => false,
            },
            Change::NextMeetingDate { now, was } => {
                let unchanged = report.next_meeting.date == Some(*now);
                if unchanged {
                    report.next_meeting.date = *was;
                }
                unchanged
            }
            Change::Bullet { printed, words } => bullets::take_off(report, printed, words),
        }
    }
}

/// The proposed words, marked as the words before; an address leads where it says.
fn written(marked: &Inline, quote: &str, proposed: &str) -> Inline {
    match marked {
        Inline::Text { bold, italic, link, .. } => Inline::Text {
            text: proposed.to_owned(),
            bold: *bold,
            italic: *italic,
            link: match link {
                Some(link) if link != quote => Some(link.clone()),
                _ => is_address(proposed).then(|| proposed.to_owned()),
            },
        },
        Inline::Speaker { .. } | Inline::LineBreak => Inline::text(proposed),
    }
}

fn is_address(words: &str) -> bool {
    words.starts_with("https://") || words.starts_with("http://")
}

fn item_mut(items: &mut [AgendaItem], id: AgendaItemId) -> Option<&mut AgendaItem> {
    items
        .iter_mut()
        .find_map(|item| if item.id == id { Some(item) } else { item_mut(&mut item.items, id) })
}

#[cfg(test)]
mod tests;

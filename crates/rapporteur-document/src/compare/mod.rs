//! What differs between two contents of a report, word by word.
//!
//! Called by `rapporteur-core` for the versions of a report. It sees only the model. Deliberately
//! absent: sentences for the user (the window words the places), generated words, and what nobody
//! reads as text: the kind of an agenda item and links to the directory.

mod adopt;
mod align;
mod lines;
mod texts;
mod words;

pub use adopt::with_ids_of;
pub use texts::{TextComparison, TextDifference, texts};

use crate::model::{AgendaItem, AgendaItemId, Attendance, Report};
use lines::Line;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;
use ts_rs::TS;

/// Every place where two contents differ, in the order of the report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Comparison {
    /// Fields first, then the text by agenda item, then next steps and people.
    pub differences: Vec<Difference>,
    /// How many words that is.
    pub words: WordCount,
}

/// Words that only one of two contents has; the value of a field counts as one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct WordCount {
    /// Only the later content has them.
    pub added: u32,
    /// Only the earlier content has them.
    pub removed: u32,
}

/// One place that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Difference {
    /// Where.
    pub place: ComparedPlace,
    /// What happened to the place as a whole; an agenda item is `Moved` where its neighbours
    /// changed, whatever changed in it besides.
    pub change: Change,
    /// The lines that differ, and no others.
    pub lines: Vec<LineDifference>,
}

/// A place of a report, named by what stays the same in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(export)]
pub enum ComparedPlace {
    /// A field that is no text; its one line holds the values as in the JSON of the report,
    /// people by their names.
    Field {
        /// Its path, such as `meeting.date`.
        field: String,
    },
    /// The text before the agenda.
    Opening,
    /// An agenda item with its section.
    AgendaItem {
        /// Which.
        item: AgendaItemId,
        /// Its title in the later content, or in the earlier one where it is gone.
        title: String,
    },
    /// The next steps, a line each.
    NextSteps,
    /// The people known in one way, a line each.
    Participants {
        /// In which.
        attendance: Attendance,
    },
}

/// What became of a place or a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Change {
    /// Only the later content has it.
    Added,
    /// Only the earlier content has it.
    Removed,
    /// Both have it, not the same.
    Changed,
    /// Both have it, elsewhere.
    Moved,
}

/// One line that differs: a title, a paragraph, an entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LineDifference {
    /// What happened to it.
    pub change: Change,
    /// What kind of line it is in the later content, or was where it is gone.
    pub form: LineForm,
    /// What kind it was, where that changed.
    pub was: Option<LineForm>,
    /// All its words in order, those of both contents.
    pub pieces: Vec<Piece>,
}

/// The kinds of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(export)]
pub enum LineForm {
    /// The title of an agenda item.
    Title,
    /// The heading over a section that an imported report words otherwise.
    Heading,
    /// The title of a lettered part.
    PartTitle,
    /// Running text.
    Paragraph,
    /// An entry of a list with bullets.
    Bullet {
        /// Levels of lists around it, 1 for the outermost.
        depth: u8,
    },
    /// An entry of a list that counts.
    Numbered {
        /// Levels of lists around it, 1 for the outermost.
        depth: u8,
    },
    /// A value, a next step or a person.
    Entry,
}

/// Words next to each other that fared alike and are marked alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Piece {
    /// What happened to them. Words whose marks changed are removed and added.
    pub change: PieceChange,
    /// The words, white space included.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// The address they link to.
    pub link: Option<String>,
}

/// What became of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PieceChange {
    /// Both contents have them here.
    Same,
    /// Only the later content has them here.
    Added,
    /// Only the earlier content has them here.
    Removed,
}

/// Compares two contents of one report, the earlier with the later.
pub fn compare(before: &Report, after: &Report) -> Comparison {
    let mut found = Comparison::default();
    for ((field, earlier), (_, later)) in
        lines::fields(before).into_iter().zip(lines::fields(after))
    {
        found.add(ComparedPlace::Field { field: field.to_owned() }, earlier, later);
    }
    found.add(ComparedPlace::Opening, lines::opening(before), lines::opening(after));
    found.agenda(before, after);
    found.add(ComparedPlace::NextSteps, lines::next_steps(before), lines::next_steps(after));
    for attendance in [Attendance::Present, Attendance::Apologies, Attendance::Mentioned] {
        let place = ComparedPlace::Participants { attendance };
        let people = |report| lines::participants(report, attendance);
        found.add(place, people(before), people(after));
    }
    found
}

/// An agenda item with the one it is nested under.
struct Placed<'r> {
    item: &'r AgendaItem,
    under: Option<AgendaItemId>,
}

impl Comparison {
    /// The words of both contents at one place; nothing where they are the same.
    fn add(&mut self, place: ComparedPlace, before: Vec<Line>, after: Vec<Line>) {
        let change = match (before.is_empty(), after.is_empty()) {
            (true, false) => Change::Added,
            (false, true) => Change::Removed,
            _ => Change::Changed,
        };
        self.keep(place, change, align::align(&before, &after));
    }

    fn keep(&mut self, place: ComparedPlace, change: Change, lines: Vec<LineDifference>) {
        if lines.is_empty() && change == Change::Changed {
            return;
        }
        for piece in lines.iter().flat_map(|line| &line.pieces) {
            let value = matches!(place, ComparedPlace::Field { .. });
            let words = if value { 1 } else { words::count(&piece.text) };
            match piece.change {
                PieceChange::Same => {}
                PieceChange::Added => self.words.added += words,
                PieceChange::Removed => self.words.removed += words,
            }
        }
        self.differences.push(Difference { place, change, lines });
    }

    /// The agenda items in the order of the later content; those that are gone stand where
    /// they stood.
    fn agenda(&mut self, before: &Report, after: &Report) {
        let (old, new) = (flat(&before.agenda), flat(&after.agenda));
        let ids = |items: &[Placed]| items.iter().map(|placed| placed.item.id).collect::<Vec<_>>();
        let (old_ids, new_ids) = (ids(&old), ids(&new));
        let by_id: HashMap<_, _> = old.iter().map(|placed| (placed.item.id, placed)).collect();
        for operation in capture_diff_slices(Algorithm::Myers, &old_ids, &new_ids) {
            let in_order = matches!(operation, DiffOp::Equal { .. });
            let gone = if in_order { 0..0 } else { operation.old_range() };
            for placed in old[gone].iter().filter(|placed| !new_ids.contains(&placed.item.id)) {
                let lines = align::align(&lines::item(placed.item, before), &[]);
                self.keep(item_place(placed.item), Change::Removed, lines);
            }
            for placed in &new[operation.new_range()] {
                let later = lines::item(placed.item, after);
                let (change, earlier) = match by_id.get(&placed.item.id) {
                    None => (Change::Added, vec![]),
                    Some(was) if in_order && was.under == placed.under => {
                        (Change::Changed, lines::item(was.item, before))
                    }
                    Some(was) => (Change::Moved, lines::item(was.item, before)),
                };
                self.keep(item_place(placed.item), change, align::align(&earlier, &later));
            }
        }
    }
}

fn item_place(item: &AgendaItem) -> ComparedPlace {
    ComparedPlace::AgendaItem { item: item.id, title: crate::model::plain_text(&item.title) }
}

/// Every agenda item from top to bottom.
fn flat(agenda: &[AgendaItem]) -> Vec<Placed<'_>> {
    fn walk<'r>(items: &'r [AgendaItem], under: Option<AgendaItemId>, all: &mut Vec<Placed<'r>>) {
        for item in items {
            all.push(Placed { item, under });
            walk(&item.items, Some(item.id), all);
        }
    }
    let mut all = Vec::new();
    walk(agenda, None, &mut all);
    all
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;

//! The lines of a list of people, each entry whole: with its initials, and with the rest of it that
//! stands on the next line.
//!
//! Called by [`participants`](super::participants). Deliberately absent: what an entry says.

use super::participants::{GROUPS, names_person};
use super::{doubt, participant_line};
use crate::model::fold;
use crate::read::Doubt;
use crate::read::lines::{Line, MarkKind, Run};

/// The most letters of an entry that is told from running text.
const LONGEST: usize = 140;

/// Whether a line is surely `Ana Prado, Tide Board`: a name and what follows it.
pub fn is_entry(text: &str) -> bool {
    // Most lines are text, which is seen at once.
    if text.len() >= LONGEST || text.trim_end().ends_with('.') {
        return false;
    }
    let parts = participant_line(text);
    let name = parts.name.full();
    !parts.affiliation.is_empty()
        && names_person(&name)
        && !name.split_whitespace().any(|word| ["and", "of", "for"].contains(&word))
}

/// The lines of a list with an entry on each.
pub fn whole(lines: &[Line], doubts: &mut Vec<Doubt>) -> Vec<Line> {
    rejoined(&with_initials(lines), doubts)
}

/// The lines with the initials that were taken for list marks: large letters that do not count on
/// from A.
fn with_initials(lines: &[Line]) -> Vec<Line> {
    let initial = |line: &Line| {
        let printed = line.mark.as_ref()?.printed.trim();
        let letter = printed.trim_start_matches(|c: char| !c.is_alphanumeric());
        let one = letter.strip_suffix('.')?;
        (one.chars().count() == 1 && one.starts_with(char::is_uppercase)).then_some(())?;
        Some(letter.to_owned())
    };
    let letters: Vec<String> = lines.iter().filter_map(initial).collect();
    let counts = letters.iter().zip('A'..='Z').all(|(letter, next)| letter.starts_with(next));
    let restored = |line: &Line| match initial(line).filter(|_| !counts || letters.len() < 2) {
        Some(letter) => {
            let mut line = line.clone();
            line.runs.insert(0, Run::plain(format!("{letter} ")));
            line.mark = line.mark.filter(|mark| !mark.printed.starts_with(char::is_alphabetic));
            if let Some(mark) = &mut line.mark {
                mark.kind = MarkKind::Bullet;
            }
            line
        }
        None => line.clone(),
    };
    lines.iter().map(restored).collect()
}

/// The lines of a list whose entries were wrapped, each entry whole again.
fn rejoined(lines: &[Line], doubts: &mut Vec<Doubt>) -> Vec<Line> {
    let width = |line: &Line| line.printed().chars().count();
    let fullest = lines.iter().map(width).max().unwrap_or(0);
    let mut whole: Vec<Line> = Vec::new();
    for line in lines {
        let text = line.text();
        let first_word = text.split_whitespace().next().map_or(0, |word| word.chars().count());
        let wrapped = |above: &Line| {
            let waits = above.text().ends_with(',') || above.text().ends_with(" of");
            above.mark.is_some() && (waits || width(above) + first_word >= fullest)
        };
        let goes_on = line.mark.is_none()
            && !line.gap_before
            && !line.table_row
            && !line.is_styled()
            && !line.is_bold()
            && !GROUPS.contains(&fold(text.trim_end_matches(':')).as_str());
        match whole.last_mut().filter(|above| goes_on && wrapped(above)) {
            Some(above) => {
                let message = "This line was taken for the rest of the entry above it.";
                doubts.push(doubt("participant_wrapped", message, line.place, &text, None));
                above.runs.push(Run::plain(format!(" {text}")));
            }
            None => whole.push(line.clone()),
        }
    }
    whole
}

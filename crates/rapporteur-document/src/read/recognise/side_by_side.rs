//! Two people on one line of a list: names in columns that are read across.
//!
//! Called by [`participants`](super::participants). A line is divided only where the list shows that
//! it has such columns: in a column for affiliations nothing says name and affiliation again.

use super::participant_line::{is_affiliation_word, top_level};
use super::participants::names_person;
use super::{doubt, participant_line};
use crate::model::is_honorific;
use crate::read::Doubt;
use crate::read::lines::Line;
use crate::read::text::split_mark;

/// The entries of the lines that hold several; None for a list of one column.
pub fn columns_of_people(lines: &[Line], doubts: &mut Vec<Doubt>) -> Option<Columns> {
    let by_gap = || {
        let rows: Vec<&Line> = lines.iter().filter(|line| line.text().contains('\t')).collect();
        let people = rows.iter().filter(|line| is_row_of_people(line)).count();
        let told = rows.iter().filter(|line| is_row_of_people(line) && tells_people(line)).count();
        (told * 2 >= people && people > 1 && people * 2 > rows.len())
            .then_some(Columns { by_gap: true })
    };
    let by_words = || {
        let rows = lines.iter().filter(|line| line.mark.is_none() && !line.table_row);
        let people = rows.filter(|line| run_together(&line.text()).is_some()).count();
        (people > 2 && people == lines.len()).then_some(Columns { by_gap: false })
    };
    let columns = by_gap().or_else(by_words)?;
    if let Some(first) = lines.iter().find(|line| columns.entries(line).is_some()) {
        let message = "The lines of this list name several people each; they were divided between the columns.";
        let quote = first.text().replace('\t', " ");
        doubts.push(doubt("participants_columns", message, first.place, &quote, None));
    }
    Some(columns)
}

/// How the people of a line stand apart.
pub struct Columns {
    by_gap: bool,
}

impl Columns {
    /// The people on a line; None where it names one.
    pub fn entries(&self, line: &Line) -> Option<Vec<String>> {
        if !self.by_gap {
            return run_together(&line.text()).map(|(one, other)| vec![one, other]);
        }
        is_row_of_people(line).then(|| cells(line))
    }
}

fn cells(line: &Line) -> Vec<String> {
    let text = line.text();
    let cells = text.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    cells.map(str::to_owned).collect()
}

/// Whether every cell of a line is a person with an affiliation.
fn is_row_of_people(line: &Line) -> bool {
    let cells = cells(line);
    cells.len() > 1 && cells.iter().all(|cell| is_entry(cell))
}

/// Whether words are `Ana Prado, Tide Board` or `Ms. Ana Prado`.
fn is_entry(text: &str) -> bool {
    let parts = participant_line(text);
    let titled = text.split(' ').next().is_some_and(is_honorific);
    let name = parts.name.full();
    (titled || !parts.affiliation.is_empty())
        && (names_person(&name) || titled && name.split_whitespace().count() < 5)
        && !name
            .split_whitespace()
            .any(|word| is_affiliation_word(word) || ["and", "of", "for"].contains(&word))
        && !text.contains('@')
}

/// Whether a line shows that the words after its gap are no affiliation: they have a title or a
/// number of the list, or the affiliation before the gap names an organisation already.
fn tells_people(line: &Line) -> bool {
    let cells = cells(line);
    let opens = |cell: &String| {
        let counted = split_mark(cell, false).is_some();
        counted || cell.split(' ').next().is_some_and(is_honorific)
    };
    cells.iter().skip(1).any(opens) || cells.first().is_some_and(|cell| names_organisation(cell))
}

/// Whether an entry names an organisation, as far as words tell it from a task.
fn names_organisation(entry: &str) -> bool {
    const TASKS: &[&str] = &[
        "adviser",
        "advisor",
        "analyst",
        "assistant",
        "chair",
        "clerk",
        "consultant",
        "convener",
        "convenor",
        "coordinator",
        "counsel",
        "delegate",
        "deputy",
        "director",
        "engineer",
        "expert",
        "fellow",
        "head",
        "lawyer",
        "lead",
        "lecturer",
        "manager",
        "master",
        "member",
        "minister",
        "observer",
        "officer",
        "president",
        "professor",
        "rapporteur",
        "representative",
        "researcher",
        "secretary",
        "specialist",
        "student",
        "treasurer",
    ];
    let organisation = participant_line(entry).organisation.unwrap_or_default();
    let pieces = top_level(&organisation);
    pieces.last().is_some_and(|piece| {
        let words: Vec<String> =
            piece.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        let words: Vec<&String> = words.iter().filter(|word| !word.is_empty()).collect();
        let is_task = words.last().is_some_and(|word| TASKS.contains(&&*word.to_lowercase()));
        let acronym =
            |word: &&String| word.chars().count() > 1 && !word.contains(char::is_lowercase);
        !is_task && (words.len() > 1 || words.iter().any(acronym))
    })
}

/// The two people of `Ana Prado, SCC Tom Hart, UNE`: recognition keeps no more than a space between
/// columns.
fn run_together(text: &str) -> Option<(String, String)> {
    let acronym = |word: &&str| {
        word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    let pieces = top_level(text);
    let [.., middle, last] = pieces[..] else { return None };
    let words: Vec<&str> = middle.split(' ').collect();
    let of_first = words.iter().take_while(|word| acronym(word)).count();
    let name = words.get(of_first..)?.join(" ");
    let organisation = words.get(..of_first)?.join(" ");
    let before = text.split(middle).next()?;
    let one = format!("{before}{organisation}");
    let other = format!("{name}, {last}");
    // Recognition reads a letter of a name as a figure.
    let lettered = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "o");
    (pieces.len() > 2 - usize::from(before.contains('('))
        && of_first > 0
        && names_person(&lettered(&name))
        && is_entry(&lettered(&one))
        && is_entry(&lettered(&other)))
    .then_some((one, other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::lines::Run;

    fn check(list: &[&str], expected: &[&[&str]]) {
        let line = |text: &&str| Line { runs: vec![Run::plain(*text)], ..Line::default() };
        let lines: Vec<Line> = list.iter().map(line).collect();
        let mut doubts = Vec::new();
        let columns = columns_of_people(&lines, &mut doubts);
        assert_eq!(doubts.len(), usize::from(columns.is_some()), "{list:?}");
        let found: Vec<Vec<String>> = columns
            .map(|columns| lines.iter().filter_map(|line| columns.entries(line)).collect())
            .unwrap_or_default();
        assert_eq!(found, expected, "{list:?}");
    }

    #[test]
    fn names_in_columns_are_people_of_their_own() {
        check(
            &[
                "Ana Prado (Chair), TIDE\tTom Hart, PORT",
                "Bo Lund, SEED\tDr. Ines Almond, Bay Council",
            ],
            &[
                &["Ana Prado (Chair), TIDE", "Tom Hart, PORT"],
                &["Bo Lund, SEED", "Dr. Ines Almond, Bay Council"],
            ],
        );
        check(
            &["Ms. Ana Prado\tMr. Tom Hart\tDr. Bo Lund", "Ms. Ines Almond, TIDE\tMr. Per Dahl"],
            &[
                &["Ms. Ana Prado", "Mr. Tom Hart", "Dr. Bo Lund"],
                &["Ms. Ines Almond, TIDE", "Mr. Per Dahl"],
            ],
        );
        check(
            &[
                "Ana Prado, TIDE Tom Hart, PORT",
                "Bo Lund, SEED Ines Almond, BAY",
                "Per Dahl, BAY Eva Moor, TIDE",
            ],
            &[
                &["Ana Prado, TIDE", "Tom Hart, PORT"],
                &["Bo Lund, SEED", "Ines Almond, BAY"],
                &["Per Dahl, BAY", "Eva Moor, TIDE"],
            ],
        );
    }

    #[test]
    fn columns_of_affiliations_are_none() {
        check(&["Ana Prado\tTide Board, Lund", "Tom Hart\tSeed Bank, Oslo"], &[]);
        check(
            &["Ana Prado, Chair\tLund University, Sweden", "Tom Hart, Member\tSeed Bank, Oslo"],
            &[],
        );
        check(&["Ana Prado, Chair\tPort Authority", "Tom Hart, Member\tPort Authority"], &[]);
        check(
            &["Ana Prado, Director\tTide Museum, Lund", "Tom Hart, Clerk\tSalt Works, Oslo"],
            &[],
        );
        check(&["Ana Prado (Chair)\tTide Museum, Lund", "Tom Hart (Clerk)\tSalt Works, Oslo"], &[]);
        check(&["Prado, Ana\tTide Board", "Hart, Tom\tSeed Bank"], &[]);
        check(&["Ana Prado, TIDE, Chair", "Tom Hart, PORT, Member", "Bo Lund, SEED, Member"], &[]);
        check(&["Ana Prado\tBo Hart", "Tom Lund\tEva Moor"], &[]);
    }
}

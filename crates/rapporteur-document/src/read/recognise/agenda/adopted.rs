//! The agenda below a sentence of the report: `3. The Group adopted the following agenda:`.
//!
//! Called by [`divide`](crate::read::recognise::divide) where no heading stands over the items, or
//! the sentence stands between the heading and them. Deliberately absent: lists of what was changed
//! in the agenda.

use super::title;
use crate::model::fold;
use crate::read::lines::{Line, MarkKind};
use crate::read::recognise::next_meeting::sentences;
use crate::read::recognise::sections::number_of;
use regex::Regex;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

/// What adopts an agenda, or says which it was; the words are folded.
static ADOPTS: LazyLock<Regex> = LazyLock::new(|| {
    let agenda = r"(?:agenda|orden del dia|ordre du jour|ordem do dia)";
    Regex::new(&format!(
        r"\b(?:following|siguiente|seguinte)\s+(?:\S+\s+){{0,3}}?{agenda}\b|\b{agenda}\b[^:]{{0,80}}?\b(?:as follows|the following|below|was|consisted of|comprised|suivant|siguiente|seguinte)$|\b{agenda}\s+(?:was|is|has been)\s+(?:then\s+)?(?:adopted|approved|agreed|accepted|confirmed|endorsed)\b[^:]{{0,60}}$|\b(?:adopted|approved|agreed|accepted|confirmed|endorsed|adopte|approuve|adopto|aprobo|aprovou|adotou)\b[^:]{{0,40}}\b{agenda}\b[^:]{{0,80}}$"
    ))
    .expect("the pattern is constant and tested")
});

/// What was done with an agenda that is not its list.
const OTHERWISE: &[&str] = &[
    "addition",
    "added",
    "amendment",
    "change",
    "comment",
    "decid",
    "delet",
    "discuss",
    "modif",
    "noted",
    "point",
    "question",
    "raised",
    "remark",
    "remov",
    "request",
    "propos",
];

/// Whether the last sentence of a text says that the agenda comes below it.
pub fn adopts_agenda(text: &str) -> bool {
    let Some(before) = text.trim_end().strip_suffix(':') else { return false };
    let Some(last) = sentences(before.trim_end()).pop() else { return false };
    let folded = fold(last);
    // A proposed agenda may be the one that was adopted.
    let said = folded.replace("proposed agenda", "agenda");
    folded.len() < 300
        && ADOPTS.is_match(&said)
        && !OTHERWISE.iter().any(|word| said.contains(word))
}

/// The lines of the items below the first sentence that adopts an agenda; the sentence stands above
/// them.
pub fn adopted(lines: &[Line]) -> Option<Range<usize>> {
    let above = |line: &Line| {
        let ends = line.runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'));
        ends && !line.table_row && !line.is_styled() && adopts_agenda(&line.text())
    };
    lines.iter().enumerate().filter(|(_, line)| above(line)).find_map(|(at, line)| {
        let end = at + 1 + items(line, &lines[at + 1..]);
        let items = &lines[at + 1..end];
        // A program may count the items on from the paragraph above them.
        let restarts = items.first().and_then(number_of).is_none_or(|number| number == 1);
        (items.len() > 1
            && (restarts || come_again(items, lines[..at].iter().chain(&lines[end..]))))
        .then_some(at + 1..end)
    })
}

/// Whether items come again as headings, two of them at least.
fn come_again<'l>(items: &[Line], others: impl Iterator<Item = &'l Line>) -> bool {
    let titles: HashSet<String> = items.iter().map(|line| fold(&title(&line.text()))).collect();
    let headings = others.filter(|line| !line.is_longer_than(200));
    let again = headings.filter(|line| titles.contains(&fold(&title(&line.text()))));
    again.take(2).count() == 2
}

/// How many lines are items below the sentence that leads to them.
fn items(above: &Line, below: &[Line]) -> usize {
    let Some(first) = below.first().and_then(|line| line.mark.as_ref()) else { return 0 };
    let after = number_of(above).and_then(|number| number.checked_add(1));
    let begins = match first.kind {
        MarkKind::Number(number) | MarkKind::Roman(number, _) => {
            number == 1 || Some(number) == after
        }
        MarkKind::Letter(letter) => letter.eq_ignore_ascii_case(&'a'),
        MarkKind::Outline(_, last) => last == 1,
        MarkKind::Bullet => true,
    };
    if !begins {
        return 0;
    }
    let mut last = None;
    let ends = |line: &Line| {
        let text = line.text();
        let Some(mark) = &line.mark else {
            // The rest of an item.
            return last.is_none() || line.gap_before || !text.starts_with(char::is_lowercase);
        };
        let number = number_of(line);
        let same = std::mem::discriminant(&mark.kind) == std::mem::discriminant(&first.kind);
        // `III. Tides` and `A. Spring` below figures are headings, and figures below bullets.
        let large = match mark.kind {
            MarkKind::Roman(_, upper) => upper,
            MarkKind::Letter(letter) => letter.is_uppercase(),
            MarkKind::Number(_) => mark.depth <= first.depth,
            _ => false,
        };
        let top = mark.depth == first.depth && number.is_some();
        let expected = last.and_then(|last: u32| last.checked_add(1));
        let jumps = top && last.is_some() && number != expected;
        let words = text.split_whitespace().count();
        // The next numbered paragraph may go on from the items by chance.
        let paragraph = number.is_some()
            && number == after
            && (mark.depth < first.depth || text.ends_with('.') && words > 9);
        let long = text.chars().count() > 250 || text.contains(". ") && words > 14;
        if line.is_styled() || line.table_row || !same && large || jumps || paragraph || long {
            return true;
        }
        last = if top { number } else { last.or(Some(0)) };
        false
    };
    below.iter().position(ends).unwrap_or(below.len())
}

#[cfg(test)]
mod tests {
    use super::adopts_agenda;
    use crate::read::read;

    #[test]
    fn sentences_that_lead_to_the_agenda() {
        for (sentence, leads) in [
            ("The Expert Group adopted the following agenda:", true),
            ("The following agenda was agreed:", true),
            ("The agenda was adopted as follows:", true),
            (
                "The Chair opened the session. The Board adopted the agenda contained in document T/1:",
                true,
            ),
            ("The Committee adopted the provisional agenda (T/2026/1), as orally amended:", true),
            ("The agenda of the meeting, as approved, was the following:", true),
            ("The proposed agenda was approved without objection:", true),
            ("Members agreed on the following draft agenda:", true),
            ("Le comité a adopté l’ordre du jour suivant :", true),
            ("La Junta aprobó el siguiente orden del día:", true),
            ("The Board adopted the agenda with the following changes:", false),
            ("The following items were added to the agenda:", false),
            ("The Chair presented the agenda, and the following points were raised:", false),
            ("The agenda was adopted.", false),
            ("The group adopted the following text:", false),
            ("Under this agenda item the group discussed:", false),
        ] {
            assert_eq!(adopts_agenda(sentence), leads, "{sentence}");
        }
    }

    #[test]
    fn an_agenda_below_a_paragraph_is_the_agenda() {
        let session = "1. The Tide Group held its 7th session on 5 March 2026.";
        let body =
            "III. Buoys\n\n4. One of the buoys was lost in the spring, and it was not found.";
        for (adopts, kept) in [
            (
                "3. The Group adopted the following agenda:\n\n1. Opening.\n2. Adoption of the agenda.\n3. Buoys.\n",
                "The Group adopted the following agenda:",
            ),
            (
                "3. The agenda was adopted as follows:\n\n   1. Opening\n   2. Adoption of the agenda\n   3. Buoys\n",
                "The agenda was adopted as follows:",
            ),
            (
                "3. The Group adopted the agenda contained in document T/1: 1. Opening; 2. Adoption of the agenda; 3. Buoys.\n",
                "The Group adopted the agenda contained in document T/1:",
            ),
            (
                "3. The Group adopted the following agenda:\n4. Opening.\n5. Adoption of the agenda.\n6. Buoys.\n",
                "The Group adopted the following agenda:",
            ),
            (
                "The following agenda was agreed:\n\n(a) Opening;\n(b) Adoption of the agenda;\n(c) Buoys.\n",
                "The following agenda was agreed:",
            ),
            (
                "The following agenda was agreed:\n\n- Opening\n- Adoption of the agenda\n- Buoys\n",
                "The following agenda was agreed:",
            ),
        ] {
            let text = format!(
                "I. Opening\n\n{session}\n\nII. Adoption of the agenda\n\n{adopts}\n{body}\n"
            );
            let report = read(text.as_bytes(), "a.txt").unwrap().report;
            let items: Vec<&str> = report.agenda.iter().map(|item| item.title.as_str()).collect();
            assert_eq!(items, ["Opening", "Adoption of the agenda", "Buoys"], "{text}");
            let titles: Vec<&str> = report.sections.iter().map(|one| one.title.as_str()).collect();
            assert_eq!(titles, ["Opening", "Adoption of the agenda", "Buoys"], "{text}");
            assert!(report.sections[1].text.ends_with(kept), "{}", report.sections[1].text);
            assert!(report.sections[2].text.contains("4. One of"), "{}", report.sections[2].text);
        }
    }

    #[test]
    fn what_was_changed_in_the_agenda_stays_text() {
        let text = "Agenda\n1. Tides\n2. Boats\n\n1. Tides\n\nThe Board adopted the agenda with two changes:\n\n1. Buoys were put first.\n2. Lamps were left out.\n\n2. Boats\n\nNone.\n";
        let report = read(text.as_bytes(), "a.txt").unwrap().report;
        let items: Vec<&str> = report.agenda.iter().map(|item| item.title.as_str()).collect();
        assert_eq!(items, ["Tides", "Boats"]);
        assert!(report.sections[0].text.contains("Lamps were left out"));
    }
}

//! Who was in the chair, where neither the title block nor the opening sentence says so.
//!
//! Called by [`recognise`](super::recognise()). Deliberately absent: who only spoke first.

use super::doubt;
use crate::model::{fold, is_honorific};
use crate::read::{Doubt, ReadParticipant, Reading};
use regex::Regex;
use std::sync::LazyLock;

const CHAIRS: &[&str] = &[
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "convener",
    "convenor",
    "facilitator",
    "moderator",
    "presiding",
];

static OPENED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:^|[.!?:]\s+|\n)(?:\d+\.\s+)?(?:The |the )?(?i:chair(?:man|woman|person)?|conven[oe]r|moderator|facilitator|president), (?P<who>\p{Lu}[\p{L}.’'-]*(?: [\p{L}.’'-]+){0,5}), (?:opened|chaired|welcomed|called|presided|moderated)\b",
    )
    .expect("the pattern is constant and tested")
});

/// `Chair: Ana Prado` below the agenda.
static SAID: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?m)^(?:Meeting |Acting )?(?i:chair(?:man|woman|person)?|moderator|facilitator|conven[oe]r):\s+(?P<who>\p{Lu}[\p{L}.’'-]*(?: [\p{L}.’'-]+){1,4})$",
    )
    .expect("the pattern is constant and tested")
});

/// Takes the moderator from the list of participants or from the sentence that opens the meeting.
pub fn chair(report: &mut Reading, doubts: &mut Vec<Doubt>) {
    if report.moderator.is_some() {
        return;
    }
    // Of several who chair something, one was in the chair.
    let seated = report.participants.iter().filter(|person| was_in_the_chair(person));
    let mut chairs: Vec<&ReadParticipant> = seated.collect();
    if chairs.len() != 1 {
        chairs = report.participants.iter().filter(|person| is_chair(person)).collect();
    }
    let mut chairs = chairs.into_iter();
    let (name, message) = if let (Some(chair), None) = (chairs.next(), chairs.next()) {
        (
            chair.name.clone(),
            "Only the list of participants says who was in the chair; this person was taken as the moderator.",
        )
    } else if let Some(name) = opened(report) {
        (
            name,
            "The text says that this person opened the meeting in the chair; the name was taken as the moderator’s.",
        )
    } else if let Some(name) = said(report) {
        (
            name,
            "The text before the first section says who was in the chair; this person was taken as the moderator.",
        )
    } else {
        return;
    };
    doubts.push(doubt("moderator_on_list", message, 0, &name, Some(name.clone())));
    report.moderator = Some(name);
}

/// Whether an entry such as `Ana Prado (President, in the chair)` says so of this meeting.
fn was_in_the_chair(person: &ReadParticipant) -> bool {
    const SEATED: &[&str] = &[
        "in the chair",
        "in chair",
        "presiding",
        "presided",
        "chairing",
        "chaired",
        "chair of the meeting",
        "acting chair",
        "meeting chair",
        "chairing the meeting",
    ];
    let mut pieces = person.affiliation.split([',', ';', '/', '(', ')', '–']);
    pieces.any(|piece| SEATED.contains(&fold(piece.trim()).as_str()))
}

fn is_chair(person: &ReadParticipant) -> bool {
    // `(Convenor), Tide Board`
    let bracketed = person.affiliation.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let roles = [person.parts.role.as_deref(), bracketed.map(|(role, _)| role)];
    // `Chair / Vorsitzende`
    let mut named = roles.into_iter().flatten().flat_map(|role| role.split('/'));
    named.any(|role| CHAIRS.contains(&role.trim_matches(['(', ')', ' ']).to_lowercase().as_str()))
}

/// Who was in the chair by a line with a label before the first section that has a heading.
fn said(report: &Reading) -> Option<String> {
    let untitled = report.sections.iter().take_while(|section| section.title.is_empty());
    let found = untitled.filter_map(|section| SAID.captures(&section.text)).next()?;
    Some(found["who"].to_owned())
}

/// Who opened the meeting in the chair, by the name on the list.
fn opened(report: &Reading) -> Option<String> {
    let first = report.sections.iter().take(3);
    let who = first.filter_map(|section| OPENED.captures(&section.text)).next()?;
    let words: Vec<&str> = who["who"].split(' ').skip_while(|word| is_honorific(word)).collect();
    let name = words.join(" ");
    let folded = fold(&name);
    let is_same = |person: &&ReadParticipant| {
        let whole = fold(&person.name);
        whole.strip_suffix(&folded).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    };
    let mut same = report.participants.iter().filter(is_same);
    match (same.next(), same.next()) {
        (Some(person), None) => Some(person.name.clone()),
        _ => Some(name).filter(|_| words.len() > 1),
    }
}

#[cfg(test)]
mod tests {
    use crate::read::read;

    #[test]
    fn the_list_says_who_was_in_the_chair() {
        for (list, moderator) in [
            (
                "Ana Prado (President, in the chair), Bo Lund (Treasurer), Mia Salt",
                Some("Ana Prado"),
            ),
            ("Ana Prado (Chair), Bo Lund (Vice-Chair, in the chair), Mia Salt", Some("Bo Lund")),
            ("Ana Prado (Chair), Bo Lund, Mia Salt", Some("Ana Prado")),
            ("Ana Prado (presiding), Bo Lund (Chair), Mia Salt", Some("Ana Prado")),
            ("Ana Prado (President), Bo Lund (Treasurer), Mia Salt", None),
            ("Ana Prado (former Chair), Bo Lund, Mia Salt", None),
        ] {
            let text = format!("Minutes\n\nPresent: {list}\n\n1. Buoys\nOne is lost.\n");
            let report = read(text.as_bytes(), "a.txt").unwrap().report;
            assert_eq!(report.moderator.as_deref(), moderator, "{list}");
        }
    }
}

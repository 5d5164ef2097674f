//! The headings that reports have besides their agenda items, and likeness of headings.

use crate::model::fold;
pub use annex::heads_annex;
use annex::without_annex;
use present::says_present;
use std::collections::HashSet;

mod annex;
mod present;

/// What a heading without a number announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// The Title.
    Title,
    /// The agenda.
    Agenda,
    /// The sections.
    Discussion,
    /// The list of participants.
    Participants,
    /// The list of apologies.
    Apologies,
    /// When the group meets next.
    NextMeeting,
    /// Actions.
    NextSteps,
    /// Something else that reports have.
    Other,
}

const KNOWN: &[(Known, &[&str])] = &[
    (
        Known::Title,
        &[
            "summary report",
            "meeting report",
            "summary record",
            "summary record of the meeting",
            "meeting summary",
            "minutes",
            "meeting minutes",
            "minutes of the meeting",
            "report of the meeting",
            "report",
            "draft summary report",
            "draft minutes",
            "final report",
            "meeting minutes and summary",
            "minutes of meeting",
            "readout",
            "meeting readout",
            "summary of the meeting",
            "summary of meeting",
            "summary minutes",
            "report of meeting",
            "informe resumido",
            "informe de la reunion",
            "acta de la reunion",
            "compte rendu",
            "compte-rendu",
            "compte rendu de la reunion",
            "rapport de synthese",
            "rapport sommaire",
        ],
    ),
    (
        Known::Agenda,
        &[
            "agenda",
            "agenda items",
            "proposed agenda",
            "meeting agenda",
            "draft agenda",
            "the agenda",
            "agenda of the meeting",
            "agenda for the meeting",
            "adopted agenda",
            "provisional agenda",
            "agenda of the call",
            "agenda topics",
            "agenda and topics",
            "items for discussion",
            "topics",
            "topics for discussion",
            "call agenda",
            "orden del dia",
            "agenda de la reunion",
            "ordre du jour",
        ],
    ),
    (
        Known::Discussion,
        &[
            "discussion",
            "discussions",
            "summary of discussion",
            "summary of discussions",
            "summary of the discussion",
            "summary of the discussions",
            "proceedings",
            "record",
            "record of the discussion",
            "record of discussions",
            "record of the meeting",
            "meeting notes",
            "meeting record",
            "note of the meeting",
            "note for the record",
            "notes",
            "notes of the meeting",
            "notes of meeting",
            "notes from the meeting",
            "record of meeting",
            "report on the meeting",
            "discussion summary",
            "debate",
            "debates",
            "debat",
            "debats",
            "deliberations",
            "compte rendu des discussions",
            "resumen del debate",
        ],
    ),
    (
        Known::Participants,
        &[
            "list of participants",
            "participants",
            "participants list",
            "participant list",
            "list of the participants",
            "attendees",
            "list of attendees",
            "attendance",
            "attendance list",
            "in attendance",
            "present",
            "members present",
            "those present",
            "participation",
            "meeting participants",
            "list of attendance",
            "who was there",
            "attended",
            "attended by",
            "attending",
            "participating",
            "those attending",
            "members attending",
            "members participating",
            "member attendance",
            "voting member attendance",
            "voting members present",
            "board members present",
            "attendees present",
            "on the call",
            "call participants",
            "members in attendance",
            "meeting attendance",
            "meeting attendees",
            "people present",
            "lista de participantes",
            "participantes",
            "asistentes",
            "liste des participants",
            "liste des participantes et participants",
            "participants presents",
            "presents",
        ],
    ),
    (
        Known::Apologies,
        &[
            "apologies",
            "apologies received",
            "apologies for absence",
            "regrets",
            "absent with apologies",
            "list of apologies",
            "absent",
            "absences",
            "apologies for absences",
            "apologies from",
            "sent apologies",
            "excused",
            "members excused",
            "excused members",
            "excused for absence",
            "unable to attend",
            "members absent",
            "members not present",
            "not present",
            "not attending",
            "absentees",
            "ausencias",
            "excuses",
            "absents",
        ],
    ),
    (
        Known::NextMeeting,
        &[
            "upcoming meeting",
            "upcoming meetings",
            "proxima reunion",
            "prochaine reunion",
            "date de la prochaine reunion",
        ],
    ),
    (
        Known::NextSteps,
        &[
            "next steps",
            "action items",
            "actions",
            "action points",
            "follow-up",
            "follow-up actions",
            "follow up",
            "next steps and action items",
            "action items and next steps",
            "agreed actions",
            "summary of actions",
            "the next steps",
            "list of actions",
            "action list",
            "actions agreed",
            "proximos pasos",
            "prochaines etapes",
        ],
    ),
    (
        Known::Other,
        &[
            "summary",
            "executive summary",
            "conclusion",
            "conclusions",
            "introduction",
            "background",
            "key takeaways",
            "decisions",
            "key decisions",
            "closing",
            "closing remarks",
            "key messages",
            "key points",
            "outcomes",
            "opening remarks",
            "welcome and opening",
            "decisions taken",
            "conclusions and recommendations",
            "recommendations",
            "annex",
            "annexes",
            "references",
            "links",
            "glossary",
            "chat",
            "chat log",
            "meeting chat",
            "zoom chat",
            "chat transcript",
            "chat links",
            "links shared in the chat",
            "links shared",
            "resources",
            "useful links",
            "documents",
            "documents shared",
            "relevant documents",
            "footnotes",
            "abbreviations",
            "annexe",
            "anexo",
            "resume",
            "resumen",
            "opening",
            "welcome",
            "signatures",
        ],
    ),
];

/// What the text announces when it is nothing but a known heading.
pub fn known(text: &str) -> Option<Known> {
    if text.len() > 90 {
        return None;
    }
    let trimmed = text.trim().trim_matches(|c: char| "*_#: ".contains(c));
    // The end of a sentence that was wrapped.
    if trimmed.starts_with(char::is_lowercase) && trimmed.ends_with('.') {
        return None;
    }
    let lower = fold(trimmed);
    let bare = without_annex(&lower);
    // `Participants (online)`, and nothing after the bracket.
    let bare = match bare.split_once(" (") {
        Some((before, inside)) if inside.find(')').is_none_or(|at| at + 1 == inside.len()) => {
            // `Participation (WG-Tides)` ends the name of a group.
            if ["participation", "attendance"].contains(&before) && ends_in_short_name(trimmed) {
                return None;
            }
            before
        }
        _ => bare,
    };
    let bare = bare.trim_matches(|c: char| ": .".contains(c));
    known_words(bare).or_else(|| in_two_languages(bare)).or_else(|| misspelt(bare))
}

/// Whether brackets at the end of a text hold the short name of a group.
fn ends_in_short_name(text: &str) -> bool {
    let inside = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    inside.is_some_and(|(_, name)| {
        !name.contains(' ') && name.chars().filter(|c| c.is_uppercase()).count() > 1
    })
}

/// `Atendees`, `Particpants`: a long word of a heading over people with one letter too few.
fn misspelt(bare: &str) -> Option<Known> {
    const LONG: &[&str] = &["attendees", "participants", "attendance"];
    let fewer = |word: &&&str| {
        word.len() == bare.len() + 1
            && (1..word.len() - 1)
                .any(|at| word[..at] == bare[..at] && word[at + 1..] == bare[at..])
    };
    (bare.is_ascii() && LONG.iter().any(|word| fewer(&word))).then_some(Known::Participants)
}

/// What folded words without marks announce.
fn known_words(bare: &str) -> Option<Known> {
    let listed = KNOWN.iter().find(|(_, names)| names.contains(&bare)).map(|(known, _)| *known);
    let present = || says_present(bare).then_some(Known::Participants);
    listed.or_else(|| is_next_meeting(bare).then_some(Known::NextMeeting)).or_else(present)
}

/// `Present / Anwesend`: what one half announces, where the other announces nothing else.
///
/// A half that is no known heading may be anything: `Budget / Next steps` is an item of its own, so
/// that only the parts of a report that no item is named after count beside it.
fn in_two_languages(bare: &str) -> Option<Known> {
    const PARTS: &[Known] =
        &[Known::Agenda, Known::Participants, Known::Apologies, Known::NextMeeting];
    let halves: Vec<&str> = bare.split(['/', '|', '·']).map(str::trim).collect();
    let short = |half: &&str| (1..=6).contains(&half.split_whitespace().count());
    if !(2..=3).contains(&halves.len()) || !halves.iter().all(short) {
        return None;
    }
    let read: Vec<Option<Known>> = halves.iter().map(|half| known_words(half)).collect();
    let first = read.iter().copied().flatten().next()?;
    let agree = read.iter().flatten().all(|known| *known == first);
    let whole = read.iter().all(Option::is_some) || PARTS.contains(&first);
    (agree && whole).then_some(first)
}

/// `Date, time and place of the next virtual meeting` and every shorter form of it.
fn is_next_meeting(folded: &str) -> bool {
    const MEETINGS: &[&str] = &["meeting", "meetings", "call", "calls", "session", "sessions"];
    const BESIDE: &[&str] = &[
        "the", "our", "of", "for", "and", "date", "dates", "time", "place", "venue", "schedule",
        "virtual", "online", "next",
    ];
    let mut words = folded.split([' ', ',', '/', '&']).filter(|word| !word.is_empty());
    let says = |of: &[&str]| folded.split([' ', ',']).any(|word| of.contains(&word));
    says(&["next"]) && says(MEETINGS) && words.all(|w| MEETINGS.contains(&w) || BESIDE.contains(&w))
}

/// Whether a line is nothing but a known heading; for the readers that join lines.
pub fn is_known_heading(text: &str) -> bool {
    known(text).is_some()
}

/// The folded words of a heading.
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric() && c != '+')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a title announces any other business.
pub fn is_any_other_business(title: &str) -> bool {
    let lower = fold(title);
    words(title).iter().any(|word| word == "aob")
        || lower.contains("other business")
        || lower.contains("other matters")
}

/// How much of the shorter heading stands in the other, from 0 to 1.
pub fn likeness(one: &str, other: &str) -> f64 {
    HeadingWords::of(one).likeness(&HeadingWords::of(other))
}

/// What of a heading is compared with others.
pub struct HeadingWords {
    other_business: bool,
    words: HashSet<String>,
}

impl HeadingWords {
    /// The words of a heading, without those that any heading may have.
    pub fn of(heading: &str) -> Self {
        const SMALL: [&str; 10] = ["the", "of", "a", "an", "on", "and", "to", "for", "in", "from"];
        let words = words(heading).into_iter().filter(|word| !SMALL.contains(&word.as_str()));
        Self { other_business: is_any_other_business(heading), words: words.collect() }
    }

    /// How much of the shorter heading stands in the other, from 0 to 1.
    pub fn likeness(&self, other: &Self) -> f64 {
        if self.other_business && other.other_business {
            return 1.0;
        }
        let shorter = self.words.len().min(other.words.len());
        if shorter == 0 {
            return 0.0;
        }
        let shared = self.words.intersection(&other.words).count();
        let [shared, shorter] = [shared, shorter].map(|count| u32::try_from(count).unwrap_or(0));
        f64::from(shared) / f64::from(shorter.max(1))
    }
}

/// Whether a heading is `Minutes`, which may head a document or what was said.
pub fn heads_minutes(text: &str) -> bool {
    let folded = fold(text.trim_end_matches([':', ' ']));
    ["minutes", "meeting minutes", "minutes of the meeting", "meeting summary"]
        .contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_headings_in_all_their_dress() {
        for (text, expected) in [
            ("Agenda", Some(Known::Agenda)),
            ("**AGENDA:**", Some(Known::Agenda)),
            ("List of participants:", Some(Known::Participants)),
            ("Annex I: list of participants", Some(Known::Participants)),
            ("Annex 2 – Attendees", Some(Known::Participants)),
            ("Participants (online)", Some(Known::Participants)),
            ("Participation (WG-Tides)", None),
            ("Participation (online)", Some(Known::Participants)),
            ("Next Steps", Some(Known::NextSteps)),
            ("Next call", Some(Known::NextMeeting)),
            ("Date, time & place of the next virtual meeting:", Some(Known::NextMeeting)),
            ("Next meeting of the Board", None),
            ("Present / Anwesend", Some(Known::Participants)),
            ("Agenda / Tagesordnung", Some(Known::Agenda)),
            ("Tagesordnung / Agenda", Some(Known::Agenda)),
            ("Apologies / Entschuldigt:", Some(Known::Apologies)),
            ("Next meeting / Nächste Sitzung", Some(Known::NextMeeting)),
            ("Ordre du jour / Agenda", Some(Known::Agenda)),
            ("Participants | Teilnehmende", Some(Known::Participants)),
            ("Actions / Next steps", Some(Known::NextSteps)),
            ("Budget / Next steps", None),
            ("Record", Some(Known::Discussion)),
            ("record.", None),
            ("Atendees", Some(Known::Participants)),
            ("Participant", None),
            ("Attendee", None),
            ("Present / Apologies", None),
            ("Report / Statutes", None),
            ("Attendees (3): Ana Prado; Tom Hart;", None),
            ("Participants generally supported this approach.", None),
            ("Discussion of the budget", None),
        ] {
            assert_eq!(known(text), expected, "{text}");
        }
    }

    #[test]
    fn likeness_sees_rewording() {
        assert!(likeness("WG activities for 2026", "Activities of the WG Strategy for 2026") > 0.9);
        assert!(likeness("AoB", "Any other business") > 0.9);
        assert!(likeness("Budget", "Next webinar") < 0.1);
    }
}

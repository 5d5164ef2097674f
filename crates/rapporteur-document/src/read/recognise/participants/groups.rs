//! What heads some of the people on a list: `Civil society`, `Africa: Ana Prado – Seed Bank; …`.
//!
//! Called by [`participants`](super::participants()). Deliberately absent: the entries themselves.

use super::{names_person, unlabelled};
use crate::model::{fold, is_honorific};
use crate::read::lines::{Line, MarkKind};
use crate::read::recognise::participant_line;
use crate::read::recognise::participant_line::top_level;

/// The doubt about a line that heads people.
pub const HEADS_GROUP: &str =
    "This heads a group of people on the list; it was not taken for a name.";

/// What heads a group of people on a list, folded.
pub const GROUPS: &[&str] = &[
    "africa",
    "americas",
    "arab states",
    "asia",
    "asia-pacific",
    "asia pacific",
    "caribbean",
    "eastern europe",
    "europe",
    "grulac",
    "latin america",
    "latin america and the caribbean",
    "middle east",
    "north america",
    "oceania",
    "weog",
    "government",
    "governments",
    "civil society",
    "private sector",
    "business",
    "industry",
    "technical community",
    "academia",
    "academic community",
    "media",
    "youth",
    "observers",
    "guests",
    "members",
    "mag members",
    "members of the mag",
    "former mag members",
    "co-chairs",
    "chairs",
    "secretariat",
    "igf secretariat",
    "host country",
    "host countries",
    "intergovernmental organisations",
    "intergovernmental organizations",
    "international organisations",
    "international organizations",
    "online",
    "in person",
    "in the room",
    "on site",
    "onsite",
    "remote",
    "remotely",
    "virtually",
    "others",
    "other",
    "other participants",
    "experts",
    "staff",
    "leadership panel",
    "stakeholders",
    "visitors",
    "invitees",
    "invited guests",
    "speakers",
    "alternates",
    "delegates",
];

/// Whether a line such as `Civil society` heads entries of the list.
pub fn heads_group(line: &Line, next: Option<&Line>, marked: bool) -> bool {
    let text = line.text();
    let bare = text.split(" (").next().unwrap_or("").trim_end_matches([':', ' ']);
    let entry_below = next.is_some_and(|next| next.mark.is_some());
    let stands_out = line.is_styled() || line.is_bold() || text.ends_with(':');
    let short = bare.split_whitespace().count() <= 6 && !bare.contains(',');
    let named = GROUPS.contains(&fold(bare).as_str());
    let over = next.is_some_and(|next| !next.table_row);
    let outline = matches!(line.mark.as_ref().map(|mark| mark.kind), Some(MarkKind::Outline(..)));
    if (outline || stands_out || marked && entry_below) && over && short && says_group(bare) {
        return line.mark.is_none() || outline;
    }
    line.mark.is_none()
        && !line.table_row
        && over
        && short
        && (named || marked && entry_below || stands_out && !marked && !names_person(bare))
}

/// Whether a label says what kind of people come after it, as lists have it: `Guests`, `Staff`.
pub fn says_people(label: &str) -> bool {
    says_group(label) || GROUPS.contains(&fold(label).as_str())
}

/// Whether words such as `Voting members present` say what kind of people come below them.
fn says_group(text: &str) -> bool {
    const KINDS: &[&str] = &[
        "alternates",
        "attendees",
        "councillors",
        "delegates",
        "directors",
        "experts",
        "guest",
        "guests",
        "invitees",
        "members",
        "observers",
        "officers",
        "participants",
        "representatives",
        "speakers",
        "staff",
        "substitutes",
        "trustees",
        "visitor",
        "visitors",
    ];
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.len() <= 5 && words.iter().any(|word| KINDS.contains(word))
}

/// A line such as `Harbour Board: Ana Prado (chair), Tom Hart`: the label, and its people with it, or
/// without it where it only says what kind of people they are.
pub fn led_by_label(line: &Line) -> Option<(String, Vec<String>)> {
    let text = line.text();
    let (label, rest) = text.split_once(": ")?;
    let label = label.trim();
    let rest = rest.trim_end_matches(['.', ',', ' ']);
    let pieces = top_level(rest);
    let titled = |piece: &str| piece.split_whitespace().next().is_some_and(is_honorific);
    let named = |piece: &&str| {
        let bare = piece.split(" (").next().unwrap_or("");
        let parts = participant_line(bare);
        names_person(piece) || titled(piece) && parts.affiliation.is_empty()
    };
    let sure = pieces.len() > 1 || pieces.iter().any(|piece| piece.ends_with(')') || titled(piece));
    let brief = (1..=4).contains(&label.split_whitespace().count())
        && !label.contains([',', '(', '['])
        && !text.contains(';')
        && label.starts_with(char::is_uppercase)
        && !(names_person(label) && label.split_whitespace().count() < 3);
    if line.table_row || !brief || !sure || !pieces.iter().all(named) {
        return None;
    }
    let kind = says_group(label) || GROUPS.contains(&fold(label).as_str());
    let entry = |piece: &str| {
        if kind { piece.to_owned() } else { format!("{piece}, {label}") }
    };
    Some((label.to_owned(), pieces.into_iter().map(entry).collect()))
}

/// A line such as `Africa: Ana Prado – Seed Bank; Tom Hart – observer`: the group, and its people.
pub fn led_by_group(line: &Line) -> Option<(String, Vec<String>)> {
    let text = line.text();
    let (group, rest) = text.split_once(": ")?;
    let named = |entry: &&str| names_person(&participant_line(entry).name.full());
    let entries: Vec<&str> = rest.split(';').map(str::trim).filter(|one| !one.is_empty()).collect();
    let told = GROUPS.contains(&fold(group).as_str())
        || says_group(group) && led_by_label(line).is_none()
        || entries.len() > 1
            && !group.contains(',')
            && group.split_whitespace().count() <= 6
            && entries.iter().all(|one| !participant_line(one).affiliation.is_empty());
    let all = entries.iter().all(named) && unlabelled(&text).is_none();
    // `Staff: Ana Prado (clerk), Tom Hart` lists with commas.
    let by_comma = entries.len() == 1 && rest.contains(')') && led_by_label(line).is_some();
    let told = told && !by_comma;
    (line.mark.is_none() && told && all)
        .then(|| (group.to_owned(), entries.into_iter().map(str::to_owned).collect()))
}

//! Affiliations (AFF): what stands after a participant's name.

use super::calendar::long;
use super::list_names::begins_with_initials;
use super::participants::{all_entries, is_pronoun};
use super::{Desk, Fix, KnownPerson, Marks, Reads, Rule, Severity, Spot};
use crate::model::fold;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "AFF-1",
        reason: "Roles and standings are printed in one form: IGF MAG member, former IGF MAG Chair.",
        severity: Severity::Style,
        look: other_label,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, Group's Co-Chair, IGF MAG Member",
                "IGF MAG Member",
                "IGF MAG member",
            ),
            (
                "1. Ines Almond, Former IGF MAG member",
                "Former IGF MAG member",
                "former IGF MAG member",
            ),
            (
                "1. Ines Almond, former IGF MAG chair",
                "former IGF MAG chair",
                "former IGF MAG Chair",
            ),
            (
                "1. Ines Almond, group's co-chair, IGF MAG member",
                "group's co-chair",
                "Group's Co-Chair",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, independent expert",
                "independent expert",
                "Independent Expert",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Member of the IGF MAG",
                "Member of the IGF MAG",
                "IGF MAG member",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, ex-MAG member",
                "ex-MAG member",
                "former IGF MAG member",
            ),
        ],
        silent: &[
            "1. Ines Almond, Group's Co-Chair, IGF MAG member",
            "1. Ines Almond, former IGF MAG Chair",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Independent Expert",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Member Services of the Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Member of the Harbour MAG",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Government of Italy",
        ],
    },
    Rule {
        code: "AFF-2",
        reason: "A government is named as Government of Italy.",
        severity: Severity::Style,
        look: government,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, IGF MAG member, Italian Government",
                "Italian Government",
                "Government of Italy",
            ),
            ("1. Ines Almond, UK Government", "UK Government", "Government of the United Kingdom"),
            ("1. Ines Almond, German government", "German government", "Government of Germany"),
            (
                "1. Ines Almond, Government of Brazil\n2. Tom Birch, Govt. of Norway",
                "Govt. of Norway",
                "Government of Norway",
            ),
            (
                "1. Ines Almond, Dutch Government",
                "Dutch Government",
                "Government of the Netherlands",
            ),
        ],
        silent: &[
            "1. Ines Almond, Government of Italy",
            "1. Ines Almond, Local Government Association",
            "1. Ines Almond, German Government Youth Forum",
            "1. Ines Almond, Ministry of Foreign Affairs",
            "1. Ines Almond, IGF MAG member",
        ],
    },
    Rule {
        code: "AFF-3",
        reason: "After the name stand the role, the status and the organisation, in this order.",
        severity: Severity::Warning,
        look: other_order,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, Harbour Trust, IGF MAG member",
                "Ines Almond, Harbour Trust, IGF MAG member",
                "Ines Almond, IGF MAG member, Harbour Trust",
            ),
            (
                "1. Ines Almond, IGF MAG member, Group's Co-Chair",
                "Ines Almond, IGF MAG member, Group's Co-Chair",
                "Ines Almond, Group's Co-Chair, IGF MAG member",
            ),
            (
                "1. Ines Almond, Government of Italy, Group's Co-Chair",
                "Ines Almond, Government of Italy, Group's Co-Chair",
                "Ines Almond, Group's Co-Chair, Government of Italy",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Tom Birch, Reef Foundation, former IGF MAG member",
                "Tom Birch, Reef Foundation, former IGF MAG member",
                "Tom Birch, former IGF MAG member, Reef Foundation",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Maria Cole, Government of Kenya, IGF MAG member",
                "Maria Cole, Government of Kenya, IGF MAG member",
                "Maria Cole, IGF MAG member, Government of Kenya",
            ),
        ],
        silent: &[
            "1. Ines Almond, Group's Co-Chair, IGF MAG member, Harbour Trust",
            "1. Ines Almond, IGF MAG member, Harbour Trust, Oslo",
            "1. Ines Almond, Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, former IGF MAG Chair, Reef Foundation",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch",
        ],
    },
    Rule {
        code: "AFF-4",
        reason: "What earlier reports know of a person is not lost.",
        severity: Severity::Style,
        look: forgotten,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, IGF MAG member\n2. Jiří Novák, Independent Expert",
                "Independent Expert",
                "Institute of Tides",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Lynn St. Clair, Independent Expert",
                "Independent Expert",
                "Harbour Trust",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Zoë Halloran, IGF MAG member, Independent Expert",
                "Independent Expert",
                "Reef Foundation",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Marguerite Oduya, IGF MAG member, Independent Expert",
                "Independent Expert",
                "Government of Kenya",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Lindiwe Maseko, former IGF MAG member, Independent Expert",
                "Independent Expert",
                "Cape Observatory",
            ),
        ],
        silent: &[
            "1. Ines Almond, Independent Expert",
            "1. Ines Almond, IGF MAG member\n2. Jiří Novák, Institute of Tides",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Independent Expert",
            "1. Ines Almond, IGF MAG member\n2. Jiří Novák, Reef Foundation",
            "1. Ines Almond, IGF MAG member\n2. Jiří Novák",
        ],
    },
    Rule {
        code: "AFF-5",
        reason: "A standing or organisation that differs from the report before is meant to.",
        severity: Severity::Style,
        look: changed,
        reads: Reads::Report,
        spot: Spot::People,
        fires: &[
            (
                "1. Ines Almond, IGF MAG member\n2. Jiří Novák, Reef Foundation",
                "Reef Foundation",
                "",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Lynn St. Clair, Cape Observatory",
                "Cape Observatory",
                "",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Zoë Halloran, former IGF MAG member, Reef Foundation",
                "former IGF MAG member",
                "",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Marguerite Oduya, IGF MAG member, Government of Ghana",
                "Government of Ghana",
                "",
            ),
            (
                "1. Ines Almond, IGF MAG member\n2. Lindiwe Maseko, IGF MAG member, Cape Observatory",
                "IGF MAG member",
                "",
            ),
        ],
        silent: &[
            "1. Ines Almond, IGF MAG member\n2. Jiří Novák, Institute of Tides",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Reef Foundation",
            "1. Ines Almond, IGF MAG member\n2. Jiří Novák, Independent Expert",
            "1. Ines Almond, IGF MAG member\n2. Lynn St. Clair",
            "1. Ines Almond, IGF MAG member\n2. Marguerite Oduya, IGF MAG Member, government of Kenya",
        ],
    },
];

fn straight(text: &str) -> String {
    fold(&text.replace(['’', '\'', '-', ' '], ""))
}

/// The pieces between commas after the name, with their places.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    text.split([',', '(', ')'])
        .skip(1)
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .map(|piece| (piece.as_ptr() as usize - text.as_ptr() as usize, piece))
        .collect()
}

fn other_label(desk: &Desk, marks: &mut Marks) {
    let labels: Vec<LabelWords> =
        desk.register.labels.iter().map(|label| LabelWords::of(label)).collect();
    for (at, line, entry) in all_entries(desk) {
        let mut pieces = pieces(&line.text);
        if entry.unseparated
            && let Some(start) = line.text.find(entry.affiliation.as_str())
        {
            let first = entry.affiliation.split(',').next().unwrap_or("");
            pieces.push((start, first));
        }
        for (start, piece) in pieces {
            let piece = piece.trim_end_matches(['.', ';']);
            let folded = straight(piece);
            let label = desk.register.labels.iter().find(|label| straight(label) == folded);
            let printed = |label: &str| {
                if piece.contains('’') { label.replace('\'', "’") } else { label.to_owned() }
            };
            if let Some(label) = label.map(|label| printed(label)).filter(|label| label != piece) {
                let message = format!("The label is printed “{label}”.");
                marks.words(at, start..start + piece.len(), message, Fix::safe(label));
            } else if let (None, Some(label)) = (label, in_other_words(&labels, piece)) {
                let message = format!("The label is printed “{label}”.");
                marks.words(at, start..start + piece.len(), message, Fix::proposed(label));
            }
        }
    }
}

/// A label, and its words in the order of letters.
struct LabelWords<'r> {
    label: &'r str,
    all: Vec<String>,
    /// Without the name of the organisation that the group belongs to.
    short: Vec<String>,
}

impl<'r> LabelWords<'r> {
    fn of(label: &'r str) -> Self {
        Self { label, all: sorted_words(label, &[]), short: sorted_words(label, &["igf"]) }
    }
}

fn sorted_words(text: &str, left_out: &[&str]) -> Vec<String> {
    let text = fold(text).replace("ex-", "former ");
    let words = text.split_whitespace().filter(|word| !left_out.contains(word));
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    words.sort_unstable();
    words
}

/// The label that has the same words in another order, or the group's name in full: a member of
/// the IGF MAG, an ex-MAG member.
fn in_other_words<'r>(labels: &[LabelWords<'r>], piece: &str) -> Option<&'r str> {
    let own = sorted_words(piece, &["of", "the"]);
    let alike = |label: &&LabelWords| own.len() > 1 && (own == label.all || own == label.short);
    let mut alike = labels.iter().filter(alike);
    alike.next().filter(|_| alike.next().is_none()).map(|label| label.label)
}

fn government(desk: &Desk, marks: &mut Marks) {
    for (at, line, _) in all_entries(desk) {
        for (start, piece) in pieces(&line.text) {
            let short = ["Govt. of ", "Govt of ", "Gov. of ", "Gov of "];
            let country =
                short.iter().find_map(|short| piece.strip_prefix(short)).map(str::to_owned);
            let adjective = [" Government", " government", " Govt.", " Govt", " Gov.", " Gov"]
                .iter()
                .find_map(|noun| piece.strip_suffix(noun))
                .map(|called| called.trim_start_matches("The ").trim_start_matches("the "));
            let named = adjective.and_then(|called| {
                let known = &desk.register.governments;
                known
                    .iter()
                    .find(|government| {
                        government.of == called || government.called.iter().any(|one| one == called)
                    })
                    .map(|government| government.of.clone())
            });
            if let Some(country) = country.or(named) {
                let right = format!("Government of {country}");
                let message = format!("Write “{right}”.");
                marks.words(at, start..start + piece.len(), message, Fix::proposed(right));
            }
        }
    }
}

fn other_order(desk: &Desk, marks: &mut Marks) {
    for (at, line, entry) in all_entries(desk) {
        let text = line.text.trim_end();
        let place = |part: &Option<String>| {
            let part = part.as_deref()?;
            text.find(part.split(", ").next().unwrap_or(part))
        };
        let places: Vec<usize> = [&entry.role, &entry.status, &entry.organisation]
            .into_iter()
            .filter_map(place)
            .collect();
        // Pronouns and initials behind the name are no part of this order.
        let pronoun = text
            .split_once('(')
            .is_some_and(|(name, words)| is_pronoun(words) || begins_with_initials(words, name));
        if places.windows(2).any(|pair| pair[0] > pair[1]) && !entry.family_first && !pronoun {
            let parts = [&entry.role, &entry.status, &entry.organisation];
            let parts: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
            let fix = Fix::proposed(format!("{}, {}", entry.name.full(), parts.join(", ")));
            let message = "The order is: name, role, status, organisation.";
            marks.words(at, 0..text.len(), message, fix);
        }
    }
}

fn forgotten(desk: &Desk, marks: &mut Marks) {
    for (at, line, entry) in all_entries(desk) {
        let known = desk.people.iter().find(|known| known.name.full() == entry.name.full());
        let Some(organisation) = known.and_then(|known| known.organisation.as_deref()) else {
            continue;
        };
        if entry.organisation.as_deref().is_some_and(|own| is_unknown(desk, own))
            && !is_unknown(desk, organisation)
        {
            let printed = entry.organisation.as_deref().unwrap_or("");
            let Some(start) = line.text.find(printed) else { continue };
            let message =
                format!("The directory knows {} with “{organisation}”.", entry.name.full());
            marks.words(at, start..start + printed.len(), message, Fix::proposed(organisation));
        }
    }
}

/// What a participant was on the last list before this meeting.
fn last_known<'d>(desk: &'d Desk, name: &str) -> Option<(chrono::NaiveDate, &'d KnownPerson)> {
    let day = desk.manuscript.facts.date?;
    let mut lists: Vec<_> = desk
        .neighbours
        .iter()
        .filter_map(|other| Some((other.date.filter(|date| *date < day)?, &other.people)))
        .collect();
    lists.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    lists.into_iter().find_map(|(date, people)| {
        Some((date, people.iter().find(|known| known.name.full() == name)?))
    })
}

fn changed(desk: &Desk, marks: &mut Marks) {
    for (at, line, entry) in all_entries(desk) {
        let name = entry.name.full();
        let Some((date, known)) = last_known(desk, &name) else { continue };
        let directory = desk.people.iter().find(|known| known.name.full() == name);
        let decided = directory.is_some_and(|known| {
            known.status == entry.status && known.organisation == entry.organisation
        });
        if decided {
            continue;
        }
        for (now, before) in
            [(&entry.status, &known.status), (&entry.organisation, &known.organisation)]
        {
            let (Some(now), Some(before)) = (now, before) else { continue };
            if is_unknown(desk, now)
                || is_unknown(desk, before)
                || straight(now) == straight(before)
            {
                continue;
            }
            let Some(start) = line.text.find(now.as_str()) else { continue };
            let message = format!("The list of {} has “{before}”.", long(date));
            marks.words(at, start..start + now.len(), message, None);
        }
    }
}

fn is_unknown(desk: &Desk, affiliation: &str) -> bool {
    let unknown = &desk.template.participants.unknown_affiliations;
    unknown.iter().any(|label| straight(label) == straight(affiliation))
}

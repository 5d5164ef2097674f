//! Affiliations (AFF): what stands after a participant's name.

use super::participants::all_entries;
use super::{Desk, Fix, Marks, Rule, Severity, Spot};
use crate::model::fold;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "AFF-1",
        reason: "Roles and standings are printed in one form: IGF MAG member, former IGF MAG Chair.",
        severity: Severity::Style,
        look: other_label,
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
        ],
        silent: &[
            "1. Ines Almond, Group's Co-Chair, IGF MAG member",
            "1. Ines Almond, former IGF MAG Chair",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Independent Expert",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Member Services of the Harbour Trust",
            "1. Ines Almond, IGF MAG member\n2. Tom Birch, Government of Italy",
        ],
    },
    Rule {
        code: "AFF-2",
        reason: "A government is named as Government of Italy.",
        severity: Severity::Style,
        look: government,
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
        ],
        silent: &[
            "1. Ines Almond, Group's Co-Chair, IGF MAG member, Harbour Trust",
            "1. Ines Almond, IGF MAG member, Harbour Trust, Oslo",
            "1. Ines Almond, Harbour Trust",
        ],
    },
    Rule {
        code: "AFF-4",
        reason: "What earlier reports know of a person is not lost.",
        severity: Severity::Style,
        look: forgotten,
        spot: Spot::People,
        fires: &[],
        silent: &["1. Ines Almond, Independent Expert"],
    },
];

fn straight(text: &str) -> String {
    fold(&text.replace('’', "'"))
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
    for (at, line, entry) in all_entries(desk) {
        let mut pieces = pieces(&line.text);
        if entry.unseparated
            && let Some(start) = line.text.find(entry.affiliation.as_str())
        {
            let first = entry.affiliation.split(',').next().unwrap_or("");
            pieces.push((start, first));
        }
        for (start, piece) in pieces {
            let folded = straight(piece);
            let label = desk.register.labels.iter().find(|label| straight(label) == folded);
            let printed = |label: &str| {
                if piece.contains('’') { label.replace('\'', "’") } else { label.to_owned() }
            };
            if let Some(label) = label.map(|label| printed(label)).filter(|label| label != piece) {
                let message = format!("The label is printed “{label}”.");
                marks.words(at, start..start + piece.len(), message, Fix::safe(label));
            }
        }
    }
}

fn government(desk: &Desk, marks: &mut Marks) {
    for (at, line, _) in all_entries(desk) {
        for (start, piece) in pieces(&line.text) {
            let short = ["Govt. of ", "Govt of ", "Gov. of ", "Gov of "];
            let country =
                short.iter().find_map(|short| piece.strip_prefix(short)).map(str::to_owned);
            let adjective = piece
                .strip_suffix(" Government")
                .or_else(|| piece.strip_suffix(" government"))
                .map(|called| called.trim_start_matches("The ").trim_start_matches("the "));
            let named = adjective.and_then(|called| {
                let known = &desk.register.governments;
                known
                    .iter()
                    .find(|government| government.called.iter().any(|one| one == called))
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
        if places.windows(2).any(|pair| pair[0] > pair[1]) && !entry.family_first {
            let parts = [&entry.role, &entry.status, &entry.organisation];
            let parts: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
            let fix = Fix::proposed(format!("{}, {}", entry.name.full(), parts.join(", ")));
            let message = "The order is: name, role, status, organisation.";
            marks.words(at, 0..text.len(), message, fix);
        }
    }
}

fn forgotten(desk: &Desk, marks: &mut Marks) {
    let unknown = |text: &str| {
        desk.template
            .participants
            .unknown_affiliations
            .iter()
            .any(|label| straight(label) == straight(text))
    };
    for (at, line, entry) in all_entries(desk) {
        let known = desk.people.iter().find(|known| known.name.full() == entry.name.full());
        let Some(organisation) = known.and_then(|known| known.organisation.as_deref()) else {
            continue;
        };
        if entry.organisation.as_deref().is_some_and(unknown) && !unknown(organisation) {
            let printed = entry.organisation.as_deref().unwrap_or("");
            let Some(start) = line.text.find(printed) else { continue };
            let message =
                format!("The directory knows {} with “{organisation}”.", entry.name.full());
            marks.words(at, start..start + printed.len(), message, Fix::proposed(organisation));
        }
    }
}

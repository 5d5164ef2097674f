//! Names of states on the list of participants that are misspelt (AFF-7).

use super::participants::{all_entries, distance};
use super::{Desk, Fix, Marks, Reads, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[Rule {
    code: "AFF-7",
    reason: "The name of a state is spelt as the United Nations spell it in English.",
    severity: Severity::Error,
    look: misspelt,
    reads: Reads::Line,
    spot: Spot::People,
    fires: &[
        ("1. Ines Almond, Government of Morroco", "Morroco", "Morocco"),
        ("1. Ines Almond, Ministry of Trade of Lithunia", "Lithunia", "Lithuania"),
        ("1. Ines Almond, Government of Phillipines", "Phillipines", "Philippines"),
        ("1. Ines Almond, Oslo, Norwey", "Norwey", "Norway"),
        ("1. Ines Almond, Government of Kazakstan", "Kazakstan", "Kazakhstan"),
    ],
    silent: &[
        "1. Ines Almond, Government of Morocco",
        "1. Ines Almond, Government of Niger\n2. Tom Birch, Government of Nigeria",
        "1. Ines Almond, Friends of Francis",
        "1. Ines Almond, Comitê Gestor da Internet no Brasil",
        "1. Ines Almond, City of Granada\n2. Tom Birch, Government of Grenada",
    ],
}];

/// The states that are members of the United Nations, by the last word of their names
/// (<https://www.un.org/en/about-us/member-states>); those whose last word is common or short are
/// left out.
const STATES: &str = "Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan \
    Bahamas Bahrain Bangladesh Barbados Belarus Belgium Bhutan Bolivia Botswana Brazil Bulgaria Burundi \
    Cambodia Cameroon Canada Colombia Comoros Croatia Cyprus Czechia Denmark Djibouti Dominica Ecuador \
    Eritrea Estonia Eswatini Ethiopia Finland France Gambia Georgia Germany Greece Grenada Guatemala Guinea \
    Guyana Honduras Hungary Iceland Indonesia Ireland Israel Jamaica Jordan Kazakhstan Kiribati Kuwait \
    Kyrgyzstan Latvia Lebanon Lesotho Liberia Liechtenstein Lithuania Luxembourg Madagascar Malawi Malaysia \
    Maldives Mauritania Mauritius Mexico Micronesia Monaco Mongolia Montenegro Morocco Mozambique Myanmar \
    Namibia Netherlands Nicaragua Nigeria Norway Pakistan Panama Paraguay Philippines Poland Portugal \
    Romania Rwanda Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Suriname Sweden \
    Switzerland Tajikistan Tanzania Thailand Tunisia Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan \
    Vanuatu Venezuela Zambia Zimbabwe";

/// Words a letter away from a state's name that are right.
const OTHERS: [&str; 13] = [
    "Andora", "Brasil", "Franca", "Francis", "Granada", "Guiana", "Malaya", "Norwich", "Polonia",
    "Romana", "Columbia", "Georgina", "Jordana",
];

/// Whether a word is the name of a state in English.
pub(super) fn is_state(word: &str) -> bool {
    STATES.split_whitespace().any(|state| state == word)
}

fn misspelt(desk: &Desk, marks: &mut Marks) {
    for (at, line, entry) in all_entries(desk) {
        if entry.affiliation.is_empty() {
            continue;
        }
        let behind = line.text.rfind(entry.affiliation.as_str()).unwrap_or(line.text.len());
        for piece in line.text[behind..].split([',', ';', '(', ')']) {
            // The state ends what names it: Government of Morocco.
            let Some(word) = piece.split_whitespace().next_back() else { continue };
            let alone = piece.trim() == word || piece.trim().contains(" of ");
            if let Some(right) = state(word).filter(|_| alone) {
                let start = word.as_ptr() as usize - line.text.as_ptr() as usize;
                let message = format!("Write “{right}”.");
                marks.words(at, start..start + word.len(), message, Fix::proposed(right));
            }
        }
    }
}

/// The state whose name a word is one slip away from.
fn state(word: &str) -> Option<&'static str> {
    let names = || STATES.split_whitespace();
    let capital = word.starts_with(char::is_uppercase) && word.is_ascii();
    if !capital || word.len() < 6 || names().any(|name| name == word) || OTHERS.contains(&word) {
        return None;
    }
    let once = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.dedup();
        letters
    };
    let slip = |name: &&str| {
        name.as_bytes()[0] == word.as_bytes()[0]
            && (distance(name, word) == 1 || once(name) == once(word))
    };
    let mut near = names().filter(slip);
    near.next().filter(|_| near.next().is_none())
}

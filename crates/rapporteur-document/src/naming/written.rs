//! How the people of a report may be named while it is written.

use super::words::short;
use super::{Known, is_also_a_word};
use crate::model::{ParticipantId, fold};

/// A way of naming somebody, and whom it may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenName {
    /// As somebody writes it.
    pub words: String,
    /// Everybody it may mean, in the order of the report.
    pub who: Vec<ParticipantId>,
}

/// All ways of naming these people: full names, given names, nicknames, with and without accents.
/// `other_forms` answers the other forms of a folded given name. A given name that is a word of
/// the language too (`May`, `Will`) is left out: only the sentence tells, and it is not yet there.
pub fn written_names(
    known: &[Known],
    other_forms: &dyn Fn(&str) -> Vec<String>,
) -> Vec<WrittenName> {
    let mut found: Vec<WrittenName> = Vec::new();
    for one in known {
        for words in ways(one, other_forms) {
            match found.iter_mut().find(|name| name.words == words) {
                Some(name) if name.who.contains(&one.id) => {}
                Some(name) => name.who.push(one.id),
                None => found.push(WrittenName { words, who: vec![one.id] }),
            }
        }
    }
    found
}

fn ways(one: &Known, other_forms: &dyn Fn(&str) -> Vec<String>) -> Vec<String> {
    let mut ways = Vec::new();
    for name in &one.names {
        ways.extend([name.full(), short(name)]);
        if one.given_alone {
            let given = name.given_or_family();
            let first = given.split_whitespace().next().unwrap_or_default().to_owned();
            ways.extend(other_forms(&fold(&first)).into_iter().map(|form| capitalised(&form)));
            ways.extend([given, first]);
        }
    }
    ways.retain(|way| {
        let letters = way.chars().filter(|c| c.is_alphanumeric()).count();
        letters > 1 && (way.contains(' ') || !is_also_a_word(way))
    });
    let plain: Vec<String> =
        ways.iter().filter(|way| !way.is_ascii()).map(|way| without_accents(way)).collect();
    ways.extend(plain);
    ways
}

/// As [`fold`], keeping the capitals that begin words.
fn without_accents(words: &str) -> String {
    words.split(' ').map(|word| capitalised(&fold(word))).collect::<Vec<_>>().join(" ")
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PersonName;
    use uuid::Uuid;

    /// `expected`: the places of those whom the words may mean.
    fn check(people: &[&str], words: &str, expected: &[u128]) {
        let known: Vec<Known> = (1..)
            .zip(people)
            .map(|(at, name)| Known {
                id: ParticipantId(Uuid::from_u128(at)),
                names: vec![PersonName::parse(name)],
                given_alone: true,
            })
            .collect();
        let forms = |given: &str| match given {
            "concettina" => vec!["titti".to_owned()],
            _ => vec![],
        };
        let found = written_names(&known, &forms);
        let who = found.iter().find(|name| name.words == words).map(|name| name.who.clone());
        let who: Vec<u128> = who.unwrap_or_default().iter().map(|id| id.0.as_u128()).collect();
        assert_eq!(who, expected, "{words} in {people:?}");
    }

    #[test]
    fn people_are_named_in_several_ways() {
        let two = ["Jorge Campos", "Jorge Santana"];
        check(&two, "Jorge", &[1, 2]);
        check(&two, "Jorge Santana", &[2]);
        check(&two, "Santana", &[]);
        let one = ["Concettina Cassia", "Ana Christina Neves", "Žofie Nováková", "May Lin"];
        check(&one, "Titti", &[1]);
        check(&one, "Concettina", &[1]);
        check(&one, "Ana", &[2]);
        check(&one, "Ana Neves", &[2]);
        check(&one, "Ana Christina Neves", &[2]);
        check(&one, "Ana Christina", &[2]);
        check(&one, "Žofie", &[3]);
        check(&one, "Zofie", &[3]);
        check(&one, "Zofie Novakova", &[3]);
        check(&one, "May", &[]);
        check(&one, "May Lin", &[4]);
        check(&["J. Smith"], "J.", &[]);
        check(&[], "Ana", &[]);
    }
}

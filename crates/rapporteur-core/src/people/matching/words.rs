//! Why two entries may be one person, in words.

use super::evidence::Evidence;
use super::likeness::Difference;

/// The reasons, those about the names first.
pub(crate) fn reasons(
    differences: &[Difference],
    evidence: &[Evidence],
    meeting: impl Fn(u32) -> String,
) -> Vec<String> {
    let names: Vec<String> = if differences.is_empty() {
        vec!["the same name, but for capitals, accents and particles at most".to_owned()]
    } else {
        differences.iter().map(|difference| name_reason(*difference).to_owned()).collect()
    };
    let known = evidence.iter().map(|evidence| known_reason(evidence, &meeting));
    names.into_iter().chain(known).collect()
}

fn name_reason(difference: Difference) -> &'static str {
    match difference {
        Difference::Order => "given and family name have changed places",
        Difference::Spacing => "the same letters, with other spaces or hyphens",
        Difference::Particle => "a particle is missing in one, or joined to the name",
        Difference::MiddleName => "a middle name is missing in one",
        Difference::GoesByMiddleName => "one goes by a middle name of the other",
        Difference::PartOfFamilyName => "one has a part of the other’s family name",
        Difference::MoreNames => "one has all names of the other and more",
        Difference::Initial => "an initial stands for the name",
        Difference::Nickname => "the given names are forms of one name",
        Difference::Shortened => "one given name is the beginning of the other",
        Difference::CloseSpelling => "nearly the same spelling",
        Difference::SoundsAlike => "the names sound alike",
        Difference::OtherEnding => "the names differ in their ending only",
        Difference::OtherMiddleName => "the middle names differ",
        Difference::LittleInCommon => "the names alone would not say so",
        Difference::OtherFamilyName => "the same given name with another family name",
    }
}

fn known_reason(evidence: &Evidence, meeting: &impl Fn(u32) -> String) -> String {
    match evidence {
        Evidence::Together(1, last) => format!("both are on the list of {}", meeting(*last)),
        Evidence::Together(count, last) => {
            format!("both are on the lists of {count} meetings, last {}", meeting(*last))
        }
        Evidence::NeverTogether(one, other) => format!(
            "never on one list, though they attended {one} and {other} meetings of the same time"
        ),
        Evidence::OneAfterTheOther => "one name appears when the other stops".to_owned(),
        Evidence::SameOrganisation(name) => format!("both are of {name}"),
        Evidence::OtherOrganisation(one, other) => {
            format!("one is of {one}, the other of {other}")
        }
        Evidence::SameRole(role) => format!("both were {role}"),
    }
}

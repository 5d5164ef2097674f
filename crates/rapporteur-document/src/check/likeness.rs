//! Whether two ways of writing a name sound alike: Stefan and Stephan, Mohamad and Mohammed.

use crate::model::fold;

/// Whether two names differ, and only in letters that sound alike or nearly so.
pub(super) fn sounds_alike(one: &str, other: &str) -> bool {
    one != other && sound(one) == sound(other)
}

/// A name as it sounds, roughly: one letter for those that are exchanged in many languages.
fn sound(name: &str) -> String {
    const ALIKE: [(&str, &str); 9] = [
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("ou", "u"),
        ("oe", "o"),
        ("c", "k"),
        ("y", "i"),
        ("j", "i"),
        ("w", "v"),
    ];
    let folded = ALIKE.iter().fold(fold(name), |name, (from, to)| name.replace(from, to));
    let mut letters: Vec<char> = folded.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::sounds_alike;

    #[test]
    fn names_of_one_sound_are_alike() {
        let check = |one: &str, other: &str, wanted: bool| {
            assert_eq!(sounds_alike(one, other), wanted, "{one} and {other}");
        };
        check("Stefan", "Stephan", true);
        check("Katherine", "Catherine", true);
        check("Yusuf", "Youssuf", true);
        check("Sofie", "Sophie", true);
        check("Stefan", "Stefan", false);
        check("Stefan", "Steven", false);
        check("Maria", "Mario", false);
    }
}

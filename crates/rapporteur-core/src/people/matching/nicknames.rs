//! The names people go by: Charles and Carlos, Concettina and Titti.
//!
//! A list of plain lines that the user may edit; the one beside this file is where it begins.

use super::hashing::Map;
use rapporteur_document::model::fold;

/// The list a library begins with.
pub(crate) const BUILT_IN: &str = include_str!("nicknames.txt");

/// Which given names are forms of one name.
#[derive(Debug, Default)]
pub(crate) struct Nicknames {
    lines_of: Map<String, Vec<u16>>,
    names_in: Map<u16, Vec<String>>,
}

impl Nicknames {
    /// Reads a list.
    ///
    /// # Errors
    /// The number of the first line without a colon and a name on both sides of it.
    pub(crate) fn read(text: &str) -> Result<Self, usize> {
        let mut lines_of: Map<String, Vec<u16>> = Map::default();
        let mut names_in: Map<u16, Vec<String>> = Map::default();
        let lines = text.lines().map(str::trim).enumerate();
        for (at, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            let number = u16::try_from(at).map_err(|_| at + 1)?;
            let (full, others) = line.split_once(':').ok_or(at + 1)?;
            if full.trim().is_empty() || others.trim().is_empty() {
                return Err(at + 1);
            }
            let names = std::iter::once(full).chain(others.split(','));
            for name in names.map(|name| fold(name.trim())).filter(|name| !name.is_empty()) {
                names_in.entry(number).or_default().push(name.clone());
                lines_of.entry(name).or_default().push(number);
            }
        }
        Ok(Self { lines_of, names_in })
    }

    /// The lines a folded given name stands in.
    pub(crate) fn lines(&self, given: &str) -> &[u16] {
        self.lines_of.get(given).map_or(&[], Vec::as_slice)
    }

    /// The other names of the lines a folded given name stands in.
    pub(crate) fn other_forms(&self, given: &str) -> impl Iterator<Item = &str> {
        let lines = self.lines(given).iter().filter_map(|line| self.names_in.get(line));
        lines.flatten().map(String::as_str).filter(move |name| *name != given)
    }

    /// Whether two folded given names are forms of one name.
    pub(crate) fn same(&self, one: &str, other: &str) -> bool {
        let others = self.lines(other);
        !others.is_empty() && self.lines(one).iter().any(|line| others.contains(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_that_comes_along_is_sound() {
        let names = Nicknames::read(BUILT_IN).unwrap();
        for (one, other) in [("charles", "carlos"), ("titti", "concettina"), ("bob", "robert")] {
            assert!(names.same(one, other), "{one} {other}");
        }
        assert!(!names.same("june", "paris"));
        assert!(!names.same("", ""));
    }

    #[test]
    fn a_line_that_says_nothing_is_named() {
        assert_eq!(Nicknames::read("# names\nAnna: Ania\nBob\n").err(), Some(3));
        assert_eq!(Nicknames::read("Anna:").err(), Some(1));
        assert!(Nicknames::read("").is_ok());
    }
}

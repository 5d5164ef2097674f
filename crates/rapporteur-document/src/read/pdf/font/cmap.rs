//! Character maps: which codes a string is divided into, and which characters they stand for
//! (ISO 32000-2, 9.7.5 and 9.10.3).
//!
//! Used by [`Font`](super::Font) for `ToUnicode` and for the encodings that fonts bring along.

use crate::read::pdf::file::{Object, Syntax, Token};
use std::collections::HashMap;

/// More mappings than there are characters in a font.
const MOST_MAPPINGS: usize = 200_000;

/// A map from codes to characters, to glyph numbers, or both.
#[derive(Debug, Default)]
pub struct CharacterMap {
    /// The lengths of codes in bytes, with the first and the last code of each range.
    spaces: Vec<(usize, u32, u32)>,
    characters: HashMap<u32, String>,
    character_ranges: Vec<(u32, u32, String)>,
    glyph_ranges: Vec<(u32, u32, u32)>,
}

impl CharacterMap {
    /// Reads a map; what cannot be read is missing from it.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut syntax = Syntax::new(bytes, 0);
        let mut values: Vec<Object> = Vec::new();
        while let Some(token) = syntax.token() {
            match token {
                Token::Value(value) => values.push(value),
                Token::Keyword(keyword) => {
                    map.section(keyword, &values);
                    values.clear();
                }
            }
            let size = map.characters.len() + map.character_ranges.len() + map.glyph_ranges.len();
            if size > MOST_MAPPINGS || values.len() > MOST_MAPPINGS {
                break;
            }
        }
        map
    }

    fn section(&mut self, keyword: &[u8], values: &[Object]) {
        match keyword {
            b"endcodespacerange" => {
                let ranges = values
                    .chunks_exact(2)
                    .map(|two| (two[0].bytes().len(), code(two[0].bytes()), code(two[1].bytes())));
                self.spaces.extend(ranges.filter(|range| (1..=4).contains(&range.0)));
            }
            b"endbfchar" => {
                let pairs = values.chunks_exact(2);
                self.characters
                    .extend(pairs.map(|two| (code(two[0].bytes()), text(two[1].bytes()))));
            }
            b"endbfrange" => values.chunks_exact(3).for_each(|three| self.range(three)),
            b"endcidchar" => self.glyph_ranges.extend(values.chunks_exact(2).map(|two| {
                let code = code(two[0].bytes());
                (code, code, two[1].number() as u32)
            })),
            b"endcidrange" => self.glyph_ranges.extend(values.chunks_exact(3).map(|three| {
                (code(three[0].bytes()), code(three[1].bytes()), three[2].number() as u32)
            })),
            _ => {}
        }
    }

    fn range(&mut self, three: &[Object]) {
        let (first, last) = (code(three[0].bytes()), code(three[1].bytes()));
        match &three[2] {
            Object::Bytes(bytes) => self.character_ranges.push((first, last, text(bytes))),
            Object::Array(all) => {
                let codes = first..=last.max(first);
                self.characters.extend(codes.zip(all.iter().map(|one| text(one.bytes()))));
            }
            _ => {}
        }
    }

    /// The code at the start of a string, and its length; `None` where it says nothing of lengths.
    pub fn first_code(&self, bytes: &[u8]) -> Option<(u32, usize)> {
        if self.spaces.is_empty() {
            return None;
        }
        let fits = |length: usize| {
            let code = code(bytes.get(..length)?);
            let known = self
                .spaces
                .iter()
                .any(|(own, first, last)| *own == length && (*first..=*last).contains(&code));
            known.then_some((code, length))
        };
        let shortest = self.spaces.iter().map(|(length, ..)| *length).min().unwrap_or(1);
        let length = shortest.min(bytes.len()).max(1);
        (1..=4).find_map(fits).or(Some((code(&bytes[..length]), length)))
    }

    /// The characters of a code.
    pub fn characters(&self, code: u32) -> Option<String> {
        if let Some(known) = self.characters.get(&code) {
            return Some(known.clone());
        }
        let (first, _, start) = self
            .character_ranges
            .iter()
            .find(|(first, last, _)| (*first..=*last).contains(&code))?;
        let mut characters: Vec<char> = start.chars().collect();
        let last = characters.pop()?;
        characters.push(char::from_u32(u32::from(last).wrapping_add(code - first))?);
        Some(characters.into_iter().collect())
    }

    /// The glyph number of a code.
    pub fn glyph(&self, code: u32) -> Option<u32> {
        let ranges = self.glyph_ranges.iter();
        let (first, _, glyph) =
            ranges.clone().find(|(first, last, _)| (*first..=*last).contains(&code))?;
        Some(glyph.wrapping_add(code - first))
    }
}

/// The number that some bytes write.
pub fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, byte| code << 8 | u32::from(*byte))
}

/// UTF-16, big end first.
pub fn text(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_characters() {
        let map = CharacterMap::parse(
            b"1 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange
              2 beginbfchar <01> <00660069> <8002> <d83dde00> endbfchar
              2 beginbfrange <10> <12> <0041> <20> <21> [<0058> <0059>] endbfrange
              1 begincidrange <30> <39> 500 endcidrange",
        );
        let text = |code| map.characters(code).unwrap_or_default();
        assert_eq!(
            [text(1), text(0x8002), text(0x12), text(0x21), text(0x22)],
            ["fi", "😀", "C", "Y", ""]
        );
        assert_eq!(map.first_code(&[0x41, 0x42]), Some((0x41, 1)));
        assert_eq!(map.first_code(&[0x81, 0x42]), Some((0x8142, 2)));
        assert_eq!(map.first_code(&[0x81]), Some((0x81, 1)));
        assert_eq!(map.glyph(0x32), Some(502));
        assert_eq!(CharacterMap::parse(b"<01> endbfrange <<").first_code(b"x"), None);
    }
}

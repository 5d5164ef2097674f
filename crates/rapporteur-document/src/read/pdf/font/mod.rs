//! Fonts as far as reading needs them: codes to characters and widths, weight and slant
//! (ISO 32000-2, 9.5 to 9.10).
//!
//! Used by [`super::page`]. Deliberately absent: outlines, except for the table of an embedded
//! font that says which glyph is which character.

mod cmap;
mod names;
mod program;

use super::file::{Dictionary, File, Object};
use cmap::CharacterMap;
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;
use std::rc::Rc;

/// The widths of the letters from space to `~` in Helvetica, in hundredths of the size; near
/// enough for the standard fonts that a file need not describe.
const HELVETICA: [u8; 95] = [
    28, 28, 36, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28, 56, 56, 56, 56, 56, 56, 56, 56,
    56, 56, 28, 28, 58, 58, 58, 56, 102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72,
    78, 67, 78, 72, 67, 61, 72, 67, 94, 67, 67, 61, 28, 28, 28, 47, 56, 33, 56, 56, 50, 56, 56, 28,
    56, 56, 22, 22, 50, 22, 83, 56, 56, 56, 56, 33, 50, 28, 56, 50, 72, 50, 50, 50, 33, 26, 33, 58,
];

/// A font.
#[derive(Default)]
pub struct Font {
    /// Heavier than normal.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    name: String,
    /// Codes have two bytes or as the map says, and stand for glyph numbers.
    composite: bool,
    encoding: CharacterMap,
    /// The code is UTF-16 itself.
    encoding_is_unicode: bool,
    to_unicode: CharacterMap,
    table: Vec<u8>,
    differences: HashMap<u32, String>,
    glyph_characters: HashMap<u32, char>,
    widths: HashMap<u32, f64>,
    default_width: Option<f64>,
    known: HashMap<(u32, usize), Letter>,
}

/// What a code shows.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Its characters; U+FFFD where the font does not say which.
    pub text: Rc<str>,
    /// How far it moves on, in type sizes.
    pub width: f64,
    /// Whether word spacing applies to it.
    pub is_space: bool,
}

impl Font {
    /// Reads a font's dictionary.
    pub fn read(file: &File<'_>, dictionary: &Dictionary) -> Self {
        let mut font = Self::default();
        let kind = file.entry(dictionary, b"Subtype");
        let inner = file.entry(dictionary, b"DescendantFonts");
        let inner = inner.array().first().map(|inner| file.resolve(inner));
        let descends = inner.as_ref().and_then(|inner| inner.dictionary());
        font.composite = kind.name() == b"Type0" && descends.is_some();
        let own = descends.unwrap_or(dictionary);
        font.name =
            String::from_utf8_lossy(file.entry(dictionary, b"BaseFont").name()).into_owned();
        if let Some(map) = file.stream(&file.entry(dictionary, b"ToUnicode")) {
            font.to_unicode = CharacterMap::parse(&map);
        }
        let descriptor = file.entry(own, b"FontDescriptor");
        let none = Dictionary::new();
        let descriptor = descriptor.dictionary().unwrap_or(&none);
        font.weigh(file, descriptor);
        font.encode(file, dictionary, descriptor);
        if font.composite {
            font.composite_widths(file, own);
            font.look_into_program(file, descriptor);
        } else {
            font.simple_widths(file, own, descriptor, kind.name() == b"Type3");
            font.take_built_in(file, descriptor);
        }
        font
    }

    /// The letters of a string.
    pub fn letters(&mut self, bytes: &[u8]) -> Vec<Letter> {
        let mut letters = Vec::with_capacity(bytes.len());
        let mut rest = bytes;
        while !rest.is_empty() {
            let (code, length) = self.first_code(rest);
            let key = (code, length);
            if !self.known.contains_key(&key) {
                let letter = self.letter(code, length);
                self.known.insert(key, letter);
            }
            letters.extend(self.known.get(&key).cloned());
            rest = &rest[length.min(rest.len())..];
        }
        letters
    }

    fn first_code(&self, bytes: &[u8]) -> (u32, usize) {
        if !self.composite {
            return (u32::from(bytes[0]), 1);
        }
        let pair = || (cmap::code(&bytes[..bytes.len().min(2)]), 2);
        self.encoding.first_code(bytes).unwrap_or_else(pair)
    }

    fn letter(&self, code: u32, length: usize) -> Letter {
        let glyph = self.encoding.glyph(code).unwrap_or(code);
        let text = self.text(code, glyph);
        let standard = || {
            let first = text.chars().next().map_or(0, u32::from);
            let at = first.checked_sub(32).and_then(|at| HELVETICA.get(at as usize));
            if self.name.contains("Courier") {
                0.6
            } else {
                at.map_or(0.55, |w| f64::from(*w) / 100.0)
            }
        };
        let width =
            self.widths.get(&glyph).copied().or(self.default_width).unwrap_or_else(standard);
        Letter { width, is_space: length == 1 && code == 32, text: text.into() }
    }

    fn text(&self, code: u32, glyph: u32) -> String {
        let said = self.to_unicode.characters(code).filter(|text| {
            // Some programs map what they do not know to nothing or to zero.
            !text.is_empty() && text.chars().all(|c| c != '\0')
        });
        if let Some(said) = said {
            return said;
        }
        if self.composite {
            let c = if self.encoding_is_unicode { char::from_u32(code) } else { None };
            return c
                .or_else(|| self.glyph_characters.get(&glyph).copied())
                .unwrap_or(char::REPLACEMENT_CHARACTER)
                .to_string();
        }
        if let Some(picture) = names::in_picture_font(&self.name, code) {
            return picture.to_string();
        }
        if let Some(name) = self.differences.get(&code) {
            return names::characters(name).unwrap_or_else(|| char::REPLACEMENT_CHARACTER.into());
        }
        let code = (code & 0xFF) as u8;
        names::in_table(&self.table, code).unwrap_or(char::REPLACEMENT_CHARACTER).to_string()
    }

    fn weigh(&mut self, file: &File<'_>, descriptor: &Dictionary) {
        const ITALIC: u64 = 1 << 6;
        const FORCE_BOLD: u64 = 1 << 18;
        let number = |key: &[u8]| file.entry(descriptor, key).number();
        let flags = number(b"Flags") as u64;
        let name = self.name.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        self.bold = number(b"FontWeight") >= 600.0
            || flags & FORCE_BOLD != 0
            || has(&["bold", "black", "heavy", "semibd", "demi"]);
        self.italic =
            flags & ITALIC != 0 || number(b"ItalicAngle") != 0.0 || has(&["italic", "oblique"]);
    }

    fn encode(&mut self, file: &File<'_>, dictionary: &Dictionary, descriptor: &Dictionary) {
        const SYMBOLIC: u64 = 1 << 2;
        let encoding = file.entry(dictionary, b"Encoding");
        if self.composite {
            if let Some(map) = file.stream(&encoding) {
                self.encoding = CharacterMap::parse(&map);
            }
            let name = String::from_utf8_lossy(encoding.name()).into_owned();
            self.encoding_is_unicode = name.contains("UCS2") || name.contains("UTF16");
            return;
        }
        let symbolic = file.entry(descriptor, b"Flags").number() as u64 & SYMBOLIC != 0;
        let type1 = file.entry(dictionary, b"Subtype").name() == b"Type1";
        self.table = if type1 && !symbolic { b"StandardEncoding".to_vec() } else { vec![] };
        match &*encoding {
            Object::Name(name) => self.table.clone_from(name),
            Object::Dictionary(own) => {
                if let Object::Name(name) = &*file.entry(own, b"BaseEncoding") {
                    self.table.clone_from(name);
                }
                let mut code = 0;
                for value in file.entry(own, b"Differences").array() {
                    match &*file.resolve(value) {
                        Object::Number(first) => code = *first as u32,
                        Object::Name(name) => {
                            let name = String::from_utf8_lossy(name).into_owned();
                            self.differences.insert(code, name);
                            code = code.wrapping_add(1);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// Where the file names no table of codes, an embedded Type 1 font has its own.
    fn take_built_in(&mut self, file: &File<'_>, descriptor: &Dictionary) {
        let unnamed = self.table.is_empty() || self.table == b"StandardEncoding";
        if !unnamed {
            return;
        }
        if let Some(program) = file.stream(&file.entry(descriptor, b"FontFile")) {
            for (code, name) in program::built_in(&program) {
                self.differences.entry(code).or_insert(name);
            }
        }
    }

    fn simple_widths(
        &mut self,
        file: &File<'_>,
        own: &Dictionary,
        descriptor: &Dictionary,
        drawn: bool,
    ) {
        let matrix = file.entry(own, b"FontMatrix");
        let unit = match matrix.array().first() {
            Some(unit) if drawn => file.resolve(unit).number().abs(),
            _ => 0.001,
        };
        let first = file.entry(own, b"FirstChar").count().unwrap_or(0) as u32;
        let widths = file.entry(own, b"Widths");
        file.spend(16 * widths.array().len());
        let numbers = widths.array().iter().map(|width| file.resolve(width).number() * unit);
        self.widths = (first..=u32::MAX).zip(numbers).collect();
        if let Object::Number(missing) = *file.entry(descriptor, b"MissingWidth") {
            self.default_width = Some(missing * unit).filter(|width| *width > 0.0);
        }
    }

    fn composite_widths(&mut self, file: &File<'_>, own: &Dictionary) {
        let default = file.entry(own, b"DW");
        self.default_width =
            Some(if *default == Object::Null { 1.0 } else { default.number() / 1000.0 });
        let widths = file.entry(own, b"W");
        file.spend(16 * widths.array().len());
        let mut numbers: Vec<u32> = Vec::new();
        for value in widths.array() {
            match &*file.resolve(value) {
                Object::Array(each) => {
                    let first = numbers.pop().unwrap_or(0);
                    let each = each.iter().map(|width| file.resolve(width).number() / 1000.0);
                    self.widths.extend((first..=u32::MAX).zip(each));
                    numbers.clear();
                }
                Object::Number(number) => {
                    if let [first, last] = numbers[..] {
                        let last = last.min(first.saturating_add(0xFFFF));
                        self.widths.extend((first..=last).map(|glyph| (glyph, number / 1000.0)));
                        numbers.clear();
                    } else {
                        numbers.push(*number as u32);
                    }
                }
                _ => {}
            }
            if self.widths.len() > 0x1_0000 {
                break;
            }
        }
    }

    /// Where the file names no characters, the embedded font itself knows which glyph is which.
    fn look_into_program(&mut self, file: &File<'_>, descriptor: &Dictionary) {
        let empty =
            self.to_unicode.characters(0).is_none() && self.to_unicode.first_code(b"x").is_none();
        if !empty || self.encoding_is_unicode {
            return;
        }
        let program = [b"FontFile2".as_slice(), b"FontFile3"]
            .iter()
            .find_map(|key| file.stream(&file.entry(descriptor, key)));
        if let Some(program) = program
            && let Ok(program) = FontRef::new(&program)
        {
            for (c, glyph) in program.charmap().mappings().take(0x1_0000) {
                if let Some(c) = char::from_u32(c) {
                    self.glyph_characters.entry(glyph.to_u32()).or_insert(c);
                }
            }
        }
    }
}

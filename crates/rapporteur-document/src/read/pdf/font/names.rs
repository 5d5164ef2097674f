//! The names that fonts give their glyphs, and the tables of one-byte codes (ISO 32000-2, annex
//! D, and the Adobe Glyph List).
//!
//! Used by [`Font`](super::Font) where a font says nothing of Unicode. Accented letters are put
//! together from their names (`eacute`), so that only what is no accented letter stands here.

use unicode_normalization::UnicodeNormalization;

const SIGNS: &str = "space  |exclam !|quotedbl \"|numbersign #|dollar $|percent %|ampersand &|\
quotesingle '|quoteright ’|quoteleft ‘|parenleft (|parenright )|asterisk *|plus +|comma ,|hyphen -|\
minus −|period .|slash /|zero 0|one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|\
colon :|semicolon ;|less <|equal =|greater >|question ?|at @|bracketleft [|backslash \\|\
bracketright ]|asciicircum ^|underscore _|grave `|braceleft {|bar ¦|braceright }|asciitilde ~|\
exclamdown ¡|cent ¢|sterling £|currency ¤|yen ¥|brokenbar ¦|section §|dieresis ¨|copyright ©|\
ordfeminine ª|guillemotleft «|guillemotright »|logicalnot ¬|softhyphen \u{ad}|sfthyphen \u{ad}|\
registered ®|macron ¯|degree °|plusminus ±|twosuperior ²|threesuperior ³|acute ´|mu µ|paragraph ¶|\
periodcentered ·|middot ·|cedilla ¸|onesuperior ¹|ordmasculine º|onequarter ¼|onehalf ½|\
threequarters ¾|questiondown ¿|AE Æ|ae æ|OE Œ|oe œ|Oslash Ø|oslash ø|Lslash Ł|lslash ł|\
germandbls ß|Eth Ð|eth ð|Thorn Þ|thorn þ|Dcroat Đ|dcroat đ|dotlessi ı|multiply ×|divide ÷|\
fraction ⁄|florin ƒ|quotesinglbase ‚|quotedblbase „|quotedblleft “|quotedblright ”|dagger †|\
daggerdbl ‡|bullet •|ellipsis …|perthousand ‰|guilsinglleft ‹|guilsinglright ›|endash –|emdash —|\
fi fi|fl fl|ff ff|ffi ffi|ffl ffl|Euro €|euro €|trademark ™|circumflex ˆ|tilde ˜|caron ˇ|breve ˘|\
dotaccent ˙|ring ˚|ogonek ˛|hungarumlaut ˝|nbspace \u{a0}|nonbreakingspace \u{a0}|figuredash ‒|\
horizontalbar ―|afii00208 ―|afii61352 №|arrowright →|arrowleft ←|H18533 ▪|H22073 □|H18543 ▪|\
filledbox ■|openbullet ◦|a11 ☛|a73 ■|a108 ●|checkmark ✓|notequal ≠|lessequal ≤|greaterequal ≥|\
infinity ∞|summation ∑|partialdiff ∂|delta δ|Delta ∆|Omega Ω|pi π|alpha α|beta β|gamma γ";

const ACCENTS: &[(&str, char)] = &[
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("circumflex", '\u{302}'),
    ("tilde", '\u{303}'),
    ("macron", '\u{304}'),
    ("breve", '\u{306}'),
    ("dotaccent", '\u{307}'),
    ("dieresis", '\u{308}'),
    ("ring", '\u{30a}'),
    ("hungarumlaut", '\u{30b}'),
    ("caron", '\u{30c}'),
    ("commaaccent", '\u{327}'),
    ("cedilla", '\u{327}'),
    ("ogonek", '\u{328}'),
];

/// The characters a glyph name stands for.
pub fn characters(name: &str) -> Option<String> {
    let base = name.split('.').next().filter(|base| !base.is_empty())?;
    if base.contains('_') {
        return base.split('_').map(characters).collect();
    }
    let mut letters = base.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    let hexadecimal = base
        .strip_prefix("uni")
        .and_then(|digits| digits.get(..4))
        .or_else(|| base.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len())));
    if let Some(c) = hexadecimal.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
        return char::from_u32(c).map(String::from);
    }
    let sign = SIGNS.split('|').find_map(|sign| sign.strip_prefix(base)?.strip_prefix(' '));
    if let Some(sign) = sign {
        return Some(if base == "bar" { "|" } else { sign }.to_owned());
    }
    ACCENTS.iter().find_map(|(accent, mark)| {
        let letter = base.strip_suffix(accent)?;
        (letter.chars().count() == 1).then(|| letter.chars().chain([*mark]).nfc().collect())
    })
}

/// The character of a code in one of the tables that a font can name.
pub fn in_table(table: &[u8], code: u8) -> Option<char> {
    let decoded = |encoding: &'static encoding_rs::Encoding| {
        encoding.decode_without_bom_handling(&[code]).0.chars().next()
    };
    match table {
        b"MacRomanEncoding" => decoded(encoding_rs::MACINTOSH),
        b"StandardEncoding" => standard(code),
        _ => decoded(encoding_rs::WINDOWS_1252).map(|c| if c.is_control() { '•' } else { c }),
    }
    .filter(|c| !c.is_control() && code >= 32)
}

/// Adobe's standard encoding, the one of Type 1 fonts that say nothing.
fn standard(code: u8) -> Option<char> {
    const UPPER: &str = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—\
\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Æ\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß\0\0\0\0";
    match code {
        b'\'' => Some('’'),
        b'`' => Some('‘'),
        32..127 => Some(char::from(code)),
        161.. => UPPER.chars().nth(usize::from(code) - 161).filter(|c| *c != '\0'),
        _ => None,
    }
}

/// The bullets of the two picture fonts that word processors take theirs from.
pub fn in_picture_font(font: &str, code: u32) -> Option<char> {
    let lower = font.to_lowercase();
    let code = code & 0xFF;
    if lower.contains("wingdings") {
        Some(match code {
            0x6C | 0x9F | 0xA4 => '●',
            0x6E | 0xA7 => '▪',
            0x6F | 0xA8 => '□',
            0x74..=0x77 => '❖',
            0xD8 => '➢',
            0xE0 => '→',
            0xFC => '✓',
            _ => return None,
        })
    } else if lower.contains("symbol") && !lower.contains("segoe") {
        Some(match code {
            0x20 => ' ',
            0xB7 => '•',
            0xA8 => '♦',
            0x2D => '−',
            0xB1 => '±',
            0xB0 => '°',
            0xAE => '→',
            _ => return None,
        })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes() {
        for (name, expected) in [
            ("A", Some("A")),
            ("eacute", Some("é")),
            ("Ccedilla", Some("Ç")),
            ("scaron", Some("š")),
            ("f_i", Some("fi")),
            ("uni00E9", Some("é")),
            ("u1F600", Some("😀")),
            ("hyphen.alt", Some("-")),
            ("bar", Some("|")),
            ("bullet", Some("•")),
            ("g123", None),
            (".notdef", None),
        ] {
            assert_eq!(characters(name).as_deref(), expected, "{name}");
        }
        assert_eq!(in_table(b"WinAnsiEncoding", 0x96), Some('–'));
        assert_eq!(in_table(b"MacRomanEncoding", 0x8E), Some('é'));
        for (code, expected) in
            [(0x27, '’'), (0xA1, '¡'), (0xB7, '•'), (0xD0, '—'), (0xE1, 'Æ'), (0xFB, 'ß')]
        {
            assert_eq!(in_table(b"StandardEncoding", code), Some(expected), "{code:x}");
        }
        assert_eq!(in_picture_font("ABCDEF+Wingdings-Regular", 0xF0A7), Some('▪'));
        assert_eq!(in_picture_font("SymbolMT", 0xB7), Some('•'));
    }
}

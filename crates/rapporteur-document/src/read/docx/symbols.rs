//! Characters of symbol fonts as the characters they look like.
//!
//! Called by `words`. The fonts hold pictures at the places of letters, or at U+F000 and up; what
//! is not on these lists is kept as it is.

/// The character that a symbol looks like, or `None` where it is not known.
pub fn symbol(font: &str, code: u32) -> Option<char> {
    let place = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let table = match font.to_lowercase().as_str() {
        "symbol" => SYMBOL,
        "wingdings" => WINGDINGS,
        _ => return None,
    };
    if let Some((_, like)) = table.iter().find(|(own, _)| *own == place) {
        return Some(*like);
    }
    let plain =
        char::from_u32(place).filter(|c| c.is_ascii_digit() || " .,()+=<>[]{}|/%".contains(*c));
    plain.filter(|_| font.eq_ignore_ascii_case("symbol"))
}

/// Whether a font holds symbols at the places of letters.
pub fn is_symbol_font(font: &str) -> bool {
    ["symbol", "wingdings"].contains(&font.to_lowercase().as_str())
}

const SYMBOL: &[(u32, char)] = &[
    (0x2D, '−'),
    (0x41, 'Α'),
    (0x42, 'Β'),
    (0x43, 'Χ'),
    (0x44, 'Δ'),
    (0x45, 'Ε'),
    (0x46, 'Φ'),
    (0x47, 'Γ'),
    (0x4C, 'Λ'),
    (0x50, 'Π'),
    (0x51, 'Θ'),
    (0x53, 'Σ'),
    (0x57, 'Ω'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x64, 'δ'),
    (0x65, 'ε'),
    (0x67, 'γ'),
    (0x6C, 'λ'),
    (0x6D, 'μ'),
    (0x70, 'π'),
    (0x73, 'σ'),
    (0x77, 'ω'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAE, '→'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xBC, '…'),
    (0xDE, '⇒'),
];

const WINGDINGS: &[(u32, char)] = &[
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✘'),
    (0xFC, '✔'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_become_what_they_look_like() {
        for (font, code, expected) in [
            ("Symbol", 0xF0B7, Some('•')),
            ("Wingdings", 0xF0A7, Some('▪')),
            ("wingdings", 0xE0, Some('→')),
            ("Symbol", 0x61, Some('α')),
            ("Symbol", 0x37, Some('7')),
            ("Webdings", 0xF061, None),
            ("Arial", 0x61, None),
        ] {
            assert_eq!(symbol(font, code), expected, "{font} {code:x}");
        }
    }
}

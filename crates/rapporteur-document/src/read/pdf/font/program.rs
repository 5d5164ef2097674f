//! What an embedded Type 1 font says of its own codes (Adobe Type 1 Font Format, 2.2).
//!
//! Used by [`Font`](super::Font) where the file itself names no table: TeX writes such files.
//! Deliberately absent: the encrypted part with the outlines.

/// The codes of a font and the names of their glyphs, as its `/Encoding` array gives them; empty
/// where it names a standard table.
pub fn built_in(program: &[u8]) -> Vec<(u32, String)> {
    const CODES: usize = 256;
    let end = find(program, b"eexec").unwrap_or(program.len());
    let Some(start) = find(&program[..end], b"/Encoding") else { return Vec::new() };
    let text = String::from_utf8_lossy(&program[start..end]);
    let mut words = text.split_whitespace();
    let mut codes = Vec::new();
    while let Some(word) = words.next() {
        // `readonly def` ends the array; `StandardEncoding def` comes at once.
        if word == "def" || codes.len() >= CODES {
            break;
        }
        if word == "dup"
            && let Some(code) = words.next().and_then(|code| code.parse().ok())
            && let Some(name) = words.next().and_then(|name| name.strip_prefix('/'))
        {
            codes.push((code, name.to_owned()));
        }
    }
    codes
}

fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::built_in;

    #[test]
    fn the_codes_of_a_font_are_read_up_to_the_end_of_its_array() {
        let array = "%!PS-AdobeFont-1.0: Tide\n/FontType 1 def\n/Encoding 256 array\n\
            0 1 255 {1 index exch /.notdef put} for\ndup 12 /fi put\ndup 123 /endash put\n\
            readonly def\n/Other 1 def dup 65 /B put\ncurrentfile eexec dup 66 /C put";
        let standard = "/Encoding StandardEncoding def\ndup 12 /fi put\ncurrentfile eexec";
        for (program, expected) in [
            (array, vec![(12, "fi"), (123, "endash")]),
            (standard, vec![]),
            ("no font", vec![]),
            ("/Encoding 256 array dup x /fi put dup", vec![]),
        ] {
            let codes = built_in(program.as_bytes());
            let codes: Vec<(u32, &str)> =
                codes.iter().map(|(code, name)| (*code, name.as_str())).collect();
            assert_eq!(codes, expected, "{program}");
        }
    }
}

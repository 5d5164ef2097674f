//! Packed bytes to plain ones (ISO 32000-2, 7.4): the filters that text is kept under.
//!
//! Every one stops at a limit and gives what it unpacked before damage. Deliberately absent: the
//! filters of pictures and of encryption.

use super::syntax::{Dictionary, Object, is_space};
use miniz_oxide::inflate::{decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

/// Unpacks one filter's work; `None` where it is no filter of text.
pub fn unpack(filter: &[u8], bytes: &[u8], settings: &Dictionary, limit: usize) -> Option<Vec<u8>> {
    match filter {
        b"FlateDecode" | b"Fl" => Some(predicted(inflate(bytes, limit), settings)),
        b"LZWDecode" | b"LZW" => {
            let early = settings.get(b"EarlyChange".as_slice()).is_none_or(|v| v.number() != 0.0);
            Some(predicted(lzw(bytes, early, limit), settings))
        }
        b"ASCII85Decode" | b"A85" => Some(ascii85(bytes)),
        b"ASCIIHexDecode" | b"AHx" => Some(ascii_hex(bytes)),
        b"RunLengthDecode" | b"RL" => Some(run_length(bytes, limit)),
        _ => None,
    }
}

fn inflate(bytes: &[u8], limit: usize) -> Vec<u8> {
    let zlib = decompress_to_vec_zlib_with_limit(bytes, limit).unwrap_or_else(|cut| cut.output);
    if zlib.is_empty() && bytes.len() > 2 {
        return decompress_to_vec_with_limit(&bytes[2..], limit).unwrap_or_else(|cut| cut.output);
    }
    zlib
}

fn lzw(bytes: &[u8], early: bool, limit: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    // An entry is a span of what was unpacked already: the entry before it and one byte more.
    let mut entries: Vec<(usize, usize)> = Vec::new();
    let mut plain: Vec<u8> = Vec::new();
    let (mut width, mut held, mut bits) = (9_u32, 0_u32, 0_u32);
    let mut before: Option<(usize, usize)> = None;
    for &byte in bytes {
        held = held << 8 | u32::from(byte);
        bits += 8;
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (held >> bits) as usize & ((1 << width) - 1);
        held &= (1 << bits) - 1;
        let from = plain.len();
        match code {
            CLEAR => {
                entries.clear();
                before = None;
                width = 9;
                continue;
            }
            END => break,
            0..CLEAR => plain.push((code & 0xFF) as u8),
            _ => {
                let Some(&(start, length)) = entries.get(code - 258).or_else(|| {
                    // The one code that may be used before it is whole.
                    before.as_ref().filter(|_| code - 258 == entries.len())
                }) else {
                    break;
                };
                let whole = length + usize::from(code - 258 == entries.len());
                for at in start..start + whole {
                    let Some(&byte) = plain.get(at) else { return plain };
                    plain.push(byte);
                }
            }
        }
        if let Some((start, length)) = before {
            entries.push((start, length + 1));
        }
        before = Some((from, plain.len() - from));
        let next = entries.len() + 258 + usize::from(early) + 1;
        width = match next {
            0..=512 => 9,
            513..=1024 => 10,
            1025..=2048 => 11,
            _ => 12,
        };
        if plain.len() >= limit || entries.len() > 4096 {
            break;
        }
    }
    plain
}

fn ascii85(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let (mut value, mut count) = (0_u32, 0);
    for &byte in bytes {
        match byte {
            b'z' if count == 0 => plain.extend([0; 4]),
            b'!'..=b'u' => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    plain.extend(value.to_be_bytes());
                    (value, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            value = value.wrapping_mul(85).wrapping_add(84);
        }
        plain.extend(&value.to_be_bytes()[..count - 1]);
    }
    plain
}

fn ascii_hex(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes
        .iter()
        .filter(|byte| !is_space(**byte))
        .map_while(|byte| char::from(*byte).to_digit(16))
        .map(|digit| (digit & 0xF) as u8)
        .collect();
    digits.chunks(2).map(|two| two[0] * 16 + two.get(1).copied().unwrap_or(0)).collect()
}

fn run_length(bytes: &[u8], limit: usize) -> Vec<u8> {
    let (mut plain, mut at) = (Vec::new(), 0);
    while let Some(&length) = bytes.get(at) {
        let count = usize::from(length);
        match length {
            128 => break,
            0..128 => {
                let end = (at + 2 + count).min(bytes.len());
                plain.extend(&bytes[at + 1..end]);
                at += 2 + count;
            }
            _ => {
                let Some(&byte) = bytes.get(at + 1) else { break };
                plain.extend(std::iter::repeat_n(byte, 257 - count));
                at += 2;
            }
        }
        if plain.len() > limit {
            break;
        }
    }
    plain
}

/// Undoes the prediction of rows that makes tables pack better; only those of PNG are met with
/// in what is not a picture.
fn predicted(bytes: Vec<u8>, settings: &Dictionary) -> Vec<u8> {
    let setting = |name: &[u8], otherwise: usize| {
        settings.get(name).and_then(Object::count).unwrap_or(otherwise).clamp(1, 1 << 16)
    };
    if setting(b"Predictor", 1) < 10 {
        return bytes;
    }
    let pixel = (setting(b"Colors", 1) * setting(b"BitsPerComponent", 8)).div_ceil(8);
    let width = (setting(b"Columns", 1) * setting(b"Colors", 1) * setting(b"BitsPerComponent", 8))
        .div_ceil(8);
    let mut plain: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; width];
    for row in bytes.chunks(width + 1) {
        let mut current = vec![0_u8; width];
        for (at, &byte) in row[1..].iter().enumerate() {
            let left = if at >= pixel { current[at - pixel] } else { 0 };
            let corner = if at >= pixel { above[at - pixel] } else { 0 };
            let guess = match row[0] {
                1 => left,
                2 => above[at],
                3 => ((u16::from(left) + u16::from(above[at])) / 2) as u8,
                4 => paeth(left, above[at], corner),
                _ => 0,
            };
            current[at] = byte.wrapping_add(guess);
        }
        plain.extend(&current[..row.len() - 1]);
        above = current;
    }
    plain
}

/// The neighbour nearest to `left + above - corner` (PNG, 9.4).
fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, above, corner].map(i16::from);
    let [by_left, by_above, by_corner] = [b - c, a - c, a + b - 2 * c].map(i16::abs);
    if by_left <= by_above && by_left <= by_corner {
        left
    } else if by_above <= by_corner {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(filter: &str, packed: &[u8], plain: &[u8]) {
        let none = Dictionary::new();
        assert_eq!(unpack(filter.as_bytes(), packed, &none, 1000).as_deref(), Some(plain));
    }

    #[test]
    fn every_filter_unpacks() {
        check("ASCIIHexDecode", b"48 65 6C6c 6F>", b"Hello");
        check("ASCII85Decode", b"87cURD]j7BEbo80~>", b"Hello world!");
        check("RunLengthDecode", &[2, b'a', b'b', b'c', 254, b'x', 128], b"abcxxx");
        // The example of ISO 32000-2, 7.4.4.2.
        check(
            "LZWDecode",
            &[0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01],
            &[45, 45, 45, 45, 45, 65, 45, 45, 45, 66],
        );
        check("FlateDecode", &miniz_oxide::deflate::compress_to_vec_zlib(b"words", 6), b"words");
        assert_eq!(unpack(b"DCTDecode", b"", &Dictionary::new(), 10), None);
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 1_000_000], 6);
        assert!(unpack(b"Fl", &bomb, &Dictionary::new(), 1000).is_some_and(|b| b.len() <= 1000));
    }

    #[test]
    fn rows_are_put_back() {
        let settings: Dictionary = [("Predictor", 12.0), ("Columns", 3.0)]
            .map(|(key, value)| (key.into(), Object::Number(value)))
            .into();
        let rows = predicted(vec![2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1], &settings);
        assert_eq!(rows, [1, 2, 3, 2, 3, 4, 5, 6, 7]);
    }
}

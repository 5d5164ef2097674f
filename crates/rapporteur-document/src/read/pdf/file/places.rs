//! Where each object stands: by the file's own tables, or found by looking through a damaged
//! file (ISO 32000-2, 7.5.4 to 7.5.8).
//!
//! Used by [`File`] when it is opened.

use super::syntax::{Dictionary, Object, Syntax, Token};
use super::{File, find};
use std::collections::{HashMap, HashSet};

/// More objects than any report has.
const MOST_OBJECTS: usize = 400_000;

/// Objects by number, and the dictionary that says where to begin.
#[derive(Default)]
pub struct Places {
    pub of: HashMap<u32, Place>,
    pub trailer: Dictionary,
}

/// Where an object stands.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    /// At a byte of the file.
    At(usize),
    /// Packed into the stream with that number.
    Within(u32),
}

/// The places the file's tables state, the newest first; empty where they are damaged.
pub fn stated(file: &File<'_>) -> Places {
    let mut places = Places::default();
    let tail = file.bytes.len().saturating_sub(4096);
    let marks = file.bytes[tail..].windows(9).rposition(|nine| nine == b"startxref");
    let Some(mark) = marks else { return places };
    // Some files begin with a few bytes of something else, which their tables do not count.
    let lead = find(&file.bytes[..file.bytes.len().min(1024)], b"%PDF").unwrap_or(0);
    let mut next = Syntax::new(file.bytes, tail + mark + 9).value().and_then(|at| at.count());
    let mut seen = HashSet::new();
    while let Some(at) = next.filter(|at| seen.insert(*at) && seen.len() < 200) {
        let Some(section) = section(file, at.saturating_add(lead), lead, &mut places) else {
            break;
        };
        let hybrid = section.get(b"XRefStm".as_slice()).and_then(Object::count);
        if let Some(at) = hybrid.filter(|at| seen.insert(*at)) {
            self::section(file, at.saturating_add(lead), lead, &mut places);
        }
        next = section.get(b"Prev".as_slice()).and_then(Object::count);
        for (key, value) in section {
            places.trailer.entry(key).or_insert(value);
        }
    }
    places
}

/// Reads one table, of either kind, and gives its dictionary.
fn section(file: &File<'_>, at: usize, lead: usize, places: &mut Places) -> Option<Dictionary> {
    let mut syntax = Syntax::new(file.bytes, at);
    if syntax.keyword(b"xref") {
        table(&mut syntax, lead, places)?;
        return match syntax.value()? {
            Object::Dictionary(trailer) => Some(trailer),
            _ => None,
        };
    }
    let object = file.object_at(at, None)?;
    let dictionary = object.dictionary()?.clone();
    let bytes = file.stream(&object)?;
    let widths: Vec<usize> =
        dictionary.get(b"W".as_slice())?.array().iter().filter_map(Object::count).collect();
    let [kind, second, third] = widths[..] else { return None };
    let width = kind.min(8) + second.min(8) + third.min(8);
    let size = dictionary.get(b"Size".as_slice()).and_then(Object::count).unwrap_or(0);
    let whole = vec![Object::Number(0.0), Object::Number(size as f64)];
    let index = dictionary.get(b"Index".as_slice()).map_or(whole.as_slice(), Object::array);
    let mut rows = bytes.chunks_exact(width.max(1));
    for part in index.chunks(2) {
        let (from, count) = (part[0].count()?, part.get(1)?.count()?);
        for (number, row) in (from..from.saturating_add(count)).zip(&mut rows) {
            let (first, rest) = row.split_at(kind.min(8));
            let (middle, _) = rest.split_at(second.min(8));
            let value = whole_number(middle);
            let place = match if kind == 0 { 1 } else { whole_number(first) } {
                1 => Place::At(value + lead),
                2 => Place::Within(u32::try_from(value).ok()?),
                _ => continue,
            };
            add(places, number, place);
        }
    }
    Some(dictionary)
}

fn whole_number(bytes: &[u8]) -> usize {
    bytes.iter().fold(0_usize, |value, byte| (value << 8 | usize::from(*byte)) & 0xFFFF_FFFF)
}

fn add(places: &mut Places, number: usize, place: Place) {
    if let Ok(number) = u32::try_from(number)
        && places.of.len() < MOST_OBJECTS
    {
        places.of.entry(number).or_insert(place);
    }
}

/// The old kind of table: `first count`, then that many lines of `place generation n`.
fn table(syntax: &mut Syntax<'_>, lead: usize, places: &mut Places) -> Option<()> {
    let mut numbers: Vec<usize> = Vec::new();
    let mut number = 0;
    loop {
        match syntax.token()? {
            Token::Value(value) => numbers.push(value.count()?),
            Token::Keyword(b"trailer") => return Some(()),
            Token::Keyword(kind) => {
                if let [first, _, _, _] = numbers[..] {
                    number = first;
                    numbers.drain(..2);
                }
                let [at, _] = numbers[..] else { return None };
                if kind == b"n" {
                    add(places, number, Place::At(at.saturating_add(lead)));
                }
                number = number.saturating_add(1);
                numbers.clear();
            }
        }
        if numbers.len() > 4 {
            return None;
        }
    }
}

/// Finds the objects of a damaged file by the words `1 0 obj`; the last of a number counts.
pub fn found(file: &mut File<'_>) {
    let bytes = file.bytes;
    let mut streams = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], b"obj").map(|at| from + at) {
        from = at + 3;
        let Some((number, start)) = number_before(bytes, at) else { continue };
        if file.places.of.len() < MOST_OBJECTS {
            file.places.of.insert(number, Place::At(start));
        }
        let near = &bytes[from..bytes.len().min(from + 400)];
        if find(near, b"ObjStm").is_some() {
            streams.push(number);
        } else if find(near, b"Catalog").is_some() {
            file.places.trailer.insert(b"Root".to_vec(), Object::Reference(number));
        }
    }
    if find(bytes, b"/Encrypt")
        .is_some_and(|at| bytes.get(at + 8).is_some_and(|b| !b.is_ascii_alphabetic()))
    {
        file.places.trailer.insert(b"Encrypt".to_vec(), Object::Flag(true));
    }
    for stream in streams.into_iter().take(5000) {
        let Some(packed) = file.packed(stream) else { continue };
        for &(number, at) in &packed.places {
            add(&mut file.places, number as usize, Place::Within(stream));
            let value = Syntax::new(&packed.bytes, at).value().unwrap_or_default();
            let kind = value.dictionary().and_then(|one| one.get(b"Type".as_slice()));
            if kind.is_some_and(|kind| kind.name() == b"Catalog") {
                file.places.trailer.insert(b"Root".to_vec(), Object::Reference(number));
            }
        }
    }
    file.read.borrow_mut().clear();
}

/// The object number before `obj`, and where it begins.
fn number_before(bytes: &[u8], obj: usize) -> Option<(u32, usize)> {
    let back = |mut at: usize, wanted: fn(&u8) -> bool| {
        while at > 0 && wanted(&bytes[at - 1]) {
            at -= 1;
        }
        at
    };
    let generation_end = back(obj, u8::is_ascii_whitespace);
    let generation = back(generation_end, u8::is_ascii_digit);
    let number_end = back(generation, u8::is_ascii_whitespace);
    let number = back(number_end, u8::is_ascii_digit);
    if generation == generation_end || number == number_end || number_end == generation {
        return None;
    }
    let value = std::str::from_utf8(&bytes[number..number_end]).ok()?.parse().ok()?;
    Some((value, number))
}

//! A PDF file as objects that are read when asked for (ISO 32000-2, 7.5).
//!
//! Used by the other rooms of the PDF reader. Whatever is damaged reads as nothing; a budget of
//! bytes bounds the whole work, so that no file holds the reader up. Deliberately absent:
//! writing, encryption, and anything about pages or words.

mod filters;
mod places;
mod syntax;

pub use syntax::{Dictionary, Object, Syntax, Token};

use places::{Place, Places};
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The most bytes a single stream may unpack to; the text of a page has some thousands.
const LARGEST_STREAM: usize = 16 * 1024 * 1024;

/// The bytes that may be unpacked or looked through in all, whatever the file repeats.
const BUDGET: usize = 64 * 1024 * 1024;

/// An open file.
pub struct File<'b> {
    bytes: &'b [u8],
    places: Places,
    read: RefCell<HashMap<u32, Rc<Object>>>,
    /// Objects being read, so that one that needs itself reads as nothing.
    open: RefCell<HashSet<u32>>,
    unpacked: RefCell<HashMap<u32, Rc<Packed>>>,
    left: Cell<usize>,
}

/// Objects packed into a stream: the bytes, and each one's number and place.
struct Packed {
    bytes: Vec<u8>,
    places: Vec<(u32, usize)>,
}

impl<'b> File<'b> {
    /// Opens a file by its own table of objects.
    pub fn open(bytes: &'b [u8]) -> Self {
        let mut file = Self::with(bytes, Places::default());
        file.places = places::stated(&file);
        file
    }

    /// Opens a damaged file by looking through all of it for objects.
    pub fn rebuild(bytes: &'b [u8]) -> Self {
        let mut file = Self::with(bytes, Places::default());
        places::found(&mut file);
        file
    }

    fn with(bytes: &'b [u8], places: Places) -> Self {
        Self {
            bytes,
            places,
            read: RefCell::default(),
            open: RefCell::default(),
            unpacked: RefCell::default(),
            left: Cell::new(BUDGET + 4 * bytes.len()),
        }
    }

    /// Whether opening it takes a password or a key.
    pub fn is_encrypted(&self) -> bool {
        self.places.trailer.contains_key(b"Encrypt".as_slice())
    }

    /// Whether the file asked for more work than any honest one.
    pub fn is_exhausted(&self) -> bool {
        self.left.get() == 0
    }

    /// The dictionary everything hangs from.
    pub fn catalog(&self) -> Rc<Object> {
        self.entry(&self.places.trailer, b"Root")
    }

    /// What a dictionary says under a key, references followed.
    pub fn entry(&self, dictionary: &Dictionary, key: &[u8]) -> Rc<Object> {
        dictionary.get(key).map_or_else(Rc::default, |value| self.resolve(value))
    }

    /// A value, references followed.
    pub fn resolve(&self, value: &Object) -> Rc<Object> {
        let Object::Reference(number) = value else { return Rc::new(value.clone()) };
        let mut number = *number;
        for _ in 0..16 {
            let object = self.object(number);
            let Object::Reference(next) = *object else { return object };
            number = next;
        }
        Rc::default()
    }

    /// The plain bytes of a stream; none for pictures and for what is no stream.
    pub fn stream(&self, object: &Object) -> Option<Vec<u8>> {
        let Object::Stream(dictionary, start) = object else { return None };
        let filters = self.entry(dictionary, b"Filter");
        let settings = self.entry(dictionary, b"DecodeParms");
        let mut plain = self.packed_bytes(dictionary, *start).to_vec();
        let names: Vec<Object> = match &*filters {
            Object::Array(names) => names.clone(),
            Object::Null => vec![],
            name => vec![name.clone()],
        };
        for (at, name) in names.iter().enumerate().take(8) {
            let own = match &*settings {
                Object::Array(all) => all.get(at).map_or_else(Rc::default, |own| self.resolve(own)),
                _ => settings.clone(),
            };
            let none = Dictionary::new();
            let own = own.dictionary().unwrap_or(&none);
            let limit = LARGEST_STREAM.min(self.left.get());
            plain = filters::unpack(self.resolve(name).name(), &plain, own, limit)?;
            // What reaches the limit has more behind it than any report.
            self.spend(if plain.len() < limit { plain.len() } else { usize::MAX });
        }
        Some(plain)
    }

    /// Takes from the budget; what is gone stays gone.
    pub fn spend(&self, bytes: usize) {
        self.left.set(self.left.get().saturating_sub(bytes));
    }

    fn object(&self, number: u32) -> Rc<Object> {
        if let Some(known) = self.read.borrow().get(&number) {
            return known.clone();
        }
        if self.is_exhausted() || !self.open.borrow_mut().insert(number) {
            return Rc::default();
        }
        let object = Rc::new(match self.places.of.get(&number) {
            Some(&Place::At(at)) => self.object_at(at, Some(number)).unwrap_or_default(),
            Some(&Place::Within(stream)) => self.object_within(stream, number).unwrap_or_default(),
            None => Object::Null,
        });
        self.open.borrow_mut().remove(&number);
        self.read.borrow_mut().insert(number, object.clone());
        object
    }

    /// The object that begins at a byte, if it has that number.
    fn object_at(&self, at: usize, number: Option<u32>) -> Option<Object> {
        let mut syntax = Syntax::new(self.bytes, at);
        let own = syntax.value()?.count()?;
        syntax.value()?.count()?;
        if !syntax.keyword(b"obj") || number.is_some_and(|number| number as usize != own) {
            return None;
        }
        let value = syntax.value();
        self.spend(syntax.at() - at.min(syntax.at()));
        match value? {
            Object::Dictionary(dictionary) if syntax.keyword(b"stream") => {
                let mut start = syntax.at();
                start += usize::from(self.bytes.get(start) == Some(&b'\r'));
                start += usize::from(self.bytes.get(start) == Some(&b'\n'));
                Some(Object::Stream(dictionary, start))
            }
            // `5 0 obj 7 0 R endobj` says that the one is the other.
            Object::Number(other) => {
                let plain = Object::Number(other);
                let refers = syntax.value().is_some() && syntax.keyword(b"R");
                Some(plain.count().filter(|_| refers).map_or(plain, |number| {
                    Object::Reference(u32::try_from(number).unwrap_or(u32::MAX))
                }))
            }
            other => Some(other),
        }
    }

    fn object_within(&self, stream: u32, number: u32) -> Option<Object> {
        let packed = self.packed(stream)?;
        let &(_, at) = packed.places.iter().find(|(own, _)| *own == number)?;
        let mut syntax = Syntax::new(&packed.bytes, at);
        let value = syntax.value();
        self.spend(syntax.at() - at.min(syntax.at()));
        value
    }

    fn packed(&self, stream: u32) -> Option<Rc<Packed>> {
        if let Some(known) = self.unpacked.borrow().get(&stream) {
            return Some(known.clone());
        }
        let object = self.object(stream);
        let dictionary = object.dictionary()?;
        let first = self.entry(dictionary, b"First").count()?;
        let count = self.entry(dictionary, b"N").count()?;
        let bytes = self.stream(&object)?;
        let mut syntax = Syntax::new(&bytes, 0);
        let mut places = Vec::new();
        while places.len() < count && syntax.at() < first {
            let Some(number) = syntax.value().and_then(|number| number.count()) else { break };
            let Some(at) = syntax.value().and_then(|at| at.count()) else { break };
            places.push((u32::try_from(number).unwrap_or(u32::MAX), first.saturating_add(at)));
        }
        let packed = Rc::new(Packed { bytes, places });
        self.unpacked.borrow_mut().insert(stream, packed.clone());
        Some(packed)
    }

    /// The bytes of a stream as they are in the file, by its length or, where that is wrong, up
    /// to the word that ends it.
    fn packed_bytes(&self, dictionary: &Dictionary, start: usize) -> &'b [u8] {
        let rest = self.bytes.get(start..).unwrap_or(&[]);
        if let Some(length) = self.entry(dictionary, b"Length").count()
            && let Some(stream) = rest.get(..length)
            && Syntax::new(rest, length).keyword(b"endstream")
        {
            return stream;
        }
        let rest = &rest[..rest.len().min(self.left.get())];
        let end = find(rest, b"endstream").unwrap_or(rest.len());
        self.spend(end);
        &rest[..end]
    }
}

/// Where some bytes first stand in others.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let (&first, _) = wanted.split_first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

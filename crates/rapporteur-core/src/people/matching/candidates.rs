//! Which names are worth comparing at all: those that share a key.
//!
//! A key is a hash of two things a slip rarely changes both of: how a word sounds, how another
//! begins or ends. Deliberately absent: judging; too many candidates cost time, too few cost
//! people, so a test compares what is found with comparing everybody.

use super::Entry;
use super::hashing::Fnv;
use super::nicknames::Nicknames;
use super::written::{Word, Written};
use std::hash::Hasher;

/// The keys of a directory's entries.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// How many entries there are.
    entries: usize,
    /// Key and place, some more than once.
    keyed: Heaps<(u64, u32)>,
    /// The same for the first letters of two words, and whether one of the words is an initial.
    initials: Heaps<(u64, u32, bool)>,
}

/// Items dealt out by the first bits of their keys: hashes are spread evenly, so a heap is small,
/// and a key is looked for in one of them.
#[derive(Debug, Default)]
struct Heaps<T> {
    /// Where each heap ends; empty where there are no items.
    ends: Vec<u32>,
    items: Vec<T>,
}

/// The first bits of a key.
const BITS: u32 = 14;

/// The keys of one entry.
#[derive(Default)]
struct Keys {
    keys: Vec<u64>,
    /// First letters say something only where an initial stands for one of the words.
    initials: Vec<(u64, bool)>,
}

impl Index {
    /// Draws the keys of all entries.
    pub(crate) fn of(entries: &[Entry], nicknames: &Nicknames) -> Self {
        let mut keyed: Vec<(u64, u32)> = Vec::with_capacity(entries.len() * 24);
        let mut initials: Vec<(u64, u32, bool)> = Vec::with_capacity(entries.len() * 6);
        let mut own = Keys::default();
        for (at, entry) in (0..).zip(entries) {
            own.draw(entry, nicknames);
            keyed.extend(own.keys.drain(..).map(|key| (key, at)));
            initials.extend(own.initials.drain(..).map(|(key, initial)| (key, at, initial)));
        }
        let keyed = Heaps::of(&keyed, |(key, _)| *key);
        let initials = Heaps::of(&initials, |(key, ..)| *key);
        Self { entries: entries.len(), keyed, initials }
    }

    /// The pairs of entries that share a key: the smaller place first, each pair once.
    pub(crate) fn pairs(&self) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        let (keyed, initials) = (self.keyed.in_order(), self.initials.in_order());
        for bucket in keyed.chunk_by(|a, b| a.0 == b.0) {
            for (at, (_, one)) in bucket.iter().enumerate() {
                pairs.extend(bucket[at + 1..].iter().map(|(_, other)| (*one, *other)));
            }
        }
        for bucket in initials.chunk_by(|a, b| a.0 == b.0) {
            for (_, one, _) in bucket.iter().filter(|(.., initial)| *initial) {
                let others = bucket.iter().filter(|(_, other, _)| other != one);
                pairs.extend(others.map(|(_, other, _)| (*one.min(other), *one.max(other))));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The entries that share a key with a name looked for, in their order.
    pub(crate) fn like(&self, wanted: &Entry, nicknames: &Nicknames) -> Vec<u32> {
        let mut own = Keys::default();
        own.draw(wanted, nicknames);
        own.keys.sort_unstable();
        own.keys.dedup();
        // Most are found by many keys: a mark each is quicker than sorting what was found.
        let mut found = vec![false; self.entries];
        for key in own.keys {
            let same = self.keyed.heap(key).iter().filter(|(other, _)| *other == key);
            same.for_each(|(_, at)| found[*at as usize] = true);
        }
        for (key, initial) in own.initials {
            let same = self.initials.heap(key).iter().filter(|(other, ..)| *other == key);
            let meant = same.filter(|(.., other)| initial || *other);
            meant.for_each(|(_, at, _)| found[*at as usize] = true);
        }
        (0..).zip(found).filter_map(|(at, found)| found.then_some(at)).collect()
    }
}

impl Keys {
    /// Adds the keys of an entry.
    fn draw(&mut self, entry: &Entry, nicknames: &Nicknames) {
        for form in &entry.forms {
            self.of_name(form, nicknames);
            for organisation in entry.history.organisations() {
                self.keys.push(key(
                    b'o',
                    form.given.joined.as_bytes(),
                    organisation.folded.as_bytes(),
                ));
            }
        }
    }

    fn of_name(&mut self, name: &Written, nicknames: &Nicknames) {
        let keys = &mut self.keys;
        let words: Vec<(&Word, &[u16])> = name
            .words()
            .chain([&name.whole_family])
            .filter(|word| !word.text.is_empty())
            .map(|word| (word, nicknames.lines(&word.text)))
            .collect();
        for (at, (one, lines)) in words.iter().enumerate() {
            for (other_at, (other, _)) in words.iter().enumerate() {
                if at == other_at {
                    continue;
                }
                let heard = &other.sound.as_bytes()[..other.sound.len().min(1)];
                if !one.is_initial() {
                    keys.push(key(b's', one.sound.as_bytes(), &[other.first()]));
                    keys.push(key(b'h', one.sound.as_bytes(), heard));
                    keys.push(key(b'e', one.sound.as_bytes(), &[other.last()]));
                }
                for line in *lines {
                    keys.push(key(b'n', &line.to_le_bytes(), &[other.first()]));
                    keys.push(key(b'm', &line.to_le_bytes(), other.sound.as_bytes()));
                    keys.push(key(b'l', &line.to_le_bytes(), &[other.last()]));
                }
                keys.push(key(b'j', &[one.first()], &[other.first(), other.last()]));
                let initial = one.is_initial() || other.is_initial();
                self.initials.push((key(b'i', &[one.first()], &[other.first()]), initial));
                keys.push(key(b'd', &[one.first()], other.sound.get(1..).unwrap_or("").as_bytes()));
            }
        }
        let mut all = Fnv::default();
        all.write(b"w");
        name.words().for_each(|word| all.write(word.sound.as_bytes()));
        keys.push(all.finish());
    }
}

impl<T: Copy + Ord> Heaps<T> {
    fn of(items: &[T], key: impl Fn(&T) -> u64) -> Self {
        let mut ends = vec![0_u32; 1 << BITS];
        items.iter().for_each(|item| ends[place(key(item))] += 1);
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        let mut dealt = items.to_vec();
        for item in items {
            let next = &mut ends[place(key(item))];
            dealt[*next as usize] = *item;
            *next += 1;
        }
        Self { ends, items: dealt }
    }

    /// The heap that has every item with this key, and others.
    fn heap(&self, key: u64) -> &[T] {
        let at = place(key);
        let Some(end) = self.ends.get(at) else { return &[] };
        let from = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.items[from as usize..*end as usize]
    }

    /// All items in order, each once.
    fn in_order(&self) -> Vec<T> {
        let mut items = self.items.clone();
        let mut from = 0;
        for end in &self.ends {
            items[from..*end as usize].sort_unstable();
            from = *end as usize;
        }
        items.dedup();
        items
    }
}

fn place(key: u64) -> usize {
    (key >> (u64::BITS - BITS)) as usize
}

fn key(kind: u8, one: &[u8], other: &[u8]) -> u64 {
    let mut hash = Fnv::default();
    hash.write(&[kind]);
    hash.write(one);
    hash.write(&[0]);
    hash.write(other);
    hash.finish()
}

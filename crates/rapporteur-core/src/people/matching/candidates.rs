//! Which names are worth comparing at all: those that share a key.
//!
//! A key is a hash of two things a slip rarely changes both of: how a word sounds, how another
//! begins. Deliberately absent: judging; too many candidates cost time, too few cost people.

use super::Entry;
use super::nicknames::Nicknames;
use super::written::{Word, Written};
use std::collections::HashMap;

/// The pairs of entries that share a key: places in the list, the smaller first, each pair once.
pub(crate) fn pairs(entries: &[Entry], nicknames: &Nicknames) -> Vec<(u32, u32)> {
    let mut keyed: Vec<(u64, u32)> = Vec::with_capacity(entries.len() * 12);
    for (at, entry) in (0..).zip(entries) {
        keyed.extend(keys_of(entry, nicknames).into_iter().map(|key| (key, at)));
    }
    keyed.sort_unstable();
    keyed.dedup();
    let mut pairs = Vec::new();
    for bucket in keyed.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, one)) in bucket.iter().enumerate() {
            pairs.extend(bucket[at + 1..].iter().map(|(_, other)| (*one, *other)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// For every name looked for, the entries that share a key with it.
pub(crate) fn against(wanted: &[Entry], entries: &[Entry], nicknames: &Nicknames) -> Vec<Vec<u32>> {
    let mut by_key: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, entry) in wanted.iter().enumerate() {
        for key in keys_of(entry, nicknames) {
            by_key.entry(key).or_default().push(at);
        }
    }
    let mut found = vec![Vec::new(); wanted.len()];
    for (at, entry) in (0..).zip(entries) {
        for key in keys_of(entry, nicknames) {
            for &place in by_key.get(&key).into_iter().flatten() {
                let found: &mut Vec<u32> = &mut found[place];
                if found.last() != Some(&at) {
                    found.push(at);
                }
            }
        }
    }
    found
}

fn keys_of(entry: &Entry, nicknames: &Nicknames) -> Vec<u64> {
    let mut keys = Vec::new();
    for form in &entry.forms {
        name_keys(form, nicknames, &mut keys);
        for (_, organisation) in entry.history.organisations() {
            keys.push(key(b'o', form.given.joined.as_bytes(), organisation.as_bytes()));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn name_keys(name: &Written, nicknames: &Nicknames, keys: &mut Vec<u64>) {
    let words: Vec<&Word> = name.words().chain([&name.whole_family]).collect();
    for (at, one) in words.iter().enumerate() {
        let lines = nicknames.lines(&one.text);
        for (other_at, other) in words.iter().enumerate() {
            if at == other_at || one.text.is_empty() || other.text.is_empty() {
                continue;
            }
            let heard = &other.sound.as_bytes()[..other.sound.len().min(1)];
            if !one.is_initial() {
                keys.push(key(b's', one.sound.as_bytes(), &[other.first()]));
                keys.push(key(b'h', one.sound.as_bytes(), heard));
            }
            for line in lines {
                keys.push(key(b'n', &line.to_le_bytes(), &[other.first()]));
                keys.push(key(b'm', &line.to_le_bytes(), other.sound.as_bytes()));
            }
            keys.push(key(b'i', &[one.first()], &[other.first()]));
        }
    }
    let all: String = name.words().map(|word| word.sound.as_str()).collect();
    keys.push(key(b'w', all.as_bytes(), b""));
}

/// FNV-1a over the kind and two parts (Fowler, Noll and Vo; public domain).
fn key(kind: u8, one: &[u8], other: &[u8]) -> u64 {
    let bytes =
        [kind].into_iter().chain(one.iter().copied()).chain([0]).chain(other.iter().copied());
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

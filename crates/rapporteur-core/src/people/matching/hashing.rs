//! Quick hashes of short words: FNV-1a (Fowler, Noll and Vo; public domain).
//!
//! Called by whatever counts or looks up names. Deliberately absent: safety against names chosen
//! to collide; a library holds what its secretariat wrote.

use std::hash::{BuildHasherDefault, Hasher};

/// A map from words.
pub(crate) type Map<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Fnv>>;

/// The hash so far.
#[derive(Clone, Copy)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

//! How long and with how much memory one file may be read.

use std::time::Duration;

/// An unoptimised program takes this many times longer.
const SLOWER: u32 = if cfg!(debug_assertions) { 8 } else { 1 };

/// The memory a reader may take for itself, in bytes.
const MEMORY: u64 = 450 * 1024 * 1024;

/// How long a file of so many bytes may take: under five seconds for all that people send, more
/// for very large ones.
pub fn time(bytes: usize) -> Duration {
    let megabytes = u32::try_from(bytes / 1_000_000).unwrap_or(u32::MAX).min(40);
    (Duration::from_millis(4000) + Duration::from_millis(500) * megabytes) * SLOWER
}

/// Refuses this process more memory from now on. Where the system cannot do that (Windows; macOS
/// counts differently), the readers' own limits of size stand alone.
#[cfg(target_os = "linux")]
pub fn memory() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) };
    // Without the limit the file is still read in a process of its own.
    let _ = setrlimit(Resource::Data, limit);
}

#[cfg(not(target_os = "linux"))]
pub fn memory() {
    let _ = MEMORY;
}

//! Transcripts and chat logs.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = rapporteur_document::read::transcript::read(&String::from_utf8_lossy(bytes));
});

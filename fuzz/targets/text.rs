//! Plain text in any encoding, text that optical recognition read, and Markdown.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    rapporteur_fuzz::read_file(bytes, "report.txt");
    rapporteur_fuzz::read_file(bytes, "report.md");
});

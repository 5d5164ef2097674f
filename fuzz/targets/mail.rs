//! Mail, with whatever is in it.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    rapporteur_fuzz::read_file(bytes, "report.eml");
});

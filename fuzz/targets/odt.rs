//! ODT: the parts of a package, a package, or one flat file.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    rapporteur_fuzz::read_parts(bytes, "report.odt");
});

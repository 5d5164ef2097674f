//! DOCX: the parts of a package, or a package.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    rapporteur_fuzz::read_parts(bytes, "report.docx");
});

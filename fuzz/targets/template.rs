//! Template files.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(file) = std::str::from_utf8(bytes) {
        if let Ok(template) = rapporteur_document::style::Template::parse(file) {
            let _ = rapporteur_document::style::Template::parse(&template.to_toml());
        }
    }
});

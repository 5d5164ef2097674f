//! The spelling checker of the system's web view, in the language of the report that is open.
//! Elsewhere than on Linux the web view chooses it by the page's own `lang`.

use tauri::{Runtime, WebviewWindow};

/// Marks words that the system's dictionary of a language (BCP 47) does not have; where there is
/// no such dictionary, nothing is marked. All windows share the language chosen last.
#[cfg(target_os = "linux")]
pub fn check_in<R: Runtime>(window: &WebviewWindow<R>, language: &str) -> tauri::Result<()> {
    use webkit2gtk::{WebContextExt, WebViewExt};
    let dictionary = dictionary(language);
    window.with_webview(move |page| {
        if let Some(context) = page.inner().context() {
            context.set_spell_checking_languages(&[&dictionary]);
            context.set_spell_checking_enabled(true);
        }
    })
}

/// Nothing is to be told here.
#[cfg(not(target_os = "linux"))]
pub fn check_in<R: Runtime>(_: &WebviewWindow<R>, _: &str) -> tauri::Result<()> {
    Ok(())
}

/// The name of a dictionary (`en_GB`) for a language (`en-GB`, `sr-Latn-RS`).
#[cfg(target_os = "linux")]
fn dictionary(language: &str) -> String {
    let mut parts = language.split('-');
    let name = parts.next().unwrap_or_default().to_lowercase();
    match parts.find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic())) {
        Some(region) => format!("{name}_{}", region.to_uppercase()),
        None => name,
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #[test]
    fn dictionaries_are_named_after_language_and_region() {
        for (language, expected) in [
            ("en-GB", "en_GB"),
            ("fr", "fr"),
            ("sr-Latn-RS", "sr_RS"),
            ("PT-br", "pt_BR"),
            ("", ""),
        ] {
            assert_eq!(super::dictionary(language), expected);
        }
    }
}

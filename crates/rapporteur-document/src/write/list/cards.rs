//! vCard 4.0 (RFC 6350).

use super::Entry;

/// The longest line in bytes, without its end (RFC 6350, 3.2).
const LONGEST_LINE: usize = 75;

/// A list as vCards.
pub fn cards(entries: &[Entry]) -> Vec<u8> {
    let mut text = String::new();
    for one in entries {
        let mut line = |name: &str, value: &str| {
            if !value.is_empty() {
                fold(&format!("{name}:{value}"), &mut text);
            }
        };
        let name = &one.name;
        let family: Vec<&str> =
            [&*name.particles, &*name.family].into_iter().filter(|part| !part.is_empty()).collect();
        let parts = [&*family.join(" "), &name.given, "", "", &name.suffix].map(escaped).join(";");
        let value = |text: &Option<String>| escaped(text.as_deref().unwrap_or_default());
        line("BEGIN", "VCARD");
        line("VERSION", "4.0");
        line("UID", &one.person.map_or(String::new(), |id| format!("urn:uuid:{id}")));
        line("FN", &escaped(&name.full()));
        line("N", &parts);
        line("ORG", &value(&one.organisation));
        line("ROLE", &value(&one.role));
        line("TITLE", &value(&one.status));
        line("EMAIL", &value(&one.email));
        line("TEL", &value(&one.phone));
        line("END", "VCARD");
    }
    text.into_bytes()
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            _ if c.is_control() => {}
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Adds a line; a long one goes on after a space, never inside a character.
fn fold(line: &str, text: &mut String) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}

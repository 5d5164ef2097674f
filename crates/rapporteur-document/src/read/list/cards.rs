//! vCards 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350) as a table: one card a row.
//!
//! Read here and not by a library: the kept ones bring calendars and a table of time zones along
//! for the seven properties a list of people has. Deliberately absent: pictures, addresses, keys,
//! and every other property; they are passed over.

use super::columns::{Column, Field};
use super::{Grid, List, ListKind};
use crate::Error;
use crate::read::unreadable;
use encoding_rs::Encoding;

/// The columns of the table, each with the field it is.
const COLUMNS: [(&str, Field); 9] = [
    ("FN", Field::Name),
    ("N (given)", Field::Given),
    ("N (family)", Field::Family),
    ("EMAIL", Field::Email),
    ("TEL", Field::Phone),
    ("ORG", Field::Organisation),
    ("TITLE", Field::Status),
    ("ROLE", Field::Role),
    ("NOTE", Field::Notes),
];

/// Whether a text is cards.
pub fn are(text: &str) -> bool {
    text.trim_start().get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The cards of a text.
///
/// # Errors
/// [`Error::Read`] where there is none, or there are too many.
pub fn read(text: &str) -> Result<List, Error> {
    let mut grid = Grid::default();
    let mut card: Option<(u32, Card)> = None;
    for (number, line) in unfolded(text) {
        let Some(property) = Property::parse(&line) else { continue };
        match (property.name.as_str(), card.as_mut()) {
            ("BEGIN", None) => card = Some((number, Card::default())),
            ("BEGIN", Some((from, _))) => {
                let from = *from;
                grid.warn(from, "This card has no end, so it was left out.");
                card = Some((number, Card::default()));
            }
            ("END", Some(_)) => {
                if let Some((from, card)) = card.take() {
                    grid.push(from, card.cells.into_iter())?;
                }
            }
            (_, Some((_, card))) => card.take(&property),
            _ => {}
        }
    }
    if let Some((from, _)) = card {
        grid.warn(from, "This card has no end, so it was left out; the file may be cut off.");
    }
    if grid.rows.is_empty() {
        return Err(unreadable(
            "holds no whole vCard. Save the contacts again and choose that file.",
        ));
    }
    let columns = COLUMNS.iter().map(|(heading, field)| Column {
        heading: (*heading).to_owned(),
        field: Some(*field),
        reason: format!("{heading} is that in every vCard"),
    });
    let rows = grid.rows.into_iter().map(|mut row| {
        row.cells.resize(COLUMNS.len(), String::new());
        row
    });
    Ok(List {
        kind: ListKind::Cards,
        columns: columns.collect(),
        rows: rows.collect(),
        warnings: grid.warnings,
    })
}

#[derive(Default)]
struct Card {
    cells: [String; COLUMNS.len()],
}

impl Card {
    fn take(&mut self, property: &Property) {
        let mut put = |column: &str, value: &str| {
            let at = COLUMNS.iter().position(|(heading, _)| *heading == column);
            // The first of several is the one the card's owner put first.
            if let Some(cell) = at.map(|at| &mut self.cells[at])
                && cell.is_empty()
            {
                *cell = value.trim().to_owned();
            }
        };
        match property.name.as_str() {
            "N" => {
                // Family; given; additional; before; after (RFC 6350, 6.2.2).
                let parts = property.parts(';');
                let part = |at: usize| parts.get(at).map_or("", |part| part.trim());
                put("N (family)", &join(&[part(0), part(4)]));
                put("N (given)", &join(&[part(1), part(2)]));
            }
            // The organisation; its departments come after it.
            "ORG" => put("ORG", property.parts(';').first().map_or("", String::as_str)),
            "TEL" => put("TEL", property.text().trim_start_matches("tel:")),
            "EMAIL" => put("EMAIL", property.text().trim_start_matches("mailto:")),
            name => put(name, &property.text()),
        }
    }
}

fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// `item1.EMAIL;TYPE=work:ana@example.org` in its parts.
struct Property {
    name: String,
    value: String,
}

impl Property {
    fn parse(line: &str) -> Option<Self> {
        let (before, value) = line.split_at(colon(line)?);
        let mut parameters = before.split(';');
        let name = parameters.next()?.rsplit('.').next()?.trim().to_uppercase();
        let parameters: Vec<String> = parameters.map(str::to_uppercase).collect();
        let value = &value[1..];
        let quoted = parameters.iter().any(|one| one.ends_with("QUOTED-PRINTABLE"));
        let charset = parameters.iter().find_map(|one| one.strip_prefix("CHARSET="));
        let value = if quoted { unquoted(value, charset) } else { value.to_owned() };
        Some(Self { name, value })
    }

    /// The value's parts between a mark that is not escaped.
    fn parts(&self, mark: char) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut escaped = false;
        for c in self.value.chars() {
            let part = parts.last_mut().expect("there is one from the beginning");
            match c {
                _ if escaped => {
                    part.push(if matches!(c, 'n' | 'N') { ' ' } else { c });
                    escaped = false;
                }
                '\\' => escaped = true,
                _ if c == mark => parts.push(String::new()),
                _ => part.push(c),
            }
        }
        parts
    }

    fn text(&self) -> String {
        self.parts('\0').concat()
    }
}

/// The colon before the value; one inside quotation marks belongs to a parameter.
fn colon(line: &str) -> Option<usize> {
    let mut quoted = false;
    line.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == ':' && !quoted).then_some(at)
    })
}

/// The lines with those that go on put together, each with the number of its first line.
fn unfolded(text: &str) -> Vec<(u32, String)> {
    let mut lines: Vec<(u32, String)> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        match lines.last_mut() {
            Some((_, before)) if line.starts_with([' ', '\t']) => before.push_str(&line[1..]),
            // The soft break of quoted-printable, which vCard 2.1 uses instead.
            Some((_, before))
                if before.ends_with('=') && before.to_uppercase().contains("QUOTED-PRINTABLE") =>
            {
                before.pop();
                before.push_str(line);
            }
            _ => lines.push((number, line.to_owned())),
        }
    }
    lines
}

/// The characters of quoted-printable (RFC 2045, 6.7).
fn unquoted(value: &str, charset: Option<&str>) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match (first, code.and_then(|two| u8::from_str_radix(two, 16).ok())) {
            (b'=', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    let named = charset.and_then(|name| Encoding::for_label(name.as_bytes()));
    match (named, String::from_utf8(bytes)) {
        (None, Ok(text)) => text,
        (encoding, Ok(text)) => {
            encoding.unwrap_or(encoding_rs::UTF_8).decode(text.as_bytes()).0.into_owned()
        }
        (encoding, Err(error)) => {
            encoding.unwrap_or(encoding_rs::WINDOWS_1252).decode(error.as_bytes()).0.into_owned()
        }
    }
}

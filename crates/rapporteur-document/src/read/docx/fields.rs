//! Fields: instructions with a result, such as links and tables of contents.
//!
//! Called by `words` for every mark of a field. A field may begin in one paragraph and end in
//! another.

/// The fields that are open at a place of the document.
#[derive(Default)]
pub struct Fields {
    open: Vec<Field>,
}

#[derive(Default)]
struct Field {
    instruction: String,
    has_result: bool,
    meaning: Meaning,
}

/// What an instruction does to the words of its result.
#[derive(Default, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// They stay as they are.
    #[default]
    Words,
    /// They link to an address.
    Link(String),
    /// They repeat the headings of the document.
    Contents,
}

impl Fields {
    /// A field begins; its instruction follows.
    pub fn begin(&mut self) {
        self.open.push(Field::default());
    }

    /// A piece of the innermost field's instruction.
    pub fn instruct(&mut self, words: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.has_result) {
            field.instruction.push_str(words);
        }
    }

    /// The result of the innermost field follows.
    pub fn separate(&mut self) {
        if let Some(field) = self.open.last_mut() {
            field.has_result = true;
            field.meaning = meaning(&field.instruction);
        }
    }

    /// The innermost field ends.
    pub fn end(&mut self) {
        self.open.pop();
    }

    /// A paragraph ends: an instruction does not go on in the next one, so a mark was lost.
    pub fn end_paragraph(&mut self) {
        self.open.retain(|field| field.has_result);
    }

    /// A heading begins: a table of contents that is still open was never closed.
    pub fn begin_heading(&mut self) {
        self.open.retain(|field| field.meaning != Meaning::Contents);
    }

    /// Whether words at this place are part of an instruction.
    pub fn in_instruction(&self) -> bool {
        self.open.iter().any(|field| !field.has_result)
    }

    /// Whether words at this place repeat headings.
    pub fn in_contents(&self) -> bool {
        self.open.iter().any(|field| field.meaning == Meaning::Contents)
    }

    /// The address that words at this place link to.
    pub fn link(&self) -> Option<&str> {
        self.open.iter().rev().find_map(|field| match &field.meaning {
            Meaning::Link(address) => Some(address.as_str()),
            _ => None,
        })
    }
}

/// What an instruction such as `HYPERLINK "https://a.example"` means.
pub fn meaning(instruction: &str) -> Meaning {
    let mut words = pieces(instruction).into_iter();
    let name = words.next().unwrap_or_default().to_uppercase();
    match name.as_str() {
        "TOC" => Meaning::Contents,
        "HYPERLINK" => {
            let mut address = None;
            let mut place = None;
            while let Some(word) = words.next() {
                match word.as_str() {
                    "\\l" => place = words.next(),
                    "\\o" | "\\t" => {
                        words.next();
                    }
                    switch if switch.starts_with('\\') => {}
                    _ => address = address.or(Some(word)),
                }
            }
            match (address, place) {
                (Some(address), Some(place)) => Meaning::Link(format!("{address}#{place}")),
                (Some(address), None) => Meaning::Link(address),
                (None, _) => Meaning::Words,
            }
        }
        _ => Meaning::Words,
    }
}

/// The words of an instruction; quotes keep several together.
fn pieces(instruction: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut quoted = false;
    let mut was_quoted = false;
    for character in instruction.chars() {
        match character {
            '"' | '“' | '”' => {
                quoted = !quoted;
                was_quoted = true;
            }
            c if c.is_whitespace() && !quoted => {
                if was_quoted || !piece.is_empty() {
                    pieces.push(std::mem::take(&mut piece));
                }
                was_quoted = false;
            }
            c => piece.push(c),
        }
    }
    if was_quoted || !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instructions_say_what_their_result_is() {
        let link = |address: &str| Meaning::Link(address.to_owned());
        for (instruction, expected) in [
            (" HYPERLINK \"https://a.example/b c\" ", link("https://a.example/b c")),
            ("hyperlink https://a.example \\o \"a tip\" \\t \"_blank\"", link("https://a.example")),
            ("HYPERLINK \"https://a.example\" \\l \"part\"", link("https://a.example#part")),
            ("HYPERLINK \\l \"part\"", Meaning::Words),
            ("TOC \\o \"1-3\" \\h", Meaning::Contents),
            ("PAGE", Meaning::Words),
            ("", Meaning::Words),
        ] {
            assert_eq!(meaning(instruction), expected, "{instruction}");
        }
    }
}

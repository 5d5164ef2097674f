//! The syntax of PDF: values and keywords out of bytes (ISO 32000-2, 7.2 and 7.3).
//!
//! Used for the file's objects, for content streams and for character maps. Deliberately absent:
//! any error; damaged bytes end the reading, and what was read before stands.

use std::collections::BTreeMap;

/// Deeper than this nobody nests.
const DEEPEST: usize = 40;

/// More values than any honest object holds.
const MOST_VALUES: usize = 500_000;

/// A dictionary, by its keys without the slash.
pub type Dictionary = BTreeMap<Vec<u8>, Object>;

/// A value.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Object {
    /// Nothing, also where something is missing or damaged.
    #[default]
    Null,
    /// True or false.
    Flag(bool),
    /// Any number.
    Number(f64),
    /// A name without its slash.
    Name(Vec<u8>),
    /// The bytes of a string.
    Bytes(Vec<u8>),
    /// Values in order.
    Array(Vec<Object>),
    /// Values by name.
    Dictionary(Dictionary),
    /// A dictionary and the place in the file where its bytes begin.
    Stream(Dictionary, usize),
    /// Another object, by its number.
    Reference(u32),
}

/// What comes next in the bytes.
#[derive(Debug, PartialEq)]
pub enum Token<'b> {
    /// A whole value.
    Value(Object),
    /// An operator, or a delimiter without its partner.
    Keyword(&'b [u8]),
}

impl Object {
    /// The number, or 0.
    pub fn number(&self) -> f64 {
        if let Object::Number(number) = self { *number } else { 0.0 }
    }

    /// The number as a count, if it is one.
    pub fn count(&self) -> Option<usize> {
        match self {
            Object::Number(number) if *number >= 0.0 && *number < 4e9 => Some(*number as usize),
            _ => None,
        }
    }

    /// The name, or nothing.
    pub fn name(&self) -> &[u8] {
        if let Object::Name(name) = self { name } else { b"" }
    }

    /// The bytes of the string, or nothing.
    pub fn bytes(&self) -> &[u8] {
        if let Object::Bytes(bytes) = self { bytes } else { b"" }
    }

    /// The values of the array, or none.
    pub fn array(&self) -> &[Object] {
        if let Object::Array(values) = self { values } else { &[] }
    }

    /// The dictionary, also a stream's.
    pub fn dictionary(&self) -> Option<&Dictionary> {
        match self {
            Object::Dictionary(dictionary) | Object::Stream(dictionary, _) => Some(dictionary),
            _ => None,
        }
    }
}

/// Reads bytes from a place on.
pub struct Syntax<'b> {
    bytes: &'b [u8],
    at: usize,
    values: usize,
}

impl<'b> Syntax<'b> {
    /// Begins at byte `at`.
    pub fn new(bytes: &'b [u8], at: usize) -> Self {
        Self { bytes, at: at.min(bytes.len()), values: 0 }
    }

    /// Where the next token will be looked for.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The next token, or `None` at the end.
    pub fn token(&mut self) -> Option<Token<'b>> {
        self.nested(0)
    }

    /// The next value; `None` where a keyword stands, which is passed.
    pub fn value(&mut self) -> Option<Object> {
        match self.token()? {
            Token::Value(value) => Some(value),
            Token::Keyword(_) => None,
        }
    }

    /// Whether this keyword comes next; it is passed if so.
    pub fn keyword(&mut self, expected: &[u8]) -> bool {
        let before = self.at;
        let found = self.token() == Some(Token::Keyword(expected));
        if !found {
            self.at = before;
        }
        found
    }

    /// Passes the picture inside a content stream, after its `ID`.
    pub fn pass_inline_picture(&mut self) {
        let rest = &self.bytes[self.at..];
        let ends = rest.windows(4).position(|four| {
            is_space(four[0]) && &four[1..3] == b"EI" && (is_space(four[3]) || four[3] == b'Q')
        });
        self.at = ends.map_or(self.bytes.len(), |end| self.at + end + 3);
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn pass_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn nested(&mut self, depth: usize) -> Option<Token<'b>> {
        self.pass_space();
        self.values += 1;
        if depth > DEEPEST || self.values > MOST_VALUES && depth > 0 {
            return None;
        }
        let from = self.at;
        let value = match self.peek()? {
            b'/' => Object::Name(self.name()),
            b'(' => Object::Bytes(self.literal()),
            b'[' => {
                self.at += 1;
                Object::Array(self.until(b"]", depth))
            }
            b'<' if self.bytes.get(from + 1) == Some(&b'<') => {
                self.at += 2;
                Object::Dictionary(pairs(self.until(b">>", depth)))
            }
            b'<' => Object::Bytes(self.hexadecimal()),
            b'>' if self.bytes.get(from + 1) == Some(&b'>') => {
                self.at += 2;
                return Some(Token::Keyword(b">>"));
            }
            b']' | b'>' | b')' | b'{' | b'}' => {
                self.at += 1;
                return Some(Token::Keyword(&self.bytes[from..self.at]));
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => Object::Number(self.number()),
            _ => {
                while self.peek().is_some_and(is_regular) {
                    self.at += 1;
                }
                match &self.bytes[from..self.at] {
                    b"true" => Object::Flag(true),
                    b"false" => Object::Flag(false),
                    b"null" => Object::Null,
                    keyword => return Some(Token::Keyword(keyword)),
                }
            }
        };
        Some(Token::Value(value))
    }

    /// The values up to a closing delimiter, references put together.
    fn until(&mut self, close: &[u8], depth: usize) -> Vec<Object> {
        let mut values = Vec::new();
        while let Some(token) = self.nested(depth + 1) {
            match token {
                Token::Value(value) => values.push(value),
                Token::Keyword(keyword) if keyword == close => break,
                Token::Keyword(b"R") if values.len() >= 2 => {
                    values.pop();
                    let number = values.pop().as_ref().and_then(Object::count);
                    let number = number.and_then(|number| u32::try_from(number).ok());
                    values.push(number.map_or(Object::Null, Object::Reference));
                }
                // A closing mark that is missing shows in the next object's beginning.
                Token::Keyword(b"endobj" | b"stream" | b"obj") => break,
                Token::Keyword(_) => {}
            }
        }
        values
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            let escaped =
                (byte == b'#').then(|| self.bytes.get(self.at + 1..self.at + 3)).flatten();
            match escaped.and_then(|two| Some(digit(two[0])? * 16 + digit(two[1])?)) {
                Some(value) => {
                    name.push(value);
                    self.at += 3;
                }
                None => {
                    name.push(byte);
                    self.at += 1;
                }
            }
        }
        name
    }

    fn number(&mut self) -> f64 {
        let from = self.at;
        let (mut value, mut scale, mut negative) = (0.0_f64, 0.0_f64, false);
        while let Some(byte) = self.peek() {
            match byte {
                b'0'..=b'9' if scale > 0.0 => {
                    value += f64::from(byte - b'0') * scale;
                    scale /= 10.0;
                }
                b'0'..=b'9' => value = value * 10.0 + f64::from(byte - b'0'),
                b'.' if scale == 0.0 => scale = 0.1,
                b'-' if self.at == from => negative = true,
                // `--5` and `5-3` are written by broken programs; the first part stands.
                b'+' | b'-' | b'.' => {}
                _ => break,
            }
            self.at += 1;
        }
        if negative { -value } else { value }
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1_u32);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                break;
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(next - b'0');
                    self.at += 1;
                }
                text.push((value & 0xFF) as u8);
            }
            other => text.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut digits = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            digits.extend(digit(byte));
        }
        digits.chunks(2).map(|two| two[0] * 16 + two.get(1).copied().unwrap_or(0)).collect()
    }
}

fn pairs(values: Vec<Object>) -> Dictionary {
    let mut pairs = Dictionary::new();
    let mut values = values.into_iter();
    while let (Some(key), Some(value)) = (values.next(), values.next()) {
        if let Object::Name(key) = key {
            pairs.insert(key, value);
        }
    }
    pairs
}

/// White space as PDF counts it.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &str, expected: Object) {
        assert_eq!(Syntax::new(bytes.as_bytes(), 0).value(), Some(expected), "{bytes}");
    }

    #[test]
    fn values_of_every_kind() {
        let name = |name: &str| Object::Name(name.into());
        let bytes = |bytes: &[u8]| Object::Bytes(bytes.to_vec());
        check(" % a note\n -12.50", Object::Number(-12.5));
        check("+.5", Object::Number(0.5));
        check("--7", Object::Number(-7.0));
        check("/A#20B", name("A B"));
        check("/A#zz", name("A#zz"));
        check(r"(a (b) \) \101\n\q)", bytes(b"a (b) ) A\nq"));
        check("(never closed", bytes(b"never closed"));
        check("<48 656C 6c6>", bytes(b"Hell`"));
        check("true", Object::Flag(true));
        check(
            "[1 2 0 R /X]",
            Object::Array(vec![Object::Number(1.0), Object::Reference(2), name("X")]),
        );
        check(
            "<< /A << /B null >> /C [ ] >>",
            Object::Dictionary(pairs(vec![
                name("A"),
                Object::Dictionary(pairs(vec![name("B"), Object::Null])),
                name("C"),
                Object::Array(vec![]),
            ])),
        );
    }

    #[test]
    fn nesting_without_end_is_cut() {
        let deep = "[".repeat(100_000);
        assert!(Syntax::new(deep.as_bytes(), 0).value().is_some());
        let deep = "<</A".repeat(100_000);
        assert!(Syntax::new(deep.as_bytes(), 0).value().is_some());
    }

    #[test]
    fn a_picture_between_words_is_passed() {
        let mut syntax = Syntax::new(b"\x01(EI\x02 EI Q (x)", 0);
        syntax.pass_inline_picture();
        assert!(syntax.keyword(b"Q"));
        assert_eq!(syntax.value(), Some(Object::Bytes(b"x".to_vec())));
    }
}

//! What a page shows: its letters in their places, its rules, and whether it has pictures
//! (ISO 32000-2, 8.4, 9.4 and 14.6).
//!
//! Called by [`super::read`] for each page; gives letters in the order they were drawn, with no
//! opinion about words. Deliberately absent: colours, clipping and anything that is not text or a
//! straight horizontal line.

mod matrix;
mod path;

use super::file::{Dictionary, File, Object, Syntax, Token};
use super::font::Font;
use super::pages::Page;
use matrix::Matrix;
use path::Path;
use std::collections::HashMap;
use std::rc::Rc;

/// Forms inside forms; deeper ones are drawn by nobody.
const DEEPEST: usize = 12;

/// More letters than any report has.
pub const MOST_LETTERS: usize = 1_500_000;

/// A letter, or several that one glyph shows, in its place on the page.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The characters.
    pub text: Rc<str>,
    /// Left and right, in points from the left of the page.
    pub x: (f64, f64),
    /// The baseline, in points from the bottom of the page.
    pub y: f64,
    /// The size of its type, in points.
    pub size: f64,
    /// Heavier than normal.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// Whether the file says that it is no content: a running header, a page number.
    pub artifact: bool,
}

/// A horizontal line: its height, its left and its right end.
pub type Rule = (f64, f64, f64);

/// An upright line: its place from the left, its lower and its upper end.
pub type Upright = (f64, f64, f64);

/// What a page shows.
#[derive(Default)]
pub struct Shown {
    /// Upright letters in the order of drawing.
    pub letters: Vec<Placed>,
    /// Words that run in another direction, such as a stamp across the page.
    pub turned: String,
    /// Horizontal lines that are drawn.
    pub rules: Vec<Rule>,
    /// Upright lines that are drawn.
    pub uprights: Vec<Upright>,
    /// How many pictures it has.
    pub pictures: usize,
    /// How many of the letters are not drawn: those that recognition lays over a scan.
    pub hidden: usize,
}

/// The fonts met with so far, by the number of their object.
pub type Fonts = HashMap<u32, Font>;

/// Reads a page.
pub fn show(file: &File<'_>, page: &Page, fonts: &mut Fonts, letters_before: usize) -> Shown {
    let [left, bottom, right, top] = page.frame;
    let (width, height) = (right - left, top - bottom);
    let upright = Matrix([1.0, 0.0, 0.0, 1.0, -left, -bottom]);
    let turn = match page.quarters {
        1 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, width]),
        2 => Matrix([-1.0, 0.0, 0.0, -1.0, width, height]),
        3 => Matrix([0.0, 1.0, -1.0, 0.0, height, 0.0]),
        _ => Matrix::SAME,
    };
    let mut reading = Reading {
        file,
        fonts,
        own_fonts: HashMap::new(),
        shown: Shown::default(),
        marks: Vec::new(),
        path: Path::default(),
        runs: 0,
        most: MOST_LETTERS.saturating_sub(letters_before),
    };
    let content = contents(file, page);
    let state = State { place: upright.then(&turn), ..State::default() };
    reading.run(&content, &page.resources, state, 0);
    reading.shown
}

/// The streams of a page as one, as if they were written one after the other.
fn contents(file: &File<'_>, page: &Page) -> Vec<u8> {
    let mut content = Vec::new();
    let streams = file.entry(&page.dictionary, b"Contents");
    let one = [(*streams).clone()];
    let streams = if streams.array().is_empty() { &one } else { streams.array() };
    for stream in streams {
        content.extend(file.stream(&file.resolve(stream)).unwrap_or_default());
        content.push(b'\n');
        if file.is_exhausted() {
            break;
        }
    }
    content
}

/// The state that `q` keeps and `Q` brings back.
#[derive(Clone)]
struct State {
    place: Matrix,
    font: Option<FontKey>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    outlined: bool,
    hidden: bool,
}

/// A font by its object, or by the content that names it where it is none.
#[derive(Clone, PartialEq, Eq, Hash)]
enum FontKey {
    Object(u32),
    Own(usize, Vec<u8>),
}

impl Default for State {
    fn default() -> Self {
        Self {
            place: Matrix::SAME,
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            outlined: false,
            hidden: false,
        }
    }
}

/// Marked content that is open.
#[derive(Default)]
struct Mark {
    artifact: bool,
    /// The label of an entry of a list, as long as nothing is seen of it.
    label: bool,
    actual_text: Option<(String, usize)>,
}

struct Reading<'r, 'b> {
    file: &'r File<'b>,
    fonts: &'r mut Fonts,
    own_fonts: HashMap<FontKey, Font>,
    shown: Shown,
    marks: Vec<Mark>,
    path: Path,
    most: usize,
    runs: usize,
}

impl Reading<'_, '_> {
    fn run(&mut self, content: &[u8], resources: &Object, state: State, depth: usize) {
        let none = Dictionary::new();
        let resources = resources.dictionary().unwrap_or(&none);
        let marks_before = self.marks.len();
        self.runs += 1;
        let run = self.runs;
        let mut states: Vec<State> = Vec::new();
        let mut state = state;
        let (mut line, mut text) = (Matrix::SAME, Matrix::SAME);
        let mut operands: Vec<Object> = Vec::new();
        let mut syntax = Syntax::new(content, 0);
        while let Some(token) = syntax.token() {
            let operator = match token {
                Token::Value(value) => {
                    // No operator takes more; what is before was damage.
                    if operands.len() > 64 {
                        operands.clear();
                    }
                    operands.push(value);
                    continue;
                }
                Token::Keyword(operator) => operator,
            };
            let number = |at: usize| operands.get(at).map_or(0.0, Object::number);
            match operator {
                b"q" if states.len() < 512 => states.push(state.clone()),
                b"Q" => state = states.pop().unwrap_or(state),
                b"cm" => state.place = Matrix::of(&operands).then(&state.place),
                b"BT" => (line, text) = (Matrix::SAME, Matrix::SAME),
                b"Tf" => {
                    if let Some(name) = operands.first() {
                        state.font = self.font(resources, name.name(), run);
                    }
                    state.size = number(1);
                }
                b"Tc" => state.letter_space = number(0),
                b"Tw" => state.word_space = number(0),
                b"Tz" => state.stretch = number(0) / 100.0,
                b"TL" => state.leading = number(0),
                b"Ts" => state.rise = number(0),
                b"Tr" => {
                    state.outlined = matches!(number(0) as u8, 2 | 6);
                    state.hidden = number(0) as u8 == 3;
                }
                b"Td" | b"TD" => {
                    if operator == b"TD" {
                        state.leading = -number(1);
                    }
                    line = Matrix::shift(number(0), number(1)).then(&line);
                    text = line;
                }
                b"Tm" => {
                    line = Matrix::of(&operands);
                    text = line;
                }
                b"T*" | b"'" | b"\"" => {
                    if operator == b"\"" {
                        (state.word_space, state.letter_space) = (number(0), number(1));
                    }
                    line = Matrix::shift(0.0, -state.leading).then(&line);
                    text = line;
                    if let Some(Object::Bytes(bytes)) = operands.last() {
                        self.letters(bytes, &state, &mut text);
                    }
                }
                b"Tj" => {
                    if let Some(Object::Bytes(bytes)) = operands.last() {
                        self.letters(bytes, &state, &mut text);
                    }
                }
                b"TJ" => {
                    for value in operands.last().map_or(&[][..], Object::array) {
                        match value {
                            Object::Bytes(bytes) => self.letters(bytes, &state, &mut text),
                            Object::Number(back) => {
                                let by = -back / 1000.0 * state.size * state.stretch;
                                text = Matrix::shift(by, 0.0).then(&text);
                            }
                            _ => {}
                        }
                    }
                }
                b"gs" => self.settings(resources, &operands, &mut state),
                b"BMC" | b"BDC" => self.mark(resources, &operands),
                b"EMC" => self.unmark(marks_before),
                b"BI" => {
                    while syntax.token().is_some_and(|token| token != Token::Keyword(b"ID")) {}
                    syntax.pass_inline_picture();
                    self.shown.pictures += 1;
                }
                b"Do" => {
                    self.file.spend(500);
                    let name = operands.first().map_or(&b""[..], Object::name);
                    let all = self.file.entry(resources, b"XObject");
                    let object = all.dictionary().map(|all| self.file.entry(all, name));
                    self.drawn_object(&object.unwrap_or_default(), resources, &state, depth);
                }
                b"m" => self.path.move_to(state.place.point(number(0), number(1))),
                b"l" => self.path.line_to(state.place.point(number(0), number(1))),
                b"c" => self.path.move_to(state.place.point(number(4), number(5))),
                b"v" | b"y" => self.path.move_to(state.place.point(number(2), number(3))),
                b"re" => {
                    let (x, y) = (number(0), number(1));
                    let [one, other] = [(x, y), (x + number(2), y + number(3))]
                        .map(|(x, y)| state.place.point(x, y));
                    self.path.rectangle(one, other);
                }
                b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                    let Shown { rules, uprights, .. } = &mut self.shown;
                    if let Some(bounds) = self.path.paint(rules, uprights) {
                        self.drawn_label(bounds);
                    }
                }
                b"n" => self.path.clear(),
                _ => {}
            }
            operands.clear();
            if self.shown.letters.len() > self.most {
                break;
            }
        }
        while self.marks.len() > marks_before {
            self.unmark(marks_before);
        }
    }

    fn font(&mut self, resources: &Dictionary, name: &[u8], run: usize) -> Option<FontKey> {
        let all = self.file.entry(resources, b"Font");
        let said = all.dictionary()?.get(name)?;
        if let Object::Reference(number) = said {
            if !self.fonts.contains_key(number) {
                let object = self.file.resolve(said);
                self.fonts.insert(*number, Font::read(self.file, object.dictionary()?));
            }
            return Some(FontKey::Object(*number));
        }
        let key = FontKey::Own(run, name.to_vec());
        if self.own_fonts.contains_key(&key) {
            return Some(key);
        }
        self.file.spend(100_000);
        let font = Font::read(self.file, said.dictionary()?);
        self.own_fonts.insert(key.clone(), font);
        Some(key)
    }

    fn settings(&mut self, resources: &Dictionary, operands: &[Object], state: &mut State) {
        let all = self.file.entry(resources, b"ExtGState");
        let name = operands.first().map_or(&b""[..], Object::name);
        let Some(all) = all.dictionary() else { return };
        let own = self.file.entry(all, name);
        let Some(own) = own.dictionary() else { return };
        let said = self.file.entry(own, b"Font");
        if let [Object::Reference(number), size] = said.array() {
            let object = self.file.resolve(&Object::Reference(*number));
            if let Some(dictionary) = object.dictionary() {
                self.fonts.entry(*number).or_insert_with(|| Font::read(self.file, dictionary));
                state.font = Some(FontKey::Object(*number));
                state.size = size.number();
            }
        }
    }

    fn letters(&mut self, bytes: &[u8], state: &State, text: &mut Matrix) {
        let font = match &state.font {
            Some(FontKey::Object(number)) => self.fonts.get_mut(number),
            Some(own) => self.own_fonts.get_mut(own),
            None => None,
        };
        let Some(font) = font else { return };
        let (bold, italic) = (font.bold || state.outlined, font.italic);
        let artifact = self.marks.iter().any(|mark| mark.artifact);
        let room = self.most.saturating_sub(self.shown.letters.len()) + 1;
        for letter in font.letters(&bytes[..bytes.len().min(4 * room)]).into_iter().take(room) {
            let placed = text.then(&state.place);
            let advance = letter.width * state.size * state.stretch;
            let (from_x, from_y) = placed.point(0.0, state.rise);
            let (to_x, to_y) = placed.point(advance, state.rise);
            let size = (state.size * placed.height()).abs();
            let word = if letter.is_space { state.word_space } else { 0.0 };
            let on = advance + (state.letter_space + word) * state.stretch;
            *text = Matrix::shift(on, 0.0).then(text);
            let upright = placed.is_upright() && (to_y - from_y).abs() <= 0.1 * size;
            if !size.is_finite() || size > 2000.0 || !from_x.is_finite() || !from_y.is_finite() {
                continue;
            }
            if !upright {
                self.shown.turned.push_str(&letter.text);
            } else if size > 0.5 {
                let skewed = placed.is_skewed();
                self.shown.hidden += usize::from(state.hidden);
                self.shown.letters.push(Placed {
                    text: letter.text,
                    x: (from_x.min(to_x), from_x.max(to_x)),
                    y: from_y,
                    size,
                    bold,
                    italic: italic || skewed,
                    artifact,
                });
            }
        }
    }

    fn mark(&mut self, resources: &Dictionary, operands: &[Object]) {
        let is = |name: &[u8]| operands.first().is_some_and(|kind| kind.name() == name);
        let mut mark = Mark { artifact: is(b"Artifact"), label: is(b"Lbl"), ..Mark::default() };
        let said = match operands.get(1) {
            Some(Object::Name(name)) => {
                let all = self.file.entry(resources, b"Properties");
                all.dictionary().map(|all| self.file.entry(all, name)).unwrap_or_default()
            }
            other => Rc::new(other.cloned().unwrap_or_default()),
        };
        if let Some(said) = said.dictionary()
            && let Object::Bytes(bytes) = &*self.file.entry(said, b"ActualText")
        {
            mark.actual_text = Some((text_string(bytes), self.shown.letters.len()));
        }
        if self.marks.len() < 512 {
            self.marks.push(mark);
        }
    }

    /// Browsers draw the bullets of lists, and say that each is a label: it is one letter more.
    fn drawn_label(&mut self, [left, bottom, right, top]: [f64; 4]) {
        let height = top - bottom;
        let is_bullet = (1.0..12.0).contains(&height) && (1.0..12.0).contains(&(right - left));
        let Some(mark) = self.marks.last_mut().filter(|mark| mark.label && is_bullet) else {
            return;
        };
        mark.label = false;
        let size = 3.2 * height;
        self.shown.letters.push(Placed {
            text: "•".into(),
            x: (left, right),
            y: (bottom + top) / 2.0 - 0.3 * size,
            size,
            bold: false,
            italic: false,
            artifact: false,
        });
    }

    /// Closes marked content; where it says which words its letters stand for, those count.
    fn unmark(&mut self, keep: usize) {
        if self.marks.len() <= keep {
            return;
        }
        let Some((text, from)) = self.marks.pop().and_then(|mark| mark.actual_text) else { return };
        let letters = &mut self.shown.letters;
        let Some(first) = letters.get(from).cloned() else { return };
        let drawn: String = letters[from..].iter().map(|letter| &*letter.text).collect();
        let one_line = letters[from..].iter().all(|letter| (letter.y - first.y).abs() < first.size);
        if one_line && drawn != text {
            let left = letters[from..].iter().fold(f64::MAX, |x, letter| x.min(letter.x.0));
            let right = letters[from..].iter().fold(f64::MIN, |x, letter| x.max(letter.x.1));
            letters.truncate(from);
            if !text.is_empty() {
                letters.push(Placed { text: text.into(), x: (left, right), ..first });
            }
        }
    }

    fn drawn_object(&mut self, object: &Object, outer: &Dictionary, state: &State, depth: usize) {
        let Some(dictionary) = object.dictionary() else { return };
        match self.file.entry(dictionary, b"Subtype").name() {
            b"Image" => self.shown.pictures += 1,
            b"Form" if depth < DEEPEST && !self.file.is_exhausted() => {
                let Some(content) = self.file.stream(object) else { return };
                self.file.spend(content.len() + 1000);
                let matrix = self.file.entry(dictionary, b"Matrix");
                let mut state = state.clone();
                if matrix.array().len() == 6 {
                    state.place = Matrix::of(matrix.array()).then(&state.place);
                }
                let own = self.file.entry(dictionary, b"Resources");
                if own.dictionary().is_some() {
                    self.run(&content, &own, state, depth + 1);
                } else {
                    self.run(&content, &Object::Dictionary(outer.clone()), state, depth + 1);
                }
            }
            _ => {}
        }
    }
}

/// A text string of the file: UTF-16 or UTF-8 with a mark, else one byte a letter.
pub fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into(),
    }
}

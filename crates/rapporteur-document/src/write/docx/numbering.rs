//! Real numbering: one multi-level list for the headings, one list instance for each list.

use crate::style::{HeadingNumber, NumberFormat as Format};
use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelOverride, LevelText, NumberFormat,
    Numbering, NumberingId, RunFonts, SpecialIndentType, Start,
};

/// The indentation of one list level, in twentieths of a point: room for `112.` at 11 points.
pub(super) const STEP: i32 = 510;

/// Levels of a list; Word knows nine.
const LEVELS: usize = 9;

/// Ids begin above 1, which docx-rs keeps for a list of its own that `xml` leaves out.
pub(super) const HEADINGS: usize = 10;

/// The numbering of one document in the making.
pub(super) struct Numberings {
    docx: Docx,
    next_instance: usize,
    /// The instance headings use at present, and the count it has reached on each level.
    headings: usize,
    counts: [u32; 3],
    /// Where each level of that instance starts again under a heading above it.
    starts: [u32; 3],
}

impl Numberings {
    pub(super) fn new(mut docx: Docx, heading_formats: [Format; 3]) -> Self {
        let mut headings = AbstractNumbering::new(HEADINGS);
        for (level, format) in heading_formats.into_iter().enumerate() {
            headings = headings.add_level(heading_level(level, format));
        }
        docx =
            docx.add_abstract_numbering(headings).add_numbering(Numbering::new(HEADINGS, HEADINGS));
        for format in [
            Format::Bullet,
            Format::Decimal,
            Format::LowerLetter,
            Format::UpperLetter,
            Format::LowerRoman,
        ] {
            let mut list = AbstractNumbering::new(abstract_of(format));
            for level in 0..LEVELS {
                list = list.add_level(list_level(level, format));
            }
            docx = docx.add_abstract_numbering(list);
        }
        Self {
            docx,
            next_instance: HEADINGS + 1,
            headings: HEADINGS,
            counts: [0; 3],
            starts: [1; 3],
        }
    }

    /// What a heading needs besides its style, which numbers it: nothing where the style counts
    /// right, a restart where a number was skipped. `level` is 0 for sections, 1 for parts, 2 for
    /// parts of parts.
    pub(super) fn heading(
        &mut self,
        number: &HeadingNumber,
        level: usize,
    ) -> Option<(NumberingId, IndentLevel)> {
        let expected = match self.counts[level] {
            0 => self.starts[level],
            count => count + 1,
        };
        if number.value != expected {
            let start = LevelOverride::new(level).start(number.value as usize);
            self.headings = self.instance(HEADINGS, start);
            self.starts = [1; 3];
            self.starts[level] = number.value;
        }
        self.counts[level] = number.value;
        self.counts[level + 1..].fill(0);
        (self.headings != HEADINGS)
            .then(|| (NumberingId::new(self.headings), IndentLevel::new(level)))
    }

    /// A list of its own, counting from 1.
    pub(super) fn list(&mut self, format: Format, depth: usize) -> (NumberingId, IndentLevel) {
        let level = depth.min(LEVELS - 1);
        let instance = self.instance(abstract_of(format), LevelOverride::new(level).start(1));
        (NumberingId::new(instance), IndentLevel::new(level))
    }

    pub(super) fn finish(self) -> Docx {
        self.docx
    }

    fn instance(&mut self, of: usize, start: LevelOverride) -> usize {
        let id = self.next_instance;
        self.next_instance += 1;
        let docx = std::mem::take(&mut self.docx);
        self.docx = docx.add_numbering(Numbering::new(id, of).add_override(start));
        id
    }
}

fn abstract_of(format: Format) -> usize {
    match format {
        Format::Bullet => 11,
        Format::Decimal => 12,
        Format::LowerLetter => 13,
        Format::UpperLetter => 14,
        Format::LowerRoman => 15,
    }
}

fn heading_level(level: usize, format: Format) -> Level {
    let indent = Some(STEP);
    level_of(level, format).paragraph_style(format!("Heading{}", level + 2)).indent(
        indent,
        Some(SpecialIndentType::Hanging(STEP)),
        None,
        None,
    )
}

fn list_level(level: usize, format: Format) -> Level {
    let steps = i32::try_from(level).unwrap_or(0) + 1;
    level_of(level, format).indent(
        Some(STEP * steps),
        Some(SpecialIndentType::Hanging(STEP)),
        None,
        None,
    )
}

fn level_of(level: usize, format: Format) -> Level {
    let (name, text) = match format {
        Format::Bullet => ("bullet", format.label(1, level)),
        Format::Decimal => ("decimal", format!("%{}.", level + 1)),
        Format::LowerLetter => ("lowerLetter", format!("%{}.", level + 1)),
        Format::UpperLetter => ("upperLetter", format!("%{}.", level + 1)),
        Format::LowerRoman => ("lowerRoman", format!("%{}.", level + 1)),
    };
    let made = Level::new(
        level,
        Start::new(1),
        NumberFormat::new(name),
        LevelText::new(text),
        LevelJc::new("left"),
    );
    // The three bullets are characters of any text font; no symbol font, no private code points.
    if format == Format::Bullet {
        made.fonts(RunFonts::new().ascii("Arial").hi_ansi("Arial").cs("Arial"))
    } else {
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skipped_number_does_not_come_back() {
        let formats = [Format::Decimal, Format::UpperLetter, Format::LowerRoman];
        let mut numberings = Numberings::new(Docx::new(), formats);
        let mut check = |level, value, instance: Option<usize>| {
            let number = HeadingNumber { format: formats[level], value };
            let found = numberings.heading(&number, level);
            assert_eq!(found.map(|(id, _)| id.id), instance, "{value} on level {level}");
        };
        check(0, 1, None);
        check(1, 2, Some(HEADINGS + 1));
        check(0, 2, Some(HEADINGS + 1));
        // The instance above would begin these parts with B again.
        check(1, 1, Some(HEADINGS + 2));
        check(1, 2, Some(HEADINGS + 2));
        check(0, 3, Some(HEADINGS + 2));
        check(1, 1, Some(HEADINGS + 2));
    }
}

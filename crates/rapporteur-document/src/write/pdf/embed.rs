//! The fonts a document really uses: every pair of glyph and text has a code of its own, so
//! what is copied out of the file is what was written.

use parley::FontData;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider, Tag};
use std::collections::HashMap;
use subsetter::GlyphRemapper;

/// One face with the glyphs used of it.
pub(super) struct UsedFace {
    font: FontData,
    remapper: GlyphRemapper,
    /// Text of each code, from code 1 on; code 0 is never used.
    codes: Vec<Code>,
    known: HashMap<(u16, String), (u16, f32)>,
    compact: bool,
}

struct Code {
    glyph: u16,
    text: String,
    width: f32,
}

/// What a PDF needs of a face.
pub(super) struct Embedded {
    /// The font program.
    pub program: Vec<u8>,
    /// Whether it has PostScript outlines.
    pub compact: bool,
    /// Its name with the tag of a subset.
    pub name: String,
    /// Width and text of each code from 1 on, and its glyph in the program.
    pub codes: Vec<(u16, f32, String)>,
    /// Ascent, descent, cap height, in thousandths.
    pub metrics: [f32; 3],
    /// The box around all glyphs, in thousandths.
    pub bounds: [f32; 4],
    /// The slant in degrees.
    pub angle: f32,
}

impl UsedFace {
    pub(super) fn new(font: FontData) -> Self {
        let compact = FontRef::from_index(font.data.as_ref(), font.index)
            .is_ok_and(|face| face.table_data(Tag::new(b"CFF ")).is_some());
        Self {
            font,
            remapper: GlyphRemapper::new(),
            codes: Vec::new(),
            known: HashMap::new(),
            compact,
        }
    }

    pub(super) fn is(&self, font: &FontData) -> bool {
        self.font.data.id() == font.data.id() && self.font.index == font.index
    }

    /// The code of a glyph that stands for some text, and its width in thousandths.
    pub(super) fn code(&mut self, glyph: u16, text: &str) -> (u16, f32) {
        // The codes of PostScript outlines are their glyphs, so one text has to do for each.
        let key = (glyph, if self.compact { String::new() } else { text.to_owned() });
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let mapped = self.remapper.remap(glyph);
        let width = self.width(glyph);
        self.codes.push(Code { glyph: mapped, text: text.to_owned(), width });
        let code =
            if self.compact { mapped } else { u16::try_from(self.codes.len()).unwrap_or(u16::MAX) };
        self.known.insert(key, (code, width));
        (code, width)
    }

    fn width(&self, glyph: u16) -> f32 {
        let Ok(face) = FontRef::from_index(self.font.data.as_ref(), self.font.index) else {
            return 0.0;
        };
        let metrics = face.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units = face.head().map_or(1000.0, |head| f32::from(head.units_per_em()));
        metrics.advance_width(u32::from(glyph).into()).unwrap_or(0.0) * 1000.0 / units
    }

    /// The subset, named by `at` so that two faces never share a name.
    pub(super) fn embed(&self, at: usize) -> Result<Embedded, String> {
        let data = self.font.data.as_ref();
        let face = FontRef::from_index(data, self.font.index).map_err(|error| error.to_string())?;
        let program = subsetter::subset(data, self.font.index, &self.remapper)
            .map_err(|error| error.to_string())?;
        let units = face.head().map_or(1000.0, |head| f32::from(head.units_per_em()));
        let metrics = face.metrics(Size::unscaled(), LocationRef::default());
        let scale = 1000.0 / units;
        let bounds = metrics.bounds.map_or([0.0, -250.0, 1000.0, 1000.0], |b| {
            [b.x_min * scale, b.y_min * scale, b.x_max * scale, b.y_max * scale]
        });
        let family = face
            .localized_strings(skrifa::string::StringId::POSTSCRIPT_NAME)
            .english_or_first()
            .map_or_else(|| "Font".to_owned(), |name| name.chars().collect());
        let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
        Ok(Embedded {
            program,
            compact: self.compact,
            name: format!("RAPPO{}+{family}", letter(at)),
            codes: self
                .codes
                .iter()
                .map(|code| (code.glyph, code.width, code.text.clone()))
                .collect(),
            metrics: [
                metrics.ascent * scale,
                metrics.descent * scale,
                metrics.cap_height.unwrap_or(units * 0.7) * scale,
            ],
            bounds,
            angle: metrics.italic_angle,
        })
    }
}

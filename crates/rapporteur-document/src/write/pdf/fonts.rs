//! The typefaces of the page: Noto Sans and Noto Serif with Arabic, and what the caller found
//! besides.

use crate::Error;
use crate::style::Typeface;
use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashSet;
use std::sync::Arc;

const BUILT_IN: [&[u8]; 10] = [
    include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSans-Italic.ttf"),
    include_bytes!("../../../fonts/NotoSans-BoldItalic.ttf"),
    include_bytes!("../../../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../../../fonts/NotoSerif-Italic.ttf"),
    include_bytes!("../../../fonts/NotoSerif-BoldItalic.ttf"),
    include_bytes!("../../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../../fonts/NotoSansArabic-Bold.ttf"),
];

/// The fonts a PDF is set in; cheap to clone, made once and used for every writing.
#[derive(Clone)]
pub struct Fonts {
    collection: Collection,
    families: Vec<String>,
    covered: Arc<HashSet<char>>,
}

/// The font file of one cut of a typeface, for whoever shows the page outside the PDF.
pub fn font_file(typeface: Typeface, bold: bool, italic: bool) -> &'static [u8] {
    let first = match typeface {
        Typeface::NotoSans => 0,
        Typeface::NotoSerif => 4,
    };
    BUILT_IN[first + usize::from(bold) + 2 * usize::from(italic)]
}

impl Fonts {
    /// Noto Sans and Noto Serif in four cuts each and Noto Sans Arabic in two: Latin with any
    /// diacritics, Greek, Cyrillic and Arabic.
    pub fn built_in() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let collection = Collection::new(options);
        let mut fonts = Self { collection, families: Vec::new(), covered: Arc::default() };
        for bytes in BUILT_IN {
            fonts.add(Arc::new(bytes));
        }
        fonts
    }

    /// The same with a font that is asked where the built-in ones lack a character.
    ///
    /// # Errors
    /// [`Error::Write`] for bytes that are no font.
    pub fn with_fallback(mut self, bytes: Vec<u8>) -> Result<Self, Error> {
        if self.add(Arc::new(bytes)) {
            Ok(self)
        } else {
            Err(Error::Write {
                format: "PDF",
                reason: "a font found on this machine cannot be read".to_owned(),
            })
        }
    }

    fn add(&mut self, bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) -> bool {
        if let Ok(face) = FontRef::from_index(bytes.as_ref().as_ref(), 0) {
            let covered = Arc::make_mut(&mut self.covered);
            covered.extend(face.charmap().mappings().filter_map(|(code, _)| char::from_u32(code)));
        }
        let added = self.collection.register_fonts(Blob::new(bytes), None);
        for (family, _) in &added {
            if let Some(name) = self.collection.family_name(*family) {
                let name = name.to_owned();
                if !self.families.contains(&name) {
                    self.families.push(name);
                }
            }
        }
        !added.is_empty()
    }

    /// Whether some font has a character, or none needs it because it is never drawn.
    pub(super) fn has(&self, c: char) -> bool {
        self.covered.contains(&c) || c.is_control() || c.is_whitespace()
    }

    pub(super) fn context(&self) -> FontContext {
        FontContext { collection: self.collection.clone(), source_cache: SourceCache::default() }
    }

    /// The families in the order they are asked, the text's own first, as a list in CSS.
    pub(super) fn families(&self, first: Typeface) -> String {
        let others = self.families.iter().map(String::as_str);
        let all =
            std::iter::once(first.family()).chain(others.filter(|name| *name != first.family()));
        all.map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
    }
}

//! Setting text: runs become lines of placed glyphs, through parley.

use super::embed::UsedFace;
use super::fonts::Fonts;
use crate::style::{Printed, Run};
use parley::style::{FontFamily, FontStyle, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, FontContext, Layout, LayoutContext};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The height of a line of either typeface at a spacing of 1, in type sizes: as tall as Arial's.
const NORMAL_LINE: f32 = 1.17;

/// The longest text set at once, in bytes; longer ones go on in another layout. Real
/// paragraphs have a few hundred.
const LONGEST: usize = 50_000;

/// A line of text, ready to be drawn.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub height: f32,
    /// From the top of the line to its baseline.
    pub baseline: f32,
    pub segments: Vec<Segment>,
}

/// Glyphs of one run in one line.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// Which of the runs.
    pub run: usize,
    /// From and to, in points from the left of the text.
    pub x: (f32, f32),
    pub glyphs: Vec<Placed>,
}

/// A glyph in its place.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub face: usize,
    pub code: u16,
    /// The width the font gives it, in points.
    pub width: f32,
    pub x: f32,
    /// Above the baseline.
    pub y: f32,
}

/// How some text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub size: f32,
    pub bold: bool,
    pub italic: bool,
}

/// Sets text and remembers what was used for it.
pub(super) struct Setter<'f> {
    fonts: &'f Fonts,
    context: FontContext,
    layouts: LayoutContext<usize>,
    families: String,
    spacing: f32,
    used: Vec<UsedFace>,
    missing: BTreeSet<char>,
}

impl<'f> Setter<'f> {
    pub(super) fn new(fonts: &'f Fonts, printed: &Printed) -> Self {
        Self {
            fonts,
            context: fonts.context(),
            layouts: LayoutContext::new(),
            families: fonts.families(printed.look.typeface),
            spacing: printed.look.line_spacing,
            used: Vec::new(),
            missing: BTreeSet::new(),
        }
    }

    /// The lines of some runs within a width, in points.
    pub(super) fn set(&mut self, runs: &[Run], with: Type, width: f32) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut pieces: Vec<(usize, Run)> = Vec::new();
        let mut length = 0;
        for (at, run) in runs.iter().enumerate() {
            for text in chunks(&self.drawable(&run.text)) {
                if length + text.len() > LONGEST && !pieces.is_empty() {
                    lines.extend(self.set_pieces(&pieces, with, width));
                    pieces.clear();
                    length = 0;
                }
                length += text.len();
                pieces.push((at, Run { text: text.to_owned(), ..run.clone() }));
            }
        }
        lines.extend(self.set_pieces(&pieces, with, width));
        lines
    }

    /// The width of one line of text.
    pub(super) fn width(line: &[Line]) -> f32 {
        line.iter().flat_map(|line| &line.segments).map(|segment| segment.x.1).fold(0.0, f32::max)
    }

    /// The characters no font has, for a sentence.
    pub(super) fn missing(&self) -> Option<String> {
        let shown: Vec<String> = self.missing.iter().take(12).map(|c| format!("“{c}”")).collect();
        let more = if self.missing.len() > 12 { " and others" } else { "" };
        (!shown.is_empty()).then(|| format!("{}{more}", shown.join(", ")))
    }

    pub(super) fn into_used(self) -> Vec<UsedFace> {
        self.used
    }

    /// Whether some font has a character.
    pub(super) fn can_draw(&self, c: char) -> bool {
        self.fonts.has(c)
    }

    /// The text with a transcription for what no font has.
    fn drawable<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        if text.chars().all(|c| self.fonts.has(c) && (!c.is_control() || c == '\n')) {
            return Cow::Borrowed(text);
        }
        let mut drawn = String::with_capacity(text.len());
        for c in text.chars() {
            if c == '\t' {
                drawn.push(' ');
            } else if c.is_control() && c != '\n' {
                continue;
            } else if self.fonts.has(c) {
                drawn.push(c);
            } else {
                self.missing.insert(c);
                drawn.push_str(match any_ascii::any_ascii_char(c) {
                    "" => "?",
                    latin => latin,
                });
            }
        }
        Cow::Owned(drawn)
    }

    fn set_pieces(&mut self, pieces: &[(usize, Run)], with: Type, width: f32) -> Vec<Line> {
        let text: String = pieces.iter().map(|(_, run)| run.text.as_str()).collect();
        let right_to_left = text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left);
        let families = self.families.clone();
        let mut builder = self.layouts.ranged_builder(&mut self.context, &text, 1.0, false);
        let direction =
            if right_to_left { parley::BaseDirection::Rtl } else { parley::BaseDirection::Ltr };
        builder.set_base_direction(direction);
        builder.push_default(StyleProperty::FontFamily(FontFamily::Source(Cow::Owned(families))));
        builder.push_default(StyleProperty::FontSize(with.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(
            NORMAL_LINE * self.spacing,
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut start = 0;
        for (at, (_, run)) in pieces.iter().enumerate() {
            let range = start..start + run.text.len();
            start = range.end;
            builder.push(StyleProperty::Brush(at), range.clone());
            if run.bold || with.bold {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
            if run.italic || with.italic {
                builder.push(StyleProperty::FontStyle(FontStyle::Italic), range);
            }
        }
        let mut layout: Layout<usize> = builder.build(&text);
        layout.break_all_lines(Some(width));
        let alignment = if right_to_left { Alignment::Right } else { Alignment::Left };
        layout.align(alignment, AlignmentOptions::default());
        let mut top = 0.0;
        let mut lines = Vec::with_capacity(layout.len());
        for line in layout.lines() {
            let metrics = line.metrics();
            lines.push(Line {
                height: metrics.line_height,
                baseline: metrics.baseline - top,
                segments: self.segments(&line, &text, pieces, with.size),
            });
            top += metrics.line_height;
        }
        lines
    }

    fn segments(
        &mut self,
        line: &parley::Line<'_, usize>,
        text: &str,
        pieces: &[(usize, Run)],
        size: f32,
    ) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        let mut x = line.metrics().offset;
        for run in line.runs() {
            let face = self.face(run.font());
            for cluster in run.visual_clusters() {
                let piece = cluster.style().brush;
                let owner = pieces.get(piece).map_or(0, |(owner, _)| *owner);
                let words = &text[cluster.text_range()];
                let advance = cluster.advance();
                if !cluster.is_ligature_continuation() && !words.starts_with('\n') {
                    let texts = self.texts(&run, &cluster, text);
                    if segments.last().is_none_or(|last| last.run != owner) {
                        segments.push(Segment { run: owner, x: (x, x), glyphs: Vec::new() });
                    }
                    // Parley shares a ligature's advance among its letters; right to left its glyph
                    // begins where the last of them stands, further left than this cluster.
                    let mut pen = if run.is_rtl() && cluster.is_ligature_start() {
                        x + advance - cluster.glyphs().map(|glyph| glyph.advance).sum::<f32>()
                    } else {
                        x
                    };
                    for (glyph, words) in cluster.glyphs().zip(texts) {
                        let Ok(id) = u16::try_from(glyph.id) else { continue };
                        let (code, thousandths) = self.used[face].code(id, &words);
                        let width = thousandths * size / 1000.0;
                        if let Some(segment) = segments.last_mut() {
                            segment.glyphs.push(Placed {
                                face,
                                code,
                                width,
                                x: pen + glyph.x,
                                y: -glyph.y,
                            });
                        }
                        pen += glyph.advance;
                    }
                }
                x += advance;
                // A link is not underlined past its last word.
                let ends_line =
                    cluster.is_space_or_nbsp() && cluster.text_range().end == line.text_range().end;
                if let Some(segment) = segments.last_mut().filter(|_| !ends_line) {
                    segment.x.1 = x;
                }
            }
        }
        segments
    }

    /// The text each glyph of a cluster stands for. A cluster with the continuations of its
    /// ligature is shared out letter by letter; right-to-left text is read backwards.
    fn texts(
        &self,
        run: &parley::Run<'_, usize>,
        cluster: &parley::Cluster<'_, usize>,
        text: &str,
    ) -> Vec<String> {
        let mut range = cluster.text_range();
        if cluster.is_ligature_start() {
            let mut next = cluster.next_logical();
            while let Some(more) = next.filter(parley::Cluster::is_ligature_continuation) {
                range.end = range.end.max(more.text_range().end);
                next = more.next_logical();
            }
        }
        let glyphs = cluster.glyphs().count();
        let mut letters: Vec<char> = text[range].chars().filter(|c| *c != '\n').collect();
        if run.is_rtl() {
            letters.reverse();
        }
        (0..glyphs)
            .map(|at| match letters.get(at) {
                None => "\u{200b}".to_owned(),
                Some(_) if at + 1 == glyphs => letters[at..].iter().collect(),
                Some(letter) => letter.to_string(),
            })
            .collect()
    }

    fn face(&mut self, font: &parley::FontData) -> usize {
        match self.used.iter().position(|used| used.is(font)) {
            Some(at) => at,
            None => {
                self.used.push(UsedFace::new(font.clone()));
                self.used.len() - 1
            }
        }
    }
}

pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x10800..=0x10FFF)
}

/// A text in pieces that can be set at once, cut at spaces where there are any.
fn chunks(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut pieces = Vec::new();
    while rest.len() > LONGEST {
        let limit = (0..=LONGEST).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(0);
        let cut = rest[..limit].rfind(' ').map_or(limit, |at| at + 1);
        let (piece, more) = rest.split_at(cut.max(1));
        pieces.push(piece);
        rest = more;
    }
    pieces.push(rest);
    pieces
}

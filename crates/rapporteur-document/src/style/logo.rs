//! The logo: a picture inside the template file, printed above the title block.
//!
//! Read by `template_file` and `problems`, printed by `print`; the writers of DOCX and PDF take
//! the [`Picture`]. Deliberately absent: scaling and converting; a logo is printed as it is.

use super::{Length, PageLook};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::io::Cursor;
use ts_rs::TS;

/// The most pixels: what a picture takes in memory while it is written.
const MOST_PIXELS: u64 = 16_000_000;
/// The height a new logo gets, in millimetres.
const USUAL_HEIGHT: Length = 15.0;

/// A picture above the title block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Logo {
    /// The bytes of a PNG (ISO/IEC 15948) or JPEG (ITU-T T.81) file, in Base64 (RFC 4648).
    pub image: String,
    /// The height it is printed at, in millimetres; the width follows.
    pub height: Length,
    /// What it shows, for people who do not see it.
    pub alternative_text: String,
}

/// A logo as the writers print it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What the bytes are.
    pub format: PictureFormat,
    /// The file as it came.
    pub bytes: Vec<u8>,
    /// Width and height in pixels, neither of them 0.
    pub pixels: (u32, u32),
    /// The height it is printed at, in millimetres.
    pub height: Length,
    /// What it shows.
    pub alternative_text: String,
}

/// The formats that DOCX and PDF both take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// Portable Network Graphics.
    Png,
    /// JPEG, baseline or progressive, of eight bits.
    Jpeg {
        /// 1 for grey, 3 for colour, 4 for printing inks.
        components: u8,
        /// Whether Adobe's marker is there; its inks are written upside down.
        adobe: bool,
    },
}

/// The colours of a PNG, row by row.
pub struct Pixels {
    /// Red, green and blue of each pixel.
    pub colours: Vec<u8>,
    /// How opaque each pixel is, unless all of them are.
    pub opacity: Option<Vec<u8>>,
}

impl Logo {
    /// The largest file, in bytes: a template stays something one can mail.
    pub const LARGEST: usize = 1_000_000;

    /// A logo from the bytes of a file.
    ///
    /// # Errors
    /// Why the file cannot be a logo, and what to do.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        if bytes.len() > Self::LARGEST {
            return Err("it is larger than 1 MB; choose a smaller picture".to_owned());
        }
        let logo = Self {
            image: STANDARD.encode(bytes),
            height: USUAL_HEIGHT,
            alternative_text: String::new(),
        };
        let picture = logo.picture()?;
        if picture.format == PictureFormat::Png {
            picture.decode()?;
        }
        Ok(logo)
    }

    /// The picture, if its file begins as one; its far end is not looked at.
    ///
    /// # Errors
    /// Why it cannot be printed, and what to do.
    pub fn picture(&self) -> Result<Picture, String> {
        let bytes = STANDARD
            .decode(self.image.split_whitespace().collect::<String>())
            .map_err(|_| "the picture is damaged; choose its file again".to_owned())?;
        if bytes.len() > Self::LARGEST {
            return Err("the picture is larger than 1 MB; choose a smaller one".to_owned());
        }
        let (format, width, height) = measure(&bytes)?;
        if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(format!(
                "a picture of {width} by {height} pixels cannot be printed; use one of at most 4000 by 4000"
            ));
        }
        Ok(Picture {
            format,
            bytes,
            pixels: (width, height),
            height: self.height,
            alternative_text: self.alternative_text.trim().to_owned(),
        })
    }

    /// What is wrong with the logo on such a page: the field and why.
    pub(super) fn problems(&self, look: &PageLook) -> Vec<(&'static str, String)> {
        let mut found = Vec::new();
        if !(3.0..=60.0).contains(&self.height) {
            found.push(("logo.height", "use 3 to 60 millimetres".to_owned()));
        }
        if self.alternative_text.trim().is_empty() {
            let reason = "say in a few words what the logo shows, for people who do not see it";
            found.push(("logo.alternative_text", reason.to_owned()));
        }
        match self.picture() {
            Err(reason) => found.push(("logo.image", reason)),
            Ok(picture) if picture.width() > look.text_width() => {
                let most = self.height * look.text_width() / picture.width();
                let reason = format!(
                    "it is wider than the text; use at most {:.0} millimetres",
                    most.floor()
                );
                found.push(("logo.height", reason));
            }
            Ok(_) => {}
        }
        found
    }
}

impl Picture {
    /// The width it is printed at, in millimetres.
    pub fn width(&self) -> Length {
        // Pixels are at most 16 million, which a float of 32 bits holds.
        #[allow(clippy::cast_precision_loss)]
        let ratio = self.pixels.0 as f32 / self.pixels.1 as f32;
        self.height * ratio
    }

    /// The colours of a PNG.
    ///
    /// # Errors
    /// For a file that ends early or is damaged, and for a JPEG.
    pub fn decode(&self) -> Result<Pixels, String> {
        let damaged = |error: png::DecodingError| {
            format!("the picture is damaged ({error}); choose another file")
        };
        let mut decoder = png::Decoder::new(Cursor::new(&self.bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().map_err(damaged)?;
        let size =
            reader.output_buffer_size().ok_or("the picture is too large; use a smaller one")?;
        let mut samples = vec![0; size];
        let frame = reader.next_frame(&mut samples).map_err(damaged)?;
        samples.truncate(frame.buffer_size());
        let channels = frame.color_type.samples();
        let mut colours = Vec::with_capacity(samples.len() / channels * 3);
        let mut opacity = Vec::with_capacity(samples.len() / channels);
        for pixel in samples.chunks_exact(channels) {
            match *pixel {
                [grey] => colours.extend([grey; 3]),
                [grey, alpha] => {
                    colours.extend([grey; 3]);
                    opacity.push(alpha);
                }
                [red, green, blue] => colours.extend([red, green, blue]),
                [red, green, blue, alpha] => {
                    colours.extend([red, green, blue]);
                    opacity.push(alpha);
                }
                _ => {}
            }
        }
        let solid = opacity.iter().all(|alpha| *alpha == u8::MAX);
        Ok(Pixels { colours, opacity: (!solid).then_some(opacity) })
    }
}

/// What a file is, its width and its height.
fn measure(bytes: &[u8]) -> Result<(PictureFormat, u32, u32), String> {
    let number = |at: usize| -> Option<u32> {
        bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
    };
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16) == Some(b"IHDR") {
        match (number(16), number(20)) {
            (Some(width), Some(height)) => return Ok((PictureFormat::Png, width, height)),
            _ => return Err("the picture ends early; choose its file again".to_owned()),
        }
    }
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return measure_jpeg(bytes);
    }
    Err("it is neither a PNG nor a JPEG picture; choose one of those".to_owned())
}

/// Walks the segments of a JPEG to its frame header (ITU-T T.81, B.2.2).
fn measure_jpeg(bytes: &[u8]) -> Result<(PictureFormat, u32, u32), String> {
    let early = || "the picture ends early; choose its file again".to_owned();
    let pair = |at: usize| -> Option<u16> {
        bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
    };
    let mut at = 2;
    let mut adobe = false;
    loop {
        let marker = pair(at).ok_or_else(early)?;
        let [0xff, kind] = marker.to_be_bytes() else { return Err(early()) };
        if kind == 0xff {
            at += 1;
            continue;
        }
        let length = usize::from(pair(at + 2).ok_or_else(early)?);
        match kind {
            0xc0..=0xc2 => {
                let (Some(height), Some(width)) = (pair(at + 5), pair(at + 7)) else {
                    return Err(early());
                };
                let (precision, components) = (bytes.get(at + 4), bytes.get(at + 9));
                return match (precision, components) {
                    (Some(8), Some(&components @ (1 | 3 | 4))) => Ok((
                        PictureFormat::Jpeg { components, adobe },
                        u32::from(width),
                        u32::from(height),
                    )),
                    _ => Err(unusual_jpeg()),
                };
            }
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Err(unusual_jpeg()),
            0xee => adobe |= bytes.get(at + 4..at + 9) == Some(b"Adobe"),
            _ => {}
        }
        at += 2 + length.max(2);
    }
}

fn unusual_jpeg() -> String {
    "it is an unusual kind of JPEG; save it as PNG and choose that".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(colour: png::ColorType, samples: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 2, 1);
        encoder.set_color(colour);
        encoder.write_header().unwrap().write_image_data(samples).unwrap();
        file
    }

    fn check_read(bytes: &[u8], expected: Result<(PictureFormat, (u32, u32)), &str>) {
        let read = Logo::read(bytes).and_then(|logo| logo.picture());
        match (read, expected) {
            (Ok(picture), Ok(expected)) => {
                assert_eq!((picture.format, picture.pixels), expected);
                assert_eq!(picture.bytes, bytes);
            }
            (Err(reason), Err(expected)) => assert!(reason.contains(expected), "{reason}"),
            (read, expected) => panic!("{read:?} instead of {expected:?}"),
        }
    }

    #[test]
    fn pictures_are_told_by_their_bytes() {
        let whole = png(png::ColorType::Rgb, &[0, 1, 2, 3, 4, 5]);
        check_read(&whole, Ok((PictureFormat::Png, (2, 1))));
        check_read(&whole[..whole.len() - 20], Err("damaged"));
        check_read(&whole[..18], Err("ends early"));
        let frame = [0xff, 0xc2, 0, 17, 8, 0, 5, 0, 9, 3];
        let jpeg = |parts: &[&[u8]]| [&[0xff, 0xd8][..], &parts.concat()].concat();
        let colour = PictureFormat::Jpeg { components: 3, adobe: false };
        check_read(&jpeg(&[&frame]), Ok((colour, (9, 5))));
        check_read(&jpeg(&[&[0xff, 0xe0, 0, 4, 1, 1], &frame]), Ok((colour, (9, 5))));
        let adobe = [0xff, 0xee, 0, 7, b'A', b'd', b'o', b'b', b'e'];
        let inks = [0xff, 0xc0, 0, 17, 8, 0, 5, 0, 9, 4];
        let format = PictureFormat::Jpeg { components: 4, adobe: true };
        check_read(&jpeg(&[&adobe, &inks]), Ok((format, (9, 5))));
        check_read(&jpeg(&[&[0xff, 0xe0, 0, 4]]), Err("ends early"));
        check_read(&jpeg(&[&[0xff, 0xc3, 0, 17, 8, 0, 5, 0, 9, 3]]), Err("unusual"));
        check_read(b"GIF89a", Err("neither"));
        check_read(&[], Err("neither"));
        check_read(&vec![0; Logo::LARGEST + 1], Err("1 MB"));
    }

    #[test]
    fn colours_and_opacity_are_parted() {
        let check = |colour, samples: &[u8], colours: &[u8], opacity: Option<&[u8]>| {
            let logo = Logo::read(&png(colour, samples)).unwrap();
            let pixels = logo.picture().unwrap().decode().unwrap();
            assert_eq!((&pixels.colours[..], pixels.opacity.as_deref()), (colours, opacity));
        };
        use png::ColorType::{Grayscale, GrayscaleAlpha, Rgb, Rgba};
        check(Grayscale, &[7, 9], &[7, 7, 7, 9, 9, 9], None);
        check(GrayscaleAlpha, &[7, 0, 9, 255], &[7, 7, 7, 9, 9, 9], Some(&[0, 255]));
        check(Rgb, &[1, 2, 3, 4, 5, 6], &[1, 2, 3, 4, 5, 6], None);
        check(Rgba, &[1, 2, 3, 255, 4, 5, 6, 255], &[1, 2, 3, 4, 5, 6], None);
    }
}

//! Whether a picture of the window looks like the one that is kept.
//!
//! Both are made small first, so that fonts that are drawn a little differently on another machine
//! make no difference and the references stay small. What is compared is the structure of small
//! squares (SSIM on the brightness, the distance of the colours), as `image-compare` does it: a
//! pane that moved or a button that is gone changes several squares altogether.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::imageops::FilterType;
use image::{DynamicImage, ExtendedColorType, ImageReader, RgbImage, imageops};

/// How wide the pictures are that are compared, in pixels.
const WIDTH: u32 = 352;
const QUALITY: u8 = 50;
/// How far a point runs into its neighbours before pictures are compared.
const SOFTNESS: f32 = 0.8;
/// The side of a square, as `image-compare` has it.
const SQUARE: u32 = 8;
/// From this difference on, of 255, a square is another one: in its structure, in its colours.
/// Measured: letters drawn without hinting and with coloured edges make two such squares at most.
const OTHER: [u8; 3] = [110, 14, 14];
const ALLOWED: usize = 2;

/// A reference picture in the repository.
pub struct Reference {
    path: PathBuf,
}

impl Reference {
    pub fn of(path: PathBuf) -> Self {
        Self { path }
    }

    /// Compares a picture with this one; with `BLESS` set it becomes this one instead.
    pub fn check(&self, picture: &Path) -> Result<(), String> {
        let actual = small(&open(picture));
        if std::env::var_os("BLESS").is_some() {
            self.bless(&actual);
            return Ok(());
        }
        let Ok(kept) = fs::read(&self.path) else {
            return Err(format!(
                "there is no {}; look at {} and, if it is right, run `cargo xtask pictures`",
                self.path.display(),
                picture.display()
            ));
        };
        let kept = decode(&kept);
        let difference = compare(&kept, &actual);
        if difference.squares <= ALLOWED {
            return Ok(());
        }
        let beside = picture.with_extension("difference.png");
        beside_each_other(&kept, &actual, &difference.shown).save(&beside).expect("it is written");
        Err(format!(
            "{} looks different in {} places: {} (kept, now, difference), {} (now, whole); if it \
             is right, run `cargo xtask pictures`",
            self.path.display(),
            difference.squares,
            beside.display(),
            picture.display()
        ))
    }

    /// A reference that still looks alike is left as it is, and so out of the next commit.
    fn bless(&self, actual: &RgbImage) {
        let same = |kept: Vec<u8>| compare(&decode(&kept), actual).squares == 0;
        if fs::read(&self.path).is_ok_and(same) {
            return;
        }
        let folder = self.path.parent().expect("a reference is in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(&self.path, encode(actual)).expect("the reference can be written");
    }
}

/// Keeps a picture as it is, for people to look at.
pub fn keep(picture: &Path, place: &Path) {
    fs::copy(picture, place).expect("the picture can be kept");
}

/// Keeps the first page of a PDF as a picture; `.png` is added to the name.
pub fn keep_page(pdf: &Path, place: &Path) {
    let drawn = Command::new("pdftoppm")
        .args(["-png", "-singlefile", "-gray", "-r", "72"])
        .args([pdf, place])
        .status();
    assert!(drawn.is_ok_and(|status| status.success()), "pdftoppm could not draw {pdf:?}");
}

struct Difference {
    squares: usize,
    shown: RgbImage,
}

/// Pictures of different sizes are different everywhere.
fn compare(kept: &RgbImage, actual: &RgbImage) -> Difference {
    if kept.dimensions() != actual.dimensions() {
        return Difference { squares: usize::MAX, shown: actual.clone() };
    }
    // What JPEG makes of a picture is no difference.
    let actual = decode(&encode(actual));
    let compared = image_compare::rgb_hybrid_compare(&soft(kept), &soft(&actual));
    let compared = compared.expect("pictures of one size can be compared");
    let shown = compared.image.to_color_map().into_rgb8();
    let mut squares = 0;
    for top in (0..shown.height()).step_by(SQUARE as usize) {
        for left in (0..shown.width()).step_by(SQUARE as usize) {
            squares += usize::from(is_other(&shown, left, top));
        }
    }
    Difference { squares, shown }
}

/// Without the grain that JPEG gives to even colours.
fn soft(picture: &RgbImage) -> RgbImage {
    DynamicImage::from(picture.clone()).blur(SOFTNESS).into_rgb8()
}

/// Whether a square is another one: its structure is one number, of its colours the mean counts.
fn is_other(difference: &RgbImage, left: u32, top: u32) -> bool {
    let right = (left + SQUARE).min(difference.width());
    let bottom = (top + SQUARE).min(difference.height());
    let points = (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y)));
    let mut sums = [0u32; 3];
    for (x, y) in points {
        for (sum, part) in sums.iter_mut().zip(difference.get_pixel(x, y).0) {
            *sum += u32::from(part);
        }
    }
    let number = (right - left) * (bottom - top);
    sums.iter().zip(OTHER).any(|(sum, other)| sum / number >= u32::from(other))
}

fn open(picture: &Path) -> DynamicImage {
    let read = ImageReader::open(picture).expect("the picture was written just now");
    read.decode().expect("the driver writes PNG")
}

fn small(picture: &DynamicImage) -> RgbImage {
    let height = picture.height() * WIDTH / picture.width();
    picture.resize_exact(WIDTH, height, FilterType::Triangle).into_rgb8()
}

fn encode(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (width, height) = picture.dimensions();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .encode(picture, width, height, ExtendedColorType::Rgb8)
        .expect("a picture in memory can be written");
    bytes
}

fn decode(bytes: &[u8]) -> RgbImage {
    let decoder = JpegDecoder::new(std::io::Cursor::new(bytes)).expect("a reference is a JPEG");
    DynamicImage::from_decoder(decoder).expect("a reference can be read").into_rgb8()
}

fn beside_each_other(kept: &RgbImage, actual: &RgbImage, difference: &RgbImage) -> RgbImage {
    const GAP: u32 = 8;
    let mut whole = RgbImage::new(3 * WIDTH + 2 * GAP, kept.height().max(actual.height()));
    for (at, part) in [kept, actual, difference].into_iter().enumerate() {
        let left = i64::try_from(at).expect("three are few") * i64::from(WIDTH + GAP);
        imageops::replace(&mut whole, part, left, 0);
    }
    whole
}

/// On a reference picture: what people would see is seen, what they would not is not.
mod tests {
    use super::*;

    /// How much smaller the reference is than the window that is 1280 pixels wide.
    const SCALE: f32 = WIDTH as f32 / 1280.0;

    fn reference() -> RgbImage {
        let path = "tests/window/pictures/usual-light/details.jpg";
        decode(&fs::read(rapporteur_tests::repository().join(path)).expect("it is kept"))
    }

    fn scaled(pixels: f32) -> u32 {
        (pixels * SCALE).round() as u32
    }

    /// Covers a part of the window, in its pixels, with the colour left of it.
    fn erase(picture: &mut RgbImage, left: f32, top: f32, width: f32, height: f32) {
        let colour = *picture.get_pixel(scaled(left) - 2, scaled(top));
        for y in scaled(top)..scaled(top + height) {
            for x in scaled(left)..scaled(left + width) {
                picture.put_pixel(x, y, colour);
            }
        }
    }

    /// Moves everything right of a line, as another width of the inspector does.
    fn shift(picture: &mut RgbImage, from: f32, by: f32) {
        let (from, by) = (scaled(from), scaled(by));
        let pane = imageops::crop_imm(picture, from, 0, WIDTH - from - by, picture.height());
        let pane = pane.to_image();
        imageops::replace(picture, &pane, i64::from(from + by), 0);
    }

    #[track_caller]
    fn check(change: impl Fn(&mut RgbImage), is_seen: bool) {
        let mut changed = reference();
        change(&mut changed);
        let squares = compare(&reference(), &changed).squares;
        assert_eq!(squares > ALLOWED, is_seen, "{squares} squares are others");
    }

    #[test]
    fn what_moved_or_is_gone_is_seen() {
        check(|picture| shift(picture, 920.0, 16.0), true);
        check(|picture| shift(picture, 248.0, 12.0), true);
        // The button PDF, the fields of the date, the whole inspector.
        check(|picture| erase(picture, 824.0, 6.0, 54.0, 34.0), true);
        check(|picture| erase(picture, 935.0, 130.0, 330.0, 50.0), true);
        check(|picture| erase(picture, 921.0, 60.0, 350.0, 600.0), true);
    }

    #[test]
    fn another_button_is_seen_by_its_colour_alone() {
        let repaint = |picture: &mut RgbImage| {
            for y in scaled(8.0)..scaled(37.0) {
                for x in scaled(826.0)..scaled(876.0) {
                    let [red, green, blue] = picture.get_pixel(x, y).0;
                    picture.put_pixel(x, y, image::Rgb([blue, green, red]));
                }
            }
        };
        check(repaint, true);
    }

    #[test]
    fn letters_drawn_a_little_otherwise_are_not_seen() {
        check(|_| {}, false);
        check(|picture| *picture = imageops::blur(picture, 0.6), false);
        check(|picture| imageops::colorops::brighten_in_place(picture, 2), false);
    }
}

//! How one person's name comes to be written in several ways.

use super::Dice;
use super::names::GOES_BY;

/// A name as its owner writes it.
#[derive(Clone)]
pub struct Own {
    pub given: String,
    pub middle: Option<String>,
    pub particle: Option<String>,
    pub family: String,
}

/// A name as a list prints it.
#[derive(Clone)]
pub struct Variation(pub String);

impl Own {
    fn printed(&self) -> String {
        let middle = self.middle.as_deref().unwrap_or("");
        let particle = self.particle.as_deref().unwrap_or("");
        let words = [self.given.as_str(), middle, particle, self.family.as_str()];
        words.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(" ")
    }
}

/// The usual spelling first; two in five are also written otherwise, in up to three ways.
pub fn variations(own: &Own, dice: &mut Dice) -> Vec<Variation> {
    // Names in another script are printed in Latin letters nearly always.
    let usual = Own {
        given: romanised(&own.given, dice, 0),
        middle: own.middle.as_ref().map(|name| romanised(name, dice, 0)),
        family: romanised(&own.family, dice, 0),
        ..own.clone()
    };
    let mut all = vec![Variation(usual.printed())];
    if dice.percent(40) {
        for _ in 0..=dice.below(3) {
            let mut text = vary(own, &usual, dice);
            // Some lists do two things to a name.
            if dice.percent(8) {
                text = slip(&text, dice);
            }
            if !all.iter().any(|one| one.0 == text) {
                all.push(Variation(text));
            }
        }
    }
    all
}

/// The name after a marriage: another family name, or one more.
pub fn married(own: &Own, family: &str, dice: &mut Dice) -> Own {
    let family = match dice.below(3) {
        0 => family.to_owned(),
        1 => format!("{}-{family}", own.family),
        _ => format!("{} {family}", own.family),
    };
    Own { family, ..own.clone() }
}

fn vary(own: &Own, usual: &Own, dice: &mut Dice) -> String {
    let plain = usual.printed();
    for _ in 0..12 {
        let varied = match dice.below(15) {
            0 => Own { middle: None, ..usual.clone() }.printed(),
            1 => {
                let middle = usual.middle.as_deref().and_then(|name| name.chars().next());
                let middle = middle.map(|first| format!("{first}."));
                Own { middle, ..usual.clone() }.printed()
            }
            2 if dice.percent(30) => {
                let first = usual.given.chars().next().unwrap_or('A');
                Own { given: format!("{first}."), middle: None, ..usual.clone() }.printed()
            }
            3 => {
                let particle = usual.particle.as_deref().unwrap_or("");
                let family = format!("{particle} {}", usual.family);
                format!("{} {}", family.trim(), usual.given)
            }
            4 => any_ascii(&plain),
            5 => Own { particle: None, ..usual.clone() }.printed(),
            6 => {
                let particle = usual.particle.as_deref().unwrap_or("").replace(' ', "");
                let joined = format!("{particle}{}", usual.family.to_lowercase());
                let mut letters = joined.chars();
                let first: String = letters.next().iter().flat_map(|c| c.to_uppercase()).collect();
                let family = format!("{first}{}", letters.as_str());
                Own { family, particle: None, ..usual.clone() }.printed()
            }
            7 | 8 => {
                let pairs = GOES_BY.split(' ').filter_map(|pair| pair.split_once('='));
                let by: Vec<&str> =
                    pairs.filter(|(full, _)| *full == own.given).map(|(_, by)| by).collect();
                let Some(by) = by.first() else { continue };
                Own { given: (*by).to_owned(), middle: None, ..usual.clone() }.printed()
            }
            9 => slip(&plain, dice),
            10 => heard(&plain, dice),
            11 if !own.given.is_ascii() => {
                let other = Own {
                    given: romanised(&own.given, dice, 1),
                    family: romanised(&own.family, dice, 1),
                    ..own.clone()
                };
                other.printed()
            }
            12 => {
                let Some((one, other)) = usual.family.split_once(' ') else { continue };
                let family =
                    if dice.percent(70) { one.to_owned() } else { format!("{one}-{other}") };
                Own { family, ..usual.clone() }.printed()
            }
            13 => {
                let joined = usual.given.replace('-', ["", " "][dice.below(2)]);
                Own { given: joined, ..usual.clone() }.printed()
            }
            14 if dice.percent(30) => {
                let Some(middle) = usual.middle.clone() else { continue };
                Own { given: middle, middle: None, ..usual.clone() }.printed()
            }
            _ => continue,
        };
        if varied != plain {
            return varied;
        }
    }
    slip(&plain, dice)
}

/// A slip of the fingers: a letter left out, doubled, taken for its neighbour or put too late.
fn slip(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let inside: Vec<usize> = (1..letters.len())
        .filter(|&at| letters[at].is_alphabetic() && letters[at - 1].is_alphabetic())
        .collect();
    if inside.len() < 5 {
        return text.to_owned();
    }
    let at = inside[dice.below(inside.len())];
    match dice.below(4) {
        0 => drop(letters.remove(at)),
        1 => {
            let twice = letters[at];
            letters.insert(at, twice);
        }
        2 => {
            let near = ["as", "ea", "io", "nm", "rt", "vb", "sz", "ck", "uy", "dt", "gh", "pb"];
            let swap = near.iter().find_map(|pair| {
                let mut pair = pair.chars();
                let (a, b) = (pair.next()?, pair.next()?);
                (letters[at] == a).then_some(b).or((letters[at] == b).then_some(a))
            });
            letters[at] = swap.unwrap_or('e');
        }
        _ => {
            let next = letters.get(at + 1).is_some_and(|c| c.is_alphabetic());
            letters.swap(at, if next { at + 1 } else { at - 1 });
        }
    }
    letters.into_iter().collect()
}

/// Written as it was heard.
fn heard(text: &str, dice: &mut Dice) -> String {
    let pairs = [
        ("ph", "f"),
        ("f", "ph"),
        ("y", "i"),
        ("i", "y"),
        ("ck", "k"),
        ("c", "k"),
        ("k", "c"),
        ("sh", "ch"),
        ("ch", "sh"),
        ("v", "w"),
        ("w", "v"),
        ("rr", "r"),
        ("ss", "s"),
        ("s", "ss"),
        ("nn", "n"),
        ("ll", "l"),
        ("z", "s"),
        ("ei", "ey"),
        ("ou", "u"),
        ("oo", "u"),
        ("th", "t"),
    ];
    let from = dice.below(pairs.len());
    let later: String = text.chars().skip(1).collect();
    let (from, to) = (0..pairs.len())
        .map(|step| pairs[(from + step) % pairs.len()])
        .find(|(from, _)| later.contains(from))
        .unwrap_or(("e", "i"));
    let at = text.char_indices().skip(1).map(|(at, _)| at).find(|&at| text[at..].starts_with(from));
    at.map_or(text.to_owned(), |at| format!("{}{to}{}", &text[..at], &text[at + from.len()..]))
}

/// Cyrillic letters in Latin ones, by the custom of one country or another.
fn romanised(text: &str, dice: &mut Dice, custom: usize) -> String {
    if !text.chars().any(|c| ('\u{400}'..='\u{4FF}').contains(&c)) {
        return text.to_owned();
    }
    let letters = [
        ("й", ["y", "i"]),
        ("ю", ["yu", "iu"]),
        ("я", ["ya", "ia"]),
        ("х", ["kh", "h"]),
        ("ж", ["zh", "j"]),
        ("ч", ["ch", "tch"]),
        ("ш", ["sh", "ch"]),
        ("щ", ["shch", "sch"]),
        ("ц", ["ts", "tz"]),
        ("е", ["e", "e"]),
        ("ё", ["e", "io"]),
        ("в", ["v", "w"]),
        ("к", ["k", "k"]),
        ("кс", ["ks", "x"]),
        ("у", ["u", "ou"]),
        ("ы", ["y", "i"]),
        ("ь", ["", ""]),
        ("ъ", ["", ""]),
        ("з", ["z", "s"]),
        ("с", ["s", "s"]),
        ("г", ["g", "g"]),
    ];
    let changes = dice.below(3) > 0;
    let mut latin = String::new();
    for letter in text.chars() {
        let lower: String = letter.to_lowercase().collect();
        let found = letters.iter().find(|(cyrillic, _)| *cyrillic == lower);
        let word = match found {
            Some((_, ways)) if custom == 1 && changes => ways[1].to_owned(),
            Some((_, ways)) => ways[0].to_owned(),
            None => any_ascii(&lower),
        };
        if letter.is_uppercase() {
            let mut rest = word.chars();
            latin.extend(rest.next().iter().flat_map(|c| c.to_uppercase()));
            latin.push_str(rest.as_str());
        } else {
            latin.push_str(&word);
        }
    }
    latin
}

/// Without accents, as a keyboard without them writes it.
fn any_ascii(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let cyrillic = [
        ('а', "a"),
        ('б', "b"),
        ('д', "d"),
        ('и', "i"),
        ('л', "l"),
        ('м', "m"),
        ('н', "n"),
        ('о', "o"),
        ('п', "p"),
        ('р', "r"),
        ('т', "t"),
        ('ф', "f"),
        ('э', "e"),
        ('ł', "l"),
        ('Ł', "L"),
        ('ø', "o"),
        ('ß', "ss"),
    ];
    text.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| {
            cyrillic
                .iter()
                .find(|(from, _)| *from == c)
                .map_or(c.to_string(), |(_, to)| (*to).into())
        })
        .collect()
}

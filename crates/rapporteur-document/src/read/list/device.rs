//! Names in a platform's report that are nobody's: devices, telephone numbers, programs.

use crate::model::fold;

/// Words that no person is called.
const DEVICES: &str = "iphone, ipad, ipod, macbook, imac, android, galaxy, redmi, huawei, xiaomi, oneplus, \
    smartphone, tablet, laptop, desktop, chromebook, thinkpad, polycom, telepresence, \
    roomkit";

/// Makers whose names people may bear; they count with a model after them (`Pixel 7`).
const MAKERS: &str = "samsung, sm, oppo, vivo, nokia, pixel, moto, motorola, lg, sony, xperia, lenovo, \
    dell, hp, asus, acer, surface, cisco, webex, logitech, pc, honor, realme, tecno, \
    infinix";

/// What somebody is called who gave no name.
const NOBODY: &str = "guest, user, participant, host, zoom, zoom user, admin, administrator, unknown, \
    unknown user, anonymous, anonymous user, meeting, owner, invite, utilisateur, \
    invitado, usuario, participante, gast, teilnehmer, benutzer, convidado, usuario de \
    zoom, ospite, me, myself, test, attendee, call in user, phone caller, external user, \
    unverified user, guest user, caller, interpreter, interpreter english, interpreter \
    french, interpreter spanish, captioner, tech support, technical support, it support";

/// Programs that take notes or record.
const PROGRAMS: &str = "otter.ai, otterpilot, fireflies, notetaker, note taker, read.ai, meeting notes, \
    meetgeek, fathom, tl;dv, avoma, grain.co, recorder, recording bot, transcription, \
    sembly, airgram, supernormal, ai companion, copilot, streaming, livestream";

/// Words for the rooms that have a screen of their own.
const ROOMS: &str = "conference room, meeting room, boardroom, board room, zoom room, salle de, sala de, \
    besprechungsraum, sitzungszimmer, room";

/// Why a name is nobody's, as the end of a sentence about it; none for a person's.
pub fn nobody(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let bare = folded.trim();
    let words: Vec<&str> =
        bare.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // `iPhone (2)` and `Guest 3`: numbers are nobody's name.
    let plain: Vec<&str> = words
        .iter()
        .filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()))
        .copied()
        .collect();
    if is_phone(name)
        || ["call in user", "phone caller", "caller"].contains(&plain.join(" ").as_str())
    {
        return Some("is a telephone, not a name");
    }
    if !name.chars().any(char::is_alphabetic) {
        return Some("is no name");
    }
    if PROGRAMS.split(", ").any(|program| bare.contains(program)) {
        return Some("is a program, not a person");
    }
    let modelled = |at: usize| {
        words.get(at + 1).is_some_and(|next| next.bytes().any(|byte| byte.is_ascii_digit()))
            || at == 0 && words.len() == 1
    };
    let device = words
        .iter()
        .enumerate()
        .any(|(at, word)| among(DEVICES, word) || among(MAKERS, word) && modelled(at));
    if device {
        return Some("is a device, not a name");
    }
    if ROOMS.split(", ").any(|room| plain.join(" ").starts_with(room) && words.len() > 1)
        || bare.ends_with(" room")
    {
        return Some("is a room, not a name");
    }
    if among(NOBODY, &plain.join(" ")) {
        return Some("says nothing about who it was");
    }
    None
}

/// Whether a word is one of a list in words.
pub fn among(list: &str, word: &str) -> bool {
    list.split(", ").any(|one| one == word)
}

/// Whether a text is a telephone number, with digits hidden or not.
pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let stars = text.chars().filter(|c| matches!(c, '*' | 'x' | 'X' | '•')).count();
    digits >= 3
        && digits + stars >= 6
        && text.chars().all(|c| c.is_ascii_digit() || "+-().*xX•/ \u{a0}".contains(c))
        // A day or a time has marks of its own.
        && !text.contains(':')
        && text.matches('/').count() < 2
        && !(text.matches('-').count() == 2 && digits == 8)
}

//! Every format in the words of one small meeting, and input that is none.

use super::{TranscriptEntry, read};

/// Compares with lines `seconds | speaker | text`; `-` is nothing, `!` before a speaker is
/// private, `/` in a text is a line end.
fn check(what: &str, source: &str, expected: &[&str]) {
    let shown: Vec<String> = read(source).iter().map(show).collect();
    assert_eq!(shown, expected, "{what}");
}

fn show(entry: &TranscriptEntry) -> String {
    let seconds = entry.seconds.map_or("-".to_owned(), |seconds| seconds.to_string());
    let private = if entry.private { "!" } else { "" };
    let speaker = entry.speaker.as_deref().unwrap_or("-");
    format!("{seconds} | {private}{speaker} | {}", entry.text.replace('\n', " / "))
}

#[test]
fn webvtt_is_read_with_its_voices() {
    check(
        "Teams: voices, identifiers, a cue over two lines",
        "WEBVTT\n\nNOTE made by nobody\nat all\n\n4f9e-1/12-0\n00:00:03.120 --> 00:00:07.900\n<v Anna Novak>Good morning,\nall of you.</v>\n\n4f9e-1/13-0\n00:00:08.000 --> 00:00:09.000\n<v Anna Novak>Let us begin.</v>\n\n4f9e-1/14-0\n00:00:10.000 --> 00:00:12.000\n<v Søren Mikkelgaard>Thank you: I will.</v>\n",
        &[
            "3 | Anna Novak | Good morning, all of you. Let us begin.",
            "10 | Søren Mikkelgaard | Thank you: I will.",
        ],
    );
    check(
        "two voices in a cue, classes, other tags, escapes",
        "WEBVTT - minutes\nKind: captions\n\n01:02:03.000 --> 01:02:09.000 align:start\n<v.loud Anna>We <i>must</i> &amp; <00:00:04.000>will</v> <v Ben>a < b &lt;c&gt;\n",
        &["3723 | Anna | We must & will", "3723 | Ben | a < b <c>"],
    );
    check(
        "Zoom: names before a colon, numbered cues",
        "WEBVTT\r\n\r\n1\r\n00:00:02.000 --> 00:00:05.000\r\nAnna Novak: One thing:\r\n\r\n2\r\n00:00:05.100 --> 00:00:06.000\r\nAnna Novak: money.\r\n\r\n3\r\n00:00:07.000 --> 00:00:08.000\r\nBen: And time.\r\n",
        &["2 | Anna Novak | One thing: money.", "7 | Ben | And time."],
    );
    check(
        "captions of nobody run on to the end of the sentence",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nwe have\n\n00:02.000 --> 00:03.000\nthree offers.\n\n00:03.000 --> 00:04.000\nAll are dear.\n",
        &["1 | - | we have three offers.", "3 | - | All are dear."],
    );
    check(
        "SubRip without empty lines, and speakers with dashes",
        "1\n00:00:01,000 --> 00:00:02,000\n- Anna: Yes.\n- Ben: No.\n2\n00:00:03,000 --> 00:00:04,000\nBen: Never.\n",
        &["1 | Anna | Yes.", "1 | Ben | No. Never."],
    );
    check(
        "SubViewer, as a saved chat of a video call",
        "00:01:00.000,00:01:05.000\nAnna Novak: https://forum.example/agenda\n",
        &["60 | Anna Novak | https://forum.example/agenda"],
    );
    check(
        "words between cues are kept",
        "WEBVTT\n\nThese words have no time\n\n00:01.000 --> 00:02.000\nAnna: Yes.\n",
        &["- | - | These words have no time", "1 | Anna | Yes."],
    );
}

#[test]
fn the_chat_of_zoom_is_read_old_and_new() {
    check(
        "behind the colon",
        "00:12:34\t From Anna Novak to Everyone: Here is the link: https://forum.example\n00:12:40\t From Anna Novak to Everyone : And the minutes\n00:13:00\t From  Toni to Go  to  Ben(Privately) : between us\n00:14:00\t From Ben : hello\n",
        &[
            "754 | Anna Novak | Here is the link: https://forum.example / And the minutes",
            "780 | !Toni | between us",
            "840 | Ben | hello",
        ],
    );
    check(
        "on the lines below",
        "15:04:05 From Anna Novak To Everyone:\n\tTwo things:\n\tNote: both are late\n15:05:06 From Ben to Anna Novak(Direct Message):\n\tReally?\n15:06:07 From Ben to Everyone:\n\tRemoved a ❤️ from \"Two things\"\n",
        &[
            "54245 | Anna Novak | Two things: / Note: both are late",
            "54306 | !Ben | Really?",
            "54367 | Ben | Removed a ❤️ from \"Two things\"",
        ],
    );
    check(
        "words before the first message are kept",
        "Chat of the 111th meeting\n10:00:00 From Ben to Everyone: hello\n",
        &["- | - | Chat of the 111th meeting", "36000 | Ben | hello"],
    );
}

#[test]
fn plain_lines_are_read() {
    check(
        "names before a colon",
        "Anna Novak: I would like\nto say one thing.\nBen: Go on.\n\nLaughter\n\nAnna Novak: It is late.\nAnna Novak: Very late.\n",
        &[
            "- | Anna Novak | I would like to say one thing.",
            "- | Ben | Go on.",
            "- | - | Laughter",
            "- | Anna Novak | It is late. Very late.",
        ],
    );
    check(
        "times before names",
        "[00:12:34] Anna Novak: Yes.\n(12:40) Ben: No.\n12:45 - Anna Novak: Oh.\n[12/03/2026, 10:32:00] Ben: Well.\n",
        &[
            "754 | Anna Novak | Yes.",
            "760 | Ben | No.",
            "765 | Anna Novak | Oh.",
            "37920 | Ben | Well.",
        ],
    );
    check(
        "times before names that say a word like a name",
        "00:03 Nadia: One\n00:09 Galaxy Tablet: Two\n",
        &["3 | Nadia | One", "9 | Galaxy Tablet | Two"],
    );
    check(
        "head lines: name and time over the words",
        "Anna Novak   0:03\nGood morning.\nShall we: begin?\n\nBen Okafor 0:12\nPlease.\n\n[Anna Novak] 15:04:05\nSaved captions.\n\n[10:32 AM] Ben Okafor\nA chat message\n",
        &[
            "3 | Anna Novak | Good morning. Shall we: begin?",
            "12 | Ben Okafor | Please.",
            "54245 | Anna Novak | Saved captions.",
            "37920 | Ben Okafor | A chat message",
        ],
    );
    check(
        "what is not understood is kept",
        "we met at noon\nand it rained: a lot\n\n12:00 lunch was served.\n",
        &["- | - | we met at noon", "- | - | and it rained: a lot", "720 | - | lunch was served."],
    );
    check("nothing", "", &[]);
    check("a head without words", "Anna Novak 0:03\n\n\u{0}\u{7}\n", &[]);
}

#[test]
fn odd_input_is_read_without_a_fault() {
    let seeds = [
        "WEBVTT\n\n1\n00:00:02.000 --> 00:00:05.000\n<v Ännä>Ja: é</v>\nBén: 你好\n",
        "00:12:34\t From Añña to Everyone: ok\n\tтекст\n",
        "[00:12] Anna Ł: ß\nAnna 0:1\n(9:99\n",
    ];
    let odd =
        ["<", ">", ":", "：", "-->", "\t", "\n", "é", "[", "]", "&lt;", "From ", " to ", "0:00"];
    let mut state = 0x2545_f491_u32;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % below
    };
    for _ in 0..4000 {
        let mut text = seeds[next(seeds.len())].to_owned();
        for _ in 0..=next(6) {
            let at = text.floor_char_boundary(next(text.len() + 1));
            if next(3) == 0 {
                text.truncate(at);
            } else {
                text.insert_str(at, odd[next(odd.len())]);
            }
        }
        let entries = read(&text);
        assert!(entries.iter().all(|entry| !entry.text.trim().is_empty()), "{text:?}");
    }
}

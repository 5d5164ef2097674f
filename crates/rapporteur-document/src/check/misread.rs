//! What optical recognition leaves behind (OCR).

use super::spelling::is_word;
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "OCR-11",
        reason: "No figure, no mark and no two letters stand for a letter inside a word.",
        severity: Severity::Error,
        look: sign_in_word,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The funding mode! for the forum was read.", "mode!", "model"),
            ("They wi11 meet in May.", "wi11", "will"),
            ("The fina1 draft was read.", "fina1", "final"),
            ("They a|so agreed.", "a|so", "also"),
            ("The w0rk goes on.", "w0rk", "work"),
            ("They read the long-terrn plan.", "terrn", "term"),
        ],
        silent: &[
            "The funding model was read.",
            "They spoke of well-born hosts and of modern-day forms.",
            "They spoke of web3, ipv6 and sha1.",
            "They called it a success! It was read.",
            "They read annex a1 and room b10.",
            "The either|or was read.",
        ],
    },
    Rule {
        code: "OCR-10",
        reason: "No hyphen of a line's end stands inside a word.",
        severity: Severity::Error,
        look: torn_word,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They spoke of new tech- nologies.", "tech- nologies", "technologies"),
            ("They asked the par- ticipants.", "par- ticipants", "participants"),
            ("The recom- mendation is new.", "recom- mendation", "recommendation"),
            ("It was an impor- tant call.", "impor- tant", "important"),
            ("They read the state- ments twice.", "state- ments", "statements"),
        ],
        silent: &[
            "They spoke of new technologies.",
            "They met for pre- and post-event talks.",
            "The short- or long-term plan was read.",
            "They read the follow- up of it.",
            "It is a two- to three-week course.",
        ],
    },
    Rule {
        code: "OCR-1",
        reason: "AI is written with two capital letters.",
        severity: Severity::Error,
        look: al_for_ai,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They spoke of Al governance.", "Al", "AI"),
            ("They spoke of the Al Panel.", "Al", "AI"),
            ("They spoke of Internet and Al.", "Al", "AI"),
            ("They spoke of generative Al and trust.", "Al", "AI"),
            ("The lGF met in Oslo.", "lGF", "IGF"),
            ("They met. Al tools were shown.", "Al", "AI"),
            ("The Network on Al (second phase) met.", "Al", "AI"),
        ],
        silent: &[
            "They spoke of AI governance.",
            "They met Hassan Al Banna.",
            "They met Hassan Al (Qatar).",
            "They met Al Gore. Al noted the plan.",
            "They met Al-Rashid in Oslo.",
            "All of them spoke.",
        ],
    },
    Rule {
        code: "OCR-2",
        reason: "No figure stands for a letter, and no letter for a figure.",
        severity: Severity::Error,
        look: figure_for_letter,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They compared 1G and IG.", "1G", "IG"),
            ("The 1GF met in Oslo.", "1GF", "IGF"),
            ("The 1TU met in Geneva.", "1TU", "ITU"),
            ("The 1CANN community agreed.", "1CANN", "ICANN"),
            ("They asked 1SOC for help.", "1SOC", "ISOC"),
            ("They read the WSIS+2O review.", "2O", "20"),
            ("They met in 2O25.", "2O25", "2025"),
            ("They met on l5 May.", "l5", "15"),
            ("The lnternet was named.", "lnternet", "Internet"),
            ("They asked 0DET for help.", "0DET", "ODET"),
            ("They asked 0HCHR, and OHCHR agreed.", "0HCHR", "OHCHR"),
        ],
        silent: &[
            "They compared 4G and 5G.",
            "The IGF met in Oslo.",
            "Section 1A was read.",
            "They have 1TB of data.",
            "Annex 1 was read.",
            "They read annex 0A and code 0XZ.",
            "They measured CO2 and H2O in 4OD, and read item l) of it.",
        ],
    },
    Rule {
        code: "OCR-3",
        reason: "A list has bullets, not letters that stand for them.",
        severity: Severity::Error,
        look: misread_bullet,
        reads: Reads::Line,
        spot: Spot::Scan,
        fires: &[
            (
                "Ines Almond named the steps:\n\ne The first draft is read in May.\ne The second draft is read in June.\ne The letter is sent.",
                "e The",
                "- The",
            ),
            (
                "Ines Almond named the steps:\n\no The first draft is read in May.\no The second draft is read in June.\no The letter is sent.",
                "o The",
                "- The",
            ),
            (
                "Ines Almond named the steps:\n\n© The first draft is read in May.\n© The second draft is read in June.\n© The letter is sent.",
                "© The",
                "- The",
            ),
            (
                "Ines Almond named the steps:\n\n« The first draft is read in May.\n« The second draft is read in June.\n« The letter is sent.",
                "« The",
                "- The",
            ),
            (
                "Ines Almond named the steps:\n\n° The first draft is read in May.\n° The second draft is read in June.\n° The letter is sent.",
                "° The",
                "- The",
            ),
        ],
        silent: &[
            "Ines Almond named the steps:\n\n- the first draft\n- the second draft",
            "Ines Almond named the steps:\n\n• the first draft\n• the second draft",
            "Ines Almond named the steps:\n\na. the first draft\nb. the second draft",
            "Ines Almond named a plan e and a plan o.",
            "Ines Almond named the steps:\n\n* the first draft\n* the second draft",
        ],
    },
    Rule {
        code: "OCR-4",
        reason: "Brackets come in pairs.",
        severity: Severity::Error,
        look: bracket,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They read (CSTD announcement today.", "(CSTD", "CSTD"),
            ("The plan (the second one was read.", "(the", ""),
            ("The plan, the second one) was read.", "one)", ""),
            ("They met in Oslo (Norway.", "(Norway", ""),
            ("- (Zero Draft of the text", "(Zero", ""),
        ],
        silent: &[
            "They read the (CSTD) announcement.",
            "The plan (the second one) was read.",
            "They met in Oslo (Norway).",
            "a) first item",
            "They chose option (b) of two.",
            "It has three parts: i) the plan, ii) the cost and iii) the time; 2) is new.",
        ],
    },
];

static AL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?P<before>(?:[\p{L}'’]+|^)[\s\x22“(]+|^|[\x22“(]|[.,;:]\s+)(?P<al>Al)(?P<after>$|[.,;:!?)\x22”/]|\s+(?P<next>[\p{L}]+)|['’]s|\s+(?P<aside>[(\d–-]))",
    )
});
static LITTLE_L: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\bl(?P<rest>GF|TU|ETF|CANN|SOC|ANA|MSB|P\b|G\b|CT\b|oT\b)"));
static ONE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b1(?P<rest>[A-Z]{1,5})\b"));

static ZERO: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b0(?P<rest>[A-Z]{2,5})\b"));
static LETTER_O: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[\s(+–-])(?P<figures>\d+O\d*|l\d{1,3})\b"));
static LN: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bln(?P<rest>\p{Ll}{3,})\b"));

static RN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[\s(,;-])(?P<word>\p{Ll}*rn\p{Ll}*)\b"));
static SIGN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[\s(“])(?P<word>\p{Ll}+(?:[01|!]+\p{Ll}+|[01|]+\b|!))(?P<after>\s\p{Ll}|[.,;)]|\s|$)",
    )
});

fn sign_in_word(desk: &Desk, marks: &mut Marks) {
    two_for_one(desk, marks);
    let signs = |line: &Line| line.is_prose() && line.text.contains(['0', '1', '|', '!']);
    desk.each(&SIGN, signs, |at, _, found| {
        let Some(word) = found.name("word") else { return };
        // A word before an exclamation mark ends a sentence, unless the next goes on small.
        let ends = word.as_str().ends_with('!') && found["after"].trim().is_empty();
        let read = |letter: &str| word.as_str().replace(['1', '|', '!'], letter).replace('0', "o");
        let right = ["l", "i"].into_iter().map(read).find(|word| word.len() > 3 && is_word(word));
        if let Some(right) = right.filter(|_| !ends) {
            let message = format!("A letter is misread here; write “{right}”.");
            marks.words(at, word.range(), message, Fix::proposed(right));
        }
    });
}

/// `rn` for `m`: in running text the dictionary finds it, but for the halves of compounds.
fn two_for_one(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &RN,
        |line| line.text.contains("rn"),
        |at, line, found| {
            let Some(word) = found.name("word") else { return };
            let halves = line.text[..word.start()].ends_with('-')
                || line.text[word.end()..].starts_with('-');
            let right = word.as_str().replace("rn", "m");
            if (halves || !line.is_prose()) && !is_word(word.as_str()) && is_word(&right) {
                let message = format!("An m is misread here; write “{right}”.");
                marks.words(at, word.range(), message, Fix::proposed(right));
            }
        },
    );
}

static TORN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?P<one>\p{L}\p{Ll}+)- (?P<two>\p{Ll}{3,})\b"));

fn torn_word(desk: &Desk, marks: &mut Marks) {
    let torn = |line: &Line| (line.is_prose() || line.is_title()) && line.text.contains("- ");
    desk.each(&TORN, torn, |at, _, found| {
        let Some(whole) = found.get(0) else { return };
        let (one, two) = (&found["one"], &found["two"]);
        let right = format!("{one}{two}");
        let halves = is_word(&one.to_lowercase()) && is_word(two);
        if is_word(&right.to_lowercase()) && !halves {
            let message = "A hyphen of a line’s end stands inside this word.";
            marks.words(at, whole.range(), message, Fix::proposed(right));
        }
    });
}

fn al_for_ai(desk: &Desk, marks: &mut Marks) {
    const TOPICS: &[&str] = &[
        "Panel",
        "For",
        "Act",
        "Governance",
        "Dialogue",
        "Summit",
        "Strategy",
        "Office",
        "Policy",
        "Safety",
        "Action",
        "Advisory",
        "Working",
        "Network",
    ];
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| line.role != Role::Participant) {
        let mut from = 0;
        while let Some(found) = AL.captures_at(&line.text, from) {
            let Some(al) = found.name("al") else { break };
            from = al.end();
            let next = found.name("next").map_or("", |next| next.as_str());
            let before = found["before"].trim_matches(|c: char| !c.is_alphabetic());
            let name = next.starts_with(char::is_uppercase) && !TOPICS.contains(&next)
                || before.starts_with(char::is_uppercase) && next.starts_with(char::is_uppercase);
            // Al noted the plan: somebody of this name.
            let name = name || before.is_empty() && desk.register.reports(next);
            // Hassan Al (Qatar) is somebody; a body on Al (2024) is about it.
            let topic = ["on", "of", "for", "about", "with", "and", "in", "to", "the"];
            let name = name || found.name("aside").is_some() && !topic.contains(&before);
            let sure = !name || before == "the" && TOPICS.contains(&next);
            if sure {
                marks.words(
                    at,
                    al.range(),
                    "These letters are A and a small L; write AI.",
                    Fix::safe("AI"),
                );
            }
        }
    }
    desk.each(
        &LITTLE_L,
        |_| true,
        |at, _, found| {
            if let Some(whole) = found.get(0) {
                let right = format!("I{}", &found["rest"]);
                let message = format!("The first letter is a small L; write {right}.");
                marks.words(at, whole.range(), message, Fix::safe(right));
            }
        },
    );
}

/// `l. Ines Almond` above `2. Tom Birch`.
fn letter_for_one(desk: &Desk, marks: &mut Marks) {
    for (at, pair) in desk.lines().windows(2).enumerate() {
        let [line, next] = pair else { continue };
        let misread = matches!(line.mark.trim_end(), "l." | "I." | "l)" | "I)");
        if misread && !line.generated && next.mark.starts_with('2') && line.role == next.role {
            let right = format!("1{}{}", &line.mark[1..], line.text);
            let fix = Fix::safe(right).filter(|_| !line.text.contains('\n'));
            marks.line(at, "This letter stands for the figure 1.", fix);
        }
    }
}

fn figure_for_letter(desk: &Desk, marks: &mut Marks) {
    letter_for_figure(desk, marks);
    letter_for_one(desk, marks);
    desk.each(
        &ZERO,
        |line| line.text.contains('0'),
        |at, _, found| {
            let right = format!("O{}", &found["rest"]);
            if let Some(whole) = found.get(0).filter(|_| is_abbreviation(desk, &right)) {
                let message = format!("The figure 0 stands for the letter O; write {right}.");
                marks.words(at, whole.range(), message, Fix::safe(right));
            }
        },
    );
    desk.each(
        &ONE,
        |_| true,
        |at, _, found| {
            let right = format!("I{}", &found["rest"]);
            let known = desk.register.term(&right).is_some();
            if let Some(whole) = found.get(0).filter(|_| known) {
                let message = format!("The figure 1 stands for the letter I; write {right}.");
                marks.words(at, whole.range(), message, Fix::safe(right));
            }
        },
    );
}

/// Whether the register has an abbreviation, or the report has it elsewhere.
fn is_abbreviation(desk: &Desk, short: &str) -> bool {
    desk.register.term(short).is_some()
        || desk
            .lines()
            .iter()
            .any(|line| line.text.split(|c: char| !c.is_alphanumeric()).any(|word| word == short))
}

fn letter_for_figure(desk: &Desk, marks: &mut Marks) {
    desk.each(
        &LETTER_O,
        |_| true,
        |at, _, found| {
            let Some(figures) = found.name("figures") else { return };
            let right = figures.as_str().replace('O', "0").replace('l', "1");
            let message = format!("A letter stands for a figure; write {right}.");
            marks.words(at, figures.range(), message, Fix::safe(right));
        },
    );
    desk.each(
        &LN,
        |_| true,
        |at, _, found| {
            let Some(whole) = found.get(0) else { return };
            let right = format!("In{}", &found["rest"]);
            let message = format!("The first letter is a small L; write {right}.");
            marks.words(at, whole.range(), message, Fix::safe(right));
        },
    );
}

fn misread_bullet(desk: &Desk, marks: &mut Marks) {
    const MISREAD: &[&str] = &["e", "o", "*¢", "¢", "©", "«", "®", "°", "§"];
    for (at, line) in desk.manuscript.typed() {
        if MISREAD.contains(&line.mark.trim()) {
            let end = line.first_words(1).end;
            let fix = Fix::safe(format!("- {}", &line.text[..end]));
            marks.with_mark(at, end, "This letter stands for a bullet.", fix);
        }
    }
}

/// What numbers the parts of a sentence or a list: i), b), 12).
fn is_label(word: &str) -> bool {
    word.len() <= 4
        && (word.chars().all(|c| c.is_ascii_digit())
            || word.chars().all(|c| "ivxIVX".contains(c))
            || word.len() == 1)
}

fn bracket(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed() {
        let mut open: Vec<usize> = Vec::new();
        for (place, c) in line.text.char_indices() {
            match c {
                '(' => open.push(place),
                ')' if open.pop().is_none() => {
                    let start =
                        line.text[..place].rfind(char::is_whitespace).map_or(0, |at| at + 1);
                    let label = is_label(line.text[start..place].trim_start_matches(['*', '_']));
                    let smile = line.text[..place].ends_with([':', ';', '-']);
                    if !label && !smile && !line.in_address(&(start..place)) {
                        marks.words(at, start..place + 1, "This bracket is never opened.", None);
                    }
                }
                _ => {}
            }
        }
        for place in open {
            let length = line.text[place..]
                .find(|c: char| c.is_whitespace() || ".,;:".contains(c))
                .unwrap_or(line.text.len() - place);
            let word = &line.text[place + 1..place + length];
            if line.in_address(&(place..place + length)) {
                continue;
            }
            let shouted = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
            let with_c = format!("C{word}");
            let fix = if !shouted {
                None
            } else if desk.register.term(&with_c).is_some() {
                Fix::proposed(with_c)
            } else {
                Fix::proposed(word)
            };
            marks.words(
                at,
                place..place + length,
                "This bracket is never closed; it may be a misread letter.",
                fix,
            );
        }
    }
}

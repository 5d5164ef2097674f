//! Wordings the register avoids (TRM-3, TRM-4, TRM-6, STY-10, STY-11): the rules are here, the
//! words are data.

use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "TRM-3",
        reason: "An institution and a document are named as they name themselves.",
        severity: Severity::Warning,
        look: |desk, marks| wordings("TRM-3", desk, marks),
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They wrote to UNDESA.", "UNDESA", "UN DESA"),
            ("They read the UN-DESA website.", "UN-DESA", "UN DESA"),
            ("They met the Sec-Gen.", "Sec-Gen", "Secretary-General"),
            ("The Pact of the Future was adopted.", "Pact of the Future", "Pact for the Future"),
            ("They asked UN-Women.", "UN-Women", "UN Women"),
        ],
        silent: &[
            "They wrote to UN DESA.",
            "They met the Secretary-General.",
            "The Pact for the Future was adopted.",
            "They asked UN Women.",
            "They met a general secretary.",
        ],
    },
    Rule {
        code: "TRM-4",
        reason: "An event, a place and a body keep their official names.",
        severity: Severity::Style,
        look: |desk, marks| wordings("TRM-4", desk, marks),
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They were at the AI For Good Summit.", "AI For Good Summit", "AI for Good"),
            ("They asked the EU Commission.", "EU Commission", "European Commission"),
            ("They read the NM+10 text.", "NM+10", "NETmundial+10"),
            ("They met in Sao Paulo.", "Sao Paulo", "São Paulo"),
            ("They were at NetMundial in 2014.", "NetMundial", "NETmundial"),
            ("They read the WSIS +20 review.", "WSIS +20", "WSIS+20"),
            (
                "They wrote to the secretary general.",
                "the secretary general",
                "the Secretary-General",
            ),
        ],
        silent: &[
            "They were at AI for Good.",
            "They asked the European Commission.",
            "They read the NETmundial+10 text.",
            "They met in São Paulo.",
            "Use AI for good ends.",
        ],
    },
    Rule {
        code: "TRM-6",
        reason: "Paragraphs are cited as para. 1 and paras. 1–2.",
        severity: Severity::Style,
        look: |desk, marks| wordings("TRM-6", desk, marks),
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They read Para 68-71 of it.", "Para 68-71", "paras. 68–71"),
            ("They read para. 68-71 of it.", "para. 68-71", "paras. 68–71"),
            ("They read paragraphs 3 - 5 of it.", "paragraphs 3 - 5", "paras. 3–5"),
            ("They read paras 3–5 of it.", "paras 3–5", "paras. 3–5"),
            ("They read paras. 3-5 of it.", "paras. 3-5", "paras. 3–5"),
            ("They read para 28 of it.", "para 28", "para. 28"),
        ],
        silent: &[
            "They read paras. 68–71 of it.",
            "They read para. 68 of it.",
            "They read two paragraphs.",
            "They read pages 3–5 of it.",
            "They flew to Para 3 times.",
        ],
    },
    Rule {
        code: "STY-10",
        reason: "A semicolon parts sentences, not a sentence from what it includes.",
        severity: Severity::Style,
        look: |desk, marks| wordings("STY-10", desk, marks),
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("She had concerns; including that it was late.", "; including", ", including"),
            ("She named topics; such as trade.", "; such as", ", such as"),
            ("She was glad; especially of the plan.", "; especially", ", especially"),
            ("She named two; namely trade and travel.", "; namely", ", namely"),
            ("She named one; particularly trade.", "; particularly", ", particularly"),
        ],
        silent: &[
            "She had concerns, including that it was late.",
            "She had concerns; they were noted.",
            "She had concerns; however, it was late.",
            "Including her, four spoke.",
            "Such as it is, it stays.",
        ],
    },
    Rule {
        code: "STY-11",
        reason: "British usage, as the register of wordings has it.",
        severity: Severity::Style,
        look: |desk, marks| wordings("STY-11", desk, marks),
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("The proposals will be shared to the list.", "shared to", "shared with"),
            ("She read the program of the week.", "the program", "the programme"),
            ("They spoke about the WSIS+20.", "the WSIS+20.", "WSIS+20."),
            ("They noted the behavior of hosts.", "behavior", "behaviour"),
            ("They discussed about trade.", "discussed about", "discussed"),
            ("She can not say yet.", "can not say", "cannot say"),
            ("They pointed that it was late.", "pointed that", "pointed out that"),
            ("The most of them agreed.", "The most of them", "Most of them"),
            ("The views of the NRI's are known.", "NRI's are", "NRIs are"),
            ("Its a small office.", "Its a", "It is a"),
            (
                "They asked how the plan will look like.",
                "how the plan will look like",
                "how the plan will look",
            ),
            ("The follow up was read.", "The follow up", "The follow-up"),
            ("The costs & the rooms were named.", "costs &", "costs and"),
        ],
        silent: &[
            "The proposals will be shared with the list.",
            "She read the programme of the week.",
            "They spoke about the WSIS+20 review.",
            "They noted the behaviour of hosts.",
            "They shared two drafts, and follow up on it with Marks & Sons.",
            "They asked what the plan will look like, and how it looks.",
            "It can not only be read but also heard, and more then was said than before.",
            "They made the most of them. They asked about the weather, and found a loose end.",
            "The NRI's report and its a priori aims are known; they spoke till late.",
        ],
    },
];

fn wordings(rule: &str, desk: &Desk, marks: &mut Marks) {
    let worded = |line: &Line| !matches!(line.role, Role::Participant | Role::Apology);
    for wording in desk.register.wordings.iter().filter(|wording| wording.rule == rule) {
        desk.each(&wording.avoid, worded, |at, _, found| {
            let Some(whole) = found.get(0) else { return };
            let mut right = String::new();
            found.expand(&wording.write, &mut right);
            if right == whole.as_str() {
                return;
            }
            let why = match wording.why.trim_end_matches('.') {
                "" => String::new(),
                why => format!(": {why}"),
            };
            let message = format!("Write “{}”{why}.", right.replace('\n', " "));
            let fix = if wording.safe { Fix::safe(right) } else { Fix::proposed(right) };
            marks.words(at, whole.range(), message, fix);
            if let Some(severity) = wording.severity {
                marks.severity(severity);
            }
        });
    }
}

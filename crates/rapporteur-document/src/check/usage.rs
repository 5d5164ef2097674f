//! Words that are taken for others, and words that do not go with those beside them (GRM-18,
//! GRM-19, GRM-20, SPL-3). The slips are data: `usage.txt` and `usage_apart.txt`.

use super::quotes::is_quoted;
use super::slips::{is_determiner, slips_of};
use super::tokens::{Token, tokens};
use super::{Desk, Fix, Line, Marks, Reads, Role, Rule, Severity, Spot};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "GRM-18",
        reason: "The word is the one that is meant, not one that looks or sounds like it.",
        severity: Severity::Error,
        look: |desk, marks| usage("GRM-18", desk, marks),
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("It was later then planned.", "later then", "later than"),
            ("Late replies effect the plan.", "effect", "affect"),
            ("The effect was seen, and the rules effect the members.", "effect", "affect"),
            ("The deadline has past.", "has past", "has passed"),
            ("The forum must adopt to change.", "must adopt", "adapt"),
            ("The office moved its' desks.", "its'", "its"),
            ("They wondered weather the rooms were free.", "weather", "whether"),
            ("The principle reason was the cost.", "principle", "principal"),
            ("They asked all people which are new.", "which", "who"),
            ("The committee played an active roll in it.", "roll", "role"),
            ("The draft should of been read.", "should of", "should have"),
            ("Every of the members agreed.", "Every of", "Each of"),
            ("They cut a hole in there fences.", "there", "their"),
            ("The rise was to high for them.", "to", "too"),
            ("They had to little time.", "to", "too"),
            ("They were going too read it.", "too", "to"),
            ("They asked to who it belongs.", "who", "whom"),
            ("They name the initiative who carries a cost.", "who", "which"),
            ("The hosts must limit themself.", "themself", "themselves"),
            ("There were a discussion of it.", "There were a", "There was a"),
            ("The Sweden delegation was late.", "Sweden delegation", "Swedish delegation"),
            ("Their are two rooms.", "Their", "There"),
            ("The amount of members rose.", "amount of members", "number of members"),
            ("A short answer is better then no answer.", "then", "than"),
            (
                "They are less satisfied then those of May.",
                "less satisfied then those",
                "less satisfied than those",
            ),
            ("They asked weather volunteers could help.", "weather", "whether"),
            ("The hosts can proof it.", "proof", "prove"),
            ("Ines answered that its possible.", "its possible", "it is possible"),
            ("They will help with the logistic.", "logistic", "logistics"),
            ("They asked if this effects the title.", "effects", "affects"),
            ("They asked 20 people of which two came.", "people of which", "people of whom"),
        ],
        silent: &[
            "It was later that they planned it, and then the rooms were booked.",
            "The effect of it was small; it took effect, and its effects on them were known.",
            "They walked past the hall in the past year, and it has passed.",
            "They adopted the plan, and adapted to it.",
            "They asked about the weather, which was loose talk, and in principle agreed.",
            "The people asked which rooms were free. There are two lists, and their order is known.",
            "The effect the plan had is known. The members' effects were sent on.",
            "They led the talks, and took the lead.",
            "They have been there years, and spoke of there being no rooms. There were a number of calls.",
            "It runs from 9 May to early June, and is of use to many; it led to little talk.",
            "It is to open in May. The aim is to slow it. It is due to high costs.",
            "They asked who it was, and spoke to those who had read it. The committee who met agreed.",
            "The delegation of Sweden met the Swedish government. The France of today is new.",
            "There were a few calls, and there are a great many hosts. The amount of time is small.",
            "They noted its possible uses, its good name and the state of its late founder.",
            "They asked weather stations for help, and then no answer came. The logistic costs rose.",
        ],
    },
    Rule {
        code: "GRM-19",
        reason: "A verb has its object and a word its preposition: reminded the group that, comply with.",
        severity: Severity::Style,
        look: |desk, marks| usage("GRM-19", desk, marks),
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("Tom Birch reminded that it was late.", "reminded that", "reminded the group that"),
            (
                "Ines explained the group that it was late.",
                "explained the group",
                "explained to the group",
            ),
            (
                "They recommend the Council to start in May.",
                "recommend the Council to",
                "recommend that the Council",
            ),
            ("They look forward to meet in Oslo.", "forward to meet", "forward to meeting"),
            ("It depends of the hosts.", "depends of", "depends on"),
            ("They have waited since two years.", "since two years", "for two years"),
            ("It is open until end of March.", "until end of", "until the end of"),
            ("It was written with help of the hosts.", "with help of", "with the help of"),
            ("This allows to compare them.", "allows to compare", "makes it possible to compare"),
            ("It is done on regular basis.", "on regular basis", "on a regular basis"),
            ("They awaited for the letter.", "awaited for", "awaited"),
            ("They planned a 90 minutes session on it.", "minutes session", ""),
            ("They take care about the rooms.", "take care about", "take care of"),
            ("It takes between 3 to 5 weeks.", "between 3 to 5", "between 3 and 5"),
            ("The dates are as following: in May and in June.", "as following", "as follows"),
            ("They discussed if the rooms were free.", "discussed if", "discussed whether"),
            ("The members can comment it until May.", "comment it", "comment on it"),
            ("They are still lacking of rooms.", "lacking of", "lacking"),
            ("The quality is not enough good for it.", "enough good", "good enough"),
            (
                "Ines introduced briefly the plan.",
                "introduced briefly the",
                "briefly introduced the",
            ),
            ("They met the 21 September in Oslo.", "met the 21 September", "met on 21 September"),
            ("It is open until the 4 May.", "until the 4 May", "until 4 May"),
            ("The list is online since last week.", "is online since last", ""),
            ("It will be sent in two weeks time.", "two weeks time", "two weeks' time"),
            ("The group has now 30 members.", "has now 30", "now has 30"),
            ("The hosts were too less prepared.", "too less prepared", "not prepared enough"),
            ("The two others are late.", "The two others", "The other two"),
            ("Tom promised to do a contribution.", "do a contribution", ""),
        ],
        silent: &[
            "Tom Birch reminded them that it was late, and they were told that it was dark.",
            "Ines explained the plan to the group. They recommend that the Council start in May.",
            "They look forward to meeting in Oslo, and to the work.",
            "It depends on the hosts, and they comply with it.",
            "They spoke for 90 minutes. Session 2 is next, a 90-minute session.",
            "They have waited for two years; the call began two years ago.",
            "They proposed the webinar to discuss trade, and asked for the help of the hosts.",
            "They participate in it at ten. It is allowed to compare them.",
            "It is awaited for May. They take care of it, and chose between two; it ran from 3 to 5.",
            "It could be discussed if the text is ready. They noted as follows: it is late.",
            "It is good enough, and there is not enough good will. They have no comment; it is late.",
            "The 4 May call was long, as was the call of the 4 May group. They met the hosts on 21 May.",
            "They met briefly the next day. It has been online since last week, and is the first since 2010.",
            "They spoke for two weeks. Time is short, and much more needs doing, as the two others said.",
        ],
    },
    Rule {
        code: "GRM-20",
        reason: "What cannot be counted has no plural and no “a”; what can has “many” and “fewer”.",
        severity: Severity::Warning,
        look: |desk, marks| usage("GRM-20", desk, marks),
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They sent a feedback on the plan.", "a feedback", "feedback"),
            ("They shared many information about it.", "many information", "much information"),
            ("They held less webinars.", "less webinars", "fewer webinars"),
            ("There were much participants.", "much participants", "many participants"),
            ("The evidences were read.", "evidences", ""),
            ("They planned less activities.", "less activities", "fewer activities"),
            ("It is an useful information.", "useful information", "useful information"),
            ("These information are new.", "These information", "This information"),
            ("The ports ask for a compensation.", "a compensation", "compensation"),
            ("The text has many jargons.", "jargons", ""),
        ],
        silent: &[
            "They sent feedback on the plan, and held a feedback session.",
            "They shared much information, and many information sheets.",
            "They held fewer webinars in less time.",
            "Much needs to be done; less means more.",
            "A research project and an information desk were named.",
            "They asked for a compensation scheme and a health centre.",
        ],
    },
    Rule {
        code: "SPL-3",
        reason: "Words are written together, apart or with a hyphen as the dictionary has them.",
        severity: Severity::Warning,
        look: |desk, marks| usage("SPL-3", desk, marks),
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("They read the feed back.", "feed back", "feedback"),
            ("The news letter is out.", "news letter", "newsletter"),
            ("They held an other call.", "an other", "another"),
            ("They agreed to setup a group.", "setup", "set up"),
            ("The clean up of the list took long.", "clean up", "clean-up"),
            ("The talks are on going.", "on going", "ongoing"),
            ("They wrote a long term plan.", "long term plan", "long-term plan"),
            ("They meet everyday.", "everyday", "every day"),
            ("It was mended through out.", "through out", "throughout"),
            ("They gave no reason what so ever.", "what so ever", "whatsoever"),
            ("They planned a high level meeting.", "high level meeting", "high-level meeting"),
        ],
        silent: &[
            "They read the feedback and the newsletter.",
            "They will set up a group, and clean up the list of it.",
            "They held another call, for some thought that every day counts.",
            "They feed back to the group. They came in to see it.",
            "It is part of everyday work in the long term.",
            "They may be late.",
        ],
    },
];

fn usage(rule: &str, desk: &Desk, marks: &mut Marks) {
    let worded = |line: &Line| line.is_prose() || matches!(line.role, Role::SectionHeading(_));
    for (at, line) in desk.manuscript.typed().filter(|(_, line)| worded(line)) {
        let tokens = tokens(line);
        let mut from = 0;
        while from < tokens.len() {
            let found = slips_of(&tokens[from].low).iter().filter(|slip| slip.rule == rule);
            let found = found.filter_map(|slip| Some((slip, slip.at(&tokens, from)?))).next();
            let Some((slip, length)) = found else {
                from += 1;
                continue;
            };
            let own = &tokens[from..from + length];
            if !slip.is_right() && !is_quoted(&line.text, own[0].range.start) {
                mark(marks, at, line, &tokens, from, length, slip.meant(own));
            }
            from += length;
        }
    }
}

/// Marks the words with the one before them, which shows which of several is meant.
fn mark(
    marks: &mut Marks,
    at: usize,
    line: &Line,
    tokens: &[Token],
    from: usize,
    length: usize,
    meant: Option<String>,
) {
    let end = tokens[from + length - 1].range.end;
    let own = tokens[from].range.start;
    let near = from > 0
        && tokens[from].joined
        && length == 1
        && !is_determiner(&tokens[from - 1].low)
        && &line.text[tokens[from - 1].range.end..own] == " ";
    let start = if near { tokens[from - 1].range.start } else { own };
    let message = match &meant {
        Some(meant) => format!("Write “{meant}”."),
        None => "This is not how these words go together; word it anew.".to_owned(),
    };
    let fix = meant.map(|meant| format!("{}{meant}", &line.text[start..own]));
    marks.words(at, start..end, message, fix.and_then(Fix::proposed));
}

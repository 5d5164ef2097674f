//! Links (LNK). None is ever opened.

use super::{Desk, Fix, Line, Marks, Reads, Rule, Severity, Spot, pattern};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "LNK-1",
        reason: "An address begins with https:// and names a host that exists.",
        severity: Severity::Error,
        look: malformed,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "See https.//docs.qoogle.com/d/1.",
                "https.//docs.qoogle.com/d/1",
                "https://docs.google.com/d/1",
            ),
            ("See https//example.org/a.", "https//example.org/a", "https://example.org/a"),
            ("See https;//example.org/a.", "https;//example.org/a", "https://example.org/a"),
            ("See https:/example.org/a.", "https:/example.org/a", "https://example.org/a"),
            ("See http,//example.org/a.", "http,//example.org/a", "http://example.org/a"),
            (
                "See [the plan](https.//example.org/plan).",
                "[the plan](https.//example.org/plan)",
                "[the plan](https://example.org/plan)",
            ),
            (
                "See https://docs.goog1e.com/d/1.",
                "https://docs.goog1e.com/d/1",
                "https://docs.google.com/d/1",
            ),
        ],
        silent: &[
            "See https://docs.google.com/d/1.",
            "See https://example.org/a.",
            "See http://example.org/a,b.",
            "See www.example.org/a.",
            "Write to list@example.org.",
        ],
    },
    Rule {
        code: "LNK-2",
        reason: "A link has a target.",
        severity: Severity::Warning,
        look: empty,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("See the [letter](#).", "[letter](#)", ""),
            ("See the [letter]().", "letter", ""),
            ("See [all of it](#) and more.", "all of it", ""),
            ("Tom Birch shared the [second draft](#).", "second draft", ""),
            ("The [plan](#) and the [cost](https://example.org/c) are known.", "plan", ""),
        ],
        silent: &[
            "See the [letter](https://example.org/l).",
            "See the letter (#4).",
            "See the [letter](#section-2).",
            "The letter is at https://example.org/l.",
            "They chose option [b] of (#2).",
        ],
    },
    Rule {
        code: "LNK-3",
        reason: "No published link lets anyone edit.",
        severity: Severity::Warning,
        look: editable,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "See https://docs.google.com/document/d/1Ab/edit?usp=sharing",
                "https://docs.google.com/document/d/1Ab/edit?usp=sharing",
                "https://docs.google.com/document/d/1Ab/view",
            ),
            (
                "See https://docs.google.com/spreadsheets/d/1Ab/edit#gid=0",
                "https://docs.google.com/spreadsheets/d/1Ab/edit#gid=0",
                "https://docs.google.com/spreadsheets/d/1Ab/view",
            ),
            (
                "See https://docs.google.com/document/d/1Ab/edit",
                "https://docs.google.com/document/d/1Ab/edit",
                "https://docs.google.com/document/d/1Ab/view",
            ),
            (
                "See https://etherpad.example.org/p/agenda",
                "https://etherpad.example.org/p/agenda",
                "",
            ),
            (
                "See docs.google.com/document/d/1Ab/edit?usp=sharing",
                "docs.google.com/document/d/1Ab/edit?usp=sharing",
                "https://docs.google.com/document/d/1Ab/view",
            ),
            (
                "See [the draft](https://docs.google.com/document/d/1Ab/edit?tab=t.0).",
                "[the draft](https://docs.google.com/document/d/1Ab/edit?tab=t.0)",
                "[the draft](https://docs.google.com/document/d/1Ab/view)",
            ),
        ],
        silent: &[
            "See https://docs.google.com/document/d/1Ab/view",
            "See https://example.org/edition/3",
            "See https://example.org/credit/edited.html",
            "See https://docs.google.com/document/d/1Ab/pub",
            "See https://www.intgovforum.org/en/content",
        ],
    },
    Rule {
        code: "LNK-4",
        reason: "An address stands in one piece.",
        severity: Severity::Error,
        look: broken,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            (
                "See https://docs.example.org/document/d/1Ab q_7/view",
                "https://docs.example.org/document/d/1Ab q_7/view",
                "https://docs.example.org/document/d/1Abq_7/view",
            ),
            (
                "See https:// docs.example.org/document/d/1Ab",
                "https:// docs.example.org/document/d/1Ab",
                "https://docs.example.org/document/d/1Ab",
            ),
            (
                "See https://docs.example.org/document/d/1A b_9/view for it.",
                "https://docs.example.org/document/d/1A b_9/view",
                "",
            ),
            (
                "See https:// example.org/document/d/7",
                "https:// example.org/document/d/7",
                "https://example.org/document/d/7",
            ),
            (
                "See https://docs.example.org/plans/2026_a Q_7/view",
                "https://docs.example.org/plans/2026_a Q_7/view",
                "https://docs.example.org/plans/2026_aQ_7/view",
            ),
        ],
        silent: &[
            "See https://docs.example.org/document/d/1Ab and/or more.",
            "See https://docs.example.org/a 2026 was good.",
            "See https://docs.example.org/a in 2026.",
            "See https://docs.example.org/a, https://docs.example.org/b.",
            "See https://docs.example.org/a (b/c) now.",
        ],
    },
    Rule {
        code: "LNK-6",
        reason: "Words that are an address lead to that address.",
        severity: Severity::Error,
        look: misleading,
        reads: Reads::Line,
        spot: Spot::Text,
        fires: &[
            ("See [https://example.org/a](https://example.org/b).", "https://example.org/a", ""),
            ("See [www.example.org](https://example.com).", "www.example.org", ""),
            (
                "See [https://example.org/plan](https://example.org/plan-2).",
                "https://example.org/plan",
                "",
            ),
            ("See [http://example.org/a](https://example.net/a).", "http://example.org/a", ""),
            (
                "See [www.example.org/plan](https://www.example.org/letter).",
                "www.example.org/plan",
                "",
            ),
        ],
        silent: &[
            "See [https://example.org/a](https://example.org/a).",
            "See [www.example.org](https://www.example.org/).",
            "See [the letter](https://example.org/b).",
            "See [http://example.org/a](https://example.org/a).",
            "See https://example.org/a.",
        ],
    },
    Rule {
        code: "LNK-5",
        reason: "Words that promise a link have one.",
        severity: Severity::Warning,
        look: promised,
        reads: Reads::Report,
        spot: Spot::Text,
        fires: &[
            ("The letter is available here.", "available here", ""),
            ("The plan can be read at the following link.", "at the following link", ""),
            ("The recording can be accessed here:", "accessed here:", ""),
            (
                "They named the following publications:\n\n- the plan of May\n- the letter to Oslo",
                "- the letter to Oslo",
                "",
            ),
            (
                "Tom Birch pointed to recent reports:\n\n- Plan of May\n- Letter to Oslo\n- Figures",
                "- Figures",
                "",
            ),
        ],
        silent: &[
            "The letter is [available here](https://example.org/l).",
            "The plan can be read at the following link: https://example.org/p",
            "They named the following steps:\n\n- the plan of May\n- the letter to Oslo",
            "They named the following publications:\n\n- [the plan](https://example.org/p)\n- [the letter](https://example.org/l)",
            "The recording can be accessed here:\n\nhttps://example.org/r",
        ],
    },
];

static SCHEME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?P<scheme>https?|ftp)\s?(?P<mark>[:;.,]\s?//?|//)\s?"));

/// An address without the punctuation of its sentence, with its place.
fn addresses<'d>(desk: &'d Desk) -> Vec<(usize, &'d Line, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    for (at, line) in desk.manuscript.typed() {
        for range in &line.addresses {
            let whole = &line.text[range.clone()];
            let mut end = whole
                .trim_end_matches([
                    '.', ',', ';', ':', '!', '?', '"', '\'', '”', '’', '»', '*', ' ',
                ])
                .len();
            while whole[..end].ends_with(')') && !whole[..end].contains('(') {
                end -= 1;
            }
            found.push((at, line, range.start..range.start + end));
        }
    }
    found
}

fn malformed(desk: &Desk, marks: &mut Marks) {
    malformed_targets(desk, marks);
    for (at, line, range) in addresses(desk) {
        let address = &line.text[range.clone()];
        let Some(scheme) = SCHEME.captures(address) else { continue };
        let rest = &address[scheme[0].len()..];
        let host_end = rest.find(['/', '?', '#', '\n']).unwrap_or(rest.len());
        let host = known_host(desk, &rest[..host_end]);
        let joined: String = rest[host_end..].split_whitespace().collect();
        let right = format!("{}://{host}{joined}", scheme["scheme"].to_lowercase());
        if &scheme["mark"] != "://" && !scheme["mark"].contains(' ') || host != rest[..host_end] {
            // What the quote shows is the first printed line; the rest follows on the next.
            let first = address.split('\n').next().unwrap_or(address);
            let whole = first.len() == address.len();
            let fix = if whole { Fix::proposed(right) } else { repaired_first_line(first, &right) };
            marks.words(
                at,
                range.start..range.start + first.len(),
                "This address is misread; compare it with the source before you keep it.",
                fix,
            );
        }
    }
}

/// The targets of links that are malformed behind good words.
fn malformed_targets(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed() {
        for span in &line.spans {
            let Some(link) = span.link.as_deref() else { continue };
            let scheme = SCHEME.captures(link);
            if let Some(scheme) = scheme.filter(|scheme| &scheme["mark"] != "://") {
                let message = format!("The address behind these words is misread: {link}");
                let rest = &link[scheme[0].len()..];
                let host_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
                let host = known_host(desk, &rest[..host_end]);
                let scheme = scheme["scheme"].to_lowercase();
                let right = format!("{scheme}://{host}{}", &rest[host_end..]);
                mark_link(desk, marks, (at, line), &span.range, link, &message, Some(right));
            }
        }
    }
}

/// The repair of an address's first printed line, which ends with the same letters.
fn repaired_first_line(first: &str, right: &str) -> Option<Fix> {
    let tail: String = first.split_whitespace().collect();
    let tail = tail.get(tail.len().saturating_sub(12)..)?;
    let end = right.find(tail)? + tail.len();
    Fix::proposed(&right[..end])
}

/// The well-known host that looks like this one; the host itself where none does.
fn known_host(desk: &Desk, host: &str) -> String {
    let looks = |host: &str| {
        let same = host
            .to_lowercase()
            .replace(['q', '9'], "g")
            .replace('0', "o")
            .replace(['1', 'i', '|'], "l")
            .replace("rn", "m")
            .replace("vv", "w");
        same.replace("gg", "g")
    };
    let like = desk.register.hosts.iter().find(|known| looks(known) == looks(host));
    like.cloned().unwrap_or_else(|| host.to_owned())
}

fn empty(desk: &Desk, marks: &mut Marks) {
    for (at, line) in desk.manuscript.typed() {
        for span in &line.spans {
            let empty = |link: &&str| matches!(link.trim(), "" | "#");
            if let Some(link) = span.link.as_deref().filter(empty) {
                let message = "This link leads nowhere; put its address in or take it off.";
                mark_link(desk, marks, (at, line), &span.range, link, message, None);
            }
        }
    }
}

fn editable(desk: &Desk, marks: &mut Marks) {
    let message = "Whoever has this link can change the document; publish one that only shows it.";
    let known = |address: &str| {
        desk.register.edit_links.iter().find(|known| known.address.is_match(address))
    };
    for (at, line, range) in addresses(desk) {
        let address = &line.text[range.clone()];
        let joined: String = address.split_whitespace().collect();
        // Whoever printed no scheme meant the usual one.
        let joined = match SCHEME.is_match(&joined) {
            true => joined,
            false => format!("https://{joined}"),
        };
        if let Some(link) = known(&joined) {
            let first = address.split('\n').next().unwrap_or(address).len();
            let fix = link
                .shows
                .as_deref()
                .filter(|_| first == address.len() && !address.contains(' '))
                .map(|shows| link.address.replace(&joined, shows).into_owned());
            marks.words(at, range.start..range.start + first, message, fix.and_then(Fix::proposed));
        }
    }
    for (at, line) in desk.manuscript.typed() {
        for span in &line.spans {
            let Some(link) = span.link.as_deref() else { continue };
            if let Some(edit) =
                known(link).filter(|_| !line.text[span.range.clone()].contains(link))
            {
                let shows = edit.shows.as_deref();
                let shows = shows.map(|shows| edit.address.replace(link, shows).into_owned());
                mark_link(desk, marks, (at, line), &span.range, link, message, shows);
            }
        }
    }
}

fn broken(desk: &Desk, marks: &mut Marks) {
    for (at, line, range) in addresses(desk) {
        let address = &line.text[range.clone()];
        if address.contains('\n') {
            let mut start = range.start;
            for piece in address.split_inclusive('\n') {
                if start > range.start {
                    marks.words(
                        at,
                        start..start + piece.trim_end().len(),
                        "An address goes on here that begins on the line before; join the two.",
                        None,
                    );
                }
                start += piece.len();
            }
        } else if address.contains(' ') {
            let joined: String = address.split_whitespace().collect();
            marks.words(at, range, "This address has spaces in it.", Fix::proposed(joined));
        }
    }
}

fn misleading(desk: &Desk, marks: &mut Marks) {
    let bare = |address: &str| {
        // A backslash escapes a sign of Markdown.
        let lower = address.trim().to_lowercase().replace('\\', "");
        let rest = lower.split_once("//").map_or(lower.as_str(), |(_, rest)| rest).to_owned();
        rest.trim_end_matches('/').trim_start_matches("www.").to_owned()
    };
    for (at, line) in desk.manuscript.typed() {
        for span in &line.spans {
            let words = &line.text[span.range.clone()];
            let address = words.starts_with("http") || words.starts_with("www.");
            if let Some(link) = span
                .link
                .as_deref()
                .filter(|link| address && !words.contains(' ') && link.contains("//"))
                && bare(link) != bare(words)
            {
                let message = format!("These words are one address and lead to another: {link}");
                match with_target(desk, line, words, link) {
                    Some(place) => marks.place(
                        at,
                        place,
                        message,
                        Fix::proposed(format!("[{words}]({words})")),
                    ),
                    None => marks.words(at, span.range.clone(), message, None),
                }
            }
        }
    }
}

/// Marks a link with its target where a file prints it, and its words alone elsewhere; what is
/// wrong is the target.
fn mark_link(
    desk: &Desk,
    marks: &mut Marks,
    (at, line): (usize, &Line),
    range: &std::ops::Range<usize>,
    link: &str,
    message: &str,
    right: Option<String>,
) {
    let words = &line.text[range.clone()];
    match with_target(desk, line, words, link) {
        Some(place) => {
            let fix = right.map(|right| format!("[{words}]({right})"));
            marks.place(at, place, message, fix.and_then(Fix::proposed));
        }
        None => marks.words(at, range.clone(), message, None),
    }
}

/// The words of a link with its target, where a file prints both.
fn with_target(desk: &Desk, line: &Line, words: &str, link: &str) -> Option<super::Where> {
    let super::LinePlace::File { pieces, .. } = &line.place else { return None };
    let whole = format!("[{words}]({link})");
    let printed = pieces.iter().map(|piece| &desk.manuscript.printed[piece.printed]);
    let own = printed.into_iter().find(|printed| printed.text.contains(&whole))?;
    Some(super::finding::file_place(own.number, &whole))
}

static HERE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?P<words>(?:available|found|read|published|posted|accessible|seen|viewed)\s+here|click\s+here|(?:at|under|via|through|using|in)\s+(?:this|the\s+following)\s+links?|(?:this|the)\s+link\s+(?:below|here)|see\s+the\s+link)\b",
    )
});
static ENDS_HERE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?P<words>(?:accessed|found|available|viewed|read|seen|downloaded|published|posted|watched)\s(?:online\s)?(?:here|at|under|via|on\sthe\s(?:\w+\s)?(?:website|page))|(?:is|are)\s(?:also\s|now\s)?available|(?:at|on|via|under)\s(?:this|the\sfollowing)\s(?:link|address|page|website))\s?:(?:$|\s(?:It|The|This|These|In|He|She|They|Participants|Members)\s)",
    )
});
static FOLLOWING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:(?:following|recent|these|relevant|useful|new)\s+(?:\w+\s+)?(?:publications|links|documents|reports|resources|materials|texts|pages)|links\s+(?:to|were)[^.]*)\s*:$",
    )
});

fn promised(desk: &Desk, marks: &mut Marks) {
    let leads = |line: &Line| {
        !line.addresses.is_empty() || line.spans.iter().any(|span| span.link.is_some())
    };
    let listed = |line: &Line| leads(line) || line.role == super::Role::ListItem;
    let follows = |at: usize| desk.lines()[at + 1..].iter().take(2).any(listed);
    for (at, line) in desk.manuscript.prose() {
        let after = desk.lines().get(at + 1).is_some_and(|next| leads(next) && next.is_prose());
        if let Some(words) = HERE.captures(&line.text).and_then(|found| found.name("words"))
            && !leads(line)
            && !after
        {
            marks.words(at, words.range(), "These words promise a link, and there is none.", None);
        }
        let ends = line.text.trim_end();
        if let Some(words) = ENDS_HERE.captures(ends).and_then(|found| found.name("words"))
            && !leads(line)
            && (words.end() + 2 < ends.len() || !follows(at))
        {
            let message = "These words promise an address, and none follows.";
            let colon = ends[words.end()..].find(':').map_or(0, |colon| colon + 1);
            marks.words(at, words.start()..words.end() + colon, message, None);
        }
        if FOLLOWING.is_match(ends) {
            let entries: Vec<(usize, &Line)> = desk.lines()[at + 1..]
                .iter()
                .enumerate()
                .map(|(next, line)| (at + 1 + next, line))
                .take_while(|(_, line)| line.role == super::Role::ListItem)
                .collect();
            if entries.len() > 1 && entries.iter().all(|(_, line)| !leads(line)) {
                for (entry, line) in entries {
                    marks.with_mark(
                        entry,
                        line.text.trim_end().len(),
                        "This was a link where it was first published; its address is lost.",
                        None,
                    );
                }
            }
        }
    }
}

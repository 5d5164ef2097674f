//! Headings over those who were there besides the members.
//!
//! Called by [`known`](super::known()). Deliberately absent: headings such as `Guests`, which only
//! beside a list of people head one.

/// `Also present`, `Guests by invitation`, `Officers and staff in attendance`.
pub fn says_present(folded: &str) -> bool {
    const PRESENT: &[&str] = &[
        "present",
        "attendance",
        "attended",
        "attending",
        "invitation",
        "invited",
        "participated",
        "registered",
        "signed",
    ];
    const WHO: &[&str] = &[
        "alternates",
        "attendees",
        "delegates",
        "directors",
        "experts",
        "guests",
        "members",
        "nonmembers",
        "observers",
        "officers",
        "officials",
        "others",
        "public",
        "representatives",
        "staff",
        "substitutes",
        "trustees",
        "visitors",
        "councillors",
        "secretariat",
        "participants",
        "people",
        "persons",
        "those",
    ];
    const BESIDE: &[&str] = &[
        "also",
        "and",
        "board",
        "by",
        "committee",
        "council",
        "for",
        "in",
        "list",
        "meeting",
        "of",
        "other",
        "sheet",
        "that",
        "the",
        "voting",
        "were",
        "who",
    ];
    let mut words = folded.split([' ', ',', '/', '&']).filter(|word| !word.is_empty());
    let says = |of: &[&str]| folded.split([' ', ',']).any(|word| of.contains(&word));
    let of_people = says(WHO) || says(&["also", "by"]);
    let all = |word: &str| [PRESENT, WHO, BESIDE].iter().any(|list| list.contains(&word));
    let signature = folded.starts_with("signed");
    says(PRESENT) && of_people && !signature && folded.len() < 60 && words.all(all)
}

#[cfg(test)]
mod tests {
    use super::says_present;

    #[test]
    fn headings_over_those_who_were_there_too() {
        for (heading, expected) in [
            ("also present", true),
            ("also in attendance", true),
            ("by invitation", true),
            ("attendees who signed the list", true),
            ("list of those who attended the meeting", true),
            ("participants who registered", true),
            ("guests by invitation", true),
            ("officers and staff in attendance", true),
            ("members of the public present", true),
            ("guests", false),
            ("signed by the secretariat", false),
            ("invited talks", false),
            ("members not present", false),
            ("the present report", false),
            ("attendance", false),
        ] {
            assert_eq!(says_present(heading), expected, "{heading}");
        }
    }
}

//! The order of the list of participants (PPL-17).

use super::participants::entries;
use super::{Desk, Entry, Marks, Reads, Rule, Severity, Spot};
use crate::model::fold;

pub(super) const RULES: &[Rule] = &[Rule {
    code: "PPL-17",
    reason: "A list that is in an order keeps it to the end.",
    severity: Severity::Style,
    look: out_of_order,
    reads: Reads::Report,
    spot: Spot::People,
    fires: &[
        (
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Ben Clay, Harbour Trust\n3. Cara Dale, Harbour Trust\n4. Dan Elm, Harbour Trust\n5. Eva Field, Harbour Trust\n6. Finn Glen, Harbour Trust\n7. Gus Hall, Harbour Trust\n8. Ada Brook, Harbour Trust\n9. Hal Isle, Harbour Trust",
            "Ada Brook",
            "",
        ),
        (
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Ada Brook, Harbour Trust\n3. Ben Clay, Harbour Trust\n4. Dan Elm, Harbour Trust\n5. Eva Field, Harbour Trust\n6. Finn Glen, Harbour Trust\n7. Gus Hall, Harbour Trust\n8. Hal Isle, Harbour Trust\n9. Cara Dale, Harbour Trust",
            "Cara Dale",
            "",
        ),
        (
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Ada Brook, Harbour Trust\n3. Gus Hall, Harbour Trust\n4. Ben Clay, Harbour Trust\n5. Cara Dale, Harbour Trust\n6. Dan Elm, Harbour Trust\n7. Eva Field, Harbour Trust\n8. Finn Glen, Harbour Trust\n9. Hal Isle, Harbour Trust",
            "Gus Hall",
            "",
        ),
        (
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Ada Brook, Harbour Trust\n3. Ben Clay, Harbour Trust\n4. Hal Isle, Harbour Trust\n5. Cara Dale, Harbour Trust\n6. Dan Elm, Harbour Trust\n7. Eva Field, Harbour Trust\n8. Finn Glen, Harbour Trust\n9. Gus Hall, Harbour Trust",
            "Hal Isle",
            "",
        ),
        (
            "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Finn Glen, Harbour Trust\n3. Ada Brook, Harbour Trust\n4. Ben Clay, Harbour Trust\n5. Cara Dale, Harbour Trust\n6. Dan Elm, Harbour Trust\n7. Eva Field, Harbour Trust\n8. Gus Hall, Harbour Trust\n9. Hal Isle, Harbour Trust",
            "Finn Glen",
            "",
        ),
    ],
    silent: &[
        "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Ada Brook, Harbour Trust\n3. Ben Clay, Harbour Trust\n4. Cara Dale, Harbour Trust\n5. Dan Elm, Harbour Trust\n6. Eva Field, Harbour Trust\n7. Finn Glen, Harbour Trust\n8. Gus Hall, Harbour Trust\n9. Hal Isle, Harbour Trust",
        "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Hal Isle, Harbour Trust\n3. Gus Hall, Harbour Trust\n4. Finn Glen, Harbour Trust\n5. Eva Field, Harbour Trust\n6. Dan Elm, Harbour Trust\n7. Cara Dale, Harbour Trust\n8. Ben Clay, Harbour Trust\n9. Ada Brook, Harbour Trust",
        "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Dan Elm, Harbour Trust\n3. Ada Brook, Harbour Trust\n4. Gus Hall, Harbour Trust\n5. Ben Clay, Harbour Trust\n6. Hal Isle, Harbour Trust\n7. Cara Dale, Harbour Trust\n8. Finn Glen, Harbour Trust\n9. Eva Field, Harbour Trust",
        "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Ben Clay, Harbour Trust\n3. Cara Dale, Harbour Trust\n4. Dan Elm, Harbour Trust\n5. Ada Brook, Harbour Trust",
        "1. Ines Almond, Group's Co-Chair, IGF MAG member\n2. Zoe Adair, Harbour Trust\n3. Ada Brook, Harbour Trust\n4. Mia Clay, Harbour Trust\n5. Ben Dale, Harbour Trust\n6. Lea Elm, Harbour Trust\n7. Cara Field, Harbour Trust\n8. Xu Glen, Harbour Trust\n9. Dan Hall, Harbour Trust",
    ],
}];

/// Shorter lists are in order by chance.
const LONG_ENOUGH: usize = 7;

fn out_of_order(desk: &Desk, marks: &mut Marks) {
    let all: Vec<(usize, &Entry)> = entries(desk).map(|(at, _, entry)| (at, entry)).collect();
    if !desk.manuscript.facts.from_file {
        return;
    }
    let by = |name: fn(&Entry) -> String| -> Vec<(usize, String)> {
        // Those who lead the group stand first, whatever they are called.
        all.iter()
            .skip_while(|(_, entry)| entry.role.is_some())
            .map(|(at, entry)| (*at, fold(&name(entry))))
            .collect()
    };
    let family = by(|entry| entry.name.family_or_given());
    let given = by(|entry| entry.name.full());
    if family.len() < LONG_ENOUGH {
        return;
    }
    let single = [(family, "family"), (given, "given")]
        .into_iter()
        .find_map(|(names, kind)| only_stray(&names).map(|at| (at, kind)));
    if let Some((at, kind)) = single {
        let words = desk.lines()[at].first_words(3);
        let message = format!(
            "The list is in the order of {kind} names; this entry alone is not in its place."
        );
        marks.words(at, words, message, None);
    }
}

/// The one entry without which the names are in order; none where they are, or where more stray.
fn only_stray(names: &[(usize, String)]) -> Option<usize> {
    let sorted = |names: &mut dyn Iterator<Item = &(usize, String)>| {
        let names: Vec<&String> = names.map(|(_, name)| name).collect();
        names.windows(2).all(|pair| pair[0] <= pair[1])
    };
    if sorted(&mut names.iter()) {
        return None;
    }
    let mut strays = (0..names.len()).filter(|without| {
        sorted(&mut names.iter().enumerate().filter(|(at, _)| at != without).map(|(_, one)| one))
    });
    strays.next().map(|at| names[at].0)
}

//! Entries as lists of participants print them.

use super::participant_line;

/// `line => given | family | role | status | organisation`
const CASES: &str = "
Mara Lindqvist, Independent Expert => Mara|Lindqvist|||Independent Expert
1. Mara Lindqvist, IGF MAG member => Mara|Lindqvist||IGF MAG member|
12) Mara Lindqvist, former IGF MAG Chair => Mara|Lindqvist||former IGF MAG Chair|
- Mara Lindqvist, Former IGF MAG Member => Mara|Lindqvist||Former IGF MAG Member|
• Mara Lindqvist (Harbour Trust) => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist (Harbour Trust), member => Mara|Lindqvist||member|(Harbour Trust)
Mara Lindqvist – Harbour Trust => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist - Harbour Trust => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist — Harbour Trust => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist. Harbour Trust => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist: Harbour Trust => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist; Harbour Trust => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist | Harbour Trust => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist\tHarbour Trust => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist\tHarbour Trust\tNorway => Mara|Lindqvist|||Harbour Trust, Norway
Mara Lindqvist => Mara|Lindqvist|||
Mara => Mara||||
Mara, Harbour Trust and Sons => Mara||||Harbour Trust and Sons
Mara Lindqvist Group's Co-Chair, IGF MAG member => Mara|Lindqvist|Group's Co-Chair|IGF MAG member|
Mara Lindqvist Group’s Co-Chair => Mara|Lindqvist|Group’s Co-Chair||
Mara Lindqvist Independent Expert => Mara|Lindqvist|||Independent Expert
Mara Lindqvist Survey Office => Mara|Lindqvist|||Survey Office
Mara Lindqvist Technical Community Forum => Mara|Lindqvist|||Technical Community Forum
Mara Lindqvist European Digital Network => Mara|Lindqvist|||European Digital Network
Mara Lindqvist Norwegian Government => Mara|Lindqvist|||Norwegian Government
Mara Lindqvist Wenning University => Mara|Lindqvist|||Wenning University
Mara Lindqvist Wenning Technologies => Mara|Lindqvist|||Wenning Technologies
Mara Lindqvist Harbour Trust => Mara|Lindqvist|||Harbour Trust
Mara Lindqvist Civil Society => Mara|Lindqvist|||Civil Society
Mara Lindqvist Private Sector => Mara|Lindqvist|||Private Sector
Mara Lindqvist  Harbour Watch => Mara|Lindqvist|||Harbour Watch
Mara  Lindqvist => Mara|Lindqvist|||
Mara Ann  Lindqvist => Mara Ann|Lindqvist|||
Mara Lindqvist Office of Tides => Mara|Lindqvist|||Office of Tides
Mara Lindqvist Government of Norway => Mara|Lindqvist|||Government of Norway
Mara Lindqvist, Group's Co-Chair, IGF MAG member, Government of Norway => Mara|Lindqvist|Group's Co-Chair|IGF MAG member|Government of Norway
Mara Lindqvist, Government of Norway, IGF MAG Member => Mara|Lindqvist||IGF MAG Member|Government of Norway
Mara Lindqvist, WG co-chair, University of Oslo => Mara|Lindqvist|WG co-chair||University of Oslo
Mara Lindqvist, Co-Chair => Mara|Lindqvist|Co-Chair||
Mara Lindqvist, Moderator, Harbour Trust => Mara|Lindqvist|Moderator||Harbour Trust
Mara Lindqvist, Rapporteur => Mara|Lindqvist|Rapporteur||
Mara Lindqvist, former co-chair of the group, Orrin Ltd => Mara|Lindqvist||former co-chair of the group|Orrin Ltd
Mara Lindqvist, Chair of Orrin Ltd => Mara|Lindqvist|||Chair of Orrin Ltd
Lindqvist, Mara, IGF MAG member => Mara|Lindqvist||IGF MAG member|
23. Lindqvist, Mara, Harbour Trust, Norway => Mara|Lindqvist|||Harbour Trust, Norway
Lindqvist, Mara (Ms), Harbour Trust, Norway => Mara|Lindqvist|||Harbour Trust, Norway
Ñáñez del Río, Ana-María (Ms), Harbour Trust => Ana-María|Ñáñez del Río|||Harbour Trust
Mara Lindqvist (remote) => Mara|Lindqvist||remote|
李 娜, Harbour Trust => 娜|李|||Harbour Trust
LINDQVIST Mara, Harbour Trust => Mara|LINDQVIST|||Harbour Trust
CHEN Wei-ling – Harbour Trust => Wei-ling|CHEN|||Harbour Trust
Park Ji-woo => Ji-woo|Park|||
Ji-woo Park => Ji-woo|Park|||
Jean-Luc Bérard, ISOC => Jean-Luc|Bérard|||ISOC
JB Lindqvist, ISOC => JB|Lindqvist|||ISOC
LINDQVIST, Mara => Mara|LINDQVIST|||
LINDQVIST, Mara, Harbour Trust => Mara|LINDQVIST|||Harbour Trust
Mara LINDQVIST, Harbour Trust => Mara|LINDQVIST|||Harbour Trust
Lindqvist, Mara (Harbour Trust) => Mara|Lindqvist|||Harbour Trust
van der Berg, Jan, Harbour Trust => Jan|van der Berg|||Harbour Trust
Jan van der Berg, Harbour Trust => Jan|van der Berg|||Harbour Trust
Ines dos Reis, Harbour Trust => Ines|dos Reis|||Harbour Trust
Odile Le Goff Marchand, Independent Expert => Odile|Le Goff Marchand|||Independent Expert
Ruth St. Clair, Harbour Trust => Ruth|St. Clair|||Harbour Trust
Ruth Saint Clair, former IGF MAG Chair => Ruth|Saint Clair||former IGF MAG Chair|
Dr. Ruth Clair, Harbour Trust => Ruth|Clair|||Harbour Trust
Prof. Ruth Clair. Harbour Trust => Ruth|Clair|||Harbour Trust
H.E. Ruth Clair, Embassy of Norway => Ruth|Clair|||Embassy of Norway
Ms Ruth Clair, Harbour Trust => Ruth|Clair|||Harbour Trust
Ruth A. Clair, Harbour Trust => Ruth A.|Clair|||Harbour Trust
R. A. Clair (Harbour Trust) => R. A.|Clair|||Harbour Trust
Jean-Luc Bérard (Policy Officer at U.S. Office of Tides) => Jean-Luc|Bérard|||Policy Officer at U.S. Office of Tides
Jean-Luc Bérard, Policy Officer, Ministry of Tides, Ports and Harbours => Jean-Luc|Bérard|||Policy Officer, Ministry of Tides, Ports and Harbours
Jürgen Groß, IGF Saarland => Jürgen|Groß|||IGF Saarland
Søren Ålund, ISOC => Søren|Ålund|||ISOC
Rosas, ISOC => Rosas||||ISOC
Li Wei, CAICT => Li|Wei|||CAICT
Jose Felix Ortega, IGF Spain => Jose Felix|Ortega|||IGF Spain
Ahmed El Sayed, NTRA => Ahmed|El Sayed|||NTRA
Nguyễn Thị Hoa, VNNIC => Nguyễn Thị|Hoa|||VNNIC
O'Brien, Sean, Observer => Sean|O'Brien||Observer|
Sean O'Brien, Observer => Sean|O'Brien||Observer|
Ana Prado, NIC.br and University of Bahia, Brasil, IGF MAG Member => Ana|Prado||IGF MAG Member|NIC.br and University of Bahia, Brasil
Ana Prado, Youth Fellow => Ana|Prado||Youth Fellow|
Ana Prado, => Ana|Prado|||
Ana Prado (Harbour Trust) (remote) => Ana|Prado|||(Harbour Trust) (remote)
Tom Hart Jr., Harbour Trust => Tom|Hart Jr.|||Harbour Trust
Иван Петров, Координационный центр => Иван|Петров|||Координационный центр
";

#[test]
fn entries_come_apart() {
    let mut cases = 0;
    for case in CASES.lines().filter(|line| !line.is_empty()) {
        let (line, expected) = case.split_once(" =>").expect("a case has an arrow");
        let parts = participant_line(&line.replace("\\t", "\t"));
        let or_empty = |part: &Option<String>| part.clone().unwrap_or_default();
        let family =
            if parts.name.family.is_empty() { String::new() } else { parts.name.family_or_given() };
        let found = [
            parts.name.given.clone(),
            family,
            or_empty(&parts.role),
            or_empty(&parts.status),
            or_empty(&parts.organisation),
        ]
        .join("|");
        let mut expected = expected.trim().to_owned();
        while expected.matches('|').count() > 4 {
            expected = expected.replacen("||", "|", 1);
        }
        assert_eq!(found, expected, "{line}");
        cases += 1;
    }
    assert!(cases >= 60, "{cases}");
}

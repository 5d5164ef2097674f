//! The headings that people and platforms put over columns, in the languages lists come in.
//!
//! Collected from the platforms' documentation and from what readers of their reports look for.
//! Compared without capitals, accents and punctuation, so one entry stands for several spellings.

use super::columns::Field;
use crate::model::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Headings that mean one thing wherever they stand.
const CLEAR: &[(Field, &str)] = &[
    (
        Field::Name,
        "full name, fullname, display name, user name, participant, participants, participant \
         name, attendee, attendees, attendee name, name original name, user name original name, names, registrant \
         name, contact name, name of participant, name and surname, nom complet, nom et \
         prénom, nom prénom, prénom et nom, nom nom original, nom d’affichage, nom \
         d’utilisateur, participante, nom du participant, nombre completo, nombre y apellido, \
         nombre y apellidos, apellidos y nombres, nombre nombre original, nombre del \
         participante, nombre de usuario, nome completo, nome nome original, nome do \
         participante, nome e cognome, cognome e nome, nome nome originale, nome originale, \
         nome do usuário, vollständiger name, vor und nachname, name vorname, name \
         originalname, name ursprünglicher name, teilnehmer, teilnehmername, teilnehmende, \
         anzeigename, volledige naam, deelnemer, fullständigt namn, deltagare, fullt navn, \
         deltaker, фио, участник, полное имя, имя исходное имя, 姓名, 氏名, 名前, 名称, 参加者, 与会者, 이름, \
         참가자, الاسم, الاسم الكامل, ad soyad, katılımcı, imię i nazwisko",
    ),
    (
        Field::Given,
        "first name, firstname, given name, given names, forename, first names, prénom, \
         prénoms, nombre de pila, nombres, primer nombre, vorname, primeiro nome, nome \
         próprio, nome de batismo, voornaam, förnamn, fornavn, имя отчество, 名, imię, n given",
    ),
    (
        Field::Family,
        "last name, lastname, surname, family name, second name, nom de famille, apellido, \
         apellidos, primer apellido, nachname, familienname, zuname, sobrenome, apelido, \
         último nome, cognome, achternaam, efternamn, etternavn, efternavn, фамилия, 姓, \
         nazwisko, soyad, n family",
    ),
    (
        Field::Email,
        "email, e mail, mail, email address, e mail address, user email, attendee email, \
         contact email, work email, registration email, adresse e mail, adresse mail, adresse \
         e mail de l’utilisateur, courriel, adresse électronique, mél, correo, correo \
         electrónico, e mail del usuario, correo electrónico del usuario, dirección de correo \
         electrónico, endereço de e mail, e mail do usuário, e mail adresse, email adresse, \
         benutzer e mail, e mail des benutzers, e mail benutzer, indirizzo e mail, e mail \
         utente, posta elettronica, e mailadres, e post, e postadress, e postadresse, \
         электронная почта, эл почта, 邮箱, 电子邮件, 用户邮箱, メールアドレス, 이메일, البريد الإلكتروني, e \
         posta, adres e mail",
    ),
    (
        Field::Phone,
        "phone, telephone, phone number, telephone number, mobile, mobile number, mobile \
         phone, cell, cell phone, tel, whatsapp, téléphone, numéro de téléphone, portable, \
         teléfono, móvil, telefone, celular, telemóvel, telefon, telefonnummer, handy, mobil, \
         telefono, cellulare, telefoon, телефон, 电话, 手机, 電話番号, 전화번호, هاتف, phone no",
    ),
    (
        Field::Organisation,
        "organisation, organization, company, company name, institution, affiliation, \
         employer, entity, org, organisation name, organization name, organisme, entreprise, \
         société, établissement, structure, organización, empresa, institución, entidad, \
         afiliación, organização, instituição, entidade, afiliação, firma, unternehmen, \
         einrichtung, institut, organizzazione, azienda, ente, istituzione, affiliazione, \
         organisatie, bedrijf, organisasjon, организация, компания, 单位, 组织, 公司, 所属, 会社名, 소속, \
         المؤسسة, المنظمة, kurum, organizacja, organisation affiliation",
    ),
    (
        Field::Role,
        "role, role in the group, group role, rôle, rôle dans le groupe, rol, papel, função \
         no grupo, função, rolle, ruolo, роль, 角色, 役割, 역할, الدور",
    ),
    (
        Field::Status,
        "status, standing, membership, member status, mag status, statut, qualité, estado, \
         estatus, calidad, status de membro, qualidade, mitgliedschaft, stato, qualifica, \
         статус, 状态, 身份, ステータス, capacity",
    ),
    (
        Field::Joined,
        "join time, first join, first join time, time joined, joined, joined at, date joined, \
         join, first join utc, timestamp, first seen, first seen at, arrival time, arrived, time of arrival, heure d’arrivée, heure de connexion, première \
         connexion, première participation, heure d’entrée, arrivée, hora de entrada, hora \
         para unirse, hora de ingreso, primera conexión, entrada, hora de unión, hora de \
         ingresso, beitrittszeit, erster beitritt, beitritt, beigetreten, teilnahmebeginn, \
         ora di ingresso, ora di accesso, ora ingresso, primo accesso, время входа, 加入时间, \
         参加時刻, 참가 시간, tijd van deelname",
    ),
    (
        Field::Left,
        "leave time, last leave, last leave time, time exited, time left, left, left at, \
         leave, exit time, last seen, last seen at, departure time, heure de départ, heure de déconnexion, dernier départ, dernière \
         sortie, heure de sortie, départ, hora de salida, hora para salir, última salida, \
         salida, hora de saída, saída, austrittszeit, letztes verlassen, letzter austritt, \
         verlassen, verlassenszeit, ora di uscita, ora uscita, ultima uscita, время выхода, \
         离开时间, 退出時刻, 퇴장 시간",
    ),
    (
        Field::Minutes,
        "duration, duration minutes, time in call, total duration, total duration minutes, in meeting \
         duration, attendance duration, time in session, time in meeting, minutes, durée, \
         durée minutes, durée totale, durée totale minutes, durée de la réunion, durée de \
         participation, duración, duración minutos, duración total, duración total minutos, \
         duración en la reunión, duração, duração minutos, duração total minutos, dauer, \
         dauer minuten, gesamtdauer, gesamtdauer minuten, dauer der besprechung, dauer in der besprechung, teilnahmedauer, besprechungsdauer, \
         anwesenheitsdauer, durata, durata minuti, durata totale minuti, durata della \
         riunione, длительность, продолжительность, продолжительность минуты, 时长, 时长 分钟, 持续时间 \
         分钟, 期間 分, 時間 分, duur minuten",
    ),
    (
        Field::Attendance,
        "attendance, attended, present, was present, rsvp, response, présence, présent, \
         asistencia, asistió, presença, presente, anwesenheit, anwesend, teilnahme, presenza, \
         apologies",
    ),
    (
        Field::Entry,
        "name and affiliation, name affiliation, list of participants, nom et affiliation, participant and affiliation, \
         name and organisation, name and organization",
    ),
    (
        Field::Notes,
        "note, notes, remarks, comments, remarques, observaciones, bemerkungen, anmerkungen, \
         observações, osservazioni",
    ),
];

/// Headings that mean a whole name, a given or a family name, as the columns beside them have it.
const OPEN: &str = "name, nom, nombre, nome, имя, naam, namn, navn, ad";

/// Every heading with what it says, in the form in which headings are compared.
static KNOWN: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
    let open = OPEN.split(", ").map(|heading| (bare(heading), Field::Name));
    let clear = CLEAR
        .iter()
        .rev()
        .flat_map(|(field, headings)| headings.split(", ").map(|heading| (bare(heading), *field)));
    clear.chain(open).collect()
});

/// What a heading says, by itself.
pub fn field(heading: &str) -> Option<Field> {
    // No heading is a sentence; a long cell need not be looked at.
    (heading.len() <= 120).then(|| KNOWN.get(&bare(heading)).copied()).flatten()
}

/// What all headings of a table say, each read beside the others.
pub fn fields(headings: &[String]) -> Vec<Option<Field>> {
    let mut fields: Vec<Option<Field>> = headings.iter().map(|heading| field(heading)).collect();
    let has = |field: Field| fields.contains(&Some(field));
    let open = match (has(Field::Given), has(Field::Family)) {
        (true, false) => Field::Family,
        (false, true) => Field::Given,
        _ => Field::Name,
    };
    for (field, heading) in fields.iter_mut().zip(headings).filter(|(field, _)| field.is_some()) {
        let bare = bare(heading);
        if OPEN.split(", ").any(|open| self::bare(open) == bare) {
            *field = Some(open);
        }
    }
    // Of two columns that say the same, the first counts: the second is often of something else.
    for at in 1..fields.len() {
        if fields[..at].contains(&fields[at]) {
            fields[at] = None;
        }
    }
    fields
}

/// Whether the heading is that of Zoom's names, in any language: `Name (Original Name)`.
pub fn is_zoom_name(heading: &str) -> bool {
    let bare = bare(heading);
    field(heading) == Some(Field::Name)
        && ["original", "ursprunglich", "iskhodnoe", "isxodnoe"]
            .iter()
            .any(|word| bare.contains(word))
}

/// A heading for comparing: lower-case ASCII letters and single spaces.
pub fn bare(heading: &str) -> String {
    let folded = fold(&heading.replace(['’', '\''], " "));
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

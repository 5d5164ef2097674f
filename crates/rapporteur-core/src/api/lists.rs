//! What is asked and answered about lists of people, in and out.

use super::{PersonMatch, PersonOffer};
use rapporteur_document::model::{AdditionId, PersonId, PersonName, ReportId};
use rapporteur_document::read::list::{Column, ListKind, ListRow, ListWarning, Listed};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a list comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "from", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
pub enum ListSource {
    /// A file.
    File {
        /// Where it is.
        path: String,
    },
    /// The clipboard.
    Text {
        /// What was pasted.
        text: String,
    },
}

/// A list that was read and compared with the directory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadList {
    /// What kind of list it is.
    pub kind: ListKind,
    /// The name of the file; empty for pasted text.
    pub name: String,
    /// The columns, with what each seems to be and why.
    pub columns: Vec<Column>,
    /// The first rows as they are.
    pub sample: Vec<ListRow>,
    /// How many rows there are.
    pub rows: u32,
    /// The people, in the order of the list.
    pub people: Vec<ListedPerson>,
    /// What was made of rows that are not plain.
    pub warnings: Vec<ListWarning>,
}

/// Somebody of a list, beside the directory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ListedPerson {
    /// What the list says.
    pub listed: Listed,
    /// How the directory knows this person.
    pub standing: Standing,
    /// People of the directory this may be, best first; the user decides.
    pub known: Vec<ListedMatch>,
}

/// How the directory knows somebody of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Standing {
    /// Nobody like that is in it.
    New,
    /// One person is written exactly so, or has this address and a name like this.
    Known,
    /// Somebody is written nearly so; the user says whether it is the same person.
    MayBe,
    /// The list has no name: a device, a telephone.
    Nameless,
}

/// Somebody of the directory a listed person may be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ListedMatch {
    /// Who, and why.
    pub found: PersonMatch,
    /// The affiliation by the list, where it is another one than the directory has now.
    pub change: Option<AffiliationChange>,
}

/// What a person would be if the list is right; what the list leaves open stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AffiliationChange {
    /// The role in the group.
    pub role: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
}

/// Somebody to add to the directory, as the user settled it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct AddedPerson {
    /// Who of the directory this is; none for a new person.
    pub person: Option<PersonId>,
    /// The name as the list has it: of a new person the name, of a known one another spelling.
    pub name: PersonName,
    /// Another name of the list for the same person.
    #[serde(default)]
    pub also: Option<PersonName>,
    /// The affiliation to keep; none leaves a known person's as it is.
    #[serde(default)]
    pub affiliation: Option<AffiliationChange>,
    /// The address for mail, kept where none is known.
    #[serde(default)]
    pub email: Option<String>,
    /// The telephone number, kept where none is known.
    #[serde(default)]
    pub phone: Option<String>,
    /// Notes, kept where there are none.
    #[serde(default)]
    pub notes: Option<String>,
}

/// People were added to the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Addition {
    /// What takes it back.
    pub id: AdditionId,
    /// The people as the directory has them now, in the order they were sent.
    pub people: Vec<PersonOffer>,
    /// How many of them are new.
    pub new: u32,
}

/// A list of people to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct PeopleExport {
    /// The participants of this report; none for everybody in the directory.
    pub report: Option<ReportId>,
    /// In which format.
    pub format: PeopleFormat,
    /// Whether addresses and telephone numbers go out too.
    #[serde(default)]
    pub private: bool,
    /// Whether a CSV begins with the mark by which Excel knows its characters.
    #[serde(default)]
    pub mark: bool,
}

/// A format for a list of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PeopleFormat {
    /// Comma-separated values.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// vCards.
    Vcard,
    /// JSON, for programs.
    Json,
}

impl PeopleFormat {
    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Vcard => "vcf",
            Self::Json => "json",
        }
    }
}

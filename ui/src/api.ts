// One typed function per request.

import type { AddedPerson } from "./bindings/AddedPerson";
import type { Addition } from "./bindings/Addition";
import type { Duplicate } from "./bindings/Duplicate";
import type { Checked } from "./bindings/Checked";
import type { Comparison } from "./bindings/Comparison";
import type { ExportFormat } from "./bindings/ExportFormat";
import type { Exception } from "./bindings/Exception";
import type { DoubtState } from "./bindings/DoubtState";
import type { EarlierReport } from "./bindings/EarlierReport";
import type { EarlierSections } from "./bindings/EarlierSections";
import type { Exported } from "./bindings/Exported";
import type { Field } from "./bindings/Field";
import type { Finding } from "./bindings/Finding";
import type { FoundFiles } from "./bindings/FoundFiles";
import type { Generated } from "./bindings/Generated";
import type { Imported } from "./bindings/Imported";
import type { Invalid } from "./bindings/Invalid";
import type { LibraryDescription } from "./bindings/LibraryDescription";
import type { ListSource } from "./bindings/ListSource";
import type { Merged } from "./bindings/Merged";
import type { Logo } from "./bindings/Logo";
import type { OriginalText } from "./bindings/OriginalText";
import type { Participant } from "./bindings/Participant";
import type { ParticipantLine } from "./bindings/ParticipantLine";
import type { PeopleExport } from "./bindings/PeopleExport";
import type { PersonDetails } from "./bindings/PersonDetails";
import type { PersonName } from "./bindings/PersonName";
import type { PersonOffer } from "./bindings/PersonOffer";
import type { PersonPage } from "./bindings/PersonPage";
import type { Proposal } from "./bindings/Proposal";
import type { ProposedDay } from "./bindings/ProposedDay";
import type { RegisterFile } from "./bindings/RegisterFile";
import type { ReadList } from "./bindings/ReadList";
import type { Report } from "./bindings/Report";
import type { ReportSummary } from "./bindings/ReportSummary";
import type { Review } from "./bindings/Review";
import type { RuleDescription } from "./bindings/RuleDescription";
import type { Saved } from "./bindings/Saved";
import type { SearchFilters } from "./bindings/SearchFilters";
import type { SearchResults } from "./bindings/SearchResults";
import type { Series } from "./bindings/Series";
import type { StoredReport } from "./bindings/StoredReport";
import type { TakenAsVersion } from "./bindings/TakenAsVersion";
import type { Template } from "./bindings/Template";
import type { TemplateChoices } from "./bindings/TemplateChoices";
import type { TemplateSummary } from "./bindings/TemplateSummary";
import type { Version } from "./bindings/Version";
import type { TextComparison } from "./bindings/TextComparison";
import type { Transcript } from "./bindings/Transcript";
import type { AffiliationKey } from "./bindings/AffiliationKey";
import type { AttendanceFigures } from "./bindings/AttendanceFigures";
import type { Contribution } from "./bindings/Contribution";
import type { DirectoryChange } from "./bindings/DirectoryChange";
import type { DraftNaming } from "./bindings/DraftNaming";
import type { HeldAffiliation } from "./bindings/HeldAffiliation";
import type { PrivacyRecord } from "./bindings/PrivacyRecord";
import type { ReportSpeakers } from "./bindings/ReportSpeakers";
import { request } from "./host";

export const addSampleData = () => request<LibraryDescription>({ request: "add_sample_data" });

export const listSeries = () => request<Series[]>({ request: "list_series" });
export const createSeries = (name: string, template: string) =>
  request<Series>({ request: "create_series", name, template });

export const archiveSeries = (series: string) => request<Series>({ request: "archive_series", series });
export const unarchiveSeries = (series: string) => request<Series>({ request: "unarchive_series", series });

export const listReports = (deleted: boolean) =>
  request<ReportSummary[]>({ request: "list_reports", series: null, deleted });
export const loadReport = (report: string) => request<StoredReport>({ request: "load_report", report });
export const proposeNextMeeting = (series: string, after: string) =>
  request<ProposedDay | null>({ request: "propose_next_meeting", series, after });
export const proposeReport = (series: string) => request<Proposal>({ request: "propose_report", series, from: null });
export const createReport = (series: string, content: Report) =>
  request<StoredReport>({ request: "create_report", series, content });
export const saveReport = (report: string, base_revision: number, content: Report) =>
  request<Saved>({ request: "save_report", report, base_revision, content });
export const duplicateReport = (report: string) => request<StoredReport>({ request: "duplicate_report", report });
export const deleteReport = (report: string) => request<ReportSummary>({ request: "delete_report", report });
export const restoreReport = (report: string) => request<ReportSummary>({ request: "restore_report", report });
export const eraseReport = (report: string) => request<number>({ request: "erase_report", report });
export const emptyBin = () => request<number>({ request: "empty_bin" });
export const listVersions = (report: string) => request<Version[]>({ request: "list_versions", report });
export const loadVersion = (report: string, revision: number) =>
  request<Report>({ request: "load_version", report, revision });
export const search = (query: string, filters: SearchFilters, limit: number) =>
  request<SearchResults>({ request: "search", query, filters, limit });
export const findEarlierSections = (report: string, title: string, limit: number) =>
  request<EarlierSections>({ request: "find_earlier_sections", report, title, limit });
export const loadEarlierReport = (report: string) => request<EarlierReport>({ request: "load_earlier_report", report });
export const compareVersions = (report: string, revision: number, later: number | null) =>
  request<Comparison>({ request: "compare_versions", report, revision, with: later });
export const keepVersion = (report: string, name: string | null) =>
  request<Version[]>({ request: "keep_version", report, name });
export const generate = (content: Report, template: string) =>
  request<Generated>({ request: "generate", content, template });
export const exportReport = (report: string, format: ExportFormat, path: string) =>
  request<Exported>({ request: "export_report", report, format, path });
export const importReports = (paths: string[], series: string | null) =>
  request<Imported[]>({ request: "import_reports", paths, series });

export const findFiles = (paths: string[]) => request<FoundFiles>({ request: "find_files", paths });
export const loadReview = (report: string) => request<Review>({ request: "load_review", report });
export const answerDoubts = (report: string, doubts: number[], answer: DoubtState) =>
  request<Review>({ request: "answer_doubts", report, doubts, answer });
export const loadOriginal = (report: string) => request<OriginalText>({ request: "load_original", report });
export const saveOriginal = (report: string, path: string) =>
  request<Exported>({ request: "save_original", report, path });
export const compareOriginal = (report: string) => request<TextComparison>({ request: "compare_original", report });
export const compareReports = (report: string, later: string) =>
  request<Comparison>({ request: "compare_reports", report, with: later });
export const takeAsVersion = (report: string, of: string) =>
  request<TakenAsVersion>({ request: "take_as_version", report, of });

export const checkReport = (content: Report, template: string, series: string, report: string) =>
  request<Checked>({ request: "check_report", content, template, series, report });
export const exportFindings = (report: string, format: ExportFormat, path: string) =>
  request<Exported>({ request: "export_findings", report, format, path });
export const listRules = () => request<RuleDescription[]>({ request: "list_rules" });
export const listExceptions = (report: string) => request<Exception[]>({ request: "list_exceptions", report });
export const makeException = (exception: Exception) => request<null>({ request: "make_exception", exception });
export const removeException = (exception: Exception) => request<null>({ request: "remove_exception", exception });
export const loadRegister = (series: string | null) => request<RegisterFile>({ request: "load_register", series });
export const saveRegister = (series: string | null, register: RegisterFile) =>
  request<RegisterFile>({ request: "save_register", series, register });
export const importRegister = (series: string | null, path: string) =>
  request<RegisterFile>({ request: "import_register", series, path });
export const exportRegister = (series: string | null, path: string) =>
  request<Exported>({ request: "export_register", series, path });

export const listTemplates = () => request<TemplateSummary[]>({ request: "list_templates" });
export const loadTemplate = (template: string) => request<Template>({ request: "load_template", template });
export const listTemplateChoices = () => request<TemplateChoices>({ request: "list_template_choices" });
export const checkTemplate = (content: Template) => request<Invalid[]>({ request: "check_template", content });
export const saveTemplate = (base: string, content: Template) =>
  request<TemplateSummary>({ request: "save_template", base, content });
export const duplicateTemplate = (template: string, name: string) =>
  request<TemplateSummary>({ request: "duplicate_template", template, name });
export const restoreTemplate = (template: string) =>
  request<TemplateSummary>({ request: "restore_template", template });
export const deleteTemplate = (template: string) =>
  request<TemplateSummary[]>({ request: "delete_template", template });
export const setSeriesTemplate = (series: string, template: string) =>
  request<Series>({ request: "set_series_template", series, template });
export const readLogo = (path: string) => request<Logo>({ request: "read_logo", path });
export const importTemplate = (path: string) => request<TemplateSummary>({ request: "import_template", path });
export const exportTemplate = (template: string, path: string) =>
  request<Exported>({ request: "export_template", template, path });

export const findPeople = (query: string, series: string | null, limit = 8) =>
  request<PersonOffer[]>({ request: "find_people", query, series, limit });
export const offerParticipants = (series: string, before: string | null) =>
  request<PersonOffer[]>({ request: "offer_participants", series, before });
export const readParticipants = (text: string, series: string | null) =>
  request<ParticipantLine[]>({ request: "read_participants", text, series });
export const savePerson = (person: {
  person: string | null;
  name: PersonName;
  role: string | null;
  status: string | null;
  organisation: string | null;
  since: string | null;
}) => request<PersonOffer>({ request: "save_person", ...person });
export const loadPerson = (person: string) => request<PersonPage>({ request: "load_person", person });
export const savePersonDetails = (person: string, details: PersonDetails) =>
  request<PersonPage>({ request: "save_person_details", person, details });
export const renamePerson = (person: string, name: PersonName) =>
  request<PersonPage>({ request: "rename_person", person, name });
export const setSpelling = (person: string, name: PersonName, known: boolean) =>
  request<PersonPage>({ request: "set_spelling", person, name, known });
export const saveAffiliation = (person: string, replaces: AffiliationKey | null, affiliation: HeldAffiliation) =>
  request<PersonPage>({ request: "save_affiliation", person, replaces, affiliation });
export const deleteAffiliation = (person: string, affiliation: AffiliationKey) =>
  request<PersonPage>({ request: "delete_affiliation", person, affiliation });
export const splitPerson = (
  person: string,
  name: PersonName,
  reports: string[],
  spellings: PersonName[],
  affiliations: AffiliationKey[],
) => request<PersonPage>({ request: "split_person", person, name, reports, spellings, affiliations });
export const listDirectoryChanges = (person: string | null) =>
  request<DirectoryChange[]>({ request: "list_directory_changes", person });
export const undoDirectoryChange = (change: string) => request<null>({ request: "undo_directory_change", change });
export const listContributions = (person: string) => request<Contribution[]>({ request: "list_contributions", person });
export const listSpeakers = (content: Report) => request<ReportSpeakers>({ request: "list_speakers", content });
export const listDraftsNaming = (person: string) => request<DraftNaming[]>({ request: "list_drafts_naming", person });
export const nameInDraft = (report: string, participant: string, name: PersonName) =>
  request<Saved>({ request: "name_in_draft", report, participant, name });
export const countAttendance = (series: string) => request<AttendanceFigures>({ request: "count_attendance", series });
export const savePicture = (path: string, bytes: number[]) =>
  request<Exported>({ request: "save_picture", path, bytes });
export const anonymisePerson = (person: string) => request<PrivacyRecord>({ request: "anonymise_person", person });
export const removePerson = (person: string) => request<PrivacyRecord>({ request: "remove_person", person });
export const listPrivacyRecords = () => request<PrivacyRecord[]>({ request: "list_privacy_records" });
export const undoPrivacy = (record: string) => request<null>({ request: "undo_privacy", record });
export const closePrivacyRecord = (record: string) =>
  request<PrivacyRecord>({ request: "close_privacy_record", record });
export const exportPerson = (person: string, path: string) =>
  request<Exported>({ request: "export_person", person, path });
export const getNicknames = () => request<string>({ request: "get_nicknames" });
export const setNicknames = (list: string | null) => request<string>({ request: "set_nicknames", list });
export const listDuplicates = (limit = 200) => request<Duplicate[]>({ request: "list_duplicates", limit });
export const mergePeople = (keep: string, merge: string) =>
  request<PersonPage>({ request: "merge_people", keep, merge });
export const listMerges = () => request<Merged[]>({ request: "list_merges" });
export const undoMerge = (person: string) => request<PersonPage>({ request: "undo_merge", person });
export const notTheSamePerson = (one: string, other: string, distinct: boolean) =>
  request<null>({ request: "not_the_same_person", one, other, distinct });
export const readTranscript = (text: string, report: string) =>
  request<Transcript>({ request: "read_transcript", text, report });
export const readTranscriptFile = (path: string, report: string) =>
  request<Transcript>({ request: "read_transcript_file", path, report });
export const sortParticipants = (content: Report, template: string) =>
  request<Participant[]>({ request: "sort_participants", content, template });

export const readList = (source: ListSource, fields: (Field | null)[] | null, series: string | null) =>
  request<ReadList>({ request: "read_list", source, fields, series });
export const addPeople = (source: string, people: AddedPerson[], since: string | null) =>
  request<Addition>({ request: "add_people", source, people, since });
export const undoAddition = (addition: string) => request<PersonOffer[]>({ request: "undo_addition", addition });
export const exportPeople = (list: PeopleExport, path: string) =>
  request<Exported>({ request: "export_people", list, path });

export const backUp = (path: string) => request<Exported>({ request: "back_up", path });
export const doctor = () => request<Finding[]>({ request: "doctor" });
export const getSetting = (name: string) => request<string | null>({ request: "get_setting", name });
export const setSetting = (name: string, value: string | null) =>
  request<string | null>({ request: "set_setting", name, value });

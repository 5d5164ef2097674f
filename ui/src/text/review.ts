// The sentences about imports, doubts and originals; part of `t`.

import { count } from "./count";

export const imports = {
  title: "Import",
  files: "Import reports",
  folder: "Import a folder of reports",
  progress: (at: number, all: number) => `${at} of ${all}`,
  reading: (name: string) => `Reading ${name}`,
  readingPictures: (name: string) => `Reading the pictures of ${name}; this can take a minute`,
  looking: "Looking for reports…",
  cancel: "Cancel the import",
  cancelled: (rest: number) => `Cancelled: ${count(rest, "file was", "files were")} not read. What is imported stays.`,
  done: (kept: number, known: number, refused: number) =>
    [
      `${count(kept, "report", "reports")} imported`,
      known > 0 ? `${known} in the library already` : "",
      refused > 0 ? `${refused} not imported` : "",
    ]
      .filter((one) => one !== "")
      .join(", "),
  leftOut: (files: number) => `${count(files, "other file", "other files")} in the folder left out: no documents.`,
  nothing: "There are no reports to import here: no DOCX, PDF, ODT, HTML, mail, Markdown or text files.",
  series: "Series for reports that name none",
  orSeries: "Or a series of the library for all of these",
  makeSeries: (name: string, number: number) =>
    number === 1 ? `Make the series ${name} and import it` : `Make the series ${name} and import ${number} reports`,
  imported: "Imported",
  ocr: (files: number) => (files === 1 ? "Read it by OCR" : `Read the ${files} by OCR`),
  ocrHint: (files: number) =>
    `${files === 1 ? "This file is" : `${files} of these files are`} pictures of pages. The OCR program of this computer can read them; it takes about a minute a file, and misreads letters. What looks misread becomes a doubt.`,
  known: "In the library already",
  refused: "Not imported",
  more: (number: number) => `and ${number} more`,
  review: (doubts: number) => `Review ${count(doubts, "doubt", "doubts")}`,
};

export const review = {
  title: (meeting: string) => `Doubts about the ${meeting}`,
  chip: (doubts: number) => count(doubts, "doubt", "doubts"),
  open: (doubts: number) =>
    doubts === 0 ? "Review what was recognised…" : `Review ${count(doubts, "doubt", "doubts")}…`,
  left: (open: number, all: number) => (open === 0 ? `All ${all} answered` : `${open} of ${all} open`),
  none: "Nothing in this report was doubtful.",
  hint: "↑ ↓ choose, Y yes, N no, E mend by hand, A the same for all like it, U undo, Esc back to the report",
  list: "Doubts",
  yes: "Yes (Y)",
  no: "No (N)",
  edit: "Mend by hand (E)",
  undo: "Undo (U)",
  all: (number: number) => `The same for all ${number} like it (A)`,
  states: { open: "open", yes: "yes", no: "no", edited: "mended by hand" },
  changes: (proposed: string) => `Yes writes “${proposed}”.`,
  agrees: (proposed: string | null) =>
    proposed === null ? "Yes: it is right as it was read." : `Yes: it was read as “${proposed}”, and that is right.`,
  bullet: (letters: string) => ` No writes “${letters}” before the words again.`,
  nowhere: (proposed: string) =>
    `“${proposed}” cannot be written by itself: the words are not at one place of the text.`,
  answered: (doubts: number) => `${count(doubts, "doubt", "doubts")} answered.`,
  undone: "The answer is taken back.",
  nothingToUndo: "No answer was given since the review was opened. Choose an answered doubt to take its answer back.",
  allDone: "Every doubt is answered.",
  original: "Original",
  recognised: "Recognised report",
  lines: { line: "line", paragraph: "paragraph", page: "page" },
  whole: "the whole file",
  loading: "Reading the original…",
  done: "Back to the report",
  newer: (meeting: string) => `The library has another report of this meeting, the ${meeting}.`,
  compare: "Compare the two",
  hide: "Hide the comparison",
  take: "Take this one as its newer version",
  keepBoth: "Keep both",
  taken: "The report goes on with this content; what it held before is in its history.",
  same: "Both have the same words.",
};

export const original = {
  title: (name: string) => `${name} and the report`,
  open: "Open the original",
  save: "Save a copy of the original…",
  compare: "Compare with the original",
  saved: (path: string) => `The original is copied to ${path}.`,
  none: "This report was written here; there is no file it came from.",
  comparing: "Comparing every word…",
  kept: (day: string) => `Imported on ${day}`,
  same: "The report has every word of the original and no other.",
  counted: (missing: number, extra: number) =>
    `${count(missing, "word", "words")} only in the original, ${count(extra, "word", "words")} only in the report`,
  why: "Page numbers, running headers and words that the house style generates anew are among them.",
  missing: "Only in the original: ",
  extra: "Only in the report: ",
};

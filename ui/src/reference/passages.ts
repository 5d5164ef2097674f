// Passages of earlier meetings as the panel lists them, from whatever the core answered.

import type { EarlierPassage } from "../bindings/EarlierPassage";
import type { EarlierReport } from "../bindings/EarlierReport";
import type { EarlierSections } from "../bindings/EarlierSections";
import type { FoundPassage } from "../bindings/FoundPassage";
import type { Marked } from "../bindings/Marked";
import { placeName } from "../archive/place";
import { longDate } from "../shared/fields";
import { t } from "../text/en";
import { referenceTo, type Source } from "./quote";

export interface Passage {
  source: Source;
  report: string;
  /** The agenda item it is under; null outside the agenda. */
  item: string | null;
  text: string;
  /** The words around what was searched for; null where the passage is whole and can be quoted. */
  found: Marked[] | null;
  heading: boolean;
  depth: number;
}

export interface Group {
  key: string;
  title: string;
  /** When it was, or why it is shown. */
  note: string;
  passages: Passage[];
}

const day = (date: string | null): string => (date === null ? "" : longDate(date));
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const noted = (...parts: string[]): string => parts.filter((part) => part !== "").join(" · ");

export function ofItem({ sections }: EarlierSections): Group[] {
  return sections.map(({ report, number, date, section, evidence }) => {
    const source = { number, date, label: section.label };
    return {
      key: `${report} ${section.item}`,
      title: `${capital(referenceTo(source))}: ${section.title}`,
      note: noted(day(number === null ? null : date), evidence),
      passages: whole(section.passages, source, report, section.item),
    };
  });
}

export function ofSearch(passages: FoundPassage[]): Group[] {
  return passages.map(({ report, number, date, place, title, snippet }, at) => {
    const source = { number, date, label: place.kind === "section" ? place.label : "" };
    const item = place.kind === "section" ? place.item : null;
    const words = title.map((piece) => piece.text).join("");
    const text = snippet.map((piece) => piece.text).join("");
    return {
      key: `${at}`,
      title: `${capital(referenceTo({ ...source, label: "" }))}: ${noted(placeName(place), words)}`,
      note: day(number === null ? null : date),
      passages: [{ source, report, item, text, found: snippet, heading: false, depth: 0 }],
    };
  });
}

export function ofReport({
  report,
  number,
  date,
  opening,
  sections,
  next_steps,
  participants,
}: EarlierReport): Group[] {
  const source = (label: string): Source => ({ number, date, label });
  const plain = (texts: string[]): EarlierPassage[] => texts.map((text) => ({ text, depth: 0, heading: false }));
  const group = (key: string, title: string, passages: EarlierPassage[]): Group => ({
    key,
    title,
    note: "",
    passages: whole(passages, source(""), report, null),
  });
  return [
    group("opening", t.reference.opening, opening),
    ...sections.map((section) => ({
      key: section.item,
      title: section.label === "" ? section.title : `${section.label}. ${section.title}`,
      note: "",
      passages: whole(section.passages, source(section.label), report, section.item),
    })),
    group("next_steps", t.reference.nextSteps, plain(next_steps)),
    group("participants", t.reference.participants, plain(participants)),
  ].filter(({ key, passages }) => passages.length > 0 || sections.some((section) => section.item === key));
}

function whole(passages: EarlierPassage[], source: Source, report: string, item: string | null): Passage[] {
  return passages.map((passage) => ({ ...passage, source, report, item, found: null }));
}

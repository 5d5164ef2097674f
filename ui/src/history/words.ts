// How versions and what differs between them are worded.

import type { ComparedPlace } from "../bindings/ComparedPlace";
import type { LineForm } from "../bindings/LineForm";
import type { Version } from "../bindings/Version";
import type { WordCount } from "../bindings/WordCount";
import { longDate } from "../shared/fields";
import { t } from "../text/en";

/** The name of a place. */
export function placeName(place: ComparedPlace): string {
  switch (place.kind) {
    case "field":
      return (t.history.fields as Record<string, string>)[place.field] ?? place.field;
    case "opening":
      return t.history.opening;
    case "agenda_item":
      return place.title === "" ? t.page.untitled : place.title;
    case "next_steps":
      return t.details.steps;
    case "participants":
      return t.people[place.attendance];
  }
}

/** A value as people read it; comparisons hold it as it is stored. */
export function valueName(place: ComparedPlace, value: string): string {
  if (place.kind !== "field") return value;
  const field = place.field.split(".").at(-1);
  if (field === "date") return longDate(value);
  if (field === "recording_available") return value === "true" ? t.history.yes : t.history.no;
  if (field === "state") return (t.states as Record<string, string>)[value] ?? value;
  if (field === "venue") return (t.details.venues as Record<string, string>)[value] ?? value;
  return value;
}

export const formName = (form: LineForm): string => t.history.forms[form.kind];

/** Versions under the day they are from, in the time zone of this machine. */
export function byDay(versions: Version[]): { day: string; versions: Version[] }[] {
  const days: { day: string; versions: Version[] }[] = [];
  for (const version of versions) {
    const day = dayOf(version.saved_at);
    const last = days.at(-1);
    if (last?.day === day) last.versions.push(version);
    else days.push({ day, versions: [version] });
  }
  return days;
}

export const dayOf = (at: string): string =>
  new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

export const timeOf = (at: string): string =>
  new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** `12 words added, 3 deleted`. */
export function wordsChanged(words: WordCount | null): string {
  if (words === null) return t.history.damaged;
  if (words.added === 0 && words.removed === 0) return t.history.noWords;
  return t.history.words(words.added, words.removed);
}

// What a person types into a field, read or refused with a sentence. Nothing typed is lost: the
// field keeps its text, the report keeps its last sound value.

import { t } from "../text/en";

/** A value read, or why it cannot be. An empty text is no value. */
export type Read<T> = { value: T | null } | { problem: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A day as `YYYY-MM-DD`, from `2026-03-19`, `19 March 2026`, `19 Mar 2026` or `19/03/2026`. */
export function readDate(text: string): Read<string> {
  const words = text.trim();
  if (words === "") return { value: null };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(words);
  if (figures) return day(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const named = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,})\.?,?\s+(\d{4})$/i.exec(words);
  const month = MONTHS.indexOf((named?.[2] ?? "").slice(0, 3).toLowerCase()) + 1;
  if (named && month > 0) return day(Number(named[3]), month, Number(named[1]));
  return { problem: t.details.badDate };
}

function day(year: number, month: number, date: number): Read<string> {
  const made = new Date(Date.UTC(year, month - 1, date));
  const there = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return there ? { value: made.toISOString().slice(0, 10) } : { problem: t.details.badDate };
}

/** A time of day as `HH:MM`, from `13:00`, `9:30`, `13.00` or `1300`. */
export function readTime(text: string): Read<string> {
  const words = text.trim();
  if (words === "") return { value: null };
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(words);
  const hour = Number(found?.[1]);
  const minute = Number(found?.[2]);
  if (!found || hour > 23 || minute > 59) return { problem: t.details.badTime };
  return { value: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}

/** A meeting number. */
export function readNumber(text: string): Read<number> {
  const words = text.trim();
  if (words === "") return { value: null };
  const number = Number(words);
  const sound = /^\d{1,9}$/.test(words) && number >= 1;
  return sound ? { value: number } : { problem: t.details.badNumber };
}

/** Words that must be there. */
export function readWords(text: string, problem: string): Read<string> {
  return text.trim() === "" ? { problem } : { value: text.trim() };
}

/** Made once: a list of thousands of reports asks it for every line. */
const LONG = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** `19 March 2026` for a stored day. */
export function longDate(date: string): string {
  return LONG.format(new Date(`${date}T00:00:00Z`));
}

// Which reports the library lists, in which order and under which headings, and which of them
// are in sight. Pure, so that five thousand of them can be arranged in a test.

import type { ReportState } from "../bindings/ReportState";
import type { ReportSummary } from "../bindings/ReportSummary";
import { longDate } from "../shared/fields";
import { ordinal } from "../shared/ordinal";
import { t } from "../text/en";

export const SORTS = ["newest", "number", "changed", "opened"] as const;
export type Sort = (typeof SORTS)[number];

export interface Wanted {
  /** Words that must all be found in the line of a report. */
  words: string;
  series: string | null;
  /** Four figures; empty for reports without a date. */
  year: string | null;
  state: ReportState | null;
  sort: Sort;
}

export interface Group {
  name: string;
  reports: ReportSummary[];
  /** Whether the heading names the series; else every line does. */
  ofSeries: boolean;
}

export const EVERYTHING: Wanted = { words: "", series: null, year: null, state: null, sort: "newest" };

export const yearOf = (report: ReportSummary): string => report.date?.slice(0, 4) ?? "";

export const titleOf = (report: ReportSummary): string =>
  report.number === null ? t.library.unnumbered : t.library.meeting(ordinal(report.number));

/** The years there are, newest first. */
export function years(reports: ReportSummary[]): string[] {
  return [...new Set(reports.map(yearOf))].sort((a, b) => b.localeCompare(a));
}

/** How many of the filters are set. */
export const filters = (wanted: Wanted): number =>
  [wanted.series, wanted.year, wanted.state].filter((one) => one !== null).length;

/** The reports wanted, in groups. They come newest meeting first. `opened` names those opened last. */
export function arrange(reports: ReportSummary[], wanted: Wanted, opened: string[]): Group[] {
  const words = wanted.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = reports.filter(
    (one) =>
      (wanted.series === null || one.series === wanted.series) &&
      (wanted.year === null || yearOf(one) === wanted.year) &&
      (wanted.state === null || one.state === wanted.state) &&
      words.every((word) => line(one).includes(word)),
  );
  switch (wanted.sort) {
    case "newest":
      return inSeries(found, (one) => `${one.series_name} · ${yearOf(one) || t.library.undated}`);
    case "number":
      return inSeries(
        [...found].sort((a, b) => compare(b.number ?? Infinity, a.number ?? Infinity)),
        (one) => one.series_name,
      );
    case "changed":
      return together(t.library.sorts.changed, found, byChange);
    case "opened": {
      const place = new Map(opened.map((id, at) => [id, at]));
      const at = (one: ReportSummary): number => place.get(one.id) ?? Infinity;
      return together(t.library.sorts.opened, found, (a, b) => compare(at(a), at(b)) || byChange(a, b));
    }
  }
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);
const byChange = (a: ReportSummary, b: ReportSummary): number => b.saved_at.localeCompare(a.saved_at);

function together(
  name: string,
  found: ReportSummary[],
  order: (a: ReportSummary, b: ReportSummary) => number,
): Group[] {
  return found.length === 0 ? [] : [{ name, reports: [...found].sort(order), ofSeries: false }];
}

function inSeries(found: ReportSummary[], name: (one: ReportSummary) => string): Group[] {
  // The few series are put in order, not the thousands of reports.
  const all = new Map<string, ReportSummary[]>();
  for (const report of found) {
    const others = all.get(report.series_name);
    if (others) others.push(report);
    else all.set(report.series_name, [report]);
  }
  const groups: Group[] = [];
  for (const [, reports] of [...all].sort(([a], [b]) => alphabet.compare(a, b))) {
    for (const report of reports) {
      const called = name(report);
      const last = groups.at(-1);
      if (last?.name === called) last.reports.push(report);
      else groups.push({ name: called, reports: [report], ofSeries: true });
    }
  }
  return groups;
}

const alphabet = new Intl.Collator("en-GB");

const lines = new WeakMap<ReportSummary, string>();

/** What the filter looks in. */
function line(report: ReportSummary): string {
  let known = lines.get(report);
  if (known === undefined) {
    const day = report.date === null ? "" : `${report.date} ${longDate(report.date)}`;
    const number = report.number === null ? "" : ordinal(report.number);
    known = [report.series_name, number, day, t.states[report.state]].join(" ").toLowerCase();
    lines.set(report, known);
  }
  return known;
}

export const HEADING = 36;
export const ROW = 52;

/** A group with its place in the list, from the top of the list, in pixels. */
export interface Placed extends Group {
  top: number;
  height: number;
  /** The first report's place among all that are listed. */
  first: number;
}

export function place(groups: Group[]): Placed[] {
  let top = 0;
  let first = 0;
  return groups.map((group) => {
    const placed = { ...group, top, first, height: HEADING + group.reports.length * ROW };
    top += placed.height;
    first += group.reports.length;
    return placed;
  });
}

/** The places of a group's reports that are in sight, and `kept`, which has the focus. */
export function inSight(group: Placed, from: number, to: number, kept: number): number[] {
  const count = group.reports.length;
  const rows = group.top + HEADING;
  const begin = Math.max(0, Math.floor((from - rows) / ROW));
  const end = Math.min(count, Math.ceil((to - rows) / ROW));
  const seen = Array.from({ length: Math.max(0, end - begin) }, (_, at) => begin + at);
  const own = kept - group.first;
  if (own >= 0 && own < count && !(own >= begin && own < end)) seen.push(own);
  return seen.sort((a, b) => a - b);
}

/** The top of the report at a place among all that are listed. */
export function topOf(groups: Placed[], at: number): number {
  const group = groups.findLast((one) => one.first <= at);
  return group ? group.top + HEADING + (at - group.first) * ROW : 0;
}

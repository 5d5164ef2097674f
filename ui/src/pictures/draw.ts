// Pictures of attendance as shapes and as tables: pure, so that what is drawn can be tested.

import type { AttendanceFigures } from "../bindings/AttendanceFigures";
import type { MeetingFigures } from "../bindings/MeetingFigures";
import { longDate } from "../shared/fields";
import { fullName } from "../shared/names";
import { t } from "../text/en";
import type { Palette } from "./palette";

export const KINDS = ["over_time", "returning", "by_kind", "strips", "calendar"] as const;
export type Kind = (typeof KINDS)[number];

export interface Rect {
  shape: "rect";
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
  stroke?: string;
  /** Said when the pointer rests on it. */
  words?: string;
}

export interface Text {
  shape: "text";
  x: number;
  y: number;
  words: string;
  anchor: "start" | "middle" | "end";
  fill: string;
}

export type Shape = Rect | Text;

export interface Picture {
  width: number;
  height: number;
  title: string;
  description: string;
  shapes: Shape[];
  /** The numbers behind it: a head and rows. */
  table: string[][];
}

const WIDTH = 860;
/** Under this many units two labels touch. */
const ROOM = 26;
const WORDS = t.persons.pictures;
/** More rows would not be read. */
export const MOST_PEOPLE = 60;

const label = (x: number, y: number, words: string, fill: string, anchor: Text["anchor"] = "middle"): Text => ({
  shape: "text",
  x,
  y,
  words,
  anchor,
  fill,
});

const name = (meeting: MeetingFigures): string =>
  meeting.number === null ? longDate(meeting.date) : `${meeting.number}`;

const day = (meeting: MeetingFigures): string => longDate(meeting.date);

/** Draws one kind of picture. */
export function draw(kind: Kind, figures: AttendanceFigures, series: string, palette: Palette): Picture {
  const title = `${series}: ${WORDS.kinds[kind].toLowerCase()}`;
  const { meetings, kinds } = figures;
  const told = WORDS.descriptions;
  if (kind === "strips") return { ...strips(figures, palette), title };
  if (kind === "calendar") return { ...calendar(meetings, palette), title };
  if (kind === "over_time") {
    const numbers = meetings.map((meeting) => meeting.present);
    const [first, last] = [meetings[0], meetings[meetings.length - 1]];
    const description =
      first && last
        ? told.over_time(meetings.length, day(first), day(last), Math.min(...numbers), Math.max(...numbers))
        : "";
    const bars = meetings.map((meeting) => [meeting.present]);
    return { ...stacked(meetings, bars, [WORDS.present], palette), title, description };
  }
  if (kind === "returning") {
    const rows = meetings.map((one) => [one.newcomers, one.returners, one.present - one.newcomers - one.returners]);
    const all = meetings.reduce((sum, meeting) => sum + meeting.newcomers, 0);
    const names = [WORDS.newcomers, WORDS.returners, WORDS.others];
    return { ...stacked(meetings, rows, names, palette), title, description: told.returning(all) };
  }
  const rows = meetings.map((meeting) => meeting.by_kind);
  return { ...stacked(meetings, rows, kinds, palette), title, description: told.by_kind(kinds) };
}

type Drawn = Omit<Picture, "title" | "description">;

/** A bar for each meeting, in parts that are named above. */
function stacked(meetings: MeetingFigures[], rows: number[][], names: string[], palette: Palette): Drawn {
  const shapes: Shape[] = [];
  const top = names.length > 1 ? legend(names, palette, shapes) : 16;
  const [left, bottom, height] = [36, 44, 280];
  const sums = rows.map((row) => row.reduce((sum, part) => sum + part, 0));
  const step = scale(Math.max(1, ...sums));
  const most = Math.ceil(Math.max(1, ...sums) / step) * step;
  const up = (value: number): number => (value / most) * height;
  for (let value = 0; value <= most; value += step) {
    const y = top + height - up(value);
    shapes.push({ shape: "rect", x: left, y, width: WIDTH - left, height: 1, fill: palette.hairline });
    shapes.push(label(left - 8, y + 4, `${value}`, palette.muted, "end"));
  }
  const room = (WIDTH - left) / Math.max(1, meetings.length);
  const width = Math.min(36, Math.max(2, room * 0.72));
  const every = Math.ceil(ROOM / room);
  meetings.forEach((meeting, at) => {
    const x = left + room * at + (room - width) / 2;
    let y = top + height;
    rows[at]?.forEach((part, place) => {
      if (part === 0) return;
      y -= up(part);
      const words = `${name(meeting)}, ${day(meeting)}: ${names[place] ?? ""} ${part}`;
      shapes.push({
        shape: "rect",
        x,
        y,
        width,
        height: Math.max(0.5, up(part) - 1),
        fill: palette.kinds[place] ?? palette.muted,
        words,
      });
    });
    const middle = x + width / 2;
    // The last one is always named; one that would touch it is not.
    const named = at === meetings.length - 1 || (at % every === 0 && meetings.length - 1 - at >= every);
    if (named) shapes.push(label(middle, top + height + 16, name(meeting), palette.text));
    if (room >= 18) shapes.push(label(middle, y - 5, `${sums[at] ?? 0}`, palette.text));
    const year = meeting.date.slice(0, 4);
    if (meetings[at - 1]?.date.slice(0, 4) !== year)
      shapes.push(label(x, top + height + 34, year, palette.muted, "start"));
  });
  const head = [WORDS.meeting, WORDS.day, ...names, ...(names.length > 1 ? [WORDS.present] : [])];
  const table = meetings.map((meeting, at) => [
    name(meeting),
    meeting.date,
    ...(rows[at] ?? []).map(String),
    ...(names.length > 1 ? [`${sums[at] ?? 0}`] : []),
  ]);
  return { width: WIDTH, height: top + height + bottom, shapes, table: [head, ...table] };
}

/** The names of the parts in lines above; answers where the picture begins. */
function legend(names: string[], palette: Palette, shapes: Shape[]): number {
  let [x, y] = [36, 6];
  names.forEach((words, at) => {
    const width = 28 + words.length * 7;
    if (x + width > WIDTH) [x, y] = [36, y + 20];
    shapes.push({ shape: "rect", x, y, width: 12, height: 12, fill: palette.kinds[at] ?? palette.muted });
    shapes.push(label(x + 18, y + 10, words, palette.text, "start"));
    x += width + 8;
  });
  return y + 40;
}

/** The step between two lines: 1, 2 or 5 times a power of ten, five lines at most. */
export function scale(most: number): number {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 0.1)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  return Math.max(1, Math.round(step));
}

/** A row for each person, a square for each meeting attended. */
function strips(figures: AttendanceFigures, palette: Palette): Omit<Picture, "title"> {
  const { meetings } = figures;
  const people = figures.people.slice(0, MOST_PEOPLE);
  const shapes: Shape[] = [];
  const [left, right, top, row] = [196, 40, 28, 18];
  const room = Math.min(22, (WIDTH - left - right) / Math.max(1, meetings.length));
  const every = Math.ceil(ROOM / room);
  meetings.forEach((meeting, at) => {
    if (at % every === 0) shapes.push(label(left + room * (at + 0.5), 18, name(meeting), palette.muted));
  });
  people.forEach((person, at) => {
    const y = top + row * at;
    const there = new Set(person.attended);
    // A tint for every other row leads the eye from the name to its squares.
    if (at % 2 === 1) {
      const width = left + room * meetings.length + right;
      shapes.push({ shape: "rect", x: 0, y, width, height: row, fill: palette.tint });
    }
    shapes.push(label(left - 10, y + 13, short(fullName(person.name)), palette.text, "end"));
    meetings.forEach((meeting, place) => {
      const gap = room > 6 ? 2 : 0.5;
      const words = `${fullName(person.name)}: ${name(meeting)}, ${day(meeting)}`;
      const box = { x: left + room * place + gap / 2, y: y + 3, width: room - gap, height: row - 6 };
      if (there.has(place)) shapes.push({ shape: "rect", ...box, fill: palette.kinds[0] ?? palette.text, words });
      else if (room > 6) {
        const dot = { x: box.x + box.width / 2 - 1, y: y + row / 2 - 1, width: 2, height: 2 };
        shapes.push({ shape: "rect", ...dot, fill: palette.hairline });
      }
    });
    const end = left + room * meetings.length + 8;
    shapes.push(label(end, y + 13, `${person.attended.length}`, palette.muted, "start"));
  });
  const head = [WORDS.person, WORDS.attended, ...meetings.map(name)];
  const table = figures.people.map((person) => {
    const there = new Set(person.attended);
    return [
      fullName(person.name),
      `${person.attended.length}`,
      ...meetings.map((_, at) => (there.has(at) ? "1" : "0")),
    ];
  });
  return {
    width: WIDTH,
    height: top + row * people.length + 8,
    description: WORDS.descriptions.strips(people.length, figures.people.length),
    shapes,
    table: [head, ...table],
  };
}

const short = (words: string): string => (words.length > 28 ? `${words.slice(0, 27)}…` : words);

const MONTHS = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

/** A square for each day of each year, week by week, Monday first. */
function calendar(meetings: MeetingFigures[], palette: Palette): Omit<Picture, "title"> {
  const years = [...new Set(meetings.map((meeting) => Number(meeting.date.slice(0, 4))))];
  const shapes: Shape[] = [];
  const [left, cell, block] = [48, 15, 150];
  const byDay = new Map(meetings.map((meeting) => [meeting.date, meeting]));
  years.forEach((year, row) => {
    const top = 28 + row * block;
    shapes.push(label(0, top + 12, `${year}`, palette.text, "start"));
    const first = new Date(Date.UTC(year, 0, 1));
    const before = (first.getUTCDay() + 6) % 7;
    for (let at = 0; ; at += 1) {
      const date = new Date(Date.UTC(year, 0, 1 + at));
      if (date.getUTCFullYear() !== year) break;
      const [week, weekday] = [Math.floor((at + before) / 7), (at + before) % 7];
      const [x, y] = [left + week * cell, top + weekday * cell];
      if (date.getUTCDate() === 1) shapes.push(label(x, top - 8, MONTHS.format(date), palette.muted, "start"));
      const meeting = byDay.get(date.toISOString().slice(0, 10));
      const box = { shape: "rect" as const, x, y, width: cell - 3, height: cell - 3 };
      if (meeting)
        shapes.push({ ...box, fill: palette.kinds[0] ?? palette.text, words: `${name(meeting)}, ${day(meeting)}` });
      else shapes.push({ ...box, fill: palette.empty });
    }
  });
  const span = years.length > 1 ? `${years[0]}–${years[years.length - 1]}` : `${years[0] ?? ""}`;
  const table = meetings.map((meeting) => [name(meeting), meeting.date, `${meeting.present}`]);
  return {
    width: WIDTH,
    height: 16 + years.length * block,
    description: WORDS.descriptions.calendar(span),
    shapes,
    table: [[WORDS.meeting, WORDS.day, WORDS.present], ...table],
  };
}

/** The numbers as a table for other programs (RFC 4180). */
export const csv = (table: string[][]): string => table.map((row) => row.map(quoted).join(",") + "\r\n").join("");

function quoted(cell: string): string {
  // A spreadsheet must not take a name for a formula.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// Taking a meeting down at speed: who speaks, with which verb, who will do what by when, and how
// long the meeting has been going on. Pure: people, day and clock are passed in.

import type { EditorState } from "@tiptap/pm/state";
import { TextSelection, type Command } from "@tiptap/pm/state";
import type { NextStep } from "../bindings/NextStep";
import type { Participant } from "../bindings/Participant";
import type { PersonName } from "../bindings/PersonName";
import type { PersonOffer } from "../bindings/PersonOffer";
import { readDate } from "../shared/fields";
import { fullName, isPerson } from "../shared/names";
import { schema } from "./schema";

const { nodes } = schema;

/** The verbs of reported speech that Tab goes through after a name. */
export const VERBS = [
  "noted",
  "suggested",
  "asked",
  "agreed",
  "proposed",
  "explained",
  "added",
  "recalled",
  "reported",
  "welcomed",
];

/** Without case and accents. */
export const folded = (words: string): string =>
  words.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();

/** The one participant a name means: full name, given name or family name, if nobody shares it. */
export function meant(words: string, participants: Participant[]): Participant | null {
  const wanted = folded(words);
  if (wanted === "") return null;
  const forms: ((one: Participant) => string)[] = [
    ({ name }) => fullName(name),
    ({ name }) => name.given,
    ({ name }) => `${name.particles} ${name.family}`,
    ({ name }) => name.family,
  ];
  for (const form of forms) {
    const found = participants.filter((one) => folded(form(one)) === wanted);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

/** The name before the cursor, if the paragraph holds nothing else and a colon was just typed. */
export function nameBeforeColon(state: EditorState): { name: string; from: number; to: number } | null {
  const { empty, $from } = state.selection;
  if (!empty || $from.parent.type !== nodes.paragraph || $from.parentOffset !== $from.parent.content.size) return null;
  const text = $from.parent.textBetween(0, $from.parentOffset, undefined, "\ufffc");
  const name = /^([\p{Lu}\p{Lo}][\p{L}\p{M}'’. -]{1,60}):$/u.exec(text)?.[1];
  return name === undefined ? null : { name, from: $from.start(), to: $from.pos };
}

/** Whether somebody goes by these words in short: the given or the family name alone. */
export const isShortFor = (words: string, { given, particles, family }: PersonName): boolean =>
  [given, `${particles} ${family}`, family].some((form) => folded(form) === folded(words));

/** Somebody of the report or of the directory. */
export type Who = Participant | PersonOffer;

/**
 * Who may be meant by a name that is not one participant's: those of the list first, then those of
 * the directory by their full name, by a short one in this series, or by a short one anywhere.
 */
export function whoMayBe(words: string, participants: Participant[], directory: PersonOffer[]): Who[] {
  const isFull = ({ name }: Who): boolean => folded(fullName(name)) === folded(words);
  const isShort = ({ name }: Who): boolean => isShortFor(words, name);
  const listed = participants.filter((one) => isFull(one) || isShort(one));
  const others = directory.filter((offer) => !participants.some((one) => isPerson(offer, one.person)));
  const ways: ((offer: PersonOffer) => boolean)[] = [
    isFull,
    (offer) => offer.meetings > 0 && isShort(offer),
    (offer) => listed.length === 0 && isShort(offer),
  ];
  return [...listed, ...(ways.map((way) => others.filter(way)).find((found) => found.length > 0) ?? [])];
}

/** Whether words may be the full name of a stranger: `Maria de la Cruz`, not `Question`. */
export const looksLikeName = (words: string): boolean =>
  /^[\p{Lu}\p{Lo}]\S*(?: (?:[\p{Lu}\p{Lo}]\S*|\p{Ll}{1,4})){0,4} [\p{Lu}\p{Lo}]\S*$/u.test(words);

/** Where a line says who speaks, a name alone and a colon, if the words from here to there are that name. */
export function speakerLineAt(state: EditorState, from: number, to: number): { from: number; to: number } | null {
  const $from = state.doc.resolve(from);
  if ($from.parent.type !== nodes.paragraph || $from.parentOffset !== 0 || to > $from.end()) return null;
  const colon = /^: ?/.exec(state.doc.textBetween(to, $from.end(), undefined, "\ufffc"))?.[0];
  return colon === undefined ? null : { from, to: to + colon.length };
}

/** After a speaker Tab writes a verb; after a verb it becomes the next (with Shift: the one before). */
export const cycleVerb =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { empty, $from } = state.selection;
    if (!empty || !$from.parent.isTextblock) return false;
    const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\ufffc");
    const typed = /\ufffc ?(?:(\p{L}+) )?$/u.exec(before);
    if (!typed || !isSpeaker(state, $from.pos - typed[0].length)) return false;
    const verb = typed[1];
    const at = verb === undefined ? -1 : VERBS.indexOf(verb);
    if (verb !== undefined && at < 0) return false;
    const next = VERBS[at < 0 ? (by === 1 ? 0 : VERBS.length - 1) : (at + by + VERBS.length) % VERBS.length] ?? "";
    if (dispatch) {
      const from = $from.pos - typed[0].length + 1;
      const tr = state.tr.insertText(` ${next} `, from, $from.pos);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, from + next.length + 2)).scrollIntoView());
    }
    return true;
  };

const isSpeaker = (state: EditorState, pos: number): boolean => state.doc.nodeAt(pos)?.type === nodes.speaker;

/** The words of an action line, such as `Action: Ana to send the draft by 27 March`. */
export function actionLine(state: EditorState): { words: string; from: number; to: number } | null {
  const { $from } = state.selection;
  if ($from.parent.type !== nodes.paragraph) return null;
  const words = $from.parent.textBetween(0, $from.parent.content.size, undefined, "\ufffc");
  const found = /^(?:action|to do|next step)\s*:\s*(\S.*)$/iu.exec(words);
  return found?.[1] === undefined ? null : { words: found[1], from: $from.before(), to: $from.after() };
}

/** The first speaker named in a paragraph, where the words have only a placeholder. */
export function speakerIn(state: EditorState, from: number): string | null {
  let found: string | null = null;
  state.doc.nodeAt(from)?.forEach((child) => {
    if (child.type === nodes.speaker) found ??= String(child.attrs["participant"]);
  });
  return found;
}

/**
 * A next step from words: `Ana to send the draft by 27 March`. What is before `to` owns it, what
 * follows the last `by` is its day; a day without a year is the first one after the meeting.
 */
export function readAction(
  words: string,
  participants: Participant[],
  speaker: string | null,
  meeting: string | null,
): NextStep {
  let action = words.trim().replace(/[.;]$/, "");
  let due: string | null = null;
  const until = /^(.*\S)[,;]?\s+(?:by|before|until|due)\s+(.+)$/iu.exec(action);
  const day = until?.[2] === undefined ? null : readDay(until[2], meeting);
  if (until?.[1] !== undefined && day !== null) {
    due = day;
    action = until[1];
  }
  let owner: NextStep["owner"] = null;
  const who = /^(.{1,80}?)(?:\s+(?:to|will|should)\s+|\s*[:–—]\s*|\s+-\s+)(\S.*)$/iu.exec(action);
  if (who?.[1] !== undefined && who[2] !== undefined) {
    const name = who[1].replace(/^@/, "").trim();
    const one = name === "\ufffc" ? participants.find(({ id }) => id === speaker) : meant(name, participants);
    if (one) owner = { kind: "participant", participant: one.id };
    else if (/^\p{Lu}|^the\b|^all\b/u.test(name) && !name.includes("\ufffc")) owner = { kind: "other", name };
    if (owner !== null) action = who[2];
  }
  action = action.replaceAll("\ufffc", "").replace(/\s+/g, " ").trim();
  return { action: action.charAt(0).toLocaleUpperCase() + action.slice(1), owner, due };
}

function readDay(words: string, meeting: string | null): string | null {
  const whole = readDate(words);
  if ("value" in whole) return whole.value;
  if (meeting === null) return null;
  const year = Number(meeting.slice(0, 4));
  for (const guess of [year, year + 1]) {
    const read = readDate(`${words} ${guess}`);
    if ("value" in read && read.value !== null && read.value >= meeting) return read.value;
  }
  return null;
}

/** Longest meeting that a clock reading still belongs to, in minutes. */
const LONGEST_MEETING = 12 * 60;

/** `[1:07]` for the hours and minutes since the meeting began; null when it is not going on. */
export function timestamp(began: Date, now: Date): string | null {
  const minutes = Math.floor((now.getTime() - began.getTime()) / 60_000);
  if (minutes < 0 || minutes > LONGEST_MEETING) return null;
  return `[${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}]`;
}

/** When the meeting began; null without day or hour, or in a time zone nobody knows. */
export function beginning(date: string | null, time: string | null, zone: string): Date | null {
  if (date === null || time === null) return null;
  const asUtc = new Date(`${date}T${time.slice(0, 5)}:00Z`);
  if (Number.isNaN(asUtc.getTime())) return null;
  try {
    const offset = zone === "UTC" || zone === "GMT" ? 0 : offsetOf(zone, asUtc);
    return new Date(asUtc.getTime() - offset);
  } catch {
    return null;
  }
}

/** How far a zone's clocks are ahead of UTC, in milliseconds. */
function offsetOf(zone: string, at: Date): number {
  const there = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  return new Date(`${there.format(at).replace(" ", "T")}Z`).getTime() - at.getTime();
}

/** Takes every timestamp out of the text, as one change. */
export const removeTimestamps: Command = (state, dispatch) => {
  const found: { from: number; to: number }[] = [];
  state.doc.descendants((node, pos) => {
    for (const hit of (node.text ?? "").matchAll(/\[\d{1,2}:[0-5]\d\] ?/g)) {
      found.push({ from: pos + hit.index, to: pos + hit.index + hit[0].length });
    }
  });
  if (found.length === 0) return false;
  dispatch?.(found.reduceRight((tr, { from, to }) => tr.delete(from, to), state.tr));
  return true;
};

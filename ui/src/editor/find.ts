// Finding and replacing in the whole report. Names of speakers are found too; they are not text
// but references, so they are not replaced: the participant is renamed instead.

import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection, type Command, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { schema } from "./schema";

export interface Wanted {
  text: string;
  matchCase: boolean;
  wholeWords: boolean;
}

export interface Match {
  from: number;
  to: number;
  /** In the printed name of a speaker, which is no text. */
  inName: boolean;
}

interface Found {
  wanted: Wanted;
  /** The printed names of the speakers in document order. */
  speakers: string[];
  matches: Match[];
  /** The match the cursor is at; -1 for none. */
  at: number;
  decorations: DecorationSet;
}

const NOTHING: Wanted = { text: "", matchCase: false, wholeWords: false };
const key = new PluginKey<Found>("find");

export function finding(): Plugin {
  return new Plugin<Found>({
    key,
    state: {
      init: () => ({ wanted: NOTHING, speakers: [], matches: [], at: -1, decorations: DecorationSet.empty }),
      apply(tr, found, _, state) {
        const asked = tr.getMeta(key) as Partial<Pick<Found, "wanted" | "speakers">> | undefined;
        const now = { ...found, ...asked };
        if (now.wanted.text === "") return { ...now, matches: [], at: -1, decorations: DecorationSet.empty };
        const again = asked !== undefined || tr.docChanged;
        if (!again && !tr.selectionSet) return found;
        return show(state, now, again);
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });
}

/** What was found: how many, and which of them the cursor is at. */
export const found = (state: EditorState): Found | undefined => key.getState(state);

/** Looks for something; an empty text ends it. */
export const find = (tr: Transaction, wanted: Wanted, speakers: string[]): Transaction =>
  tr.setMeta(key, { wanted, speakers }).setMeta("addToHistory", false);

/** Selects the next or the previous match, going round at the ends. */
export const goToMatch =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { matches, at } = key.getState(state) ?? { matches: [], at: -1 };
    if (matches.length === 0) return false;
    const { from, to } = state.selection;
    let next: number;
    if (at >= 0) next = (at + by + matches.length) % matches.length;
    else if (by === 1) next = matches.findIndex((match) => match.from >= to);
    else next = matches.findLastIndex((match) => match.to <= from);
    const match = matches[next] ?? matches[by === 1 ? 0 : matches.length - 1];
    if (match && dispatch) {
      dispatch(state.tr.setSelection(TextSelection.create(state.doc, match.from, match.to)).scrollIntoView());
    }
    return true;
  };

/** Replaces the match the cursor is at and goes on to the next. */
export const replaceMatch =
  (text: string): Command =>
  (state, dispatch) => {
    const { matches, at } = key.getState(state) ?? { matches: [], at: -1 };
    const match = matches[at];
    if (!match) return goToMatch(1)(state, dispatch);
    if (match.inName) return false;
    if (dispatch) {
      const tr = replace(state.tr, match, text);
      const rest = matches.slice(at + 1).find((one) => !one.inName) ?? matches.find((one) => !one.inName);
      const next = rest && rest !== match ? tr.mapping.map(rest.from) : match.from + text.length;
      const size = rest && rest !== match ? rest.to - rest.from : 0;
      dispatch(tr.setSelection(TextSelection.create(tr.doc, next, next + size)).scrollIntoView());
    }
    return true;
  };

/** Replaces every match that is text, as one change. */
export const replaceAll =
  (text: string): Command =>
  (state, dispatch) => {
    const { matches } = key.getState(state) ?? { matches: [] };
    const texts = matches.filter((match) => !match.inName);
    if (texts.length === 0) return false;
    if (dispatch) dispatch(texts.reduceRight((tr, match) => replace(tr, match, text), state.tr));
    return true;
  };

/** The words keep the marks of what they replace. */
export function replace(tr: Transaction, { from, to }: Match, text: string): Transaction {
  if (text === "") return tr.delete(from, to);
  const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
  return tr.replaceWith(from, to, schema.text(text, marks));
}

function show(state: EditorState, now: Found, again: boolean): Found {
  const matches = again ? matchesIn(state.doc, now.wanted, now.speakers) : now.matches;
  const { from, to } = state.selection;
  const at = matches.findIndex((match) => match.from === from && match.to === to);
  if (!again && at === now.at) return now;
  const decorations = matches.map((match, index) =>
    Decoration.inline(match.from, match.to, { class: index === at ? "found current" : "found" }),
  );
  return { ...now, matches, at, decorations: DecorationSet.create(state.doc, decorations) };
}

/** A stretch of a paragraph: its letters, and where they stand in the document. */
export interface Stretch {
  text: string;
  pos: number;
  /** A speaker is one place in the document however long the name. */
  name: boolean;
}

export function matchesIn(doc: Node, wanted: Wanted, speakers: string[]): Match[] {
  const pattern = patternOf(wanted);
  if (pattern === null) return [];
  return lines(doc, speakers).flatMap(({ stretches }) =>
    [...printed(stretches).matchAll(pattern)]
      .filter((hit) => hit[0].length > 0)
      .map((hit) => matchAt(stretches, hit.index, hit.index + hit[0].length)),
  );
}

/** Every paragraph and title with where it begins, and its words as printed. */
export function lines(doc: Node, speakers: string[]): { pos: number; stretches: Stretch[] }[] {
  const found: { pos: number; stretches: Stretch[] }[] = [];
  let speaker = 0;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const stretches: Stretch[] = [];
    node.forEach((child, offset) => {
      const name = child.type === schema.nodes.speaker;
      const text = name ? (speakers[speaker++] ?? "") : (child.text ?? " ");
      stretches.push({ text, pos: pos + 1 + offset, name });
    });
    found.push({ pos, stretches });
    return false;
  });
  return found;
}

export const printed = (stretches: Stretch[]): string => stretches.map((one) => one.text).join("");

/** Where some of a line's printed letters stand in the document. */
export function matchAt(stretches: Stretch[], start: number, end: number): Match {
  let before = 0;
  const match: Match = { from: -1, to: -1, inName: false };
  for (const { text, pos, name } of stretches) {
    const from = Math.max(start - before, 0);
    const to = Math.min(end - before, text.length);
    if (from < to) {
      if (match.from < 0) match.from = name ? pos : pos + from;
      match.to = name ? pos + 1 : pos + to;
      match.inName ||= name;
    }
    before += text.length;
  }
  return match;
}

/** Quotes and dashes are found however they are written; whole words end where letters end. */
function patternOf({ text, matchCase, wholeWords }: Wanted): RegExp | null {
  if (text === "") return null;
  const plain = text
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”]/g, '["“”]')
    .replace(/[-–—]/g, "[-–—]")
    .replace(/\s+/g, "\\s+");
  const whole = wholeWords ? `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])` : plain;
  return new RegExp(whole, matchCase ? "gu" : "giu");
}

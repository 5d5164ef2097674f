// Names become references to participants as they are written: `Ana noted` and `Ana Neves,` mean
// Ana Neves, where nobody else answers to that. A name that fits several people is marked, and a
// key asks who is meant. Nothing is looked at before a word has ended.
//
// Which names mean whom comes from the core, whenever the list of participants has changed.

import { closeHistory } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Command, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Participant } from "../bindings/Participant";
import type { WrittenName } from "../bindings/WrittenName";
import { folded } from "./capture";
import { schema } from "./schema";

/** A name in the text: where it stands and whom it may mean. */
export interface TypedName {
  from: number;
  to: number;
  words: string;
  who: string[];
}

interface State {
  /** Whom each name means, by the folded name. */
  names: Map<string, string[]>;
  /** Names that were made text again; they stay text. */
  refused: Set<string>;
  /** The name that just became a reference, until something else is written. */
  linked: { at: number; words: string } | null;
  /** Names that fit several people. */
  unclear: DecorationSet;
}

type Told = { names: Map<string, string[]> } | { linked: { at: number; words: string } } | { unclear: TypedName };

const key = new PluginKey<State>("naming");
const { nodes } = schema;

/** Longest name that is looked for, in letters and in words. */
const LONGEST = { letters: 80, words: 6 };

export function naming(): Plugin {
  return new Plugin<State>({
    key,
    state: {
      init: () => ({ names: new Map(), refused: new Set(), linked: null, unclear: DecorationSet.empty }),
      apply: (tr, before) => after(tr, before),
    },
    props: {
      decorations: (state) => key.getState(state)?.unclear,
      handleTextInput(view, from, to, text) {
        if (view.composing || from !== to || !endsWord(view.state, text)) return false;
        const name = nameBefore(view.state);
        const told = name && decide(view.state, name);
        if (!told) return false;
        // As typed first: undone, the name is text again and nothing else is lost.
        view.dispatch(view.state.tr.insertText(text, from, to));
        view.dispatch("linked" in told ? link(view.state, name) : view.state.tr.setMeta(key, told));
        return true;
      },
    },
  });
}

/** Tells the page which names mean whom; only those who are present are linked. */
export const tellNames = (tr: Transaction, names: WrittenName[], participants: Participant[]): Transaction => {
  const known = new Set(participants.filter((one) => one.attendance === "present").map((one) => one.id));
  const all = new Map<string, string[]>();
  for (const { words, who } of names) {
    if (!who.some((id) => known.has(id))) continue;
    const form = folded(words);
    all.set(form, [...new Set([...(all.get(form) ?? []), ...who])]);
  }
  return tr.setMeta(key, { names: all } satisfies Told).setMeta("addToHistory", false);
};

/** Marks words that name nobody on the list, so that a key asks who is meant. */
export const markUnclear =
  (words: string, from: number, to: number): Command =>
  (state, dispatch) => {
    const told: Told = { unclear: { from, to, words, who: [] } };
    dispatch?.(state.tr.setMeta(key, told));
    return true;
  };

/** Backspace right after a name was linked gives back what was typed. */
export const unlink: Command = (state, dispatch) => {
  const linked = key.getState(state)?.linked;
  if (!linked || state.doc.nodeAt(linked.at)?.type !== nodes.speaker) return false;
  dispatch?.(closeHistory(state.tr.replaceWith(linked.at, linked.at + 1, schema.text(linked.words))));
  return true;
};

/** Links the name before the cursor, for what goes on with a name, such as its verbs. */
export const linkBefore: Command = (state, dispatch) => {
  const name = nameBefore(state);
  const told = name && decide(state, name);
  if (!told || !("linked" in told)) return false;
  dispatch?.(link(state, name));
  return true;
};

/** The name that stands before the cursor or is marked in its paragraph, to be asked about. */
export function askedName(state: EditorState): TypedName | null {
  const { $from } = state.selection;
  const here = nameBefore(state);
  if (here) return here;
  const marked = key.getState(state)?.unclear.find($from.start(), $from.end()) ?? [];
  const [last] = marked.sort((a, b) => Math.abs(a.to - $from.pos) - Math.abs(b.to - $from.pos));
  if (!last) return null;
  return { from: last.from, to: last.to, words: wordsAt(state.doc, last), who: [] };
}

function after(tr: Transaction, before: State): State {
  const told = tr.getMeta(key) as Told | undefined;
  let { names, refused, linked, unclear } = before;
  if (tr.docChanged) {
    unclear = unclear.map(tr.mapping, tr.doc);
    const gone = unclear.find().filter((one) => wordsAt(tr.doc, one) !== (one.spec as { words: string }).words);
    if (gone.length > 0) unclear = unclear.remove(gone);
    // Undone, by whatever key: the name stays text from now on.
    const undone =
      linked && tr.doc.textBetween(linked.at, Math.min(tr.doc.content.size, linked.at + linked.words.length));
    if (linked && undone === linked.words) refused = new Set([...refused, folded(linked.words)]);
    linked = null;
  } else if (tr.selectionSet) {
    linked = null;
  }
  if (told && "names" in told) names = told.names;
  if (told && "linked" in told) linked = told.linked;
  if (told && "unclear" in told) {
    const { from, to, words } = told.unclear;
    unclear = unclear.add(tr.doc, [Decoration.inline(from, to, { class: "unclear" }, { words })]);
  }
  return { names, refused, linked, unclear };
}

const wordsAt = (doc: Node, { from, to }: { from: number; to: number }): string =>
  doc.textBetween(from, to, undefined, "\ufffc");

/**
 * Whether a word, and with it a name, has ended: at a mark after it, or at the first letter of the
 * next word, since a capital may go on with the name. A colon is for who speaks in this line.
 */
function endsWord(state: EditorState, text: string): boolean {
  if (/^[,.;!?)”"]$/.test(text)) return true;
  if (!/^[\p{Ll}\p{Lo}\d(“"]$/u.test(text)) return false;
  const { $from } = state.selection;
  const at = $from.parentOffset;
  return at > 1 && $from.parent.textBetween(at - 1, at, undefined, "\ufffc") === " ";
}

/** What becomes of a name: linked, marked as unclear, or nothing. */
function decide(state: EditorState, name: TypedName): Told | null {
  if (key.getState(state)?.refused.has(folded(name.words))) return null;
  return name.who.length === 1 ? { linked: { at: name.from, words: name.words } } : { unclear: name };
}

function link(state: EditorState, { from, to, words, who }: TypedName): Transaction {
  const speaker = nodes.speaker.create({ participant: who[0] });
  const told: Told = { linked: { at: from, words } };
  return closeHistory(state.tr.replaceWith(from, to, speaker)).setMeta(key, told);
}

/** The longest known name that ends before the cursor, a space and the `’s` of its owner aside. */
function nameBefore(state: EditorState): TypedName | null {
  const names = key.getState(state)?.names;
  const { empty, $from } = state.selection;
  const before = $from.nodeBefore;
  if (!names?.size || !empty || $from.parent.type !== nodes.paragraph || !before?.isText) return null;
  if (before.marks.length > 0) return null;
  const text = (before.text ?? "").slice(-LONGEST.letters);
  const end = /(?:[’']s)? ?$/.exec(text)?.index ?? text.length;
  let name: { start: number; words: string } | null = null;
  let start = end;
  for (let count = 0; count < LONGEST.words && start > 0; count += 1) {
    start = text.lastIndexOf(" ", start - 2) + 1;
    const first = text.slice(start).search(/[\p{L}\p{M}]/u);
    const words = first < 0 ? "" : text.slice(start + first, end);
    if (names.has(folded(words)) && /^\p{Lu}/u.test(words)) name = { start: start + first, words };
    if (start === 0) break;
  }
  if (name === null || goesOnBefore(text.slice(0, name.start))) return null;
  const from = $from.pos - text.length + name.start;
  return { from, to: from + name.words.length, words: name.words, who: names.get(folded(name.words)) ?? [] };
}

/** `Tom Hanks` is not the Hanks of the list; a word that begins a sentence is no name before it. */
function goesOnBefore(text: string): boolean {
  const word = /(?:^|[^\p{L}\p{M}'’-])(\p{Lu}[\p{L}\p{M}'’-]*) $/u.exec(text)?.[1];
  return word !== undefined && !/(?:^|[.!?“"])$/.test(text.slice(0, -word.length - 1).trimEnd());
}

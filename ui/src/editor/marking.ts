// The marks of the house-style checker on the page: they move with the words until the next check.

import { Plugin, PluginKey, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Severity } from "../bindings/Severity";

export interface Mark {
  from: number;
  to: number;
  severity: Severity;
  message: string;
}

const key = new PluginKey<DecorationSet>("findings");

export function marking(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before, _, state) {
        const marks = tr.getMeta(key) as Mark[] | undefined;
        return marks === undefined ? before.map(tr.mapping, tr.doc) : drawn(state, marks);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Marks these places and no others. */
export const mark = (tr: Transaction, marks: Mark[]): Transaction =>
  tr.setMeta(key, marks).setMeta("addToHistory", false);

const drawn = (state: EditorState, marks: Mark[]): DecorationSet =>
  DecorationSet.create(
    state.doc,
    marks.map(({ from, to, severity, message }) =>
      Decoration.inline(from, to, { class: `finding ${severity}`, title: message }),
    ),
  );

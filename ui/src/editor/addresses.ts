// A web address becomes a link as soon as it is written, as editors do. Backspace at once takes
// that back. Who calls it: `plugins`.

import { InputRule } from "@tiptap/pm/inputrules";
import type { Command, EditorState, Transaction } from "@tiptap/pm/state";
import { schema } from "./schema";

const { marks } = schema;

/** An address at the end, without the punctuation of its sentence. */
const ADDRESS = /(?:^|[\s(])((?:https?:\/\/|www\.)[^\s<>"“”\ufffc]*[^\s<>"“”\ufffc.,;:!?)\]])[.,;:!?)\]]*$/i;

/** With the space that ends it. */
export const addressRule = new InputRule(
  new RegExp(`${ADDRESS.source.slice(0, -1)} $`, "i"),
  (state, match, start, end) => {
    const from = start + match[0].indexOf(match[1] ?? "");
    return linked(state, from, match[1] ?? "")?.insertText(" ", end) ?? null;
  },
);

/** Does something, with a link made first of the address before the cursor. */
export const afterAddress =
  (next: Command): Command =>
  (state, dispatch, view) => {
    const { $from, empty } = state.selection;
    const before = $from.parent.textBetween(0, $from.parentOffset, null, "\ufffc");
    const address = empty ? ADDRESS.exec(before) : null;
    const tr = address && linked(state, $from.start() + before.lastIndexOf(address[1] ?? ""), address[1] ?? "");
    if (!tr || !dispatch || !view) return next(state, dispatch, view);
    dispatch(tr);
    return next(view.state, dispatch, view);
  };

/** None where the words lead somewhere already. */
function linked(state: EditorState, from: number, address: string): Transaction | null {
  const to = from + address.length;
  if (state.doc.rangeHasMark(from, to, marks.link)) return null;
  const href = /^www\./i.test(address) ? `https://${address}` : address;
  return state.tr.addMark(from, to, marks.link.create({ href })).removeStoredMark(marks.link);
}

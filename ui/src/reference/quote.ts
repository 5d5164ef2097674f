// Words of an earlier meeting on the page: quoted, or referred to. Pure, and each one undo step.

import { closeHistory } from "@tiptap/pm/history";
import { Selection, TextSelection, type Command, type EditorState } from "@tiptap/pm/state";
import { schema } from "../editor/schema";
import { longDate } from "../shared/fields";
import { ordinal } from "../shared/ordinal";
import { t } from "../text/en";

/** Where words were said before. */
export interface Source {
  number: number | null;
  date: string | null;
  /** The number of the section; empty outside the agenda. */
  label: string;
}

/** `106th meeting, item 2`. */
export function referenceTo({ number, date, label }: Source): string {
  if (number !== null) return t.reference.named(t.reference.meeting(ordinal(number)), label);
  return t.reference.named(date === null ? t.reference.anyMeeting : t.reference.meetingOn(longDate(date)), label);
}

/** `“The passage.” (106th meeting, item 2)`; quotation marks inside become single ones. */
export function quotation(passage: string, source: Source): string {
  const line = passage.replace(/\s+/g, " ").trim();
  const inner = line
    .replace(/[“„]/g, "‘")
    .replace(/”/g, "’")
    .replace(/(^|[\s(])"/g, "$1‘")
    .replace(/"/g, "’");
  return `“${inner}” (${referenceTo(source)})`;
}

/** Puts words in at the cursor, after what is selected; under a title, into its first paragraph. */
export const insertWords =
  (words: string): Command =>
  (state, dispatch) => {
    const at = placeForWords(state);
    if (at === null) return false;
    if (dispatch) {
      const here = state.doc.resolve(at);
      const before = here.parent.textBetween(0, here.parentOffset, undefined, "\ufffc").slice(-1);
      const after = here.parent.textBetween(here.parentOffset, here.parent.content.size, undefined, "\ufffc").charAt(0);
      const lead = before === "" || /[\s([“‘]/.test(before) ? "" : " ";
      const trail = /[\p{L}\p{N}\ufffc]/u.test(after) ? " " : "";
      const tr = state.tr.insert(at, schema.text(`${lead}${words}${trail}`));
      const end = at + lead.length + words.length;
      dispatch(closeHistory(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView()));
    }
    return true;
  };

function placeForWords(state: EditorState): number | null {
  const { paragraph } = schema.nodes;
  const to = Selection.near(state.selection.$to, 1).$to;
  if (to.parent.type === paragraph) return to.pos;
  let found: number | null = null;
  state.doc.nodesBetween(to.pos, state.doc.content.size, (node, pos) => {
    if (found === null && node.type === paragraph && pos >= to.pos) found = pos + 1 + node.content.size;
    return found === null;
  });
  return found;
}

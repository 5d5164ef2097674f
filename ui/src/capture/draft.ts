// A paragraph drafted from what somebody said, and its place in the report.

import type { Node } from "@tiptap/pm/model";
import { Selection, TextSelection, type Command, type EditorState } from "@tiptap/pm/state";
import { VERBS } from "../editor/capture";
import { schema } from "../editor/schema";
import { t } from "../text/en";

const { nodes } = schema;

const NOTED = ` ${VERBS[0] ?? ""} `;

/** Who said it: a participant, a name that is matched to nobody, or nobody known. */
export type Said = { participant: string } | { name: string } | null;

/** Words that begin a sentence with a capital letter for no other reason. */
const COMMON = new Set(
  (
    "a all also an and any are as at both but by can could do does each every few for from given has have he here " +
    "how if in is it its let many maybe more most my no not now of on one only or other our perhaps please several " +
    "she should since so some such thank thanks that the their then there these they this those three to today two " +
    "was we well were what when where which while who why will with would yes yesterday yet you your"
  ).split(" "),
);

/** What was said, to stand after “noted that”: on one line, ended like a sentence. */
export function reported(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const first = /^[\p{L}’']+/u.exec(line)?.[0] ?? "";
  const plain = COMMON.has(first.toLowerCase().split(/[’']/)[0] ?? "");
  const lowered = plain ? first.charAt(0).toLowerCase() + line.slice(1) : line;
  return /[.!?…]["”’)]?$/.test(lowered) ? lowered : `${lowered}.`;
}

/** `Anna noted that …`, with Anna as a reference where she is a participant. */
export function drafted(said: Said, text: string): Node {
  const words = reported(text);
  const paragraph = (...content: Node[]): Node => schema.node("paragraph", null, content);
  if (said === null) return paragraph(schema.text(`${t.transcript.itWasNoted} ${words}`));
  if ("name" in said) return paragraph(schema.text(`${said.name}${NOTED}${t.transcript.that} ${words}`));
  const speaker = schema.node("speaker", { participant: said.participant });
  return paragraph(speaker, schema.text(`${NOTED}${t.transcript.that} ${words}`));
}

/** Where Tab changes the verb; the end, where nobody is referred to. */
const workPlace = (paragraph: Node): number =>
  paragraph.firstChild?.type === nodes.speaker ? 1 + NOTED.length : paragraph.content.size;

const cursor = (state: EditorState): Selection => Selection.near(state.selection.$from, 1);

/** Whether the cursor is anywhere near a text. */
export const hasPlace = (state: EditorState): boolean => cursor(state).$from.depth > 0;

/**
 * Puts a paragraph where the cursor is: into an empty paragraph, after one with text, as the next
 * item of a list, under a title. The cursor goes behind its verb.
 */
export const insertParagraph =
  (paragraph: Node): Command =>
  (state, dispatch) => {
    if (!hasPlace(state)) return false;
    const { $from } = cursor(state);
    const here = $from.parent;
    let from = $from.after();
    let to = from;
    let made = paragraph;
    let before = 1;
    if (here.type !== nodes.paragraph) {
      const below = $from.node(-1).maybeChild($from.indexAfter(-1));
      if (below?.type === nodes.paragraph && below.content.size === 0) to += below.nodeSize;
    } else if (here.content.size === 0) {
      from = $from.before();
    } else if ($from.node(-1).type === nodes.list_item && $from.index(-1) === 0) {
      from = to = $from.after(-1);
      made = schema.node("list_item", null, paragraph);
      before = 2;
    }
    if (dispatch) {
      const tr = state.tr.replaceWith(from, to, made);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, from + before + workPlace(paragraph))).scrollIntoView());
    }
    return true;
  };

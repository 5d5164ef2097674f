// Whether a document may be stored: the same judgement as `Report::validate` makes of its text.
// What is typed cannot break it; what is pasted can. Pure.

import type { Node } from "@tiptap/pm/model";
import { MOST_LEVELS, MOST_LIST_LEVELS } from "./commands";
import { fields } from "./convert";
import { schema } from "./schema";

const { nodes } = schema;

export function isSound(doc: Node): boolean {
  try {
    doc.check();
  } catch {
    return false;
  }
  const people = new Set(fields(doc).participants.map((one) => one.id));
  const items = new Set<string>();
  let sound = true;
  doc.descendants((node, pos) => {
    if (node.type === nodes.speaker) sound &&= people.has(node.attrs["participant"] as string);
    if (node.isText) sound &&= !UNPRINTABLE.test(node.text ?? "");
    if (node.type === nodes.agenda_item) {
      const id = node.attrs["id"] as string;
      const heading = (node.attrs["heading"] ?? []) as { bold?: boolean; italic?: boolean }[];
      sound &&= !items.has(id) && depth(doc, pos, ["agenda_item"]) < MOST_LEVELS;
      sound &&= heading.every((piece) => piece.bold === false && piece.italic === false);
      items.add(id);
    }
    if (node.type === nodes.bulleted_list || node.type === nodes.numbered_list) {
      sound &&= depth(doc, pos, ["bulleted_list", "numbered_list"]) < MOST_LIST_LEVELS;
    }
    return sound;
  });
  return sound;
}

/** How many nodes of these types are around a position. */
function depth(doc: Node, pos: number, types: string[]): number {
  const here = doc.resolve(pos);
  let found = 0;
  for (let level = 1; level <= here.depth; level++) if (types.includes(here.node(level).type.name)) found += 1;
  return found;
}

/** Control characters but for the tab. */
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/;

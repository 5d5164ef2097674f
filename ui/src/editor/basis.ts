// What the generated words of a report depend on. Most keys change none of it, and then nothing is
// asked anew: not the numbers, not the names, not the sentences of empty sections.

import type { Node } from "@tiptap/pm/model";
import { schema } from "./schema";

const { nodes } = schema;

const known = new WeakMap<Node, string>();

/**
 * A text that stays the same while no generated word can change: titles, the order of items, parts
 * and speakers, and which paragraphs hold words. The document's fields are not in it.
 */
export function basis(doc: Node): string {
  return doc.children.map(of).join("");
}

/** ProseMirror shares what did not change, so only what is being written is looked at anew. */
function of(node: Node): string {
  const before = known.get(node);
  if (before !== undefined) return before;
  const found = read(node);
  known.set(node, found);
  return found;
}

function read(node: Node): string {
  if (node.isText) return (node.text ?? "").trim() === "" ? " " : "t";
  if (node.type === nodes.speaker) return `@${String(node.attrs["participant"])}${String(node.attrs["form"])}`;
  if (node.type === nodes.agenda_title || node.type === nodes.part_title)
    return `<${node.type.name} ${JSON.stringify(node.toJSON())}>`;
  const name = node.type === nodes.agenda_item ? JSON.stringify(node.attrs) : node.type.name;
  return `<${name}${node.children.map(of).join("").replace(/t+/g, "t")}>`;
}

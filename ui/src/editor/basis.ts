// What the generated words of a report depend on. Most keys change none of it, and then nothing is
// asked or drawn anew: not the numbers, not the names, not the outline.

import type { Node } from "@tiptap/pm/model";
import { schema } from "./schema";

const { nodes } = schema;

/**
 * Whether two documents have the same titles, the same order of items, parts and speakers, and
 * words in the same paragraphs. The fields of the document are not looked at.
 */
export function sameBasis(one: Node, other: Node): boolean {
  // ProseMirror shares what did not change: all but what is being written ends here.
  if (one === other) return true;
  if (one.type !== other.type) return false;
  if (one.type === nodes.paragraph) return summary(one) === summary(other);
  if (one.isTextblock) return one.eq(other);
  if (one.childCount !== other.childCount) return false;
  if (one.type === nodes.agenda_item && !sameAttributes(one, other)) return false;
  return one.children.every((child, at) => sameBasis(child, other.child(at)));
}

const sameAttributes = (one: Node, other: Node): boolean => JSON.stringify(one.attrs) === JSON.stringify(other.attrs);

/** Who is named in a paragraph, and whether it holds words. */
function summary(paragraph: Node): string {
  const names = paragraph.children.filter((child) => child.type === nodes.speaker);
  const blank = paragraph.children.every((child) => child.isText && (child.text ?? "").trim() === "");
  return `${blank ? "" : "words"}${names.map((name) => JSON.stringify(name.attrs)).join("")}`;
}

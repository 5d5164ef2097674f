// The agenda as an outline: read off the document, and moving an item with everything in it.

import type { Node } from "@tiptap/pm/model";
import { TextSelection, type Command, type EditorState } from "@tiptap/pm/state";
import { MOST_LEVELS, levels } from "./commands";
import { schema } from "./schema";

const { nodes } = schema;

export interface OutlineItem {
  id: string;
  title: string;
  /** 0 for an item of the agenda's first level. */
  level: number;
  /** Whether its section holds text. */
  written: boolean;
}

export interface PlacedItem extends OutlineItem {
  /** Where the item begins in the document. */
  pos: number;
}

/** Every agenda item in the order of the document. */
export function outline(doc: Node): PlacedItem[] {
  const found: PlacedItem[] = [];
  const walk = (parent: Node, start: number, level: number): void => {
    parent.forEach((child, offset) => {
      if (child.type !== nodes.agenda_item) return;
      const pos = start + offset;
      found.push({ ...described(child), level, pos });
      walk(child, pos + 1, level + 1);
    });
  };
  walk(doc, 0, 0);
  return found;
}

/** Where the item begins in the document. */
export const placeOf = (doc: Node, id: string): number | null =>
  outline(doc).find((item) => item.id === id)?.pos ?? null;

function described(item: Node): { id: string; title: string; written: boolean } {
  return { id: String(item.attrs["id"]), title: item.firstChild?.textContent ?? "", written: hasText(item) };
}

/** Whether the item's own section says something. */
function hasText(item: Node): boolean {
  let some = false;
  item.forEach((child) => {
    if (child.type === nodes.agenda_title || child.type === nodes.agenda_item) return;
    some ||= child.type === nodes.part || child.textContent.trim() !== "" || child.content.size > 2;
  });
  return some;
}

/** The id of the item a position is in. */
export function itemAt(state: EditorState): string | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === nodes.agenda_item) return String(node.attrs["id"]);
  }
  return null;
}

/** Moves an item with its section and nested items before or after another, to that one's level. */
export const moveItemTo =
  (id: string, to: string, where: "before" | "after"): Command =>
  (state, dispatch) => {
    const items = outline(state.doc);
    const from = items.find((item) => item.id === id);
    const target = items.find((item) => item.id === to);
    const node = from && state.doc.nodeAt(from.pos);
    const other = target && state.doc.nodeAt(target.pos);
    if (!from || !target || !node || !other || id === to) return false;
    const inside = target.pos > from.pos && target.pos < from.pos + node.nodeSize;
    if (inside || target.level + levels(node) > MOST_LEVELS) return false;
    const at = where === "before" ? target.pos : target.pos + other.nodeSize;
    if (at === from.pos || at === from.pos + node.nodeSize) return false;
    if (dispatch) {
      const tr = state.tr;
      if (at > from.pos) tr.insert(at, node).delete(from.pos, from.pos + node.nodeSize);
      else tr.delete(from.pos, from.pos + node.nodeSize).insert(at, node);
      const now = at > from.pos ? at - node.nodeSize : at;
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(now + 2))).scrollIntoView());
    }
    return true;
  };

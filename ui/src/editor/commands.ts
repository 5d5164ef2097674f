// What can be done to the report's text and structure, as ProseMirror commands.

import { setBlockType, toggleMark } from "@tiptap/pm/commands";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { liftListItem, sinkListItem, wrapInList } from "@tiptap/pm/schema-list";
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from "@tiptap/pm/state";
import { emptyItem, emptyPart } from "./convert";
import { schema } from "./schema";

const { nodes, marks } = schema;

/** An agenda item with its place. */
interface Found {
  node: Node;
  pos: number;
  depth: number;
}

/** How deep agenda items nest. */
export const MOST_LEVELS = 3;
/** How deep lists nest. */
export const MOST_LIST_LEVELS = 9;

/** The innermost node of a type around a position. */
function around($pos: ResolvedPos, type: Node["type"]): Found | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type === type) return { node: $pos.node(depth), pos: $pos.before(depth), depth };
  }
  return null;
}

const currentItem = (state: EditorState): Found | null => around(state.selection.$from, nodes.agenda_item);

/** The outermost agenda item around the cursor. */
function topItem(state: EditorState): Found | null {
  const { $from } = state.selection;
  if ($from.depth === 0 || $from.node(1).type !== nodes.agenda_item) return null;
  return { node: $from.node(1), pos: $from.before(1), depth: 1 };
}

const cursorAt = (tr: Transaction, pos: number): Transaction =>
  tr.setSelection(Selection.near(tr.doc.resolve(pos), 1)).scrollIntoView();

/** Adds an agenda item after the one the cursor is in; before any other business, which is last. */
export const addItem: Command = (state, dispatch) => {
  const here = topItem(state);
  if (here === null) return false;
  const last = here.node.attrs["kind"] === "any_other_business";
  const pos = last ? here.pos : here.pos + here.node.nodeSize;
  if (dispatch) dispatch(cursorAt(state.tr.insert(pos, emptyItem()), pos + 2));
  return true;
};

/** The cursor to the section of the next agenda item; after the last one, a new item. */
export const nextItem: Command = (state, dispatch) => {
  const { $from } = state.selection;
  let next: number | null = null;
  state.doc.descendants((node, pos) => {
    if (node.type !== nodes.agenda_item) return node.type === nodes.doc;
    if (next === null && pos > $from.pos) next = pos;
    return next === null;
  });
  if (next === null) return addItem(state, dispatch);
  const item = state.doc.nodeAt(next);
  const title = item?.firstChild;
  const target = title && title.content.size > 0 ? next + 1 + title.nodeSize + 1 : next + 2;
  if (dispatch) dispatch(cursorAt(state.tr, target));
  return true;
};

/** Moves the agenda item with its section among its neighbours. */
export const moveItem =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const here = currentItem(state);
    return here !== null && swapWithNeighbour(state, here, by, dispatch);
  };

/** Moves the block, or in a title the whole item or part, among its neighbours. */
export const moveHere =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.parent.type === nodes.agenda_title) return moveItem(by)(state, dispatch);
    const types = $from.parent.type === nodes.part_title ? [nodes.part] : [nodes.list_item, nodes.paragraph];
    for (const type of types) {
      const here = around($from, type);
      if (here !== null && swapWithNeighbour(state, here, by, dispatch)) return true;
    }
    return false;
  };

function swapWithNeighbour(state: EditorState, here: Found, by: -1 | 1, dispatch?: (tr: Transaction) => void): boolean {
  const $pos = state.doc.resolve(here.pos);
  const index = $pos.index();
  const other = $pos.parent.maybeChild(index + by);
  if (!other || !alike(other, here.node)) return false;
  if (dispatch) {
    const tr = state.tr;
    const offset = state.selection.from - here.pos;
    const start = by === -1 ? here.pos - other.nodeSize : here.pos;
    const pair = by === -1 ? [here.node, other] : [other, here.node];
    tr.replaceWith(start, start + here.node.nodeSize + other.nodeSize, pair);
    const now = by === -1 ? start : start + other.nodeSize;
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(now + offset))).scrollIntoView());
  }
  return true;
}

/** Blocks trade places with blocks, items with items, parts with parts. */
function alike(one: Node, other: Node): boolean {
  return one.type === other.type || (one.type.isInGroup("block") && other.type.isInGroup("block"));
}

/** Puts the agenda item under the one before it. */
export const nestItem: Command = (state, dispatch) => {
  const here = currentItem(state);
  if (here === null) return false;
  const $pos = state.doc.resolve(here.pos);
  const before = $pos.nodeBefore;
  if (!before || before.type !== nodes.agenda_item || here.depth + levels(here.node) > MOST_LEVELS) return false;
  if (dispatch) {
    const tr = state.tr.delete(here.pos, here.pos + here.node.nodeSize);
    const at = here.pos - 1;
    dispatch(cursorAt(tr.insert(at, here.node), at + (state.selection.from - here.pos)));
  }
  return true;
};

/** Takes the agenda item out of the one it is under. */
export const unnestItem: Command = (state, dispatch) => {
  const here = currentItem(state);
  if (here === null || here.depth < 2) return false;
  const $pos = state.doc.resolve(here.pos);
  if (dispatch) {
    const end = $pos.after(here.depth - 1);
    const tr = state.tr.insert(end, here.node).delete(here.pos, here.pos + here.node.nodeSize);
    const at = end - here.node.nodeSize;
    dispatch(cursorAt(tr, at + (state.selection.from - here.pos)));
  }
  return true;
};

export function levels(item: Node): number {
  let deepest = 0;
  item.forEach((child) => {
    if (child.type === nodes.agenda_item) deepest = Math.max(deepest, levels(child));
  });
  return deepest + 1;
}

/** The agenda item the cursor is in, for asking before it goes. */
export function itemToDelete(state: EditorState): { title: string; hasText: boolean } | null {
  const here = currentItem(state);
  if (here === null) return null;
  const title = here.node.firstChild?.textContent ?? "";
  let speakers = false;
  here.node.descendants((node) => {
    speakers ||= node.type === nodes.speaker;
  });
  return { title, hasText: speakers || here.node.textContent.trim() !== title.trim() };
}

/** Deletes the agenda item with its section; the last one is emptied instead. */
export const deleteItem: Command = (state, dispatch) => {
  const here = currentItem(state);
  if (here === null) return false;
  if (dispatch) {
    const end = here.pos + here.node.nodeSize;
    const only = here.depth === 1 && state.doc.childCount === 1;
    const tr = only ? state.tr.replaceWith(here.pos, end, emptyItem()) : state.tr.delete(here.pos, end);
    dispatch(cursorAt(tr, Math.min(here.pos, tr.doc.content.size)));
  }
  return true;
};

/** Adds a lettered part at the end of the section. */
export const addPart: Command = (state, dispatch) => {
  const here = currentItem(state);
  if (here === null) return false;
  let pos = here.pos + 1;
  here.node.forEach((child) => {
    if (child.type !== nodes.agenda_item) pos += child.nodeSize;
  });
  if (dispatch) dispatch(cursorAt(state.tr.insert(pos, emptyPart()), pos + 2));
  return true;
};

/** Deletes a part and keeps its text in the section; for Backspace in its empty title. */
export const dissolvePart: Command = (state, dispatch) => {
  const here = around(state.selection.$from, nodes.part);
  const title = here?.node.firstChild;
  if (!here || !title || title.content.size > 0 || !state.selection.empty) return false;
  const before = state.doc.resolve(here.pos).nodeBefore;
  if (!before || before.type === nodes.part) return false;
  const rest = here.node.content.content.slice(1);
  if (dispatch) dispatch(cursorAt(state.tr.replaceWith(here.pos, here.pos + here.node.nodeSize, rest), here.pos));
  return true;
};

const inTitle = ({ parent }: ResolvedPos): boolean =>
  parent.type === nodes.agenda_title || parent.type === nodes.part_title;

/** Enter among the words of a title: those after the cursor become the first paragraph under it. */
export const splitTitle: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!inTitle($from) || !$from.sameParent($to)) return false;
  const words = $from.parent.textContent;
  const end = words.slice(0, $from.parentOffset).trimEnd().length;
  const start = words.length - words.slice($to.parentOffset).trimStart().length;
  if (end === 0 || start === words.length) return false;
  if (dispatch) {
    const under = $from.after();
    const first = state.doc.nodeAt(under);
    const isEmpty = first?.type === nodes.paragraph && first.content.size === 0;
    const paragraph = nodes.paragraph.create(null, $from.parent.content.cut(start));
    const tr = state.tr.replaceWith(under, isEmpty ? under + first.nodeSize : under, paragraph);
    dispatch(cursorAt(tr.delete($from.start() + end, $from.end()), under + end - words.length + 1));
  }
  return true;
};

/** Enter at an end of a title goes on in the text under it. */
export const leaveTitle: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (!inTitle($from)) return false;
  if (dispatch) dispatch(cursorAt(state.tr, $from.after() + 1));
  return true;
};

/** Begins an action line under the block the cursor is in; Enter at its end makes it a next step. */
export const beginAction =
  (words: string): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.parent.type !== nodes.paragraph) return false;
    const here = $from.parent.content.size === 0;
    const at = here ? $from.pos : $from.after();
    if (dispatch) {
      const tr = here
        ? state.tr.insertText(words, at)
        : state.tr.insert(at, nodes.paragraph.create(null, schema.text(words)));
      const end = at + words.length + (here ? 0 : 1);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
    }
    return true;
  };

const inText = (state: EditorState): boolean => state.selection.$from.parent.type === nodes.paragraph;

/** Makes a list of the paragraphs, or paragraphs of the list. */
export const toggleList =
  (name: "bulleted_list" | "numbered_list"): Command =>
  (state, dispatch) => {
    if (!inText(state)) return false;
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      const node = $from.node(depth);
      if (node.type === nodes[name]) return liftListItem(nodes.list_item)(state, dispatch);
      if (node.type === nodes.bulleted_list || node.type === nodes.numbered_list) {
        if (dispatch) dispatch(state.tr.setNodeMarkup($from.before(depth), nodes[name]));
        return true;
      }
    }
    return wrapInList(nodes[name])(state, dispatch);
  };

/** Puts a list item under the one before. */
export const indent: Command = (state, dispatch) => {
  const { $from } = state.selection;
  let levels = 0;
  for (let depth = 1; depth <= $from.depth; depth++) if ($from.node(depth).type === nodes.list_item) levels += 1;
  return levels < MOST_LIST_LEVELS && sinkListItem(nodes.list_item)(state, dispatch);
};
export const outdent = liftListItem(nodes.list_item);

/** The cursor, or the end of the selection, goes to where the text begins or ends. WebKit does not go
 * there by itself, as generated words stand before and after the text. */
export const toEdge =
  (edge: "start" | "end", extend = false): Command =>
  (state, dispatch) => {
    const there = edge === "start" ? Selection.atStart(state.doc) : Selection.atEnd(state.doc);
    const selection = extend ? TextSelection.between(state.selection.$anchor, there.$head) : there;
    dispatch?.(state.tr.setSelection(selection).scrollIntoView());
    return true;
  };

export const toParagraph = setBlockType(nodes.paragraph);
export const toggleBold = toggleMark(marks.bold);
export const toggleItalic = toggleMark(marks.italic);

/** The address of the link at the cursor. */
export function linkHere(state: EditorState): string | null {
  const { $from } = state.selection;
  const mark = marks.link.isInSet($from.marks()) ?? marks.link.isInSet($from.nodeAfter?.marks ?? []);
  return mark ? (mark.attrs["href"] as string) : null;
}

/** Links the selected words, or the words of the link at the cursor; no address removes it. */
export const setLink =
  (href: string | null): Command =>
  (state, dispatch) => {
    let { from, to } = state.selection;
    if (from === to) {
      const { $from } = state.selection;
      const here = linkHere(state);
      if (here === null) return false;
      const start = $from.start();
      $from.parent.forEach((child, offset) => {
        const at = start + offset;
        const linked = marks.link.isInSet(child.marks)?.attrs["href"] === here;
        if (linked && at <= $from.pos && at + child.nodeSize >= $from.pos) {
          from = at;
          to = at + child.nodeSize;
        }
      });
    }
    if (dispatch) {
      const tr = state.tr.removeMark(from, to, marks.link);
      if (href !== null) tr.addMark(from, to, marks.link.create({ href }));
      // What is typed next goes on after the words, and does not take their place.
      dispatch(tr.setSelection(TextSelection.create(tr.doc, to)));
    }
    return true;
  };

/** Puts a speaker in the place of some text. */
export const insertSpeaker =
  (participant: string, from: number, to: number): Command =>
  (state, dispatch) => {
    const speaker = nodes.speaker.create({ participant });
    const space = state.doc.textBetween(to, Math.min(to + 1, state.doc.content.size)) === " " ? [] : [schema.text(" ")];
    if (dispatch) {
      const tr = state.tr.replaceWith(from, to, [speaker, ...space]);
      dispatch(tr.setSelection(TextSelection.create(tr.doc, from + 2)).scrollIntoView());
    }
    return true;
  };

/** The text cursor at or after a position. */
export const selectionAt = (state: EditorState, pos: number): Selection => Selection.near(state.doc.resolve(pos), 1);

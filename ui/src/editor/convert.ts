// Between the report as data and the document of the editor: exact inverses, except that an
// empty section holds one empty paragraph, for the cursor.
//
// ProseMirror shares what did not change between two documents, so every node's data is kept
// with the node: turning a long report into data costs as much as its last change.

import { Fragment, type Mark, type Node } from "@tiptap/pm/model";
import type { AgendaItem } from "../bindings/AgendaItem";
import type { Block } from "../bindings/Block";
import type { Inline } from "../bindings/Inline";
import type { ListItem } from "../bindings/ListItem";
import type { Part } from "../bindings/Part";
import type { Report } from "../bindings/Report";
import { schema, type Fields } from "./schema";

const { nodes, marks } = schema;
type Name =
  | "doc"
  | "opening"
  | "agenda_item"
  | "agenda_title"
  | "part"
  | "part_title"
  | "paragraph"
  | "bulleted_list"
  | "numbered_list"
  | "list_item"
  | "line_break"
  | "speaker";
const make = (name: Name, attrs: Record<string, unknown> | null, content?: Node[]): Node =>
  schema.node(name, attrs, content);

export function toDoc(report: Report): Node {
  const { agenda, opening, ...fields } = report;
  const items = agenda.length > 0 ? agenda.map(itemNode) : [emptyItem()];
  const before = opening.length > 0 ? [make("opening", null, opening.map(blockNode))] : [];
  return make("doc", { fields }, [...before, ...items]);
}

export function toReport(doc: Node): Report {
  const agenda: AgendaItem[] = [];
  let opening: Block[] = [];
  doc.forEach((child) => {
    if (child.type === nodes.opening) opening = blocks(child);
    else agenda.push(item(child));
  });
  return { ...fields(doc), agenda, opening };
}

export const fields = (doc: Node): Fields => doc.attrs["fields"] as Fields;

/** A new agenda item with an empty section. */
export function emptyItem(): Node {
  return make("agenda_item", { id: crypto.randomUUID() }, [make("agenda_title", null), make("paragraph", null)]);
}

/** A new lettered part. */
export function emptyPart(): Node {
  return make("part", null, [make("part_title", null), make("paragraph", null)]);
}

function itemNode(item: AgendaItem): Node {
  const { id, kind, heading, listed } = item;
  return make("agenda_item", { id, kind, heading, listed }, [
    make("agenda_title", null, inlineNodes(item.title)),
    ...sectionNodes(item.section.blocks),
    ...item.section.parts.map((part) =>
      make("part", null, [make("part_title", null, inlineNodes(part.title)), ...sectionNodes(part.blocks)]),
    ),
    ...item.items.map(itemNode),
  ]);
}

const sectionNodes = (blocks: Block[]): Node[] =>
  blocks.length > 0 ? blocks.map(blockNode) : [make("paragraph", null)];

function blockNode(block: Block): Node {
  switch (block.type) {
    case "paragraph":
      return make("paragraph", null, inlineNodes(block.content));
    case "bulleted_list":
    case "numbered_list":
      return make(
        block.type,
        null,
        block.items.map((item) => make("list_item", null, item.blocks.map(blockNode))),
      );
  }
}

function inlineNodes(content: Inline[]): Node[] {
  return content.map((inline) => {
    switch (inline.type) {
      case "text":
        return schema.text(inline.text, textMarks(inline));
      case "speaker":
        return make("speaker", { participant: inline.participant, form: inline.form });
      case "line_break":
        return make("line_break", null);
    }
  });
}

function textMarks(text: Extract<Inline, { type: "text" }>): Mark[] {
  const set: Mark[] = [];
  if (text.link !== null) set.push(marks.link.create({ href: text.link }));
  if (text.bold) set.push(marks.bold.create());
  if (text.italic) set.push(marks.italic.create());
  return set;
}

/** Keeps what a node became, for as long as the node lives. */
function remembered<T>(turn: (node: Node) => T): (node: Node) => T {
  const known = new WeakMap<Node, T>();
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const turned = turn(node);
    known.set(node, turned);
    return turned;
  };
}

const item: (node: Node) => AgendaItem = remembered((node) => {
  const parts: Part[] = [];
  const items: AgendaItem[] = [];
  let title: Inline[] = [];
  const own: Block[] = [];
  node.forEach((child) => {
    if (child.type === nodes.agenda_title) title = inlines(child);
    else if (child.type === nodes.part) parts.push(part(child));
    else if (child.type === nodes.agenda_item) items.push(item(child));
    else own.push(block(child));
  });
  return {
    id: node.attrs["id"] as string,
    kind: node.attrs["kind"] as AgendaItem["kind"],
    title,
    heading: node.attrs["heading"] as Inline[] | null,
    listed: node.attrs["listed"] as boolean,
    section: { blocks: own, parts },
    items,
  };
});

const part: (node: Node) => Part = remembered((node) => ({
  title: inlines(node.firstChild ?? node),
  blocks: children(node).slice(1).map(block),
}));

const block: (node: Node) => Block = remembered((node) => {
  if (node.type === nodes.paragraph) return { type: "paragraph", content: inlines(node) };
  const items = children(node).map((child): ListItem => ({ blocks: blocks(child) }));
  return { type: node.type === nodes.numbered_list ? "numbered_list" : "bulleted_list", items };
});

const blocks = (node: Node): Block[] => children(node).map(block);

function children(node: Node): Node[] {
  return [...(node.content ?? Fragment.empty).content];
}

/** Characters that no file format takes; they only come from the clipboard. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g;

function inlines(node: Node): Inline[] {
  const content: Inline[] = [];
  for (const child of children(node)) {
    if (child.type === nodes.speaker) {
      const { participant, form } = child.attrs as { participant: string; form: "auto" | "full" | "given" };
      content.push({ type: "speaker", participant, form });
    } else if (child.type === nodes.line_break) {
      content.push({ type: "line_break" });
    } else {
      const text = (child.text ?? "").replace(CONTROL, "");
      if (text === "") continue;
      const link = child.marks.find((mark) => mark.type === marks.link);
      content.push({
        type: "text",
        text,
        bold: marks.bold.isInSet(child.marks) !== undefined,
        italic: marks.italic.isInSet(child.marks) !== undefined,
        link: link === undefined ? null : (link.attrs["href"] as string),
      });
    }
  }
  return content;
}

// The report as a ProseMirror schema: the model of `rapporteur-document`, node for node.
//
// The whole report is one document, so that undo covers everything: what is not text (meeting,
// participants, next steps …) is the document's attribute `fields`. An agenda item holds its
// section, so moving, renaming or nesting it takes the section along.

import { Schema, type NodeSpec } from "@tiptap/pm/model";
import type { Report } from "../bindings/Report";

/** Everything of a report that is not its agenda or its opening text. */
export type Fields = Omit<Report, "agenda" | "opening">;

const BLOCKS = "(paragraph | bulleted_list | numbered_list)";

const list = (tag: string): NodeSpec => ({
  content: "list_item+",
  group: "block",
  parseDOM: [{ tag }],
  toDOM: () => [tag, 0],
});

const heading = (tag: string, className: string): NodeSpec => ({
  content: "text*",
  marks: "link",
  defining: true,
  parseDOM: [{ tag: `${tag}.${className}` }],
  toDOM: () => [tag, { class: className }, 0],
});

export const schema = new Schema({
  nodes: {
    doc: { content: "opening? agenda_item+", attrs: { fields: {} } },
    opening: {
      content: `${BLOCKS}+`,
      isolating: true,
      toDOM: () => ["div", { class: "opening" }, 0],
    },
    agenda_item: {
      content: `agenda_title ${BLOCKS}+ part* agenda_item*`,
      attrs: { id: { default: "" }, kind: { default: "item" }, heading: { default: null }, listed: { default: true } },
      isolating: true,
      defining: true,
      parseDOM: [
        {
          tag: "section[data-agenda-item]",
          getAttrs: (dom) => ({ id: crypto.randomUUID(), kind: dom.dataset["kind"] ?? "item" }),
        },
      ],
      toDOM: (node) => ["section", { "data-agenda-item": node.attrs["id"], "data-kind": node.attrs["kind"] }, 0],
    },
    agenda_title: heading("h2", "agenda-title"),
    part: {
      content: `part_title ${BLOCKS}+`,
      isolating: true,
      parseDOM: [{ tag: "div[data-part]" }],
      toDOM: () => ["div", { "data-part": "" }, 0],
    },
    part_title: heading("h3", "part-title"),
    paragraph: {
      content: "inline*",
      group: "block",
      parseDOM: [
        { tag: "p" },
        { tag: "h1" },
        { tag: "h2" },
        { tag: "h3" },
        { tag: "h4" },
        { tag: "h5" },
        { tag: "h6" },
      ],
      toDOM: () => ["p", 0],
    },
    bulleted_list: list("ul"),
    numbered_list: list("ol"),
    list_item: {
      content: "paragraph block*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
    text: { group: "inline" },
    line_break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
      leafText: () => "\n",
    },
    speaker: {
      inline: true,
      group: "inline",
      atom: true,
      marks: "",
      attrs: { participant: { default: "" }, form: { default: "auto" } },
      parseDOM: [
        {
          tag: "span[data-speaker]",
          getAttrs: (dom) => ({ participant: dom.dataset["speaker"], form: dom.dataset["form"] ?? "auto" }),
        },
      ],
      toDOM: (node) => ["span", { "data-speaker": node.attrs["participant"], "data-form": node.attrs["form"] }],
    },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: "a[href]",
          getAttrs: (dom) => {
            const href = dom.getAttribute("href") ?? "";
            return /^(https?:|mailto:)/i.test(href) ? { href } : false;
          },
        },
      ],
      toDOM: (mark) => ["a", { href: mark.attrs["href"], rel: "noreferrer" }, 0],
    },
    bold: {
      parseDOM: [
        { tag: "strong" },
        { tag: "b", getAttrs: (dom) => dom.style.fontWeight !== "normal" && null },
        { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[7-9]\d{2})$/.test(value) && null },
      ],
      toDOM: () => ["strong", 0],
    },
    italic: {
      parseDOM: [{ tag: "i" }, { tag: "em" }, { style: "font-style=italic" }],
      toDOM: () => ["em", 0],
    },
  },
});

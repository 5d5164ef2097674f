// The generated words on the page: widgets before and after the text, labels on headings,
// sentences in empty sections, names of speakers. The words come from `Generated`; only their
// places are decided here.

import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Generated } from "../bindings/Generated";
import { t } from "../text/en";
import { schema } from "./schema";
import { back, front, sentence } from "./typeset";

interface Shown {
  generated: Generated | null;
  decorations: DecorationSet;
  /** What the places depend on; while it stays the same they are only moved along. */
  shape: string;
}

const key = new PluginKey<Shown>("generated");
const { nodes } = schema;

/** Tells the page new generated words. */
export const setGenerated = (tr: Transaction, generated: Generated): Transaction =>
  tr.setMeta(key, generated).setMeta("addToHistory", false);

export function generatedWords(): Plugin {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ generated: null, decorations: DecorationSet.empty, shape: "" }),
      apply(tr, shown, _, state) {
        const told = tr.getMeta(key) as Generated | undefined;
        if (told !== undefined) return show(state, told);
        if (!tr.docChanged) return shown;
        if (shown.generated !== null && shapeOf(state.doc) !== shown.shape) return show(state, shown.generated);
        return { ...shown, decorations: shown.decorations.map(tr.mapping, tr.doc) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });
}

/** Titles and ids in order: the agenda list shows them, so it is drawn anew when they change. */
function shapeOf(doc: Node): string {
  const parts: string[] = [];
  doc.descendants((node) => {
    if (node.type === nodes.agenda_item) parts.push(String(node.attrs["id"]), node.firstChild?.textContent ?? "");
    return node.type === nodes.agenda_item;
  });
  return parts.join("\u0000");
}

function show(state: EditorState, generated: Generated): Shown {
  const { doc } = state;
  const found: Decoration[] = [];
  const items = new Map(generated.items.map((item) => [item.id, item]));
  let speaker = 0;
  found.push(
    Decoration.widget(0, () => front(doc, generated), {
      side: -1,
      key: `front ${stamp(doc, generated)}`,
      ignoreSelection: true,
    }),
  );
  doc.descendants((node, pos, parent) => {
    if (node.type === nodes.speaker) {
      const name = generated.speakers[speaker++];
      if (name === undefined) return false;
      found.push(Decoration.node(pos, pos + 1, { "data-name": name }, { name }));
      return false;
    }
    if (node.type === nodes.agenda_item) {
      const item = items.get(node.attrs["id"] as string);
      const title = node.firstChild;
      if (!item || !title) return true;
      const start = pos + 1;
      found.push(Decoration.node(start, start + title.nodeSize, { "data-label": item.section_label }));
      labelParts(node, pos, item.part_labels, found);
      const first = node.maybeChild(1);
      if (item.not_printed) found.push(Decoration.node(start, start + title.nodeSize, { class: "not-printed" }));
      const empty = item.not_printed ? t.page.notPrinted : item.empty_sentence;
      if (empty !== "" && first?.type === nodes.paragraph && first.content.size === 0) {
        const at = start + title.nodeSize;
        found.push(Decoration.node(at, at + first.nodeSize, { "data-empty": empty }));
      }
      if (generated.next_meeting_item === item.id) {
        const end = pos + node.nodeSize - 1;
        found.push(
          Decoration.widget(end, () => sentence(generated.next_meeting, "next_meeting.date"), {
            side: 1,
            key: `next ${generated.next_meeting}`,
            ignoreSelection: true,
          }),
        );
      }
    }
    return parent !== null;
  });
  found.push(
    Decoration.widget(doc.content.size, () => back(generated), {
      side: 1,
      key: `back ${JSON.stringify([generated.next_steps, generated.participants, generated.apologies, generated.footer, generated.next_meeting, generated.next_meeting_item])}`,
      ignoreSelection: true,
    }),
  );
  return { generated, decorations: DecorationSet.create(doc, found), shape: shapeOf(doc) };
}

function labelParts(item: Node, pos: number, labels: string[], found: Decoration[]): void {
  let at = 0;
  item.forEach((child, offset) => {
    if (child.type !== nodes.part || !child.firstChild) return;
    const start = pos + 1 + offset + 1;
    found.push(Decoration.node(start, start + child.firstChild.nodeSize, { "data-label": labels[at++] ?? "" }));
  });
}

function stamp(doc: Node, generated: Generated): string {
  const { title_lines, title, opening, headings, header, state_mark, items } = generated;
  const labels = items.map((item) => item.agenda_label);
  return JSON.stringify([title_lines, title, opening, headings, header, state_mark, labels, shapeOf(doc)]);
}

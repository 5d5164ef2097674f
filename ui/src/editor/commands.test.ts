import { EditorState, TextSelection, type Command } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { AgendaItem } from "../bindings/AgendaItem";
import type { Block } from "../bindings/Block";
import type { Inline } from "../bindings/Inline";
import * as commands from "./commands";
import { toDoc, toReport } from "./convert";
import { item, paragraph, report, text } from "./sample";
import { schema } from "./schema";

const agenda = (): AgendaItem[] => [
  item("a", "Alpha", [paragraph(text("first")), paragraph(text("second"))]),
  item("b", "Beta", [paragraph(text("third"))]),
  item("c", "Any other business", [paragraph()], { kind: "any_other_business" }),
];

/** The editor with the cursor at the end of some words. */
function at(words: string, items = agenda()): EditorState {
  const doc = toDoc(report(items));
  let pos = 0;
  doc.descendants((node, start) => {
    if (node.isText && node.text === words) pos = start + words.length;
  });
  const state = EditorState.create({ doc });
  return state.apply(state.tr.setSelection(TextSelection.create(doc, pos)));
}

/** The outline and the texts after a command: `Title: text text [nested]`. */
function after(state: EditorState, command: Command): string | null {
  let next: EditorState | null = null;
  const done = command(state, (tr) => (next = state.apply(tr)));
  if (!done || next === null) return null;
  const { doc } = next as EditorState;
  doc.check();
  return outline(toReport(doc).agenda);
}

function outline(items: AgendaItem[]): string {
  return items
    .map((one) => {
      const words = (content: { type: string; text?: string }[]): string =>
        content.map((piece) => piece.text ?? "").join("");
      const blocks = one.section.blocks.map((block) =>
        block.type === "paragraph"
          ? words(block.content)
          : `${block.type}(${block.items.map((entry) => entry.blocks.map((b) => (b.type === "paragraph" ? words(b.content) : b.type)).join("+")).join(",")})`,
      );
      const parts = one.section.parts.map((part) => `§${words(part.title)}`);
      const nested = one.items.length > 0 ? `[${outline(one.items)}]` : "";
      return `${words(one.title)}: ${[...blocks, ...parts].join(" ")}${nested}`;
    })
    .join(" | ");
}

describe("agenda items take their sections along", () => {
  it.each<[string, string, Command, string | null]>([
    ["down", "first", commands.moveItem(1), "Beta: third | Alpha: first second | Any other business: "],
    ["up", "third", commands.moveItem(-1), "Beta: third | Alpha: first second | Any other business: "],
    ["not above the first", "first", commands.moveItem(-1), null],
    ["nested", "third", commands.nestItem, "Alpha: first second[Beta: third] | Any other business: "],
    ["the first nests under nothing", "first", commands.nestItem, null],
    ["deleted", "third", commands.deleteItem, "Alpha: first second | Any other business: "],
    ["added after", "first", commands.addItem, "Alpha: first second | :  | Beta: third | Any other business: "],
    [
      "added before other business",
      "Any other business",
      commands.addItem,
      "Alpha: first second | Beta: third | :  | Any other business: ",
    ],
    ["with a part", "third", commands.addPart, "Alpha: first second | Beta: third § | Any other business: "],
  ])("%s", (_, words, command, expected) => {
    expect(after(at(words), command)).toBe(expected);
  });

  it("comes out of the item above again", () => {
    const items = agenda();
    const [alpha, beta, last] = items;
    if (!alpha || !beta || !last) throw new Error("three items");
    const state = at("third", [{ ...alpha, items: [beta] }, last]);
    expect(after(state, commands.unnestItem)).toBe("Alpha: first second | Beta: third | Any other business: ");
  });

  it("asks before an item with text goes", () => {
    expect(commands.itemToDelete(at("third"))).toEqual({ title: "Beta", hasText: true });
    expect(commands.itemToDelete(at("Any other business"))).toEqual({ title: "Any other business", hasText: false });
  });
});

describe("text", () => {
  it.each<[string, string, Command, string | null]>([
    [
      "a paragraph moves down",
      "first",
      commands.moveHere(1),
      "Alpha: second first | Beta: third | Any other business: ",
    ],
    [
      "a title moves its item",
      "Beta",
      commands.moveHere(-1),
      "Beta: third | Alpha: first second | Any other business: ",
    ],
    [
      "a list begins",
      "third",
      commands.toggleList("bulleted_list"),
      "Alpha: first second | Beta: bulleted_list(third) | Any other business: ",
    ],
    ["no list in a title", "Beta", commands.toggleList("bulleted_list"), null],
  ])("%s", (_, words, command, expected) => {
    expect(after(at(words), command)).toBe(expected);
  });

  it("goes to the next section, then to a new item", () => {
    const move = (state: EditorState): EditorState => {
      let next = state;
      commands.nextItem(state, (tr) => (next = state.apply(tr)));
      return next;
    };
    const second = move(at("first"));
    expect(second.selection.$from.parent.textContent).toBe("third");
    const third = move(second);
    expect(third.selection.$from.node(1).attrs["kind"]).toBe("any_other_business");
    expect(toReport(move(third).doc).agenda).toHaveLength(4);
  });

  it("puts a speaker where the letters were", () => {
    const state = at("third");
    const end = state.selection.from;
    let next = state;
    commands.insertSpeaker("p1", end - 5, end)(state, (tr) => (next = state.apply(tr)));
    expect(toReport(next.doc).agenda[1]?.section.blocks).toEqual([
      paragraph({ type: "speaker", participant: "p1", form: "auto" }, text(" ")),
    ]);
  });

  it("sets and removes a link", () => {
    const state = at("third");
    const end = state.selection.from;
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, end - 5, end)));
    let linked = selected;
    commands.setLink("https://a.example")(selected, (tr) => (linked = selected.apply(tr)));
    const inside = linked.apply(linked.tr.setSelection(TextSelection.create(linked.doc, end - 2)));
    expect(commands.linkHere(inside)).toBe("https://a.example");
    let bare = inside;
    commands.setLink(null)(inside, (tr) => (bare = inside.apply(tr)));
    expect(bare.doc.rangeHasMark(0, bare.doc.content.size, schema.marks.link)).toBe(false);
  });
});

describe("the cursor goes to where the text begins or ends", () => {
  it.each<[string, string, Command, string, string]>([
    ["the start", "third", commands.toEdge("start"), "Alpha", ""],
    ["the end", "first", commands.toEdge("end"), "", ""],
    ["selecting to the start", "first", commands.toEdge("start", true), "Alpha", "Alphafirst"],
    ["selecting to the end", "third", commands.toEdge("end", true), "", "Any other business"],
  ])("%s", (_, from, command, around, selected) => {
    let state = at(from);
    command(state, (tr) => (state = state.apply(tr)));
    const { selection } = state;
    expect(selection.$head.parent.textContent).toBe(around);
    expect(state.doc.textBetween(selection.from, selection.to)).toBe(selected);
  });
});

describe("Enter in a title", () => {
  const linked = { ...text("Budget of the year"), link: "https://example.org/" } as Inline;
  const list: Block = { type: "bulleted_list", items: [{ blocks: [paragraph(text("entry"))] }] };

  it.each<[string, AgendaItem, string, string | null]>([
    [
      "before an empty paragraph",
      item("a", "Budget of the year", [paragraph()]),
      " of the year",
      "Budget: of the year",
    ],
    [
      "before text",
      item("a", "Budget of the year", [paragraph(text("They agreed."))]),
      "of the year",
      "Budget: of the year They agreed.",
    ],
    ["in a word", item("a", "Budgets", [paragraph()]), "s", "Budget: s"],
    ["at the beginning", item("a", "Budget", [paragraph()]), "Budget", null],
    ["before nothing but spaces", item("a", "Budget ", [paragraph()]), " ", null],
    ["at the end", item("a", "Budget", [paragraph()]), "", null],
    ["in a link", item("a", "", [paragraph()], { title: [linked] }), "the year", "Budget of: the year"],
  ])("takes the words after it into the text, %s", (_what, one, rest, expected) => {
    const words = one.title.map((piece) => (piece.type === "text" ? piece.text : "")).join("");
    const end = at(words, [one]);
    const here = end.selection.from - rest.length;
    const state = end.apply(end.tr.setSelection(TextSelection.create(end.doc, here)));
    expect(after(state, commands.splitTitle)).toBe(expected);
  });

  it("writes on before the words it took, and leaves a list under them", () => {
    const end = at("Budget of the year", [item("a", "Budget of the year", [list])]);
    const { from } = end.selection;
    let next = end.apply(end.tr.setSelection(TextSelection.create(end.doc, from - 11, from - 8)));
    commands.splitTitle(next, (tr) => (next = next.apply(tr)));
    next = next.apply(next.tr.insertText("In "));
    expect(outline(toReport(next.doc).agenda)).toBe("Budget: In the year bulleted_list(entry)");
  });
});

import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Block } from "../bindings/Block";
import type { Inline } from "../bindings/Inline";
import { cycleVerb } from "../editor/capture";
import { toDoc, toReport } from "../editor/convert";
import { item, paragraph, report, text } from "../editor/sample";
import { drafted, insertParagraph, reported } from "./draft";

describe("what was said, after “noted that”", () => {
  it.each([
    ["The budget is late", "the budget is late."],
    ["We’re late!", "we’re late!"],
    ["IGF is late.", "IGF is late."],
    ["I am late", "I am late."],
    ["Paris is late", "Paris is late."],
    ["Thank you.\nIt is late", "thank you. It is late."],
    ["See https://forum.example", "See https://forum.example."],
    ["He said “yes.”", "he said “yes.”"],
    ["", "."],
  ])("%s", (words, expected) => expect(reported(words)).toBe(expected));
});

const list = (...texts: string[]): Block => ({
  type: "bulleted_list",
  items: texts.map((words) => ({ blocks: [words === "" ? paragraph() : paragraph(text(words))] })),
});

const words = (content: Inline[]): string =>
  content
    .map((one) => (one.type === "text" ? one.text : one.type === "speaker" ? `@${one.participant}` : "/"))
    .join("");

const shown = (blocks: Block[]): string =>
  blocks
    .map((block) =>
      block.type === "paragraph"
        ? words(block.content)
        : `[${block.items.map((one) => shown(one.blocks)).join(" · ")}]`,
    )
    .join(" | ");

describe("a drafted paragraph", () => {
  const said = drafted({ participant: "anna" }, "Yes");
  const DRAFT = "@anna noted that yes.";

  /** The section after drafting with the cursor behind some words, and the text before the cursor. */
  function draftAfter(blocks: Block[], place: string): [string, string] {
    const doc = toDoc(report([item("a", "Alpha", blocks)]));
    let pos = 0;
    doc.descendants((node, start) => {
      if (node.isText && node.text === place) pos = start + place.length;
      if (place === "" && node.type.name === "paragraph" && node.content.size === 0) pos = start + 1;
    });
    const start = EditorState.create({ doc });
    const state = start.apply(start.tr.setSelection(TextSelection.create(doc, pos)));
    let after = state;
    expect(insertParagraph(said)(state, (tr) => (after = state.apply(tr)))).toBe(true);
    after.doc.check();
    const { $from } = after.selection;
    return [
      shown(toReport(after.doc).agenda[0]?.section.blocks ?? []),
      $from.parent.textBetween(0, $from.parentOffset),
    ];
  }

  it.each([
    ["after a paragraph with text", [paragraph(text("one")), paragraph(text("two"))], "one", `one | ${DRAFT} | two`],
    ["into an empty one", [paragraph(text("one")), paragraph(), paragraph(text("two"))], "", `one | ${DRAFT} | two`],
    ["as the next item of a list", [list("one", "two")], "one", `[one · ${DRAFT} · two]`],
    ["into an empty item", [list("one", "")], "", `[one · ${DRAFT}]`],
    ["under the title", [paragraph(text("one"))], "Alpha", `${DRAFT} | one`],
    ["under the title of an empty section", [], "Alpha", DRAFT],
  ])("goes %s", (_where, blocks, place, expected) => {
    expect(draftAfter(blocks, place)).toEqual([expected, " noted "]);
  });

  it("goes on with a verb by Tab", () => {
    const state = EditorState.create({ doc: toDoc(report([item("a", "Alpha", [])])) });
    let after = state;
    insertParagraph(said)(state, (tr) => (after = state.apply(tr)));
    cycleVerb(1)(after, (tr) => (after = after.apply(tr)));
    expect(shown(toReport(after.doc).agenda[0]?.section.blocks ?? [])).toBe("@anna suggested that yes.");
  });

  it("finds a text near a chosen node", () => {
    const doc = toDoc(report([item("a", "Alpha", [paragraph(text("one"))])]));
    const state = EditorState.create({ doc, selection: NodeSelection.create(doc, 0) });
    expect(insertParagraph(said)(state)).toBe(true);
  });

  it.each([
    [{ name: "Ben O." }, "Ben O. noted that yes."],
    [null, "It was noted that yes."],
  ])("names %j in words", (who, expected) => expect(drafted(who, "Yes").textContent).toBe(expected));
});

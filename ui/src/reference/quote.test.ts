import { history, undo } from "@tiptap/pm/history";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { toDoc } from "../editor/convert";
import { item, paragraph, report, text } from "../editor/sample";
import { insertWords, quotation, referenceTo } from "./quote";

const meeting = { number: 106, date: "2026-01-08", label: "2" };

describe("a reference", () => {
  it.each([
    [meeting, "106th meeting, item 2"],
    [{ ...meeting, label: "2 B" }, "106th meeting, item 2 B"],
    [{ ...meeting, label: "" }, "106th meeting"],
    [{ ...meeting, number: null }, "meeting of 8 January 2026, item 2"],
    [{ number: null, date: null, label: "" }, "an earlier meeting"],
  ])("%o", (source, expected) => expect(referenceTo(source)).toBe(expected));
});

describe("a quotation", () => {
  it.each([
    ["It was agreed.", "“It was agreed.” (106th meeting, item 2)"],
    [" Two\n lines ", "“Two lines” (106th meeting, item 2)"],
    ["She said “yes”.", "“She said ‘yes’.” (106th meeting, item 2)"],
    ['She said "yes".', "“She said ‘yes’.” (106th meeting, item 2)"],
  ])("%s", (passage, expected) => expect(quotation(passage, meeting)).toBe(expected));
});

describe("words put in", () => {
  /** The text of a section after words were put in where | stands. */
  function check(before: string, expected: string): void {
    const at = before.indexOf("|");
    const doc = toDoc(
      report([item("1", "Budget", [before === "|" ? paragraph() : paragraph(text(before.replace("|", "")))])]),
    );
    let state = EditorState.create({ doc, plugins: [history()] });
    let start = 0;
    doc.descendants((node, pos) => {
      if (node.type.name === "paragraph") start = pos + 1;
    });
    state = state.apply(state.tr.setSelection(TextSelection.create(doc, start + at)));
    const dispatch = (tr: typeof state.tr): void => void (state = state.apply(tr));
    expect(insertWords("NEW")(state, dispatch)).toBe(true);
    const shown = state.doc.firstChild?.lastChild?.textContent ?? "";
    const cursor = state.selection.from - start;
    expect(`${shown.slice(0, cursor)}|${shown.slice(cursor)}`).toBe(expected);
    undo(state, dispatch);
    expect(state.doc.eq(doc)).toBe(true);
  }

  it("stand apart from the words around them", () => {
    check("|", "NEW|");
    check("As before,|", "As before, NEW|");
    check("As (|) before", "As (NEW|) before");
    check("See |.", "See NEW|.");
    check("One| two", "One NEW| two");
    check("|Two", "NEW| Two");
  });

  it("go under a title, never into it", () => {
    const doc = toDoc(report([item("1", "Budget", [paragraph(text("It was late."))])]));
    let state = EditorState.create({ doc });
    state = state.apply(state.tr.setSelection(TextSelection.create(doc, 3)));
    insertWords("NEW")(state, (tr) => void (state = state.apply(tr)));
    expect(state.doc.firstChild?.firstChild?.textContent).toBe("Budget");
    expect(state.doc.firstChild?.lastChild?.textContent).toBe("It was late. NEW");
  });
});

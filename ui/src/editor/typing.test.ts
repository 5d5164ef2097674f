import { inputRules } from "@tiptap/pm/inputrules";
import { EditorState, Selection } from "@tiptap/pm/state";
import { EditorView } from "@tiptap/pm/view";
import { describe, expect, it } from "vitest";
import type { TextRules } from "../bindings/TextRules";
import { toDoc } from "./convert";
import { item, paragraph, report } from "./sample";
import { typing } from "./typing";

/** What stands on the page after somebody typed this, letter by letter. */
function typed(letters: string, rules: TextRules): string {
  const doc = toDoc(report([item("1", "", [paragraph()])]));
  const state = EditorState.create({ doc, plugins: [inputRules({ rules: typing(rules) })] });
  const view = new EditorView(document.createElement("div"), {
    state: state.apply(state.tr.setSelection(Selection.atEnd(doc))),
  });
  for (const letter of letters) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    const handled = view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, insert));
    if (handled !== true) view.dispatch(insert());
  }
  const text = view.state.doc.textContent;
  view.destroy();
  return text;
}

describe("quotes and dashes by the template's choice", () => {
  it.each([
    ['"Yes", she said', "“Yes”, she said"],
    ["the group's co-chairs' view", "the group’s co-chairs’ view"],
    ["('quoted')", "(‘quoted’)"],
    ["open - now", "open – now"],
    ["open -- now", "open – now"],
    ["7--9 May", "7–9 May"],
    ["well-known", "well-known"],
    ["- a list", "- a list"],
  ])("%s becomes %s", (letters, expected) => {
    expect(typed(letters, { curly_quotes: true, en_dashes: true })).toBe(expected);
  });

  it("leaves what the template does not ask for", () => {
    expect(typed('"a" -- b', { curly_quotes: false, en_dashes: false })).toBe('"a" -- b');
    expect(typed('"a" -- b', { curly_quotes: false, en_dashes: true })).toBe('"a" – b');
    expect(typed('"a" -- b', { curly_quotes: true, en_dashes: false })).toBe("“a” -- b");
  });
});

import { EditorState, Selection } from "@tiptap/pm/state";
import { EditorView } from "@tiptap/pm/view";
import { describe, expect, it } from "vitest";
import { toDoc, toReport } from "./convert";
import { plugins } from "./plugins";
import { item, paragraph, report } from "./sample";

/** The words and addresses on the page after somebody typed this; `\n` is Enter. */
function typed(letters: string): [string, string | null][] {
  const doc = toDoc(report([item("1", "", [paragraph()])]));
  const state = EditorState.create({ doc, plugins: plugins({ curly_quotes: true, en_dashes: true }) });
  const view = new EditorView(document.createElement("div"), {
    state: state.apply(state.tr.setSelection(Selection.atEnd(doc))),
  });
  for (const letter of letters) {
    const { from, to } = view.state.selection;
    if (letter === "\n") {
      const event = new KeyboardEvent("keydown", { key: "Enter" });
      view.someProp("handleKeyDown", (handle) => handle(view, event));
      continue;
    }
    const insert = () => view.state.tr.insertText(letter, from, to);
    const handled = view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, insert));
    if (handled !== true) view.dispatch(insert());
  }
  const found = toReport(view.state.doc).agenda.flatMap(({ section }) =>
    section.blocks.flatMap((block) => (block.type === "paragraph" ? block.content : [])),
  );
  view.destroy();
  return found.flatMap((one) => (one.type === "text" ? [[one.text, one.link] as [string, string | null]] : []));
}

describe("an address that is typed", () => {
  it.each<[string, [string, string | null][]]>([
    [
      "see https://a.org/b on",
      [
        ["see ", null],
        ["https://a.org/b", "https://a.org/b"],
        [" on", null],
      ],
    ],
    [
      "www.a.org is",
      [
        ["www.a.org", "https://www.a.org"],
        [" is", null],
      ],
    ],
    [
      "(https://a.org/b), too",
      [
        ["(", null],
        ["https://a.org/b", "https://a.org/b"],
        ["), too", null],
      ],
    ],
    [
      "https://a.org.\nNext",
      [
        ["https://a.org", "https://a.org"],
        [".", null],
        ["Next", null],
      ],
    ],
    ["http is no address ", [["http is no address ", null]]],
    ["mid.www.a.org ", [["mid.www.a.org ", null]]],
  ])("%j", (letters, expected) => {
    expect(typed(letters)).toEqual(expected);
  });
});

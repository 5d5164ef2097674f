import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { FoundPassage } from "../bindings/FoundPassage";
import type { Marked } from "../bindings/Marked";
import { toDoc } from "../editor/convert";
import { item, paragraph, report, text } from "../editor/sample";
import { byMeeting, selectionOf } from "./place";

const part = (title: string, words: string) => ({ title: [text(title)], blocks: [paragraph(text(words))] });

const doc = toDoc(
  report([
    item("1", "Budget", [paragraph(text("The café was late."))]),
    item("2", "Calendar", [paragraph(text("A day. Then the café. No café."))], {
      section: {
        blocks: [paragraph(text("A day. Then the café. No café."))],
        parts: [part("First", "One café."), part("Second", "Another café.")],
      },
    }),
  ]),
);

const marked = (words: string): Marked[] =>
  words.split(/(\[[^\]]*\])/).flatMap((piece) => {
    if (piece === "") return [];
    const found = piece.startsWith("[");
    return [{ text: found ? piece.slice(1, -1) : piece, found }];
  });

describe("a passage that was found", () => {
  /** What is selected, with the words before it in its paragraph. */
  function check(id: string, at: number | null, snippet: string, expected: string): void {
    const place = { kind: "section", item: id, part: at, label: "" } as const;
    const selection = selectionOf(doc, { place, snippet: marked(snippet) });
    expect(selection).toBeInstanceOf(TextSelection);
    const { parent, parentOffset } = selection.$from;
    const chosen = doc.textBetween(selection.from, selection.to);
    expect(`${parent.textContent.slice(0, parentOffset)}[${chosen}]`).toBe(expected);
  }

  it("is selected on the page", () => {
    check("1", null, "The [café] was late.", "The [café]");
    check("2", null, "… Then the [café]. No [café].", "A day. Then the [café]");
    check("2", null, "… No [café].", "A day. Then the café. No [café]");
    check("2", 0, "One [café].", "One [café]");
    check("2", 1, "Another [café].", "Another [café]");
  });

  it("is where its section begins if its words are not on the page as they were found", () => {
    check("2", null, "[Anna Berg] said", "[]");
    check("2", 1, "[Anna Berg] said", "[]");
    check("gone", null, "[café]", "[]");
  });
});

it("results are grouped by meeting", () => {
  const of = (id: string): FoundPassage => ({
    report: id,
    series_name: "",
    number: 1,
    date: null,
    place: { kind: "meeting" },
    title: [],
    snippet: [],
  });
  const groups = byMeeting([of("a"), of("a"), of("b"), of("a")]);
  expect(groups.map(({ first, passages }) => [first, passages.length])).toEqual([
    [0, 2],
    [2, 1],
    [3, 1],
  ]);
});

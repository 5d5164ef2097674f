import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { toDoc } from "./convert";
import { readPlace, selectionIn } from "./place";
import { item, paragraph, report, text } from "./sample";

describe("a place", () => {
  const doc = toDoc(report([item("1", "Reading rooms", [paragraph(text("The group agreed."))])]));
  const selection = TextSelection.create(doc, 18, 22).toJSON() as unknown;

  it("leads back to the same words", () => {
    const read = readPlace(JSON.stringify({ selection, top: 18, gap: -3 }));
    expect(read).toEqual({ selection, top: 18, gap: -3 });
    const found = selectionIn(doc, read);
    expect(found && doc.textBetween(found.from, found.to)).toBe("he g");
  });

  it.each([
    [null, null],
    ["", null],
    ["here", null],
    ["7", null],
    ['{"top":"7"}', { selection: null, top: null, gap: 0 }],
  ])("that was never one is none: %j", (kept, read) => expect(readPlace(kept)).toEqual(read));

  it.each([
    ["no selection", null],
    ["a position past the end", { type: "text", anchor: 900, head: 901 }],
    ["a kind that is unknown", { type: "elsewhere", anchor: 1 }],
  ])("without room in the text is given up: %s", (_what, kept) => {
    expect(selectionIn(doc, { selection: kept, top: null, gap: 0 })).toBeUndefined();
  });
});

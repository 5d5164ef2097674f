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
    expect(doc.textBetween(found.from, found.to)).toBe("he g");
  });

  it.each([
    [null, null],
    ["", null],
    ["here", null],
    ["7", null],
    ['{"top":"7"}', { selection: null, top: null, gap: 0 }],
  ])("that was never one is none: %j", (kept, read) => expect(readPlace(kept)).toEqual(read));

  it.each([
    ["in the first section", "Reading rooms", "paragraph"],
    ["in a title that is empty", "", "agenda_title"],
  ])("of a report that was never open is %s", (_where, title, parent) => {
    const fresh = toDoc(report([item("1", title, [paragraph()])]));
    expect(selectionIn(fresh, null).$from.parent.type.name).toBe(parent);
  });

  it.each([
    ["no selection", null],
    ["a position past the end", { type: "text", anchor: 900, head: 901 }],
    ["a kind that is unknown", { type: "elsewhere", anchor: 1 }],
  ])("without room in the text gives way to the first section: %s", (_what, kept) => {
    const found = selectionIn(doc, { selection: kept, top: null, gap: 0 });
    expect(found.$from.parent.textContent).toBe("The group agreed.");
  });
});

import { describe, expect, it } from "vitest";
import { COMMANDS, pressed } from "./commands";

/** Keys that WebKit, GTK or a screen reader keep for themselves. */
const TAKEN = ["Ctrl W", "Ctrl T", "Ctrl P", "Ctrl A", "Ctrl C", "Ctrl V", "Ctrl X", "Alt F4", "Insert"];

describe("commands", () => {
  it("have distinct names and keys that nobody else takes", () => {
    const ids = COMMANDS.map(([id]) => id);
    const keys = COMMANDS.map(([, , key]) => key).filter((key) => key !== ("" as string));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => TAKEN.includes(key))).toEqual([]);
  });

  it.each([
    [{ key: "k", ctrlKey: true }, "palette"],
    [{ key: "K", ctrlKey: true, shiftKey: true }, "link"],
    [{ key: "1", code: "Digit1", ctrlKey: true }, "details"],
    [{ key: "F6" }, "next_pane"],
    [{ key: "k" }, null],
  ])("are found by their keys: %o", (init, expected) => {
    expect(pressed(new KeyboardEvent("keydown", init))).toBe(expected);
  });
});

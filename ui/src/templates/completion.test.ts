import { describe, expect, it } from "vitest";
import { offered, taken } from "./completion";

const ALL = ["number", "ordinal", "group.name", "next.date", "date"];

describe("completing a value", () => {
  /** `|` is the caret. */
  it.each<[string, string[] | null]>([
    ["The |", null],
    ["The {|", null],
    ["The {{|", ALL],
    ["The {{ da|", ["date", "next.date"]],
    ["The {{ DA|", ["date", "next.date"]],
    ["{{ group.|", ["group.name"]],
    ["{{ nothing|", null],
    ["{{ date }}|", null],
    ["{{ date }} and {{ n|", ["number", "next.date", "ordinal", "group.name"]],
  ])("offers in %s", (marked, names) => {
    const caret = marked.indexOf("|");
    const found = offered(marked.replace("|", ""), caret, ALL);
    expect(found?.names ?? null).toEqual(names);
  });

  it.each([
    ["The {{ or|", "The {{ ordinal }}|"],
    ["The {{ or| meeting", "The {{ ordinal }}| meeting"],
    ["The {{ or| }} meeting", "The {{ ordinal }}| meeting"],
    ["The {{ or|dnal }} meeting", "The {{ ordinal }}| meeting"],
  ])("closes the braces once: %s", (marked, expected) => {
    const caret = marked.indexOf("|");
    const text = marked.replace("|", "");
    const now = taken(text, text.indexOf("{{"), caret, "ordinal");
    expect(`${now.text.slice(0, now.caret)}|${now.text.slice(now.caret)}`).toBe(expected);
  });
});

import { describe, expect, it } from "vitest";
import { lineOf, marked } from "./places";

describe("the place of a doubt in an original", () => {
  const lines = [
    { number: 1, text: "Summary Report" },
    { number: 2, text: "About Al governance" },
    { number: 2, text: "and the Al panel" },
    { number: 3, text: "" },
  ];

  it("is the line with its number and its words", () => {
    expect(lineOf(lines, 2, "Al panel")).toBe(2);
    expect(lineOf(lines, 2, "not there")).toBe(1);
    expect(lineOf(lines, 0, "Report")).toBe(0);
    expect(lineOf(lines, 0, "")).toBe(null);
    expect(lineOf(lines, 9, "Report")).toBe(null);
  });

  it("is marked within the line", () => {
    expect(marked("the Al panel", "Al")).toEqual([
      { text: "the ", marked: false },
      { text: "Al", marked: true },
      { text: " panel", marked: false },
    ]);
    expect(marked("whole", "whole")).toEqual([{ text: "whole", marked: true }]);
    expect(marked("whole", "half")).toEqual([{ text: "whole", marked: false }]);
  });
});

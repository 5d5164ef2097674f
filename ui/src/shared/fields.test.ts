import { describe, expect, it } from "vitest";
import { longDate, readDate, readNumber, readTime } from "./fields";
import { ordinal } from "./ordinal";

const value = (read: { value: unknown } | { problem: string }): unknown => ("value" in read ? read.value : "refused");

describe("what is typed into a field", () => {
  it.each([
    ["2026-03-19", "2026-03-19"],
    ["19 March 2026", "2026-03-19"],
    ["19th mar 2026", "2026-03-19"],
    ["19/3/2026", "2026-03-19"],
    ["29 February 2024", "2024-02-29"],
    ["", null],
    ["31 February 2026", "refused"],
    ["2026-13-01", "refused"],
    ["soon", "refused"],
    ["19 Mar", "refused"],
  ])("the date %s", (text, expected) => {
    expect(value(readDate(text))).toBe(expected);
  });

  it.each([
    ["13:00", "13:00"],
    ["9:05", "09:05"],
    ["1830", "18:30"],
    ["", null],
    ["24:00", "refused"],
    ["13:60", "refused"],
    ["noon", "refused"],
  ])("the time %s", (text, expected) => {
    expect(value(readTime(text))).toBe(expected);
  });

  it.each([
    ["112", 112],
    ["", null],
    ["0", "refused"],
    ["-1", "refused"],
    ["1.5", "refused"],
    ["many", "refused"],
  ])("the number %s", (text, expected) => {
    expect(value(readNumber(text))).toBe(expected);
  });

  it("says dates and ordinals in words", () => {
    expect(longDate("2026-03-05")).toBe("5 March 2026");
    expect([1, 2, 3, 4, 11, 12, 13, 21, 111, 112, 1001].map(ordinal).join(" ")).toBe(
      "1st 2nd 3rd 4th 11th 12th 13th 21st 111th 112th 1001st",
    );
  });
});

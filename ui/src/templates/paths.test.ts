import { describe, expect, it } from "vitest";
import { valueAt, withValue } from "./paths";

const whole = { title: { lines: ["a", "b"] }, page: { margin: { top: 1 } }, logo: null };

describe("a path of a field", () => {
  it.each([
    ["title.lines.1", "b"],
    ["page.margin.top", 1],
    ["logo", null],
    ["logo.height", undefined],
    ["title.lines.7", undefined],
  ])("finds %s", (path, value) => {
    expect(valueAt(whole, path)).toEqual(value);
  });

  it("changes nothing but what is on its way", () => {
    const changed = withValue(whole, "title.lines.1", "c");
    expect(changed.title.lines).toEqual(["a", "c"]);
    expect(changed.page).toBe(whole.page);
    expect(whole.title.lines).toEqual(["a", "b"]);
  });
});

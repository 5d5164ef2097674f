import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { typeAhead } from "./typeAhead";

const NAMES = ["111th meeting", "110th meeting", "106th meeting", "98th meeting"];

describe("typing in a list", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const typed = (letters: string, from: number): (number | null)[] => {
    const find = typeAhead();
    let at = from;
    return [...letters].map((letter) => {
      const found = find.type(letter, NAMES, at);
      at = found ?? at;
      return found;
    });
  };

  it.each([
    ["9", 0, [3]],
    ["1", 0, [1]],
    ["1", 2, [0]],
    ["106", 0, [1, 2, 2]],
    ["98T", 0, [3, 3, 3]],
    ["x", 0, [null]],
    ["9", -1, [3]],
  ])("%s from place %i", (letters, from, expected) => {
    expect(typed(letters, from)).toEqual(expected);
  });

  it("begins anew after a pause", () => {
    const find = typeAhead();
    expect(find.type("1", NAMES, 3)).toBe(0);
    vi.advanceTimersByTime(800);
    expect(find.type("9", NAMES, 0)).toBe(3);
  });

  it("finds nothing in an empty list", () => {
    expect(typeAhead().type("a", [], -1)).toBeNull();
  });
});

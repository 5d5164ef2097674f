import { expect, test } from "vitest";
import { movedTo } from "./choosing";

test.each([
  ["ArrowDown", 0, 3, 1],
  ["ArrowDown", 2, 3, 0],
  ["ArrowUp", 2, 3, 1],
  ["ArrowUp", 0, 3, 2],
  ["ArrowDown", 0, 1, 0],
  ["ArrowDown", -1, 3, 0],
  ["ArrowUp", -1, 3, 2],
  ["ArrowDown", 0, 0, null],
  ["Enter", 1, 3, null],
  ["a", 1, 3, null],
])("%s from %i of %i chooses %s", (key, chosen, length, expected) => {
  expect(movedTo(key, chosen, length)).toBe(expected);
});

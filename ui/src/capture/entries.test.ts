import { describe, expect, it } from "vitest";
import type { TranscriptEntry } from "../bindings/TranscriptEntry";
import { clock, filtered, marked, type Filter } from "./entries";

const entry = (speaker: string | null, text: string): TranscriptEntry => ({
  seconds: null,
  speaker,
  private: false,
  text,
});

const ENTRIES = [
  entry("Søren", "The budget is late"),
  entry("Zoë Müller", "Café prices and the budget"),
  entry(null, "Laughter"),
];

describe("the filter of a transcript", () => {
  it.each<[Partial<Filter>, number[]]>([
    [{}, [0, 1, 2]],
    [{ speaker: "Søren" }, [0]],
    [{ words: "BUDGET" }, [0, 1]],
    [{ words: "cafe bud" }, [1]],
    [{ words: "muller" }, [1]],
    [{ words: "budget", speaker: "Søren" }, [0]],
    [{ words: "nothing of it" }, []],
    [{ words: "  " }, [0, 1, 2]],
  ])("%j", (filter, expected) => {
    const found = filtered(ENTRIES, { speaker: null, words: "", ...filter });
    expect(found.map((one) => one.at)).toEqual(expected);
  });
});

describe("times", () => {
  it.each([
    [0, "0:00"],
    [754, "12:34"],
    [3723, "1:02:03"],
    [54_245, "15:04:05"],
  ])("%i", (seconds, expected) => expect(clock(seconds)).toBe(expected));
});

describe("the words of a search", () => {
  it.each([
    ["Café prices", "cafe", "[Café] prices"],
    ["aaa", "aa", "[aaa]"],
    ["budget", "", "budget"],
    ["Ça va, ca", "ca", "[Ça] va, [ca]"],
    ["no", "yes", "no"],
    ["", "a", ""],
  ])("%s under %s", (text, words, expected) => {
    const pieces = marked(text, words).map((piece) => (piece.found ? `[${piece.text}]` : piece.text));
    expect(pieces.join("")).toBe(expected);
  });
});

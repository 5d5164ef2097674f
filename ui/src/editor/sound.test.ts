import { describe, expect, it } from "vitest";
import documents from "../../../tests/fixtures/documents.json";
import type { Report } from "../bindings/Report";
import { toDoc, toReport } from "./convert";
import { report } from "./sample";
import { isSound } from "./sound";

const ADA = "00000000-0000-7000-8000-000000000001";

function whole({ agenda, opening }: Pick<Report, "agenda" | "opening">): Report {
  const empty = report([]);
  const participants = empty.participants.map((one) => ({ ...one, id: ADA }));
  return { ...empty, agenda, opening, participants };
}

/** What the schema has no room for is no document at all. */
function judged(given: Report): boolean {
  try {
    return isSound(toDoc(given));
  } catch {
    return false;
  }
}

// `tests/suite/soundness.rs` gives the same documents to `Report::validate`.
describe("documents are judged as Rust judges them", () => {
  it.each(documents as unknown as (Pick<Report, "agenda" | "opening"> & { what: string; sound: boolean })[])(
    "$what: $sound",
    ({ sound, ...text }) => {
      const given = whole(text);
      expect(judged(given)).toBe(sound);
      if (sound) expect(toReport(toDoc(given))).toEqual(given);
    },
  );
});

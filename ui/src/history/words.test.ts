import { describe, expect, it } from "vitest";
import type { ComparedPlace } from "../bindings/ComparedPlace";
import { byDay, placeName, valueName, wordsChanged } from "./words";

describe("what differs", () => {
  it.each<[ComparedPlace, string, string, string]>([
    [{ kind: "field", field: "meeting.date" }, "2026-03-19", "Date", "19 March 2026"],
    [{ kind: "field", field: "next_meeting.date" }, "2026-03-19", "Date of the next meeting", "19 March 2026"],
    [{ kind: "field", field: "meeting.recording_available" }, "false", "Recording available", "No"],
    [{ kind: "field", field: "meeting.venue" }, "in_person", "Venue", "In a room"],
    [{ kind: "field", field: "state" }, "in_review", "State", "In review"],
    [{ kind: "field", field: "meeting.time" }, "13:00", "Start", "13:00"],
    [{ kind: "agenda_item", item: "1", title: "" }, "true", "Untitled item", "true"],
    [{ kind: "participants", attendance: "apologies" }, "Ada Okoye", "Apologies", "Ada Okoye"],
  ])("at %j is called by its place and reads as people write it", (place, value, name, read) => {
    expect([placeName(place), valueName(place, value)]).toEqual([name, read]);
  });

  it.each([
    [{ added: 1, removed: 0 }, "1 word added"],
    [{ added: 1200, removed: 3 }, "1,200 words added, 3 words deleted"],
    [{ added: 0, removed: 0 }, "No words changed"],
    [null, "This version is damaged"],
  ])("is counted: %j", (words, said) => expect(wordsChanged(words)).toBe(said));

  it("is listed by day", () => {
    const version = (revision: number, saved_at: string) => ({
      revision,
      saved_at,
      name: null,
      state: "draft" as const,
      words: null,
    });
    const all = [
      version(3, "2026-03-06T12:00:00Z"),
      version(2, "2026-03-05T12:10:00Z"),
      version(1, "2026-03-05T12:00:00Z"),
    ];
    expect(byDay(all).map(({ day, versions }) => [day, versions.map((one) => one.revision)])).toEqual([
      ["6 March 2026", [3]],
      ["5 March 2026", [2, 1]],
    ]);
  });
});

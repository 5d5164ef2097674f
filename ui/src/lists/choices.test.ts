import { describe, expect, it } from "vitest";
import type { ListedPerson } from "../bindings/ListedPerson";
import type { Participant } from "../bindings/Participant";
import type { PersonOffer } from "../bindings/PersonOffer";
import type { Standing } from "../bindings/Standing";
import { added, firstChoice, isSettled, takenBack, withPeople } from "./choices";
import { ofPeople, ofReport } from "./clipboard";

const name = (given: string, family: string) => ({ given, particles: "", family, suffix: "" });
const offer = (person: string, organisation: string | null = null): PersonOffer => ({
  person,
  name: name("Ana", "Neves"),
  role: null,
  status: null,
  organisation,
  meetings: 0,
  last_seen: null,
  merged: [],
});
const listed = (standing: Standing, known: string[] = []): ListedPerson => ({
  listed: {
    rows: [2],
    written: "Ana Neves",
    name: name("Ana", "Neves"),
    also: null,
    pronouns: null,
    role: null,
    status: null,
    organisation: "Harbour",
    email: "ana@harbour.example",
    phone: null,
    notes: null,
    attendance: "present",
    joined: null,
    left: null,
    minutes: 30,
    nameless: standing === "nameless" ? "“iPhone” is a device, not a name" : null,
  },
  standing,
  known: known.map((person) => ({
    found: { offer: offer(person), strength: 0.9, certain: standing === "known", reasons: ["nearly the same"] },
    change: { role: null, status: null, organisation: "Harbour" },
  })),
});
const participant = (id: string, person: string | null, attendance: Participant["attendance"]): Participant => ({
  id,
  person,
  name: name("Ana", "Neves"),
  role: null,
  status: null,
  organisation: null,
  attendance,
});

describe("people of a list", () => {
  it.each([
    ["new", [], true, ""],
    ["known", ["p1"], true, "p1"],
    ["may_be", ["p1", "p2"], false, null],
    ["nameless", [], false, null],
  ] as const)("who is %s begins as it can be answered", (standing, known, taken, who) => {
    const one = listed(standing, [...known]);
    const choice = firstChoice(one);
    expect([choice.taken, choice.who]).toEqual([taken, who]);
    expect(isSettled(one, choice)).toBe(taken);
  });

  it("keeps an affiliation of somebody known, and addresses, only when it is said", () => {
    const one = listed("known", ["p1"]);
    const choice = firstChoice(one);
    expect(added(one, choice, false)).toMatchObject({ person: "p1", affiliation: null, email: null });
    expect(added(one, { ...choice, changes: true }, true)).toMatchObject({
      affiliation: { organisation: "Harbour" },
      email: "ana@harbour.example",
    });
    expect(added(listed("new"), firstChoice(listed("new")), false)).toMatchObject({
      person: null,
      affiliation: { organisation: "Harbour" },
    });
  });

  it("are put among the participants once and taken back, other changes staying", () => {
    const before = [participant("a", "p1", "apologies"), participant("b", "p2", "present")];
    const people = [
      { offer: offer("p1"), attendance: "present" as const },
      { offer: offer("p2"), attendance: "apologies" as const },
      { offer: offer("p3"), attendance: "present" as const },
    ];
    const after = withPeople(before, people, () => "c");
    expect(after.map((one) => [one.id, one.attendance])).toEqual([
      ["a", "present"],
      ["b", "present"],
      ["c", "present"],
    ]);
    const now = [...after, participant("d", "p4", "present")];
    expect(takenBack(now, before, after).map((one) => [one.id, one.attendance])).toEqual([
      ["a", "apologies"],
      ["b", "present"],
      ["d", "present"],
    ]);
  });
});

describe("the clipboard", () => {
  it("holds the list as text and as a list", () => {
    const entry = (text: string) => ({ participant: text, text });
    const generated = {
      headings: { participants: "List of participants", apologies: "Apologies" },
      participants: [entry("Ana Neves, A & B"), entry("Omar <X>")],
      apologies: [],
    } as unknown as Parameters<typeof ofReport>[0];
    const { plain, html, entries } = ofReport(generated);
    expect(plain).toBe("List of participants\n1. Ana Neves, A & B\n2. Omar <X>\n");
    expect(html).toBe("<h2>List of participants</h2><ol><li>Ana Neves, A &amp; B</li><li>Omar &lt;X&gt;</li></ol>");
    expect(entries).toBe(2);
    expect(ofPeople([offer("p1", "Harbour")]).plain).toBe("1. Ana Neves, Harbour\n");
  });
});

import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Participant } from "../bindings/Participant";
import type { PersonOffer } from "../bindings/PersonOffer";
import {
  beginning,
  cycleVerb,
  isShortFor,
  looksLikeName,
  meant,
  nameBeforeColon,
  readAction,
  removeTimestamps,
  speakerLineAt,
  timestamp,
  whoMayBe,
} from "./capture";
import { schema } from "./schema";

const { nodes } = schema;
const person = (id: string, given: string, family: string, particles = ""): Participant => ({
  id,
  person: null,
  name: { given, particles, family, suffix: "" },
  role: null,
  status: null,
  organisation: null,
  attendance: "present",
});
const people = [
  person("1", "Ana", "Neves"),
  person("2", "Jorge", "Cancio"),
  person("3", "Jorge", "Silva"),
  person("4", "Ákos", "Kovács"),
  person("5", "Anne", "Le Gall"),
];

/** A report with one paragraph; `@` in it is a speaker, the cursor is at its end. */
function at(text: string): EditorState {
  const content = text
    .split(/(@)/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece === "@" ? nodes.speaker.create({ participant: "1" }) : schema.text(piece)));
  const doc = nodes.doc.create({ fields: {} }, [
    nodes.agenda_item.create({ id: "1" }, [nodes.agenda_title.create(), nodes.paragraph.create(null, content)]),
  ]);
  return EditorState.create({ doc, selection: TextSelection.create(doc, doc.content.size - 2) });
}

describe("a name", () => {
  it.each([
    ["Ana Neves", "1"],
    ["ana", "1"],
    ["Neves", "1"],
    ["Jorge", null],
    ["Jorge Silva", "3"],
    ["akos kovacs", "4"],
    ["Le Gall", "5"],
    ["Nobody", null],
    ["", null],
  ])("%o means one participant", (words, id) => {
    expect(meant(words, people)?.id ?? null).toBe(id);
  });

  const offer = (person: string, given: string, family: string, meetings: number) =>
    ({ person, name: { given, particles: "", family, suffix: "" }, meetings, merged: [] }) as unknown as PersonOffer;
  const directory = [
    offer("a", "Jorge", "Silva", 9),
    offer("b", "Rosa", "Lind", 2),
    offer("c", "Rosa", "Berg", 0),
    offer("d", "Tom", "Hart", 0),
    offer("e", "Eva", "Ek", 1),
    offer("f", "Eva", "Ek", 0),
  ];

  it.each([
    ["Jorge", ["2", "3", "a"]],
    ["Rosa", ["b"]],
    ["Tom", ["d"]],
    ["Rosa Berg", ["c"]],
    ["Eva Ek", ["e", "f"]],
    ["Question", []],
  ])("%o at the beginning of a line may mean %j", (words, expected) => {
    const found = whoMayBe(words, people, directory);
    expect(found.map((who) => ("id" in who ? who.id : who.person))).toEqual(expected);
  });

  it.each([
    ["Maria Lind", true],
    ["Maria de la Cruz", true],
    ["José Ángel O’Hara-Núñez", true],
    ["李 明", true],
    ["Maria", false],
    ["Question", false],
    ["Open questions", false],
    ["What the group said Then", false],
  ])("%o may be the name of a stranger: %o", (words, expected) => {
    expect(looksLikeName(words)).toBe(expected);
  });

  it.each([
    ["Anne", true],
    ["le gall", true],
    ["Gall", false],
    ["Ann", false],
    ["Anne Le Gall", false],
  ])("%o is short for Anne Le Gall: %o", (words, short) => {
    expect(isShortFor(words, { given: "Anne", particles: "", family: "Le Gall", suffix: "" })).toBe(short);
  });

  it.each([
    ["Ana: noted", "Ana", 5],
    ["Ana:", "Ana", 4],
    ["Ana noted", "Ana", null],
    ["Ana", "Ana", null],
    ["Ana: ", "Ana and many others", null],
  ])("in %o a line of %o ends at %o", (text, name, end) => {
    const state = at(text);
    const from = state.selection.$from.start();
    const line = speakerLineAt(state, from, from + name.length);
    expect(line && line.to - from).toBe(end);
  });

  it.each([
    ["Ana:", "Ana"],
    ["Anne Le Gall:", "Anne Le Gall"],
    ["We agreed on this:", "We agreed on this"],
    ["ana:", undefined],
    ["Ana", undefined],
    ["On this Ana said 12:", undefined],
  ])("before a colon is found in %o", (text, name) => {
    expect(nameBeforeColon(at(text))?.name).toBe(name);
  });
});

describe("Tab after a name", () => {
  it.each([
    ["@", 1, " noted "],
    ["@ ", 1, " noted "],
    ["@ noted ", 1, " suggested "],
    ["@ noted ", -1, " welcomed "],
    ["@ ", -1, " welcomed "],
    ["On this, @ asked ", 1, "On this,  agreed "],
    ["@ noted that ", 1, null],
    ["Text ", 1, null],
  ] as const)("goes through the verbs: %o", (text, by, expected) => {
    let state = at(text);
    const done = cycleVerb(by)(state, (tr: Transaction) => (state = state.apply(tr)));
    expect(done ? state.doc.textContent : null).toBe(expected);
    if (done) expect(state.selection.$from.parentOffset).toBe(state.selection.$from.parent.content.size);
  });
});

describe("an action line", () => {
  it.each([
    ["Ana to send the draft by 27 March", { action: "Send the draft", owner: "1", due: "2026-03-27" }],
    ["Ana to send the draft by 27 February 2027.", { action: "Send the draft", owner: "1", due: "2027-02-27" }],
    ["Secretariat to publish it before 2 Feb", { action: "Publish it", owner: "Secretariat", due: "2027-02-02" }],
    ["Jorge to call by then", { action: "Call by then", owner: "Jorge", due: null }],
    ["send the draft", { action: "Send the draft", owner: null, due: null }],
    ["\ufffc to write to everybody", { action: "Write to everybody", owner: "1", due: null }],
    ["the co-chairs will report back", { action: "Report back", owner: "the co-chairs", due: null }],
    ["prepare a note to the MAG", { action: "Prepare a note to the MAG", owner: null, due: null }],
  ])("becomes a next step: %o", (words, expected) => {
    const { action, owner, due } = readAction(words, people, "1", "2026-03-05");
    const name = owner?.kind === "participant" ? owner.participant : (owner?.name ?? null);
    expect({ action, owner: name, due }).toEqual(expected);
  });
});

describe("the clock", () => {
  it.each([
    ["2026-03-05", "18:00", "UTC", "2026-03-05T19:07:30Z", "[1:07]"],
    ["2026-03-05", "18:00", "Europe/Rome", "2026-03-05T17:00:00Z", "[0:00]"],
    ["2026-03-05", "18:00", "UTC", "2026-03-05T17:59:00Z", null],
    ["2026-03-05", "18:00", "UTC", "2026-03-07T17:59:00Z", null],
  ])("counts from %s %s %s", (date, time, zone, now, expected) => {
    const began = beginning(date, time, zone);
    expect(began && timestamp(began, new Date(now))).toBe(expected);
  });

  it("does not run without a day or in an unknown zone", () => {
    expect(beginning(null, "18:00", "UTC")).toBeNull();
    expect(beginning("2026-03-05", null, "UTC")).toBeNull();
    expect(beginning("2026-03-05", "18:00", "Nowhere")).toBeNull();
  });

  it("leaves no trace when its stamps are removed", () => {
    let state = at("[0:07] Ana noted [see 1:10] this [1:12]");
    removeTimestamps(state, (tr) => (state = state.apply(tr)));
    expect(state.doc.textContent).toBe("Ana noted [see 1:10] this ");
  });
});
